import type { Kysely, Selectable } from 'kysely'
import type { TargetRow, TargetStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { flag } from '../values.js'

const key = ['year', 'unit', 'indicator'] as const

export const targetStore = (db: Kysely<Schema>): TargetStore => ({
  async sync({ targets }, at) {
    const before = new Map(
      (await db.selectFrom('target').selectAll().execute()).map((row) => [keyOf(row), row]),
    )
    for (const { year, unit, indicator, sessions = null, attendance = null } of targets) {
      const row = before.get(keyOf({ year, unit, indicator }))
      before.delete(keyOf({ year, unit, indicator }))
      const same = row?.in_org && row.org_sessions === sessions && row.org_attendance === attendance
      if (same) continue // what the chat set since then stands
      const values = {
        sessions,
        attendance,
        in_org: flag(true),
        org_sessions: sessions,
        org_attendance: attendance,
        by_person: null,
        at,
      }
      await db
        .insertInto('target')
        .values({ year, unit, indicator, ...values })
        .onConflict((conflict) => conflict.columns([...key]).doUpdateSet(values))
        .execute()
    }
    for (const row of before.values()) if (row.in_org) await leaveOrg(db, row)
  },

  async set({ year, unit, indicator, sessions, attendance }, by, at) {
    const values = { sessions, attendance, by_person: by, at }
    const notInOrg = { in_org: flag(false), org_sessions: null, org_attendance: null }
    await db
      .insertInto('target')
      .values({ year, unit, indicator, ...values, ...notInOrg })
      .onConflict((conflict) => conflict.columns([...key]).doUpdateSet(values))
      .execute()
  },

  async get(year, unit, indicator) {
    const row = await shown(db)
      .where('year', '=', year)
      .where('unit', '=', unit)
      .where('indicator', '=', indicator)
      .executeTakeFirst()
    return row ?? null
  },

  async of(year) {
    return shown(db).where('year', '=', year).orderBy('unit').orderBy('indicator').execute()
  },
})

/** A target taken out of the file goes with it, unless the chat had set it since. */
async function leaveOrg(
  db: Kysely<Schema>,
  { year, unit, indicator, by_person }: Selectable<Schema['target']>,
) {
  if (by_person === null) {
    await db
      .deleteFrom('target')
      .where('year', '=', year)
      .where('unit', '=', unit)
      .where('indicator', '=', indicator)
      .execute()
    return
  }
  await db
    .updateTable('target')
    .set({ in_org: flag(false), org_sessions: null, org_attendance: null })
    .where('year', '=', year)
    .where('unit', '=', unit)
    .where('indicator', '=', indicator)
    .execute()
}

const shown = (db: Kysely<Schema>) =>
  db.selectFrom('target').select(['year', 'unit', 'indicator', 'sessions', 'attendance'])

const keyOf = ({ year, unit, indicator }: Pick<TargetRow, (typeof key)[number]>): string =>
  `${year}\n${unit}\n${indicator}`
