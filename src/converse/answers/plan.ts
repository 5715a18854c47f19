import { single } from '../../core/day.js'
import { kindName } from '../../core/kinds.js'
import { grounded } from '../../ledger/grounded.js'
import { keepSource, missingOf } from '../../ledger/record.js'
import { take } from '../../ledger/take.js'
import type { Activity, PlanRow, StoredMeasures } from '../../store.js'
import { answer, type Reply, type Turn } from '../../turn.js'
import { isYes, plain } from '../../understand/said.js'
import { ask } from '../ask.js'
import { shortReceipt } from '../receipts.js'
import { askMissing } from '../asking.js'
import { movedDay, moveTo } from '../plan-moved.js'
import { figureTold } from '../plan-figure.js'
import { outcomeOf } from '../plan-words.js'
import { followupMinute, planQuestion } from '../plan-question.js'
import { tellsOfAnother } from '../own-report.js'
import type { Answer } from './index.js'
import { tellTaken } from './pending.js'
import { answeredFigure } from './spoken-figure.js'
import { unknownSaid } from './unknown.js'

/** 「讲完了吗？回人数就行，没去成回“没去”。」 */
export const answerPlanResult: Answer = async (turn, q) => {
  const { plan } = (q.data ?? {}) as { plan?: number }
  const row = plan === undefined ? null : await turn.store.plans.byId(plan)
  if (!row || row.status === 'done' || row.status === 'cancelled') return null
  const { kind, venue, day } = row
  if (tellsOfAnother(turn, { kind, venue, period: single(day) }) || (await namesAnother(turn, row)))
    return null
  // 看102 looks at a record; 102 alone may mean the record of that number
  const number = /^(看?)\s*(?:第\s*)?(\d{3,6})$/.exec(plain(turn.words))
  if (number && Number(number[2]) > 100) {
    if (number[1] !== '') return null
    if ((await turn.store.records.byNo(Number(number[2]))) !== null)
      return ask(
        turn,
        { to: 'sender', text: numberOrRecord(number[2]!) },
        { about: 'plan_result', data: { plan: row.id } },
      )
  }
  if (isYes(turn.words) || /^(?:完|都?完)[了啦]*$/.test(turn.words.replace(/[。！!～~\s]/g, '')))
    return ask(turn, { to: 'sender', text: howMany }, { about: 'plan_result', data: { plan: row.id } })
  return finishPlan(turn, row, turn.words)
}
const numberOrRecord = (n: string): string => `来了${n}人就回“${n}人”，要看那一条就回“${n}号”。`

/** 柳树村讲完了, where another of the evening is asked about: src/converse/plans.ts takes it up. */
async function namesAnother({ store, sender, words, sent }: Turn, row: PlanRow): Promise<boolean> {
  if (namedDone(words, row, true) !== null) return false
  const due = (await store.plans.openOf(sender.id)).filter((p) => p.id !== row.id && p.day <= sent.day)
  return due.some((p) => namedDone(words, p, true) !== null)
}

/** What stands beside 讲完了, 办好啦 (「120人」, or nothing); null where a text does not say that it is over. */
export function doneSaid(words: string): string | null {
  const outcome = outcomeOf(words)
  return outcome.is === 'done' && outcome.said ? outcome.rest : null
}

const doneNamed =
  /^([^，,。；;：:！!?？\d]{1,14}?)(?:已经?|都|刚刚?|给){0,2}(?:讲|办|搞|上|开|做|弄|跑|看)(?:完|过|好)了?(?=$|[，,。：:！!\s\d])[，,。：:！!\s]*/
/**
 * What stands behind 草莓课讲完了 where the words in front name the plan by a piece of its place or topic, or only by its
 * kind or day (not where `byName`); null where they do not.
 */
export function namedDone(words: string, plan: PlanRow, byName = false): string | null {
  const m = doneNamed.exec(words.trim())
  if (!m || /[没未不]/.test(m[0])) return null
  const rest = words.trim().slice(m[0].length)
  const front = m[1]!.replace(/^(?:我|今天|今儿|上午|下午|刚才|早上|晚上)+/, '')
  const names = [plan.venue, ...plan.topics, ...(plan.kind ? [kindName(plan.kind)] : [])]
  const piece = pairsOf(front).some((p) => names.some((n) => n?.includes(p)))
  const plainly = /^(?:那|这|的|堂|节|场|次|门|个|课|讲座|培训班?|义诊|咨询|活动|讲课)*$/.test(front)
  return rest !== '' && (piece || (plainly && !byName)) ? rest : null
}
const pairsOf = (words: string): string[] =>
  Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2))

const ofNumber = /[数人点计签登多几头]/
const whether = '讲成了吗？讲了回人数或“讲完了”，没去成回“没去”。'
const howMany = '好，大约多少人？回个数就行，没数就回“没数”。'

/** Makes a record of a plan from one number; null when the words are neither a number nor a cancellation. */
export async function finishPlan(turn: Turn, plan: PlanRow, words: string): Promise<Reply[] | null> {
  const named = namedDone(words, plan, true) !== null
  const moved = movedDay(words, turn.sent)
  if (moved) return moveTo(turn, plan, moved.to)
  const outcome = outcomeOf(words, named)
  const asking = { about: 'plan_result', data: { plan: plan.id } } as const
  if (outcome.is === 'early') return ask(turn, { to: 'sender', text: '好，不急，完了回个人数就行。' }, asking)
  if (outcome.is === 'off') {
    await turn.store.plans.update({ ...plan, status: 'cancelled' })
    return [answer('好的，这次不记。'), ...(await askNextPlan(turn, plan.id))]
  }
  const { rest } = outcome
  if (rest === '') return ask(turn, { to: 'sender', text: howMany }, asking)
  const said = figureIn(rest) ?? figureTold(rest.trim(), plan, turn.sent)
  if (!said && !unknownSaid(rest)) {
    // 忙完了，坐了满满一屋子: how many is asked once more where it was asked
    const asks = outcome.said && turn.message.room === undefined && !/[\d二三四五六七八九十百千两]/.test(rest)
    return asks ? ask(turn, { to: 'sender', text: howMany }, asking) : null
  }
  // 忘了, 不知道: not how many, but perhaps whether
  if (!said && !outcome.said && !ofNumber.test(rest))
    return turn.message.room === undefined ? ask(turn, { to: 'sender', text: whether }, asking) : null
  if (said && (said.measure.value <= 0 || (said.field !== null && said.field !== 'attendance'))) return null
  await keepSource(turn)
  const measures: StoredMeasures = {
    sessions: { value: 1, qualifier: 'exact', words: '', source: plan.message },
    ...(said ? { attendance: grounded(turn, said.measure, said.piece) } : {}),
  }
  const activity: Activity = {
    kind: plan.kind ?? 'lecture',
    unit: plan.unit ?? turn.sender.unit,
    partners: [],
    period: single(plan.day),
    dayAssumed: false,
    scope: 'event',
    measures,
    topics: plan.topics,
    speakers: [],
    venue: plan.venue,
    otherKinds: [],
    evidence: {},
    includes: [],
    part: 0,
  }
  const { id: reporter, name: reporterName } = turn.sender
  const from = { reporter, reporterName, room: plan.room, source: turn.message.id }
  const taken = await take(turn, null, { activity, about: 'unsure', of: [], doubt: null, ...from }, activity)
  const record = taken.is === 'booked' ? taken.record : null
  await turn.store.plans.update({ ...plan, status: 'done', record: record?.no ?? null })
  // the branch may have told it already
  if (!record) return tellTaken(turn, taken)
  const text = shortReceipt(record, turn.house, turn.local.day)
  if (missingOf(record) === 'branch') return askMissing(turn, record, 'branch', text)
  const gap = said ? '' : '，人数记“未报”'
  return [answer(`${text}${gap}。谢谢您。`, [record.no]), ...(await askNextPlan(turn, plan.id))]
}

/** 来了不少，得有两百多人: the figure of the whole or of the one clause that tells how many, and where it was read. */
function figureIn(words: string) {
  const read = (piece: string) => {
    const figure = answeredFigure(piece)
    return figure ? [{ ...figure, piece }] : []
  }
  const [whole] = read(words.trim())
  if (whole || words.length > 40) return whole ?? null
  const told = words
    .split(/[，,。；;！!\s]+/)
    .filter(Boolean)
    .flatMap(read)
  return told.length === 1 ? told[0]! : null
}

/** Of several activities of an evening one is asked about at a time: the next one after the answer. */
async function askNextPlan(turn: Turn, answered: number): Promise<Reply[]> {
  const { day, minute } = turn.local
  for (const plan of await turn.store.plans.openOf(turn.sender.id)) {
    const due = plan.day < day || (plan.day === day && minute >= followupMinute)
    if (plan.id === answered || plan.status !== 'open' || !due) continue
    await turn.store.plans.update({ ...plan, status: 'asked' })
    return ask(
      turn,
      { to: 'sender', text: planQuestion(turn.sender.name, plan, day) },
      { about: 'plan_result', data: { plan: plan.id } },
    )
  }
  return []
}
