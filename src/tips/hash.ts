/**
 * A number in [0, 1) that depends on nothing but the words: the same after every restart and on every machine.
 * FNV-1a over UTF-16 units, then the finaliser of MurmurHash3, so that neighbouring days do not give neighbouring numbers.
 */
export function fraction(...words: readonly string[]): number {
  let h = 0x811c9dc5
  for (const c of words.join('\u0000')) h = Math.imul(h ^ c.codePointAt(0)!, 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 0x1_0000_0000
}
