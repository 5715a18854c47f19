import type { Sender } from '../../core/message.js'
import {
  decidePerson,
  decideRoom,
  type Decision,
  type IdentityRow,
  type PersonSighting,
  type Present,
} from './identity.js'
import type { IdentityStore } from './identity-store.js'
import { lookUp } from './look-up.js'
import { longPatienceMs, type Roster } from './roster.js'

/** Keeps the table of people and rooms: platform ids of this login in, ids and names that last out. */
export interface Identities {
  /** A new login: what was recognised in the last one must be recognised again. */
  login(roster: Roster): void
  /** The name the house knows a room by. `told`: false while nobody says what the room is called; its id stands in. */
  room(platformId: string): Promise<{ readonly id: string; readonly name: string; readonly told: boolean }>
  /** Our id of somebody, by the platform's and their nickname. */
  person(platformId: string, name: string): Promise<string>
  renamed(
    platformId: string,
    topic: string,
  ): Promise<{ readonly room: string; readonly former: string } | null>
  /** Ids of this login, for sending; null: not to be found in it, or only somebody who may be another. */
  roomTarget(name: string): Promise<string | null>
  personTarget(id: string): Promise<string | null>
  /** The id of somebody recognised in this login already, for naming them in a room. */
  metTarget(id: string): string | null
  /** Rows that wait for the secretariat. */
  doubtful(): readonly IdentityRow[]
  /** The secretariat's word: `id` is the same as `other`, or somebody of their own (null). */
  confirm(id: string, other: string | null): Promise<boolean>
}

interface Deps {
  readonly store: IdentityStore
  readonly idsChange: boolean
  /** Room names of the association's file: a room that ever had one keeps it. */
  readonly rooms: readonly string[]
  readonly now: () => number
  readonly onDoubt: (row: IdentityRow, maybe: readonly Sender[]) => void
}

export async function openIdentities({ store, idsChange, rooms, now, onDoubt }: Deps): Promise<Identities> {
  const table = new Map((await store.load()).map((row) => [row.id, row]))
  /** Recognised in this login: platform id → our id. */
  let known = new Map<string, string>()
  let roster: Roster | undefined
  let busy: Promise<unknown> = Promise.resolve()
  // One at a time: two sightings of one stranger must not make two rows.
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const next = busy.then(work, work)
    busy = next.catch(() => {})
    return next
  }

  const rows = (kind: IdentityRow['kind']): IdentityRow[] =>
    [...table.values()].filter((row) => row.kind === kind)
  const put = async (row: IdentityRow): Promise<IdentityRow> => {
    table.set(row.id, row)
    await store.save(row)
    return row
  }
  const settled = (id: string): IdentityRow | undefined => {
    const row = table.get(id)
    return row?.sameAs ? settled(row.sameAs) : row
  }
  const present: Present = (platformId) => known.has(platformId)

  /** The row of a sighting: the one it is, or a new one, which may wait for a word. */
  async function recognise(
    decision: Decision,
    fresh: Omit<IdentityRow, 'id' | 'maybe' | 'sameAs' | 'former'>,
  ): Promise<IdentityRow> {
    const before = decision.kind === 'same' ? settled(decision.id) : undefined
    if (before) {
      const former =
        before.name === fresh.name ? before.former : [...new Set([...before.former, before.name])]
      const calls = { ...before.calls, ...fresh.calls }
      known.set(fresh.platformId, before.id)
      const after: IdentityRow = { ...before, ...fresh, former, calls }
      return sameRow(before, after) ? before : put(after)
    }
    const maybe = decision.kind === 'doubtful' ? decision.maybe : []
    const id = idsChange ? `wx-${fresh.kind === 'room' ? 'r' : ''}${table.size + 1}` : fresh.platformId
    const row = await put({ ...fresh, id, maybe, sameAs: null, former: [] })
    known.set(fresh.platformId, id)
    if (maybe.length > 0)
      onDoubt(
        row,
        maybe.map((other) => ({ id: other, name: table.get(other)?.name ?? other })),
      )
    return row
  }

  async function seeRoom(platformId: string, shown?: string | null): Promise<IdentityRow> {
    const remembered = known.get(platformId)
    const before = remembered === undefined ? undefined : settled(remembered)
    const topic = shown === undefined ? await roster?.topic(platformId) : shown
    // A stale cache shows a former topic: only an event renames a room back.
    if (before && (!topic || topic === before.name || before.former.includes(topic))) return before
    // An id that lasts is the room it was in an earlier login. Not remembered: its name may be known at the next message.
    const earlier = topic || idsChange ? undefined : settled(platformId)
    if (earlier?.kind === 'room') return earlier
    if (!topic)
      return { ...seen('room', platformId, platformId), id: platformId, maybe: [], sameAs: null, former: [] }
    const names = await memberNames(platformId)
    const twins = idsChange ? await twinRooms(platformId, topic) : 0
    const sighting = { platformId, topic, members: names, twins }
    const decision = decideRoom(rows('room'), sighting, present)
    return recognise(decision, { ...seen('room', platformId, topic), members: names })
  }

  async function memberNames(room: string): Promise<readonly string[]> {
    if (!idsChange || !roster) return []
    const book = roster
    const ids = await book.members(room)
    return Promise.all(ids.map(async (id) => (await book.member(room, id)).name || id))
  }

  async function twinRooms(platformId: string, topic: string): Promise<number> {
    let twins = 0
    for (const other of (await roster?.rooms()) ?? []) {
      if (other !== platformId && !known.has(other) && (await roster?.topic(other)) === topic) twins++
    }
    return twins
  }

  const seen = (kind: IdentityRow['kind'], platformId: string, name: string) =>
    ({
      kind,
      platformId,
      name,
      remark: '',
      calls: {},
      members: [],
      seenAt: new Date(now()).toISOString(),
    }) as const

  async function seePerson(platformId: string, name: string): Promise<IdentityRow> {
    const remembered = known.get(platformId)
    const before = remembered === undefined ? undefined : settled(remembered)
    if (before)
      return before.name === name ? before : put({ ...before, name, former: [...before.former, before.name] })
    const remark = (await roster?.contact(platformId))?.alias ?? ''
    const { calls, twins } = await whereabouts(platformId, name)
    const sighting: PersonSighting = { platformId, name, remark, calls, twins }
    const decision = decidePerson(rows('person'), sighting, present)
    return recognise(decision, { ...seen('person', platformId, name), remark, calls })
  }

  /** The rooms somebody is in now, how they are called there, and who else is called so. */
  async function whereabouts(
    platformId: string,
    name: string,
  ): Promise<Pick<PersonSighting, 'calls' | 'twins'>> {
    const calls: Record<string, string> = {}
    const twins = new Set<string>()
    for (const room of (await roster?.rooms()) ?? []) {
      const members = (await roster?.members(room)) ?? []
      if (!roster || !members.includes(platformId)) continue
      const { call } = await roster.member(room, platformId)
      calls[(await seeRoom(room)).id] = call
      for (const other of members) {
        if (other === platformId || known.has(other)) continue
        const twin = await roster.member(room, other)
        if (twin.name === name && twin.call === call) twins.add(other)
      }
    }
    if (Object.keys(calls).length > 0) return { calls, twins: twins.size }
    for (const other of (await roster?.contacts()) ?? []) {
      if (other !== platformId && !known.has(other) && (await roster?.contact(other))?.name === name)
        twins.add(other)
    }
    return { calls: { '': '' }, twins: twins.size }
  }

  const houseName = (row: IdentityRow): string =>
    [row.name, ...row.former].find((name) => rooms.includes(name)) ?? row.name
  /** Two rooms of one name stay two rooms. */
  const ownName = (row: IdentityRow): string => {
    const name = houseName(row)
    const namesakes = rows('room').filter((other) => !other.sameAs && houseName(other) === name)
    const at = namesakes.findIndex((other) => other.id === row.id)
    return at > 0 ? `${name}（${at + 1}）` : name
  }
  const roomNamed = (name: string): string | null =>
    rows('room').find((row) => known.has(row.platformId) && ownName(row) === name)?.platformId ?? null

  const met = (id: string): string | null => {
    if (!idsChange) return id
    const platformId = settled(id)?.platformId
    return platformId !== undefined && known.has(platformId) ? platformId : null
  }

  return {
    login: (next) => {
      roster = next
      known = new Map()
    },
    room: async (platformId) => {
      // Asked before its turn: a platform that answers slowly must not keep every other message waiting in line.
      const book = roster
      const patience = known.has(platformId) ? undefined : longPatienceMs
      const topic = (await book?.topic(platformId, patience)) ?? null
      return alone(async () => {
        const row = await seeRoom(platformId, book === roster ? topic : undefined)
        return { id: row.id, name: ownName(row), told: topic !== null || row.name !== platformId }
      })
    },
    person: async (platformId, name) =>
      idsChange ? alone(async () => (await seePerson(platformId, name)).id) : platformId,
    renamed: (platformId, topic) =>
      alone(async () => {
        roster?.forget(platformId)
        const row = settled(known.get(platformId) ?? (await seeRoom(platformId)).id)
        if (!row || row.name === topic) return null
        const former = [...new Set([...row.former, row.name])].filter((name) => name !== topic)
        await put({ ...row, name: topic, former })
        return { room: ownName({ ...row, name: topic, former }), former: row.name }
      }),
    roomTarget: (name) =>
      alone(async () => {
        const found = roomNamed(name)
        if (found || !roster) return found
        for (const platformId of await roster.rooms()) await seeRoom(platformId)
        return roomNamed(name)
      }),
    personTarget: (id) =>
      alone(async () => {
        const row = settled(id)
        if (met(id) || !row || !roster) return met(id)
        for (const { platformId, name } of await lookUp(roster, row, known)) {
          await seePerson(platformId, name)
          if (met(id)) break
        }
        return met(id)
      }),
    metTarget: met,
    doubtful: () => [...table.values()].filter((row) => row.maybe.length > 0 && !row.sameAs),
    confirm: (id, other) =>
      alone(async () => {
        const row = table.get(id)
        const target = other === null ? undefined : settled(other)
        if (!row || row.maybe.length === 0 || (other !== null && (!target || target.id === id))) return false
        if (target) {
          await put({
            ...target,
            platformId: row.platformId,
            name: row.name,
            calls: { ...target.calls, ...row.calls },
          })
          known.set(row.platformId, target.id)
        }
        await put({ ...row, maybe: [], sameAs: target?.id ?? null })
        return true
      }),
  }
}

const sameRow = (one: IdentityRow, other: IdentityRow): boolean =>
  JSON.stringify({ ...one, seenAt: '' }) === JSON.stringify({ ...other, seenAt: '' })
