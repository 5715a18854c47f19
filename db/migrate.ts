import type { Kysely, Transaction } from 'kysely'
import type { AppliedMigration } from './dialect/inspect.js'
import { err, ok, type Result } from '../src/core/result.js'

/** One step of the schema's history. A released one is never edited: what follows is a new one. */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number
  readonly name: string
  readonly up: (db: Transaction<unknown>) => Promise<void>
}

/** Why a database's history is not ours. */
export type HistoryError =
  /** Written by a later release. */
  | { readonly code: 'newer_version'; readonly found: number; readonly known: number }
  /** The same version under another name: the file of another program or of an unreleased build. */
  | {
      readonly code: 'other_history'
      readonly version: number
      readonly found: string
      readonly known: string
    }

/** Compares what was applied with what we know. */
export function checkHistory(
  applied: readonly AppliedMigration[],
  known: readonly Migration[],
): HistoryError | null {
  const found = Math.max(0, ...applied.map((a) => a.version))
  if (found > known.length) return { code: 'newer_version', found, known: known.length }
  for (const { version, name } of applied) {
    const ours = known[version - 1]?.name ?? ''
    if (ours !== name) return { code: 'other_history', version, found: name, known: ours }
  }
  return null
}

interface HistoryTable {
  migration: AppliedMigration
}

/**
 * Brings a database to the newest version, all or nothing, in one transaction that holds the write lock from its
 * start: processes that start at once migrate one after the other. Resolves to how many were applied.
 */
export async function migrate(
  db: Kysely<unknown>,
  known: readonly Migration[],
): Promise<Result<number, HistoryError>> {
  return db.transaction().execute(async (trx) => {
    await trx.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .execute()
    const history = trx as unknown as Kysely<HistoryTable>
    const applied = await history
      .selectFrom('migration')
      .select(['version', 'name'])
      .orderBy('version')
      .execute()
    const wrong = checkHistory(applied, known)
    if (wrong) return err(wrong)
    const missing = known.slice(applied.length)
    for (const { version, name, up } of missing) {
      await up(trx)
      await history.insertInto('migration').values({ version, name }).execute()
    }
    return ok(missing.length)
  })
}
