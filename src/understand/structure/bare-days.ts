import type { DateMention } from '../dates/mentions.js'
import { type Draft, type State, isActive, isSingleDay } from './draft.js'

/** 本月：讲座（18日，46人）: a single day in brackets right behind the kind, in the time told first. */
export const dayInBrackets = (st: State, i: number, d: Draft, m: DateMention): boolean =>
  m.token.aside &&
  isSingleDay(m) &&
  d.dates.length === 1 &&
  inMonth(d.dates[0]!.token.date, m) &&
  ofTheKind(st, i, d)

const inMonth = (over: DateMention['token']['date'], { token: { date } }: DateMention): boolean =>
  over.from !== over.to && date.from >= over.from && date.to <= over.to

/** The kind stands right before the parenthesis, and who came within it. */
const ofTheKind = (st: State, i: number, d: Draft): boolean => {
  const [before, next] = [st.es[i - 1], st.es[i + 1]]
  return (
    before?.is === 'kind' &&
    isActive(before.kind) &&
    d.figures.length === 0 &&
    st.es[i]!.start - before.kind.end <= 2 &&
    next?.is === 'figure' &&
    next.clause - st.es[i]!.clause <= 1
  )
}

/** Days in clauses of their own that hold nothing of an activity, before the day of one. */
export function nothingOn(st: State, d: Draft, m: DateMention): boolean {
  const last = d.dates.at(-1)
  if (!last || d.figures.length > 0 || d.kinds.length > 0 || d.dateInherited || !isSingleDay(m)) return false
  const c = st.s.clauses[m.clause]!
  if (
    last.clause >= m.clause ||
    m.token.start - c.start > 6 ||
    last.token.start - st.s.clauses[last.clause]!.start > 5
  )
    return false
  const said = st.s.text.slice(last.token.end, c.start)
  return isSingleDay(last) && /^[^,，。;、:0-9]{3,}[,，。;]/.test(said) && errand.test(said)
}
const errand =
  /没(?:有)?(?:出门|活动|去|动|事|空)|下雨|下雪|[配买送接看陪带领](?:了|着)?(?:眼镜|老花|菜|孙|外孙|孩子|老伴|老婆|女儿|儿子|闺女|药|病)|银行|医院|体检|整理|休息|歇|在家|回老家|赶集|开家长|家里|值班|探亲|喝喜酒|住院|搬家/
