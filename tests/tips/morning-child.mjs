// One process of the two (or three) that share a database in morning-processes.spec.ts: opens the house as it was
// compiled, waits for a line on stdin, and does what is due at the instant it is given, some times over.
import { appendFileSync, writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [src, orgFile, database, at, sentFile, dieAfter] = process.argv.slice(2)
const load = (path) => import(pathToFileURL(`${src}/${path}`).href)
const { openApp } = await load('src/app.js')
const { loadOrg } = await load('src/org.js')
const { openDatabase } = await load('db/open.js')
const { createDatabase } = await load('db/store.js')

const opened = await openDatabase(`sqlite:${database}`)
if (!opened.ok) throw new Error(opened.error.code)
const org = loadOrg(orgFile)
if (!org.ok) throw new Error('org')
const quiet = {
  info() {},
  warn() {},
  debug() {},
  error: (facts) => writeSync(2, `${JSON.stringify(facts)}\n`),
}
let sends = 0
const app = await openApp({
  org: org.value,
  db: createDatabase(opened.value),
  clock: { now: () => new Date(at) },
  log: quiet,
  transport: {
    async send(out) {
      if (out.to.room !== undefined && out.text.includes('今日科普'))
        appendFileSync(sentFile, `${out.to.room}\t${process.pid}\n`)
      if (++sends === Number(dieAfter)) process.kill(process.pid, 'SIGKILL')
      return { ok: true, value: {} }
    },
  },
})
writeSync(1, 'ready\n')
process.stdin.once('data', async () => {
  for (let i = 0; i < 6; i++) await app.tick()
  process.exit(0)
})
