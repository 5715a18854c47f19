import type { Role } from './core/org.js'
import type { House } from './house.js'
import type { PlainDate } from './core/day.js'
import type { Reply, Turn } from './turn.js'

/** What a command's pure part may look at. */
export interface Said {
  /** Without the call, half-width, record numbers in Arabic digits, one space between pieces, no closing particles. */
  readonly words: string
  /** The same without any space or punctuation. */
  readonly tight: string
  /** As typed, without the call. */
  readonly raw: string
  /** In private, by name, by @ or by quoting the bot. */
  readonly called: boolean
  readonly private: boolean
  /** Record numbers the quoted message is about. */
  readonly quoted: readonly number[]
  readonly house: House
  readonly today: PlainDate
}

/**
 * One thing people can ask for. `parse` is pure and gives null for words that are not its own; `run` decides, writes
 * through the store and answers; null from it means silence (the words were chatter after all).
 */
export interface Command<A> {
  /** As it stands in 帮助. */
  readonly name: string
  /** The least role that may; below it the wish is passed on to the office. `contact`: own branch. */
  readonly access: Role
  /** Works in a room without calling the bot (作废128). */
  readonly uncalled?: boolean
  /** What else may stand beside it and says the same: 101和102拆开，不是一场. */
  readonly saidAgain?: RegExp
  /** Answers with figures of a time: a time left out of the question would make others of them. */
  readonly ofTimes?: true
  /** Asked by branch, kind and time alone, in any order: such words said to the bot are never a report. */
  readonly sums?: true
  /** What people type, and what is read from it; executed by tests/commands/examples.spec.ts. */
  readonly examples: readonly (readonly [text: string, args: A])[]
  parse(said: Said): A | null
  run(args: A, turn: Turn): Promise<Reply[] | null>
}

/** A command whose argument type is its own affair. */
export type AnyCommand = Command<never>

const rank: Record<Role, number> = { member: 0, contact: 1, secretariat: 2, admin: 3 }
export const atLeast = (role: Role, needed: Role): boolean => rank[role] >= rank[needed]
