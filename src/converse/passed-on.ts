import { mask } from '../core/mask.js'
import type { Told } from '../ledger/record.js'
import { similarity } from '../ledger/same-event.js'
import type { PersonRow } from '../store.js'
import { instant, type Turn } from '../turn.js'
import { isCalled } from './called-person.js'

// What a pasted text and a merged forward have in common: whose words they are, and whether they are known already.

/** Text alike by so much is the message heard in the room. */
const alike = 0.8
const days = 86_400_000

/**
 * The one person of that name; among several the one of the sender's branch, else the one of the org file: that name is
 * the one the association knows. Somebody of the same name may be the same person the office has not confirmed yet.
 */
export async function tellerOf({ store, sender }: Turn, name: string): Promise<PersonRow | null> {
  const named = await store.people.byName(name)
  const own = named.filter((p) => p.unit !== null && p.unit === sender.unit)
  const inOrg = named.filter((p) => p.inOrg)
  const [one] = [named, own, inOrg].filter((some) => some.length === 1)
  return one?.[0] ?? null
}

/** 老李, 李老师: the one of the sender's branch who is called so. */
export async function calledIn({ store, house, sender }: Turn, words: string): Promise<PersonRow | null> {
  const near = house.org.people.filter(
    (p) => p.unit !== undefined && p.unit === sender.unit && p.id !== sender.id,
  )
  const [one, ...more] = near.filter((p) => isCalled(p.name, words))
  return one && more.length === 0 ? store.people.byId(one.id) : null
}

/** What the book knows of words heard in the room already, or passed on before. */
export interface Known {
  readonly room: string | null
  /** Numbers that stand; empty where all were voided. */
  readonly nos: readonly number[]
  readonly voided: number | null
}

/** The records made of these words of the turn's sender within three days; null: none. */
export async function knownAlready(then: Turn, words: string): Promise<Known | null> {
  const { store, message } = then
  const text = mask(words).text.trim()
  const from = instant(new Date(message.sentAt.getTime() - 3 * days))
  const near = await store.sources.ofSender(then.sender.id, from, instant(then.now))
  for (const source of near.toReversed()) {
    if (similarity(source.text, text) < alike && !source.text.includes(text)) continue
    const records = await store.records.bySource(source.messageId)
    const nos = records.filter((r) => r.status !== 'void').map((r) => r.no)
    if (records.length > 0) return { room: source.room, nos, voided: records[0]!.no }
  }
  return null
}

/** 记王秀兰、李建国报的；赵大爷我还不认识，记您报的 */
export function noteOf(
  parts: readonly { readonly name: string; readonly teller: Pick<PersonRow, 'name'> | null }[],
): string {
  const known = parts.flatMap(({ teller }) => (teller ? [teller.name] : []))
  const others = parts.flatMap(({ name, teller }) => (teller ? [] : [name]))
  return [
    ...(known.length > 0 ? [`记${[...new Set(known)].join('、')}报的`] : []),
    ...(others.length > 0 ? [`${[...new Set(others)].join('、')}我还不认识，记您报的`] : []),
  ].join('；')
}

/** Several messages' outcome as one. */
export const together = (a: Told, b: Told): Told => ({
  booked: [...a.booked, ...b.booked],
  doubts: new Map([...a.doubts, ...b.doubts]),
  pending: [...a.pending, ...b.pending],
  witnessed: [...a.witnessed, ...b.witnessed],
  joints: [...a.joints, ...b.joints],
  hidden: a.hidden || b.hidden,
  nothingNew: a.nothingNew && b.nothingNew,
})
