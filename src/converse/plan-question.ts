import type { PlainDate } from '../core/day.js'
import { kindName } from '../core/kinds.js'
import type { PlanRow } from '../store.js'
import { teacher } from '../turn.js'
import { dayText } from './figures.js'

/** From this minute of the day on it is asked what became of the day's announced activities. */
export const followupMinute = 17 * 60 + 30

/** 「李老师，今天南山二中讲完了吗？回人数就行，没去成回“没去”。」 */
export function planQuestion(name: string, plan: PlanRow, today: PlainDate): string {
  const when = plan.day === today ? '今天' : dayText(plan.day, today)
  return `${teacher(name)}，${when}${whatText(plan)}了吗？回人数就行，没去成回“没去”。`
}

/** 「11月24日 南山二中 航天」. */
export const planText = (
  { day, venue, topics }: Pick<PlanRow, 'day' | 'venue' | 'topics'>,
  today: PlainDate,
): string => [dayText(day, today), venue, topics.join('、')].filter(Boolean).join(' ')

/** 「南山二中讲完」「义诊办完」: by the place, else the topic, else the kind. */
function whatText({ kind, venue, topics }: PlanRow): string {
  const what = venue ?? topics[0] ?? (kind ? kindName(kind) : '活动')
  return `${what}${kind === null || kind === 'lecture' ? '讲完' : '办完'}`
}
