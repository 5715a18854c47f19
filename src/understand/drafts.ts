import { isDocument, type KindMention } from './mentions.js'
import type { Figure } from './figures.js'
import type { DateMention, Scan } from './scan.js'
import type { Segment } from './segments.js'
import type { UnitMention } from './units.js'

/** One report in the making: what was told of one activity, before the figures are weighed against each other. */
export interface Draft {
  readonly segment: Segment
  branch: UnitMention | null
  host: UnitMention | null
  partners: UnitMention[]
  dates: DateMention[]
  /** The date was handed down by a heading or the draft before. */
  dateInherited: boolean
  kinds: KindMention[]
  /** The kind was handed down (柳北区19场 behind …讲座28场). */
  carried: boolean
  figures: Figure[]
  /** First and last clause. */
  from: number
  to: number
}

type Element =
  | { readonly is: 'unit'; readonly at: number; readonly clause: number; readonly unit: UnitMention }
  | { readonly is: 'date'; readonly at: number; readonly clause: number; readonly date: DateMention }
  | { readonly is: 'kind'; readonly at: number; readonly clause: number; readonly kind: KindMention }
  | { readonly is: 'figure'; readonly at: number; readonly clause: number; readonly figure: Figure }

/** The figures that make a report of their own when a new kind brings them. */
const primary = (f: Figure): boolean => f.counts !== 'helpers' && f.counts !== 'hours' && f.counts !== 'medicine' && !f.part
const counting = (f: Figure): boolean => (f.counts === 'sessions' || f.counts === 'documents' || f.counts === 'firms') && !f.part && !f.each

function elements(s: Scan, seg: Segment): Element[] {
  const inside = (clause: number): boolean => clause >= seg.from && clause < seg.to
  const clauseAt = (at: number): number => s.clauses.findIndex((c) => at < c.to)
  const out: Element[] = []
  for (const unit of s.units) {
    const clause = clauseAt(unit.at)
    if (inside(clause) && unit.role !== 'none') out.push({ is: 'unit', at: unit.at, clause, unit })
  }
  for (const date of s.dates) if (inside(date.clause)) out.push({ is: 'date', at: date.at, clause: date.clause, date })
  for (const kind of s.kinds) if (inside(kind.clause)) out.push({ is: 'kind', at: kind.at, clause: kind.clause, kind })
  for (const figure of s.figures) if (inside(figure.clause)) out.push({ is: 'figure', at: figure.at, clause: figure.clause, figure })
  return out.sort((a, b) => a.at - b.at)
}

/** Which kind mention each counting figure goes with: the one before, unless the one behind stands right at it (3场健康讲座). */
function owners(s: Scan, es: readonly Element[]): Map<Figure, KindMention> {
  const own = new Map<Figure, KindMention>()
  for (let i = 0; i < es.length; i++) {
    const e = es[i]!
    if (e.is !== 'figure') continue
    const next = es[i + 1]
    const prev = es[i - 1]
    const f = e.figure
    const before = prev?.is === 'kind' && prev.clause === e.clause && f.start - prev.kind.end <= 4
    if (before) continue
    const ahead = next?.is === 'kind' && next.clause === e.clause ? next.kind : null
    if (!ahead || ahead.strength < 1) continue
    const gap = s.text.slice(f.end, ahead.start)
    if (counting(f) && gap.length <= 14 && !/[,，、;；:：]/.test(gap)) own.set(f, ahead)
    else if (f.counts === 'people' && f.benefit) own.set(f, ahead)
  }
  return own
}

export function drafts(s: Scan, seg: Segment): Draft[] {
  const es = elements(s, seg)
  const own = owners(s, es)
  const out: Draft[] = []
  const st: { cur: Draft | null } = { cur: null }
  let subject: UnitMention | null = seg.branch
  let date: DateMention | null = seg.date
  let dateInherited = seg.date !== null
  const start = (clause: number): Draft => {
    const d: Draft = { segment: seg, branch: subject, host: null, partners: [], dates: date ? [date] : [], dateInherited, kinds: [], carried: false, figures: [], from: clause, to: clause }
    out.push(d)
    st.cur = d
    return d
  }
  const filled = (d: Draft | null): boolean => d !== null && d.figures.some(primary)
  /** Figures of a kind mention: those behind it before the next kind or subject, and those owned in front. */
  const brings = (i: number, kind: KindMention): Figure[] => {
    const fs: Figure[] = []
    for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
      const e = es[k]!
      if (e.is === 'figure' && own.get(e.figure) === kind) fs.push(e.figure)
    }
    for (let k = i + 1; k < es.length; k++) {
      const e = es[k]!
      if (e.is === 'kind' && e.kind.strength >= 1 && e.kind.kind !== kind.kind) break
      if (e.is === 'unit' && (e.unit.role === 'subject' || e.unit.role === 'host') && e.unit.token.unit !== subject?.token.unit) break
      if (e.is === 'figure' && !(own.has(e.figure) && own.get(e.figure) !== kind)) fs.push(e.figure)
      if (e.is === 'figure' && own.has(e.figure) && own.get(e.figure) !== kind) break
    }
    return fs.filter(primary)
  }

  for (let i = 0; i < es.length; i++) {
    const e = es[i]!
    if (e.is === 'unit') {
      const { unit } = e
      if (unit.role === 'partner') {
        const d: Draft = st.cur ?? start(e.clause)
        if (unit.token.unit !== d.branch?.token.unit && !d.partners.some((p) => p.token.unit === unit.token.unit)) d.partners.push(unit)
        continue
      }
      if (unit.role === 'host') {
        const d: Draft = st.cur ?? start(e.clause)
        d.host = unit
        continue
      }
      const same = subject?.token.unit === unit.token.unit
      if (same) continue
      if (unit.role === 'affil' && subject !== null) continue
      if (st.cur && !hasBranch(st.cur)) {
        // a subject told late, or a signature: everything so far was its doing
        const more = es.slice(i + 1).some((x) => x.is === 'kind' || (x.is === 'figure' && primary(x.figure)))
        if (!more || !filled(st.cur)) {
          for (const d of out) d.branch ??= unit
          subject = unit
          continue
        }
      }
      subject = unit
      if (st.cur && (filled(st.cur) || st.cur.kinds.length > 0)) {
        const carries = nextContent(es, i)
        if (carries === 'none') continue
        const last: Draft = st.cur
        if (!s.clauses[e.clause] || s.clauses[last.to]!.sentence !== s.clauses[e.clause]!.sentence) if (date && isDay(date) && !seg.date) date = null
        const d = start(e.clause)
        if (carries === 'figure') {
          d.kinds = last.kinds
          d.carried = true
        }
      } else if (st.cur) st.cur.branch = unit
      continue
    }
    if (e.is === 'date') {
      const m = e.date
      if (date && sameDate(date, m)) continue
      const d: Draft | null = st.cur
      if (d && d.dates.length > 0 && !dateInherited && !filled(d)) {
        d.dates.push(m)
        continue
      }
      if (d && filled(d) && d.dates.length > 0 && !m.token.aside && nextContent(es, i) !== 'none') {
        date = m
        dateInherited = false
        const carries = nextContent(es, i)
        if (d.dateInherited && d.figures.length > 0 && !es.slice(i + 1).some((x) => x.is === 'figure' && primary(x.figure))) {
          d.dates = [m]
          d.dateInherited = false
          continue
        }
        const next = start(e.clause)
        next.branch = subject
        if (carries === 'figure') {
          next.kinds = d.kinds
          next.carried = true
        }
        continue
      }
      if (d && (d.dates.length === 0 || d.dateInherited)) {
        d.dates = [m]
        d.dateInherited = false
      } else if (d) d.dates.push(m)
      if (!d || d.dates.length <= 1) {
        date = m
        dateInherited = false
      }
      if (!d) start(e.clause)
      continue
    }
    if (e.is === 'kind') {
      const { kind } = e
      const d: Draft = st.cur ?? start(e.clause)
      if (kind.strength < 1) {
        d.kinds.push(kind)
        continue
      }
      const fs = brings(i, kind)
      const active = d.carried ? [] : d.kinds.filter((k) => k.strength >= 1)
      const known = active.some((k) => k.kind === kind.kind)
      let fresh = false
      if (d.carried && !active.length) fresh = false
      else if (active.length === 0) fresh = filled(d) && !fs.length ? false : filled(d) && d.figures.some(counting) && fs.some(counting)
      else if (fs.some(counting)) fresh = filled(d) && (!known || d.figures.some(counting))
      else if (fs.length > 0) fresh = !known && filled(d) && (d.figures.some((f) => counting(f) && f.measure.value > 1) || d.figures.some((f) => f.counts === 'people') && fs.some((f) => f.counts === 'people') && !isOutreach(d))
      else fresh = !known && isDocument(kind.kind) && !active.every((k) => k.kind === kind.kind) && s.clauses[d.to]!.sentence !== s.clauses[e.clause]!.sentence
      if (fresh) start(e.clause).kinds.push(kind)
      else {
        if (d.carried) {
          d.kinds = []
          d.carried = false
        }
        // 开展科普宣传活动，举办讲座2期…: the first was only the roof over what follows
        if (!known && active.length > 0 && !filled(d) && fs.some(counting) && clustered(s, active.at(-1)!, kind) === false) d.kinds = d.kinds.map((k) => ({ ...k, strength: Math.min(k.strength, 0.5) }))
        d.kinds.push(kind)
      }
      st.cur!.to = e.clause
      continue
    }
    const f = e.figure
    // owned by a kind still to come, which will start a draft of its own
    const d: Draft = st.cur ?? start(e.clause)
    const ahead = own.get(f)
    if (ahead && filled(d) && primary(f) && d.kinds.some((k) => k.strength >= 1) && (counting(f) ? d.figures.some(counting) || !d.kinds.some((k) => k.kind === ahead.kind) : false)) {
      const next = start(e.clause)
      next.figures.push(f)
      continue
    }
    d.figures.push(f)
    d.to = e.clause
  }
  return shareKinds(out)
}

const hasBranch = (d: Draft): boolean => d.branch !== null || d.host !== null
const isOutreach = (d: Draft): boolean => d.kinds.some((k) => k.kind === 'outreach' && k.strength >= 1)
const isDay = (m: DateMention): boolean => m.token.date.from === m.token.date.to
const sameDate = (a: DateMention, b: DateMention): boolean => a.token.date.from === b.token.date.from && a.token.date.to === b.token.date.to

/** Whether what follows an element, before the next unit or date, names a kind, only figures, or nothing. */
function nextContent(es: readonly Element[], i: number): 'kind' | 'figure' | 'none' {
  let figure = false
  for (let k = i + 1; k < es.length; k++) {
    const e = es[k]!
    if (e.is === 'kind' && e.kind.strength >= 1) return figure ? 'figure' : 'kind'
    if (e.is === 'figure' && primary(e.figure)) figure = true
    if ((e.is === 'unit' && e.unit.role === 'subject') || (e.is === 'date' && !e.date.token.aside)) break
  }
  return figure ? 'figure' : 'none'
}

/** 义诊、咨询、文艺演出: named in one breath. */
function clustered(s: Scan, a: KindMention, b: KindMention): boolean {
  const gap = s.text.slice(a.end, b.start)
  return a.clause === b.clause && gap.length <= 12 && /[、和与及+暨\/]/.test(gap)
}

/** A draft that never met a kind takes the next one's: 9.15一中850人；9.16二中620人；都是科普报告. */
function shareKinds(out: Draft[]): Draft[] {
  for (let i = out.length - 2; i >= 0; i--) if (out[i]!.kinds.length === 0 && out[i]!.figures.some(primary) && out[i + 1]!.kinds.length > 0) {
    out[i]!.kinds = out[i + 1]!.kinds
    out[i]!.carried = true
  }
  return out
}
