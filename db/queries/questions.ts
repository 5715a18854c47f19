import type { Kysely, Selectable } from 'kysely'
import type { QuestionRow, QuestionStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { json, parse } from '../values.js'
import { equal } from './where.js'

export const questionStore = (db: Kysely<Schema>): QuestionStore => ({
  async insert(question) {
    const { room, person, about, record, data, askedAt, expiresAt, status } = question
    const { id } = await db
      .insertInto('question')
      .values({
        room,
        person,
        about,
        record,
        data: json(data),
        asked_at: askedAt,
        expires_at: expiresAt,
        status,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { ...question, id }
  },

  async openFor(person, room, now) {
    const rows = await newestFirst(db)
      .where('person', '=', person)
      .where('status', '=', 'open')
      .where('expires_at', '>', now)
      .where(equal('room', room))
      .execute()
    return rows.map(questionOf)
  },

  async aboutRecord(no) {
    const rows = await db
      .selectFrom('question')
      .selectAll()
      .where('record', '=', no)
      .where('status', '=', 'open')
      .orderBy('id')
      .execute()
    return rows.map(questionOf)
  },

  async lastAbout(person, about) {
    const row = await newestFirst(db)
      .where('person', '=', person)
      .where('about', '=', about)
      .limit(1)
      .executeTakeFirst()
    return row ? questionOf(row) : null
  },

  async deferred(person, now) {
    const rows = await newestFirst(db)
      .where('person', '=', person)
      .where('status', '=', 'deferred')
      .where('expires_at', '>', now)
      .execute()
    return rows.map(questionOf)
  },

  async askedSince(person, from) {
    const rows = await db
      .selectFrom('question')
      .selectAll()
      .where('person', '=', person)
      .where('asked_at', '>=', from)
      .orderBy('asked_at')
      .orderBy('id')
      .execute()
    return rows.map(questionOf)
  },

  async byId(id) {
    const row = await db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? questionOf(row) : null
  },

  async close(id, status) {
    await db.updateTable('question').set({ status }).where('id', '=', id).execute()
  },
})

const newestFirst = (db: Kysely<Schema>) =>
  db.selectFrom('question').selectAll().orderBy('asked_at', 'desc').orderBy('id', 'desc')

const questionOf = (row: Selectable<Schema['question']>): QuestionRow => ({
  id: row.id,
  room: row.room,
  person: row.person,
  about: row.about,
  record: row.record,
  data: parse(row.data),
  askedAt: row.asked_at,
  expiresAt: row.expires_at,
  status: row.status,
})
