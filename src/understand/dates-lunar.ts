import { festivalDay, lunarDay, lunarMonthPeriod } from '../core/calendar.js'
import { dated, dayOf, stated, type OpenDate, type Year } from './dates-open.js'
import { lunarDayAt } from './dates-month.js'
import { fullYear, numeral, readWhole, skip } from './dates-parts.js'
import {
  festivalBreaks,
  festivalLead,
  festivalTail,
  festivalWords,
  lunarMonthNames,
  lunarNames,
} from './dates-words.js'
import { units } from './number-words.js'

/** 农历九月初九, 正月十五, 腊月廿三, 闰四月, 农历十月; the year may stand in front of 农历 or behind it. */
export function readLunar(text: string, i: number, given: Year | null): OpenDate | null {
  const two = text.slice(i, i + 2)
  const marked = lunarNames.has(two)
  let year = given
  let at = i
  if (marked) {
    at = skip(text, i + 2)
    if (text[at] === '的') at++
    const y = given ? null : readWhole(text, at)
    if (y && y.digits >= 2 && text[y.end] === '年') {
      year = stated(fullYear(y.value))
      at = skip(text, y.end + 1)
    }
    const festival = readFestival(text, at, year)
    if (festival) return festival
  }
  const leap = text[at] === '闰'
  if (leap) at++
  let month = lunarMonthNames.get(at === i ? two : text.slice(at, at + 2)) ?? 0
  if (month > 0) at += 2
  else {
    if (!marked && !leap) return null
    const n = readWhole(text, at)
    if (!n || n.value < 1 || n.value > 12 || text[n.end] !== '月') return null
    month = n.value
    at = n.end + 1
  }
  if (text[at] === '份') at++
  const day = lunarDayAt(text, at)
  // 正月三十场 counts; 正月三十 is a day.
  const counts = day && text[at] !== '初' && text[day.end - 1] !== '日' && units.at(text, day.end)
  if (day && !counts) return dated(year, day.end, 'day', (y) => dayOf(lunarDay(y, month, day.value, leap)))
  return dated(year, at, 'month', (y) => lunarMonthPeriod(y, month, leap))
}

/** A festival or solar term by name: not where the word names something else (五一路) or only points to it (节前). */
export function readFestival(text: string, i: number, year: Year | null): OpenDate | null {
  const found = festivalWords.at(text, i)
  if (!found) return null
  const { end, value } = found
  if (
    numeral(text, i) &&
    (numeral(text, end) || '月日号个'.includes(text[end] ?? '?') || numeral(text, i - 1))
  )
    return null
  if (festivalBreaks.some((word) => text.startsWith(word, end))) return null
  if ((text[end] === '前' || text[end] === '后') && text[end + 1] !== '后') return null
  if (value.common && !year && i > 0 && !festivalLead.includes(text[i - 1]!)) {
    if (!festivalTail.some((tail) => text.startsWith(tail, end))) return null
  }
  return dated(year, text[end] === '节' ? end + 1 : end, 'festival', (y) => dayOf(festivalDay(value.name, y)))
}
