import type { Generated } from 'kysely'
import type { Kind } from '../src/core/kinds.js'
import type { Role } from '../src/core/org.js'
import type {
  CallOutcome,
  EssayRow,
  HeldFor,
  JointRow,
  MissedRow,
  OutboxClass,
  OutboxStatus,
  PlanRow,
  QuestionRow,
  RecordStatus,
  TodoRow,
  VersionRow,
} from '../src/store.js'

/**
 * The tables as Kysely knows them; what a column means is said where src/store.ts declares its row. Days, months and
 * instants are text, flags are 0 or 1, lists and objects are JSON text.
 */
export interface Schema {
  migration: { version: number; name: string }
  /** Numbers people say, never given twice: `record`, `out`, `erased`. */
  counter: { name: string; value: number }
  seen: { hash: string; day: string }
  unit: { name: string; parent: string | null; position: number; retired: Flag }
  person: PersonTable
  room: RoomTable
  source: SourceTable
  record: RecordTable
  record_version: VersionTable
  /** `includes` of a summary, to be asked from the other side. */
  record_include: { summary: number; no: number }
  witness: { no: number; message: string; person: string; at: string }
  rollup: RollupTable
  joint: JointTable
  joint_member: { joint: number; no: number }
  question: QuestionTable
  outbox: OutboxTable
  plan: PlanTable
  zero_report: { month: string; unit: string; by_person: string; at: string; message: string | null }
  target: TargetTable
  closing: ClosingTable
  missed: MissedTable
  todo: TodoTable
  call: CallTable
  /** The last slot taken. */
  job_run: { job: string; scope: string; slot: string }
  tip_sent: {
    room: string
    day: string
    tip: string | null
    reason: string | null
    outbox: number | null
    at: string
  }
  tip_choice: { day: string; room: string; tip: string | null; by_person: string }
  tip_signature: { tip: string; reviewer: string; at: string }
  essay: EssayTable
  setting: { key: string; value: string }
}

export type Flag = 0 | 1
type Json = string

interface PersonTable {
  id: string
  name: string
  unit: string | null
  role: Role
  duties: Json
  in_org: Flag
  receipts: number
  no_reminders_until: string | null
}

interface RoomTable {
  name: string
  unit: string | null
  /** As last read from the org file. */
  tips_at: string
  tips_off: Flag
  quiet: Flag
  in_org: Flag
}

interface SourceTable {
  message_id: string
  room: string | null
  sender: string
  sender_name: string
  sent_at: string
  text: string
}

interface RecordTable {
  no: number
  version: number
  status: RecordStatus
  held_for: HeldFor | null
  duplicate_of: number | null
  reporter: string
  room: string | null
  source: string
  created_at: string
  updated_at: string
  /** From here to `attendance`: copies of what `activity` holds, to search by. */
  kind: Kind
  unit: string | null
  start_day: string
  end_day: string
  /** The period is longer than 31 days. */
  spans_long: Flag
  scope: 'event' | 'summary'
  attendance: number | null
  /** The whole `Activity`. */
  activity: Json
}

interface VersionTable {
  no: number
  version: number
  at: string
  by_person: string
  why: VersionRow['why']
  message: string | null
  status: RecordStatus
  activity: Json
}

export interface RollupTable {
  unit: string
  own: Flag
  cell: string
  kind: Kind
  entries: number
  sessions: number
  attendance: number
  materials: number
  count: number
  adopted: number
  approx: number
  gaps: number
}

interface JointTable {
  id: Generated<number>
  members: Json
  status: JointRow['status']
  lead: number
  attendance: number | null
  signs: Json
  at: string
}

interface QuestionTable {
  id: Generated<number>
  room: string | null
  person: string
  about: string
  record: number | null
  data: Json
  asked_at: string
  expires_at: string
  status: QuestionRow['status']
}

interface OutboxTable {
  id: Generated<number>
  /** What planned it: a message and part, a job and slot. */
  key: string
  out_no: number | null
  room: string | null
  person: string | null
  class: OutboxClass
  text: string
  mentions: Json
  in_reply_to: string | null
  file: string | null
  records: Json
  line: string | null
  not_before: string
  status: OutboxStatus
  created_at: string
  sent_at: string | null
  platform_id: string | null
  error: string | null
}

interface PlanTable {
  id: Generated<number>
  person: string
  room: string | null
  unit: string | null
  kind: Kind | null
  day: string
  venue: string | null
  topics: Json
  message: string
  status: PlanRow['status']
  record: number | null
}

interface TargetTable {
  year: number
  unit: string
  indicator: string
  sessions: number | null
  attendance: number | null
  /** The org file states it, with these figures when last read. */
  in_org: Flag
  org_sessions: number | null
  org_attendance: number | null
  /** Who set it in chat; null: as in the org file. */
  by_person: string | null
  at: string
}

interface ClosingTable {
  id: Generated<number>
  month: string
  at: string
  by_person: string
  check_code: string
  snapshot: Json
}

interface MissedTable {
  id: Generated<number>
  message: string
  room: string | null
  sender: string
  sender_name: string
  sent_at: string
  text: string
  unit: string | null
  why: MissedRow['why']
  status: MissedRow['status']
}

interface TodoTable {
  id: Generated<number>
  unit: string | null
  what: TodoRow['what']
  record: number | null
  ref: number | null
  person: string | null
  text: string
  data: Json
  at: string
  status: TodoRow['status']
}

interface CallTable {
  id: Generated<number>
  message: string
  person: string
  room: string | null
  at: string
  outcome: CallOutcome
}

interface EssayTable {
  id: Generated<number>
  person: string
  person_name: string
  text: string
  medical: Flag
  status: EssayRow['status']
  day: string | null
  reviewer: string | null
  at: string
}
