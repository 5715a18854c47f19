import type { Message } from '../core/message.js'
import type { Reading } from '../core/report.js'
import type { Told } from '../ledger/record.js'
import type { PersonRow } from '../store.js'
import type { Reply, Turn } from '../turn.js'
import { understand } from '../understand/index.js'
import { ask } from './ask.js'
import { shortReceipt } from './receipts.js'
import { tellRecorded } from './told.js'

/** The turn as if its teller had said it then: what is recorded is credited, dated and compared as theirs. */
export async function toldBy(turn: Turn, teller: PersonRow, message: Message): Promise<Turn> {
  return {
    ...turn,
    sender: teller,
    message,
    sent: turn.house.zone.local(message.sentAt),
    room: message.room === undefined ? null : await turn.store.rooms.byName(message.room),
    words: message.text,
    called: false,
    quoted: [],
  }
}

/** Somebody known by name or id alone. */
export const stranger = (id: string, name: string): PersonRow => ({
  id,
  name,
  unit: null,
  role: 'member',
  duties: [],
  inOrg: false,
  receipts: 0,
  noRemindersUntil: null,
})

/** Reads a part of a text; what lies before and behind is blank, so that spans point into the whole. */
export const readPart = (
  text: string,
  start: number,
  end: number,
  turn: Pick<Turn, 'house' | 'sent'>,
): Reading =>
  understand(' '.repeat(start) + text.slice(start, end), { units: turn.house.units, sentAt: turn.sent })

/** The receipts and questions for who passed a report on: what is missing is asked of the one who is there. */
export async function tellOnBehalf(turn: Turn, told: Told): Promise<Reply[]> {
  const lacking = told.booked.find((r) => r.unit === null)
  if (!lacking) return tellRecorded(turn, told)
  const { house } = turn
  const heads = told.booked.map((r) => shortReceipt(r, house, turn.local.day))
  const rest = await tellRecorded(turn, { ...told, booked: [] })
  // the sender is not the one whose branch is asked for, so nobody is bound by the answer
  const question = await ask(
    turn,
    { to: 'here', text: `${heads.join('\n')}\n${lacking.no}号是哪个分会的？`, records: [lacking.no] },
    { about: 'unknown_branch', record: lacking.no, data: { unit: house.tree.root } },
  )
  return [...question, ...rest]
}

/** Who passed something on has had a receipt more. */
export async function countReceipt({ store, sender }: Turn): Promise<void> {
  const known = (await store.people.byId(sender.id)) ?? sender
  await store.people.put({ ...known, receipts: known.receipts + 1 })
}

/** A teller and branch in brackets behind a receipt: 「（王秀兰报的）」. */
export const noted = (replies: readonly Reply[], note: string): Reply[] =>
  replies.map((r, i) => (i === 0 && r.to === 'here' ? { ...r, text: `${r.text}（${note}）` } : r))
