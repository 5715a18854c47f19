import { setTimeout as pause } from 'node:timers/promises'

/** What the process holds after a collection, in MiB. */
export interface Sample {
  /** Messages sent until then. */
  readonly sent: number
  readonly rss: number
  /** Objects that are alive. */
  readonly heap: number
  /**
   * Resident, but no part of V8's heap: code, SQLite's pages, gRPC, what malloc keeps. The heap itself swells and
   * shrinks by tens of MiB with the pace of allocation, so that a leak shows here and in `heap` long before in `rss`.
   */
  readonly outside: number
}
type Series = 'rss' | 'heap' | 'outside'

/** Needs --expose-gc. */
export async function sample(sent: number): Promise<Sample> {
  globalThis.gc?.()
  // Pages are handed back beside the program.
  await pause(150)
  globalThis.gc?.()
  const { rss, heapUsed, heapTotal } = process.memoryUsage()
  const mib = (bytes: number): number => bytes / 2 ** 20
  return { sent, rss: mib(rss), heap: mib(heapUsed), outside: mib(rss - heapTotal) }
}

/** Growth in the last half, in KiB per 1,000 messages: the median of the slopes between any two samples (Theil–Sen). */
export function slope(samples: readonly Sample[], of: Series): number {
  const half = samples.filter(({ sent }) => sent >= (samples.at(-1)?.sent ?? 0) / 2)
  const slopes = half
    .flatMap((a, i) => half.slice(i + 1).map((b) => ((b[of] - a[of]) * 1024 * 1000) / (b.sent - a.sent)))
    .sort((a, b) => a - b)
  return slopes[Math.floor(slopes.length / 2)] ?? 0
}

/** The samples at a quarter, half, three quarters and the end. */
export const quarters = (samples: readonly Sample[]): readonly Sample[] =>
  [0.25, 0.5, 0.75, 1].flatMap(
    (part) => samples.find(({ sent }) => sent >= part * (samples.at(-1)?.sent ?? 0)) ?? [],
  )
