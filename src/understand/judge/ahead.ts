import { daysBetween } from '../../core/day.js'
import { comingDay } from './doubts.js'
import { isPrimary } from '../structure/draft.js'
import { once } from '../text/once.js'
import { pattern } from '../text/pattern.js'
import { firstBehind } from '../text/ordered.js'
import { tagsIn } from './refusal.js'
import type { Scan } from '../scan.js'
import { has, type DateToken, type Token } from '../tokens.js'
import { type Told, says, kindClause } from './told.js'

const notice = once((s: Scan) => s.tokens.find((x) => has(x, 'notice') && !has(x, 'printed')))

/** 通知, 预告 over the whole message, or in the sentence itself. */
export function noticed(t: Told): boolean {
  const first = t.s.clauses[0]!
  const head = notice(t.s)
  // 好消息：…昨天挂牌啦: news of what was done
  if (
    head &&
    /^(好消息|喜讯)/.test(t.s.text.slice(head.start, head.end)) &&
    (t.past || t.b.report.adopted !== undefined) &&
    (t.done || t.b.report.adopted !== undefined || (t.over && t.b.kind.kind === 'base'))
  )
    return false
  if (!head || (tagsIn(t.s).has('fix') && t.past) || (t.past && toldBefore(t.s, head))) return false
  // 通知的是60人，结果来了85人; 接通知停办，以前的补报：…
  if (t.figures > 0 && insteadCame(t.s.text, head.start, head.end + 40)) return false
  if (
    t.s.text[head.end] === ':' &&
    !t.b.draft.segment.form &&
    head.start < (t.clauses[0]?.start ?? 0) &&
    t.s.clauses[firstBehind(t.s.clauses, head.start)]?.line === t.clauses[0]?.line
  )
    return true
  if (t.near.includes(head))
    return !(t.past && (t.done || (t.over && t.b.kind.kind === 'base'))) || head.start < 6
  return head.start < (t.clauses[0]?.start ?? 0) && (head.start < first.end || t.s.text[head.end] === ':')
}

const insteadCame = pattern(
  /^通知的?(?:是|了)?[0-9一二两三四五六七八九十百]{1,5}[个名位人]{1,2}[^。;]{0,3}[,，](?:结果|最后|实际|没想到|哪晓得|哪知)?(?:来|到)了|^通知的?(?:是|了)?[0-9]{1,4}[个名位人]{1,2}[,，](?:[^,，。;0-9:]{1,10}[,，])?(?:实到|实际到?|最后[来到]|只[来到])了?[^,，。;0-9]{0,4}[0-9]|^通知[^:：]{0,24}(?:以前|之前|前面|漏)的?(?:都|先|一并)?补报/,
)
/** 昨天通知的,今天上午就去了; 昨天接的通知,今天就去了: the notice is what had come before. */
const toldBefore = (s: Scan, head: Token): boolean =>
  '到了的'.includes(s.text[head.start - 1] ?? '。')
    ? /(接到|接的|接了|收到|下的|来的|发了|下了)$/.test(s.text.slice(Math.max(0, head.start - 2), head.start))
    : s.text[head.end] === '的' &&
      s.dates.some((d) => d.token.end === head.start && d.token.date.to <= s.sentAt.day)

/** After the message: stated so, later today, or an open day that would be ten months back. */
/** 星期四去轴承厂，帮着查出两处漏气: what came of it is no plan. */
const cameOfIt = pattern(
  /(?:查|找|看|诊|检|摸)出|[修改调治装接排]好|解决(?:了|[0-9一二两三四五六七八九十])|排除了?|发现/,
)
export function inFuture(t: Told): boolean {
  const w = t.b.when
  if (!w) return false
  const { day, minute } = t.s.sentAt
  if (w.period.start > day) return true
  // 周五去某校讲防火: a weekday that is no 上周五, with nothing that says it is over
  if (
    t.b.draft.figures.length === 0 &&
    !t.done &&
    /^(周|星期|礼拜)[一二三四五六日天末]/.test(t.s.text.slice(w.start, w.end)) &&
    /^(上午|下午|晚上|早上)?(去|要|再)/.test(t.s.text.slice(w.end, w.end + 4)) &&
    w.period.end < day &&
    !cameOfIt(t.s.text, w.end, w.end + 40)
  )
    return true
  // 12号…搞宣传: a bare day that would be weeks ago
  if (
    /^[0-9]{1,2}[号日][^月]*$/.test(t.s.text.slice(w.start, w.end)) &&
    daysBetween(w.period.start, day) > 20 &&
    t.s.dates.length === 1 &&
    !t.done &&
    t.b.report.branch === null
  )
    return true
  // 今天拿到了牌匾，下周去揭牌: the day in the clause of the kind
  const of = kindClause(t).filter((x) => x.type === 'date')
  if (of.length > 0 && !t.b.draft.carried && of.every((x) => x.date.from > day)) return true
  const date = w.from.token.date
  // told as done with its figures, an open date of months ago is a slip to ask about, not a notice
  if (!date.explicitYear && daysBetween(date.to, day) > 300 && !inYearTold(t.s, w.from.token))
    return !(t.done && t.figures > 0 && !says(t.near, 'future') && comingDay(t.b, day) !== null)
  return (
    date.from === day &&
    date.to === day &&
    !t.done &&
    t.b.draft.figures.length === 0 &&
    laterToday(t.s.text, w.end, minute)
  )
}

/** 去年培训，4月一期: a month of the year in front. */
const inYearTold = (s: Scan, { start, date }: DateToken): boolean =>
  s.dates.some(
    ({ token: { end, date: over } }) =>
      end <= start &&
      over.explicitYear &&
      over.kind !== 'day' &&
      over.from <= date.from &&
      over.to >= date.to,
  )

/** 今天下午三点 told in the morning. */
function laterToday(text: string, at: number, minute: number): boolean {
  const behind = text.slice(at, at + 3)
  const hour = behind.startsWith('晚')
    ? 19
    : behind.startsWith('下午')
      ? 14
      : behind.startsWith('中午')
        ? 12
        : null
  return hour !== null && hour * 60 > minute
}

/** 改到16号了, 改下周六: the new day lies ahead, whatever 了 says. */
export function movedAhead(t: Told): boolean {
  return (
    t.core.some(
      (x) => has(x, 'moved') && t.s.dates.some((d) => d.token.start === x.end && isAhead(t, d.token)),
    ) &&
    !says(t.core, 'actual') &&
    !t.core.some((x) => reached.has(t.s.text.slice(x.start, x.end)))
  )
}

/** A day to come, or 16号 said alone, which would be weeks ago. */
const isAhead = (t: Told, x: DateToken): boolean =>
  x.date.from > t.s.sentAt.day ||
  (/^[0-9]{1,2}[号日]$/.test(t.s.text.slice(x.start, x.end)) && daysBetween(x.date.from, t.s.sentAt.day) > 14)

const reached: ReadonlySet<string> = new Set(['来了', '到了', '到场', '到会', '实到', '参加', '坐了'])

/** 下半年拟办3期，上半年办了2期: of a time of its own that has begun. */
const heldBefore = (t: Told, f: { readonly clause: number; readonly start: number }): boolean => {
  const c = t.s.clauses[f.clause]!
  return (
    t.s.tokens.slice(c.from, c.to).some((x) => x.type === 'date' && x.date.from <= t.s.sentAt.day) &&
    /[办搞讲做开完成到]了[^,，。;0-9]{0,6}$/.test(t.s.text.slice(c.start, f.start))
  )
}

/** 五年内要办500场，2023年已完成118场: the clauses of the figures tell what was done. */
export function alreadyDone(t: Told): boolean {
  const words = t.b.draft.figures.filter(isPrimary).map((f) => {
    const c = t.s.clauses[f.clause]!
    return t.s.tokens.slice(c.from, c.to)
  })
  return (
    (words.some((ts) => says(ts, 'past')) ||
      t.b.draft.figures.some((f) => isPrimary(f) && heldBefore(t, f))) &&
    words.every((ts) => !says(ts, 'future'))
  )
}
