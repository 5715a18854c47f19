import { addDays, daysInMonth, parts, ymd, type Period, type PlainDate } from '../core/day.js'
import { wholeNumber } from '../understand/numbers/numeral.js'
import type { Compared } from './compared.js'
import { readPast, yearBefore } from './period.js'

/** The time a question is about. */
export interface AskedTime {
  /** null: no period said. Of several the whole of them where they follow one another (3月和4月), else null too. */
  readonly period: Period | null
  /** Several periods asked for in one breath, in order; else empty. */
  readonly apart: readonly Period[]
  /** 比去年同期: the same time a year before, held against `period`; null where it is not asked for. */
  readonly before: Period | null
  /** 比上月 alone: `period` was not said, the present one is meant. */
  readonly implied?: true
}

/** 去年同期, and what makes it a comparison: 比去年同期多多少. */
export const yearAgoSaid =
  /(?:(和|跟|与|比|同|较)\s*)?(?:去年|上年|上一年)的?(?:同期|同一时期|同时期|这个?时候|此时)\s*(相?比|对比|比较)?(多|少|增|减|差|高|低)?/

/** What is meant by the periods of a question: one, several, the same time a year ago, or both. */
export function askedTime(
  periods: readonly Period[],
  yearAgo: RegExpExecArray | null,
  today: PlainDate,
  namesYear: boolean,
  compared: Compared | null = null,
): AskedTime {
  const joined = periods.every((p, i) => i === 0 || p.start === addDays(periods[i - 1]!.end, 1))
  const period = joined && periods.length > 0 ? { start: periods[0]!.start, end: periods.at(-1)!.end } : null
  if (compared)
    return {
      period: compared.now,
      apart: [],
      before: compared.before,
      ...(compared.implied ? { implied: true } : {}),
    }
  if (yearAgo) {
    const now = period ?? { start: ymd(parts(today)[0], 1, 1), end: today }
    const till = { start: now.start, end: now.end > today && now.start <= today ? today : now.end }
    // 12月 去年同期 said in November: the last December is last year's already
    const before =
      parts(till.start)[0] < parts(today)[0] && !namesYear
        ? till
        : { start: yearBefore(till.start), end: yearBefore(till.end) }
    return yearAgo[1] !== undefined || yearAgo[2] !== undefined || yearAgo[3] !== undefined
      ? { period: till, apart: [], before }
      : { period: before, apart: [], before: null }
  }
  return { period, apart: periods.length > 1 ? periods : [], before: null }
}

type Found = NonNullable<ReturnType<typeof readPast>>

/** The periods of a question that stand side by side, at most four: 3月和4月, 去年10月 11月. Only whole months and longer. */
export function periodsIn(text: string, today: PlainDate): readonly Found[] {
  const first = readPast(text, today)
  if (!first) return []
  const found = [first]
  while (found.length < 4) {
    const { to } = found.at(-1)!
    const gap = /^\s*(?:和|跟|与|及|加上?|、)?\s*/.exec(text.slice(to))![0].length
    const next = readPast(text.slice(to + gap), today)
    if (!next || next.from !== 0 || !isWhole(next.period) || !found.every((f) => isWhole(f.period))) break
    const words = text.slice(to + gap, to + gap + next.to)
    const of =
      /年/.test(text.slice(first.from, first.to)) && !words.includes('年')
        ? parts(first.period.start)[0]
        : null
    found.push({ period: inYear(next.period, of), from: to + gap, to: to + gap + next.to })
  }
  return found
}

/** 九月十月这两个月, 9到11月三个月: how many they are, where it is as many; where it stands in the text. */
export function monthsCounted(text: string, spans: readonly Found[]): readonly [number, number] | null {
  const at = spans.at(-1)?.to
  const m = at === undefined ? null : counted.exec(text.slice(at))
  if (!m || !spans.every((s) => isWhole(s.period))) return null
  const months = spans.reduce((n, { period: { start, end } }) => n + monthsOf(start, end), 0)
  return wholeNumber(m[1]!) === months ? [at!, at! + m[0].length] : null
}
const counted = /^\s*[、，,]?(?:这|那)?([两二三四五六2-6])个月(?:份|的)?/
const monthsOf = (start: PlainDate, end: PlainDate): number => {
  const [[y1, m1], [y2, m2]] = [parts(start), parts(end)]
  return (y2 - y1) * 12 + m2 - m1 + 1
}

/** Begins with a month and ends with one, or runs on till now. */
const isWhole = ({ start, end }: Period): boolean =>
  start.endsWith('-01') && end.slice(0, 7) >= start.slice(0, 7) && start !== end

const inYear = ({ start, end }: Period, year: number | null): Period => {
  if (year === null) return { start, end }
  const by = parts(start)[0] - year
  const moved = (day: PlainDate): PlainDate => {
    const [y, m, d] = parts(day)
    return ymd(y - by, m, Math.min(d, daysInMonth(y - by, m)))
  }
  return by === 0 ? { start, end } : { start: moved(start), end: moved(end) }
}
