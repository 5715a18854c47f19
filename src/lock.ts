import { readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { err, ok, type Result } from './core/result.js'

export interface LockHeld {
  readonly code: 'locked'
  /** 0: somebody who could not be told. */
  readonly pid: number
}

/** Another process has the lock already. */
export class AlreadyRunning extends Error {
  constructor(readonly pid: number) {
    super(`already running as process ${pid}`)
  }
}

/**
 * Takes a lock file so that one database (or account) is never driven by two processes; gives the function that
 * releases it. The file names the process and when it started: a lock whose process is gone, or whose number now
 * belongs to another, is stale and taken over.
 */
export async function takeLock(path: string): Promise<Result<() => Promise<void>, LockHeld>> {
  await mkdir(dirname(path), { recursive: true })
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) })
  for (let tries = 0; tries < 3; tries++) {
    try {
      await writeFile(path, mine, { flag: 'wx', mode: 0o600 })
      // Two may have found the same stale lock; the later removes the earlier's. Whose it is shows after a moment.
      if (tries > 0) await setTimeout(100)
      if ((await readFile(path, 'utf8').catch(() => '')) !== mine) continue
      return ok(() => rm(path, { force: true }))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const pid = await lockHolder(path)
    if (pid !== null) return err({ code: 'locked', pid })
    await rm(path, { force: true })
  }
  return err({ code: 'locked', pid: 0 })
}

/** The living process that holds a lock; null when there is no lock or it is stale. */
export async function lockHolder(path: string): Promise<number | null> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const { pid, started } = read(text)
  if (pid === null) return null
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
  }
  return started === startOf(pid) ? pid : null
}

function read(text: string): { readonly pid: number | null; readonly started: unknown } {
  try {
    const { pid, started } = JSON.parse(text) as { pid?: unknown; started?: unknown }
    return { pid: typeof pid === 'number' && Number.isInteger(pid) && pid > 0 ? pid : null, started }
  } catch {
    return { pid: null, started: null }
  }
}

// Field 22 of /proc/PID/stat, after the name in brackets; elsewhere the pid alone has to do.
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** The lock of a database: beside its file. */
export const databaseLock = (databaseFile: string): string => `${databaseFile}.lock`
