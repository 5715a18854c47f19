import type { Activity, RecordRow } from '../store.js'
import { instant, type Turn } from '../turn.js'
import { revise } from './change.js'
import { correct } from './correct.js'
import { markDuplicate } from './duplicate.js'
import { proposeJoint, type Proposal } from './joint.js'
import { weighOnce } from './once.js'
import { pendAgain, type Pending } from './pending.js'
import { book } from './record.js'

/** What became of a report that waited: on the book, waiting for another answer, or told already. */
export type Taken =
  | { readonly is: 'booked'; readonly record: RecordRow; readonly joints: readonly Proposal[] }
  | {
      readonly is: 'asked'
      readonly todo: number
      readonly pending: Pending
      readonly of: readonly RecordRow[]
    }
  | { readonly is: 'witness'; readonly of: RecordRow }
  /** Voided or recalled meanwhile. */
  | { readonly is: 'gone' }

/**
 * Takes a waiting report further, as the answer made it: what it was asked about is settled, but nothing comes into
 * the totals without being weighed against all else that is known.
 */
export async function take(
  turn: Turn,
  todo: number | null,
  pending: Pending,
  activity: Activity,
): Promise<Taken> {
  const { store } = turn
  const held = pending.no === undefined ? null : await store.records.byNo(pending.no)
  if (todo !== null) await store.todos.close(todo)
  if (pending.no !== undefined && held?.status !== 'held') return { is: 'gone' }
  // a record with a number may have been corrected since it was asked about
  const told = held && todo !== null ? { ...held, includes: activity.includes } : activity
  const settled = [...new Set([...(pending.settled ?? []), ...pending.of])]
  const { reporter, reporterName: teller, source } = pending
  const text = (await store.sources.get(source))?.text ?? ''
  const verdict = await weighOnce({ activity: told, text, teller, reporter, source }, turn, settled)
  if (verdict.do === 'ask') {
    const { about, of } = verdict
    const next: Pending = { ...pending, activity: told, about, of: of.map((r) => r.no), settled, doubt: null }
    if (held) await correct(turn, held, { ...held, ...told, heldFor: 'duplicate' }, 'answer')
    return { is: 'asked', todo: (await pendAgain(turn, next)).id, pending: next, of }
  }
  if (verdict.do === 'witness') {
    await witness(turn, pending, verdict.of)
    return { is: 'witness', of: verdict.of }
  }
  const record = held
    ? await correct(turn, held, { ...held, ...told, status: 'counted', heldFor: null }, 'answer')
    : await book(turn, told, null, { reporter, room: pending.room, source })
  for (const no of pending.within ?? []) await includeIn(turn, no, record.no)
  const joints: Proposal[] = []
  for (const joint of verdict.joint) joints.push(await proposeJoint(turn, record, joint))
  return { is: 'booked', record, joints }
}

/** A held record whose doubt was answered counts, unless what it tells is on the book already. */
export async function release(turn: Turn, record: RecordRow, change: Partial<Activity>): Promise<Taken> {
  const source = await turn.store.sources.get(record.source)
  const activity: Activity = { ...record, ...change }
  return take(
    turn,
    null,
    {
      activity,
      about: 'unsure',
      of: [],
      reporter: record.reporter,
      reporterName: source?.senderName ?? '',
      room: record.room,
      source: record.source,
      doubt: null,
      no: record.no,
    },
    activity,
  )
}

/** What waited tells an event that is on record: its teller becomes a witness. */
export async function witness(turn: Turn, pending: Pending, of: RecordRow): Promise<void> {
  const held = pending.no === undefined ? null : await turn.store.records.byNo(pending.no)
  if (held && held.status === 'held') return markDuplicate(turn, held, of)
  await turn.store.records.addWitness(of.no, {
    message: pending.source,
    person: pending.reporter,
    at: instant(turn.now),
  })
}

/** A record is part of what a summary tells, and so of every summary that this one is part of. */
async function includeIn(turn: Turn, summary: number, no: number): Promise<void> {
  const row = await turn.store.records.byNo(summary)
  if (!row || row.includes.includes(no)) return
  await revise(
    turn.store,
    turn.house.tree,
    row,
    { includes: [...row.includes, no] },
    { at: instant(turn.now), by: turn.sender.id, why: 'answer', message: turn.message.id },
  )
  for (const above of await turn.store.records.including(summary)) await includeIn(turn, above.no, no)
}

/** A summary and every summary it is part of: told to be in the one, a record is in all of them. */
export async function holding(turn: Turn, summary: number): Promise<readonly number[]> {
  const above = await turn.store.records.including(summary)
  const nested = await Promise.all(above.map((r) => holding(turn, r.no)))
  return [...new Set([summary, ...nested.flat()])]
}
