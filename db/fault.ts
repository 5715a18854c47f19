import { SqliteError, type ConstraintKind } from './dialect/error.js'

/**
 * What the storage can no longer do: `disk_full` nothing of the statement was kept, `locked` another process held the
 * file too long, `damaged` the file is not (or no longer) a sound database, `lost` an earlier error had already undone
 * the transaction.
 */
export type StorageFault = 'disk_full' | 'read_only' | 'locked' | 'damaged' | 'cannot_open' | 'io' | 'lost'

const faultOfCode = new Map<string, StorageFault>([
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_READONLY', 'read_only'],
  ['SQLITE_PERM', 'read_only'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_PROTOCOL', 'locked'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_FORMAT', 'damaged'],
  ['SQLITE_CANTOPEN', 'cannot_open'],
  ['SQLITE_IOERR', 'io'],
])

/** The fault behind an error of any database; `null` when the error is a bug of ours and not of the storage. */
export function storageFault(error: unknown): StorageFault | null {
  if (!(error instanceof SqliteError)) return null
  if (error.code === 'SQLITE_ABORT') return storageFault(error.cause) ?? 'lost'
  return faultOfCode.get(error.code) ?? null
}

/** Which rule a statement broke; `null` when it failed for another reason. */
export const brokenConstraint = (error: unknown): ConstraintKind | null =>
  error instanceof SqliteError ? error.constraint : null
