import { ends, starts } from './affixes.js'
import { daysBetween, type Period } from '../core/day.js'
import type { Draft } from './draft.js'
import { overlapping } from './ordered.js'
import type { DateMention, Scan } from './scan.js'
import { has } from './tokens.js'

export interface When {
  readonly period: Period
  readonly from: DateMention
  /** Where the date stands in the normalized text. */
  readonly start: number
  readonly end: number
}

/** The day or period of the activity among the dates told of it. */
export function when(s: Scan, d: Draft): When | null {
  const ms = d.dates.filter((m) => !numbersSomething(s, m) && !inObject(s, m))
  const named = namedDay(s, ms)
  const main =
    ms.find((m) => labelledTime(s, m)) ??
    ms.find((m) => movedTo(s.text, m.token.start) && m.token.date.to <= s.sentAt.day) ??
    named ??
    ms.find((m) => ofThatDay(s, m)) ??
    ms.find((m) => !m.token.aside) ??
    ms[0]
  if (!main) return null
  // 上月完成讲座1场(3月14日，…): the one of the month
  const single = d.figures.some((f) => f.counts === 'sessions' && f.measure.value === 1)
  const closer = refined(s, ms, main, single)
  const joined = joinedDays(s, ms, closer)
  const words = s.text.slice(closer.token.start, closer.token.end)
  const soFar =
    /^(今年|本年)/.test(words) &&
    closer.token.date.to > s.sentAt.day &&
    closer.token.date.from <= s.sentAt.day &&
    closer.token.date.kind === 'year'
  return (
    joined ?? {
      period: { start: closer.token.date.from, end: soFar ? s.sentAt.day : closer.token.date.to },
      from: closer,
      start: closer.token.start,
      end: closer.token.end,
    }
  )
}

const movedTo = ends('改到了 改到 改在了 改在 改为 挪到 挪到了 推到 推迟到 提前到 提前到了 延到 顺延到')

/**
 * 小年那天(2月3日), 今日(11月21日), 国庆长假也没闲着，10月3号…: a day told by its number beside one told by a name is the day.
 */
function namedDay(s: Scan, ms: readonly DateMention[]): DateMention | undefined {
  for (let k = 0; k + 1 < ms.length && k < 3; k++) {
    const { token } = ms[k]!
    const next = ms[k + 1]!
    const byNumber = /[0-9一二三四五六七八九十][日号]|[/.][0-9]/
    if (
      byNumber.test(s.text.slice(token.start, token.end)) ||
      !byNumber.test(s.text.slice(next.token.start, next.token.end)) ||
      next.token.date.from !== next.token.date.to
    )
      continue
    if (
      next.token.aside &&
      !token.aside &&
      next.token.start - token.end <= 4 &&
      token.date.from === token.date.to
    )
      return next
    if (token.date.kind === 'festival' && !next.token.aside && !ofThatDay(s, ms[k]!)) return next
  }
  return undefined
}

const labelledTime = (s: Scan, m: DateMention): boolean =>
  overlapping(s.fields, m.token.start, m.token.start + 1)?.name === 'time'

/** 除夕那天, 重阳节当天: the day is named for what was held on it. */
const thatDay = starts('那天 当天 当日 那日 这天')
const ofThatDay = (s: Scan, m: DateMention): boolean => thatDay(s.text, m.token.end)

/** In front of a date that is the occasion, was given up or is denied. */
export const notOfIt = ends(
  '欢度 庆祝 喜迎 迎接 纪念 欢庆 共庆 迎 贺 利用 结合 围绕 借助 抓住 与 比 较 原定 原计划 本定 原拟 原定于 不是',
)

const foundedIn = ends('成立于 始建于 创建于 创办于 建于 创立于 组建于 诞生于 毕业于 出生于 生于 始于 创始于')
const overBy = starts(
  '刚过 刚刚过去 已过 成立以来 创办 创建 成立 建会 建院 建校 日前后 安康 快乐 愉快 吉祥 好！',
)
/** 2019年最后一场, 今年第18场, 2018年度: a year that only numbers or names something. */
function numbersSomething(s: Scan, m: DateMention): boolean {
  if (notOfIt(s.text, m.token.start)) return true
  const behind = s.text.slice(m.token.end, m.token.end + 2)
  // 成立于1986年, 昨天报的, 冬至刚过: since when, when it was told, what is over
  if (
    foundedIn(s.text, m.token.start) ||
    overBy(s.text, m.token.end) ||
    /^(我|你|他|咱)?们?所?(报|上报|发|说|登记|记|填|写)(的|:)/.test(
      s.text.slice(m.token.end, m.token.end + 6),
    )
  )
    return true
  const words = s.text.slice(m.token.start, m.token.end)
  // 春节前后, 国庆期间: about that time
  if (
    !/[0-9一二三四五六七八九十]+[月日号天]/.test(words) &&
    /^(前后|期间|前夕|之际|将至|来临|前的|前,|前组)/.test(s.text.slice(m.token.end, m.token.end + 2)) &&
    m.token.date.from === m.token.date.to &&
    !/[今昨前]天|周|星期|礼拜/.test(words)
  )
    return true
  if (
    m.token.date.kind === 'festival' &&
    /^[\u4e00-\u9fa5]/.test(behind) &&
    !/^(当天|那天|这天|当日|那日|上午|下午|晚上|早上|早晨|中午|傍晚|在|这一|我|本|由|各|省|市|县|区)/.test(
      behind,
    ) &&
    /(活动|文体|宣传|联欢|茶话|慰问|晚会|演出|比赛|游园|座谈|主题|系列|佳节|专场)/.test(
      s.text.slice(m.token.end, m.token.end + 6),
    )
  )
    return true
  if (masthead(s, m)) return true
  // 每周二、周四各一场
  if (
    /每(周|星期|个?月)?[一二三四五六日、]*$/.test(s.text.slice(Math.max(0, m.token.start - 5), m.token.start))
  )
    return true
  // 2022年十件民生实事: what it was taken up among
  if (
    /(列入|纳入|写入|写进)[^,，。;]{0,3}$/.test(s.text.slice(Math.max(0, m.token.start - 5), m.token.start))
  )
    return true
  // 前三季度工作报告, 明年计划: what a paper is about
  if (
    m.token.date.from !== m.token.date.to &&
    /^(的)?(工作)?(报告|计划|指标|任务|要点|安排|打算|预算|目标|规划|思路)(?!完成)/.test(
      s.text.slice(m.token.end, m.token.end + 5),
    ) &&
    s.dates.length > 1
  )
    return true
  // 企业当月减少损失: of a day nobody told
  if (/^(当月|当年|当天|当日)$/.test(words) && s.dates[0] === m && m.token.start > 0) return true
  if (/^(度|新春|年会)/.test(behind) || (behind.startsWith('迎') && m.token.date.from !== m.token.date.to))
    return true
  return m.token.date.from !== m.token.date.to && /^(第|最后|首场|首次)/.test(behind)
}

/** 【简报】第12期(总第86期) 某会编 5月30日: the line that names the paper. */
function masthead(s: Scan, m: DateMention): boolean {
  const from = s.text.lastIndexOf('\n', m.token.start) + 1
  const to = s.text.indexOf('\n', m.token.end)
  return (
    to > 0 &&
    to - from < 80 &&
    /第[0-9一二三四五六七八九十]+期|总第/.test(s.text.slice(from, to)) &&
    /[编印]|简报|通讯|动态|总第/.test(s.text.slice(from, to))
  )
}

/** 召开了…2019年科普工作会议, 部署2020年工作: behind the verb a year or month belongs to the object. */
function inObject(s: Scan, m: DateMention): boolean {
  const { kind } = m.token.date
  if (kind === 'day' || kind === 'range' || kind === 'week' || kind === 'weekend') return false
  const c = s.clauses[m.clause]!
  let from = c.from
  for (let i = c.from; i < m.at; i++)
    if (s.tokens[i]!.type === 'mark' && s.text[s.tokens[i]!.start] === ':') from = i + 1
  for (let i = from; i < m.at; i++) {
    const t = s.tokens[i]
    if (
      has(t, 'do') ||
      has(t, 'call') ||
      (has(t, 'assign') && !(t!.end === m.token.start && /^(回顾|总结)/.test(s.text.slice(t!.start, t!.end))))
    )
      return true
  }
  return false
}

/** Different days inside a period told behind it, of the next few. */
function daysInside(s: Scan, main: DateMention): number {
  const { from, to } = main.token.date
  const days = new Set<string>()
  const at = s.dates.indexOf(main)
  for (const { token } of s.dates.slice(at + 1, at + 12))
    if (!token.aside && token.date.from === token.date.to && token.date.from >= from && token.date.to <= to)
      days.add(token.date.from)
  return days.size
}

/** A period first and the day inside it later: 11月份，…11月5日在…. */
function refined(s: Scan, ms: readonly DateMention[], main: DateMention, single: boolean): DateMention {
  const { from, to, kind } = main.token.date
  // 国庆长假里的10月3日: the holiday, then its day
  if (kind === 'festival') {
    const next = ms[ms.indexOf(main) + 1]
    const near = next && next.clause === main.clause && next.token.start - main.token.end <= 8
    return near && next.token.date.kind === 'day' && !ofThatDay(s, main) ? next : main
  }
  // 9月以来…：9月12日…: the time it is told of, then the day
  const since = s.text.endsWith('以来', main.token.end)
  // 10月28日至29日…：28日下午学习；29日义诊: days of their own inside
  // 上周五地球日起…，4月22日到24日展了三天: the whole of it, told behind
  if (from === to) {
    const whole = ms.find(
      (m) =>
        m !== main &&
        m.token.date.kind === 'range' &&
        m.token.date.from === from &&
        m.token.date.to <= s.sentAt.day,
    )
    if (whole) return whole
  }
  if (from === to || kind === 'day') return main
  const inner = daysInside(s, main)
  if (kind === 'range' && !since && inner < 2) return main
  return (
    ms.find(
      (m) =>
        m !== main &&
        (!m.token.aside || single) &&
        m.token.date.from >= from &&
        m.token.date.to <= to &&
        m.token.date.from === m.token.date.to,
    ) ?? main
  )
}

/** 8月14日、15日两天: one activity over both. */
function joinedDays(s: Scan, ms: readonly DateMention[], main: DateMention): When | null {
  let last = main
  for (const m of ms) {
    if (m.token.start < last.token.end || m === last) continue
    const gap = s.text.slice(last.token.end, m.token.start)
    const said = gap === '' && isDayOf(main) && isDayOf(m)
    // 2月10日开课，今天结课; 从7月10号到今天
    const course = isDayOf(main) && isDayOf(m) && m.token.date.from <= s.sentAt.day && runs(s, m, gap)
    if (
      !(said || course || /^(、|和|及|,|与|以及)$/.test(gap.trim())) ||
      m.token.date.from <= last.token.date.to
    )
      break
    last = m
  }
  if (last === main) return null
  return {
    period: { start: main.token.date.from, end: last.token.date.to },
    from: main,
    start: main.token.start,
    end: last.token.end,
  }
}

const runs = (s: Scan, b: DateMention, gap: string): boolean =>
  (/^(开课|开班|开营|开始|起)[^。]{0,12}$/.test(gap) &&
    /^(结课|结业|结束|结营|止)/.test(s.text.slice(b.token.end, b.token.end + 3))) ||
  /^(起)?(到|至)$/.test(gap.replace(/\([^()]*\)/g, ''))

const isDayOf = (m: DateMention): boolean =>
  m.token.date.kind === 'day' && m.token.date.from === m.token.date.to

export const daysOf = (p: Period): number => daysBetween(p.start, p.end) + 1
