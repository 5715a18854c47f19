import type { Measure } from '../core/measure.js'
import { measureNames, type EvidenceField, type MeasureName, type Report } from '../core/report.js'
import type { Span } from '../core/span.js'
import { areaOf, says, type Area } from './area.js'
import { attendance } from './attendance.js'
import { isActive, isPrimary, type Draft } from './draft.js'
import { impliedKind } from './implied.js'
import type { Figure } from './figures.js'
import { isDocument, type KindMention } from './mention.js'
import { speakers } from './people.js'
import { firstBehind, overlapping } from './ordered.js'
import type { Scan } from './scan.js'
import { has } from './tokens.js'
import { topics } from './topics.js'
import { staysPut, venue } from './venue.js'
import { daysOf, when, type When } from './when.js'

/** A finished draft: the report, and what the judge wants to know of how it came about. */
export interface Built {
  readonly report: Report
  readonly draft: Draft
  readonly area: Area
  readonly kind: KindMention
  readonly when: When | null
  /** The sessions are the one of an event told without a number. */
  readonly assumed: boolean
}

type Measures = { [K in MeasureName]?: Measure }
const one = (span: Span): Measure => ({ value: 1, qualifier: 'exact', words: '', span })

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
  const measures = isDocument(kind.kind) ? documentMeasures(s, d, kind, area) : eventMeasures(s, d, kind)
  const at = isDocument(kind.kind) && kind.kind !== 'base' ? null : venue(s, area)
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
    otherKinds: [...new Set(d.kinds.filter((k) => isActive(k) && k.kind !== kind.kind).map((k) => k.kind))],
    scope: isSummary(area, date, measures) ? 'summary' : 'event',
    confidence: 0.9,
    evidence,
  }
  for (const name of measureNames) if (measures[name]) report[name] = measures[name]
  return { report, draft: d, area, kind, when: date, assumed }
}

/** 新建3个，累计建成11个: the new ones; what there is by now is no figure of the time told. */
function founded(s: Scan, fs: readonly Figure[]): Measure | null {
  const isStock = (f: Figure): boolean =>
    /(累计|累计达|达到|总数|总数达|现有|已有|共有)(建立|建成|建|有|达)?(了)?[^,，。;]{0,8}$/.test(
      s.text.slice(Math.max(0, f.start - 16), f.start).replace(/^.*[,，。;]/, ''),
    )
  const fresh = fs.filter((f) => !isStock(f))
  return added(fresh.length > 0 ? fresh : fs)
}

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
    if (!best || strength(k) > strength(best)) best = k
  }
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

const of = (fs: readonly Figure[], counts: Figure['counts']): Figure[] =>
  fs.filter((f) => f.counts === counts && !f.part)

/** The first figure, or the stated total among several. */
function first(fs: readonly Figure[]): Measure | null {
  return (fs.find((f) => f.total) ?? fs[0])?.measure ?? null
}
/** Parts add up unless a total is stated. */
function added(fs: readonly Figure[]): Measure | null {
  if (fs.length < 2) return fs[0]?.measure ?? null
  const total = fs.find((f) => f.total)
  if (total) return total.measure
  return { ...fs[0]!.measure, value: fs.reduce((n, f) => n + f.measure.value, 0) }
}

/** 上午一场下午一场: each time of day its own; 在甲校、乙校各作一场: each place its own. */
function held(s: Scan, fs: readonly Figure[], each: readonly Figure[]): Measure | null {
  const times = fs.filter((f) =>
    /(上午|下午|晚上|晚间|早上|中午)(各)?$/.test(s.text.slice(Math.max(0, f.start - 3), f.start)),
  )
  if (times.length > 1 && times.length === fs.length) return added(fs)
  const one = each[0]
  const lead = one ? s.text.slice(Math.max(0, one.start - 12), one.start) : ''
  if (
    one &&
    fs.length === 0 &&
    one.measure.value === 1 &&
    /(上下午|上午和?下午|早晚|上、下午)[^,，。;]{0,4}$/.test(lead)
  )
    return { ...one.measure, value: 2 }
  // 在甲村、乙村各办一场，两场加起来97人
  if (fs.length > 0 || each.length !== 1 || one!.measure.value !== 1) return first(fs)
  const places = /(?:^|[在到赴去往,，:：。])([^,，。;:：在到赴去往各]+)各[^,，。;0-9]{0,8}$/.exec(
    s.text.slice(Math.max(0, one!.start - 40), one!.start),
  )
  const many = /([0-9]{1,2})(所|个|家)[^,，。;0-9、]{1,8}各[^,，。;0-9]{0,8}$/.exec(
    s.text.slice(Math.max(0, one!.start - 40), one!.start),
  )
  const n = many ? Number(many[1]) : places ? places[1]!.split(/[、和与及]/).length : 1
  return n > 1 ? { ...one!.measure, value: n } : null
}

/** 一路…听课205人；一路…330人; 第一天88人，第二天104人: told one after the other, each with its own people. */
const round =
  /(?:^|[,，。;:；、\n ])[^,，。;:]{0,4}?(第[一二三四五六]|头一|另一?|首|一)(天|个地方|个点|场|站|处|路|组|队|批|堂|讲)/g
function rounds(s: Scan, fs: readonly Figure[]): { attendance: Measure; n: number; days: boolean } | null {
  const people = fs.filter((f) => f.counts === 'people' && !f.total && !f.part && !f.each && !f.aside)
  if (people.length < 2) return null
  const names = people.map((f, i) => {
    const from = i === 0 ? Math.max(0, f.start - 40) : people[i - 1]!.end
    return [...s.text.slice(from, f.start).matchAll(round)].at(-1)?.[2]
  })
  if (
    names.some((w) => w === undefined) ||
    new Set(names).size > 1 ||
    fs.some((f) => f.counts === 'people' && f.total)
  )
    return null
  return { attendance: added(people)!, n: people.length, days: names[0] === '天' }
}

/** 上了三堂…，一堂32人: the only headcount, of one of several. */
function eachSaid(s: Scan, d: Draft, sessions: number): boolean {
  const people = of(d.figures, 'people')
  const f = people[0]
  return (
    sessions > 1 &&
    people.length === 1 &&
    f !== undefined &&
    !f.each &&
    !f.total &&
    /[,，。;、 ]一(堂|场|节|期|班|次)(课|大概|大约|约|有)?$/.test(
      s.text.slice(Math.max(0, f.start - 5), f.start),
    )
  )
}

function eventMeasures(s: Scan, d: Draft, kind: KindMention): Measures {
  const out: Measures = {}
  const put = (name: MeasureName, m: Measure | null): void => {
    if (m) out[name] = m
  }
  const sessions = of(d.figures, 'sessions')
  const whole = sessions.filter((f) => !f.each)
  put(
    'sessions',
    held(
      s,
      whole,
      sessions.filter((f) => f.each),
    ),
  )
  const told = rounds(s, d.figures)
  if (told && !told.days && sessions.length === 0)
    put('sessions', { ...told.attendance, value: told.n, qualifier: 'exact', words: '' })
  if (told) put('attendance', told.attendance)
  else if (!d.shared) put('attendance', attendance(d.figures, kind.kind, out.sessions?.value ?? null))
  if (out.attendance && eachSaid(s, d, out.sessions?.value ?? 1))
    out.attendance = { ...out.attendance, value: out.attendance.value * out.sessions!.value }
  put('materials', added(of(d.figures, 'materials')))
  const online = first(of(d.figures, 'online'))
  if (online) put(out.attendance ? 'online' : 'attendance', online)
  if (kind.kind === 'enterprise') put('count', first(of(d.figures, 'firms')))
  put('helpers', first(of(d.figures, 'helpers')))
  put('hours', first(of(d.figures, 'hours')))
  put('medicine', first(of(d.figures, 'medicine')))
  return out
}

function documentMeasures(s: Scan, d: Draft, kind: KindMention, area: Area): Measures {
  const out: Measures = {}
  const counted = d.figures.filter(
    (f) => (f.counts === 'documents' || (f.counts === 'firms' && kind.kind === 'base')) && !f.part,
  )
  const count = kind.kind === 'base' ? founded(s, counted) : first(counted)
  if (count) out.count = count
  else if (
    impliedDocument(area, kind) ||
    (kind.weight === 'head' && kind.kind !== 'article' && kind.kind !== 'base' && adoptedWord(s, area))
  )
    out.count = one(s.n.span(kind.start, kind.end))
  const taken = d.figures.filter((f) => f.counts === 'adopted')
  const adopted = added(taken.some((f) => !f.part) ? taken.filter((f) => !f.part) : taken)
  if (adopted) out.adopted = adopted
  else if (
    adoptedWord(s, area) &&
    (out.count?.value === 1 || oneOfThem(s, area) || oneTaken.test(s.text.slice(area.start, area.end)))
  )
    out.adopted = one(adoptedWord(s, area)!)
  return out
}

/** One titled document or named base told without a number counts 1. */
function impliedDocument(area: Area, kind: KindMention): boolean {
  if (kind.kind === 'base') return says(area, 'found')
  return (
    (kind.kind !== 'article' || area.tokens.some((t) => t.type === 'title' && t.book && titled(t, kind))) &&
    says(area, 'write') &&
    area.tokens.filter((t) => t.type === 'title' && t.book).length +
      (area.tokens.filter((t) => t.type === 'title').length === 1 ? 1 : 0) >
      0
  )
}
const titled = (t: { readonly end: number }, k: KindMention): boolean =>
  k.start === t.end || k.start === t.end - 1
/** 一篇讲…，一篇讲…，后一篇县长作了批示. */
const oneTaken =
  /(?:[前后其中另有头末]|[,，;、])一(篇|份|条|件)[^,，。;0-9]{0,14}(批示|采纳|采用|录用|刊用|签批|肯定)/

/** 报告4篇，其中《…》获批示: the one told by its title. */
function oneOfThem(s: Scan, area: Area): boolean {
  const word = area.tokens.find((t) => has(t, 'adopt'))
  if (!word) return false
  const c = s.clauses[firstBehind(s.clauses, word.start)]
  if (!c) return false
  const inside = s.tokens.slice(c.from, c.to)
  return (
    inside.filter((t) => t.type === 'title' && t.book).length === 1 &&
    !inside.some((t) => t.type === 'number')
  )
}
/** 学校上周批了, 局里同意了: taken up, in plain words. */
const agreed =
  /(学校|校领导|县里|市里|区里|镇里|乡里|政府|领导|[局委办院厂])[^,，。;]{0,5}(批了|同意了|照办了|认可了)/
function adoptedWord(s: Scan, area: Area): Span | null {
  const said = agreed.exec(s.text.slice(area.start, area.end))
  if (said) return s.n.span(area.start + said.index, area.start + said.index + said[0].length)
  for (const t of area.tokens)
    if (
      t.type === 'word' &&
      t.word.tags.includes('adopt') &&
      ['批示', '采纳', '采用'].includes(s.text.slice(t.start, t.end))
    )
      return s.n.span(t.start, t.end)
  return null
}

/** Whether an event without a number of sessions is one: a day, or done once; not what is told in general or of a month. */
function isSingle(
  s: Scan,
  d: Draft,
  kind: KindMention,
  date: When | null,
  area: Area,
  m: Measures,
  placed: boolean,
): boolean {
  const lead = s.text.slice(Math.max(area.start, kind.start - 2), kind.start)
  const listed =
    lead.endsWith('等') ||
    lead.endsWith('系列') ||
    /等(科普|宣传|系列)$/.test(s.text.slice(Math.max(area.start, kind.start - 4), kind.start))
  const perfect = area.clauses.some((c) =>
    /(举办|开展|组织|举行|召开|进行|办|搞|做|作)了/.test(s.text.slice(c.start, c.end)),
  )
  if (d.carried && !m.attendance) return false
  // 个案9人次: so many talks, each of its own
  if (kind.kind === 'counselling' && /个案|个别|热线/.test(s.text.slice(kind.start, kind.end))) return false
  if (kind.kind === 'meeting' && says(area, 'call') && !(date && daysOf(date.period) > 31))
    return !says(area, 'often')
  // 4月举办征文比赛，…: one of that month, where a verb says that it was held
  const inMonth =
    date?.from.token.date.kind === 'month' &&
    kind.weight === 'head' &&
    /(举办|举行|召开|组织)[^,，。;、]{0,14}$/.test(
      s.text.slice(Math.max(area.start, kind.start - 16), kind.start),
    ) &&
    !says(area, 'series') &&
    !says(area, 'often') &&
    !listed &&
    !m.materials
  if (inMonth) return true
  if (date && daysOf(date.period) > 11) return false
  if (m.materials && !m.attendance && kind.weight === 'weak') return false
  // 分赴三县, 跑了7个社区: a tour
  if (
    kind.kind !== 'enterprise' &&
    /(分赴|分别到|分别在|分别赴|先后到|先后赴|先后在|先后深入|先后走进)[^,，。;]{0,24}、|(?<!要|想)(跑|走|转|到|下|去)(了|遍)?[0-9一二两三四五六七八九十]+个(社区|村|学校|乡镇|乡|镇|屯|寨)(?![^。;]{0,3}[,，](上午|先|头|第一|一个))|(深入|走进|前往|赴)[^,，。;、]{2,8}[镇乡村]、[^,，。;、]{2,8}[镇乡村]|[0-9一二两三四五六七八九十]+个(村|屯|寨|社区|镇|乡)[^,，。;]{0,3}(转了|跑了|走了)/.test(
      s.text.slice(area.start, area.end),
    )
  )
    return false
  if (date) return true
  if (kind.kind === 'enterprise') return false
  if (kind.kind === 'culture' && m.attendance && !d.among && !says(area, 'often')) return true
  if (says(area, 'series') || says(area, 'often') || listed || d.among) return false
  // 近日，某会举办…讲座，…学生共620人参加: one, held and attended
  const attended =
    kind.weight === 'head' &&
    m.attendance !== undefined &&
    !m.attendance.words.includes('万') &&
    ((/(近日|日前|近期|前不久|前些天|前几天|不久前)/.test(s.text.slice(area.start, kind.start)) &&
      /(举办|举行|召开|开展|组织)[^。;]{0,30}$/.test(s.text.slice(area.start, kind.start))) ||
      (m.attendance.value <= 1500 &&
        !says(area, 'total') &&
        /(举办|举行|召开)[^,，。;、]{0,24}$/.test(s.text.slice(area.start, kind.start)) &&
        /^[^。;]{0,12}(参加|听讲|聆听|到会|到场|出席|参训|听课)/.test(
          s.text.slice(d.figures.find((f) => f.counts === 'people')?.end ?? area.end, area.end),
        )))
  const short = (area.end - area.start < 30 && d.start === s.clauses[d.segment.from]!.start) || d.segment.form
  return !says(area, 'habit') && (perfect || short || attended || says(area, 'call') || placed)
}

function isSummary(area: Area, date: When | null, m: Measures): boolean {
  if (date && daysOf(date.period) > 31) return true
  return (
    ((m.sessions?.value ?? 0) > 1 && says(area, 'total') && !(date && daysOf(date.period) < 27)) ||
    (m.sessions?.value ?? 0) > 9
  )
}
