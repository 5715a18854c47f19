import { readNumeral } from './read.js'

/**
 * Words that are nothing but one whole number → it: 12, １２, 两 2, 二十一 21, 一百零八 108, 二〇 20, 零五 5. Null for anything
 * else, and for what is not exact (十几, 二十多). For a number inside a sentence there is scanNumbers.
 */
export function wholeNumber(words: string): number | null {
  const text = words.normalize('NFKC')
  const read = readNumeral(text, 0, () => false)
  return read && read.end === text.length && read.high === read.value && Number.isInteger(read.value)
    ? read.value
    : null
}
