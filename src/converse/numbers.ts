import { normalize } from '../understand/text/normalize.js'
import { wholeNumber } from '../understand/numbers/numeral.js'

/** Digits as a number; null for nothing. */
export const asNumber = (digits: string | undefined): number | null =>
  digits === undefined || digits === '' ? null : Number(digits)

/** 一百零一, but not of 一百八十多, 近三百, 三百万: what is about or part of more stays as it was written. */
const wholeNumeral =
  /(?<![近约逾超过一二三四五六七八九十百千零〇两\d])[一二三四五六七八九十百千零〇两]{2,12}(?![一二三四五六七八九十百千零〇两\d多余来几万亿半左上个])/g

/**
 * Record numbers as people write them, made Arabic: 一百零一号 → 101号, ＃128 → #128. Only whole numerals of a hundred
 * and more are touched; 三号 stays a day. Each is read by itself, lest the 一号 of 一百零一号 be taken for a day.
 */
export function arabicNumbers(text: string): string {
  return normalize(text).text.replace(wholeNumeral, (words) => {
    const number = wholeNumber(words)
    return number !== null && number >= 100 ? String(number) : words
  })
}
