import type { Kysely, Selectable } from 'kysely'
import type { SourceRow, SourceStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { equal } from './where.js'

export const sourceStore = (db: Kysely<Schema>): SourceStore => ({
  async put({ messageId, room, sender, senderName, sentAt, text }) {
    await db
      .insertInto('source')
      .values({ message_id: messageId, room, sender, sender_name: senderName, sent_at: sentAt, text })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },

  async get(messageId) {
    const row = await db
      .selectFrom('source')
      .selectAll()
      .where('message_id', '=', messageId)
      .executeTakeFirst()
    return row ? sourceOf(row) : null
  },

  async same({ messageId, room, sender, sentAt, text }, minutes) {
    const at = Date.parse(sentAt)
    const rows = await db
      .selectFrom('source')
      .selectAll()
      .where('sender', '=', sender)
      .where('sent_at', '>=', new Date(at - minutes * 60_000).toISOString())
      .where('sent_at', '<=', new Date(at + minutes * 60_000).toISOString())
      .where('text', '=', text)
      .where('message_id', '!=', messageId)
      .where(equal('room', room))
      .orderBy('sent_at', 'desc')
      .orderBy('message_id')
      .execute()
    return rows.map(sourceOf)
  },

  async ofSender(sender, from, to) {
    const rows = await db
      .selectFrom('source')
      .selectAll()
      .where('sender', '=', sender)
      .where('sent_at', '>=', from)
      .where('sent_at', '<=', to)
      .orderBy('sent_at')
      .orderBy('message_id')
      .execute()
    return rows.map(sourceOf)
  },

  async blankBefore(instant) {
    const { numUpdatedRows } = await db
      .updateTable('source')
      .set({ text: '' })
      .where('sent_at', '<', instant)
      .where('text', '!=', '')
      .executeTakeFirst()
    return Number(numUpdatedRows)
  },
})

const sourceOf = (row: Selectable<Schema['source']>): SourceRow => ({
  messageId: row.message_id,
  room: row.room,
  sender: row.sender,
  senderName: row.sender_name,
  sentAt: row.sent_at,
  text: row.text,
})
