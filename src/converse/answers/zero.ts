import { shortName } from '../../core/tree.js'
import { monthOf } from '../../core/day.js'
import { readPeriod } from '../../ledger/query.js'
import { reportZero } from '../../ledger/zeros.js'
import { plain } from '../../understand/said.js'
import { answer } from '../../turn.js'
import { monthText } from '../months.js'
import { nothingAmong } from '../zero-words.js'
import type { Answer } from './index.js'

/** 「没有」 to the question after a month without a report. */
export const answerZero: Answer = async (turn, q) => {
  const { unit, month } = (q.data ?? {}) as { unit?: string; month?: string }
  if (!unit || !month || /\d/.test(turn.words)) return null
  if (isLater(turn.words) || (month === monthOf(turn.local.day) && hasPlans.test(turn.words)))
    return [answer('好，不急，您方便时再报。')]
  if (!isNothing(turn.words)) return null
  // 这个月没有 names its own month: the command reads it
  if (readPeriod(firstClause(turn.words), turn.local.day)) return null
  const name = monthText(month, turn.local.day)
  const told = await reportZero(turn, unit, month)
  if (told.length > 0)
    return [answer(`${shortName(unit, turn.house.tree)}${name}已经有${told.length}条了，不用零报告。`)]
  return [answer(`好的，${name}记零报告。您辛苦。`)]
}

/** 还没搞，月底有一场 · 准备下周办: the month is not over. */
const hasPlans =
  /(?:月底|月末|下旬|下周|下星期|过[几两]天|明天|后天|(?:周|星期|礼拜)[一二三四五六日天])[^，,。\d]{0,6}(?:有|要|搞|办|讲|开)|(?:准备|打算|计划|正在)[^，,。\d]{0,6}(?:搞|办|讲|开|筹|弄)/

/** 没有, 没搞, 无, 没活动 — also with a reason behind. */
export const isNothing = (text: string): boolean => {
  const clauses = text.split(/[\s，,。；;！!、]+/).filter(Boolean)
  return (
    nothing.test(plain(firstClause(text))) ||
    nothingBefore.test(plain(text)) ||
    nothingAmong(clauses) ||
    behindReason(clauses)
  )
}
/** 农忙，没搞. */
const behindReason = ([reason, said, ...more]: readonly string[]): boolean =>
  said !== undefined &&
  more.length === 0 &&
  nothing.test(plain(said)) &&
  reason!.length <= 12 &&
  !/[\d有报办讲搞做场吗几哪谁怎]|[一两三四五]次/.test(reason!)
const firstClause = (text: string): string => text.trim().split(/[\s，,。；;！!、]/)[0] ?? ''
const nothing =
  /^(?:确实|真的?|实在|的确|我们)?(?:(?:啥|什么|一场|一个)?(?:活动)?[都也]?没(?:得|有)?(?:的|搞|办|做|弄|开展|组织|举办|安排)?(?:过|成)?(?:什么|啥)?(?:活动)?|无(?:活动)?|暂无|零报告|零|空白?)$/
const nothingBefore =
  /^(?:没有?|无|没搞|没办|没开展|没活动|没有活动|零报告|零)(?:那阵|那个月|这个月|本月|上月|都|忙|活动|搞(?!好|成功|清|懂|完|定|错))/

/** 我在外地，下周再说. */
const isLater = (text: string): boolean =>
  text.length <= 30 &&
  /(?:一会儿?|等会儿?|待会儿?|稍后|马上|这就|今天晚上|晚上|下周|下个?月|过几天|过两天|过一阵|回头|晚点|晚些|改天|明天|后天|等.{1,8}|忙完|(?:我|等我)?(?:去)?(?:问|查|看|核|理|统计)(?:[一]?[下问查看核理]|清楚?)了?)(?:我)?(?:再|才|就)?(?:说|报|补|发|弄|整理|统计)(?:给您|给你|上来)?$|^(?:等)?我(?:去)?(?:先)?(?:问|查|看|核|理)[一]?[下问查看核理]$/.test(
    plain(text),
  )
