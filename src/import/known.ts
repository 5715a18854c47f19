import { mask } from '../core/mask.js'
import { readCall } from '../converse/call.js'
import type { House } from '../house.js'
import type { SourceRow, Store } from '../store.js'
import { instant } from '../turn.js'

const dayMs = 86_400_000

/**
 * Whether a message was heard already, live or from another record: the same sender and words within a day; in the
 * same room, the same words by the same name within a day or by anybody within a minute; or passed on in private.
 */
export async function heardBefore(
  store: Pick<Store, 'sources' | 'records'>,
  house: House,
  message: SourceRow,
): Promise<boolean> {
  if ((await store.sources.same(message, 24 * 60)).length > 0) return true
  const at = Date.parse(message.sentAt)
  const words = wordsOf(message.text, house)
  if (await passedOn(store, house, message, words)) return true
  // What was heard live was written down when it was said, or a little later.
  const near = await store.records.list({
    ...(message.room === null ? {} : { room: message.room }),
    createdFrom: instant(new Date(at - 60_000)),
    createdBefore: instant(new Date(at + dayMs)),
  })
  for (const id of new Set(near.map((r) => r.source))) {
    const source = id === message.messageId ? null : await store.sources.get(id)
    if (!source || wordsOf(source.text, house) !== words) continue
    const apart = Math.abs(Date.parse(source.sentAt) - at)
    if (apart <= 60_000 || (source.senderName === message.senderName && apart <= dayMs)) return true
  }
  return false
}

/** Fewer signs than this stand in many a text by chance. */
const shortest = 8

/** Somebody passed it on to the bot in private: then it stands, perhaps among other words, under the same sender. */
async function passedOn(
  { sources, records }: Pick<Store, 'sources' | 'records'>,
  house: House,
  { sender, sentAt, messageId }: SourceRow,
  words: string,
): Promise<boolean> {
  if (words.length < shortest) return false
  const at = Date.parse(sentAt)
  const near = await sources.ofSender(
    sender,
    instant(new Date(at - dayMs)),
    instant(new Date(at + 3 * dayMs)),
  )
  for (const source of near) {
    if (source.room !== null || source.messageId === messageId) continue
    if (!wordsOf(source.text, house).includes(words)) continue
    if ((await records.bySource(source.messageId)).length > 0) return true
  }
  return false
}

/** Words alone: no call, spaces or hidden data, which two tellings of one message may write differently. */
const wordsOf = (text: string, { org }: House): string =>
  readCall(mask(text).text, org.bot).words.replace(/\s/g, '')
