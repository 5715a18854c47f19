import { arabic, big, formal, kindAt, plain, unit, valueAt } from './words.js'
import { readFraction } from './digits.js'
import { approximator, readSection, skipSpace, type NumeralForm } from './section.js'

/** The figure at a place, without the words around it. */
export interface Numeral {
  readonly end: number
  readonly value: number
  /** Equals `value` where only one figure is stated; 十多 → 20, 两三百 → 300. */
  readonly high: number
  readonly form: NumeralForm
  /** Begins with a bare unit: 百余, 万九, 千万. */
  readonly bare: boolean
  readonly arabic: boolean
  readonly formal: boolean
  readonly decimal: boolean
  /** How many digits stand there when no unit of place does (2025 → 4, 三 → 1); otherwise 0. */
  readonly digits: number
  /** The big unit the figure ends in (三十万 → 10000, 五亿 → 1e8), the small one (三百 → 100), or 1. */
  readonly place: number
}

const POINT = 46
const DIAN = '点'.charCodeAt(0)

/**
 * Reads the numeral that begins at `start`: Arabic, Chinese, money forms, or mixed as people mix them (5亿1万4千6百,
 * 一万两千零3十四). Null where none begins. `grouping(at)` says whether the comma at `at` may part thousands.
 */
export function readNumeral(text: string, start: number, grouping: (at: number) => boolean): Numeral | null {
  const first = kindAt(text, start)
  let i = start
  let end = start
  let total = 0
  let lastBig = Infinity
  let bare = false
  let form: NumeralForm = 'plain'
  let spread = 0
  let place = 1
  let digits = 0
  let decimal = false
  for (;;) {
    const section = readSection(text, i, i === start, total > 0, grouping)
    if (section) {
      end = section.end
      bare ||= section.bare
      if (i === start) {
        digits = section.digits
        decimal = section.decimal
      }
      if (section.form === 'string' && kindAt(text, end) < big)
        return done(end, section.value, section.value, 'string', section.digits)
    }
    if (total === 0 && section?.form === 'plain' && !section.decimal && text.charCodeAt(end) === DIAN) {
      const point = readFraction(text, end + 1)
      if (point) {
        section.value += point.value
        section.high += point.value
        section.step = 10 ** -point.digits
        section.decimal = decimal = true
        end = point.end
      }
    }
    const at = skipSpace(text, section ? end : i, big)
    if (kindAt(text, at) !== big || (i === start && !section && at !== start)) {
      if (!section) break
      const lone = section.loneDigit && lastBig !== Infinity ? lastBig / 10 : 1
      total += section.value * lone
      spread = (section.high - section.value) * lone
      form = section.form
      place = section.loneDigit ? lone : section.place
      break
    }
    const b = valueAt(text, at)
    if (!section) {
      if (total === 0) {
        total = b
        bare = true
        lastBig = b
      } else {
        total *= b
        lastBig *= b
      }
    } else {
      if (section.value === 0 || b === lastBig) {
        // 三万五万 is two numerals; so is 零万.
        if (lastBig === Infinity) return null
        end = i
        break
      }
      total = tidy(b < lastBig ? total + section.value * b : (total + section.value) * b)
      spread = tidy((section.high - section.value) * b)
      form = section.form
      lastBig = b
    }
    digits = 0
    place = lastBig
    i = end = at + 1
    if (form !== 'plain') break
    const word = approximator(text, i)
    if (word) {
      form = word
      spread = section?.decimal ? tidy(section.step * place) : place
      end = i + 1
      break
    }
    const n = text.charCodeAt(i)
    const point = n === DIAN ? readFraction(text, i + 1) : null
    if (point) {
      total += point.value
      decimal = true
      end = point.end
      break
    }
    if (kindAt(text, i) === plain && valueAt(text, i) === 0) {
      if (kindAt(text, i + 1) === 0) break
      i++
      const rest = readSection(text, i, false, false, grouping)
      if (rest && kindAt(text, skipSpace(text, rest.end, big)) !== big) {
        end = rest.end
        total += rest.value
        spread = rest.high - rest.value
        form = rest.form
        place = rest.place
        break
      }
    }
  }
  if (end === start) return null
  // 五十有二, 一百八十又五: the old way of joining the ones
  if (first === plain || first === unit) {
    const ones =
      '有又单'.includes(text[end] ?? '-') && kindAt(text, end + 1) === plain ? valueAt(text, end + 1) : 0
    // 一百单八: only behind full hundreds
    const step = text[end] === '单' ? 100 : 10
    if (ones > 0 && total >= step && total % step === 0 && kindAt(text, end + 2) === 0) {
      total += ones
      end += 2
    }
  }
  return done(end, total, total + spread, form, digits)

  function done(at: number, value: number, high: number, as: NumeralForm, length: number): Numeral {
    return {
      end: at,
      value,
      high,
      form: as,
      bare,
      arabic: first === arabic || text.charCodeAt(start) === POINT,
      formal: first === formal,
      decimal,
      digits: length,
      place,
    }
  }
}

/** 2.3亿 is 230000000, not 229999999.99999997. */
const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))
