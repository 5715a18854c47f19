import { type State, begin, isActive, isCounting, isPeople, isPrimary } from './draft.js'
import type { Figure } from '../figures/figures.js'
import { isFresh } from './fresh.js'
import { clustered } from './side-by-side.js'
import { type KindMention, isDocument } from '../mentions/mention.js'

/** Elements behind a kind among which its figures are looked for, and kinds named in one telling; more is hostile. */
const farthest = 60

const mostKinds = 40

/** The primary figures a kind brings: those in front that are its own, those behind before another kind or unit. */
function brings(st: State, i: number, kind: KindMention, parts = false): Figure[] {
  const out: Figure[] = []
  let last = kind
  for (let k = Math.max(0, i - 4); k < i; k++) {
    const e = st.es[k]!
    if (e.is === 'figure' && st.own.get(e.figure) === kind) out.push(e.figure)
  }
  for (let k = i + 1; k < Math.min(st.es.length, i + farthest); k++) {
    const e = st.es[k]!
    if (e.is === 'kind' && isActive(e.kind) && e.kind.kind !== kind.kind) {
      // 另外讲座、咨询、义诊活动1次: the first of a list has its figure
      if (out.length === 0 && clustered(st.s, last, e.kind) && splitOff(st, kind)) {
        last = e.kind
        continue
      }
      break
    }
    // 义诊5场，看病320人次；…巡诊2次，57人次: named again with a number of its own
    if (e.is === 'kind' && numberedAgain(st, k, e.kind, kind) && out.some((f) => !isCounting(f))) break
    if (e.is === 'unit' && e.unit.role !== 'partner' && e.unit.token.unit !== st.subject?.token.unit) break
    if (e.is === 'date' && !e.date.token.aside && out.length > 0) break
    if (e.is !== 'figure') continue
    const owner = st.own.get(e.figure)
    if (owner && owner !== kind) break
    out.push(st.unpart ? { ...e.figure, part: false } : e.figure)
  }
  return parts ? out : out.filter(isPrimary)
}

function numberedAgain(st: State, k: number, again: KindMention, kind: KindMention): boolean {
  const next = st.es[k + 1]
  return (
    isActive(again) &&
    (again.weight === 'head' || again.weight === 'plain') &&
    again.clause > kind.clause &&
    next?.is === 'figure' &&
    next.figure.counts === 'sessions' &&
    next.start - again.end <= 2
  )
}

/** Behind 另外, 此外 at the head of a sentence. */
function splitOff(st: State, kind: KindMention): boolean {
  const c = st.s.clauses[kind.clause]!
  return /^(另外|此外|还有|另)/.test(st.s.text.slice(c.start, kind.start))
}

export function onKind(st: State, i: number, kind: KindMention): void {
  const d = st.cur ?? begin(st, i)
  if (d.kinds.length >= mostKinds) return
  if (!isActive(kind)) {
    d.kinds.push(kind)
    return
  }
  const parts = d.kinds.some((k) => isActive(k) && k.weight !== 'weak')
    ? []
    : brings(st, i, kind, true).filter((f) => f.part)
  // 共办班18期，培训2160人次，其中…: the kind of the whole, not of a part
  const told = d.figures.at(-1)
  const inPart =
    told !== undefined && /其中|包括|包含|含|当中|里面/.test(st.s.text.slice(told.end, kind.start))
  if (
    inPart &&
    parts.some((f) => f.counts === 'sessions' || f.counts === 'documents') &&
    d.figures.some(isCounting)
  ) {
    d.figures.length = 0
    st.unpart = true
  }
  const own = brings(st, i, kind).filter((f) => fits(f, kind))
  const mine = d.figures.filter((f) => isPrimary(f) && st.own.get(f) !== kind)
  if (isFresh(st, i, d, kind, own, mine)) {
    const taken = d.figures.filter((f) => st.own.get(f) === kind)
    for (const f of taken) d.figures.splice(d.figures.indexOf(f), 1)
    const heads = d.carried && st.s.text[kind.end] === ':'
    const fresh = begin(st, i)
    // 讲座：甲会60人；义诊：乙会82人: whose it was stands behind it
    if (heads) fresh.branch = null
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
  // 先讲座后座谈，讲座70人，座谈15人: what was named together comes one by one
  if (mine.length === 0 && own.some(isPeople) && oneByOne(st, i, kind, known))
    d.kinds = d.kinds.filter((k) => !isActive(k) || k.kind === kind.kind)
  d.kinds.push(kind)
}

/** The kind was named before with others, and one of those comes next with people of its own. */
function oneByOne(st: State, i: number, kind: KindMention, known: readonly KindMention[]): boolean {
  if (known.length < 2 || !known.some((k) => k.kind === kind.kind)) return false
  for (let k = i + 1; k < Math.min(st.es.length - 1, i + 8); k++) {
    const [e, next] = [st.es[k]!, st.es[k + 1]!]
    if (e.is !== 'kind' || e.kind.kind === kind.kind) continue
    return known.some((x) => x.kind === e.kind.kind) && next.is === 'figure' && isPeople(next.figure)
  }
  return false
}

/** 推广技术5项 behind a training counts nothing of it: only papers and bases are told by 篇, 条, 项, 个. */
const fits = (f: Figure, kind: KindMention): boolean =>
  isDocument(kind.kind) || kind.kind === 'enterprise' || (f.counts !== 'documents' && f.counts !== 'adopted')
