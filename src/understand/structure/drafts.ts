import { elements, ownedAhead } from './elements.js'
import { onKind } from './kinds.js'
import { sumsUp } from './shares.js'
import { lendKinds, respectively, withoutSum } from './totals.js'
import { afterUnits, onUnit } from './units.js'
import {
  type Draft,
  type State,
  ahead,
  begin,
  carry,
  filled,
  isActive,
  isCounting,
  isPeople,
  isPrimary,
  lastSentence,
  sameDays,
  sentenceOf,
} from './draft.js'
import type { Figure } from '../figures/figures.js'
import type { KindMention } from '../mentions/mention.js'
import { besides } from '../no-day.js'
import { pattern } from '../text/pattern.js'
import type { DateMention } from '../dates/mentions.js'
import type { Scan } from '../scan.js'
import type { Segment } from './segments.js'
import { has } from '../tokens.js'

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
  asAbove(st)
  return lendKinds(respectively(st, withoutSum(st)), seg.kind)
}

/** ②7月5日到某场，培训内容同上，52人: the kind of the telling before. */
function asAbove(st: State): void {
  st.out.forEach((d, k) => {
    const before = k > 0 ? st.out[k - 1] : undefined
    if (!before || d.kinds.length > 0 || d.figures.length === 0) return
    if (/同上|同前|一样的(内容|课)/.test(st.s.text.slice(d.start, d.figures.at(-1)!.end + 8)))
      carry(d, before)
  })
}

function onDate(st: State, i: number, m: DateMention): void {
  const d = st.cur
  if (!d) {
    st.date = m
    st.dateInherited = false
    begin(st, i)
    return
  }
  // 讲座3场420人、义诊1次77人——8月20日至26日科普周; …，都是昨天: said last, for all
  if (
    (st.es.slice(i + 1).every((e) => e.is === 'unit' || (e.is === 'kind' && e.kind.weight === 'weak')) ||
      ofAll.test(st.s.text.slice(Math.max(0, m.token.start - 4), m.token.start))) &&
    st.out.length > 1 &&
    filled(d) &&
    st.out.every((x) => x.dates.length === 0)
  ) {
    for (const x of st.out) x.dates = [m]
    return
  }
  // 以上数到今天; 八月准备再搞3期: said behind a telling that has its days
  if (filled(d) && d.dates.length > 0 && (besides(st.s, m) || onlyMeant(st, i, m))) return
  const prev = i > 0 ? st.es[i - 1] : undefined
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
  // 十月份就搞了一次…培训在某镇二十三号来了59个: the day of the one just told
  if (dayOfIt(d, m)) {
    d.dates.push(m)
    return
  }
  const doer = anothersDay(st, i, d)
  const next = ahead(st, doer ? doer : afterUnits(st, i))
  // 学期未终，尚有两讲约在下周; 就这些，明年再干: what lies ahead is another telling
  const liesAhead =
    filled(d) && m.token.date.from > st.s.sentAt.day && sentenceOf(st, i) !== lastSentence(st, d)
  if (liesAhead && next === 'none') return
  if (d.dateInherited && next === 'none') {
    // 讲座 三小 120人 10月8日；义诊 社区 80人 10月9日
    d.dates = [m]
    d.dateInherited = false
    return
  }
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

const ofAll = /(都是|都在|均为|均在|全是|全在|都)$/

/** 昨天甲会讲座50人，今天乙会义诊40人: the doer stands right behind a day that opens its clause; its place, else 0. */
function anothersDay(st: State, i: number, d: Draft): number {
  const e = st.es[i]!
  const doer = st.es[i + 1]
  if (!filled(d) || d.dates.length === 0 || doer?.is !== 'unit' || doer.clause !== e.clause) return 0
  const { text, clauses } = st.s
  if (e.is !== 'date' || e.start - clauses[e.clause]!.start > 1 || doer.unit.role === 'signature') return 0
  return /^(上午|下午|晚上|早上|中午)?$/.test(text.slice(e.date.token.end, doer.start)) ? i + 1 : 0
}

function dayOfIt(d: Draft, m: DateMention): boolean {
  const month = d.dates[0]?.token.date
  const { from, to } = m.token.date
  return (
    month?.kind === 'month' &&
    from === to &&
    from >= month.from &&
    to <= month.to &&
    d.figures.every((f) => f.counts === 'sessions' && f.measure.value === 1 && f.clause === m.clause)
  )
}

/** 十一月打算再办两期: a time that has begun, with a plan and no figure of its own. */
function onlyMeant(st: State, i: number, m: DateMention): boolean {
  if (m.token.date.to <= st.s.sentAt.day || m.token.date.from > st.s.sentAt.day) return false
  const { to } = st.s.clauses[m.clause]!
  for (let k = m.at + 1; k < to; k++)
    if (has(st.s.tokens[k], 'future')) return ahead(st, afterUnits(st, i)) === 'none'
  return false
}

/** A row of a table that begins with its day, below a row already told. */
function onNewRow(st: State, d: Draft, m: DateMention): boolean {
  const last = d.figures.at(-1)
  if (!last || d.dates.length === 0) return false
  for (const row of st.s.rows) if (row > last.start && row <= m.token.start) return true
  return false
}

function onFigure(st: State, i: number, f: Figure): void {
  let d = st.cur ?? begin(st, i)
  if (anotherRun(st, d, f)) {
    const from = d
    d = begin(st, i)
    carry(d, from)
  }
  if (sumsUp(st, d, f)) return
  const owner = st.own.get(f)
  if ((f.total || (together(st, f) && inOneClause(st))) && isPeople(f) && sharedTotal(st, i, d)) return
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
  // 两场讲座，一场58人，另一场62人: the other of those told of
  const other =
    f.measure.value === 1 &&
    st.s.text[f.start - 1] === '另' &&
    d.figures.some((x) => x.counts === 'sessions' && x.measure.value > 1)
  return (
    told &&
    !other &&
    d.figures.at(-1)!.clause < f.clause &&
    /线上|网上|直播|另外|其他|其它|另/.test(st.s.text.slice(c.start, f.start))
  )
}

const sameKind = (a: Draft, b: Draft): boolean => {
  const [x, y] = [a, b].map((d) => d.kinds.find(isActive)?.kind)
  return x !== undefined && x === y
}

const reachedBehind = pattern(
  /[,，。;][^,，。;0-9]{0,4}(前后|先后|受益|惠及|服务|覆盖|受惠|直接受益)[^,，。;、0-9]{0,8}$/,
)
/** 前后受益群众1020人次, 惠及…: behind a list of kinds, of all of them. */
const together = (st: State, f: Figure): boolean => reachedBehind(st.s.text, f.start - 18, f.start)

/** The last two kinds stand in one clause. */
const inOneClause = (st: State): boolean => {
  const [a, b] = st.out.slice(-2).map((d) => d.kinds.at(-1))
  return (
    a !== undefined &&
    b !== undefined &&
    a.clause === b.clause &&
    st.out.at(-2)!.figures.some((f) => f.counts === 'sessions')
  )
}

/** 讲座4场、义诊2场、咨询3场，共1500人次: each has sessions of its own, so nobody has the headcount. */
function sharedTotal(st: State, i: number, d: Draft): boolean {
  const bare = (x: Draft): boolean => x.figures.some(isCounting) && !x.figures.some(isPeople)
  const before = st.out.at(-2)
  if (!before || !bare(d) || !bare(before) || sameKind(d, before)) return false
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
