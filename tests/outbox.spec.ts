import { expect, test, onTestFinished } from 'vitest'
import { openDatabase } from '../db/open.js'
import { createDatabase } from '../db/store.js'
import type { Outgoing } from '../src/core/message.js'
import { err, ok, type Result } from '../src/core/result.js'
import { flush, noPace, type Pacer } from '../src/outbox.js'
import { pacer } from '../src/pacer.js'
import type { SendError } from '../src/ports.js'
import type { Database, OutboxClass } from '../src/store.js'
import { zoneOf } from '../src/zone.js'

const zone = zoneOf('Asia/Shanghai')
const start = zone.at('2026-11-21', 9 * 60)

async function database(): Promise<Database> {
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  onTestFinished(() => db.close())
  return db
}

const plan = (db: Database, to: string, kind: OutboxClass, text = to, at = start): Promise<number | null> =>
  db.work((store) =>
    store.outbox.plan(
      {
        room: to,
        person: null,
        class: kind,
        text,
        mentions: [],
        inReplyTo: null,
        file: null,
        records: [],
        line: null,
        notBefore: at.toISOString(),
        createdAt: at.toISOString(),
      },
      `${to}/${kind}/${text}`,
    ),
  )

/** A platform that does as told and remembers. */
function platform(answer: () => Result<{ platformId?: string }, SendError> = () => ok({})) {
  const sent: string[] = []
  return {
    sent,
    send: async (out: Outgoing) => {
      sent.push(out.text)
      return answer()
    },
  }
}

test('replies go before broadcasts, though a hundred broadcasts wait longer', async () => {
  const db = await database()
  for (let i = 0; i < 120; i++) await plan(db, `群${i}`, 'tip', `科普${i}`)
  await plan(db, '甲群', 'answer', '回答', new Date(start.getTime() + 1000))
  const p = platform()
  await flush(db, p, () => new Date(start.getTime() + 2000))
  expect(p.sent[0]).toBe('回答')
  expect(p.sent).toHaveLength(121)
})

/** What the platform answers, what becomes of the row, how many of two rows are tried, how many the office hears of. */
const outcomes: readonly (readonly [SendError, status: string, tried: number, todos: number])[] = [
  [{ code: 'offline' }, 'planned', 1, 0],
  [{ code: 'throttled', retryAfterMs: 60_000 }, 'planned', 1, 0],
  [{ code: 'refused', reason: 'x' }, 'failed', 2, 2],
  [{ code: 'no_such_target' }, 'failed', 2, 2],
  [{ code: 'unknown', reason: 'x' }, 'unknown', 2, 2],
]
test.each(outcomes)('%o', async (error, status, tried, listed) => {
  const db = await database()
  const id = await plan(db, '甲群', 'answer')
  await plan(db, '乙群', 'answer')
  const p = platform(() => err(error))
  await flush(db, p, () => start)
  expect(p.sent).toHaveLength(tried)
  const [row, todos] = await db.read(
    async (store) => [await store.outbox.byId(id!), await store.todos.open(null)] as const,
  )
  expect(row?.status).toBe(status)
  expect(todos.filter((t) => t.what === 'send')).toHaveLength(listed)
  // Unknown and failed are never tried again by themselves.
  const again = platform()
  await flush(db, again, () => new Date(start.getTime() + 3_600_000))
  expect(again.sent).toHaveLength(status === 'planned' ? 2 : 0)
})

test('a room that takes no words is told to the office once', async () => {
  const db = await database()
  for (const text of ['一', '二', '三']) await plan(db, '甲群', 'answer', text)
  await flush(
    db,
    platform(() => err({ code: 'refused', reason: 'x' })),
    () => start,
  )
  const todos = await db.read((store) => store.todos.open(null))
  expect(todos.map((t) => t.text)).toEqual(['「甲群」里说不了话（平台不让发），请看看小科还在不在群里。'])
})

test('a private line to somebody not met yet waits, at most a day; a room that is not there does not', async () => {
  const db = await database()
  const row = await db.work((store) =>
    store.outbox.plan(
      {
        room: null,
        person: 'wxid_zhou',
        class: 'notice',
        text: '早',
        mentions: [],
        inReplyTo: null,
        file: null,
        records: [],
        line: null,
        notBefore: start.toISOString(),
        createdAt: start.toISOString(),
      },
      'notice',
    ),
  )
  const nobody = platform(() => err({ code: 'no_such_target' }))
  const later = (minutes: number): (() => Date) => {
    const at = new Date(start.getTime() + minutes * 60_000)
    return () => at
  }
  await flush(db, nobody, later(0))
  await flush(db, nobody, later(5))
  await flush(db, nobody, later(10))
  expect(nobody.sent).toHaveLength(2)
  const told = await db.read((store) => store.todos.open(null))
  expect(told.map((t) => t.text)).toEqual([expect.stringContaining('老师的私信送不到')])
  const met = platform()
  await flush(db, met, later(30))
  expect(met.sent).toEqual(['早'])
  expect((await db.read((store) => store.outbox.byId(row!)))?.status).toBe('sent')
  const other = await plan(db, '甲群', 'answer')
  await flush(db, nobody, later(30))
  expect((await db.read((store) => store.outbox.byId(other!)))?.status).toBe('failed')
})

test('a refused send keeps its distance too', async () => {
  const db = await database()
  for (const room of ['甲群', '乙群', '丙群']) await plan(db, room, 'answer')
  const paced = pacer({
    pacing: { gapSeconds: 4, jitterSeconds: 0, roomGapSeconds: 8, perMinute: 20, perDay: 300 },
    quiet: { from: 0, to: 0 },
    zone,
    random: () => 0,
    held: () => false,
  })
  const p = platform(() => err({ code: 'refused', reason: 'x' }))
  await flush(db, p, () => start, paced)
  expect(p.sent).toHaveLength(1)
})

test('throttled: the pacer is told for how long', async () => {
  const db = await database()
  await plan(db, '甲群', 'answer')
  const pauses: Date[] = []
  const told: Pacer = { ...noPace, pause: (until) => void pauses.push(until) }
  await flush(
    db,
    platform(() => err({ code: 'throttled', retryAfterMs: 60_000 })),
    () => start,
    told,
  )
  expect(pauses).toEqual([new Date(start.getTime() + 60_000)])
})

test('what came too late is dropped, not sent, and what follows goes', async () => {
  const db = await database()
  const tip = await plan(db, '甲群', 'tip', '科普')
  await plan(db, '甲群', 'answer', '回答')
  const p = platform()
  await flush(db, p, () => start, { ...noPace, stale: (row) => row.class === 'tip' })
  expect(p.sent).toEqual(['回答'])
  expect(await db.read((store) => store.outbox.byId(tip!))).toMatchObject({
    status: 'dropped',
    error: 'too_late',
  })
})
