import { isCalled } from '../converse/nickname.js'
import type { House } from '../house.js'
import type { PersonRow, Store } from '../store.js'
import type { Said } from './said.js'

/**
 * The person a record's sender is: by account id, else the only one of that name, else the one of the org file whose
 * name stands in the 群昵称 beside nothing but a unit or a title (城东王秀兰). Others get an id of their own name.
 */
export async function personOf(
  store: Pick<Store, 'people'>,
  house: House,
  { sender, senderId }: Pick<Said, 'sender' | 'senderId'>,
): Promise<Pick<PersonRow, 'id' | 'name'>> {
  if (senderId !== null && (await store.people.byId(senderId))) return { id: senderId, name: sender }
  const named = await store.people.byName(sender)
  const real = named.filter((p) => !p.id.startsWith(ownPrefix))
  if (real.length === 1 && real[0]) return { id: real[0].id, name: sender }
  const inside = named.length > 0 ? [] : house.org.people.filter((p) => isCalled(sender, p.name, house))
  if (inside.length === 1 && inside[0]) return { id: inside[0].id, name: inside[0].name }
  return { id: senderId ?? ownPrefix + sender, name: sender }
}

/** Ids of senders known by name alone. */
const ownPrefix = 'name:'
