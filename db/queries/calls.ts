import type { Kysely } from 'kysely'
import type { CallStore } from '../../src/store.js'
import type { Schema } from '../schema.js'

export const callStore = (db: Kysely<Schema>): CallStore => ({
  async add({ message, person, room, at, outcome }) {
    await db.insertInto('call').values({ message, person, room, at, outcome }).execute()
  },

  async countSince(person, from, outcome) {
    let query = db
      .selectFrom('call')
      .select((eb) => eb.fn.countAll<number | string>().as('n'))
      .where('person', '=', person)
      .where('at', '>=', from)
    if (outcome) query = query.where('outcome', '=', outcome)
    return Number((await query.executeTakeFirstOrThrow()).n)
  },

  async countInRoom(room, from) {
    const row = await db
      .selectFrom('call')
      .select((eb) => eb.fn.countAll<number | string>().as('n'))
      .where('room', '=', room)
      .where('at', '>=', from)
      .where('outcome', '=', 'answered')
      .executeTakeFirstOrThrow()
    return Number(row.n)
  },

  async lastAt(person, outcome) {
    const row = await db
      .selectFrom('call')
      .select('at')
      .where('person', '=', person)
      .where('outcome', '=', outcome)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.at ?? null
  },

  async forgetBefore(instant) {
    const { numDeletedRows } = await db.deleteFrom('call').where('at', '<', instant).executeTakeFirst()
    return Number(numDeletedRows)
  },
})
