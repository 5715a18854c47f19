import { firstBehind } from '../text/ordered.js'
import type { Clause } from '../form/clauses.js'
import type { Token } from '../tokens.js'
import type { UnitMention } from './units.js'

const beside = /^(老科协|的)?[、和与及跟](老科协)?$/
/** 各搞各的, 都下了村: that each did something, not what they did, nor that they did it together. */
const eachOfThem =
  /^(老科协|分会)?(各[^0-9、和与及跟,，]{1,6}的?|都[^0-9、和与及跟,，]{1,6}|均[^0-9、和与及跟,，]{1,6}|分别[^0-9、和与及跟,，]{0,6})?[:：,，。;；]{0,2}$/
const together = /联合|合办|合作|共同|一同|一起|一道|联手|携手/
/** Characters between the two that were named and the word that takes them up. */
const farthest = 60

/** 甲会、乙会各搞各的：前者讲课82人，后者义诊109人: each of the two named before did what stands behind its word. */
export function formerAndLatter(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  units: readonly UnitMention[],
): readonly UnitMention[] {
  const former = text.indexOf('前者')
  const latter = former < 0 ? -1 : text.indexOf('后者', former)
  if (latter < 0 || latter - former > farthest) return units
  const named = units.filter((u) => u.token.end <= former && u.token.end > former - farthest)
  const [a, b] = named.slice(-2)
  if (!a || !b || a.token.unit === b.token.unit || a.role === 'none') return units
  if (!beside.test(text.slice(a.token.end, b.token.start))) return units
  if (together.test(text.slice(a.token.start, former))) return units
  const between = tokens.filter((t) => t.start >= b.token.end && t.end <= former)
  if (between.some((t) => t.type === 'word' && t.word.kind)) return units
  let said = ''
  let from = b.token.end
  for (const t of between) {
    if (t.type !== 'date') continue
    said += text.slice(from, t.start)
    from = t.end
  }
  if (!eachOfThem.test(said + text.slice(from, former))) return units
  if (units.some((u) => u.token.start > former && u.token.start < latter)) return units
  const again = (u: UnitMention, start: number): UnitMention => {
    const clause = firstBehind(cs, start)
    let at = cs[clause]!.from
    while (at + 1 < cs[clause]!.to && tokens[at]!.end <= start) at++
    return { token: { ...u.token, start, end: start + 2 }, at, clause, role: 'subject' }
  }
  const others = units.map((u): UnitMention => (u === b ? { ...u, role: 'none' } : u))
  return [...others, again(a, former), again(b, latter)].sort((x, y) => x.token.start - y.token.start)
}
