import type { payloads } from 'wechaty-puppet'
import type { Session } from './life.js'
import { within, type Timers } from './timers.js'

/** What a puppet says of people and rooms in one login, read with patience and never failing for long. */
export interface Roster {
  contact(id: string, patience?: number): Promise<payloads.Contact | null>
  /** A member's nickname and 群昵称; '' without. */
  member(
    room: string,
    person: string,
    patience?: number,
  ): Promise<{ readonly name: string; readonly call: string }>
  /** null while the puppet does not know the room; '' of a room without a name. */
  topic(room: string, patience?: number): Promise<string | null>
  members(room: string): Promise<readonly string[]>
  rooms(): Promise<readonly string[]>
  contacts(): Promise<readonly string[]>
  /** Forgets what the puppet cached of a room. */
  forget(room: string): void
}

const shortPatienceMs = 5_000
/** For what a message would be recorded wrongly without: who says it, and where. */
export const longPatienceMs = 20_000

export function createRoster({ puppet }: Session, timers: Timers): Roster {
  const ask = <T>(work: () => Promise<T>, otherwise: T, patience = shortPatienceMs): Promise<T> =>
    within(
      timers,
      patience,
      Promise.resolve()
        .then(work)
        .catch(() => otherwise),
      () => otherwise,
    )
  const room = (id: string, patience?: number): Promise<payloads.Room | null> =>
    ask(() => puppet.roomPayload(id), null, patience)
  return {
    contact: (id, patience) => ask(() => puppet.contactPayload(id), null, patience),
    member: async (at, person, patience) => {
      const found = await ask(() => puppet.roomMemberPayload(at, person), null, patience)
      return { name: found?.name ?? '', call: found?.roomAlias ?? '' }
    },
    topic: async (id, patience) => (await room(id, patience))?.topic ?? null,
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
