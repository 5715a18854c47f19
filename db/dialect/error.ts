/** Which rule of a table a statement broke. */
export type ConstraintKind = 'unique' | 'foreign_key' | 'not_null' | 'check' | 'datatype'

const constraintWords: readonly (readonly [words: string, kind: ConstraintKind])[] = [
  ['UNIQUE constraint failed', 'unique'],
  ['FOREIGN KEY constraint failed', 'foreign_key'],
  ['NOT NULL constraint failed', 'not_null'],
  ['CHECK constraint failed', 'check'],
  ['cannot store', 'datatype'], // STRICT tables: cannot store TEXT value in INTEGER column c.n
  ['datatype mismatch', 'datatype'],
]

/**
 * What SQLite refused. `code` is the primary result code (`SQLITE_FULL`), the only one the driver reports; it tells
 * the kind of a broken constraint in the message alone. Neither message nor statement holds a bound value.
 */
export class SqliteError extends Error {
  override readonly name = 'SqliteError'

  constructor(
    message: string,
    readonly code: string,
    readonly statement: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }

  /** The kind of a broken constraint; `null` of any other error. */
  get constraint(): ConstraintKind | null {
    return constraintWords.find(([words]) => this.message.includes(words))?.[1] ?? null
  }
}

/** The driver's error with its statement. */
export function sqliteError(error: Error & { code?: string }, statement: string): SqliteError {
  return new SqliteError(error.message, error.code ?? 'SQLITE_ERROR', statement)
}
