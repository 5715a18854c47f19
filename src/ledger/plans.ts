import { within } from '../core/day.js'
import type { PlanRow, RecordRow, Store } from '../store.js'
import { commonPlace } from './same-event.js'

/**
 * Whether a record tells what was announced: its day, its kind, and its place where both name one. Who told it is not
 * looked at.
 */
export const fulfils = (
  record: Pick<RecordRow, 'kind' | 'period' | 'venue' | 'scope'>,
  plan: PlanRow,
): boolean =>
  record.scope === 'event' &&
  within(plan.day, record.period) &&
  (plan.kind === null || plan.kind === record.kind) &&
  (plan.venue === null || record.venue === null || commonPlace(plan.venue, record.venue) !== null)

/** A report in its reporter's own words does away with the plan it carries out: nobody is asked for it once more. */
export async function settlePlans(store: Store, record: RecordRow): Promise<void> {
  const plans = (await store.plans.openOf(record.reporter)).filter((p) => fulfils(record, p))
  // of several on one day it is not known which
  if (plans.length === 1) await store.plans.update({ ...plans[0]!, status: 'done', record: record.no })
}
