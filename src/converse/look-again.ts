import type { House } from '../house.js'
import { pendingOf, type Pending } from '../ledger/pending.js'
import { weighOnce } from '../ledger/once.js'
import { missingOf } from '../ledger/record.js'
import { take } from '../ledger/take.js'
import type { OutboxRow, Store, TodoRow } from '../store.js'
import { instant, type Turn } from '../turn.js'
import { tellTaken } from './answers/pending.js'
import { isHeld } from './ask.js'
import { askMissing } from './asking.js'
import { shortReceipt } from './receipts.js'
import { renew } from './renew.js'
import { say } from './speak.js'
import { turnOf } from './turn-of.js'

/** What waited shorter than this was written in the same breath. */
const waitedMs = 60_000

/** Questions and receipts that are due and were written some time ago: in the night, offline, in a long queue. */
export const waitedReplies = (store: Store, now: Date): Promise<readonly OutboxRow[]> =>
  store.outbox.dueWritten(instant(now), instant(new Date(now.getTime() - waitedMs)))

/**
 * A private question about a report that waits is looked at again before it leaves. What was settled meanwhile is not
 * asked; where what it names was withdrawn, moved, corrected or added to, the report is weighed anew: it is counted,
 * known to be told already, or asked about as things stand now.
 */
export async function lookAgain(store: Store, house: House, row: OutboxRow, now: Date): Promise<void> {
  const todo = row.class === 'question' && row.room === null ? await todoAsked(store, row) : null
  if (!todo) return renew(store, house, row, now)
  const pending = pendingOf(todo)
  const turn = await turnFor(store, house, pending, now)
  if (todo.status === 'open' && (await stands(turn, pending, row))) return
  await store.outbox.finish(row.id, { status: 'dropped', at: instant(now), error: 'settled' })
  for (const q of await store.questions.askedSince(row.person!, row.createdAt))
    if (q.status === 'open' && todoOf(q.data) === todo.id) await store.questions.close(q.id, 'replaced')
  if (todo.status !== 'open') return
  const taken = await take(turn, todo.id, { ...pending, of: [] }, pending.activity)
  const missing = taken.is === 'booked' ? missingOf(taken.record) : null
  const replies =
    taken.is === 'booked' && missing !== null
      ? await askMissing(turn, taken.record, missing, shortReceipt(taken.record, house, turn.local.day))
      : await tellTaken(turn, taken, undefined, 'receipt')
  await say(turn, replies, `again:${row.id}`)
}

const todoOf = (data: unknown): number | undefined => (data as { readonly todo?: number } | null)?.todo

/** What a row asks about: the thing to do that bears the same words, one that is open before one that is done. */
async function todoAsked(store: Store, row: OutboxRow): Promise<TodoRow | null> {
  const words = `待核：${row.text.split('\n')[0]}`
  let found: TodoRow | null = null
  for (const q of await store.questions.askedSince(row.person!, row.createdAt)) {
    const id = isHeld(q.about) ? todoOf(q.data) : undefined
    const todo = id === undefined ? null : await store.todos.byId(id)
    if (todo?.what === 'held' && todo.text.endsWith(words) && found?.status !== 'open') found = todo
  }
  return found
}

/** As if its reporter had just come by in private. */
async function turnFor(store: Store, house: House, pending: Pending, now: Date): Promise<Turn> {
  const text = (await store.sources.get(pending.source))?.text ?? ''
  const sender = { id: pending.reporter, name: pending.reporterName }
  return turnOf(store, house, { id: pending.source, sender, text, sentAt: now }, now)
}

/** Whether the question would be put in the same words about the same records. */
async function stands(turn: Turn, pending: Pending, row: OutboxRow): Promise<boolean> {
  const { activity, about, of, reporter, reporterName: teller, source, settled } = pending
  if (about === 'parts' || about === 'improbable' || about === 'unsure') return true
  const telling = { activity, text: turn.message.text, teller, reporter, source }
  const verdict = await weighOnce(telling, turn, settled)
  return (
    verdict.do === 'ask' &&
    verdict.about === about &&
    verdict.of.length === of.length &&
    verdict.of.every((r) => of.includes(r.no) && r.updatedAt <= row.createdAt)
  )
}
