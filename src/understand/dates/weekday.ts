import { oneOf } from '../text/chars.js'
import { starts } from '../text/affixes.js'
import { arabic, kindAt, plain, valueAt } from '../numbers/words.js'

/** 周围, 周岁; 周日常: other words. */
const breaksWeek = oneOf('岁围边年长期密转')
const breaksDay = oneOf('常程志报记光')

/** Behind 周, 星期 or 礼拜 at `at`; 0 when none stands there. */
export function weekName(text: string, at: number): number {
  if (text[at] === '周') return breaksWeek(text, at + 1) ? 0 : at + 1
  return text.startsWith('星期', at) || text.startsWith('礼拜', at) ? at + 2 : 0
}

/** Classifiers: 本周三场 counts lectures, it names no Wednesday. */
const counted = oneOf('场次期节堂个位名人件项篇条份遍家届种类轮批例所')

const ofHome = starts(
  '家庭 家访 家长 家里 家电 家教 家风 家政 家属 人民 名师 名医 场镇 位于 例会 例行 人不 人很 人特 人最 人少 人多 人挺 人太 人真 人更 人手 个案 个别 个体',
)

/** 上周三天都在义诊: so many days; 上周三天气不好 tells of the sky. */
const days = (text: string, at: number): boolean =>
  text[at] === '天' && !'气冷热黑刚没还晴阴下不亮公天寒空然文津山河台'.includes(text[at + 1] ?? '气')

/** The weekday the character at `at` names, Monday 1 … Sunday 7; 0 when it names none. */
export function weekdayAt(text: string, at: number): number {
  const c = text[at]
  if (c === undefined) return 0
  // 这一周天天有义诊: every day of it
  if (c === '日' || c === '天') return breaksDay(text, at + 1) || text.startsWith('天天', at) ? 0 : 7
  const kind = kindAt(text, at)
  const value = valueAt(text, at)
  if (value < 1 || value > 7 || (kind !== plain && kind !== arabic) || c === '两') return 0
  if (value === 7 && kind === plain) return 0
  if (days(text, at + 1)) return 0
  const after = kindAt(text, at + 1)
  // 周四家庭急救班, 周三家访, 周六家长会, 周一例会
  if (after === 0) return counted(text, at + 1) && !ofHome(text, at + 1) ? 0 : value
  if (kind !== plain) return 0
  // 周五8点 and 周一一场 go on with another number; 周三百人 does not.
  return after === arabic || after === plain ? value : 0
}
