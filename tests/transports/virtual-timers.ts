import type { Timers } from '../../src/transports/wechaty/timers.js'

/** Time that passes only when told to. */
export interface VirtualTimers extends Timers {
  /** Lets `ms` pass, running what falls due in order; promises settle in between. */
  pass(ms: number): Promise<void>
  /** Lets the program stand still for `ms`: nothing runs, what falls due runs late when time passes again. */
  standStill(ms: number): void
}

export function virtualTimers(start = 1_000_000_000_000): VirtualTimers {
  let now = start
  let counter = 0
  const due = new Map<number, { at: number; run: () => void }>()
  return {
    now: () => now,
    after: (ms, run) => {
      const id = ++counter
      due.set(id, { at: now + ms, run })
      return () => void due.delete(id)
    },
    pass: async (ms) => {
      const end = now + ms
      await settle()
      for (;;) {
        const [next] = [...due].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)
        if (!next) break
        const [id, { at, run }] = next
        due.delete(id)
        now = Math.max(now, at)
        run()
        await settle()
      }
      now = Math.max(now, end)
    },
    standStill: (ms) => void (now += ms),
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
