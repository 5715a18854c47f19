import type { House } from '../house.js'
import type { PlainDate } from '../core/day.js'
import { readAsked, type Asked } from '../ledger/query.js'
import { isAskReason, narrowsAsked, withoutLead } from './ask-reasons.js'

/** No question with something said beside it is longer. */
const longest = 60
/** A word more than a remark: a figure, a question, or what leaves something out. */
const tellsMore =
  /\d|[多少几]|什么|怎么|哪|谁|[?？吗呢]|[不没未无除只光单仅另非别按]|分开|如果|要是|[你您].{0,3}催/
/** Haste, thanks, what it is for, what has happened: 快, 写总结用, 董老师改了数. */
const remark =
  /^(?:快点?|急|好的?|行|嗯|对|谢谢|辛苦|再?麻烦|打扰|劳驾|不好意思|拜托|请教|老师|主任|您好|你好|早)|[了过完用着急紧等催忙]$|[了过完]之?后$|^(?:我|领导|上面|上级|会长|主任|老师|[^，]{1,3}老师)[^，]{0,8}[了过要在]/

/** How one is: 昨晚没睡好, 眼花看不清. */
const ofOneself = /睡|累|困|头[疼晕昏]|感冒|眼花|看不清|记性|老糊涂|吃饭|出门|路上|车上|手机|打字/

/**
 * A question without what is only said beside it, 「苇塘十一月讲座，快」「写总结用，去年全市多少场」; null where nothing is.
 * What names a branch, kind or time, or narrows the question (线上的不算), is never left out.
 */
export function withoutAsides(raw: string, house: House, today: PlainDate): string | null {
  if (raw.length > longest) return null
  // 8月的呢？急: a question keeps its mark
  const clauses = raw.split(/(?<=[?？])(?![?？])|[，,。；;！!\n]+/).filter((c) => c.trim() !== '')
  const bare = withoutLead(raw.trim())
  if (clauses.length < 2) return bare === raw.trim() ? null : bare
  if (clauses.length > 4) return null
  const read = clauses.map((c) => readAsked(c, house, today))
  const kept = clauses.filter((clause, at) => {
    const words = clause.trim()
    const asked = read[at]!
    if (narrowsAsked(words)) return true
    if (
      isAskReason(words) &&
      read.some((of, i) => i !== at && !isAskReason(clauses[i]!.trim()) && saysAll(of, asked))
    )
      return false
    if (words.endsWith('呢') && clauses.some((c) => c !== clause && holds(readAsked(c, house, today), asked)))
      return false
    const names = asked.units.length + asked.kinds.length > 0 || asked.whole || asked.indicator !== null
    if (words.length > 12 || names) return true
    if (ofOneself.test(words)) return false
    return tellsMore.test(words) || !remark.test(words) || asked.period !== null
  })
  return kept.length > 0 && kept.length < clauses.length ? kept.join('，') : null
}

/** What a reason names (这个月的材料今天要交) the question has to name itself, lest its time or branch be guessed. */
const saysAll = (whole: Asked, reason: Asked): boolean =>
  whole.rest === '' &&
  (reason.period === null || whole.period !== null) &&
  (reason.units.length === 0 || whole.units.length > 0 || whole.whole) &&
  (reason.kinds.every((k) => k === 'meeting') || whole.kinds.length > 0) &&
  (reason.indicator === null || whole.indicator !== null)

/** 那三季度呢，全市讲座三季度: the half question names nothing that the whole one does not name. */
const holds = (whole: Asked, half: Asked): boolean =>
  whole.rest === '' &&
  half.rest === '' &&
  half.units.every((u) => whole.units.includes(u)) &&
  half.kinds.every((k) => whole.kinds.includes(k)) &&
  (!half.whole || whole.whole) &&
  (half.indicator === null || half.indicator === whole.indicator) &&
  (half.period === null || JSON.stringify(half.period) === JSON.stringify(whole.period))
