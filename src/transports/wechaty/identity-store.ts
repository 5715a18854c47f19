import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { IdentityRow } from './identity.js'

/** Where the table of people and rooms is kept. `save` replaces the row of the same id. */
export interface IdentityStore {
  load(): Promise<readonly IdentityRow[]>
  save(row: IdentityRow): Promise<void>
}

export function memoryIdentityStore(rows: readonly IdentityRow[] = []): IdentityStore {
  const table = new Map(rows.map((row) => [row.id, row]))
  return {
    load: async () => [...table.values()],
    save: async (row) => void table.set(row.id, row),
  }
}

const rowSchema = z.strictObject({
  kind: z.enum(['person', 'room']),
  id: z.string(),
  name: z.string(),
  remark: z.string(),
  calls: z.record(z.string(), z.string()),
  members: z.array(z.string()),
  former: z.array(z.string()),
  platformId: z.string(),
  maybe: z.array(z.string()),
  sameAs: z.string().nullable(),
  seenAt: z.string(),
})

/** The table in a JSON file only its owner can read; written whole beside it and moved into place. */
export function fileIdentityStore(path: string): IdentityStore {
  let table: Promise<Map<string, IdentityRow>> | undefined
  let writing: Promise<void> = Promise.resolve()

  async function read(): Promise<Map<string, IdentityRow>> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]'
      throw error
    })
    return new Map(
      z
        .array(rowSchema)
        .parse(JSON.parse(text))
        .map((row) => [row.id, row]),
    )
  }

  async function write(): Promise<void> {
    const rows = await (table ??= read())
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.new`, JSON.stringify([...rows.values()], null, 1), { mode: 0o600 })
    await chmod(`${path}.new`, 0o600)
    await rename(`${path}.new`, path)
  }

  return {
    load: async () => {
      const rows = await (table ??= read())
      return [...rows.values()]
    },
    save: async (row) => {
      const rows = await (table ??= read())
      rows.set(row.id, row)
      writing = writing.catch(() => {}).then(write)
      await writing
    },
  }
}
