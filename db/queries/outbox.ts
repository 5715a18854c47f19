import { sql, type Kysely, type Selectable } from 'kysely'
import type { OutboxRow, OutboxStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { json, numbers, strings } from '../values.js'
import { nextNumber } from './counter.js'

export const outboxStore = (db: Kysely<Schema>): OutboxStore => ({
  async plan(row, key) {
    const planned = await db
      .insertInto('outbox')
      .values({
        key,
        room: row.room,
        person: row.person,
        class: row.class,
        text: row.text,
        mentions: json(row.mentions),
        in_reply_to: row.inReplyTo,
        file: row.file,
        records: json(row.records),
        line: row.line,
        not_before: row.notBefore,
        status: 'planned',
        created_at: row.createdAt,
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('id')
      .executeTakeFirst()
    return planned?.id ?? null
  },

  async due(now, limit) {
    const rows = await rowsWith(db, 'planned')
      .where('not_before', '<=', now)
      .orderBy('not_before')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(outboxOf)
  },

  async dueWritten(now, before) {
    const rows = await rowsWith(db, 'planned')
      .where('class', 'in', ['question', 'receipt'])
      .where('not_before', '<=', now)
      .where('created_at', '<=', before)
      .orderBy('not_before')
      .orderBy('id')
      .execute()
    return rows.map(outboxOf)
  },

  async nextDue() {
    const first = await db
      .selectFrom('outbox')
      .select('not_before')
      .where('status', '=', 'planned')
      .orderBy('not_before')
      .limit(1)
      .executeTakeFirst()
    return first?.not_before ?? null
  },

  byId: (id) => one(db.selectFrom('outbox').selectAll().where('id', '=', id)),

  async claim(id) {
    const claimed = await db
      .updateTable('outbox')
      .set({ status: 'sending' })
      .where('id', '=', id)
      .where('status', '=', 'planned')
      .returning('out_no')
      .executeTakeFirst()
    if (!claimed) return null
    // One that was postponed keeps the number it was first sent with.
    if (claimed.out_no !== null) return claimed.out_no
    const outNo = await nextNumber(db, 'out', 1)
    await db.updateTable('outbox').set({ out_no: outNo }).where('id', '=', id).execute()
    return outNo
  },

  async finish(id, { status, at, platformId, error }) {
    const reached = status === 'sent' || status === 'unknown'
    await db
      .updateTable('outbox')
      .set({ status, sent_at: reached ? at : null, platform_id: platformId ?? null, error: error ?? null })
      .where('id', '=', id)
      .execute()
  },

  async postpone(id, notBefore) {
    await db
      .updateTable('outbox')
      .set({ status: 'planned', not_before: notBefore })
      .where('id', '=', id)
      .where('status', 'in', ['planned', 'sending'])
      .execute()
  },

  async merge(into, text, records, others) {
    const merged = await rowsWith(db, 'planned')
      .where('id', 'in', [into, ...others])
      .orderBy('id')
      .execute()
    // Postponed and merged once more, it is told line by line again.
    const line = merged.flatMap((row) => row.line ?? []).join('\n')
    await db
      .updateTable('outbox')
      .set({ text, line, records: json(records) })
      .where('id', '=', into)
      .where('status', '=', 'planned')
      .execute()
    const rest = others.filter((id) => id !== into)
    if (rest.length === 0) return
    await db
      .updateTable('outbox')
      .set({ status: 'merged' })
      .where('id', 'in', rest)
      .where('status', '=', 'planned')
      .execute()
  },

  async setNotBefore(id, notBefore) {
    await db.updateTable('outbox').set({ not_before: notBefore }).where('id', '=', id).execute()
  },

  byOutNo: (outNo) => one(db.selectFrom('outbox').selectAll().where('out_no', '=', outNo)),

  byPlatformId: (platformId) =>
    one(
      db
        .selectFrom('outbox')
        .selectAll()
        .where('platform_id', '=', platformId)
        .orderBy('id', 'desc')
        .limit(1),
    ),

  async recent({ room, person }, limit) {
    let query = db.selectFrom('outbox').selectAll().where('status', 'in', ['sent', 'unknown'])
    if (room !== undefined) query = query.where('room', '=', room)
    if (person !== undefined) query = query.where('person', '=', person)
    return (await query.orderBy('out_no', 'desc').limit(limit).execute()).map(outboxOf)
  },

  async sentCount(room, from) {
    const { n } = await db
      .selectFrom('outbox')
      .select((eb) => eb.fn.countAll<number | string>().as('n'))
      .where('room', '=', room)
      .where('status', 'in', ['sent', 'sending', 'unknown'])
      .where('class', '!=', 'tip')
      .where(sql`coalesce(sent_at, not_before)`, '>=', from) // what is being sent has no time yet
      .executeTakeFirstOrThrow()
    return Number(n)
  },

  async plannedReceipts(room) {
    const rows = await rowsWith(db, 'planned')
      .where('room', '=', room)
      .where('class', '=', 'receipt')
      .orderBy('id')
      .execute()
    return rows.map(outboxOf)
  },

  async withStatus(status, from) {
    const rows = await rowsWith(db, status).where('created_at', '>=', from).orderBy('id').execute()
    return rows.map(outboxOf)
  },

  async markInterrupted() {
    const rows = await db
      .updateTable('outbox')
      .set({ status: 'unknown' })
      .where('status', '=', 'sending')
      .returningAll()
      .execute()
    return rows.map(outboxOf).sort((a, b) => a.id - b.id)
  },
})

const rowsWith = (db: Kysely<Schema>, status: OutboxRow['status']) =>
  db.selectFrom('outbox').selectAll().where('status', '=', status)

type Columns = Selectable<Schema['outbox']>

async function one(query: { executeTakeFirst(): Promise<Columns | undefined> }): Promise<OutboxRow | null> {
  const row = await query.executeTakeFirst()
  return row ? outboxOf(row) : null
}

const outboxOf = (row: Columns): OutboxRow => ({
  id: row.id,
  outNo: row.out_no,
  room: row.room,
  person: row.person,
  class: row.class,
  text: row.text,
  mentions: strings(row.mentions),
  inReplyTo: row.in_reply_to,
  file: row.file,
  records: numbers(row.records),
  line: row.line,
  notBefore: row.not_before,
  status: row.status,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  platformId: row.platform_id,
  error: row.error,
})
