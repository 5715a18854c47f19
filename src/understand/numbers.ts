import type { Qualifier } from '../core/measure.js'
import type { Normalized } from './normalize.js'
import { oneOf } from './chars.js'
import { arabic, guarded, kindAt, unit as placeUnit, valueAt } from './number-words.js'
import { qualifierAfter, qualifierBefore } from './numbers-around.js'
import { accepts, draft, lookUnit, multiply, opens, type Draft } from './numbers-draft.js'
import { joinFraction, joinHalf, joinMoney, joinRange, joinSlash, readPer } from './numbers-join.js'
import {
  clockEnd,
  codeEnd,
  isClass,
  isGrade,
  isPlace,
  isSchool,
  listMark,
  weekdayDigit,
} from './numbers-role.js'
import { readNumeral } from './numbers-read.js'

/**
 * What a number is there for: only a `quantity` can be a figure. Telephone numbers, 5G, 2024.10.9 and the like are not
 * reported at all.
 */
export type NumberRole = 'quantity' | 'ordinal' | 'date' | 'clock' | 'percent'

/** One number of the text. Offsets are into the normalized text; `n.span(start, end)` leads back to the words as typed. */
export interface NumberFind {
  /** Before the words that qualify it: of 约300多人 the 约. */
  readonly start: number
  /** Behind the figure and what qualifies it directly (300多, 一百五十左右), before the unit. */
  readonly end: number
  /** The stated base: 300多 → 300; of a range its lower end. */
  readonly value: number
  readonly low: number
  /** Equals `value` unless a range is said or meant: 两三百 → 300, 十多 → 20, 300多 → 400. */
  readonly high: number
  readonly qualifier: Qualifier
  /** As typed, without the unit: 「300多」「近两百」. */
  readonly words: string
  readonly approx: boolean
  /** No digit is stated, only a size (几百, 数万): `value` is that size and must not be booked as a figure. */
  readonly vague: boolean
  readonly role: NumberRole
  /** The classifier or unit right behind (人次, 场, 份, 元, 公里…); '' where none is recognised. */
  readonly unit: string
  /** Behind the unit; equals `end` without one. */
  readonly unitEnd: number
}

/** Every number of the text, in order, never overlapping. Linear in its length. */
export function scanNumbers(n: Normalized): readonly NumberFind[] {
  const { text } = n
  const scan: Scan = {
    n,
    text,
    finds: [],
    floor: 0,
    // A full-width comma is a pause and never parts thousands.
    grouping:
      n.typed === text
        ? () => true
        : (at) => n.typed[n.span(at, at + 1)[0]] === ',' || /^[\d,.]{1,32}$/.test(text),
  }
  let i = 0
  while (i < text.length) {
    if (kindAt(text, i) === 0 && !(beginsOddly(text, i) && mayStart(text, i))) {
      i++
      continue
    }
    const next = readAt(scan, i)
    i = scan.floor = next > i ? next : i + 1
  }
  return scan.finds
}

interface Scan {
  readonly n: Normalized
  readonly text: string
  readonly finds: NumberFind[]
  readonly grouping: (at: number) => boolean
  /** Behind what was read last: no words of the next number begin earlier. */
  floor: number
}

const beginsOddly = oneOf('半负几数.-')

/** 半, 负, a minus, a leading point, and 几 or 数 before a unit begin numbers without being numerals. */
function mayStart(text: string, i: number): boolean {
  switch (text[i]) {
    case '几':
    case '数':
      return kindAt(text, i + 1) >= placeUnit
    case '.':
      return kindAt(text, i + 1) === arabic && kindAt(text, i - 1) !== arabic
    case '-':
      return kindAt(text, i + 1) === arabic && signed(text, i)
    default:
      return true
  }
}

/**
 * A hyphen is a minus behind an opening or a verb of being, in front of a number that is the whole text, and where
 * degrees follow; at the head of an item (-3场) it is a dash.
 */
function signed(text: string, i: number): boolean {
  const behind = text.slice(i + 1, i + 24)
  if (i === 0) return text.length < 24 ? !/[^\d.,/%°℃度万亿]/.test(behind) : /^[\d.]+[°℃]/.test(behind)
  if (leadsMinus(text, i - 1)) return true
  return !numeralBefore(text, i) && /^[\d.]+([到至~-]-?[\d.]+)?(°|℃|度|摄氏)/.test(behind)
}

const leadsMinus = oneOf('(:=是为了达到至在于<>')
const numeralBefore = (text: string, i: number): boolean => kindAt(text, i - 1) > 0

const isDatePart = oneOf('月日号')

/** Reads the number at `i` and reports it if it is one; returns where to go on. */
function readAt(scan: Scan, i: number): number {
  const { text, grouping } = scan
  const c = text[i]
  let at = i
  let sign = 1
  if (c === '负' || c === '-') {
    at = text[i + 1] === ' ' ? i + 2 : i + 1
    if (kindAt(text, at) === 0) return i + 1
    sign = -1
  }
  const kind = kindAt(text, at)
  if (kind === arabic) {
    const past = codeEnd(text, at)
    if (past > at) return past
  } else {
    const past = guarded(text, at)
    if (past > at) return past
    if (c === '半') return readHalf(scan, i)
    if (c === '几' || c === '数') return readVague(scan, i)
    if (kind >= placeUnit && text.startsWith('分之', at + 1)) {
      const part = readPer(text, i, at, valueAt(text, at), grouping)
      return part ? report(scan, part) : at + 3
    }
    if (weekdayDigit(text, at)) return at + 1
  }
  const numeral = readNumeral(text, at, grouping)
  if (!numeral) return at + 1
  const found = draft(i, numeral)
  if (numeral.bare) roughly(text, found)
  if (numeral.arabic && numeral.decimal && isDatePart(text, numeral.end)) {
    // 1.10月8日: a list mark and a date, never 1.10.
    found.end = found.unitEnd = text.indexOf('.', at)
    const mark = Math.floor(found.value)
    return emit(scan, { ...found, value: mark, high: mark, role: 'ordinal' })
  }
  const clock = clockEnd(text, at, numeral.end, numeral.value)
  if (clock) return emit(scan, { ...found, end: clock, unitEnd: clock, role: 'clock' })
  found.value *= sign
  found.high *= sign
  if (text.startsWith('分之', found.end) || text[found.end] === '又') {
    if (joinFraction(text, found, grouping)) return report(scan, found)
  }
  if (numeral.arabic && text.length < 20 && joinSlash(text, found)) return report(scan, found)
  if (numeral.arabic) multiply(text, found, numeral)
  lookUnit(text, found)
  const marked = listMark(text, at, numeral.end, numeral.digits)
  if (
    marked &&
    !(text[numeral.end] === '、' && !numeral.arabic && joinRange(text, found, numeral, grouping))
  ) {
    return emit(scan, { ...found, end: numeral.end, unitEnd: numeral.end, unit: '', role: 'ordinal' })
  }
  if (text[at - 1] === '第' || isClass(text, at, found.unit)) found.role = 'ordinal'
  const isRange = marked || joinRange(text, found, numeral, grouping)
  if (!isRange) {
    if (isSchool(text, at, found.end, numeral) || isGrade(text, at, numeral) || isPlace(text, found))
      return found.end
    const approximated = found.bare && qualifierBefore(text, i, scan.floor, true, found.unit) !== null
    if (!numeral.arabic && found.role !== 'ordinal' && !accepts(text, found, numeral, approximated))
      return Math.max(numeral.end, at + 1)
  }
  return report(scan, found)
}

/** 百八十, 千八百: a little less than the bare unit, up to it. */
function roughly(text: string, d: Draft): void {
  const unit = valueAt(text, d.start)
  if (unit < 100 || d.value !== unit * 1.8 || kindAt(text, d.end - 1) < placeUnit) return
  d.value = unit * 0.8
  d.high = unit
  d.qualifier = 'range'
}

/** 半个, 半天: 0.5 of what follows. */
function readHalf(scan: Scan, i: number): number {
  const { text } = scan
  const half: Draft = {
    start: i,
    end: i + 1,
    value: 0.5,
    high: 0.5,
    qualifier: 'exact',
    vague: false,
    bare: false,
    role: 'quantity',
    unit: '',
    unitEnd: i + 1,
  }
  lookUnit(text, half)
  if (!halves.has(half.unit) && !(opens(text, i) && i + 1 >= text.length)) return i + 1
  return report(scan, half)
}

const halves = new Set(
  '个 斤 公斤 两 天 年 月 个月 小时 个小时 分钟 里 公里 米 块 元 碗 杯 瓶 节 堂 亩 吨 打 页 张 桶 箱 袋 盒 份 票 身 价 折 日 学期 个学期 世纪 辈子'.split(
    ' ',
  ),
)

/** 几百, 数十万, 好几千: only a size. */
function readVague(scan: Scan, i: number): number {
  const { text } = scan
  const numeral = readNumeral(text, i + 1, scan.grouping)
  if (!numeral || (!numeral.bare && kindAt(text, i + 1) < placeUnit)) return i + 1
  const found = draft(i, numeral)
  found.high = found.value * 10
  found.qualifier = 'several'
  found.vague = true
  if (text[i - 1] === '好' && i > scan.floor) found.start = i - 1
  lookUnit(text, found)
  return report(scan, found)
}

/** Adds what qualifies the figure and what its unit makes of it, and reports it. */
function report(scan: Scan, d: Draft): number {
  const { text } = scan
  if (!d.unit) lookUnit(text, d)
  joinMoney(text, d, scan.grouping)
  joinHalf(text, d)
  if (d.unit === '打') {
    d.value *= 12
    d.high *= 12
  }
  if (d.role === 'quantity') d.role = roleOf(text, d)
  if (d.role === 'percent' && d.unit === '%') {
    d.value /= 100
    d.high /= 100
  }
  const before = qualifierBefore(text, d.start, scan.floor, d.bare, d.unit)
  const after = qualifierAfter(text, d.end) ?? (d.unit ? qualifierAfter(text, d.unitEnd) : null)
  if (after && after.at > d.end && d.unitEnd === d.end) {
    d.end = d.unitEnd = after.at
    lookUnit(text, d)
  }
  const beyond = moreBehindUnit(text, d)
  if (before) d.start = before.at
  if (d.qualifier === 'exact') d.qualifier = beyond ? 'over' : (after?.as ?? before?.as ?? 'exact')
  return emit(scan, d)
}

function emit(scan: Scan, d: Draft): number {
  const [from, to] = scan.n.span(d.start, d.end)
  scan.finds.push({
    start: d.start,
    end: d.end,
    value: d.value,
    low: d.value,
    high: d.high,
    qualifier: d.qualifier,
    words: scan.n.typed.slice(from, to),
    approx: d.qualifier !== 'exact',
    vague: d.vague,
    role: d.role,
    unit: d.unit,
    unitEnd: d.unitEnd,
  })
  return Math.max(d.end, d.start + 1)
}

/** 三年多, 五公里多, 一个多小时: more behind the unit. */
function moreBehindUnit(text: string, d: Draft): boolean {
  if (text[d.unitEnd] !== '多' || !d.unit) return false
  if (d.unit === '个')
    return /^(小时|月|星期|钟头|学期|世纪|礼拜|季度)/.test(text.slice(d.unitEnd + 1, d.unitEnd + 3))
  return '年天月周岁斤里米亩时元块度吨倍'.includes(d.unit.at(-1)!)
}

function roleOf(text: string, d: Draft): Draft['role'] {
  const { unit, value } = d
  switch (unit) {
    case '%':
    case '‰':
      return 'percent'
    case '年':
      return value >= 1000 && value < 2200 && d.qualifier === 'exact' ? 'date' : 'quantity'
    case '月':
      return value >= 1 && value <= 12 && Number.isInteger(value) ? 'date' : 'quantity'
    case '日':
    case '号':
      return value >= 1 && value <= 31 && Number.isInteger(value) && d.qualifier === 'exact'
        ? 'date'
        : 'quantity'
    case '年级':
      return 'ordinal'
    default:
      return text[d.start - 1] === '初' && value <= 10 ? 'date' : 'quantity'
  }
}
