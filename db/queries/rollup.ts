import type { Kysely, Selectable } from 'kysely'
import { isZero, type Sums } from '../../src/core/totals.js'
import type { RollupRow, RollupStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { flag } from '../values.js'

const sums = ['entries', 'sessions', 'attendance', 'materials', 'count', 'adopted', 'approx', 'gaps'] as const
const rowsAtOnce = 500

interface SumQuery {
  readonly units: readonly string[]
  readonly own: boolean
  readonly cells: readonly string[]
  readonly kinds?: readonly Schema['rollup']['kind'][]
}

export const rollupStore = (db: Kysely<Schema>): RollupStore => ({
  async add(rows) {
    for (const some of inChunks(inKeyOrder(rows.map(valuesOf)))) {
      await db
        .insertInto('rollup')
        .values(some)
        .onConflict((conflict) =>
          conflict.columns(['unit', 'own', 'cell', 'kind']).doUpdateSet((eb) => {
            const added = (name: (typeof sums)[number]) =>
              eb(`rollup.${name}`, '+', eb.ref(`excluded.${name}`))
            return {
              entries: added('entries'),
              sessions: added('sessions'),
              attendance: added('attendance'),
              materials: added('materials'),
              count: added('count'),
              adopted: added('adopted'),
              approx: added('approx'),
              gaps: added('gaps'),
            }
          }),
        )
        .execute()
    }
  },

  sum: ({ unit, ...query }) => summed(db, { units: [unit], ...query }),

  sumEach: (query) => summed(db, query),

  async all() {
    const rows = await db
      .selectFrom('rollup')
      .selectAll()
      .orderBy('unit')
      .orderBy('cell')
      .orderBy('kind')
      .orderBy('own')
      .execute()
    return rows.map(({ own, ...row }) => ({ ...row, own: own === 1 }))
  },

  async replace(rows) {
    await db.deleteFrom('rollup').execute()
    for (const some of inChunks(inKeyOrder(rows.map(valuesOf)))) {
      await db.insertInto('rollup').values(some).execute()
    }
  },
})

async function summed(
  db: Kysely<Schema>,
  { units, own, cells, kinds }: SumQuery,
): Promise<(Sums & Pick<RollupRow, 'unit' | 'kind'>)[]> {
  if (units.length === 0 || cells.length === 0 || kinds?.length === 0) return []
  let query = db
    .selectFrom('rollup')
    .where('unit', 'in', [...units])
    .where('own', '=', flag(own))
    .where('cell', 'in', [...cells])
  if (kinds) query = query.where('kind', 'in', [...kinds])
  const rows = await query
    .select(['unit', 'kind'])
    .select((eb) => sums.map((name) => eb.fn.sum<number | string>(name).as(name)))
    .groupBy(['unit', 'kind'])
    .orderBy('unit')
    .orderBy('kind')
    .execute()
  return rows
    .map((row) => ({
      unit: row.unit,
      kind: row.kind,
      // PostgreSQL returns sums of integers as text.
      ...(Object.fromEntries(sums.map((name) => [name, Number(row[name])])) as unknown as Sums),
    }))
    .filter((row) => !isZero(row))
}

type Cell = Selectable<Schema['rollup']>

const valuesOf = ({ own, unit, cell, kind, ...rest }: RollupRow): Cell => ({
  unit,
  cell,
  kind,
  own: flag(own),
  ...(Object.fromEntries(sums.map((name) => [name, rest[name]])) as unknown as Sums),
})

/** Writers that take their cells in one order never wait for each other in a circle. */
const inKeyOrder = (rows: Cell[]): Cell[] => {
  const keyed = rows.map((row) => ({ row, key: `${row.unit}\n${row.own}\n${row.cell}\n${row.kind}` }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row)
}

function* inChunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce)
}
