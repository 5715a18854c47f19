import { ends, starts } from '../text/affixes.js'
import { festivalNames } from '../../core/calendar.js'
import { daysBetween, type Period } from '../../core/day.js'
import { pattern } from '../text/pattern.js'
import type { Draft } from '../structure/draft.js'
import { besides, inObject, leadsUp, numbersSomething } from '../no-day.js'
import { overlapping } from '../text/ordered.js'
import type { DateMention } from '../dates/mentions.js'
import type { Scan } from '../scan.js'
import { has } from '../tokens.js'
import { lessonsOnDays } from './lessons-on-days.js'
import { endsOn, joinedDays, upTo } from './when-joined.js'

export interface When {
  readonly period: Period
  readonly from: DateMention
  /** Where the date stands in the normalized text. */
  readonly start: number
  readonly end: number
}

/** The day or period of the activity among the dates told of it. */
export function when(s: Scan, d: Draft): When | null {
  const told = d.dates.filter((m) => !numbersSomething(s, m) && !inObject(s, m) && !besides(s, m))
  // 明天儿童节，今天就先去了: a day to come at the head that tells nothing
  const [head, ...others] = told
  const today = s.sentAt.day
  const greets =
    head &&
    head.token.date.from > today &&
    tellsNothing(s, head) &&
    others.length > 0 &&
    others.every((m) => m.token.date.to <= today)
  const held = told.filter(
    (m) => !(m === head && greets) && !(movedTo(s.text, m.token.start) && m.token.date.from > today),
  )
  const near = held.filter((m, k) => k === held.length - 1 || !leadsUp(s, m))
  const ms = ofTheDeed(s, d, withoutMeant(s, d, near.length > 0 ? near : told))
  const named = namedDay(s, ms)
  const main =
    ms.find((m) => labelledTime(s, m)) ??
    ms.find((m) => movedTo(s.text, m.token.start) && m.token.date.to <= s.sentAt.day) ??
    counted(s, ms) ??
    narrowed(ms) ??
    named ??
    ms.find((m) => ofThatDay(s, m)) ??
    ms.find((m) => !m.token.aside) ??
    ms[0]
  if (!main) return null
  // 上月完成讲座1场(3月14日，…): the one of the month
  const sessions = d.figures.filter((f) => f.counts === 'sessions')
  const single = d.single === true || sessions.some((f) => f.measure.value === 1)
  const few = sessions.every((f) => f.measure.value === 1)
  const closer = refined(s, ms, main, single, few)
  const joined = upTo(s, ms) ?? joinedDays(s, ms, closer)
  const words = s.text.slice(closer.token.start, closer.token.end)
  const soFar =
    /^(今年|本年)/.test(words) &&
    closer.token.date.to > s.sentAt.day &&
    closer.token.date.from <= s.sentAt.day &&
    closer.token.date.kind === 'year'
  const lessons = joined ? null : lessonsOnDays(d)
  return (
    joined ??
    (lessons && {
      period: { start: lessons.first.token.date.from, end: lessons.last.token.date.to },
      from: lessons.first,
      start: lessons.first.token.start,
      end: lessons.last.token.end,
    }) ?? {
      period: { start: closer.token.date.from, end: soFar ? s.sentAt.day : closer.token.date.to },
      from: closer,
      start: closer.token.start,
      end: closer.token.end,
    }
  )
}

/** 今天表彰了我们。顺便报：13日讲了一堂: the day of the sentence that names what was held and counts, if it has one. */
function ofTheDeed(s: Scan, d: Draft, ms: readonly DateMention[]): readonly DateMention[] {
  if (ms.length < 2 || d.segment.form) return ms
  const sentence = (clause: number): number => s.clauses[clause]!.sentence
  const own = new Set([...d.kinds, ...d.figures].map((x) => sentence(x.clause)))
  const inside = ms.filter((m) => own.has(sentence(m.clause)))
  const before = ms.filter((m) => !own.has(sentence(m.clause)))
  return inside.length > 0 && before.every((m) => isSingle(m) && m.token.start < inside[0]!.token.start)
    ? inside
    : ms
}
const isSingle = (m: DateMention): boolean => m.token.date.from === m.token.date.to

/** 下半年拟办3期，上半年办了2期80人: a time something is only meant for, beside that of the figures. */
function withoutMeant(s: Scan, d: Draft, ms: readonly DateMention[]): readonly DateMention[] {
  if (ms.length < 2) return ms
  const told = new Set(d.figures.map((f) => f.clause))
  const of = ms.filter((m) => told.has(m.clause))
  if (of.length === 0 || of.length === ms.length) return ms
  return ms.filter((m) => {
    if (told.has(m.clause) || m.token.date.to <= s.sentAt.day) return true
    const { from, to } = s.clauses[m.clause]!
    return !s.tokens.slice(from, to).some((t) => has(t, 'future') || has(t, 'planned'))
  })
}

/** 上旬（1到8号）: the days in parentheses, of the period in front of them. */
function narrowed(ms: readonly DateMention[]): DateMention | undefined {
  return ms.find((m, k) => {
    const before = ms[k - 1]?.token
    return (
      before !== undefined &&
      m.token.aside &&
      m.token.start - before.end === 1 &&
      before.date.from !== before.date.to &&
      before.date.from <= m.token.date.from &&
      before.date.to >= m.token.date.to
    )
  })
}

const movedTo = ends(
  '改到了 改到 改在了 改在 改为 挪到 挪到了 推到 推迟到 提前到 提前到了 延到 顺延到 拖到 拖到了 改成 换到 换到了 错到 移到 后延到 往后推到',
)

/** 展出两天(16、17日): the days that were counted. */
function counted(s: Scan, ms: readonly DateMention[]): DateMention | undefined {
  return ms.find(
    (m, k) =>
      k > 0 &&
      m.token.date.kind !== 'month' &&
      /[二两三四五六七八九十2-9][天日][\u4e00-\u9fa5]{0,3}\($/.test(
        s.text.slice(Math.max(0, m.token.start - 6), m.token.start),
      ),
  )
}

/**
 * 小年那天(2月3日), 今日(11月21日), 国庆长假也没闲着，10月3号…: a day told by its number beside one told by a name is the day.
 */
function namedDay(s: Scan, ms: readonly DateMention[]): DateMention | undefined {
  for (let k = 0; k + 1 < ms.length && k < 3; k++) {
    const { token } = ms[k]!
    const next = ms[k + 1]!
    const byNumber = /[0-9一二三四五六七八九十][日号]|[/.][0-9]/
    if (
      setsTheScene(s, ms[k]!) &&
      isSingle(next) &&
      next.clause > ms[k]!.clause &&
      !next.token.aside &&
      (token.date.kind === 'festival' || s.text[next.token.start] === '今')
    )
      return next
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

/** 记者节，昨天…: a feast named in a clause of its own at the head, that tells nothing. */
const setsTheScene = (s: Scan, m: DateMention): boolean =>
  m.token.start - s.clauses[m.clause]!.start <= 4 &&
  (m.token.date.kind === 'festival'
    ? s.clauses[m.clause]!.end - m.token.end <= 3
    : yesterdaysFeast(s.text.slice(m.token.start, s.clauses[m.clause]!.end))) &&
  !ofThatDay(s, m) &&
  tellsNothing(s, m)

const feasts: ReadonlySet<string> = new Set(festivalNames)
/** 昨天立秋，今天…: what day it was, in a clause of its own. */
function yesterdaysFeast(clause: string): boolean {
  const said = /^(?:昨天|昨日|昨儿|前天|前日)(?:是|刚|就是)?([\u4e00-\u9fa5]{2,4})$/.exec(clause)
  return said !== null && feasts.has(said[1]!)
}

/** 明天儿童节，…: nothing is held or counted in the clause. */
function tellsNothing(s: Scan, m: DateMention): boolean {
  const c = s.clauses[m.clause]!
  const inside = (x: { readonly start: number; readonly end: number }): boolean =>
    x.start >= c.start && x.end <= c.end
  return !s.kinds.some(inside) && !s.figures.some(inside)
}

const labelledTime = (s: Scan, m: DateMention): boolean =>
  overlapping(s.fields, m.token.start, m.token.start + 1)?.name === 'time'

/** 除夕那天, 重阳节当天: the day is named for what was held on it. */
const thatDay = starts('那天 当天 当日 那日 这天')
const ofThatDay = (s: Scan, m: DateMention): boolean => thatDay(s.text, m.token.end)

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

/** 11.9-11.15一周：…11月12日…: a report of a week, and the day in it. */
const headsWeek = pattern(/^(这|那|本)?(一周|周|周报|小结|情况|工作)?[:：]/)

/** A period first and the day inside it later: 11月份，…11月5日在…. */
function refined(
  s: Scan,
  ms: readonly DateMention[],
  main: DateMention,
  single: boolean,
  few: boolean,
): DateMention {
  const { from, to, kind } = main.token.date
  // 国庆长假里的10月3日: the holiday, then its day
  if (kind === 'festival') {
    // 国庆七天…10.1-10.7, 五一假期(4月29日至5月3日): the days themselves
    const days = ms.find(
      ({ token: { date } }) => date.kind === 'range' && date.from <= from && date.to >= from,
    )
    if (days && days.token.date.to <= s.sentAt.day) return days
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
        (m.token.date.from === from || (m.token.date.to === to && endsOn(s, main))) &&
        m.token.date.to <= s.sentAt.day,
    )
    if (whole) return whole
  }
  if (from === to || kind === 'day') return main
  // 今年又新建了1个，10月份授牌: the month it came about
  const came = kind === 'year' ? ms.find((m) => cameAbout(s, main, m)) : undefined
  if (came) return came
  // 10月以来…，1日到31日共讲课22场: the days of the month that are counted
  const counted = kind === 'range' && !since ? undefined : countedDays(s, ms, main)
  if (counted) return counted
  const inner = daysInside(s, main)
  if (kind === 'range' && !since && inner < 2 && !(inner === 1 && few && headsWeek(s.text, main.token.end)))
    return main
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

/** A month of the year, with a word of founding and nothing counted behind it. */
function cameAbout(s: Scan, { token: { date: year, end } }: DateMention, m: DateMention): boolean {
  const { date } = m.token
  return (
    m.token.start > end &&
    date.kind === 'month' &&
    date.from >= year.from &&
    date.to <= year.to &&
    unveiled(s.text, m.token.end, s.clauses[m.clause]!.end) &&
    !s.figures.some((f) => f.start > m.token.end && f.clause === m.clause)
  )
}
const unveiled = pattern(/^[里份]{0,2}(?:才|就|已)?(?:正式)?(?:挂|授|揭)了?的?牌(?:了|的)?$/)

/** From one day to another of a month told in front, without its name: what is counted stands behind them. */
function countedDays(s: Scan, ms: readonly DateMention[], main: DateMention): DateMention | undefined {
  const { from, to } = main.token.date
  return ms.find(
    ({ token, clause }) =>
      token.start > main.token.end &&
      token.date.kind === 'range' &&
      token.date.from >= from &&
      token.date.to <= to &&
      /^[0-9]{1,2}[日号]?[到至~-]/.test(s.text.slice(token.start, token.end)) &&
      (/^(?:一?共|总共|累计|先后|接连|连着)/.test(s.text.slice(token.end, token.end + 2)) ||
        s.figures.some((f) => f.clause === clause && f.start >= token.end && f.start - token.end < 12)),
  )
}

export const daysOf = (p: Period): number => daysBetween(p.start, p.end) + 1
