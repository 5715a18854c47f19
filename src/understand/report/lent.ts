import type { Scan } from '../scan.js'
import { type Draft, isActive, isPeople } from '../structure/draft.js'
import { build, type Built } from './reports.js'

/** 前天高一240人，昨天高二220人，讲的都是防溺水: what only the words behind the last show was held each time. */
export function lent(s: Scan, ds: readonly Draft[], i: number): Built | null {
  const d = ds[i]!
  const next = ds[i + 1]
  if (!next || d.kinds.some(isActive) || next.kinds.some(isActive) || !d.figures.some(isPeople)) return null
  const kind = next.figures.some(isPeople) ? (build(s, next, ds[i + 2])?.kind ?? null) : null
  if (!kind) return null
  d.kinds = [kind]
  d.carried = true
  return build(s, d, next)
}
