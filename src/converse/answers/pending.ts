import { parts, yearPeriod } from '../../core/day.js'
import { revise } from '../../ledger/change.js'
import { changed, correct } from '../../ledger/correct.js'
import { pendingOf, type Pending } from '../../ledger/pending.js'
import { book } from '../../ledger/record.js'
import { sumsOf } from '../../core/totals.js'
import type { Activity, QuestionRow, RecordRow } from '../../store.js'
import { instant, teacher, type Reply, type Turn } from '../../turn.js'
import { isNo, isYes, plain } from '../../understand/said.js'
import { valueText } from '../correction.js'
import { counterOf, periodText } from '../figures.js'
import { totalText } from '../pending.js'
import { shortReceipt } from '../receipts.js'
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

/** Books a waiting report, changed where the answer says so, and gives its receipt. */
export async function takePending(
  turn: Turn,
  q: QuestionRow,
  change: (activity: Activity) => Promise<Activity> = async (a) => a,
): Promise<Reply[] | null> {
  const w = await waiting(turn, q)
  if (!w) return []
  const record = await settle(turn, w.id, w.pending, await change(w.pending.activity))
  return [
    {
      to: 'here',
      class: 'answer',
      text: shortReceipt(record, turn.house, turn.local.day),
      records: [record.no],
    },
  ]
}

/** Gives a waiting report its number: reporter, room and source are those of the message it came with. */
export async function settle(
  turn: Turn,
  todo: number,
  pending: Pending,
  activity: Activity,
): Promise<RecordRow> {
  const from = { reporter: pending.reporter, room: pending.room, source: pending.source }
  const record = await book(turn, activity, null, from)
  await turn.store.todos.close(todo)
  return record
}

/** 同一场 / 另一场. */
export const answerSameEvent: Answer = async (turn, q) => {
  const words = plain(turn.words)
  if (other.test(words) || isNo(words)) return takePending(turn, q)
  if (!same.test(words) && !isYes(words)) return null
  const w = await waiting(turn, q)
  if (w) await witness(turn, w.pending, q.record)
  if (w) await turn.store.todos.close(w.id)
  return [
    { to: 'here', class: 'answer', text: '好，只算一场。', records: q.record === null ? [] : [q.record] },
  ]
}

async function witness(turn: Turn, pending: Pending, no: number | null): Promise<void> {
  if (no !== null)
    await turn.store.records.addWitness(no, {
      message: pending.source,
      person: pending.reporter,
      at: instant(turn.now),
    })
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
  await witness(turn, w.pending, record.no)
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
  const record = await settle(turn, w.id, w.pending, together ? { ...activity, includes: of } : activity)
  if (!together) {
    const all = [...(await turn.store.records.byNos(of)), record]
    const total = `${periodText(record.period, turn.local.day)}合计${totalText(all)}`
    const text = `${shortReceipt(record, turn.house, turn.local.day)}，另外算，${total}。`
    return [{ to: 'here', class: 'answer', text, records: [record.no] }]
  }
  const events = await turn.store.records.byNos(of)
  const rest = sumsOf(record, events)
  const extra =
    rest.sessions || rest.attendance || rest.count
      ? [
          ...(rest.sessions ? [`${rest.sessions}场`] : []),
          ...(rest.count ? [`${rest.count}${counterOf(record.kind)}`] : []),
          ...(rest.attendance ? [`${rest.attendance}人次`] : []),
        ].join('')
      : ''
  const total = `${periodText(record.period, turn.local.day)}合计${totalText([record])}`
  return [
    {
      to: 'here',
      class: 'answer',
      text: extra
        ? `✅ 补记${extra}，${total}（${record.no}号）。`
        : `✅ 和已报的正好一样，没有要补的，${total}。`,
      records: [record.no],
    },
  ]
}

/** A single event told after its month's summary: in it, or beside it. */
export const answerInsideSummary: Answer = async (turn, q) => {
  const words = plain(turn.words)
  const together = inside.test(words) || isYes(words)
  if (!together && !apart.test(words) && !isNo(words)) return null
  const w = await waiting(turn, q)
  if (!w) return []
  const record = await settle(turn, w.id, w.pending, w.pending.activity)
  const summary = q.record === null ? null : await turn.store.records.byNo(q.record)
  if (together && summary) {
    await revise(
      turn.store,
      turn.house.tree,
      summary,
      { includes: [...summary.includes, record.no] },
      { at: instant(turn.now), by: turn.sender.id, why: 'answer', message: turn.message.id },
    )
  }
  const note = together && summary ? `（在${summary.no}号汇总里，不重复算）` : ''
  return [
    {
      to: 'here',
      class: 'answer',
      text: `${shortReceipt(record, turn.house, turn.local.day)}${note}`,
      records: [record.no],
    },
  ]
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
