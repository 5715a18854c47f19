/** Sorts of words, each with how people say it; the words of a line are divided by spaces. */
export type Sorts<S extends string> = Readonly<Record<S, readonly string[]>>

/**
 * Reads which sorts of words a text is made of, in any order and however often; null where a piece of it is of none. Of the
 * words that begin at one place the longest counts.
 */
export function piecesOf<S extends string>(sorts: Sorts<S>): (text: string) => ReadonlySet<S> | null {
  const words = (Object.keys(sorts) as S[])
    .flatMap((sort) => sorts[sort].flatMap((line) => line.split(' ')).map((word) => ({ word, sort })))
    .sort((a, b) => b.word.length - a.word.length)
  return (text) => {
    const found = new Set<S>()
    for (let at = 0; at < text.length;) {
      const next = words.find(({ word }) => text.startsWith(word, at))
      if (!next) return null
      found.add(next.sort)
      at += next.word.length
    }
    return found
  }
}
