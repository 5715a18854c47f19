import { weekOf } from '../../core/day.js'
import { isHan } from '../text/chars.js'
import type { DateFind } from './dates.js'
import { surnames } from '../people/name-words.js'
import { starts } from '../text/affixes.js'

/** What stands behind a name of somebody who spoke. */
const post = starts('主讲 主任 医生 老师 大夫 教授 高工 工程师 讲师 会长 院长 校长 同志 研究员 农艺师')
const given = starts('明天 今朝 元旦 重阳 国庆 建军 立春 立夏 立秋 立冬 清明 谷雨 白露 中秋 端阳')

const placeName = starts('幼儿园 小学 中学 学校 社区 小区 农场 农庄 书店 超市 家园 花园 敬老院')

/** 周 before a character that is no surname, or a day behind a surname, and then 主讲 or 医生; 在星期天农场. */
export const dayInAName = (text: string, from: number, to: number): boolean =>
  ('在到去赴进'.includes(text[from - 1] ?? '-') && placeName(text, to)) ||
  (to - from === 2 &&
    (text[from] === '周'
      ? isHan(text.charCodeAt(to)) && text[to] !== '开' && !surnames(text[to]) && post(text, to + 1)
      : given(text, from) && surnames(text[from - 1]) && post(text, to)))

/** 上周二道梁分会…: the week, where a name of ours begins with the last character of the weekday. */
export function weekBefore(text: string, day: DateFind, unitEnd: (at: number) => number): DateFind | null {
  const at = day.end - 1
  if (
    day.from !== day.to ||
    !/^(?:上|本|这|下)个?(?:周|星期|礼拜)[一二三四五六]$/.test(text.slice(day.start, day.end))
  )
    return null
  const end = unitEnd(at)
  // 上周三江北区…, where both are ours: the day
  if (end <= day.end || unitEnd(day.end) > end) return null
  const week = weekOf(day.from)
  return { ...day, end: at, from: week.start, to: week.end, kind: 'week' }
}
