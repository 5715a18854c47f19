import type { Instant } from './common.js'

// What is asked, said, and waits for somebody.

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
  readonly status: QuestionEnd | 'open'
}
/** How a question ended. `deferred`: another one was put to the person; it is asked again when that one is settled. */
export type QuestionEnd = 'answered' | 'dropped' | 'replaced' | 'deferred'

export interface QuestionStore {
  insert(question: Omit<QuestionRow, 'id'>): Promise<QuestionRow>
  /** Open and not expired at `now`, asked of the person in the room (null: private), newest first. */
  openFor(person: string, room: string | null, now: Instant): Promise<readonly QuestionRow[]>
  /** Open questions about a record, whoever was asked, expired ones too. */
  aboutRecord(no: number): Promise<readonly QuestionRow[]>
  /** The last question of this kind asked of the person, whatever became of it. */
  lastAbout(person: string, about: string): Promise<QuestionRow | null>
  /** Put off for another question to the person and not expired at `now`, wherever they were asked, newest first. */
  deferred(person: string, now: Instant): Promise<readonly QuestionRow[]>
  /** Asked of the person at `from` or later, wherever and whatever became of them, oldest first. */
  askedSince(person: string, from: Instant): Promise<readonly QuestionRow[]>
  byId(id: number): Promise<QuestionRow | null>
  close(id: number, status: QuestionEnd): Promise<void>
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
  /** The questions and receipts among them that were written at `before` or earlier, however many other rows are due. */
  dueWritten(now: Instant, before: Instant): Promise<readonly OutboxRow[]>
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
