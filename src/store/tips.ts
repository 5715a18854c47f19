import type { PlainDate } from '../core/day.js'
import type { Instant } from './common.js'

// Tips and essays.

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
