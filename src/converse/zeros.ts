import { monthOf, parts, type Period } from '../core/day.js'
import { monthHolding } from '../core/month.js'
import { shortName } from '../core/tree.js'
import { instant, type Turn } from '../turn.js'
import { unitsIn } from '../understand/index.js'
import { readPeriod } from '../ledger/query.js'
import { isNothing } from './answers/zero.js'

/** 这周没搞 says nothing of its month. */
const wholeMonth = (period: Period): string | null =>
  period.start.endsWith('-01') && period.start !== period.end ? monthHolding(period) : null

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
  const titled = monthOf(
    (title ? readPeriod(title, turn.sent.day)?.period.start : undefined) ?? turn.sent.day,
  )
  const zeros: string[] = []
  for (const line of lines) {
    const units = unitsIn(line, turn.house.units)
    if (units.length !== 1) continue
    // 松垭 十月没搞: the month is said once more, or another one
    const said = line
      .slice(units[0]!.span[1])
      .replace(/^(?:[区县镇乡]|老科协|分会){0,2}\s*(?:(?:这个?|本|当)月)?/, ' ')
    const own = readPeriod(said, turn.sent.day)
    const rest = own ? `${said.slice(0, own.from)}${said.slice(own.to).replace(/^份/, '')}` : said
    if (!isNothing(rest.replace(/^[\s：:，,、的]+/, ''))) continue
    const month = own ? wholeMonth(own.period) : titled
    if (month === null || month > monthOf(turn.sent.day)) continue
    const unit = units[0]!.name
    if ((await turn.store.zeros.of(month)).some((z) => z.unit === unit)) continue
    await turn.store.zeros.put({
      unit,
      month,
      by: turn.sender.id,
      at: instant(turn.now),
      message: turn.message.id,
    })
    zeros.push(`${shortName(unit, turn.house.tree)} ${parts(`${month}-01`)[1]}月零报告`)
  }
  return zeros
}
