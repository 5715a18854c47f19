import { isOfSort, tellsSort } from '../core/sorts.js'
import { shortName, wholeName } from '../core/tree.js'
import type { House } from '../house.js'
import { answer, type Reply, type Turn } from '../turn.js'
import { exampleUnit } from './example-unit.js'

/**
 * The asker's own unit of a level, or the one above it: 山口镇's member means 南山县 by 全县 and 我们县, and the whole by 我们市
 * in a city's association; an empty level is the own unit. Who is of no branch speaks as one of the room. Null for none, and
 * for no level.
 */
export function ownOf(level: string | undefined, { sender, room, house }: Turn): string | null {
  if (level === undefined) return null
  const { tree } = house
  if (level === '') return sender.unit === tree.root ? tree.root : sender.unit
  const above = tree.ancestors(sender.unit ?? room?.unit ?? tree.root).filter((u) => u !== tree.root)
  const own = (loosely: boolean): string | undefined =>
    above.find((u) => isOfSort(namesOf(u, house), level, loosely)) ??
    (isWhole(level, house, loosely) ? tree.root : undefined)
  return own(false) ?? own(true) ?? null
}

/** Whether the association itself is of that level. */
const isWhole = (level: string, house: House, loosely: boolean): boolean =>
  wholeName(house.tree)[1] === level || isOfSort(namesOf(house.tree.root, house), level, loosely)

/** Whether a unit is called so by its own: 镇里 by those of 山口镇, and 乡里 too. */
export const isCalledSo = (sort: string, unit: string, house: House): boolean =>
  [false, true].some((loosely) => isOfSort(namesOf(unit, house), sort, loosely))

const namesOf = (unit: string, { org }: House): readonly string[] => [
  unit,
  ...(org.units.find((u) => u.name === unit)?.aliases ?? []),
]

/** How a question says whose figures it wants, where it gives no name. */
interface OwnSaid {
  readonly unit: string | null
  /** 县 in 全县, 县里. */
  readonly level?: string
  /** 县 in 我们县; empty for 我们. */
  readonly ours?: string
}

/** The unit that is meant by 县里, 我们所, or the one named; `asks`: none of the asker's is of that sort, so that one is asked which. */
export function unitMeant(
  { unit, level, ours }: OwnSaid,
  turn: Turn,
): { readonly unit: string | null; readonly asks: Reply[] | null } {
  if (level === undefined && (unit !== null || !ours)) return { unit, asks: null }
  const own = ownOf(level ?? ours, turn)
  const { house, sender, room } = turn
  const of = sender.unit ?? room?.unit ?? house.tree.root
  // 我们县 of a branch whose name tells no sort is that branch
  const plainly = level === undefined && !tellsSort(namesOf(of, house))
  if (own !== null || plainly) return { unit: own, asks: null }
  const sort = level ?? ours!
  const such = house.org.units.find((u) => u.parent !== null && isOfSort(namesOf(u.name, house), sort))
  const example = such ? shortName(such.name, house.tree) : exampleUnit(turn)
  return { unit: null, asks: [answer(`您问的是哪个${sort}？请说“${example} 讲座 十月”这样的话。`)] }
}
