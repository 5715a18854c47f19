import { pattern } from '../text/pattern.js'
import { isActive } from './draft.js'
import type { Figure } from '../figures/figures.js'
import type { KindMention } from '../mentions/mention.js'
import type { DateMention } from '../dates/mentions.js'
import type { Scan } from '../scan.js'
import { has } from '../tokens.js'
import type { UnitMention } from '../units/units.js'

/** A line of the message with what stands in it. */
export interface Line {
  readonly from: number
  readonly to: number
  /** 人, 场, 篇 … told in it. */
  readonly figure: boolean
  readonly unit: UnitMention | null
  readonly date: DateMention | null
  readonly kind: KindMention | null
  readonly labels: number
  /** 1. 2. 3. stood in front. */
  readonly marked: boolean
  /** Ends with a colon: stands over what follows. */
  readonly over: boolean
  readonly row: boolean
  /** 例 某分会 3.1 某校 100人: shows how to fill in the list. */
  readonly sample: boolean
  /** 上面打错了，是…: mends what another line tells. */
  readonly mends: boolean
}

const primary = (f: Figure): boolean =>
  f.counts === 'people' ||
  f.counts === 'sessions' ||
  f.counts === 'documents' ||
  f.counts === 'firms' ||
  f.counts === 'materials' ||
  f.counts === 'adopted'

interface Draft {
  from: number
  to: number
  figure: boolean
  unit: UnitMention | null
  date: DateMention | null
  kind: KindMention | null
  labels: number
  marked: boolean
  over: boolean
  row: boolean
  sample: boolean
  mends: boolean
}

const isSample = pattern(/^ *(例|示例|样例|范例|例子|格式|例如)[ :]/)
/** The lines of a part of the message with what stands in each; one walk over all that was found. */
export function lines(s: Scan, part: { readonly from: number; readonly to: number }): Line[] {
  const out: Draft[] = []
  const lineOf: number[] = []
  for (let i = part.from; i < part.to; i++) {
    const c = s.clauses[i]!
    const last = out.at(-1)
    if (last && s.clauses[i - 1]!.line === c.line) last.to = i + 1
    else
      out.push({
        from: i,
        to: i + 1,
        figure: false,
        unit: null,
        date: null,
        kind: null,
        labels: 0,
        marked: s.marks.has(c.line),
        over: false,
        row: s.rows.has(c.start),
        mends: false,
        sample: isSample(s.text, c.start, c.start + 8),
      })
    lineOf[i] = out.length - 1
  }
  const inPart = ({ clause }: { readonly clause: number }): boolean => lineOf[clause] !== undefined
  const at = ({ clause }: { readonly clause: number }): Draft => out[lineOf[clause]!]!
  for (const f of s.figures) if (inPart(f) && primary(f) && !f.each) at(f).figure = true
  for (const u of s.units)
    if (inPart(u) && (u.role === 'subject' || u.role === 'host' || u.role === 'signature')) at(u).unit ??= u
  for (const d of s.dates) {
    if (!inPart(d)) continue
    const l = at(d)
    // 重阳活动(10月18日): the day behind the name of a feast, over a list
    if (l.date?.token.date.kind === 'festival' && !l.figure && d.token.aside && d.token.date.kind === 'day')
      l.date = d
    else l.date ??= d
  }
  for (const k of s.kinds) if (inPart(k) && isActive(k)) at(k).kind ??= k
  for (let clause = part.from; clause < part.to; clause++) {
    const c = s.clauses[clause]!
    for (let k = c.from; k < c.to; k++) if (has(s.tokens[k], 'fix')) at({ clause }).mends = true
  }
  let l = 0
  const [start, end] = [s.clauses[part.from]?.start ?? 0, s.clauses[part.to - 1]?.end ?? 0]
  for (const f of s.fields) {
    if (f.label < start || f.label >= end) continue
    while (l + 1 < out.length && s.clauses[out[l + 1]!.from]!.start <= f.label) l++
    if (out[l]) out[l]!.labels++
  }
  for (const x of out) {
    const end = s.clauses[x.to - 1]!.end
    x.over = s.text
      .slice(Math.max(0, end - 2), end)
      .trimEnd()
      .endsWith(':')
  }
  return out
}

/** A form in whose lines no second kind, unit or day is told: 某会义诊 / 📅… / 📍… / 👵看诊121人次. */
export function oneTelling(items: ReadonlySet<Line>): boolean {
  const some = (of: (l: Line) => string | null): number =>
    new Set([...items].map(of).filter((x) => x !== null)).size
  return (
    some((l) => l.unit?.token.unit ?? null) < 2 &&
    some((l) => l.kind?.kind ?? null) < 2 &&
    some((l) => l.date?.token.date.from ?? null) < 2 &&
    [...items].filter((l) => l.figure).length < 2 &&
    ![...items].some((l) => l.row || l.marked)
  )
}

/** 某会培训情况, and under it lines of a day and a figure: a heading. */
function headingOfDays(ls: readonly Line[]): Line | null {
  const first = ls[0]
  if (!first || first.figure || !first.kind || !first.unit) return null
  if (first.date && first.date.token.date.from === first.date.token.date.to) return null
  const days = ls.slice(1).filter((l) => l.date !== null && l.figure && l.unit === null)
  return days.length > 1 && days.length === ls.slice(1).filter((l) => l.figure).length ? first : null
}

/** 某会举办科普报告会, and under it the bulletin that tells of it: a title. */
function titleOf(ls: readonly Line[]): Line | null {
  const [first, next] = ls
  if (!first || !next || first.figure || first.over || first.row || first.labels > 0) return null
  if (!first.kind || !next.date || next.marked || next.row) return null
  const sameUnit = !next.unit || !first.unit || next.unit.token.unit === first.unit.token.unit
  return sameUnit && ls.slice(1).some((l) => l.kind?.kind === first.kind!.kind) ? first : null
}

/** Lines that tell of an activity themselves; under a heading that names the kind a numbered line with a figure is enough. */
export function itemsOf(ls: readonly Line[]): ReadonlySet<Line> {
  const out = new Set<Line>()
  let kind = false
  const heading = headingOfDays(ls) ?? titleOf(ls)
  for (const l of ls) {
    if (l.sample || (l.mends && !l.kind)) continue
    if (l === heading) {
      kind = true
      continue
    }
    if (l.row) {
      if (l.figure) out.add(l)
      continue
    }
    const told =
      (l.figure && (l.kind !== null || l.unit !== null || l.date !== null)) ||
      (l.kind !== null && (l.unit !== null || (l.marked && l.date !== null)))
    if (l.over && !(l.figure && l.kind)) kind = l.kind !== null
    else if (l.labels < 2 && (told || (l.figure && l.marked && (kind || out.size > 1)))) out.add(l)
    else if (l.kind !== null && !l.figure && l.labels === 0) kind = true
  }
  return out
}
