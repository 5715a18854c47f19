import type { OutboxRow, Store } from '../store.js'

/** Sooner after its time than this nobody notices. */
const noticedMs = 60_000

/**
 * A question that left late (no connection, a slow pace, the kill switch) is open as long from then on as it was
 * meant to be: its answer must not find it closed.
 */
export async function askedLate(
  store: Store,
  row: Pick<OutboxRow, 'class' | 'room' | 'person' | 'records' | 'createdAt'>,
  at: string,
): Promise<void> {
  if (row.class !== 'question') return
  for (const no of row.records) {
    for (const question of await store.questions.aboutRecord(no)) {
      const { id, askedAt, expiresAt, ...asked } = question
      const late = Date.parse(at) - Date.parse(askedAt)
      const here = asked.room === row.room && (row.person === null || asked.person === row.person)
      // one left open before this was written is another question about the same record
      if (!here || askedAt < row.createdAt || late < noticedMs) continue
      await store.questions.close(id, 'replaced')
      const until = new Date(Date.parse(expiresAt) + late).toISOString()
      await store.questions.insert({ ...asked, askedAt: at, expiresAt: until, status: 'open' })
    }
  }
}
