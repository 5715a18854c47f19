import type { Clause } from '../form/clauses.js'
import { pattern } from '../text/pattern.js'
import type { Token } from '../tokens.js'
import type { KindMention } from './mention.js'

const service = pattern(
  /^[^\u4e00-\u9fa50-9\n]{0,6}(?:(?:免费|义务)?(?:理发|剪发|修脚|修鞋|修伞|修锁|配钥匙|磨刀|磨剪刀|磨剪子|缝补|补衣|裁剪|修表|修车|修理家电|修水管|贴手机膜))(?:服务)?[ :：,，]{0,2}[0-9一二两三四五六七八九十百]{1,5}[多余来]?(?:人|名|位)/,
)

/** 义诊 71人⏎理发 40人: a line of a list that tells of a service for its own. */
export function serviceItems(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  known: readonly KindMention[],
): KindMention[] {
  if (known.length === 0) return []
  const out: KindMention[] = []
  cs.forEach((c, clause) => {
    if (clause > 0 && cs[clause - 1]!.line === c.line) return
    if (known.some((k) => cs[k.clause]!.line === c.line) || !service(text, c.start, c.start + 24)) return
    const at = tokens.findIndex((t, k) => k >= c.from && k < c.to && t.type === 'word')
    if (at < 0) return
    const { start, end } = tokens[at]!
    out.push({ kind: 'volunteer', weight: 'plain', strength: 2, start, end, at, clause, aside: false })
  })
  return out
}
