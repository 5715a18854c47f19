import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery, Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { SqliteConfig } from '../../db/dialect/driver.js'
import { SqliteError } from '../../db/dialect/error.js'
import { sqliteDialect } from '../../db/dialect/sqlite.js'
import { brokenConstraint, storageFault } from '../../db/fault.js'
import { temporaryFolder } from './support.js'

interface Tables {
  counter: { id: number; n: number }
  note: { id: number; words: string | null }
  big: { id: number; words: string }
  child: { id: number; parent: number }
}

function connect(filename: string, config: Omit<SqliteConfig, 'filename'> = {}): Kysely<Tables> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect({ filename, ...config }) })
  onTestFinished(() => db.destroy())
  return db
}

async function createTables(db: Kysely<Tables>): Promise<void> {
  for (const statement of [
    'create table counter (id integer primary key, n integer not null check (n >= 0)) strict',
    'create table note (id integer primary key, words text) strict',
    'create table big (id integer primary key, words text not null) strict',
    'create table child (id integer primary key, parent integer references counter deferrable initially deferred) strict',
  ]) {
    await sql.raw(statement).execute(db)
  }
}

async function setup(): Promise<{ db: Kysely<Tables>; filename: string }> {
  const filename = join(temporaryFolder(), 'checks.db')
  const db = connect(filename)
  await createTables(db)
  return { db, filename }
}

const fill = (db: Kysely<Tables>, rows: number) =>
  sql`insert into big with recursive r(i) as (select 1 union all select i + 1 from r where i < ${rows})
      select i, hex(randomblob(150)) from r`.execute(db)

async function increment(db: Kysely<Tables>, id: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { n } = await trx.selectFrom('counter').select('n').where('id', '=', id).executeTakeFirstOrThrow()
    await sleep(0)
    await trx
      .updateTable('counter')
      .set({ n: n + 1 })
      .where('id', '=', id)
      .execute()
  })
}

const numberOf = async (db: Kysely<Tables>, id: number) =>
  (await db.selectFrom('counter').select('n').where('id', '=', id).executeTakeFirst())?.n

const insert = (db: Kysely<Tables>, id: number, n = 1) => db.insertInto('counter').values({ id, n }).execute()

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'did not fail',
    (error: unknown) => error,
  )

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

test.each([
  ['a BigInt in the safe range', 12n, 12],
  ['a negative BigInt', -(2n ** 40n), -(2 ** 40)],
  ['the largest safe integer', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ['null', null, null],
  ['text with NUL', 'a\0b', 'a\uFFFDb'],
  ['a lone surrogate', '\ud800x', '\uFFFDx'],
  ['what lies outside the basic plane', '😀𠮷', '😀𠮷'],
])('binds %s', async (_, value, expected) => {
  const { db } = await setup()
  const { rows } = await sql<{ x: unknown }>`select ${value} as x`.execute(db)
  expect(rows).toEqual([{ x: expected }])
})

test.each([
  ['a BigInt beyond the safe range', 2n ** 53n],
  ['an integer beyond the safe range', 2 ** 60],
  ['an object', { a: 1 }],
  ['an array', [1]],
  ['a Date', new Date(0)],
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['a boolean', true],
])('refuses to bind %s', async (_, value) => {
  const { db } = await setup()
  await expect(sql`insert into note (words) values (${value})`.execute(db)).rejects.toThrow(TypeError)
  expect(await db.selectFrom('note').selectAll().execute()).toEqual([])
})

test.each([
  ['one parameter too few', 'select ? as a, ? as b', [1], false],
  ['one too many', 'select ? as a', [1, 2], false],
  ['question marks within quotes and comments', `select '?' as "a?", ? as b -- ?\n /* ? */`, [1], true],
])('counts parameters: %s', async (_, statement, parameters, fits) => {
  const { db } = await setup()
  const error = await failure(db.executeQuery(CompiledQuery.raw(statement, parameters)))
  expect(error instanceof TypeError).toBe(!fits)
})

test('integers of more than 31 bits stay integers', async () => {
  const { db } = await setup()
  const ms = 1763700000123
  const { rows } = await sql`select typeof(${ms}) as type, ${ms} / 1000 as seconds`.execute(db)
  expect(rows).toEqual([{ type: 'integer', seconds: 1763700000 }])
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

test('a read does not wait for an open write transaction', async () => {
  const { db } = await setup()
  await db.transaction().execute(async (trx) => {
    await insert(trx, 1)
    expect(await numberOf(db, 1)).toBeUndefined()
  })
  expect(await numberOf(db, 1)).toBe(1)
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
