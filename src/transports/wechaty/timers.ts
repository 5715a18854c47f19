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

/**
 * A timer that goes off this much late was held up: the program stood still (an overloaded or suspended machine), and
 * what arrived meanwhile is read only after the timers. It says nothing about anybody else.
 */
export const heldUpMs = 50

/** The outcome of `work`, or `late()` when it takes longer than `ms`, time in which the program stood still apart. */
export function within<T>(timers: Timers, ms: number, work: Promise<T>, late: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    let cancel = (): void => {}
    const wait = (given: number): void => {
      const due = timers.now() + given
      cancel = timers.after(given, () => {
        const heldUp = timers.now() - due
        if (heldUp > heldUpMs) return wait(Math.min(heldUp, ms))
        try {
          resolve(late())
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      })
    }
    wait(ms)
    work.then(resolve, reject).finally(() => cancel())
  })
}
