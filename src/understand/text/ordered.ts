/** Things with offsets that stand in order and do not overlap. */
export interface Placed {
  readonly start: number
  readonly end: number
}

/** Index of the first thing that ends behind `at`; the length where none does. */
export function firstBehind(list: readonly Placed[], at: number): number {
  let lo = 0
  let hi = list.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (list[mid]!.end <= at) lo = mid + 1
    else hi = mid
  }
  return lo
}

/** The first thing that shares a character with `[from, to)`. */
export function overlapping<T extends Placed>(list: readonly T[], from: number, to: number): T | undefined {
  const found = list[firstBehind(list, from)]
  return found && found.start < to ? found : undefined
}

/** The thing that begins exactly at `at`. */
export function startingAt<T extends Placed>(list: readonly T[], at: number): T | undefined {
  const found = list[firstBehind(list, at)]
  return found?.start === at ? found : undefined
}

/** Index of the first that stands in a clause from `clause` on; they stand in order. */
export function firstIn(list: readonly { readonly clause: number }[], clause: number): number {
  let lo = 0
  let hi = list.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (list[mid]!.clause < clause) lo = mid + 1
    else hi = mid
  }
  return lo
}
