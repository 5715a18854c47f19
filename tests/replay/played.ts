import { PassThrough, Readable } from 'node:stream'
import { createDatabase } from '../../db/store.js'
import { openDatabase } from '../../db/open.js'
import { openApp, type App } from '../../src/app.js'
import type { Org } from '../../src/core/org.js'
import { jobs as allJobs } from '../../src/jobs/index.js'
import { noLog } from '../../src/log.js'
import type { Database } from '../../src/store.js'
import { playEvents, replaySender, virtualClock } from '../../src/transports/replay.js'

/** One line of the replay's output. */
export interface Line {
  readonly n: number
  readonly at: string
  readonly to: { readonly room?: string; readonly person?: string }
  readonly text: string
  readonly inReplyTo: string | null
}

export interface Played {
  readonly app: App
  readonly db: Database
  /** Everything said so far; grows with each `play`. */
  readonly lines: readonly Line[]
  /** Bugs the house caught: there must be none. */
  readonly failures: readonly unknown[]
  /** Plays more events; gives what was said to them. */
  play(events: string): Promise<readonly Line[]>
  close(): Promise<void>
}

/** The morning's tip, which costs a long replay most of its time and says nothing of figures. */
const tip = 'daily-tip'

/** The whole house as `xiaoke replay` opens it, in this process; without the tips of the mornings. */
export async function openReplay(org: Org, url = 'sqlite::memory:'): Promise<Played> {
  const opened = await openDatabase(url)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const db = createDatabase(opened.value)
  const clock = virtualClock()
  const out = new PassThrough()
  const lines: Line[] = []
  const failures: unknown[] = []
  let rest = ''
  out.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\n')
    rest = parts.pop()!
    lines.push(...parts.map((l) => JSON.parse(l) as Line))
  })
  const app = await openApp({
    org,
    db,
    clock,
    log: { ...noLog, error: (facts) => void failures.push(facts) },
    jobs: allJobs.filter((j) => j.name !== tip),
    transport: replaySender(out, clock, () => app.house.zone),
  })
  return {
    app,
    db,
    lines,
    failures,
    async play(events) {
      const before = lines.length
      const bad = await playEvents(Readable.from([events]), app, clock, null, (b) => void failures.push(b))
      if (bad > 0) failures.push({ bad })
      return lines.slice(before)
    },
    async close() {
      await app.stop()
      await db.close()
    },
  }
}
