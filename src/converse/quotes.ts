import type { Message } from '../core/message.js'
import type { Store } from '../store.js'

/** What a quoted message is about. */
export interface Quoted {
  readonly records: readonly number[]
  readonly calls: boolean
}

/**
 * The record numbers a quoted message is about: a reply of the bot by its id or words, or the source message itself.
 * Quoting one of its replies is a call, quoting a member is not.
 */
export async function quotedRecords(store: Store, message: Message): Promise<Quoted> {
  const { id, text } = message.quotes ?? {}
  if (id !== undefined) {
    const out = /^out-(\d+)$/.exec(id)
    const row = out ? await store.outbox.byOutNo(Number(out[1])) : await store.outbox.byPlatformId(id)
    if (row) return { records: row.records, calls: true }
    const told = await store.records.bySource(id)
    if (told.length > 0) return { records: told.map((r) => r.no), calls: false }
  }
  if (text === undefined || text === '') return { records: [], calls: false }
  const to = message.room === undefined ? { person: message.sender.id } : { room: message.room }
  const said = (await store.outbox.recent(to, 50)).find((row) => sameWords(row.text, text))
  return { records: said?.records ?? [], calls: said !== undefined }
}

/** Platforms shorten what they quote: the beginning decides. */
function sameWords(sent: string, quoted: string): boolean {
  const [a, b] = [sent.replace(/\s/g, ''), quoted.replace(/[\s…]|\.\.\.$/g, '')]
  return b.length >= 6 && (a.startsWith(b.slice(0, 60)) || b.startsWith(a))
}
