import { addDays, daysBetween, isDay, parts, ymd, type PlainDate } from '../core/day.js'
import type { PlanRow } from '../store.js'
import { answer, type Reply, type Turn } from '../turn.js'
import { scanDates } from '../understand/dates/dates.js'
import { normalize } from '../understand/text/normalize.js'
import { planText } from './plan-question.js'

/** What was announced is moved: 改到后天, 推迟到28号; what stands directly behind must be a day (改到二楼 is none). */
const verb =
  /(?:改期?|推迟|推后?|延期?|延后|挪|提前|调|换)(?:到|成|至|为|在)|改(?=[明后]天|大后天|下?(?:周|星期|礼拜))/

/** Whether a text only changes what was announced before: 明天的讲座改到二楼 announces nothing new. */
export const onlyMoves = (words: string): boolean => words.length <= 40 && verb.test(words)

/** The day something is moved to, and the day it was on where that is said: 「28号的课推迟到12月2号」. */
export function movedDay(
  words: string,
  sent: Turn['sent'],
): { readonly to: PlainDate; readonly from: PlainDate | null } | null {
  const n = normalize(words.slice(0, 40))
  const m = verb.exec(n.text)
  if (!m) return null
  const behind = m.index + m[0].length
  const dates = scanDates(n, sent)
  const to = dates.find((d) => d.start >= behind && d.start <= behind + 1)
  if (!to || to.from !== to.to) return null
  const from = dates.find((d) => d.end <= m.index)
  const day = coming(to.from, n.text.slice(to.start, to.end), sent.day)
  return day === null
    ? null
    : { to: day, from: from ? coming(from.from, n.text.slice(from.start, from.end), sent.day) : null }
}

/** An open day of an announcement is the next one: 28号 said on the 21st is not last month's. Null for a past one. */
export function coming(day: PlainDate, words: string, today: PlainDate): PlainDate | null {
  if (day >= today) return day
  if (/[上昨前去]/.test(words)) return null
  // 周五 said on a Tuesday is the coming one
  if (/周|星期|礼拜/.test(words)) return addDays(day, 7 * Math.ceil(daysBetween(day, today) / 7))
  const [, month, date] = parts(day)
  const [year, thisMonth] = parts(today)
  const months = words.includes('月')
    ? [0, 1].map((k) => [year + k, month])
    : [0, 1].map((k) => [year, thisMonth + k])
  for (const [y, m] of months as [number, number][]) {
    const [yy, mm] = m > 12 ? [y + 1, m - 12] : [y, m]
    if (isDay(yy, mm, date) && ymd(yy, mm, date) >= today) return ymd(yy, mm, date)
  }
  return null
}

/** 周五那场改到周六, where something announced is still open: it may be meant, and nothing on the book is. */
export const mayMovePlan = async ({ words, sent, store, sender, quoted }: Turn): Promise<boolean> =>
  words.length <= 40 &&
  quoted.length === 0 &&
  !/\d{3,}|[错记报]|不[是对]/.test(words) &&
  movedDay(words, sent) !== null &&
  (await store.plans.openOf(sender.id)).some((p) => p.day >= sent.day)

/** 光明社区的课改到后天了: the announcement meant is kept for the new day; said plainly only to who called. */
export async function movePlan(turn: Turn): Promise<Reply[] | null> {
  const moved = turn.words.length > 40 ? null : movedDay(turn.words, turn.sent)
  if (!moved) return null
  const open = await turn.store.plans.openOf(turn.sender.id)
  const named = open.filter((p) =>
    [p.venue, ...p.topics].some((word) => word !== null && turn.words.includes(word)),
  )
  const meant =
    moved.from !== null ? open.filter((p) => p.day === moved.from) : named.length > 0 ? named : open
  const [plan, ...more] = meant
  if (!plan || more.length > 0 || (meant === open && !turn.called)) return null
  const reply = await moveTo(turn, plan, moved.to)
  return turn.called ? reply : []
}

/** Keeps an announcement for another day; it is asked about then. */
export async function moveTo(turn: Turn, plan: PlanRow, day: PlainDate): Promise<Reply[]> {
  const next: PlanRow = { ...plan, day, status: 'open' }
  await turn.store.plans.update(next)
  return [answer(`📌 改好了：${planText(next, turn.local.day)}。`)]
}
