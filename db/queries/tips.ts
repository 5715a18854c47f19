import type { Kysely } from 'kysely'
import type { TipStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { essayStore } from './essays.js'

export const tipStore = (db: Kysely<Schema>): TipStore => ({
  async claim({ room, day, tip, reason, outbox, at }) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('tip_sent')
      .values({ room, day, tip, reason, outbox, at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  },

  async history(room, from) {
    return db
      .selectFrom('tip_sent')
      .selectAll()
      .where('room', '=', room)
      .where('day', '>=', from)
      .orderBy('day')
      .execute()
  },

  async on(day) {
    return db.selectFrom('tip_sent').selectAll().where('day', '=', day).orderBy('room').execute()
  },

  async setOutbox(room, day, outbox) {
    await db.updateTable('tip_sent').set({ outbox }).where('room', '=', room).where('day', '=', day).execute()
  },

  async byOutbox(outbox) {
    const row = await db.selectFrom('tip_sent').selectAll().where('outbox', '=', outbox).executeTakeFirst()
    return row ?? null
  },

  async setChoice({ room, day, tip, by }) {
    const values = { tip, by_person: by }
    await db
      .insertInto('tip_choice')
      .values({ room, day, ...values })
      .onConflict((conflict) => conflict.columns(['day', 'room']).doUpdateSet(values))
      .execute()
  },

  async unsetChoice(day, room) {
    let query = db.deleteFrom('tip_choice').where('day', '=', day)
    if (room !== null) query = query.where('room', '=', room)
    await query.execute()
  },

  async choices(from) {
    return db
      .selectFrom('tip_choice')
      .select(['room', 'day', 'tip'])
      .where('day', '>=', from)
      .orderBy('day')
      .orderBy('room')
      .execute()
  },

  async sign(tip, reviewer, at) {
    await db
      .insertInto('tip_signature')
      .values({ tip, reviewer, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },

  async signatures() {
    return db
      .selectFrom('tip_signature')
      .select(['tip', 'reviewer'])
      .orderBy('tip')
      .orderBy('reviewer')
      .execute()
  },

  ...essayStore(db),
})
