import { addDays, monthOf, monthPeriod, parts, type Period, type PlainDate } from './day.js'

/** The days of a month `YYYY-MM`. */
export const daysOfMonth = (month: string): Period =>
  monthPeriod(Number(month.slice(0, 4)), Number(month.slice(5)))

/** The month before: 2026-01 → 2025-12. */
export const monthBefore = (month: string): string => monthOf(addDays(daysOfMonth(month).start, -1))
/** The month after: 2025-12 → 2026-01. */
export const monthAfter = (month: string): string => monthOf(addDays(daysOfMonth(month).end, 1))

/** Day of the next month up to which (included) a month's reports are on time. */
const graceDays = 5

/** The last day on which a report of the month is on time: 2026-10 → 2026-11-05. */
export const dueDayOf = (month: string): PlainDate => addDays(daysOfMonth(month).end, graceDays)

/** The month that is being collected: the last one up to the 5th, then the running one. */
export const collectedMonth = (today: PlainDate): string =>
  parts(today)[2] <= graceDays ? monthBefore(monthOf(today)) : monthOf(today)

/** The month a period lies in, both ends; null when it is longer. */
export const monthHolding = ({ start, end }: Period): string | null =>
  monthOf(start) === monthOf(end) ? monthOf(start) : null
