import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { dirname } from 'node:path'
import { err, ok, type Result } from '../../core/result.js'

export interface LockHeld {
  readonly code: 'locked'
  readonly pid: number
}

/** Another process drives this account already. */
export class AlreadyRunning extends Error {
  constructor(readonly pid: number) {
    super(`already running as process ${pid}`)
  }
}

/**
 * Takes a lock file so that one account is never driven by two processes; gives the function that releases it.
 * The file names the process and when it started: a lock whose process is gone, or whose number now belongs to
 * another process, is stale and taken over.
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
    const pid = holderOf(await readFile(path, 'utf8').catch(() => ''))
    if (pid !== null) return err({ code: 'locked', pid })
    await rm(path, { force: true })
  }
  return err({ code: 'locked', pid: 0 })
}

/** The living process a lock names; null when it is stale or unreadable. */
function holderOf(text: string): number | null {
  try {
    const { pid, started } = JSON.parse(text) as { pid?: unknown; started?: unknown }
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return null
    process.kill(pid, 0)
    return started === startOf(pid) ? pid : null
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
    return (JSON.parse(text) as { pid: number }).pid
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
