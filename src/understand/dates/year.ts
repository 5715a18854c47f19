import {
  addDays,
  halfPeriod,
  isDay,
  monthPeriod,
  parts,
  quarterPeriod,
  single,
  yearPeriod,
  ymd,
  type PlainDate,
} from '../../core/day.js'
import { nthWeekday } from '../../core/calendar.js'
import { dated, stated, type OpenDate, type Year } from './open.js'
import { readFestival } from './festival.js'
import { readLunar } from './lunar.js'
import { joinedTo, readInMonth, readMonth } from './month.js'
import { inside, nthWeek, readNth } from './nth.js'
import { numeral, readWhole, skip } from './parts.js'
import { dayWords } from './words.js'

/** What may follow a year: month, quarter, half, festival, lunar day, 第37周, 前三季度 … or nothing: the whole year. */
export function readInYear(text: string, from: number, year: Year, today: PlainDate): OpenDate | null {
  const whole = text[from] === '度' ? from + 1 : from
  let at = skip(text, whole)
  if (text[at] === '的') at = skip(text, at + 1)
  else if (text[at] === ',') {
    // 二零一六年，九月三号 is one date; 2019年，3场讲座 is not.
    const month = readWhole(text, skip(text, at + 1))
    if (month && month.digits <= 2 && text[month.end] === '月') at = skip(text, at + 1)
  }
  const part =
    readShare(text, at, year, today) ??
    readFestival(text, at, year) ??
    readLunar(text, at, year, today) ??
    readMonth(text, at, year) ??
    readSameDay(text, at, year, today)
  if (part) return part
  // 2019年初 and 明年年初 alike.
  const named = text[at] === '年' ? at + 1 : at
  const edge = at === whole ? yearEdge(text, named) : 0
  if (edge) return dated(year, named + 1, 'month', (y) => monthPeriod(y, edge))
  return dated(year, text.startsWith('全年', at) ? at + 2 : whole, 'year', yearPeriod)
}

/** 年初, 年中, 年底: the month it stands for; 0 when the character begins another word. */
function yearEdge(text: string, at: number): number {
  switch (text[at]) {
    case '初':
      return numeral(text, at + 1) ? 0 : 1
    case '底':
    case '末':
      return 12
    case '中':
      return at + 1 >= text.length || ',。、 ;的'.includes(text[at + 1]!) ? 6 : 0
    default:
      return 0
  }
}

/** 去年的今天, 去年今日, 去年同月. */
function readSameDay(text: string, at: number, year: Year, today: PlainDate): OpenDate | null {
  const c = text[at]
  // 去年同月
  if (text.startsWith('同月', at) && !'日号'.includes(text[at + 2] ?? '。'))
    return dated(year, at + 2, 'month', (y) => monthPeriod(y, parts(today)[1]))
  if (c !== '今' && c !== '昨' && c !== '明') return null
  const word = dayWords.at(text, at)
  if (!word) return null
  const [, month, day] = parts(addDays(today, word.value.days))
  return dated(year, word.end, 'day', (y) => (isDay(y, month, day) ? single(ymd(y, month, day)) : null))
}

/** A share of a year: 第三季度, 前两个季度, 上半年, 第37周, 第2天, 第九个月, 首月, 最后一天, 前11个月. */
export function readShare(text: string, i: number, year: Year | null, today: PlainDate): OpenDate | null {
  const half = readHalf(text, i)
  if (half) return dated(year, half.end, 'half', (y) => halfPeriod(y, half.value))
  const quarter = readQuarter(text, i)
  if (quarter) return dated(year, quarter.end, 'quarter', (y) => quarterPeriod(y, quarter.value))
  if (text[i] === '前' || text[i] === '头' || text[i] === '后') return readFirst(text, i, year, today)
  const nth = year && readNth(text, i)
  if (!nth) return null
  const { value, end, unit } = nth
  switch (unit) {
    case 'day':
      return dated(year, end, 'day', (y) => inside(yearPeriod(y), value))
    case 'month':
      return value > 12 ? null : readInMonth(text, end, year, value < 0 ? 12 : value, false)
    case 'week':
      return dated(year, end, 'week', (y) => nthWeek(yearPeriod(y), value))
    default:
      return null
  }
}

/** 前三季度, 前11个月, 2021年前10天, 今年后两个月: from either end of the year. */
function readFirst(text: string, i: number, year: Year | null, today: PlainDate): OpenDate | null {
  const count = readWhole(text, skip(text, i + 1))
  if (!count || count.value < 1) return null
  const n = count.value
  const first = text[i] !== '后'
  let at = skip(text, count.end)
  const counted = text[at] === '个'
  if (counted) at++
  if (text.startsWith('季度', at) && n <= 4) {
    const of = year ?? stated(parts(today)[0])
    return dated(of, at + 2, 'range', (y) =>
      first
        ? { start: ymd(y, 1, 1), end: quarterPeriod(y, n).end }
        : { start: quarterPeriod(y, 5 - n).start, end: ymd(y, 12, 31) },
    )
  }
  // 前11个月, 前三个月 count from January; 前两个月 looks back.
  if (text[at] === '月' && counted && n <= 12 && (year || (first && n >= 3)))
    return dated(year, at + 1, 'range', (y) =>
      first
        ? { start: ymd(y, 1, 1), end: monthPeriod(y, n).end }
        : { start: ymd(y, 13 - n, 1), end: ymd(y, 12, 31) },
    )
  if (!year) return null
  if ((text[at] === '天' || text[at] === '日') && n <= 365)
    return dated(year, at + 1, 'range', (y) =>
      first
        ? { start: ymd(y, 1, 1), end: addDays(ymd(y, 1, 1), n - 1) }
        : { start: addDays(ymd(y, 12, 31), 1 - n), end: ymd(y, 12, 31) },
    )
  if ((text[at] === '周' || text.startsWith('星期', at)) && first && n <= 52)
    return dated(year, text[at] === '周' ? at + 1 : at + 2, 'range', (y) => {
      const monday = nthWeekday(y, 1, 1, 1)!
      return { start: monday, end: addDays(monday, 7 * n - 1) }
    })
  return null
}

/** 上半年, 后半年, 下半年 at `i`. */
function readHalf(text: string, i: number): { value: 1 | 2; end: number } | null {
  const c = text[i]
  if ((c !== '上' && c !== '前' && c !== '下' && c !== '后') || !text.startsWith('半年', i + 1)) return null
  // 上半年报, but 上半年报送信息6条
  if ((text[i + 3] === '报' && !'了送过给上出'.includes(text[i + 4] ?? '。')) || text[i + 3] === '来')
    return null
  return { value: c === '上' || c === '前' ? 1 : 2, end: text[i + 3] === '度' ? i + 4 : i + 3 }
}

/** 第三季度, 一季度, 1季度, 首季度, Q3, Q3季度, and the first of 第三、四季度 at `i`. */
function readQuarter(text: string, i: number): { value: number; end: number } | null {
  const c = text[i]
  if (c === 'Q' || c === 'q') {
    const n = readWhole(text, i + 1)
    if (!n || n.digits !== 1 || n.value < 1 || n.value > 4) return null
    const end = skip(text, n.end)
    return { value: n.value, end: text.startsWith('季度', end) ? end + 2 : n.end }
  }
  if (c === '首') return text[i + 1] === '季' ? { value: 1, end: text[i + 2] === '度' ? i + 3 : i + 2 } : null
  const from = c === '第' ? skip(text, i + 1) : i
  const n = numeral(text, from) ? readWhole(text, from) : null
  if (!n || n.value < 1 || n.value > 4 || n.digits > 1) return null
  const end = skip(text, n.end)
  if (text.startsWith('季度', end)) return { value: n.value, end: end + 2 }
  if (joinedTo(text, n.end, '季', 4)) return { value: n.value, end: n.end }
  return from > i && text[end] === '季' ? { value: n.value, end: end + 1 } : null
}
