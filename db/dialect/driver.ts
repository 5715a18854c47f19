import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { Connection } from './connection.js'
import { pool, type Pool } from './pool.js'
import { onlyReads } from './routing.js'

export interface SqliteConfig {
  /** A path, or `:memory:`. */
  readonly filename: string
  /** Read-only connections beside the writer; 2 unless told, none in memory. */
  readonly readers?: number
  /** How long to wait for another process's lock; 5000 unless told. */
  readonly busyTimeoutMs?: number
  /** Upper bound of the file, for tests of a full disk. */
  readonly maxPages?: number
}

/** Of every connection; `foreign_keys` and `synchronous` are off or unsure unless set by hand. */
const settings: readonly string[] = [
  'pragma synchronous = full',
  'pragma foreign_keys = on',
  'pragma trusted_schema = off',
  'pragma cell_size_check = on',
  // what is erased leaves no byte behind in the file
  'pragma secure_delete = on',
  'pragma temp_store = memory',
  // KiB a connection: full after some thousand messages, and memory stands still from then on
  'pragma cache_size = -4096',
]

interface Held {
  readonly connection: Connection
  readonly from: Pool<Connection>
  /** The writer, kept from writing for a read-only transaction in memory. */
  readonly guarded: boolean
}

/** What Kysely holds: a connection of its own only within a transaction, else one a statement. */
class Lease implements DatabaseConnection {
  /** The connection of the open transaction and where it goes back to. */
  held: Held | null = null

  constructor(readonly driver: SqliteDriver) {}

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.held) return this.held.connection.query<R>(query)
    return this.driver.poolFor(onlyReads(query)).use((connection) => connection.query<R>(query))
  }

  async *streamQuery<R>(query: CompiledQuery, size = 256): AsyncIterableIterator<QueryResult<R>> {
    if (!onlyReads(query)) throw new TypeError('only a select can be streamed')
    if (this.held) yield* this.held.connection.stream<R>(query, size)
    else yield* this.driver.stream<R>(query, size)
  }
}

/**
 * One writer, first come first served, and a few readers that see the last commit. A single select and a read-only
 * transaction run on a reader; everything else on the writer, whose transactions begin immediate: none ever finds
 * on its first write that another came between (SQLITE_BUSY_SNAPSHOT).
 */
export class SqliteDriver implements Driver {
  readonly #config: SqliteConfig
  readonly #inMemory: boolean
  readonly #streams = new Set<Connection>()
  #readers: Connection[] = []
  #writers: Pool<Connection> = pool([])
  #reading: Pool<Connection> = this.#writers

  constructor(config: SqliteConfig) {
    this.#config = config
    this.#inMemory = config.filename === ':memory:'
  }

  async init(): Promise<void> {
    const writer = await this.#open('writer')
    try {
      await writer.rows('pragma journal_mode = wal')
      await writer.rows('pragma journal_size_limit = 67108864')
      if (this.#config.maxPages) await writer.rows(`pragma max_page_count = ${this.#config.maxPages}`)
      const readers = this.#inMemory ? 0 : (this.#config.readers ?? 2)
      for (let n = 0; n < readers; n++) this.#readers.push(await this.#open('reader'))
    } catch (error) {
      for (const connection of [...this.#readers.splice(0), writer]) await connection.close()
      throw error
    }
    this.#writers = pool([writer])
    this.#reading = this.#readers.length > 0 ? pool(this.#readers) : this.#writers
  }

  poolFor(reading: boolean): Pool<Connection> {
    return reading ? this.#reading : this.#writers
  }

  /**
   * Streams on a connection of their own, so that no number of open streams keeps other reads waiting. In memory
   * there is only the writer and the rows are in memory anyway: they are read at once and handed out in chunks.
   */
  async *stream<R>(query: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<R>> {
    if (this.#inMemory) {
      const { rows } = await this.#writers.use((connection) => connection.query<R>(query))
      for (let at = 0; at < rows.length; at += size) yield { rows: rows.slice(at, at + size) }
      return
    }
    const connection = await this.#open('reader')
    this.#streams.add(connection)
    try {
      yield* connection.stream<R>(query, size)
    } finally {
      if (this.#streams.delete(connection)) await connection.close()
    }
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new Lease(this)
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const { held } = connection as Lease
    if (!held) return
    ;(connection as Lease).held = null
    try {
      await held.connection.rollback()
      if (held.guarded) await held.connection.rows('pragma query_only = off')
    } finally {
      held.from.give(held.connection)
    }
  }

  async beginTransaction(lease: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    const readOnly = accessMode === 'read only'
    const from = this.poolFor(readOnly)
    const connection = await from.take()
    const guarded = readOnly && from === this.#writers
    try {
      if (guarded) await connection.rows('pragma query_only = on')
      await connection.begin(readOnly ? 'begin' : 'begin immediate')
    } catch (error) {
      from.give(connection)
      throw error
    }
    ;(lease as Lease).held = { connection, from, guarded }
  }

  async commitTransaction(lease: DatabaseConnection): Promise<void> {
    await (lease as Lease).held?.connection.commit()
  }

  async rollbackTransaction(lease: DatabaseConnection): Promise<void> {
    await (lease as Lease).held?.connection.rollback()
  }

  async savepoint(lease: DatabaseConnection, name: string): Promise<void> {
    await lease.executeQuery(CompiledQuery.raw(`savepoint ${quoted(name)}`))
  }

  async rollbackToSavepoint(lease: DatabaseConnection, name: string): Promise<void> {
    await lease.executeQuery(CompiledQuery.raw(`rollback to ${quoted(name)}`))
  }

  async releaseSavepoint(lease: DatabaseConnection, name: string): Promise<void> {
    await lease.executeQuery(CompiledQuery.raw(`release ${quoted(name)}`))
  }

  /** Waits for what is under way, then closes the writer last: its close moves the log into the file. */
  async destroy(): Promise<void> {
    const writer = await this.#writers.take()
    const readers = await Promise.all(this.#readers.splice(0).map(() => this.#reading.take()))
    const streams = [...this.#streams]
    this.#streams.clear()
    for (const connection of [...streams, ...readers, writer]) await connection.close()
  }

  async #open(mode: 'writer' | 'reader'): Promise<Connection> {
    const { filename, busyTimeoutMs = 5000 } = this.#config
    const connection = await Connection.open({ filename, mode, busyTimeoutMs })
    try {
      for (const setting of settings) await connection.rows(setting)
      return connection
    } catch (error) {
      await connection.close()
      throw error
    }
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
