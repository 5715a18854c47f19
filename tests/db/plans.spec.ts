import { CompiledQuery, createQueryId, type Kysely, type RootOperationNode } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/open.js'
import { recordStore } from '../../db/queries/records.js'
import type { Schema } from '../../db/schema.js'
import type { RecordFilter } from '../../src/store.js'

const day = { start: '2026-10-18', end: '2026-10-18' }
const searches: readonly (readonly [name: string, filter: RecordFilter])[] = [
  ['a day', { overlaps: day }],
  ['a day of one unit', { overlaps: day, units: ['城东'] }],
  ['a day of several units, counted ones', { overlaps: day, units: ['城东', '城西'], statuses: ['counted'] }],
  ['inside a day', { inside: day }],
  ['inside a day of one unit', { inside: day, units: ['城东'] }],
  ['the last ten of a unit', { units: ['城东'], newestFirst: true, limit: 10 }],
  ['the last of a reporter', { reporter: 'wxid_wang', newestFirst: true, limit: 1 }],
  ['what came since', { createdFrom: '2026-10-18T00:00:00.000Z' }],
  ['what is held', { statuses: ['held'] }],
]

test.each(searches)('no search reads every record: %s', async (_, filter) => {
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(opened.error.code)
  onTestFinished(() => opened.value.close())
  const { db } = opened.value
  const asked: RootOperationNode[] = []
  await recordStore(listening(db, asked)).list(filter)
  const [query] = asked
  if (!query) throw new Error('nothing was asked')
  const { sql, parameters } = db.getExecutor().compileQuery(query, createQueryId())
  const plan = await db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  )
  const steps = plan.rows.map((row) => row.detail)
  expect(steps.filter((step) => /^SCAN record(?! USING COVERING INDEX record_held)/.test(step))).toEqual([])
})

const listening = (db: Kysely<Schema>, asked: RootOperationNode[]): Kysely<Schema> =>
  db.withPlugin({
    transformQuery({ node }) {
      asked.push(node)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
