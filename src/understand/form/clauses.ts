import type { Mark, Token } from '../tokens.js'

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

export function clauses(tokens: readonly Token[], text: string): Clause[] {
  const { length } = text
  const out: Clause[] = []
  let from = 0
  let start = 0
  let sentence = 0
  let line = 0
  const close = (to: number, end: number, after: Mark | null) => {
    for (const i of turns(tokens, from, to, text)) {
      const cut = tokens[i - 1]!.end
      out.push({ from, to: i, start, end: cut, sentence, line, after: 'comma' })
      from = i
      start = cut
    }
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

/** Tokens of a run that is looked through for turns, at least. */
const shortest = 5

/**
 * 讲座搞了三场来了一百九十人义诊搞了一次看了六十个人: spoken without a pause. Where several headcounts stand in one run, the next thing
 * told begins behind each: indices of the tokens that open it.
 */
function turns(tokens: readonly Token[], from: number, to: number, text: string): readonly number[] {
  if (to - from < shortest) return []
  let heads = 0
  for (let i = from; i < to; i++) if (isHeads(tokens[i]!)) heads++
  if (heads < 2) return []
  const out: number[] = []
  for (let i = from + 1; i < to; i++) {
    const last = tokens[i - 1]!
    const t = tokens[i]!
    // 周一义诊78人 周二休息 周三讲座51人: a day behind a space
    if (isSpace(last) && t.type === 'date' && !t.aside && i > from + 1 && tokens[i - 2]!.type !== 'date') {
      out.push(i)
      continue
    }
    if (!isHeads(last) || t.aside || last.aside) continue
    const opens = t.start === last.end && (t.type === 'date' || isKind(t))
    const led = /^(然后|接着|随后|后来|上午|下午|晚上|中午)/.test(text.slice(last.end, last.end + 2))
    if (opens || (led && kindAhead(tokens, i, to))) out.push(i)
  }
  return out
}

const isKind = (t: Token): boolean => t.type === 'word' && t.word.kind !== null

/** …36个人下午给社区讲防火来了42个人: something else is named before the next headcount. */
function kindAhead(tokens: readonly Token[], at: number, to: number): boolean {
  for (let i = at; i < to && !isHeads(tokens[i]!); i++) if (isKind(tokens[i]!)) return true
  return false
}

const isSpace = (t: Token): boolean => t.type === 'mark' && t.mark === 'space' && !t.aside

const isHeads = (t: Token): boolean => t.type === 'number' && t.dimension === 'people'
