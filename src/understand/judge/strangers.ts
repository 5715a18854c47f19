import { isHan } from '../text/chars.js'
import type { Scan } from '../scan.js'
import { once } from '../text/once.js'
import { firstBehind, overlapping } from '../text/ordered.js'
import type { Token } from '../tokens.js'

/** A unit's name that the org file does not know, standing where the doer stands. */
export interface Stranger {
  readonly words: string
  readonly start: number
  readonly end: number
}

/** Names looked at in one message; more are hostile. */
const most = 16
const endings = ['老科协', '分会', '专委会', '老科技工作者协会', '老科学技术工作者协会', '支会']
/** Levels of places, highest first: an association of a city has districts, not other cities. */
const levels: readonly (readonly [rank: number, ends: readonly string[]])[] = [
  [0, ['省', '自治区', '中国', '全国', '国家']],
  [1, ['市', '盟', '州', '地区']],
  [2, ['县', '区', '旗']],
  [3, ['镇', '乡', '街道', '村', '社区']],
]
const rankOf = (stem: string): number => {
  for (const [rank, ends] of levels) if (ends.some((e) => stem.endsWith(e))) return rank
  return 4
}

/** Characters no name of a unit has: words of address, verbs, counters, all units at once. */
const noName =
  '各每本我咱俺你您他她它该贵某这那哪其此两三几多个全所有的了和与同跟及或在到去由对向给为被把将请报是说听看问让从按据随使令谢贺祝示迎应受由经今昨明开办搞举组加参第新先直会委们好者员促推进动强发挥立善健充,、'
/** Sorts of units, not units. */
const sorts: ReadonlySet<string> = new Set(
  '社区 企业 高校 基层 乡镇 街道 农村 县区 区县 机关 学校 省级 市级 县级 区级 省直 市直 县直 院校 国企 部门 行业 旗县 旗县区 县市区 外地 当地 大学 医院'.split(
    ' ',
  ),
)
/** Words that are no part of the name behind them. */
const leads =
  /^(?:(?:今天|昨天|前天|上午|下午|晚上|报告|汇报|通知|单位|感谢|谢谢|联合|邀请|关于|根据|按照|祝贺|欢迎|支持|来自|代表|组织|作为|以及|另外|同时|其中|原|现任|时任)+)/

/**
 * 城南分会6月5日…, 东湖老科协昨天…: names of units that look like ours but are none the org file has. A name of the root's
 * own level or above is another association's and no stranger of ours.
 */
export const strangers = once((s: Scan): readonly Stranger[] => {
  const out: Stranger[] = []
  const rank = s.root === null ? 4 : rankOf(stemOf(s.root))
  let seen = 0
  for (let i = 0; i < s.text.length && seen < most; i++) {
    const c = s.text[i]
    if (c !== '老' && c !== '分' && c !== '专' && c !== '支') continue
    const ending = endings.find((e) => s.text.startsWith(e, i))
    if (ending === undefined) continue
    seen++
    const found = nameBefore(s, i, ending, rank)
    if (found && doer(s, found)) out.push(found)
    i += ending.length - 1
  }
  return out
})

const stemOf = (name: string): string => {
  const ending = endings.find((e) => name.endsWith(e))
  return ending === undefined ? name : name.slice(0, -ending.length)
}

/** The characters in front that make the name, up to six, none of them a known unit, day, number or mark. */
function nameBefore(s: Scan, at: number, ending: string, rank: number): Stranger | null {
  let start = at
  while (start > 0 && at - start < 8 && isHan(s.text.charCodeAt(start - 1))) start--
  const token = lastSolid(s.tokens, start, at)
  if (token > start) start = token
  const lead = leads.exec(s.text.slice(start, at))
  if (lead) start += lead[0].length
  const stem = s.text.slice(start, at)
  if (stem.length < 2 || stem.length > 6 || sorts.has(stem) || [...stem].some((c) => noName.includes(c)))
    return null
  if (
    overlapping(
      s.units.map((u) => u.token),
      start,
      at + ending.length,
    )
  )
    return null
  if (ending !== '分会' && ending !== '专委会' && ending !== '支会' && rankOf(stem) <= rank) return null
  return { words: s.text.slice(start, at + ending.length), start, end: at + ending.length }
}

/** End of the last unit, day, number or title that reaches into the run. */
function lastSolid(tokens: readonly Token[], from: number, to: number): number {
  let end = from
  for (const t of tokens) {
    if (t.start >= to) break
    if (t.end > from && t.end <= to && (t.type !== 'word' || t.word.tags.length > 0) && t.type !== 'mark')
      end = Math.max(end, t.end)
    else if (t.start < to && t.end > to && t.type === 'unit') return to
  }
  return end
}

/** At the head of its clause, behind its day or a label, or alone as a signature. */
function doer(s: Scan, x: Stranger): boolean {
  const behind = s.text[x.end] ?? '\n'
  if (
    '的网会公办'.includes(behind) &&
    !/^(会议|会员|公园|办了|办班|会同|举办)/.test(s.text.slice(x.end, x.end + 2))
  )
    return false
  const clause = s.clauses[firstBehind(s.clauses, x.start)]
  if (!clause) return false
  const lead = s.text.slice(clause.start, x.start).replace(/^[\s:：【】(（)）\d.、—–―~-]+|[\s:：]+$/g, '')
  if (lead === '') return true
  if (/(单位|分会|报送|主办|承办|填报人|组织)$/.test(lead)) return true
  const days = s.dates.filter((d) => d.token.start >= clause.start && d.token.end <= x.start)
  const length = days.reduce((n, d) => n + d.token.end - d.token.start, 0)
  return days.length > 0 && lead.length - length <= 2
}

/** The unknown unit a telling without a branch is told of: the one named before its kind, or the only one there is. */
export function strangerOf(s: Scan, from: number, to: number): Stranger | null {
  const all = strangers(s)
  return all.findLast((x) => x.start >= from && x.start < to) ?? (all.length === 1 ? all[0]! : null)
}
