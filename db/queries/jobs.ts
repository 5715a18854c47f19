import type { Kysely } from 'kysely'
import type { JobStore } from '../../src/store.js'
import type { Schema } from '../schema.js'

export const jobStore = (db: Kysely<Schema>): JobStore => ({
  async last(job, scope) {
    const row = await db
      .selectFrom('job_run')
      .select('slot')
      .where('job', '=', job)
      .where('scope', '=', scope)
      .executeTakeFirst()
    return row?.slot ?? null
  },

  all: () =>
    db.selectFrom('job_run').select(['job', 'scope', 'slot']).orderBy('job').orderBy('scope').execute(),

  async forgetAfter(instant) {
    const { numDeletedRows } = await db.deleteFrom('job_run').where('slot', '>', instant).executeTakeFirst()
    return Number(numDeletedRows)
  },

  async claim(job, scope, slot) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('job_run')
      .values({ job, scope, slot })
      .onConflict((conflict) =>
        conflict.columns(['job', 'scope']).doUpdateSet({ slot }).where('job_run.slot', '<', slot),
      )
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  },
})
