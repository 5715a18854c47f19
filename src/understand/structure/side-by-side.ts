import { type Draft, type State, isPrimary } from './draft.js'
import type { KindMention } from '../mentions/mention.js'
import type { Scan } from '../scan.js'
import { has } from '../tokens.js'

/** Elements behind a kind that are looked through for a sum; more is hostile. */
const farthest = 60

const lecturer =
  /(?:^|[,，。;:、 ]|由|请|是)(老[\u4e00-\u9fa5]|[\u4e00-\u9fa5]{1,3}(?:老师|医生|大夫|教授|主任|高工|工程师|院长|会长|专家|讲师|律师|警官|研究员|医师|农艺师|技术员))(?:在[^,，。;]{1,8})?(?:给[^,，。;]{1,8})?$/

/** Two kinds of one sort, each right behind the name of somebody, and not the same. */
export function bySomebodyElse(s: Scan, a: KindMention, b: KindMention): boolean {
  const [x, y] = [a, b].map(
    (k) =>
      lecturer.exec(s.text.slice(Math.max(0, s.clauses[k.clause]!.start - 1, k.start - 24), k.start))?.[1],
  )
  return x !== undefined && y !== undefined && x !== y
}

/** 义诊、咨询、文艺演出: named in one breath. */
export function clustered(s: Scan, a: KindMention, b: KindMention): boolean {
  if (a.clause !== b.clause || b.start - a.end > 14) return false
  for (let k = a.end; k < b.start; k++) if ('、和与及+暨/&'.includes(s.text[k]!)) return true
  return b.start - a.end <= 1
}

/** Another kind that opens a sentence and stands over what follows it, behind a telling that has its people. */
export function headsNext(st: State, d: Draft, kind: KindMention): boolean {
  const last = d.figures.filter(isPrimary).at(-1)
  const c = st.s.clauses[kind.clause]!
  return (
    last !== undefined &&
    st.s.clauses[last.clause]!.sentence !== c.sentence &&
    st.s.text[kind.end] === ':' &&
    kind.start - c.start <= 2 &&
    !d.kinds.some((k) => k.kind === kind.kind)
  )
}

/** 讲座甲会1场56人，乙会2场131人；义诊丙会2场115人: another kind, and who held it stands right behind it with the figures. */
export function listsOthers(st: State, i: number, d: Draft, kind: KindMention): boolean {
  const last = d.figures.filter(isPrimary).at(-1)
  const [doer, told] = [st.es[i + 1], st.es[i + 2]]
  return (
    last !== undefined &&
    kind.weight === 'head' &&
    kind.clause > last.clause &&
    kind.start - st.s.clauses[kind.clause]!.start <= 2 &&
    !d.kinds.some((k) => k.kind === kind.kind) &&
    doer?.is === 'unit' &&
    doer.unit.role !== 'partner' &&
    doer.start - kind.end <= 2 &&
    told?.is === 'figure' &&
    isPrimary(told.figure) &&
    told.start - doer.unit.token.end <= 4
  )
}

/** 甲讲6场、乙讲9场，合计15场: the sum stands behind them in the sentence. */
export function summedBehind(st: State, i: number): boolean {
  const { clause } = st.es[i]!
  const { sentence } = st.s.clauses[clause]!
  for (let k = i + 1; k < Math.min(st.es.length, i + farthest); k++) {
    const e = st.es[k]!
    if (st.s.clauses[e.clause]!.sentence !== sentence) return false
    if (e.is === 'figure' && e.figure.counts === 'sessions' && e.figure.total) return true
  }
  return false
}

/** 调查研究、建言献策活动: a field of work, not a piece of it. */
export const roof = (s: Scan, k: KindMention): boolean =>
  ['活动', '工作', '、'].some((w) => s.text.startsWith(w, k.end))

/** A document told by its title. */
export const titled = (s: Scan, start: number, end: number): boolean =>
  s.tokens.some((t) => t.type === 'title' && t.start >= start && t.start < end)

/** 培训农民380人次, 咨询群众60人: the kind's word only says what was done for those counted. */
export function labelUse(st: State, i: number, kind: KindMention): boolean {
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
