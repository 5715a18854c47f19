import { sql, type Kysely } from 'kysely'
import type { Unit } from '../../src/core/org.js'
import type { UnitStore } from '../../src/store.js'
import type { Schema } from '../schema.js'
import { flag } from '../values.js'
import { renameUnit } from './rename-unit.js'

export const unitStore = (db: Kysely<Schema>): UnitStore => ({
  async sync({ units }) {
    const named = new Set(units.map((unit) => unit.name))
    const gone = (await rows(db)).filter((row) => !named.has(row.name))
    let moved = false
    for (const { name } of gone) {
      const successor = units.find((unit) => unit.aliases.includes(name))
      if (successor) {
        await renameUnit(db, name, successor.name)
        moved = true
      } else
        await db
          .updateTable('unit')
          .set({ retired: flag(true) })
          .where('name', '=', name)
          .execute()
    }
    const before = new Map((await rows(db)).map((row) => [row.name, row.parent]))
    for (const [position, unit] of units.entries()) {
      const parent = before.get(unit.name)
      if (parent !== undefined && parent !== unit.parent) moved = true
      await putUnit(db, unit, position)
    }
    return moved
  },

  async all() {
    return (await rows(db)).map(({ name, parent, retired }) => ({ name, parent, retired: retired === 1 }))
  },
})

const rows = (db: Kysely<Schema>) =>
  db
    .selectFrom('unit')
    .selectAll()
    .orderBy('retired')
    .orderBy(sql`case when parent is null then 0 else 1 end`)
    .orderBy('position')
    .orderBy('name')
    .execute()

const putUnit = (db: Kysely<Schema>, { name, parent }: Unit, position: number) =>
  db
    .insertInto('unit')
    .values({ name, parent, position, retired: flag(false) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ parent, position, retired: flag(false) }))
    .execute()
