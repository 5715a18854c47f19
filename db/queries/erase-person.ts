import type { Kysely } from 'kysely'
import type { Schema } from '../schema.js'
import { json, strings } from '../values.js'
import { nextNumber } from './counter.js'

/**
 * 删除我的资料: name, settings, open questions and everything said in private go; what was recorded stays, told by
 * `erased-N`.
 */
export async function erasePerson(db: Kysely<Schema>, id: string): Promise<void> {
  const anonymous = `erased-${await nextNumber(db, 'erased', 1)}`
  for (const table of ['question', 'call'] as const) {
    await db.deleteFrom(table).where('person', '=', id).execute()
  }
  await db.deleteFrom('person').where('id', '=', id).execute()
  for (const { key } of await db.selectFrom('setting').select('key').execute()) {
    if (key.split(':').includes(id)) await db.deleteFrom('setting').where('key', '=', key).execute()
  }

  await db
    .updateTable('source')
    .set({ sender: anonymous, sender_name: '' })
    .where('sender', '=', id)
    .execute()
  await db
    .updateTable('missed')
    .set({ sender: anonymous, sender_name: '' })
    .where('sender', '=', id)
    .execute()
  await db.updateTable('essay').set({ person: anonymous, person_name: '' }).where('person', '=', id).execute()
  await db.updateTable('essay').set({ reviewer: anonymous }).where('reviewer', '=', id).execute()
  await db.updateTable('record').set({ reporter: anonymous }).where('reporter', '=', id).execute()
  for (const table of ['witness', 'plan', 'todo'] as const) {
    await db.updateTable(table).set({ person: anonymous }).where('person', '=', id).execute()
  }
  for (const table of ['record_version', 'zero_report', 'target', 'closing', 'tip_choice'] as const) {
    await db.updateTable(table).set({ by_person: anonymous }).where('by_person', '=', id).execute()
  }
  await eraseFromOutbox(db, id, anonymous)
}

async function eraseFromOutbox(db: Kysely<Schema>, id: string, anonymous: string): Promise<void> {
  await db.deleteFrom('outbox').where('person', '=', id).where('status', '=', 'planned').execute()
  await db
    .updateTable('outbox')
    .set({ person: anonymous, text: '', line: null, file: null })
    .where('person', '=', id)
    .execute()
  const mentioning = await db
    .selectFrom('outbox')
    .select(['id', 'mentions'])
    .where('mentions', '!=', '[]')
    .execute()
  for (const row of mentioning) {
    const mentions = strings(row.mentions)
    if (!mentions.includes(id)) continue
    const others = json(mentions.filter((mention) => mention !== id))
    await db.updateTable('outbox').set({ mentions: others }).where('id', '=', row.id).execute()
  }
}
