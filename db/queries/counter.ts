import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.js'

/** The next number of a name, `first` when none was taken yet; never the same twice. */
export async function nextNumber(
  db: Kysely<Schema>,
  name: 'record' | 'out' | 'erased',
  first: number,
): Promise<number> {
  const { value } = await db
    .insertInto('counter')
    .values({ name, value: first })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql`counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}
