import type { Figure } from './figures.js'
import type { Scan } from './scan.js'
import { has, type DateToken } from './tokens.js'

/**
 * 人数300，不对，是350人; 更正：时间应为5月11日: behind a word of correction, a figure or date takes the place of the last
 * one of its sort. Gives what no longer holds.
 */
export function corrected(s: Pick<Scan, 'text' | 'tokens' | 'figures'>): {
  readonly figures: ReadonlySet<Figure>
  readonly dates: ReadonlySet<DateToken>
} {
  const figures = new Set<Figure>()
  const dates = new Set<DateToken>()
  for (const fix of s.tokens) {
    if (!has(fix, 'fix')) continue
    const reach = fix.end + 24
    const next = s.figures.find((f) => f.start >= fix.end && f.start <= reach)
    const wrong =
      next &&
      s.figures.filter((f) => f.end <= fix.start && f.counts === next.counts && !figures.has(f)).at(-1)
    if (wrong) figures.add(wrong)
    const day = s.tokens.find(
      (t): t is DateToken => t.type === 'date' && t.start >= fix.end && t.start <= reach,
    )
    if (day && (!next || day.start < next.start))
      for (const t of s.tokens)
        if (t.type === 'date' && t.end <= fix.start && t.date.kind !== 'year') dates.add(t)
  }
  const denied = (at: number): boolean => s.text.startsWith('不是', at - 2)
  // 不是12人是120人; 昨天义诊……不是昨天，是前天
  for (const f of s.figures)
    if (
      denied(f.start) &&
      s.figures.some((x) => x.start > f.end && x.start < f.end + 8 && x.counts === f.counts)
    )
      figures.add(f)
  for (const t of s.tokens)
    if (t.type === 'date' && denied(t.start))
      for (const x of s.tokens)
        if (x.type === 'date' && x.date.from === t.date.from && x.date.to === t.date.to) dates.add(x)
  return { figures, dates }
}
