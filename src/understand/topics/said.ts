import { oneOf, isHan } from '../text/chars.js'
import { starts } from '../text/affixes.js'
import { isName, nameAt } from '../people/names.js'
import { near } from '../text/near.js'
import { startingAt } from '../text/ordered.js'
import type { Token } from '../tokens.js'
import { type TopicFind, words, split, tails } from './words.js'

/** Words that lead to the object of 讲, longest first, and what cannot follow 讲 in that sense. */
const says = split(
  '讲的题目叫 讲的题目就是 讲的题叫 题为 题目为 主题为 主要讲了 重点讲了 主要讲 重点讲 讲的主要是 主要讲的是 讲题是 讲题为 课题是 课题为 讲的题目是 讲的主题是 讲的内容是 内容是 讲的就是那个 讲的是那个 讲的就是 讲的是 就是讲那个 就是讲 讲那个 讲一下 讲了讲 讲解了 讲解 讲授了 讲授 讲述了 讲 题目叫 题目就是 题目是 主题是 科目是 科目为',
)

const noObject = '座课坐师台义话究稿题者得好堂学坛完过起明清到下实'

/** Objects that begin with one of these: 讲台风, 讲过敏, 讲学习方法. */
const objects = starts(
  '台风 义务教育 话剧 学习方法 学习习惯 学前 坐骨神经 坐月子 师德 起名 起居 过敏 过冬 过度 过年 过节 过滤 完善 明史 明代 明朝 清史 清代 清朝 清洁 清明 到底 下肢 下肢静脉 实验 实用 得病 好习惯 题海 课本 座右铭 得失 究竟',
)

const stopObject = words(
  '上下午 各一场 各一堂 各讲 全镇 全村 全乡 全县 全区 全校 全班 全院 全厂 全场 全体 全社区 每场 每班 两班 两场 三场 来的人 前来 人来 听得 坐了 坐满 底下坐 台下 一共 总共 拢共 统共 听重 收重 听种 娃娃 娃 孩子 小朋友 哎呀 他们 我们 结果 反正 那 后来 最后 完了 底下 都说 大伙 乡亲 两个 半天 人数 听众 学生 来了 受众 听课 的讲座 共 参加 地点 啊 嗯 了 给 在 大家 请 效果 有 吧 呢 听的 来听 来的 学员 居民 村民 老人 群众 师生 听讲 到场 现场 等 知识点 时间 由 主讲 从 还 又 并 之后 和大家 上午 下午 第一 第二 哎 哎呀 嘛 讲完 讲 发 顺便',
)

const compound = split('课 知识课 讲座 的讲座 课程 的课')

/** 讲民法典的讲座: the object of 讲 where no number and no praise stands in front. */
const ofLecture = /^的(讲座|课)$/
const praised = /精彩|生动|精心|深刻|难忘|好$|样$|别开生面|自己|同样|这样|一样/

/** 讲了好几遍, 讲的时候, 题目我起的, 讲什么呢: how it was told or asked, not what about. */
const manner =
  /^(好[几一半多]|许多遍|很多遍|又讲|半[天晌个]|老半天|大半天|[的]?时候|之前|以前|之后|过程|到最?后|的?地方|什么|啥|内容|哪些|了?两?个?(多)?(小时|钟头)|[几十]*分钟|口干|嗓子|[我他她咱]们?(自己)?(起|拟|定|想|出|选|挑)的|得)/

/** 讲水, 讲茶: what a lecture of one character is about. */
const whole: ReadonlySet<string> = new Set('水电火茶酒盐糖药诗词史书画棋琴花鱼蛇鸟蜂桥树煤油气光云风雨雷雪')
const closed = (text: string, at: number): boolean => at >= text.length || ',。;!\n'.includes(text[at]!)

/** First characters of what a topic stands behind; 主讲, 听讲, 开讲 are other words. */
const begins = oneOf('讲就题内主课重科')
const elsewise = oneOf('主听开演宣巡来谁')

/** 讲了一课叫大海的脾气 */
const called = (text: string, at: number): string | undefined =>
  text[at] === '名' || text[at] === '叫'
    ? ['名字叫做', '名字叫', '名叫', '叫做', '叫'].find((w) => text.startsWith(w, at))
    : undefined

/** 请了姚某某来讲更年期保健; but 对老人来讲,… */
const cameTo = (text: string, at: number, start: number): boolean =>
  text[at - 1] === '来' &&
  isHan(text.charCodeAt(at + 1)) &&
  !/(对|从|就|按|拿|相对|总的|一般|具体|目前|长远)[^,。;]{0,10}来$/.test(
    text.slice(Math.max(start, at - 14), at),
  )

/** The object of 讲 said without marks: 讲航天, 讲的是火箭, 讲了3场消防知识. Null where 讲 has an object that is no title. */
export function spoken(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): TopicFind | null | undefined {
  let none = false
  for (let i = start; i < end; i++) {
    const c = text[i]!
    if (!begins(text, i)) continue
    if (i > start && elsewise(text, i - 1) && !cameTo(text, i, start)) continue
    const bare =
      c === '题' &&
      text[i + 1] === '目' &&
      !isHan(text.charCodeAt(i - 1)) &&
      !' :为是、,。的'.includes(text[i + 2] ?? '。')
        ? '题目'
        : undefined
    const lead = says.find((w) => text.startsWith(w, i)) ?? bare
    if (!lead) continue
    let from = i + lead.length
    if (lead === '讲' && noObject.includes(text[from] ?? '座') && !objects(text, from)) continue
    // 多讲几场: how often
    if (/^[几多]/.test(text.slice(from, from + 1)) && '场次节堂期遍回'.includes(text[from + 1] ?? ' '))
      continue
    if (text[from] === '了') from++
    // 讲了堂防溺水
    if (text[from - 1] === '了' && '堂节场'.includes(text[from] ?? '。') && isHan(text.charCodeAt(from + 1)))
      from++
    // 讲 防溺水, in a line of cells
    if (lead === '讲' && text[from] === ' ' && !isHan(text.charCodeAt(i - 1))) from++
    const number = startingAt(tokens, from)
    if (number?.type === 'number') {
      from = number.end
      if (text[from] === '课' || text[from] === '堂') from++
      // 讲一场80人: who came
      const next = startingAt(tokens, from)
      if (next?.type === 'number' && next.dimension === 'people') continue
    }
    // 讲了一堂课讲的是…
    const again =
      number?.type === 'number'
        ? (says.find((w) => text.startsWith(w, from)) ?? called(text, from))
        : undefined
    if (again) from += again.length
    while (from < end && '的那个:'.includes(text[from]!)) from++
    // 甲讲6场、乙讲9场
    if (text[from] === '、') continue
    // 我跟你讲昨天早上…
    if (number?.type === 'date' && number.date.kind !== 'festival') continue
    const to = objectEnd(text, tokens, from, end)
    const held = compound.find((w) => text.startsWith(w, to))
    if (
      held &&
      !(
        lead === '讲' &&
        !number &&
        ofLecture.test(held) &&
        to - from > 1 &&
        !praised.test(text.slice(from, to))
      )
    ) {
      none = true
      continue
    }
    if (manner.test(text.slice(from, to))) continue
    // 讲：张某某
    const name = nameAt(text, from, to, true)
    if (name === to && isName(text, from, to, true) && text[from - 1] === ':') continue
    // 讲解微信视频、扫码支付等操作: a row of things, no title
    if (text.startsWith('等', to) && text.slice(from, to).includes('、')) {
      none = true
      continue
    }
    if (
      (to - from >= 2 || (to - from === 1 && whole.has(text[from]!) && closed(text, to))) &&
      (objects(text, from) || !/^(了|的|个|过|完|在|给|到|一|这|那)/.test(text.slice(from, to)))
    )
      return { start: from, end: to }
  }
  return none ? null : undefined
}

/** 潮汐是怎么来的, 台风来了怎么办, 过敏那些事: how far the words go on with what is asked; 0 where they do not. */
function asks(text: string, at: number): number {
  if (/(怎么|怎样|咋|咋个|如何|哪里|哪儿|从何|是)$/.test(text.slice(Math.max(0, at - 3), at)))
    return text[at] === '来' ? 1 : 0
  // 钢铁是怎么炼出来的
  if (/(怎么|怎样|咋|如何)[一-龥]{0,4}[出起下过进上回得做造]$/.test(text.slice(Math.max(0, at - 8), at)))
    return text[at] === '来' ? (text[at + 1] === '的' ? 2 : 1) : 0
  return /^(来?了(?=该?(怎么|怎样|咋|如何))|那[些点]事|由来)/.exec(text.slice(at, at + 6))?.[0].length ?? 0
}

function objectEnd(text: string, tokens: readonly Token[], from: number, end: number): number {
  let to = from
  while (to < end && to - from < 20) {
    const c = text[to]!
    // 小麦“一喷三防”: a word in marks belongs to it
    const close = c === '“' && to > from ? near(text, '”', to, 12) : -1
    if (close > 0 && close - to < 10) {
      to = close + 1
      continue
    }
    if (',。.;:!?|/《“"()\n '.includes(c)) break
    const asked = to > from ? asks(text, to) : 0
    if (asked > 0) {
      to += asked
      continue
    }
    if (
      to > from &&
      (stopObject.at(text, to) || (isHan(c.charCodeAt(0)) && tails.at(text, to) && c === '课'))
    )
      break
    const token = startingAt(tokens, to)
    if (to > from && (token?.type === 'number' || token?.type === 'date')) break
    // 讲立冬养生: a term of the year inside a title
    if (to === from && token?.type === 'date' && token.date.kind === 'festival') to = token.end - 1
    to++
  }
  return to
}
