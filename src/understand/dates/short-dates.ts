import { ends } from '../text/affixes.js'
import { pattern } from '../text/pattern.js'
import { isDay, parts, single, ymd, type PlainDate } from '../../core/day.js'
import type { DateFind } from './dates.js'

/** 7.15 and 4.20-4.22 as members write them in terse lines: month and day without words, which elsewhere are decimals. */
export interface ShortDate {
  readonly end: number
  readonly date: DateFind
}

const digit = (text: string, i: number): boolean => text[i] !== undefined && text[i] >= '0' && text[i] <= '9'

function dayAt(
  text: string,
  at: number,
  separator: string,
): { month: number; day: number; end: number } | null {
  let i = at
  while (digit(text, i) && i - at < 3) i++
  if (i === at || i - at > 2 || text[i] !== separator || !digit(text, i + 1)) return null
  const from = ++i
  while (digit(text, i) && i - from < 3) i++
  const month = Number(text.slice(at, from - 1))
  const day = Number(text.slice(from, i))
  return i - from > 2 || !isDay(2024, month, day) ? null : { month, day, end: i }
}

/** Signs and spaces in front of a short date; behind a word it is a quantity. */
const openers = ' ,;:。、|/\n(（【★'

/** Words that announce one: 日期是5.26, 一是9.12在…. */
const announces = ends(
  '日期是 日期为 时间是 时间为 那天是 当天是 应是 应为 也就是 ,就是 ,是 一是 二是 三是 四是 五是',
)

const labels = pattern(/(时间|日期)[:|★ ]{0,2}$/)
/**
 * A month and day written 7.15 (or 7-15 behind a 时间 label), perhaps to 7.17 or 17. `free`: something of the message
 * ended right in front of it. Open, so the most recent one not after `today`; the year of a heading holds.
 */
export function shortDate(
  text: string,
  at: number,
  free: boolean,
  year: number | null,
  today: PlainDate,
): ShortDate | null {
  if (at > 0 && !free && !openers.includes(text[at - 1]!) && !announces(text, at)) return null
  const labelled = labels(text, Math.max(0, at - 5), at)
  const first =
    dayAt(text, at, '.') ??
    (labelled ? dayAt(text, at, '-') : null) ??
    parted(text, at, '/', free) ??
    parted(text, at, '-', false)
  if (
    !first ||
    ('.%℃'.includes(text[first.end] || ' ') && text[first.end] === '.' && digit(text, first.end + 1))
  )
    return null
  let { end } = first
  let last = first
  if ('-~到至'.includes(text[end] || ' ') && text[end] !== ' ') {
    const second = dayAt(text, end + 1, '.') ?? bareDay(text, end + 1, first.month)
    if (second && (second.month > first.month || (second.month === first.month && second.day > first.day))) {
      last = second
      end = second.end
    }
  }
  const resolve = (m: number, d: number): PlainDate => {
    const [y] = parts(today)
    if (year !== null) return ymd(year, m, d)
    return ymd(y, m, d) <= today ? ymd(y, m, d) : ymd(y - 1, m, d)
  }
  const from = resolve(first.month, first.day)
  const to = last === first ? from : ymd(parts(from)[0], last.month, last.day)
  return {
    end,
    date: {
      start: at,
      end,
      from,
      to: to < from ? single(from).end : to,
      kind: from === to ? 'day' : 'range',
      explicitYear: year !== null,
      future: false,
    },
  }
}

/** 3-6 班, 8-9 点, 1-8 期: from so many to so many of them. */
const counted = pattern(
  /^ (?:班(?!会|组)|年级|点(?!评)|次(?!日)|期|场(?!地|馆)|人(?!民|工|才)|组(?!织)|月(?!季)|公里|号楼|栋|层|节(?!水|能|日)|岁|个(?!人)|元(?!旦|宵))/,
)
/** Another day told in the same line. */
const otherDay = /[昨今前明后]天|[0-9]{1,2}[月日号]|(?:周|星期|礼拜)[一二三四五六日天]|[昨今前]晚/

/** 4/7 or 4-18 between spaces or commas, 4/18 right behind a unit: elsewhere a share or a range. */
function parted(
  text: string,
  at: number,
  sign: string,
  free: boolean,
): { month: number; day: number; end: number } | null {
  const found = dayAt(text, at, sign)
  if (!found) return null
  // 北塔 3-9 讲座: between spaces behind the words a line of fields begins with, and no number before it
  const field =
    text[at - 1] === ' ' &&
    text[found.end] === ' ' &&
    /^[^0-9。;\n]{2,20}$/.test(text.slice(0, at)) &&
    !otherDay.test(text.slice(0, at) + text.slice(found.end, found.end + 40).split('\n', 1)[0]!)
  if (sign === '-' && counted(text, found.end, found.end + 6)) return null
  if (sign === '-' && ((found.day < 10 && !field) || (at > 0 && !' ,，'.includes(text[at - 1]!)))) return null
  // 11/17讲座60人 at the head of a telling; 1/3的人 is a share
  const opens =
    sign === '/' &&
    (found.day > 10 || found.month > 4) &&
    /^(讲座|讲课|义诊|培训|座谈|科普|咨询|会员|在|到|去|上午|下午|晚上)/.test(
      text.slice(found.end, found.end + 2),
    )
  return free || opens || ' ,，。;\n'.includes(text[found.end] ?? '\n') ? found : null
}

function bareDay(
  text: string,
  at: number,
  month: number,
): { month: number; day: number; end: number } | null {
  let i = at
  while (digit(text, i) && i - at < 3) i++
  const day = Number(text.slice(at, i))
  return i === at || i - at > 2 || !isDay(2024, month, day)
    ? null
    : { month, day, end: text[i] === '日' || text[i] === '号' ? i + 1 : i }
}

/** 6月25-26, 5月20: a month with days that lack their 日. Null where what follows counts something. */
export function bareDays(text: string, month: DateFind): DateFind | null {
  const [y, m] = parts(month.from)
  const first = bareDay(text, month.end, m)
  if (!first || text[first.end] === '%' || text[first.end] === '.') return null
  const second = '-~到至'.includes(text[first.end] ?? ' ') ? bareDay(text, first.end + 1, m) : null
  const end = second && second.day > first.day ? second.end : first.end
  const behind = text[end] ?? ''
  // 5月20讲座 is a day, 5月20场 is not
  if (
    '场人次期个名位份册本篇条件家户节堂班张套余多万千百元岁两三'.includes(behind || ' ') &&
    !/^[两三四五]天/.test(text.slice(end, end + 2))
  )
    return null
  const from = ymd(y, m, first.day)
  const to = second && second.day > first.day ? ymd(y, m, second.day) : from
  return { ...month, end, from, to, kind: from === to ? 'day' : 'range' }
}
