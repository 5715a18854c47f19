import { withoutComing } from './days-of-it.js'
import { onDate } from './days.js'
import { elements, ownedAhead } from './elements.js'
import { inTheStreet, lastAnnounced, publicity, shownAmong, standsAlone } from './handed.js'
import { onKind } from './kinds.js'
import { numbersAll, sumsUp, withoutRoof, withoutRuns } from './remarks.js'
import { saidOfAll } from './said-of-all.js'
import { lendKinds, respectively, withoutSum } from './totals.js'
import { cameFor } from './shares.js'
import { onUnit } from './units.js'
import { type Draft, type State, begin, carry, isActive, isCounting, isPeople, sentenceOf } from './draft.js'
import type { Figure } from '../figures/figures.js'
import { firstBehind } from '../text/ordered.js'
import { pattern } from '../text/pattern.js'
import type { Scan } from '../scan.js'
import { has } from '../tokens.js'
import type { Segment } from './segments.js'

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
  if (seg.each)
    for (const d of st.out)
      if (!d.figures.some(isCounting) && d.figures.some(isPeople))
        d.figures.push({ ...seg.each, each: false })
  if (st.out.some((d) => d.void)) st.out.splice(0, st.out.length, ...st.out.filter((d) => !d.void))
  return lendKinds(
    saidOfAll(s, respectively(st, withoutComing(st, withoutRuns(s.text, withoutRoof(st, withoutSum(st)))))),
    seg.kind,
  )
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

function onFigure(st: State, i: number, f: Figure): void {
  let d = st.cur ?? begin(st, i)
  if (anotherRun(st, i, d, f)) {
    const from = d
    d = begin(st, i)
    carry(d, from)
  }
  if (sumsUp(st, d, f) || numbersAll(st, d, f)) return
  if (d.named && (d.named === 'people' ? isPeople(f) : f.counts === 'materials')) {
    d.figures.push({ ...f, part: false })
    return
  }
  const owner = st.own.get(f)
  const served = !owner && isPeople(f) ? cameToOne(st, i, f) : null
  if (served) {
    served.figures.push({ ...f, total: false })
    return
  }
  if ((f.total || (together(st, f) && inOneClause(st))) && isPeople(f) && sharedTotal(st, i, d)) return
  // 共40次，其中讲座20次…，共发放资料9000份: of all of them
  if (st.unpart && f.total && f.counts === 'materials') return
  if (st.unpart) f = { ...f, part: false }
  const shown = !owner && f.counts === 'materials' ? shownAmong(st, i, d) : null
  if (shown) {
    shown.figures.push(f)
    return
  }
  if (!owner && f.counts === 'materials' && standsAlone(st, i, d)) {
    const announced = lastAnnounced(st, i, d) || inTheStreet(st, i, d)
    const fresh = begin(st, i)
    fresh.kinds.push(publicity(f, announced))
    fresh.figures.push(f)
    return
  }
  d.figures.push(f)
}

/** 线下7期315人，线上18期4200人; 另办3场90人: the same kind again with figures of its own. */
function anotherRun(st: State, i: number, d: Draft, f: Figure): boolean {
  if (f.counts !== 'sessions' || f.part || f.each || f.total || st.own.has(f)) return false
  const told =
    d.figures.some((x) => x.counts === 'sessions' && !x.part && !x.each) && d.figures.some(isPeople)
  const c = st.s.clauses[f.clause]!
  // 两场讲座，一场58人，另一场62人: the other of those told of
  const other =
    f.measure.value === 1 &&
    st.s.text[f.start - 1] === '另' &&
    d.figures.some((x) => x.counts === 'sessions' && x.measure.value > 1)
  // 进校园5场，学生1350人；进企业只有2场，没登记人数
  if (
    told &&
    !other &&
    d.figures.at(-1)!.clause < f.clause &&
    /^(进|到|在|面向|走进)[^,，。;0-9]{1,8}$/.test(st.s.text.slice(c.start, f.start)) &&
    uncounted.test(st.s.text.slice(f.end, f.end + 16))
  )
    return true
  // 进校园5场，学生1350人；进社区2场，居民110人
  const next = st.es[i + 1]
  const again =
    told &&
    next?.is === 'figure' &&
    isPeople(next.figure) &&
    !other &&
    st.s.clauses[d.figures.at(-1)!.clause]!.sentence !== c.sentence &&
    /^(进|到|在|面向|走进)[^,，。;0-9]{1,8}$/.test(st.s.text.slice(c.start, f.start))
  if (again) return true
  return (
    told &&
    !other &&
    d.figures.at(-1)!.clause < f.clause &&
    /线上|网上|直播|另外|其他|其它|另/.test(st.s.text.slice(c.start, f.start))
  )
}

/** 没登记人数, 人数没统计: behind a number of sessions. */
const uncounted =
  /^[,，](?:听课|到场|具体)?(?:(?:没有?|未|忘了)(?:登记|记|点|统计|数|计|清点)(?:人数|过|数|人)?|人(?:数|头|次)(?:都|也)?(?:没有?|未|忘了)(?:登记|记|点|统计|数|计|清点))/

const sameKind = (a: Draft, b: Draft): boolean => {
  const [x, y] = [a, b].map((d) => d.kinds.find(isActive)?.kind)
  return x !== undefined && x === y
}

const reachedBehind = pattern(
  /[,，。;][^,，。;0-9]{0,4}(前后|先后|受益|惠及|服务|覆盖|受惠|直接受益|(?:学员|听众|病人|患者|学生|观众)[和与及、]?(?:听众|学员|患者|观众|群众)(?!学))[^,，。;、0-9]{0,8}$/,
)
/** 前后受益群众1020人次, 惠及…, 学员听众1500人次: behind a list of kinds, of all of them. */
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

/** 工作站1个，培训班4期共118人，三下乡1次: right behind the number of the one, and another one with its own number follows. */
function ownSum(st: State, i: number, d: Draft): boolean {
  const { start } = st.es[i]!
  const last = d.figures.filter(isCounting).at(-1)
  if (!last || last.counts !== 'sessions' || !rightBehind.test(st.s.text.slice(last.end, start))) return false
  const next = st.es.slice(i + 1, i + 3)
  return (
    next[0]?.is === 'kind' &&
    next[0].kind.weight !== 'deed' &&
    next[1]?.is === 'figure' &&
    isCounting(next[1].figure) &&
    sentenceOf(st, i + 2) === sentenceOf(st, i)
  )
}
const rightBehind = /^(?:一共|总共|共计|合计|累计|共|计)(?:有|培训|听众|学员|到场)?$/

/** 讲座2场、义诊1场，听众96人，看病的41人: the one of those numbered that they came for, where others came for another. */
function cameToOne(st: State, i: number, f: Figure): Draft | null {
  const recent = st.out.slice(-6)
  if (recent.length < 2 || f.part || f.each) return null
  const near = [...st.es.slice(i + 1, i + 4), ...st.es.slice(Math.max(0, i - 3), i).reverse()].find(
    (e) => e.is === 'figure' && isPeople(e.figure) && sentenceOf(st, i) === st.s.clauses[e.clause]!.sentence,
  )
  if (near?.is !== 'figure') return null
  const open = (kinds: readonly string[], served: boolean): Draft[] =>
    recent.filter(
      (x) =>
        x.figures.some((g) => g.counts === 'sessions' && !g.each) &&
        (served || !x.figures.some(isPeople)) &&
        kinds.includes(x.kinds.find(isActive)?.kind ?? ''),
    )
  const mine = open(cameFor(st.s.text, st.s.clauses[f.clause]!.start, f), false)
  const other = open(cameFor(st.s.text, st.s.clauses[near.clause]!.start, near.figure), true)
  return mine.length === 1 && other.length === 1 && mine[0] !== other[0] ? mine[0]! : null
}

/** 培训两期没办起来，讲座办了四场，听众共211位: what came to nothing has no share in them. */
function cancelled(s: Scan, before: Draft, d: Draft): boolean {
  const end = Math.max(before.figures.at(-1)?.end ?? 0, before.kinds.at(-1)?.end ?? 0)
  for (let k = firstBehind(s.tokens, end); k < s.tokens.length; k++) {
    const t = s.tokens[k]!
    if (t.start >= d.start || t.type === 'mark') return false
    if (has(t, 'cancel')) return true
  }
  return false
}

/** 讲座4场、义诊2场、咨询3场，共1500人次: each has sessions of its own, so nobody has the headcount. */
function sharedTotal(st: State, i: number, d: Draft): boolean {
  const bare = (x: Draft): boolean => x.figures.some(isCounting) && !x.figures.some(isPeople)
  const before = st.out.at(-2)
  if (!before || !bare(d) || !bare(before) || sameKind(d, before) || cancelled(st.s, before, d)) return false
  const e = before.figures.filter(isCounting).at(-1)!
  if (st.s.clauses[e.clause]!.sentence !== sentenceOf(st, i)) return false
  if (ownSum(st, i, d)) return false
  // 示范基地2个，培训4期，共212人: nobody comes to a paper or a base
  const attended = (x: Draft): boolean => x.figures.some((f) => f.counts === 'sessions')
  if (!st.out.slice(0, -1).some(attended)) return false
  d.shared = true
  before.shared = true
  return true
}
