import type { Kysely, Selectable } from 'kysely'
import type { PeopleStore, PersonRow } from '../../src/store.js'
import type { Duty } from '../../src/core/org.js'
import type { Schema } from '../schema.js'
import { flag, json, strings } from '../values.js'
import { erasePerson } from './erase-person.js'
import { joinPerson } from './join-person.js'
import { settingStore } from './settings.js'

/** What the org file said of somebody last: role and unit. */
const statedKey = (id: string): string => `stated:${id}`

export const peopleStore = (db: Kysely<Schema>): PeopleStore => ({
  async sync({ people }) {
    const ids = new Set(people.map((person) => person.id))
    for (const { id } of await db.selectFrom('person').select('id').where('in_org', '=', 1).execute()) {
      // Out of the file means out of office; the unit stays, they may go on reporting for it.
      const left = { in_org: flag(false), role: 'member' as const, duties: json([]) }
      if (ids.has(id)) continue
      await db.updateTable('person').set(left).where('id', '=', id).execute()
      await settingStore(db).remove(statedKey(id))
    }
    for (const { id, name, unit, role, duties } of people) {
      const before = await settingStore(db).get(statedKey(id))
      const [oldRole, oldUnit] = before?.split('\n') ?? []
      // what the file said before it says still: a handover told in the chat since then stands
      const stated = {
        name,
        duties: json(duties),
        in_org: flag(true),
        ...(oldRole === role ? {} : { role }),
        ...(unit === null || oldUnit === unit ? {} : { unit }),
      }
      await settingStore(db).set(statedKey(id), `${role}\n${unit ?? ''}`)
      await db
        .insertInto('person')
        .values({ id, ...stated, role, unit, receipts: 0, no_reminders_until: null })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(stated))
        .execute()
    }
  },

  async byId(id) {
    const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? personOf(row) : null
  },

  async byName(name) {
    const rows = await db.selectFrom('person').selectAll().where('name', '=', name).orderBy('id').execute()
    return rows.map(personOf)
  },

  async withRole(roles, unit) {
    if (roles.length === 0) return []
    let query = db
      .selectFrom('person')
      .selectAll()
      .where('role', 'in', [...roles])
    if (unit !== undefined) query = query.where('unit', '=', unit)
    return (await query.orderBy('id').execute()).map(personOf)
  },

  async withDuty(duty) {
    const rows = await db.selectFrom('person').selectAll().where('duties', '!=', '[]').orderBy('id').execute()
    return rows.map(personOf).filter((person) => person.duties.includes(duty))
  },

  async put(person) {
    const { id, name, unit, role, receipts } = person
    const values = {
      name,
      unit,
      role,
      receipts,
      duties: json(person.duties),
      in_org: flag(person.inOrg),
      no_reminders_until: person.noRemindersUntil,
    }
    await db
      .insertInto('person')
      .values({ id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute()
  },

  erase: (id) => erasePerson(db, id),
  join: (from, to) => joinPerson(db, from, to),
})

const personOf = (row: Selectable<Schema['person']>): PersonRow => ({
  id: row.id,
  name: row.name,
  unit: row.unit,
  role: row.role,
  duties: strings(row.duties) as Duty[],
  inOrg: row.in_org === 1,
  receipts: row.receipts,
  noRemindersUntil: row.no_reminders_until,
})
