import { sql, type Kysely } from 'kysely'
import type { SettingStore } from '../../src/store.js'
import type { Schema } from '../schema.js'

export const settingStore = (db: Kysely<Schema>): SettingStore => ({
  async get(key) {
    const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
    return row?.value ?? null
  },

  async set(key, value) {
    await db
      .insertInto('setting')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  },

  async remove(key) {
    await db.deleteFrom('setting').where('key', '=', key).execute()
  },

  async list(prefix) {
    // Databases count characters, not UTF-16 units; `like` would take % and _ in a room's name for wildcards.
    const start = sql<string>`substr(${sql.ref('key')}, 1, ${Array.from(prefix).length})`
    return db
      .selectFrom('setting')
      .select(['key', 'value'])
      .where(start, '=', prefix)
      .orderBy('key')
      .execute()
  },
})
