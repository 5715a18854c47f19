import { starts } from '../text/affixes.js'
import { oneOf } from '../text/chars.js'
import { daysBetween, single, type PlainDate } from '../../core/day.js'
import { lunarDay, lunarDayBefore, lunarMonthPeriod } from '../../core/calendar.js'
import { dated, dayOf, fixed, stated, type OpenDate, type Year } from './open.js'
import { lunarDayAt, readFestival } from './festival.js'
import { fullYear, readWhole, skip } from './parts.js'
import { dayParts, festivalWords, lunarMonthNames, lunarNames } from './words.js'
import { units } from '../numbers/words.js'

/** 农历九月初九, 正月十五, 腊月廿三, 闰四月, 农历十月; the year may stand in front of 农历 or behind it. */
export function readLunar(text: string, i: number, given: Year | null, today: PlainDate): OpenDate | null {
  if (text[i] === '初' || text[i] === '年' || text[i] === '大')
    return given ? null : readSpringDay(text, i, today)
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
    if (marked && !leap && !year && text[n?.end ?? at] !== '月') return readDayAlone(text, at, today)
    if (!n || n.value < 1 || n.value > 12 || text[n.end] !== '月') return null
    month = n.value
    at = n.end + 1
  }
  if (text[at] === '份') at++
  const day = lunarDayAt(text, at)
  // 正月三十场 counts; 正月三十 is a day.
  const counts =
    day &&
    text[at] !== '初' &&
    text[day.end - 1] !== '日' &&
    units.at(text, day.end) &&
    !dayParts.at(text, day.end) &&
    !festivalWords.at(text, day.end)
  if (day && !counts) return dated(year, day.end, 'day', (y) => dayOf(lunarDay(y, month, day.value, leap)))
  return dated(year, at, 'month', (y) => lunarMonthPeriod(y, month, leap))
}

const opens = oneOf(' ,。;:!(\n、们会')
const springDay = starts('初三 初四 初五 初六 初七 初八 初九 初十')
/** 初六, 年初八, 大年初三 said around 春节: a day of the first month, while it lasts. 初一 and 初二 alone are pupils. */
function readSpringDay(text: string, i: number, today: PlainDate): OpenDate | null {
  const named = text[i] !== '初'
  const at = named ? (text.startsWith('年', i) ? i + 1 : text.startsWith('大年', i) ? i + 2 : -1) : i
  if (at < 0 || text[at] !== '初' || (i > 0 && !opens(text, i - 1))) return null
  if (!named && (!springDay(text, at) || pupils(text, at + 2))) return null
  const lunar = lunarDayAt(text, at)
  const day = lunar && lunarDay(Number(today.slice(0, 4)), 1, lunar.value)
  return lunar && day && day <= today && daysBetween(day, today) < 30
    ? { ...fixed(lunar.end, 'festival', single(day)), explicitYear: false }
    : null
}
const pupils = starts('学 年 班 级 的 全 师 毕 新 ( 两 三 四 五 各 同 、初 和初 到初')

/** 农历十五, 农历初十: of the lunar month that brings it closest before the message. */
function readDayAlone(text: string, at: number, today: PlainDate): OpenDate | null {
  const lunar = lunarDayAt(text, at)
  const day = lunar && !units.at(text, lunar.end) ? lunarDayBefore(today, lunar.value) : null
  return lunar && day ? { ...fixed(lunar.end, 'day', single(day)), explicitYear: false } : null
}
