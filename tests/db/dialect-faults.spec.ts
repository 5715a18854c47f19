import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { SqliteError } from '../../db/dialect/error.js'
import { brokenConstraint, storageFault } from '../../db/fault.js'
import { connect, createTables, setup, fill, numberOf, insert, failure } from './dialect-support.js'
import { temporaryFolder } from './support.js'

test.each([
  ['unique', 'insert into counter values (1, 1)'],
  ['not_null', 'insert into counter values (2, null)'],
  ['check', 'insert into counter values (2, -1)'],
  ['datatype', `insert into counter values (2, 'many')`],
  ['foreign_key', 'delete from counter'],
])('a broken constraint is known: %s', async (kind, statement) => {
  const { db } = await setup()
  await insert(db, 1)
  if (kind === 'foreign_key') {
    await sql`create table strict_child (parent integer references counter) strict`.execute(db)
    await sql`insert into strict_child values (1)`.execute(db)
  }
  const error = await failure(
    db.transaction().execute(async (trx) => {
      await insert(trx, 9)
      await sql.raw(statement).execute(trx)
    }),
  )
  expect(brokenConstraint(error)).toBe(kind)
  expect(await numberOf(db, 9)).toBeUndefined()
  await insert(db, 9)
})

test('a commit that fails is rolled back and the next transaction works', async () => {
  const { db } = await setup()
  const orphan = db
    .transaction()
    .execute((trx) => trx.insertInto('child').values({ id: 1, parent: 999 }).execute())
  expect(brokenConstraint(await failure(orphan))).toBe('foreign_key')
  await db.transaction().execute((trx) => insert(trx, 1))
  expect(await db.selectFrom('child').selectAll().execute()).toEqual([])
})

test('a transaction that SQLite undid by itself takes nothing more', async () => {
  const { db } = await setup()
  await sql
    .raw(`create trigger undo before insert on note begin select raise(rollback, 'undone'); end`)
    .execute(db)
  const error = await failure(
    db.transaction().execute(async (trx) => {
      await insert(trx, 1)
      await failure(trx.insertInto('note').values({ id: 1, words: 'x' }).execute())
      await insert(trx, 2) // would be committed by itself
    }),
  )
  expect(error).toMatchObject({ code: 'SQLITE_ABORT' })
  expect(await db.selectFrom('counter').selectAll().execute()).toEqual([])
  await insert(db, 3)
  expect(await numberOf(db, 3)).toBe(1)
})

test('a full disk is a fault with a name, and what was committed stays', async () => {
  const filename = join(temporaryFolder(), 'full.db')
  const db = connect(filename, { maxPages: 20 })
  await createTables(db)
  await insert(db, 1)
  const error = await failure(
    db.transaction().execute(async (trx) => {
      await insert(trx, 2)
      await fill(trx, 1000)
    }),
  )
  expect(error).toBeInstanceOf(SqliteError)
  expect(storageFault(error)).toBe('disk_full')
  expect(await db.selectFrom('counter').select('id').execute()).toEqual([{ id: 1 }])
  await insert(db, 3)
})

test('a lock held by another process is a fault with a name', async () => {
  const { db, filename } = await setup()
  const other = connect(filename, { busyTimeoutMs: 20 })
  await db.transaction().execute(async (trx) => {
    await insert(trx, 1)
    expect(storageFault(await failure(insert(other, 2)))).toBe('locked')
  })
  await insert(other, 2)
})

test('tables made by the schema builder are strict', async () => {
  const { db } = await setup()
  await db.schema.createTable('typed').addColumn('n', 'integer').execute()
  const error = await failure(sql`insert into typed values ('many')`.execute(db))
  expect(brokenConstraint(error)).toBe('datatype')
})
