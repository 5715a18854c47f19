import { createHash } from 'node:crypto'

/** A message heard or said lately. Of its words only a hash is kept. */
export interface Heard {
  readonly id: string
  /** Room, or the person of a private chat. */
  readonly lane: string
  readonly sender: string
  readonly name: string
  readonly hash: string
  readonly at: number
  /** Which login it was heard in; 0: before this process. */
  readonly life: number
}

export const hashOf = (text: string): string =>
  createHash('sha256').update(text.trim()).digest('base64url').slice(0, 16)

const softMs = 2 * 60_000
/** WeChat lets people take a message back for two minutes; some slack for clocks. */
const recallMs = 3 * 60_000

/** What was heard lately: to hear each message once, and to find what a quote or a recall means. */
export interface Memory {
  /** The id the house knows a message by, if it was heard: its own, or that of the earlier delivery it repeats. */
  known(id: string): string | undefined
  /**
   * The earlier delivery this one repeats under a new id: same lane, sender and words within two minutes, heard
   * in an earlier life, and not yet repeated. Two equal messages in one life are two messages.
   */
  repeated(heard: Heard): string | undefined
  add(heard: Heard): void
  /** The one message of these words in the lane, by this name where several have them; else undefined. */
  quoted(lane: string, name: string, text: string): string | undefined
  /** The one message a nameless recall can mean; undefined when none or several. */
  recallable(lane: string, sender: string, at: number): string | undefined
}

export function createMemory(earlier: readonly Heard[] = [], limit = 5000): Memory {
  const rows = new Map<string, Heard>()
  const same = new Map<string, string>()
  const repeats = new Set<string>()
  const add = (heard: Heard): void => {
    rows.set(heard.id, heard)
    const oldest = rows.size > limit ? rows.keys().next().value : undefined
    if (oldest === undefined) return
    rows.delete(oldest)
    repeats.delete(oldest)
    if (same.size > limit) same.delete(same.keys().next().value ?? '')
  }
  for (const heard of earlier) add({ ...heard, life: 0 })

  /** The one row that fits, newest first and no further back than `since`. */
  const only = (since: number, fits: (row: Heard) => boolean): string | undefined => {
    const found = [...rows.values()].filter((row) => row.at >= since && fits(row))
    return found.length === 1 ? found[0]?.id : undefined
  }

  return {
    known: (id) => same.get(id) ?? (rows.get(id)?.life === 0 ? undefined : rows.get(id)?.id),
    repeated: ({ id, lane, sender, hash, at, life }) => {
      for (const row of rows.values()) {
        if (row.life >= life || row.lane !== lane || row.sender !== sender || row.hash !== hash) continue
        if (row.id === id || Math.abs(row.at - at) > softMs || repeats.has(row.id)) continue
        repeats.add(row.id)
        same.set(id, row.id)
        return row.id
      }
      return undefined
    },
    add,
    quoted: (lane, name, text) => {
      const hash = hashOf(text)
      const fits = (row: Heard): boolean => row.lane === lane && row.hash === hash
      // People quote under the name they keep for somebody, so the words decide first.
      return only(0, fits) ?? only(0, (row) => fits(row) && row.name === name)
    },
    recallable: (lane, sender, at) =>
      only(at - recallMs, (row) => row.lane === lane && row.sender === sender && row.at <= at),
  }
}
