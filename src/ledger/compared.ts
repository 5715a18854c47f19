// One time held against another: 这个月比上个月多几场, 今年跟去年比, 城东比上月.
import {
  halfPeriod,
  monthPeriod,
  parts,
  quarterPeriod,
  single,
  weekOf,
  within,
  yearPeriod,
  type Period,
  type PlainDate,
} from '../core/day.js'
import { readPeriod, yearLater } from './period.js'

/** What is held against what, and where in the question it stands. */
export interface Compared {
  readonly now: Period
  readonly before: Period
  /** 比上月 alone: the time of `now` was not said, the present one is meant. */
  readonly implied: boolean
  readonly spans: readonly Span[]
}
type Span = readonly [from: number, to: number]

/** Words between the two times: 今年城东讲座比去年. */
const longestBetween = 16

/** Reads a question that holds one time against another; null for any other. */
export function comparedWith(text: string, today: PlainDate): Compared | null {
  const first = readPeriod(text, today)
  if (!first) return null
  const alone = led(text, first)
  // what is found first need not stand first: 上个月比前个月
  const ahead = alone && readPeriod(text.slice(0, alone[0]), today)
  if (alone && ahead)
    return {
      now: ahead.period,
      before: first.period,
      implied: false,
      spans: [[ahead.from, ahead.to], alone],
    }
  if (alone) {
    const now = presentLike(first.period, text.slice(first.from, first.to), today)
    return now && { now, before: first.period, implied: true, spans: [alone] }
  }
  const behind = readPeriod(text.slice(first.to), today)
  if (!behind || behind.from > longestBetween) return null
  const span = led(text, { from: first.to + behind.from, to: first.to + behind.to })
  return (
    span && {
      now: first.period,
      before: behind.period,
      implied: false,
      spans: [[first.from, first.to], span],
    }
  )
}

/** A time with what holds another against it, 比上月 or 跟去年相比; null where it only stands there. */
function led(text: string, { from, to }: { readonly from: number; readonly to: number }): Span | null {
  const before = text.slice(0, from)
  const than = /(?:相?比起?|相?较于?|对比)\s?$/.exec(before)
  if (than) return [than.index, to]
  const beside = /[跟和同与]\s?$/.exec(before)
  const against = /^\s?(?:的?(?:相|做|作|来|对)?比(?!一?比|赛)(?:起来|较)?)/.exec(text.slice(to))
  return beside && against ? [beside.index, to + against[0].length] : null
}

/**
 * The present time of the same sort: this month for 上月 or 九月, this year for 去年, October of this year for 去年十月.
 * Null where there is none, or where it is the very time said.
 */
function presentLike({ start, end }: Period, words: string, today: PlainDate): Period | null {
  if (end >= today) return null
  const [year, month] = parts(today)
  const later = yearLater({ start, end })
  const half = halfPeriod(year, month <= 6 ? 1 : 2)
  const quarter = quarterPeriod(year, Math.ceil(month / 3))
  const sorts: readonly Period[] = [yearPeriod(year), half, quarter, monthPeriod(year, month)]
  const yearNamed = words.includes('年') && monthsOf({ start, end }) % 12 > 0 && later.start <= today
  if (yearNamed) return later
  const like = sorts.find((p) => isLike(p, { start, end }))
  if (like) return like
  if (start === end) return single(today)
  const week = weekOf(today)
  return weekOf(start).start === start && weekOf(start).end === end && within(today, week) ? week : null
}

/** Both begin and end with a month and hold as many. */
export const isLike = (a: Period, b: Period): boolean => monthsOf(a) > 0 && monthsOf(a) === monthsOf(b)
function monthsOf({ start, end }: Period): number {
  const [y, m, d] = parts(start)
  const [toYear, toMonth] = parts(end)
  if (d !== 1 || monthPeriod(toYear, toMonth).end !== end) return 0
  return (toYear - y) * 12 + toMonth - m + 1
}

/** What is asked of two times, beside the words of any question: 多了还是少了, 有没有增加. */
const moreOrLess =
  /还是?|或者|是|增加|增多|增长|增|上升|下降|减少|减|变化|持平|相比|比较|比|多|少|涨|降|差|高|低|出|没有?/g

/** A question's words that are left once its more and less is taken out of it. */
export const withoutMore = (rest: string): string => rest.replace(moreOrLess, '')
