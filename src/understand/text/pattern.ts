import { needsOf } from './needs.js'

/** Whether a pattern matches within `[from, to)` of a text; without them in all of it. */
export type Pattern = (text: string, from?: number, to?: number) => boolean

/* A pattern is tried only in a message that holds one of the words it cannot do without (needs.ts). */

/** The patterns that a character, or a pair of characters, makes worth trying. */
const wakes = new Map<number, number[]>()
/** Whether a character (1) or a pair that begins with it (2) wakes any. */
const leads = new Uint8Array(0x10000)
/** The turn in which each pattern was woken last. */
let woken = new Uint32Array(1024)
let patterns = 0
let turn = 0
/** The message looked through last. */
let heard = ''

/** A pattern of `source`, which sees no more of the text than the stretch it is asked about: ^ and $ are its ends. */
export function pattern(source: RegExp): Pattern {
  const needs = needsOf(source)
  if (!needs) return (text, from = 0, to = text.length) => source.test(text.slice(Math.max(0, from), to))
  const id = patterns++
  if (id === woken.length) {
    const more = new Uint32Array(2 * id)
    more.set(woken)
    woken = more
  }
  for (const word of needs) {
    const key = keyOf(word, 0, Math.min(2, word.length))
    leads[word.charCodeAt(0)]! |= Math.min(2, word.length)
    const ids = wakes.get(key)
    if (!ids) wakes.set(key, [id])
    else if (ids.at(-1) !== id) ids.push(id)
  }
  heard = ''
  return (text, from = 0, to = text.length) => {
    if (text !== heard) hear(text)
    return woken[id] === turn && source.test(text.slice(Math.max(0, from), to))
  }
}

/** Looks a message through once for the words that patterns need. */
function hear(text: string): void {
  heard = text
  turn++
  for (let i = 0; i < text.length; i++) {
    const lead = leads[text.charCodeAt(i)]!
    if (lead & 1) wake(keyOf(text, i, 1))
    if (lead & 2 && i + 1 < text.length) wake(keyOf(text, i, 2))
  }
}

function wake(key: number): void {
  const ids = wakes.get(key)
  if (ids) for (const id of ids) woken[id] = turn
}

const keyOf = (text: string, at: number, length: number): number =>
  length === 1 ? text.charCodeAt(at) : (text.charCodeAt(at) << 16) ^ text.charCodeAt(at + 1)
