import { missingOf } from '../ledger/record.js'
import { pendingOf } from '../ledger/pending.js'
import type { QuestionRow, RecordRow } from '../store.js'
import { instant, type Reply, type Turn } from '../turn.js'
import { aboutOf, isHeld } from './ask.js'
import { askMissing, putDoubt, type DoubtAsked, type Missing } from './asking.js'
import { askPending } from './pending.js'
import { oneLine } from './receipts.js'

/** Open in private, these want no other question beside them: their answers would be taken for each other. */
const leavesRoom = ['zero', 'suggested', 'close', 'erase', 'handover']

/**
 * After an answer: what was put off for the question it settles is asked again — once, within its own time, in private
 * (a room hears one question a report), and only when nothing else is open there.
 */
export async function askAgain(turn: Turn): Promise<Reply[]> {
  const { questions } = turn.store
  const now = instant(turn.now)
  const open = await questions.openFor(turn.sender.id, null, now)
  if (open.some((q) => !leavesRoom.includes(q.about))) return []
  for (const question of await questions.deferred(turn.sender.id, now)) {
    await questions.close(question.id, 'replaced')
    const replies = await put(turn, question)
    if (replies.length > 0) return replies
  }
  return []
}

/** The question as it is put now; nothing where it has been settled another way. */
async function put(turn: Turn, question: QuestionRow): Promise<Reply[]> {
  if (isHeld(question.about)) {
    const { todo } = question.data as { readonly todo: number }
    const row = await turn.store.todos.byId(todo)
    if (row?.status !== 'open') return []
    const pending = pendingOf(row)
    return askPending(turn, todo, pending, await turn.store.records.byNos(pending.of))
  }
  const record = question.record === null ? null : await turn.store.records.byNo(question.record)
  if (!record || (await turn.store.questions.aboutRecord(record.no)).length > 0) return []
  const way = { to: 'sender', data: { again: true } } as const
  const head = `还有${record.no}号，${lineOf(turn, record)}：`
  const about = aboutOf(question)
  switch (about) {
    case 'attendance':
    case 'sessions':
      return record.status === 'counted' && missingOf(record) === (about satisfies Missing)
        ? askMissing(turn, record, about, head, false, way)
        : []
    case 'date':
    case 'future_date':
    case 'unknown_branch':
      return record.status === 'held' && record.heldFor === 'doubt'
        ? putDoubt(turn, record, { about, data: question.data } as DoubtAsked, head, way)
        : []
    default:
      return []
  }
}

const lineOf = (turn: Turn, record: RecordRow): string =>
  oneLine({ ...record, dayAssumed: false }, turn.house, turn.local.day)
