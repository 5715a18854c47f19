import type { Message, Outgoing, Recall, Sender } from './core/message.js'
import type { Result } from './core/result.js'

/** The only source of time. Live: the machine's; in replay and tests: virtual. */
export interface Clock {
  now(): Date
}

/** Why a reply did not reach the platform. `unknown`: it may have; it is never resent by itself. */
export type SendError =
  | { readonly code: 'offline' }
  | { readonly code: 'throttled'; readonly retryAfterMs: number }
  | { readonly code: 'no_such_target' }
  | { readonly code: 'refused'; readonly reason: string }
  | { readonly code: 'unknown'; readonly reason: string }

/** What a transport reports of itself; the sentence for people is made elsewhere. */
export type TransportState =
  | { readonly state: 'starting' }
  | { readonly state: 'needs-scan'; readonly qr: string }
  | { readonly state: 'online'; readonly account: string }
  | { readonly state: 'offline'; readonly since: Date; readonly reason: string }

/** What a transport noticed besides messages; nothing in the room hangs on it. `room` is the name messages carry. */
export type Notice =
  | {
      readonly kind: 'joined' | 'left'
      readonly room: string
      readonly people: readonly Sender[]
      readonly at: Date
    }
  | { readonly kind: 'renamed'; readonly room: string; readonly topic: string; readonly former: string }
  /** Who or which room this is, only a person can say: `Transport`-specific `confirm` settles it. */
  | {
      readonly kind: 'doubtful'
      readonly id: string
      readonly name: string
      readonly maybe: readonly Sender[]
    }
  /** Online, and nothing heard at all since then. */
  | { readonly kind: 'quiet'; readonly since: Date }
  /** Something came that could not be read: a message (its words are lost) or the file of one. */
  | {
      readonly kind: 'unreadable'
      readonly what: 'message' | 'file'
      readonly id: string
      readonly room?: string
    }

/** What a transport tells the house. Handlers never throw; the transport awaits one of a room before its next. */
export interface TransportEvents {
  message(message: Message): Promise<void>
  recall(recall: Recall): Promise<void>
  state(state: TransportState): void
  notice?(notice: Notice): void
}

/** A chat network. Adapters live in src/transports/; tests/transports/contract.ts says what all must do. */
export interface Transport {
  readonly name: string
  /** Delivers events until `stop`, in order within a room. Resolves once listening, not once logged in. */
  start(events: TransportEvents): Promise<void>
  send(reply: Outgoing): Promise<Result<{ readonly platformId?: string }, SendError>>
  /** Stops listening; never logs an account out. */
  stop(): Promise<void>
}
