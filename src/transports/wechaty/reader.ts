import type { payloads } from 'wechaty-puppet'
import { voiceText, type ForwardedMessage, type Message } from '../../core/message.js'
import { readChatRecord, type ChatRecord } from './chat-record.js'
import type { WechatyConfig } from './config.js'
import { saveFile } from './files.js'
import type { Session } from './life.js'
import type { Quirks } from './quirks.js'
import type { Roster } from './roster.js'
import { mentions, recalledId, sentAt, splitQuote, uncutCard, uncutText } from './text.js'
import { within, type Timers } from './timers.js'

/** A message as read from the puppet, before it has its place in the room and names that last. */
export interface Read {
  readonly id: string
  readonly what: 'words' | 'voice' | 'image' | 'file' | 'recall' | 'forward'
  /** Platform ids. */
  readonly room: string | null
  readonly sender: string
  readonly text: string
  /** Epoch milliseconds. */
  readonly at: number
  /** The recalled message's id as the platform gives it; null: not given. */
  readonly recalled: string | null
  readonly mentionsBot: boolean
  readonly quote: { readonly name: string; readonly text: string } | null
  /** Of a merged forward: what it holds. */
  readonly forwarded: readonly ForwardedMessage[] | null
}

/** Why something heard is not handed on. */
export type Skipped = 'own' | 'not-text' | 'nobody'

// PUPPET.types.Message; importing the enum would load wechaty with this file.
const types = {
  attachment: 1,
  audio: 2,
  chatHistory: 4,
  image: 6,
  text: 7,
  groupNote: 10,
  recalled: 13,
} as const
const kinds: Readonly<Record<number, Read['what']>> = {
  [types.text]: 'words',
  // #接龙 comes as a note of the group; its text is what people wrote.
  [types.groupNote]: 'words',
  // Nobody here can listen to it, but its sender is told what helps.
  [types.audio]: 'voice',
  [types.chatHistory]: 'forward',
  [types.image]: 'image',
  [types.attachment]: 'file',
  [types.recalled]: 'recall',
}

interface Deps {
  readonly config: WechatyConfig
  readonly quirks: Quirks
  readonly timers: Timers
}

/** Reads one message of a session; a puppet that stumbles is asked three times. Throws when it stays unreadable. */
export async function readMessage(
  session: Session,
  roster: Roster,
  id: string,
  deps: Deps,
): Promise<Read | Skipped> {
  const { puppet, selfId } = session
  const { quirks, timers, config } = deps
  const payload = await persistently(timers, () => puppet.messagePayload(id))
  const { talkerId, roomId, text: shown = '', mentionIdList } = flat(payload)
  if (talkerId === selfId) return 'own'
  const what = kinds[payload.type as number]
  if (what === undefined) return 'not-text'
  if (!talkerId || talkerId === roomId) return 'nobody'
  // Said to the bot it is a report passed on; in a room it is somebody else's talk.
  if (what === 'forward' && roomId !== null) return 'not-text'
  const isText = what === 'words' || what === 'forward'
  const raw = quirks.rawText && isText ? await rawPayload(session, id) : null
  const card = what === 'forward' ? readChatRecord(uncutCard(raw) ?? shown) : null
  const whole = what === 'words' ? (uncutText(raw, roomId !== null) ?? shown) : ''
  const quoted = what === 'words' ? splitQuote(whole) : null
  const text = card ? rendered(card) : what === 'voice' ? voiceText : (quoted?.text ?? whole)
  const byId = !quirks.guessedMentions && mentionIdList.includes(selfId)
  return {
    id,
    what,
    room: roomId,
    sender: talkerId,
    text,
    at: sentAt(payload.timestamp, timers.now()),
    recalled: what === 'recall' ? recalledId(shown) : null,
    mentionsBot: roomId !== null && (byId || mentions(text, await ownNames(session, roster, roomId, config))),
    quote: quoted ? { name: quoted.name, text: quoted.quote } : null,
    forwarded: card?.messages ?? null,
  }
}

/** A merged forward as words: what tells one from another, and what a log of replies may show. */
const rendered = ({ title, messages }: ChatRecord): string =>
  [title || '聊天记录', ...messages.map(({ name, text }) => `${name}：${text}`)].join('\n')

// Protected in the types, public in fact; only web WeChat's puppet needs it.
async function rawPayload({ puppet }: Session, id: string): Promise<unknown> {
  const inside = puppet as unknown as { messageRawPayload(id: string): Promise<unknown> }
  return inside.messageRawPayload(id).catch(() => null)
}

async function ownNames(
  session: Session,
  roster: Roster,
  room: string,
  config: WechatyConfig,
): Promise<readonly string[]> {
  const { call } = await roster.member(room, session.selfId)
  return [...config.botNames, session.selfName(), call]
}

function flat(payload: payloads.Message) {
  const { talkerId, text, roomId } = payload
  const mentionIdList = 'mentionIdList' in payload ? (payload.mentionIdList ?? []) : []
  return { talkerId, text, roomId: roomId ? roomId : null, mentionIdList }
}

async function persistently<T>(timers: Timers, work: () => Promise<T>): Promise<T> {
  const once = (): Promise<T> =>
    within(timers, 8_000, work(), () => {
      throw new Error('no answer')
    })
  for (let pause = 200; pause <= 400; pause *= 2) {
    try {
      return await once()
    } catch {
      await new Promise<void>((resolve) => timers.after(pause, resolve))
    }
  }
  return once()
}

/** Saves what came with a message; null when it could not be had. The path is relative to the data folder. */
export async function fetchFile(
  session: Session,
  read: Read,
  { config, timers }: Deps,
): Promise<Pick<Message, 'image' | 'file'> | null> {
  const { puppet } = session
  const fetched = (async () => {
    const box = await puppet.messageFile(read.id)
    return saveFile(config.folder, read.id, new Date(read.at), box, config.maxFileBytes)
  })().catch(() => null)
  const saved = await within(timers, 60_000, fetched, () => null)
  if (!saved?.ok) return null
  return read.what === 'image' ? { image: saved.value } : { file: saved.value }
}
