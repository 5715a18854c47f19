import { botKey, type World } from './world.js'

export const kind = {
  attachment: 'attachment',
  audio: 'audio',
  chatHistory: 'chatHistory',
  emoticon: 'emoticon',
  image: 'image',
  text: 'text',
  groupNote: 'groupNote',
  recalled: 'recalled',
  url: 'url',
  video: 'video',
} as const
export type Kind = (typeof kind)[keyof typeof kind]

export interface SimMessage {
  readonly id: string
  readonly from: string
  /** Room key; absent in a private chat with the bot. */
  readonly room?: string
  /** The other side of a private chat when the bot itself speaks. */
  readonly to?: string
  readonly text: string
  readonly at: number
  readonly type: Kind
  /** Keys of mentioned people. */
  readonly mentions: readonly string[]
  readonly file?: { readonly name: string; readonly base64: string }
}

export type SimEvent =
  | { readonly type: 'message'; readonly id: string }
  | {
      readonly type: 'join' | 'leave'
      readonly room: string
      readonly by: string
      readonly people: readonly string[]
      readonly at: number
    }
  | {
      readonly type: 'topic'
      readonly room: string
      readonly by: string
      readonly topic: string
      readonly former: string
      readonly at: number
    }
  | { readonly type: 'logout'; readonly reason: string }
  | { readonly type: 'login' }
  | { readonly type: 'reset' }
  | { readonly type: 'storm'; readonly errors: number }

/** Puts an event on the wire; a mute network swallows it. */
export function deliver(world: World, event: SimEvent): void {
  if (!world.settings.silent) world.feed.emit('event', event)
}

export interface Saying {
  readonly from: string
  readonly room?: string
  readonly to?: string
  readonly text?: string
  /** Epoch milliseconds it was sent; now when absent. */
  readonly at?: number
  readonly id?: string
  readonly type?: Kind
  readonly mentions?: readonly string[]
  readonly file?: { readonly name: string; readonly base64: string }
  /** Said while nobody was listening: kept, not delivered. */
  readonly unheard?: boolean
}

/** Somebody says something; returns the message's id. */
export function say(world: World, saying: Saying): string {
  const id = saying.id ?? `m${world.session}-${++world.counter}`
  const { from, room, to, text = '', at = world.now(), mentions = [], file, unheard = false } = saying
  const type = saying.type ?? (file ? fileKind(file.name) : kind.text)
  world.messages.set(id, {
    id,
    from,
    text,
    at,
    type,
    mentions,
    ...(room === undefined ? {} : { room }),
    ...(to === undefined ? {} : { to }),
    ...(file === undefined ? {} : { file }),
  })
  if (!unheard) deliver(world, { type: 'message', id })
  return id
}

/** Delivers a message once more; with `newId` as after a login that renumbers history. */
export function redeliver(world: World, id: string, newId?: string): string {
  const message = world.messages.get(id)
  if (!message) throw new Error(`no message ${id}`)
  const as = newId ?? id
  world.messages.set(as, { ...message, id: as })
  deliver(world, { type: 'message', id: as })
  return as
}

/** The three shapes a recall comes in: the id as text, web WeChat's XML, or nothing that names the message. */
export type RecallShape = 'id' | 'xml' | 'nothing'

/** Somebody takes a message back; returns the id of the recall itself. */
export function recall(world: World, id: string, shape: RecallShape = 'id'): string {
  const message = world.messages.get(id)
  if (!message) throw new Error(`no message ${id}`)
  const { from, room } = message
  return say(world, {
    from,
    text: recallText(world, id, from, shape),
    type: kind.recalled,
    ...(room ? { room } : {}),
  })
}

function recallText(world: World, id: string, from: string, shape: RecallShape): string {
  if (shape === 'id') return id
  if (shape === 'nothing') return ''
  const name = world.people.get(from)?.name ?? ''
  return (
    `<sysmsg type="revokemsg"><revokemsg><session>s</session><oldmsgid>77</oldmsgid><msgid>${id}</msgid>` +
    `<replacemsg><![CDATA["${name}" 撤回了一条消息]]></replacemsg></revokemsg></sysmsg>`
  )
}

/** Text of a reply that quotes `id`, as the platforms without quote fields write it. */
export function quoting(world: World, id: string, text: string): string {
  const message = world.messages.get(id)
  if (!message) throw new Error(`no message ${id}`)
  const name = world.people.get(message.from)?.name ?? ''
  return `「${name}：${message.text}」\n- - - - - - - - - - - - - - -\n${text}`
}

/** What the bot said, oldest first. */
export const saidByBot = (world: World): readonly SimMessage[] =>
  [...world.messages.values()].filter((message) => message.from === botKey && message.type !== kind.recalled)

const fileKind = (name: string): Kind =>
  /\.(?:png|jpe?g|gif)$/i.test(name) ? kind.image : /\.mp4$/i.test(name) ? kind.video : kind.attachment
