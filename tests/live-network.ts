import type { Message, Outgoing } from '../src/core/message.js'
import { ok, type Result } from '../src/core/result.js'
import type { SendError, Transport, TransportEvents } from '../src/ports.js'

/** A chat network in a test's hands: what it delivers is called, what was sent to it is kept. */
export interface Network extends Transport {
  readonly sent: (Outgoing & { readonly at: Date })[]
  readonly confirmed: (readonly [id: string, sameAs: string | null])[]
  /** What the next sends do; resolves at once and well unless told otherwise. */
  answer: () => Promise<Result<{ readonly platformId?: string }, SendError>>
  /** Delivered when the network is told to stop, as messages held back are. */
  held: Message[]
  readonly events: TransportEvents
  confirm(id: string, sameAs: string | null): Promise<boolean>
  online(): void
  offline(): void
  say(text: string, from?: keyof typeof cast, more?: Partial<Message>): Promise<void>
}

export const cast = { wang: '王秀兰', li: '李建国', zhou: '周敏' } as const
export const room = '城东区老科协会员群'

export function network(now: () => Date, session = 'm'): Network {
  let events: TransportEvents | undefined
  let n = 0
  const open = (): TransportEvents => {
    if (!events) throw new Error('not listening')
    return events
  }
  const self: Network = {
    name: 'test',
    sent: [],
    confirmed: [],
    held: [],
    answer: async () => ok({}),
    get events() {
      return open()
    },
    start: async (handlers) => {
      events = handlers
    },
    send: async (out) => {
      self.sent.push({ ...out, at: now() })
      return self.answer()
    },
    stop: async () => {
      for (const message of self.held.splice(0)) await open().message(message)
      events = undefined
    },
    confirm: async (id, sameAs) => {
      self.confirmed.push([id, sameAs])
      return true
    },
    online: () => open().state({ state: 'online', account: '小科' }),
    offline: () => open().state({ state: 'offline', since: now(), reason: 'cut' }),
    say: (text, from = 'wang', more = {}) =>
      open().message({
        id: `${session}-${++n}`,
        room,
        sender: { id: `wxid_${from}`, name: cast[from] },
        text,
        sentAt: now(),
        ...more,
      }),
  }
  return self
}

/** Time in a test's hands: timers and minutes fall due when it is moved. */
export interface Time {
  readonly now: () => Date
  readonly after: (ms: number, run: () => void) => () => void
  readonly everyMinute: (run: () => void) => () => void
  /** Moves on, waiting after each thing that fell due until `idle`. */
  pass(ms: number, idle: () => Promise<void>): Promise<void>
}

export function time(start: Date): Time {
  let at = start.getTime()
  let timers: { readonly at: number; readonly run: () => void }[] = []
  const minutes = new Set<() => void>()
  return {
    now: () => new Date(at),
    after: (ms, run) => {
      const timer = { at: at + ms, run }
      timers.push(timer)
      return () => void (timers = timers.filter((t) => t !== timer))
    },
    everyMinute: (run) => {
      minutes.add(run)
      return () => void minutes.delete(run)
    },
    async pass(ms, idle) {
      const end = at + ms
      for (;;) {
        await idle()
        const minute = (Math.floor(at / 60_000) + 1) * 60_000
        const next = Math.min(minute, ...timers.map((t) => t.at))
        if (next > end) break
        at = next
        const due = timers.filter((t) => t.at <= at)
        timers = timers.filter((t) => t.at > at)
        for (const { run } of due) run()
        if (at === minute) for (const run of minutes) run()
      }
      at = end
      await idle()
    },
  }
}
