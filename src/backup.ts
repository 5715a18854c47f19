import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { copyDatabase, findDamage, layToRest } from '../db/backup.js'
import { storageFault } from '../db/fault.js'
import { openDatabase, type OpenError } from '../db/open.js'
import { createDatabase } from '../db/store.js'
import { err, ok, type Result } from './core/result.js'
import { treeOf } from './core/tree.js'
import { recount } from './ledger/recount.js'
import { databaseLock, takeLock } from './lock.js'

export type BackupError =
  | OpenError
  | { readonly code: 'no_file'; readonly path: string }
  /** A backup never replaces a file. */
  | { readonly code: 'exists'; readonly path: string }
  /** The bot is running on it. */
  | { readonly code: 'running'; readonly pid: number }

/** What was found by counting every record of a copy again. */
export interface Checked {
  readonly records: number
  /** Totals that differ from their records. */
  readonly wrong: number
}
export interface BackupDone extends Checked {
  readonly path: string
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}
export interface RestoreDone extends Checked {
  readonly path: string
  /** Where the database lies that was there before; null: there was none. */
  readonly before: string | null
  /** Replies that were planned when the copy was made and are not sent. */
  readonly dropped: number
}

/** The file of `sqlite:PATH`, absolute; null for any other address. */
export function sqliteFile(url: string): string | null {
  const path = /^sqlite:(.+)$/s.exec(url)?.[1]
  return path === undefined || path === ':memory:' ? null : resolve(path)
}

/** `20261121-103012`, by this computer's clock. */
export function stampOf(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
}

/**
 * Copies a database into a new file, while the bot may be running, and proves the copy: every page read, every record
 * counted again. `to` is a file that does not exist yet, or a folder (then the name carries the time).
 */
export async function backup(url: string, to: string, now: Date): Promise<Result<BackupDone, BackupError>> {
  const from = sqliteFile(url)
  if (from === null) return err({ code: 'bad_url', url })
  if (!existsSync(from)) return err({ code: 'no_file', path: from })
  const isFolder = /[/\\]$/.test(to) || (existsSync(to) && statSync(to).isDirectory())
  const path = isFolder ? join(resolve(to), `xiaoke-${stampOf(now)}.db`) : resolve(to)
  if (existsSync(path)) return err({ code: 'exists', path })
  if (isFolder) await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  else if (!existsSync(dirname(path))) return err({ code: 'folder_missing', folder: dirname(path) })

  const [part, trial] = [`${path}.part`, `${path}.check`]
  try {
    await rm(part, { force: true })
    const damage = await findDamage(from)
    if (damage) return err({ ...damage, path: from })
    await copyDatabase(from, part)
    if (await findDamage(part)) return err({ code: 'unusable', path: part, reason: 'the copy is not sound' })
    // Opening would bring it to this version; the copy stays what it is.
    await copyFile(part, trial)
    const checked = await check(trial)
    if (!checked.ok) return err({ ...checked.error, path: from } as OpenError)
    const sha256 = await hashOf(part)
    await rename(part, path)
    await syncFolder(dirname(path))
    return ok({ ...checked.value, path, bytes: statSync(path).size, sha256 })
  } catch (error) {
    return err(faultOf(error, from))
  } finally {
    for (const file of [part, trial, `${trial}-wal`, `${trial}-shm`]) await rm(file, { force: true })
  }
}

/**
 * Puts a backup in the database's place. It is proved first; what was there is kept beside it under another name.
 * Refused while the bot runs. What the copy had planned to say or do is not made up for.
 */
export async function restore(
  file: string,
  url: string,
  now: Date,
): Promise<Result<RestoreDone, BackupError>> {
  const path = sqliteFile(url)
  if (path === null) return err({ code: 'bad_url', url })
  const from = resolve(file)
  if (!existsSync(from)) return err({ code: 'no_file', path: from })
  if (!existsSync(dirname(path))) return err({ code: 'folder_missing', folder: dirname(path) })
  const lock = await takeLock(databaseLock(path))
  if (!lock.ok) return err({ code: 'running', pid: lock.error.pid })
  const next = `${path}.restoring`
  try {
    for (const end of ['', '-wal', '-shm']) await rm(`${next}${end}`, { force: true })
    const damage = await findDamage(from)
    if (damage) return err({ ...damage, path: from })
    await copyDatabase(from, next)
    const checked = await check(next, now)
    if (!checked.ok) return err({ ...checked.error, path: from } as OpenError)
    const before = await setAside(path, url, now)
    await rename(next, path)
    await syncFolder(dirname(path))
    return ok({ ...checked.value, path, before })
  } catch (error) {
    return err(faultOf(error, from))
  } finally {
    for (const end of ['', '-wal', '-shm']) await rm(`${next}${end}`, { force: true })
    await lock.value()
  }
}

/** Opens a copy and counts its records again; for a restore (`from` now on) its totals are put right and its plans laid to rest. */
async function check(
  path: string,
  from: Date | null = null,
): Promise<Result<Checked & { readonly dropped: number }, OpenError>> {
  const opened = await openDatabase(`sqlite:${path}`)
  if (!opened.ok) return opened
  const db = createDatabase(opened.value)
  try {
    const { records, wrong } = await db.work(async (store) => {
      return recount(store, treeOf(await store.units.all()), from !== null)
    })
    const laid = from === null ? null : await layToRest(opened.value.db, from.toISOString())
    return ok({ records, wrong: wrong.length, dropped: laid?.replies ?? 0 })
  } finally {
    await db.close()
  }
}

/** Moves the database and what belongs to it out of the way; its log first goes into it where that can be done. */
async function setAside(path: string, url: string, now: Date): Promise<string | null> {
  if (!existsSync(path)) return null
  const opened = await openDatabase(url)
  if (opened.ok) await opened.value.close()
  const before = `${path}.before-${stampOf(now)}`
  for (const end of ['-wal', '-shm', ''])
    if (existsSync(`${path}${end}`)) await rename(`${path}${end}`, `${before}${end}`)
  return before
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** A rename is on the disk once its folder is; Windows knows no such thing. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** A fault of the storage as data; anything else is a bug and goes on. */
function faultOf(error: unknown, path: string): BackupError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC') return { code: 'disk_full', path }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return { code: 'folder_read_only', folder: dirname(path) }
  const fault = storageFault(error)
  if (fault === null) throw error
  const reason = error instanceof Error ? error.message : String(error)
  if (fault === 'disk_full' || fault === 'locked') return { code: fault, path }
  if (fault === 'damaged') return { code: 'damaged', path, finding: reason }
  return { code: 'unusable', path, reason }
}
