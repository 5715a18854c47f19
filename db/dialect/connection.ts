import type { CompiledQuery, QueryResult } from 'kysely'
import { Database, type Statement } from 'sqlite3'
import { bindable, countPlaceholders } from './bind.js'
import { SqliteError, sqliteError } from './error.js'
import { answerOf, type Answer } from './routing.js'
import { all, finalize, prepare, run, step } from './statements.js'

/** The driver's open flags (https://sqlite.org/c3ref/c_open_autoproxy.html); its types name them, its module does not. */
const openFlags = {
  /** Reads and writes; makes the file when there is none. */
  writer: 0x2 | 0x4,
  reader: 0x1,
  /** The filename is a `file:` address with options such as `immutable=1`. */
  'reader by address': 0x1 | 0x40,
} as const

export interface ConnectionOptions {
  readonly filename: string
  readonly mode: keyof typeof openFlags
  /** How long a statement waits for another process's lock before SQLITE_BUSY. */
  readonly busyTimeoutMs: number
}

interface Prepared {
  readonly statement: Statement
  readonly parameters: number
}

const cachedStatements = 128

/**
 * One connection. Statements run one after the other in the order asked, so that whoever shares a transaction never
 * runs beside the discovery that it is lost.
 */
export class Connection {
  readonly #database: Database
  readonly #cache = new Map<string, Prepared>()
  readonly #streaming = new Set<Statement>()
  #last: Promise<unknown> = Promise.resolve()
  #transaction: 'none' | 'open' | 'lost' = 'none'
  #lostBy: unknown

  private constructor(database: Database) {
    this.#database = database
  }

  static async open(options: ConnectionOptions): Promise<Connection> {
    const database = await new Promise<Database>((resolve, reject) => {
      const opened: Database = new Database(options.filename, openFlags[options.mode], (error) =>
        error ? reject(sqliteError(error, 'open')) : resolve(opened),
      )
    })
    database.configure('busyTimeout', options.busyTimeoutMs)
    return new Connection(database)
  }

  query<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#inTurn(() => this.#execute<R>(query.sql, query.parameters, answerOf(query)))
  }

  /** Rows of a statement without parameters. */
  async rows<R>(text: string): Promise<R[]> {
    return (await this.#inTurn(() => this.#execute<R>(text, [], 'rows'))).rows
  }

  async begin(text: 'begin' | 'begin immediate'): Promise<void> {
    await this.#inTurn(() => this.#execute(text, [], 'nothing'))
    this.#transaction = 'open'
  }

  async commit(): Promise<void> {
    await this.#inTurn(() => this.#execute('commit', [], 'nothing'))
    this.#transaction = 'none'
  }

  /** Ends a transaction that is open or lost; without one nothing happens. */
  async rollback(): Promise<void> {
    await this.#inTurn(async () => {
      const open = this.#transaction === 'open'
      this.#transaction = 'none'
      if (open) await this.#execute('rollback', [], 'nothing')
    })
  }

  /** Rows as they are read: never more than `size` in memory. Breaking off ends the read at once. */
  async *stream<R>(query: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<R>> {
    const { statement, parameters } = await this.#prepare(query.sql)
    this.#streaming.add(statement)
    let first: ReturnType<typeof bindable> | null = bindable(query.parameters, parameters)
    try {
      for (;;) {
        const rows: R[] = []
        while (rows.length < size) {
          const row = await this.#inTurn(() => step<R>(statement, query.sql, first))
          first = null
          if (row === undefined) {
            if (rows.length > 0) yield { rows }
            return
          }
          rows.push(row)
        }
        yield { rows }
      }
    } finally {
      if (this.#streaming.delete(statement)) await finalize(statement)
    }
  }

  async close(): Promise<void> {
    await this.#last.catch(() => undefined)
    const statements = [...this.#streaming, ...[...this.#cache.values()].map((p) => p.statement)]
    this.#streaming.clear()
    this.#cache.clear()
    await Promise.all(statements.map(finalize))
    await new Promise<void>((resolve, reject) => {
      this.#database.close((error) => (error ? reject(sqliteError(error, 'close')) : resolve()))
    })
  }

  #inTurn<R>(work: () => Promise<R>): Promise<R> {
    const result = this.#last.then(work, work)
    this.#last = result.catch(() => undefined)
    return result
  }

  async #execute<R>(text: string, values: readonly unknown[], answer: Answer): Promise<QueryResult<R>> {
    if (this.#transaction === 'lost') {
      const message = 'SQLITE_ABORT: the transaction was rolled back by an earlier error'
      throw new SqliteError(message, 'SQLITE_ABORT', text, { cause: this.#lostBy })
    }
    const prepared = await this.#prepare(text)
    const { statement } = prepared
    try {
      const parameters = bindable(values, prepared.parameters)
      const result: QueryResult<R> =
        answer === 'rows' || answer === 'changed rows'
          ? withRows(await all<R>(statement, text, parameters), answer)
          : withChanges(await run(statement, text, parameters), answer)
      await this.#keep(text, prepared)
      return result
    } catch (error) {
      await finalize(statement)
      if (this.#transaction === 'open') await this.#lookForTransaction(error)
      throw error
    }
  }

  /**
   * A full disk, an I/O error and a few others make SQLite roll back the whole transaction by itself; what followed
   * would then be committed statement by statement. Only `begin` tells: it fails inside a transaction.
   */
  async #lookForTransaction(error: unknown): Promise<void> {
    try {
      await this.#command('begin')
    } catch {
      return
    }
    this.#transaction = 'lost'
    this.#lostBy = error
    await this.#command('rollback')
  }

  async #command(text: string): Promise<void> {
    const statement = await prepare(this.#database, text)
    try {
      await run(statement, text, [])
    } finally {
      await finalize(statement)
    }
  }

  /** Takes a statement out of the cache while it runs. */
  async #prepare(text: string): Promise<Prepared> {
    const cached = this.#cache.get(text)
    if (cached) {
      this.#cache.delete(text)
      return cached
    }
    return { statement: await prepare(this.#database, text), parameters: countPlaceholders(text) }
  }

  /** Back into the cache, but for an explanation: it never ends by itself and would hold its snapshot for good. */
  async #keep(text: string, prepared: Prepared): Promise<void> {
    if (/^\s*explain\b/i.test(text)) return finalize(prepared.statement)
    this.#cache.set(text, prepared)
    if (this.#cache.size <= cachedStatements) return
    const oldest = this.#cache.entries().next().value
    if (!oldest) return
    this.#cache.delete(oldest[0])
    await finalize(oldest[1].statement)
  }
}

const withRows = <R>(rows: R[], answer: Answer): QueryResult<R> =>
  answer === 'changed rows' ? { rows, numAffectedRows: BigInt(rows.length) } : { rows }

const withChanges = <R>(changes: number, answer: Answer): QueryResult<R> =>
  answer === 'changes' ? { rows: [], numAffectedRows: BigInt(changes) } : { rows: [] }
