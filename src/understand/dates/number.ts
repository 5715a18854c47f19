import { starts } from '../text/affixes.js'
import { oneOf } from '../text/chars.js'
import { addDays, single, ymd, type PlainDate } from '../../core/day.js'
import { civil, dayOfMonth, fixed, isYear, stated, yearAlone, type OpenDate } from './open.js'
import { readBothDays, readBothMonths } from './both.js'
import { isDayMark, joinedTo, readMonth } from './month.js'
import { fullYear, readWhole, skip, type Whole } from './parts.js'
import { readSigned } from './signed.js'
import { weekName } from './weekday.js'
import { readInYear, readShare } from './year.js'

/** A date that begins with a number. */
export function readNumbered(text: string, i: number, today: PlainDate): OpenDate | null {
  const n = readWhole(text, i)
  if (!n) return null
  const signs = n.arabic ? readSigned(text, i, n) : undefined
  if (signs !== undefined) return signs
  const mark = skip(text, n.end)
  switch (text[mark]) {
    case '年':
      return readYear(text, i, n, mark, today)
    case '月':
      return readMonth(text, i, null)
    case '日':
    case '号':
      if (text[mark] === '日' && !n.arabic) {
        const ago = readAgo(text, i, n, today)
        if (ago) return ago
      }
      return n.value >= 1 &&
        n.value <= 31 &&
        n.digits <= 2 &&
        isDayMark(text, mark) &&
        isLoneDay(text, i, n, mark)
        ? dayOfMonth(mark + 1, n.value)
        : null
    case 'Q':
    case 'q':
      return n.digits === 4 && isYear(n.value) ? readInYear(text, mark, stated(n.value), today) : null
    case '季':
      return readShare(text, i, null, today)
    case '世':
      return readCentury(text, i, n, mark)
    default:
      return (
        readAgo(text, i, n, today) ??
        ('两个、和'.includes(text[n.end] ?? '-') ? readBothMonths(text, i, null) : null) ??
        ('、和'.includes(text[n.end] ?? '-') && text[i - 1] !== '、' ? daysTogether(text, i) : null) ??
        readShared(text, i, n, today)
      )
  }
}

/** 19、20、21三天 of a month not named. */
function daysTogether(text: string, i: number): OpenDate | null {
  const days = readBothDays(text, i)
  return (
    days && {
      ...dayOfMonth(days.end, days.first),
      kind: 'range',
      inMonth: (year, month) => {
        const first = civil(year, month, days.first)
        const last = civil(year, month, days.last)
        return first && last ? { start: first.start, end: last.end } : null
      },
    }
  )
}

/** The first of several that share a unit behind the last: 3、4月, 11-13日, 1995-1997年. */
function readShared(text: string, i: number, n: Whole, today: PlainDate): OpenDate | null {
  if (n.digits <= 2 && n.value >= 1) {
    if (n.value <= 4 && joinedTo(text, n.end, '季', 4)) return readShare(text, i, null, today)
    if (n.value <= 12 && joinedTo(text, n.end, '月', 12)) return readMonth(text, i, null)
    if (n.value <= 31 && joinedTo(text, n.end, '日号', 31)) return dayOfMonth(n.end, n.value)
  }
  if (n.digits === 4 && isYear(n.value) && yearOf(text, n.end)) return yearAlone(n.value, n.end)
  if (n.digits === 4 && i === 0 && n.end === text.length && n.value >= 1900 && n.value < 2100)
    return yearAlone(n.value, n.end)
  return n.digits === 4 && isYear(n.value) && joinedTo(text, n.end, '年', 2199)
    ? yearAlone(n.value, n.end)
    : null
}

/** 石鼓2025总数, 2025全年. */
const yearOf = starts('总数 全年 年度 小结 总结 合计 总计 工作总结')

/** 神舟十三号, 嫦娥五号, 天问一号. */
const namesCraft = oneOf('舟娥问宫星箭弹征舰艇国神')

/** 一日游, 三日内, 三日连讲, 5日来, 每月8日 are spans of time and habits. */
function isLoneDay(text: string, start: number, n: Whole, mark: number): boolean {
  const next = text[mark + 1]
  // 5日来 lasts five days; on 23号 or 15日来了60人 somebody came
  const came = next === '来' && (text[mark] === '号' || '了到'.includes(text[mark + 2] ?? '-'))
  if (next !== undefined && '内之来间租'.includes(next) && !came && !text.startsWith('之前', mark + 1))
    return false
  if (text[start] === '两' || (text[mark] === '号' && namesCraft(text, start - 1))) return false
  const before = text[start - 1]
  // 13月5日 is no 5日, 每月8日 no date.
  if (before === '每' || before === '隔' || before === '月') return false
  return n.arabic || n.value > 10 || text[mark] === '号' || next === undefined || !'三两一连'.includes(next)
}

function readYear(text: string, start: number, n: Whole, mark: number, today: PlainDate): OpenDate | null {
  const next = text[mark + 1]
  if (next === '级' || next === '龄') return null
  if (next === '代') {
    const decade = n.digits === 4 ? n.value : n.value < 100 ? 1900 + n.value : 0
    if (decade === 0 || n.value % 10 !== 0) return null
    return years(decade, decade + 9, mark + 2)
  }
  if (n.digits === 4 || (n.digits === 0 && n.value >= 1000))
    return isYear(n.value) ? readInYear(text, mark + 1, stated(n.value), today) : null
  if (n.digits !== 2) return null
  const found = readInYear(text, mark + 1, stated(fullYear(n.value)), today)
  if (!found || found.end > mark + 2 || n.value < 10) return found
  // 15年 alone may be a span of time: a year only where it opens a clause and nothing like 来, 前, 多 follows.
  const opens = start === 0 || ' ,。;:!?(\n从自在于'.includes(text[start - 1]!)
  return opens && (next === undefined || !'来前后内间以多里的之头如下寿'.includes(next)) ? found : null
}

/** 三天前, 17天后, 两周前, 5天之前: by distance from the message. */
function readAgo(text: string, start: number, n: Whole, today: PlainDate): OpenDate | null {
  if (n.value < 1 || n.value > 400) return null
  let at = skip(text, n.end)
  if (text[at] === '个') at++
  // 五日后, 三日前 by distance; 5日 and 10日前 are days of the month.
  const days = text[at] === '天' || (text[at] === '日' && !n.arabic && n.value <= 10) ? 1 : 7
  const unitEnd = days === 1 ? at + 1 : weekName(text, at)
  if (!unitEnd) return null
  at = text[unitEnd] === '之' || text[unitEnd] === '以' ? unitEnd + 1 : unitEnd
  const ago = text[at] === '前'
  if (!ago && text[at] !== '后') return null
  const next = text[at + 1]
  if (next !== undefined && at === unitEnd && '往来去进面沿台行后夕期者景勤续天方备院'.includes(next))
    return null
  const before = text[start - 1]
  if (before !== undefined) {
    if ('第每近连前后'.includes(before)) return null
    // 手术3天后 counts from the operation, not from the message.
    if (!ago && !' ,。;:!?(\n我们在于再约将会'.includes(before)) return null
  }
  return fixed(at + 1, 'day', single(addDays(today, (ago ? -1 : 1) * days * n.value)), !ago)
}

/** The next of a list of days: 8、 or 9日 of 7、8、9日; null elsewhere. */
export function readListedDay(text: string, i: number): OpenDate | null {
  const n = readWhole(text, i)
  if (!n || n.value < 1 || n.value > 31 || n.digits > 2) return null
  const mark = skip(text, n.end)
  if (isDayMark(text, mark)) return dayOfMonth(mark + 1, n.value)
  return joinedTo(text, n.end, '日号', 31) ? dayOfMonth(n.end, n.value) : null
}

/** 21世纪, 二十世纪九十年代. */
function readCentury(text: string, start: number, n: Whole, mark: number): OpenDate | null {
  if (!text.startsWith('世纪', mark) || n.value < 18 || n.value > 22 || text[start - 1] === '第') return null
  const century = (n.value - 1) * 100
  const end = mark + 2
  const decade = readWhole(text, end)
  if (decade && decade.value % 10 === 0 && decade.value < 100 && text.startsWith('年代', decade.end))
    return years(century + decade.value, century + decade.value + 9, decade.end + 2)
  return years(century, century + 99, end)
}

const years = (first: number, last: number, end: number): OpenDate => ({
  ...yearAlone(first, end),
  kind: 'period',
  period: { start: ymd(first, 1, 1), end: ymd(last, 12, 31) },
})
