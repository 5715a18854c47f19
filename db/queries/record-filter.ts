import { sql, type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely'
import { addDays, type Period } from '../../src/core/day.js'
import type { RecordFilter } from '../../src/store.js'
import type { Schema } from '../schema.js'

/** Periods of more days than this are indexed apart. */
export const longDays = 31

/** Sorting the few that are found then beats walking all in order (`no + 0` keeps SQLite from that). */
export const isNarrow = (filter: RecordFilter): boolean =>
  [filter.units, filter.reporter, filter.overlaps, filter.inside, filter.createdFrom].some(
    (condition) => condition !== undefined,
  )

/** An empty list of units, kinds or statuses lets nothing through. */
export const matchesNothing = ({ units, kinds, statuses }: RecordFilter): boolean =>
  [units, kinds, statuses].some((list) => list?.length === 0)

/** A search of records with the conditions of a filter. */
export function filtered<O>(
  query: SelectQueryBuilder<Schema, 'record', O>,
  filter: RecordFilter,
): SelectQueryBuilder<Schema, 'record', O> {
  const { units, kinds, statuses, reporter, room, scope, overlaps, inside, createdFrom, createdBefore } =
    filter
  let q = query
  if (units && !overlaps) q = q.where('unit', 'in', [...units])
  if (kinds) q = q.where('kind', 'in', [...kinds])
  if (statuses) q = q.where((eb) => eb.or(statuses.map((status) => eb('status', '=', sql.lit(status)))))
  if (reporter !== undefined) q = q.where('reporter', '=', reporter)
  if (room !== undefined) q = q.where('room', '=', room)
  if (scope) q = q.where('scope', '=', scope)
  if (createdFrom !== undefined) q = q.where('created_at', '>=', createdFrom)
  if (createdBefore !== undefined) q = q.where('created_at', '<', createdBefore)
  if (filter.withoutAttendance) q = q.where('attendance', 'is', null)
  if (inside) {
    q = q
      .where('end_day', '>=', inside.start) // follows from the next two, and bounds the walk along the index
      .where('end_day', '<=', inside.end)
      .where('start_day', '>=', inside.start)
  }
  if (overlaps) q = q.where((eb) => overlapping(eb, overlaps, units))
  return q
}

/**
 * What ends before a month after the period is found by a short walk along an index that may begin with the units; the
 * few that run longer by an index of their own (`coalesce` keeps SQLite from that of the units there).
 */
function overlapping(
  eb: ExpressionBuilder<Schema, 'record'>,
  { start, end }: Period,
  units: readonly string[] | undefined,
): Expression<SqlBool> {
  const both = [eb('end_day', '>=', start), eb('start_day', '<=', end)]
  const short = [...both, eb('end_day', '<=', addDays(end, longDays))]
  const long = [...both, eb('spans_long', '=', sql.lit<1>(1))]
  if (!units) return eb.or([eb.and(short), eb.and(long)])
  const inUnits = eb('unit', 'in', [...units])
  const inUnitsUnindexed = eb(eb.fn.coalesce('unit', sql.lit('')), 'in', [...units])
  return eb.or([eb.and([...short, inUnits]), eb.and([...long, inUnitsUnindexed])])
}
