import { type Element, isActive, isCounting, isPeople, isPrimary } from './draft.js'
import type { Figure } from '../figures/figures.js'
import { type KindMention, isDocument } from '../mentions/mention.js'
import { firstIn } from '../text/ordered.js'
import type { Scan } from '../scan.js'
import type { Segment } from './segments.js'

export function elements(s: Scan, seg: Segment): Element[] {
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
  return out.length > 1 ? out.sort((a, b) => a.at - b.at) : out
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

const altogether =
  /^(据悉|据了解|据介绍|截至目前|截止目前|迄今|至此|目前)[^。;]{0,30}(已|累计|共)|(今年以来|成立以来|开办以来|开展以来|启动以来|[年月]来)[^。;0-9]{0,24}(已经?|累计)[^。;]{0,10}[0-9一二三四五六七八九十百]/

/** 60人听了讲座，80人看了义诊: a clause that says how many went to what. */
const attends = (s: Scan, f: Figure, to: number): boolean =>
  !f.part &&
  /^(来)?(听|参加|看|接受|做|上|参与|报名参加)(了|过)?[^,，。;0-9]{0,4}$/.test(s.text.slice(f.end, to)) &&
  to - f.end <= 8

/** 科技周三场讲座: the week only says when; what was held stands right behind its number. */
const underOccasion = (s: Scan, occasion: KindMention, f: Figure, next: Element | undefined): boolean =>
  occasion.weight === 'weak' &&
  /[周日月节]$/.test(s.text.slice(occasion.start, occasion.end)) &&
  f.counts === 'sessions' &&
  next?.is === 'kind' &&
  next.kind.weight === 'head' &&
  next.kind.start === f.end

const joins = /^(?:[、,，和与及加跟+ ]|还有|另外|以及|又|再|外加|加上){0,2}$/
/** 两次讲座一次义诊: the first has its number in front, and so has the second. */
const inTurn = (
  text: string,
  own: ReadonlyMap<Figure, KindMention>,
  before: Element | undefined,
  prev: KindMention,
  f: Figure,
  next: Element | undefined,
): boolean =>
  before?.is === 'figure' &&
  own.get(before.figure) === prev &&
  isCounting(before.figure) &&
  isCounting(f) &&
  next?.is === 'kind' &&
  next.kind.start - f.end <= 1 &&
  next.kind.kind !== prev.kind &&
  joins.test(text.slice(prev.end, f.start))

/** Figures that go with the kind behind them: 3场健康讲座, 为60名搬迁户开展培训; all others go with what stands before. */
export function ownedAhead(s: Scan, es: readonly Element[]): Map<Figure, KindMention> {
  const own = new Map<Figure, KindMention>()
  for (let i = 0; i < es.length; i++) {
    const e = es[i]!
    if (e.is !== 'figure') continue
    const prev = i > 0 ? es[i - 1] : undefined
    const next = es[i + 1]
    if (
      prev?.is === 'kind' &&
      prev.clause === e.clause &&
      e.start - prev.kind.end <= 4 &&
      !underOccasion(s, prev.kind, e.figure, next) &&
      !inTurn(s.text, own, es[i - 2], prev.kind, e.figure, next)
    )
      continue
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
    // 讲座6次，听课的35人 义诊6次: the next of a list
    const behind = es[i + 2]
    if (
      isPeople(e.figure) &&
      s.text[e.figure.end] === ' ' &&
      behind?.is === 'figure' &&
      behind.start - next.kind.end <= 4
    )
      continue
    if (
      isCounting(e.figure)
        ? gap <= 16 && !pause
        : isPeople(e.figure) && !pause && (e.figure.benefit || attends(s, e.figure, next.kind.start))
    )
      own.set(e.figure, next.kind)
  }
  return own
}
