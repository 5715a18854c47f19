import type { Kind } from '../../core/kinds.js'
import type { Clause } from '../form/clauses.js'
import type { Weight } from '../words/kinds.js'
import type { Token } from '../tokens.js'

/** One place where a kind is named. `strength` ranks mentions of one group; below 1 it only counts where nothing else does. */
export interface KindMention {
  readonly kind: Kind
  readonly weight: Weight
  readonly strength: number
  readonly start: number
  readonly end: number
  /** Token index of the (first) word, and its clause. */
  readonly at: number
  readonly clause: number
  readonly aside: boolean
  /** 大课, 课: how it was held, which another word may say better. */
  readonly classes?: boolean
  /** No word names it and no deed shows it: the words around speak for it. */
  readonly hinted?: boolean
}

const docKinds: ReadonlySet<Kind> = new Set<Kind>(['research', 'proposal', 'article'])

/** Told by the piece (篇, 条, 个), not by sessions and people. */
export const isDocument = (k: Kind): boolean => docKinds.has(k) || k === 'base'

/** Whether a token of the clause, or the cell behind it, is such a one. */
export const inClause = (tokens: readonly Token[], c: Clause, test: (t: Token) => boolean): boolean => {
  for (let i = c.from; i < c.to; i++) if (test(tokens[i]!)) return true
  // 报送信息|12条: the cell behind it
  if (c.after === 'slash') {
    const next = tokens[c.to + 1]
    return next !== undefined && test(next)
  }
  return false
}

export const counted = (t: Token): boolean =>
  t.type === 'number' &&
  t.num.role === 'quantity' &&
  (t.dimension === 'document' || t.dimension === 'firm' || t.dimension === 'piece' || t.dimension === 'print')

export type Named = Pick<KindMention, 'kind' | 'weight' | 'strength' | 'start' | 'end'>
