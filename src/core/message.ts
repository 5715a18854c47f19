import type { LocalTime } from './org.js'

/** The text of a voice message, which has no words of its own; imports add the length (`[语音] 12秒`). */
export const voiceText = '[语音]'

/** One thing said in a chat, as any transport hands it over. Text is exactly as typed. */
export interface Message {
  /** Stable over redelivery; what makes a message count once. */
  readonly id: string
  /** Room name; absent in a private chat with the bot. */
  readonly room?: string
  readonly sender: Sender
  readonly text: string
  readonly sentAt: Date
  /** The message this one quotes: its id, or `out-N` for a reply of the bot, and its words where the platform gives only those. */
  readonly quotes?: { readonly id?: string; readonly text?: string }
  /** The platform says the bot was mentioned (an @ in the text is looked for as well). */
  readonly mentionsBot?: boolean
  /** A picture or file came with it; path in the data folder. */
  readonly image?: string
  readonly file?: string
  /** Delivered long after it was sent (reconnect, import): recorded, not answered in the room. */
  readonly late?: boolean
  /**
   * It is a merged forward (合并转发): the messages that were sent on in it. Empty where the platform gave only its
   * title. `text` then is a rendering of them that nobody typed.
   */
  readonly forwarded?: readonly ForwardedMessage[]
}

/** One message inside a merged forward. */
export interface ForwardedMessage {
  /** As its speaker was shown there: name, nickname or 群昵称. */
  readonly name: string
  /** When it was said; civil time where only a clock is written. */
  readonly at: Date | LocalTime | null
  /** '' for pictures, files and the like. */
  readonly text: string
}

export interface Sender {
  readonly id: string
  readonly name: string
}

/** Somebody took a message back. */
export interface Recall {
  readonly id: string
  readonly at: Date
}

/** Where a reply goes. */
export type Destination = { readonly room: string } | { readonly person: string }

/** A reply as a transport gets it. */
export interface Outgoing {
  /** `out-N`. */
  readonly id: string
  readonly to: Destination
  readonly text: string
  /** Person ids named by the text. */
  readonly mentions: readonly string[]
  readonly inReplyTo: string | null
  readonly file?: string
}
