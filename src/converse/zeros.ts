import { monthOf, parts } from '../core/day.js'
import { shortName } from '../core/tree.js'
import { instant, type Turn } from '../turn.js'
import { unitsIn } from '../understand/index.js'
import { readPeriod } from '../ledger/query.js'
import { isNothing } from './answers/zero.js'

/**
 * 零报告 lines of a 接龙: 「3. 北岭 没有」 under 「十月活动」. Writes them and gives a sentence each; those already on
 * record say nothing.
 */
export async function hearZeros(turn: Turn): Promise<string[]> {
  const { text } = turn.message
  if (!text.includes('接龙') || text.length > 5000) return []
  const lines = text.split('\n')
  const title =
    lines.find((l) => l.includes('接龙') && readPeriod(l, turn.sent.day)) ??
    lines.slice(0, 3).find((l) => readPeriod(l, turn.sent.day) && unitsIn(l, turn.house.units).length === 0)
  const month = monthOf((title ? readPeriod(title, turn.sent.day)?.period.start : undefined) ?? turn.sent.day)
  const said: string[] = []
  for (const line of lines) {
    const units = unitsIn(line, turn.house.units)
    if (units.length !== 1) continue
    const rest = line.slice(units[0]!.span[1])
    if (!isNothing(rest.replace(/^(?:区|县|老科协|分会)/, ''))) continue
    const unit = units[0]!.name
    if ((await turn.store.zeros.of(month)).some((z) => z.unit === unit)) continue
    await turn.store.zeros.put({
      unit,
      month,
      by: turn.sender.id,
      at: instant(turn.now),
      message: turn.message.id,
    })
    said.push(`${shortName(unit, turn.house.tree)} ${parts(`${month}-01`)[1]}月零报告`)
  }
  return said
}
