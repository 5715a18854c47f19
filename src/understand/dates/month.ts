import { pattern } from '../text/pattern.js'
import { addDays, monthPeriod, type Period } from '../../core/day.js'
import { lunarDay, nthWeekday } from '../../core/calendar.js'
import { starts } from '../text/affixes.js'
import { isHan, oneOf } from '../text/chars.js'
import { civil, dated, dayOf, halfMonth, tenDays, type OpenDate, type Year } from './open.js'
import { connectorAt, numeral, readWhole, skip, type Whole } from './parts.js'
import { readBothDays, readBothMonths } from './both.js'
import { lunarDayAt, readFestival } from './festival.js'
import { inside, nthWeek, readEdgeDays, readNth } from './nth.js'
import { dayGoesOn, dayMarkBreaks, dayParts } from './words.js'
import { countsPeople, units } from '../numbers/words.js'

/** A month at `i` by number or as 元月, and what stands inside it. */
export function readMonth(text: string, i: number, year: Year | null): OpenDate | null {
  if (text[i] === '元' && text[i + 1] === '月') return readInMonth(text, i + 2, year, 1, false)
  const pair = readBothMonths(text, i, year)
  if (pair) return pair
  const n = readWhole(text, i)
  if (!n || n.value < 1 || n.value > 12 || n.digits > 2 || '两俩仨'.includes(text[i]!)) return null
  const end = skip(text, n.end)
  if (text[end] === '月') {
    if (text[end + 1] === '龄' || text.startsWith('革命', end + 1) || text.startsWith('怀胎', end + 1))
      return null
    return readInMonth(text, end + 1, year, n.value, !n.arabic)
  }
  return joinedTo(text, n.end, '月', 12) ? dated(year, n.end, 'month', (y) => monthPeriod(y, n.value)) : null
}

/**
 * What may follow 月 at `from`: a day, 旬, half, nth week or weekday, lunar day, first or last days … or nothing: the
 * whole month. `chinese`: the month was written 九月, so that 九月初九 is lunar.
 */
export function readInMonth(
  text: string,
  from: number,
  year: Year | null,
  month: number,
  chinese: boolean,
): OpenDate | null {
  if (month < 1 || month > 12) return null
  const whole = text[from] === '份' ? from + 1 : from
  if (text[whole] === '初' || (chinese && text[whole] === '廿')) {
    // 九月初九 is lunar, and 9月初九; in 9月初三场 the month has begun.
    const lunar = lunarDayAt(text, whole)
    // 四月廿四日 is the sun's, 四月廿四 the moon's
    if (
      lunar &&
      (chinese || !units.at(text, lunar.end)) &&
      !'日号'.includes(text[lunar.end] ?? '-') &&
      text[lunar.end - 1] !== '日'
    )
      return eitherCalendar(
        dated(year, lunar.end, 'day', (y) => dayOf(lunarDay(y, month, lunar.value))),
        // 六月廿六 is now and then the sun's, 六月初六 never
        text[whole] === '廿' ? (y) => civil(y, month, lunar.value) : null,
      )
  }
  let at = skip(text, whole)
  if (text[at] === '的') at = skip(text, at + 1)
  const both = readBothDays(text, at)
  if (both)
    return dated(year, both.end, 'range', (y) => {
      const first = civil(y, month, both.first)
      const last = civil(y, month, both.last)
      return first && last ? { start: first.start, end: last.end } : null
    })
  const bare = at === from
  const d = readWhole(text, at)
  if (d && d.value >= 1 && d.digits <= 2) {
    const end = skip(text, d.end)
    if (isDayMark(text, end, true)) return dated(year, end + 1, 'day', (y) => civil(y, month, d.value))
    // 八月十五中秋节, 正月十五元宵节: the festival knows its calendar.
    const festival = bare && !d.arabic ? readFestival(text, d.end, year) : null
    if (festival) return festival
    const byMoon = (y: number): Period | null => dayOf(lunarDay(y, month, d.value))
    const bySun = (y: number): Period | null => civil(y, month, d.value)
    const shared = joinedTo(text, d.end, '日号', 31)
    // 九月九, 八月十五: days of the moon that are known by their number
    if (
      chinese &&
      bare &&
      !d.arabic &&
      !shared &&
      moonDays.has(`${month}/${d.value}`) &&
      !goesOn(text, d.end)
    )
      return eitherCalendar(dated(year, d.end, 'day', byMoon), bySun)
    // 三月二十八急救培训, but 三月二十八人, 九月二十多人
    const spelled =
      bare &&
      chinese &&
      !d.arabic &&
      d.value > 10 &&
      isHan(text.charCodeAt(d.end)) &&
      !goesOn(text, d.end) &&
      !roughly(text, d.end)
    if (
      d.value <= 31 &&
      (shared || spelled || (bare && (bareDay(text, d.end) || nextDayBehind(text, d) !== null)))
    ) {
      const day = dated(year, d.end, 'day', bySun)
      return chinese && !d.arabic && !shared && d.value <= 30 ? eitherCalendar(day, byMoon) : day
    }
  }
  return (
    readPartOfMonth(text, at, year, month) ??
    (at === whole ? readMonthEdge(text, whole, year, month) : null) ??
    dated(year, whole, 'month', (y) => monthPeriod(y, month))
  )
}

const moonDays: ReadonlySet<string> = new Set(['5/5', '6/6', '7/7', '8/15', '9/9'])

/** 九月九场 counts lectures; 九月九县老科协 names a day and then the county. */
const goesOn = (text: string, end: number): boolean =>
  numeral(text, end) ||
  (units.at(text, end) !== undefined &&
    !dayParts.at(text, end) &&
    !/^[县市区镇乡]老/.test(text.slice(end, end + 2)))

/** 二十多人, 三十来个: a number of something. */
const roughly = oneOf('多余来几把左上')

const eitherCalendar = (
  date: OpenDate | null,
  other: ((year: number) => Period | null) | null,
): OpenDate | null => (date?.inYear && other ? { ...date, other } : date)

function readPartOfMonth(text: string, at: number, year: Year | null, month: number): OpenDate | null {
  const c = text[at]
  if (c === undefined) return null
  const third = '上中下'.indexOf(c)
  if (third >= 0 && text[at + 1] === '旬')
    return dated(year, at + 2, 'period', (y) => tenDays(y, month, third))
  const half = halfAt(text, at)
  if (half > 0) return dated(year, half, 'half', (y) => halfMonth(y, month, c === '上' || c === '前'))
  const nth = readNth(text, at)
  if (nth) {
    const { value, end, unit, weekday } = nth
    if (unit === 'weekday') return dated(year, end, 'day', (y) => dayOf(nthWeekday(y, month, value, weekday)))
    if (unit === 'week') return dated(year, end, 'week', (y) => nthWeek(monthPeriod(y, month), value))
    if (unit === 'day') return dated(year, end, 'day', (y) => inside(monthPeriod(y, month), value))
  }
  const edge = readEdgeDays(text, at)
  if (!edge) return null
  const { count, first, end } = edge
  return dated(year, end, 'range', (y) => {
    const m = monthPeriod(y, month)
    return first
      ? { start: m.start, end: addDays(m.start, count - 1) }
      : { start: addDays(m.end, 1 - count), end: m.end }
  })
}

/** Behind 上半月, 下半个月, 前半个月, 后半月; 0 where none stands there. */
const halfAt = (text: string, at: number): number =>
  !'上下前后'.includes(text[at] ?? '。') || text[at + 1] !== '半'
    ? 0
    : text[at + 2] === '月'
      ? at + 3
      : text.startsWith('个月', at + 2)
        ? at + 4
        : 0

/** 月初 is the first ten days of a month, 月中 the middle ones, 月底 the rest. */
function readMonthEdge(text: string, at: number, year: Year | null, month: number): OpenDate | null {
  // 上个月月底
  const edge = text[at] === '月' ? at + 1 : at
  const third = edgeThird(text, edge)
  return third < 0 ? null : dated(year, edge + 1, 'period', (y) => tenDays(y, month, third))
}

function edgeThird(text: string, at: number): number {
  switch (text[at]) {
    case '初':
      return 0
    case '中':
      return at + 1 >= text.length || ',。、 ;的'.includes(text[at + 1]!) ? 1 : -1
    case '底':
    case '末':
    case '尾':
      return 2
    default:
      return -1
  }
}

/** 到3号公园, 在6号机关楼: gone to, so the number of a door. */
const ofDoor = pattern(/[在到去至住] ?[0-9一二三四五六七八九十]{1,3} ?$/)

/** 日 or 号 at `at` that ends a date: not 号楼, 号线, 日游, 日元; behind its month a 号 is one: 三月九号油茶培训. */
export function isDayMark(text: string, at: number, ofMonth = false): boolean {
  const c = text[at]
  if (c !== '日' && c !== '号') return false
  // 来了28号人
  if (c === '号' && text[at + 1] === '人' && countsPeople(text, at + 2)) return false
  if (c === '号' && ofMonth && !'楼线'.includes(text[at + 1] ?? '。')) return true
  if (c === '号' && dayGoesOn(text, at + 1) && !ofDoor(text, at - 5, at)) return true
  return !(c === '日' ? dayMarkBreaks.sun : dayMarkBreaks.number)(text, at + 1)
}

const thatDay = starts('那天 当天 这天 当日 那日')
const pauses = oneOf(' ,。;!?)(\n')

/** Behind 月 a day may stand without 日: at a pause, before an hour or weekday, or before 到 and another date. */
function bareDay(text: string, end: number): boolean {
  const c = text[end]
  // 青溪——十一月十六——养老院: a long dash is a pause
  if (c === undefined || pauses(text, end) || text.startsWith('~~', end)) return true
  if (
    dayParts.at(text, end) ||
    thatDay(text, end) ||
    '我咱俺在去'.includes(c) ||
    (c === '周' && !units.at(text, end + 1)) ||
    text.startsWith('星期', end)
  )
    return true
  const second = connectorAt(text, end)
  const n = second > end ? readWhole(text, second) : null
  return n !== null && n.value <= 31 && '月日号'.includes(text[n.end] ?? '?')
}

/** 11月10和11在…, 九月二十三、二十四给…: the day behind, one later, and neither has its 号; null elsewhere. */
export function nextDayBehind(text: string, d: Whole): Whole | null {
  if (text[d.end] === ',' || !joinsList(text, d.end)) return null
  const n = readWhole(text, d.end + 1)
  if (!n || n.arabic !== d.arabic || n.value !== d.value + 1 || n.value > 31) return null
  return /^(?:讲[座课]|两天|[给在到为我咱办搞举开上下去连,，。 ]|$)/.test(text.slice(n.end, n.end + 2))
    ? n
    : null
}

const joinsList = oneOf('、,和及与')
const listBound = 12

/** The number that ends at `at` shares the unit of a later one: 7、8日, 11-13日, 3、4、5月. */
export function joinedTo(
  text: string,
  at: number,
  marks: '月' | '日号' | '年' | '季',
  greatest: number,
): boolean {
  let end = at
  for (let items = 0; items < listBound; items++) {
    const connected = connectorAt(text, end)
    const next = connected > end ? connected : joinsList(text, end) ? end + 1 : 0
    const n: Whole | null = next ? readWhole(text, next) : null
    if (!n || n.value < 1 || n.value > greatest || n.digits > 4) return false
    const mark = skip(text, n.end)
    if (text[mark] !== undefined && marks.includes(text[mark]))
      return marks !== '日号' || isDayMark(text, mark)
    if (connected > end) return false
    end = n.end
  }
  return false
}
