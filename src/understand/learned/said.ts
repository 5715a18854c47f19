import type { Token } from '../tokens.js'

/** What stands for a unit of an association, for a day, and for a number, whatever they are. */
const unit = '¤'
const day = '日'
const number = '0'
/** And for any picture. */
const picture = '☺'

/** Longer texts are weighed by their beginning: what they are is said there, and the cost stays bounded. */
const enough = 2000

/** A message, or a part of it, as it is weighed: its units and numbers without their names and values. */
export function masked(
  text: string,
  units: readonly { readonly start: number; readonly end: number }[],
): string {
  let said = ''
  let at = 0
  for (const { start, end } of units) {
    if (start < at) continue
    if (said.length > enough) break
    said += text.slice(at, start) + unit
    at = end
  }
  said += text.slice(at, at + enough)
  return `^${plain(said.slice(0, enough)).replace(/[0-9]+/g, number)}$`
}

/** As long as before: lines on one line, and no half of a picture alone. */
const plain = (text: string): string => text.replaceAll('\n', '/').replace(/[\ud800-\udfff]/g, picture)

/** A message as the surroundings of its units and numbers are weighed, and where each of them stands in it. */
export function surroundings(
  text: string,
  tokens: readonly Token[],
): { said: string; at: ReadonlyMap<Token, number> } {
  let said = '^'
  let from = 0
  const at = new Map<Token, number>()
  for (const t of tokens) {
    const as = t.type === 'unit' ? unit : t.type === 'date' ? day : t.type === 'number' ? number : null
    if (as === null || t.start < from) continue
    said += text.slice(from, t.start)
    at.set(t, said.length)
    said += as
    from = t.type === 'number' ? t.num.end : t.end
  }
  return { said: plain(`${said}${text.slice(from)}$`), at }
}
