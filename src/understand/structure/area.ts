import type { Clause } from '../form/clauses.js'
import type { Draft } from './draft.js'
import type { Tag } from '../words/lexicon.js'
import { firstBehind } from '../text/ordered.js'
import type { Scan } from '../scan.js'
import { has, type Token } from '../tokens.js'

/** The words of one draft: its offsets, clauses and tokens. */
export interface Area {
  readonly start: number
  readonly end: number
  readonly clauses: readonly Clause[]
  readonly tokens: readonly Token[]
}

export function areaOf(s: Scan, d: Draft, next: Draft | undefined): Area {
  const end = next ? Math.max(next.start, d.start) : s.clauses[d.segment.to - 1]!.end
  const cs: Clause[] = []
  for (let c = Math.max(d.segment.from, firstBehind(s.clauses, d.start)); c < d.segment.to; c++) {
    const x = s.clauses[c]!
    if (x.start >= end) break
    cs.push(x)
  }
  const from = cs[0]?.from ?? 0
  const to = cs.at(-1)?.to ?? from
  const tokens = s.tokens.slice(from, to).filter((t) => t.start >= d.start && t.start < end)
  return { start: d.start, end, clauses: cs, tokens }
}

export const says = (a: { readonly tokens: readonly Token[] }, tag: Tag): boolean =>
  a.tokens.some((t) => has(t, tag))
