import { shortName, wholeName } from '../core/tree.js'
import type { Activity } from '../store.js'
import type { Turn } from '../turn.js'
import { unitsIn } from '../understand/index.js'

/** A unit where it stands in a text: by its name, or by its level alone (县老科协 said in one of its towns). */
interface Mention {
  readonly unit: string
  readonly start: number
  readonly end: number
}

/** Said between two that did it together: 联合, 今天上午配合. */
const joins = /^[^。；;！!\n]{0,14}(?:联合|会同|配合|协同|协助|携手|联手)(?:我们|咱们)?$/
/** 和 …, and behind the second 一道: 县老科协和某镇老科协一道, 同县老科协联合. */
const withIt = /^[^。；;！!\n]{0,14}[和与同跟及、]$/
const together =
  /^[，,]?[^，,。；;！!\n]{0,4}(?:一道|一起|一同|一块|共同|联合|合作|合办|合搞|合伙|联办|联手|携手|协同|两家)/
/** 县老科协领导和市会…: people of it, not the unit. */
const persons = /领导|干部|负责人|代表|会长|专家/
const byLevel = /(?:我们|我|本|咱们?)?([市省州盟县区旗镇乡])(?:老科协|老科技工作者协会|会)(?![员议场])/g

/** Units below each other that a text says did it together, in order; null where it says no such thing. */
export function sidesOf(
  text: string,
  own: string,
  { tree, units }: Pick<Turn['house'], 'tree' | 'units'>,
): readonly [string, string] | null {
  const found = mentions(text.slice(0, longest), own, { tree, units })
  // 我们配合市会: the own unit is not named
  const from = found[0] && found[0].unit !== own ? [{ unit: own, start: 0, end: 0 }, ...found] : found
  for (const [i, b] of from.slice(1).entries()) {
    const a = from[i]!
    const between = text.slice(a.end, b.start).trim()
    const behind = text.slice(b.end, b.end + 14)
    if (persons.test(between)) continue
    if (!joins.test(between) && !(withIt.test(between) && together.test(behind))) continue
    const related = tree.ancestors(a.unit).includes(b.unit) || tree.ancestors(b.unit).includes(a.unit)
    if (a.unit !== b.unit && related) return [a.unit, b.unit]
  }
  return null
}
const longest = 400

function mentions(
  text: string,
  own: string,
  { tree, units }: Pick<Turn['house'], 'tree' | 'units'>,
): Mention[] {
  const named = unitsIn(text, units).map(({ name: unit, span: [start, end] }) => ({ unit, start, end }))
  const leveled = [...text.matchAll(byLevel)].flatMap((m): Mention[] => {
    const [start, end] = [m.index, m.index + m[0].length]
    const unit =
      tree.ancestors(own).find((u) => u !== tree.root && shortName(u, tree).endsWith(m[1]!)) ??
      (wholeName(tree)[1] === m[1] ? tree.root : null)
    return unit === null || named.some((n) => n.start < end && start < n.end) ? [] : [{ unit, start, end }]
  })
  return [...named, ...leveled].sort((a, b) => a.start - b.start)
}

/**
 * What a county and its own town, or the whole and one of its branches, did together is credited to the side its teller
 * belongs to, else to the first named; the other is its partner.
 */
export function withSides(activity: Activity, turn: Turn): Activity {
  const own = turn.sender.unit ?? activity.unit
  if (own === null || activity.scope !== 'event') return activity
  const sides = sidesOf(turn.message.text, own, turn.house)
  if (!sides) return activity
  const unit = sides.includes(own) ? own : sides[0]
  const partners = [...activity.partners, ...sides].filter((p) => p !== unit)
  return { ...activity, unit, partners: [...new Set(partners)] }
}
