import { isDay, single, ymd } from '../../core/day.js'
import { oneOf } from '../text/chars.js'
import { civil, dated, dayOfMonth, isYear, stated, yearAlone, type OpenDate } from './open.js'
import { isDayMark, readInMonth } from './month.js'
import { connectorAt, digit, fullYear, readWhole, type Whole } from './parts.js'
import { festivalWords } from './words.js'
import { units } from '../numbers/words.js'
import { trie } from '../text/trie.js'

const isSign = (c: string | undefined): c is string => c === '.' || c === '/' || c === '-' || c === ' '

/**
 * Dates written with signs: 2024.10.9, 2024/10/9, 1994.01-19, 2010 01 29, 20240307, 2018-09, 10/9, 09-01, 10.18-10.20.
 * Null: the signs make something else; undefined: there are no signs here.
 */
export function readSigned(text: string, i: number, n: Whole): OpenDate | null | undefined {
  if (n.digits === 8) {
    const [year, month, day] = [Math.floor(n.value / 1e4), Math.floor(n.value / 100) % 100, n.value % 100]
    return isYear(year) && isDay(year, month, day) && !hangsOn(text, n.end)
      ? exact(n.end, year, month, day)
      : null
  }
  const sign = text[n.end]
  if (!isSign(sign) || !digit(text, n.end + 1) || n.digits > 4) return undefined
  const second = readWhole(text, n.end + 1)!
  if (second.digits > 2) return readYears(text, n, second, sign)
  const nextSign = text[second.end]
  const third = isSign(nextSign) && digit(text, second.end + 1) ? readWhole(text, second.end + 1)! : null
  if (n.digits === 4 && isYear(n.value)) {
    if (third && third.digits <= 2 && isDay(n.value, second.value, third.value)) {
      const spaced = sign === ' ' || nextSign === ' '
      const padded = sign === nextSign && second.digits === 2 && third.digits === 2
      if (!spaced || padded)
        return hangsOn(text, third.end) ? null : exact(third.end, n.value, second.value, third.value)
    }
    if (sign === ' ') return undefined
    if (second.value < 1 || second.value > 12) return null
    const closed = text[second.end] === '月' ? second.end + 1 : second.end
    if (closed === second.end && units.at(text, second.end)) return null
    return readInMonth(text, closed, stated(n.value), second.value, false)
  }
  if (n.digits > 2 || sign === ' ') return undefined
  if (third && nextSign === sign) {
    if (third.digits === 4) return yearLast(text, n.value, second.value, third)
    // 19.10.8, 15-3-3: a year of two digits.
    const short = n.digits === 2 && third.digits <= 2 && isDay(fullYear(n.value), second.value, third.value)
    const closed = !isSign(text[third.end]) || (text[third.end] === ' ' && !digit(text, third.end + 1))
    const free = !hangsOn(text, third.end) && closed && !units.at(text, third.end)
    return short && (free || third.end >= text.length)
      ? exact(third.end, fullYear(n.value), second.value, third.value)
      : null
  }
  if (!isDay(2024, n.value, second.value) || !isMonthDay(text, i, n, second, sign)) return undefined
  const end = isDayMark(text, second.end) ? second.end + 1 : second.end
  const date = dated(null, end, 'day', (y) => civil(y, n.value, second.value))
  return date && { ...date, sign }
}

/** The second end of 10.1-10.7 or 10.18-20: signs mean there what they meant in the first. */
export function readSecondSigned(text: string, i: number, sign: string): OpenDate | null {
  const n = readWhole(text, i)
  // 下午3:00-4:30: an hour
  if (!n || !n.arabic || n.digits > 2 || text[n.end] === ':') return null
  const second = text[n.end] === sign && digit(text, n.end + 1) ? readWhole(text, n.end + 1) : null
  if (second)
    return isDay(2024, n.value, second.value)
      ? dated(null, second.end, 'day', (y) => civil(y, n.value, second.value))
      : null
  return n.value >= 1 && n.value <= 31 && !units.at(text, n.end) ? dayOfMonth(n.end, n.value) : null
}

/** The second end of 10月31日至11.3: its month and day behind a point. */
export const readPointed = (text: string, i: number): OpenDate | null =>
  readWhole(text, i)?.arabic && /^[0-9]{1,2}\.[0-9]{1,2}(?![0-9.])/.test(text.slice(i, i + 7))
    ? readSecondSigned(text, i, '.')
    : null

/** 3-23-2017 and 23/3/2015: the year last; month first where both could be. */
function yearLast(text: string, first: number, second: number, year: Whole): OpenDate | null {
  if (!isYear(year.value) || hangsOn(text, year.end)) return null
  const [month, day] = first > 12 ? [second, first] : [first, second]
  return isDay(year.value, month, day) ? exact(year.end, year.value, month, day) : null
}

const exact = (end: number, year: number, month: number, day: number): OpenDate => ({
  ...yearAlone(year, end),
  kind: 'day',
  period: single(ymd(year, month, day)),
})

/** More digits hang on: an address, a version, a number of something. */
const hangsOn = (text: string, end: number): boolean =>
  digit(text, end) || (text[end] === '.' && digit(text, end + 1))

/** 2019-2021 and 2019-2021年. */
function readYears(text: string, n: Whole, second: Whole, sign: string): OpenDate | undefined {
  if (sign !== '-' || n.digits !== 4 || second.digits !== 4 || hangsOn(text, second.end)) return undefined
  if (!isYear(n.value) || !isYear(second.value) || n.value >= second.value) return undefined
  const period = { start: ymd(n.value, 1, 1), end: ymd(second.value, 12, 31) }
  return {
    ...yearAlone(n.value, text[second.end] === '年' ? second.end + 1 : second.end),
    kind: 'range',
    period,
  }
}

/** What counts, scales or qualifies the number in front of it: 8.5元, 3.5万, 1.5倍. */
const scales = oneOf('%/月年万亿千百多余几倍')
/** Units that a figure with a point can have; nobody gives 7.6 lectures. */
const measured = trie(
  `元 块 角 美元 公里 千米 米 厘米 毫米 里 公斤 千克 克 毫克 斤 吨 升 毫升 亩 公顷 平 立方 小时 个小时 分 秒 天 个 年 岁 周岁 度 倍 成 折 级 寸 尺 码 厘 毫 瓦 千瓦
  摄氏 ℃ ° kg g cm mm m km mg ml h v s 版`
    .split(/\s+/)
    .map((word) => [word, word] as const),
)

/** What measures: 血压8.5, 增长3.5, 共4.8. */
const measures = oneOf(
  '约近达为是到长高低分率值价比第版本共总均升降过超至乘除加减度温压重宽深厚积量数额糖脂酸醇元速数差占费',
)
const closesWord = oneOf(' ,。、;:!?)|\n')
const opensLine = oneOf('\n于在从自、;。:|(,')

/**
 * Whether 10/9, 10-9 or 10.9 is a month and a day; never when something countable follows (3-5场, 8.5元). With a slash
 * it is; with a point when nothing that measures stands before it (讲座 7.15 共30人, 增长3.5); with a hyphen, which
 * also makes ranges, only padded (09-01), or alone at the start of a line or field.
 */
function isMonthDay(text: string, i: number, n: Whole, second: Whole, sign: string): boolean {
  const { end } = second
  if (digit(text, end) || (text[end] === '.' && digit(text, end + 1))) return false
  if (isDayMark(text, end)) return sign !== '-'
  // 日期11.18/形式讲座: a cell of a row
  if (text[end] === '/' && /(?:日期|时间)[:：]?$/.test(text.slice(Math.max(0, i - 3), i))) return true
  if (scales(text, end)) return false
  if (sign !== '-' && festivalWords.at(text, end)) return true
  const behind = text[end] === ' ' ? end + 1 : end
  if (sign === '.' ? measured.at(text, behind) : units.at(text, behind)) return false
  if (sign === '/') return text[end] !== '的'
  const range = text[end] === ' ' ? end : connectorAt(text, end)
  if (range > end && digit(text, range)) {
    const to = readWhole(text, range)!
    if (text[to.end] === sign && digit(text, to.end + 1)) return true
    if (
      sign === '-' ||
      to.digits > 2 ||
      to.value <= second.value ||
      to.value > 31 ||
      measured.at(text, to.end)
    )
      return false
  }
  const alone = end >= text.length || closesWord(text, end)
  const opens =
    i === 0 || opensLine(text, i - 1) || (text[i - 1] === ' ' && (i < 2 || opensLine(text, i - 2)))
  if (sign === '-') return alone && (opens || (n.digits === 2 && second.digits === 2))
  // A point that is the whole text is a decimal.
  if (i === 0) return end < text.length
  return !measures(text, text[i - 1] === ' ' ? i - 2 : i - 1)
}
