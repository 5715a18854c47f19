import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { wechatySchema } from '../src/transports/wechaty/config.js'
import { createPuppet } from '../src/transports/wechaty/puppet.js'
import { createWechatyTransport } from '../src/transports/wechaty/transport.js'
import { openGateway, type Gateway } from '../src/transports/wechaty/simulator/remote.js'
import { sample, type Sample } from './soak-memory.js'
import { openLedger, people, roomName, rooms, words } from './soak-ledger.js'

export interface SoakOptions {
  readonly messages: number
  /** Same seed, same run of events (not of times). */
  readonly seed: number
  readonly endpoint: string
  /** How often the gateway or the program itself stands still for 1 to 20 s, as on an overloaded machine. */
  readonly stalls: number
  readonly onProgress?: (line: string) => void
}

export interface SoakReport {
  readonly sent: number
  readonly received: number
  readonly doubled: number
  /** Announced to the program and never handed on. */
  readonly lost: number
  /** Never announced, for all the platform's history: then the soak itself is at fault. */
  readonly unheard: number
  /** Handed on after one of the same room that was sent later, though both were announced within the window. */
  readonly disordered: number
  /** The same, announced later than the window (redelivered history apart): nobody can order these. */
  readonly tooLate: number
  /** Received under another name of room or sender than it was sent in. */
  readonly misplaced: number
  readonly redelivered: number
  readonly disconnects: number
  readonly kills: number
  /** Times the gateway or the program stood still, and for how many seconds. */
  readonly stalls: number
  readonly stalledSeconds: number
  /** Messages that were reports, those with exactly one record, with none, with more. */
  readonly reports: number
  readonly recorded: number
  readonly unrecorded: number
  readonly recordedTwice: number
  /** Messages whose handling threw; the first are shown on the way. */
  readonly failures: number
  /** Replies the platform took. */
  readonly replies: number
  readonly seconds: number
  /** After each fortieth of the messages. */
  readonly memory: readonly Sample[]
}

/**
 * What was sent and what came of it, by number, in memory taken beforehand: what grows then is the program's, not the
 * soak's own book-keeping.
 */
interface Book {
  readonly at: Float64Array
  readonly from: Uint8Array
  readonly room: Uint8Array
  /** When the program first heard of it; 0: not yet. */
  readonly announced: Float64Array
  readonly received: Uint8Array
  /** Sent again as history. */
  readonly again: Uint8Array
  readonly count: { sent: number; received: number }
}
const bookOf = (messages: number): Book => ({
  at: new Float64Array(messages),
  from: new Uint8Array(messages),
  room: new Uint8Array(messages),
  announced: new Float64Array(messages),
  received: new Uint8Array(messages),
  again: new Uint8Array(messages),
  count: { sent: 0, received: 0 },
})
const idOf = (n: number): string => `soak-${n}`
const numberOf = (id: string): number => Number(id.slice('soak-'.length))

const token = 'insecure_11111111-2222-4333-8444-555555555555'
const peopleKeys = Object.keys(people) as (keyof typeof people)[]
const roomKeys = Object.keys(rooms) as (keyof typeof rooms)[]
/** What the platform sends again when a client comes back: everything since then. */
const historyMs = 5_000
const windowMs = 300
const batch = 25

/**
 * Talks to the transport through a real gRPC gateway that redelivers, disorders, disconnects and is killed.
 * What the program was told of once is sent again only by the platform's history of the last seconds before an
 * interruption, so that a message dropped in calm shows as lost; what it was never told of (it was away) comes again
 * at its next login.
 */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { messages, seed, endpoint, onProgress = () => {} } = options
  const random = randomFrom(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const folder = await mkdtemp(join(tmpdir(), 'xiaoke-soak-'))
  const entry = fileURLToPath(new URL('../src/transports/wechaty/simulator/gateway.js', import.meta.url))
  const gateway = await openGateway({ entry, endpoint, token, home: folder })
  const book = bookOf(messages)
  /** By room, the one sent last of those handed on. */
  const last = new Map<string, number>()
  const counts = {
    redelivered: 0,
    disconnects: 0,
    kills: 0,
    stalls: 0,
    stalledSeconds: 0,
    disordered: 0,
    tooLate: 0,
    misplaced: 0,
  }
  const memory: Sample[] = []
  let replies = 0
  /** Ends of waiting: how often the transport came online; and the last time the platform told what was missed. */
  const client = { online: false, logins: 0 }
  let told = 1

  const limits = { backoffMs: 50, maxBackoffMs: 500, deadMs: 10_000, loginMs: 10_000 }
  const since = Date.now()
  const tell = (what: string): void => onProgress(`${((Date.now() - since) / 1000).toFixed(1)} s: ${what}`)
  const config = wechatySchema.parse({
    puppet: 'wechaty-puppet-service',
    endpoint,
    token,
    folder,
    reorderMs: windowMs,
    againMs: [1000, 5000, 15_000],
    printQr: false,
    limits,
  })
  const transport = await createWechatyTransport(config, {
    log: (event, facts) => tell(`${event} ${JSON.stringify(facts)}`),
    createPuppet: async () => {
      const puppet = await createPuppet(config)
      const emit = puppet.emit.bind(puppet) as (event: string, ...told: unknown[]) => boolean
      const heard = (event: string, ...told: unknown[]): boolean => {
        const { messageId } = (told[0] ?? {}) as { messageId?: string }
        if (event === 'message' && messageId !== undefined) book.announced[numberOf(messageId)] ||= Date.now()
        return emit(event, ...told)
      }
      return Object.assign(puppet, { emit: heard })
    },
  })
  let failures = 0
  const ledger = await openLedger(folder, transport, (facts) => {
    if (failures++ < 5) onProgress(JSON.stringify(facts).slice(0, 600))
  })
  await populate(gateway)
  await transport.start({
    message: async (message) => {
      await ledger.hear(message)
      const n = numberOf(message.id)
      if (book.received[n]!++ === 0) book.count.received++
      const room = message.room ?? ''
      const name = people[peopleKeys[book.from[n]!]!]
      if (room !== roomName(roomKeys[book.room[n]!]!) || message.sender.name !== name) counts.misplaced++
      const before = last.get(room)
      if (before === undefined || book.at[before]! <= book.at[n]!) return void last.set(room, n)
      if (book.again[n]) return
      const behind = book.announced[n]! - book.announced[before]!
      if (behind > windowMs) return void counts.tooLate++
      if (counts.disordered++ < 5) tell(`out of order: ${n} after ${before}, announced ${behind} ms after it`)
    },
    recall: async () => {},
    state: ({ state }) => {
      client.online = state === 'online'
      if (client.online) client.logins++
    },
  })
  const isOnline = async (login: number): Promise<void> => {
    for (let tries = 0; !client.online || client.logins < login; tries++) {
      if (tries > 6000) throw new Error('the transport did not come back within a minute')
      await pause(10)
    }
  }
  await isOnline(1)
  const started = Date.now()

  const say = async (n: number, unheard = false): Promise<void> => {
    const [from, room] = [peopleKeys[book.from[n]!]!, roomKeys[book.room[n]!]!]
    const saying = { id: idOf(n), from, room, text: words(n + 1).text, at: book.at[n]!, unheard }
    await gateway.control({ do: 'say', saying }).catch(() => {})
  }
  /** What a platform does when a client is back: what it missed, the last seconds once more, and some older ones. */
  const history = async (since: number, login: number): Promise<void> => {
    await isOnline(login)
    told = client.logins
    const { sent } = book.count
    const missed = Array.from({ length: sent }, (_, n) => n).filter(
      (n) => book.announced[n] === 0 || book.at[n]! >= since,
    )
    const lately = Math.min(sent, 2000)
    const older = Array.from({ length: Math.min(20, sent) }, () => sent - lately + below(lately))
    for (const n of [...missed, ...older]) {
      book.again[n] = 1
      counts.redelivered++
      await say(n)
    }
  }
  const disconnect = async (): Promise<void> => {
    counts.disconnects++
    const since = Date.now() - historyMs
    const login = client.logins + 1
    await gateway.control({ do: 'logout', reason: 'soak' })
    await pause(random() * 300)
    await gateway.control({ do: 'login' })
    await history(since, login)
  }
  const kill = async (): Promise<void> => {
    counts.kills++
    const since = Date.now() - historyMs
    const login = client.logins + 1
    await gateway.kill()
    await pause(random() * 1000)
    await gateway.start()
    await populate(gateway)
    // The platform still has the words of what it announced.
    for (let n = 0; n < book.count.sent; n++) {
      if (book.announced[n] === 0 || book.received[n] !== 0) continue
      book.again[n] = 1
      await say(n, true)
    }
    await history(since, login)
  }
  const stall = async (): Promise<void> => {
    const ms = 1000 + below(19_000)
    counts.stalls++
    counts.stalledSeconds += ms / 1000
    tell(`standing still for ${ms} ms`)
    if (random() < 0.5) void gateway.suspend(ms)
    else standStill(ms)
  }

  const { count } = book
  while (count.sent < messages) {
    for (let i = 0; i < batch && count.sent < messages; i++) {
      const n = count.sent++
      // Up to a fifth of a second out of order, within the window.
      book.at[n] = Date.now() - below(200)
      book.from[n] = below(peopleKeys.length)
      book.room[n] = below(roomKeys.length)
      void say(n)
      if (random() < 0.05) {
        counts.redelivered++
        void say(n - below(Math.min(n + 1, 500)))
      }
    }
    await pause(15)
    for (let waits = 0; count.sent - count.received > 400 && waits < 500; waits++) await pause(10)
    if (random() < 8 * (batch / messages)) await disconnect()
    if (random() < 4 * (batch / messages)) await kill()
    if (random() < options.stalls * (batch / messages)) await stall()
    if (client.online && client.logins > told) await history(Infinity, client.logins)
    if (client.online) replies += await ledger.speak()
    if (count.sent < ((memory.length + 1) * messages) / 40) continue
    memory.push(await sample(count.sent))
    if (memory.length % 4 === 0)
      onProgress(`${count.sent} sent, ${count.received} received, ${Math.round(memory.at(-1)!.rss)} MiB`)
  }
  for (let waits = 0; count.received < count.sent && waits < 1200; waits++) {
    await pause(50)
    if (waits % 100 === 99) await history(Infinity, client.logins)
  }
  const records = await ledger.records()
  await transport.stop()
  await ledger.close()
  await gateway.kill()
  await rm(folder, { recursive: true, force: true })
  const all = Array.from({ length: count.sent }, (_, n) => n)
  const reports = all.filter((n) => words(n + 1).report)
  const entries = reports.map((n) => records.get(idOf(n)) ?? 0)
  for (const n of reports.filter((n) => !records.has(idOf(n))).slice(0, 10))
    onProgress(
      `no record: ${roomKeys[book.room[n]!]} ${new Date(book.at[n]!).toISOString()} ${words(n + 1).text}`,
    )
  return {
    sent: count.sent,
    received: count.received,
    doubled: all.filter((n) => book.received[n]! > 1).length,
    lost: all.filter((n) => book.received[n] === 0 && book.announced[n] !== 0).length,
    unheard: all.filter((n) => book.announced[n] === 0).length,
    ...counts,
    reports: entries.length,
    recorded: entries.filter((count) => count === 1).length,
    unrecorded: entries.filter((count) => count === 0).length,
    recordedTwice: entries.filter((count) => count > 1).length,
    failures,
    replies,
    seconds: (Date.now() - started) / 1000,
    memory,
  }
}

async function populate({ control }: Gateway): Promise<void> {
  await control({ do: 'settings', settings: { beatMs: 1000 } })
  for (const [key, name] of Object.entries(people)) await control({ do: 'person', person: { key, name } })
  for (const room of roomKeys) await control({ do: 'room', room, topic: roomName(room), members: peopleKeys })
}

/** Nothing of this thread runs, timers and arrivals wait: as when others have the machine. */
const standStill = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

/** Mulberry32: small, and good enough to choose whom to disturb. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
