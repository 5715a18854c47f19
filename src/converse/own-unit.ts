import { shortName, wholeName } from '../core/tree.js'
import type { Turn } from '../turn.js'

/**
 * The asker's own unit of a level, or the one above it: 山口镇's member means 南山县 by 全县 and 我们县, and the whole by 我们市
 * in a city's association; an empty level is the own unit. Null for none, and for no level.
 */
export function ownOf(level: string | undefined, { sender, house: { tree } }: Turn): string | null {
  if (level === undefined || sender.unit === null) return null
  const own = tree.ancestors(sender.unit).find((u) => u !== tree.root && shortName(u, tree).endsWith(level))
  return own ?? (level === '' || wholeName(tree)[1] === level ? tree.root : null)
}
