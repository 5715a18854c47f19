import { isDay, monthPeriod, single, yearPeriod, ymd, type Period, type PlainDate } from '../../core/day.js'

export type DateKind =
  'day' | 'range' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'year' | 'festival' | 'period'

/**
 * A date as far as its words say: fixed, or open in the year (10月8日), the month (8号) or the week (周三). Nothing is
 * resolved here; dates/resolve.ts does that.
 */
export interface OpenDate {
  readonly end: number
  readonly kind: DateKind
  readonly explicitYear: boolean
  readonly future: boolean
  /** A day or week told by its distance from the message: 昨天, 上周三, 三天前. */
  readonly relative: boolean
  readonly period?: Period
  readonly inYear?: (year: number) => Period | null
  readonly inMonth?: (year: number, month: number) => Period | null
  /** What the other calendar makes of the same words: 六月二十四 may be the sun's or the moon's. */
  readonly other?: (year: number) => Period | null
  /** Monday 1 … Sunday 7. */
  readonly weekday?: number
  /** The week a day was named in: 上周二. */
  readonly week?: Period
  /** 10.18, 10/18: the sign between month and day. */
  readonly sign?: string
}

/** The year in front of a date: stated, or told by its distance. */
export interface Year {
  readonly value: number
  readonly future: boolean
}

/** A date whose words leave nothing open. */
export const fixed = (end: number, kind: DateKind, period: Period, future = false): OpenDate => ({
  end,
  kind,
  period,
  explicitYear: true,
  future,
  relative: true,
})

/** A date of a year, open when no year is given; null when that year has no such date. */
export function dated(
  year: Year | null,
  end: number,
  kind: DateKind,
  inYear: (year: number) => Period | null,
): OpenDate | null {
  if (!year) return { end, kind, inYear, explicitYear: false, future: false, relative: false }
  const period = inYear(year.value)
  return period && { end, kind, period, explicitYear: true, future: year.future, relative: false }
}

/** A day of an unnamed month: 8号. */
export const dayOfMonth = (end: number, day: number): OpenDate => ({
  end,
  kind: 'day',
  explicitYear: false,
  future: false,
  relative: false,
  inMonth: (year, month) => civil(year, month, day),
})

export const stated = (value: number): Year => ({ value, future: false })
export const dayOf = (date: PlainDate | null): Period | null => (date === null ? null : single(date))
export const civil = (year: number, month: number, day: number): Period | null =>
  isDay(year, month, day) ? single(ymd(year, month, day)) : null
export const halfMonth = (year: number, month: number, first: boolean): Period =>
  first
    ? { start: ymd(year, month, 1), end: ymd(year, month, 15) }
    : { start: ymd(year, month, 16), end: monthPeriod(year, month).end }
/** `third` 0, 1, 2: 上旬, 中旬, 下旬. */
export const tenDays = (year: number, month: number, third: number): Period => ({
  start: ymd(year, month, 1 + 10 * third),
  end: third === 2 ? monthPeriod(year, month).end : ymd(year, month, 10 + 10 * third),
})

/** Years people write of: beyond them a number in front of 年 is a span of time. */
export const isYear = (year: number): boolean => year >= 1800 && year < 2200

export const yearAlone = (year: number, end: number): OpenDate => ({
  ...fixed(end, 'year', yearPeriod(year)),
  relative: false,
})
