import type { Message } from '../core/message.js'
import type { House } from '../house.js'
import type { Store } from '../store.js'
import type { Turn } from '../turn.js'
import { readCall } from './call.js'
import { quotedRecords } from './quotes.js'

/** Everything known when a message is taken up. */
export async function turnOf(store: Store, house: House, message: Message, now: Date): Promise<Turn> {
  const known = await store.people.byId(message.sender.id)
  const room = message.room === undefined ? null : await store.rooms.byName(message.room)
  const call = readCall(message.text, house.org.bot)
  const quoted = message.quotes ? await quotedRecords(store, message) : null
  return {
    house,
    store,
    now,
    local: house.zone.local(now),
    sent: house.zone.local(message.sentAt),
    message,
    sender: known ?? {
      ...message.sender,
      unit: null,
      role: 'member',
      duties: [],
      inOrg: false,
      receipts: 0,
      noRemindersUntil: null,
    },
    room,
    called:
      message.room === undefined || call.called || message.mentionsBot === true || quoted?.calls === true,
    words: call.words.trim(),
    quoted: quoted?.records ?? [],
  }
}
