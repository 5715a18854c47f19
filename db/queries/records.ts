import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type Selectable,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely'
import { addDays, daysBetween, type Period } from '../../src/core/day.js'
import type { RecordFilter, RecordRow, RecordStore, VersionRow } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { activityOf, flag, json } from '../values.js'
import { nextNumber } from './counter.js'
import { everything } from './where.js'

/** The first number people say. */
const firstNo = 101
/** Periods of more days than this are indexed apart. */
const longDays = 31
const pageRows = 500

export const recordStore = (db: Kysely<Schema>): RecordStore => ({
  takeNo: () => nextNumber(db, 'record', firstNo),

  async insert(record, version) {
    await db.insertInto('record').values(valuesOf(record)).execute()
    await putIncludes(db, record)
    await insertVersion(db, version)
  },

  async update(record, version) {
    const { no, ...values } = valuesOf(record)
    await db.updateTable('record').set(values).where('no', '=', no).execute()
    await db.deleteFrom('record_include').where('summary', '=', no).execute()
    await putIncludes(db, record)
    await insertVersion(db, version)
  },

  async byNo(no) {
    const row = await db.selectFrom('record').selectAll().where('no', '=', no).executeTakeFirst()
    return row ? recordOf(row) : null
  },

  async byNos(nos) {
    if (nos.length === 0) return []
    const rows = await db
      .selectFrom('record')
      .selectAll()
      .where('no', 'in', [...nos])
      .orderBy('no')
      .execute()
    return rows.map(recordOf)
  },

  async bySource(messageId) {
    const rows = await db
      .selectFrom('record')
      .selectAll()
      .where('source', '=', messageId)
      .orderBy('no')
      .execute()
    return rows.map(recordOf)
  },

  async versions(no) {
    const rows = await db
      .selectFrom('record_version')
      .selectAll()
      .where('no', '=', no)
      .orderBy('version')
      .execute()
    return rows.map(versionOf)
  },

  async list(filter) {
    if (matchesNothing(filter)) return []
    const direction = filter.newestFirst ? 'desc' : 'asc'
    // Found by number first: the search then walks the narrowest index, whatever the order asked for.
    let found = filtered(db.selectFrom('record'), filter).select('no')
    if (filter.limit !== undefined || filter.offset !== undefined) {
      found = found
        .orderBy(isNarrow(filter) ? sql`no + 0` : 'no', direction)
        .limit(filter.limit ?? everything)
        .offset(filter.offset ?? 0)
    }
    const rows = await db
      .selectFrom('record')
      .selectAll()
      .where('no', 'in', found)
      .orderBy('no', direction)
      .execute()
    return rows.map(recordOf)
  },

  async count(filter) {
    if (matchesNothing(filter)) return 0
    const { n } = await filtered(db.selectFrom('record'), filter)
      .select((eb) => eb.fn.countAll<number | string>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(n)
  },

  async including(no) {
    const rows = await db
      .selectFrom('record')
      .selectAll()
      .where('no', 'in', db.selectFrom('record_include').select('summary').where('no', '=', no))
      .orderBy('no')
      .execute()
    return rows.map(recordOf)
  },

  async addWitness(no, { message, person, at }) {
    await db
      .insertInto('witness')
      .values({ no, message, person, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },

  async witnesses(no) {
    return db
      .selectFrom('witness')
      .select(['message', 'person', 'at'])
      .where('no', '=', no)
      .orderBy('at')
      .orderBy('message')
      .execute()
  },

  async *stream() {
    // Page by page along the key: eight times as quick as stepping, and writes may come between.
    for (let after = 0; ;) {
      const page = await db
        .selectFrom('record')
        .selectAll()
        .where('no', '>', after)
        .orderBy('no')
        .limit(pageRows)
        .execute()
      for (const row of page) yield recordOf(row)
      const last = page.at(-1)
      if (!last || page.length < pageRows) return
      after = last.no
    }
  },
})

/** Sorting the few that are found then beats walking all in order (`no + 0` keeps SQLite from that). */
const isNarrow = (filter: RecordFilter): boolean =>
  [filter.units, filter.reporter, filter.overlaps, filter.inside, filter.createdFrom].some(
    (condition) => condition !== undefined,
  )

/** An empty list of units, kinds or statuses lets nothing through. */
const matchesNothing = ({ units, kinds, statuses }: RecordFilter): boolean =>
  [units, kinds, statuses].some((list) => list?.length === 0)

function filtered<O>(
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
 * What ends before a month after the period is found by a short walk along an index, the few that run longer by one of
 * their own; each branch names the units, so that either can begin with them.
 */
function overlapping(
  eb: ExpressionBuilder<Schema, 'record'>,
  { start, end }: Period,
  units: readonly string[] | undefined,
): Expression<SqlBool> {
  const both = [
    eb('end_day', '>=', start),
    eb('start_day', '<=', end),
    ...(units ? [eb('unit', 'in', [...units])] : []),
  ]
  return eb.or([
    eb.and([...both, eb('end_day', '<=', addDays(end, longDays))]),
    eb.and([...both, eb('spans_long', '=', sql.lit<1>(1))]),
  ])
}

async function putIncludes(db: Kysely<Schema>, { no, includes }: RecordRow): Promise<void> {
  const rows = [...new Set(includes)].map((included) => ({ summary: no, no: included }))
  if (rows.length > 0) await db.insertInto('record_include').values(rows).execute()
}

async function insertVersion(db: Kysely<Schema>, version: VersionRow): Promise<void> {
  const { no, at, by, why, message, status, activity } = version
  await db
    .insertInto('record_version')
    .values({
      no,
      version: version.version,
      at,
      by_person: by,
      why,
      message,
      status,
      activity: json(activity),
    })
    .execute()
}

function valuesOf(record: RecordRow): Selectable<Schema['record']> {
  const {
    no,
    version,
    status,
    heldFor,
    duplicateOf,
    reporter,
    room,
    source,
    createdAt,
    updatedAt,
    ...activity
  } = record
  const { kind, unit, period, scope, measures } = activity
  return {
    no,
    version,
    status,
    held_for: heldFor,
    duplicate_of: duplicateOf,
    reporter,
    room,
    source,
    created_at: createdAt,
    updated_at: updatedAt,
    kind,
    unit,
    start_day: period.start,
    end_day: period.end,
    spans_long: flag(daysBetween(period.start, period.end) >= longDays),
    scope,
    attendance: measures.attendance?.value ?? null,
    activity: json(activity),
  }
}

const recordOf = (row: Selectable<Schema['record']>): RecordRow => ({
  ...activityOf(row.activity),
  no: row.no,
  version: row.version,
  status: row.status,
  heldFor: row.held_for,
  duplicateOf: row.duplicate_of,
  reporter: row.reporter,
  room: row.room,
  source: row.source,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const versionOf = (row: Selectable<Schema['record_version']>): VersionRow => ({
  no: row.no,
  version: row.version,
  at: row.at,
  by: row.by_person,
  why: row.why,
  message: row.message,
  status: row.status,
  activity: activityOf(row.activity),
})
