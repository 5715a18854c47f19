import { isPrimary } from '../structure/draft.js'
import type { Clause } from '../form/clauses.js'
import { theySaid } from '../form/courtesies.js'
import type { Scan } from '../scan.js'
import { part, type Normalized } from '../text/normalize.js'

/** What bids, asks, doubts, takes back or is of somebody else: it says how all before it is meant. */
const decisive =
  /[?？]|[吗呢吧么]$|谁|哪|请(?!假)|麻烦|附件|登记|核|有误|弄错|写错|报错|写反|别|取消|不算|不是|没(?:讲|办|搞|去|开|来|做)成|没(?:讲|办|搞|去|开|做)$|听说|据说|据|警惕|了不起|佩服|羡慕|点赞|学习|比[^,，]{0,6}强|帮|为准|有意|报名|参加|名额|抓紧|尽快|务必|推进|落实|照|听的|他们|人家|你们|您|另|超额|奖|收费|免费|预计|估计|大概|力争|大家(?!都)|安排(?!得)/

/** Clauses of remarks that are left out at most. */
const most = 3

/**
 * The message without the last of its clauses, then without the last two and three, as long as they hold nothing of a
 * telling: 青溪讲座1场，45人，资料要是带图就好了. What stands in front of them may be told for sure, whatever is said behind
 * it. Only where one of ours is named: behind what nobody of ours is said to have done, the remark tells whose it was.
 */
export function withoutRemarks(s: Scan): Normalized[] {
  const out: Normalized[] = []
  const last = s.figures.findLast(isPrimary)
  if (!last || s.rows.size > 0 || s.units.length === 0) return out
  for (let i = s.clauses.length - 1; i > 0 && out.length < most; i--) {
    const c = s.clauses[i]!
    if (c.start < last.end || !isRemark(s, c)) break
    out.push(part(s.n, 0, c.start))
  }
  return out
}

function isRemark(s: Scan, c: Clause): boolean {
  const words = s.text.slice(c.start, c.end).trim()
  if (words.length < 2 && c.after !== 'ask') return true
  if (/[《》:：]/.test(words) || s.fields.some((f) => f.start >= c.start && f.start < c.end)) return false
  if (s.units.some((u) => u.token.start >= c.start && u.token.start < c.end)) return false
  return theySaid.test(words) || (c.after !== 'ask' && !decisive.test(words))
}
