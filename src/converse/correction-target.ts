import type { RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import type { Said } from '../understand/said.js'
import type { Correction } from './correction-words.js'
import { mayChange } from '../ledger/correct.js'
import { recentInReach } from './recent-records.js'
import { shownRecord } from './shown-record.js'
import { toldBefore } from './told-before.js'

/** The record meant: by number, by quote, or the sender's latest that fits. */
export async function targetOf(
  turn: Turn,
  c: Correction,
  said: Said,
  old: number | null,
): Promise<RecordRow | 'none'> {
  const { store } = turn
  if (c.no !== null) return (await store.records.byNo(c.no)) ?? 'none'
  if (turn.quoted.length > 0) {
    const rows = await store.records.byNos(turn.quoted)
    return (
      rows.find((r) => old === null || Object.values(r.measures).some((m) => m.value === old)) ??
      rows[0] ??
      'none'
    )
  }
  const mine = await store.records.list({
    reporter: turn.sender.id,
    statuses: ['counted', 'held'],
    newestFirst: true,
    limit: 30,
  })
  const age = (r: RecordRow): number => turn.now.getTime() - new Date(r.createdAt).getTime()
  if (old !== null) {
    const fits = mine.find(
      (r) => Object.values(r.measures).some((m) => m.value === old) && age(r) < 60 * 86_400_000,
    )
    const told = await toldBefore(turn, c.old, said)
    // both were told a moment ago: nobody knows which
    if (fits && told && age(fits) < 3_600_000) return 'none'
    if (told ?? fits) return (told ?? fits)!
    if (turn.called) {
      // what another told for them, or of their branch
      const ours = (await recentInReach(turn)).filter(
        (r) => r.status !== 'void' && Object.values(r.measures).some((m) => m.value === old),
      )
      if (ours.length === 1) return ours[0]!
    }
    // the old value has been changed meanwhile: it still names the latest record, as an outdated edit
    const former =
      turn.called || said.is === 'figure' ? await formerly(turn, mine.slice(0, 10), old) : undefined
    return former ?? 'none'
  }
  const shown = turn.called ? await shownRecord(turn) : null
  const record = shown === null ? null : await store.records.byNo(shown)
  if (record && record.status !== 'void' && mayChange(turn, record)) return record
  const hours = turn.called ? 72 : c.plain ? 12 : 1
  const last = mine.find((r) => age(r) < hours * 3_600_000)
  return last ?? 'none'
}

async function formerly(
  turn: Turn,
  records: readonly RecordRow[],
  old: number,
): Promise<RecordRow | undefined> {
  for (const r of records) {
    const versions = await turn.store.records.versions(r.no)
    if (versions.some((v) => Object.values(v.activity.measures).some((m) => m.value === old))) return r
  }
  return undefined
}
