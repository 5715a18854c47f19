import { addDays, single, weekdayOf, weekOf, type Period } from '../../core/day.js'
import { readWhole, skip } from './parts.js'
import { weekdayAt, weekName } from './weekday.js'

export interface Nth {
  /** From 1; −1 is the last. */
  readonly value: number
  readonly end: number
  readonly unit: 'day' | 'week' | 'month' | 'weekday'
  readonly weekday: number
}

/** 第二天, 第3个星期日, 最后一周, 首月, 末日. */
export function readNth(text: string, i: number): Nth | null {
  let value = -1
  let at = i
  const c = text[i]
  if (c === '第') {
    const n = readWhole(text, skip(text, i + 1))
    if (!n) return null
    value = n.value
    at = n.end
  } else if (text.startsWith('最后一', i)) at = i + 3
  else if (c === '首' || c === '末') {
    if (c === '首') value = 1
    at = text[i + 1] === '个' ? i + 2 : i + 1
    if (text[at] !== '月' && text[at] !== '周' && text[at] !== '日') return null
  } else return null
  if (value === 0 || value > 366) return null
  at = skip(text, at)
  if (text[at] === '个') at = skip(text, at + 1)
  const name = weekName(text, at)
  if (name) {
    const weekday = weekdayAt(text, name)
    return weekday
      ? { value, end: name + 1, unit: 'weekday', weekday }
      : { value, end: name, unit: 'week', weekday: 0 }
  }
  if (text[at] === '天' || text[at] === '日') return { value, end: at + 1, unit: 'day', weekday: 0 }
  return text[at] === '月' ? { value, end: at + 1, unit: 'month', weekday: 0 } : null
}

/** 前4天, 头三天, 最后两天, 后5天. */
export function readEdgeDays(text: string, i: number): { count: number; first: boolean; end: number } | null {
  const first = text[i] === '前' || text[i] === '头'
  const from = first || text[i] === '后' ? i + 1 : text.startsWith('最后', i) ? i + 2 : 0
  const n = from ? readWhole(text, skip(text, from)) : null
  if (!n || n.value < 1 || n.value > 28 || (text[n.end] !== '天' && text[n.end] !== '日')) return null
  return { count: n.value, first, end: n.end + 1 }
}

/** The nth day of a period; null beyond it. */
export function inside(period: Period, nth: number): Period | null {
  const day = nth < 0 ? period.end : addDays(period.start, nth - 1)
  return day <= period.end ? single(day) : null
}

/** The nth week of a month or year begins on its nth Monday; the last one on its last Monday. */
export function nthWeek(period: Period, nth: number): Period | null {
  const first = addDays(period.start, (8 - weekdayOf(period.start)) % 7)
  const monday = nth < 0 ? addDays(period.end, 1 - weekdayOf(period.end)) : addDays(first, 7 * (nth - 1))
  return monday <= period.end ? weekOf(monday) : null
}
