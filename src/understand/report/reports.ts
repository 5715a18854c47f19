import { measureNames, type EvidenceField, type Report } from '../../core/report.js'
import type { Span } from '../../core/span.js'
import { areaOf, type Area } from '../structure/area.js'
import { isActive, isPrimary, type Draft } from '../structure/draft.js'
import { impliedKind } from './implied.js'
import { leftOverPeople } from './leftover.js'
import { eventMeasures, one, type Measures } from './measures-event.js'
import { documentMeasures } from './measures-paper.js'
import { isDocument, type KindMention } from '../mentions/mention.js'
import { overlapping } from '../text/ordered.js'
import { speakers } from '../people/people.js'
import type { Scan } from '../scan.js'
import { isSingle, isSummary } from './single.js'
import { topics } from '../topics/topics.js'
import { staysPut, venue } from './venue.js'
import { daysOf, when, type When } from './when.js'

/** A finished draft: the report, and what the judge wants to know of how it came about. */
export interface Built {
  /** Its confidence is set last, by what it came to say. */
  readonly report: Report & { confidence: number }
  readonly draft: Draft
  readonly area: Area
  readonly kind: KindMention
  readonly when: When | null
  /** The sessions are the one of an event told without a number. */
  readonly assumed: boolean
  /** The headcount is a number nothing else claimed. */
  readonly guessed: boolean
}

/** The report a draft makes, or null where nothing says what was held. `next` bounds how far its words reach. */
export function build(s: Scan, d: Draft, next: Draft | undefined): Built | null {
  const picked = pickKind(s, d)
  // 上周科普周…：周一某校《…》460人: under the name of a week the title says that it was a lecture
  const kind =
    picked && !(d.carried && picked.kind === 'publicity' && picked.weight === 'weak')
      ? picked
      : (impliedKind(s, d, areaOf(s, d, next)) ?? picked)
  if (!kind) return null
  const area = areaOf(s, d, next)
  const date = when(s, d)
  const measures = isDocument(kind.kind)
    ? documentMeasures(s, d, kind, area)
    : eventMeasures(s, d, kind, area)
  const doer = (d.host ?? d.branch)?.token ?? null
  const at = isDocument(kind.kind) && kind.kind !== 'base' ? null : venue(s, area, doer)
  const guessed = mayGuess(kind) && !measures.attendance && !d.shared ? leftOverPeople(s, d, area) : null
  if (guessed) measures.attendance = guessed
  const assumed =
    !isDocument(kind.kind) && !measures.sessions && isSingle(s, d, kind, date, area, measures, at !== null)
  const kindSpan = s.n.span(kind.start, kind.end)
  if (assumed) measures.sessions = one(kindSpan)
  const evidence: Partial<Record<EvidenceField, Span>> = { kind: kindSpan }
  for (const name of measureNames) if (measures[name]?.span) evidence[name] = measures[name].span
  if (date) evidence.date = s.n.span(date.start, date.end)
  const branch = d.host ?? d.branch
  if (branch) evidence.branch = s.n.span(branch.token.start, branch.token.end)
  const partners = d.partners.filter((p) => p.token.unit !== branch?.token.unit)
  if (partners[0]) evidence.partners = s.n.span(partners[0].token.start, partners.at(-1)!.token.end)
  const teaching = kind.kind === 'lecture' || kind.kind === 'training'
  const lent = d.lender ? areaOf(s, d.lender, undefined) : null
  // “”讲座: quotation marks around nothing
  const titles = (a: Area) =>
    topics(s.text, a.tokens, s.fields, a.start, a.end, teaching).filter((t) => t.end > t.start)
  const names = (a: Area) =>
    hasLecturers.has(kind.kind) ? speakers(s.text, a.tokens, s.fields, a.start, a.end) : []
  const ts = orElse(titles(area), lent && titles(lent))
  const ps = orElse(names(area), lent && names(lent))
  const place = at && spread(s, date, measures) && !staysPut(s, at, measures.sessions?.value ?? 1) ? null : at
  const read = (field: EvidenceField, finds: readonly { start: number; end: number }[]): string[] => {
    if (finds[0]) evidence[field] = s.n.span(finds[0].start, finds.at(-1)!.end)
    return finds.map((f) => asTyped(s, f.start, f.end))
  }
  const report: { -readonly [K in keyof Report]: Report[K] } = {
    kind: kind.kind,
    branch: branch?.token.unit ?? null,
    partners: partners.map((p) => p.token.unit),
    date: date?.period ?? null,
    topics: read('topics', ts),
    speakers: read('speakers', ps),
    venue: place ? read('venue', [place])[0]! : null,
    otherKinds: [
      ...new Set(
        d.kinds.filter((k) => isActive(k) && k.kind !== kind.kind && !givenThere(s, k)).map((k) => k.kind),
      ),
    ],
    scope: isSummary(area, date, measures) ? 'summary' : 'event',
    confidence: 0.9,
    evidence,
  }
  for (const name of measureNames) if (measures[name]) report[name] = measures[name]
  return { report, draft: d, area, kind, when: date, assumed, guessed: guessed !== null }
}

/** 培训…发放资料120份: what was handed out at it is no second kind. */
const givenThere = (s: Scan, k: KindMention): boolean =>
  k.kind === 'publicity' && k.weight === 'weak' && /^[发散派印]|资料$/.test(s.text.slice(k.start, k.end))

const mayGuess = (k: KindMention): boolean => !isDocument(k.kind) && k.kind !== 'enterprise' && isActive(k)

const hasLecturers: ReadonlySet<string> = new Set([
  'lecture',
  'training',
  'clinic',
  'outreach',
  'counselling',
  'consultation',
  'publicity',
  'volunteer',
])

const orElse = <T>(own: readonly T[], lent: readonly T[] | null): readonly T[] =>
  own.length > 0 || !lent ? own : lent

/** Several sessions over weeks were at several places; only a labelled one stands for all. */
const spread = (s: Scan, date: When | null, m: Measures): boolean =>
  (date === null ? (m.sessions?.value ?? 1) > 3 : daysOf(date.period) > 20 && m.sessions?.value !== 1) &&
  !s.fields.some((f) => f.name === 'place')

function asTyped(s: Scan, start: number, end: number): string {
  const [from, to] = s.n.span(start, end)
  return s.n.typed.slice(from, to).trim()
}

const taught: ReadonlySet<string> = new Set(['lecture', 'training', 'clinic', 'counselling'])

const fairs: ReadonlySet<string> = new Set(['publicity', 'outreach', 'volunteer'])

const inIt = (s: Scan, roof: KindMention, next: KindMention): boolean =>
  /^(活动|现场|活动现场|大集)?[,，:：](现场|会上)?(里面|当中|里头|既|又|也)?(有|设|设了|摆了|包括|包含|含|安排了)/.test(
    s.text.slice(roof.end, next.start),
  )

/** 写春联搞科普宣传: the verb of holding stands right in front. */
const heldBy = (s: Scan, k: KindMention): boolean =>
  /(搞|办|举办|开展|举行)了?$/.test(s.text.slice(Math.max(0, k.start - 3), k.start))

/** 送春联+测血糖，义诊62人: its people stand right behind it. */
const counted = (s: Scan, d: Draft, k: KindMention): boolean =>
  s.text[k.end - 1] !== '班' &&
  d.figures.some((f) => f.counts === 'people' && isPrimary(f) && f.start === k.end)

const joinedBy = (s: Scan, k: KindMention): boolean =>
  /[0-9一二三四五六七八九十百][多余来]?(?:人次?|名[\u4e00-\u9fa5]{0,4}|位[\u4e00-\u9fa5]{0,4})(?:参加|接受)了?$/.test(
    s.text.slice(Math.max(0, k.start - 12), k.start),
  )

/** 三下乡 wins where it is named; else what a label says; else the surest word, of equals the first. */
function pickKind(s: Scan, d: Draft): KindMention | null {
  const strength = (k: KindMention): number =>
    k.strength + (overlapping(s.fields, k.start, k.end)?.name === 'kind' ? 2 : 0)
  const declared = d.kinds.find((k) => k.strength > 5)
  if (declared) return declared
  const last = d.figures.filter(isPrimary).at(-1)
  const early = last ? d.kinds.filter((k) => k.start < last.start || k.clause === last.clause) : []
  const firms = d.figures.some((f) => f.counts === 'firms')
  let best: KindMention | null = null
  for (const k of early.some((k) => k.strength >= 1.5) ? early : d.kinds) {
    if (k.kind === 'outreach' && isActive(k)) return k
    if (
      !best ||
      strength(k) > strength(best) ||
      (last !== undefined &&
        strength(k) === strength(best) &&
        k.kind !== best.kind &&
        ((heldBy(s, k) && !heldBy(s, best)) || (counted(s, d, k) && !counted(s, d, best))))
    )
      best = k
  }
  // 又是讲座又是义诊还搞咨询: of equals the first
  const [one] = d.kinds
  if (
    one &&
    one.clause === best?.clause &&
    /(?:又[是有搞办]|既[有搞办是])了?$/.test(s.text.slice(Math.max(0, one.start - 3), one.start))
  )
    return one
  // 科普日活动，有展板有义诊有讲座，来了三百人: the first was what it was, the others were to be found there
  const [roof, next] = d.kinds
  if (roof && next && d.kinds.length > 2 && fairs.has(roof.kind) && isActive(roof) && inIt(s, roof, next))
    return roof
  // 上了一堂《…》的课，43人参加培训: what those who came came to
  const joined = d.kinds.find((k) => k.kind === 'training' && k.weight === 'head' && joinedBy(s, k))
  if (best?.kind === 'lecture' && best.weight !== 'head' && joined) return joined
  // 走进某某公司 讲座《…》: where it was, and what
  const given = d.kinds.find((k) => taught.has(k.kind) && k.weight === 'head' && isActive(k))
  if (best?.kind === 'enterprise' && given && !firms && s.text.slice(best.start, best.end).startsWith('走进'))
    return given
  // 助企对接会，12家企业…: for whom it was, though they met
  if (
    best?.kind === 'meeting' &&
    firms &&
    /助企|惠企|入企/.test(s.text.slice(Math.max(0, best.start - 8), best.end))
  )
    return { ...best, kind: 'enterprise' }
  // 为83家中小企业把脉问诊: whom it was for decides
  return best && firms && best.kind === 'consultation' && !d.figures.some((f) => f.counts === 'people')
    ? { ...best, kind: 'enterprise' }
    : best
}
