import { isPeople } from '../structure/draft.js'
import type { Figure } from '../figures/figures.js'
import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'
import { overlapping } from '../text/ordered.js'

/** Headcounts of a telling that may be parts of its attendance. */
const headsOf = ({ draft }: Built): Figure[] =>
  draft.figures.filter((f) => isPeople(f) && !f.part && !f.each && !f.aside)

/** 学生560人、人次3: a sum in which one part is next to nothing, or all but all. */
export function unlikeParts(b: Built): boolean {
  const heads = headsOf(b)
  const total = b.report.attendance?.value
  if (total === undefined || heads.length < 2 || heads.some((f) => f.total || f.actual)) return false
  const values = heads.map((f) => f.measure.value)
  return (
    values.reduce((n, v) => n + v, 0) === total &&
    (Math.min(...values) < 4 || Math.max(...values) > 25 * Math.min(...values))
  )
}

/**
 * 歌会45人；下棋20人, 听课64人，贴了的52人, 我报的58，错，签到表是68: between the parts of the sum stands a stop, a deed, a number
 * of sessions or a word of setting right, so they may be no parts of one.
 */
export function partsApart(s: Scan, b: Built): boolean {
  const total = b.report.attendance?.value
  const heads = headsOf(b)
  if (total === undefined || heads.length < 2 || heads.some((f) => f.measure.value === total)) return false
  const [from, to] = [heads[0]!.end, heads.at(-1)!.start]
  return (
    /[；;。\n]|[说报写记弄]?错了?[,，、]|不对|核(对|实|了|准|过)|签到|(?<![男女老小大])的$/.test(
      s.text.slice(from, to),
    ) ||
    overlapping(s.kinds, from, to) !== undefined ||
    b.draft.figures.some((f) => f.counts === 'sessions' && f.start >= from && f.end <= to)
  )
}

/** 来了36人，…微信上又答复了7个: a few told behind those who came, in words of what they did, may be of them or besides. */
export function smallBehind(s: Scan, b: Built): boolean {
  const heads = headsOf(b)
  const [first, ...others] = heads
  const total = b.report.attendance?.value
  if (!first || total === undefined || heads.some((f) => f.total || f.actual)) return false
  if (heads.reduce((n, f) => n + f.measure.value, 0) !== total) return false
  return others.some((f) => {
    if (f.clause === first.clause || 2 * f.measure.value >= first.measure.value) return false
    const lead = s.text.slice(s.clauses[f.clause]!.start, f.start)
    return didSo.test(lead) && !beside.test(lead)
  })
}
/** What some of those who came did, or what was done for others. */
const didSo =
  /又(?:有|来|答|给|看|补)|后来|补(?:考|来|到|看)|微信|电话|上门|回访|答[复了疑]|抽[到出中]|评出|推[选荐]|表彰|拄|另约|回头/
/** 老师8人, 下午40人: others beside them, in a word of their own. */
const beside =
  /第[一二三四五六]|[上下]午|晚上|早上|老师|教师|班主任|家长|学生|孩子|小孩|大人|干部|另外|[男女](?:的|工|生)?$/
