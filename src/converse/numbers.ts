import { normalize } from '../understand/normalize.js'
import { scanNumbers } from '../understand/numbers.js'

/** Digits as a number; null for nothing. */
export const asNumber = (digits: string | undefined): number | null =>
  digits === undefined || digits === '' ? null : Number(digits)

/**
 * Record numbers as people write them, made Arabic: 一百二十八号 → 128号, ＃128 → #128. Only whole numerals before 号 or
 * after a record verb are touched; 三号 stays a day.
 */
export function arabicNumbers(text: string): string {
  const n = normalize(text)
  if (!/[一二三四五六七八九十百千零〇两]{2,}/.test(n.text)) return n.text
  let out = ''
  let at = 0
  for (const find of scanNumbers(n)) {
    const words = n.text.slice(find.start, find.end)
    if (
      find.qualifier !== 'exact' ||
      find.value < 100 ||
      !Number.isInteger(find.value) ||
      !/^[一二三四五六七八九十百千零〇两]+$/.test(words)
    )
      continue
    out += n.text.slice(at, find.start) + String(find.value)
    at = find.end
  }
  return out + n.text.slice(at)
}
