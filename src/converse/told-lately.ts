import type { RecordRow } from '../store.js'
import { instant, type Turn } from '../turn.js'

const dayMs = 86_400_000

/** Whether somebody was told these very words of a record within a day, or is about to be, and nothing changed since. */
export async function toldLately(
  { store, now }: Pick<Turn, 'store' | 'now'>,
  person: string,
  text: string,
  record: Pick<RecordRow, 'updatedAt'>,
): Promise<boolean> {
  const dayAgo = instant(new Date(now.getTime() - dayMs))
  const from = record.updatedAt > dayAgo ? record.updatedAt : dayAgo
  const planned = await store.outbox.withStatus('planned', dayAgo)
  return [...(await store.outbox.recent({ person }, 50)), ...planned].some(
    (r) => r.person === person && r.text === text && r.createdAt >= from,
  )
}
