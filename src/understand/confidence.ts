import type { Span } from '../core/span.js'
import { isPrimary } from './drafts.js'
import type { Built } from './reports.js'
import type { Scan } from './scan.js'

/** A telling whose every figure found its place. */
const sure = 0.95
/** The sure sign of another reading: below the booking threshold, so it is asked about. */
const doubtful = 0.7

/** What makes a reading doubtful; to learn of a new doubt, add a row. Measured in docs/understanding.md. */
const signs: readonly (readonly [sign: string, there: (s: Scan, b: Built) => boolean])[] = [
  ['a figure of the telling entered no measure', (_, b) => leftOver(b)],
  ['several headcounts and no total', (_, b) => headcounts(b) > 1],
  ['two days that are not one period', (_, b) => days(b) > 1],
  ['a kind carried over from another telling', (_, b) => b.draft.carried && b.report.sessions === undefined],
]

/** 0…1: how sure the tally fields of a report are. */
export const confidenceOf = (s: Scan, b: Built): number =>
  signs.some(([, there]) => there(s, b)) ? doubtful : sure

/** Figures of sessions, papers or materials that the report did not take up; headcounts have a sign of their own. */
const leftOver = ({ draft, report }: Built): boolean =>
  draft.figures.some(
    (f) =>
      isPrimary(f) &&
      !(f.counts === 'people' && report.attendance !== undefined) &&
      !f.aside &&
      !f.part &&
      !f.each &&
      !f.service &&
      !f.sent &&
      f.measure.span !== undefined &&
      !measureNames.some((name) => touches(report[name]?.span, f.measure.span!)),
  )

const measureNames = ['attendance', 'online', 'sessions', 'materials', 'count', 'adopted', 'helpers'] as const
const touches = (a: Span | undefined, b: Span): boolean => a !== undefined && b[0] < a[1] && b[1] > a[0]

/** Headcounts beside each other of which none is the total and which are no list of parts that were summed. */
function headcounts({ draft, report }: Built): number {
  const heads = draft.figures.filter(
    (f) => f.counts === 'people' && !f.part && !f.each && !f.service && !f.aside && !f.sent,
  )
  const total = report.attendance?.value
  const summed = heads.reduce((n, f) => n + f.measure.value, 0)
  return heads.some((f) => f.total || f.actual) || summed === total ? 1 : heads.length
}

function days({ draft, when }: Built): number {
  const stated = new Set(
    draft.dates.filter((d) => d.token.date.kind === 'day' && !d.token.aside).map((d) => d.token.date.from),
  )
  return when && stated.size > 0 && [...stated].every((d) => d >= when.period.start && d <= when.period.end)
    ? 1
    : stated.size
}
