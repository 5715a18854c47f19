import type { Kind } from './kinds.js'
import type { PlainDate } from './day.js'

/** A unit of the association; `name` is its identity in files, labels and the database. */
export interface Unit {
  readonly name: string
  readonly parent: string | null
  /** How people write it besides the name. */
  readonly aliases: readonly string[]
}

export type Role = 'member' | 'contact' | 'secretariat' | 'admin'
export type Duty = 'editor' | 'reviewer'

export interface Person {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  readonly role: Role
  readonly duties: readonly Duty[]
}

export interface RoomConfig {
  readonly name: string
  readonly unit: string | null
  /** `HH:MM` of the daily tip in the association's zone, or off. */
  readonly tips: string | 'off'
}

/** A group of kinds the office counts together: 科学素质演讲 = 讲座 + 科普宣传. */
export interface Indicator {
  readonly name: string
  readonly kinds: readonly Kind[]
}

/** 任务 of one unit, indicator and year; a measure left out has no target. */
export interface Target {
  readonly year: number
  readonly unit: string
  readonly indicator: string
  readonly sessions?: number
  readonly attendance?: number
}

/** The org file as typed values. `units` has one root and is ordered as in the file. */
export interface Org {
  readonly name: string
  readonly timezone: string
  readonly bot: { readonly name: string; readonly aliases: readonly string[] }
  readonly units: readonly Unit[]
  readonly people: readonly Person[]
  readonly rooms: readonly RoomConfig[]
  readonly indicators: readonly Indicator[]
  readonly targets: readonly Target[]
}

/** A civil day and minute in the association's zone: what the pure parts know of the time. */
export interface LocalTime {
  readonly day: PlainDate
  /** Minutes since midnight, 0–1439. */
  readonly minute: number
}
