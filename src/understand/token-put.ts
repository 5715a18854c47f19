import type { DateFind } from './dates/dates.js'
import type { Entry } from './words/lexicon.js'
import type { Dimension } from './words/measures.js'
import type { NumberFind } from './numbers/numbers.js'
import type { Mark, Token } from './tokens.js'

/** What any token may have. All have all of it in memory: what is read of every token then lies at one place in it. */
interface Fields {
  readonly type: Token['type']
  readonly start: number
  readonly end: number
  readonly aside: boolean
  unit: string | null
  bare: boolean
  date: DateFind | null
  num: NumberFind | null
  dimension: Dimension | null
  word: Entry | null
  book: boolean
  mark: Mark | null
}
/** Puts a token behind the others; what only its type has is still to be set. */
export function put(
  tokens: Token[],
  type: Token['type'],
  start: number,
  end: number,
  aside: boolean,
): Fields {
  const token: Fields = {
    type,
    start,
    end,
    aside,
    unit: null,
    bare: false,
    date: null,
    num: null,
    dimension: null,
    word: null,
    book: false,
    mark: null,
  }
  tokens.push(token as Token)
  return token
}
