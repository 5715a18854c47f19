import type { payloads } from 'wechaty-puppet'
import type { Session } from './life.js'
import { within, type Timers } from './timers.js'

/** What a puppet says of people and rooms in one login, read with patience and never failing for long. */
export interface Roster {
  contact(id: string): Promise<payloads.Contact | null>
  /** A member's nickname and 群昵称; '' without. */
  member(room: string, person: string): Promise<{ readonly name: string; readonly call: string }>
  /** null while the puppet does not know the room. */
  topic(room: string): Promise<string | null>
  members(room: string): Promise<readonly string[]>
  rooms(): Promise<readonly string[]>
  contacts(): Promise<readonly string[]>
  /** Forgets what the puppet cached of a room. */
  forget(room: string): void
}

const patienceMs = 5_000

export function createRoster({ puppet }: Session, timers: Timers): Roster {
  const ask = <T>(work: () => Promise<T>, otherwise: T): Promise<T> =>
    within(
      timers,
      patienceMs,
      Promise.resolve()
        .then(work)
        .catch(() => otherwise),
      () => otherwise,
    )
  const contact = (id: string): Promise<payloads.Contact | null> => ask(() => puppet.contactPayload(id), null)
  const room = (id: string): Promise<payloads.Room | null> => ask(() => puppet.roomPayload(id), null)
  return {
    contact,
    member: async (at, person) => {
      const found = await ask(() => puppet.roomMemberPayload(at, person), null)
      return { name: found?.name ?? '', call: found?.roomAlias ?? '' }
    },
    topic: async (id) => (await room(id))?.topic || null,
    members: async (id) => (await room(id))?.memberIdList ?? [],
    rooms: () => ask(() => puppet.roomList(), []),
    contacts: () => ask(() => puppet.contactList(), []),
    forget: (id) => {
      // The local caches obey this event; asking the puppet itself would wait for its answer.
      for (const payloadType of [dirtyRoom, dirtyRoomMember])
        puppet.emit('dirty', { payloadType, payloadId: id })
    },
  }
}

/** PUPPET.types.Dirty.Room and .RoomMember; importing the enum would load wechaty with this file. */
const dirtyRoom = 3
const dirtyRoomMember = 4
