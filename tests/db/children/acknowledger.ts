import { writeSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { groupCommit } from '../../../db/group-commit.js'
import { openDatabase } from '../../../db/open.js'

/** Keeps 32 items in flight and prints the number of each once it is acknowledged, until killed. */
interface Tables {
  item: { no: number; words: string }
  part: { item: number; n: number }
}

const opened = await openDatabase(process.argv[2] ?? '', {
  migrations: [
    {
      version: 1,
      name: 'items',
      up: async (db) => {
        await db.schema
          .createTable('item')
          .addColumn('no', 'integer', (column) => column.primaryKey())
          .addColumn('words', 'text')
          .execute()
        await db.schema.createTable('part').addColumn('item', 'integer').addColumn('n', 'integer').execute()
      },
    },
  ],
})
if (!opened.ok) throw new Error(opened.error.code)
const db = opened.value.db as unknown as Kysely<Tables>

const commits = groupCommit(db, async (trx, no: number) => {
  await trx
    .insertInto('item')
    .values({ no, words: '讲座'.repeat(50) })
    .execute()
  await trx.insertInto('part').values({ item: no, n: 1 }).execute()
  await trx.insertInto('part').values({ item: no, n: 2 }).execute()
})

let no = Number(process.argv[3])
async function lane(): Promise<never> {
  for (;;) {
    const mine = no++
    await commits.submit(mine)
    writeSync(1, `${mine}\n`)
  }
}
await Promise.all(Array.from({ length: 32 }, lane))
