import { percent } from '../core/percent.js'
import { addSums, type Sums } from '../core/totals.js'
import { tally, type Query } from '../ledger/tally.js'
import type { Turn } from '../turn.js'
import { sumsLine } from './several-times.js'
import { spanText } from './totals.js'

/**
 * A whole, one unit's part of it and what is left without that unit: 「全市讲座12场，城东区3场（占场次25%），除城东区外9场」.
 * What is left is not told where a joint event of the unit's may stand in another's figures too.
 */
export async function besideWhole(
  turn: Turn,
  { whole, part }: { readonly whole: Query; readonly part: Query },
  nameOf: (query: Query) => string,
): Promise<string> {
  const { store, house, local } = turn
  const [all, one] = await Promise.all([whole, part].map((query) => tally(store, house, query, local.day)))
  const above = house.tree
    .ancestors(part.unit)
    .slice(1)
    .filter((unit) => unit === whole.unit || house.tree.ancestors(unit).includes(whole.unit))
  const levels = await Promise.all(above.map((unit) => tally(store, house, { ...whole, unit }, local.day)))
  const name = nameOf({ ...part, kinds: null, indicator: null })
  const left = levels.some((t) => t.repeated.entries !== 0)
    ? `有联合活动，几家都算了，除${name}以外的不能直接减。`
    : `除${name}外 ${sumsLine(addSums(all!.total, one!.total, -1))}`
  return [
    `${spanText(whole.period, local.day)}：`,
    `${nameOf(whole)} ${sumsLine(all!.total)}`,
    `${name} ${sumsLine(one!.total)}${shares(one!.total, all!.total)}`,
    left,
  ].join('\n')
}

/** 「（占场次25%、人次20.8%）」; empty where there is nothing to be a part of. */
function shares(part: Sums, whole: Sums): string {
  const of = [
    ['场次', part.sessions, whole.sessions],
    ['人次', part.attendance, whole.attendance],
  ] as const
  const said = of.filter(([, , all]) => all > 0).map(([what, n, all]) => `${what}${percent(n, all)}%`)
  return said.length === 0 ? '' : `（占${said.join('、')}）`
}
