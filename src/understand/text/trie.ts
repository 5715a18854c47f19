/** Longest-match dictionary over UTF-16 text; matching costs the length of the longest word, never the text's. */
export interface Trie<T> {
  /** The longest word that starts at `at`, or undefined. */
  at(text: string, at: number): Found<T> | undefined
}

export interface Found<T> {
  readonly end: number
  readonly value: T
}

/*
 * Every character that occurs in any dictionary has a small number, the same in all of them: the many characters that
 * occur in none cost one look for all dictionaries together, and the tables of each stay small enough to be at hand.
 */
const alphabet = new Uint16Array(0x10000)
let letters = 0

function letterOf(c: number): number {
  if (alphabet[c] === 0) alphabet[c] = ++letters
  return alphabet[c]!
}

/** Words given later win over equal words given earlier. Nodes are numbers; their children lie in one map. */
export function trie<T>(words: Iterable<readonly [word: string, value: T]>): Trie<T> {
  const children = new Map<number, number>()
  const values: (T | undefined)[] = [undefined]
  const leaf: boolean[] = [true]
  const fresh = (): number => {
    leaf.push(true)
    return values.push(undefined) - 1
  }
  const heads = new Map<number, number>()
  for (const [word, value] of words) {
    if (word === '') continue
    const head = letterOf(word.charCodeAt(0))
    let node = heads.get(head) ?? 0
    if (node === 0) heads.set(head, (node = fresh()))
    for (let i = 1; i < word.length; i++) {
      const letter = letterOf(word.charCodeAt(i))
      const key = node * 0x10000 + letter
      let child = children.get(key)
      if (child === undefined) {
        children.set(key, (child = fresh()))
        leaf[node] = false
      }
      node = child
    }
    values[node] = value
  }
  // most second characters continue no word: one look tells so without asking the map
  const size = 2 ** Math.ceil(Math.log2(4 * children.size + 1))
  const some = new Uint8Array(size)
  const slot = (node: number, letter: number): number => (node * 0x1e5 + letter * 0x3d) & (size - 1)
  for (const key of children.keys()) some[slot(Math.floor(key / 0x10000), key % 0x10000)] = 1
  const first = new Uint16Array(letters + 1)
  for (const [letter, node] of heads) first[letter] = node
  return {
    at(text, at) {
      if (at < 0 || at >= text.length) return undefined
      const head = alphabet[text.charCodeAt(at)]!
      // letters of later dictionaries are none of ours
      let node = head < first.length ? first[head]! : 0
      if (node === 0) return undefined
      let end = at + 1
      let found = values[node]
      let foundEnd = end
      while (!leaf[node] && end < text.length) {
        const letter = alphabet[text.charCodeAt(end)]!
        if (letter === 0 || some[slot(node, letter)] !== 1) break
        const child = children.get(node * 0x10000 + letter)
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
