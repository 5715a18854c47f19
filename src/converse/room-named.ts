import type { House } from '../house.js'
import { unitsIn } from '../understand/index.js'

/**
 * The room a wish is about where its words name one: by its name, or by the branch whose only room it is (城东 → 城东区
 * 群). `rest`: the words without it.
 */
export function roomNamed(
  words: string,
  { org, units }: Pick<House, 'org' | 'units'>,
): { readonly room: string | null; readonly rest: string } {
  const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()
  const byName = org.rooms
    .filter((r) => words.includes(r.name))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  if (byName) return { room: byName.name, rest: tidy(words.replace(byName.name, ' ')) }
  const [unit, ...more] = unitsIn(words, units)
  const rooms = unit && more.length === 0 ? org.rooms.filter((r) => r.unit === unit.name) : []
  if (!unit || rooms.length !== 1) return { room: null, rest: tidy(words) }
  const behind = words.slice(unit.span[1]).replace(/^(?:老科协)?(?:的)?(?:会员)?群?(?:里)?/, '')
  return { room: rooms[0]!.name, rest: tidy(`${words.slice(0, unit.span[0])} ${behind}`) }
}
