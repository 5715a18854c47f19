import { arabic, formal, kindAt, tens, valueAt } from './words.js'

const COMMA = 44
const POINT = 46

/** Arabic digits at `start`. `fresh`: thousands groups and a decimal point are allowed. */
export function readArabic(
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

/** Digits behind 点, read one by one; null where they are minutes (两点二十, 三点五分) or there are none. */
export function readFraction(
  text: string,
  start: number,
): { end: number; value: number; digits: number } | null {
  let i = start
  let kind = kindAt(text, i)
  while (kind >= arabic && kind <= formal) kind = kindAt(text, ++i)
  if (i === start || kind === tens) return null
  const c = text[i]
  // 十点十分, 三点一刻, 3点10月8日再来.
  if (
    c === '十' ||
    c === '拾' ||
    c === '刻' ||
    c === '月' ||
    c === '日' ||
    c === '号' ||
    (c === '分' && text[i + 1] !== '之')
  )
    return null
  let digits = '0.'
  for (let at = start; at < i && at < start + 17; at++) digits += valueAt(text, at)
  return { end: i, value: Number(digits), digits: i - start }
}
