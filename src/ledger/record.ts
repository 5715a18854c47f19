import { mask } from '../core/mask.js'
import type { Doubt, Reading } from '../core/report.js'
import { askingThreshold } from '../core/report.js'
import { countsDocuments } from '../core/kinds.js'
import type { RecordRow } from '../store.js'
import { instant, type Turn } from '../turn.js'
import { activityOf, creditedUnit, recordOf } from './draft.js'
import { enter } from './change.js'
import { pend, type Pending } from './pending.js'
import { proposeJoint, type Proposal } from './joint.js'
import { withSides } from './sides.js'
import { weigh, type Verdict } from './weigh.js'
import type { Activity } from '../store.js'

/** What came of a message's reports, as data; src/converse/told.ts makes the replies. */
export interface Told {
  readonly booked: readonly RecordRow[]
  /** Booked but waiting for an answer in the room (two dates, unknown branch name). */
  readonly doubts: ReadonlyMap<number, Doubt>
  /** Kept without a number until answered in private. */
  readonly pending: readonly {
    readonly todo: number
    readonly pending: Pending
    readonly of: readonly RecordRow[]
  }[]
  readonly witnessed: readonly RecordRow[]
  readonly joints: readonly Proposal[]
  /** Personal data was hidden before storing. */
  readonly hidden: boolean
  /** Everything in it was on record already (a list posted again). */
  readonly nothingNew: boolean
}

/** Books what a message reports. Returns null when it holds nothing to keep: then nothing at all was written. */
export async function recordReports(turn: Turn, reading: Reading): Promise<Told | null> {
  const verdicts: Verdict[] = []
  for (const [i, report] of reading.reports.entries()) {
    if (report.confidence < askingThreshold) continue
    const told = activityOf(report, i, turn, creditedUnit(report, turn))
    // of several activities it is not known which were done together
    const activity = reading.reports.length === 1 ? withSides(told, turn) : told
    verdicts.push(await weigh(report, activity, reading, i, turn))
  }
  if (verdicts.length === 0) return null
  const kept = verdicts.filter((v) => v.do !== 'skip')
  const nothingNew = verdicts.some((v) => v.do === 'skip' && v.why === 'relay') && kept.length === 0
  if (kept.length === 0) return nothingNew ? { ...nothing, nothingNew } : null

  const hidden = await keepSource(turn)
  const booked: RecordRow[] = []
  const doubts = new Map<number, Doubt>()
  const pending: { todo: number; pending: Pending; of: readonly RecordRow[] }[] = []
  const witnessed: RecordRow[] = []
  const joints: Proposal[] = []
  for (const v of kept) {
    if (v.do === 'book') {
      const record = await book(turn, v.activity)
      booked.push(record)
      for (const joint of v.joint) joints.push(await proposeJoint(turn, record, joint))
    } else if (v.do === 'hold') {
      const record = await book(turn, v.activity, 'doubt')
      booked.push(record)
      doubts.set(record.no, v.doubt)
    } else if (v.do === 'witness') {
      await turn.store.records.addWitness(v.of.no, {
        message: turn.message.id,
        person: turn.sender.id,
        at: instant(turn.now),
      })
      witnessed.push(v.of)
    } else if (v.do === 'ask') {
      const todo = await pend(
        turn,
        { activity: v.activity, about: v.about, of: v.of.map((r) => r.no), doubt: v.doubt ?? null },
        v.about,
      )
      if (v.about === 'unsure') await keepMissed(turn, v.activity, 'unsure')
      pending.push({ todo: todo.id, pending: todo.data as Pending, of: v.of })
    } else if (v.do === 'missed') await keepMissed(turn, v.activity, v.why)
  }
  return { booked, doubts, pending, witnessed, joints, hidden, nothingNew: false }
}

const nothing: Told = {
  booked: [],
  doubts: new Map(),
  pending: [],
  witnessed: [],
  joints: [],
  hidden: false,
  nothingNew: false,
}

/** Keeps the message a figure was read from, personal data masked; true when something was hidden. */
export async function keepSource(turn: Turn): Promise<boolean> {
  const { text, hidden } = mask(turn.message.text, knownNames(turn))
  await turn.store.sources.put({
    messageId: turn.message.id,
    room: turn.message.room ?? null,
    sender: turn.sender.id,
    senderName: turn.sender.name,
    sentAt: instant(turn.message.sentAt),
    text,
  })
  return hidden
}

/** Who belongs to the record: members, and who speaks. */
const knownNames = ({ house, sender }: Turn): ReadonlySet<string> =>
  new Set([...house.org.people.map((p) => p.name), sender.name].filter((n) => n.length > 1))

/** Gives an activity its number and books it. */
export async function book(
  turn: Turn,
  activity: Activity,
  held: 'doubt' | null = null,
  as: Partial<RecordRow> = {},
): Promise<RecordRow> {
  const no = await turn.store.records.takeNo()
  const draft = recordOf(activity, turn)
  const record: RecordRow = {
    ...draft,
    ...(held === null || draft.heldFor !== null ? {} : { status: 'held', heldFor: held }),
    ...as,
    no,
  }
  await enter(turn.store, turn.house.tree, record, {
    at: instant(turn.now),
    by: record.reporter,
    why: 'report',
    message: record.source,
  })
  return record
}

/** A message that may be a report goes on the 漏网 list. */
export async function keepMissed(
  turn: Turn,
  activity: { readonly unit: string | null } | null,
  why: 'unsure' | 'improbable' | 'forwarded' | 'late',
): Promise<void> {
  await turn.store.missed.insert({
    message: turn.message.id,
    room: turn.message.room ?? null,
    sender: turn.sender.id,
    senderName: turn.sender.name,
    sentAt: instant(turn.message.sentAt),
    text: mask(turn.message.text, knownNames(turn)).text,
    unit: activity?.unit ?? turn.sender.unit,
    why,
    status: 'open',
  })
}

/** The first thing a booked record still lacks that is worth asking for, in the order of the rules. */
export function missingOf(record: RecordRow): 'branch' | 'attendance' | 'sessions' | null {
  if (record.unit === null) return 'branch'
  if (countsDocuments(record.kind) || record.scope === 'summary') return null
  const { attendance, sessions, materials, count } = record.measures
  if (!attendance && (sessions || !(materials || count))) return 'attendance'
  return !sessions && attendance && record.kind !== 'publicity' && record.kind !== 'culture'
    ? 'sessions'
    : null
}
