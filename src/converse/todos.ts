import { addDays } from '../core/day.js'
import { pendingOf } from '../ledger/pending.js'
import { missingOf } from '../ledger/record.js'
import type { RecordRow, TodoRow } from '../store.js'
import { teacher, type Turn } from '../turn.js'
import { oneLine } from './receipts.js'
import { ofOffice, ofOwnBranch } from './private.js'

/** A record that still lacks its audience stands on the list so long. */
const gapDays = 60
/** A page of the list, so that an answer stays at twelve lines. */
const pageSize = 7

/** What is decided first: what keeps a figure out of the totals, then people's wishes, then the rest. */
const order: readonly TodoRow['what'][] = [
  'joint',
  'held',
  'handover',
  'request',
  'identity',
  'send',
  'rumour',
  'essay',
  'other',
]

/** Whether something of this unit (null: of the office alone) is the sender's to decide. */
export const concerns = (turn: Turn, unit: string | null): boolean =>
  ofOffice(turn) || (turn.sender.role === 'contact' && unit !== null && ofOwnBranch(turn, unit))

/** What is open for the sender, the most pressing first. */
export async function openTodos(turn: Turn): Promise<readonly TodoRow[]> {
  const all = await turn.store.todos.open('all')
  return all
    .filter((t) => concerns(turn, t.unit))
    .sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what) || a.id - b.id)
}

/** Events of the last sixty days whose audience was not told, as far as they are the sender's. */
async function gapsOf(turn: Turn): Promise<readonly RecordRow[]> {
  const { day } = turn.local
  const rows = await turn.store.records.list({
    withoutAttendance: true,
    statuses: ['counted'],
    scope: 'event',
    overlaps: { start: addDays(day, -gapDays), end: day },
  })
  return rows.filter((r) => concerns(turn, r.unit) && missingOf(r) === 'attendance')
}

/** The list: numbered, each with the words that settle it; then gaps and missed messages in a line each. */
export async function todoText(turn: Turn, page: number): Promise<string> {
  const todos = await openTodos(turn)
  const gaps = await gapsOf(turn)
  const missed = (await turn.store.missed.open()).filter((m) => concerns(turn, m.unit))
  if (todos.length + gaps.length + missed.length === 0) return '没有要您办的。'
  const pages = Math.max(1, Math.ceil(todos.length / pageSize))
  const at = Math.min(Math.max(page, 1), pages)
  const shown = todos.slice((at - 1) * pageSize, at * pageSize)
  const errands = shown.filter(isErrand)
  return [
    ...(todos.length > 0 ? [`待办${todos.length}件：`] : []),
    ...shown.map((t) => `${t.id}. ${lineOf(t, turn)}`),
    ...(pages > 1 ? [`第${at}页，共${pages}页。${at < pages ? `后面的说“待办 第${at + 1}页”。` : ''}`] : []),
    ...errands.slice(0, 1).map((t) => `办好的说“办完”加号，如“办完 ${t.id}”。`),
    ...(gaps.length > 0 ? [gapLine(gaps)] : []),
    ...(missed.length > 0 ? [`漏网${missed.length}条，说“漏网”看。`] : []),
  ].join('\n')
}

function gapLine(gaps: readonly RecordRow[]): string {
  const nos = gaps.map((r) => `${r.no}号`)
  const some = nos.length > 6 ? `${nos.slice(0, 6).join('、')}等` : nos.join('、')
  return `人数未报${gaps.length}笔：${some}。补上说“${nos[0]}改120人”。`
}

/** Done outside the chat: only its being done is told. */
const isErrand = (t: TodoRow): boolean =>
  t.what === 'joint' ? t.ref === null : !['held', 'handover', 'identity'].includes(t.what)

/** A thing to do in one line, with the words that settle it. */
function lineOf(t: TodoRow, turn: Turn): string {
  if (t.what === 'held') return heldLine(t, turn)
  if (t.what === 'joint' && t.ref !== null)
    return `${clip(t.text.replace(/回“归并.*$/, ''), 80)}说“同一场 ${t.id}”或“另一场 ${t.id}”。`
  if (t.what === 'handover') return `${clip(t.text, 60)} 说“同意 ${t.id}”或“不同意 ${t.id}”。`
  return clip(t.text, 60)
}

/** Of these what 同一场 and 另一场 settle. */
export const isOneOrTwo = (t: TodoRow): boolean =>
  t.what === 'joint'
    ? t.ref !== null
    : t.what === 'held' && ['same_event', 'witness_value'].includes(pendingOf(t).about)

const clip = (text: string, length: number): string => {
  const line = text.replaceAll('\n', ' ')
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}

function heldLine(t: TodoRow, turn: Turn): string {
  const { activity, reporterName, of, about, doubt } = pendingOf(t)
  const who = `${teacher(reporterName)}报的「${oneLine(activity, turn.house, turn.local.day)}」`
  const why = {
    same_event: `像${of[0]}号`,
    witness_value: `像${of[0]}号`,
    summary: `和已报的${of.length}笔可能重复`,
    inside_summary: `可能已在${of[0]}号汇总里`,
    parts: '各项加起来和总数不一样',
    improbable: '人数太大',
    unsure: '没看准是不是活动',
  }[about]
  return `${who}${why}。${waysOf(about, t.id, doubt?.code === 'parts_disagree' ? [doubt.summed, doubt.stated] : [])}`
}

/** The words that settle a waiting report, with its number. */
export function waysOf(
  about: ReturnType<typeof pendingOf>['about'],
  id: number,
  values: readonly number[] = [],
): string {
  const ways = {
    same_event: ['同一场', '另一场'],
    witness_value: ['同一场', '用', '另一场'],
    summary: ['连同', '另外'],
    inside_summary: ['连同', '另外'],
    parts: values.length > 0 ? values.map((v) => `用${v}`) : ['记上', '不记'],
    improbable: ['一场', '全年', '不记'],
    unsure: ['记上', '不记'],
  }[about].map((w) => `“${w} ${id}”`)
  return `说${ways.slice(0, -1).join('、')}或${ways.at(-1)}。`
}
