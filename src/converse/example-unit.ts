import { shortName } from '../core/tree.js'
import { branchesOf } from '../ledger/reported.js'
import type { Turn } from '../turn.js'

/** A branch to show by in an example: the asker's own, else the first. What is shown must work as it stands. */
export function exampleUnit({ house, sender }: Pick<Turn, 'house' | 'sender'>): string {
  const { root } = house.tree
  const own = sender.unit !== null && sender.unit !== root ? sender.unit : null
  return shortName(own ?? branchesOf(house)[0] ?? root, house.tree)
}
