import type { Kysely, Selectable } from 'kysely'
import type { JointRow, JointStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { json, numbers, strings } from '../values.js'

export const jointStore = (db: Kysely<Schema>): JointStore => ({
  async insert(joint) {
    const { id } = await db
      .insertInto('joint')
      .values(valuesOf(joint))
      .returning('id')
      .executeTakeFirstOrThrow()
    await putMembers(db, id, joint.members)
    return { ...joint, id }
  },

  async update(joint) {
    await db.updateTable('joint').set(valuesOf(joint)).where('id', '=', joint.id).execute()
    await db.deleteFrom('joint_member').where('joint', '=', joint.id).execute()
    await putMembers(db, joint.id, joint.members)
  },

  async byId(id) {
    const row = await db.selectFrom('joint').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? jointOf(row) : null
  },

  async byRecord(no) {
    const rows = await db
      .selectFrom('joint')
      .selectAll()
      .where('id', 'in', db.selectFrom('joint_member').select('joint').where('no', '=', no))
      .orderBy('id', 'desc')
      .execute()
    return rows.map(jointOf)
  },

  async withStatus(status) {
    const rows = await db.selectFrom('joint').selectAll().where('status', '=', status).orderBy('id').execute()
    return rows.map(jointOf)
  },
})

async function putMembers(db: Kysely<Schema>, joint: number, members: readonly number[]): Promise<void> {
  const rows = [...new Set(members)].map((no) => ({ joint, no }))
  if (rows.length > 0) await db.insertInto('joint_member').values(rows).execute()
}

const valuesOf = ({ members, status, lead, attendance, signs, at }: Omit<JointRow, 'id'>) => ({
  members: json(members),
  status,
  lead,
  attendance,
  signs: json(signs),
  at,
})

const jointOf = ({ members, signs, ...row }: Selectable<Schema['joint']>): JointRow => ({
  ...row,
  members: numbers(members),
  signs: strings(signs),
})
