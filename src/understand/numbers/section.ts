import { oneOf } from '../text/chars.js'
import { arabic, formal, guardStarts, kindAt, plain, tens, unit, valueAt } from './words.js'
import { readArabic } from './digits.js'

/**
 * How a numeral says what it says. `several`: 十几, 几百; `over`: 20多万, 百余; `about`: 十来个, 百把人;
 * `pair`: 两三百, 一百五六; `string`: digits read out, 二〇二五.
 */
export type NumeralForm = 'plain' | 'several' | 'over' | 'about' | 'pair' | 'string'

const SPACE = 32
const POINT = 46
const SEVERAL = '几'.charCodeAt(0)
const MORE = '多'.charCodeAt(0)
const REST = '余'.charCodeAt(0)
const SOME = '来'.charCodeAt(0)
const HANDFUL = '把'.charCodeAt(0)

/** A figure below 万 and what is left over behind its last unit. */
export interface Section {
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
export function readSection(
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
          if (guardStarts(text, i) || (datePart(text, run) && !zero) || (spaced && !closes(text, run))) break
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
      const word = approximator(text, i) ?? manyMore(text, i, last)
      if (!word || form !== 'plain') break
      const roundArabic = last === Infinity && tail >= 10 && kindAt(text, start) === arabic
      if (word === 'several') {
        if (c !== SEVERAL) i++
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

const isZero = (text: string, i: number): boolean => kindAt(text, i) === plain && valueAt(text, i) === 0

/** 余下, 余额; 多媒体, 多功能, 多样: 余 and 多 begin another word. */
const breaksRest = oneOf('下额外光')
const breaksMore = oneOf('媒样功党数维伦动式')
/** What 来 and 把 must stand in front of to mean about: 二十来人, 百把块. */
const takesAbout = oneOf('号个位名人场次万亿块元岁天年里公斤米户家亩篇条张份本分度把项件种只头辆')
const takesHandful = oneOf('人个块元里斤万年号位家')

/** 多, 余 → over; 来, 把 → about; 几 → several: the words that stand inside a figure. Undefined where none does. */
export function approximator(text: string, i: number): 'over' | 'about' | 'several' | undefined {
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
      // 百把; 扇子50把 are fans
      return (i + 1 >= text.length ? '百千万'.includes(text[i - 1] ?? ' ') : takesHandful(text, i + 1))
        ? 'about'
        : undefined
    default:
      return undefined
  }
}

/** 十好几个, 一百大几十: 几 said with emphasis, behind a unit of its own. */
const manyMore = (text: string, i: number, last: number): 'several' | undefined =>
  last !== Infinity && '好大'.includes(text[i] ?? '-') && text.charCodeAt(i + 1) === SEVERAL
    ? 'several'
    : undefined

const ascends = (a: number, b: number): boolean => (b === a + 1 && a > 0) || (a === 3 && b === 5)

/** 月, 日, 号: the digit in front of it begins a date. */
const datePart = oneOf('月日号年')

/** Nothing, or a pause, or 几/多 follows: a digit behind a space still belongs to the figure before it. */
const closesFigure = oneOf(' ,。、;!?)多余几\n')
const closes = (text: string, i: number): boolean => i >= text.length || closesFigure(text, i)

/** 千 is half of 千克, 千米, 千瓦. */
const metric = oneOf('克米瓦伏卡赫帕焦')

/** Skips one or two spaces when what follows them is a numeral character of at least this kind. */
export function skipSpace(text: string, i: number, least: number): number {
  if (text.charCodeAt(i) !== SPACE) return i
  const next = text.charCodeAt(i + 1) === SPACE ? i + 2 : i + 1
  return kindAt(text, next) >= least ? next : i
}

function digitString(text: string, start: number, end: number): number {
  let value = 0
  for (let i = start; i < end; i++) value = value * 10 + valueAt(text, i)
  return value
}
