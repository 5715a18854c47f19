import { daysFrom, type Days } from './days.js'
import type { Association } from './association.js'

/**
 * What really happened, kept apart from the house: a plain list of what people told, and sums made by looking at all of
 * it each time. Slow on purpose; nothing here is shared with src/.
 */
export interface Figure {
  readonly value: number
  readonly rough: boolean
}
export const figures = ['sessions', 'attendance', 'materials', 'count', 'adopted'] as const
export type FigureName = (typeof figures)[number]

export interface Told {
  /** The message it was told in. */
  readonly source: string
  readonly teller: string
  readonly room: string | null
  /** Record number, once one is given. */
  no: number | null
  unit: string
  kind: string
  days: Days
  readonly summary: boolean
  said: Partial<Record<FigureName, Figure>>
  state: 'counted' | 'waiting' | 'void'
  /** Of a summary: the events its teller said are in it. */
  includes: Told[]
  /** The telling it tells once more. */
  readonly repeats: Told | null
  /** What it was asked about and is done with, and the totals it was said to be in. */
  settled: Told[]
  within: Told[]
  readonly place: string
  readonly toldAt: Date
  /** When somebody last changed it: a second change soon after is asked about. */
  touchedAt: Date
}
/** One event that several branches told, brought together by the office. */
export interface Joint {
  readonly members: readonly Told[]
  /** Whose figures count above, with the headcount the office chose. */
  readonly lead: Told
  readonly attendance: number | null
}

export type Sums = Readonly<Record<FigureName | 'entries' | 'approx' | 'gaps', number>>
export const none: Sums = {
  entries: 0,
  sessions: 0,
  attendance: 0,
  materials: 0,
  count: 0,
  adopted: 0,
  approx: 0,
  gaps: 0,
}
export const plus = (a: Sums, b: Sums): Sums =>
  Object.fromEntries(Object.entries(a).map(([k, n]) => [k, n + b[k as keyof Sums]])) as unknown as Sums

/** Kinds told in documents, bases and the like: no audience is expected of them. */
export const documents: readonly string[] = ['research', 'proposal', 'article', 'base']

export class Truth {
  readonly told: Told[] = []
  joints: Joint[] = []

  constructor(readonly association: Association) {}

  /** What one telling adds on its own; a summary only what exceeds the events in it that count. */
  of(t: Told): Sums {
    const inside = this.once(t.includes.filter((i) => i.state === 'counted'))
    const rest = (name: FigureName): number =>
      Math.max(0, (t.said[name]?.value ?? 0) - inside.reduce((n, s) => n + s[name], 0))
    return {
      entries: 1,
      sessions: rest('sessions'),
      attendance: rest('attendance'),
      materials: rest('materials'),
      count: rest('count'),
      adopted: rest('adopted'),
      approx: figures.some((name) => t.said[name]?.rough) ? 1 : 0,
      gaps: documents.includes(t.kind) || t.said.attendance ? 0 : 1,
    }
  }

  /** What several tellings add together, those of one joint event once. */
  private once(of: readonly Told[]): Sums[] {
    const sums: Sums[] = []
    for (const t of of) {
      const joint = this.joints.find((j) => j.members.includes(t))
      const together = joint ? of.filter((o) => joint.members.includes(o)) : [t]
      if (together.length > 1 && leadOf(together, joint!.lead) !== t) continue
      const mine = this.of(t)
      sums.push(
        together.length > 1 && joint!.attendance !== null
          ? { ...mine, attendance: joint!.attendance, gaps: 0 }
          : mine,
      )
    }
    return sums
  }

  /** What counts already of a unit, kind and time that a total of it may be about. */
  insideOf(t: Told): Told[] {
    return this.told.filter((o) => o !== t && o.state === 'counted' && this.covers(t, o))
  }
  /** Totals that count already and may hold what is told. */
  coveringOf(t: Told): Told[] {
    return this.told.filter((o) => o !== t && o.state === 'counted' && o.summary && this.covers(o, t))
  }
  private covers(whole: Told, part: Told): boolean {
    return (
      whole.kind === part.kind &&
      this.association.below(whole.unit).includes(part.unit) &&
      whole.days.start <= part.days.start &&
      part.days.end <= whole.days.end
    )
  }
  /** A telling is in a total, and so in every total that this one is in. */
  include(summary: Told, t: Told): void {
    if (summary.includes.includes(t)) return
    summary.includes = [...summary.includes, t]
    for (const above of this.holding(summary)) this.include(above, t)
  }
  /** The totals a total was told to be in. */
  holding(t: Told): Told[] {
    const above = this.told.filter((o) => o.includes.includes(t))
    return [...new Set([...above, ...above.flatMap((a) => this.holding(a))])]
  }

  /** The sums of a unit with everything below it (`own`: of itself alone), of one kind, in a period. */
  sum(unit: string, kind: string | null, days: Days, own = false): Sums {
    const under = own ? [unit] : this.association.below(unit)
    const counts = this.told.filter((t) => t.state === 'counted' && under.includes(t.unit))
    // of a joint event each level goes by the day and kind of the telling it counts
    const leads = counts.filter((t) => {
      const joint = this.joints.find((j) => j.members.includes(t))
      const together = joint ? counts.filter((m) => joint.members.includes(m)) : [t]
      return together.length === 1 || leadOf(together, joint!.lead) === t
    })
    const meant = leads.filter((t) => inside(t, days) && (kind === null || t.kind === kind))
    return this.sumOver(meant, counts)
  }

  private sumOver(leads: readonly Told[], counts: readonly Told[]): Sums {
    return leads.reduce((total, t) => {
      const joint = this.joints.find((j) => j.members.includes(t))
      const several = joint && counts.filter((m) => joint.members.includes(m)).length > 1
      const mine = this.of(t)
      return plus(
        total,
        several && joint.attendance !== null ? { ...mine, attendance: joint.attendance, gaps: 0 } : mine,
      )
    }, none)
  }

  /** 作废, recalled: a joint event it was part of goes on without it, or ends. */
  void(t: Told): void {
    t.state = 'void'
    this.joints = this.joints.flatMap((j) => {
      if (!j.members.includes(t)) return [j]
      const left = j.members.filter((m) => m !== t)
      return left.length < 2 ? [] : [{ members: left, lead: largest(left), attendance: j.attendance }]
    })
  }

  merge(members: readonly Told[], attendance: number | null): void {
    const old = this.joints.filter((j) => j.members.some((m) => members.includes(m)))
    const all = [...new Set([...old.flatMap((j) => j.members), ...members])].sort((a, b) => a.no! - b.no!)
    const kept = old.find((j) => j.attendance !== null)?.attendance ?? null
    this.joints = this.joints.filter((j) => !old.includes(j))
    this.joints.push({ members: all, lead: largest(all), attendance: attendance ?? kept })
  }

  split(t: Told): void {
    this.joints = this.joints.filter((j) => !j.members.includes(t))
  }
}

const leadOf = (together: readonly Told[], lead: Told): Told =>
  together.includes(lead) ? lead : largest(together)

/** The larger stated audience; the earlier number where they are equal. */
const largest = (of: readonly Told[]): Told =>
  of.reduce((a, b) => ((b.said.attendance?.value ?? -1) > (a.said.attendance?.value ?? -1) ? b : a))

/** An event belongs to the day it began on; a summary has to lie inside. */
const inside = (t: Told, days: Days): boolean =>
  t.days.start >= days.start &&
  t.days.start <= days.end &&
  (!t.summary || t.days.end <= days.end) &&
  daysFrom(t.days.start, t.days.end) >= 0
