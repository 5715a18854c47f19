import { sql, type Expression, type SqlBool } from 'kysely'

/** Equality that holds of null and null as well, in the words of every database. */
export const equal = (column: string, value: string | number | null): Expression<SqlBool> =>
  value === null ? sql<SqlBool>`${sql.ref(column)} is null` : sql<SqlBool>`${sql.ref(column)} = ${value}`

/** What an offset without a limit needs. */
export const everything = 2_147_483_647
