import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { checkHistory, type Migration } from '../../db/migrate.js'
import { migrations } from '../../db/migrations/index.js'
import { openDatabase } from '../../db/open.js'
import { compileChild, temporaryFolder } from './support.js'

const step = (version: number, name = `step ${version}`): Migration => ({
  version,
  name,
  up: async (db) => {
    await db.schema.createTable(`step_${version}`).addColumn('id', 'integer').execute()
  },
})

const applied = (...names: string[]) => names.map((name, n) => ({ version: n + 1, name }))

test.each([
  ['nothing applied', [], null],
  ['all applied', applied('step 1', 'step 2'), null],
  ['one still to come', applied('step 1'), null],
  ['a later release', applied('step 1', 'step 2', 'step 3'), { code: 'newer_version', found: 3, known: 2 }],
  [
    'another history',
    applied('step 1', 'something else'),
    { code: 'other_history', version: 2, found: 'something else', known: 'step 2' },
  ],
])('history: %s', (_, rows, expected) => {
  expect(checkHistory(rows, [step(1), step(2)])).toEqual(expected)
})

async function tablesOf(db: Kysely<never>): Promise<string[]> {
  const names = await sql<{
    name: string
  }>`select name from sqlite_schema where type = 'table' order by name`.execute(db)
  return names.rows.map((row) => row.name)
}

test('migrations are applied once, and later ones are added', async () => {
  const url = `sqlite:${join(temporaryFolder(), 'm.db')}`
  for (const known of [[step(1)], [step(1)], [step(1), step(2)]]) {
    const opened = await openDatabase(url, { migrations: known })
    if (!opened.ok) throw new Error(opened.error.code)
    const names = await tablesOf(opened.value.db as unknown as Kysely<never>)
    expect(names).toEqual(['migration', ...known.map((m) => `step_${m.version}`)])
    await opened.value.close()
  }
})

test('a migration that fails leaves nothing of the whole run', async () => {
  const path = join(temporaryFolder(), 'm.db')
  const broken: Migration = {
    version: 2,
    name: 'broken',
    up: async (db) => {
      await db.schema.createTable('half').addColumn('id', 'integer').execute()
      throw new Error('broken')
    },
  }
  await expect(openDatabase(`sqlite:${path}`, { migrations: [step(1), broken] })).rejects.toThrow('broken')
  const opened = await openDatabase(`sqlite:${path}`, { migrations: [step(1)] })
  if (!opened.ok) throw new Error(opened.error.code)
  expect(await tablesOf(opened.value.db as unknown as Kysely<never>)).toEqual(['migration', 'step_1'])
  await opened.value.close()
})

test('four processes that start at once all find the newest version', async () => {
  const path = join(temporaryFolder(), 'm.db')
  const program = compileChild('migrator')
  const children = Array.from({ length: 4 }, () => fork(program, [`sqlite:${path}`]))
  await Promise.all(children.map((child) => once(child, 'message')))
  const answers = children.map((child) => once(child, 'message').then(([answer]) => answer as string))
  const exits = children.map((child) => once(child, 'exit').then(([code]) => code as number))
  for (const child of children) child.send('go')
  expect(await Promise.all(answers)).toEqual(['ok', 'ok', 'ok', 'ok'])
  expect(await Promise.all(exits)).toEqual([0, 0, 0, 0])
})

test('versions run from 1 without gaps', () => {
  expect(migrations.map((m) => m.version)).toEqual(migrations.map((_, n) => n + 1))
})

/**
 * What each released version makes of an empty database, so that no released migration changes unseen. A new version
 * adds a row; a row is never changed once its version is released.
 */
test.each([[1, '8c954836c7e667e8']])(
  'version %i makes the same tables as when it was released',
  async (version, expected) => {
    const known = migrations.slice(0, version)
    const opened = await openDatabase('sqlite::memory:', { migrations: known })
    if (!opened.ok) throw new Error(opened.error.code)
    const { rows } = await sql<{
      sql: string
    }>`select sql from sqlite_schema where sql is not null order by sql`.execute(opened.value.db)
    await opened.value.close()
    const text = rows.map((row) => row.sql).join('\n')
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(expected)
  },
)
