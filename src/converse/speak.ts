import { addDays } from '../core/day.js'
import type { OutboxRow } from '../store.js'
import { instant, type Reply, type Turn } from '../turn.js'

/** When the house is quiet, how much it may say, how it gathers receipts. Minutes are of the association's day. */
export const manners = {
  /** Receipts, questions and private lines wait from 21:00 to 7:30; answers to calls do not. */
  nightFrom: 21 * 60,
  nightTo: 7 * 60 + 30,
  /** Replies a room gets a day (tips not counted); above it receipts become one line at 20:30. */
  roomCap: 12,
  capAt: 20 * 60 + 30,
  /** From the third report of a burst on, receipts wait until this long after its first. */
  burstMinutes: 10,
  burstFree: 2,
  /** A question in a room is open this long after it was sent; in private three days. */
  questionMinutes: 30,
  privateQuestionMinutes: 3 * 1440,
  /** Older messages (reconnect, import) get no reply in the room. */
  lateMinutes: 10,
  /** At night an answer longer than this goes to the asker in private. */
  nightLines: 2,
} as const

/** Where a reply goes and from when. */
export interface Slot {
  readonly room: string | null
  readonly person: string | null
  readonly notBefore: Date
}

export const isLate = (turn: Turn): boolean =>
  turn.message.late === true ||
  turn.now.getTime() - turn.message.sentAt.getTime() > manners.lateMinutes * 60_000

/** Decides place and time of a reply; null: it is not said at all (a room told to be quiet gets no receipts). */
export async function slotFor(
  turn: Turn,
  reply: Pick<Reply, 'to' | 'class' | 'text' | 'line'>,
): Promise<Slot | null> {
  const own = { room: null, person: turn.sender.id }
  const called = reply.class === 'answer'
  if (typeof reply.to === 'object') {
    if ('room' in reply.to) return { room: reply.to.room, person: null, notBefore: turn.now }
    return { room: null, person: reply.to.person, notBefore: called ? turn.now : afterNight(turn) }
  }
  if (reply.to === 'sender' || turn.message.room === undefined)
    return { ...own, notBefore: called ? turn.now : afterNight(turn) }
  const room = turn.message.room
  if (isLate(turn)) return { ...own, notBefore: called ? turn.now : afterNight(turn) }
  if (turn.room?.quiet) return called ? { ...own, notBefore: turn.now } : null
  const night = isNight(turn.local.minute)
  if (called)
    return night && reply.text.split('\n').length > manners.nightLines
      ? { ...own, notBefore: turn.now }
      : { room, person: null, notBefore: turn.now }
  if (night) return { room, person: null, notBefore: afterNight(turn) }
  const said = await turn.store.outbox.sentCount(room, instant(turn.house.zone.at(turn.local.day, 0)))
  if (said >= manners.roomCap) {
    return reply.class === 'question'
      ? { ...own, notBefore: turn.now }
      : { room, person: null, notBefore: capTime(turn) }
  }
  const burst = reply.class === 'receipt' && reply.line !== undefined ? await burstEnd(turn, room) : null
  return { room, person: null, notBefore: burst ?? turn.now }
}

/** Plans the replies of a message, each once however often the message comes; `key` where they are not its first. */
export async function say(
  turn: Turn,
  replies: readonly Reply[],
  key: string = turn.message.id,
): Promise<void> {
  for (const [i, reply] of replies.entries()) {
    const slot = await slotFor(turn, reply)
    if (slot) await turn.store.outbox.plan(rowOf(turn, reply, slot), `${key}#${i}`)
  }
}

const rowOf = (
  turn: Turn,
  reply: Reply,
  slot: Slot,
): Omit<OutboxRow, 'id' | 'outNo' | 'status' | 'sentAt' | 'platformId' | 'error'> => ({
  room: slot.room,
  person: slot.person,
  class: reply.class,
  text: safe(reply.text),
  mentions: reply.mentions ?? [],
  inReplyTo: turn.message.id,
  file: reply.file ?? null,
  records: reply.records ?? [],
  line: reply.line === undefined ? null : safe(reply.line),
  notBefore: instant(slot.notBefore),
  createdAt: instant(turn.now),
})

/** No bidirectional, zero-width or control character is ever repeated into a chat. */
export const safe = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g,
      '',
    )
    .replace(/\p{Surrogate}/gu, '')

export const isNight = (minute: number): boolean => minute >= manners.nightFrom || minute < manners.nightTo

/** Now, or the next 7:30 when it is night. */
export function afterNight(turn: Pick<Turn, 'now' | 'local' | 'house'>): Date {
  const { day, minute } = turn.local
  if (!isNight(minute)) return turn.now
  return turn.house.zone.at(minute >= manners.nightFrom ? addDays(day, 1) : day, manners.nightTo)
}

const capTime = (turn: Turn): Date =>
  turn.local.minute < manners.capAt ? turn.house.zone.at(turn.local.day, manners.capAt) : turn.now

/** Counts a receipt into the room's burst; from the third on gives the instant they are said together. */
async function burstEnd(turn: Turn, room: string): Promise<Date | null> {
  const key = `burst:${room}`
  const [from, count] = ((await turn.store.settings.get(key)) ?? '0 0').split(' ').map(Number) as [
    number,
    number,
  ]
  const fresh = turn.now.getTime() - from >= manners.burstMinutes * 60_000
  const n = fresh ? 1 : count + 1
  const start = fresh ? turn.now.getTime() : from
  await turn.store.settings.set(key, `${start} ${n}`)
  return n > manners.burstFree ? new Date(start + manners.burstMinutes * 60_000) : null
}
