import { existsSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { Connection } from './connection.js'
import { SqliteError } from './error.js'

/** What an existing file holds, found without changing a byte of it. */
export type Findings =
  | { readonly state: 'empty' }
  | { readonly state: 'not_a_database' }
  | { readonly state: 'damaged'; readonly finding: string }
  /** `migrations` is null when there are tables but none of them is `migration`. */
  | { readonly state: 'sound'; readonly migrations: readonly AppliedMigration[] | null }

export interface AppliedMigration {
  readonly version: number
  readonly name: string
}

/** Files up to this size are checked page by page on opening (measured: 1 s a GB), larger ones by header and schema. */
const checkedBytes = 256 * 2 ** 20

const magic = 'SQLite format 3\0'
const headerBytes = 100

/** Looks into a SQLite file before anything is written to it. */
export async function inspectFile(path: string): Promise<Findings> {
  const { size } = await stat(path)
  if (size === 0) return { state: 'empty' }
  const header = await readHeader(path)
  if (header.length < headerBytes || header.toString('latin1', 0, 16) !== magic)
    return { state: 'not_a_database' }
  if (existsSync(`${path}-journal`)) return { state: 'sound', migrations: [] } // the writer must first undo what a crash left
  const closed = !existsSync(`${path}-wal`)
  if (closed && statedBytes(header) > size)
    return { state: 'damaged', finding: 'the file is shorter than it says' }
  const findings = await readFindings(path, closed, size)
  // Another process may have begun to write while the file was read as one nobody writes.
  const opened = closed && existsSync(`${path}-wal`)
  return findings.state === 'damaged' && opened ? readFindings(path, false, size) : findings
}

async function readFindings(path: string, closed: boolean, size: number): Promise<Findings> {
  // `immutable` makes no -wal and no -shm beside a file that has none; where there is a log it must be read.
  const connection = await Connection.open({
    filename: closed ? `${pathToFileURL(path).href}?immutable=1` : path,
    mode: closed ? 'reader by address' : 'reader',
    busyTimeoutMs: 5000,
  })
  try {
    if (size <= checkedBytes) {
      const [found] = await connection.rows<{ quick_check: string }>('pragma quick_check(1)')
      if (found?.quick_check !== 'ok') return { state: 'damaged', finding: found?.quick_check ?? 'no answer' }
    }
    const tables = await connection.rows<{ name: string }>(
      `select name from sqlite_schema where type = 'table'`,
    )
    if (tables.length === 0) return { state: 'empty' }
    if (!tables.some(({ name }) => name === 'migration')) return { state: 'sound', migrations: null }
    const migrations = await connection.rows<AppliedMigration>(
      'select version, name from migration order by version',
    )
    return { state: 'sound', migrations }
  } catch (error) {
    if (error instanceof SqliteError && damageCodes.includes(error.code)) {
      return { state: 'damaged', finding: error.message }
    }
    throw error
  } finally {
    await connection.close()
  }
}

/** SQLITE_ERROR: a schema that does not parse, or a `migration` table that is not ours. */
const damageCodes: readonly string[] = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_ERROR', 'SQLITE_FORMAT']

async function readHeader(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The size the header states (https://sqlite.org/fileformat2.html §1.3); 0 where it states none. */
function statedBytes(header: Buffer): number {
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16)
  const current = header.readUInt32BE(24) === header.readUInt32BE(92)
  return current ? pageSize * header.readUInt32BE(28) : 0
}
