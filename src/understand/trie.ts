/** Longest-match dictionary over UTF-16 text; matching costs the length of the longest word, never the text's. */
export interface Trie<T> {
  /** The longest word that starts at `at`, or undefined. */
  at(text: string, at: number): Found<T> | undefined
}

export interface Found<T> {
  readonly end: number
  readonly value: T
}

/**
 * Words given later win over equal words given earlier. Nodes are numbers; the first characters lie in a table, so that
 * the many places where no word begins cost one look, the rest in one map from node and character.
 */
export function trie<T>(words: Iterable<readonly [word: string, value: T]>): Trie<T> {
  const first = new Uint16Array(0x10000)
  const next = new Map<number, number>()
  // most second characters continue no word: one bit tells so without asking the map
  const some = new Uint8Array(0x10000)
  const slot = (node: number, c: number): number => (node * 0x9e5 + c * 0x3d) & 0xffff
  const values: (T | undefined)[] = [undefined]
  const leaf: boolean[] = [true]
  const fresh = (): number => {
    leaf.push(true)
    return values.push(undefined) - 1
  }
  for (const [word, value] of words) {
    if (word === '') continue
    const head = word.charCodeAt(0)
    let node = first[head]!
    if (node === 0) first[head] = node = fresh()
    for (let i = 1; i < word.length; i++) {
      const key = node * 0x10000 + word.charCodeAt(i)
      let child = next.get(key)
      if (child === undefined) {
        next.set(key, (child = fresh()))
        some[slot(node, word.charCodeAt(i))] = 1
        leaf[node] = false
      }
      node = child
    }
    values[node] = value
  }
  return {
    at(text, at) {
      // behind the end the character is NaN, which no table has
      let node = first[text.charCodeAt(at)] ?? 0
      if (node === 0) return undefined
      let end = at + 1
      let found = values[node]
      let foundEnd = end
      while (!leaf[node]) {
        const c = text.charCodeAt(end)
        if (some[slot(node, c)] !== 1) break
        const child = next.get(node * 0x10000 + c)
        if (child === undefined) break
        node = child
        end++
        if (values[node] !== undefined) {
          found = values[node]
          foundEnd = end
        }
      }
      return found === undefined ? undefined : { end: foundEnd, value: found }
    },
  }
}
