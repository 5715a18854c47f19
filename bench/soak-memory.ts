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

/**
 * How far the floor rose from the second quarter of a run to the last, in KiB per 1,000 messages. Memory swells by up to
 * tens of MiB and falls back to what is really in use, so that a line through the samples says little: a leak lifts
 * the floor. The first quarter fills caches. The floor is the second lowest sample: one alone may be a slip.
 */
export function rise(samples: readonly Sample[], of: Series): number {
  const all = samples.at(-1)?.sent ?? 0
  const floor = (from: number, to: number): number | undefined => {
    const part = samples
      .filter(({ sent }) => sent > from * all && sent <= to * all)
      .map((sample) => sample[of])
    const [lowest, second] = part.sort((a, b) => a - b)
    return second ?? lowest
  }
  const [before, after] = [floor(0.25, 0.5), floor(0.75, 1)]
  return before === undefined || after === undefined ? 0 : ((after - before) * 1024 * 1000) / (all / 2)
}

/** The samples at a quarter, half, three quarters and the end. */
export const quarters = (samples: readonly Sample[]): readonly Sample[] =>
  [0.25, 0.5, 0.75, 1].flatMap(
    (part) => samples.find(({ sent }) => sent >= part * (samples.at(-1)?.sent ?? 0)) ?? [],
  )
