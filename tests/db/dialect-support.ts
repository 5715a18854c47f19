import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { onTestFinished } from 'vitest'
import type { SqliteConfig } from '../../db/dialect/driver.js'
import { sqliteDialect } from '../../db/dialect/sqlite.js'
import { temporaryFolder } from './support.js'

export interface Tables {
  counter: { id: number; n: number }
  note: { id: number; words: string | null }
  big: { id: number; words: string }
  child: { id: number; parent: number }
}

export function connect(filename: string, config: Omit<SqliteConfig, 'filename'> = {}): Kysely<Tables> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect({ filename, ...config }) })
  onTestFinished(() => db.destroy())
  return db
}

export async function createTables(db: Kysely<Tables>): Promise<void> {
  for (const statement of [
    'create table counter (id integer primary key, n integer not null check (n >= 0)) strict',
    'create table note (id integer primary key, words text) strict',
    'create table big (id integer primary key, words text not null) strict',
    'create table child (id integer primary key, parent integer references counter deferrable initially deferred) strict',
  ]) {
    await sql.raw(statement).execute(db)
  }
}

export async function setup(): Promise<{ db: Kysely<Tables>; filename: string }> {
  const filename = join(temporaryFolder(), 'checks.db')
  const db = connect(filename)
  await createTables(db)
  return { db, filename }
}

export const fill = (db: Kysely<Tables>, rows: number) =>
  sql`insert into big with recursive r(i) as (select 1 union all select i + 1 from r where i < ${rows})
      select i, hex(randomblob(150)) from r`.execute(db)

export async function increment(db: Kysely<Tables>, id: number): Promise<void> {
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

export const numberOf = async (db: Kysely<Tables>, id: number) =>
  (await db.selectFrom('counter').select('n').where('id', '=', id).executeTakeFirst())?.n

export const insert = (db: Kysely<Tables>, id: number, n = 1) =>
  db.insertInto('counter').values({ id, n }).execute()

export const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'did not fail',
    (error: unknown) => error,
  )
