import type { Org } from './core/org.js'
import { treeOf, type Tree } from './core/tree.js'
import { gazetteer, type Gazetteer } from './understand/index.js'
import { zoneOf, type Zone } from './zone.js'

/** One association, compiled once: what every message is read against. */
export interface House {
  readonly org: Org
  readonly tree: Tree
  readonly units: Gazetteer
  readonly zone: Zone
}

export const houseOf = (org: Org): House => ({
  org,
  tree: treeOf(org.units),
  units: gazetteer(org),
  zone: zoneOf(org.timezone),
})
