import { parts, yearPeriod } from '../../core/day.js'
import { insideThem } from '../../ledger/change.js'
import { changed, correct } from '../../ledger/correct.js'
import { grounded } from '../../ledger/grounded.js'
import { pendingOf, type Pending } from '../../ledger/pending.js'
import { keepSource } from '../../ledger/record.js'
import { covers } from '../../ledger/once.js'
import { holding, take, witness, type Taken } from '../../ledger/take.js'
import { sumsOf } from '../../core/totals.js'
import type { Activity, QuestionRow, RecordRow, StoredMeasure } from '../../store.js'
import { teacher, type Reply, type Turn } from '../../turn.js'
import { figureSaid, isNo, isYes, plain } from '../../understand/said.js'
import { valueText } from '../value-text.js'
import { counterOf, periodText, shown } from '../figures.js'
import { askPending, totalText } from '../pending.js'
import { shortReceipt } from '../receipts.js'
import { offerJoints, thanks } from '../told.js'
import { choiceSaid, type Choice } from './choice.js'
import { ask } from '../ask.js'
import { insideOrApart } from './inside-or-apart.js'
import { readInside, type InsideAsked } from './inside-words.js'
import type { Answer } from './index.js'
import { sameSaid } from './same-said.js'
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
async function waiting(
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

/** 连同: the summary counts only what exceeds its events; 另外: it adds. */
export const answerSummary: Answer = async (turn, q) => {
  const w = await waiting(turn, q)
  const asked = await insideAsked(turn, w?.pending)
  const said = choiceSaid(turn.words, insideOrApart(asked))
  if (said === null) return w && fitsNeither(turn.words, asked) ? askOnce(turn, w) : null
  const together = said === 'first'
  if (!w) return []
  const { activity, of } = w.pending
  // what was given to another branch since the question is in no total of this one
  const inside = (await turn.store.records.byNos(of))
    .filter((r) => covers(activity, r, turn))
    .map((r) => r.no)
  const told = together ? { ...activity, includes: [...activity.includes, ...inside] } : activity
  return tellTaken(turn, await take(turn, w.id, w.pending, told), (record) =>
    together ? addedText(turn, record) : besidesText(turn, record, of),
  )
}

/** What was told one by one and the sum of it, as they were asked about. */
async function insideAsked(turn: Turn, pending: Pending | undefined): Promise<InsideAsked> {
  const rows = await turn.store.records.byNos(pending?.of ?? [])
  const events = rows.reduce((sum, r) => sum + ((r.measures.sessions ?? r.measures.count)?.value ?? 0), 0)
  const told = pending?.activity.measures
  const sum = (told?.sessions ?? told?.count)?.value ?? null
  return { events: events === 0 ? null : events, sum, eventsAre: '那' }
}

/** 一共7场 of two and four: asked again, with nothing else to be read from it. */
const fitsNeither = (words: string, asked: InsideAsked): boolean =>
  readInside(plain(words), asked) === 'neither'
const askOnce = async (
  turn: Turn,
  { id, pending }: { readonly id: number; readonly pending: Pending },
): Promise<Reply[]> => askPending(turn, id, pending, await turn.store.records.byNos(pending.of))

async function besidesText(turn: Turn, record: RecordRow, of: readonly number[]): Promise<string> {
  const all = [...(await turn.store.records.byNos(of)), record]
  const total = `${periodText(record.period, turn.local.day)}合计${totalText(all, turn.house)}`
  return `${shortReceipt(record, turn.house, turn.local.day)}，另外算，${total}。`
}

async function addedText(turn: Turn, record: RecordRow): Promise<string> {
  const rest = sumsOf(record, { ...(await insideThem(turn.store, [record])), tree: turn.house.tree })
  const extra = [
    ...(rest.sessions ? [`${rest.sessions}场`] : []),
    ...(rest.count ? [`${rest.count}${counterOf(record.kind)}`] : []),
    ...(rest.attendance ? [`${rest.attendance}人次`] : []),
  ].join('')
  const total = `${periodText(record.period, turn.local.day)}合计${totalText([record], turn.house)}`
  return extra
    ? `✅ 补记${extra}，${total}（${record.no}号）。`
    : `✅ 和已报的正好一样，没有要补的，${total}。`
}

/** Something told after a summary of its time: in it, or beside it. */
export const answerInsideSummary: Answer = async (turn, q) => {
  const w = await waiting(turn, q)
  const sum = q.record === null ? null : await turn.store.records.byNo(q.record)
  const ways = insideOrApart({
    events: w?.pending.activity.measures.sessions?.value ?? null,
    sum: sum?.measures.sessions?.value ?? null,
    eventsAre: '这',
  })
  const said = choiceSaid(turn.words, { ...ways, yes: 'first', no: 'second' }) ?? inBook(turn.words)
  if (said === null) return null
  const together = said === 'first'
  if (!w) return []
  const within = together && q.record !== null ? [...(w.pending.within ?? []), q.record] : w.pending.within
  const of = together && q.record !== null ? await holding(turn, q.record) : w.pending.of
  const pending = { ...w.pending, of, ...(within === undefined ? {} : { within }) }
  const note = together && q.record !== null ? `（在${q.record}号汇总里，不重复算）` : ''
  return tellTaken(
    turn,
    await take(turn, w.id, pending, w.pending.activity),
    (record) => `${shortReceipt(record, turn.house, turn.local.day)}${note}`,
  )
}

/** 算 · 没有 · 不算: whether it is in, in a word. */
function inBook(text: string): 'first' | 'second' | null {
  const words = plain(text)
  if (/^(?:就?算|有|已经?算|已有|有了|算过)$/.test(words)) return 'first'
  return /^(?:不算|没有?|没得|没算)$/.test(words) ? 'second' : null
}

const onceOrYear: Choice = {
  first:
    /^(?:是|就|就是)?(?:(?:这|那)?一[场次](?:的|活动)?(?:来了?|有)?(?:这么多|那么多)?的?|(?:当天|一天|一回)的?|没错|真的)$/,
  second: /全年|一年|今年|累计|合计|总数|一共|几个月|加起来/,
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
