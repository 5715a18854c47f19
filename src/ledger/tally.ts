import { monthPeriod, parts, within, yearPeriod, type Period, type PlainDate } from '../core/day.js'
import { kindTable, type Kind } from '../core/kinds.js'
import { addSums, additions, cellOf, cellsIn, isMonthCell, noSums, type Sums } from '../core/totals.js'
import type { House } from '../house.js'
import type { RecordRow, Store, TargetRow } from '../store.js'
import { entriesOver } from './change.js'

/** What is asked: one unit with everything below it, some kinds or all, a period. */
export interface Query {
  readonly unit: string
  /** null: every kind. */
  readonly kinds: readonly Kind[] | null
  /** The name asked by: an indicator's or a single kind's; null for everything. */
  readonly indicator: string | null
  /** Asked by the indicator's own name: answered in the annual report's sentence. */
  readonly named?: boolean
  readonly period: Period
}

/** The answer, exact and reconciled: branches + own − repeated = total. */
export interface Tally {
  readonly query: Query
  readonly total: Sums
  readonly byKind: ReadonlyMap<Kind, Sums>
  /** Each unit directly below that has anything, with its whole subtree. */
  readonly branches: readonly { readonly unit: string; readonly sums: Sums }[]
  /** Credited to the unit itself. */
  readonly own: Sums
  /** What the branches' and own figures hold more than the total: joint events counted in several. */
  readonly repeated: Sums
  /** Offered joint pairs not decided yet: they count twice. */
  readonly openJoints: number
  /** Summaries longer than the period: they cannot be split and are left out. */
  readonly undivided: number
  /** The year's target of the unit and indicator, only when the period is a year or the year so far. */
  readonly target: TargetRow | null
}

/** Kinds outside the sums over all kinds (文体 and 会议 are kept, but are no popular science). */
export const outsideTotals: readonly Kind[] = ['culture', 'meeting']

/** Whether a kind enters the total asked for, or only stands beside it. */
export const entersTotal = ({ kinds }: Pick<Query, 'kinds'>, kind: Kind): boolean =>
  kinds !== null || !outsideTotals.includes(kind)

export async function tally(store: Store, house: House, query: Query, today: PlainDate): Promise<Tally> {
  const kinds = query.kinds ?? kindTable.map((k) => k.id)
  const children = house.tree.children(query.unit)
  const counted = await countEach(
    store,
    house,
    [query.unit, ...children],
    openEnd(query.period, today),
    kinds,
  )
  const mine = counted(query.unit, false)
  const own = sumOver(counted(query.unit, true), query)
  const branches = children
    .map((unit) => ({ unit, sums: sumOver(counted(unit, false), query) }))
    .filter((b) => b.sums.entries > 0)
  const total = sumOver(mine, query)
  const parted = branches.reduce((sum, b) => addSums(sum, b.sums), own)
  return {
    query,
    total,
    byKind: mine,
    branches,
    own,
    repeated: addSums(parted, total, -1),
    openJoints: await openJointsOf(store, house, query),
    undivided: await undividedOf(store, house, query, kinds),
    target:
      query.indicator !== null && isYear(query.period, today)
        ? await store.targets.get(parts(query.period.start)[0], query.unit, query.indicator)
        : null,
  }
}

const sumOver = (byKind: ReadonlyMap<Kind, Sums>, query: Query): Sums =>
  [...byKind].filter(([kind]) => entersTotal(query, kind)).reduce((sum, [, s]) => addSums(sum, s), noSums)

/** The whole year, or the year up to today: what a year's target is held against. */
export const isYear = ({ start, end }: Period, today: PlainDate): boolean =>
  start.endsWith('-01-01') && parts(start)[0] === parts(end)[0] && (end.endsWith('-12-31') || end === today)

/** What runs up to today takes in its whole month: nothing lies ahead but summaries told for that month. */
const openEnd = ({ start, end }: Period, today: PlainDate): Period =>
  end === today && start < end ? { start, end: monthPeriod(...yearMonth(today)).end } : { start, end }
const yearMonth = (day: PlainDate): [number, number] => [parts(day)[0], parts(day)[1]]

/** Sums by kind for several units at once: whole cells from the rollup, odd days from the records themselves. */
async function countEach(
  store: Store,
  house: House,
  units: readonly string[],
  period: Period,
  kinds: readonly Kind[],
): Promise<(unit: string, own: boolean) => ReadonlyMap<Kind, Sums>> {
  const { cells, edges } = cellsIn(period)
  const sums = new Map<string, Map<Kind, Sums>>()
  const add = (unit: string, own: boolean, kind: Kind, s: Sums): void => {
    const key = `${unit}\n${own ? 1 : 0}`
    const of = sums.get(key) ?? new Map<Kind, Sums>()
    of.set(kind, addSums(of.get(kind) ?? noSums, s))
    sums.set(key, of)
  }
  for (const own of [false, true]) {
    for (const row of await store.rollup.sumEach({ units, own, cells, kinds }))
      add(row.unit, own, row.kind, row)
  }
  for (const edge of edges) {
    for (const a of await edgeAdditions(store, house, edge, period)) {
      if (units.includes(a.unit) && kinds.includes(a.kind)) add(a.unit, a.own, a.kind, a.sums)
    }
  }
  return (unit, own) => sums.get(`${unit}\n${own ? 1 : 0}`) ?? new Map()
}

/** What the records that began on some days of one month add to a period; summaries that reach beyond it stay out. */
async function edgeAdditions(
  store: Store,
  house: House,
  edge: Period,
  period: Period,
): Promise<ReturnType<typeof additions>> {
  const near = await store.records.list({ overlaps: edge, statuses: ['counted'] })
  const { records, entries } = await entriesOver(
    store,
    near.filter((r) => begins(r, edge, period)),
  )
  const byNo = new Map(records.map((r) => [r.no, r]))
  // of a joint event told for two days each level goes by the day of the record it counts
  return entries.flatMap((e) => additions(e, house.tree)).filter((a) => begins(byNo.get(a.of)!, edge, period))
}

/** In a part of a month an event counts for the day it began on; what was told for a time has to end in the period. */
const begins = (r: RecordRow, edge: Period, period: Period): boolean =>
  within(r.period.start, edge) &&
  isMonthCell(cellOf(r.period)) &&
  (r.scope === 'event' || r.period.end <= period.end)

/** Which records a total of the period is made of: the very rule the sums are made by, for the evidence of them. */
export function countsTowards(asked: Period, today: PlainDate): (r: RecordRow) => boolean {
  const period = openEnd(asked, today)
  const { cells, edges } = cellsIn(period)
  return (r) => cells.includes(cellOf(r.period)) || edges.some((edge) => begins(r, edge, period))
}

async function openJointsOf(store: Store, house: House, query: Query): Promise<number> {
  const open = await store.joints.withStatus('proposed')
  if (open.length === 0) return 0
  const records = new Map(
    (await store.records.byNos([...new Set(open.flatMap((j) => j.members))])).map((r) => [r.no, r]),
  )
  const below = house.tree.subtree(query.unit)
  const concerns = (no: number): boolean => {
    const r = records.get(no)
    return (
      r !== undefined &&
      r.status === 'counted' &&
      r.unit !== null &&
      below.includes(r.unit) &&
      (query.kinds === null || query.kinds.includes(r.kind)) &&
      r.period.start >= query.period.start &&
      r.period.start <= query.period.end
    )
  }
  return open.filter((j) => j.members.filter(concerns).length >= 2).length
}

/** Summaries of a longer time that reach into the period without lying inside it. */
async function undividedOf(
  store: Store,
  house: House,
  query: Query,
  kinds: readonly Kind[],
): Promise<number> {
  const rows = await store.records.list({
    units: house.tree.subtree(query.unit),
    kinds,
    overlaps: query.period,
    statuses: ['counted'],
    scope: 'summary',
  })
  return rows.filter(
    (r) =>
      r.period.start < query.period.start ||
      (r.period.end > query.period.end && !isMonthCell(cellOf(r.period))),
  ).length
}

/** This year: what is meant where no period is said. */
export const thisYear = (today: PlainDate): Period => yearPeriod(parts(today)[0])
