import { existsSync } from 'node:fs'
import { access, constants, open, stat, statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Kysely } from 'kysely'
import { err, ok, type Result } from '../src/core/result.js'
import type { SqliteConfig } from './dialect/driver.js'
import { inspectFile } from './dialect/inspect.js'
import { sqliteDialect } from './dialect/sqlite.js'
import { storageFault } from './fault.js'
import { checkHistory, migrate, type HistoryError, type Migration } from './migrate.js'
import { migrations } from './migrations/index.js'
import type { Schema } from './schema.js'

/** Why a database cannot be used. Whatever the reason, an existing file is left as it was, byte for byte. */
export type OpenError =
  /** Neither `sqlite:PATH` nor `sqlite::memory:` nor `postgres://…`. */
  | { readonly code: 'bad_url'; readonly url: string }
  /** A kind of database that a later release brings. */
  | { readonly code: 'not_built'; readonly database: 'postgres' }
  | { readonly code: 'folder_missing'; readonly folder: string }
  | { readonly code: 'folder_read_only'; readonly folder: string }
  /** The path is a folder or a device. */
  | { readonly code: 'not_a_file'; readonly path: string }
  | { readonly code: 'file_read_only'; readonly path: string }
  | { readonly code: 'not_a_database'; readonly path: string }
  | { readonly code: 'damaged'; readonly path: string; readonly finding: string }
  /** A sound database of another program. */
  | { readonly code: 'not_ours'; readonly path: string }
  | (HistoryError & { readonly path: string })
  | { readonly code: 'disk_full'; readonly path: string }
  /** Another process kept it locked longer than we wait. */
  | { readonly code: 'locked'; readonly path: string }
  | { readonly code: 'unusable'; readonly path: string; readonly reason: string }

export interface OpenDatabase {
  readonly db: Kysely<Schema>
  /** Waits for what is under way, then closes; afterwards a SQLite file stands alone, without -wal. */
  close(): Promise<void>
}

/** For tests: another history, a shorter wait, a small disk. */
export interface OpenOptions extends Omit<SqliteConfig, 'filename'> {
  readonly migrations?: readonly Migration[]
}

/** Opens `sqlite:PATH` (made if absent; its folder is not) or `sqlite::memory:` and brings it to this version. */
export async function openDatabase(
  url: string,
  options: OpenOptions = {},
): Promise<Result<OpenDatabase, OpenError>> {
  if (/^postgres(ql)?:\/\//.test(url)) return err({ code: 'not_built', database: 'postgres' })
  const filename = /^sqlite:(.+)$/s.exec(url)?.[1]
  if (!filename || filename.includes('\0')) return err({ code: 'bad_url', url })
  if (filename === ':memory:') return connect(filename, options)

  const path = resolve(filename)
  const known = options.migrations ?? migrations
  const isNew = !existsSync(path)
  try {
    const wrong = (await checkPlace(path, isNew)) ?? (isNew ? null : await checkContent(path, known))
    if (wrong) return err(wrong)
  } catch (error) {
    return err(await openError(error, path))
  }
  return connect(path, options)
}

async function connect(
  path: string,
  { migrations: known = migrations, ...config }: OpenOptions,
): Promise<Result<OpenDatabase, OpenError>> {
  const db = new Kysely<Schema>({ dialect: sqliteDialect({ ...config, filename: path }) })
  try {
    const migrated = await migrate(db as unknown as Kysely<unknown>, known)
    if (migrated.ok) return ok({ db, close: () => db.destroy() })
    await db.destroy()
    return err({ ...migrated.error, path })
  } catch (error) {
    await db.destroy().catch(() => undefined)
    return err(await openError(error, path))
  }
}

/** Permissions count even for root, who could write past them: somebody took them away on purpose. */
const anyoneWrites = 0o222

async function checkPlace(path: string, isNew: boolean): Promise<OpenError | null> {
  const folder = dirname(path)
  const place = await stat(folder).catch(() => null)
  if (!place?.isDirectory()) return { code: 'folder_missing', folder }
  if (!(place.mode & anyoneWrites) || !(await writable(folder))) return { code: 'folder_read_only', folder }
  if (isNew) return null
  const file = await stat(path)
  if (!file.isFile()) return { code: 'not_a_file', path }
  if (!(file.mode & anyoneWrites) || !(await opensForWriting(path))) return { code: 'file_read_only', path }
  return null
}

const writable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  )

/** Opening tells more than permissions do: an immutable file refuses it to root as well. */
const opensForWriting = (path: string): Promise<boolean> =>
  open(path, 'r+').then(
    (file) => file.close().then(() => true),
    () => false,
  )

async function checkContent(path: string, known: readonly Migration[]): Promise<OpenError | null> {
  const findings = await inspectFile(path)
  if (findings.state === 'empty') return null
  if (findings.state === 'not_a_database') return { code: 'not_a_database', path }
  if (findings.state === 'damaged') return { code: 'damaged', path, finding: findings.finding }
  if (!findings.migrations) return { code: 'not_ours', path }
  const wrong = checkHistory(findings.migrations, known)
  return wrong && { ...wrong, path }
}

async function openError(error: unknown, path: string): Promise<OpenError> {
  const fault = storageFault(error)
  if (fault === null) throw error
  if (fault === 'locked') return { code: 'locked', path }
  if (fault === 'read_only') return { code: 'file_read_only', path }
  // A full disk also shows as an I/O error, where the log's shared memory cannot grow.
  if (fault === 'disk_full' || (await isFull(path))) return { code: 'disk_full', path }
  const reason = error instanceof Error ? error.message : String(error)
  return fault === 'damaged' ? { code: 'damaged', path, finding: reason } : { code: 'unusable', path, reason }
}

const isFull = async (path: string): Promise<boolean> => {
  const disk = await statfs(dirname(path)).catch(() => null)
  return disk !== null && disk.bavail * disk.bsize < 64 * 1024
}
