import type { Qualifier } from '../../core/measure.js'
import { oneOf } from '../text/chars.js'
import { kindAt } from './words.js'

/** `bare`: only in front of a bare 百, 千, 万 (上百, 过千); `solid`: never when one of `not` stands before the word. */
interface BeforeRow {
  readonly word: string
  readonly as: Qualifier
  readonly bare?: true
  readonly not?: string
}

/* By their last character, longer words first. */
const beforeRows: readonly BeforeRow[] = [
  { word: '大约', as: 'about' },
  { word: '约', as: 'about', not: '预节签邀违条特合公制' },
  { word: '大概', as: 'about' },
  { word: '大致', as: 'about' },
  { word: '约莫', as: 'about' },
  { word: '估计', as: 'about' },
  { word: '差不多', as: 'near' },
  { word: '将近', as: 'near' },
  { word: '近', as: 'near', not: '附最靠接新远邻亲就相走' },
  { word: '接近', as: 'near' },
  { word: '不到', as: 'near' },
  { word: '不足', as: 'near' },
  { word: '不超过', as: 'near' },
  { word: '最多', as: 'near' },
  { word: '至多', as: 'near' },
  { word: '几乎', as: 'near' },
  { word: '逾', as: 'over' },
  { word: '超过', as: 'over', not: '不' },
  { word: '超出', as: 'over' },
  { word: '突破', as: 'over' },
  { word: '超', as: 'over', not: '高赶' },
  { word: '不下', as: 'over' },
  { word: '不少于', as: 'over' },
  { word: '不低于', as: 'over' },
  { word: '至少', as: 'over' },
  { word: '最少', as: 'over' },
  { word: '上', as: 'over', bare: true, not: '线网以会课堂台路身桌船车楼街山海地天班晚早午赶加马' },
  { word: '过', as: 'over', bare: true, not: '通经不' },
  { word: '破', as: 'over', bare: true },
  { word: '成', as: 'over', bare: true, not: '完组构形变达养促' },
]

const before = new Map<string, BeforeRow[]>()
for (const row of beforeRows) {
  const key = row.word.at(-1)!
  before.set(
    key,
    [...(before.get(key) ?? []), row].sort((a, b) => b.word.length - a.word.length),
  )
}

/** Words that may stand between an approximator and its figure: 约有300, 近达300. */
const isBetween = oneOf('有达为计')
const endsBefore = oneOf([...before.keys()].join(''))

/** Time a 近 looks back over: 近三年 is a period, not nearly three years. */
const spans = new Set([
  '年',
  '个月',
  '天',
  '月',
  '日',
  '周',
  '期',
  '届',
  '代',
  '年来',
  '小时',
  '星期',
  '个星期',
  '学年',
  '学期',
])

export interface Around {
  readonly at: number
  readonly as: Qualifier
}

/** The approximator in front of a figure that begins at `start`, not before `floor`. `bareFigure`: it begins with 百, 千, 万. */
export function qualifierBefore(
  text: string,
  start: number,
  floor: number,
  bareFigure: boolean,
  unit: string,
): Around | null {
  let end = start
  if (end > floor && text[end - 1] === ' ') end--
  if (end > floor + 1 && isBetween(text, end - 1) && endsBefore(text, end - 2)) end--
  const rows = end > floor && endsBefore(text, end - 1) ? before.get(text[end - 1]!) : undefined
  if (rows)
    for (const { word, as, bare, not } of rows) {
      const at = end - word.length
      if (at < floor || (bare && !bareFigure) || !text.startsWith(word, at)) continue
      if (not && at > 0 && not.includes(text[at - 1]!)) continue
      if (word === '近' && spans.has(unit)) continue
      return { at, as }
    }
  return smallBefore(text, start, floor)
}

/** 第三小一百人 is a school. */
const isBeforeSmall = oneOf('一二三四五六七八九十中大附实完级老幼')

/** 小一百, 小两万: nearly. */
function smallBefore(text: string, start: number, floor: number): Around | null {
  if (start <= floor || text[start - 1] !== '小' || kindAt(text, start) !== 2) return null
  const unit = kindAt(text, start + 1)
  if (unit < 4 || (start >= 2 && isBeforeSmall(text, start - 2))) return null
  return { at: start - 1, as: 'near' }
}

const afterRows: readonly (readonly [word: string, as: Qualifier])[] = [
  ['左右', 'about'],
  ['上下', 'about'],
  ['以上', 'over'],
  ['有余', 'over'],
  ['开外', 'over'],
  ['出头', 'over'],
  ['挂零', 'over'],
  ['以内', 'near'],
  ['以下', 'near'],
  ['许人', 'about'],
  ['许名', 'about'],
  ['许位', 'about'],
]

const beginsAfter = oneOf(afterRows.map(([word]) => word[0]!).join('') + '+')

/** 左右, 以上 … at `at`: directly behind a figure or behind its unit. */
export function qualifierAfter(text: string, at: number): Around | null {
  if (!beginsAfter(text, at)) return null
  // 60+, 100+人; but 60+40 is a sum
  if (text[at] === '+') return kindAt(text, at + 1) === 0 ? { at: at + 1, as: 'over' } : null
  for (const [word, as] of afterRows)
    if (text.startsWith(word, at)) return { at: at + (word[0] === '许' ? 1 : word.length), as }
  return null
}
