import type { Turn } from '../turn.js'
import type { Query } from './tally.js'

const key = (person: string): string => `lastq:${person}`

/** Keeps the question somebody asked last, so that 「凭据」 alone opens its answer. */
export const rememberQuery = (turn: Turn, query: Query): Promise<void> =>
  turn.store.settings.set(key(turn.sender.id), JSON.stringify(query))

export async function lastQuery(turn: Turn): Promise<Query | null> {
  const kept = await turn.store.settings.get(key(turn.sender.id))
  return kept === null ? null : (JSON.parse(kept) as Query)
}
