import { parts, yearPeriod } from '../../core/day.js'
import { changed, correct } from '../../ledger/correct.js'
import { grounded } from '../../ledger/grounded.js'
import { pendingOf, type Pending } from '../../ledger/pending.js'
import { keepSource } from '../../ledger/record.js'
import { take, witness, type Taken } from '../../ledger/take.js'
import type { Activity, QuestionRow, RecordRow, StoredMeasure } from '../../store.js'
import { teacher, type Reply, type Turn } from '../../turn.js'
import { figureSaid, isNo, isYes, plain } from '../../understand/said.js'
import { valueText } from '../value-text.js'
import { shown } from '../figures.js'
import { askPending } from '../pending.js'
import { shortReceipt } from '../receipts.js'
import { offerJoints, thanks } from '../told.js'
import { choiceSaid, type Choice } from './choice.js'
import { ask } from '../ask.js'
import type { Answer } from './index.js'
import { namesDay, sameSaid } from './same-said.js'
import { justMine, twoTellings } from './two-tellings.js'
import { holds, whoseFigure, whoseSaid } from './whose.js'

const sameOrOther: Choice = {
  first:
    /^(?:都|就|应该|可能)*(?:是|算)?(?:那|这)?(?:同?一(?:场|个|次|回事|码事|件事)|同一(?:活动|条)|一样|重复|重了?|报重|记重|同样)(?:的|了)*$/,
  second:
    /^(?:都|就|应该)*(?:是|算)?(?:另外?(?:的|一[场次个回])?|别的一?[场次个]|两[场次个](?:活动|讲座)?|两回事|两码事|不(?:是|算)?(?:同?一(?:场|个|次|回事|码事|件事)|重复|一样|同)|没重复|分开的?|各是各的|(?:上午下午|上下午)?各一[场次])(?:的|了)*$/,
  yes: 'first',
  no: 'second',
}

/** The waiting report a question is about; null when it was settled elsewhere. */
export async function waiting(
  turn: Turn,
  q: QuestionRow,
): Promise<{ readonly id: number; readonly pending: Pending } | null> {
  const { todo } = (q.data ?? {}) as { todo?: number }
  const row = todo === undefined ? null : await turn.store.todos.byId(todo)
  return row && row.status === 'open' ? { id: row.id, pending: pendingOf(row) } : null
}

/** Takes a waiting report further, changed where the answer says so. */
export async function takePending(
  turn: Turn,
  q: QuestionRow,
  change: (activity: Activity) => Promise<Activity> = async (a) => a,
): Promise<Reply[] | null> {
  const w = await waiting(turn, q)
  if (!w) return []
  return tellTaken(turn, await take(turn, w.id, w.pending, await change(w.pending.activity)))
}

/** Says what became of a report that waited; `receipt` words it where it is on the book now. */
export async function tellTaken(
  turn: Turn,
  taken: Taken,
  receipt: (record: RecordRow) => Promise<string> | string = (r) =>
    shortReceipt(r, turn.house, turn.local.day),
  as: 'answer' | 'receipt' = 'answer',
): Promise<Reply[]> {
  switch (taken.is) {
    case 'gone':
      return []
    case 'asked':
      return askPending(turn, taken.todo, taken.pending, taken.of)
    case 'witness':
      return [await thanks(turn, taken.of)]
    case 'booked': {
      const { record } = taken
      const text = await receipt(record)
      return [
        { to: 'here', class: as, text, records: [record.no] },
        ...(await offerJoints(turn, taken.joints)),
      ]
    }
  }
}

/** 巧了都是80: the audience where both have the same. */
function sameFigure(told: Activity | undefined, first: RecordRow | null): readonly number[] {
  const value = told?.measures.attendance?.value
  return value !== undefined && value === first?.measures.attendance?.value ? [value] : []
}

/** 同一场 / 另一场. */
export const answerSameEvent: Answer = async (turn, q) => {
  const w = await waiting(turn, q)
  const first = q.record === null ? null : await turn.store.records.byNo(q.record)
  const known = sameFigure(w?.pending.activity, first)
  const chosen = choiceSaid(turn.words, sameOrOther, known)
  const said = chosen === null ? sameSaid(turn.words, known) : chosen === 'first' ? 'same' : 'other'
  if (said === 'other') return takePending(turn, q)
  if (said === null) return null
  // 我说的是昨天那场, of two on different days: either
  if (namesDay.test(turn.words) && w?.pending.activity.period.start !== first?.period.start) return null
  if (w && first) await witness(turn, w.pending, first)
  if (w) await turn.store.todos.close(w.id)
  const text = `好，只算一场${first && w ? otherFigure(first, w.pending.activity) : ''}。`
  return [{ to: 'here', class: 'answer', text, records: q.record === null ? [] : [q.record] }]
}

/** What the second telling said otherwise is not left out in silence. */
function otherFigure({ no, measures }: RecordRow, told: Activity): string {
  const [kept, other] = [measures.attendance, told.measures.attendance]
  if (!other || kept?.value === other.value) return ''
  const stands = kept ? `还记${shown(kept)}人次` : '人数还未报'
  return `，${no}号${stands}。要用${other.value}说“${no}号改${other.value}”`
}

/** 「用您的62人吗？」 — 用, 不用, or a figure: one of the two, or another; 另一场. */
export const answerWitnessValue: Answer = async (turn, q) => {
  if (choiceSaid(turn.words, { first: sameOrOther.first, second: sameOrOther.second }) === 'second')
    return takePending(turn, q)
  const w = await waiting(turn, q)
  const record = q.record === null ? null : await turn.store.records.byNo(q.record)
  const told = await twoTellings(turn, w?.pending, record)
  const whose = whoseSaid(turn.words, told) ?? justMine(turn, q)
  if (whose === 'list')
    return ask(turn, { to: 'sender', text: '签到上是多少人？回个数就行。' }, { ...q, about: 'witness_value' })
  const chosen = valueChosen(turn, w?.pending.activity.measures.attendance, record, whose)
  if (chosen === null) return null
  if (!w || !record) return []
  await witness(turn, w.pending, record)
  await turn.store.todos.close(w.id)
  if (chosen === 'kept')
    return [{ to: 'here', class: 'answer', text: `好，${record.no}号不变，只算一场。`, records: [record.no] }]
  await keepSource(turn)
  const next = changed(record, { field: 'attendance', measure: chosen })
  const done = await correct(turn, record, {
    ...next,
    speakers: record.speakers.length > 0 ? record.speakers : w.pending.activity.speakers,
  })
  const first = await turn.store.sources.get(record.source)
  const who = [first?.senderName, teacher(w.pending.reporterName)].filter(Boolean).join('、')
  return [
    {
      to: 'here',
      class: 'answer',
      text: `✅ ${record.no}号已改：${valueText(turn, record, 'attendance', false)} → ${valueText(turn, done, 'attendance')}（${who}）`,
      records: [record.no],
    },
  ]
}

/** The figure that holds from now on; `kept`: the one on the book; null: the words choose neither. */
function valueChosen(
  turn: Turn,
  mine: StoredMeasure | undefined,
  record: RecordRow | null,
  whose: 'mine' | 'kept' | null,
): StoredMeasure | 'kept' | null {
  if (whose !== null) return whose === 'mine' && mine ? mine : 'kept'
  if (sameOrOther.first.test(plain(turn.words))) return 'kept'
  // 101 alone is the record that was named, not a figure
  if (record && plain(turn.words) === String(record.no)) return null
  for (const clause of turn.words.split(/[，,。；;！!\s]+/)) {
    const words = clause.replace(whoseFigure, '').replace(holds, '')
    const figure = figureSaid(words)
    if (!figure || (figure.field !== null && figure.field !== 'attendance')) continue
    const { value } = figure.measure
    if (value === record?.measures.attendance?.value) return 'kept'
    return mine && value === mine.value ? mine : grounded(turn, figure.measure, words)
  }
  return null
}

const onceOrYear: Choice = {
  first:
    /^(?:是|就|就是)?(?:(?:这|那)?一[场次](?:的|活动)?(?:人数)?(?:来了?|有)?(?:这么多|那么多)?的?|(?:当天|当场|现场|一天|一回|单场)的?|[这那]?一[场次]的?(?:人数|数)?(?:就|就是)?(?:有|来)?[这那]么多|没[写打弄报]?错|真的?|(?:真|确实|是|就|的确)(?:是|有|来了?)?[这那]么多)$/,
  second:
    /^(?!.{0,6}(?:不是|不算|没有?|别算).{0,3}(?:全年|一年|今年|累计|合计|总数)).{0,12}(?:全年|一年|今年|年度|年初|累计|合计|总数|一共|几个月|加起来)/,
  yes: 'first',
}

/** 「12861人是一场，还是全年？」 — or the right figure: 多打了一个1，是1286. */
export const answerImprobable: Answer = async (turn, q) => {
  const said = choiceSaid(turn.words, onceOrYear)
  if (said === 'first') return takePending(turn, q)
  if (said === 'second')
    return takePending(turn, q, async (a) => {
      const { sessions, ...measures } = a.measures
      const told = Boolean(sessions?.words)
      return {
        ...a,
        scope: 'summary',
        period: yearPeriod(parts(a.period.start)[0]),
        measures: told ? a.measures : measures,
      }
    })
  const figure = lastFigure(turn.words)
  if (!figure || (figure.field !== null && figure.field !== 'attendance')) return null
  return takePending(turn, q, async (a) => {
    await keepSource(turn)
    return { ...a, measures: { ...a.measures, attendance: grounded(turn, figure.measure, figure.words) } }
  })
}

/** The figure at the end of an answer: 多打了一个1，是1286. */
function lastFigure(text: string) {
  const words =
    text
      .split(/[，,。；;！!\s]+/)
      .filter(Boolean)
      .at(-1) ?? ''
  const figure = figureSaid(words.replace(/^(?:应该|实际)?(?:是|有|为)?/, ''))
  return figure && { ...figure, words }
}

/** 记 / 不用. */
export const answerUnsure: Answer = async (turn, q) => {
  const words = plain(turn.words)
  const missed = async (status: 'recorded' | 'dismissed', source: string): Promise<void> => {
    for (const m of await turn.store.missed.open())
      if (m.message === source) await turn.store.missed.settle(m.id, status)
  }
  const w = await waiting(turn, q)
  if (isNo(words) || /^(?:不记|不报|不是报?)/.test(words)) {
    if (w) await turn.store.todos.close(w.id)
    if (w) await missed('dismissed', w.pending.source)
    return [{ to: 'here', class: 'answer', text: '好，不记。' }]
  }
  if (!isYes(words) && !words.startsWith('记')) return null
  if (w) await missed('recorded', w.pending.source)
  return takePending(turn, q)
}
