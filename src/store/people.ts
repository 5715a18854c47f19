import type { PlainDate } from '../core/day.js'
import type { Duty, Org, Role } from '../core/org.js'

// Who and where: units, people, rooms.

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
  /**
   * The office said that `from` is `to`: everything of `from` is `to`'s from now on, records with their versions, and
   * `from` is nobody any more. Gives the numbers of the records that moved.
   */
  join(from: string, to: string): Promise<readonly number[]>
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
