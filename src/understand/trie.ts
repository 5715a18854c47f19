/** Longest-match dictionary over UTF-16 text; matching costs the length of the longest word, never the text's. */
export interface Trie<T> {
  /** The longest word that starts at `at`, or undefined. */
  at(text: string, at: number): Found<T> | undefined
}

export interface Found<T> {
  readonly end: number
  readonly value: T
}

interface Node<T> {
  next: Map<number, Node<T>> | null
  value: T | undefined
}

/** Words given later win over equal words given earlier. */
export function trie<T>(words: Iterable<readonly [word: string, value: T]>): Trie<T> {
  const root: Node<T> = { next: new Map(), value: undefined }
  for (const [word, value] of words) {
    let node = root
    for (let i = 0; i < word.length; i++) {
      node.next ??= new Map()
      const c = word.charCodeAt(i)
      let child = node.next.get(c)
      if (!child) node.next.set(c, (child = { next: null, value: undefined }))
      node = child
    }
    if (word) node.value = value
  }
  return {
    at(text, at) {
      let node = root.next!.get(text.charCodeAt(at))
      if (!node) return undefined
      let end = at + 1
      let found: T | undefined = node.value
      let foundEnd = end
      while (node.next) {
        node = node.next.get(text.charCodeAt(end))
        if (!node) break
        end++
        if (node.value !== undefined) {
          found = node.value
          foundEnd = end
        }
      }
      return found === undefined ? undefined : { end: foundEnd, value: found }
    },
  }
}
