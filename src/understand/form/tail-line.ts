import { near } from '../text/near.js'

/** A dated line of a list, perhaps numbered. */
const dated = /^ *(?:[0-9]{1,2}[.、) ]+)?[0-9]{1,2}[月./-][0-9]{1,2}/
/** What the line below a list begins with that holds for each of its lines. */
const shared = /^ *(?:讲座|主讲|讲师|题目|主题|课题|讲题|报告)[^0-9\n]{0,6}[:《]/
/** Lines of a list that are looked through, and characters. */
const mostLines = 12
const farthest = 400

/**
 * The line behind `from` that tells for all the dated lines above it what was taught by whom, null where none does:
 * 「11.14 某小学 240人⏎11.15 某校 310人⏎讲座：《…》 主讲：简某某」.
 */
export function tailLine(
  text: string,
  from: number,
): { readonly start: number; readonly end: number } | null {
  const limit = Math.min(text.length, from + farthest)
  let start = from > 0 && text[from - 1] === '\n' ? from : near(text, '\n', from, farthest) + 1
  for (let n = 0; n < mostLines && start > 0 && start < limit; n++) {
    const close = text.slice(start, limit).indexOf('\n')
    const end = close < 0 ? limit : start + close
    const line = text.slice(start, end)
    if (shared.test(line)) return { start, end }
    if (!dated.test(line)) return null
    start = end + 1
  }
  return null
}
