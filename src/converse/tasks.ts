import { yearPeriod } from '../core/day.js'
import type { Indicator } from '../core/org.js'
import { shortName, wholeName } from '../core/tree.js'
import { branchesOf } from '../ledger/reported.js'
import { tally, type Tally } from '../ledger/tally.js'
import type { Turn } from '../turn.js'
import { against, reconciled, spanText } from './totals.js'

/** Progress of a unit in a year, by some of the indicators. */
export interface TaskQuery {
  readonly unit: string
  readonly year: number
  readonly indicators: readonly Indicator[]
}

const tallyOf = (turn: Turn, { year, unit }: TaskQuery, { name, kinds }: Indicator): Promise<Tally> =>
  tally(turn.store, turn.house, { unit, kinds, indicator: name, period: yearPeriod(year) }, turn.local.day)

/** A unit against its targets: a line an indicator that has one, 「科普讲座6场次（任务8场，完成75%，还差2场），…」. */
export async function branchTasks(turn: Turn, query: TaskQuery): Promise<string> {
  const { house, local } = turn
  const name = query.unit === house.tree.root ? wholeName(house.tree) : shortName(query.unit, house.tree)
  const head = `${name} ${spanText(yearPeriod(query.year), local.day)}`
  const set = await indicatorsSet(turn, query)
  if (set.length === 0) {
    const asked = query.indicators.length === 1 ? query.indicators[0]! : null
    if (asked === null) return `${name}${query.year}年还没有定任务。`
    const { total } = await tallyOf(turn, query, asked)
    return `${head}\n${asked.name}${total.sessions}场次，${total.attendance}人次（没有定任务）`
  }
  const lines: string[] = []
  for (const indicator of set) {
    const t = await tallyOf(turn, query, indicator)
    lines.push(standingText(t), ...reconciled(t, house))
  }
  return [head, ...lines].join('\n')
}

/** Every branch that has a target, a line each; null where none has. */
export async function wholeTasks(turn: Turn, query: TaskQuery): Promise<string | null> {
  const lines: string[] = []
  const without: string[] = []
  for (const unit of branchesOf(turn.house)) {
    const name = shortName(unit, turn.house.tree)
    const of = { ...query, unit }
    const set = await indicatorsSet(turn, of)
    const texts: string[] = []
    for (const indicator of set) texts.push(standingText(await tallyOf(turn, of, indicator)))
    if (texts.length > 0) lines.push(`${name} ${texts.join('；')}`)
    else without.push(name)
  }
  if (lines.length === 0) return null
  return [...lines, ...(without.length > 0 ? [`没有定任务：${without.join('、')}`] : [])].join('\n')
}

async function indicatorsSet(turn: Turn, { unit, year, indicators }: TaskQuery): Promise<Indicator[]> {
  const set = (await turn.store.targets.of(year)).filter(
    (t) => t.unit === unit && (t.sessions || t.attendance),
  )
  return indicators.filter((i) => set.some((t) => t.indicator === i.name))
}

const standingText = ({ query, total, target }: Tally): string =>
  `${query.indicator}${total.sessions}场次${against(total.sessions, target?.sessions, '场')}，${total.attendance}人次${against(total.attendance, target?.attendance, '人次')}`
