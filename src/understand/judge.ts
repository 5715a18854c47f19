import type { Built } from './reports.js'
import type { Scan } from './scan.js'
import type { Tag } from './lexicon.js'
import { has, isHan } from './tokens.js'

/** Whether what was built is told as done by one of ours. */
export function isReport(s: Scan, b: Built): boolean {
  const { report: r, draft: d } = b
  const sentences = new Set<number>()
  const core = coreClauses(b)
  for (const c of core) sentences.add(s.clauses[c]!.sentence)
  const cs = s.clauses.filter((c) => sentences.has(c.sentence))
  const says = (tag: Tag): boolean => cs.some((c) => s.tokens.slice(c.from, c.to).some((t) => has(t, tag) && !t.aside))
  const head = s.tokens.filter((t) => t.start < 16)
  const figures = d.figures.filter((f) => f.counts !== 'helpers' && f.counts !== 'hours')
  const branch = r.branch !== null
  const we = says('we')
  if (head.some((t) => has(t, 'notice')) && !says('past')) return false
  if (cs.some((c) => c.after === 'ask') || says('ask')) return false
  if (says('sample') || says('cancel')) return false
  if (says('future') || (says('must') && !says('past'))) return false
  if (r.date && r.date.start > s.sentAt.day) return false
  if (says('foreign') && !branch && !we) return false
  if (says('once') && !branch) return false
  if (says('praise') && !branch && !we) return false
  const dated = r.date !== null
  if (figures.length === 0) {
    if (!branch && !we) return false
    if (!dated && !says('past') && !says('habit')) return false
    if (says('goon') && !dated) return false
  }
  if (says('goon') && figures.length === 0 && !branch) return false
  if (b.kind.strength < 1 && figures.length === 0) return false
  if (!branch && !we && !dated && figures.every((f) => f.counts === 'people') && b.kind.weight !== 'head') return false
  return figures.length > 0 || dated || perfect(s, b)
}

/** Clauses in which the kind and the figures stand. */
export function coreClauses(b: Built): readonly number[] {
  const out = new Set<number>([b.kind.clause])
  for (const f of b.draft.figures) out.add(f.clause)
  return [...out]
}

/** 举办了, 召开了: a completed deed without figure or date. */
function perfect(s: Scan, b: Built): boolean {
  const c = s.clauses[b.kind.clause]!
  const text = s.text.slice(c.start, c.end)
  for (let i = text.indexOf('了'); i >= 0; i = text.indexOf('了', i + 1)) if (i > 0 && isHan(text.charCodeAt(i - 1)) && !'为除罢'.includes(text[i - 1]!)) return true
  return b.report.branch !== null && b.kind.strength >= 2
}
