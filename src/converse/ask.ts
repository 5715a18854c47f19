import type { QuestionRow } from '../store.js'
import type { PendingAbout } from '../ledger/weigh.js'
import { instant, type Reply, type Turn } from '../turn.js'
import { manners, slotFor } from './speak.js'

/** What can be asked; the answers are read in src/converse/answers.ts. */
export type About =
  | 'attendance'
  | 'branch'
  | 'sessions'
  | 'date'
  | 'future_date'
  | 'unknown_branch'
  | PendingAbout
  | 'plan_result'
  | 'zero'
  | 'stale'
  | 'which_field'
  | 'close'
  | 'erase'
  | 'handover'
  /** Which of the suggested commands was meant; taken up in src/converse/manners.ts. */
  | 'suggested'

/**
 * Asks one question: the reply, and the row that waits for its answer. An earlier open question to the same person in
 * the same place ends or is put off: a bare number answers the last one (src/converse/ask-again.ts asks again what was put off).
 */
export async function ask(
  turn: Turn,
  reply: Omit<Reply, 'class'>,
  question: {
    readonly about: About
    readonly record?: number | null
    readonly data?: unknown
    readonly person?: string
  },
): Promise<Reply[]> {
  const asked: Reply = { ...reply, class: 'question' }
  const slot = await slotFor(turn, asked)
  if (!slot) return []
  const person = question.person ?? slot.person ?? turn.sender.id
  for (const open of await turn.store.questions.openFor(person, slot.room, instant(turn.now))) {
    if (slot.room !== null || open.about === question.about || (isHeld(open.about) && isHeld(question.about)))
      await turn.store.questions.close(open.id, mayWait(open, question) ? 'deferred' : 'replaced')
  }
  const minutes = slot.room === null ? manners.privateQuestionMinutes : manners.questionMinutes
  await turn.store.questions.insert({
    room: slot.room,
    person,
    about: question.about,
    record: question.record ?? null,
    data: question.data ?? null,
    askedAt: instant(slot.notBefore),
    expiresAt: instant(new Date(slot.notBefore.getTime() + minutes * 60_000)),
    status: 'open',
  })
  return [asked]
}

/** Asked again when the question that came between is settled; what is asked again already is not put off once more. */
const repeatable: readonly string[] = ['attendance', 'sessions', 'date', 'future_date', 'unknown_branch']
/** What a further report asks: a figure that was asked for before it stays 未报, in the contact's 待办. */
const figures: readonly string[] = ['attendance', 'sessions']
const ofReport: readonly string[] = [...repeatable, 'branch']

function mayWait(
  open: QuestionRow,
  next: { readonly about: About; readonly record?: number | null; readonly data?: unknown },
): boolean {
  const of = (data: unknown): { readonly again?: boolean; readonly todo?: number } => data ?? {}
  if (isHeld(open.about)) return open.about !== 'unsure' && of(open.data).todo !== of(next.data).todo
  if (figures.includes(open.about) && ofReport.includes(next.about)) return false
  return repeatable.includes(open.about) && open.record !== next.record && of(open.data).again !== true
}

/** What somebody was asked of a thing to do is decided: the question must not take a later word for its answer. */
export async function closeAsked(turn: Turn, todo: number, person: string): Promise<void> {
  for (const q of await turn.store.questions.openFor(person, null, instant(turn.now))) {
    if ((q.data as { readonly todo?: number } | null)?.todo === todo)
      await turn.store.questions.close(q.id, 'replaced')
  }
}

/** Asked of a report that waits: two such questions would take each other's answer. */
export const heldQuestions: readonly PendingAbout[] = [
  'same_event',
  'witness_value',
  'summary',
  'inside_summary',
  'parts',
  'improbable',
  'unsure',
]
export const isHeld = (about: string): boolean => (heldQuestions as readonly string[]).includes(about)

export const aboutOf = (q: QuestionRow): About => q.about as About
