import type { Kind } from '../core/kinds.js'
import type { Sums } from '../core/totals.js'
import type { Instant } from './common.js'

// What totals are made of: cells of the rollup, joint events.

/**
 * One cell of the rollup. `cell` is a month `2026-10`; a summary longer than a month goes to the smallest of
 * `2026-Q4`, `2026-H2`, `2026` that holds it. `own` rows hold what is credited to the unit itself, the others its
 * whole subtree with a joint event counted once.
 */
export interface RollupRow extends Sums {
  readonly unit: string
  readonly cell: string
  readonly kind: Kind
  readonly own: boolean
}

export interface RollupStore {
  /** Adds the (possibly negative) differences; keys are written in sorted order. */
  add(rows: readonly RollupRow[]): Promise<void>
  /** Sums by kind over the named cells (an inclusive list), zero rows left out. */
  sum(query: {
    readonly unit: string
    readonly own: boolean
    readonly cells: readonly string[]
    readonly kinds?: readonly Kind[]
  }): Promise<readonly (Sums & { readonly kind: Kind })[]>
  /** The same for many units at once: one row a unit and kind. */
  sumEach(query: {
    readonly units: readonly string[]
    readonly own: boolean
    readonly cells: readonly string[]
    readonly kinds?: readonly Kind[]
  }): Promise<readonly (Sums & { readonly kind: Kind; readonly unit: string })[]>
  all(): Promise<readonly RollupRow[]>
  /** Replaces the whole table (recount --repair). */
  replace(rows: readonly RollupRow[]): Promise<void>
}

/**
 * Records of different units that tell one event. `proposed` counts each on its own; `merged` keeps every unit's
 * credit and counts once in each common ancestor, with the figures of `lead` and, where set, `attendance`.
 */
export interface JointRow {
  readonly id: number
  readonly members: readonly number[]
  readonly status: 'proposed' | 'merged' | 'rejected' | 'dissolved'
  readonly lead: number
  readonly attendance: number | null
  /** Why it was proposed, for the secretariat: same day, place, figures. */
  readonly signs: readonly string[]
  readonly at: Instant
}

export interface JointStore {
  insert(joint: Omit<JointRow, 'id'>): Promise<JointRow>
  update(joint: JointRow): Promise<void>
  byId(id: number): Promise<JointRow | null>
  /** Those a record is a member of, newest first. */
  byRecord(no: number): Promise<readonly JointRow[]>
  withStatus(status: JointRow['status']): Promise<readonly JointRow[]>
}
