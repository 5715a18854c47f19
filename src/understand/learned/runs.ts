/** No run that is known. */
export const none = 0
/** The run of no character. */
export const empty = 1
/** Numbers of runs are below this. */
export const most = 2 ** 15
/** Twice as many places as runs, so that most are found where they are looked for first. */
const bits = 16
const places = 2 ** bits

/**
 * Runs of characters with numbers, in one table: an entry says which run is gone on from and with which character. So a
 * text is looked through without cutting anything out of it. What is often seen should be added first: it lies together.
 */
export class Runs {
  readonly #entries = new Int32Array(places)
  /** The run that the entry at the same place makes. */
  readonly #numbers = new Uint16Array(places)
  #last = empty

  /** The number of a run, which is known from now on. */
  add(run: string): number {
    let number = empty
    for (let i = 0; i < run.length; i++) {
      const entry = entryOf(number, run, i)
      const at = this.#place(entry)
      if (this.#entries[at] === 0) {
        if (++this.#last === most) throw new Error('more runs than there are numbers')
        this.#entries[at] = entry
        this.#numbers[at] = this.#last
      }
      number = this.#numbers[at]!
    }
    return number
  }

  /** What a run becomes that goes on with the characters of a text from one place to another, or `none`. */
  on(run: number, text: string, from: number, to: number): number {
    let number = run
    for (let i = from; i < to && number !== none; i++)
      number = this.#numbers[this.#place(entryOf(number, text, i))]!
    return number
  }

  /** Where an entry stands, or would stand. */
  #place(entry: number): number {
    let at = Math.imul(entry, 0x9e3779b1) >>> (32 - bits)
    while (this.#entries[at] !== entry && this.#entries[at] !== 0) at = (at + 1) % places
    return at
  }
}

/** Never 0, which is a free place: no run has the number 0. */
const entryOf = (run: number, text: string, at: number): number => (run << 16) | text.charCodeAt(at)
