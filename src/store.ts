import type { Period, PlainDate } from './core/day.js'
import type { Kind } from './core/kinds.js'
import type { Measure } from './core/measure.js'
import type { Duty, Org, Role } from './core/org.js'
import type { EvidenceField, MeasureName } from './core/report.js'
import type { Span } from './core/span.js'
import type { Sums } from './core/totals.js'

/**
 * What the house asks of its database. `db/store.ts` implements it over Kysely; every method runs inside the
 * transaction the `Store` was made for, and reads its own writes. Lists come in the order named, or by number/id.
 */
export interface Store {
  readonly seen: SeenStore
  readonly units: UnitStore
  readonly people: PeopleStore
  readonly rooms: RoomStore
  readonly sources: SourceStore
  readonly records: RecordStore
  readonly rollup: RollupStore
  readonly joints: JointStore
  readonly questions: QuestionStore
  readonly outbox: OutboxStore
  readonly plans: PlanStore
  readonly zeros: ZeroStore
  readonly targets: TargetStore
  readonly closings: ClosingStore
  readonly missed: MissedStore
  readonly todos: TodoStore
  readonly calls: CallStore
  readonly jobs: JobStore
  readonly tips: TipStore
  readonly settings: SettingStore
}

/** UTC, ISO 8601 with milliseconds (`Date.prototype.toISOString`); compares as text. */
export type Instant = string
/** `YYYY-MM`. */
export type Month = string

/** Which messages were handled. Only a hash of the id is kept: ordinary chat leaves no trace that names anyone. */
export interface SeenStore {
  /** Marks a message handled; false when it was already. */
  mark(messageId: string, day: PlainDate): Promise<boolean>
  has(messageId: string): Promise<boolean>
  /** Forgets marks of days before `day`; gives how many. */
  forgetBefore(day: PlainDate): Promise<number>
}

/** Units as last seen in the org file; units gone from it stay, retired, so that history keeps its tree. */
export interface UnitRow {
  readonly name: string
  readonly parent: string | null
  readonly retired: boolean
}
export interface UnitStore {
  /**
   * Brings the table in line with the org file: new units added, missing ones retired, moved ones re-parented. A unit
   * gone from the file whose name is now an alias of another is a rename: its history moves to the new name.
   * `true` when parents or names changed, so that the rollup must be recounted.
   */
  sync(org: Pick<Org, 'units'>): Promise<boolean>
  /** Root first, then by org order; retired ones last. */
  all(): Promise<readonly UnitRow[]>
}

/** A person known from the org file or bound on a first report. */
export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  readonly role: Role
  readonly duties: readonly Duty[]
  /** In the org file now; its unit, role and duties then win over what was bound in chat. */
  readonly inOrg: boolean
  /** Receipts given so far: the first three are long (R1), later ones short (R2). */
  readonly receipts: number
  /** No reminders until this day (included); null: reminders as usual. 9999-12-31: never. */
  readonly noRemindersUntil: PlainDate | null
}
export interface PeopleStore {
  sync(org: Pick<Org, 'people'>): Promise<void>
  byId(id: string): Promise<PersonRow | null>
  /** Exact name; several people may share one. */
  byName(name: string): Promise<readonly PersonRow[]>
  /** Everyone of a role, optionally of one unit. */
  withRole(roles: readonly Role[], unit?: string): Promise<readonly PersonRow[]>
  withDuty(duty: Duty): Promise<readonly PersonRow[]>
  put(person: PersonRow): Promise<void>
  /**
   * 删除我的资料: name, settings and words go, what waited for the person is closed; records stay as figures told by an
   * anonymous id.
   */
  erase(id: string): Promise<void>
}

export interface RoomRow {
  readonly name: string
  readonly unit: string | null
  readonly tipsAt: string | 'off'
  /** 停科普 / 开科普 said in the room; wins over the org file until changed there. */
  readonly tipsOff: boolean
  /** 小科安静: nothing is said in this room until 小科说话. */
  readonly quiet: boolean
}
export interface RoomStore {
  sync(org: Pick<Org, 'rooms'>): Promise<void>
  all(): Promise<readonly RoomRow[]>
  byName(name: string): Promise<RoomRow | null>
  put(room: RoomRow): Promise<void>
}

/** A message something was recorded from, personal data already masked (same length: spans stay right). */
export interface SourceRow {
  readonly messageId: string
  readonly room: string | null
  readonly sender: string
  readonly senderName: string
  readonly sentAt: Instant
  readonly text: string
}
export interface SourceStore {
  /** Keeps the first of an id. */
  put(source: SourceRow): Promise<void>
  get(messageId: string): Promise<SourceRow | null>
  /** Same sender, room and text within `minutes` of `sentAt` (redelivery under a new id); newest first. */
  same(source: SourceRow, minutes: number): Promise<readonly SourceRow[]>
  /** What a sender said that something was recorded from, sent in this time (both ends included), oldest first. */
  ofSender(sender: string, from: Instant, to: Instant): Promise<readonly SourceRow[]>
  /** Replaces texts of sources sent before the instant by '' (retention); gives how many. */
  blankBefore(instant: Instant): Promise<number>
}

/** A figure as stored: the measure and the message its span points into. */
export type StoredMeasure = Measure & { readonly source: string }
export type StoredMeasures = { readonly [M in MeasureName]?: StoredMeasure }

export type RecordStatus = 'counted' | 'held' | 'void'
/** Why a record is not counted yet (待核). */
export type HeldFor = 'duplicate' | 'unsure' | 'summary' | 'doubt' | 'branch'

/** What was done, by whom, when, with which figures: everything a version can change. */
export interface Activity {
  readonly kind: Kind
  /** The credited unit; null only while held for it. */
  readonly unit: string | null
  readonly partners: readonly string[]
  readonly period: Period
  /** No date was stated: the day of the message was taken, and the receipt said so. */
  readonly dayAssumed: boolean
  readonly scope: 'event' | 'summary'
  readonly measures: StoredMeasures
  readonly topics: readonly string[]
  readonly speakers: readonly string[]
  readonly venue: string | null
  readonly otherKinds: readonly Kind[]
  /** Spans of the words in the first source message. */
  readonly evidence: { readonly [F in EvidenceField]?: Span }
  /** A summary that was told 连同 these records: it counts only what exceeds them. */
  readonly includes: readonly number[]
  /** Which report of its message this is, from 0. */
  readonly part: number
}

export interface RecordRow extends Activity {
  /** Short number people say; from 101, never reused. */
  readonly no: number
  readonly version: number
  readonly status: RecordStatus
  readonly heldFor: HeldFor | null
  /** The record this one may repeat, or was found to repeat. */
  readonly duplicateOf: number | null
  readonly reporter: string
  readonly room: string | null
  /** The message it was first read from. */
  readonly source: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** One step in a record's life; the first has version 1. */
export interface VersionRow {
  readonly no: number
  readonly version: number
  readonly at: Instant
  readonly by: string
  readonly why:
    | 'report'
    | 'answer'
    | 'correct'
    | 'void'
    | 'restore'
    | 'recall'
    | 'hold'
    | 'release'
    | 'duplicate'
    | 'merge'
    | 'split'
  /** The message that caused it, or null for an office command's. */
  readonly message: string | null
  readonly status: RecordStatus
  readonly activity: Activity
}

export interface RecordFilter {
  /** Credited unit is one of these. */
  readonly units?: readonly string[]
  readonly kinds?: readonly Kind[]
  /** Activity period overlaps this (`overlaps`) or lies wholly inside (`inside`). */
  readonly overlaps?: Period
  readonly inside?: Period
  readonly statuses?: readonly RecordStatus[]
  readonly reporter?: string
  readonly room?: string
  readonly scope?: 'event' | 'summary'
  /** Record created at or after / before this. */
  readonly createdFrom?: Instant
  readonly createdBefore?: Instant
  /** Attendance not stated. */
  readonly withoutAttendance?: boolean
  readonly newestFirst?: boolean
  readonly limit?: number
  readonly offset?: number
}

export interface RecordStore {
  /** The next free number, taken for good. */
  takeNo(): Promise<number>
  /** Writes a new record and its version 1. */
  insert(record: RecordRow, version: VersionRow): Promise<void>
  /** Replaces the current state and adds a version. */
  update(record: RecordRow, version: VersionRow): Promise<void>
  byNo(no: number): Promise<RecordRow | null>
  byNos(nos: readonly number[]): Promise<readonly RecordRow[]>
  bySource(messageId: string): Promise<readonly RecordRow[]>
  versions(no: number): Promise<readonly VersionRow[]>
  /** Numbers of the records that a message changed (its own reports too), smallest first. */
  changedBy(messageId: string): Promise<readonly number[]>
  list(filter: RecordFilter): Promise<readonly RecordRow[]>
  count(filter: RecordFilter): Promise<number>
  /** Summaries whose `includes` hold this number. */
  including(no: number): Promise<readonly RecordRow[]>
  /** Another member told the same event. */
  addWitness(
    no: number,
    witness: { readonly message: string; readonly person: string; readonly at: Instant },
  ): Promise<void>
  witnesses(
    no: number,
  ): Promise<readonly { readonly message: string; readonly person: string; readonly at: Instant }[]>
  /** Every record, by number, lazily: for `recount` and export. */
  stream(): AsyncIterable<RecordRow>
}

/**
 * One cell of the rollup. `cell` is a month `2026-10`; a summary longer than a month goes to the smallest of
 * `2026-Q4`, `2026-H2`, `2026` that holds it. `own` rows hold what is credited to the unit itself, the others its
 * whole subtree with a joint event counted once.
 */
export interface RollupRow extends Sums {
  readonly unit: string
  readonly cell: string
  readonly kind: Kind
  readonly own: boolean
}
export interface RollupStore {
  /** Adds the (possibly negative) differences; keys are written in sorted order. */
  add(rows: readonly RollupRow[]): Promise<void>
  /** Sums by kind over the named cells (an inclusive list), zero rows left out. */
  sum(query: {
    readonly unit: string
    readonly own: boolean
    readonly cells: readonly string[]
    readonly kinds?: readonly Kind[]
  }): Promise<readonly (Sums & { readonly kind: Kind })[]>
  /** The same for many units at once: one row a unit and kind. */
  sumEach(query: {
    readonly units: readonly string[]
    readonly own: boolean
    readonly cells: readonly string[]
    readonly kinds?: readonly Kind[]
  }): Promise<readonly (Sums & { readonly kind: Kind; readonly unit: string })[]>
  all(): Promise<readonly RollupRow[]>
  /** Replaces the whole table (recount --repair). */
  replace(rows: readonly RollupRow[]): Promise<void>
}

/**
 * Records of different units that tell one event. `proposed` counts each on its own; `merged` keeps every unit's
 * credit and counts once in each common ancestor, with the figures of `lead` and, where set, `attendance`.
 */
export interface JointRow {
  readonly id: number
  readonly members: readonly number[]
  readonly status: 'proposed' | 'merged' | 'rejected' | 'dissolved'
  readonly lead: number
  readonly attendance: number | null
  /** Why it was proposed, for the secretariat: same day, place, figures. */
  readonly signs: readonly string[]
  readonly at: Instant
}
export interface JointStore {
  insert(joint: Omit<JointRow, 'id'>): Promise<JointRow>
  update(joint: JointRow): Promise<void>
  byId(id: number): Promise<JointRow | null>
  /** Those a record is a member of, newest first. */
  byRecord(no: number): Promise<readonly JointRow[]>
  withStatus(status: JointRow['status']): Promise<readonly JointRow[]>
}

export interface QuestionRow {
  readonly id: number
  /** Where it was asked; null: in private. */
  readonly room: string | null
  readonly person: string
  /** What is asked; the list with its answers is src/converse/questions.ts. */
  readonly about: string
  readonly record: number | null
  /** Facts the answer needs, as JSON. */
  readonly data: unknown
  readonly askedAt: Instant
  /** From here on it is no longer open (30 minutes after it was sent; longer for private ones). */
  readonly expiresAt: Instant
  readonly status: 'open' | 'answered' | 'dropped' | 'replaced'
}
export interface QuestionStore {
  insert(question: Omit<QuestionRow, 'id'>): Promise<QuestionRow>
  /** Open and not expired at `now`, asked of the person in the room (null: private), newest first. */
  openFor(person: string, room: string | null, now: Instant): Promise<readonly QuestionRow[]>
  /** Open questions about a record, whoever was asked, expired ones too. */
  aboutRecord(no: number): Promise<readonly QuestionRow[]>
  /** The last question of this kind asked of the person, whatever became of it. */
  lastAbout(person: string, about: string): Promise<QuestionRow | null>
  byId(id: number): Promise<QuestionRow | null>
  close(id: number, status: 'answered' | 'dropped' | 'replaced'): Promise<void>
}

export type OutboxStatus = 'planned' | 'sending' | 'sent' | 'failed' | 'unknown' | 'merged' | 'dropped'
/** `answer` to a call, `receipt` of a record, `question`, `notice` (private, unasked), `tip`. */
export type OutboxClass = 'answer' | 'receipt' | 'question' | 'notice' | 'tip'
/** A reply is a row before it is a send. */
export interface OutboxRow {
  readonly id: number
  /** n of `out-n`, given when it is first sent; null before. */
  readonly outNo: number | null
  readonly room: string | null
  readonly person: string | null
  readonly class: OutboxClass
  readonly text: string
  readonly mentions: readonly string[]
  readonly inReplyTo: string | null
  readonly file: string | null
  /** Record numbers the text is about: what a quote of it refers to. */
  readonly records: readonly number[]
  /** One-line form, used when several receipts of a room are merged; null: never merged. */
  readonly line: string | null
  /** Not to be sent before. */
  readonly notBefore: Instant
  readonly status: OutboxStatus
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  readonly platformId: string | null
  readonly error: string | null
}
export interface OutboxStore {
  /** A row with the same `key` is planned only once (key: message id + part, job + due instant …); null then. */
  plan(
    row: Omit<OutboxRow, 'id' | 'outNo' | 'status' | 'sentAt' | 'platformId' | 'error'>,
    key: string,
  ): Promise<number | null>
  /** Planned and due at `now`, by notBefore then id. */
  due(now: Instant, limit: number): Promise<readonly OutboxRow[]>
  /** Earliest notBefore of planned rows; null when there are none. */
  nextDue(): Promise<Instant | null>
  byId(id: number): Promise<OutboxRow | null>
  /** planned → sending; takes the next out number. False when it was not planned any more. */
  claim(id: number): Promise<number | null>
  finish(
    id: number,
    outcome: {
      readonly status: 'sent' | 'failed' | 'unknown' | 'dropped'
      readonly at: Instant
      readonly platformId?: string
      readonly error?: string
    },
  ): Promise<void>
  /** Back to planned, not before `notBefore` (offline, throttled). */
  postpone(id: number, notBefore: Instant): Promise<void>
  /** Replaces text, line and records of a planned row and marks the others merged into it. */
  merge(into: number, text: string, records: readonly number[], others: readonly number[]): Promise<void>
  setNotBefore(id: number, notBefore: Instant): Promise<void>
  byOutNo(outNo: number): Promise<OutboxRow | null>
  byPlatformId(platformId: string): Promise<OutboxRow | null>
  /** Last sent rows to a room or person, newest first: to find what a quote of words refers to. */
  recent(
    to: { readonly room?: string; readonly person?: string },
    limit: number,
  ): Promise<readonly OutboxRow[]>
  /** Sent, sending or unknown rows to a room from `from` on, tips left out. */
  sentCount(room: string, from: Instant): Promise<number>
  /** Planned receipts of a room, oldest first. */
  plannedReceipts(room: string): Promise<readonly OutboxRow[]>
  withStatus(status: OutboxStatus, from: Instant): Promise<readonly OutboxRow[]>
  /** At start: what was `sending` when the process died becomes unknown; gives those rows. */
  markInterrupted(): Promise<readonly OutboxRow[]>
}

/** Something announced for a day; never a figure. */
export interface PlanRow {
  readonly id: number
  readonly person: string
  readonly room: string | null
  readonly unit: string | null
  readonly kind: Kind | null
  readonly day: PlainDate
  readonly venue: string | null
  readonly topics: readonly string[]
  readonly message: string
  readonly status: 'open' | 'asked' | 'done' | 'cancelled'
  readonly record: number | null
}
export interface PlanStore {
  insert(plan: Omit<PlanRow, 'id'>): Promise<PlanRow>
  update(plan: PlanRow): Promise<void>
  /** Open or asked plans of a person, newest day first. */
  openOf(person: string): Promise<readonly PlanRow[]>
  openOn(day: PlainDate): Promise<readonly PlanRow[]>
  byId(id: number): Promise<PlanRow | null>
}

/** 零报告: a unit said it had nothing in a month. */
export interface ZeroStore {
  put(zero: {
    readonly unit: string
    readonly month: Month
    readonly by: string
    readonly at: Instant
    readonly message: string | null
  }): Promise<void>
  remove(unit: string, month: Month): Promise<void>
  /** Units with a zero report of the month. */
  of(month: Month): Promise<readonly { readonly unit: string; readonly by: string; readonly at: Instant }[]>
}

export interface TargetRow {
  readonly year: number
  readonly unit: string
  readonly indicator: string
  readonly sessions: number | null
  readonly attendance: number | null
}
export interface TargetStore {
  /** Org-file targets are written where the chat has set none since the file last changed that row. */
  sync(org: Pick<Org, 'targets'>, at: Instant): Promise<void>
  set(target: TargetRow, by: string, at: Instant): Promise<void>
  get(year: number, unit: string, indicator: string): Promise<TargetRow | null>
  of(year: number): Promise<readonly TargetRow[]>
}

/** 结账: an immutable snapshot of one month. */
export interface ClosingRow {
  readonly month: Month
  readonly at: Instant
  readonly by: string
  /** Four hex digits over the snapshot. */
  readonly check: string
  /** JSON: what was counted, record by record with versions and figures. */
  readonly snapshot: unknown
}
export interface ClosingStore {
  insert(closing: ClosingRow): Promise<void>
  /** The newest of a month. */
  get(month: Month): Promise<ClosingRow | null>
  all(): Promise<readonly Omit<ClosingRow, 'snapshot'>[]>
}

/** 漏网: a message that may be a report. Its (masked) text is kept until it is settled or 60 days old. */
export interface MissedRow {
  readonly id: number
  readonly message: string
  readonly room: string | null
  readonly sender: string
  readonly senderName: string
  readonly sentAt: Instant
  readonly text: string
  readonly unit: string | null
  readonly why: 'unsure' | 'improbable' | 'forwarded' | 'late'
  readonly status: 'open' | 'recorded' | 'dismissed'
}
export interface MissedStore {
  insert(missed: Omit<MissedRow, 'id'>): Promise<MissedRow>
  byId(id: number): Promise<MissedRow | null>
  open(unit?: string): Promise<readonly MissedRow[]>
  settle(id: number, status: 'recorded' | 'dismissed'): Promise<void>
  forgetBefore(instant: Instant): Promise<number>
}

/** 待办: something a person of the office or a branch must decide or do. */
export interface TodoRow {
  readonly id: number
  /** null: the secretariat; else the contacts of this unit. */
  readonly unit: string | null
  readonly what:
    'joint' | 'held' | 'request' | 'rumour' | 'essay' | 'handover' | 'send' | 'identity' | 'other'
  readonly record: number | null
  /** Id of the joint, essay … it is about. */
  readonly ref: number | null
  readonly person: string | null
  /** The sentence to show. */
  readonly text: string
  readonly data: unknown
  readonly at: Instant
  readonly status: 'open' | 'done'
}
export interface TodoStore {
  insert(todo: Omit<TodoRow, 'id'>): Promise<TodoRow>
  byId(id: number): Promise<TodoRow | null>
  /** Open ones of the secretariat (null) or of a unit; `'all'` for everything. */
  open(unit: string | null | 'all'): Promise<readonly TodoRow[]>
  close(id: number): Promise<void>
  /** Gives it a better sentence. */
  retext(id: number, text: string): Promise<void>
  /** Closes what is open about a record. */
  closeAbout(record: number, what?: TodoRow['what']): Promise<void>
}

/** Calls to the bot, for floods and repeated misunderstandings: who and when, never what. */
export interface CallStore {
  add(call: {
    readonly message: string
    readonly person: string
    readonly room: string | null
    readonly at: Instant
    readonly outcome: 'answered' | 'not-understood' | 'flood'
  }): Promise<void>
  countSince(
    person: string,
    from: Instant,
    outcome?: 'answered' | 'not-understood' | 'flood',
  ): Promise<number>
  /** Answered calls of everybody in a room. */
  countInRoom(room: string, from: Instant): Promise<number>
  lastAt(person: string, outcome: 'answered' | 'not-understood' | 'flood'): Promise<Instant | null>
  forgetBefore(instant: Instant): Promise<number>
}

/** Which slots of a job are done. Claiming comes before doing: a run may be missing after a crash, never doubled. */
export interface JobStore {
  /** The last slot taken of this job and scope (a room, or ''); null before the first. */
  last(job: string, scope: string): Promise<Instant | null>
  /** The last slots taken of every job and scope. */
  all(): Promise<readonly { readonly job: string; readonly scope: string; readonly slot: Instant }[]>
  /** Gives back slots later than this: they were taken while the clock was set wrong. Gives how many. */
  forgetAfter(instant: Instant): Promise<number>
  /** Takes a slot; false when this or a later one was taken already. */
  claim(job: string, scope: string, slot: Instant): Promise<boolean>
}

export interface TipSentRow {
  readonly room: string
  readonly day: PlainDate
  /** Chosen tip; null with a reason why there was none. */
  readonly tip: string | null
  readonly reason: string | null
  readonly outbox: number | null
  readonly at: Instant
}
export interface EssayRow {
  readonly id: number
  readonly person: string
  readonly personName: string
  readonly text: string
  readonly medical: boolean
  readonly status: 'editor' | 'reviewer' | 'scheduled' | 'sent' | 'declined' | 'withdrawn'
  readonly day: PlainDate | null
  readonly reviewer: string | null
  readonly at: Instant
}
export interface TipStore {
  /** One row a room and day; false when there was one. */
  claim(row: TipSentRow): Promise<boolean>
  /** Days from `from` on, oldest first. */
  history(room: string, from: PlainDate): Promise<readonly TipSentRow[]>
  on(day: PlainDate): Promise<readonly TipSentRow[]>
  /** Names the outbox row by which a room's tip of a day goes out. */
  setOutbox(room: string, day: PlainDate, outbox: number): Promise<void>
  /** The tip that an outbox row carries; null for every other row. */
  byOutbox(outbox: number): Promise<TipSentRow | null>
  /** Office decisions for coming days: swap or insert (a tip), skip (null). `room` '' is every room. */
  setChoice(choice: {
    readonly room: string
    readonly day: PlainDate
    readonly tip: string | null
    readonly by: string
  }): Promise<void>
  /** Takes back a day's decision of a room (''), or with null of every room. */
  unsetChoice(day: PlainDate, room: string | null): Promise<void>
  choices(
    from: PlainDate,
  ): Promise<readonly { readonly room: string; readonly day: PlainDate; readonly tip: string | null }[]>
  sign(tip: string, reviewer: string, at: Instant): Promise<void>
  signatures(): Promise<readonly { readonly tip: string; readonly reviewer: string }[]>
  insertEssay(essay: Omit<EssayRow, 'id'>): Promise<EssayRow>
  updateEssay(essay: EssayRow): Promise<void>
  essay(id: number): Promise<EssayRow | null>
  essays(filter: {
    readonly person?: string
    readonly status?: EssayRow['status']
  }): Promise<readonly EssayRow[]>
}

/** Small named values: `cap:<room>`, `identity`, days off … */
export interface SettingStore {
  get(key: string): Promise<string | null>
  set(key: string, value: string): Promise<void>
  remove(key: string): Promise<void>
  /** All whose key starts with the prefix. */
  list(prefix: string): Promise<readonly { readonly key: string; readonly value: string }[]>
}

/** The database as the house holds it. */
export interface Database {
  /**
   * Runs one message's work in a transaction. Works that arrive together share one transaction, each in a savepoint
   * of its own: one that throws is undone alone. Resolves after the commit.
   */
  work<T>(run: (store: Store) => Promise<T>): Promise<T>
  /** A read-only view; its writes are refused. */
  read<T>(run: (store: Store) => Promise<T>): Promise<T>
  close(): Promise<void>
}
