import { addDays, daysBetween, weekOf, type PlainDate } from '../../core/day.js'
import type { Clause } from '../form/clauses.js'
import { ends, starts } from '../text/affixes.js'
import { pattern } from '../text/pattern.js'
import type { DateToken, Token } from '../tokens.js'

export interface DateMention {
  readonly token: DateToken
  readonly at: number
  readonly clause: number
}

/** In front of a date that is the occasion, was given up or is denied. */
export const notOfIt = ends(
  '欢度 庆祝 喜迎 迎接 纪念 欢庆 共庆 迎 贺 利用 结合 围绕 借助 抓住 与 比 较 原定 原计划 本定 原拟 原定于 不是 本来 原来 原先 原来说 本来说 原说 原来定 原来定的 本来定 本来定的 原定在 本来是',
)

/** 我今年七十三: an age, not a year. */
const isAge = (tokens: readonly Token[], at: number): boolean => {
  const t = tokens[at]!
  const next = tokens[at + 1]
  return (
    t.type === 'date' &&
    t.date.kind === 'year' &&
    next?.type === 'number' &&
    next.start === t.end &&
    next.num.value >= 40 &&
    next.num.value <= 110 &&
    (next.dimension === null || next.dimension === 'other')
  )
}

/** 义诊17次，3月那次没登记人数: one of those told of already. */
const thatOne = starts('那次 那场 那回 那期 那一次 那一场')
/** 昨天讲座124人，前天那场98人: the one of a single day, with its own people. */
function countedOn(tokens: readonly Token[], at: number): boolean {
  const day = tokens[at]
  if (day?.type !== 'date' || (day.date.from !== day.date.to && day.date.kind !== 'week')) return false
  for (let k = at + 1; k < Math.min(tokens.length, at + 8); k++) {
    const t = tokens[k]!
    if (t.type === 'date' || (t.type === 'mark' && overAt.has(t.mark))) return false
    if (t.type === 'number' && (t.dimension === 'people' || t.dimension === 'piece')) return t.num.value > 1
  }
  return false
}
const overAt: ReadonlySet<string> = new Set(['stop', 'semi', 'ask', 'line'])
/** 下一场26号: the day of what is still to come. */
const nextOne = pattern(
  /下(一|个|一个)?(场|次|期|回|讲|课|节|节课|堂|堂课|站|批)(讲座|义诊|培训|活动|课)?(是|在|定在|定于|安排在|就在|放在|约在|准备|打算|:|,)?$/,
)
const partOfIt = ends('含 包括 包含 年前的')
/** 各项指标好于上年 */
const compared = ends(
  '好于 高于 低于 多于 少于 优于 大于 超过 超过了 超了 超出 超出了 赶上 赶上了 追上 追上了 赶超 胜过 好过 强过 多过 高过 破了 打破 打破了 刷新 刷新了 追平 追平了 较 比 同比',
)
/** 同去年持平, 跟上月差不多 */
const alike = pattern(/^(?:同期|全年)?的?(?:持平|相当|一样|差不多|差不离|不相上下|打平|相比|比)/)
const beside = ends('同 跟 与 和')
/** 结合食品安全周、防灾减灾日等节点: named as occasions. */
const oneOfOccasions = /^(、[^,，。;、]{2,12}){0,4}等(重要|重大)?(时间)?(节点|节日|纪念日|主题日|契机|时段)/
/** 腊月的小村庄: the time of the year, no day. */
const moonMonth = (text: string, t: DateToken): boolean =>
  text[t.end] === '的' && /^(腊月|正月|冬月)$/.test(text.slice(t.start, t.end))

/** 上周进校情况：周一…；周三…: the days of the week that was named, from the day it was named for. */
function inWeek(text: string, token: DateToken, first: PlainDate): DateToken {
  const day = /^(?:周|星期|礼拜)([一二三四五六日天])$/.exec(
    text.slice(token.start, Math.min(token.end, token.start + 4)),
  )
  if (!day || token.date.from !== token.date.to) return token
  const nth = '一二三四五六日天'.indexOf(day[1]!)
  const on = addDays(weekOf(first).start, nth > 6 ? 6 : nth)
  if (on < first) return token
  return { ...token, date: { ...token.date, from: on, to: on } }
}

/** …挪到前天办了，因为昨天停电: why, in a clause of its own. */
const hindered = (text: string, t: DateToken): boolean =>
  /[,，。;；](?:因为|由于|因|谁知|谁想|哪知|可是|偏偏)$/.test(
    text.slice(Math.max(0, t.start - 3), t.start),
  ) &&
  /^(?:[上下]午|晚上)?(?:要|有|又|突然|临时)?(?:停[电水]|下[大暴]?[雨雪]|刮|大风|大雾|大[雨雪]|台风|闭馆|考试|放假|没车|修路|封路|开会|赶集|过节)[^,，。;0-9]{0,6}(?:[,，。;；!]|$)/.test(
    text.slice(t.end, t.end + 16),
  )

/** 二季度还没完，等七月再说; 还没到七一: a time that is waited for. */
const forLater = (text: string, t: DateToken): boolean =>
  (/等(?:到|过了)?$/.test(text.slice(Math.max(0, t.start - 3), t.start)) &&
    /^(?:份|底|初|那边)?(?:再|以后|之后)/.test(text.slice(t.end, t.end + 4))) ||
  /(?:还没|没|还不)到$/.test(text.slice(Math.max(0, t.start - 3), t.start))

const shifted = (t: DateToken, days: number): DateToken => ({
  ...t,
  date: { ...t.date, from: addDays(t.date.from, days), to: addDays(t.date.to, days) },
})

/** The dates of a message that say when something was; `token` of 周四 is moved into the week named before it. */
export function dateMentions(text: string, tokens: readonly Token[], cs: readonly Clause[]): DateMention[] {
  let week: PlainDate | null = null
  let moved = 0
  const out: DateMention[] = []
  let clause = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    // 共5场，含昨天那场: only one of them
    if (
      token.type !== 'date' ||
      isAge(tokens, at) ||
      partOfIt(text, token.start) ||
      nextOne(text, token.start - 10, token.start) ||
      (out.length > 0 && thatOne(text, token.end) && !countedOn(tokens, at)) ||
      (token.date.kind === 'festival' &&
        (notOfIt(text, token.start) || oneOfOccasions.test(text.slice(token.end, token.end + 60)))) ||
      compared(text, token.start) ||
      (beside(text, token.start) && alike(text, token.end, token.end + 8)) ||
      moonMonth(text, token) ||
      (out.length > 0 && (hindered(text, token) || forLater(text, token)))
    )
      continue
    while (clause + 1 < cs.length && cs[clause]!.to <= at) clause++
    if (token.date.kind === 'week') week = token.date.from
    // 上周末…，周六120人，次日240人: the day behind the one that was moved
    const mine: DateToken =
      moved !== 0 && /^(?:次日|翌日|第二天)$/.test(text.slice(token.start, token.end))
        ? shifted(token, moved)
        : week === null
          ? token
          : inWeek(text, token, week)
    moved = daysBetween(token.date.from, mine.date.from)
    out.push({ token: mine, at, clause })
    // 上周二…，周四…: the Thursday of that week
    if (lastWeek(text, token.start, token.start + 4)) week = token.date.from
  }
  return out
}
const lastWeek = pattern(/^上上?个?[周星礼]/)
