import type { UnitStore, PeopleStore, RoomStore } from './store/people.js'
import type { SourceStore, RecordStore } from './store/book.js'
import type { RollupStore, JointStore } from './store/totals.js'
import type { QuestionStore, OutboxStore, MissedStore, TodoStore } from './store/talk.js'
import type { PlanStore, ZeroStore, TargetStore, ClosingStore } from './store/year.js'
import type { TipStore } from './store/tips.js'
import type { SeenStore, CallStore, JobStore, SettingStore } from './store/house.js'

export type * from './store/common.js'
export type * from './store/people.js'
export type * from './store/book.js'
export type * from './store/totals.js'
export type * from './store/talk.js'
export type * from './store/year.js'
export type * from './store/tips.js'
export type * from './store/house.js'

/**
 * What the house asks of its database. `db/store.ts` implements it over Kysely; every method runs inside the
 * transaction the `Store` was made for, and reads its own writes. Lists come in the order named, or by number/id.
 */
export interface Store {
  readonly seen: SeenStore
  readonly units: UnitStore
  readonly people: PeopleStore
  readonly rooms: RoomStore
  readonly sources: SourceStore
  readonly records: RecordStore
  readonly rollup: RollupStore
  readonly joints: JointStore
  readonly questions: QuestionStore
  readonly outbox: OutboxStore
  readonly plans: PlanStore
  readonly zeros: ZeroStore
  readonly targets: TargetStore
  readonly closings: ClosingStore
  readonly missed: MissedStore
  readonly todos: TodoStore
  readonly calls: CallStore
  readonly jobs: JobStore
  readonly tips: TipStore
  readonly settings: SettingStore
}

/** The database as the house holds it. */
export interface Database {
  /**
   * Runs one message's work in a transaction. Works that arrive together share one transaction, each in a savepoint
   * of its own: one that throws is undone alone. Resolves after the commit.
   */
  work<T>(run: (store: Store) => Promise<T>): Promise<T>
  /** A read-only view; its writes are refused. */
  read<T>(run: (store: Store) => Promise<T>): Promise<T>
  close(): Promise<void>
}
