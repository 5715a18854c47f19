import type { Instant, Store } from './store.js'

/** A time the bot was not in the rooms: nothing said then was heard, unless the platform delivered it afterwards. */
export interface Away {
  readonly from: Instant
  readonly to: Instant
}

/**
 * Kept as settings: `online:last` is the last instant the bot was surely online, `offline:<from>` holds the end of an
 * interval, both ISO. One rule covers a lost connection, a killed process and a sleeping computer: whoever finds
 * `online:last` too old writes the interval down.
 */
const lastKey = 'online:last'
const awayPrefix = 'offline:'

/** Shorter gaps are not worth a line: between two ticks of a minute every restart would show. */
export const shortestAwayMs = 2 * 60_000

/** Intervals are forgotten this long after their end. */
const keptDays = 60

/** To be called at every tick while online, and when the connection comes and goes; gives the interval just ended. */
export async function noteOnline(store: Pick<Store, 'settings'>, now: Date): Promise<Away | null> {
  const { settings } = store
  const last = await settings.get(lastKey)
  const to = now.toISOString()
  if (last !== null && last >= to) return null
  await settings.set(lastKey, to)
  if (last === null || now.getTime() - Date.parse(last) <= shortestAwayMs) return null
  await settings.set(`${awayPrefix}${last}`, to)
  const oldest = new Date(now.getTime() - keptDays * 86_400_000).toISOString()
  for (const { key, value } of await settings.list(awayPrefix)) if (value < oldest) await settings.remove(key)
  return { from: last, to }
}

/** The last instant the bot was surely online; null before the first time. */
export const lastOnline = (store: Pick<Store, 'settings'>): Promise<Instant | null> =>
  store.settings.get(lastKey)

/** Intervals that touch `from`…`to`, oldest first, cut to it: what the morning line says of the night. */
export async function awayBetween(
  store: Pick<Store, 'settings'>,
  from: Instant,
  to: Instant,
): Promise<readonly Away[]> {
  const rows = await store.settings.list(awayPrefix)
  return rows
    .map(({ key, value }) => ({ from: key.slice(awayPrefix.length), to: value }))
    .filter((away) => away.to > from && away.from < to)
    .map((away) => ({ from: away.from < from ? from : away.from, to: away.to > to ? to : away.to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}
