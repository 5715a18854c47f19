/** Time for waiting: what the transports use instead of Date and setTimeout, so that tests need not wait. */
export interface Timers {
  /** Epoch milliseconds. */
  now(): number
  /** Runs once after `ms`; gives the function that calls it off. */
  after(ms: number, run: () => void): () => void
}

export const realTimers: Timers = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** The outcome of `work`, or `late()` when it takes longer than `ms`. */
export function within<T>(timers: Timers, ms: number, work: Promise<T>, late: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => {
      try {
        resolve(late())
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
    work.then(resolve, reject).finally(cancel)
  })
}
