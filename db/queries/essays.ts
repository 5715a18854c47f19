import type { Kysely, Selectable } from 'kysely'
import type { EssayRow, TipStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { flag } from '../values.js'

/** The part of the tip store that keeps members' own essays. */
export const essayStore = (
  db: Kysely<Schema>,
): Pick<TipStore, 'insertEssay' | 'updateEssay' | 'essay' | 'essays'> => ({
  async insertEssay(essay) {
    const { id } = await db
      .insertInto('essay')
      .values(valuesOf(essay))
      .returning('id')
      .executeTakeFirstOrThrow()
    return { ...essay, id }
  },

  async updateEssay(essay) {
    await db.updateTable('essay').set(valuesOf(essay)).where('id', '=', essay.id).execute()
  },

  async essay(id) {
    const row = await db.selectFrom('essay').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? essayOf(row) : null
  },

  async essays({ person, status }) {
    let query = db.selectFrom('essay').selectAll()
    if (person !== undefined) query = query.where('person', '=', person)
    if (status) query = query.where('status', '=', status)
    return (await query.orderBy('id').execute()).map(essayOf)
  },
})

const valuesOf = (essay: Omit<EssayRow, 'id'>) => ({
  person: essay.person,
  person_name: essay.personName,
  text: essay.text,
  medical: flag(essay.medical),
  status: essay.status,
  day: essay.day,
  reviewer: essay.reviewer,
  at: essay.at,
})

const essayOf = ({ person_name, medical, ...row }: Selectable<Schema['essay']>): EssayRow => ({
  ...row,
  personName: person_name,
  medical: medical === 1,
})
