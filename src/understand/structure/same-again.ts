import type { Figure } from '../figures/figures.js'
import type { KindMention } from '../mentions/mention.js'
import { type State, isCounting } from './draft.js'

const cases = /个案|个别|个体|一对一|热线/
const groups = /大课|团辅|团体|小组|^课$|讲座|沙龙|训练/
/** 个案咨询 and 大课: one is of single people, the other of many. */
export function casesAndClasses(st: State, a: KindMention, b: KindMention): boolean {
  const [x, y] = [a, b].map((k) => st.s.text.slice(k.start, k.end))
  return (
    (cases.test(x!) && !groups.test(x!) && groups.test(y!) && !cases.test(y!)) ||
    (groups.test(x!) && !cases.test(x!) && cases.test(y!) && !groups.test(y!))
  )
}

/** As many firms in the same sentence, and nothing else that was counted twice. */
export const toldAgain = (
  st: State,
  own: readonly Figure[],
  mine: readonly Figure[],
  sentence: number,
): boolean => {
  const twice = own.filter((f) => isCounting(f) && mine.some((x) => isCounting(x) && x.counts === f.counts))
  return (
    twice.length > 0 &&
    twice.every((f) => mine.some((x) => x.counts === f.counts && x.measure.value === f.measure.value)) &&
    mine.every((f) => st.s.clauses[f.clause]!.sentence === sentence)
  )
}
