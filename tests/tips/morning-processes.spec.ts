import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createDatabase } from '../../db/store.js'
import { openDatabase } from '../../db/open.js'
import { compiled } from '../compiled.js'
import { fileIn, temporaryFolder } from '../live-support.js'

/** Twelve rooms with one hour. */
const rooms = Array.from({ length: 12 }, (_, i) => `${i + 1}分会群`)
const org = `name: 某市老科协
timezone: Asia/Shanghai
units: [{ name: 某市老科协 }]
rooms:
${rooms.map((name) => `  - { name: ${name}, unit: 某市老科协, tips: '08:00' }`).join('\n')}
`

function house() {
  const folder = temporaryFolder()
  const sent = join(folder, 'sent.txt')
  const orgFile = fileIn(folder, 'org.yaml', org)
  const database = join(folder, 'x.db')
  const program = dirname(dirname(compiled('app.js')))
  return {
    /** A process of its own that looks at the clock when told to; killed at its `dieAfter`th send. */
    process: async (at: string, dieAfter = 0) => {
      const child = spawn(
        process.execPath,
        [
          join(import.meta.dirname, 'morning-child.mjs'),
          program,
          orgFile,
          database,
          at,
          sent,
          String(dieAfter),
        ],
        { stdio: ['pipe', 'pipe', 'pipe'] },
      )
      let wrong = ''
      child.stderr.on('data', (text: Buffer) => (wrong += text.toString()))
      const ended = once(child, 'exit')
      onTestFinished(() => void child.kill('SIGKILL'))
      await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error(wrong)))])
      // A busy database lets one of them wait for its next look; nothing else may go wrong.
      const faults = (): string[] => wrong.split('\n').filter((l) => l !== '' && !l.includes('SQLITE_BUSY'))
      return { child, ended, faults }
    },
    /** How often each room had a tip. */
    counts: () =>
      (existsSync(sent) ? readFileSync(sent, 'utf8').split('\n').filter(Boolean) : []).reduce<
        Record<string, number>
      >((all, line) => ({ ...all, [line.split('\t')[0]!]: (all[line.split('\t')[0]!] ?? 0) + 1 }), {}),
    ledger: async (day: string) => {
      const opened = await openDatabase(`sqlite:${database}`)
      if (!opened.ok) throw new Error(opened.error.code)
      const db = createDatabase(opened.value)
      try {
        return await db.read((store) => store.tips.on(day))
      } finally {
        await db.close()
      }
    },
  }
}
const go = (child: ChildProcess): void => void child.stdin!.write('go\n')
const once12 = Object.fromEntries(rooms.map((r) => [r, 1]))

test('three processes on one database in the same second: every room has one tip', async () => {
  const { process, counts, ledger } = house()
  const first = await process('2026-11-22T12:00:00+08:00')
  go(first.child)
  await first.ended // the house is open since the day before
  for (const day of ['2026-11-23', '2026-11-24']) {
    const before = counts()
    const at = `${day}T08:00:00+08:00`
    const processes = [await process(at), await process(at), await process(at)]
    for (const { child } of processes) go(child)
    for (const { ended, faults } of processes) {
      await ended
      expect(faults()).toEqual([])
    }
    const after = counts()
    expect(Object.fromEntries(rooms.map((r) => [r, (after[r] ?? 0) - (before[r] ?? 0)]))).toEqual(once12)
    expect((await ledger(day)).filter((r) => r.tip !== null)).toHaveLength(rooms.length)
  }
}, 120_000)

test('killed in the middle of sending at 08:00:00 and started again: the others follow, none comes twice', async () => {
  const { process, counts } = house()
  const first = await process('2026-11-22T12:00:00+08:00')
  go(first.child)
  await first.ended
  for (const dieAfter of [1, 4, 3]) {
    const { child, ended } = await process('2026-11-23T08:00:00+08:00', dieAfter)
    go(child)
    await ended
  }
  const last = await process('2026-11-23T08:00:00+08:00')
  go(last.child)
  await last.ended
  // The row under way at each kill had left: it is not sent again.
  expect(counts()).toEqual(once12)
}, 120_000)
