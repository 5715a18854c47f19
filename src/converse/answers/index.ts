import type { QuestionRow } from '../../store.js'
import { instant, type Reply, type Turn } from '../../turn.js'
import { isDropped } from '../../understand/said.js'
import { pendingOf } from '../../ledger/pending.js'
import { aboutOf, isHeld, type About } from '../ask.js'
import { askAgain } from '../ask-again.js'
import { tellsAgain, tellsOfAnother } from '../own-report.js'
import { askNext } from '../pending.js'
import { answerAttendance, answerEarly, answerField, answerSessions } from './figures.js'
import { answerBranch, answerDate, answerFutureDate, answerUnknownBranch } from './identity.js'
import { heldAnswers } from './held.js'
import { answerSeveral } from './several.js'
import { answerStale } from './stale.js'
import { answerClose, answerErase, answerHandover, answerPlanResult, answerZero } from './office.js'

/** Reads a text as the answer to one kind of question; null: it is no answer, the question stays open. */
export type Answer = (turn: Turn, question: QuestionRow) => Promise<Reply[] | null>

/** What is asked → how its answer is read. */
const answers: Record<About, Answer> = {
  attendance: answerAttendance,
  sessions: answerSessions,
  branch: answerBranch,
  date: answerDate,
  future_date: answerFutureDate,
  unknown_branch: answerUnknownBranch,
  ...heldAnswers,
  plan_result: answerPlanResult,
  zero: answerZero,
  stale: answerStale,
  which_field: answerField,
  close: answerClose,
  erase: answerErase,
  handover: answerHandover,
  suggested: async () => null,
}

/** Longer texts are never answers to a short question. */
const longest = 40

/** The replies to an answer, or null when the message answers no open question of its sender here. */
export async function answerTo(turn: Turn): Promise<Reply[] | null> {
  if (turn.words.length > longest) return null
  const open = await turn.store.questions.openFor(
    turn.sender.id,
    turn.message.room ?? null,
    instant(turn.now),
  )
  const asked = open.filter((q) => q.askedAt <= instant(turn.message.sentAt))
  const quoted = asked.filter((q) => q.record !== null && turn.quoted.includes(q.record))
  // what quotes another record is said of that one
  for (const question of turn.quoted.length > 0 ? quoted : asked) {
    const both = await answerSeveral(turn, question)
    if (both === null && (await isOfAnother(turn, question))) continue
    const replies = both ?? (await answerOf(turn, question))
    // 不用 answers some questions; to the others it says, like 算了, that nothing more is to be asked
    if (replies === null && isDropped(turn.words)) {
      await turn.store.questions.close(question.id, 'dropped')
      return []
    }
    if (replies === null) continue
    await turn.store.questions.close(question.id, 'answered')
    if (replies.some((r) => r.class === 'question')) return replies
    const rest = isHeld(question.about) ? await askRest(turn, question) : []
    return [...replies, ...(rest.length > 0 ? rest : await askAgain(turn))]
  }
  for (const question of turn.quoted.length > 0 ? [] : open.filter((q) => !asked.includes(q))) {
    const replies = await answerEarly(turn, question)
    if (replies === null) continue
    await turn.store.questions.close(question.id, 'answered')
    return replies
  }
  return null
}

/** What is chosen of two or said in a word, also with its reason in the other clauses: 同意，她接得住 · 人数，我看颠倒了. */
async function answerOf(turn: Turn, question: QuestionRow): Promise<Reply[] | null> {
  const read = answers[aboutOf(question)]
  const whole = await read(turn, question)
  if (whole !== null || !explained.has(aboutOf(question))) return whole
  const clauses = turn.words.split(/[，,。；;！!\n]+/).filter((c) => c.trim() !== '')
  for (const words of clauses.length > 1 && clauses.length < 5 ? [clauses[0]!, clauses.at(-1)!] : []) {
    if (clauses.some((c) => c !== words && tellsMore.test(c))) continue
    const replies = await read({ ...turn, words: words.trim() }, question)
    if (replies !== null) return replies
  }
  return null
}
const explained: ReadonlySet<About> = new Set([
  'which_field',
  'handover',
  'close',
  'stale',
  'future_date',
  'unknown_branch',
  'date',
])
/** A figure, a question, a doubt or the opposite: more than a reason. */
const tellsMore =
  /\d|多少|几|什么|怎么|哪|谁|[?？吗]|不过|但|可是|只是|如果|要是|假如|除非|等[等一我他她]|再说|不[是用要行同准换结对]|别|先|还是/

/** Asked for a figure of a record: what is told of another day or kind does not answer. */
async function isOfAnother(turn: Turn, { about, record }: QuestionRow): Promise<boolean> {
  const row = record !== null && forFigures.has(about) ? await turn.store.records.byNo(record) : null
  if (!row) return false
  // whose figure holds is said, not told: the telling itself asked about it
  if (about === 'witness_value' && tellsAgain(turn)) return true
  const { kind, venue, period, dayAssumed } = row
  return tellsOfAnother(turn, { kind, venue, period: dayAssumed ? null : period })
}
const forFigures: ReadonlySet<string> = new Set<About>([
  'attendance',
  'sessions',
  'witness_value',
  'which_field',
  'stale',
])

/** What else of the message a question was about waits for an answer. */
async function askRest(turn: Turn, question: QuestionRow): Promise<Reply[]> {
  const { todo } = (question.data ?? {}) as { readonly todo?: number }
  const row = todo === undefined ? null : await turn.store.todos.byId(todo)
  return row ? askNext(turn, pendingOf(row)) : []
}
