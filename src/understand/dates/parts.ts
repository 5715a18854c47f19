import { arabic, formal, kindAt, plain, tens, unit, valueAt } from '../numbers/words.js'
import { dayParts } from './words.js'

const SPACE = 32
export const skip = (text: string, i: number): number => (text.charCodeAt(i) === SPACE ? i + 1 : i)
export const numeral = (text: string, i: number): boolean => kindAt(text, i) > 0
export const digit = (text: string, i: number): boolean => kindAt(text, i) === arabic

/** A whole number of a date: its value, where it ends and how many digits it was written with (0 when written with 十, 百 or 千). */
export interface Whole {
  readonly value: number
  readonly end: number
  readonly digits: number
  readonly arabic: boolean
}

const isZero = (text: string, i: number): boolean => kindAt(text, i) === plain && valueAt(text, i) === 0

/** Arabic digits, digits read out (二〇二五), or a Chinese numeral below 10,000 (十一, 廿三, 两千零八); null elsewhere. */
export function readWhole(text: string, start: number): Whole | null {
  let i = start
  let k = kindAt(text, i)
  if (k === arabic) {
    let value = 0
    while (kindAt(text, i) === arabic && i - start < 9) value = value * 10 + valueAt(text, i++)
    return { value, end: i, digits: i - start, arabic: true }
  }
  if (k === plain || k === formal) {
    while ((kindAt(text, i) === k || isZero(text, i)) && i - start < 9) i++
    const behind = kindAt(text, i)
    if (behind !== unit || i - start > 1) {
      let value = 0
      for (let at = start; at < i; at++) value = value * 10 + valueAt(text, at)
      return { value, end: i, digits: i - start, arabic: false }
    }
  }
  i = start
  let value = 0
  let last = 10000
  let pending = -1
  for (;;) {
    k = kindAt(text, i)
    if (k === plain || k === formal) {
      if (valueAt(text, i) === 0 && value > 0) {
        i++
        continue
      }
      if (pending >= 0) break
      pending = valueAt(text, i)
      i++
    } else if (k === unit && valueAt(text, i) < last) {
      last = valueAt(text, i)
      value += (pending < 0 ? 1 : pending) * last
      pending = -1
      i++
    } else if (k === tens && last > 10 && pending < 0) {
      value += valueAt(text, i)
      last = 10
      i++
    } else break
  }
  if (i === start) return null
  return { value: value + Math.max(pending, 0), end: i, digits: 0, arabic: false }
}

/** Behind the hour that may follow a date (上午9点半, 18:30, 晚七点二十分23秒), with its spaces; `at` when there is none. */
export function skipTime(text: string, at: number): number {
  let end = at
  for (;;) {
    const i = text[end] === ',' && dayParts.at(text, end + 1) ? end + 1 : skip(text, end)
    const word = dayParts.at(text, i)
    if (word) {
      end = word.end
      continue
    }
    const clock = clockAt(text, i)
    if (clock === i) return end
    end = clock
  }
}

/** Behind the time of day at `i` written with numbers; `i` when there is none. */
export function clockAt(text: string, i: number): number {
  const hour = readWhole(text, i)
  if (!hour || hour.value > 24) return i
  let end = hour.end
  if (text[end] === ':') {
    if (!digit(text, end + 1)) return i
    end = readWhole(text, end + 1)!.end
    if (text[end] === ':' && digit(text, end + 1)) end = readWhole(text, end + 1)!.end
    return end
  }
  if (text[end] !== '点' && text[end] !== '时') return i
  if (text[end] === '时' && '间代期候节刻事任常'.includes(text[end + 1] ?? '?')) return i
  end++
  if (text[end] === '钟' || text[end] === '整' || text[end] === '正') return end + 1
  if (text[end] === '半') return end + 1
  if (text[end] === '过' || text[end] === '差') end++
  const minutes = readWhole(text, end)
  if (!minutes || minutes.value > 59) return end
  end = text[minutes.end] === '分' || text[minutes.end] === '刻' ? minutes.end + 1 : minutes.end
  if (text[end] === '钟') end++
  const seconds = text[end - 1] === '分' ? readWhole(text, end) : null
  return seconds && text[seconds.end] === '秒' ? seconds.end + 1 : end
}

/** Behind 到, 至, `-`, `~`, 直到 between two dates; `at` when there is none. */
export function connectorAt(text: string, at: number): number {
  let i = skip(text, at)
  switch (text[i]) {
    case '-':
    case '~':
      i++
      while (text[i] === '-' || text[i] === '~') i++
      return skip(text, i)
    case '一':
      return text.startsWith('一直到', i) || text.startsWith('一直至', i) ? i + 3 : at
    case '直':
      return text[i + 1] === '到' || text[i + 1] === '至' ? i + 2 : at
    case '到':
    case '至':
      return skip(text, i + 1)
    case '起':
    case '开':
      if (text.startsWith('起至', i) || text.startsWith('起到', i)) return i + 2
      return text.startsWith('开始到', i) || text.startsWith('开始至', i) ? i + 3 : at
    default:
      return at
  }
}

/** 2位年份: 00–49 belong to this century, 50–99 to the last. */
export const fullYear = (year: number): number => (year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year)
