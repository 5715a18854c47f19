// How often a reading that would be booked without asking is right in every field that enters a total.
const tally = ['kind', 'branch', 'sessions', 'attendance', 'materials', 'count', 'adopted']
const booking = 0.85

const value = (r, f) => r[f] ?? null
const days = (r) => (r.date?.start ? `${r.date.start}/${r.date.end ?? r.date.start}` : null)
const open = (message, i) =>
  new Set((message.unsure ?? []).filter((u) => u.startsWith(`${i}.`)).map((u) => u.slice(`${i}.`.length)))

function right(message, gold, i, got) {
  const unsure = open(message, i)
  return (
    tally.every((f) => unsure.has(f) || value(gold, f) === value(got, f)) &&
    (unsure.has('date') || days(gold) === days(got))
  )
}
/** Reports that may come as one with the figures summed, or be there beside the labelled ones. */
const lenient = (message, got) =>
  (message.unsure ?? []).some((u) => u === `+${got.kind}` || u === `=${got.kind}`)

/** Shares in percent, one decimal: of reports given as sure, and of sure reports that are right. */
export function calibration(messages, readings) {
  let reports = 0
  let sure = 0
  let good = 0
  for (const m of messages) {
    if (m.variant) continue
    const left = (m.reports ?? []).map((r, i) => ({ r, i }))
    for (const got of readings.get(m.id) ?? []) {
      reports++
      if (got.confidence < booking) continue
      sure++
      const at = left.findIndex(({ r, i }) => right(m, r, i, got))
      if (at >= 0) left.splice(at, 1)
      if (at >= 0 || lenient(m, got)) good++
    }
  }
  const pct = (a, b) => (b === 0 ? 0 : Math.round((1000 * a) / b) / 10)
  return { reports, sureShare: pct(sure, reports), sureRight: pct(good, sure) }
}
