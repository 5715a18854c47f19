import type { Kind } from '../core/kinds.js'
import type { Measure } from '../core/measure.js'
import type { Figure } from './figures.js'

/** Kinds whose participants are the attendance, whoever they are. */
const gatherings: ReadonlySet<Kind> = new Set<Kind>(['meeting', 'culture', 'training'])

/**
 * The one headcount of a group of figures: an explicit total wins, parts behind 其中 and services beside each other are
 * dropped, disjoint parts are summed, 每场60人 is multiplied by the sessions.
 */
export function attendance(figures: readonly Figure[], kind: Kind, sessions: number | null): Measure | null {
  const heads = figures.filter((f) => f.counts === 'people')
  let fs = heads.filter((f) => !f.part)
  if (fs.length === 0) fs = heads
  if (fs.length === 0 && gatherings.has(kind)) fs = figures.filter((f) => f.counts === 'helpers')
  if (fs.length === 0) return null
  const actual = fs.find((f) => f.actual)
  if (actual) return actual.measure
  const total = fs.find((f) => f.total && !f.each)
  if (total) return total.measure
  const each = fs.filter((f) => f.each)
  const whole = fs.filter((f) => !f.each)
  if (whole.length === 0 && each[0]) return sessions === null ? each[0].measure : { ...each[0].measure, value: each[0].measure.value * sessions }
  const main = whole.filter((f) => !f.service)
  const list = main.length ? main : whole.slice(0, 1)
  if (list.length === 1) return list[0]!.measure
  const same = list.every((f) => f.measure.value === list[0]!.measure.value)
  if (same && list.some((f) => f.clause !== list[0]!.clause)) return list[0]!.measure
  return { ...list[0]!.measure, value: list.reduce((n, f) => n + f.measure.value, 0), qualifier: list.find((f) => f.measure.qualifier !== 'exact')?.measure.qualifier ?? 'exact' }
}
