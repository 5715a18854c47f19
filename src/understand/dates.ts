import { addDays, parts, single, weekdayOf, ymd, type Period, type PlainDate } from '../core/day.js'
import type { LocalTime } from '../core/org.js'
import { connectorAt, numeral, readWhole, skip, skipTime } from './dates-parts.js'
import { hourBefore, readDate, readListedDay, weekdayAt, type OpenDate } from './dates-read.js'
import { resolve, resolveAfter, type Inherited } from './dates-resolve.js'
import { mayBegin } from './dates-words.js'
import type { Normalized } from './normalize.js'

export type DateKind =
  'day' | 'range' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'year' | 'festival' | 'period'

/** One stated date, resolved. Offsets are into the normalized text. */
export interface DateFind {
  readonly start: number
  readonly end: number
  /** Both included. */
  readonly from: PlainDate
  readonly to: PlainDate
  readonly kind: DateKind
  /** The year was written or fixed by 去年, 今年, 前天 …; an open date (10月8日, 周三) has none. */
  readonly explicitYear: boolean
  /** 明, 下, 后 said so in words. */
  readonly future: boolean
  /** The weekday written beside the date is another one than the date has: 10月19号星期日 on a Saturday. */
  readonly weekdayDisagrees?: { readonly stated: number; readonly actual: number }
  /** Another day written beside it for the same date: 10月24日（重阳节） when 重阳 was the 25th. */
  readonly otherDay?: PlainDate
}

interface Scan {
  readonly text: string
  readonly today: PlainDate
  readonly finds: Mutable<DateFind>[]
  /** Year and month of the last date that states them, for the bare days behind it. */
  inherited: Inherited
  /** Where that date ended. */
  inheritedAt: number
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * Every date of the text, in order, never overlapping; `reference` is the message's own day and minute. Open dates are
 * resolved by the rule in dates-resolve.ts. Linear in the length of the text.
 */
export function scanDates(n: Normalized, reference: LocalTime): readonly DateFind[] {
  const { text } = n
  const scan: Scan = { text, today: reference.day, finds: [], inherited: {}, inheritedAt: 0 }
  let i = 0
  while (i < text.length) {
    if (mayBegin[text.charCodeAt(i)] === 0) i++
    else i = readAt(scan, i)
  }
  return scan.finds
}

/** Reads the date at `i`, if there is one, with all that belongs to it; returns where to go on. */
function readAt(scan: Scan, i: number): number {
  const { text, today } = scan
  const until = text[i] === '截' && (text[i + 1] === '至' || text[i + 1] === '止') ? untilEnd(text, i) : 0
  const at = until || i
  if (!until && recurring(text, i)) return pass(text, i)
  const first = readDate(text, at, today)
  if (!first) return fromHour(scan, i) || pass(text, i)
  const range = readRange(scan, first, at)
  const inherited = inheritedFor(scan, first, at)
  const period = range?.period ?? resolve(first, today, inherited)
  if (!period) return first.end
  const find: Mutable<DateFind> = {
    start: i,
    end: range?.end ?? first.end,
    from: until ? ymd(parts(period.end)[0], 1, 1) : period.start,
    to: period.end,
    kind: range || until ? 'range' : first.kind,
    explicitYear: first.explicitYear,
    future: first.future || (range?.future ?? false),
  }
  since(text, find, today)
  add(scan, find, first)
  return list(scan, find, first)
}

const untilEnd = (text: string, i: number): number => (text[i + 2] === '到' ? i + 3 : i + 2)

/** 每周三, 每年10月, 每逢周五: a habit, not a date. */
const recurring = (text: string, i: number): boolean =>
  i > 0 && (text[i - 1] === '每' || (text[i - 1] === '逢' && text[i - 2] === '每'))

/** Over a numeral as a whole, otherwise over one character. */
function pass(text: string, i: number): number {
  if (!numeral(text, i)) return i + 1
  return Math.max(readWhole(text, i)?.end ?? 0, i + 1)
}

/** 2点-明天4点: the first end is an hour of the message's own day. */
function fromHour(scan: Scan, i: number): number {
  const { text, today } = scan
  if (!numeral(text, i) || (i > 0 && !' ,。;:从('.includes(text[i - 1]!))) return 0
  const end = hourBefore(text, i)
  const next = end ? connectorAt(text, end) : 0
  if (next <= end || !end) return 0
  const second = readDate(text, next, today)
  if (!second?.period || second.kind !== 'day' || second.period.start <= today) return 0
  add(
    scan,
    {
      start: i,
      end: second.end,
      from: today,
      to: second.period.end,
      kind: 'range',
      explicitYear: true,
      future: true,
    },
    second,
  )
  return second.end
}

interface Range {
  readonly period: Period
  readonly end: number
  readonly future: boolean
}

/** The second end behind 到, 至, `-`, or behind 和, 与 with 之间; the hour of the first end may stand between. */
function readRange(scan: Scan, first: OpenDate, at: number): Range | null {
  const { text, today } = scan
  const hour = skipTime(text, first.end)
  let next = connectorAt(text, hour)
  const between = next === hour
  if (between) {
    if (text[hour] !== '和' && text[hour] !== '与') return null
    next = hour + 1
  }
  if (!between && /^(今|目前|现在|如今)(?![天日年早晚晨])/.test(text.slice(next, next + 3))) {
    const start = resolve(first, today, inheritedFor(scan, first, at))
    return (
      start && {
        period: { start: start.start, end: today },
        end: next + (text[next] === '今' ? 1 : 2),
        future: false,
      }
    )
  }
  const second = readDate(text, next, today) ?? weekdayOnly(text, first, next)
  if (!second) return null
  if (
    between &&
    !/^(之间|间|期间)/.test(text.slice(skipTime(text, second.end), skipTime(text, second.end) + 2))
  )
    return null
  const end = between
    ? skipTime(text, second.end) + (text[skipTime(text, second.end)] === '间' ? 1 : 2)
    : second.end
  const open = !first.period && second.period
  const start = resolve(first, open ? second.period!.start : today, inheritedFor(scan, first, at))
  const stop = start && resolveAfter(second, start)
  if (!start || !stop || stop.end < start.start) return null
  return { period: { start: start.start, end: stop.end }, end, future: second.future }
}

/** 周一至五: the second weekday without its 周. */
function weekdayOnly(text: string, first: OpenDate, at: number): OpenDate | null {
  if (first.weekday === undefined) return null
  const weekday = weekdayAt(text, at)
  return weekday
    ? { end: at + 1, kind: 'day', weekday, explicitYear: false, future: false, relative: true }
    : null
}

/** A bare day takes the month told before it; a month without a year takes the year only within one list or under a heading. */
function inheritedFor(scan: Scan, date: OpenDate, at: number): Inherited {
  const { inherited } = scan
  if (date.inMonth) return inherited
  if (!date.inYear || inherited.year === undefined) return {}
  const gap = scan.text.slice(scan.inheritedAt, at)
  return gap.length <= 3 && /^[、,和及与;\s]*$/.test(gap) ? { year: inherited.year } : {}
}

/** 今年以来, 10月8日以来, 2019年起: up to the message's day. */
function since(text: string, find: Mutable<DateFind>, today: PlainDate): void {
  if (!text.startsWith('以来', find.end) || find.from > today) return
  find.end += 2
  find.to = today
  find.kind = 'range'
}

function add(scan: Scan, find: Mutable<DateFind>, date: OpenDate): void {
  const previous = scan.finds.at(-1)
  if (find.from === find.to) absorbWeekday(scan, find)
  if (previous && merge(scan.text, previous, find)) {
    remember(scan, previous, date)
    return
  }
  scan.finds.push(find)
  remember(scan, find, date)
}

function remember(scan: Scan, find: DateFind, date: OpenDate): void {
  if (date.relative && date.kind !== 'month' && date.kind !== 'year') return
  if (date.kind === 'festival') return
  const [year, month] = parts(find.to)
  scan.inheritedAt = find.end
  if (find.kind === 'year') scan.inherited = { year }
  else if (date.inMonth && scan.inherited.month === undefined) scan.inherited = {}
  else
    scan.inherited =
      find.explicitYear || scan.inherited.year !== undefined || find.kind !== 'year'
        ? { year, month }
        : { month }
}

/** 10月8日星期三, 10月8日（周三）, 10月12号，星期一: the weekday belongs to the date and must agree with it. */
function absorbWeekday(scan: Scan, find: Mutable<DateFind>): void {
  const { text, today } = scan
  let at = find.end
  const open = text[at] === '(' || text[skip(text, at)] === '('
  if (open) at = skip(text, at) + 1
  else if (text[at] === ',') at = skip(text, at + 1)
  else at = skip(text, at)
  if (text[at] !== '周' && text[at] !== '星' && text[at] !== '礼') return
  const weekday = readDate(text, at, today)
  if (weekday?.weekday === undefined) return
  const actual = weekdayOf(find.from)
  find.end = weekday.end
  if (open) {
    const close = text.indexOf(')', weekday.end)
    if (close >= 0 && close - weekday.end <= 6) find.end = close + 1
  }
  if (actual !== weekday.weekday) find.weekdayDisagrees = { stated: weekday.weekday, actual }
}

/**
 * Two words for one day become one date: 周日, 二月十号; 昨天（10月7日）; 今天是重阳节; 10月14日（重阳节）. The day in
 * numbers leads; where the two differ the other is kept as `otherDay`.
 */
function merge(text: string, previous: Mutable<DateFind>, find: Mutable<DateFind>): boolean {
  if (previous.from !== previous.to || find.from !== find.to) return false
  const gap = text.slice(previous.end, find.start)
  if (gap.length > 2) return false
  const bracket = gap === '(' || gap === ' ('
  const same = previous.from === find.from
  const oneWeekday =
    /[一二三四五六日天1-7]$/.test(text.slice(previous.start, previous.end)) &&
    /^(周|星期|礼拜)/.test(text.slice(previous.start, previous.end))
  if (!(
    bracket ||
    gap === '' ||
    gap === ' ' ||
    (gap === '是' && same) ||
    ((gap === ',' || gap === ', ') && oneWeekday)
  ))
    return false
  if (!same && !bracket && !oneWeekday && previous.kind !== 'festival' && find.kind !== 'festival')
    return false
  const close = bracket && text[find.end] === ')' ? find.end + 1 : find.end
  const [start] = [previous.start]
  if (!same) {
    if (oneWeekday)
      previous.weekdayDisagrees = { stated: weekdayOf(previous.from), actual: weekdayOf(find.from) }
    else previous.otherDay = previous.kind === 'festival' ? previous.from : find.from
  }
  if (previous.kind === 'festival' || oneWeekday) {
    previous.from = find.from
    previous.to = find.to
    previous.explicitYear = find.explicitYear
    previous.kind = find.kind
  }
  previous.start = start
  previous.end = close
  return true
}

/** 7、8、9日 and 周一、三、五: the items behind the first. */
function list(scan: Scan, find: DateFind, first: OpenDate): number {
  const { text, today } = scan
  let end = find.end
  if (find.from !== find.to) return end
  for (let items = 0; items < 31; items++) {
    if (!'、,和及与'.includes(text[end] ?? '?')) return end
    const at = skip(text, end + 1)
    const next =
      first.weekday !== undefined
        ? weekdayListed(text, first, at)
        : numeral(text, at)
          ? readListedDay(text, at)
          : null
    if (!next || (first.weekday !== undefined && text[end] === ',')) return end
    const period = resolve(next, today, next.weekday !== undefined ? {} : scan.inherited)
    if (!period) return end
    const range = readRange(scan, next, at)
    add(
      scan,
      {
        start: at,
        end: range?.end ?? next.end,
        from: (range?.period ?? period).start,
        to: (range?.period ?? period).end,
        kind: range ? 'range' : 'day',
        explicitYear: find.explicitYear,
        future: find.future,
      },
      next,
    )
    end = range?.end ?? next.end
  }
  return end
}

const weekdayListed = (text: string, first: OpenDate, at: number): OpenDate | null =>
  weekdayOnly(text, first, at)

export const dayAfter = (day: PlainDate): PlainDate => addDays(day, 1)
export const oneDay = single
