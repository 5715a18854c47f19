import type { Period, PlainDate } from '../core/day.js'
import { addSums, noSums, type Sums } from '../core/totals.js'
import { shortName } from '../core/tree.js'
import { tally, type Query } from '../ledger/tally.js'
import type { Turn } from '../turn.js'
import { spanText } from './totals.js'

/** One question about more than one time. */
export interface TimesAsked {
  /** Its period is the first or the whole of them. */
  readonly query: Query
  /** Each by itself and together: 3月和4月; empty where one time is held against another. */
  readonly apart: readonly Period[]
  /** What the query's period is held against: 比去年同期. */
  readonly before: Period | null
  /** Whether the query's period is all of `apart` without a gap. */
  readonly joined: boolean
}

/** The times of the unit, a line each, and of each branch below it in one line. */
export async function severalTimes(
  turn: Turn,
  asked: TimesAsked,
  name: string,
): Promise<{ readonly whole: string; readonly branches: readonly string[] }> {
  const today = turn.local.day
  const periods = asked.before ? [asked.query.period, asked.before] : asked.apart
  const each = await Promise.all(
    periods.map((period) => tally(turn.store, turn.house, { ...asked.query, period }, today)),
  )
  const labels = periods.map((p) => spanText(p, today))
  const end = async (sums: readonly Sums[]): Promise<string> => {
    if (asked.before) return than(asked.query.period, asked.before, sums, today)
    const all = asked.joined
      ? (await tally(turn.store, turn.house, asked.query, today)).total
      : sums.reduce((sum, s) => addSums(sum, s), noSums)
    return `合计 ${sumsLine(all)}`
  }
  const totals = each.map((t) => t.total)
  const whole = [
    `${name}：`,
    ...labels.map((l, i) => `${l} ${sumsLine(totals[i]!)}`),
    await end(totals),
  ].join('\n')
  const units = [...new Set(each.flatMap((t) => t.branches.map((b) => b.unit)))]
  const branches = units.map((unit) => {
    const sums = each.map((t) => t.branches.find((b) => b.unit === unit)?.sums ?? noSums)
    const line = labels.map((l, i) => `${l} ${sumsLine(sums[i]!)}`).join('，')
    const compared = asked.before ? `；${than(asked.query.period, asked.before, sums, today)}` : ''
    return `${shortName(unit, turn.house.tree)} ${line}${compared}`
  })
  return { whole, branches }
}

/** 「比去年同期多1场、少20人次。」 */
function than(now: Period, before: Period, [a, b]: readonly Sums[], today: PlainDate): string {
  // this year held against all of the last is no 同期
  const same = before.start.slice(4) === now.start.slice(4) && now.end <= today
  const name = same ? '去年同期' : spanText(before, today)
  const more = differences(addSums(a!, b!, -1))
  return more === '' ? `和${name}一样。` : `比${name}${more}。`
}

/** 「多1场、少20人次」; empty where nothing differs. */
const differences = (s: Sums): string =>
  (
    [
      [s.sessions, '场'],
      [s.count, '件'],
      [s.attendance, '人次'],
    ] as const
  )
    .filter(([n]) => n !== 0)
    .map(([n, unit]) => `${n > 0 ? '多' : '少'}${Math.abs(n)}${unit}`)
    .join('、')

/** 「3场120人次」; 人数未报 where nobody told a number, no zero that was never said. */
export const sumsLine = (s: Sums): string =>
  [
    ...(s.sessions > 0 || s.count === 0 ? [`${s.sessions}场`] : []),
    ...(s.count > 0 ? [`${s.count}件`] : []),
    ...(s.attendance > 0 ? [`${s.attendance}人次`] : s.gaps > 0 ? ['人数未报'] : []),
  ].join('')
