import {
  PrimaryKeyConstraintNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CreateTableNode,
  type Dialect,
  type OperationNode,
} from 'kysely'
import { isWideInteger } from './bind.js'
import { SqliteDriver, type SqliteConfig } from './driver.js'

/** With `begin immediate` processes that start at once migrate one after the other. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class Compiler extends SqliteQueryCompiler {
  /** The driver binds integers of more than 31 bits as REAL, for which `?/1000` is no integer division. */
  protected override appendValue(value: unknown): void {
    if (!isWideInteger(value)) return super.appendValue(value)
    this.append('cast(')
    super.appendValue(value)
    this.append(' as integer)')
  }

  /**
   * Every table is STRICT: a column holds its type or the statement fails, as in PostgreSQL. One whose primary key is
   * a constraint of its own (several columns) is kept in that key's order, without a second copy of the key.
   */
  protected override visitCreateTable(node: CreateTableNode): void {
    super.visitCreateTable(node)
    if (node.selectQuery) return
    this.append(' strict')
    if (node.constraints?.some(isPrimaryKey)) this.append(', without rowid')
  }
}

const isPrimaryKey = (constraint: OperationNode): boolean => PrimaryKeyConstraintNode.is(constraint)

/**
 * Kysely over the npm package `sqlite3`. `insertId` is never reported (the driver's is stale after a conflict that
 * did nothing): use `returning`, as on PostgreSQL.
 */
export function sqliteDialect(config: SqliteConfig): Dialect {
  return {
    createDriver: () => new SqliteDriver(config),
    createQueryCompiler: () => new Compiler(),
    createAdapter: () => new Adapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}
