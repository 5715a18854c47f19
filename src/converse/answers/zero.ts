import { plain } from '../../understand/said.js'
import { answer, instant } from '../../turn.js'
import type { Answer } from './index.js'

/** 「没有」 to the question after a month without a report. */
export const answerZero: Answer = async (turn, q) => {
  const { unit, month } = (q.data ?? {}) as { unit?: string; month?: string }
  if (!unit || !month || !isNothing(turn.words)) return null
  await turn.store.zeros.put({
    unit,
    month,
    by: turn.sender.id,
    at: instant(turn.now),
    message: turn.message.id,
  })
  return [answer(`好的，${Number(month.slice(5))}月记零报告。您辛苦。`)]
}

/** 没有, 没搞, 无, 没活动 — also with a reason behind. */
export const isNothing = (text: string): boolean =>
  /^(?:没有?|无|没搞|没办|没开展|没活动|没有活动|零报告|零)(?:$|那阵|那个月|这个月|本月|上月|都|忙|活动|搞)/.test(
    plain(text),
  )
