import type { Doubt } from '../core/report.js'
import type { Activity, TodoRow } from '../store.js'
import { instant, type Turn } from '../turn.js'
import type { PendingAbout } from './weigh.js'

/** A report that waits for an answer: no number yet, in no total, on the 待办 list of its branch and of the office. */
export interface Pending {
  readonly activity: Activity
  readonly about: PendingAbout
  /** Numbers of the records it may repeat, be part of, or sum up. */
  readonly of: readonly number[]
  readonly reporter: string
  readonly reporterName: string
  readonly room: string | null
  readonly source: string
  readonly doubt: Doubt | null
  /** Numbers that were decided about before: not asked after again. */
  readonly settled?: readonly number[]
  /** Summaries it was told to be in. */
  readonly within?: readonly number[]
  /** The number it has already: a record that was held for its branch or its day. */
  readonly no?: number
}

export async function pend(
  turn: Turn,
  pending: Omit<Pending, 'reporter' | 'reporterName' | 'room' | 'source'>,
  sentence: string,
): Promise<TodoRow> {
  const data: Pending = {
    ...pending,
    reporter: turn.sender.id,
    reporterName: turn.sender.name,
    room: turn.message.room ?? null,
    source: turn.message.id,
  }
  return insert(turn, data, sentence)
}

/** What waited waits on, for another answer. */
export const pendAgain = (turn: Turn, pending: Pending): Promise<TodoRow> =>
  insert(turn, pending, pending.about)

const insert = (turn: Turn, pending: Pending, sentence: string): Promise<TodoRow> =>
  turn.store.todos.insert({
    unit: pending.activity.unit,
    what: 'held',
    record: pending.no ?? null,
    ref: null,
    person: pending.reporter,
    text: sentence,
    data: pending,
    at: instant(turn.now),
    status: 'open',
  })

export const pendingOf = (todo: TodoRow): Pending => todo.data as Pending
