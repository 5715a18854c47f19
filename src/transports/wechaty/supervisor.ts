import type { TransportState } from '../../ports.js'
import { heldUpMs, within, type Timers } from './timers.js'

/** What one instance tells while it lives. After `over` it is never asked again. */
export interface Signals {
  scan(qr: string): void
  login(account: string): void
  beat(): void
  fault(reason: string): void
  /** It cannot go on: logged out, crashed, not what it says it is. */
  over(reason: string): void
}

/** One connection from birth to the bin. Never restarted: wechaty's instances leak listeners and reconnect once. */
export interface Life {
  /** May hang, reject, or resolve without having done anything. */
  start(signals: Signals): Promise<void>
  /** Asks for a sign of life; an answer comes as `beat`. */
  probe(): void
  /** Lets go of everything without logging the account out; `final`: no other instance follows. */
  discard(final: boolean): Promise<void>
}

export interface Limits {
  /** From birth to scan or login. */
  readonly loginMs: number
  /** A code nobody scanned is old after this. */
  readonly scanMs: number
  /** Silence of a logged-in instance: probed at half of it, dead after it. */
  readonly deadMs: number
  readonly backoffMs: number
  readonly maxBackoffMs: number
  /** Online this long, the next failure starts the back-off afresh. */
  readonly stableMs: number
  /** More faults than this within `stormMs` end the instance. */
  readonly stormFaults: number
  readonly stormMs: number
  readonly discardMs: number
}

export const defaultLimits: Limits = {
  loginMs: 60_000,
  scanMs: 10 * 60_000,
  deadMs: 90_000,
  backoffMs: 1_000,
  maxBackoffMs: 60_000,
  stableMs: 60_000,
  stormFaults: 50,
  stormMs: 5_000,
  discardMs: 5_000,
}

export interface Deps {
  readonly create: (life: number) => Life
  readonly timers: Timers
  /** 0…1, for the jitter of the back-off. */
  readonly random: () => number
  readonly limits: Limits
  readonly onState: (state: TransportState) => void
  readonly log: (event: string, facts: Record<string, unknown>) => void
}

export interface Supervisor {
  state(): TransportState
  /** Ends the current instance for good without logging out. */
  stop(): Promise<void>
}

/** Keeps one instance alive at a time: a dead one is thrown away and a new one built, with back-off and jitter. */
export function supervise({ create, timers, random, limits, onState, log }: Deps): Supervisor {
  let state: TransportState = { state: 'starting' }
  const stopping = new AbortController()
  let count = 0
  let failures = 0
  let end: ((reason: string) => void) | undefined
  let cancelWait: (() => void) | undefined

  function show(next: TransportState): void {
    state = next
    onState(next)
  }

  /** One life; resolves with why it ended. */
  function live(life: Life, number: number): Promise<string> {
    return new Promise((resolve) => {
      let over = false
      let onlineAt: number | undefined
      let scanAt: number | undefined
      let beatAt = timers.now()
      let cancelWatch: (() => void) | undefined
      let bornAt = beatAt
      let watchAt = beatAt
      const faults = createFaultLog(limits, timers, (facts) => log('fault', { life: number, ...facts }))

      const finish = (reason: string): void => {
        if (over) return
        over = true
        cancelWatch?.()
        faults.close()
        if (onlineAt !== undefined && timers.now() - onlineAt >= limits.stableMs) failures = 0
        const discarded = life
          .discard(stopping.signal.aborted)
          .catch((error: unknown) => log('discard', { life: number, reason: String(error) }))
        void within(timers, limits.discardMs, discarded, () => {}).then(() => resolve(reason))
      }
      end = finish
      const watch = (): void => {
        const now = timers.now()
        const heldUp = now - watchAt
        if (heldUp > heldUpMs) {
          // We stood still, not it: its signs of life are not read yet. It is asked, and has half its time to answer.
          beatAt = Math.max(beatAt, Math.min(beatAt + heldUp, now - limits.deadMs / 2))
          bornAt = Math.max(bornAt, Math.min(bornAt + heldUp, now - limits.loginMs / 2))
        }
        const idle = now - beatAt
        if (onlineAt !== undefined) {
          if (idle >= limits.deadMs) return finish(`silent for ${Math.round(idle / 1000)} s`)
          if (idle >= limits.deadMs / 2) life.probe()
        } else if (scanAt === undefined ? now - bornAt >= limits.loginMs : now - scanAt >= limits.scanMs) {
          return finish(scanAt === undefined ? 'no login' : 'code not scanned')
        }
        const next = Math.min(limits.deadMs / 4, limits.loginMs / 2, 15_000)
        watchAt = now + next
        cancelWatch = timers.after(next, watch)
      }
      const signals: Signals = {
        scan: (qr) => {
          if (over) return
          scanAt = timers.now()
          show({ state: 'needs-scan', qr })
        },
        login: (account) => {
          if (over) return
          beatAt = onlineAt = timers.now()
          show({ state: 'online', account })
        },
        beat: () => {
          beatAt = timers.now()
        },
        fault: (reason) => {
          if (!over && faults.add(reason)) finish('error storm')
        },
        over: finish,
      }
      watch()
      life.start(signals).catch((error: unknown) => finish(`start: ${String(error)}`))
    })
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const life = ++count
      if (state.state !== 'offline') show({ state: 'starting' })
      const reason = await live(create(life), life)
      if (stopping.signal.aborted) break
      const since = state.state === 'offline' ? state.since : new Date(timers.now())
      show({ state: 'offline', since, reason })
      const wait =
        Math.min(limits.maxBackoffMs, limits.backoffMs * 2 ** Math.min(failures++, 20)) * (0.5 + random() / 2)
      log('over', { life, reason, retryMs: Math.round(wait) })
      await new Promise<void>((resolve) => {
        const cancel = timers.after(wait, resolve)
        cancelWait = () => {
          cancel()
          resolve()
        }
      })
    }
  }
  const running = run()

  return {
    state: () => state,
    stop: async () => {
      stopping.abort()
      end?.('stopped')
      cancelWait?.()
      await running
      if (state.state !== 'offline')
        show({ state: 'offline', since: new Date(timers.now()), reason: 'stopped' })
    },
  }
}

/** Logs the first fault of a minute and the number of the rest; tells when they are a storm. */
function createFaultLog(
  limits: Limits,
  timers: Timers,
  log: (facts: { reason: string; more?: number }) => void,
) {
  const recent: number[] = []
  let last = ''
  let more = 0
  let cancel: (() => void) | undefined
  const flush = (): void => {
    cancel = undefined
    if (more > 0) log({ reason: last, more })
    more = 0
  }
  return {
    add: (reason: string): boolean => {
      const now = timers.now()
      recent.push(now)
      while (recent[0] !== undefined && now - recent[0] > limits.stormMs) recent.shift()
      last = reason
      if (cancel) more++
      else {
        log({ reason })
        cancel = timers.after(60_000, flush)
      }
      return recent.length > limits.stormFaults
    },
    close: (): void => {
      cancel?.()
      flush()
    },
  }
}
