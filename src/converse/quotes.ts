import type { Message } from '../core/message.js'
import type { Store } from '../store.js'

/**
 * The record numbers a quoted message is about: a reply of the bot by its id or words, or the source message itself.
 * null: the quoted message is neither (then the quote is no call).
 */
export async function quotedRecords(store: Store, message: Message): Promise<readonly number[] | null> {
  const { id, text } = message.quotes ?? {}
  if (id !== undefined) {
    const out = /^out-(\d+)$/.exec(id)
    const row = out ? await store.outbox.byOutNo(Number(out[1])) : await store.outbox.byPlatformId(id)
    if (row) return row.records
    const told = await store.records.bySource(id)
    if (told.length > 0) return told.map((r) => r.no)
  }
  if (text === undefined || text === '') return null
  const to = message.room === undefined ? { person: message.sender.id } : { room: message.room }
  const said = (await store.outbox.recent(to, 50)).find((row) => sameWords(row.text, text))
  return said ? said.records : null
}

/** Platforms shorten what they quote: the beginning decides. */
function sameWords(sent: string, quoted: string): boolean {
  const [a, b] = [sent.replace(/\s/g, ''), quoted.replace(/[\s…]|\.\.\.$/g, '')]
  return b.length >= 6 && (a.startsWith(b.slice(0, 60)) || b.startsWith(a))
}
