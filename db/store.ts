import type { Kysely } from 'kysely'
import type { Database, Store } from '../src/store.js'
import { groupCommit } from './group-commit.js'
import type { OpenDatabase } from './open.js'
import { callStore } from './queries/calls.js'
import { closingStore } from './queries/closings.js'
import { jobStore } from './queries/jobs.js'
import { jointStore } from './queries/joints.js'
import { missedStore } from './queries/missed.js'
import { outboxStore } from './queries/outbox.js'
import { peopleStore } from './queries/people.js'
import { planStore } from './queries/plans.js'
import { questionStore } from './queries/questions.js'
import { recordStore } from './queries/records.js'
import { rollupStore } from './queries/rollup.js'
import { roomStore } from './queries/rooms.js'
import { seenStore } from './queries/seen.js'
import { settingStore } from './queries/settings.js'
import { sourceStore } from './queries/sources.js'
import { targetStore } from './queries/targets.js'
import { tipStore } from './queries/tips.js'
import { todoStore } from './queries/todos.js'
import { unitStore } from './queries/units.js'
import { zeroStore } from './queries/zeros.js'
import type { Schema } from './schema.js'

/** The store over a database, or over the transaction that stands in for it. */
export const createStore = (db: Kysely<Schema>): Store => ({
  seen: seenStore(db),
  units: unitStore(db),
  people: peopleStore(db),
  rooms: roomStore(db),
  sources: sourceStore(db),
  records: recordStore(db),
  rollup: rollupStore(db),
  joints: jointStore(db),
  questions: questionStore(db),
  outbox: outboxStore(db),
  plans: planStore(db),
  zeros: zeroStore(db),
  targets: targetStore(db),
  closings: closingStore(db),
  missed: missedStore(db),
  todos: todoStore(db),
  calls: callStore(db),
  jobs: jobStore(db),
  tips: tipStore(db),
  settings: settingStore(db),
})

/** The opened database as the house holds it. */
export function createDatabase(opened: OpenDatabase): Database {
  const { db } = opened
  const commits = groupCommit(db, (trx, run: (store: Store) => Promise<unknown>) => run(createStore(trx)))
  return {
    work: <T>(run: (store: Store) => Promise<T>) => commits.submit(run) as Promise<T>,
    read: (run) =>
      db
        .transaction()
        .setAccessMode('read only')
        .execute((trx) => run(createStore(trx))),
    async close() {
      await commits.idle()
      await opened.close()
    },
  }
}
