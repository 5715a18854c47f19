import type { Reading } from '../core/report.js'
import { answer, type Reply, type Turn } from '../turn.js'
import { keepSource } from '../ledger/record.js'
import { plain } from '../understand/said.js'
import { scanDates } from '../understand/dates/dates.js'
import { normalize } from '../understand/text/normalize.js'
import { dayText } from './figures.js'
import { figureTold } from './plan-figure.js'
import { goesAsGuest } from './as-guest.js'
import { mayBeOver } from './plan-part.js'
import { readAnnounced } from './announced.js'
import { movePlan, onlyMoves } from './plan-moved.js'
import { planText } from './plan-question.js'
import type { PlanRow } from '../store.js'
import { doneSaid, finishPlan, namedDone } from './answers/plan.js'

/**
 * Announced activities: kept for their day when time and place are told, said (📌) only to who called. Gives null when
 * the message announces nothing and finishes nothing.
 */
export async function hearPlans(turn: Turn, reading: Reading): Promise<Reply[] | null> {
  // 「讲完了 120人」「完成了120」 from somebody whose plan is due
  const due = turn.words.length <= longestDone ? await duePlans(turn) : []
  // 草莓课讲完了，来了51个: which of them is named
  const [told, ...others] = due.flatMap((plan) => {
    const words = namedDone(turn.words, plan)
    return words === null ? [] : [{ plan, words }]
  })
  if (told && others.length === 0)
    return (await finishPlan(turn, told.plan, turn.words)) ?? finishPlan(turn, told.plan, told.words)
  const done = doneSaid(turn.words)
  if (done && plain(done) !== '' && due[0]) return finishPlan(turn, due[0], done)
  // 今天来了50个, told before it is asked: of the one plan of the day that is named
  const on =
    turn.called && namesDay.test(turn.words) ? due.filter((p) => figureTold(turn.words, p, turn.sent)) : []
  if (on.length === 1 && (await isOver(turn, on[0]!))) return finishPlan(turn, on[0]!, turn.words)
  const moved = await movePlan(turn)
  if (moved) return moved
  const off = reading.plans.length === 0 ? await calledOff(turn) : null
  if (off) return off
  const kept: string[] = []
  for (const p of reading.plans) {
    if ((p.venue === null && (!turn.called || asksWhere.test(turn.words))) || onlyMoves(turn.words)) continue
    if (goesAsGuest(turn.words)) continue
    await keepPlan(turn, p)
    kept.push(planText(p, turn.local.day))
  }
  const announced = kept.length > 0 || changesPlan(turn.words) ? null : readAnnounced(turn.words, turn.sent)
  if (announced) {
    await keepPlan(turn, { ...announced, branch: null })
    kept.push(planText(announced, turn.local.day))
  }
  if (kept.length === 0) return null
  return turn.called ? [answer(`📌 记着了：${kept.join('；')}。`)] : []
}

async function isOver({ store, words, sent }: Turn, plan: PlanRow): Promise<boolean> {
  const announced = (await store.sources.get(plan.message))?.text ?? ''
  return mayBeOver(words, plan, announced, sent)
}

type Announced = Pick<PlanRow, 'kind' | 'day' | 'venue' | 'topics'> & { readonly branch: string | null }
async function keepPlan(turn: Turn, p: Announced): Promise<void> {
  await keepSource(turn)
  await turn.store.plans.insert({
    person: turn.sender.id,
    room: turn.message.room ?? null,
    unit:
      p.branch ??
      turn.sender.unit ??
      (turn.room?.unit === turn.house.tree.root ? null : (turn.room?.unit ?? null)),
    kind: p.kind,
    day: p.day,
    venue: p.venue,
    topics: p.topics,
    message: turn.message.id,
    status: 'open',
    record: null,
  })
}

/** What only changes or takes back an announcement is none. */
const changesPlan = (words: string): boolean => onlyMoves(words) || offWords.test(words)
const namesDay = /[昨前]天|今天|今儿|昨儿|[上下]午|昨晚|今晚|当天|那天|(?:周|星期|礼拜)[一二三四五六日天]/

/** 明天在哪讲课: a question announces nothing. */
const asksWhere = /[在去到]哪|哪[里儿天]|几点|谁[去来讲]|吗[。！\s]*$|[?？]\s*$/

const longestDone = 40
const duePlans = async ({ store, sender, sent }: Turn): Promise<PlanRow[]> =>
  (await store.plans.openOf(sender.id)).filter((p) => p.day <= sent.day)

const offWords = /取消|不[去讲办搞上]了|[去讲办搞]不(?:了|成)|改期|推迟|延期|改天/
/** 下周二的课取消了: what its announcer takes back is not asked after; said plainly only to who called. */
async function calledOff(turn: Turn): Promise<Reply[] | null> {
  if (turn.words.length > 40 || !offWords.test(turn.words)) return null
  const days = scanDates(normalize(turn.words), turn.sent)
  const open = await turn.store.plans.openOf(turn.sender.id)
  // 那个预告取消, said to the bot, names no day: what else it names says which
  const meant =
    days.length > 0
      ? open.filter((p) => days.some((d) => d.from <= p.day && p.day <= d.to))
      : turn.called
        ? open
        : []
  const named = meant.filter((p) =>
    [p.venue, ...p.topics].some((word) => word !== null && turn.words.includes(word)),
  )
  const onlyAnnounced = days.length > 0 || /预告|预报|计划|说[过好]的/.test(turn.words)
  const [plan, ...more] = named.length > 0 ? named : onlyAnnounced ? meant : []
  if (!plan || more.length > 0) return null
  await turn.store.plans.update({ ...plan, status: 'cancelled' })
  if (!turn.called) return []
  const what = [dayText(plan.day, turn.local.day), plan.venue ?? plan.topics[0] ?? '']
    .filter(Boolean)
    .join(' ')
  return [answer(`好，${what}那次不记了。定了日子再跟我说一声。`)]
}
