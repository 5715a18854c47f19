import type { Reading } from '../core/report.js'
import { answer, type Reply, type Turn } from '../turn.js'
import { keepSource } from '../ledger/record.js'
import { dayText } from './figures.js'
import { doneSaid, finishPlan } from './answers/plan.js'

/**
 * Announced activities: kept for their day when time and place are told, said (📌) only to who called. Gives null when
 * the message announces nothing and finishes nothing.
 */
export async function hearPlans(turn: Turn, reading: Reading): Promise<Reply[] | null> {
  // 「讲完了 120人」「完成了120」 from somebody whose plan is due
  const done = turn.words.length <= 30 ? doneSaid(turn.words) : null
  if (done) {
    const [plan] = (await turn.store.plans.openOf(turn.sender.id)).filter((p) => p.day <= turn.sent.day)
    if (plan) return finishPlan(turn, plan, done)
  }
  const kept: string[] = []
  for (const p of reading.plans) {
    if (p.venue === null && !turn.called) continue
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
    kept.push([dayText(p.day, turn.local.day), p.venue, p.topics.join('、')].filter(Boolean).join(' '))
  }
  if (kept.length === 0) return null
  return turn.called ? [answer(`📌 记着了：${kept.join('；')}。`)] : []
}
