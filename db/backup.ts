import { access, constants, open } from 'node:fs/promises'
import { CompiledQuery, type Kysely } from 'kysely'
import { Connection } from './dialect/connection.js'
import { SqliteError } from './dialect/error.js'
import { inspectFile } from './dialect/inspect.js'
import { migrations } from './migrations/index.js'
import type { Schema } from './schema.js'

const busyTimeoutMs = 10_000

/**
 * Copies a SQLite database as it was at one instant into a new file, while others go on writing to it. The copy is
 * one file without a log, readable by its owner alone, on the disk when this resolves. The source is not changed, not
 * even migrated. Rejects when the target exists or the source cannot be read.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const empty = await open(to, 'wx', 0o600)
  await empty.close()
  const source = await connect(from)
  try {
    await source.query(CompiledQuery.raw('vacuum into ?', [to]))
  } finally {
    await source.close()
  }
  const written = await open(to, 'r+')
  try {
    await written.sync()
  } finally {
    await written.close()
  }
}

export type Damage =
  { readonly code: 'not_a_database' } | { readonly code: 'damaged'; readonly finding: string }

/** Reads every page of a file; null: a sound database. */
export async function findDamage(path: string): Promise<Damage | null> {
  const connection = await connect(path)
  try {
    const [found] = await connection.rows<{ quick_check: string }>('pragma quick_check(1)')
    const finding = found?.quick_check ?? 'no answer'
    return finding === 'ok' ? null : { code: 'damaged', finding }
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error
    if (error.code === 'SQLITE_NOTADB') return { code: 'not_a_database' }
    if (error.code === 'SQLITE_CORRUPT') return { code: 'damaged', finding: error.message }
    throw error
  } finally {
    await connection.close()
  }
}

/** How many steps a sound database of ours is behind this release; opening it would take them. */
export async function stepsBehind(path: string): Promise<number> {
  const findings = await inspectFile(path)
  const applied = findings.state === 'sound' ? (findings.migrations ?? []).length : migrations.length
  return Math.max(0, migrations.length - applied)
}

/** Only who may write takes its -wal and -shm away again; a medium that cannot be written is only read. */
async function connect(filename: string): Promise<Connection> {
  const writable = await access(filename, constants.W_OK).then(
    () => true,
    () => false,
  )
  return Connection.open({ filename, mode: writable ? 'writer' : 'reader', busyTimeoutMs })
}

/** What a restored database must not do again. */
export interface Laid {
  /** Replies planned when the copy was made: whether they went out since then is not known. */
  readonly replies: number
}

/**
 * Makes a database of the past fit to go on from now: its planned replies are dropped (many went out since), and what
 * the clock brought between then and now is not brought again.
 */
export async function layToRest(db: Kysely<Schema>, now: string): Promise<Laid> {
  return db.transaction().execute(async (trx) => {
    const dropped = await trx
      .updateTable('outbox')
      .set({ status: 'dropped', error: 'restored' })
      .where('status', 'in', ['planned', 'sending'])
      .executeTakeFirst()
    await trx.updateTable('job_run').set({ slot: now }).where('slot', '<', now).execute()
    return { replies: Number(dropped.numUpdatedRows) }
  })
}
