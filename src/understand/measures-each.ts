import type { Draft } from './draft.js'
import type { Figure } from './figures.js'
import { wholeNumber } from './numeral.js'
import type { Scan } from './scan.js'

/** What there may be so many of, each with so many people: 每班45人, 一个组12人. */
const groups = '班|组|村|屯|寨|校|所|批|队|路|天|晚|桌|车|社区|学校|车间|镇|乡|点|站'
const eachOf = new RegExp(
  `(?:每个?|一个?|各)(${groups})(?:都|也|各|均|平均|大概|大约|约|差不多|有|来|来了|是|坐|听众|学员|学生)*$`,
)
/** Digits of how many there were, in front of the same word; 三年级2班 and 第3组 are names. */
const manyOf = new RegExp(
  `(?<![第级年初高0-9一二三四五六七八九十])([0-9]{1,2}|[一二两三四五六七八九十]{1,3})个?(?:小|教学|行政|自然)?(${groups})(?!级|长)`,
  'g',
)

/** How far in front of a headcount of each and behind it the number of them may stand. */
const reach = 40

/**
 * 3个班，每班45人 → 3; 连着4天，每天40人 → 4: how many there were of what a headcount is of each. Null where it is not told,
 * or told twice.
 */
export function eachTimes(s: Scan, d: Draft, f: Figure): number | null {
  const word = eachOf.exec(s.text.slice(Math.max(0, f.start - 12), f.start))?.[1]
  if (!word) return null
  const from = Math.max(d.start, f.start - reach)
  const found = [...s.text.slice(from, f.end + 16).matchAll(manyOf)].filter(
    (m) => m[2] === word && wholeNumber(m[1]!)! > 1,
  )
  return found.length === 1 ? wholeNumber(found[0]![1]!) : null
}
