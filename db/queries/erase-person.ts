import type { Kysely } from 'kysely'
import type { Schema } from '../schema.js'
import { activityOf, json, strings } from '../values.js'
import { nextNumber } from './counter.js'

/**
 * 删除我的资料: name, settings, open questions and every word said go; what waited for the person is closed. What was
 * recorded stays as figures, told by `erased-N`; each figure keeps its own words.
 */
export async function erasePerson(db: Kysely<Schema>, id: string): Promise<void> {
  const anonymous = `erased-${await nextNumber(db, 'erased', 1)}`
  const known = await db.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst()
  const said = await db
    .selectFrom('source')
    .select('sender_name')
    .distinct()
    .where('sender', '=', id)
    .execute()
  const names = [...new Set([known?.name ?? '', ...said.map((s) => s.sender_name)])].filter(
    (n) => n.length > 1,
  )
  await db.deleteFrom('person').where('id', '=', id).execute()
  for (const { key } of await db.selectFrom('setting').select('key').execute()) {
    if (key.split(':').includes(id)) await db.deleteFrom('setting').where('key', '=', key).execute()
  }

  await eraseFromRecords(db, id, names)
  await eraseFromOutbox(db, id, names, anonymous)
  for (const table of ['question', 'call'] as const) {
    await db.deleteFrom(table).where('person', '=', id).execute()
  }
  const nobody = { sender: anonymous, sender_name: '', text: '' }
  await db.updateTable('source').set(nobody).where('sender', '=', id).execute()
  await db
    .updateTable('missed')
    .set({ ...nobody, status: 'dismissed' })
    .where('sender', '=', id)
    .execute()
  await db
    .updateTable('todo')
    .set({ text: '', data: json(null), status: 'done' })
    .where('person', '=', id)
    .execute()
  await db
    .updateTable('plan')
    .set({ status: 'cancelled' })
    .where('person', '=', id)
    .where('status', 'in', ['open', 'asked'])
    .execute()
  await db
    .updateTable('essay')
    .set({ status: 'withdrawn', day: null })
    .where('person', '=', id)
    .where('status', 'in', ['editor', 'reviewer', 'scheduled'])
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
}

/** A lecturer often reports himself: in what he reported his name goes from the speakers, in every version. */
async function eraseFromRecords(db: Kysely<Schema>, id: string, names: readonly string[]): Promise<void> {
  const without = (activity: string): string => {
    const kept = activityOf(activity)
    return json({ ...kept, speakers: kept.speakers.filter((s) => !names.includes(s)) })
  }
  const own = await db.selectFrom('record').select(['no', 'activity']).where('reporter', '=', id).execute()
  for (const { no, activity } of own) {
    await db
      .updateTable('record')
      .set({ activity: without(activity) })
      .where('no', '=', no)
      .execute()
    const versions = await db
      .selectFrom('record_version')
      .select(['version', 'activity'])
      .where('no', '=', no)
      .execute()
    for (const v of versions) {
      await db
        .updateTable('record_version')
        .set({ activity: without(v.activity) })
        .where('no', '=', no)
        .where('version', '=', v.version)
        .execute()
    }
  }
}

/** Everything said to the person, or in answer to what the person said, loses its words. */
async function eraseFromOutbox(
  db: Kysely<Schema>,
  id: string,
  names: readonly string[],
  anonymous: string,
): Promise<void> {
  const wordless = { text: '', line: null, file: null }
  const told = db
    .selectFrom('source')
    .select('message_id as message')
    .where('sender', '=', id)
    .union(db.selectFrom('call').select('message').where('person', '=', id))
  await db.deleteFrom('outbox').where('person', '=', id).where('status', '=', 'planned').execute()
  await db
    .updateTable('outbox')
    .set({ person: anonymous, ...wordless })
    .where('person', '=', id)
    .execute()
  await db
    .updateTable('outbox')
    .set(wordless)
    .where('in_reply_to', 'in', told)
    .where('status', '!=', 'planned')
    .execute()
  for (const name of names) await eraseName(db, name)
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

/** What was said or is to be done for others about the person no longer says who. */
async function eraseName(db: Kysely<Schema>, name: string): Promise<void> {
  for (const table of ['outbox', 'todo'] as const) {
    await db
      .updateTable(table)
      .set((eb) => ({ text: eb.fn<string>('replace', ['text', eb.val(name), eb.val('一位老师')]) }))
      .where((eb) => eb(eb.fn<string>('replace', ['text', eb.val(name), eb.val('')]), '!=', eb.ref('text')))
      .execute()
  }
}
