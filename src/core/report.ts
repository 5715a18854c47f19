import type { Kind } from './kinds.js'
import type { Measure } from './measure.js'
import type { Period, PlainDate } from './day.js'
import type { Span } from './span.js'

/** The figures a report can carry; the first five enter totals, the others are kept and shown. */
export interface Measures {
  readonly sessions?: Measure
  /** 人次: people reached. */
  readonly attendance?: Measure
  /** Printed items handed out. */
  readonly materials?: Measure
  /** Documents, proposals, articles, bases, enterprises. */
  readonly count?: Measure
  readonly adopted?: Measure
  /** Experts and volunteers sent. */
  readonly helpers?: Measure
  readonly hours?: Measure
  /** Value of medicine handed out, in yuan. */
  readonly medicine?: Measure
  /** Watching online, when 现场 and 线上 are both told. */
  readonly online?: Measure
}
export type MeasureName = keyof Measures
/** Every measure, in the order they are told. */
export const measureNames = [
  'sessions',
  'attendance',
  'materials',
  'count',
  'adopted',
  'helpers',
  'hours',
  'medicine',
  'online',
] as const satisfies readonly MeasureName[]

/** Fields of a report that can point at the words they were read from. */
export type EvidenceField =
  MeasureName | 'kind' | 'branch' | 'date' | 'topics' | 'speakers' | 'venue' | 'partners'

/**
 * What one message says of one group of figures (contract: the label rules in docs/understanding.md).
 * Nothing here is guessed: what the words do not state is absent.
 */
export interface Report extends Measures {
  readonly kind: Kind
  /** Canonical name of the unit that did it, as in the org file; null where the message names none. */
  readonly branch: string | null
  readonly partners: readonly string[]
  /** Both days included; null where no date is stated. */
  readonly date: Period | null
  readonly topics: readonly string[]
  readonly speakers: readonly string[]
  readonly venue: string | null
  /** Other kinds told with the same headcount (含义诊、咨询), kept as words. */
  readonly otherKinds: readonly Kind[]
  readonly scope: 'event' | 'summary'
  /** 0…1; at or above `bookingThreshold` the report may be booked without asking. */
  readonly confidence: number
  /** Where each field was read; every figure has one. */
  readonly evidence: Readonly<Partial<Record<EvidenceField, Span>>>
}

/** Below this a report is asked about privately; at or above it is recorded. Calibrated in docs/understanding.md. */
export const bookingThreshold = 0.85
/** Below this nothing is said at all. */
export const askingThreshold = 0.5

/** Something in a message that contradicts itself; always a question, never a silent choice. */
export type Doubt =
  /** 「10月19号星期日」 when the 19th is a Saturday, or two dates for one event. */
  | {
      readonly code: 'dates_disagree'
      readonly days: readonly PlainDate[]
      readonly span: Span
      readonly report: number
    }
  /** A past-tense report dated after the message. */
  | { readonly code: 'date_in_future'; readonly day: PlainDate; readonly span: Span; readonly report: number }
  /** 「三校…共1982」 when the parts give 1892. */
  | {
      readonly code: 'parts_disagree'
      readonly stated: number
      readonly summed: number
      readonly span: Span
      readonly report: number
    }
  /** One event with a headcount no single event has (12861人 of one lecture). */
  | { readonly code: 'improbable'; readonly value: number; readonly span: Span; readonly report: number }
  /** A 老科协 or 分会 that the org file does not know. */
  | { readonly code: 'unknown_branch'; readonly words: string; readonly span: Span; readonly report: number }

/** A stated future activity with at least a day: 「下周二上午去南山二中讲航天」. Never a result. */
export interface Plan {
  readonly kind: Kind | null
  readonly branch: string | null
  readonly day: PlainDate
  readonly venue: string | null
  readonly topics: readonly string[]
  readonly span: Span
}

/** Everything understood from one message. Chatter gives three empty lists. */
export interface Reading {
  readonly reports: readonly Report[]
  readonly plans: readonly Plan[]
  readonly doubts: readonly Doubt[]
}
