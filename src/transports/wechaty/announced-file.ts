import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Ids a puppet announced whose messages have not reached the house: what a killed process must ask for again. */
export interface Announced {
  /** Announced to an earlier process and never settled, oldest first. */
  readonly earlier: readonly string[]
  /** Written before the message is read; survives the process, not the power. */
  note(id: string): void
  /** Handed on, or found to be nothing. */
  settle(id: string): void
}

/** Lines after which the file is written anew with what is open. */
const mostLines = 2000
/** More than this is no crash but a folder of long ago. */
const mostEarlier = 5000

/** Opens the file (`+id` announced, `-id` settled); it holds no words. */
export async function openAnnounced(path: string): Promise<Announced> {
  mkdirSync(dirname(path), { recursive: true })
  const open = new Set<string>()
  for (const line of (await readFile(path, 'utf8').catch(() => '')).split('\n')) {
    if (line.startsWith('+')) open.add(line.slice(1))
    else if (line.startsWith('-')) open.delete(line.slice(1))
  }
  const earlier = [...open].slice(-mostEarlier)
  let lines = 0
  const rewrite = (): void => {
    // Moved into place whole: a process killed between emptying the file and filling it would forget all.
    writeFileSync(`${path}.new`, [...open].map((id) => `+${id}\n`).join(''), { mode: 0o600 })
    renameSync(`${path}.new`, path)
    lines = open.size
  }
  rewrite()
  const add = (line: string): void => {
    if (++lines > mostLines + open.size) rewrite()
    else appendFileSync(path, `${line}\n`)
  }
  return {
    earlier,
    note: (id) => {
      if (id.includes('\n')) return
      open.add(id)
      add(`+${id}`)
    },
    settle: (id) => {
      if (open.delete(id)) add(`-${id}`)
    },
  }
}
