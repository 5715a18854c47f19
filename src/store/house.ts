import type { PlainDate } from '../core/day.js'
import type { Instant } from './common.js'

// What the house keeps for itself: messages seen, calls, slots of jobs, settings.

/** Which messages were handled. Only a hash of the id is kept: ordinary chat leaves no trace that names anyone. */
export interface SeenStore {
  /** Marks a message handled; false when it was already. */
  mark(messageId: string, day: PlainDate): Promise<boolean>
  has(messageId: string): Promise<boolean>
  /** Forgets marks of days before `day`; gives how many. */
  forgetBefore(day: PlainDate): Promise<number>
}

/** What came of a call; `unanswered`: the same words once too often. */
export type CallOutcome = 'answered' | 'not-understood' | 'unanswered' | 'flood'

/** Calls to the bot, for floods and repeated misunderstandings: who and when, never what. */
export interface CallStore {
  add(call: {
    readonly message: string
    readonly person: string
    readonly room: string | null
    readonly at: Instant
    readonly outcome: CallOutcome
  }): Promise<void>
  countSince(person: string, from: Instant, outcome?: CallOutcome): Promise<number>
  /** Answered calls of everybody in a room. */
  countInRoom(room: string, from: Instant): Promise<number>
  lastAt(person: string, outcome: CallOutcome): Promise<Instant | null>
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

/** Small named values: `cap:<room>`, `identity`, days off … */
export interface SettingStore {
  get(key: string): Promise<string | null>
  set(key: string, value: string): Promise<void>
  remove(key: string): Promise<void>
  /** All whose key starts with the prefix. */
  list(prefix: string): Promise<readonly { readonly key: string; readonly value: string }[]>
}
