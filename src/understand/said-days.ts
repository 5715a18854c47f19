import { addDays, parts, yearPeriod, type PlainDate } from '../core/day.js'
import { oneOf } from './chars.js'
import type { DateFind } from './dates.js'

export interface SaidDay {
  readonly end: number
  readonly date: DateFind
}

/** Short words for days as they stand in front of a terse telling, with how many days back they are. */
const days: readonly (readonly [word: string, back: number])[] = [
  ['大前儿个', 3],
  ['大前儿', 3],
  ['夜个儿', 1],
  ['夜个', 1],
  ['夜来', 1],
  ['今朝', 0],
  ['今晌', 0],
  ['昨', 1],
  ['今', 0],
]
const opens = oneOf('大夜今昨过这一全')
/** What may stand behind 昨 or 今 alone; 今后, 今冬, 昨是今非 are something else. */
const behind = ' ,、上下早晚中午夜晌在去到发给写办搞开讲组做于'
/** The whole of a year said without its number. */
const years = ['过去的一年里', '过去的一年', '过去一年', '这一年来', '一年来', '全年度', '全年']

/**
 * 昨 河西 义诊, 今上午…, 全年讲座90场: days and years that have no number. `free`: something of the message ended right
 * in front; `first`: no date was told before, which 全年 needs. In spring 全年 is the year before; in summer nobody says it.
 */
export function saidDay(
  text: string,
  at: number,
  free: boolean,
  first: boolean,
  year: number | null,
  today: PlainDate,
): SaidDay | null {
  if (!opens(text, at)) return null
  const start = at === 0 || free || ' ,;。、:(\n协会团厂校院所镇乡'.includes(text[at - 1]!)
  for (const [word, back] of days) {
    if (!text.startsWith(word, at)) continue
    if (word.length === 1 && (!start || !behind.includes(text[at + 1] ?? '-'))) return null
    const end = at + word.length + partOfDay(text, at + word.length)
    const day = addDays(today, -back)
    return {
      end,
      date: { start: at, end, from: day, to: day, kind: 'day', explicitYear: true, future: false },
    }
  }
  if (!first) return null
  const word = years.find((w) => text.startsWith(w, at))
  if (
    !word ||
    (word.startsWith('全年') && '任务目标指标计划工作安排级'.includes(text[at + word.length] ?? '-'))
  )
    return null
  const [y, month] = parts(today)
  const which = year ?? (month >= 10 ? y : month <= 3 ? y - 1 : null)
  if (which === null) return null
  const { start: from, end: to } = yearPeriod(which)
  const end = at + word.length
  return { end, date: { start: at, end, from, to, kind: 'year', explicitYear: true, future: false } }
}

const daytimes = [
  '上午',
  '下午',
  '早上',
  '晚上',
  '中午',
  '傍晚',
  '头晌',
  '下半日',
  '上半日',
  '后晌',
  '晌午',
  '早',
  '晚',
]
const partOfDay = (text: string, at: number): number =>
  daytimes.find((w) => text.startsWith(w, at))?.length ?? 0

/** Every word a said day begins with. */
export const dayBeginnings: readonly string[] = [...days.map(([word]) => word), ...years]
