import type { Said } from '../command.js'
import { parts, yearPeriod, type Period, type PlainDate } from '../core/day.js'
import { kindName } from '../core/kinds.js'
import { daysOfMonth } from '../core/month.js'
import { shortName, wholeName } from '../core/tree.js'
import { readAsked, readPeriod } from '../ledger/query.js'

const asks = /多少|占|怎么样|情况|[呢吗?？]|几[场个次人期趟回][^，,。；;]{0,4}$/

/**
 * What was understood of a question about totals that was not understood as a whole, to be offered: 城东区 10月 讲座 of
 * 城东十月讲座里头给学生讲的有几场. Null where it says fewer than two things.
 */
export function understoodPart({ words, raw, house, today }: Said): string | null {
  if (!asks.test(raw)) return null
  const asked = readAsked(words, house, today)
  const { units, whole, kinds, period, apart, before, level, indicator } = asked
  // 那十月呢，城东讲座十一月: which of them is not for us to choose
  if (asked.rest === '' || readPeriod(asked.rest, today) !== null) return null
  if (units.length > 1 || kinds.length > 1 || apart.length > 0) return null
  if (before !== null || level !== null || indicator !== null) return null
  const time = period && timeWords(period, today)
  if (period && time === null) return null
  const unit = units[0] ?? (whole ? house.tree.root : null)
  const name = unit === house.tree.root ? wholeName(house.tree) : unit && shortName(unit, house.tree)
  const said = [name, time, kinds[0] && kindName(kinds[0])].filter(Boolean)
  return said.length >= 2 ? said.join(' ') : null
}

/** A month or a year as it is asked for; null for any other time. */
function timeWords({ start, end }: Period, today: PlainDate): string | null {
  const [year, month] = parts(start)
  const named = year === parts(today)[0] ? '' : `${year}年`
  if (yearPeriod(year).start === start && yearPeriod(year).end === end) return named === '' ? '今年' : named
  const whole = daysOfMonth(start.slice(0, 7))
  return whole.start === start && whole.end === end ? `${named}${month}月` : null
}
