import { EventEmitter } from 'node:events'
import { deliver, type SimEvent, type SimMessage } from './messages.js'

/** A person of the simulated network. `key` never changes; the id a puppet shows may (see `Settings.changingIds`). */
export interface SimPerson {
  readonly key: string
  name: string
  /** 备注, as the bot's account keeps it. */
  remark?: string
}

export interface SimRoom {
  readonly key: string
  topic: string
  /** Member key → 群昵称 (empty: none). */
  readonly members: Map<string, string>
}

/** How the simulated network behaves; every field may be changed while it runs. */
export interface Settings {
  /** As web WeChat: ids are new at every login. */
  changingIds: boolean
  /** As wechat4u: text is cut at the second `:\n`, `&` stays an entity, the raw payload keeps all. */
  cutsText: boolean
  /** Whether a mention carries ids. */
  mentionIds: boolean
  /** Beats every `beatMs`; 0: a server that never does. */
  beatMs: number
  /** What `start()` does: works; resolves and never logs in; never settles; rejects. */
  start: 'ok' | 'lie' | 'hang' | 'throw'
  /** Ask for a scan before logging in; log in by `confirmScan`. */
  scan: boolean
  /** Connected and mute: no message, beat or dong gets out. What is said meanwhile is kept for `redeliver`. */
  silent: boolean
  /** What sending does; `mute`: it takes the words and never answers. */
  send: 'ok' | 'throttle' | 'reset' | 'void' | 'mute'
}

export const defaultSettings: Settings = {
  changingIds: false,
  cutsText: false,
  mentionIds: true,
  beatMs: 15_000,
  start: 'ok',
  scan: false,
  silent: false,
  send: 'ok',
}

/** A small WeChat in memory: people, rooms, what was said, and the faults of real puppets. Knows nothing of wechaty. */
export interface World {
  readonly settings: Settings
  readonly people: Map<string, SimPerson>
  readonly rooms: Map<string, SimRoom>
  readonly messages: Map<string, SimMessage>
  readonly now: () => number
  /** Emits `event` with a SimEvent. */
  readonly feed: EventEmitter<{ event: [SimEvent] }>
  /** The login session; ids depend on it when they change. */
  session: number
  counter: number
}

/** The bot's own key in every world. */
export const botKey = 'bot'

export function createWorld(settings: Partial<Settings> = {}, now: () => number = Date.now): World {
  const world: World = {
    settings: { ...defaultSettings, ...settings },
    people: new Map([[botKey, { key: botKey, name: '小科' }]]),
    rooms: new Map(),
    messages: new Map(),
    now,
    feed: new EventEmitter(),
    session: 1,
    counter: 0,
  }
  world.feed.setMaxListeners(0)
  return world
}

/** The id of a person as the puppet shows it in this session. */
export const personId = (world: World, key: string): string =>
  world.settings.changingIds ? `@s${world.session}x${key}` : `wxid_${key}`

/** The id of a room as the puppet shows it in this session. */
export const roomId = (world: World, key: string): string =>
  world.settings.changingIds ? `@@s${world.session}x${key}` : `${key}@chatroom`

/** The key behind an id of this session; undefined for an id of an earlier one. */
export function keyOf(world: World, id: string): string | undefined {
  for (const key of world.people.keys()) if (personId(world, key) === id) return key
  for (const key of world.rooms.keys()) if (roomId(world, key) === id) return key
  return undefined
}

/** Forgets people, rooms, words and settings; who is logged in stays so. */
export function empty(world: World): void {
  Object.assign(world.settings, defaultSettings)
  for (const key of world.people.keys()) if (key !== botKey) world.people.delete(key)
  world.rooms.clear()
  world.messages.clear()
}

export function addPerson(world: World, person: SimPerson): void {
  world.people.set(person.key, person)
}

export function addRoom(world: World, key: string, topic: string, members: readonly string[]): void {
  world.rooms.set(key, { key, topic, members: new Map([botKey, ...members].map((member) => [member, ''])) })
}

/** People enter a room; `by` invited them. */
export function join(world: World, room: string, by: string, people: readonly string[]): void {
  for (const key of people) world.rooms.get(room)?.members.set(key, '')
  deliver(world, { type: 'join', room, by, people, at: world.now() })
}

export function leave(world: World, room: string, by: string, people: readonly string[]): void {
  for (const key of people) world.rooms.get(room)?.members.delete(key)
  deliver(world, { type: 'leave', room, by, people, at: world.now() })
}

export function rename(world: World, room: string, by: string, topic: string): void {
  const found = world.rooms.get(room)
  if (!found) return
  const former = found.topic
  found.topic = topic
  deliver(world, { type: 'topic', room, by, topic, former, at: world.now() })
}
