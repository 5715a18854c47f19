import type { KindMention } from '../mentions/mention.js'
import type { Scan } from '../scan.js'

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
