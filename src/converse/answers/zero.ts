import { shortName } from '../../core/tree.js'
import { readPeriod } from '../../ledger/query.js'
import { reportZero } from '../../ledger/zeros.js'
import { plain } from '../../understand/said.js'
import { answer } from '../../turn.js'
import { monthText } from '../months.js'
import type { Answer } from './index.js'

/** 「没有」 to the question after a month without a report. */
export const answerZero: Answer = async (turn, q) => {
  const { unit, month } = (q.data ?? {}) as { unit?: string; month?: string }
  if (!unit || !month || /\d/.test(turn.words) || !isNothing(turn.words)) return null
  // 这个月没有 names its own month: the command reads it
  if (readPeriod(firstClause(turn.words), turn.local.day)) return null
  const name = monthText(month, turn.local.day)
  const told = await reportZero(turn, unit, month)
  if (told.length > 0)
    return [answer(`${shortName(unit, turn.house.tree)}${name}已经有${told.length}条了，不用零报告。`)]
  return [answer(`好的，${name}记零报告。您辛苦。`)]
}

/** 没有, 没搞, 无, 没活动 — also with a reason behind. */
export const isNothing = (text: string): boolean => {
  return nothing.test(plain(firstClause(text))) || nothingBefore.test(plain(text))
}
const firstClause = (text: string): string => text.trim().split(/[\s，,。；;！!、]/)[0] ?? ''
const nothing = /^(?:没有?|没有的|无|没搞|没办|没开展|没活动|没有活动|零报告|零)$/
const nothingBefore =
  /^(?:没有?|无|没搞|没办|没开展|没活动|没有活动|零报告|零)(?:那阵|那个月|这个月|本月|上月|都|忙|活动|搞)/
