import type { Kysely, Selectable } from 'kysely'
import type { RoomRow, RoomStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { flag } from '../values.js'

export const roomStore = (db: Kysely<Schema>): RoomStore => ({
  async sync({ rooms }) {
    const before = new Map((await db.selectFrom('room').selectAll().execute()).map((row) => [row.name, row]))
    for (const { name, unit, tips } of rooms) {
      const stated = { unit, tips_at: tips, in_org: flag(true) }
      // 停科普 holds until the file says something else than it did.
      const changed = before.get(name)?.tips_at !== tips
      await db
        .insertInto('room')
        .values({ name, ...stated, tips_off: flag(false), quiet: flag(false) })
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet(changed ? { ...stated, tips_off: flag(false) } : stated),
        )
        .execute()
      before.delete(name)
    }
    const gone = { in_org: flag(false), tips_at: 'off' }
    for (const { name, in_org } of before.values()) {
      if (in_org) await db.updateTable('room').set(gone).where('name', '=', name).execute()
    }
  },

  async all() {
    return (await db.selectFrom('room').selectAll().orderBy('name').execute()).map(roomOf)
  },

  async byName(name) {
    const row = await db.selectFrom('room').selectAll().where('name', '=', name).executeTakeFirst()
    return row ? roomOf(row) : null
  },

  async put({ name, unit, tipsAt, tipsOff, quiet }) {
    const values = { unit, tips_at: tipsAt, tips_off: flag(tipsOff), quiet: flag(quiet) }
    await db
      .insertInto('room')
      .values({ name, ...values, in_org: flag(false) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
      .execute()
  },
})

const roomOf = (row: Selectable<Schema['room']>): RoomRow => ({
  name: row.name,
  unit: row.unit,
  tipsAt: row.tips_at,
  tipsOff: row.tips_off === 1,
  quiet: row.quiet === 1,
})
