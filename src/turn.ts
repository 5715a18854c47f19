import { beginning } from './core/cut.js'
import { mask } from './core/mask.js'
import type { Message } from './core/message.js'
import type { LocalTime } from './core/org.js'
import type { House } from './house.js'
import type { Context } from './understand/index.js'
import type { OutboxClass, PersonRow, RoomRow, Store } from './store.js'

/** One message being handled: everything a decision may look at. */
export interface Turn {
  readonly house: House
  readonly store: Store
  readonly now: Date
  /** Civil time now, and when the message was sent (earlier when it came late). */
  readonly local: LocalTime
  readonly sent: LocalTime
  readonly message: Message
  readonly sender: PersonRow
  /** The room it was said in; null in a private chat with the bot. */
  readonly room: RoomRow | null
  /** Said to the bot: in private, by name, by @, or quoting one of its replies. */
  readonly called: boolean
  /** The text without the call (「小科，」) and, in `quoted`, the records the quoted message is about. */
  readonly words: string
  readonly quoted: readonly number[]
}

/** Something to say. Where and when it is really said is decided by src/converse/speak.ts. */
export interface Reply {
  /** `here`: where the message was said; `sender`: to its sender in private. */
  readonly to: 'here' | 'sender' | { readonly person: string } | { readonly room: string }
  readonly class: OutboxClass
  readonly text: string
  /** One-line form for merged receipts. */
  readonly line?: string
  /** Record numbers it is about: what quoting it means. */
  readonly records?: readonly number[]
  readonly mentions?: readonly string[]
  readonly file?: string
}

/** An answer where the question was put. */
export const answer = (text: string, records: readonly number[] = []): Reply => ({
  to: 'here',
  class: 'answer',
  text,
  records,
})
/** A private line to the sender. */
export const privately = (text: string, records: readonly number[] = []): Reply => ({
  to: 'sender',
  class: 'answer',
  text,
  records,
})
/** An unasked private line to somebody. */
export const notice = (person: string, text: string, records: readonly number[] = []): Reply => ({
  to: { person },
  class: 'notice',
  text,
  records,
})

/** The same notice to each of the secretariat; none where the org file names nobody. */
export async function tellOffice(
  store: Store,
  text: string,
  records: readonly number[] = [],
): Promise<Reply[]> {
  const office = await store.people.withRole(['secretariat'])
  return office.map((p) => notice(p.id, text, records))
}

/** How the office is called in a sentence: 周老师, or 秘书处 when several or none. */
export async function officeName(store: Store): Promise<string> {
  const office = await store.people.withRole(['secretariat'])
  return office.length === 1 ? teacher(office[0]!.name) : '秘书处'
}

/** 王秀兰 → 王老师; a name that already says 老师 stays; two-character family names are kept whole. */
export function teacher(name: string): string {
  if (!name) return '老师'
  if (/老师|主任|会长|医生|秘书/.test(name)) return name
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(name)) return `${name}老师`
  const double = [
    '欧阳',
    '司马',
    '上官',
    '诸葛',
    '皇甫',
    '东方',
    '尉迟',
    '令狐',
    '慕容',
    '司徒',
    '夏侯',
    '端木',
  ]
  return `${double.find((d) => name.startsWith(d)) ?? name.charAt(0)}老师`
}

/** 王秀兰 → 王老师（王秀兰）, for whoever has to know which of several. */
export function teacherInFull(name: string): string {
  const short = teacher(name)
  return short === name || name === '' ? short : `${short}（${name}）`
}

/** What was said, for a note to somebody else: masked, then cut to what a note holds. */
export const quoted = (turn: Turn): string => beginning(mask(turn.words).text, 60)

export const instant = (d: Date): string => d.toISOString()

/** What single values said in the message are read against. */
export const contextOf = (turn: Turn): Context => ({ units: turn.house.units, sentAt: turn.sent })
