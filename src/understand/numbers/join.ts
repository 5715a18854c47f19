import { oneOf } from '../text/chars.js'
import { kindAt } from './words.js'
import { draft, lookUnit, multiply, type Draft } from './draft.js'
import { readNumeral, type Numeral } from './read.js'

type Grouping = (at: number) => boolean

const skipOne = (text: string, i: number): number => (text[i] === ' ' ? i + 1 : i)

/** Behind 到, 至, `-`, `~` (also doubled) at `at`, one space on either side allowed; `at` when there is none. */
function connectorEnd(text: string, at: number): number {
  const i = skipOne(text, at)
  switch (text[i]) {
    case '-':
    case '~': {
      const next = text[i + 1] === '-' || text[i + 1] === '~' ? i + 2 : i + 1
      return skipOne(text, next)
    }
    case '到':
    case '至':
      return i + 1
    default:
      return at
  }
}

/** 年, 月, 日 … join to dates, not to ranges of quantity. */
const dateUnit = (unit: string): boolean =>
  unit === '月' || unit === '日' || unit === '号' || unit === '点' || unit === '时'

/**
 * A range that begins with `low`: 100到200人, 1万元--5万元, 一百二十到一百五十万 (the second unit serves both),
 * 两、三百. `low` becomes the range and true is returned.
 */
export function joinRange(text: string, low: Draft, numeral: Numeral, grouping: Grouping): boolean {
  const listed = text[low.end] === '、' && singleDigit(numeral) && text[low.start - 1] !== '、'
  let inner = listed ? low.end + 1 : connectorEnd(text, low.end)
  let unitBetween = ''
  if (inner === low.end && low.unit) {
    inner = connectorEnd(text, low.unitEnd)
    if (inner === low.unitEnd) return joinBetween(text, low, low.unitEnd, grouping)
    unitBetween = low.unit
    // 从34万元到55万元 tells where something began and where it ended: two figures.
    const worded = text[inner - 1] === '到' || text[inner - 1] === '至'
    if (worded && text[low.start - 1] === '从') return false
  }
  if (inner === low.end) return joinBetween(text, low, low.end, grouping)
  const second = readSecond(text, inner, grouping)
  if (!second) return false
  const [high, highNumeral] = second
  // 6.10到九家企业: a day, and where one went
  if (numeral.arabic && numeral.decimal && low.unit === '' && low.end - low.start < 6 && !highNumeral.arabic)
    return false
  if (listed && !isListedPair(text, inner, numeral, highNumeral)) return false
  if (unitBetween && high.unit !== unitBetween) return false
  if (dateUnit(high.unit) || dateUnit(unitBetween) || (high.unit === '年' && high.value > 1000)) return false
  if (text.startsWith('分之', high.end)) return false
  if (low.role !== 'ordinal') distribute(low, numeral, high, highNumeral, unitBetween !== '')
  const shared = low.role === 'ordinal' || (high.unit !== '' && !'等级号班组区院期'.includes(high.unit))
  if (listed && low.value === numeral.value && !shared) return false
  if (!(low.value < high.value)) return false
  take(low, high)
  return true
}

/** 十和二十之间: both ends named, 之间 behind them. */
function joinBetween(text: string, low: Draft, at: number, grouping: Grouping): boolean {
  if (text[at] !== '和' && text[at] !== '与') return false
  const second = readSecond(text, at + 1, grouping)
  if (!second || !text.startsWith('之间', second[0].unitEnd) || !(low.value < second[0].value)) return false
  take(low, second[0])
  return true
}

function take(low: Draft, high: Draft): void {
  low.high = high.high
  low.end = high.end
  low.unit = high.unit
  low.unitEnd = high.unitEnd
  low.qualifier = 'range'
}

function readSecond(text: string, at: number, grouping: Grouping): [Draft, Numeral] | null {
  if (kindAt(text, at) === 0) return null
  const numeral = readNumeral(text, at, grouping)
  if (!numeral) return null
  const high = draft(at, numeral)
  if (numeral.arabic) multiply(text, high, numeral)
  lookUnit(text, high)
  return [high, numeral]
}

const singleDigit = (numeral: Numeral): boolean =>
  numeral.digits === 1 && !numeral.decimal && numeral.form === 'plain'

/** 两、三百 and 七、八个, 3、4百: digits that follow each other and share what stands behind; 3、4场 is a list. */
function isListedPair(text: string, inner: number, low: Numeral, high: Numeral): boolean {
  if (kindAt(text, inner + 1) === kindAt(text, inner)) return false
  const digit = high.place > 1 ? high.value / high.place : high.value
  return digit === low.value + 1 && low.arabic === high.arabic && (!low.arabic || high.place > 1)
}

/**
 * The unit of place of the upper end serves the lower end too, when that makes sense: 十八至三十万, 两到三百,
 * 1.5-2万; not 500到1万, where the lower end would be the greater.
 */
function distribute(
  low: Draft,
  lowNumeral: Numeral,
  high: Draft,
  highNumeral: Numeral,
  unitBetween: boolean,
): void {
  const { place } = highNumeral
  if (unitBetween || place <= 1 || lowNumeral.place >= 1e4) return
  if (place < 1e4 && (lowNumeral.place > 1 || low.value >= 10)) return
  const coefficient = high.value / place
  if (place < 1e4 && (coefficient > 10 || coefficient !== Math.floor(coefficient))) return
  // 三到五十人 may be 3 to 50; 三到四十 counts in tens.
  if (place === 10 && coefficient !== low.value + 1) return
  if (low.value >= coefficient) return
  low.value *= place
}

/** 三分之一, 五又二分之一, 10 分之 3: the whole becomes one value. Returns whether it did. */
export function joinFraction(text: string, d: Draft, grouping: Grouping): boolean {
  let whole = 0
  let denominator = d
  let at = d.end
  if (text[at] === '又') {
    const second = readSecond(text, at + 1, grouping)
    if (!second) return false
    whole = d.value
    denominator = second[0]
    at = denominator.end
  }
  if (!text.startsWith('分之', at) || denominator.value === 0) return false
  const part = readSecond(text, skipOne(text, at + 2), grouping)
  if (!part) return false
  const value = Math.abs(whole) + part[0].value / denominator.value
  d.value = d.high = whole < 0 ? -value : value
  d.end = part[0].end
  d.qualifier = part[0].qualifier
  return true
}

/** 1/3 and 3 1/3 as the whole text; within a text a slash parts dates, ratios and lists. Returns whether it was one. */
export function joinSlash(text: string, d: Draft): boolean {
  if (d.start > 1 || (text[d.end] !== '/' && text[d.end] !== ' ')) return false
  const found = /^(?: (\d{1,6}))?\/(\d{1,6})$/.exec(text.slice(d.end))
  if (!found || (text[d.end] === ' ') !== (found[1] !== undefined) || Number(found[2]) === 0) return false
  const part = found[1] === undefined ? 0 : Number(found[1]) / Number(found[2])
  const value =
    found[1] === undefined ? d.value / Number(found[2]) : d.value < 0 ? d.value - part : d.value + part
  d.value = d.high = value
  d.end = d.unitEnd = text.length
  return true
}

/** 百分之八十, 千分之三 with the bare unit at `at`; null where no number follows. */
export function readPer(
  text: string,
  start: number,
  at: number,
  per: number,
  grouping: Grouping,
): Draft | null {
  const from = skipOne(text, at + 3)
  const minus = text[from] === '负'
  const part = readSecond(text, minus ? from + 1 : from, grouping)
  const d = part?.[0]
  if (!d) return null
  d.start = start
  d.value = (minus ? -d.value : d.value) / per
  d.high = (minus ? -d.high : d.high) / per
  d.role = 'percent'
  return d
}

const halfUnits = new Set([
  '个',
  '年',
  '天',
  '斤',
  '公斤',
  '小时',
  '里',
  '公里',
  '米',
  '亩',
  '倍',
  '世纪',
  '吨',
  '升',
])

/** 半夜, 半岛: 半 begins another word. */
const breaksHalf = oneOf('夜岛空途路数导边径')

/** 一个半小时, 两年半, 三倍半: half a unit more. */
export function joinHalf(text: string, d: Draft): void {
  if (text[d.unitEnd] !== '半' || !halfUnits.has(d.unit) || breaksHalf(text, d.unitEnd + 1)) return
  d.value += 0.5
  d.high += 0.5
  const { unit } = d
  d.end = d.unitEnd + 1
  lookUnit(text, d)
  if (!d.unit) d.unit = unit
}

const money = new Map([
  ['元', 1],
  ['块', 1],
  ['块钱', 1],
  ['圆', 1],
  ['角', 0.1],
  ['毛', 0.1],
  ['毛钱', 0.1],
  ['分', 0.01],
])

/** 十二元五角三分, 三块五: one sum of money. */
export function joinMoney(text: string, d: Draft, grouping: Grouping): void {
  let last = money.get(d.unit)
  if (last === undefined || last < 0.1) return
  let cents = Math.round(d.value * last * 100)
  let joined = false
  while (last > 0.01 && kindAt(text, d.unitEnd) > 0) {
    const second = readSecond(text, d.unitEnd, grouping)
    if (!second) break
    const [part, numeral] = second
    const colloquial: boolean = numeral.digits === 1 && part.unit === '' && text[d.unitEnd - 1] !== '元'
    const scale: number | undefined = colloquial ? last / 10 : money.get(part.unit)
    if (scale === undefined || scale >= last || numeral.digits > 2 || part.value >= 10) break
    cents += Math.round(part.value * scale * 100)
    d.end = part.end
    d.unitEnd = part.unitEnd
    last = scale
    joined = true
    if (colloquial) break
  }
  if (!joined) return
  d.value = d.high = cents / 100
  d.unit = '元'
}
