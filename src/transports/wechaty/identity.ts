/**
 * Who is who on puppets whose ids change with every login. Pure: the known table and a sighting in, a decision out.
 * Never merges two people or rooms silently, never splits one: what is not certain is doubtful, and the
 * secretariat decides (docs/wechat-failures.md, 15).
 */

/** A person or room as last seen. */
export interface IdentityRow {
  readonly kind: 'person' | 'room'
  /** Ours, never reused: what the house knows them by. */
  readonly id: string
  /** Nickname, or topic. */
  readonly name: string
  /** 备注 the bot's account keeps for the person; '' without. */
  readonly remark: string
  /** Person: our room id → 群昵称 there ('' without); the key `''` means a private chat. */
  readonly calls: Readonly<Record<string, string>>
  /** Room: the members' names; to tell namesakes and renamed rooms apart. */
  readonly members: readonly string[]
  /** Room: names it had before. */
  readonly former: readonly string[]
  /** The platform's id at the last sighting. */
  readonly platformId: string
  /** Whom it may be, while the secretariat has not said. */
  readonly maybe: readonly string[]
  /** Whom the secretariat said it is. */
  readonly sameAs: string | null
  /** ISO 8601. */
  readonly seenAt: string
}

export type Decision =
  | { readonly kind: 'same'; readonly id: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'doubtful'; readonly maybe: readonly string[] }

export interface PersonSighting {
  readonly platformId: string
  readonly name: string
  readonly remark: string
  /** As in IdentityRow, for every room they are in now. */
  readonly calls: Readonly<Record<string, string>>
  /** How many others, not yet recognised in this login, share one of these rooms, this name and 群昵称. */
  readonly twins: number
}

export interface RoomSighting {
  readonly platformId: string
  readonly topic: string
  readonly members: readonly string[]
  /** How many other rooms, not yet recognised in this login, have this topic. */
  readonly twins: number
}

/** Whether a platform id belongs to somebody in this login: such a row is taken and can be nobody else. */
export type Present = (platformId: string) => boolean

const same = (id: string): Decision => ({ kind: 'same', id })
const doubtful = (rows: readonly IdentityRow[]): Decision =>
  rows.length === 0 ? { kind: 'new' } : { kind: 'doubtful', maybe: rows.map((row) => row.id) }

/**
 * Who this is. Certain are: the same platform id; the one row with this 备注; the one row seen in a common room
 * under this very name and 群昵称, while nobody else there bears them. Same name elsewhere, same 群昵称 under
 * another name, or the name somebody is kept by as nickname or 群昵称, is doubtful.
 */
export function decidePerson(
  table: readonly IdentityRow[],
  sighting: PersonSighting,
  present: Present,
): Decision {
  const bound = table.find(
    (row) => row.kind === 'person' && row.platformId === sighting.platformId && !row.sameAs,
  )
  if (bound) return same(bound.id)
  const free = table.filter(
    (row) =>
      row.kind === 'person' &&
      !row.sameAs &&
      !present(row.platformId) &&
      !differ(row.remark, sighting.remark),
  )
  const remarked = sighting.remark === '' ? [] : free.filter((row) => row.remark === sighting.remark)
  if (remarked.length === 1 && remarked[0]) return same(remarked[0].id)
  const exact = free.filter((row) => row.name === sighting.name && sharesRoom(row, sighting))
  if (exact.length === 1 && exact[0] && sighting.twins === 0) return same(exact[0].id)
  const alike = free.filter(
    (row) => row.name === sighting.name || sharesCall(row, sighting) || isKeptAs(row, sighting),
  )
  return doubtful(alike)
}

const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other

/** Seen in one of these rooms under the same 群昵称, and nowhere under another. */
function sharesRoom(row: IdentityRow, { calls }: PersonSighting): boolean {
  const common = Object.keys(calls).filter((room) => row.calls[room] !== undefined)
  return common.length > 0 && common.every((room) => row.calls[room] === calls[room])
}

const sharesCall = (row: IdentityRow, { calls }: PersonSighting): boolean =>
  Object.values(calls).some((call) => call !== '' && Object.values(row.calls).includes(call))

/** The association's file or the account keeps somebody by a name this one shows. */
const isKeptAs = (row: IdentityRow, { name, calls }: PersonSighting): boolean =>
  row.remark !== '' && (row.remark === name || Object.values(calls).includes(row.remark))

/**
 * Which room this is. Certain are: the same platform id; the one row with this topic while no other room has it,
 * its members not strangers; among namesakes the one whose members are there. Another topic over the same
 * members (renamed while away) is doubtful.
 */
export function decideRoom(
  table: readonly IdentityRow[],
  sighting: RoomSighting,
  present: Present,
): Decision {
  const bound = table.find(
    (row) => row.kind === 'room' && row.platformId === sighting.platformId && !row.sameAs,
  )
  if (bound) return same(bound.id)
  const free = table.filter((row) => row.kind === 'room' && !row.sameAs && !present(row.platformId))
  const namesakes = free.filter((row) => row.name === sighting.topic)
  const [only] = namesakes
  if (only && namesakes.length === 1 && sighting.twins === 0) {
    const unknown = only.members.length === 0 || sighting.members.length === 0
    return unknown || overlap(only.members, sighting.members) >= 0.3 ? same(only.id) : doubtful(namesakes)
  }
  if (only) {
    const byOverlap = namesakes
      .map((row) => ({ row, share: overlap(row.members, sighting.members) }))
      .sort((a, b) => b.share - a.share)
    const [best, second] = byOverlap
    const clear =
      best && best.share >= 0.6 && (second?.share ?? 0) <= 0.3 && sighting.twins < namesakes.length
    return clear ? same(best.row.id) : doubtful(namesakes)
  }
  return doubtful(
    free.filter((row) => row.members.length >= 3 && overlap(row.members, sighting.members) >= 0.7),
  )
}

/** Share of the smaller group that is in both, by name; 0…1. */
export function overlap(one: readonly string[], other: readonly string[]): number {
  const smaller = Math.min(one.length, other.length)
  if (smaller === 0) return 0
  const there = new Set(other)
  return one.filter((name) => there.has(name)).length / smaller
}
