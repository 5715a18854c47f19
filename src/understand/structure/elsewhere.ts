import type { Figure } from '../figures/figures.js'
import type { KindMention } from '../mentions/mention.js'
import type { Scan } from '../scan.js'
import { isPeople } from './draft.js'

const place =
  /([\u4e00-\u9fa5]{1,6}?(?:小学|中学|大学|学校|职高|幼儿园|社区|小区|[^,，。;]村|敬老院|养老院|福利院|厂|公司|医院|广场|派出所|消防站|工地|集市|[一二三四五六七八九十]中|[一二三四五六七八九十]小))[^,，。;0-9]{0,8}$/

/** The place told right in front of a kind, or in the short clause before it. */
function placeOf(s: Scan, k: KindMention): string | null {
  const c = s.clauses[k.clause]!
  const before = k.clause > 0 ? s.clauses[k.clause - 1]! : undefined
  const own = place.exec(s.text.slice(Math.max(c.start, k.start - 24), k.start))?.[1]
  if (own) return own
  if (!before || k.start - c.start > 1 || before.sentence !== c.sentence) return null
  return place.exec(s.text.slice(Math.max(before.start, before.end - 16), before.end))?.[1] ?? null
}

const summed = /一共|合计|共计|总共|总计|加起来|两场共|[两三四]场/

/** The same kind at two places, each named, and nothing that counts them together. */
export function elsewhere(
  s: Scan,
  a: KindMention,
  b: KindMention,
  own: readonly Figure[],
  mine: readonly Figure[],
): boolean {
  const once = (f: Figure): boolean => f.counts === 'sessions' && f.measure.value === 1
  if ([...own, ...mine].some((f) => !isPeople(f) && f.counts !== 'materials' && !once(f))) return false
  if (own.filter(isPeople).length !== 1 || mine.filter(isPeople).length !== 1) return false
  const [x, y] = [placeOf(s, a), placeOf(s, b)]
  if (!x || !y || x === y) return false
  const { sentence } = s.clauses[b.clause]!
  const rest = s.text.slice(own.at(-1)!.end, own.at(-1)!.end + 40).split(/[。;\n]/, 1)[0]!
  return sentence >= s.clauses[a.clause]!.sentence && !summed.test(rest)
}
