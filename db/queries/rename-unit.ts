import type { Kysely } from 'kysely'
import type { Activity } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { activityOf, json } from '../values.js'

/**
 * Moves everything told of a unit to its new name; months that were closed keep the old one, as they were signed.
 * The rollup is left to a recount.
 */
export async function renameUnit(db: Kysely<Schema>, from: string, to: string): Promise<void> {
  await renameInRecords(db, from, to)
  await db.updateTable('unit').set({ parent: to }).where('parent', '=', from).execute()
  await db.deleteFrom('unit').where('name', '=', from).execute()
  await db.updateTable('person').set({ unit: to }).where('unit', '=', from).execute()
  await db.updateTable('room').set({ unit: to }).where('unit', '=', from).execute()
  await db.updateTable('plan').set({ unit: to }).where('unit', '=', from).execute()
  await db.updateTable('missed').set({ unit: to }).where('unit', '=', from).execute()
  await db.updateTable('todo').set({ unit: to }).where('unit', '=', from).execute()
  await renameInKeys(db, from, to)
}

async function renameInRecords(db: Kysely<Schema>, from: string, to: string): Promise<void> {
  const renamed = (activity: Activity): Activity => ({
    ...activity,
    unit: activity.unit === from ? to : activity.unit,
    partners: activity.partners.map((partner) => (partner === from ? to : partner)),
  })
  // The name stands in the JSON as it is unless it holds quotes or the like: then every row is looked at.
  const words = `%${json(from)
    .slice(1, -1)
    .replace(/[\\%_]/g, '_')}%`
  const versions = await db
    .selectFrom('record_version')
    .selectAll()
    .where('activity', 'like', words)
    .execute()
  for (const { no, version, activity } of versions) {
    const changed = json(renamed(activityOf(activity)))
    await db
      .updateTable('record_version')
      .set({ activity: changed })
      .where('no', '=', no)
      .where('version', '=', version)
      .execute()
  }
  const records = await db
    .selectFrom('record')
    .select(['no', 'activity'])
    .where('activity', 'like', words)
    .execute()
  for (const { no, activity } of records) {
    const changed = renamed(activityOf(activity))
    await db
      .updateTable('record')
      .set({ unit: changed.unit, activity: json(changed) })
      .where('no', '=', no)
      .execute()
  }
}

/** Where the unit is part of a key, what the new name already has wins. */
async function renameInKeys(db: Kysely<Schema>, from: string, to: string): Promise<void> {
  const months = db.selectFrom('zero_report').select('month').where('unit', '=', to)
  await db.deleteFrom('zero_report').where('unit', '=', from).where('month', 'in', months).execute()
  await db.updateTable('zero_report').set({ unit: to }).where('unit', '=', from).execute()

  const targets = await db.selectFrom('target').select(['year', 'indicator']).where('unit', '=', to).execute()
  for (const { year, indicator } of targets) {
    await db
      .deleteFrom('target')
      .where('unit', '=', from)
      .where('year', '=', year)
      .where('indicator', '=', indicator)
      .execute()
  }
  await db.updateTable('target').set({ unit: to }).where('unit', '=', from).execute()
}
