import { type Draft, isPeople } from './draft.js'
import type { Scan } from '../scan.js'
import { ends } from '../text/affixes.js'
import { pattern } from '../text/pattern.js'
import type { UnitMention } from '../units/units.js'

const whose = ends('是 为 由 属 属于 系')
const heldBy = pattern(/^(?:[^,，。;报交送给请转发]{0,10})(?:办|组织|开展|举办|的(?=$|[,，。;!])|讲|承担)/)
const toThem = ends('报 给 请 交 送 发 向 按 照 据 经 到')
const askedFor = pattern(/^[^,，。;]{0,4}(?:要求|通知|交办|布置|部署|统计|核|让|叫)/)
/** 以上都是某会的, 以上都由某会承担; not 以上都报某会了, 都是某会要求的. */
const held = (text: string, { token: { start, end } }: UnitMention): boolean =>
  (whose(text, start) || (!toThem(text, start) && heldBy(text, end, end + 16))) &&
  !askedFor(text, end, end + 10)

/** Tellings a word about all of them may stand behind. */
const most = 24

const opening = pattern(
  /^(?:以上|上面|上述|这)(?:[0-9一二三四五六七八九十两几]{1,3}?[场家次项条个处摊])?(?:活动|培训|讲座|义诊|全部|,|，)?(?:都|均|全)(?:是|为|由|属|系)?/,
)

/**
 * 甲村培训51人；乙村培训47人；以上都是某会5月办的，各1期: whose all of them were, when, and how many each, behind the last of them.
 */
export function saidOfAll(s: Scan, out: Draft[]): Draft[] {
  const last = out.at(-1)
  if (!last || out.length < 2 || out.length > most || !out.every((d) => d.figures.some(isPeople))) return out
  const { from, to } = last.segment
  const over = s.clauses
    .slice(from, to)
    .find((c) => c.start > last.start && opening(s.text, c.start, Math.min(c.end, c.start + 16)))
  if (!over || out.some((d) => d.figures.some((f) => isPeople(f) && f.start > over.start))) return out
  const behind = (start: number): boolean => start >= over.start
  const unit = s.units.find((u) => behind(u.token.start) && u.role !== 'partner' && held(s.text, u))
  const dates = s.dates.filter((m) => behind(m.token.start) && m.clause < to)
  const each = last.figures.find((f) => f.counts === 'sessions' && f.each && behind(f.start))
  for (const d of out) {
    if (unit && (d.branch === null || behind(d.branch.token.start))) d.branch = unit
    if (dates.length > 0 && d.dates.every((m) => behind(m.token.start))) d.dates = dates
    if (!each || d.figures.some((f) => f.counts === 'sessions' && f !== each)) continue
    if (d === last) d.figures.splice(d.figures.indexOf(each), 1)
    d.figures.push({ ...each, each: false })
  }
  return out
}
