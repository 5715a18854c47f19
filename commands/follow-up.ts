import { unitMeant } from '../src/converse/own-unit.js'
import { maySee } from '../src/converse/private.js'
import { addDays, daysInMonth, parts, yearPeriod, ymd, type Period, type PlainDate } from '../src/core/day.js'
import { isLike } from '../src/ledger/compared.js'
import { yearBefore } from '../src/ledger/period.js'
import { inOneTalk, lastQuery, shownTimes, shownTogether, shownUnits } from '../src/ledger/last-query.js'
import type { Query } from '../src/ledger/tally.js'
import type { Turn } from '../src/turn.js'
import type { Relative, TotalArgs } from './total-args.js'

/** What the question before was about, where this one does not say: unit, kind and period; null where there was none to say again. */
export async function following(args: TotalArgs, turn: Turn): Promise<TotalArgs | null> {
  const last = await lastQuery(turn, (unit) => maySee(turn, unit), inOneTalk)
  if (!last) return args.again || (args.relative && !args.period) ? null : args
  const same = args.kinds === null && args.indicator === null
  const said = {
    ...args,
    unit: (args.level ?? args.ours) === undefined ? (args.unit ?? last.unit) : unitMeant(args, turn).unit,
    kinds: same ? last.kinds : args.kinds,
    indicator: same && last.named ? last.indicator : args.indicator,
  }
  if (args.relative) {
    if (args.relative.is === 'year') return { ...said, period: yearPeriod(parts(last.period.start)[0]) }
    if (args.relative.is === 'against')
      return { ...said, unit: last.unit, also: [args.unit!], period: last.period }
    const units = await unitsMeant(args.relative, turn)
    if (units) return { ...said, ...units, period: last.period }
    const times =
      args.relative.is === 'plus'
        ? args.period && monthsOf([args.period, ...(await shownTogether(turn, last.period))])
        : await timesMeant(args.relative, last, turn)
    if (args.relative.is === 'plus') return times && { ...said, ...times }
    return times ? { ...said, ...times } : args.period && said
  }
  if (comparesLast(args, last)) return { ...said, period: last.period }
  if (comparesYears(args, last) || comparesSameTime(args, last, turn))
    return {
      ...said,
      period: last.period,
      before: sameTime(last.period, turn.local.day),
    }
  const period = args.period ?? (args.apart ? null : last.period)
  return { ...said, period: period && continued(period, last.period, turn) }
}

/** 两家加起来, 都加起来 behind units shown one by one: those units and their sum; null where times are meant. */
async function unitsMeant(
  relative: Relative,
  turn: Turn,
): Promise<Pick<TotalArgs, 'unit' | 'also' | 'together'> | null> {
  const all = relative.is === 'together' && relative.months === null
  if (relative.is !== 'units' && !(all && (await shownTimes(turn)).length < 2)) return null
  const shown = (await shownUnits(turn)).filter((u) => u !== turn.house.tree.root)
  const count = relative.is === 'units' ? relative.count : null
  if (shown.length < Math.max(2, count ?? 0)) return null
  const [unit, ...also] = shown.slice(-(count ?? shown.length))
  return { unit: unit!, also, together: true }
}

/** 比九月多几场 behind a question for October is asked of October. */
const comparesLast = ({ implied, before }: TotalArgs, last: Query): boolean =>
  implied === true && before !== undefined && last.period.start > before.end && isLike(last.period, before)

/** 跟去年比呢 behind a question for October is asked of both Octobers. */
function comparesYears({ implied, before, period }: TotalArgs, last: Query): boolean {
  const [year] = parts(last.period.start)
  if (implied !== true || before === undefined || period === null) return false
  return isSame(before, yearPeriod(year - 1)) && !isSame(last.period, period) && last.period.end <= period.end
}
/** 跟去年同期比呢 behind a question for this week is asked of both weeks. */
function comparesSameTime({ before, period }: TotalArgs, last: Query, { words, local }: Turn): boolean {
  const year = yearPeriod(parts(local.day)[0])
  if (before === undefined || period === null || thisYear.test(words)) return false
  const unsaid = isSame(period, { start: year.start, end: local.day }) && /同期|同一?时期/.test(words)
  return (
    unsaid && !isSame(last.period, year) && last.period.start >= year.start && last.period.end <= year.end
  )
}
const thisYear = /(?<!去)今年|年初|开年|新年|年头|全年|1月|一月/
/** The same days a year before, to today's where it is not over. */
const sameTime = ({ start, end }: Period, today: PlainDate): Period => ({
  start: yearBefore(start),
  end: yearBefore(start <= today && today < end ? today : end),
})
const isSame = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end

/** 到六月底呢 behind what was shown since March begins in March. */
function continued(period: Period, last: Period, { words }: Turn): Period {
  const till = /[到至截][^，,]{0,8}(?:底|为止|止)/.test(words) && period.start.endsWith('-01-01')
  const long = last.start.slice(0, 7) !== last.end.slice(0, 7)
  return till && long && last.start > period.start && last.start <= period.end
    ? { start: last.start, end: period.end }
    : period
}

/** Of a longer time nobody means the months before it. */
const mostMonths = 3

type Times = Pick<TotalArgs, 'period' | 'apart'>

/** The time a relative one comes to; null where what was shown gives none. */
async function timesMeant(relative: Relative, last: Query, turn: Turn): Promise<Times | null> {
  if (relative.is !== 'together' && relative.is !== 'before' && relative.is !== 'after') return null
  if (relative.is === 'together') return addedTogether(relative.months, await shownTimes(turn))
  if (!isMonths(last.period) || spanned(last.period) > mostMonths) return null
  const { months } = relative
  const period =
    relative.is === 'before'
      ? { start: monthsOff(last.period.start, -months), end: addDays(last.period.start, -1) }
      : {
          start: addDays(last.period.end, 1),
          end: lastDay(monthsOff(last.period.start, spanned(last.period) + months - 1)),
        }
  return period.start > turn.local.day ? null : { period }
}

/** The shown months that come to `months`, the newest shown first; all of them where none is told. */
function addedTogether(months: number | null, shown: readonly Period[]): Times | null {
  if (months === null && shown.length < 2) return shown[0] ? { period: shown[0] } : null
  const taken = new Set<string>()
  for (const period of shown.toReversed()) {
    if (!isMonths(period)) return null
    for (let i = 0; i < spanned(period); i++) taken.add(monthsOff(period.start, i))
    if (months !== null && taken.size >= months) break
  }
  return months !== null && taken.size !== months ? null : spread(taken)
}

/** Periods of whole months together; null where one is none. */
function monthsOf(periods: readonly Period[]): Times | null {
  if (!periods.every(isMonths)) return null
  return spread(
    new Set(periods.flatMap((p) => Array.from({ length: spanned(p) }, (_, i) => monthsOff(p.start, i)))),
  )
}

/** One period where the months follow one another, else each by itself. */
function spread(taken: ReadonlySet<string>): Times {
  const starts = [...taken].sort()
  const joined = starts.every((start, i) => i === 0 || start === monthsOff(starts[i - 1]!, 1))
  const whole = { start: starts[0]!, end: lastDay(starts.at(-1)!) }
  return joined
    ? { period: whole }
    : { period: null, apart: starts.map((start) => ({ start, end: lastDay(start) })) }
}

const lastDay = (start: string): string => {
  const [y, m] = parts(start)
  return ymd(y, m, daysInMonth(y, m))
}
const isMonths = ({ start, end }: Period): boolean => start.endsWith('-01') && lastDay(end) === end
const spanned = ({ start, end }: Period): number => {
  const [[y1, m1], [y2, m2]] = [parts(start), parts(end)]
  return (y2 - y1) * 12 + m2 - m1 + 1
}
const monthsOff = (start: string, by: number): string => {
  const [y, m] = parts(start)
  const of = y * 12 + m - 1 + by
  return ymd(Math.floor(of / 12), (of % 12) + 1, 1)
}
