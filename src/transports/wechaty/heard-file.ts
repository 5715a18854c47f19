import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Heard } from './memory.js'

const heardSchema = z.object({
  id: z.string(),
  lane: z.string(),
  sender: z.string(),
  name: z.string(),
  hash: z.string(),
  at: z.number(),
  life: z.number(),
})

export interface HeardFile {
  readonly earlier: readonly Heard[]
  /** Noted after the house has dealt with the message, so that a crash before forgets it. */
  note(heard: Heard): Promise<void>
}

/** What the last processes heard, a line each, of hashes instead of words; the newest `keep` survive a start. */
export async function openHeardFile(path: string, keep = 2000): Promise<HeardFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const earlier = text
    .split('\n')
    .slice(-keep - 1)
    .flatMap((line) => {
      const row = heardSchema.safeParse(parsed(line))
      return row.success ? [row.data] : []
    })
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, lines(earlier), { mode: 0o600 })
  return { earlier, note: (heard) => appendFile(path, lines([heard])) }
}

const lines = (rows: readonly Heard[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

// A crash may have cut the last line.
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
