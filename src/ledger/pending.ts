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
  return turn.store.todos.insert({
    unit: pending.activity.unit,
    what: 'held',
    record: null,
    ref: null,
    person: turn.sender.id,
    text: sentence,
    data,
    at: instant(turn.now),
    status: 'open',
  })
}

export const pendingOf = (todo: TodoRow): Pending => todo.data as Pending
