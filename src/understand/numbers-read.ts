import { oneOf } from './chars.js'
import { arabic, big, formal, guardStarts, kindAt, plain, tens, unit, valueAt } from './number-words.js'

/**
 * How a numeral says what it says. `several`: 十几, 几百; `over`: 20多万, 百余; `about`: 十来个, 百把人;
 * `pair`: 两三百, 一百五六; `string`: digits read out, 二〇二五.
 */
export type NumeralForm = 'plain' | 'several' | 'over' | 'about' | 'pair' | 'string'

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

const SPACE = 32
const COMMA = 44
const POINT = 46
const DIAN = '点'.charCodeAt(0)
const SEVERAL = '几'.charCodeAt(0)
const MORE = '多'.charCodeAt(0)
const REST = '余'.charCodeAt(0)
const SOME = '来'.charCodeAt(0)
const HANDFUL = '把'.charCodeAt(0)

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
    if (total === 0 && section && section.form === 'plain' && text.charCodeAt(end) === DIAN) {
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

/** A figure below 万 and what is left over behind its last unit. */
interface Section {
  readonly end: number
  value: number
  high: number
  /** What one 多 adds: 三百多 is 300 to 400, 1.2万多 is 1.2万 to 1.3万. */
  step: number
  readonly form: NumeralForm
  readonly bare: boolean
  decimal: boolean
  readonly digits: number
  readonly place: number
  /** One single digit and nothing else: behind 万 it means thousands. */
  readonly loneDigit: boolean
}

/** `first`: nothing was read yet; `open`: a single digit left over takes the place under the unit before it. */
function readSection(
  text: string,
  start: number,
  first: boolean,
  open: boolean,
  grouping: (at: number) => boolean,
): Section | null {
  let i = start
  let end = start
  let value = 0
  let high = 0
  let last = Infinity
  let tail = -1
  let tailHigh = -1
  let tailDigits = 0
  let tailStart = start
  let zero = !first && !open
  let bare = false
  let decimal = false
  let form: NumeralForm = 'plain'
  let step = 0
  let place = 1

  for (;;) {
    let c = text.charCodeAt(i)
    let spaced = false
    if (c === SPACE) {
      if (i === start && first) break
      i = text.charCodeAt(i + 1) === SPACE ? i + 2 : i + 1
      c = text.charCodeAt(i)
      spaced = true
    }
    const k = kindAt(text, i)
    if (k === arabic || (c === POINT && first && i === start)) {
      if (tail >= 0) break
      const fresh = first && last === Infinity
      const literal = readArabic(text, i, fresh, grouping)
      if (!literal) break
      if (!fresh) {
        const behind = kindAt(text, skipSpace(text, literal.end, unit))
        if (behind < unit && (spaced || datePart(text, literal.end))) break
      }
      tailStart = i
      tail = tailHigh = literal.value
      tailDigits = literal.digits
      decimal = literal.decimal
      step = literal.step
      i = end = literal.end
    } else if (k === plain || k === formal) {
      if (tail >= 0) break
      const v = valueAt(text, i)
      const fresh = first && last === Infinity && i === start
      if (v === 0 && !fresh) {
        const n = text.charCodeAt(i + 1)
        if (kindAt(text, i + 1) === 0 && n !== SEVERAL) break
        zero = true
        i++
        continue
      }
      const run = digitsRun(text, i, k === formal && fresh)
      const length = run - i
      const behind = kindAt(text, skipSpace(text, run, unit))
      const second = valueAt(text, i + 1)
      const isPair = length === 2 && ascends(v, second)
      if (isPair) {
        if (!fresh && behind < unit && last !== 10 && guardStarts(text, i)) break
        tail = v
        tailHigh = second
        tailDigits = 2
        tailStart = i
        i = end = run
        form = 'pair'
        if (behind < unit) break
      } else if (length === 1 || !fresh) {
        if (!fresh && behind < unit && length === 1 && last !== 10) {
          if (guardStarts(text, i) || datePart(text, run) || (spaced && !closes(text, run))) break
        }
        tail = tailHigh = v
        tailDigits = 1
        tailStart = i
        i = end = i + 1
        if (length > 1) break
      } else {
        const digits = digitString(text, i, run)
        return {
          end: run,
          value: digits,
          high: digits,
          step: 1,
          form: 'string',
          bare,
          decimal,
          digits: length,
          place: 1,
          loneDigit: false,
        }
      }
    } else if (k === unit) {
      const u = valueAt(text, i)
      if (u === 1000 && tail >= 0 && metric(text, i + 1)) break
      if (u >= last) {
        // 十三十四 is 13 and 14, 五百三百 is 500 and 300: the digit goes to the figure it belongs to.
        if (tail >= 0 && !(last === 10 && kindAt(text, i + 1) >= plain)) {
          end = tailStart
          tail = tailHigh = -1
        }
        break
      }
      if (tail < 0) {
        if (u === 10) tail = tailHigh = 1
        else if (first && last === Infinity && i === start) {
          tail = tailHigh = 1
          bare = true
        } else break
      }
      value += tail * u
      high += tailHigh * u
      last = place = step = u
      tail = tailHigh = -1
      tailDigits = 0
      decimal = false
      zero = false
      i++
      end = i
      if (form === 'pair') break
    } else if (k === tens) {
      if (tail >= 0 || last <= 10) break
      value += valueAt(text, i)
      high += valueAt(text, i)
      last = place = step = 10
      zero = false
      i++
      end = i
    } else {
      const word = approximator(text, i)
      if (!word || form !== 'plain') break
      const roundArabic = last === Infinity && tail >= 10 && kindAt(text, start) === arabic
      if (word === 'several') {
        if (tail >= 0 ? !(roundArabic && tail % 10 === 0) : last === Infinity && !zero) break
        if (roundArabic) step = 10
        else if (zero) step = 10
        i++
        // 一百几十: the unit behind 几 says how wide it is.
        if (kindAt(text, i) === unit && valueAt(text, i) < last) i++
      } else {
        if (tail >= 0 ? kindAt(text, start) !== arabic || last !== Infinity : last === Infinity) break
        i++
      }
      form = word
      end = i
      break
    }
  }

  if (end === start) return null
  const units = last !== Infinity
  let loneDigit = false
  if (tail >= 0) {
    const single = form === 'pair' || (tailDigits === 1 && !decimal)
    const implied = single && units && !zero ? last / 10 : 1
    loneDigit = single && !units && open && tail > 0
    value += tail * implied
    high += tailHigh * implied
    place = units ? implied : 1
  }
  if (form !== 'plain' && form !== 'pair') high = value + step
  return { end, value, high, step, form, bare, decimal, digits: units ? 0 : tailDigits, place, loneDigit }
}

/** The end of Chinese digits in a row, plain or formal like the first; `zeros`: 零 may stand among formal ones. */
function digitsRun(text: string, start: number, zeros: boolean): number {
  const kind = kindAt(text, start)
  for (let i = start + 1; ; i++) if (kindAt(text, i) !== kind && !(zeros && isZero(text, i))) return i
}

/** 2.3亿 is 230000000, not 229999999.99999997. */
const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))

const isZero = (text: string, i: number): boolean => kindAt(text, i) === plain && valueAt(text, i) === 0

/** 余下, 余额; 多媒体, 多功能, 多样: 余 and 多 begin another word. */
const breaksRest = oneOf('下额外光')
const breaksMore = oneOf('媒样功党数维伦动式')
/** What 来 and 把 must stand in front of to mean about: 二十来人, 百把块. */
const takesAbout = oneOf('个位名人场次万亿块元岁天年里公斤米户家亩篇条张份本分度把项件种只头辆')
const takesHandful = oneOf('人个块元里斤万年号位家')

/** 多, 余 → over; 来, 把 → about; 几 → several: the words that stand inside a figure. Undefined where none does. */
function approximator(text: string, i: number): 'over' | 'about' | 'several' | undefined {
  switch (text.charCodeAt(i)) {
    case SEVERAL:
      return 'several'
    case REST:
      return breaksRest(text, i + 1) ? undefined : 'over'
    case MORE:
      return breaksMore(text, i + 1) || text.startsWith('元化', i + 1) ? undefined : 'over'
    case SOME:
      return i + 1 >= text.length || takesAbout(text, i + 1) ? 'about' : undefined
    case HANDFUL:
      return i + 1 >= text.length || takesHandful(text, i + 1) ? 'about' : undefined
    default:
      return undefined
  }
}

const ascends = (a: number, b: number): boolean => (b === a + 1 && a > 0) || (a === 3 && b === 5)

/** 月, 日, 号: the digit in front of it begins a date. */
const datePart = oneOf('月日号年')

/** Nothing, or a pause, or 几/多 follows: a digit behind a space still belongs to the figure before it. */
const closesFigure = oneOf(' ,。、;!?)多余几\n')
const closes = (text: string, i: number): boolean => i >= text.length || closesFigure(text, i)

/** 千 is half of 千克, 千米, 千瓦. */
const metric = oneOf('克米瓦伏卡赫帕焦')

/** Skips one or two spaces when what follows them is a numeral character of at least this kind. */
function skipSpace(text: string, i: number, least: number): number {
  if (text.charCodeAt(i) !== SPACE) return i
  const next = text.charCodeAt(i + 1) === SPACE ? i + 2 : i + 1
  return kindAt(text, next) >= least ? next : i
}

function digitString(text: string, start: number, end: number): number {
  let value = 0
  for (let i = start; i < end; i++) value = value * 10 + valueAt(text, i)
  return value
}

/** Digits behind 点, read one by one; null where they are minutes (两点二十, 三点五分) or there are none. */
function readFraction(text: string, start: number): { end: number; value: number; digits: number } | null {
  let i = start
  let kind = kindAt(text, i)
  while (kind >= arabic && kind <= formal) kind = kindAt(text, ++i)
  if (i === start || kind === tens) return null
  const c = text[i]
  if (c === '十' || c === '拾' || c === '刻' || (c === '分' && text[i + 1] !== '之')) return null
  let digits = '0.'
  for (let at = start; at < i && at < start + 17; at++) digits += valueAt(text, at)
  return { end: i, value: Number(digits), digits: i - start }
}

/** Arabic digits at `start`. `fresh`: thousands groups and a decimal point are allowed. */
function readArabic(
  text: string,
  start: number,
  fresh: boolean,
  grouping: (at: number) => boolean,
): { end: number; value: number; digits: number; decimal: boolean; step: number } | null {
  let i = digitsEnd(text, start)
  let digits = i - start
  let grouped = false
  if (fresh && digits >= 1 && digits <= 3 && text[start] !== '0')
    while (text.charCodeAt(i) === COMMA && digitsEnd(text, i + 1) === i + 4 && grouping(i)) {
      i += 4
      digits += 3
      grouped = true
    }
  let decimal = false
  let places = 0
  if (fresh && text.charCodeAt(i) === POINT) {
    const after = digitsEnd(text, i + 1)
    if (after > i + 1) {
      decimal = true
      places = after - i - 1
      i = after
    }
  }
  if (i === start) return null
  const power = fresh ? exponentEnd(text, i) : i
  if (power > i) {
    const value =
      text[i] === '^'
        ? Number(text.slice(start, i)) ** Number(text.slice(i + 1, power))
        : Number(text.slice(start, power))
    if (Number.isFinite(value)) return { end: power, value, digits, decimal: true, step: 0 }
  }
  const written = text.slice(start, i)
  const value = Number(grouped ? written.replaceAll(',', '') : written)
  return { end: i, value, digits, decimal, step: decimal ? 10 ** -places : lastPlace(value) }
}

/** Behind the exponent of 1.1e3, 2e-5 or 2^5; `at` when there is none. */
function exponentEnd(text: string, at: number): number {
  const c = text[at]
  if (c !== 'e' && c !== 'E' && c !== '^') return at
  const from = text[at + 1] === '-' || text[at + 1] === '+' ? at + 2 : at + 1
  const end = digitsEnd(text, from)
  return end > from && end - from <= 3 ? end : at
}

export function digitsEnd(text: string, start: number): number {
  let i = start
  while (kindAt(text, i) === arabic) i++
  return i
}

/** The place of the last digit that is not zero: 1500 → 100. */
function lastPlace(value: number): number {
  if (!(value > 0) || value > 1e15) return 1
  let place = 1
  while (value % (place * 10) === 0) place *= 10
  return place
}
