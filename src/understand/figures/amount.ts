import type { Clause } from '../form/clauses.js'
import { starts } from '../text/affixes.js'
import type { NumberToken } from '../tokens.js'
import type { Around } from './context.js'
import { trie } from '../text/trie.js'

/** Words that say how a crowd was counted or guessed at; in front of a bare number they need no noun. */
const telling = `
    才来 才来了 只来 就来 就来了 也就来了 刚好 正好 将将 少说 少说也 少说有 最少 最少有 起码 起码有 至少
    至少有 足有 足足 足足有 也就 也就是 也就有 就有 才有 只有 只来了 估摸 估摸着 估摸有 估计 估计有 约莫
    约摸 大约 大约有 大概 大概有 大概其 大致 差不多 差不多有 得有 总有 总得有 能有 怕有 怕是 恐怕 恐怕有
    不下 不止 顶多 最多 撑死 满打满算 拢共 拢共有 总共 总共有 一共 一共有 统共 统共有 合共 全部加起来 加起来
    合起来 加一起 加一块 加一块儿 满共 满满 看上去 看着 看样子 目测 粗算 粗粗一数 数了数 数了数有 数了一下
    数了一数 数下来 数一数 数过 我数了 我数了数 我数了下 我点了 我点了下 我点了点 点了点 点了一下 点下来
    点过数 点名 签到 签到的 签了到的 签名 签名的 登记的 清点 清点了 清点下来 算下来 算上后到的 连头带尾
    前前后后 里外 里里外外 老老少少 男男女女 男女老少 大大小小 老小 大人小孩 大人娃娃 全场 满场 也就这 人数
    人头 来人 可能 可能有 应该有 听的 来的 到的 听讲的 听课的 到场的 到会的 在场的 在座的 台下 台下的 底下
    底下的 下面 下边 看病的 瞧病的 上课的 来听的 来看的 来学的 来问的 参加的 学的 问的 咨询的 看的 报到的
    报到 凑热闹的 来听课的 来看病的 来上课的 来参加的 听众 观众 学员 群众 居民 村民 坐着 坐了 坐的 站的 站着
    黑压压 乌泱泱 屋里 屋子里 院里 场子里 教室里 礼堂里 会议室里 挤了 挤着 来了 到了`

/** Those that only go with others: 是120 and 人120 say nothing by themselves. */
const weak = `
    是 这 就是 就是这 就这 就这么 在 的 就 才 只 那 那个 嗯 呃 登记 全部 前后 有 人 来 到 算起来 总数 总的
    一起 好像 反正 应该`

/** Every such word, and whether it tells of a crowd by itself. */
const hedges = trie(
  [[telling, true] as const, [weak, false] as const].flatMap(([words, tells]) =>
    words
      .trim()
      .split(/\s+/)
      .map((w) => [w, tells] as const),
  ),
)

const closes =
  /^(多|来|好几|几)?(个|号|位|人|口|头)?(人|个)?(左右|上下|的样子|光景|以上|出头|出点头|挂零|打底|开外|朝上|往上|多点|好几|冒头|不到|不止|差不多|了|吧|呢|哈|啊|呀|啦|噢|哦|呗|嘛|来的|那样|这样|这么多|那么多|光景吧|之间|是有的|总有的|还是有的|有余|多点|多一点|来去|顶天)*$/

const things = starts('元 块 度 岁')

/** Said of crowds whatever stands in front, but for money, ways and weights. */
const sure =
  /(^|[^花钱价费走跑重长高发送斤用得])(少说也?有?|起码也?有|足足有|估摸着?有|满打满算|拢共有?|统共有?|撑死也?就?|顶多也?就?|黑压压|乌泱泱)(个|着)?$/

/** 少说也有 right in front. */
export const guessedAt = (text: string, from: number, t: NumberToken): boolean =>
  sure.test(text.slice(Math.max(from, t.start - 12), t.start))

/**
 * 少说一百二; 也就二十出点头; 台下足有七八十个: a number with nothing but words of counting in front in its clause and
 * nothing behind. Told of an event, it is those who came.
 */
export function amount(text: string, c: Clause, t: NumberToken, a: Around): boolean {
  if (t.num.value < 5 || t.num.value > 20_000 || things(text, t.end) || !Number.isInteger(t.num.value))
    return false
  if (!closes.test(text.slice(t.end, Math.min(c.end, t.end + 10))) || c.end - t.end > 9) return false
  // 昨天义诊看病的一百五往上: behind the day and the kind
  const head = a.before.findLast((x) => x.type === 'date' || (x.type === 'word' && x.word.kind !== null))
  let from = head && head.end > c.start ? head.end : c.start
  if (text[from] === ' ') from++
  // the words that qualify the number are its own: 大概二十; 义诊看病的一百五往上
  let strong = t.num.qualifier !== 'exact' || (text[from] === '的' && from > c.start)
  // …来的人就多了去了少说也有一百五六十
  if (guessedAt(text, from, t)) return true
  if (t.start - from > 16) return false
  for (let i = from; i < t.start;) {
    const word = hedges.at(text, i)
    if (!word) return false
    strong ||= word.value
    i = word.end
  }
  return strong
}
