import { normalize } from '../understand/text/normalize.js'
import { wholeNumber } from '../understand/numbers/numeral.js'

const hourWords =
  /(早上|早晨|上午|中午|下午|傍晚|晚上)?(?:的)?([\d一二三四五六七八九十两]{1,3})(?:点钟?|时)(半|一刻|三刻|整|[\d一二三四五六七八九十零]{1,3}分?)?/
const digits = /(早上|早晨|上午|中午|下午|傍晚|晚上)?(\d{1,2})[:：](\d{2})/

/**
 * A clock time somewhere in some words → minutes since midnight, with where it stands: 八点半 510, 早上九点 540, 8:30,
 * 8点15分, 下午三点 900. Null when there is none.
 */
export function clockIn(
  words: string,
): { readonly minute: number; readonly from: number; readonly to: number } | null {
  const text = normalize(words).text
  const m = digits.exec(text) ?? hourWords.exec(text)
  // 短一点, 晚一点: no hour
  if (!m || (m[2] === '一' && m[1] === undefined)) return null
  const hour = wholeNumber(m[2]!)
  const rest = m[3] === undefined ? 0 : restOf(m[3])
  if (hour === null || rest === null || hour > 23 || rest > 59) return null
  const late = /下午|傍晚|晚上/.test(m[1] ?? '') && hour < 12
  return { minute: (late ? hour + 12 : hour) * 60 + rest, from: m.index, to: m.index + m[0].length }
}

const quarters: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45, 整: 0 }
const restOf = (words: string): number | null =>
  Object.hasOwn(quarters, words) ? quarters[words]! : wholeNumber(words.replace('分', ''))
