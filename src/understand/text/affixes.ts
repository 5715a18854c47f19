import { trie } from './trie.js'

/** Whether one of some words stands at a place of a text, or ends there. Costs the length of the word, not of the list. */
export type WordTest = (text: string, at: number) => boolean

/** `starts('当天 那天')(text, at)`: a word begins at `at`. */
export function starts(words: string | readonly string[]): WordTest {
  const list = trie(each(words).map((w) => [w, true] as const))
  return (text, at) => list.at(text, at) !== undefined
}

/** `ends('庆祝 迎')(text, at)`: a word ends right before `at`. */
export function ends(words: string | readonly string[]): WordTest {
  const found = ending(words)
  return (text, at) => found(text, at) !== undefined
}

/** `ending('庆祝 迎')(text, at)`: the first of the words that ends right before `at`; undefined where none does. */
export function ending(words: string | readonly string[]): (text: string, at: number) => string | undefined {
  const byLast = new Map<number, string[]>()
  for (const w of each(words)) {
    const last = w.charCodeAt(w.length - 1)
    const row = byLast.get(last)
    if (row) row.push(w)
    else byLast.set(last, [w])
  }
  return (text, at) => {
    const row = at > 0 ? byLast.get(text.charCodeAt(at - 1)) : undefined
    return row?.find((w) => text.endsWith(w, at))
  }
}

const each = (words: string | readonly string[]): readonly string[] =>
  (typeof words === 'string' ? words.split(/\s+/) : words).filter((w) => w !== '')
