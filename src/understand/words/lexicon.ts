import { cueRows } from './cues.js'
import { kindWords, type KindWord } from './kinds.js'
import { trie, type Trie } from '../text/trie.js'
import { chatterRows } from './cues-chatter.js'
import { contentRows } from './words.js'

/** What a word does in a report (rows in words.ts) or to a sentence (rows in cues.ts). A word may do several things. */
export type Tag =
  | 'guard'
  | 'audience'
  | 'helper'
  | 'member'
  | 'stock'
  | 'reach'
  | 'service'
  | 'printed'
  | 'unprinted'
  | 'handout'
  | 'medicine'
  | 'company'
  | 'total'
  | 'part'
  | 'each'
  | 'often'
  | 'planned'
  | 'growth'
  | 'actual'
  | 'online'
  | 'onsite'
  | 'fix'
  | 'do'
  | 'call'
  | 'write'
  | 'found'
  | 'adopt'
  | 'send'
  | 'means'
  | 'form'
  | 'series'
  | 'habit'
  | 'we'
  | 'future'
  | 'must'
  | 'goon'
  | 'ask'
  | 'asking'
  | 'notice'
  | 'sample'
  | 'foreign'
  | 'hearsay'
  | 'once'
  | 'praise'
  | 'cancel'
  | 'assign'
  | 'past'
  | 'recall'
  | 'moved'
  | 'countsAs'
  | 'relay'
  | 'rumour'
  | 'ad'
  | 'rule'
  | 'heading'
  | 'enrol'
  | 'share'
  | 'exercise'
  | 'greeting'
  | 'elsewhere'
  | 'listened'
  | 'generally'
  | 'life'

export interface Entry {
  readonly tags: readonly Tag[]
  readonly kind: KindWord | null
}

/** Every word with all it does. */
function build(): Trie<Entry> {
  const entries = new Map<string, { tags: Tag[]; kind: KindWord | null }>()
  const entry = (w: string) => {
    let e = entries.get(w)
    if (!e) entries.set(w, (e = { tags: [], kind: null }))
    return e
  }
  for (const [w, kind] of kindWords) entry(w).kind = kind
  for (const [tag, words] of [...contentRows, ...cueRows, ...chatterRows])
    for (const w of words.trim().split(/\s+/)) {
      const e = entry(w)
      if (!e.tags.includes(tag)) e.tags.push(tag)
      if (tag === 'guard') e.kind = null
    }
  return trie(entries)
}

let built: Trie<Entry> | undefined
/** Built on first use: about ten thousand nodes, a few milliseconds. */
export const lexicon = (): Trie<Entry> => (built ??= build())
