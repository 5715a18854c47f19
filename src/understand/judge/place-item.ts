import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'

const village = /(?:社区|小区|村|屯|街道)$/
const pause = /[,，、 ]/

/** 11/18讲座，某社区，58人 where that community has a group of ours: who held it, or the place it was held at. */
export function placeItem(s: Scan, { draft }: Built): boolean {
  const token = draft.branch?.token
  if (!token?.bare || !village.test(s.text.slice(token.start, token.end))) return false
  if (!pause.test(s.text[token.start - 1] ?? '-') || !pause.test(s.text[token.end] ?? '-')) return false
  const clause = s.clauses[draft.branch!.clause]
  const before = s.clauses[draft.branch!.clause - 1]
  return (
    clause !== undefined &&
    before !== undefined &&
    before.sentence === clause.sentence &&
    clause.start === token.start &&
    clause.end === token.end &&
    s.kinds.some((k) => k.end <= token.start && k.start >= before.start)
  )
}
