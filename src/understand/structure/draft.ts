import type { Figure } from '../figures/figures.js'
import type { KindMention } from '../mentions/mention.js'
import type { DateMention } from '../dates/mentions.js'
import type { Scan } from '../scan.js'
import type { Segment } from './segments.js'
import type { UnitMention } from '../units/units.js'

/** One report in the making: what was told of one activity, before its figures are weighed against each other. */
export interface Draft {
  readonly segment: Segment
  /** Where its words begin; they end where the next draft's begin. */
  readonly start: number
  branch: UnitMention | null
  host: UnitMention | null
  readonly partners: UnitMention[]
  dates: DateMention[]
  /** The date was handed down by a heading or by the draft before. */
  dateInherited: boolean
  kinds: KindMention[]
  /** The kind was handed down: 柳北区19场 behind …讲座28场. */
  carried: boolean
  readonly figures: Figure[]
  /** The draft behind that lent its kind, with its titles and lecturers. */
  lender: Draft | null
  /** One of several told with numbers of their own: nothing is assumed of it. */
  among: boolean
  /** Told as one of several days, each with its own: one, whatever places are named. */
  readonly single?: true
  /** It fell through, and what was held instead stands behind it. */
  void?: true
  /** 义诊1场讲座2场，义诊81人，讲座139人: its kind is named again for its people, or for what was handed out. */
  named?: 'people' | 'materials'
  /** A total of several kinds that each have sessions of their own: nobody's headcount. */
  shared: boolean
}

export type Element =
  | {
      readonly is: 'unit'
      readonly at: number
      readonly start: number
      readonly clause: number
      readonly unit: UnitMention
    }
  | {
      readonly is: 'date'
      readonly at: number
      readonly start: number
      readonly clause: number
      readonly date: DateMention
    }
  | {
      readonly is: 'kind'
      readonly at: number
      readonly start: number
      readonly clause: number
      readonly kind: KindMention
    }
  | {
      readonly is: 'figure'
      readonly at: number
      readonly start: number
      readonly clause: number
      readonly figure: Figure
    }

export interface State {
  readonly s: Scan
  readonly seg: Segment
  readonly es: readonly Element[]
  readonly own: ReadonlyMap<Figure, KindMention>
  readonly out: Draft[]
  cur: Draft | null
  subject: UnitMention | null
  date: DateMention | null
  dateInherited: boolean
  /** 共活动6次，其中讲座3次，240人: the parts are the reports. */
  unpart: boolean
}

/** Figures that make a report; helpers, hours and medicine only go with one. */
export const isPrimary = (f: Figure): boolean =>
  f.counts !== 'helpers' && f.counts !== 'hours' && f.counts !== 'medicine' && !f.part

export const isCounting = (f: Figure): boolean =>
  (f.counts === 'sessions' || f.counts === 'documents' || f.counts === 'firms') && !f.part && !f.each

export const isPeople = (f: Figure): boolean => f.counts === 'people' || f.counts === 'online'

export const isActive = (k: KindMention): boolean => k.strength >= 1

export function begin(st: State, i: number): Draft {
  const e = st.es[i]!
  const clause = st.s.clauses[e.clause]!
  const first = st.out.length === 0
  const atClause = i === 0 || st.es[i - 1]!.clause !== e.clause
  const d: Draft = {
    segment: st.seg,
    start: first ? st.s.clauses[st.seg.from]!.start : atClause ? clause.start : e.start,
    branch: st.subject,
    host: null,
    partners: [],
    dates: st.date ? [st.date] : [],
    dateInherited: st.dateInherited || !first,
    kinds: [],
    carried: false,
    figures: [],
    lender: null,
    among: false,
    shared: false,
  }
  st.out.push(d)
  st.cur = d
  return d
}

export const filled = (d: Draft | null): boolean => d !== null && d.figures.some(isPrimary)

export const sentenceOf = (st: State, i: number): number => st.s.clauses[st.es[i]!.clause]!.sentence

export function carry(to: Draft, from: Draft): void {
  to.kinds = from.kinds
  to.carried = true
}

export const isSingleDay = (m: DateMention): boolean => m.token.date.from === m.token.date.to

export const sameDays = (a: DateMention, b: DateMention): boolean =>
  a.token.date.from === b.token.date.from && a.token.date.to === b.token.date.to

/** The sentence in which a draft's last figure stands. */
export const lastSentence = (st: State, d: Draft): number => st.s.clauses[d.figures.at(-1)!.clause]!.sentence

/** What follows element i before the next subject or date: a kind, bare figures that need one, or nothing. */
export function ahead(st: State, i: number): 'kind' | 'figure' | 'none' {
  // 北塔同日也讲了…: the day right behind a doer goes with it
  const [doer, day] = [st.es[i]!, st.es[i + 1]]
  const dated = doer.is === 'unit' && day?.is === 'date' && day.start === doer.unit.token.end
  for (let k = i + (dated ? 2 : 1); k < st.es.length; k++) {
    const e = st.es[k]!
    if (e.is === 'kind' && isActive(e.kind)) return 'kind'
    if (e.is === 'figure' && isPrimary(e.figure)) {
      // 9场健康讲座: the kind comes with the figure
      return st.own.has(e.figure) ? 'kind' : 'figure'
    }
    if ((e.is === 'unit' && e.unit.role !== 'partner') || (e.is === 'date' && !e.date.token.aside)) break
  }
  return 'none'
}
