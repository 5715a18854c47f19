import { addDays, daysBetween, parts, weekdayOf, type Period, type PlainDate } from '../../core/day.js'
import type { OpenDate } from './open.js'

/** What an open date takes over from the date told before it in the same text. */
export interface Inherited {
  readonly year?: number
  readonly month?: number
}

/**
 * The one rule that makes a date of words a date of the calendar. What the words fix stays fixed. What they leave open
 * is the most recent such date that does not begin after the message's day: the year of 10月8日, the month of 8号, the
 * week of 周三. A year or month told before in the same text goes first. Null where there is no such day (2月30日).
 */
export function resolve(date: OpenDate, today: PlainDate, inherited: Inherited = {}): Period | null {
  if (date.period) return date.period
  if (date.weekday !== undefined) {
    const day = addDays(today, -((weekdayOf(today) - date.weekday + 7) % 7))
    return { start: day, end: day }
  }
  const [year, month] = parts(today)
  if (date.inYear && inherited.year !== undefined) return date.inYear(inherited.year)
  if (date.inYear) {
    const period = recentYear(date.inYear, year, today)
    const other = date.other && period && !fresh(period, today, late) && recentYear(date.other, year, today)
    return other && fresh(other, today, soon) ? other : period
  }
  if (date.inMonth) {
    if (inherited.month !== undefined) return date.inMonth(inherited.year ?? year, inherited.month)
    return recentMonth(date.inMonth, year, month, today)
  }
  return null
}

/** Days within which people tell of what they did, and beyond which they rarely do. */
const soon = 10
const late = 20
const fresh = (period: Period, today: PlainDate, days: number): boolean =>
  daysBetween(period.start, today) <= days

/** Leap days come every fourth year, a given leap lunar month within 40. */
const yearsBack = 40

function recentYear(inYear: (year: number) => Period | null, from: number, today: PlainDate): Period | null {
  let tries = 0
  for (let year = from; year > from - yearsBack; year--) {
    const period = inYear(year)
    if (period && period.start <= today) return period
    if (!period && ++tries > yearsBack) return null
  }
  return null
}

function recentMonth(
  inMonth: (year: number, month: number) => Period | null,
  year: number,
  month: number,
  today: PlainDate,
): Period | null {
  for (let back = 0; back < 12; back++) {
    const index = year * 12 + month - 1 - back
    const period = inMonth(Math.floor(index / 12), (index % 12) + 1)
    if (period && period.start <= today) return period
  }
  return null
}

/** The second end of a range takes what it leaves open from the first: 10月8日到12日, 12月30日到1月2日, 周一到周三. */
export function resolveAfter(date: OpenDate, first: Period): Period | null {
  if (date.period) return date.period
  if (date.weekday !== undefined) {
    const day = addDays(first.start, (date.weekday - weekdayOf(first.start) + 7) % 7)
    return { start: day, end: day }
  }
  const [year, month] = parts(first.end)
  if (date.inYear) {
    const period = date.inYear(parts(first.start)[0])
    return period && period.end >= first.start ? period : date.inYear(parts(first.start)[0] + 1)
  }
  if (!date.inMonth) return null
  const period = date.inMonth(year, month)
  if (period && period.end >= first.start) return period
  return date.inMonth(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1)
}
