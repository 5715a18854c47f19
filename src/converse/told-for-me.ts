import type { RecordFilter, RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import { readBehalf } from './behalf-words.js'

/**
 * What another told for the sender by name (周树人老师托我报：…) before the sender was known: kept under who told it, and the
 * sender's own all the same.
 */
export async function toldForMe({ store, sender }: Turn, filter: RecordFilter): Promise<RecordRow[]> {
  if (sender.unit === null || sender.name.length < 2) return []
  const near = await store.records.list({ ...filter, units: [sender.unit] })
  const mine: RecordRow[] = []
  for (const r of near) {
    if (r.reporter === sender.id || !r.speakers.includes(sender.name)) continue
    const text = (await store.sources.get(r.source))?.text ?? ''
    if (readBehalf(text)?.name === sender.name) mine.push(r)
  }
  return mine
}
