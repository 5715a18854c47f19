import { addDays, daysInMonth, monthPeriod, parts, ymd, type Period, type PlainDate } from '../core/day.js'
import { holidayDay, holidayNames, holidayPeriod } from '../core/holidays.js'
import { scanDates } from '../understand/dates/dates.js'
import { wholeNumber } from '../understand/numbers/numeral.js'
import { normalize } from '../understand/text/normalize.js'

/** A period in people's words; an open year or month runs to today. `9月1号到现在`, `2019-01-01..2019-06-30` too. */
export function readPeriod(
  text: string,
  today: PlainDate,
): { readonly period: Period; readonly from: number; readonly to: number } | null {
  const iso = /(\d{4}-\d{2}-\d{2})\s*(?:\.\.|~|至|到)\s*(\d{4}-\d{2}-\d{2})/.exec(text)
  if (iso) return { period: { start: iso[1]!, end: iso[2]! }, from: iso.index, to: iso.index + iso[0].length }
  const spoken = spanSaid(text, today)
  if (spoken) return spoken
  const n = normalize(text)
  const finds = scanDates(n, { day: today, minute: 720 })
  const first = finds[0]
  if (!first) return null
  const from = n.span(first.start, first.end)[0]
  let to = n.span(first.start, first.end)[1]
  let period: Period = { start: first.from, end: first.to }
  const now = runsOn.exec(text.slice(to))
  if (now) {
    to += now[0].length
    period = { start: period.start, end: today }
  } else if (finds[1] && /^\s*[到至~-]\s*$/.test(n.text.slice(first.end, finds[1].start))) {
    to = n.span(finds[1].start, finds[1].end)[1]
    period = { start: period.start, end: finds[1].to }
  }
  // 到六月底为止: from the beginning of that year on
  const till = now || finds[1] ? null : tillThen.exec(text.slice(0, from))
  const stop = till && stopsThere.exec(text.slice(to))
  if (till && (stop || text.slice(from, to).endsWith('底'))) {
    const { end } = period
    return {
      period: { start: ymd(parts(end)[0], 1, 1), end },
      from: from - till[0].length,
      to: to + (stop?.[0].length ?? 0),
    }
  }
  const lead = /(?:从|自|打)\s*$/.exec(text.slice(0, from))
  return { period, from: from - (lead ? lead[0].length : 0), to }
}

/** 到这会儿, 至目前为止. */
const tillNow = '[到至](?:现在|今天|今日|目前|如今|眼下|当下|这会儿?|这阵子?儿?|这时候?)(?:为止)?'
const runsOn = new RegExp(`^\\s*(?:以来|至今|${tillNow}|算起|起(?!码))`)
const tillThen = /(?:截至|截止到?|(?<![月日号天周年初末底起始从自\d])到)\s*$/
const stopsThere = /^\s*(?:底|末)?(?:为止|止)/

const lately = /(?<![前后头])(?:这|近)(?:一?(两|三|二|2|3)|几)[天日](?![后前])/

/**
 * A period as a question looks back on it: 这两天 is today and the day before, 这几天 three days. A wish (这几天别发) looks
 * ahead with the same words.
 */
export function readPast(text: string, today: PlainDate): ReturnType<typeof readPeriod> {
  const read = readPeriod(text, today)
  const m = read ? null : lately.exec(text.slice(0, longestAsked))
  if (!m) return read
  const days = m[1] === undefined || /[三3]/.test(m[1]) ? 3 : 2
  return {
    period: { start: addDays(today, 1 - days), end: today },
    from: m.index,
    to: m.index + m[0].length,
  }
}

/** 去年, 今年, 2025年; the year of `today` where none is said. */
const yearSaid = (words: string | undefined, today: PlainDate): number =>
  words !== undefined && /^\d/.test(words)
    ? Number(words.slice(0, 4))
    : parts(today)[0] - Number(words === '去年')

/** 期间, 长假, 那几天: the days off around a holiday. */
const offWork = '(?:的?小?长假|假期|期间|放假(?:期间|那几天)?|黄金周|[这那]?几天)(?:里|中|期间)?'
/** 十一, 劳动节 and 新年 are said of these too. */
const holidayWords = [...holidayNames, '(?<![二三四五])十一', '劳动', '新年'].join('|')
const holidayMeant = (word: string): string => ({ 十一: '国庆', 劳动: '五一', 新年: '元旦' })[word] ?? word
const numeral = '[一二两三四五六七八九十]{1,3}|\\d{1,2}'
/** Spans that end today, and months joined by 到; what scanning for dates does not know as one period. */
const spans: readonly (readonly [
  pattern: RegExp,
  read: (m: RegExpExecArray, today: PlainDate) => Period | null,
])[] = [
  [
    new RegExp(`(?:(?:最?近|过去)(${numeral}|半)|这(半))个?(天|日|星期|礼拜|周|月|年)(?:以?来|里|内)?`),
    (m, today) => {
      const said = m[1] ?? m[2]!
      const n = said === '半' ? 0.5 : (wholeNumber(said) ?? 0)
      return n > 0 ? { start: backBy(today, n, m[3]!), end: today } : null
    },
  ],
  [
    /(?:去年|上年|上一年)的?(?:同期|同一时期|同时期)/,
    (_, today) => ({ start: yearBefore(ymd(parts(today)[0], 1, 1)), end: yearBefore(today) }),
  ],
  // 开年以来, 从月初到现在
  [
    new RegExp(
      `(?:从|打|自)?(?:今年)?(?:(开年|年初|年头|新年)|(?:这个?月|本月)?(月初|月头))(?:以来|起|至今|${tillNow})`,
    ),
    (m, today) => ({
      start: ymd(parts(today)[0], m[1] === undefined ? parts(today)[1] : 1, 1),
      end: today,
    }),
  ],
  // 前个月: the month before the last
  [
    /(?:前个|前一个|(?<!加)上上个?)月/,
    (m, today) => {
      const [y, month] = parts(today)
      const before = m[0] === '前一个月' ? 1 : 2
      const of = new Date(Date.UTC(y, month - 1 - before, 1))
      return monthPeriod(of.getUTCFullYear(), of.getUTCMonth() + 1)
    },
  ],
  // 从国庆到现在, 五一以来; 春节过后 begins when the days off are over
  [
    new RegExp(
      `(?:从|自|打)?(?:(今年|去年|\\d{4}年)的?)?(${holidayWords})节?(?:小?长假|假期|放假)?(?:(以?来|至今|${tillNow}|起|开始)|(?:过完?)?(?:以后|之后|后(?![天来])))`,
    ),
    (m, today) => {
      const name = holidayMeant(m[2]!)
      const of = (year: number): Period | null => {
        const off = m[3] === undefined ? holidayPeriod(name, year) : null
        const start = off ? addDays(off.end, 1) : m[3] === undefined ? null : holidayDay(name, year)
        return start && start <= today ? { start, end: today } : null
      }
      const year = yearSaid(m[1], today)
      return of(year) ?? (m[1] === undefined ? of(year - 1) : null)
    },
  ],
  // 国庆期间, 去年春节长假, 五一那几天
  [
    new RegExp(`(?:(今年|去年|\\d{4}年)的?)?(${holidayWords})节?${offWork}`),
    (m, today) => {
      const name = holidayMeant(m[2]!)
      const period = holidayPeriod(name, yearSaid(m[1], today))
      return period && period.start > today && m[1] === undefined
        ? holidayPeriod(name, parts(today)[0] - 1)
        : period
    },
  ],
  // 三、四月份
  [
    new RegExp(
      `(?:(今年|去年|\\d{4}年))?(?<![\\d一二三四五六七八九十])(${numeral})[、和与跟\\s](${numeral})(?:月份?|两个月)`,
    ),
    (m, today) => {
      const [from, to] = [wholeNumber(m[2]!), wholeNumber(m[3]!)]
      if (!from || !to || to !== from + 1 || to > 12) return null
      const year = yearSaid(m[1], today)
      const open = m[1] === undefined && monthPeriod(year, from).start > today
      return {
        start: monthPeriod(year - Number(open), from).start,
        end: monthPeriod(year - Number(open), to).end,
      }
    },
  ],
  [
    new RegExp(
      `(?:(今年|去年|\\d{4}年))?(${numeral})月?份?(?:到|至|-|—|~)(${numeral})月(?:份|底|末)?(?![\\d一二三四五六七八九十])`,
    ),
    (m, today) => {
      const [from, to] = [wholeNumber(m[2]!), wholeNumber(m[3]!)]
      if (!from || !to || from > to || to > 12) return null
      const year = yearSaid(m[1], today)
      return { start: monthPeriod(year, from).start, end: monthPeriod(year, to).end }
    },
  ],
]

function spanSaid(
  text: string,
  today: PlainDate,
): { readonly period: Period; readonly from: number; readonly to: number } | null {
  const asked = text.slice(0, longestAsked)
  for (const [pattern, read] of spans) {
    const m = pattern.exec(asked)
    const period = m && read(m, today)
    if (period) return { period, from: m.index, to: m.index + m[0].length }
  }
  return null
}
/** A question about a period stands at the beginning, and is short. */
const longestAsked = 60

/** The first day of the last `n` of a unit, today included: 近三个月 on 11-21 is from 08-22 on. */
function backBy(today: PlainDate, n: number, unit: string): PlainDate {
  const days = { 天: 1, 日: 1, 星期: 7, 礼拜: 7, 周: 7 }[unit]
  if (days !== undefined) return addDays(today, 1 - Math.max(1, Math.round(n * days)))
  const months = Math.round(n * (unit === '年' ? 12 : 1))
  const [y, m, d] = parts(today)
  const first = new Date(Date.UTC(y, m - 1 - months, 1))
  const { end } = monthPeriod(first.getUTCFullYear(), first.getUTCMonth() + 1)
  const day = Math.min(d, parts(end)[2])
  return addDays(`${end.slice(0, 8)}${String(day).padStart(2, '0')}`, 1)
}

/** The same day a year earlier; 29 February becomes the 28th. */
export function yearBefore(day: PlainDate): PlainDate {
  const [y, m, d] = parts(day)
  return ymd(y - 1, m, Math.min(d, daysInMonth(y - 1, m)))
}

/** The same days a year later; what ends with a month ends with it again. */
export function yearLater({ start, end }: Period): Period {
  const [y, m, d] = parts(start)
  const [toYear, toMonth, last] = parts(end)
  const days = daysInMonth(toYear + 1, toMonth)
  return {
    start: ymd(y + 1, m, Math.min(d, daysInMonth(y + 1, m))),
    end: ymd(toYear + 1, toMonth, last === daysInMonth(toYear, toMonth) ? days : Math.min(last, days)),
  }
}
