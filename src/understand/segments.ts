import type { Figure } from './figures.js'
import type { DateMention, Scan } from './scan.js'
import type { UnitMention } from './units.js'

/** A stretch of clauses that tells of its own, with what a heading above lends it. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly branch: UnitMention | null
  readonly date: DateMention | null
  /** Labelled lines: one report, in whatever order they come. */
  readonly form: boolean
}

interface Line {
  readonly from: number
  readonly to: number
  readonly figure: boolean
  readonly unit: UnitMention | null
  readonly date: DateMention | null
  readonly kind: boolean
  readonly labels: number
}

const primary = (f: Figure): boolean =>
  f.counts === 'people' ||
  f.counts === 'sessions' ||
  f.counts === 'documents' ||
  f.counts === 'firms' ||
  f.counts === 'materials'

function lines(s: Scan): Line[] {
  const out: Line[] = []
  let from = 0
  for (let i = 1; i <= s.clauses.length; i++) {
    if (i < s.clauses.length && s.clauses[i]!.line === s.clauses[from]!.line) continue
    const start = s.clauses[from]!.start
    const end = s.clauses[i - 1]!.end
    const inside = (at: number): boolean => at >= start && at < end
    out.push({
      from,
      to: i,
      figure: s.figures.some((f) => inside(f.start) && primary(f)),
      unit: s.units.find((u) => inside(u.token.start) && (u.role === 'subject' || u.role === 'host')) ?? null,
      date: s.dates.find((d) => inside(d.token.start)) ?? null,
      kind: s.kinds.some((k) => inside(k.start) && k.strength >= 1),
      labels: s.fields.filter((f) => inside(f.label)).length,
    })
    from = i
  }
  return out
}

const complete = (l: Line): boolean =>
  (l.figure && (l.kind || l.unit !== null || l.date !== null)) || (l.kind && l.unit !== null)

/** Lines that are reports of their own, with what stands over them; one segment where the message is one telling. */
export function segments(s: Scan): Segment[] {
  const ls = lines(s)
  const form = formStarts(s)
  if (form.length > 1)
    return form.map((from, k) => ({
      from: k === 0 ? 0 : from,
      to: form[k + 1] ?? s.clauses.length,
      branch: null,
      date: null,
      form: true,
    }))
  const whole: Segment = {
    from: 0,
    to: s.clauses.length,
    branch: null,
    date: null,
    form: s.fields.filter((f) => f.name !== 'void').length >= 3,
  }
  const own = ls.filter((l) => complete(l) && l.labels < 2)
  if (own.length < 2) return [whole]
  const out: {
    from: number
    to: number
    branch: UnitMention | null
    date: DateMention | null
    form: boolean
  }[] = []
  let branch: UnitMention | null = null
  let date: DateMention | null = null
  for (const l of ls) {
    if (own.includes(l)) out.push({ from: l.from, to: l.to, branch, date, form: false })
    else if (!l.figure && (l.unit || l.date)) {
      branch = l.unit ?? branch
      date = l.date ?? date
    } else if (out.length > 0) out.at(-1)!.to = l.to
  }
  return out
}

/** Clauses at which a form begins anew: 单位 (or 时间) said a second time. */
function formStarts(s: Scan): number[] {
  const leads = s.fields.filter(
    (f) => f.name === s.fields[0]?.name && (f.name === 'unit' || f.name === 'time' || f.name === 'kind'),
  )
  if (leads.length < 2 || s.fields.length < 4) return [0]
  return leads
    .map((f) => s.clauses.findIndex((c) => f.label < c.end))
    .filter((c, i, all) => c >= 0 && all.indexOf(c) === i)
}
