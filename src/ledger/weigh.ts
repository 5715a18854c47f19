import { addDays, monthOf, parts, single, type Period } from '../core/day.js'
import { bookingThreshold, type Doubt, type Reading, type Report } from '../core/report.js'
import type { Activity, RecordRow } from '../store.js'
import { perhapsJoint, probablySame, type Told } from './same-event.js'
import type { Turn } from '../turn.js'

/** What becomes of one report; everything but `book` and `skip` waits for an answer and counts nothing. */
export type Verdict =
  | { readonly do: 'book'; readonly activity: Activity; readonly joint: readonly Joint[] }
  /** Counted once the question in the room is answered (two dates). */
  | { readonly do: 'hold'; readonly activity: Activity; readonly doubt: Doubt }
  /** Waits without a number for a private answer. */
  | {
      readonly do: 'ask'
      readonly activity: Activity
      readonly about: PendingAbout
      readonly of: readonly RecordRow[]
      readonly doubt?: Doubt
    }
  /** Another member told what is on record, with the same figures. */
  | { readonly do: 'witness'; readonly activity: Activity; readonly of: RecordRow }
  | { readonly do: 'missed'; readonly activity: Activity; readonly why: 'improbable' | 'unsure' }
  | { readonly do: 'skip'; readonly why: 'relay' | 'past-summary' }

export type PendingAbout =
  'same_event' | 'witness_value' | 'summary' | 'inside_summary' | 'parts' | 'improbable' | 'unsure'
export interface Joint {
  readonly with: RecordRow
  readonly signs: readonly string[]
}

/** No single event reaches more; a larger figure is a slip or a joke. */
const absurdAttendance = 10_000_000

/** Decides about one report of a message. Reads records near it; writes nothing. */
export async function weigh(
  report: Report,
  activity: Activity,
  reading: Reading,
  index: number,
  turn: Turn,
): Promise<Verdict> {
  const { store, house } = turn
  const doubt = reading.doubts.find((d) => d.report === index)
  const attendance = activity.measures.attendance?.value
  if (attendance === 0 || (attendance ?? 0) > absurdAttendance || activity.measures.sessions?.value === 0) {
    return { do: 'missed', activity, why: 'improbable' }
  }
  if (isPastSummary(report, activity, turn)) return { do: 'skip', why: 'past-summary' }
  if (await toldInRelay(turn, report)) return { do: 'skip', why: 'relay' }
  if (doubt?.code === 'parts_disagree') return { do: 'ask', activity, about: 'parts', of: [], doubt }
  if (doubt?.code === 'improbable') return { do: 'ask', activity, about: 'improbable', of: [], doubt }
  if (report.confidence < bookingThreshold) return { do: 'ask', activity, about: 'unsure', of: [] }

  if (activity.unit !== null) {
    const near = await store.records.list({
      overlaps: { start: addDays(activity.period.start, -1), end: addDays(activity.period.end, 1) },
      statuses: ['counted', 'held'],
    })
    if (activity.scope === 'summary') {
      const events = await eventsInside(activity, activity.period, turn)
      if (events.length > 0) return { do: 'ask', activity, about: 'summary', of: events }
    } else {
      const told: Told = { activity, text: turn.message.text, teller: turn.sender.name }
      for (const other of near.filter((r) => r.source !== turn.message.id)) {
        const theirs = await toldOf(other, turn)
        if (!probablySame(told, theirs)) continue
        if (other.reporter === turn.sender.id)
          return { do: 'ask', activity, about: 'same_event', of: [other] }
        return sameFigures(activity, other)
          ? { do: 'witness', activity, of: other }
          : { do: 'ask', activity, about: 'witness_value', of: [other] }
      }
      const summary = near.find(
        (r) =>
          r.scope === 'summary' &&
          r.status === 'counted' &&
          covers(r, activity, (unit) => house.tree.subtree(unit)),
      )
      if (summary && summary.source !== turn.message.id)
        return { do: 'ask', activity, about: 'inside_summary', of: [summary] }
    }
    if (
      doubt?.code === 'dates_disagree' ||
      doubt?.code === 'date_in_future' ||
      doubt?.code === 'unknown_branch'
    ) {
      return {
        do: 'hold',
        activity: doubt.code === 'date_in_future' ? { ...activity, period: single(doubt.day) } : activity,
        doubt,
      }
    }
    const joint: Joint[] = []
    const told: Told = { activity, text: turn.message.text, teller: turn.sender.name }
    for (const other of near.filter((r) => r.source !== turn.message.id && r.unit !== activity.unit)) {
      const signs = perhapsJoint(told, await toldOf(other, turn))
      if (signs) joint.push({ with: other, signs })
    }
    return { do: 'book', activity, joint }
  }
  if (doubt) return { do: 'hold', activity, doubt }
  return { do: 'book', activity, joint: [] }
}

/** 「去年我们讲了210场」 is nobody's report unless the contact or the office names the branch. */
function isPastSummary(report: Report, activity: Activity, turn: Turn): boolean {
  if (activity.scope !== 'summary' || parts(activity.period.end)[0] >= parts(turn.sent.day)[0]) return false
  const recent = monthOf(activity.period.start) >= monthOf(addDays(turn.sent.day, -62))
  return !recent && !(report.branch !== null && turn.sender.role !== 'member')
}

/** A line of a 接龙 that this room's earlier posting of the same list already had. */
async function toldInRelay(turn: Turn, report: Report): Promise<boolean> {
  if (!turn.message.text.includes('接龙')) return false
  const line = relayLine(turn.message.text, spanStart(report))
  if (line === '') return false
  const earlier = await turn.store.records.list({
    ...(turn.message.room === undefined ? {} : { room: turn.message.room }),
    createdFrom: new Date(turn.now.getTime() - 40 * 86_400_000).toISOString(),
    statuses: ['counted', 'held', 'void'],
  })
  for (const source of new Set(earlier.map((r) => r.source))) {
    if (source === turn.message.id) continue
    const text = (await turn.store.sources.get(source))?.text ?? ''
    if (text.includes('接龙') && text.split('\n').some((l) => bare(l) === line)) return true
  }
  return false
}

/** Where the report's own line is: its figures and kind stand there, its date may come from the heading. */
function spanStart({ evidence: e }: Report): number {
  const own = [e.attendance, e.count, e.sessions, e.materials, e.kind].find((span) => span !== undefined)
  return own?.[0] ?? Number.MAX_SAFE_INTEGER
}
function relayLine(text: string, at: number): string {
  if (at >= text.length) return ''
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return bare(text.slice(start, end < 0 ? text.length : end))
}
/** A line without its ordinal and spaces. */
const bare = (line: string): string => line.replace(/^\s*\d{1,3}\s*[.、．)）:：]?/, '').replace(/\s/g, '')

/** Counted single events of the unit (and below) and kind that lie inside a summary's period. */
async function eventsInside(activity: Activity, period: Period, turn: Turn): Promise<readonly RecordRow[]> {
  return turn.store.records.list({
    units: turn.house.tree.subtree(activity.unit!),
    kinds: [activity.kind],
    inside: period,
    statuses: ['counted'],
    scope: 'event',
  })
}

const covers = (
  summary: RecordRow,
  activity: Activity,
  subtree: (unit: string) => readonly string[],
): boolean =>
  summary.kind === activity.kind &&
  summary.unit !== null &&
  activity.unit !== null &&
  subtree(summary.unit).includes(activity.unit) &&
  summary.period.start <= activity.period.start &&
  activity.period.end <= summary.period.end

export async function toldOf(record: RecordRow, turn: Turn): Promise<Told> {
  const source = await turn.store.sources.get(record.source)
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
