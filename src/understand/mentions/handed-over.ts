import type { Clause } from '../form/clauses.js'
import { firstBehind } from '../text/ordered.js'
import { pattern } from '../text/pattern.js'
import type { Token } from '../tokens.js'
import type { KindMention } from './mention.js'

const says = pattern(/转让/)
const firm = '(?:企业|公司|集团|[\\u4e00-\\u9fa5]厂|合作社)'
const what = '(?:技术|成果|专利|方法|工艺|配方|品种|软件|图纸|产权|[0-9一二两三四五六七八九十]{1,2}项)'
const handedOver = new RegExp(
  `[向给与和同][^,，。;:：]{0,14}${firm}[^,，。;:：]{0,4}(转让)[^,，。;:：]{0,10}${what}|(?:将|把)[^,，。;:：]{0,14}${what}(转让)给?[^,，。;:：]{0,10}${firm}`,
  'g',
)

/** 向企业转让检测方法一项: what was worked out is handed over to a firm. */
export function handedOverMentions(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
): KindMention[] {
  if (!says(text)) return []
  return [...text.matchAll(handedOver)].map((m) => {
    const start = m.index + m[0].indexOf('转让')
    const at = tokens.findIndex((t) => t.end > start)
    return {
      kind: 'enterprise',
      weight: 'head',
      strength: 3,
      start,
      end: start + 2,
      at: at < 0 ? tokens.length - 1 : at,
      clause: firstBehind(cs, start),
      aside: false,
    }
  })
}
