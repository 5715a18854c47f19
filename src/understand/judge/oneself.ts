import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'

/** Times of day and small words that may stand before the place one went to. */
const before =
  /^(?:我|俺|咱|一早|今早|上午|下午|中午|晌午|晚上|傍晚|早上|刚刚|刚才|刚|才|义务|免费|顺便|特意|抽空|应邀|应约|和老伴|一起|一块儿?|结伴|又|也|就|还|专门|冒雨|顶着烈日|啊|呀|哈|嘛|,|，|\s)+/
/** 各位老师，: to whom it is told. */
const greeting =
  /^(?:尊敬的|各位|亲爱的)?(?:老师|领导|同志|群友|朋友|老姐妹|老兄弟|老伙计|大家|秘书长|秘书处)?们?(?:好|早上好|上午好|下午好|晚上好)?[,，:：!！]/
/** Going there, or doing it for somebody. */
const went = /^(?:去|到|在|给|为|赴|上|下到|进|走进|来到|前往|跑|帮|替|陪|带|领|跟|和|同|与|教|把|对)/

/** Deeds of those who were there, not of those who held it. */
const passive = /^(学|听|看了?(?=电)|参加|跟着)/

/** 刚从某村回来: back from it. */
const back = /^(我们?|咱们?|俺们?)?(刚|刚刚|刚才|才)?(从|打)[^,，。]{2,10}(回来|回家|出来)/
/** Clauses between the beginning of a sentence and the deed. */
const farthest = 4

/**
 * A telling of one's own deed without a subject, as one speaks in a group: 「上周四去福利院做了健康咨询」「上午给松坪村讲茶园
 * 越冬」. Between the time and the place nobody else is named.
 */
export function ofOneself(s: Scan, b: Built): boolean {
  let c = b.kind.clause
  const { sentence } = s.clauses[c]!
  // 腰酸背疼但高兴，昨天带大伙扫了街: how one feels may stand in front of the day
  while (
    c > 0 &&
    b.kind.clause - c < farthest &&
    s.clauses[c - 1]!.sentence === sentence &&
    !opensWithDay(s, c)
  )
    c--
  const { start } = s.clauses[c]!
  const led = start !== 0 && opensWithDay(s, c)
  if (led && somebodyElse.test(s.text.slice(Math.max(0, start - 40), start))) return false
  if (!led && start !== 0 && !/[。！!；;\n:：]/.test(s.text[start - 1] ?? '')) return false
  let words = ''
  let at = start
  for (const { token } of s.dates) {
    if (token.start < at || token.start >= b.kind.start) continue
    words += s.text.slice(at, token.start)
    at = token.end
  }
  const { kind } = b
  words = (words + s.text.slice(at, kind.start)).replace(greeting, '').replace(before, '')
  // 昨天修了12台收音机, 上午到大棚里瞧了瞧: the deed itself stands where the doer would
  const bare = words === '' && kind.weight === 'deed' && !passive.test(s.text.slice(kind.start, kind.end))
  return (
    kind.kind !== 'culture' &&
    (bare || went.test(words) || back.test(s.text.slice(start, start + 16))) &&
    !/老师|医生|专家|教授|人家|他们|她们|他|她|孙|儿(?!园|童|科)|女(?!工|职|性)/.test(words)
  )
}

const opensWithDay = (s: Scan, c: number): boolean => {
  const { start } = s.clauses[c]!
  return s.dates.some((d) => d.token.start === start)
}
/** What stands in front of the day names somebody who could have done it, or something seen or heard. */
const somebodyElse = /[听看说问]|通知|老师|医生|专家|教授|人家|[他她您你]|孙|儿|女|[局院校馆队站所会办厂村]/
