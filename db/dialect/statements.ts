import type { Database, RunResult, Statement } from 'sqlite3'
import type { Bound } from './bind.js'
import { sqliteError } from './error.js'

/** The driver's callbacks as promises; each call runs on a thread of the driver, never on the event loop. */

export function prepare(database: Database, text: string): Promise<Statement> {
  return new Promise((resolve, reject) => {
    const statement = database.prepare(text, (error) =>
      error ? reject(sqliteError(error, text)) : resolve(statement),
    )
  })
}

/** Runs to the end without rows; resolves to how many rows changed. */
export function run(statement: Statement, text: string, parameters: readonly Bound[]): Promise<number> {
  return new Promise((resolve, reject) => {
    statement.run(parameters, function (this: RunResult, error: Error | null) {
      if (error) reject(sqliteError(error, text))
      else resolve(this.changes)
    })
  })
}

export function all<R>(statement: Statement, text: string, parameters: readonly Bound[]): Promise<R[]> {
  return new Promise((resolve, reject) => {
    statement.all(parameters, (error: Error | null, rows: R[]) =>
      error ? reject(sqliteError(error, text)) : resolve(rows),
    )
  })
}

/** One step: the next row, `undefined` at the end. With parameters the statement starts anew. */
export function step<R>(
  statement: Statement,
  text: string,
  parameters: readonly Bound[] | null,
): Promise<R | undefined> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, row: R | undefined): void =>
      error ? reject(sqliteError(error, text)) : resolve(row)
    if (parameters) statement.get(parameters, done)
    else statement.get(done)
  })
}

/** Frees a statement. An error it ended with was reported when it happened. */
export function finalize(statement: Statement): Promise<void> {
  return new Promise((resolve) => {
    statement.finalize(() => resolve())
  })
}
