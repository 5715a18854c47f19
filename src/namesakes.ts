import type { Sender } from './core/message.js'
import type { Org } from './core/org.js'
import type { Database, Store } from './store.js'

/**
 * Ids are the chat network's, and nobody sees them there: whoever writes the org file learns them from here. Somebody
 * who bears the name of a person of the file under another id is noted (setting `namesake:<id of the file>`), for
 * `xiaoke doctor` to show. Nothing is changed by it: only the file says who may what.
 */
const prefix = 'namesake:'

/** Ids given by the bot itself on networks without lasting ones; there the office is asked (src/identities.ts). */
const ownId = /^wx-/

/** Gives what notes a sender; each person is written down once a process. */
export function namesakes(db: Database, org: Org): (sender: Sender) => Promise<void> {
  const ids = new Set(org.people.map((p) => p.id))
  const noted = new Set<string>()
  return async ({ id, name }) => {
    if (ids.has(id) || ownId.test(id) || noted.has(id)) return
    const same = org.people.filter((p) => p.name === name)
    if (same.length !== 1 || !same[0]) return
    noted.add(id)
    await db.work((store) => store.settings.set(prefix + same[0]!.id, id))
  }
}

/** People of the org file whose id in the chat seems to be another. */
export async function namesakesOf(
  store: Pick<Store, 'settings'>,
  org: Org,
): Promise<readonly { readonly name: string; readonly written: string; readonly seen: string }[]> {
  const rows = await store.settings.list(prefix)
  return rows.flatMap(({ key, value }) => {
    const person = org.people.find((p) => p.id === key.slice(prefix.length))
    return person && !org.people.some((p) => p.id === value)
      ? [{ name: person.name, written: person.id, seen: value }]
      : []
  })
}
