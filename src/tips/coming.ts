import { addDays, type Period, type PlainDate } from '../core/day.js'
import { readPeriod } from '../ledger/query.js'

/** Days from today at which words are read again: a weekday comes within 7, a day of the month within 31. */
const later: readonly number[] = [
  ...Array.from({ length: 31 }, (_, i) => i + 1),
  ...Array.from({ length: 74 }, (_, i) => 36 + 5 * i),
]

/**
 * Days said of what lies ahead, where the reading of dates looks back: 11月25日 said on the 21st is this year's, 5月23日
 * next year's, 周三 the coming one, 除夕 the next. `words`: those of the dates alone. A stated year stays, and so do
 * 昨天, 上周 and the like.
 */
export function coming(period: Period, words: string, today: PlainDate): Period {
  if (period.end >= today || /\d{4}|[〇零一二三四五六七八九]{4}|[今去前昨上]|大前/.test(words)) return period
  for (const days of later) {
    const read = readPeriod(words, addDays(today, days))?.period
    if (read && read.end >= today) return read
  }
  return period
}
