import { type Draft, type State, isCounting, isPeople, sameDays } from './draft.js'
import type { Figure } from '../figures/figures.js'
import type { KindMention } from '../mentions/mention.js'
import { casesAndClasses, toldAgain } from './same-again.js'
import { elsewhere } from './elsewhere.js'
import { bySomebodyElse, summedBehind } from './side-by-side.js'
import { has } from '../tokens.js'

const splitters = [
  '另外',
  '另',
  '此外',
  '还',
  '其他',
  '其它',
  '同时',
  '再',
  '同一天',
  '同日',
  '当天',
  '下午',
  '晚上',
  '随后',
  '接着',
  '然后',
  '之后',
  '次日',
  '第二天',
]

/** A kind behind what a draft holds of the same kind. */
interface Again {
  readonly d: Draft
  readonly kind: KindMention
  /** The one of the draft told last. */
  readonly last: KindMention
  /** The figures it brings, and those told before it. */
  readonly own: readonly Figure[]
  readonly mine: readonly Figure[]
  /** What its clause begins with, and what stands before it. */
  readonly opening: string
}

/** Whether the same kind said again begins a telling of its own: another day, another lecturer, cases beside classes. */
export function isAgain(st: State, i: number, { d, kind, last, own, mine, opening }: Again): boolean {
  const clause = st.s.clauses[kind.clause]!
  if (objectOf(last, kind, mine)) return false
  // 个案46人次；大课12场3900人: told apart, each with people of its own
  if (
    kind.kind === 'counselling' &&
    st.s.clauses[last.clause]!.sentence !== clause.sentence &&
    own.some(isPeople) &&
    mine.some(isPeople)
  )
    return true
  // 个案咨询94人次，团体辅导11场，870人次: cases, and groups
  if (
    kind.kind === 'counselling' &&
    last.clause !== kind.clause &&
    own.some(isCounting) &&
    own.some(isPeople) &&
    mine.some(isPeople) &&
    ofCases.test(st.s.text.slice(last.start, last.end)) &&
    !ofCases.test(st.s.text.slice(kind.start, kind.end))
  )
    return true
  // 心理课堂26节，学生6200人次，个案27例: groups, and cases
  if (
    kind.kind === 'counselling' &&
    last.clause !== kind.clause &&
    own.some(isPeople) &&
    mine.some(isPeople) &&
    mine.some(isCounting) &&
    ofCases.test(st.s.text.slice(kind.start, kind.end)) &&
    !ofCases.test(st.s.text.slice(last.start, last.end))
  )
    return true
  if (kind.kind === 'base') return false
  // 讲座(11/3,50人)；讲座(11/10,62人): each with its day behind it
  const day = st.es[i + 1]
  if (
    day?.is === 'date' &&
    day.date.token.aside &&
    day.start - kind.end <= 2 &&
    d.dates.some((m) => m.token.start > d.start && !sameDays(m, day.date)) &&
    own.some(isPeople) &&
    mine.some(isPeople)
  )
    return true
  // 给两家小厂做技术对接，助企一次，企业2家: said again of the same
  if (kind.kind === 'enterprise' && toldAgain(st, own, mine, clause.sentence)) return false
  // 个案咨询7人次，大课2场，学生610人
  if (
    kind.kind === 'counselling' &&
    casesAndClasses(st, last, kind) &&
    own.some(isPeople) &&
    mine.some(isPeople)
  )
    return true
  // 接诊60人，量血压60人，另测血糖30人: some of those who came
  if (
    kind.kind === 'clinic' &&
    has(st.s.tokens[kind.at], 'service') &&
    d.kinds.some((k) => k.kind === 'clinic' && !has(st.s.tokens[k.at], 'service')) &&
    !own.some(isCounting) &&
    Math.max(0, ...own.filter(isPeople).map((f) => f.measure.value)) <=
      Math.max(0, ...mine.filter(isPeople).map((f) => f.measure.value))
  )
    return false
  // 走访企业9家，技术对接15次: two measures of one thing
  if (own.some((f) => isCounting(f) && mine.some((x) => isCounting(x) && x.counts === f.counts)))
    return !summedBehind(st, i)
  // 王老师讲人工智能120人，赵老师讲垃圾分类96人: each lecturer with people of his own
  if (
    last.clause !== kind.clause &&
    own.some(isPeople) &&
    mine.some(isPeople) &&
    !own.some((f) => f.total) &&
    bySomebodyElse(st.s, last, kind)
  )
    return true
  // 第一个点阳光社区讲座35人，第二个点月湾社区讲座42人: the same twice, each with its place and its people
  if (
    last.clause !== kind.clause &&
    own.some(isPeople) &&
    mine.some(isPeople) &&
    !own.some((f) => f.total) &&
    elsewhere(st.s, last, kind, own, mine)
  )
    return true
  return (
    own.some(isPeople) &&
    mine.some(isPeople) &&
    !own.some((f) => f.total) &&
    splitters.some((w) => opening.includes(w)) &&
    !(/第二天|次日/.test(opening) && /第一天|头一天|头天|首日/.test(st.s.text.slice(d.start, clause.start)))
  )
}

/** 讲了两堂课，一堂…，一堂…: the number stands between the verb and its own object. */
const objectOf = (verb: KindMention, kind: KindMention, mine: readonly Figure[]): boolean =>
  verb.weight === 'deed' &&
  mine.length === 1 &&
  mine[0]!.counts === 'sessions' &&
  mine[0]!.start - verb.end <= 2 &&
  mine[0]!.start >= verb.end &&
  kind.start - mine[0]!.end <= 4 &&
  kind.start >= mine[0]!.end

const ofCases = /个案|个别|个体|热线|一对一/
