import { type Draft, type State, begin, isActive, isCounting, isPeople, isPrimary } from './draft.js'
import type { Figure } from '../figures/figures.js'
import { isFresh } from './fresh.js'
import { publicity } from './handed.js'
import { clustered, listsOthers } from './side-by-side.js'
import { type KindMention, isDocument } from '../mentions/mention.js'
import { pattern } from '../text/pattern.js'

/** Elements behind a kind among which its figures are looked for, and kinds named in one telling; more is hostile. */
const farthest = 60

const mostKinds = 40

/** Drafts among which one of the same kind is looked for. */
const mostRecent = 12

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

const allThere = pattern(/[,，](?:都|全|均|全都)(?:是)?在?(?:[\u4e00-\u9fa5]{0,2})$/)
const handedThere = pattern(
  /^(?:上|时|里|现场|会上|那天|当天|的时候)?(?:发|送|散|派|赠)(?:的|出去的|完的|掉的)/,
)
const sayingWhere = (text: string, k: KindMention): boolean =>
  allThere(text, k.start - 7, k.start) && handedThere(text, k.end, k.end + 8)

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
  // 册子900本，都是讲座上发的: where what was told before was handed out
  if (sayingWhere(st.s.text, kind) && d.figures.at(-1)?.counts === 'materials') {
    const there = st.out.slice(-mostRecent).findLast((x) => x.kinds.some((k) => k.kind === kind.kind))
    const papers = d.figures.at(-1)!
    if (there && !there.figures.some((f) => f.counts === 'materials')) {
      d.figures.pop()
      there.figures.push(papers)
      if (d !== there && d.figures.length === 0) d.void = true
    }
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
  const before = namedBefore(st, i, kind, d)
  if (before) {
    before.draft.named = before.for
    st.cur = before.draft
    return
  }
  const own = brings(st, i, kind).filter((f) => fits(f, kind))
  // 东街发宣传单120份，西街义诊44人: leaflets for themselves, and then something else
  const leaflets = d.figures[0]
  if (leaflets && own.some((f) => isPeople(f) || isCounting(f)) && handedOutBefore(st, d, kind)) {
    d.kinds.push(publicity(leaflets, true))
    begin(st, i).kinds.push(kind)
    return
  }
  const mine = d.figures.filter((f) => isPrimary(f) && st.own.get(f) !== kind)
  if (isFresh(st, i, d, kind, own, mine)) {
    const taken = d.figures.filter((f) => st.own.get(f) === kind)
    for (const f of taken) d.figures.splice(d.figures.indexOf(f), 1)
    const heads = d.carried && (st.s.text[kind.end] === ':' || listsOthers(st, i, d, kind))
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

/** All that is told yet was handed out, in another sentence, in the other half of the day or in the next street. */
function handedOutBefore(st: State, d: Draft, kind: KindMention): boolean {
  if (d.carried || d.kinds.some(isActive) || d.figures.some((f) => f.counts !== 'materials')) return false
  const { clauses, text } = st.s
  const [a, b] = [clauses[d.figures[0]!.clause]!, clauses[kind.clause]!]
  if (b.start <= d.figures.at(-1)!.end || !/[发散派送]/.test(text.slice(a.start, a.end))) return false
  const [x, y] = [a, b].map((c) => text.slice(c.start, c.end).split(':').at(-1)!.slice(0, 12))
  return (
    (a.sentence !== b.sentence && d.dates.length > 0) ||
    (/上午|早上/.test(x!) && /^(?:下午|晚上)/.test(y!)) ||
    (x![1] === y![1] && '街村校区镇门头口边厂'.includes(x![1] ?? '。') && x![0] !== y![0])
  )
}

/** 义诊1场讲座2场，义诊看病81人，讲座听众139人: the one told before with its number only, which comes to its people now. */
function namedBefore(
  st: State,
  i: number,
  kind: KindMention,
  d: Draft,
): { readonly draft: Draft; readonly for: 'people' | 'materials' } | null {
  const recent = st.out.slice(-mostRecent)
  if (recent.length < 2 || st.seg.form || kind.weight === 'deed' || kind.weight === 'weak') return null
  const own = brings(st, i, kind, true)
  const handed = handedOutAt(st, i, kind, d, own)
  if (handed) return { draft: handed, for: 'materials' }
  const numbered = recent.filter((x) => x.figures.some((f) => f.counts === 'sessions'))
  const same = numbered.filter((x) => x.kinds.find(isActive)?.kind === kind.kind)
  const [x] = same
  if (!x || same.length !== 1 || numbered.length < 2) return null
  if (x.figures.some((f) => isPeople(f)) || x.figures.at(-1)!.clause >= kind.clause) return null
  if (x.branch !== d.branch || x.dates[0] !== d.dates[0]) return null
  return own.some(isPeople) && !own.some((f) => isCounting(f) || f.counts === 'sessions')
    ? { draft: x, for: 'people' }
    : null
}

/** 讲座60人，义诊40人，讲座上发了资料50份: what was handed out at the one told before the last. */
function handedOutAt(
  st: State,
  i: number,
  kind: KindMention,
  d: Draft,
  own: readonly Figure[],
): Draft | null {
  const [x, more] = st.out.slice(-mostRecent).filter((y) => y.kinds.find(isActive)?.kind === kind.kind)
  if (!x || more || x === d || x.branch !== d.branch || x.dates[0] !== d.dates[0]) return null
  if (x.figures.some((f) => f.counts === 'materials') || !x.figures.some(isPrimary)) return null
  const here = own.filter((f) => f.clause === kind.clause)
  const next = st.es[i + 1]
  return here.length > 0 &&
    next?.is === 'figure' &&
    own.slice(0, here.length).every((f) => f.counts === 'materials') &&
    atIt(st.s.text, kind.end, here[0]!.start)
    ? x
    : null
}
const atIt = pattern(
  /^(?:的?时候?|上|中|里|期间|现场|当场|那边|那场)?(?:还|也|都|共|一共|另)?(?:发|送|赠|散|派|分)/,
)

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
