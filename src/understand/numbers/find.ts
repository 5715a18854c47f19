import type { Qualifier } from '../../core/measure.js'
import type { Normalized } from '../text/normalize.js'
import { qualifierAfter, qualifierBefore } from './around.js'
import { lookUnit, type Draft } from './draft.js'
import { joinHalf, joinMoney } from './join.js'
import { countsPeople } from './words.js'

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

/** A scan under way. */
export interface Scan {
  readonly n: Normalized
  readonly text: string
  readonly finds: NumberFind[]
  readonly grouping: (at: number) => boolean
  /** Behind what was read last: no words of the next number begin earlier. */
  floor: number
}

/** Adds what qualifies the figure and what its unit makes of it, and reports it. */
export function report(scan: Scan, d: Draft): number {
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

export function emit(scan: Scan, d: Draft): number {
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
      // 来了28号人
      if (unit === '号' && text[d.unitEnd] === '人' && countsPeople(text, d.unitEnd + 1)) return 'quantity'
      return value >= 1 && value <= 31 && Number.isInteger(value) && d.qualifier === 'exact'
        ? 'date'
        : 'quantity'
    case '年级':
      return 'ordinal'
    default:
      return text[d.start - 1] === '初' && value <= 10 ? 'date' : 'quantity'
  }
}
