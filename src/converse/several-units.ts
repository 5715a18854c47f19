import { kindName } from '../core/kinds.js'
import { addSums, noSums } from '../core/totals.js'
import { entersTotal, tally, type Query, type Tally } from '../ledger/tally.js'
import type { Turn } from '../turn.js'
import { sumsLine } from './several-times.js'
import { spanText } from './totals.js'

/** One question about several units: the same kinds and period for each. */
export interface UnitsAsked {
  readonly queries: readonly Query[]
  /** 加起来多少: all of them in one line below. */
  readonly together: boolean
}

/** A line each, with its kinds where there are several: 「城东区 讲座1场74人次、培训1场57人次」. */
export async function severalUnits(
  turn: Turn,
  { queries, together }: UnitsAsked,
  nameOf: (query: Query) => string,
): Promise<string> {
  const today = turn.local.day
  const each = await Promise.all(queries.map((query) => tally(turn.store, turn.house, query, today)))
  const lines = each.map((t) => {
    const kinds = [...t.byKind].filter(([, s]) => s.entries > 0)
    const several = t.query.kinds?.length !== 1 && kinds.length > 1
    const name = nameOf(several ? { ...t.query, kinds: null, indicator: null } : t.query)
    const told = (of: typeof kinds): string =>
      of.map(([kind, s]) => `${kindName(kind)}${sumsLine(s)}`).join('、')
    const beside = kinds.filter(([kind]) => !entersTotal(t.query, kind))
    const inside = kinds.filter(([kind]) => entersTotal(t.query, kind))
    const sums = several
      ? `${told(inside) || sumsLine(t.total)}${beside.length > 0 ? `，另有${told(beside)}（不计入合计）` : ''}`
      : sumsLine(t.total)
    return `${name} ${sums}`
  })
  const all = together ? await togetherLine(turn, each) : []
  return [`${spanText(queries[0]!.period, today)}：`, ...lines, ...all].join('\n')
}

/** 「合计 3场120人次」; left to the total above them where one event may stand in two of the units. */
async function togetherLine(turn: Turn, each: readonly Tally[]): Promise<string[]> {
  const { store, house, local } = turn
  const above = new Set(each.flatMap((t) => house.tree.ancestors(t.query.unit).slice(1)))
  const inside = each.some((t) => above.has(t.query.unit))
  // two towns' joint event is counted once by their county, and no more twice above it
  const wholes = await Promise.all(
    [...above].map((unit) => tally(store, house, { ...each[0]!.query, unit }, local.day)),
  )
  if (inside || wholes.some((t) => t.repeated.entries !== 0))
    return ['这几家里可能有联合活动或上下级，加起来会重复，合计请看全数。']
  return [`合计 ${sumsLine(each.reduce((sum, t) => addSums(sum, t.total), noSums))}`]
}
