import { parts, yearPeriod } from '../../core/day.js'
import { insideThem } from '../../ledger/change.js'
import { changed, correct } from '../../ledger/correct.js'
import { pendingOf, type Pending } from '../../ledger/pending.js'
import { holding, take, witness, type Taken } from '../../ledger/take.js'
import { sumsOf } from '../../core/totals.js'
import type { Activity, QuestionRow, RecordRow } from '../../store.js'
import { teacher, type Reply, type Turn } from '../../turn.js'
import { isNo, isYes, plain } from '../../understand/said.js'
import { valueText } from '../value-text.js'
import { counterOf, periodText } from '../figures.js'
import { askPending, totalText } from '../pending.js'
import { shortReceipt } from '../receipts.js'
import { offerJoints, thanks } from '../told.js'
import type { Answer } from './index.js'

const same = /^(?:(?:是|就是)?同一场|一样的?|重复了?|同一个|是一场|算一场|是同一[场个次])$/
const other = /^(?:(?:是)?(?:另一场|另外一场|不是同一场|两场|不同的?|另外的?|别的一?场))$/

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

/** 同一场 / 另一场. */
export const answerSameEvent: Answer = async (turn, q) => {
  const words = plain(turn.words)
  if (other.test(words) || isNo(words)) return takePending(turn, q)
  if (!same.test(words) && !isYes(words)) return null
  const w = await waiting(turn, q)
  const first = q.record === null ? null : await turn.store.records.byNo(q.record)
  if (w && first) await witness(turn, w.pending, first)
  if (w) await turn.store.todos.close(w.id)
  return [
    { to: 'here', class: 'answer', text: '好，只算一场。', records: q.record === null ? [] : [q.record] },
  ]
}

/** 「用您的62人吗？」 — 用, 不用, or 另一场. */
export const answerWitnessValue: Answer = async (turn, q) => {
  const words = plain(turn.words)
  if (other.test(words)) return takePending(turn, q)
  const use = isYes(words) || /^用(?:我的|62)?/.test(words)
  if (!use && !isNo(words) && !same.test(words)) return null
  const w = await waiting(turn, q)
  const record = q.record === null ? null : await turn.store.records.byNo(q.record)
  if (!w || !record) return []
  await witness(turn, w.pending, record)
  await turn.store.todos.close(w.id)
  const mine = w.pending.activity.measures.attendance
  if (!use || !mine)
    return [{ to: 'here', class: 'answer', text: `好，${record.no}号不变，只算一场。`, records: [record.no] }]
  const next = changed(record, { field: 'attendance', measure: mine })
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

const inside =
  /^(?:(?:是|都)?(?:连同|包括|包含|含|算在里面|在里面|在内|包括在内|连同在内|连同那些|一起的?|算进去了?|连那.{1,3}场?))$/
const apart = /^(?:(?:是)?(?:另外|另外的|另外.{1,3}场|不含|不包括|不在里面|不在内|单独的?|另算|额外的?))$/

/** 连同: the summary counts only what exceeds its events; 另外: it adds. */
export const answerSummary: Answer = async (turn, q) => {
  const words = plain(turn.words)
  const together = inside.test(words)
  if (!together && !apart.test(words)) return null
  const w = await waiting(turn, q)
  if (!w) return []
  const { activity, of } = w.pending
  const told = together ? { ...activity, includes: [...activity.includes, ...of] } : activity
  return tellTaken(turn, await take(turn, w.id, w.pending, told), (record) =>
    together ? addedText(turn, record) : besidesText(turn, record, of),
  )
}

async function besidesText(turn: Turn, record: RecordRow, of: readonly number[]): Promise<string> {
  const all = [...(await turn.store.records.byNos(of)), record]
  const total = `${periodText(record.period, turn.local.day)}合计${totalText(all)}`
  return `${shortReceipt(record, turn.house, turn.local.day)}，另外算，${total}。`
}

async function addedText(turn: Turn, record: RecordRow): Promise<string> {
  const { included, together } = await insideThem(turn.store, [record])
  const rest = sumsOf(record, included, together)
  const extra = [
    ...(rest.sessions ? [`${rest.sessions}场`] : []),
    ...(rest.count ? [`${rest.count}${counterOf(record.kind)}`] : []),
    ...(rest.attendance ? [`${rest.attendance}人次`] : []),
  ].join('')
  const total = `${periodText(record.period, turn.local.day)}合计${totalText([record])}`
  return extra
    ? `✅ 补记${extra}，${total}（${record.no}号）。`
    : `✅ 和已报的正好一样，没有要补的，${total}。`
}

/** Something told after a summary of its time: in it, or beside it. */
export const answerInsideSummary: Answer = async (turn, q) => {
  const words = plain(turn.words)
  const together = inside.test(words) || isYes(words)
  if (!together && !apart.test(words) && !isNo(words)) return null
  const w = await waiting(turn, q)
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

/** 「12861人是一场，还是全年？」 */
export const answerImprobable: Answer = async (turn, q) => {
  const words = plain(turn.words)
  if (/^(?:是)?(?:一场|这一场|就一场)|^没错$|^对$/.test(words)) return takePending(turn, q)
  if (!/全年|一年|今年|累计|合计|总数|一共/.test(words)) return null
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
