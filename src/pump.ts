import type { App } from './app.js'
import type { LivePacer } from './pacer.js'
import type { Clock } from './ports.js'

export interface PumpDeps {
  readonly app: Pick<App, 'tick' | 'nextDue'>
  readonly pacer: Pick<LivePacer, 'ready'>
  readonly clock: Clock
  readonly online: () => boolean
  /** Runs once after `ms`; gives the function that calls it off. */
  readonly after: (ms: number, run: () => void) => () => void
  /** Sees every round to its end, faults included. */
  readonly track: (what: string, work: Promise<unknown>) => void
}

/** Does what is due, and looks again when more can go. */
export interface Pump {
  /** Now; while a round is on, another follows it. */
  readonly run: () => void
  readonly stop: () => void
}

/** Nearer than this one does not look again: a room that must wait is found by asking, not by its own clock. */
const shortestMs = 500
/** Later than this the minute's tick comes first. */
const longestMs = 60_000

/** Rounds of `tick`, one at a time, only while online: what falls due while away follows the catch-up rules. */
export function createPump({ app, pacer, clock, online, after, track }: PumpDeps): Pump {
  let stopped = false
  let busy = false
  let again = false
  let cancel: (() => void) | undefined

  async function round(): Promise<void> {
    do {
      again = false
      if (online()) await app.tick()
    } while (again as boolean)
    cancel?.()
    const due = online() ? await app.nextDue() : null
    if (due === null) return
    const now = clock.now().getTime()
    const wait = Math.max(due.getTime(), pacer.ready(clock.now()).getTime(), now + shortestMs) - now
    if (wait < longestMs) cancel = after(wait, run)
  }

  function run(): void {
    again = true
    if (busy || stopped) return
    busy = true
    track(
      'pump',
      round().finally(() => {
        busy = false
        if (again) run()
      }),
    )
  }
  return {
    run,
    stop: () => {
      stopped = true
      again = false
      cancel?.()
    },
  }
}
