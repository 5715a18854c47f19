import {
  dayNumber,
  daysInMonth,
  halfPeriod,
  monthOf,
  monthPeriod,
  parts,
  quarterPeriod,
  yearPeriod,
  ymd,
} from './day.js'
import type { Period } from './day.js'
import { countsDocuments, type Kind } from './kinds.js'
import { isApproximate } from './measure.js'
import type { Measures } from './report.js'
import type { Tree } from './tree.js'

/** Sums of a group of entries; all integers ≥ 0, or differences of such while a change is booked. */
export interface Sums {
  readonly entries: number
  readonly sessions: number
  readonly attendance: number
  readonly materials: number
  readonly count: number
  readonly adopted: number
  /** Entries with an approximate figure: 约数 n 笔. */
  readonly approx: number
  /** Entries whose attendance is not stated: 未报. */
  readonly gaps: number
}
export const noSums: Sums = {
  entries: 0,
  sessions: 0,
  attendance: 0,
  materials: 0,
  count: 0,
  adopted: 0,
  approx: 0,
  gaps: 0,
}
const sumKeys = Object.keys(noSums) as (keyof Sums)[]

export const addSums = (a: Sums, b: Sums, sign: 1 | -1 = 1): Sums =>
  Object.fromEntries(sumKeys.map((k) => [k, a[k] + sign * b[k]])) as unknown as Sums
export const isZero = (s: Sums): boolean => sumKeys.every((k) => s[k] === 0)

/** What of a record a total needs. */
export interface Countable {
  readonly no: number
  readonly status: 'counted' | 'held' | 'void'
  readonly unit: string | null
  readonly kind: Kind
  readonly period: Period
  readonly measures: Measures
  /** Records a summary was told 连同: it adds only what exceeds them. */
  readonly includes: readonly number[]
}

/**
 * The smallest cell that holds a period: its month; for what runs on into the next month (at most 31 days) the month
 * it began in; for longer summaries the quarter, half or year around it; `long` beyond a year.
 * 2026-10-18..19 → 2026-10; 2026-01-01..2026-06-30 → 2026-H1.
 */
export function cellOf({ start, end }: Period): string {
  if (monthOf(start) === monthOf(end) || dayNumber(end) - dayNumber(start) < 31) return monthOf(start)
  const [y, m] = parts(start)
  if (parts(end)[0] !== y) return 'long'
  const quarter = Math.ceil(m / 3)
  if (end <= quarterPeriod(y, quarter).end) return `${y}-Q${quarter}`
  const half = m <= 6 ? 1 : 2
  return end <= halfPeriod(y, half).end ? `${y}-H${half}` : `${y}`
}

/** Whether a cell is a month, not a quarter, half or year. */
export const isMonthCell = (cell: string): boolean => /^\d{4}-\d{2}$/.test(cell)

/** The cells wholly inside a period, and what is left at its two ends, a part of one month each. */
export function cellsIn(period: Period): {
  readonly cells: readonly string[]
  readonly edges: readonly Period[]
} {
  const cells: string[] = []
  const edges: Period[] = []
  const inside = (p: Period): boolean => period.start <= p.start && p.end <= period.end
  const [firstYear, firstMonth] = parts(period.start)
  const [lastYear, lastMonth] = parts(period.end)
  for (
    let y = firstYear, m = firstMonth;
    y < lastYear || (y === lastYear && m <= lastMonth);
    m === 12 ? (y++, (m = 1)) : m++
  ) {
    const month = monthPeriod(y, m)
    if (inside(month)) cells.push(monthOf(month.start))
    else {
      const start = period.start > month.start ? period.start : month.start
      const end = period.end < month.end ? period.end : ymd(y, m, daysInMonth(y, m))
      edges.push({ start, end })
    }
  }
  for (let y = firstYear; y <= lastYear; y++) {
    for (const q of [1, 2, 3, 4]) if (inside(quarterPeriod(y, q))) cells.push(`${y}-Q${q}`)
    for (const h of [1, 2] as const) if (inside(halfPeriod(y, h))) cells.push(`${y}-H${h}`)
    if (inside(yearPeriod(y))) cells.push(`${y}`)
  }
  return { cells, edges }
}

/** Records that tell one event: counted once, with the figures of the lead and the attendance chosen for it. */
export interface Together {
  readonly members: readonly number[]
  readonly lead: number
  readonly attendance: number | null
}

/** What summaries may have been told 连同, the joint events among it, and the tree of its units. */
export interface Within {
  readonly included: readonly Countable[]
  readonly together: readonly Together[]
  readonly tree: Pick<Tree, 'ancestors'>
}

/**
 * What one record adds where it is counted: its figures without what it was told 连同 (insideOf), never less than
 * nothing.
 */
export function sumsOf(record: Countable, within: Within | null = null): Sums {
  const m = record.measures
  const less = within ? insideOf(record, within) : noSums
  const rest = (key: 'sessions' | 'attendance' | 'materials' | 'count' | 'adopted'): number =>
    Math.max(0, (m[key]?.value ?? 0) - less[key])
  return {
    entries: 1,
    sessions: rest('sessions'),
    attendance: rest('attendance'),
    materials: rest('materials'),
    count: rest('count'),
    adopted: rest('adopted'),
    approx: [m.sessions, m.attendance, m.materials, m.count, m.adopted].some(isApproximate) ? 1 : 0,
    gaps: !countsDocuments(record.kind) && !m.attendance ? 1 : 0,
  }
}

/**
 * What a summary was told 连同: a summary in it by what that adds itself, a joint event of several once. What was moved
 * to another time, kind or branch since is in it no more: the summary says what it says.
 */
export const insideOf = (record: Countable, within: Within): Sums =>
  groupsOf(
    within.included.filter(
      (r) => r.status === 'counted' && record.includes.includes(r.no) && liesIn(r, record, within.tree),
    ),
    within.together,
  ).reduce((sum, g) => addSums(sum, sumsOfGroup(g.members, g.joint, within)), noSums)

/** Of one kind, by a unit of the subtree (itself included), wholly in the time. */
export const liesIn = (
  part: Pick<Countable, 'kind' | 'unit' | 'period'>,
  whole: Pick<Countable, 'kind' | 'unit' | 'period'>,
  tree: Pick<Tree, 'ancestors'>,
): boolean =>
  part.kind === whole.kind &&
  part.unit !== null &&
  whole.unit !== null &&
  tree.ancestors(part.unit).includes(whole.unit) &&
  whole.period.start <= part.period.start &&
  part.period.end <= whole.period.end

/** One record's own sums, or those of several that tell one event. */
function sumsOfGroup(members: readonly Countable[], joint: Together | null, within: Within): Sums {
  const own = sumsOf(leadOf(members, joint), within)
  return members.length > 1 && joint?.attendance != null
    ? { ...own, attendance: joint.attendance, gaps: 0 }
    : own
}

const leadOf = (members: readonly Countable[], joint: Together | null): Countable =>
  members.find((r) => r.no === joint?.lead) ?? largest(members)

function groupsOf(
  records: readonly Countable[],
  together: readonly Together[],
): readonly { readonly members: readonly Countable[]; readonly joint: Together | null }[] {
  const jointOf = (no: number): Together | null => together.find((j) => j.members.includes(no)) ?? null
  const alone = records.filter((r) => jointOf(r.no) === null)
  return [
    ...alone.map((r) => ({ members: [r], joint: null })),
    ...together
      .map((joint) => ({ members: records.filter((r) => joint.members.includes(r.no)), joint }))
      .filter((g) => g.members.length > 0),
  ]
}

/** One thing that happened: a record, or records of several units merged into one joint event. */
export interface Entry {
  readonly members: readonly Countable[]
  /** Of a joint event: whose figures count once in a common ancestor, and the attendance chosen for it. */
  readonly lead?: number
  readonly attendance?: number | null
  /** Records that a member's `includes` name, and the joint events among them. */
  readonly included: readonly Countable[]
  readonly together: readonly Together[]
}

/** A cell an entry adds to. `own`: what is credited to the unit itself; else its subtree with joint events once. */
export interface Addition {
  readonly unit: string
  readonly cell: string
  readonly kind: Kind
  readonly own: boolean
  /** The record whose figures and day these are. */
  readonly of: number
  readonly sums: Sums
}

/**
 * Everything an entry adds. Each member's unit keeps its credit; every unit above counts the entry once: with the
 * member's figures where only one member is below it, with the lead's where several are.
 */
export function additions(entry: Entry, tree: Pick<Tree, 'ancestors'>): Addition[] {
  const members = entry.members.filter((r) => r.status === 'counted' && r.unit !== null)
  const { lead, attendance = null, included, together } = entry
  const joint = lead === undefined ? null : { members: entry.members.map((r) => r.no), lead, attendance }
  const add = (unit: string, own: boolean, rs: readonly Countable[]): Addition => {
    const of = leadOf(rs, joint)
    const sums = sumsOfGroup(rs, joint, { included, together, tree })
    return { unit, own, of: of.no, cell: cellOf(of.period), kind: of.kind, sums }
  }
  const units = [...new Set(members.map((r) => r.unit!))]
  const above = [...new Set(units.flatMap((u) => tree.ancestors(u)))]
  return [
    ...units.map((u) =>
      add(
        u,
        true,
        members.filter((r) => r.unit === u),
      ),
    ),
    ...above.map((a) =>
      add(
        a,
        false,
        members.filter((r) => tree.ancestors(r.unit!).includes(a)),
      ),
    ),
  ]
}

const largest = (rs: readonly Countable[]): Countable =>
  rs.reduce((a, b) => ((b.measures.attendance?.value ?? 0) > (a.measures.attendance?.value ?? 0) ? b : a))
