import { monthOf, parts, ymd, yearPeriod, type PlainDate } from '../core/day.js'
import { daysOfMonth, dueDayOf, monthAfter } from '../core/month.js'
import { cellOf } from '../core/totals.js'
import type { House } from '../house.js'
import type { RecordRow, Store } from '../store.js'
import { pendingOf } from './pending.js'

/** The branches an office asks after: what is directly below the root, in the order of the org file. */
export const branchesOf = (house: House): readonly string[] =>
  house.org.units.filter((u) => u.parent === house.tree.root).map((u) => u.name)

/**
 * Whether a unit told anything of a month: a record of its own or from below it (counted or waiting), a report that
 * waits for an answer, or a zero report, its own or of a unit above. A summary of half a year or more says nothing of
 * a single month.
 */
export async function reportedIn(
  store: Store,
  house: House,
  month: string,
): Promise<(unit: string) => boolean> {
  const period = daysOfMonth(month)
  const told = new Set<string>()
  const tell = (unit: string | null): void => {
    if (unit !== null) for (const u of house.tree.ancestors(unit)) told.add(u)
  }
  for (const r of await store.records.list({ overlaps: period, statuses: ['counted', 'held'] }))
    if (saysOfMonth(r)) tell(r.unit)
  for (const todo of await store.todos.open('all')) {
    if (todo.what !== 'held') continue
    const { activity } = pendingOf(todo)
    if (activity.period.start <= period.end && period.start <= activity.period.end && saysOfMonth(activity))
      tell(activity.unit)
  }
  const zeros = new Set((await store.zeros.of(month)).map((z) => z.unit))
  return (unit) => told.has(unit) || house.tree.ancestors(unit).some((u) => zeros.has(u))
}

const saysOfMonth = (r: Pick<RecordRow, 'period'>): boolean => /^\d{4}-(?:\d\d|Q\d)$/.test(cellOf(r.period))

/** Units of which nothing came for a month: branches of the root, and what is below them. */
export interface Owing {
  readonly branches: readonly string[]
  /** Associations below a branch with a contact (联络员) of their own; a 小组 reports through its association. */
  readonly below: readonly string[]
}

/** The associations below the branches that have a contact of their own, in the order of the org file. */
export async function withContact(store: Store, house: House): Promise<readonly string[]> {
  const branches = branchesOf(house)
  const contacts = new Set((await store.people.withRole(['contact'])).map((p) => p.unit))
  return house.org.units
    .map((u) => u.name)
    .filter((unit) => contacts.has(unit) && unit !== house.tree.root && !branches.includes(unit))
    .filter((unit) => !/(?:小组|支部)$/.test(unit))
}

/** Who owes a month's report, zero reports left out; in the order of the org file. */
export async function owing(store: Store, house: House, month: string): Promise<Owing> {
  const reported = await reportedIn(store, house, month)
  const branches = branchesOf(house)
  const below = await withContact(store, house)
  return {
    branches: branches.filter((unit) => !reported(unit)),
    below: below.filter((unit) => !reported(unit)),
  }
}

/** In how many of the year's months a branch reported, or said it had nothing, by the 5th of the next month. */
export interface Punctuality {
  readonly unit: string
  readonly onTime: number
  readonly months: number
}

/**
 * 按时率 of each branch over the months of `today`'s year whose 5th has passed. Months before the house was in use are
 * nobody's fault. A report counts from when it was said, also where the house was away and took it up later.
 */
export async function punctuality(
  store: Store,
  house: House,
  today: PlainDate,
): Promise<{ readonly months: readonly string[]; readonly branches: readonly Punctuality[] }> {
  const year = parts(today)[0]
  const first = await firstMonth(store, house, today)
  const months: string[] = []
  for (let m = monthOf(ymd(year, 1, 1)); dueDayOf(m) < today && m.startsWith(String(year)); m = monthAfter(m))
    if (m >= first) months.push(m)
  if (months.length === 0) return { months, branches: [] }
  const onTime = new Map<string, Set<string>>(months.map((m) => [m, new Set()]))
  for (const r of await store.records.list({ overlaps: yearPeriod(year), statuses: ['counted', 'held'] })) {
    const due = months.filter((m) => overlaps(r, m) && saysOfMonth(r))
    const told = due.some((m) => r.createdAt > endOf(house, m)) ? await saidAt(store, r) : r.createdAt
    for (const m of due)
      if (r.unit !== null && told <= endOf(house, m))
        house.tree.ancestors(r.unit).forEach((u) => onTime.get(m)!.add(u))
  }
  for (const m of months)
    for (const z of await store.zeros.of(m)) if (z.at <= endOf(house, m)) onTime.get(m)!.add(z.unit)
  return {
    months,
    branches: branchesOf(house).map((unit) => ({
      unit,
      onTime: months.filter((m) => onTime.get(m)!.has(unit)).length,
      months: months.length,
    })),
  }
}

/** The month in which the house was opened: before it nobody could report. */
export async function firstMonth(store: Store, house: House, today: PlainDate): Promise<string> {
  const opened = await store.settings.get('opened')
  return monthOf(opened === null ? today : house.zone.local(new Date(opened)).day)
}

const overlaps = ({ period }: RecordRow, month: string): boolean => {
  const { start, end } = daysOfMonth(month)
  return period.start <= end && start <= period.end
}
const endOf = (house: House, month: string): string => house.zone.at(dueDayOf(month), 1440).toISOString()
const saidAt = async (store: Store, r: RecordRow): Promise<string> =>
  (await store.sources.get(r.source))?.sentAt ?? r.createdAt
