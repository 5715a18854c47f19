import { addDays, monthOf } from '../core/day.js'
import { daysOfMonth } from '../core/month.js'
import { cellOf } from '../core/totals.js'
import type { Tree } from '../core/tree.js'
import type { RecordRow, Store } from '../store.js'
import { instant, type Turn } from '../turn.js'

/**
 * 零报告 of a unit and month. Gives the records that speak against it, and then writes nothing: who has reported had
 * something.
 */
export async function reportZero(turn: Turn, unit: string, month: string): Promise<readonly RecordRow[]> {
  const { store, house } = turn
  const told = (
    await store.records.list({
      units: house.tree.subtree(unit),
      overlaps: daysOfMonth(month),
      statuses: ['counted', 'held'],
    })
  ).filter((r) => cellOf(r.period) === month)
  if (told.length === 0)
    await store.zeros.put({
      unit,
      month,
      by: turn.sender.id,
      at: instant(turn.now),
      message: turn.message.id,
    })
  return told
}

/** A record takes the zero reports of its months back, of its unit and of those above; called with every booking. */
export async function withdrawZeros(
  store: Store,
  tree: Pick<Tree, 'ancestors'>,
  record: Pick<RecordRow, 'unit' | 'period' | 'status'>,
): Promise<void> {
  if (record.unit === null || record.status !== 'counted' || !/^\d{4}-\d\d$/.test(cellOf(record.period)))
    return
  const { start, end } = record.period
  for (let day = start; day <= end; day = addDays(daysOfMonth(monthOf(day)).end, 1))
    for (const unit of tree.ancestors(record.unit)) await store.zeros.remove(unit, monthOf(day))
}
