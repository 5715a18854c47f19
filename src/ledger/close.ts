import { createHash } from 'node:crypto'
import type { Kind } from '../core/kinds.js'
import { daysOfMonth } from '../core/month.js'
import type { MeasureName } from '../core/report.js'
import { addSums, additions, cellOf, noSums, type Sums } from '../core/totals.js'
import type { House } from '../house.js'
import type { ClosingRow, JointRow, Month, RecordRow, Store } from '../store.js'
import { instant, type Turn } from '../turn.js'
import { entriesOver } from './change.js'

/** One month as it was counted: what a closing keeps for good. Lists are in a fixed order, so that it has one code. */
export interface Snapshot {
  readonly month: Month
  /** By number. */
  readonly records: readonly CountedRecord[]
  /** Merged joint events, by first member. */
  readonly joints: readonly Pick<JointRow, 'members' | 'lead' | 'attendance'>[]
  /** What each record, or joint event as a whole, adds to the root; together the month's total. By first number. */
  readonly entries: readonly CountedEntry[]
  /** Sums per unit and kind: `own` credited to the unit itself, else its subtree. By unit, kind, own. */
  readonly sums: readonly (Sums & { readonly unit: string; readonly kind: Kind; readonly own: boolean })[]
}
export interface CountedRecord {
  readonly no: number
  readonly version: number
  readonly unit: string | null
  readonly kind: Kind
  readonly start: string
  readonly end: string
  readonly figures: { readonly [M in MeasureName]?: number }
}
export interface CountedEntry {
  readonly nos: readonly number[]
  readonly kind: Kind
  readonly sums: Sums
}

/** The month as it counts now: the cell `month` of the totals, opened into its records. */
export async function snapshotOf(store: Store, house: House, month: Month): Promise<Snapshot> {
  const near = await store.records.list({ overlaps: daysOfMonth(month), statuses: ['counted'] })
  const {
    records,
    joints,
    entries: counts,
  } = await entriesOver(
    store,
    near.filter((r) => r.unit !== null && cellOf(r.period) === month),
  )
  const entries: CountedEntry[] = []
  const sums = new Map<string, Snapshot['sums'][number]>()
  for (const entry of counts) {
    for (const a of additions(entry, house.tree)) {
      if (a.cell !== month) continue
      const key = `${a.unit}\n${a.kind}\n${a.own ? 1 : 0}`
      sums.set(key, { unit: a.unit, kind: a.kind, own: a.own, ...addSums(sums.get(key) ?? noSums, a.sums) })
      if (a.unit === house.tree.root && !a.own)
        entries.push({
          nos: entry.members.map((r) => r.no).sort((x, y) => x - y),
          kind: a.kind,
          sums: a.sums,
        })
    }
  }
  return {
    month,
    records: records.filter((r) => r.status === 'counted').map(counted),
    joints: joints
      .map(({ members: of, lead, attendance }) => ({ members: of, lead, attendance }))
      .sort((a, b) => a.members[0]! - b.members[0]!),
    entries: entries.sort((a, b) => a.nos[0]! - b.nos[0]!),
    sums: [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  }
}

const counted = (r: RecordRow): CountedRecord => ({
  no: r.no,
  version: r.version,
  unit: r.unit,
  kind: r.kind,
  start: r.period.start,
  end: r.period.end,
  figures: Object.fromEntries(Object.entries(r.measures).map(([name, m]) => [name, m.value])),
})

/** The whole's sums by kind. */
export function wholeOf(snapshot: Pick<Snapshot, 'entries'>): ReadonlyMap<Kind, Sums> {
  const sums = new Map<Kind, Sums>()
  for (const { kind, sums: s } of snapshot.entries) sums.set(kind, addSums(sums.get(kind) ?? noSums, s))
  return sums
}

/** 校验码: four hex digits of SHA-256 over the snapshot in canonical form (keys sorted, no spaces). */
export const checkOf = (snapshot: Snapshot): string =>
  createHash('sha256').update(canonical(snapshot)).digest('hex').slice(0, 4).toUpperCase()

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const of = value as Readonly<Record<string, unknown>>
  const keys = Object.keys(of).filter((k) => of[k] !== undefined)
  return `{${keys
    .sort()
    .map((k) => `${JSON.stringify(k)}:${canonical(of[k])}`)
    .join(',')}}`
}

/** Freezes a month, once: a month that is closed keeps its first closing. */
export async function closeMonth(
  turn: Pick<Turn, 'store' | 'house' | 'sender' | 'now'>,
  month: Month,
): Promise<ClosingRow> {
  const old = await turn.store.closings.get(month)
  if (old) return old
  const snapshot = await snapshotOf(turn.store, turn.house, month)
  const closing = { month, at: instant(turn.now), by: turn.sender.id, check: checkOf(snapshot), snapshot }
  await turn.store.closings.insert(closing)
  return closing
}

export const snapshotIn = (closing: ClosingRow): Snapshot => closing.snapshot as Snapshot
