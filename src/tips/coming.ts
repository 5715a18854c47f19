import { addDays, dayNumber, daysInMonth, parts, ymd, type Period, type PlainDate } from '../core/day.js'

/**
 * Days said of what lies ahead, where the reading of dates looks back: 11月25日 said on the 21st is this year's, 5月23日
 * next year's, 周三 the coming one, 18号 next month's. `words`: what was said. A stated year stays.
 */
export function coming(period: Period, words: string, today: PlainDate): Period {
  if (period.end >= today || /\d{4}|[〇零一二三四五六七八九]{4}|[今去前昨]/.test(words)) return period
  if (/周|星期|礼拜/.test(words)) {
    const weeks = Math.ceil((dayNumber(today) - dayNumber(period.end)) / 7)
    return { start: addDays(period.start, 7 * weeks), end: addDays(period.end, 7 * weeks) }
  }
  const step = words.includes('月') ? 12 : 1
  for (let n = step; n <= 24; n += step) {
    const later = { start: monthsOn(period.start, n), end: monthsOn(period.end, n) }
    if (later.end >= today) return later
  }
  return period
}

/** The same day some months on, the last of a shorter month. */
function monthsOn(day: PlainDate, months: number): PlainDate {
  const [year, month, date] = parts(day)
  const total = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(total / 12), (total % 12) + 1]
  return ymd(y, m, Math.min(date, daysInMonth(y, m)))
}

/** As `coming`, its first day. */
export const comingDay = (period: Period, words: string, today: PlainDate): PlainDate =>
  coming(period, words, today).start
