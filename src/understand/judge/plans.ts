import type { Kind } from '../../core/kinds.js'
import type { Plan } from '../../core/report.js'
import { comingDay } from './doubts.js'
import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'

/** What is announced and later held before an audience; meetings and papers are nobody's plan to follow up. */
const planned: ReadonlySet<Kind> = new Set<Kind>([
  'lecture',
  'training',
  'consultation',
  'clinic',
  'counselling',
  'outreach',
  'publicity',
  'volunteer',
  'enterprise',
])

/** A telling refused because it lies ahead, as a plan: 「下周二上午去南山二中讲航天」. Null without a coming day. */
export function planOf(s: Scan, b: Built): Plan | null {
  if (!b.when || !planned.has(b.report.kind)) return null
  const { period } = b.when
  const day = period.start > s.sentAt.day ? period.start : (comingDay(b, s.sentAt.day) ?? null)
  if (day === null) return null
  const { kind, branch, venue, topics } = b.report
  return { kind, branch, day, venue, topics, span: s.n.span(b.when.start, b.when.end) }
}
