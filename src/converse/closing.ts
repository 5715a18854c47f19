import { monthOf, type PlainDate } from '../core/day.js'
import { countsDocuments, kindName, kindTable, type Kind } from '../core/kinds.js'
import { daysOfMonth } from '../core/month.js'
import { cellOf, type Sums } from '../core/totals.js'
import { checkOf, closeMonth, snapshotIn, snapshotOf, wholeOf } from '../ledger/close.js'
import { pendingOf } from '../ledger/pending.js'
import { tally } from '../ledger/tally.js'
import type { ClosingRow, Store } from '../store.js'
import type { Reply, Turn } from '../turn.js'
import { privately } from '../turn.js'
import { ask } from './ask.js'
import { counterOf, dayText } from './figures.js'
import { monthText } from './months.js'
import { ofOffice } from './private.js'

/** What is still to be settled in a month before it is closed. */
export interface Loose {
  /** Records held, and reports that wait without a number. */
  readonly held: number
  /** Numbers of counted records without an audience. */
  readonly gaps: readonly number[]
  /** Joint pairs not decided. */
  readonly joints: number
}

export async function looseOf(turn: Turn, month: string): Promise<Loose> {
  const { store, house, local } = turn
  const inMonth = (r: { readonly period: { readonly start: PlainDate; readonly end: PlainDate } }): boolean =>
    cellOf(r.period) === month
  const near = await store.records.list({ overlaps: daysOfMonth(month), statuses: ['counted', 'held'] })
  const waiting = (await store.todos.open('all')).filter(
    (t) => t.what === 'held' && inMonth(pendingOf(t).activity),
  )
  const { openJoints } = await tally(
    store,
    house,
    { unit: house.tree.root, kinds: null, indicator: null, period: daysOfMonth(month) },
    local.day,
  )
  const mine = near.filter(inMonth)
  return {
    held: mine.filter((r) => r.status === 'held').length + waiting.length,
    gaps: mine
      .filter((r) => r.status === 'counted' && !countsDocuments(r.kind) && !r.measures.attendance)
      .map((r) => r.no),
    joints: openJoints,
  }
}

/**
 * 结账十月: the figures and what is open, and the question; a month named in which nothing is open is closed at once, a
 * closed month shows its closing.
 */
export async function offerClosing(turn: Turn, month: string, named: boolean): Promise<Reply[]> {
  const { store, house, local } = turn
  const name = monthText(month, local.day)
  const closed = await store.closings.get(month)
  if (closed) return [privately(closedText(turn, closed))]
  const { end } = daysOfMonth(month)
  if (local.day < end) return [privately(`${name}还没过完，${dayText(end, local.day)}起再结。`)]
  const loose = looseText(await looseOf(turn, month))
  if (!loose && named) return closeNow(turn, month)
  const figures = figuresText(wholeOf(await snapshotOf(store, house, month)))
  const text = loose
    ? `${name}：${figures}，${loose}。先办完还是现在结？`
    : `${name}：${figures}，没有要办的。现在结吗？回“现在结”。`
  return ask(turn, { to: 'sender', text }, { about: 'close', data: { month } })
}

/** Closes the month as it stands and says its code. */
export async function closeNow(turn: Turn, month: string): Promise<Reply[]> {
  const name = monthText(month, turn.local.day)
  const old = await turn.store.closings.get(month)
  if (old) return [privately(closedText(turn, old))]
  const { held } = await looseOf(turn, month)
  const closing = await closeMonth(turn, month)
  const figures = figuresText(wholeOf(snapshotIn(closing)))
  const rest = held > 0 ? `待核${held}笔核定后列入差异，算结账后补报。` : ''
  return [privately(`✅ ${name}已结账（校验码 ${closing.check}）：${figures}。${rest}`)]
}

function closedText(turn: Turn, closing: ClosingRow): string {
  const name = monthText(closing.month, turn.local.day)
  const day = dayText(turn.house.zone.local(new Date(closing.at)).day, turn.local.day)
  const snapshot = snapshotIn(closing)
  const sound = checkOf(snapshot) === closing.check ? '' : '（和校验码对不上，请管理员看）'
  return `${name}在${day}已经结账（校验码 ${closing.check}）：${figuresText(wholeOf(snapshot))}${sound}。后来的变化说“差异 ${name}”。`
}

/** Whether a month is closed, and since when; its figures are for the office, which asked for them to be kept. */
export async function isClosedText(turn: Turn, month: string): Promise<string> {
  const { store, local, house } = turn
  const name = monthText(month, local.day)
  const closed = await store.closings.get(month)
  if (closed && ofOffice(turn) && turn.message.room === undefined) return closedText(turn, closed)
  if (closed) return `${name}在${dayText(house.zone.local(new Date(closed.at)).day, local.day)}已经结账。`
  if (!monthIsOver(month, local.day)) return `${name}还没过完，没有结账。`
  return `${name}还没结账。${ofOffice(turn) ? `要结说“结账${name}”。` : ''}`
}

/** Which months are closed, the latest first. */
export async function closingsText(turn: Turn): Promise<string> {
  const all = [...(await turn.store.closings.all())].sort((a, b) => (a.month < b.month ? 1 : -1))
  if (all.length === 0) return '还没有结过账。'
  const lines = all
    .slice(0, 6)
    .map(
      (c) =>
        `${monthText(c.month, turn.local.day)}（${dayText(turn.house.zone.local(new Date(c.at)).day, turn.local.day)}结）`,
    )
  return `结了账的：${lines.join('、')}${all.length > lines.length ? '，更早的也结了' : ''}。`
}

/** 「待核1笔、未报人数2笔」; empty when all is settled. */
const looseText = ({ held, gaps, joints }: Loose): string =>
  [
    ...(held > 0 ? [`待核${held}笔`] : []),
    ...(joints > 0 ? [`待核联合${joints}对`] : []),
    ...(gaps.length > 0 ? [`未报人数${gaps.length}笔`] : []),
  ].join('、')

/** Sums by kind in the order of the kinds: 「讲座9场1085人次、稿件3篇」. */
export function figuresText(sums: ReadonlyMap<Kind, Sums>): string {
  const held = kindTable.filter((k) => sums.has(k.id))
  return held.length === 0 ? '没有记录' : held.map((k) => kindFigures(k.id, sums.get(k.id)!)).join('、')
}

/** 「讲座1场45人次」「稿件3篇采用1篇」. */
export const kindFigures = (kind: Kind, s: Sums): string => {
  const parts = [
    ...(s.sessions > 0 ? [`${s.sessions}场`] : []),
    ...(s.count > 0 || countsDocuments(kind) ? [`${s.count}${counterOf(kind)}`] : []),
    ...(s.adopted > 0 ? [`采用${s.adopted}${counterOf(kind)}`] : []),
    ...(s.attendance > 0 ? [`${s.attendance}人次`] : []),
    ...(s.materials > 0 ? [`资料${s.materials}份`] : []),
  ]
  return `${kindName(kind)}${parts.join('') || '0场'}`
}

/** The month somebody means who names none: the last one closed, for 差异; the one before this, for 结账. */
export async function lastClosed(store: Store): Promise<string | null> {
  const all = await store.closings.all()
  return all.length === 0 ? null : [...all].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)!.month
}

/** The day of an instant as 11-06. */
export const shortDay = (turn: Turn, at: string): string => turn.house.zone.local(new Date(at)).day.slice(5)

export const monthIsOver = (month: string, today: PlainDate): boolean =>
  monthOf(today) > month || today === daysOfMonth(month).end
