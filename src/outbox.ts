import { askedLate } from './converse/asked-late.js'
import { essayGiven } from './converse/essay-given.js'
import { mergedReceipt } from './converse/receipts.js'
import type { Outgoing } from './core/message.js'
import type { Database, OutboxRow, Store } from './store.js'
import type { SendError, Transport } from './ports.js'
import { instant } from './turn.js'

/** A row taken for sending. */
interface Taken {
  readonly row: OutboxRow
  readonly out: Outgoing
}

/** What a pacer says of the next send: go, or wait until then. */
export interface Pacer {
  /** null: send now; else the earliest instant for it. */
  wait(row: OutboxRow, now: Date): Date | null
  /** The row was handed to the platform, whatever became of it. */
  sent(row: OutboxRow, now: Date): void
  /** The platform asked to slow down: nothing goes out until then. */
  pause(until: Date): void
  /** The row's time is over (a morning tip in the afternoon): it is dropped. Never, when absent. */
  stale?(row: OutboxRow, now: Date): boolean
}

/** Sends at once; for replay and practice. */
export const noPace: Pacer = { wait: () => null, sent: () => undefined, pause: () => undefined }

/**
 * Sends what is due: planned → sending → sent | failed | unknown. A row is taken (committed as `sending`) before the
 * platform hears of it, so that a crash in between leaves `unknown`, which is never sent again by itself. Gives how
 * many went out. Replies to people go before broadcasts.
 */
export async function flush(
  db: Database,
  transport: Pick<Transport, 'send'>,
  now: () => Date,
  pacer: Pacer = noPace,
  stopped: () => boolean = () => false,
): Promise<number> {
  let sent = 0
  while (!stopped()) {
    const taken = await db.work((store) => takeNext(store, now(), pacer))
    if (!taken) return sent
    const { row, out } = taken
    const result = await transport.send(out)
    const at = instant(now())
    await db.work(async (store) => {
      if (result.ok) {
        await askedLate(store, row, at)
        await essayGiven(store, row, at)
        const { platformId } = result.value
        return store.outbox.finish(row.id, {
          status: 'sent',
          at,
          ...(platformId === undefined ? {} : { platformId }),
        })
      }
      const { error } = result
      if (error.code === 'offline') return store.outbox.postpone(row.id, after(now(), 30_000))
      if (error.code === 'throttled') return store.outbox.postpone(row.id, after(now(), error.retryAfterMs))
      if (notYetMet(error, row, now())) {
        await tellFailed(store, row, error, at)
        return store.outbox.postpone(row.id, after(now(), meetingMs))
      }
      if (error.code === 'unknown') await tellUnknown(store, row, at)
      else await tellFailed(store, row, error, at)
      return store.outbox.finish(row.id, {
        status: error.code === 'unknown' ? 'unknown' : 'failed',
        at,
        error: error.code,
      })
    })
    if (!result.ok && result.error.code === 'throttled')
      pacer.pause(new Date(now().getTime() + result.error.retryAfterMs))
    if (!result.ok && (result.error.code === 'offline' || result.error.code === 'throttled')) return sent
    // What found nobody never reached the platform.
    if (result.ok || result.error.code !== 'no_such_target') pacer.sent(row, now())
    if (result.ok) sent++
  }
  return sent
}

/** Where ids change with every login, somebody is found again when they next speak: a private line waits a day for it. */
const meetingMs = 10 * 60_000
const longestMeetingMs = 24 * 3600_000
const notYetMet = (
  error: SendError,
  row: OutboxRow,
  now: Date,
): error is Extract<SendError, { code: 'no_such_target' }> =>
  error.code === 'no_such_target' &&
  row.person !== null &&
  now.getTime() - Date.parse(row.createdAt) < longestMeetingMs

const after = (now: Date, ms: number): string => instant(new Date(now.getTime() + ms))

/** Rows looked at for the next send; more only when all of these wait or are broadcasts. */
const fewRows = 50
const manyRows = 2000

async function takeNext(store: Store, now: Date, pacer: Pacer): Promise<Taken | null> {
  let due = await dueRows(store, now, pacer, fewRows)
  let first = due.find((row) => pacer.wait(row, now) === null)
  if (due.length >= fewRows && (!first || first.class === 'tip')) {
    due = await dueRows(store, now, pacer, manyRows)
    first = due.find((row) => pacer.wait(row, now) === null)
  }
  if (!first) return null
  const row = await mergeReceipts(store, first, due)
  const n = await store.outbox.claim(row.id)
  if (n === null) return null
  const to = row.room !== null ? { room: row.room } : { person: row.person! }
  return {
    row,
    out: {
      id: `out-${n}`,
      to,
      text: row.text,
      mentions: row.mentions,
      inReplyTo: row.inReplyTo,
      ...(row.file === null ? {} : { file: row.file }),
    },
  }
}

/** What is due, replies before broadcasts; what came too late is dropped on the way. */
async function dueRows(store: Store, now: Date, pacer: Pacer, limit: number): Promise<OutboxRow[]> {
  const rows = await store.outbox.due(instant(now), limit)
  const stale = pacer.stale ? rows.filter((row) => pacer.stale!(row, now)) : []
  for (const { id } of stale)
    await store.outbox.finish(id, { status: 'dropped', at: instant(now), error: 'too_late' })
  return rows
    .filter((row) => !stale.includes(row))
    .sort((a, b) => Number(a.class === 'tip') - Number(b.class === 'tip'))
}

/** R4: receipts of a room that waited together are said together; likewise private notices of one person. */
async function mergeReceipts(store: Store, row: OutboxRow, due: readonly OutboxRow[]): Promise<OutboxRow> {
  if (row.class !== 'receipt' || row.line === null) return row
  const together = due.filter(
    (r) =>
      r.class === 'receipt' &&
      r.line !== null &&
      r.room === row.room &&
      r.person === row.person &&
      r.notBefore === row.notBefore,
  )
  if (together.length < 2) return row
  const lines = together.flatMap((r) => r.line!.split('\n'))
  const text = mergedReceipt(lines, `✅ 刚才${lines.length}条都记下了：`)
  const records = together.flatMap((r) => r.records)
  await store.outbox.merge(
    row.id,
    text,
    records,
    together.slice(1).map((r) => r.id),
  )
  return { ...row, text, records }
}

/** A send whose fate is not known is shown to the office, never repeated by itself. */
export async function tellUnknown(store: Store, row: OutboxRow, at: string): Promise<void> {
  const where = row.room ?? '一位老师的私信'
  await store.todos.insert({
    unit: null,
    what: 'send',
    record: row.records[0] ?? null,
    ref: row.id,
    person: null,
    text: `有一条发往「${where}」的回复不知道发出没有，我没有重发。`,
    data: null,
    at,
    status: 'open',
  })
}

/** A room or person that takes no words is told to the office once, until somebody has looked. */
async function tellFailed(
  store: Store,
  row: OutboxRow,
  error: Exclude<SendError, { code: 'unknown' }>,
  at: string,
): Promise<void> {
  const lost = error.code === 'no_such_target'
  const text =
    row.room === null
      ? await privately(store, row.person!, lost)
      : `「${row.room}」里说不了话（${lost ? '找不到这个群' : '平台不让发'}），请看看小科还在不在群里。`
  if ((await store.todos.open(null)).some((t) => t.text === text)) return
  await store.todos.insert({
    unit: null,
    what: 'send',
    record: null,
    ref: row.id,
    person: null,
    text,
    data: null,
    at,
    status: 'open',
  })
}

async function privately(store: Store, person: string, lost: boolean): Promise<string> {
  const name = (await store.people.byId(person))?.name.replace(/老师$/, '')
  const who = name === undefined ? '一位老师' : `${name}老师`
  return lost
    ? `${who}的私信送不到：聊天里认不出是哪一位。请给他设好备注，或请他私下跟小科说句话，一天之内认出来就补发。`
    : `${who}的私信平台不让发，要紧的请您转告。`
}
