import { addDays, monthOf, parts, single } from '../core/day.js'
import { bookingThreshold, type Doubt, type Reading, type Report } from '../core/report.js'
import type { Activity, RecordRow } from '../store.js'
import { absurdAttendance, saysAbsurd } from './absurd.js'
import { weighOnce } from './once.js'
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

/** Decides about one report of a message. Reads records near it; writes nothing. */
export async function weigh(
  report: Report,
  activity: Activity,
  reading: Reading,
  index: number,
  turn: Turn,
): Promise<Verdict> {
  const doubt = reading.doubts.find((d) => d.report === index)
  const attendance = activity.measures.attendance?.value
  const absurd =
    attendance === 0 ||
    (attendance ?? 0) > absurdAttendance ||
    activity.measures.sessions?.value === 0 ||
    (reading.reports.length === 1 && attendance === undefined && saysAbsurd(turn.message.text))
  if (absurd) return { do: 'missed', activity, why: 'improbable' }
  if (isPastSummary(report, activity, turn)) return { do: 'skip', why: 'past-summary' }
  if (await toldInRelay(turn, report)) return { do: 'skip', why: 'relay' }
  if (doubt?.code === 'parts_disagree') return { do: 'ask', activity, about: 'parts', of: [], doubt }
  if (doubt?.code === 'improbable') return { do: 'ask', activity, about: 'improbable', of: [], doubt }
  if (report.confidence < bookingThreshold) return { do: 'ask', activity, about: 'unsure', of: [] }

  const { text, id: source } = turn.message
  const telling = { activity, text, teller: turn.sender.name, reporter: turn.sender.id, source }
  const once = await weighOnce(telling, turn)
  if (once.do !== 'book' || !doubt) return once
  return {
    do: 'hold',
    activity: doubt.code === 'date_in_future' ? { ...activity, period: single(doubt.day) } : activity,
    doubt,
  }
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
