import { addDays, single, type Period } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import { measureNames, type Report } from '../core/report.js'
import type { Activity, RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import { instant } from '../turn.js'

/** What a report would be as an activity, each figure bound to the message it was read from. */
export function activityOf(report: Report, part: number, turn: Turn, unit: string | null): Activity {
  const measures: Record<string, unknown> = {}
  for (const name of measureNames) {
    const m = report[name]
    if (m) measures[name] = { ...m, source: turn.message.id }
  }
  const [kind, ...otherKinds] = dominantFirst([report.kind, ...report.otherKinds])
  return {
    kind: kind!,
    unit,
    partners: report.partners.filter((p) => p !== unit),
    period: report.date ?? single(turn.sent.day),
    dayAssumed: report.date === null,
    scope:
      report.scope === 'summary' || (report.date !== null && isWholeMonths(report.date))
        ? 'summary'
        : 'event',
    measures,
    topics: report.topics,
    speakers:
      report.speakers.length > 0 ? report.speakers : tellsOfHimself(report, turn) ? [turn.sender.name] : [],
    venue: report.venue,
    otherKinds,
    evidence: report.evidence,
    includes: [],
    part,
  }
}

/** One headcount for several kinds: what brings science to people counts, a show beside it is kept as words. */
const dominantFirst = (kinds: readonly Kind[]): readonly Kind[] => {
  const science = kinds.find((k) => k !== 'culture' && k !== 'meeting')
  return science === undefined ? kinds : [science, ...kinds.filter((k) => k !== science)]
}

/** Told for a whole month, quarter or year: nobody's single event. */
const isWholeMonths = ({ start, end }: Period): boolean =>
  start.endsWith('-01') && addDays(end, 1).endsWith('-01')

/** A member who says 「在三小讲《…》」 and names no lecturer gave it himself; a contact passes on what others did. */
const tellsOfHimself = (report: Report, turn: Turn): boolean =>
  report.kind === 'lecture' &&
  turn.sender.role === 'member' &&
  turn.sender.inOrg &&
  /(?:^|[^主宣演听])讲(?!座|师|解员)/.test(turn.words) &&
  !/老师|教授|医生|专家|主任|请|邀|由/.test(turn.words)

/**
 * The unit that is credited: the one named; else the sender's; else the room's, unless that is the root's. Somebody of
 * the secretariat who names none speaks for the root. null: it has to be asked.
 */
export function creditedUnit(report: Pick<Report, 'branch'>, turn: Turn): string | null {
  if (report.branch !== null) return report.branch
  if (turn.sender.unit !== null) return turn.sender.unit
  const ofRoom = turn.room?.unit ?? null
  if (ofRoom !== null && ofRoom !== turn.house.tree.root) return ofRoom
  return turn.sender.role === 'secretariat' || turn.sender.role === 'admin' ? turn.house.tree.root : null
}

/** A first version of a record, not yet numbered. */
export function recordOf(activity: Activity, turn: Turn): Omit<RecordRow, 'no'> {
  const at = instant(turn.now)
  return {
    ...activity,
    version: 1,
    status: activity.unit === null ? 'held' : 'counted',
    heldFor: activity.unit === null ? 'branch' : null,
    duplicateOf: null,
    reporter: turn.sender.id,
    room: turn.message.room ?? null,
    source: turn.message.id,
    createdAt: at,
    updatedAt: at,
  }
}
