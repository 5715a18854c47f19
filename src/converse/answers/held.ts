import type { PendingAbout } from '../../ledger/weigh.js'
import type { QuestionRow } from '../../store.js'
import type { Reply, Turn } from '../../turn.js'
import { answerParts } from './figures.js'
import { answerInsideSummary, answerSummary } from './in-sum.js'
import type { Answer } from './index.js'
import { answerImprobable, answerSameEvent, answerUnsure, answerWitnessValue } from './pending.js'

/** What is asked of a report that waits → how its answer is read, whoever gives it. */
export const heldAnswers: Readonly<Record<PendingAbout, Answer>> = {
  same_event: answerSameEvent,
  witness_value: answerWitnessValue,
  summary: answerSummary,
  inside_summary: answerInsideSummary,
  parts: answerParts,
  improbable: answerImprobable,
  unsure: answerUnsure,
}

/** Reads the words as the answer to such a question; null: they are none. */
export const readHeld = (turn: Turn, question: QuestionRow): Promise<Reply[] | null> =>
  heldAnswers[question.about as PendingAbout](turn, question)
