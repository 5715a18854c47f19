import type { Kysely } from 'kysely'
import type { Schema } from '../schema.js'
import { flag, json, parse, strings } from '../values.js'

/**
 * The office said that two ids are one person: everything of the one is the other's from now on, in every table. What
 * was said and recorded stays as it was, with its versions; only whose it is changes. Gives the numbers of the records
 * that moved, smallest first.
 */
export async function joinPerson(db: Kysely<Schema>, from: string, to: string): Promise<number[]> {
  if (from === to) return []
  const moved = await db
    .selectFrom('record')
    .select('no')
    .where('reporter', '=', from)
    .orderBy('no')
    .execute()
  await joinRow(db, from, to)
  await db.updateTable('record').set({ reporter: to }).where('reporter', '=', from).execute()
  for (const table of ['source', 'missed'] as const)
    await db.updateTable(table).set({ sender: to }).where('sender', '=', from).execute()
  for (const table of ['witness', 'question', 'outbox', 'plan', 'todo', 'call', 'essay'] as const)
    await db.updateTable(table).set({ person: to }).where('person', '=', from).execute()
  for (const table of ['record_version', 'zero_report', 'target', 'closing', 'tip_choice'] as const)
    await db.updateTable(table).set({ by_person: to }).where('by_person', '=', from).execute()
  await joinReviews(db, from, to)
  await joinMentions(db, from, to)
  await joinFacts(db, from, to)
  await joinSettings(db, from, to)
  return moved.map(({ no }) => no)
}

/** The person as known under both: what the kept id says counts, what it does not say comes from the other. */
async function joinRow(db: Kysely<Schema>, from: string, to: string): Promise<void> {
  const row = (id: string) => db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  const [one, other] = [await row(to), await row(from)]
  if (!other) return
  await db.deleteFrom('person').where('id', '=', from).execute()
  if (one)
    await db
      .updateTable('person')
      .set({
        unit: one.unit ?? other.unit,
        receipts: one.receipts + other.receipts,
        no_reminders_until: one.no_reminders_until ?? other.no_reminders_until,
      })
      .where('id', '=', to)
      .execute()
  else
    await db
      .insertInto('person')
      .values({ ...other, id: to, in_org: flag(false) })
      .execute()
}

async function joinReviews(db: Kysely<Schema>, from: string, to: string): Promise<void> {
  await db.updateTable('essay').set({ reviewer: to }).where('reviewer', '=', from).execute()
  const signed = db.selectFrom('tip_signature').select('tip').where('reviewer', '=', to)
  await db
    .updateTable('tip_signature')
    .set({ reviewer: to })
    .where('reviewer', '=', from)
    .where('tip', 'not in', signed)
    .execute()
  await db.deleteFrom('tip_signature').where('reviewer', '=', from).execute()
}

async function joinMentions(db: Kysely<Schema>, from: string, to: string): Promise<void> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'mentions'])
    .where('mentions', '!=', '[]')
    .where('status', '=', 'planned')
    .execute()
  for (const { id, mentions } of rows) {
    if (!strings(mentions).includes(from)) continue
    const named = [...new Set(strings(mentions).map((one) => (one === from ? to : one)))]
    await db
      .updateTable('outbox')
      .set({ mentions: json(named) })
      .where('id', '=', id)
      .execute()
  }
}

/** Facts of what is still open name people by id. Who is who is the transport's own table. */
async function joinFacts(db: Kysely<Schema>, from: string, to: string): Promise<void> {
  const renamed = (data: string): string =>
    JSON.stringify(parse(data), (_, value: unknown) => (value === from ? to : value))
  const todos = await db
    .selectFrom('todo')
    .select(['id', 'data'])
    .where('status', '=', 'open')
    .where('what', '!=', 'identity')
    .execute()
  for (const { id, data } of todos)
    if (renamed(data) !== data)
      await db
        .updateTable('todo')
        .set({ data: renamed(data) })
        .where('id', '=', id)
        .execute()
  const questions = await db
    .selectFrom('question')
    .select(['id', 'data'])
    .where('status', 'in', ['open', 'deferred'])
    .execute()
  for (const { id, data } of questions)
    if (renamed(data) !== data)
      await db
        .updateTable('question')
        .set({ data: renamed(data) })
        .where('id', '=', id)
        .execute()
}

/** Settings kept under the person's id, as `name:<id>` or `name:<id>:more`; where both have one the kept id's stays. */
async function joinSettings(db: Kysely<Schema>, from: string, to: string): Promise<void> {
  for (const { key } of await db.selectFrom('setting').select('key').execute()) {
    const parts = key.split(':')
    if (!parts.includes(from) || parts[0]!.startsWith('identity')) continue
    const other = parts.map((part) => (part === from ? to : part)).join(':')
    const taken = await db.selectFrom('setting').select('key').where('key', '=', other).executeTakeFirst()
    if (taken) await db.deleteFrom('setting').where('key', '=', key).execute()
    else await db.updateTable('setting').set({ key: other }).where('key', '=', key).execute()
  }
}
