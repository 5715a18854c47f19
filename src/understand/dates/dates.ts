import { starts } from '../text/affixes.js'
import {
  addDays,
  parts,
  single,
  weekdayOf,
  weekOf,
  ymd,
  type Period,
  type PlainDate,
} from '../../core/day.js'
import type { LocalTime } from '../../core/org.js'
import { oneOf } from '../text/chars.js'
import { absorbWeekday, merge, type Mutable } from './merge.js'
import { nextDayBehind, readInMonth } from './month.js'
import { readListedDay } from './number.js'
import { dayOfMonth, type DateKind, type OpenDate } from './open.js'
import { clockAt, connectorAt, numeral, readWhole, skip } from './parts.js'
import { readDate } from './read.js'
import { readPointed } from './signed.js'
import { readRange, weekdayOnly } from './range.js'
import { resolve, type Inherited } from './resolve.js'
import { units } from '../numbers/words.js'
import { beginning, habits, todayWords } from './words.js'
import type { Normalized } from '../text/normalize.js'

export type { DateKind } from './open.js'

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
  /** Year and month of the last date that states them, for the bare days behind it, and where that date ended. */
  inherited: Inherited
  inheritedAt: number
  /** The year stands as a heading at the start of a line and holds for what follows, however long ago. */
  headed: boolean
  /** Whether the last find is a weekday on its own. */
  weekdayAlone: boolean
}

/**
 * Every date of the text, in order, never overlapping; `reference` is the message's own day and minute. Open dates are
 * resolved by the rule in dates/resolve.ts. Linear in the length of the text.
 */
export function scanDates(n: Normalized, reference: LocalTime): readonly DateFind[] {
  const { text } = n
  const scan: Scan = {
    text,
    today: reference.day,
    finds: [],
    inherited: {},
    inheritedAt: 0,
    headed: false,
    weekdayAlone: false,
  }
  let i = 0
  while (i < text.length) i = beginning[text.charCodeAt(i)] === 0 ? i + 1 : readAt(scan, i)
  return scan.finds
}

/** Reads the date at `i`, if there is one, with all that belongs to it; returns where to go on. */
function readAt(scan: Scan, i: number): number {
  const { text, today } = scan
  const until = text[i] === '截' && (text[i + 1] === '至' || text[i + 1] === '止')
  const at = until ? (text[i + 2] === '到' ? i + 3 : i + 2) : i
  if (isHabit(text, i)) return pass(text, i)
  if (soLater(scan, i)) return i + 3
  // 截至9.30: no decimal there
  if (upToNow(scan, i)) return i + 2
  const first = ofSameMonth(scan, at) ?? readDate(text, at, today) ?? (until ? readPointed(text, at) : null)
  if (!first) return fromHour(scan, i) || sameDay(scan, i) || pass(text, i)
  const inherited = inheritedBy(scan, first, at)
  const range = readRange(text, first, today, inherited)
  // 儿童节前一天, told on that day: the day named is still to come
  const latest = first.kind === 'festival' && dayBefore(text, first.end) ? addDays(today, 1) : today
  const period = range?.period ?? weekdayOfWeek(scan, first, i) ?? resolve(first, latest, inherited)
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
  if (until && soFar(scan.finds.at(-1), find)) return find.end
  if (!range) shift(text, find)
  if (text.startsWith('以来', find.end) && find.from <= today) {
    find.end += 2
    find.to = today
    find.kind = 'range'
  }
  add(scan, find, first)
  return list(scan, find, first)
}

const asFarAs = /[,，。;；](?:一直)?到$/
const soManyNow =
  /^[今昨]天(?:为止)?[,，]?(?:一?共|总共|已经?|累计)?[写讲办做开搞投跑去了有]{0,3}[0-9一二三四五六七八九十百]+/
/** 今年讲课不多，到昨天14场: the year told before, up to now. */
function upToNow(scan: Scan, i: number): boolean {
  const { text, finds } = scan
  const over = finds.at(-1)
  if (!over || over.from === over.to || over.future || over.kind === 'range') return false
  return (
    over.from <= scan.today &&
    over.to >= scan.today &&
    asFarAs.test(text.slice(Math.max(0, i - 5), i)) &&
    soManyNow.test(text.slice(i, i + 14))
  )
}

/** 10月18日义诊，同月20日培训: the month told right before. */
function ofSameMonth(scan: Scan, i: number): OpenDate | null {
  const { text, inherited } = scan
  if (inherited.month === undefined || inherited.year === undefined || text[i + 1] !== '月') return null
  if (text[i] !== '同' && text[i] !== '当') return null
  return readInMonth(text, i + 2, { value: inherited.year, future: false }, inherited.month, false)
}

/** 本月截至今天, 四季度截至11月底: the period told right in front, up to that end. */
function soFar(previous: Mutable<DateFind> | undefined, until: DateFind): boolean {
  if (!previous || previous.end !== until.start || previous.from === previous.to) return false
  if (previous.from > until.to || previous.to < until.to) return false
  previous.to = until.to
  previous.end = until.end
  previous.kind = 'range'
  return true
}

/** 国庆前一天, 10月8日的后一天, 立夏第二天: the day beside it. */
function shift(text: string, find: Mutable<DateFind>): void {
  if (find.from !== find.to) return
  const at = text[find.end] === '的' ? find.end + 1 : find.end
  const back = beforeIt(text, at)
  const nth = find.kind === 'festival' && text[at] === '第' && text[at + 2] === '天'
  const on = nth ? '二三四五六七'.indexOf(text[at + 1]!) + 1 : afterIt(text, at) ? 1 : 0
  if (!back && on === 0) return
  find.from = find.to = addDays(find.from, back ? -1 : on)
  find.end = at + 3
}

const beforeIt = starts('前一天 前一日 头一天')
const dayBefore = (text: string, end: number): boolean => beforeIt(text, text[end] === '的' ? end + 1 : end)
const afterIt = starts('后一天 后一日')

const endsHabit = oneOf('每逢年月的')

/** 每周三, 每年10月, 每逢周五: no date of its own. */
const isHabit = (text: string, i: number): boolean =>
  i > 0 &&
  endsHabit(text, i - 1) &&
  habits.some((word) => i >= word.length && text.startsWith(word, i - word.length))

/** Over a numeral as a whole, otherwise over one character. */
const pass = (text: string, i: number): number =>
  numeral(text, i) ? Math.max(readWhole(text, i)?.end ?? 0, i + 1) : i + 1

const leadsHour = oneOf(' ,。;:从(')

/** 2点-明天4点: the first end is an hour of the message's own day. */
function fromHour(scan: Scan, i: number): number {
  const { text, today } = scan
  if (!numeral(text, i) || (i > 0 && !leadsHour(text, i - 1))) return 0
  const hour = clockAt(text, i)
  const next = hour > i ? connectorAt(text, hour) : 0
  const second = next > hour ? readDate(text, next, today) : null
  if (!second?.period || second.kind !== 'day' || second.period.start <= today) return 0
  const period = { from: today, to: second.period.end }
  add(scan, { start: i, end: second.end, ...period, kind: 'range', explicitYear: true, future: true }, second)
  return second.end
}

/** 当天, 当晚: the day told before, the message's own where none was; 次日: the day after it. */
function sameDay(scan: Scan, i: number): number {
  const { text } = scan
  const previous = scan.finds.at(-1)
  if (text[i] === '次' || text[i] === '翌') {
    if (
      text[i + 1] !== '日' ||
      !previous ||
      spans(previous) ||
      /头天|头一天|第一天|首日/.test(text.slice(Math.max(previous.end, i - 40), i))
    )
      return 0
    pushDay(scan, i, i + 2, addDays(previous.to, 1))
    return i + 2
  }
  // 19日讲座50人，第二天义诊40人; of a course 第二天 is a part
  if (text[i] === '第' && text.startsWith('第二天', i)) {
    const next = previous && previous.from === previous.to && ',。;又\n'.includes(text[i - 1] ?? '-')
    if (!next || parted.test(text.slice(Math.max(0, i - 120), i + 60))) return 0
    pushDay(scan, i, i + 3, addDays(previous.to, 1))
    return i + 3
  }
  const word = text[i] === '当' ? todayWords.at(text, i) : undefined
  if (!word) return 0
  if (!previous) pushDay(scan, i, word.end, scan.today)
  return word.end
}

/** 十月末两天…，头天150人，次日200人: the second of them, and no day behind. */
const spans = (d: DateFind): boolean => d.from !== d.to && d.kind !== 'range'

/** 11月9日讲座，两天后又去医院: so many days behind the one told. */
function soLater(scan: Scan, i: number): boolean {
  const previous = scan.finds.at(-1)
  const later = previous && previous.from === previous.to ? daysLater(scan.text, i) : 0
  if (!previous || later === 0 || i - previous.end > 80) return false
  const day = addDays(previous.to, later)
  if (day > scan.today) return false
  pushDay(scan, i, i + 3, day)
  return true
}

/** 两天后又去…, behind a stop; 0 where none is told. */
function daysLater(text: string, i: number): number {
  if (text[i + 1] !== '天' || text[i + 2] !== '后' || !',。;'.includes(text[i - 1] ?? '-')) return 0
  if (!/^[,，]?(?:我们|咱们|他们)?(?:又|再|还|接着|去|到|在)/.test(text.slice(i + 3, i + 9))) return 0
  const n = '二三四五六七八九'.indexOf(text[i] === '两' ? '二' : text[i]!)
  const arabic = /[2-9]/.test(text[i]!) ? Number(text[i]) : 0
  return n >= 0 ? n + 2 : arabic
}

const parted = /第一天|第1天|头一天|头天|首日|第三天|[两三四五六七]天/

function pushDay(scan: Scan, start: number, end: number, day: PlainDate): void {
  scan.finds.push({ start, end, from: day, to: day, kind: 'day', explicitYear: true, future: false })
  scan.weekdayAlone = false
}

/** How many years back a year told in a text still holds for the dates behind it: 协会成立于2003年5月 does not. */
const yearHolds = 2

/**
 * A bare day takes the month told before it (10月11日…16日). A month without its year takes a year told before it, as
 * writers leave out a year that has not changed, unless that would lie after the message or the year is history.
 */
const longHoliday = /(国庆|五一|元旦)(?!(?:广场|路|街|村|社区|小区))[^。;；\n]{0,24}$/
const months: Readonly<Record<string, number>> = { 国庆: 10, 五一: 5, 元旦: 1 }
/** 国庆三天义诊，1号30人，2号40人: the first days of its month. */
function ofHoliday({ text, today }: Scan, date: OpenDate, at: number): Inherited {
  const name = longHoliday.exec(text.slice(Math.max(0, at - 30), at))?.[1]
  const month = name === undefined ? undefined : months[name]
  if (month === undefined) return {}
  const [now] = parts(today)
  for (const year of [now, now - 1]) {
    const day = date.inMonth!(year, month)
    if (day && day.start <= today) return parts(day.start)[2] <= 8 ? { year, month } : {}
  }
  return {}
}

function inheritedBy(scan: Scan, date: OpenDate, at: number): Inherited {
  const { inherited, today } = scan
  if (date.inMonth) return inherited.month === undefined ? ofHoliday(scan, date, at) : inherited
  if (!date.inYear || inherited.year === undefined) return {}
  const near = /^[、和及与\s]{1,3}$/.test(
    scan.text.slice(scan.inheritedAt, Math.min(at, scan.inheritedAt + 4)),
  )
  if (!near && !scan.headed && parts(today)[0] - inherited.year > yearHolds) return {}
  // 前年就有人喊我去讲，一直没空。这回6月1号…
  if (nowAgain.test(scan.text.slice(Math.max(scan.inheritedAt, at - 5), at))) return {}
  const period = date.inYear(inherited.year)
  return period && (near || period.start <= today) ? { year: inherited.year } : {}
}

/** This time, and not that of what was told before. */
const nowAgain = /(?:这[回次趟]|今年|如今|现在|这一[回次])(?:是|才|就)?$/

function add(scan: Scan, find: Mutable<DateFind>, date: OpenDate): void {
  const { text, today } = scan
  const previous = scan.finds.at(-1)
  if (find.from === find.to && date.weekday === undefined) absorbWeekday(text, find, today)
  const bothWeekdays = scan.weekdayAlone && date.weekday !== undefined
  const merged = previous !== undefined && !bothWeekdays && merge(text, previous, find, scan.weekdayAlone)
  if (!merged) scan.finds.push(find)
  scan.weekdayAlone = date.weekday !== undefined && find.kind === 'day'
  remember(scan, merged ? previous : find, date)
}

/** What the dates behind may take over: only from months and days of the calendar, not from 昨天, 上周三 or a festival. */
function remember(scan: Scan, find: DateFind, date: OpenDate): void {
  if (date.relative || date.kind === 'festival' || (date.inMonth && scan.inherited.month === undefined))
    return
  // “5.25我爱我”提前做了：5月13日…: the name of a day
  if ('“"《'.includes(scan.text[find.start - 1] ?? '。')) return
  // 推到下月；20日…: what comes behind is of another time
  if (find.future && find.kind === 'month' && '。;；'.includes(scan.text[find.end] ?? '-')) return
  const [year, month] = parts(find.to)
  const headed = scan.headed && scan.inherited.year === year
  scan.inherited = date.kind === 'year' ? { year } : { year, month }
  scan.inheritedAt = find.end
  scan.headed = headed || (date.kind === 'year' && (find.start === 0 || scan.text[find.start - 1] === '\n'))
}

const joinsList = oneOf('、,和及与')
const listBound = 31

/** 上周一和周三: the second weekday is of the same week. */
function weekdayOfWeek(scan: Scan, date: OpenDate, i: number): Period | null {
  const previous = scan.finds.at(-1)
  if (date.weekday === undefined || !previous || previous.from !== previous.to) return null
  if (i - previous.end !== 1 || !joinsList(scan.text, previous.end) || !namesWeek(scan.text, previous.start))
    return null
  return single(addDays(weekOf(previous.from).start, date.weekday - 1))
}

const namesWeek = oneOf('上下本这')

/** 周三四两天, 本周一三五: weekdays in one breath, with what can only follow a day. */
const weekdayBeside = (text: string, first: OpenDate, at: number): boolean =>
  (first.weekday !== undefined || first.week !== undefined) &&
  (/^(?!三下乡)[一二三四五六日]{1,4}([ ,。;上下晚在去到都各我共]|[两三四]天|$)/.test(
    text.slice(at, at + 6),
  ) ||
    daysRun(text, at))

/** 上周一三五北塔办了…: two more of them in their order, and nothing behind that they could count. */
function daysRun(text: string, at: number): boolean {
  const more = /^[二三四五六日]{1,5}/.exec(text.slice(at, at + 5))?.[0] ?? ''
  const told = /[周期拜]([一二三四五六]{1,5})$/.exec(text.slice(Math.max(0, at - 6), at))?.[1] ?? ''
  const run = [...told, ...more].map((c) => '一二三四五六日'.indexOf(c))
  const end = at + more.length
  return (
    more !== '' &&
    told !== '' &&
    run.length > 2 &&
    run.every((day, k) => k === 0 || day > run[k - 1]!) &&
    !numeral(text, end) &&
    !units.at(text, end) &&
    !'中小院校厂村队组班楼站所车家'.includes(text[end] ?? '。')
  )
}

/** 一号二号两天: the next day of the month in the same breath. */
const dayBeside = (text: string, at: number): boolean =>
  (text[at - 1] === '号' || text[at - 1] === '日') &&
  /^[0-9一二三四五六七八九十]{1,3}[号日]/.test(text.slice(at, at + 4))

/** 九月二十三和二十四给…: the next day, and neither has its 号. */
function bareNext(text: string, end: number): OpenDate | null {
  let from = end
  while (from > 0 && end - from < 3 && numeral(text, from - 1)) from--
  const last = from < end ? readWhole(text, from) : null
  const n = last && nextDayBehind(text, last)
  return n && dayOfMonth(n.end, n.value)
}

/** 7、8、9日 and 周一、三、五: the items behind the first. */
function list(scan: Scan, find: DateFind, first: OpenDate): number {
  const { text, today } = scan
  let end = scan.finds.at(-1)!.end
  if (find.from !== find.to) return end
  for (let items = 0; items < listBound; items++) {
    const comma = text[end]
    const saturday = first.weekday === 6 || (first.week !== undefined && weekdayOf(find.from) === 6)
    const weekend = saturday && items === 0 && (comma === '日' || comma === '天')
    const touching = weekend || weekdayBeside(text, first, end) || dayBeside(text, end)
    if (comma === undefined || (!touching && !joinsList(text, end))) return end
    const at = touching ? end : skip(text, end + 1)
    const next =
      first.weekday === undefined && first.week === undefined
        ? numeral(text, at)
          ? (readListedDay(text, at) ?? bareNext(text, end))
          : null
        : comma === ','
          ? null
          : weekdayOnly(text, first, at)
    if (!next) return end
    const inherited = next.inMonth ? scan.inherited : {}
    const range = readRange(text, next, today, inherited)
    const period = range?.period ?? resolve(next, today, inherited)
    if (!period) return end
    const { explicitYear, future } = find
    const item: Mutable<DateFind> = {
      start: at,
      end: range?.end ?? next.end,
      from: period.start,
      to: period.end,
      kind: range ? 'range' : 'day',
      explicitYear,
      future,
    }
    add(scan, item, next)
    end = scan.finds.at(-1)!.end
  }
  return end
}
