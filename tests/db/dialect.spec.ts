import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { storageFault } from '../../db/fault.js'
import {
  connect,
  createTables,
  setup,
  fill,
  increment,
  numberOf,
  insert,
  failure,
} from './dialect-support.js'
import { temporaryFolder } from './support.js'

test('fifty transactions that read and then write lose none', async () => {
  const { db } = await setup()
  await insert(db, 1, 0)
  await Promise.all(Array.from({ length: 50 }, () => increment(db, 1)))
  expect(await numberOf(db, 1)).toBe(50)
})

test('a write beside a transaction that rolls back survives', async () => {
  const { db } = await setup()
  let beside: Promise<unknown> | undefined
  const rolledBack = db.transaction().execute(async (trx) => {
    await insert(trx, 1)
    beside = insert(db, 2)
    await sleep(10)
    throw new Error('undo')
  })
  await expect(rolledBack).rejects.toThrow('undo')
  await beside
  expect(await db.selectFrom('counter').select('id').execute()).toEqual([{ id: 2 }])
})

test('a savepoint goes back without its transaction', async () => {
  const { db } = await setup()
  const trx = await db.startTransaction().execute()
  await insert(trx, 1)
  const inner = await trx.savepoint('one "quoted" name').execute()
  await insert(inner, 2)
  await inner.rollbackToSavepoint('one "quoted" name').execute()
  await inner.releaseSavepoint('one "quoted" name').execute()
  await trx.commit().execute()
  expect(await db.selectFrom('counter').select('id').execute()).toEqual([{ id: 1 }])
})

test('two processes that read and then write never find the database busy', async () => {
  const { db, filename } = await setup()
  const other = connect(filename)
  await insert(db, 1, 0)
  await Promise.all([db, other].flatMap((d) => Array.from({ length: 20 }, () => increment(d, 1))))
  expect(await numberOf(db, 1)).toBe(40)
})

test('a stream broken off holds nothing up', async () => {
  const { db } = await setup()
  await fill(db, 1000)
  let seen = 0
  for await (const _ of db.selectFrom('big').selectAll().stream(10)) if (++seen > 25) break
  await insert(db, 1)
  const checkpoint = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
  expect(checkpoint.rows[0]?.busy).toBe(0)
})

test('a stream reads on only as far as it is asked', async () => {
  const { db } = await setup()
  await fill(db, 20_000)
  const heapAtStart = process.memoryUsage().heapUsed
  let heapAtFirst = 0
  let seen = 0
  for await (const _ of db.selectFrom('big').selectAll().stream(100)) {
    if (++seen === 1) heapAtFirst = process.memoryUsage().heapUsed
  }
  expect(seen).toBe(20_000)
  expect(heapAtFirst - heapAtStart).toBeLessThan(2.5e6) // all rows are some 8 MB
})

test('open streams, read and written between, block neither each other nor themselves', async () => {
  const { db } = await setup()
  await fill(db, 20)
  let rows = 0
  for await (const a of db.selectFrom('big').select('id').stream(5)) {
    for await (const b of db.selectFrom('big').select('id').limit(6).stream(2)) {
      for await (const _ of db.selectFrom('big').select('id').limit(2).stream(1)) rows++
      if (b.id === 1) await insert(db, a.id)
    }
  }
  expect(rows).toBe(20 * 6 * 2)
})

test('every statement says how many rows it changed', async () => {
  const { db } = await setup()
  const two = [
    { id: 1, n: 1 },
    { id: 2, n: 1 },
  ]
  const inserted = await db.insertInto('counter').values(two).executeTakeFirst()
  expect(inserted.numInsertedOrUpdatedRows).toBe(2n)
  const ignored = await db
    .insertInto('counter')
    .values(two)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  expect(ignored).toMatchObject({ numInsertedOrUpdatedRows: 0n, insertId: undefined })
  const updated = await db.updateTable('counter').set({ n: 7 }).executeTakeFirst()
  expect(updated.numUpdatedRows).toBe(2n)
  expect(await db.insertInto('counter').values({ id: 3, n: 1 }).returning('id').execute()).toEqual([
    { id: 3 },
  ])
  expect((await db.deleteFrom('counter').where('id', '=', 2).executeTakeFirst()).numDeletedRows).toBe(1n)
  expect(await db.deleteFrom('counter').where('id', '=', 3).returning('id').execute()).toHaveLength(1)
})

test('a read does not wait for an open write transaction', async () => {
  const { db } = await setup()
  await db.transaction().execute(async (trx) => {
    await insert(trx, 1)
    expect(await numberOf(db, 1)).toBeUndefined()
  })
  expect(await numberOf(db, 1)).toBe(1)
})

test('reads see every commit that came before them, also after a statement was explained', async () => {
  const { db } = await setup()
  for (const id of [1, 2, 3]) {
    await sql`explain query plan select * from counter`.execute(db)
    await insert(db, id)
    expect(await numberOf(db, id)).toBe(1)
  }
})

test('a read-only transaction sees one moment and cannot write', async () => {
  const { db } = await setup()
  await insert(db, 1, 1)
  await db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      expect(await numberOf(trx, 1)).toBe(1)
      await increment(db, 1)
      expect(await numberOf(trx, 1)).toBe(1)
      expect(storageFault(await failure(insert(trx, 2)))).toBe('read_only')
    })
  expect(await numberOf(db, 1)).toBe(2)
})

test('the event loop lives during a long query', async () => {
  const { db } = await setup()
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  await sql`with recursive r(i) as (select 1 union all select i + 1 from r where i < 2000000)
            select sum(i) from r`.execute(db)
  clearInterval(turning)
  expect(turns).toBeGreaterThan(5)
})

test('statements written by hand report changes and rows', async () => {
  const { db } = await setup()
  await insert(db, 1)
  expect((await sql`update counter set n = 2`.execute(db)).numAffectedRows).toBe(1n)
  const common = sql`with z as (select 1 as i) update counter set n = 3 where id in (select i from z) returning n`
  expect((await common.execute(db)).rows).toEqual([{ n: 3 }])
})

test('closing leaves the file alone, without -wal and -shm', async () => {
  const filename = join(temporaryFolder(), 'close.db')
  const db = connect(filename)
  await createTables(db)
  const late = insert(db, 1)
  const stream = db.selectFrom('counter').selectAll().stream()
  await stream.next()
  expect(existsSync(`${filename}-wal`)).toBe(true)
  await late
  await db.destroy()
  expect(existsSync(`${filename}-wal`)).toBe(false)
  expect(existsSync(`${filename}-shm`)).toBe(false)
})

test('settings hold on the writer and on readers', async () => {
  const { db } = await setup()
  const settings = sql`select (select journal_mode from pragma_journal_mode) as journal,
    (select synchronous from pragma_synchronous) as synchronous,
    (select foreign_keys from pragma_foreign_keys) as foreign_keys,
    (select trusted_schema from pragma_trusted_schema) as trusted_schema`
  const expected = [{ journal: 'wal', synchronous: 2, foreign_keys: 1, trusted_schema: 0 }]
  expect((await settings.execute(db)).rows).toEqual(expected)
  await db.transaction().execute(async (trx) => expect((await settings.execute(trx)).rows).toEqual(expected))
})

test('in memory there is one connection, and streams and reads see what was written', async () => {
  const db = connect(':memory:')
  await createTables(db)
  await fill(db, 10)
  let seen = 0
  for await (const { id } of db.selectFrom('big').select('id').stream(3)) {
    seen++
    await insert(db, id)
  }
  expect(seen).toBe(10)
  expect(await db.selectFrom('counter').select('id').execute()).toHaveLength(10)
})
