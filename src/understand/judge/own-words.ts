import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'

const plain =
  /^(?:进|到|去|在|下|走进|深入|面向|上半年|下半年|其中|共|线上|线下|现场|上午|下午|晚上|第|头|前|后|另|再|又|还)|[村镇乡县市区校学院厂站社园馆场所队会团家年月日天季期内外点]$|(?:社区|学生|老人|居民|群众|听众|学员|观众|人数|人次|完成|举办|开展|组织|活动|实际|实到|受众|参加|合计|共计|一共|总共)$/

/** Characters of the name that are looked at. */
const longest = 40

/** 晨练带队30次，900人次；讲座4场: named in words that say no kind, and the kind stands behind with figures of its own. */
export function ownWords(s: Scan, { draft }: Built): boolean {
  if (!draft.lender || draft.lender === draft) return false
  const first = draft.figures.find((f) => f.counts === 'sessions' && !f.each)
  if (!first || first.measure.value < 2) return false
  const from = s.clauses[first.clause]!.start
  const before = s.tokens.findLast((t) => t.end <= first.start && t.end > from && t.start < first.start)
  const start = Math.max(from, before && before.type !== 'word' ? before.end : from)
  const words = /[\u4e00-\u9fa5]*$/.exec(
    s.text.slice(Math.max(start, first.start - longest), first.start),
  )![0]
  return words.length >= 3 && !plain.test(words)
}
