import { wholeNumber } from '../numbers/numeral.js'
import { isHan } from '../text/chars.js'
import { without, type Normalized } from '../text/normalize.js'
import { pattern } from '../text/pattern.js'
import { numeral, rows } from './by-the-way-rows.js'

type Stretch = readonly [from: number, to: number]

const ways = rows.map((r) => ({ ...r, clause: pattern(r.clause) }))

/** Characters of the longest clause that is looked at, and clauses of a message. */
const longest = 24
const most = 60

/**
 * The message without the clauses that only tell a number by the way. What is left is read as if they had not been said; spans
 * still point into the text as typed. A message that says nothing else stays as it is.
 */
export function withoutByTheWay(n: Normalized): Normalized {
  const cs = clausesOf(n.text)
  if (cs.length < 2 || cs.length > most) return n
  // the first clause says who and when
  const aside = cs.filter((c, k) => k > 0 && !lends.test(n.text.slice(...c)) && isAside(n.text, c, cs))
  return aside.length === 0 || aside.length === cs.length
    ? n
    : without(
        n,
        aside.map((c) => withStop(n.text, c)),
      )
}

const stops = ',，。;；!！?？~\n'
const isStop = (c: string | undefined): boolean => c !== undefined && stops.includes(c)

/** Between stops, and between spaces that part words. */
function clausesOf(text: string): Stretch[] {
  const out: Stretch[] = []
  let from = 0
  for (let i = 0; i <= text.length; i++) {
    const parts =
      i === text.length ||
      isStop(text[i]) ||
      (text[i] === ' ' && isHan(text.charCodeAt(i - 1)) && isHan(text.charCodeAt(i + 1)))
    if (!parts) continue
    if (i > from) out.push([from, i])
    from = i + 1
  }
  return out
}

/** One of ours is named in it. */
const lends = /^(?!隔壁|兄弟|人家|听说).*(?:老科协|分会|专委会|讲师团|工作站|服务队)/
const holdsNumber = new RegExp(numeral)

function isAside(text: string, c: Stretch, all: readonly Stretch[]): boolean {
  const [from, to] = c
  if (to - from > longest || to - from < 4) return false
  const words = text.slice(from, to)
  if (!holdsNumber.test(words)) return false
  const row = ways.find(
    (r) =>
      r.clause(text, from, to) &&
      !r.unless?.test(words) &&
      !r.next?.test(text.slice(to, to + 24)) &&
      !r.never?.test(text),
  )
  if (!row) return false
  if (!row.beside) return true
  const others = all.filter((x) => x !== c).map(([a, b]) => Math.max(0, ...headsIn(text.slice(a, b))))
  return Math.max(0, ...others) > (row.beside === 'more' ? Math.max(0, ...numbersIn(words)) : 0)
}

const number = new RegExp(`${numeral}{1,7}`, 'g')
const head = new RegExp(
  `(${numeral}{1,7})(?:多|来|余|几)?(?:个|名|位|号)?(?:人|名|位|号|个)|人数?(?:有|是|为|:|共|一共)?(${numeral}{1,7})$`,
  'g',
)
const valueOf = (words: string): number =>
  /^[0-9]+$/.test(words) ? Number(words) : (wholeNumber(words) ?? 0)
const numbersIn = (words: string): number[] => [...words.matchAll(number)].map((m) => valueOf(m[0]))
/** What may be headcounts. */
const headsIn = (words: string): number[] => [...words.matchAll(head)].map((m) => valueOf(m[1] ?? m[2]!))

/** The clause with the stop it needs no more: the weaker of the two around it. */
function withStop(text: string, [from, to]: Stretch): Stretch {
  const strong = to >= text.length || !',， '.includes(text[to]!)
  return strong && from > 0 && ',， '.includes(text[from - 1]!)
    ? [from - 1, to]
    : [from, Math.min(text.length, to + 1)]
}
