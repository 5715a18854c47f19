import { countsDocuments, type Kind } from '../core/kinds.js'
import type { Measure } from '../core/measure.js'
import type { EvidenceField, MeasureName, Report } from '../core/report.js'
import type { Period } from '../core/day.js'
import type { Span } from '../core/span.js'
import type { Draft } from './drafts.js'
import type { Figure } from './figures.js'
import { isDocument, type KindMention } from './mentions.js'
import { has } from './tokens.js'
import { places, endsPlace, isSpecificPlace, cutPlace } from './places.js'
import { speakers as findSpeakers } from './people.js'
import { topics as findTopics } from './topics.js'
import type { DateMention, Scan } from './scan.js'
import { attendance } from './attendance.js'

/** A finished draft: the report and what the judge wants to know of how it came about. */
export interface Built {
  readonly report: Report
  readonly draft: Draft
  readonly kind: KindMention
  /** The sessions are the one of an event told without a number. */
  readonly assumed: boolean
  readonly notes: ReadonlySet<string>
}

export function build(s: Scan, d: Draft, next: Draft | undefined): Built | null {
  const kind = pickKind(s, d)
  if (!kind) return null
  const notes = new Set<string>()
  const start = s.clauses[d.from]!.start
  const end = next && next.segment === d.segment ? s.clauses[Math.max(d.from, next.from)]!.start : s.clauses[d.segment.to - 1]!.end
  const from = d.segment.from === d.from ? s.clauses[d.segment.from]!.start : start
  const area = { start: from, end: Math.max(end, s.clauses[d.to]!.end > end && next ? end : end) }
  if (area.end <= area.start) area.end = s.clauses[d.to]!.end
  const docs = isDocument(kind.kind)
  const evidence: Partial<Record<EvidenceField, Span>> = { kind: s.n.span(kind.start, kind.end) }
  const out: { [K in MeasureName]?: Measure } = {}
  const put = (name: MeasureName, m: Measure | null): void => {
    if (!m) return
    out[name] = m
    if (m.span) evidence[name] = m.span
  }
  const figures = d.figures
  const sessions = docs ? [] : figures.filter((f) => f.counts === 'sessions' && !f.part && !f.each)
  const date = pickDate(s, d)
  if (date) evidence.date = date.span
  const plural = isPlural(s, d)
  let assumed = false
  put('sessions', sum(sessions, 'first'))
  const people = attendance(figures, kind.kind, out.sessions?.value ?? null)
  if (people && !docs) put('attendance', people)
  put('materials', sum(figures.filter((f) => f.counts === 'materials' && !f.part), 'all'))
  if (countsDocuments(kind.kind)) {
    const docsFound = figures.filter((f) => (f.counts === 'documents' || f.counts === 'firms') && !f.part)
    put('count', sum(docsFound, kind.kind === 'base' ? 'all' : 'first'))
    put('adopted', sum(figures.filter((f) => f.counts === 'adopted'), 'all'))
  }
  if (kind.kind === 'enterprise') put('count', sum(figures.filter((f) => f.counts === 'firms'), 'first'))
  put('helpers', sum(figures.filter((f) => f.counts === 'helpers'), 'first'))
  put('hours', sum(figures.filter((f) => f.counts === 'hours'), 'first'))
  put('medicine', sum(figures.filter((f) => f.counts === 'medicine'), 'first'))
  const online = figures.filter((f) => f.counts === 'online' && !f.part)
  if (online.length && !docs) put(out.attendance ? 'online' : 'attendance', sum(online, 'first'))
  if (docs && !out.count) {
    const one = impliedDocument(s, d, kind, area)
    if (one) {
      out.count = one
      evidence.count = one.span!
    }
  }
  if (docs && !out.adopted && out.count && adoptedOne(s, area)) out.adopted = { value: 1, qualifier: 'exact', words: '' }
  if (!docs && !out.sessions && kind.kind !== 'enterprise' && single(s, d, kind, date?.period ?? null, plural, !!out.attendance)) {
    out.sessions = { value: 1, qualifier: 'exact', words: '' }
    evidence.sessions = evidence.kind!
    assumed = true
  }
  if (kind.kind === 'enterprise' && !out.sessions && single(s, d, kind, date?.period ?? null, plural, true) && date && isShort(date.period)) {
    out.sessions = { value: 1, qualifier: 'exact', words: '' }
    evidence.sessions = evidence.kind!
    assumed = true
  }
  const branch = d.host ?? d.branch
  if (branch) evidence.branch = s.n.span(branch.token.start, branch.token.end)
  const partners = [...new Set([...d.partners.map((p) => p.token.unit)])].filter((u) => u !== branch?.token.unit)
  if (d.partners[0] && partners.length) evidence.partners = s.n.span(d.partners[0].token.start, d.partners.at(-1)!.token.end)
  const teaching = kind.kind === 'lecture' || kind.kind === 'training' || kind.kind === 'clinic' || kind.kind === 'outreach' || kind.kind === 'counselling' || kind.kind === 'volunteer' || kind.kind === 'publicity'
  const topicFinds = kind.kind === 'lecture' || kind.kind === 'training' ? findTopics(s.text, s.tokens, s.fields, area.start, area.end, true) : findTopics(s.text, s.tokens, s.fields, area.start, area.end, false)
  const speakerFinds = teaching ? findSpeakers(s.text, s.tokens, s.fields, area.start, area.end) : []
  const venue = docs && kind.kind !== 'base' ? null : pickVenue(s, d, area)
  if (topicFinds[0]) evidence.topics = s.n.span(topicFinds[0].start, topicFinds.at(-1)!.end)
  if (speakerFinds[0]) evidence.speakers = s.n.span(speakerFinds[0].start, speakerFinds.at(-1)!.end)
  if (venue) evidence.venue = s.n.span(venue.start, venue.end)
  const typed = (a: number, b: number): string => {
    const [x, y] = s.n.span(a, b)
    return s.n.typed.slice(x, y).trim()
  }
  const long = date !== null && daysOf(date.period) > 31
  const report: Report = {
    kind: kind.kind,
    branch: branch?.token.unit ?? null,
    partners,
    date: date?.period ?? null,
    topics: topicFinds.map((t) => typed(t.start, t.end)),
    speakers: speakerFinds.map((t) => typed(t.start, t.end)),
    venue: venue ? typed(venue.start, venue.end) : null,
    otherKinds: [...new Set(d.kinds.filter((k) => k.kind !== kind.kind).map((k) => k.kind))],
    scope: long || (out.sessions?.value ?? 0) > 5 ? 'summary' : 'event',
    confidence: 0.9,
    evidence,
    ...out,
  }
  return { report, draft: d, kind, assumed, notes }
}

function pickKind(s: Scan, d: Draft): KindMention | null {
  const labelled = s.fields.filter((f) => f.name === 'kind')
  const strength = (k: KindMention): number => k.strength + (labelled.some((f) => k.start >= f.start && k.end <= f.end) ? 2 : 0)
  let best: KindMention | null = null
  for (const k of d.kinds) {
    if (k.kind === 'outreach' && k.strength >= 1) return k
    if (!best || strength(k) > strength(best)) best = k
  }
  return best
}

function sum(fs: readonly Figure[], how: 'first' | 'all'): Measure | null {
  if (fs.length === 0) return null
  const total = fs.find((f) => f.total)
  if (total && fs.length > 1) return total.measure
  if (how === 'first' || fs.length === 1) return fs[0]!.measure
  const value = fs.reduce((n, f) => n + f.measure.value, 0)
  return { ...fs[0]!.measure, value }
}

const daysOf = (p: Period): number => (Date.parse(p.end) - Date.parse(p.start)) / 86400000 + 1
const isShort = (p: Period): boolean => daysOf(p) <= 10

function pickDate(s: Scan, d: Draft): { period: Period; span: Span } | null {
  if (d.dates.length === 0) return null
  const own = d.dates.filter((m) => !isName(s, m))
  const main = own.find((m) => !m.token.aside) ?? own[0]
  if (!main) return null
  return { period: { start: main.token.date.from, end: main.token.date.to }, span: s.n.span(main.token.start, main.token.end) }
}
/** 2019年最后一场, 今年第18场: a year that only numbers something. */
function isName(s: Scan, m: DateMention): boolean {
  const behind = s.text.slice(m.token.end, m.token.end + 2)
  if (/^(第|最后|首)/.test(behind)) return true
  const { kind } = m.token.date
  if (kind !== 'year' && kind !== 'period') return false
  const c = s.clauses[m.clause]!
  for (let i = c.from; i < m.at; i++) if (has(s.tokens[i], 'do') || has(s.tokens[i], 'call') || has(s.tokens[i], 'assign')) return true
  return false
}

/** Several places or times told without a number: nothing is counted. */
function isPlural(s: Scan, d: Draft): boolean {
  for (let c = d.from; c <= d.to; c++)
    for (let i = s.clauses[c]!.from; i < s.clauses[c]!.to; i++) if (has(s.tokens[i], 'habit') || has(s.tokens[i], 'series') || has(s.tokens[i], 'often')) return true
  return false
}

function single(s: Scan, d: Draft, kind: KindMention, period: Period | null, plural: boolean, attended: boolean): boolean {
  if (period && !isShort(period)) return false
  if (plural && !(period && attended)) return false
  void s
  void d
  void kind
  return true
}

function impliedDocument(s: Scan, d: Draft, kind: KindMention, area: { start: number; end: number }): Measure | null {
  const title = s.tokens.some((t) => t.type === 'title' && t.start >= area.start && t.end <= area.end)
  const written = s.tokens.some((t) => t.start >= area.start && t.end <= area.end && (has(t, 'write') || has(t, 'found')))
  const named = kind.kind === 'base' ? written : title && kind.kind !== 'article'
  void d
  return named ? { value: 1, qualifier: 'exact', words: '', span: s.n.span(kind.start, kind.end) } : null
}
function adoptedOne(s: Scan, area: { start: number; end: number }): boolean {
  return s.tokens.some((t) => t.start >= area.start && t.end <= area.end && has(t, 'adopt') && ['批示', '采纳'].includes(s.text.slice(t.start, t.end)))
}

function pickVenue(s: Scan, d: Draft, area: { start: number; end: number }): { start: number; end: number } | null {
  const field = s.fields.find((f) => f.name === 'place' && f.label >= area.start && f.label < area.end && f.end > f.start)
  if (field) return field
  const led = places(s.text, s.tokens, area.start, area.end)[0]
  if (led) return led
  return item(s, area, d)
}
/** A place as an item of a terse line: 讲座1场 三门江中学 300人. */
function item(s: Scan, area: { start: number; end: number }, d: Draft): { start: number; end: number } | null {
  void d
  let at = area.start
  const bounds = s.tokens.filter((t) => t.start >= area.start && t.start < area.end)
  const ends = [...bounds, null]
  for (const t of ends) {
    const stop = t?.start ?? area.end
    const text = s.text.slice(at, stop)
    const lead = text.length - text.trimStart().length
    const from = at + lead
    const cut = cutPlace(s.text, from, stop)
    if (cut > from + 1 && text.trim().length <= 16 && cut === from + text.trim().length && endsPlace(s.text, from, cut) && isSpecificPlace(s.text.slice(from, cut))) return { start: from, end: cut }
    at = t?.end ?? stop
  }
  return null
}
export type { Kind }
