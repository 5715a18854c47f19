import { PassThrough } from 'node:stream'
import { createDatabase } from '../../../db/store.js'
import { openDatabase } from '../../../db/open.js'
import { openApp, type App } from '../../../src/app.js'
import { noLog } from '../../../src/log.js'
import { parseOrg } from '../../../src/org.js'
import type { Database, Store } from '../../../src/store.js'
import { advance, replaySender, virtualClock } from '../../../src/transports/replay.js'
import type { Line } from '../../replay/played.js'
import type { Association, Person } from './association.js'
import { isoAt } from './days.js'

/** Where and how something is said. */
export interface How {
  readonly room?: string
  /** Id of a message or `out-N`. */
  readonly quotes?: string
}
export interface Said {
  readonly id: string
  /** What the house said at once, to anybody. */
  readonly lines: readonly Line[]
}

/** The house as `xiaoke replay` runs it, spoken to message by message; what is said is kept as events of a replay. */
export interface Driver {
  readonly app: App
  readonly db: Database
  readonly events: readonly string[]
  readonly lines: readonly Line[]
  readonly failures: readonly unknown[]
  now(): Date
  /** Lets time pass; earlier instants change nothing. */
  at(to: Date): Promise<void>
  say(from: Person, text: string, how?: How): Promise<Said>
  /** The same message once more. */
  again(id: string): Promise<Said>
  recall(id: string): Promise<readonly Line[]>
  down(): Promise<void>
  up(): Promise<readonly Line[]>
  isDown(): boolean
  /** What was said in a message. */
  text(id: string): string
  read<T>(run: (store: Store) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export async function openDriver(association: Association, url: string): Promise<Driver> {
  const org = parseOrg(association.file)
  const opened = await openDatabase(url)
  if (!org.ok || !opened.ok) throw new Error(JSON.stringify([org, opened]))
  const db = createDatabase(opened.value)
  const clock = virtualClock()
  const lines: Line[] = []
  const failures: unknown[] = []
  const out = new PassThrough()
  out.on('data', (chunk: Buffer) => {
    for (const l of chunk.toString('utf8').split('\n').filter(Boolean)) lines.push(JSON.parse(l) as Line)
  })
  const app = await openApp({
    org: org.value,
    db,
    clock,
    log: { ...noLog, error: (facts) => void failures.push(facts) },
    transport: replaySender(out, clock, () => app.house.zone),
  })
  const events: string[] = []
  const sent = new Map<string, { readonly from: Person; readonly text: string; readonly how: How }>()
  const waiting: (() => Promise<void>)[] = []
  let now = new Date(0)
  let down = false
  const reach = async (): Promise<void> => {
    if (clock.now() < now) await advance(app, clock, now)
  }
  const note = (event: Readonly<Record<string, unknown>>): void => {
    events.push(JSON.stringify({ at: isoAt(now), ...event }))
  }
  const heard = async (run: () => Promise<void>): Promise<readonly Line[]> => {
    const before = lines.length
    await run()
    return lines.slice(before)
  }
  const deliver = async (id: string, late: boolean, sentAt: Date): Promise<void> => {
    const { from, text, how } = sent.get(id)!
    await app.message({
      id,
      ...(how.room === undefined ? {} : { room: how.room }),
      sender: { id: from.id, name: from.name },
      text,
      sentAt,
      ...(how.quotes === undefined ? {} : { quotes: { id: how.quotes } }),
      ...(late ? { late } : {}),
    })
  }
  const message = async (id: string): Promise<Said> => {
    const { from, text, how } = sent.get(id)!
    note({ type: 'message', id, ...how, from: { id: from.id, name: from.name }, text })
    const sentAt = now
    if (down) {
      waiting.push(() => deliver(id, true, sentAt))
      return { id, lines: [] }
    }
    return {
      id,
      lines: await heard(async () => {
        await reach()
        await deliver(id, false, sentAt)
        await app.flush()
      }),
    }
  }
  return {
    app,
    db,
    events,
    lines,
    failures,
    now: () => now,
    async at(to) {
      if (to <= now) return
      now = new Date(Math.floor(to.getTime() / 1000) * 1000)
      if (!down) await reach()
    },
    say(from, text, how = {}) {
      const id = `m${sent.size + 1}`
      sent.set(id, { from, text, how })
      return message(id)
    },
    again: message,
    async recall(id) {
      note({ type: 'recall', id })
      const at = now
      const take = (): Promise<void> => app.recall({ id, at })
      if (down) {
        waiting.push(take)
        return []
      }
      return heard(async () => {
        await reach()
        await take()
        await app.flush()
      })
    },
    async down() {
      note({ type: 'down' })
      await reach()
      down = true
    },
    async up() {
      note({ type: 'up' })
      clock.set(now)
      down = false
      return heard(async () => {
        for (const take of waiting.splice(0)) await take()
        await app.tick()
      })
    },
    isDown: () => down,
    text: (id) => sent.get(id)?.text ?? '',
    read: (run) => db.read(run),
    async close() {
      await app.stop()
      await db.close()
    },
  }
}
