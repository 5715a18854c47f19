/** Draws that depend on the seed alone. */
export interface Random {
  /** An integer from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly chance: (p: number) => boolean
  /** One of the names, by its weight. */
  readonly weighed: <K extends string>(weights: Readonly<Record<K, number>>) => K
}

/** mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    int,
    pick: (list) => list[int(0, list.length - 1)]!,
    chance: (p) => next() < p,
    weighed(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights, number][]
      let at = next() * entries.reduce((n, [, w]) => n + w, 0)
      for (const [name, w] of entries) {
        at -= w
        if (at < 0) return name
      }
      return entries.at(-1)![0]
    },
  }
}
