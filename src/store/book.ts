import type { Period } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import type { Measure } from '../core/measure.js'
import type { EvidenceField, MeasureName } from '../core/report.js'
import type { Span } from '../core/span.js'
import type { Instant } from './common.js'

// The book: what was said, the records made of it with their versions.

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
