import type { Scan } from '../scan.js'
import { once } from '../text/once.js'
import { pattern } from '../text/pattern.js'
import type { Tag } from '../words/lexicon.js'
import type { Told } from './told.js'

export type Refusal = readonly [reason: string, when: (t: Told) => boolean]

/** All a message says, told once for all its drafts. */
export const tagsIn = once((s: Scan): ReadonlySet<Tag> => {
  const all = new Set<Tag>()
  for (const t of s.tokens) if (t.type === 'word') for (const tag of t.word.tags) all.add(tag)
  return all
})

/** 我那篇《…》农民日报登了: the teller's own. */
export const ownPiece = pattern(
  /(我|俺|咱)(们)?(那|这|的|写的|投的)?[^,，。;]{0,4}(篇|文章|稿)[^。;]{0,24}(登|刊|发表|见报|上了[^,，。;]{0,4}[报刊])/,
)
