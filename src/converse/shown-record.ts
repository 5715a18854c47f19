import { instant, type Turn } from '../turn.js'

/** Minutes in which 不对，是83人 is about the record shown to the sender. */
const shownMinutes = 10

const keyOf = (person: string): string => `lastrec:${person}`

/** Keeps which record was shown to the sender. */
export const rememberShown = ({ store, sender, now }: Turn, no: number): Promise<void> =>
  store.settings.set(keyOf(sender.id), JSON.stringify({ no, at: instant(now) }))

/** The record shown to the sender a moment ago, where it was told before that; null for none. */
export async function shownRecord({ store, sender, now }: Turn): Promise<number | null> {
  const kept = await store.settings.get(keyOf(sender.id))
  if (kept === null) return null
  const { no, at } = JSON.parse(kept) as { readonly no: number; readonly at: string }
  if (at < instant(new Date(now.getTime() - shownMinutes * 60_000))) return null
  const later = await store.records.list({ reporter: sender.id, createdFrom: at, limit: 1 })
  return later.length === 0 ? no : null
}
