import type { Kysely } from 'kysely'
import type { ClosingStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { json, parse } from '../values.js'

export const closingStore = (db: Kysely<Schema>): ClosingStore => ({
  async insert({ month, at, by, check, snapshot }) {
    await db
      .insertInto('closing')
      .values({ month, at, by_person: by, check_code: check, snapshot: json(snapshot) })
      .execute()
  },

  async get(month) {
    const row = await db
      .selectFrom('closing')
      .select(['month', 'at', 'by_person as by', 'check_code as check', 'snapshot'])
      .where('month', '=', month)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ? { ...row, snapshot: parse(row.snapshot) } : null
  },

  async all() {
    return db
      .selectFrom('closing')
      .select(['month', 'at', 'by_person as by', 'check_code as check'])
      .orderBy('month')
      .orderBy('id')
      .execute()
  },
})
