/** Whether a code unit is a Chinese character. */
export const isHan = (c: number): boolean => c >= 0x4e00 && c <= 0x9fff

/** A test of the character at a place of a text; false beyond its ends. */
export type CharTest = (text: string, at: number) => boolean

let plane = new Uint32Array(0x10000)
let bit = 1

/** The characters of a string as one test: a bit in a shared table, so that a test costs one look-up and no allocation. */
export function oneOf(characters: string): CharTest {
  const { table, mask } = row(characters)
  return (text, at) => at >= 0 && at < text.length && (table[text.charCodeAt(at)]! & mask) !== 0
}

/** The same of a character taken out of its text; false of none. */
export function among(characters: string): (c: string | undefined) => boolean {
  const { table, mask } = row(characters)
  return (c) => c !== undefined && (table[c.charCodeAt(0)]! & mask) !== 0
}

function row(characters: string): { readonly table: Uint32Array; readonly mask: number } {
  if (bit === 0) {
    plane = new Uint32Array(0x10000)
    bit = 1
  }
  const mask = bit
  bit = (bit << 1) >>> 0
  for (let i = 0; i < characters.length; i++) plane[characters.charCodeAt(i)]! |= mask
  return { table: plane, mask }
}
