import { isApproximate, type Measure } from '../core/measure.js'
import { measureNames, type Reading, type Report } from '../core/report.js'

/** A report as `xiaoke parse` prints it: plain figures, absent fields left out, spans beside (format: docs/understanding.md). */
export type WireReport = Readonly<Record<string, unknown>>

export function toWire(reading: Reading): { readonly reports: readonly WireReport[] } {
  return { reports: reading.reports.map(report) }
}

function report(r: Report): WireReport {
  const out: Record<string, unknown> = { kind: r.kind }
  if (r.branch !== null) out['branch'] = r.branch
  if (r.partners.length) out['partners'] = r.partners
  if (r.date) out['date'] = r.date
  for (const m of measureNames) {
    const figure: Measure | undefined = r[m]
    if (figure) out[m] = figure.value
  }
  if (isApproximate(r.attendance)) out['approx'] = true
  if (r.topics.length) out['topics'] = r.topics
  if (r.speakers.length) out['speakers'] = r.speakers
  if (r.venue !== null) out['venue'] = r.venue
  if (r.otherKinds.length) out['otherKinds'] = r.otherKinds
  return { ...out, scope: r.scope, confidence: r.confidence, evidence: r.evidence }
}
