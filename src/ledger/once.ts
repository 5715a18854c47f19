import { addDays, daysBetween } from '../core/day.js'
import { liesIn } from '../core/totals.js'
import type { Activity, RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import { perhapsJoint, probablySame, type Told } from './same-event.js'
import type { Joint, Verdict } from './weigh.js'

/** Something told, wherever it stands on its way into the book. */
export interface Telling {
  readonly activity: Activity
  readonly text: string
  /** Name and id of who told it, and the message it was told in. */
  readonly teller: string
  readonly reporter: string
  readonly source: string
}

/**
 * Whether what is told may be counted, or is on the book already in whole or in part: told twice, a total over what
 * is known, something in a total that is known. `settled` are numbers that were decided about and are not asked after
 * again. Every way into the totals comes past here, also a report that waited for another answer. Writes nothing.
 */
export async function weighOnce(
  telling: Telling,
  turn: Pick<Turn, 'store' | 'house'>,
  settled: readonly number[] = [],
): Promise<Extract<Verdict, { do: 'book' | 'ask' | 'witness' }>> {
  const { activity, source } = telling
  if (activity.unit === null) return { do: 'book', activity, joint: [] }
  const near = (await nearOf(activity, turn)).filter((r) => r.source !== source && !settled.includes(r.no))
  const counted = near.filter((r) => r.status === 'counted')
  const told: Told = { activity, text: telling.text, teller: telling.teller }
  if (activity.scope === 'summary') {
    const inside = counted.filter((r) => covers(activity, r, turn))
    if (inside.length > 0) return { do: 'ask', activity, about: 'summary', of: inside }
  } else {
    for (const other of near) {
      if (!probablySame(told, await toldOf(other, turn))) continue
      if (other.reporter === telling.reporter)
        return { do: 'ask', activity, about: 'same_event', of: [other] }
      return sameFigures(activity, other)
        ? { do: 'witness', activity, of: other }
        : { do: 'ask', activity, about: 'witness_value', of: [other] }
    }
  }
  const covering = counted
    .filter((r) => r.scope === 'summary' && covers(r, activity, turn))
    .sort((a, b) => length(a) - length(b) || a.no - b.no)
  if (covering.length > 0) return { do: 'ask', activity, about: 'inside_summary', of: covering.slice(0, 1) }
  return { do: 'book', activity, joint: await together(told, near, turn) }
}

/** A record that has been told a partner since: what of the branches near it may be the same event and was not offered yet. */
export async function weighTogether(
  record: RecordRow,
  turn: Pick<Turn, 'store' | 'house'>,
): Promise<readonly Joint[]> {
  const known = new Set((await turn.store.joints.byRecord(record.no)).flatMap((j) => j.members))
  const near = (await nearOf(record, turn)).filter((r) => r.no !== record.no && !known.has(r.no))
  return together(await toldOf(record, turn), near, turn)
}

const nearOf = (
  { period }: Pick<Activity, 'period'>,
  { store }: Pick<Turn, 'store'>,
): Promise<readonly RecordRow[]> =>
  store.records.list({
    overlaps: { start: addDays(period.start, -1), end: addDays(period.end, 1) },
    statuses: ['counted', 'held'],
  })

/** What of other branches may be the same event. */
async function together(told: Told, near: readonly RecordRow[], turn: Pick<Turn, 'store'>): Promise<Joint[]> {
  const found: Joint[] = []
  for (const other of near.filter((r) => r.unit !== told.activity.unit)) {
    const signs = perhapsJoint(told, await toldOf(other, turn))
    if (signs) found.push({ with: other, signs })
  }
  return found
}

/** The one may be a part of the other: liesIn, in the tree of the house. */
export const covers = (
  whole: Pick<Activity, 'kind' | 'unit' | 'period'>,
  part: Pick<Activity, 'kind' | 'unit' | 'period'>,
  { house }: Pick<Turn, 'house'>,
): boolean => liesIn(part, whole, house.tree)

const length = (r: Pick<RecordRow, 'period'>): number => daysBetween(r.period.start, r.period.end)

async function toldOf(record: RecordRow, { store }: Pick<Turn, 'store'>): Promise<Told> {
  const source = await store.sources.get(record.source)
  return { activity: record, text: source?.text ?? '', teller: source?.senderName ?? '' }
}

/** Nothing in the second telling says more or other than the record does. */
function sameFigures(activity: Activity, other: RecordRow): boolean {
  return (['sessions', 'attendance', 'materials'] as const).every((name) => {
    const told = activity.measures[name]
    const kept = other.measures[name]
    return (
      told === undefined ||
      (kept !== undefined && kept.value === told.value && kept.qualifier === told.qualifier)
    )
  })
}
