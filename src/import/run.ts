import { createHash } from 'node:crypto'
import { hear } from '../bot.js'
import { readCall } from '../converse/call.js'
import { parseCorrection } from '../converse/correction-words.js'
import { turnOf } from '../converse/turn-of.js'
import type { Message } from '../core/message.js'
import { mask } from '../core/mask.js'
import { askingThreshold } from '../core/report.js'
import type { House } from '../house.js'
import type { Database, Instant, RecordRow, Store } from '../store.js'
import { instant } from '../turn.js'
import { understand } from '../understand/index.js'
import { heardBefore } from './known.js'
import type { Said } from './said.js'
import { importStore } from './store.js'
import { personOf } from './who.js'

export interface ImportOptions {
  readonly db: Database
  readonly house: House
  readonly room: string
  readonly said: readonly Said[]
  readonly now: Date
  /** Called now and then with how many messages were read. */
  readonly progress?: (done: number, all: number) => void
}

export interface ImportSummary {
  readonly messages: number
  /** Records newly made, counted and held. */
  readonly records: readonly number[]
  /** Corrections of such records that were carried out. */
  readonly corrected: number
  /** Reports that wait for somebody's word (待办, 漏网, 待核). */
  readonly doubtful: number
  /** Corrections that did not say clearly what to change, or came days later: line of the record. */
  readonly unclear: readonly number[]
  /** Reports that were on record already. */
  readonly known: number
  /** Messages of other rooms. */
  readonly elsewhere: number
  /** First and last message read; null without any. */
  readonly from: Instant | null
  readonly to: Instant | null
}

/** Only the beginning of a long text is read, as in the room. */
const longestRead = 20_000
/** Other people's articles; they go to the 漏网 list where they name us. */
const articleLength = 600
/** How long after a report its sender may correct it by saying so. */
const correctionMs = 24 * 3600_000

/**
 * Takes up the messages of a record, each with its own time and once for all: what it reports is recorded as in the
 * room, but nobody is answered or asked. What was said to the bot and orders by number are left alone: they were for
 * then. A correction is carried out only where the report before it came from this record too.
 */
export async function importRecord(options: ImportOptions): Promise<ImportSummary> {
  const { db, house, room, said, now, progress } = options
  const here = said.filter((s) => s.room === null || s.room === room)
  const open = await db.read(waiting)
  const last = new Map<string, { readonly id: string; readonly at: number }>()
  const records: number[] = []
  const unclear: number[] = []
  let [corrected, known] = [0, 0]
  for (const [i, one] of here.entries()) {
    progress?.(i, here.length)
    const heard = read(one, house, room)
    if (heard === null) continue
    const before = heard.what === 'correction' ? last.get(one.sender) : undefined
    if (heard.what === 'correction') {
      if (before === undefined) continue
      if (heard.at.getTime() - before.at > correctionMs) {
        unclear.push(one.line)
        continue
      }
    }
    const outcome = await db.work((store) =>
      take(store, { house, room, now }, heard, one, before?.id ?? null),
    )
    if (heard.what === 'report') {
      if (outcome.is === 'known') known++
      // What was heard live was corrected live as well.
      if (outcome.own) last.set(one.sender, { id: heard.id, at: heard.at.getTime() })
      else last.delete(one.sender)
    }
    if (outcome.is === 'new') records.push(...outcome.records)
    if (outcome.is === 'corrected') corrected++
    if (outcome.is === 'unclear') unclear.push(one.line)
  }
  progress?.(here.length, here.length)
  const times = here.map((s) => instant(instantOf(s, house))).sort()
  return {
    messages: here.length,
    records,
    corrected,
    unclear,
    doubtful: (await db.read(waiting)) - open,
    known,
    elsewhere: said.length - here.length,
    from: times[0] ?? null,
    to: times.at(-1) ?? null,
  }
}

interface Heard {
  readonly what: 'report' | 'correction'
  readonly id: string
  readonly at: Date
  readonly words: string
}
type Outcome =
  /** `own`: it came from a record like this one. */
  | { readonly is: 'known'; readonly own: boolean }
  | { readonly is: 'new'; readonly own: true; readonly records: readonly number[] }
  | { readonly is: 'corrected' | 'unclear'; readonly own: false }

/** What of a message concerns the record at all; most of a chat does not. */
function read(said: Said, house: House, room: string): Heard | null {
  const { bot } = house.org
  if ([bot.name, ...bot.aliases].includes(said.sender)) return null
  const words = readCall(withoutQuote(said.text), bot).words.trim()
  const at = instantOf(said, house)
  const heard = { id: idOf(room, said, at), at, words }
  if (parseCorrection(words, false)) return { ...heard, what: 'correction' }
  const sentAt = house.zone.local(at)
  const reading = understand(words.slice(0, longestRead), { units: house.units, sentAt })
  const reports = reading.reports.some((r) => r.confidence >= askingThreshold)
  const perhaps = words.includes('接龙') || words.length > articleLength
  return reports || perhaps ? { ...heard, what: 'report' } : null
}

/** One message in its transaction. `corrects`: the message whose record a correction is about. */
async function take(
  store: Store,
  { house, room, now }: Pick<ImportOptions, 'house' | 'room' | 'now'>,
  { id, at, words }: Heard,
  said: Said,
  corrects: string | null,
): Promise<Outcome> {
  const own = (await store.records.bySource(id)).length > 0
  if (own || (await store.seen.has(id)) || (await store.sources.get(id))) return { is: 'known', own }
  const sender = await personOf(store, house, said)
  const source = {
    messageId: id,
    room,
    sender: sender.id,
    senderName: sender.name,
    sentAt: instant(at),
    text: mask(words).text,
  }
  if (corrects === null && (await heardBefore(store, house, source))) return { is: 'known', own: false }
  await store.seen.mark(id, house.zone.local(now).day)
  const message: Message = {
    id,
    room,
    sender,
    text: words,
    sentAt: at,
    late: true,
    ...(corrects === null ? {} : { quotes: { id: corrects } }),
  }
  const versions = async (): Promise<number> =>
    corrects === null
      ? 0
      : (await store.records.bySource(corrects)).reduce((sum, record) => sum + record.version, 0)
  const before = await versions()
  await hear(await turnOf(importStore(store), house, message, now))
  if (corrects !== null) return { is: (await versions()) > before ? 'corrected' : 'unclear', own: false }
  const records = await store.records.bySource(id)
  for (const record of records) if (record.status === 'held') await listHeld(store, record, now)
  return { is: 'new', own: true, records: records.map((r) => r.no) }
}

/** In a room its sender would have been asked; here the office has to look. */
async function listHeld(store: Store, { no, unit, heldFor }: RecordRow, now: Date): Promise<void> {
  const text =
    heldFor === 'branch'
      ? `导入的${no}号不知道是哪个分会的，还没算。请说“${no}号改成”，后面写上分会的名字。`
      : `导入的${no}号写得前后不一，还没算。说“看${no}”查对。`
  await store.todos.insert({
    unit,
    what: 'other',
    record: no,
    ref: null,
    person: null,
    text,
    data: null,
    at: instant(now),
    status: 'open',
  })
}

/** What waits for somebody's word. */
async function waiting(store: Store): Promise<number> {
  const [todos, missed] = [await store.todos.open('all'), await store.missed.open()]
  const held = await store.records.count({ statuses: ['held'] })
  // An unsure report stands on both lists.
  const listed = new Set([
    ...todos
      .filter((t) => t.what === 'held')
      .map((t) => (t.data as { source?: string }).source ?? `#${t.id}`),
    ...missed.map((m) => m.message),
  ])
  return listed.size + todos.filter((t) => t.what === 'joint').length + held
}

/** Stable over exports of one chat: who said what when, to the minute. */
function idOf(room: string, { sender, text }: Said, at: Date): string {
  const minute = Math.floor(at.getTime() / 60_000)
  const facts = JSON.stringify([room, sender, minute, text.replace(/\s+/g, ' ').trim()])
  return `import:${createHash('sha256').update(facts).digest('base64url').slice(0, 32)}`
}

function instantOf({ at }: Said, { zone }: House): Date {
  if (at instanceof Date) return at
  const minute = Math.floor(at.second / 60)
  return new Date(zone.at(at.day, minute).getTime() + (at.second % 60) * 1000)
}

/** 「李工：原话」, a line of dashes, then what was said. */
function withoutQuote(text: string): string {
  if (!text.startsWith('「')) return text
  const m = /」\s{0,4}\n\s{0,4}(?:- ){5,30}-?\s{0,4}\n/.exec(text.slice(0, 5000))
  return m ? text.slice(m.index + m[0].length) : text
}
