import { weekdayOf } from '../../core/day.js'
import { readDate } from './read.js'
import { skip } from './parts.js'
import type { DateFind } from './dates.js'

export type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** 10月8日星期三, 10月8日（周三）, 10月12号，星期一: the weekday belongs to the date and must agree with it. */
export function absorbWeekday(text: string, find: Mutable<DateFind>, today: string): void {
  let at = skip(text, find.end)
  const open = text[at] === '('
  if (open || text[at] === ',') at = skip(text, at + 1)
  if (text[at] !== '周' && text[at] !== '星' && text[at] !== '礼') return
  const weekday = readDate(text, at, today)
  if (weekday?.weekday === undefined) return
  find.end = open && text[weekday.end] === ')' ? weekday.end + 1 : weekday.end
  const actual = weekdayOf(find.from)
  if (actual !== weekday.weekday) find.weekdayDisagrees = { stated: weekday.weekday, actual }
}

/**
 * Two words for one day become one date: 周日, 二月十号; 昨天（10月7日）; 今天是重阳节; 10月14日（重阳节）. A festival or a
 * weekday gives way to the date in numbers; where the two differ the other is kept beside it. Returns whether `find`
 * went into `previous`.
 */
export function merge(
  text: string,
  previous: Mutable<DateFind>,
  find: DateFind,
  weekdayAlone: boolean,
): boolean {
  if (previous.from !== previous.to || find.from !== find.to || find.start - previous.end > 2) return false
  const gap = text.slice(previous.end, find.start)
  const bracket = gap === '(' || gap === ' ('
  // Of a weekday alone only the weekday counts: which week it was is the other date's to say.
  const same = weekdayAlone ? weekdayOf(previous.from) === weekdayOf(find.from) : previous.from === find.from
  const touching = gap === '' || gap === ' ' || bracket
  const joined =
    touching ||
    (gap === '是' && (same || find.kind === 'festival')) ||
    (weekdayAlone && (gap === ',' || gap === ', '))
  if (!joined) return false
  // 下周一(23日): the same day by its number, whatever month the number alone would fall into
  if (
    bracket &&
    previous.from.slice(8) === find.from.slice(8) &&
    !/[月.\-/]/.test(text.slice(find.start, find.end))
  ) {
    previous.end = text[find.end] === ')' ? find.end + 1 : find.end
    return true
  }
  // 今日(11月21日), 当天(8月6日): the day told by its number
  const yields =
    previous.kind === 'festival' ||
    weekdayAlone ||
    (bracket && !byNumber(text, previous) && byNumber(text, find))
  // 前天三月三, 昨天11号: one day, said twice
  const twice = relative.test(text.slice(previous.start, previous.end)) && inNumbers(text, find)
  if (!same && !bracket && !yields && !twice && find.kind !== 'festival') return false
  if (!same && previous.kind === 'festival' && find.kind === 'festival') return false
  if (!same) {
    if (weekdayAlone)
      previous.weekdayDisagrees = { stated: weekdayOf(previous.from), actual: weekdayOf(find.from) }
    else previous.otherDay = yields ? previous.from : find.from
  }
  if (yields) {
    previous.from = find.from
    previous.to = find.to
    previous.explicitYear = find.explicitYear
    previous.kind = find.kind
  }
  previous.end = bracket && text[find.end] === ')' ? find.end + 1 : find.end
  return true
}

const byNumber = (text: string, d: DateFind): boolean =>
  /[0-9一二三四五六七八九十][日号]/.test(text.slice(d.start, d.end))
const inNumbers = (text: string, d: DateFind): boolean =>
  /[0-9一二三四五六七八九十初廿][日号]|月[初廿]?[0-9一二三四五六七八九十]|腊|正月/.test(
    text.slice(d.start, d.end),
  )
const relative = /^(?:今|昨|前|大前)[天日儿]个?$/
