import { join } from 'node:path'
import type { payloads } from 'wechaty-puppet'
import type { Message, Sender } from '../../core/message.js'
import type { Notice, TransportEvents } from '../../ports.js'
import type { WechatyConfig } from './config.js'
import { openAnnounced } from './announced-file.js'
import { openHeardFile } from './heard-file.js'
import type { Identities } from './identities.js'
import type { Session } from './life.js'
import { createMemory, hashOf, type Heard, type Memory } from './memory.js'
import { createSequencer } from './order.js'
import type { Quirks } from './quirks.js'
import { fetchFile, readMessage, type Read } from './reader.js'
import { reasonOf } from './redact.js'
import { longPatienceMs, type Roster } from './roster.js'
import { within, type Timers } from './timers.js'

interface Deps {
  readonly config: WechatyConfig
  readonly quirks: Quirks
  readonly timers: Timers
  readonly identities: Identities
  readonly secrets: readonly string[]
  readonly log: (event: string, facts: Record<string, unknown>) => void
  readonly notice: (notice: Notice) => void
}

/** From what a puppet announces to what the house hears: read, put in order, each message once. */
export interface Hearing {
  readonly memory: Memory
  /** Until then, and after `close`, nothing is handed on. */
  open(events: TransportEvents): void
  hear(from: Session, book: Roster, id: string): Promise<void>
  /** Asks a new login for what the last one announced and could not give any more. */
  resume(session: Session, book: Roster): Promise<void>
  joined(book: Roster, event: payloads.EventRoomJoin): Promise<void>
  left(book: Roster, event: payloads.EventRoomLeave): Promise<void>
  /** Hands on what is held; what is not done in ten seconds is left for the next process. */
  close(): Promise<void>
}

/** Who says it and where: longer than the roster's patience, shorter than for ever. */
const namesMs = 30_000

export async function openHearing(deps: Deps): Promise<Hearing> {
  const { config, timers, identities, secrets, log, notice } = deps
  const sequence = createSequencer(timers, config.reorderMs)
  const heardFile = await openHeardFile(join(config.folder, 'heard.ndjson'))
  const memory = createMemory(heardFile.earlier)
  /** Being fetched, by login and id; whether it was announced again meanwhile. */
  const fetching = new Map<string, boolean>()
  const announced = await openAnnounced(join(config.folder, 'announced'))
  /** What the next login is asked for. */
  const unread = new Set(announced.earlier)
  /** How often each was asked for in vain. */
  const vain = new Map<string, number>()
  const waiting = new Set<() => void>()
  let current: { readonly session: Session; readonly book: Roster } | undefined
  let events: TransportEvents | undefined
  const settle = (id: string): void => {
    vain.delete(id)
    announced.settle(id)
  }
  const failed = (id: string, error: unknown): void => log('failed', { id, reason: reasonOf(error, secrets) })

  /** Fetches a message, gives it its place, and hands it on when its turn comes. */
  async function hear(from: Session, book: Roster, id: string): Promise<void> {
    const ticket = sequence.arrive()
    const key = `${from.life} ${id}`
    // Within one login the second delivery of an id is dropped at once; over two the memory decides in its turn.
    if (fetching.has(key)) {
      fetching.set(key, true)
      return sequence.drop(ticket)
    }
    fetching.set(key, false)
    announced.note(id)
    const drop = (): void => {
      settle(id)
      sequence.drop(ticket)
    }
    try {
      const read = await readMessage(from, book, id, deps)
      if (typeof read === 'string') return drop()
      // Under an id it would be recorded for nobody: better late, and only in the end so.
      const isLast = (vain.get(id) ?? 0) >= config.againMs.length
      const names = Promise.all([
        senderOf(book, read, !isLast),
        read.room === null ? null : identities.room(read.room),
      ])
      const [sender, room] = await within(timers, namesMs, names, () => {
        throw new Error('no names')
      })
      if (isIgnored(read, sender)) return drop()
      if (room && !room.told && !isLast) throw new Error('no room')
      const lane = room?.id ?? sender.id
      const run = (): Promise<void> =>
        handOn(from, read, sender, lane, room?.name).then(
          (taken) => (taken ? settle(id) : undefined),
          (error: unknown) => failed(id, error),
        )
      sequence.place(ticket, { lane, at: read.at, run })
    } catch (error) {
      sequence.drop(ticket)
      log('unreadable', { id, reason: reasonOf(error, secrets) })
      const isAnnouncedAgain = fetching.get(key) === true
      fetching.delete(key)
      if (!from.alive() || isAnnouncedAgain) askAgain(id)
      else askLater(id)
    } finally {
      fetching.delete(key)
    }
  }

  /** The connection broke between the announcement and the words: a login after it may still know them. */
  function askAgain(id: string): void {
    if (current?.session.alive()) void hear(current.session, current.book, id)
    else unread.add(id)
  }

  function askLater(id: string): void {
    const times = vain.get(id) ?? 0
    const wait = config.againMs[times]
    if (wait === undefined) {
      settle(id)
      return notice({ kind: 'unreadable', what: 'message', id })
    }
    vain.set(id, times + 1)
    const cancel = timers.after(wait, () => {
      waiting.delete(cancel)
      if (vain.has(id)) askAgain(id)
    })
    waiting.add(cancel)
  }

  async function senderOf(book: Roster, { sender, room }: Read, mustBeKnown = false): Promise<Sender> {
    const [inRoom, contact] = await Promise.all([
      room === null ? null : book.member(room, sender, longPatienceMs),
      book.contact(sender, longPatienceMs),
    ])
    if (mustBeKnown && !contact && !inRoom?.name) throw new Error('no sender')
    const nickname = contact?.name || inRoom?.name || sender
    return { id: await identities.person(sender, nickname), name: inRoom?.call || nickname }
  }

  const isIgnored = (read: Read, { id, name }: Sender): boolean =>
    config.ignore.some((bot) => bot === read.sender || bot === id || bot === name)

  /** False: the doors are closed, the next process must ask for it again. */
  async function handOn(
    from: Session,
    read: Read,
    sender: Sender,
    lane: string,
    room?: string,
  ): Promise<boolean> {
    if (!events) return false
    if (memory.known(read.id) !== undefined) return true
    const now = timers.now()
    if (read.what === 'recall') {
      const id = read.recalled ?? memory.recallable(lane, sender.id, read.at)
      if (id === undefined) {
        log('recall-of-unknown', { id: read.id })
        return true
      }
      memory.add({ id: read.id, lane, sender: '', name: '', hash: '', at: 0, life: from.life })
      await events.recall({ id: memory.known(id) ?? id, at: new Date(read.at) })
      return true
    }
    const heard: Heard = {
      id: read.id,
      lane,
      sender: sender.id,
      name: sender.name,
      hash: hashOf(read.text),
      at: read.at,
      life: from.life,
    }
    const told = read.what === 'words' || read.what === 'forward'
    const repeats = read.at < from.since && told ? memory.repeated(heard) : undefined
    if (repeats !== undefined) {
      log('repeated', { id: read.id, of: repeats })
      return true
    }
    const at = from.alive() ? from : (current?.session ?? from)
    const file = read.what === 'image' || read.what === 'file' ? await fetchFile(at, read, deps) : {}
    if (file === null)
      notice({ kind: 'unreadable', what: 'file', id: read.id, ...(room === undefined ? {} : { room }) })
    memory.add(heard)
    const quotedId = read.quote ? memory.quoted(lane, read.quote.name, read.quote.text) : undefined
    const message: Message = {
      id: read.id,
      sender,
      text: read.text,
      sentAt: new Date(read.at),
      ...(room === undefined ? {} : { room }),
      ...(read.quote
        ? { quotes: { text: read.quote.text, ...(quotedId === undefined ? {} : { id: quotedId }) } }
        : {}),
      ...(read.mentionsBot ? { mentionsBot: true } : {}),
      ...(read.forwarded ? { forwarded: read.forwarded } : {}),
      ...file,
      ...(now - read.at > config.lateMs ? { late: true } : {}),
    }
    await events.message(message)
    await heardFile.note(heard)
    return true
  }

  async function moved(
    book: Roster,
    kind: 'joined' | 'left',
    at: number,
    roomId: string,
    ids: readonly string[],
  ): Promise<void> {
    book.forget(roomId)
    const { name } = await identities.room(roomId)
    const people = await Promise.all(
      // wechat4u gives undefined for people it could not find by name.
      ids
        .filter(Boolean)
        .map((sender) => senderOf(book, { sender, room: kind === 'joined' ? roomId : null } as Read)),
    )
    notice({ kind, room: name, people, at: new Date(at < 1e11 ? at * 1000 : at) })
  }

  return {
    memory,
    open: (handlers) => {
      events = handlers
    },
    hear,
    resume: async (session, book) => {
      current = { session, book }
      const ids = [...unread]
      unread.clear()
      await Promise.all(ids.map((id) => hear(session, book, id)))
    },
    joined: (book, { timestamp, roomId, inviteeIdList }) =>
      moved(book, 'joined', timestamp, roomId, inviteeIdList),
    left: (book, { timestamp, roomId, removeeIdList }) =>
      moved(book, 'left', timestamp, roomId, removeeIdList),
    close: async () => {
      for (const cancel of waiting) cancel()
      await within(timers, 10_000, sequence.drain(), () => {})
      events = undefined
    },
  }
}
