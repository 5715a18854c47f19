import type { PlainDate } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import type { Org } from '../core/org.js'
import type { Instant, Month } from './common.js'

// What a year holds besides records: plans, zero reports, targets, closings.

/** Something announced for a day; never a figure. */
export interface PlanRow {
  readonly id: number
  readonly person: string
  readonly room: string | null
  readonly unit: string | null
  readonly kind: Kind | null
  readonly day: PlainDate
  readonly venue: string | null
  readonly topics: readonly string[]
  readonly message: string
  readonly status: 'open' | 'asked' | 'done' | 'cancelled'
  readonly record: number | null
}

export interface PlanStore {
  insert(plan: Omit<PlanRow, 'id'>): Promise<PlanRow>
  update(plan: PlanRow): Promise<void>
  /** Open or asked plans of a person, newest day first. */
  openOf(person: string): Promise<readonly PlanRow[]>
  openOn(day: PlainDate): Promise<readonly PlanRow[]>
  byId(id: number): Promise<PlanRow | null>
}

/** 零报告: a unit said it had nothing in a month. */
export interface ZeroStore {
  put(zero: {
    readonly unit: string
    readonly month: Month
    readonly by: string
    readonly at: Instant
    readonly message: string | null
  }): Promise<void>
  remove(unit: string, month: Month): Promise<void>
  /** Units with a zero report of the month. */
  of(month: Month): Promise<readonly { readonly unit: string; readonly by: string; readonly at: Instant }[]>
}

export interface TargetRow {
  readonly year: number
  readonly unit: string
  readonly indicator: string
  readonly sessions: number | null
  readonly attendance: number | null
}

export interface TargetStore {
  /** Org-file targets are written where the chat has set none since the file last changed that row. */
  sync(org: Pick<Org, 'targets'>, at: Instant): Promise<void>
  set(target: TargetRow, by: string, at: Instant): Promise<void>
  get(year: number, unit: string, indicator: string): Promise<TargetRow | null>
  of(year: number): Promise<readonly TargetRow[]>
}

/** 结账: an immutable snapshot of one month. */
export interface ClosingRow {
  readonly month: Month
  readonly at: Instant
  readonly by: string
  /** Four hex digits over the snapshot. */
  readonly check: string
  /** JSON: what was counted, record by record with versions and figures. */
  readonly snapshot: unknown
}

export interface ClosingStore {
  insert(closing: ClosingRow): Promise<void>
  /** The newest of a month. */
  get(month: Month): Promise<ClosingRow | null>
  all(): Promise<readonly Omit<ClosingRow, 'snapshot'>[]>
}
