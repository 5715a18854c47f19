import type { Normalized } from '../text/normalize.js'
import { oneOf } from '../text/chars.js'
import { arabic, guarded, kindAt, unit as placeUnit, valueAt } from './words.js'
import { qualifierBefore } from './around.js'
import { accepts, draft, lookUnit, multiply, opens, type Draft } from './draft.js'
import { joinFraction, joinRange, joinSlash, readPer } from './join.js'
import {
  clockEnd,
  codeEnd,
  isClass,
  isGrade,
  isGradeBefore,
  isPlace,
  isRepeated,
  isSchool,
  listMark,
  weekdayDigit,
} from './role.js'
import { readNumeral } from './read.js'
import { emit, report, type NumberFind, type Scan } from './find.js'

export type { NumberFind, NumberRole } from './find.js'

/** Every number of the text, in order, never overlapping. Linear in its length. */
export function scanNumbers(n: Normalized): readonly NumberFind[] {
  const { text } = n
  const scan: Scan = {
    n,
    text,
    finds: [],
    floor: 0,
    // A full-width comma is a pause and never parts thousands, but between full-width digits: １，０２０.
    grouping:
      n.typed === text
        ? () => true
        : (at) => {
            const [typed] = n.span(at, at + 1)
            return n.typed[typed] === ',' || isWide(n.typed[typed - 1]) || /^[\d,.]{1,32}$/.test(text)
          },
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

const isWide = (c: string | undefined): boolean => c !== undefined && c >= '０' && c <= '９'

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
    if (isGradeBefore(text, at)) return at + 1
    const past = guarded(text, at)
    if (past > at) return past
    if (c === '半') return readHalf(scan, i)
    if (c === '几' || c === '数') return readVague(scan, i)
    if (kind >= placeUnit && text.startsWith('分之', at + 1)) {
      const part = readPer(text, i, at, valueAt(text, at), grouping)
      return part ? report(scan, part) : at + 3
    }
    if (weekdayDigit(text, at) || isRepeated(text, at)) return at + 1
  }
  const numeral = readNumeral(text, at, grouping)
  if (!numeral) return at + 1
  const found = draft(i, numeral)
  if (numeral.bare) roughly(text, found)
  if (numeral.arabic && numeral.decimal && isDatePart(text, numeral.end)) {
    // 1.10月8日: a list mark and a date, never 1.10.
    const point = text.slice(at, numeral.end).indexOf('.')
    if (point <= 0) return at + 1
    const mark = Math.floor(found.value)
    found.end = found.unitEnd = at + point
    return emit(scan, { ...found, value: mark, high: mark, role: 'ordinal' })
  }
  const clock = clockEnd(text, at, numeral.end, numeral.value)
  if (clock) return emit(scan, { ...found, end: clock, unitEnd: clock, role: 'clock' })
  if (sign < 0) found.value = found.high = -found.value
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
      return numeral.form === 'string' && found.unit ? at + 1 : Math.max(numeral.end, at + 1)
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
