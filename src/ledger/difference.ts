import type { Kind } from '../core/kinds.js'
import { addSums, isZero, noSums, type Sums } from '../core/totals.js'
import type { CountedEntry, CountedRecord, Snapshot } from './close.js'

/**
 * One thing that is other than it was: a record, or records that a joint event held together then or holds together
 * now. `before` and `after` are what it added to the whole, by kind; empty where it added nothing.
 */
export interface Shift {
  readonly nos: readonly number[]
  readonly before: ReadonlyMap<Kind, Sums>
  readonly after: ReadonlyMap<Kind, Sums>
  /** The records as they were counted then and are counted now. */
  readonly were: readonly CountedRecord[]
  readonly are: readonly CountedRecord[]
}

/** What changed from one snapshot of a month to another, by number. Kind by kind the shifts add up to the difference. */
export function shiftsBetween(then: Snapshot, now: Snapshot): readonly Shift[] {
  const groups = groupsOf([...then.entries, ...now.entries], [...then.records, ...now.records])
  return groups
    .map((nos) => ({
      nos,
      before: sumsOver(then.entries, nos),
      after: sumsOver(now.entries, nos),
      were: then.records.filter((r) => nos.includes(r.no)),
      are: now.records.filter((r) => nos.includes(r.no)),
    }))
    .filter((s) => [...differenceOf(s).values()].some((d) => !isZero(d)) || !sameRecords(s))
}

/** After minus before, by kind; kinds that did not move are left out. */
export function differenceOf(shift: Pick<Shift, 'before' | 'after'>): ReadonlyMap<Kind, Sums> {
  const kinds = new Set([...shift.before.keys(), ...shift.after.keys()])
  return new Map(
    [...kinds]
      .map((k) => [k, addSums(shift.after.get(k) ?? noSums, shift.before.get(k) ?? noSums, -1)] as const)
      .filter(([, d]) => !isZero(d)),
  )
}

/** Several differences as one. */
export function added(differences: readonly ReadonlyMap<Kind, Sums>[]): ReadonlyMap<Kind, Sums> {
  const sums = new Map<Kind, Sums>()
  for (const d of differences) for (const [k, s] of d) sums.set(k, addSums(sums.get(k) ?? noSums, s))
  return new Map([...sums].filter(([, s]) => !isZero(s)))
}

/** Numbers that some entry holds together form a group; every number is in exactly one. */
function groupsOf(
  entries: readonly CountedEntry[],
  records: readonly CountedRecord[],
): readonly (readonly number[])[] {
  const parent = new Map<number, number>()
  const find = (no: number): number => {
    let at = no
    while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at)!
    return at
  }
  for (const nos of [...entries.map((e) => e.nos), ...records.map((r) => [r.no])]) {
    const root = find(nos[0]!)
    for (const no of nos) parent.set(find(no), root)
  }
  const groups = new Map<number, number[]>()
  for (const no of [...parent.keys()].sort((a, b) => a - b))
    groups.set(find(no), [...(groups.get(find(no)) ?? []), no])
  return [...groups.values()].sort((a, b) => a[0]! - b[0]!)
}

function sumsOver(entries: readonly CountedEntry[], nos: readonly number[]): ReadonlyMap<Kind, Sums> {
  const sums = new Map<Kind, Sums>()
  for (const e of entries)
    if (nos.includes(e.nos[0]!)) sums.set(e.kind, addSums(sums.get(e.kind) ?? noSums, e.sums))
  return sums
}

/** Nothing a reader of the totals would see: words of the record may have changed. */
const sameRecords = ({ were, are }: Pick<Shift, 'were' | 'are'>): boolean =>
  were.length === are.length &&
  were.every((a, i) => {
    const b = are[i]!
    return a.no === b.no && a.unit === b.unit && a.kind === b.kind && sameFigures(a, b)
  })
const sameFigures = (a: CountedRecord, b: CountedRecord): boolean =>
  (['sessions', 'attendance', 'materials', 'count', 'adopted'] as const).every(
    (name) => a.figures[name] === b.figures[name],
  )
