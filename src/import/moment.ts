import { daysInMonth, parts, ymd, type PlainDate } from '../core/day.js'

/** A moment as a record writes it: civil, in the association's zone. */
export interface Moment {
  readonly day: PlainDate
  /** Seconds since midnight, 0–86399. */
  readonly second: number
}

/** Parts of patterns: a day with or without its year, a time of day. Anchored and bounded wherever they are used. */
export const datePattern = '(?:\\d{4}\\s?[-/.年]\\s?)?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}\\s?日?'
export const timePattern =
  '(?:(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|[AaPp][Mm])\\s?)?\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2}(?:\\.\\d{1,6})?)?(?:\\s?[AaPp][Mm])?'

const date = /^(?:(\d{4})\s?[-/.年]\s?)?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/
const time =
  /^(凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|[AP]M)?\s?(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d{1,6})?)?\s?([AP]M)?$/i
const dateAndTime = new RegExp(
  `^(${datePattern})(?:\\s*(?:星期|周)[一二三四五六日天])?(?:T|\\s{0,4})(${timePattern})$`,
)

/** Reads a day; without its year it is the latest one not after `until`. null: no such day. */
export function readDay(text: string, until: PlainDate): PlainDate | null {
  const m = date.exec(text.trim())
  if (!m) return null
  const [month, day] = [Number(m[2]), Number(m[3])]
  if (m[1] !== undefined) return valid(Number(m[1]), month, day)
  const [thisYear] = parts(until)
  // 29 February may be some years back.
  for (let year = thisYear; year > thisYear - 9; year--) {
    const found = valid(year, month, day)
    if (found !== null && found <= until) return found
  }
  return null
}

/** Reads a time of day as seconds since midnight; 下午3:05, 3:05 PM, 15:05:30. */
export function readTime(text: string): number | null {
  const m = time.exec(text.trim())
  if (!m) return null
  const word = (m[1] ?? m[5] ?? '').toUpperCase()
  const [said, minute, second] = [Number(m[2]), Number(m[3]), Number(m[4] ?? 0)]
  if (said > 24 || minute > 59 || second > 59) return null
  const afternoon = ['下午', '傍晚', '晚上', 'PM'].includes(word) || (word === '中午' && said < 3)
  const night = ['凌晨', '上午', '清晨', '早上', 'AM'].includes(word) && said === 12
  const hour = afternoon && said < 12 ? said + 12 : night ? 0 : said
  return hour > 23 ? null : hour * 3600 + minute * 60 + second
}

/** Reads both: 2026年3月1日 10:12, 2026-03-01T10:12:33, 3/1 下午3:05. */
export function readMoment(text: string, until: PlainDate): Moment | null {
  const m = dateAndTime.exec(text.trim())
  if (!m) return null
  const day = readDay(m[1]!, until)
  const second = readTime(m[2]!)
  return day === null || second === null ? null : { day, second }
}

/** An instant: ISO 8601 with an offset, or seconds or milliseconds since 1970 of this century. */
export function readInstant(text: string): Date | null {
  const t = text.trim()
  if (/^\d{10}$/.test(t) || /^\d{13}$/.test(t)) {
    const at = new Date(Number(t) * (t.length === 10 ? 1000 : 1))
    return at.getTime() >= Date.UTC(2005, 0) ? at : null
  }
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.{0,20}(?:Z|[+-]\d{2}:?\d{2})$/.test(t)) return null
  const at = new Date(t.replace(' ', 'T'))
  return Number.isNaN(at.getTime()) ? null : at
}

const valid = (year: number, month: number, day: number): PlainDate | null =>
  year >= 1990 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? ymd(year, month, day)
    : null
