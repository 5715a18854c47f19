import {
  addDays,
  daysInMonth,
  halfPeriod,
  isDay,
  monthPeriod,
  parts,
  quarterPeriod,
  single,
  weekdayOf,
  weekOf,
  yearPeriod,
  ymd,
  type Period,
  type PlainDate,
} from '../core/day.js'
import { festivalDay, lunarDay, lunarMonthPeriod, nthWeekday } from '../core/calendar.js'
import {
  dayRunWords,
  dayWords,
  festivalBreaks,
  festivalLead,
  festivalTail,
  festivalWords,
  sameYearWords,
  yearWords,
} from './dates-words.js'
import { clockAt, connectorAt, digit, fullYear, numeral, readWhole, skip, type Whole } from './dates-parts.js'
import { kindOf, plain, units, valueOf } from './number-words.js'
import { dayParts } from './dates-words.js'
import type { DateKind } from './dates.js'

/**
 * A date as far as its words say: fixed, or open in the year (10月8日), the month (8号) or the week (周三). Nothing is
 * resolved here; see dates-resolve.ts.
 */
export interface OpenDate {
  readonly end: number
  readonly kind: DateKind
  readonly explicitYear: boolean
  readonly future: boolean
  /** Told by its distance from the message: 昨天, 上周三, 三天前. */
  readonly relative: boolean
  readonly period?: Period
  readonly inYear?: (year: number) => Period | null
  readonly inMonth?: (year: number, month: number) => Period | null
  readonly weekday?: number
}

/** The year in front of a date: stated, or told by its distance. */
interface Year {
  readonly value: number
  readonly future: boolean
  readonly relative: boolean
}

const fixed = (end: number, kind: DateKind, period: Period | null, future = false): OpenDate | null =>
  period && { end, kind, period, explicitYear: true, future, relative: true }

function dated(
  year: Year | null,
  end: number,
  kind: DateKind,
  inYear: (year: number) => Period | null,
): OpenDate | null {
  if (!year) return { end, kind, inYear, explicitYear: false, future: false, relative: false }
  const period = inYear(year.value)
  return period && { end, kind, period, explicitYear: true, future: year.future, relative: year.relative }
}

/** Reads the date that begins at `i`; null where none does. */
export function readDate(text: string, i: number, today: PlainDate): OpenDate | null {
  const c = text[i]!
  if (numeral(text, i)) {
    const festival = readFestival(text, i, null)
    if (festival) return festival
    const before = text[i - 1]
    if (
      before === '第' ||
      (digit(text, i) && before !== undefined && (isLatin(before) || before === '.' || digit(text, i - 1)))
    )
      return null
    return readNumbered(text, i, today)
  }
  const run = readDayRun(text, i, today)
  if (run) return run
  const word = dayWords.at(text, i)
  if (word && allowed(text, i, word.end, word.value) && !text.startsWith('头条', word.end)) {
    if (word.value.days < 0 && text.startsWith('今', word.end)) return null
    return fixed(word.end, 'day', single(addDays(today, word.value.days)), word.value.days > 0)
  }
  const yearWord = yearWords.at(text, i)
  if (yearWord && allowed(text, i, yearWord.end, yearWord.value)) {
    const { years } = yearWord.value
    return readInYear(
      text,
      yearWord.end,
      { value: parts(today)[0] + years, future: years > 0, relative: true },
      today,
    )
  }
  if (c === '公' || c === '阳' || c === '新' || c === '国') {
    const festival = readFestival(text, i, null)
    if (festival) return festival
    const from = /^(公元|公历|阳历|新历|国历)/.test(text.slice(i, i + 2)) ? skip(text, i + 2) : i
    return from > i && numeral(text, from) ? readNumbered(text, from, today) : null
  }
  return (
    readRelative(text, i, today) ??
    readWeekday(text, i, today) ??
    readLunar(text, i, null) ??
    readFestival(text, i, null) ??
    readShare(text, i, null, today) ??
    readSameYear(text, i, today)
  )
}

const isLatin = (c: string): boolean => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')

function allowed(text: string, start: number, end: number, row: { not?: string; notNext?: string }): boolean {
  if (row.not !== undefined && start > 0 && row.not.includes(text[start - 1]!)) return false
  return !(row.notNext !== undefined && end < text.length && row.notNext.includes(text[end]!))
}

/** 今明两天, 今明后三天, 明后天: from the first to the last. */
function readDayRun(text: string, i: number, today: PlainDate): OpenDate | null {
  let at = i
  let first = Infinity
  let last = -Infinity
  let count = 0
  for (let word = dayRunWords.at(text, at); word && count < 6; word = dayRunWords.at(text, at)) {
    first = Math.min(first, word.value)
    last = Math.max(last, word.value)
    at = text[word.end] === '、' ? word.end + 1 : word.end
    count++
  }
  if (count < 2 || last - first !== count - 1) return null
  const days = readWhole(text, at)
  const end = days && days.value === count ? days.end : at
  if (text[end] !== '天' && text[end] !== '日') return null
  return fixed(end + 1, 'range', { start: addDays(today, first), end: addDays(today, last) }, last > 0)
}

/** 当年10月, 同年: the year of the message, when a month follows. */
function readSameYear(text: string, i: number, today: PlainDate): OpenDate | null {
  const word = sameYearWords.find((w) => text.startsWith(w, i))
  if (!word) return null
  const found = readInYear(
    text,
    i + word.length,
    { value: parts(today)[0], future: false, relative: true },
    today,
  )
  return found && found.end > i + word.length ? found : null
}

/** What may follow a year: month, quarter, half, festival, lunar day, 第37周, 前三季度 … or nothing: the whole year. */
function readInYear(text: string, from: number, year: Year, today: PlainDate): OpenDate | null {
  let at = text[from] === '度' ? from + 1 : from
  const whole = at
  at = skip(text, at)
  if (text[at] === '的') at = skip(text, at + 1)
  else if (text[at] === ',' && /^\s?\d{0,2}[一二三四五六七八九十]{0,2}月/.test(text.slice(at + 1, at + 6)))
    at = skip(text, at + 1)
  const inside =
    readShare(text, at, year, today) ??
    readLunar(text, at, year) ??
    readMonth(text, at, year) ??
    readFestival(text, at, year) ??
    readSameDay(text, at, year, today)
  if (inside) return inside
  const edge = at === whole ? yearEdge(text, at) : 0
  if (edge) return dated(year, at + 1, 'month', (y) => monthPeriod(y, edge))
  const end = text.startsWith('全年', at) ? at + 2 : whole
  return dated(year, end, 'year', yearPeriod)
}

/** 年初, 年中, 年底: the month it stands for; 0 when the character begins another word. */
function yearEdge(text: string, at: number): number {
  switch (text[at]) {
    case '初':
      return 1
    case '底':
    case '末':
      return 12
    case '中':
      return at + 1 >= text.length || ',。、 ;的'.includes(text[at + 1]!) ? 6 : 0
    default:
      return 0
  }
}

/** 去年的今天, 去年今日. */
function readSameDay(text: string, at: number, year: Year, today: PlainDate): OpenDate | null {
  const word = dayWords.at(text, at)
  if (!word || (!text.startsWith('今', at) && !text.startsWith('昨', at) && !text.startsWith('明', at)))
    return null
  const [, month, day] = parts(addDays(today, word.value.days))
  return dated(year, word.end, 'day', (y) => (isDay(y, month, day) ? single(ymd(y, month, day)) : null))
}

/** A share of a year: 第三季度, 前两个季度, 上半年, 第37周, 第2天, 第九个月, 首月, 最后一天, 前11个月. */
function readShare(text: string, i: number, year: Year | null, today: PlainDate): OpenDate | null {
  const half = readHalf(text, i)
  if (half) return dated(year, half.end, 'half', (y) => halfPeriod(y, half.value as 1 | 2))
  const quarter = readQuarter(text, i)
  if (quarter) return dated(year, quarter.end, 'quarter', (y) => quarterPeriod(y, quarter.value))
  const c = text[i]
  const leading = c === '前' || c === '头'
  if (leading || (c === '后' && year)) {
    const count = readWhole(text, skip(text, i + 1))
    if (!count || count.value < 1) return null
    let at = skip(text, count.end)
    if (text[at] === '个') at++
    if (text.startsWith('季度', at) && count.value <= 4 && leading) {
      const of = year ?? { value: parts(today)[0], future: false, relative: true }
      return dated(of, at + 2, 'range', (y) => ({
        start: ymd(y, 1, 1),
        end: quarterPeriod(y, count.value).end,
      }))
    }
    if (text[at] === '月' && text[at - 1] === '个' && count.value <= 12 && (year || count.value >= 6))
      return dated(year, at + 1, 'range', (y) =>
        leading
          ? { start: ymd(y, 1, 1), end: monthPeriod(y, count.value).end }
          : { start: ymd(y, 13 - count.value, 1), end: ymd(y, 12, 31) },
      )
    if ((text[at] === '天' || text[at] === '日') && year && count.value <= 365)
      return dated(year, at + 1, 'range', (y) =>
        leading
          ? { start: ymd(y, 1, 1), end: addDays(ymd(y, 1, 1), count.value - 1) }
          : { start: addDays(ymd(y, 12, 31), 1 - count.value), end: ymd(y, 12, 31) },
      )
    if ((text[at] === '周' || text.startsWith('星期', at)) && year && leading && count.value <= 52)
      return dated(year, text[at] === '周' ? at + 1 : at + 2, 'range', (y) => ({
        start: nthWeekday(y, 1, 1, 1)!,
        end: addDays(nthWeekday(y, 1, 1, 1)!, 7 * count.value - 1),
      }))
    return null
  }
  if (!year) return null
  const nth = readNth(text, i)
  if (!nth) return null
  const { value, end, unit } = nth
  switch (unit) {
    case '天':
      return dated(year, end, 'day', (y) => inside(yearPeriod(y), value))
    case '月':
      return value > 12 ? null : readInMonth(text, end, year, value < 0 ? 12 : value, false)
    case '周':
      return dated(year, end, 'week', (y) => nthWeek(yearPeriod(y), value))
    default:
      return null
  }
}

function inside(period: Period, nth: number): Period | null {
  const day = nth < 0 ? addDays(period.end, nth + 1) : addDays(period.start, nth - 1)
  return day >= period.start && day <= period.end ? single(day) : null
}

/** The nth week of a period is the one with its nth Monday (ISO weeks of a year differ in some years). */
function nthWeek(period: Period, nth: number): Period | null {
  const first = addDays(period.start, (8 - weekdayOf(period.start)) % 7)
  const monday = nth < 0 ? addDays(period.end, 1 - weekdayOf(period.end)) : addDays(first, 7 * (nth - 1))
  return monday <= period.end ? weekOf(monday) : null
}

interface Nth {
  readonly value: number
  readonly end: number
  readonly unit: '天' | '周' | '月' | 'weekday'
  readonly weekday: number
}

/** 第二天, 第3个星期日, 最后一周, 首月, 末日; −1 is the last. */
function readNth(text: string, i: number): Nth | null {
  let value: number
  let at: number
  if (text[i] === '第') {
    const n = readWhole(text, skip(text, i + 1))
    if (!n) return null
    value = n.value
    at = n.end
  } else if (text.startsWith('最后一', i)) {
    value = -1
    at = i + 3
  } else if (text[i] === '首' || text[i] === '末') {
    value = text[i] === '首' ? 1 : -1
    at = text[i + 1] === '个' ? i + 2 : i + 1
    if (text[at] !== '月' && text[at] !== '周' && text[at] !== '日') return null
  } else return null
  if (value === 0 || value > 366) return null
  at = skip(text, at)
  const counted = text[at] === '个'
  if (counted) at = skip(text, at + 1)
  const name = weekName(text, at)
  if (name) {
    const weekday = weekdayAt(text, name)
    if (weekday) return { value, end: name + 1, unit: 'weekday', weekday }
    return { value, end: name, unit: '周', weekday: 0 }
  }
  if (text[at] === '天' || text[at] === '日') return { value, end: at + 1, unit: '天', weekday: 0 }
  if (text[at] === '月') return { value, end: at + 1, unit: '月', weekday: 0 }
  return null
}

/** 上半年, 后半年, 下半年 at `i`. */
function readHalf(text: string, i: number): { value: number; end: number } | null {
  if (!text.startsWith('半年', i + 1)) return null
  const c = text[i]
  if (text[i + 3] === '报' || text[i + 3] === '来') return null
  if (c === '上' || c === '前') return { value: 1, end: text[i + 3] === '度' ? i + 4 : i + 3 }
  return c === '下' || c === '后' ? { value: 2, end: i + 3 } : null
}

/** 第三季度, 一季度, 1季度, 首季度, Q3, Q3季度 at `i`. */
function readQuarter(text: string, i: number): { value: number; end: number } | null {
  if (text[i] === 'Q' || text[i] === 'q') {
    const n = readWhole(text, i + 1)
    if (!n || n.digits !== 1 || n.value < 1 || n.value > 4) return null
    const end = skip(text, n.end)
    return { value: n.value, end: text.startsWith('季度', end) ? end + 2 : n.end }
  }
  if (text[i] === '首' && text[i + 1] === '季') return { value: 1, end: text[i + 2] === '度' ? i + 3 : i + 2 }
  const from = text[i] === '第' ? skip(text, i + 1) : i
  const n = readWhole(text, from)
  if (!n || n.value < 1 || n.value > 4 || n.digits > 1) return null
  let end = skip(text, n.end)
  if (text[end] === '个') return null
  if (!text.startsWith('季度', end)) {
    if (from === i || text[end] !== '季') return null
    end--
  }
  return { value: n.value, end: end + 2 }
}

/** A month at `i` by number or as 元月, and what stands inside it. */
function readMonth(text: string, i: number, year: Year | null): OpenDate | null {
  if (text.startsWith('元月', i)) return readInMonth(text, i + 2, year, 1, false)
  const n = readWhole(text, i)
  if (!n || n.value < 1 || n.value > 12 || n.digits > 2) return null
  const end = skip(text, n.end)
  if (text[end] === '月') {
    if (text[end + 1] === '龄' || text.startsWith('革命', end + 1) || text.startsWith('怀胎', end + 1))
      return null
    return readInMonth(text, end + 1, year, n.value, !n.arabic)
  }
  if (joinedTo(text, n.end, '月', 12)) return dated(year, n.end, 'month', (y) => monthPeriod(y, n.value))
  return null
}

/** What may follow a month: day, 旬, half, nth week or weekday, lunar day, first or last days … or nothing: the whole month. */
function readInMonth(
  text: string,
  from: number,
  year: Year | null,
  month: number,
  chinese: boolean,
): OpenDate | null {
  if (month < 1 || month > 12) return null
  const whole = text[from] === '份' ? from + 1 : from
  if (chinese && (text[whole] === '初' || text[whole] === '廿')) {
    const lunar = lunarDayAt(text, whole)
    if (lunar) return dated(year, lunar.end, 'day', (y) => day(lunarDay(y, month, lunar.value)))
  }
  let at = skip(text, whole)
  if (text[at] === '的') at = skip(text, at + 1)
  const bare = at === from
  const d = readWhole(text, at)
  if (d && d.value >= 1 && d.digits <= 2) {
    const end = skip(text, d.end)
    if (isDayMark(text, end)) return dated(year, end + 1, 'day', (y) => civil(y, month, d.value))
    if (d.value <= 31 && (joinedTo(text, d.end, '日号', 31) || (bare && bareDay(text, d.end))))
      return dated(year, d.end, 'day', (y) => civil(y, month, d.value))
    if (bare && d.arabic && d.value > 31) return null
  }
  const third = '上中下'.indexOf(text[at] ?? '?')
  if (third >= 0 && text[at + 1] === '旬')
    return dated(year, at + 2, 'period', (y) => ({
      start: ymd(y, month, 1 + 10 * third),
      end: third === 2 ? monthPeriod(y, month).end : ymd(y, month, 10 + 10 * third),
    }))
  if ((text[at] === '上' || text[at] === '下') && text.startsWith('半月', at + 1))
    return dated(year, at + 3, 'half', (y) => halfMonth(y, month, text[at] === '上'))
  if (bare || text[from] === '份') {
    const edge = monthEdge(text, whole)
    if (edge) return dated(year, whole + 1, 'period', (y) => edge(y, month))
  }
  const nth = readNth(text, at)
  if (nth) {
    const { value, end, unit, weekday } = nth
    if (unit === 'weekday') return dated(year, end, 'day', (y) => day(nthWeekday(y, month, value, weekday)))
    if (unit === '周') return dated(year, end, 'week', (y) => nthWeek(monthPeriod(y, month), value))
    if (unit === '天') return dated(year, end, 'day', (y) => inside(monthPeriod(y, month), value))
  }
  const edgeDays = readEdgeDays(text, at)
  if (edgeDays) {
    const { count, first, end } = edgeDays
    return dated(year, end, 'range', (y) => {
      const m = monthPeriod(y, month)
      return first
        ? { start: m.start, end: addDays(m.start, count - 1) }
        : { start: addDays(m.end, 1 - count), end: m.end }
    })
  }
  return dated(year, whole, 'month', (y) => monthPeriod(y, month))
}

const day = (date: PlainDate | null): Period | null => date && single(date)
const civil = (year: number, month: number, d: number): Period | null =>
  isDay(year, month, d) ? single(ymd(year, month, d)) : null
const halfMonth = (year: number, month: number, first: boolean): Period =>
  first
    ? { start: ymd(year, month, 1), end: ymd(year, month, 15) }
    : { start: ymd(year, month, 16), end: monthPeriod(year, month).end }

/** 月初 is its first ten days, 月中 the middle ones, 月底 the rest. */
function monthEdge(text: string, at: number): ((year: number, month: number) => Period) | null {
  switch (text[at]) {
    case '初':
      return (y, m) => ({ start: ymd(y, m, 1), end: ymd(y, m, 10) })
    case '底':
    case '末':
      return (y, m) => ({ start: ymd(y, m, 21), end: monthPeriod(y, m).end })
    case '中':
      return at + 1 >= text.length || ',。、 ;的'.includes(text[at + 1]!)
        ? (y, m) => ({ start: ymd(y, m, 11), end: ymd(y, m, 20) })
        : null
    default:
      return null
  }
}

/** 前4天, 头三天, 最后两天, 后5天 of a month. */
function readEdgeDays(text: string, i: number): { count: number; first: boolean; end: number } | null {
  const first = text[i] === '前' || text[i] === '头'
  const from = first || text[i] === '后' ? i + 1 : text.startsWith('最后', i) ? i + 2 : 0
  const n = from ? readWhole(text, skip(text, from)) : null
  if (!n || n.value < 1 || n.value > 28 || (text[n.end] !== '天' && text[n.end] !== '日')) return null
  return { count: n.value, first, end: n.end + 1 }
}

/** 日 or 号 at `at` that ends a date: not 号楼, 号线, 日游, 日元. */
function isDayMark(text: string, at: number): boolean {
  const c = text[at]
  const n = text[at + 1]
  if (c === '日') return n === undefined || !'游元制'.includes(n)
  if (c !== '号') return false
  return (
    n === undefined ||
    !'楼线院馆厅机球店文码召称室桥地仓门桌选车台床井路令公区柜牌站厂矿坑库舱岛炉库洞种杂油钢'.includes(n)
  )
}

/** Behind 月 a day may stand without 日: at a pause, before an hour or weekday, or before 到 and another date. */
function bareDay(text: string, end: number): boolean {
  const c = text[end]
  if (c === undefined || ' ,。;!?)(\n'.includes(c)) return true
  if (dayParts.at(text, end) || (c === '周' && !units.at(text, end + 1)) || text.startsWith('星期', end))
    return true
  const second = connectorAt(text, end)
  if (second === end) return false
  const n = readWhole(text, second)
  return n !== null && n.value <= 31 && '月日号'.includes(text[n.end] ?? '?')
}

const listBound = 12

/** The number in front of `at` shares the unit of a later one: 7、8日, 11-13日, 3、4、5月. */
function joinedTo(text: string, at: number, marks: string, greatest: number): boolean {
  let end = at
  for (let items = 0; items < listBound; items++) {
    const connected = connectorAt(text, end)
    const next = connected > end ? connected : '、,和及与'.includes(text[end] ?? '?') ? end + 1 : 0
    const n = next ? readWhole(text, next) : null
    if (!n || n.value < 1 || n.value > greatest || n.digits > 4) return false
    const mark = skip(text, n.end)
    if (marks.includes(text[mark] ?? '?')) return marks !== '日号' || isDayMark(text, mark)
    if (connected > end) return false
    end = n.end
  }
  return false
}

/** 上周, 本月, 下个季度, 上上个星期五, 这个月, 当月: by distance from the message. */
function readRelative(text: string, i: number, today: PlainDate): OpenDate | null {
  const c = text[i]!
  let at = i
  let distance = 0
  if (c === '上' || c === '下') {
    while (text[at] === c && at - i < 5) at++
    distance = c === '上' ? i - at : at - i
    if (i > 0 && blocked(c).includes(text[i - 1]!)) {
      if (!'课堂会'.includes(text[i - 1]!) || !weekdayAt(text, (weekName(text, at) || at) as number))
        return null
    }
  } else if (c === '本' || c === '这' || c === '当') {
    at++
    if (c === '本' && i > 0 && '基成样剧课书根资日版原'.includes(text[i - 1]!)) return null
  } else return null
  if (text[at] === '一') at++
  if (text[at] === '个') at++
  const [year, month] = parts(today)
  const future = distance > 0
  if (text[at] === '月') {
    if (text[at + 1] === '饼' || text[at + 1] === '球') return null
    const of = monthPeriod(year, month + distance).start
    const [y, m] = parts(of)
    return readInMonth(text, at + 1, { value: y, future, relative: true }, m, false)
  }
  if (text.startsWith('季度', at) || (text[at] === '季' && distance !== 0 && text[at + 1] !== '节')) {
    const index = year * 4 + Math.ceil(month / 3) - 1 + distance
    return fixed(
      text.startsWith('季度', at) ? at + 2 : at + 1,
      'quarter',
      quarterPeriod(Math.floor(index / 4), (index % 4) + 1),
      future,
    )
  }
  if (distance !== 0 && Math.abs(distance) === 1 && text.startsWith('半月', at))
    return fixed(at + 2, 'half', halfMonth(year, month, distance < 0), false)
  if (Math.abs(distance) === 1 || distance === 0) {
    const third = text[at] === '旬' && distance !== 0
    if (third)
      return fixed(
        at + 1,
        'period',
        distance < 0
          ? { start: ymd(year, month, 1), end: ymd(year, month, 10) }
          : { start: ymd(year, month, 21), end: monthPeriod(year, month).end },
      )
  }
  const name = weekName(text, at)
  return name ? readInWeek(text, name, weekOf(today, distance), future) : null
}

const blocked = (c: string): string =>
  c === '上' ? '会堂课台场路街身线网以马晚早山楼车船桌如海江' : '以地楼线台山乡脚手一门名'

/** Behind 周, 星期 or 礼拜 at `at`; 0 when none stands there. */
function weekName(text: string, at: number): number {
  if (text[at] === '周') return '岁围边年长期密转'.includes(text[at + 1] ?? '?') ? 0 : at + 1
  return text.startsWith('星期', at) || text.startsWith('礼拜', at) ? at + 2 : 0
}

/** The weekday the character at `at` names, Monday 1 … Sunday 7; 0 when it names none (一周三次, 本周三场). */
export function weekdayAt(text: string, at: number): number {
  const c = text[at]
  if (c === undefined) return 0
  if (c === '日' || c === '天') return '常程志报记光'.includes(text[at + 1] ?? '?') ? 0 : 7
  const kind = kindOf[text.charCodeAt(at)]!
  const value = valueOf[text.charCodeAt(at)]!
  if (value < 1 || value > 7 || c === '两' || kind > plain || kind === 0) return 0
  if (value === 7 && kind === plain) return 0
  const next = kindOf[text.charCodeAt(at + 1)]!
  if (next > 0) {
    if (kind !== plain) return 0
    const hour = readWhole(text, at + 1)
    if (next !== 1 && !(hour && '点时'.includes(text[hour.end] ?? '?'))) return 0
    return value
  }
  return '场次期节堂个位名人件项篇条份遍家届种类轮批例所'.includes(text[at + 1] ?? '日') ? 0 : value
}

/** What may follow a week: its weekend or one of its days. */
function readInWeek(text: string, from: number, week: Period, future: boolean): OpenDate | null {
  if (text[from] === '末')
    return fixed(from + 1, 'weekend', { start: addDays(week.start, 5), end: week.end }, future)
  const at = text[from] === '的' ? from + 1 : from
  const named = weekName(text, at) || (at === from ? at : 0)
  if (named) {
    if (text[named] === '末' && named > at)
      return fixed(named + 1, 'weekend', { start: addDays(week.start, 5), end: week.end }, future)
    const weekday = weekdayAt(text, named)
    if (weekday) return fixed(named + 1, 'day', single(addDays(week.start, weekday - 1)), future)
  }
  return fixed(from, 'week', week, future)
}

/** 周三, 星期天, 周末 on their own. */
function readWeekday(text: string, i: number, today: PlainDate): OpenDate | null {
  const name = weekName(text, i)
  if (!name) return null
  const before = text[i - 1]
  if (before !== undefined && ('每逢单双隔整全半多各近第个前后'.includes(before) || numeral(text, i - 1)))
    return null
  if (text[name] === '末' && text[i] === '周') {
    const week = weekOf(today, weekdayOf(today) >= 6 ? 0 : -1)
    return {
      ...fixed(name + 1, 'weekend', { start: addDays(week.start, 5), end: week.end })!,
      explicitYear: false,
    }
  }
  const weekday = weekdayAt(text, name)
  if (!weekday) return null
  return { end: name + 1, kind: 'day', weekday, explicitYear: false, future: false, relative: true }
}

/** 初五, 廿三, 十五, 三十 as a lunar day. */
function lunarDayAt(text: string, i: number): { value: number; end: number } | null {
  const from = text[i] === '初' ? i + 1 : i
  const n = readWhole(text, from)
  if (!n || n.value < 1 || n.value > 30 || n.digits > 2 || (from > i && n.value > 10)) return null
  return { value: n.value, end: text[n.end] === '日' ? n.end + 1 : n.end }
}

const lunarMonthNames = new Map([
  ['正月', 1],
  ['冬月', 11],
  ['腊月', 12],
])

/** 农历九月初九, 正月十五, 腊月廿三, 闰四月, 农历十月; the year may stand in front or behind 农历. */
function readLunar(text: string, i: number, given: Year | null): OpenDate | null {
  let year = given
  let at = i
  const marked = /^(农历|阴历|旧历|老历|夏历)/.test(text.slice(i, i + 2))
  if (marked) {
    at = skip(text, i + 2)
    if (text[at] === '的') at++
    const stated = readWhole(text, at)
    if (!given && stated && stated.digits >= 2 && text[stated.end] === '年') {
      year = { value: fullYear(stated.value), future: false, relative: false }
      at = skip(text, stated.end + 1)
    }
    const festival = readFestival(text, at, year)
    if (festival) return festival
  }
  const leap = text[at] === '闰'
  if (leap) at++
  let month = lunarMonthNames.get(text.slice(at, at + 2)) ?? 0
  if (month) at += 2
  else {
    if (!marked && !leap) return null
    const n = readWhole(text, at)
    if (!n || n.value < 1 || n.value > 12 || text[n.end] !== '月') return null
    month = n.value
    at = n.end + 1
  }
  if (text[at] === '份') at++
  const lunar = lunarDayAt(text, at)
  if (lunar && !(text[at] !== '初' && units.at(text, lunar.end) && text[lunar.end - 1] !== '日'))
    return dated(year, lunar.end, 'day', (y) => day(lunarDay(y, month, lunar.value, leap)))
  return dated(year, at, 'month', (y) => lunarMonthPeriod(y, month, leap))
}

/** A festival or solar term by name. */
function readFestival(text: string, i: number, year: Year | null): OpenDate | null {
  const found = festivalWords.at(text, i)
  if (!found) return null
  const { end, value } = found
  if (numeral(text, i) && (numeral(text, end) || '月日号个'.includes(text[end] ?? '?'))) return null
  if (numeral(text, i) && numeral(text, i - 1)) return null
  if (festivalBreaks.some((word) => text.startsWith(word, end))) return null
  if ((text[end] === '前' || text[end] === '后') && text[end + 1] !== '后') return null
  if (
    value.common &&
    !year &&
    i > 0 &&
    !festivalLead.includes(text[i - 1]!) &&
    !festivalTail.some((w) => text.startsWith(w, end))
  )
    return null
  const tail = text[end] === '节' ? end + 1 : end
  return dated(year, tail, 'festival', (y) => day(festivalDay(value.name, y)))
}

/** A date that begins with a number. */
function readNumbered(text: string, i: number, today: PlainDate): OpenDate | null {
  const n = readWhole(text, i)
  if (!n) return null
  if (n.arabic) {
    const signed = readSigned(text, i, n)
    if (signed !== undefined) return signed
  }
  const mark = skip(text, n.end)
  switch (text[mark]) {
    case '年':
      return readYear(text, i, n, mark, today)
    case '月':
      return readMonth(text, i, null)
    case '日':
    case '号':
      if (n.value < 1 || n.value > 31 || n.digits > 2 || !isDayMark(text, mark)) return null
      return loneDay(text, i, n, mark)
        ? {
            end: mark + 1,
            kind: 'day',
            explicitYear: false,
            future: false,
            relative: false,
            inMonth: (y, m) => civil(y, m, n.value),
          }
        : null
    case '季':
      return readShare(text, i, null, today)
    default:
      break
  }
  const ago = readAgo(text, i, n, today)
  if (ago) return ago
  if (n.value >= 1 && n.value <= 12 && n.digits <= 2 && joinedTo(text, n.end, '月', 12))
    return readMonth(text, i, null)
  if (n.value >= 1 && n.value <= 31 && n.digits <= 2 && joinedTo(text, n.end, '日号', 31))
    return {
      end: n.end,
      kind: 'day',
      explicitYear: false,
      future: false,
      relative: false,
      inMonth: (y, m) => civil(y, m, n.value),
    }
  if (n.digits === 4 && plausible(n.value) && joinedTo(text, n.end, '年', 2199))
    return yearAlone(n.value, n.end)
  return null
}

const plausible = (year: number): boolean => year >= 1800 && year < 2200
const yearAlone = (year: number, end: number): OpenDate => ({
  end,
  kind: 'year',
  explicitYear: true,
  future: false,
  relative: false,
  period: yearPeriod(year),
})

/** 一日游, 三日内, 5日来 are spans of time; 一日 alone is a date only where nothing else is said. */
function loneDay(text: string, start: number, n: Whole, mark: number): boolean {
  const next = text[mark + 1]
  if (next !== undefined && '内之来间租制'.includes(next) && !text.startsWith('之前', mark + 1)) return false
  if (text[start - 1] === '每' || text[start - 1] === '隔') return false
  if (n.arabic || n.value > 10) return true
  return next === undefined || !'三两一'.includes(next)
}

function readYear(text: string, start: number, n: Whole, mark: number, today: PlainDate): OpenDate | null {
  const next = text[mark + 1]
  if (next === '级' || next === '龄') return null
  if (next === '代') {
    if (n.value % 10 !== 0) return null
    const decade = n.digits === 4 ? n.value : n.value < 100 ? 1900 + n.value : 0
    return decade
      ? {
          ...yearAlone(decade, mark + 2),
          kind: 'period',
          period: { start: ymd(decade, 1, 1), end: ymd(decade + 9, 12, 31) },
        }
      : null
  }
  const written = n.digits === 4 || (n.digits === 0 && n.value >= 1000)
  if (written) {
    if (!plausible(n.value)) return null
    return readInYear(text, mark + 1, { value: n.value, future: false, relative: false }, today)
  }
  if (n.digits !== 2) return null
  const short: Year = { value: fullYear(n.value), future: false, relative: false }
  const found = readInYear(text, mark + 1, short, today)
  if (!found || found.end > mark + 2 || n.value < 10) return found
  // 15年 alone may be a span of time: a year only where it opens a clause and nothing like 来, 前, 多 follows.
  const opens = start === 0 || ' ,。;:!?(\n从自在于'.includes(text[start - 1]!)
  return opens && (next === undefined || !'来前后内间以多里的之头如下寿'.includes(next)) ? found : null
}

/** 三天前, 17天后, 两周前, 5天之前: by distance. */
function readAgo(text: string, start: number, n: Whole, today: PlainDate): OpenDate | null {
  if (n.value < 1 || n.value > 400) return null
  let at = skip(text, n.end)
  if (text[at] === '个') at++
  const days = text[at] === '天' ? 1 : 7
  const name = days === 7 ? weekName(text, at) : at + 1
  if (!name) return null
  at = text[name] === '之' || text[name] === '以' ? name + 1 : name
  const c = text[at]
  if (c !== '前' && c !== '后') return null
  const next = text[at + 1]
  if (next !== undefined && (at === name ? '往来去进面沿台行后夕期者景勤续天方备院'.includes(next) : false))
    return null
  const before = text[start - 1]
  if (before !== undefined && '第每近连前后'.includes(before)) return null
  if (c === '后' && before !== undefined && !' ,。;:!?(\n我们在于再约将会'.includes(before)) return null
  return fixed(at + 1, 'day', single(addDays(today, (c === '前' ? -1 : 1) * days * n.value)), c === '后')
}

/**
 * Dates written with signs: 2024.10.9, 2024/10/9, 1994.01-19, 2010 01 29, 20240307, 2018-09, 10/9, 09-01, 10.18-10.20.
 * Null: the signs make something else; undefined: no signs here.
 */
function readSigned(text: string, i: number, n: Whole): OpenDate | null | undefined {
  if (n.digits === 8) {
    const [year, month, d] = [Math.floor(n.value / 1e4), Math.floor(n.value / 100) % 100, n.value % 100]
    return plausible(year) && isDay(year, month, d) && !joined(text, n.end)
      ? exact(n.end, year, month, d)
      : null
  }
  const sign = text[n.end]
  if (sign === undefined || !'./- '.includes(sign) || !digit(text, n.end + 1)) return undefined
  const second = readWhole(text, n.end + 1)!
  if (second.digits > 2) return n.digits > 4 || sign === ' ' ? undefined : readYears(text, n, second, sign)
  const nextSign = text[second.end]
  const third =
    nextSign !== undefined && './- '.includes(nextSign) && digit(text, second.end + 1)
      ? readWhole(text, second.end + 1)!
      : null
  if (n.digits === 4 && plausible(n.value)) {
    if (third && third.digits <= 2 && isDay(n.value, second.value, third.value)) {
      const spaced = sign === ' ' || nextSign === ' '
      if (!spaced || (sign === ' ' && nextSign === ' ' && second.digits === 2 && third.digits === 2))
        return joined(text, third.end) ? null : exact(third.end, n.value, second.value, third.value)
    }
    if (sign === ' ') return undefined
    if (second.value >= 1 && second.value <= 12 && !digit(text, second.end)) {
      const closed = text[second.end] === '月' ? second.end + 1 : second.end
      if (closed > second.end || !units.at(text, second.end))
        return readInMonth(
          text,
          closed,
          { value: n.value, future: false, relative: false },
          second.value,
          false,
        )
    }
    return null
  }
  if (n.digits > 2 || sign === ' ') return undefined
  if (third && nextSign === sign) return null
  if (n.value < 1 || n.value > 12 || !isDay(2024, n.value, second.value)) return undefined
  return monthDay(text, i, n, second, sign)
    ? dated(null, second.end, 'day', (y) => civil(y, n.value, second.value))
    : undefined
}

const exact = (end: number, year: number, month: number, d: number): OpenDate => ({
  end,
  kind: 'day',
  explicitYear: true,
  future: false,
  relative: false,
  period: single(ymd(year, month, d)),
})

/** More digits or letters hang on: no date. */
const joined = (text: string, end: number): boolean =>
  end < text.length && (digit(text, end) || (text[end] === '.' && digit(text, end + 1)))

/** 2019-2021年 and 2019-2021: years. */
function readYears(text: string, n: Whole, second: Whole, sign: string): OpenDate | null | undefined {
  if (sign !== '-' || n.digits !== 4 || second.digits !== 4) return undefined
  if (!plausible(n.value) || !plausible(second.value) || n.value >= second.value || joined(text, second.end))
    return undefined
  const end = text[second.end] === '年' ? second.end + 1 : second.end
  return {
    ...yearAlone(n.value, end),
    kind: 'range',
    period: { start: ymd(n.value, 1, 1), end: ymd(second.value, 12, 31) },
  }
}

/**
 * Whether 10/9, 10-9 or 10.9 is a month and a day. A slash nearly always is; a hyphen or point only when padded (09-01),
 * when another such date follows (10.18-10.20), or when it opens a line or follows 于, 在 and nothing countable follows.
 */
function monthDay(text: string, i: number, n: Whole, second: Whole, sign: string): boolean {
  const end = second.end
  if (
    digit(text, end) ||
    text[end] === '%' ||
    text[end] === '/' ||
    (text[end] === '.' && digit(text, end + 1))
  )
    return false
  if (isDayMark(text, end)) return true
  if (text[end] === '月' || text[end] === '年') return false
  const counted = units.at(text, end) !== undefined || '万亿千百多余几倍'.includes(text[end] ?? '?')
  if (counted) return false
  if (sign === '/') return text[end] !== '的'
  const range = connectorAt(text, end)
  if (range > end && text[end] !== ' ' && digit(text, range)) {
    const to = readWhole(text, range)!
    if (text[to.end] === sign && digit(text, to.end + 1)) return true
    if (
      sign === '.' &&
      to.digits <= 2 &&
      to.value > second.value &&
      to.value <= 31 &&
      !units.at(text, to.end)
    )
      return opensLine(text, i)
  }
  if (n.digits === 2 && second.digits === 2 && (text[i] === '0' || sign === '-'))
    return sign === '-' ? opensLine(text, i) || closesWord(text, end) : opensLine(text, i)
  return (
    opensLine(text, i) &&
    (sign === '.' || closesWord(text, end)) &&
    !(i === 0 && end >= text.length && sign === '.')
  )
}

const closesWord = (text: string, end: number): boolean =>
  end >= text.length || ' ,。、;:!?)\n'.includes(text[end]!)

/** At the start of the text or a line, behind a list mark, or behind 于, 在, 从, 自. */
function opensLine(text: string, i: number): boolean {
  if (i === 0) return true
  const c = text[i - 1]!
  return '\n于在从自、;。:'.includes(c) || (c === ' ' && (i < 2 || '\n.、:;'.includes(text[i - 2]!)))
}

/** 2点-明天4点: an hour of today in front of a range. */
export function hourBefore(text: string, i: number): number {
  const end = clockAt(text, i)
  return end > i ? end : 0
}

/** 8 or 八日 … for a list that goes on (7、8、9日); null elsewhere. */
export function readListedDay(text: string, i: number): OpenDate | null {
  const n = readWhole(text, i)
  if (!n || n.value < 1 || n.value > 31 || n.digits > 2) return null
  const mark = skip(text, n.end)
  const end = isDayMark(text, mark) ? mark + 1 : joinedTo(text, n.end, '日号', 31) ? n.end : 0
  if (!end) return null
  return {
    end,
    kind: 'day',
    explicitYear: false,
    future: false,
    relative: false,
    inMonth: (y, m) => civil(y, m, n.value),
  }
}

export const monthLength = daysInMonth
