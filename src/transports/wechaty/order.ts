import { heldUpMs, type Timers } from './timers.js'

/** Something to be done in its lane (a room, or one person's private chat), in order of `at`. */
export interface Item {
  readonly lane: string
  /** Epoch milliseconds it was sent. */
  readonly at: number
  readonly run: () => Promise<void>
}

export interface Sequencer {
  /**
   * Something arrived whose contents are still being fetched: later arrivals wait for it up to `maxWaitMs`. Silence, in
   * which the contents of nothing at all arrive, counts for two seconds only: whoever is fetched from stands still
   * then, or we do. It must be placed or dropped in the end.
   */
  arrive(): number
  place(ticket: number, item: Item): void
  /** It turned out to be nothing. */
  drop(ticket: number): void
  /** Does what is held at once, then resolves when every lane is empty. */
  drain(): Promise<void>
}

interface Held extends Item {
  readonly ticket: number
  due: number
  /** How often it may still be held longer because the program stood still. */
  grace: number
}

const silenceMs = 2_000

/**
 * Puts deliveries back in the order they were sent. wechaty hands messages over in the order their contents
 * happened to be fetched; each is held `windowMs`, then goes when nothing that arrived until then is still being
 * fetched. Within a lane one runs at a time.
 */
export function createSequencer(timers: Timers, windowMs: number, maxWaitMs = 10_000): Sequencer {
  /** By ticket: when it arrived, by the clock and by how long was being fetched until then. */
  const fetching = new Map<number, { readonly since: number; readonly fetched: number }>()
  const held: Held[] = []
  const lanes = new Map<string, Promise<void>>()
  let ticket = 0
  let fetched = 0
  let fetchedAt = timers.now()
  let wakeAt = Infinity
  let cancel: (() => void) | undefined

  function wake(at: number): void {
    if (at >= wakeAt) return
    cancel?.()
    wakeAt = at
    cancel = timers.after(Math.max(1, at - timers.now()), () => {
      const late = timers.now() - at
      wakeAt = Infinity
      if (late > heldUpMs) holdLonger(late)
      pump()
    })
  }

  // What arrived while the program stood still is not read yet, and some of it may have been sent before.
  function holdLonger(late: number): void {
    const until = timers.now() + Math.min(late, windowMs)
    for (const item of held) if (item.grace-- > 0) item.due = Math.max(item.due, until)
  }

  const fetchedUntil = (now: number): number => fetched + Math.min(now - fetchedAt, silenceMs)

  function pump(all = false): void {
    const now = timers.now()
    for (const [early, arrived] of fetching) {
      if (fetchedUntil(now) - arrived.fetched < maxWaitMs) break
      fetching.delete(early)
    }
    const waitedFor = fetching.values().next().value
    const oldest = waitedFor?.since ?? Infinity
    const blocked = new Set<string>()
    const keep: Held[] = []
    let next = Infinity
    for (const item of held) {
      const ready = all || (item.due <= now && item.due < oldest && !blocked.has(item.lane))
      if (ready) {
        chain(item)
        continue
      }
      // Whatever is later in its lane waits with it.
      blocked.add(item.lane)
      keep.push(item)
      if (item.due > now) next = Math.min(next, item.due)
    }
    held.splice(0, held.length, ...keep)
    // What is due and still held waits for a fetch: look again when that one is given up. In silence it is not.
    const left = waitedFor ? maxWaitMs - (fetchedUntil(now) - waitedFor.fetched) : Infinity
    const givenUpAt = now + left <= fetchedAt + silenceMs ? now + left : Infinity
    if (held.length > 0 && Math.min(next, givenUpAt) < Infinity) wake(Math.min(next, givenUpAt))
  }

  function chain(item: Held): void {
    const before = lanes.get(item.lane) ?? Promise.resolve()
    const after = before
      .then(item.run)
      .catch(() => {})
      .finally(() => {
        if (lanes.get(item.lane) === after) lanes.delete(item.lane)
      })
    lanes.set(item.lane, after)
  }

  // Something may have waited for this fetch alone; looking once for a burst of them is enough.
  const nudge = (): number => timers.now() + 5

  return {
    arrive: () => {
      if (fetching.size === 0) fetchedAt = timers.now()
      fetching.set(++ticket, { since: timers.now(), fetched: fetchedUntil(timers.now()) })
      return ticket
    },
    place: (given, item) => {
      const now = timers.now()
      fetched = fetchedUntil(now)
      fetchedAt = now
      fetching.delete(given)
      const entry = { ...item, ticket: given, due: now + windowMs, grace: 3 }
      // Nearly always at the end already.
      let i = held.length
      while (i > 0 && after(held[i - 1], entry)) i--
      held.splice(i, 0, entry)
      wake(Math.min(entry.due, nudge()))
    },
    drop: (given) => {
      fetching.delete(given)
      if (held.length > 0) wake(nudge())
    },
    drain: async () => {
      pump(true)
      while (lanes.size > 0) await Promise.all(lanes.values())
    },
  }
}

const after = (one: Held | undefined, other: Held): boolean =>
  one !== undefined && (one.at > other.at || (one.at === other.at && one.ticket > other.ticket))
