import { ownOf } from '../src/converse/own-unit.js'
import { maySee } from '../src/converse/private.js'
import { addDays, daysInMonth, parts, ymd, type Period } from '../src/core/day.js'
import { ownSaid } from '../src/ledger/asked-words.js'
import { isLike } from '../src/ledger/compared.js'
import { inOneTalk, lastQuery, shownTimes } from '../src/ledger/last-query.js'
import type { Asked } from '../src/ledger/query.js'
import type { Query } from '../src/ledger/tally.js'
import type { Turn } from '../src/turn.js'
import { wholeNumber } from '../src/understand/numbers/numeral.js'
import type { TotalArgs } from './total.js'

/** 那培训呢, 光上个月呢, 从3月10号算起呢, 四五两个月合起来: the question before with the one thing changed. */
export const followUp =
  /呢[。?？\s]{0,2}$|^(?:那么?|光|单|只|就|还有|还要|再(?=[看查说问算])|顺便|顺带|另外|换成?|改看)(?!有|是)|(?:合起来|加起来|算起|的)[。?？\s]{0,2}$|也[看查说问算列给来要念]|又是|的(?:给我|发我|也)/
export const leadIn = /^(?:那么?|再|还有|光|单|只|就|顺便|顺带|另外|换成?|改看|把)+(?:看|算|说|问|查)?/
/** 人数呢, 那听众呢: of what was shown last. */
const measureAsked = /人数|人次|多少人|几个人|听众|受众|几场|多少场|场次|场数/
/** 念一下: what was shown last once more. */
export const readOut = /^(?:再|重新)?念(?:一?[遍次]|出来)?(?:给我听听?|听听)?$/

/** A time told by what was shown last: the months before or after it, several shown months together. */
export type Relative =
  | { readonly is: 'before' | 'after'; readonly months: number }
  /** null: all that were shown. */
  | { readonly is: 'together'; readonly months: number | null }

const count = '([一两二三四五六七八九]|\\d{1,2})'
const addedUp = '(?:一起|加起来|合起来|加在一起|合在一起|加一起|合一起|加一加|一共|总共|合计|总计|统共|拢共)'
const relatives: readonly (readonly [words: RegExp, of: (n: number) => Relative])[] = [
  [
    new RegExp(
      `(?<![今去年头近去])(?:再?往?前(?:面|边|头)?的?|之前的?)${count}个?月(?:份|的)?(?:${addedUp})?`,
    ),
    (months) => ({ is: 'before', months }),
  ],
  [
    /(?<![今去年])上(?:面|边)?的?([两二三四五六七八九])个?月(?:份|的)?/,
    (months) => ({ is: 'before', months }),
  ],
  [
    new RegExp(`(?<![今去年])(?:再?往?后(?:面|边|头)?的?|之后的?)${count}个?月(?:份|的)?(?:${addedUp})?`),
    (months) => ({ is: 'after', months }),
  ],
  [
    new RegExp(`(?<![前后上下近头十\\d])(?:这|那|把)?${count}个月(?:份|的)?(?:都|全)?${addedUp}`),
    (months) => ({ is: 'together', months }),
  ],
  [
    new RegExp(`(?:一共|总共|合计|统共|加起来)(?:这|那)?${count}个月(?:份|的)?`),
    (months) => ({ is: 'together', months }),
  ],
]
const allTogether =
  /^(?:那么?|都|全部?|把它?们?|通通){0,2}(?:加起来|合起来|加在一起|合在一起|加一起|合一起|加一加)/

/** The relative time of a question and the words without it; null where it tells none. */
export function readRelative(words: string): { readonly relative: Relative; readonly words: string } | null {
  for (const [pattern, of] of relatives) {
    const m = pattern.exec(words)
    const months = m && wholeNumber(m[1]!)
    if (m && months) return { relative: of(months), words: words.replace(m[0], ' ').trim() }
  }
  const all = allTogether.exec(words)
  return all && { relative: { is: 'together', months: null }, words: words.replace(all[0], ' ').trim() }
}

/** Whether what is left of a question changes only one thing of the one before. */
export const changesOne = (asked: Asked, words: string): boolean => {
  const named = asked.kinds.length + asked.units.length + asked.apart.length > 0 || asked.whole
  const what = named || (asked.indicator ?? asked.period) !== null
  return (
    asked.rest === '' && asked.units.length < 2 && (what || ownSaid.test(words) || measureAsked.test(words))
  )
}

/** 我们呢: the asker's own unit, whatever was asked before. */
export const oursIn = (asked: Asked, words: string): { ours?: string } =>
  ownSaid.test(words) && asked.units.length === 0 && !asked.whole && asked.level === null
    ? { ours: asked.ours ?? '' }
    : {}

/** What the question before was about, where this one does not say: unit, kind and period; null where there was none to say again. */
export async function following(args: TotalArgs, turn: Turn): Promise<TotalArgs | null> {
  const last = await lastQuery(turn, (unit) => maySee(turn, unit), inOneTalk)
  if (!last) return args.again || (args.relative && !args.period) ? null : args
  const same = args.kinds === null && args.indicator === null
  const said = {
    ...args,
    unit: args.unit ?? (args.ours === undefined ? last.unit : ownOf(args.ours, turn)),
    kinds: same ? last.kinds : args.kinds,
    indicator: same && last.named ? last.indicator : args.indicator,
  }
  if (args.relative) {
    const times = await timesMeant(args.relative, last, turn)
    return times ? { ...said, ...times } : args.period && said
  }
  if (comparesLast(args, last)) return { ...said, period: last.period }
  const period = args.period ?? (args.apart ? null : last.period)
  return { ...said, period: period && continued(period, last.period, turn) }
}

/** 比九月多几场 behind a question for October is asked of October. */
const comparesLast = ({ implied, before }: TotalArgs, last: Query): boolean =>
  implied === true && before !== undefined && last.period.start > before.end && isLike(last.period, before)

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
  if (months !== null && taken.size !== months) return null
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

/** 分开看看, 各是多少: what is asked for, or was shown last, by branch. */
export const apartSaid =
  /(?:都|也|再|给我|帮我|请)?(?:(?:分开|拆开|分着|单独|挨家|逐家|逐个|一家一家地?)(?:来)?(?:看(?:一?看)?|说说?|列一?列?|报一?报?|念一?念?|讲讲?|瞧瞧?|查查?|给我看看?|数数?)(?:看|吧)?|(?:各自?|分别)(?:都)?(?:是|有|占)?(?:多少|几)(?:场次?|个?人次?|次)?)/

/** Whether 分开 asks for branches: several units, times or kinds stand side by side anyway. */
export const partsBranches = (asked: Asked): boolean =>
  asked.rest === '' &&
  asked.units.length < 2 &&
  asked.apart.length === 0 &&
  asked.kinds.length < 2 &&
  asked.before === null &&
  asked.level === null

/** What 分开看看 leaves to the question before it. */
export const saysAlone = (asked: Asked): boolean =>
  asked.units.length + asked.kinds.length === 0 && !asked.whole && (asked.indicator ?? asked.period) === null
