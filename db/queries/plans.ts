import type { Kysely, Selectable } from 'kysely'
import type { PlanRow, PlanStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { json, strings } from '../values.js'

export const planStore = (db: Kysely<Schema>): PlanStore => ({
  async insert(plan) {
    const { id } = await db
      .insertInto('plan')
      .values(valuesOf(plan))
      .returning('id')
      .executeTakeFirstOrThrow()
    return { ...plan, id }
  },

  async update(plan) {
    await db.updateTable('plan').set(valuesOf(plan)).where('id', '=', plan.id).execute()
  },

  async openOf(person) {
    const rows = await stillOpen(db)
      .where('person', '=', person)
      .orderBy('day', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map(planOf)
  },

  async openOn(day) {
    return (await stillOpen(db).where('day', '=', day).orderBy('id').execute()).map(planOf)
  },

  async byId(id) {
    const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? planOf(row) : null
  },
})

const stillOpen = (db: Kysely<Schema>) =>
  db.selectFrom('plan').selectAll().where('status', 'in', ['open', 'asked'])

const valuesOf = (plan: Omit<PlanRow, 'id'>) => ({
  person: plan.person,
  room: plan.room,
  unit: plan.unit,
  kind: plan.kind,
  day: plan.day,
  venue: plan.venue,
  topics: json(plan.topics),
  message: plan.message,
  status: plan.status,
  record: plan.record,
})

const planOf = ({ topics, ...row }: Selectable<Schema['plan']>): PlanRow => ({
  ...row,
  topics: strings(topics),
})
