import type { Org } from './core/org.js'
import { treeOf, type Tree } from './core/tree.js'
import { gazetteer, type Gazetteer } from './understand/index.js'
import { shelfOf, type Shelf } from './tips/shelf.js'
import { zoneOf, type Zone } from './zone.js'

/** Read once for all houses of a process, and only when a tip or a claim is asked for. */
const shelf = shelfOf()

/** One association, compiled once: what every message is read against. */
export interface House {
  readonly org: Org
  readonly tree: Tree
  readonly units: Gazetteer
  readonly zone: Zone
  readonly shelf: Shelf
}

/** `history`: every unit the database knows; retired ones keep their place, so what they did still climbs to the root. */
export function houseOf(
  org: Org,
  history: readonly { readonly name: string; readonly parent: string | null }[] = [],
): House {
  const retired = history.filter((h) => !org.units.some((u) => u.name === h.name))
  return {
    org,
    tree: treeOf([...org.units, ...retired]),
    units: gazetteer(org),
    zone: zoneOf(org.timezone),
    shelf,
  }
}
