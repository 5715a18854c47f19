import type { Kysely, Selectable } from 'kysely'
import type { MissedRow, MissedStore } from '../../src/store.js'
import type { Schema } from '../schema.js'

export const missedStore = (db: Kysely<Schema>): MissedStore => ({
  async insert(missed) {
    const { message, room, sender, senderName, sentAt, text, unit, why, status } = missed
    const { id } = await db
      .insertInto('missed')
      .values({ message, room, sender, sender_name: senderName, sent_at: sentAt, text, unit, why, status })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { ...missed, id }
  },

  async byId(id) {
    const row = await db.selectFrom('missed').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? missedOf(row) : null
  },

  async open(unit) {
    let query = db.selectFrom('missed').selectAll().where('status', '=', 'open')
    if (unit !== undefined) query = query.where('unit', '=', unit)
    return (await query.orderBy('id').execute()).map(missedOf)
  },

  async settle(id, status) {
    await db.updateTable('missed').set({ status, text: '' }).where('id', '=', id).execute()
  },

  async forgetBefore(instant) {
    const { numDeletedRows } = await db.deleteFrom('missed').where('sent_at', '<', instant).executeTakeFirst()
    return Number(numDeletedRows)
  },
})

const missedOf = (row: Selectable<Schema['missed']>): MissedRow => ({
  id: row.id,
  message: row.message,
  room: row.room,
  sender: row.sender,
  senderName: row.sender_name,
  sentAt: row.sent_at,
  text: row.text,
  unit: row.unit,
  why: row.why,
  status: row.status,
})
