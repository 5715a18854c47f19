import type { Mark, Token } from './tokens.js'

/** A run of tokens between commas; `[from, to)` are token indices, `[start, end)` offsets. Parentheses do not break it. */
export interface Clause {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  /** Counts 。！？； and line ends. */
  readonly sentence: number
  readonly line: number
  /** What ended it; null at the end of the text. */
  readonly after: Mark | null
}

const breaks: ReadonlySet<Mark> = new Set<Mark>(['line', 'stop', 'ask', 'semi', 'comma', 'slash'])
const strong: ReadonlySet<Mark> = new Set<Mark>(['line', 'stop', 'ask', 'semi'])

/** Tokens of the longest clause; nobody says more in one breath, and what looks around in a clause stays bounded. */
const longest = 80

export function clauses(tokens: readonly Token[], length: number): Clause[] {
  const out: Clause[] = []
  let from = 0
  let start = 0
  let sentence = 0
  let line = 0
  const close = (to: number, end: number, after: Mark | null) => {
    if (end > start) out.push({ from, to, start, end, sentence, line, after })
  }
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!
    if (i - from >= longest) {
      close(i, t.start, 'comma')
      from = i
      start = t.start
    }
    if (t.type !== 'mark' || t.aside || !breaks.has(t.mark)) continue
    close(i, t.start, t.mark)
    from = i + 1
    start = t.end
    if (strong.has(t.mark)) sentence++
    if (t.mark === 'line') line++
  }
  close(tokens.length, length, null)
  return out
}
