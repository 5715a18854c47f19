import type { Kysely, Selectable } from 'kysely'
import type { TodoRow, TodoStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { json, parse } from '../values.js'
import { equal } from './where.js'

export const todoStore = (db: Kysely<Schema>): TodoStore => ({
  async insert(todo) {
    const { id } = await db
      .insertInto('todo')
      .values({ ...todo, data: json(todo.data) })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { ...todo, id }
  },

  async byId(id) {
    const row = await db.selectFrom('todo').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? todoOf(row) : null
  },

  async open(unit) {
    let query = db.selectFrom('todo').selectAll().where('status', '=', 'open')
    if (unit !== 'all') query = query.where(equal('unit', unit))
    return (await query.orderBy('id').execute()).map(todoOf)
  },

  async close(id) {
    await db.updateTable('todo').set({ status: 'done' }).where('id', '=', id).execute()
  },

  async retext(id, text) {
    await db.updateTable('todo').set({ text }).where('id', '=', id).execute()
  },

  async closeAbout(record, what) {
    let query = db.updateTable('todo').set({ status: 'done' }).where('record', '=', record)
    if (what) query = query.where('what', '=', what)
    await query.where('status', '=', 'open').execute()
  },
})

const todoOf = (row: Selectable<Schema['todo']>): TodoRow => ({ ...row, data: parse(row.data) })
