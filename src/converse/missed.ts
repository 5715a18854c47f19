import type { Reading } from '../core/report.js'
import { addDays, daysBetween } from '../core/day.js'
import { saysAbsurd } from '../ledger/absurd.js'
import { keepMissed } from '../ledger/record.js'
import { unitsIn } from '../understand/index.js'
import { normalize } from '../understand/text/normalize.js'
import { whence } from '../ledger/asked-words.js'
import { scanDates } from '../understand/dates/dates.js'
import type { Turn } from '../turn.js'
import { articleLength, articleRead, isArticle } from './article.js'

/** Other people's news: a long text without our branches, a link, a forwarded article. Nothing of it is recorded. */
export function isOutside(turn: Turn, reading: Reading): boolean {
  const { text } = turn.message
  if (/^\[(?:链接|视频号|图片|语音|视频|文件|小程序|聊天记录|位置)\]/.test(text) || /https?:\/\//.test(text))
    return true
  if (asksOnly(text, reading)) return true
  if (turn.message.room !== undefined && isArticle(text)) return true
  return (
    text.length > articleLength &&
    !reading.reports.some((r) => r.branch !== null) &&
    unitsIn(text.slice(0, articleRead), turn.house.units).length === 0
  )
}

/** 今年跑了几趟讲座, 完成几成: a question without its mark, of a long time or of a share; it tells nothing. */
function asksOnly(text: string, { reports }: Reading): boolean {
  if (text.length > longestQuestion) return false
  if (asksWhence.test(text.trim())) return true
  if (!/(?:几|多少)[^，,。；;]{0,8}$/.test(text.trim())) return false
  const figured = reports.some((r) => (r.attendance ?? r.count ?? r.materials) !== undefined)
  const long = reports.some((r) => r.date !== null && daysBetween(r.date.start, r.date.end) > 20)
  return !figured && (long || /几成|百分之几|多少成/.test(text))
}
const longestQuestion = 40
/** 城东讲座57人怎么来的: what a figure is made of. */
const asksWhence = new RegExp(`\\d[^。；;！!\\n]{0,12}(?:都|是)?${whence}(?:吗|呢|呀|啊|哦|嘛)?[?？。]{0,2}$`)

const isQuestion = /[?？吗]|多少/

/**
 * What goes on the 漏网 list though nothing is said: a forwarded text that names our branch and a date of the last 60
 * days, which may hide a report, and a joke number beside an activity.
 */
export async function hearMissed(turn: Turn): Promise<void> {
  const { text } = turn.message
  if (turn.message.room !== undefined && !isQuestion.test(text) && saysAbsurd(text))
    return keepMissed(turn, null, 'improbable')
  const long = text.length > articleLength || /^\[链接\]|https?:\/\//.test(text)
  if (!long || turn.message.room === undefined) return
  const head = text.slice(0, articleRead)
  if (unitsIn(head, turn.house.units).length === 0) return
  const recent = scanDates(normalize(head), turn.sent).some(
    (d) => d.to <= turn.sent.day && d.from >= addDays(turn.sent.day, -60),
  )
  if (recent) await keepMissed(turn, null, 'forwarded')
}
