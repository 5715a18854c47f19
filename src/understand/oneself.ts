import type { Built } from './reports.js'
import type { Scan } from './scan.js'

/** Times of day and small words that may stand before the place one went to. */
const before =
  /^(?:我|俺|咱|一早|今早|上午|下午|中午|晌午|晚上|傍晚|早上|刚刚|刚才|刚|才|又|也|就|还|专门|冒雨|顶着烈日|,|，|\s)+/
/** Going there, or doing it for somebody. */
const went = /^(?:去|到|在|给|为|赴|上|下到|进|走进|来到|前往|跑)/

/**
 * A telling of one's own deed without a subject, as one speaks in a group: 「上周四去福利院做了健康咨询」「上午给松坪村讲茶园
 * 越冬」. Between the time and the place nobody else is named.
 */
export function ofOneself(s: Scan, b: Built): boolean {
  const start = s.clauses[b.kind.clause]!.start
  if (start !== 0 && !/[。！!；;\n:：]/.test(s.text[start - 1] ?? '')) return false
  let words = ''
  let at = start
  for (const { token } of s.dates) {
    if (token.start < at || token.start >= b.kind.start) continue
    words += s.text.slice(at, token.start)
    at = token.end
  }
  words = (words + s.text.slice(at, b.kind.start)).replace(before, '')
  return went.test(words) && !/老师|医生|专家|教授|人家|他们|她们|他|她|孙|儿|女/.test(words)
}
