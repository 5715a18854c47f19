/**
 * Civil days without clocks or zones: `YYYY-MM-DD` strings that compare as text. Which day a message fell on is
 * decided once, at the edge, from its instant and the association's zone.
 */
export type PlainDate = string

/** Two days, both included. */
export interface Period {
  readonly start: PlainDate
  readonly end: PlainDate
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (algorithm: Howard Hinnant, days_from_civil). */
export function dayNumber(day: PlainDate): number {
  const [y, m, d] = parts(day)
  const yy = m <= 2 ? y - 1 : y
  const era = Math.floor(yy / 400)
  const yoe = yy - era * 400
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468
}

/** The inverse of `dayNumber`. */
export function dayOfNumber(n: number): PlainDate {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const m = mp < 10 ? mp + 3 : mp - 9
  return ymd(yoe + era * 400 + (m <= 2 ? 1 : 0), m, doy - Math.floor((153 * mp + 2) / 5) + 1)
}

const digits = (day: PlainDate, at: number): number =>
  (day.charCodeAt(at) - 48) * 10 + day.charCodeAt(at + 1) - 48

/** `[year, month 1–12, day]`. */
export function parts(day: PlainDate): [year: number, month: number, day: number] {
  return [digits(day, 0) * 100 + digits(day, 2), digits(day, 5), digits(day, 8)]
}

export const ymd = (year: number, month: number, day: number): PlainDate =>
  `${year > 999 ? year : String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

/** Days in a month, leap years included. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

/** Whether there is such a day: 2月30日 → false. */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

export const addDays = (day: PlainDate, n: number): PlainDate => dayOfNumber(dayNumber(day) + n)
/** How many days from a to b; negative when b is earlier. */
export const daysBetween = (a: PlainDate, b: PlainDate): number => dayNumber(b) - dayNumber(a)
/** Monday = 1 … Sunday = 7. */
export const weekdayOf = (day: PlainDate): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

export const single = (day: PlainDate): Period => ({ start: day, end: day })
/** Monday to Sunday around a day, `weeks` weeks away. */
export function weekOf(day: PlainDate, weeks = 0): Period {
  const monday = addDays(day, 1 - weekdayOf(day) + 7 * weeks)
  return { start: monday, end: addDays(monday, 6) }
}
/** A whole month; `month` may run below 1 or above 12 (0 is December of the year before). */
export function monthPeriod(year: number, month: number): Period {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  return { start: ymd(y, m, 1), end: ymd(y, m, daysInMonth(y, m)) }
}
export const yearPeriod = (year: number): Period => ({ start: ymd(year, 1, 1), end: ymd(year, 12, 31) })
/** `quarter` 1–4. */
export const quarterPeriod = (year: number, quarter: number): Period => ({
  start: ymd(year, quarter * 3 - 2, 1),
  end: monthPeriod(year, quarter * 3).end,
})
/** `half` 1 is 上半年, 2 is 下半年. */
export const halfPeriod = (year: number, half: 1 | 2): Period =>
  half === 1
    ? { start: ymd(year, 1, 1), end: ymd(year, 6, 30) }
    : { start: ymd(year, 7, 1), end: ymd(year, 12, 31) }
/** `YYYY-MM` of a day. */
export const monthOf = (day: PlainDate): string => day.slice(0, 7)
export const within = (day: PlainDate, period: Period): boolean => period.start <= day && day <= period.end
