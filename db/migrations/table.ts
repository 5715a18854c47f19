import type { CreateTableBuilder, Transaction } from 'kysely'

/** The columns our tables have: `?` may be null; `id` numbers its rows and never reuses a number. */
type ColumnType = 'id' | 'text' | 'text?' | 'integer' | 'integer?'

interface Details {
  /** Primary key, unless the first column is an `id`. */
  readonly key?: readonly string[]
  readonly unique?: readonly string[]
  /** One index a list. */
  readonly indexes?: readonly (readonly string[])[]
}

/** Makes a table of text and integer columns with its indexes. Used by released migrations: never changed. */
export async function createTable(
  db: Transaction<unknown>,
  name: string,
  columns: Readonly<Record<string, ColumnType>>,
  { key = [], unique = [], indexes = [] }: Details = {},
): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name)
  for (const [column, type] of Object.entries(columns)) {
    table = table.addColumn(column, type.startsWith('text') ? 'text' : 'integer', (definition) => {
      if (type === 'id') return definition.primaryKey().autoIncrement()
      const filled = type.endsWith('?') ? definition : definition.notNull()
      const alone = key.length === 1 && key[0] === column ? filled.primaryKey() : filled
      return unique.includes(column) ? alone.unique() : alone
    })
  }
  if (key.length > 1) table = table.addPrimaryKeyConstraint(`${name}_key`, [...key])
  await table.execute()
  for (const index of indexes) {
    await db.schema
      .createIndex(`${name}_by_${index.join('_')}`)
      .on(name)
      .columns([...index])
      .execute()
  }
}
