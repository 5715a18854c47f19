import { type Draft, type State, isActive, isCounting, isPeople, isPrimary } from './draft.js'
import type { Figure } from '../figures/figures.js'
import type { Kind } from '../../core/kinds.js'
import type { KindMention } from '../mentions/mention.js'

/** Kinds among which figures can be shared out; a longer list names fields of work. */
const mostShared = 6

/**
 * 讲座、义诊各一场，分别是50人、80人; 上午讲座，下午义诊，一个45人一个60人: several kinds told first, and figures behind them that are
 * shared out among them. One draft each, or the draft as it was.
 */
export function perKind(st: State, d: Draft): readonly Draft[] {
  const asked = byErrand(st, d)
  if (asked) return asked
  const kinds = distinct(d.kinds)
  const last = kinds.at(-1)
  if (!last || kinds.length < 2 || kinds.length > mostShared) return [d]
  const told = d.figures.filter((f) => isPrimary(f) && !f.part)
  if (told.length === 0 || told.some((f) => f.start < last.end)) return [d]
  const each = told.find((f) => f.each && f.counts === 'sessions' && forEach(st, last, f))
  const rows = [isPeople, isCounting]
    .map((is) => told.filter((f) => is(f) && f !== each && !f.total))
    .filter((r) => r.length === kinds.length && inTurn(st, last, r))
  if (!each && rows.length === 0) return [d]
  const shared = rows.every((r) => !isPeople(r[0]!)) && told.some(isPeople)
  return kinds.map((kind, k) => ({
    ...d,
    start: k === 0 ? d.start : kind.start,
    kinds: [kind],
    figures: [...(each ? [{ ...each, each: false }] : []), ...rows.map((r) => r[k]!)],
    among: true,
    shared,
  }))
}

/** 讲座和义诊各3场，讲座210人，义诊180人: named together with the number of each, then one by one. */
export function eachInTurn(st: State, out: readonly Draft[]): void {
  out.forEach((d, at) => {
    const each = d.figures.find((f) => f.each && f.counts === 'sessions')
    if (!each) return
    const kinds = distinct(d.kinds.filter((k) => k.end <= each.start))
    const last = kinds.at(-1)
    const rest = out.slice(at + 1, at + kinds.length)
    if (!last || kinds.length < 2 || rest.length < kinds.length - 1 || !forEach(st, last, each)) return
    if (!rest.every((x, k) => x.kinds[0]?.kind === kinds[k + 1]!.kind && !x.figures.some(isCounting))) return
    const own = { ...each, each: false }
    d.kinds = [kinds[0]!]
    for (const x of [d, ...rest]) x.figures.unshift(own)
    d.figures.splice(d.figures.indexOf(each), 1)
  })
}

/** The kinds named in full, each once; none where one was told of twice or only in passing. */
function distinct(all: readonly KindMention[]): readonly KindMention[] {
  const kinds = all.filter((k) => isActive(k) && k.weight !== 'deed' && k.strength >= 1.5 && !k.aside)
  return new Set(kinds.map((k) => k.kind)).size === kinds.length ? kinds : []
}

/** 讲座、培训各一场: the number of each of them. */
const forEach = (st: State, last: KindMention, f: Figure): boolean =>
  f.clause === last.clause &&
  /^[^,，。;、0-9]{0,4}各[^,，。;、0-9]{0,4}$/.test(st.s.text.slice(last.end, f.start))

/** 分别是50人、30人; 一个45人一个60人; 前者50人后者30人. */
function inTurn(st: State, last: KindMention, row: readonly Figure[]): boolean {
  const { text } = st.s
  const lead = text.slice(last.end, row[0]!.start)
  if (lead.length > 24) return false
  if (lead.includes('分别') || lead.includes('依次')) return true
  return row.every((f) =>
    /(一个|一边|一项|一头|前者|后者|前一个|后一个|头一个)(来了?|有|是)?$/.test(
      text.slice(Math.max(0, f.start - 6), f.start),
    ),
  )
}

/** What those counted came for, by the kind it was. */
const errands: readonly (readonly [Kind, RegExp])[] = [
  ['lecture', /(听课|听讲|听讲座|来听|听)的?[^,，。;、0-9]{0,4}$/],
  ['clinic', /(看病|就诊|看诊|问诊|量血压|测血压|体检|义诊|瞧病|求医)的?[^,，。;、0-9]{0,4}$/],
  ['consultation', /(咨询|来问|问|请教)的?[^,，。;、0-9]{0,4}$/],
  ['training', /(培训|参训|学习|来学|学|上课)的?[^,，。;、0-9]{0,4}$/],
]

/** What somebody told of came for, by the words right in front: 听课的, 看病的. */
export const cameFor = (text: string, from: number, f: Figure): readonly Kind[] => {
  const lead = text.slice(Math.max(from, f.start - 14), f.start)
  return errands.filter(([, ends]) => ends.test(lead)).map(([kind]) => kind)
}

/** 讲座加义诊，听课的55人，看病的38人: kinds named together, and people told by what they came for. */
function byErrand(st: State, d: Draft): readonly Draft[] | null {
  const named = d.kinds.filter((k) => isActive(k) && k.weight === 'head' && !k.aside)
  const last = named.at(-1)
  if (!last || named.length < 2 || named.length > mostShared) return null
  if (new Set(named.map((k) => k.kind)).size !== named.length) return null
  const people = d.figures.filter((f) => isPeople(f) && !f.part && !f.total)
  if (people.length !== named.length || people.some((f) => f.start < last.end || f.each)) return null
  const rest = d.figures.filter((f) => isPrimary(f) && !isPeople(f))
  if (rest.length > 0) return null
  const of = people.map((f) => {
    const fit = cameFor(st.s.text, Math.max(last.end, st.s.clauses[f.clause]!.start), f)
    return named.find((k) => fit.includes(k.kind))
  })
  if (of.some((k) => k === undefined) || new Set(of).size !== of.length) return null
  return people.map((f, k) => ({
    ...d,
    start: k === 0 ? d.start : st.s.clauses[f.clause]!.start,
    kinds: [of[k]!],
    figures: [f],
  }))
}

/** 望江和北塔各办了一场，望江50人，北塔65人: the number of each, of every unit named in front of it and told of behind. */
export function eachByUnit(st: State, out: readonly Draft[]): void {
  const [d, ...rest] = out
  const each = d?.figures.find((f) => f.each && f.counts === 'sessions')
  if (!d?.branch || !each || rest.length === 0 || rest.length > mostShared) return
  const lead = st.s.text.slice(Math.max(d.start, each.start - 60), each.start)
  const mine = (x: Draft): boolean =>
    x.carried &&
    x.branch !== null &&
    x.branch !== d.branch &&
    !x.figures.some(isCounting) &&
    lead.includes(st.s.text.slice(x.branch.token.start, x.branch.token.end))
  if (!rest.every(mine)) return
  const own = { ...each, each: false }
  d.figures.splice(d.figures.indexOf(each), 1)
  for (const x of out) x.figures.unshift(own)
}
