/** What part of a pattern says of every text it matches. */
interface Part {
  /** All it can match, where that is a handful of words; null where it is open. */
  readonly words: readonly string[] | null
  /** One of these occurs in whatever it matches; null where nothing is sure. */
  readonly needs: readonly string[] | null
}

/** Words multiplied out at most: (讲|办|开)(课|会) are six. */
const handful = 64
const open: Part = { words: null, needs: null }
const empty: Part = { words: [''], needs: null }

/**
 * Words of which one occurs in every text the pattern matches: /(打算|准备)[^,]{0,4}办/ → 打算, 准备. Null where none is
 * sure to. The longer and the fewer, the better they tell; a group that may be left out and what must not stand there
 * say nothing.
 */
export function needsOf(pattern: RegExp): readonly string[] | null {
  if (pattern.flags !== '') return null
  const { source } = pattern
  let at = 0
  return needed(alternatives())

  function alternatives(): Part {
    const parts = [sequence()]
    while (source[at] === '|') {
      at++
      parts.push(sequence())
    }
    if (parts.length === 1) return parts[0]!
    const words = parts.every((p) => p.words) ? parts.flatMap((p) => p.words!) : null
    const needs = parts.map(needed)
    return {
      words: words && words.length <= handful ? words : null,
      needs: needs.every((n) => n !== null) ? needs.flat() : null,
    }
  }

  function sequence(): Part {
    let best: readonly string[] | null = null
    let run: readonly string[] = ['']
    let whole = true
    const close = (): void => {
      best = better(best, run)
      run = ['']
    }
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = repeated(atom())
      const { words } = part
      if (words && words.length * run.length <= handful) run = times(run, words)
      else {
        whole = false
        close()
        if (words) run = words
        else best = better(best, part.needs)
      }
    }
    return whole ? { words: run, needs: better(null, run) } : (close(), { words: null, needs: best })
  }

  /** What a quantifier leaves of the part before it. */
  function repeated(part: Part): Part {
    if (!'*+?{'.includes(source[at] ?? '-')) return part
    const found = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/.exec(source.slice(at, at + 12))
    if (!found) return part
    at += found[0].length
    const least = found[1] === undefined ? (found[0][0] === '+' ? 1 : 0) : Number(found[1])
    if (least === 0) return open
    return { words: null, needs: needed(part) }
  }

  function atom(): Part {
    const c = source[at++]!
    if (c === '^' || c === '$') return empty
    if (c === '.') return open
    if (c === '[') return set()
    if (c === '\\') return escaped()
    if (c !== '(') return { words: [c], needs: null }
    const lead = /^\?(?:<?[=!]|:|<\w+>)/.exec(source.slice(at, at + 24))?.[0] ?? ''
    at += lead.length
    const part = alternatives()
    at++
    return /[=!]$/.test(lead) ? empty : part
  }

  function set(): Part {
    const from = at
    while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1
    const inside = source.slice(from, at++)
    return /^\^|[\\-]/.test(inside) || inside.length > handful
      ? open
      : { words: Array.from(inside), needs: null }
  }

  function escaped(): Part {
    const c = source[at++]!
    if (c === 'u') at += 4
    return /[a-z0-9]/i.test(c) ? open : { words: [c], needs: null }
  }
}

/** Every word of one list with every word of the other behind it. */
function times(heads: readonly string[], tails: readonly string[]): string[] {
  const out: string[] = []
  for (const head of heads) for (const tail of tails) out.push(head + tail)
  return out
}

const needed = (p: Part): readonly string[] | null => (p.words ? better(p.needs, p.words) : p.needs)

/** Of two lists the one that tells more: longer words first, then fewer. */
function better(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  const length = b ? shortest(b) : 0
  if (!b || length === 0) return a
  if (!a) return b
  const more = Math.min(2, length) - Math.min(2, shortest(a))
  return more > 0 || (more === 0 && b.length < a.length) ? b : a
}
function shortest(words: readonly string[]): number {
  let least = Infinity
  for (const w of words) least = Math.min(least, w.length)
  return least
}
