import type { Tip } from './tip.js'

/** Two tips that share at least this much say the same thing in a room. Calibrated on the library (docs/tips-review.md). */
export const duplicateFrom = 0.35

/** The pairs of neighbouring characters of a text, punctuation and spaces left out. */
export function bigrams(text: string): ReadonlySet<string> {
  const clean = Array.from(text.replace(/[^\p{L}\p{N}]/gu, ''))
  return new Set(clean.slice(1).map((c, i) => clean[i]! + c))
}

/** Shared pairs over the pairs of the smaller text: 0 nothing in common, 1 one is contained in the other. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const pair of small) if (large.has(pair)) shared++
  return shared / small.size
}

/** Pairs of a tip's title and body; remembered, since every pick compares a whole library. */
export function tipBigrams(tip: Tip): ReadonlySet<string> {
  let set = remembered.get(tip)
  if (!set) remembered.set(tip, (set = bigrams(tip.title + tip.lines.join(''))))
  return set
}
const remembered = new WeakMap<Tip, ReadonlySet<string>>()

/** Whether two tips tell nearly the same. */
export const duplicates = (a: Tip, b: Tip): boolean =>
  a.id === b.id || overlap(tipBigrams(a), tipBigrams(b)) >= duplicateFrom

/** Every pair of tips at or above `from`, the most alike first. */
export function nearDuplicates(
  tips: readonly Tip[],
  from = duplicateFrom,
): readonly { readonly a: Tip; readonly b: Tip; readonly share: number }[] {
  const sets = tips.map(tipBigrams)
  const holders = new Map<string, number[]>()
  const pairs: { a: Tip; b: Tip; share: number }[] = []
  tips.forEach((tip, i) => {
    const shared = new Map<number, number>()
    for (const pair of sets[i]!) {
      for (const j of holders.get(pair) ?? []) shared.set(j, (shared.get(j) ?? 0) + 1)
      holders.set(pair, [...(holders.get(pair) ?? []), i])
    }
    for (const [j, n] of shared) {
      const share = n / Math.min(sets[i]!.size, sets[j]!.size)
      if (share >= from) pairs.push({ a: tips[j]!, b: tip, share })
    }
  })
  return pairs.sort((x, y) => y.share - x.share)
}
