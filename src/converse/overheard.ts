import type { House } from '../house.js'
import type { Turn } from '../turn.js'

/** Who spoke last in a room, when somebody else did, and the last 接龙. In memory alone: chatter is never written anywhere. */
interface Overheard {
  readonly person: string
  readonly at: number
  /** When anybody but that person spoke last; 0: not since the start. */
  readonly others: number
  readonly chain: { readonly title: string; readonly at: number } | null
}
/** What stands in front of a list is short; the rest of a message of any length is not looked at here. */
const longestHead = 500
const rooms = new WeakMap<House, Map<string, Overheard>>()

/** Keeps in mind that something was said there. */
export function overhear({ house, message, sender, now }: Turn): void {
  if (message.room === undefined) return
  const kept = rooms.get(house) ?? new Map<string, Overheard>()
  rooms.set(house, kept)
  const last = kept.get(message.room)
  const at = now.getTime()
  const title = chainTitle(message.text)
  kept.set(message.room, {
    person: sender.id,
    at,
    others: last === undefined ? 0 : last.person === sender.id ? last.others : last.at,
    chain: title === null ? (last?.chain ?? null) : { title, at },
  })
}

/** Whether anybody but the sender was heard there since. */
export function othersSpoke({ house, message, sender }: Turn, since: number): boolean {
  const last = rooms.get(house)?.get(message.room ?? '')
  return last !== undefined && (last.person === sender.id ? last.others : last.at) > since
}

/** Whether a 接龙 of another title was heard there since. */
export function otherChain({ house, message }: Turn, told: string, since: number): boolean {
  const chain = rooms.get(house)?.get(message.room ?? '')?.chain
  return chain != null && chain.at > since && chain.title !== chainTitle(told)
}

/** The lines in front of the first numbered one, of at most `longestHead` characters; null where it is no 接龙. */
function chainTitle(message: string): string | null {
  const text = message.slice(0, longestHead)
  const first = /(?:^|\n)[ \t\u3000]{0,8}\d{1,2}[ \t]{0,4}[.．、)）]/.exec(text)?.index
  const head = first === undefined ? '' : text.slice(0, first)
  return head.includes('接龙') ? head.replace(/\s/g, '').slice(0, 80) : null
}
