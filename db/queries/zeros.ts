import type { Kysely } from 'kysely'
import type { ZeroStore } from '../../src/store.js'
import type { Schema } from '../schema.js'

export const zeroStore = (db: Kysely<Schema>): ZeroStore => ({
  async put({ unit, month, by, at, message }) {
    const values = { by_person: by, at, message }
    await db
      .insertInto('zero_report')
      .values({ unit, month, ...values })
      .onConflict((conflict) => conflict.columns(['month', 'unit']).doUpdateSet(values))
      .execute()
  },

  async remove(unit, month) {
    await db.deleteFrom('zero_report').where('unit', '=', unit).where('month', '=', month).execute()
  },

  async of(month) {
    return db
      .selectFrom('zero_report')
      .select(['unit', 'by_person as by', 'at'])
      .where('month', '=', month)
      .orderBy('unit')
      .execute()
  },
})
