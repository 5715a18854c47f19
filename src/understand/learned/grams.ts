/** The longest run of characters that has points. */
const longest = 3

/** Is shown a run: a mark of where it stands, and the characters of a text from one place to another. */
export type Look = (mark: string, text: string, from: number, to: number) => void

/** Every run of one to three characters. */
export function eachGram(text: string, look: Look, mark = '', from = 0, to = text.length): void {
  for (let n = 1; n <= longest; n++) for (let i = from; i + n <= to; i++) look(mark, text, i, i + n)
}

/** How far to each side the surroundings of a mention reach. */
const reach = 12
const closest = 4

/**
 * What stands around the character at `at`: runs near it on each side, those right beside it, and both sides together.
 * `sort` is the look of the mention itself, which what stands beside it is also told with.
 */
export function eachAround(said: string, at: number, sort: string, look: Look): void {
  const before = said.slice(Math.max(0, at - reach), at)
  const near = `${before}|${said.slice(at + 1, at + 1 + reach)}`
  const [start, left, right, end] = [0, before.length, before.length + 1, near.length]
  look(`=${sort}`, near, left, left)
  for (let n = 1; n <= closest; n++)
    for (const of of ['', sort]) {
      look(`${of}<`, near, Math.max(start, left - n), left)
      look(`${of}>`, near, right, Math.min(end, right + n))
    }
  for (const l of [1, 2])
    for (const r of [1, 2]) look('', near, Math.max(start, left - l), Math.min(end, right + r))
  eachGram(near, look, '-', start, left)
  eachGram(near, look, '+', right, end)
}

/** The same cut out, each once: what npm run learn counts. */
const cut = (each: (look: Look) => void): Set<string> => {
  const found = new Set<string>()
  each((mark, text, from, to) => found.add(mark + text.slice(from, to)))
  return found
}
export const grams = (said: string): Set<string> => cut((look) => eachGram(said, look))
export const around = (said: string, at: number, sort: string): Set<string> =>
  cut((look) => eachAround(said, at, sort, look))
