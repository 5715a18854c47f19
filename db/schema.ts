/** The tables as Kysely knows them. */
export interface Schema {
  migration: MigrationTable
}

export interface MigrationTable {
  version: number
  name: string
}
