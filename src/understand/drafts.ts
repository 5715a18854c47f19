import type { Clause } from './clauses.js'
import type { Figure } from './figures.js'
import { isDocument, type KindMention } from './mentions.js'
import { firstBehind } from './ordered.js'
import type { DateMention, Scan } from './scan.js'
import type { Segment } from './segments.js'
import { has } from './tokens.js'
import type { UnitMention } from './units.js'

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
  /** A total of several kinds that each have sessions of their own: nobody's headcount. */
  shared: boolean
}

type Element =
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

/** Figures that make a report; helpers, hours and medicine only go with one. */
export const isPrimary = (f: Figure): boolean =>
  f.counts !== 'helpers' && f.counts !== 'hours' && f.counts !== 'medicine' && !f.part
export const isCounting = (f: Figure): boolean =>
  (f.counts === 'sessions' || f.counts === 'documents' || f.counts === 'firms') && !f.part && !f.each
const isPeople = (f: Figure): boolean => f.counts === 'people' || f.counts === 'online'
export const isActive = (k: KindMention): boolean => k.strength >= 1

function elements(s: Scan, seg: Segment): Element[] {
  const past = stock(s, seg)
  const out: Element[] = []
  const each = <T extends { readonly clause: number }>(list: readonly T[], add: (x: T) => void): void => {
    for (let k = firstIn(list, seg.from); k < list.length && list[k]!.clause < seg.to; k++)
      if (!past.has(s.clauses[list[k]!.clause]!.sentence)) add(list[k]!)
  }
  each(s.units, (unit) => {
    if (unit.role !== 'none')
      out.push({ is: 'unit', at: unit.at, start: unit.token.start, clause: unit.clause, unit })
  })
  each(s.dates, (date) =>
    out.push({ is: 'date', at: date.at, start: date.token.start, clause: date.clause, date }),
  )
  each(s.kinds, (kind) => out.push({ is: 'kind', at: kind.at, start: kind.start, clause: kind.clause, kind }))
  each(s.figures, (figure) =>
    out.push({ is: 'figure', at: figure.at, start: figure.start, clause: figure.clause, figure }),
  )
  return out.sort((a, b) => a.at - b.at)
}

/**
 * 据悉，…开办两年来已举办7期; 今年以来这样的巡诊已开展11次: behind the telling of a day, sentences of what there has been altogether.
 */
function stock(s: Scan, seg: Segment): ReadonlySet<number> {
  const out = new Set<number>()
  let day = false
  for (let k = firstIn(s.dates, seg.from); k < s.dates.length && s.dates[k]!.clause < seg.to && !day; k++)
    day = s.dates[k]!.token.date.from === s.dates[k]!.token.date.to
  if (!day) return out
  let told = false
  let f = firstIn(s.figures, seg.from)
  for (let c = seg.from; c < seg.to; c++) {
    const { sentence, start } = s.clauses[c]!
    if (c > seg.from && s.clauses[c - 1]!.sentence === sentence) continue
    let end = c
    while (end + 1 < seg.to && s.clauses[end + 1]!.sentence === sentence) end++
    if (
      told &&
      altogether.test(s.text.slice(start, Math.min(s.clauses[end]!.end, start + 60))) &&
      toldBefore(s, seg.from, c, end)
    )
      out.add(sentence)
    while (f < s.figures.length && s.figures[f]!.clause <= end) if (isPrimary(s.figures[f++]!)) told = true
  }
  return out
}
/** Every kind of the clauses `[from, end]` was told of in the segment before. */
function toldBefore(s: Scan, first: number, from: number, end: number): boolean {
  const known = new Set<string>()
  for (let k = firstIn(s.kinds, first); k < s.kinds.length && s.kinds[k]!.clause <= end; k++) {
    const { kind, clause } = s.kinds[k]!
    if (!isActive(s.kinds[k]!)) continue
    if (clause < from) known.add(kind)
    else if (!known.has(kind)) return false
  }
  return true
}
/** Index of the first that stands in a clause from `clause` on; they stand in order. */
function firstIn(list: readonly { readonly clause: number }[], clause: number): number {
  let lo = 0
  let hi = list.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (list[mid]!.clause < clause) lo = mid + 1
    else hi = mid
  }
  return lo
}
const altogether =
  /^(据悉|据了解|据介绍|截至目前|截止目前|迄今|至此|目前)[^。;]{0,30}(已|累计|共)|(今年以来|成立以来|开办以来|开展以来|启动以来|[年月]来)[^。;0-9]{0,24}(已经?|累计)[^。;]{0,10}[0-9一二三四五六七八九十百]/

/** Figures that go with the kind behind them: 3场健康讲座, 为60名搬迁户开展培训; all others go with what stands before. */
function ownedAhead(s: Scan, es: readonly Element[]): Map<Figure, KindMention> {
  const own = new Map<Figure, KindMention>()
  for (let i = 0; i < es.length; i++) {
    const e = es[i]!
    if (e.is !== 'figure') continue
    const prev = es[i - 1]
    const next = es[i + 1]
    if (prev?.is === 'kind' && prev.clause === e.clause && e.start - prev.kind.end <= 4) continue
    // 上午一场下午一场都是讲…: a list of its own
    if (prev?.is === 'figure' && prev.figure.counts === e.figure.counts && e.start - prev.figure.end <= 4)
      continue
    // 培训呢是两期七十五个人还有就是助企…: the second figure of what the first counts
    if (
      prev?.is === 'figure' &&
      !own.has(prev.figure) &&
      isCounting(prev.figure) &&
      isPeople(e.figure) &&
      e.start - prev.figure.end <= 1
    )
      continue
    if (next?.is !== 'kind' || next.clause !== e.clause || !isActive(next.kind)) continue
    const gap = next.kind.start - e.figure.end
    const pause = s.tokens.slice(e.at + 1, next.at).some((t) => t.type === 'mark' && t.mark !== 'space')
    if (isDocument(next.kind.kind) && isPeople(e.figure)) continue
    if (isCounting(e.figure) ? gap <= 16 && !pause : isPeople(e.figure) && e.figure.benefit && !pause)
      own.set(e.figure, next.kind)
  }
  return own
}

interface State {
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

/** Parts a segment into reports: a new one begins with another unit, another date, or another kind that brings figures of its own. */
export function drafts(s: Scan, seg: Segment): Draft[] {
  const es = elements(s, seg)
  const st: State = {
    s,
    seg,
    es,
    own: ownedAhead(s, es),
    out: [],
    cur: null,
    subject: seg.branch,
    date: seg.date,
    dateInherited: seg.date !== null,
    unpart: false,
  }
  for (let i = 0; i < es.length; i++) {
    const e = es[i]!
    if (e.is === 'unit') onUnit(st, i, e.unit)
    else if (e.is === 'date') onDate(st, i, e.date)
    else if (e.is === 'kind') onKind(st, i, e.kind)
    else onFigure(st, i, e.figure)
  }
  return lendKinds(respectively(st, withoutSum(st)), seg.kind)
}

/**
 * 甲、乙、丙会分别举办讲座7场、5场、3场，听众分别为1205人、930人、388人: as many figures of a sort as units, in their order.
 */
function respectively(st: State, out: Draft[]): Draft[] {
  shareOut(st, out)
  return out.flatMap((d) => {
    const units = d.branch ? [d.branch, ...d.partners] : []
    if (units.length < 2) return [d]
    const last = units.at(-1)!.token
    const told = d.figures.filter((f) => isPrimary(f) && f.start > last.end)
    if (told.length === 0 || !st.s.text.slice(last.end, told[0]!.start).includes('分别')) return [d]
    const sorts = [...new Set(told.map((f) => f.counts))]
    const rows = sorts.map((c) => told.filter((f) => f.counts === c)).filter((r) => r.length === units.length)
    if (!rows.some((r) => r.every(isCounting) || r.every(isPeople))) return [d]
    return units.map((unit, k) => ({
      ...d,
      branch: unit,
      partners: [],
      figures: rows.map((r) => r[k]!),
      among: true,
    }))
  })
}

/** 讲座6场、义诊2场、培训3期，人数分别是1400、170、205: the list goes to the kinds told right before it. */
function shareOut(st: State, out: readonly Draft[]): void {
  const last = out.at(-1)
  const people = last?.figures.filter((f) => f.counts === 'people' && !f.part) ?? []
  const n = people.length
  if (!last || n < 2 || out.length < n || !st.s.text.slice(last.start, people[0]!.start).includes('分别'))
    return
  const row = out.slice(-n)
  if (row.some((d) => !d.figures.some(isCounting)) || row.slice(0, -1).some((d) => d.figures.some(isPeople)))
    return
  row.forEach((d, k) => {
    if (d !== last) d.figures.push(people[k]!)
    d.shared = false
  })
  for (const f of people.slice(0, -1)) last.figures.splice(last.figures.indexOf(f), 1)
}

/** 3场报告已完成：12月2日…480人、12月4日…230人、12月6日…320人: what stands over its items is their sum. */
function withoutSum(st: State): Draft[] {
  const [head, ...items] = st.out
  const own = head?.figures.filter(isPrimary) ?? []
  const sum = own[0]
  if (!sum || own.length !== 1 || sum.counts !== 'sessions' || sum.measure.value !== items.length)
    return st.out
  if (
    items.length < 2 ||
    !items.every((d) => d.carried && d.figures.some(isPeople) && !d.figures.some(isCounting))
  )
    return st.out
  for (const d of items) d.branch ??= head!.branch
  return items
}

function begin(st: State, i: number): Draft {
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

const filled = (d: Draft | null): boolean => d !== null && d.figures.some(isPrimary)
const sentenceOf = (st: State, i: number): number => st.s.clauses[st.es[i]!.clause]!.sentence

/** What follows element i before the next subject or date: a kind, bare figures that need one, or nothing. */
function ahead(st: State, i: number): 'kind' | 'figure' | 'none' {
  for (let k = i + 1; k < st.es.length; k++) {
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

/** 1月11日某会…；1月12日另一会…: a day that opens a sentence, and whose doers stand right behind it, tells of what they did. */
function afterUnits(st: State, i: number): number {
  const { clause } = st.es[i]!
  for (let k = i - 1; k >= 0 && sentenceOf(st, k) === sentenceOf(st, i); k--)
    if (st.es[k]!.is !== 'unit') return i
  let k = i
  for (let e = st.es[k + 1]; e?.is === 'unit' && e.clause - clause <= 1; e = st.es[k + 1]) {
    if (e.unit.role === 'signature') break
    k++
  }
  return k
}

function onUnit(st: State, i: number, unit: UnitMention): void {
  if (unit.role === 'partner') {
    // …89场；联合某会举办巡讲12场: who joins opens the next telling
    const opens =
      st.cur !== null &&
      filled(st.cur) &&
      ahead(st, i) === 'kind' &&
      sentenceOf(st, i) !== lastSentence(st, st.cur)
    const d = opens || st.cur === null ? begin(st, i) : st.cur
    if (unit.token.unit !== d.branch?.token.unit && !d.partners.some((p) => p.token.unit === unit.token.unit))
      d.partners.push(unit)
    return
  }
  if (unit.role === 'host') {
    const d = st.cur ?? begin(st, i)
    if (d.host === null) d.host = unit
    if (st.subject === null) st.subject = unit
    return
  }
  // 卫健分会5月：5.7 城关镇 义诊: of a professional branch the places are places
  if (
    unit.token.bare &&
    st.subject &&
    st.subject.token.start < unit.token.start &&
    !st.subject.token.bare &&
    !isOfPlace(st.subject.token.unit) &&
    isOfPlace(unit.token.unit)
  )
    return
  if (st.subject?.token.unit === unit.token.unit || (unit.role === 'affil' && st.subject !== null)) return
  const d = st.cur
  const next = ahead(st, i)
  if (d && d.branch === null && d.host === null && (next === 'none' || !filled(d) || st.seg.form)) {
    // a subject told late, or a signature: everything so far was its doing
    for (const x of st.out) if (x.host === null) x.branch ??= unit
    st.subject = unit
    return
  }
  if (unit.role === 'signature') return
  st.subject = unit
  if (!d) return
  if (!d.kinds.some(isActive) && (!filled(d) || d.branch === null)) {
    d.branch = unit
    return
  }
  if (next === 'none') return
  const last = st.s.clauses[st.es[i]!.clause]!
  // a new sentence about another unit: a day told of the first is not the second's
  if (
    st.date &&
    !st.seg.date &&
    last.sentence !== st.s.clauses[st.date.clause]!.sentence &&
    isSingleDay(st.date) &&
    !sameDay(st, last) &&
    !headed(st)
  )
    st.date = null
  const fresh = begin(st, i)
  if (next === 'figure') carry(fresh, d)
}

const isOfPlace = (unit: string): boolean =>
  /[省市区县旗州盟镇乡村道办](老科协|老科学技术工作者协会|老科技工作者协会|分会)$/.test(unit)

/** The sentence in which a draft's last figure stands. */
const lastSentence = (st: State, d: Draft): number => st.s.clauses[d.figures.at(-1)!.clause]!.sentence

/** 同日，另一会…: the day told goes on. */
const sameDay = (st: State, c: Clause): boolean => {
  let k = firstBehind(st.s.clauses, c.start)
  while (k > 0 && st.s.clauses[k - 1]!.sentence === c.sentence) k--
  const first = st.s.clauses[k]!
  return /^(同日|同一天|当天|当日|同天|这天|这一天|同期)/.test(st.s.text.slice(first.start, first.start + 4))
}
/** 10月29日…，各地同庆：甲会…；乙会…: the day stands over them all. */
const headed = (st: State): boolean => {
  const date = st.date!
  const next = st.es.find((e) => e.is === 'unit' && e.start > date.token.end)
  return (
    next !== undefined &&
    next.start - date.token.end < 40 &&
    st.s.text.slice(date.token.end, next.start).includes(':')
  )
}

function carry(to: Draft, from: Draft): void {
  to.kinds = from.kinds
  to.carried = true
}

const isSingleDay = (m: DateMention): boolean => m.token.date.from === m.token.date.to
const sameDays = (a: DateMention, b: DateMention): boolean =>
  a.token.date.from === b.token.date.from && a.token.date.to === b.token.date.to

function onDate(st: State, i: number, m: DateMention): void {
  const d = st.cur
  if (!d) {
    st.date = m
    st.dateInherited = false
    begin(st, i)
    return
  }
  // 讲座3场420人、义诊1次77人——8月20日至26日科普周: said last, for all
  if (
    st.es.slice(i + 1).every((e) => e.is === 'kind' && e.kind.weight === 'weak') &&
    st.out.length > 1 &&
    filled(d) &&
    st.out.every((x) => x.dates.length === 0)
  ) {
    for (const x of st.out) x.dates = [m]
    return
  }
  const prev = st.es[i - 1]
  // 上周四、周五: the days of one telling
  if (
    prev?.is === 'date' &&
    prev.date === d.dates.at(-1) &&
    /^(、|和|及|与|,|至|到|~|-)?$/.test(st.s.text.slice(prev.date.token.end, m.token.start))
  ) {
    d.dates.push(m)
    return
  }
  if (
    (!filled(d) && d.dates.some((x) => sameDays(x, m))) ||
    (d.dates.length > 0 && sameDays(d.dates[0]!, m)) ||
    (st.seg.form && d.dates.length > 0 && !onNewRow(st, d, m))
  ) {
    d.dates.push(m)
    return
  }
  if (onNewRow(st, d, m)) {
    st.date = m
    begin(st, i).dateInherited = false
    return
  }
  if (d.dates.length === 0 || (d.dateInherited && !filled(d))) {
    d.dates = [m]
    d.dateInherited = false
    st.date ??= m
    return
  }
  const next = ahead(st, afterUnits(st, i))
  if (d.dateInherited && next === 'none') {
    // 讲座 三小 120人 10月8日；义诊 社区 80人 10月9日
    d.dates = [m]
    d.dateInherited = false
    return
  }
  // 学期未终，尚有两讲约在下周: what lies ahead is another telling
  const liesAhead =
    filled(d) && m.token.date.from > st.s.sentAt.day && sentenceOf(st, i) !== lastSentence(st, d)
  if (!liesAhead && (!filled(d) || m.token.aside || next === 'none')) {
    d.dates.push(m)
    return
  }
  st.date = m
  st.dateInherited = false
  const fresh = begin(st, i)
  fresh.dateInherited = false
  if (next === 'figure') carry(fresh, d)
}

/** A row of a table that begins with its day, below a row already told. */
function onNewRow(st: State, d: Draft, m: DateMention): boolean {
  const last = d.figures.at(-1)
  if (!last || d.dates.length === 0) return false
  for (const row of st.s.rows) if (row > last.start && row <= m.token.start) return true
  return false
}

/** Elements behind a kind among which its figures are looked for, and kinds named in one telling; more is hostile. */
const farthest = 60
const mostKinds = 40

/** The primary figures a kind brings: those in front that are its own, those behind before another kind or unit. */
function brings(st: State, i: number, kind: KindMention, parts = false): Figure[] {
  const out: Figure[] = []
  for (let k = Math.max(0, i - 4); k < i; k++) {
    const e = st.es[k]!
    if (e.is === 'figure' && st.own.get(e.figure) === kind) out.push(e.figure)
  }
  for (let k = i + 1; k < Math.min(st.es.length, i + farthest); k++) {
    const e = st.es[k]!
    if (e.is === 'kind' && isActive(e.kind) && e.kind.kind !== kind.kind) break
    if (e.is === 'unit' && e.unit.role !== 'partner' && e.unit.token.unit !== st.subject?.token.unit) break
    if (e.is === 'date' && !e.date.token.aside && out.length > 0) break
    if (e.is !== 'figure') continue
    const owner = st.own.get(e.figure)
    if (owner && owner !== kind) break
    out.push(st.unpart ? { ...e.figure, part: false } : e.figure)
  }
  return parts ? out : out.filter(isPrimary)
}

const splitters = [
  '另外',
  '另',
  '此外',
  '还',
  '其他',
  '其它',
  '同时',
  '再',
  '下午',
  '晚上',
  '随后',
  '接着',
  '然后',
  '之后',
  '次日',
  '第二天',
]

function onKind(st: State, i: number, kind: KindMention): void {
  const d = st.cur ?? begin(st, i)
  if (d.kinds.length >= mostKinds) return
  if (!isActive(kind)) {
    d.kinds.push(kind)
    return
  }
  const parts = d.kinds.some((k) => isActive(k) && k.weight !== 'weak')
    ? []
    : brings(st, i, kind, true).filter((f) => f.part)
  if (parts.some((f) => f.counts === 'sessions' || f.counts === 'documents') && d.figures.some(isCounting)) {
    d.figures.length = 0
    st.unpart = true
  }
  const own = brings(st, i, kind).filter((f) => fits(f, kind))
  const mine = d.figures.filter((f) => isPrimary(f) && st.own.get(f) !== kind)
  if (isFresh(st, i, d, kind, own, mine)) {
    const taken = d.figures.filter((f) => st.own.get(f) === kind)
    for (const f of taken) d.figures.splice(d.figures.indexOf(f), 1)
    const fresh = begin(st, i)
    fresh.kinds.push(kind)
    fresh.figures.push(...taken)
    return
  }
  if (d.carried) {
    d.kinds = []
    d.carried = false
  }
  const known = d.kinds.filter(isActive)
  // 开展科普宣传活动，举办讲座2期…: the first was only the roof over what follows
  if (known.length > 0 && mine.length === 0 && own.some(isCounting) && !clustered(st.s, known.at(-1)!, kind))
    d.kinds = d.kinds.map((k) => (isActive(k) && k.kind !== kind.kind ? { ...k, strength: 0.6 } : k))
  d.kinds.push(kind)
}

/** 推广技术5项 behind a training counts nothing of it: only papers and bases are told by 篇, 条, 项, 个. */
const fits = (f: Figure, kind: KindMention): boolean =>
  isDocument(kind.kind) || kind.kind === 'enterprise' || (f.counts !== 'documents' && f.counts !== 'adopted')

function isFresh(
  st: State,
  i: number,
  d: Draft,
  kind: KindMention,
  own: readonly Figure[],
  mine: readonly Figure[],
): boolean {
  const known = d.carried ? [] : d.kinds.filter(isActive)
  if (known.length === 0)
    return (
      !d.carried &&
      mine.some(isCounting) &&
      own.some(isCounting) &&
      // 走访对接15次，帮助6家企业: two measures of one thing
      !(kind.kind === 'enterprise' && !own.some((f) => mine.some((x) => x.counts === f.counts)))
    )
  const last = known.at(-1)!
  if (clustered(st.s, last, kind) && mine.length === 0) return false
  const clause = st.s.clauses[kind.clause]!
  const opening =
    st.s.text.slice(clause.start, Math.min(clause.start + 6, kind.start)) +
    st.s.text.slice(Math.max(clause.start, kind.start - 8), kind.start)
  // 讲座跟义诊分开报，讲座76人…；义诊54人: the one named before without figures comes to its own
  if (
    last.kind !== kind.kind &&
    last.clause !== kind.clause &&
    own.some(isPeople) &&
    mine.some(isPeople) &&
    known.some((k) => k.kind === kind.kind && k.clause < last.clause)
  )
    return true
  if (known.some((k) => k.kind === kind.kind)) {
    // 个案46人次；大课12场3900人: told apart, each with people of its own
    if (
      kind.kind === 'counselling' &&
      st.s.clauses[last.clause]!.sentence !== clause.sentence &&
      own.some(isPeople) &&
      mine.some(isPeople)
    )
      return true
    if (kind.kind === 'base') return false
    // 走访企业9家，技术对接15次: two measures of one thing
    if (own.some((f) => isCounting(f) && mine.some((x) => isCounting(x) && x.counts === f.counts)))
      return true
    return (
      own.some(isPeople) &&
      mine.some(isPeople) &&
      !own.some((f) => f.total) &&
      splitters.some((w) => opening.includes(w)) &&
      !(/第二天|次日/.test(opening) && /第一天|头一天|头天|首日/.test(st.s.text.slice(d.start, clause.start)))
    )
  }
  // 建议3条，采纳2条；上稿5篇: what was taken is a figure of documents too
  if (
    isDocument(kind.kind) &&
    own.some((f) => f.counts === 'adopted') &&
    mine.some((f) => f.counts === 'documents' || f.counts === 'adopted')
  )
    return true
  if (own.some(isCounting)) {
    // 到企业开展技术诊断，提出建议58条: papers are no measure of what was held
    if (mine.length === 0 && isDocument(kind.kind) !== isDocument(last.kind))
      return (
        isDocument(kind.kind) && last.weight === 'head' && last.clause !== kind.clause && !roof(st.s, last)
      )
    if (mine.length === 0)
      return (
        isDocument(kind.kind) &&
        isDocument(last.kind) &&
        last.weight === 'head' &&
        last.clause !== kind.clause &&
        !roof(st.s, last)
      )
    return !(
      d.kinds.some((k) => k.kind === 'outreach') &&
      mine.some(isPeople) &&
      !own.some(isPeople) &&
      !mine.some(isCounting)
    )
  }
  if (own.length > 0) {
    if (mine.length === 0) return false
    // 送春联进村…，另外开展了反诈宣传，发单子200张
    if (
      kind.clause !== last.clause &&
      kind.weight !== 'weak' &&
      ['另外', '此外', '另还', '另开展', '另组织'].some((w) => opening.startsWith(w)) &&
      own.some((f) => f.counts === 'materials' || isPeople(f))
    )
      return true
    // 建立工作站1个，…已接诊患者1860人次: people are no measure of a base or a paper
    if (
      isDocument(last.kind) &&
      !isDocument(kind.kind) &&
      kind.clause !== last.clause &&
      own.some(isPeople) &&
      mine.some((f) => f.counts === 'documents')
    )
      return true
    if (
      !mine.some(isPeople) &&
      (labelUse(st, i, kind) ||
        (kind.weight === 'plain' && kind.kind === 'culture') ||
        !mine.some((f) => isCounting(f) && f.measure.value > 1))
    )
      return false
    if (d.kinds.some((k) => k.kind === 'outreach' && isActive(k)) && !mine.some(isCounting)) return false
    return (
      own.some(isPeople) && (mine.some(isPeople) || mine.some((f) => isCounting(f) && f.measure.value > 1))
    )
  }
  return (
    isDocument(kind.kind) &&
    kind.weight === 'head' &&
    kind.clause !== last.clause &&
    titled(st.s, clause.start, clause.end)
  )
}

/** 调查研究、建言献策活动: a field of work, not a piece of it. */
const roof = (s: Scan, k: KindMention): boolean =>
  ['活动', '工作', '、'].some((w) => s.text.startsWith(w, k.end))

/** A document told by its title. */
const titled = (s: Scan, start: number, end: number): boolean =>
  s.tokens.some((t) => t.type === 'title' && t.start >= start && t.start < end)

/** 培训农民380人次, 咨询群众60人: the kind's word only says what was done for those counted. */
function labelUse(st: State, i: number, kind: KindMention): boolean {
  const noun = st.s.tokens[kind.at + 1]
  const next = st.es[i + 1]
  return (
    noun !== undefined &&
    noun.start === kind.end &&
    has(noun, 'audience') &&
    next?.is === 'figure' &&
    next.clause === kind.clause
  )
}

/** 义诊、咨询、文艺演出: named in one breath. */
function clustered(s: Scan, a: KindMention, b: KindMention): boolean {
  if (a.clause !== b.clause || b.start - a.end > 14) return false
  for (let k = a.end; k < b.start; k++) if ('、和与及+暨/&'.includes(s.text[k]!)) return true
  return b.start - a.end <= 1
}

function onFigure(st: State, i: number, f: Figure): void {
  let d = st.cur ?? begin(st, i)
  if (anotherRun(st, d, f)) {
    const from = d
    d = begin(st, i)
    carry(d, from)
  }
  const owner = st.own.get(f)
  if (f.total && isPeople(f) && sharedTotal(st, i, d)) return
  // 共40次，其中讲座20次…，共发放资料9000份: of all of them
  if (st.unpart && f.total && f.counts === 'materials') return
  if (st.unpart) f = { ...f, part: false }
  if (!owner && f.counts === 'materials' && standsAlone(st, i, d)) {
    const fresh = begin(st, i)
    fresh.kinds.push(publicity(f))
    fresh.figures.push(f)
    return
  }
  d.figures.push(f)
}

/** 线下7期315人，线上18期4200人; 另办3场90人: the same kind again with figures of its own. */
function anotherRun(st: State, d: Draft, f: Figure): boolean {
  if (f.counts !== 'sessions' || f.part || f.each || f.total || st.own.has(f)) return false
  const told =
    d.figures.some((x) => x.counts === 'sessions' && !x.part && !x.each) && d.figures.some(isPeople)
  const c = st.s.clauses[f.clause]!
  return (
    told &&
    d.figures.at(-1)!.clause < f.clause &&
    /线上|网上|直播|另外|其他|其它|另/.test(st.s.text.slice(c.start, f.start))
  )
}

/** 讲座4场、义诊2场、咨询3场，共1500人次: each has sessions of its own, so nobody has the headcount. */
function sharedTotal(st: State, i: number, d: Draft): boolean {
  const bare = (x: Draft): boolean => x.figures.some(isCounting) && !x.figures.some(isPeople)
  const before = st.out.at(-2)
  if (!before || !bare(d) || !bare(before)) return false
  const e = before.figures.filter(isCounting).at(-1)!
  if (st.s.clauses[e.clause]!.sentence !== sentenceOf(st, i)) return false
  d.shared = true
  before.shared = true
  return true
}

/** 讲座2期250人；培训6期310人；印发资料1100多份: in a row of kinds, handing out is one more. */
function standsAlone(st: State, i: number, d: Draft): boolean {
  const last = d.figures.filter(isPrimary).at(-1)
  if (!last || !d.figures.some((f) => isCounting(f))) return false
  // 培训12场1560人；发放图谱4300份，受益群众5000人: handed out to people of their own
  const next = st.es[i + 1]
  const ownPeople =
    next?.is === 'figure' &&
    isPeople(next.figure) &&
    sentenceOf(st, i + 1) === sentenceOf(st, i) &&
    d.figures.some(isPeople)
  if (st.out.length < 2 && !ownPeople) return false
  return (
    st.s.clauses[last.clause]!.sentence !== sentenceOf(st, i) &&
    st.s.clauses[last.clause]!.line === st.s.clauses[st.es[i]!.clause]!.line
  )
}
const publicity = (f: Figure): KindMention => ({
  kind: 'publicity',
  weight: 'weak',
  strength: 1,
  start: f.start,
  end: f.end,
  at: f.at,
  clause: f.clause,
  aside: false,
})

/** A draft that never met a kind takes the next one's: 9.15一中850人；9.16二中620人；都是科普报告. */
function lendKinds(out: Draft[], heading: KindMention | null): Draft[] {
  for (let i = out.length - 2; i >= 0; i--) {
    const d = out[i]!
    if (!d.kinds.some(isActive) && d.figures.some(isPeople) && out[i + 1]!.kinds.length > 0) {
      carry(d, out[i + 1]!)
      d.lender = out[i + 1]!
    }
  }
  for (const d of out)
    if (heading && !d.kinds.some(isActive) && filled(d)) {
      d.kinds = [...d.kinds, heading]
      d.carried = true
    }
  if (
    out.filter((d) => d.figures.some((f) => f.counts === 'sessions' && f.measure.value > 1)).length > 0 &&
    out.length > 1
  )
    for (const d of out) d.among = true
  return out
}
