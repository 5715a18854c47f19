import { isHan } from '../text/chars.js'
import { near } from '../text/near.js'
import { postAt, postBefore } from './names.js'
import { bodies, closesItem, list, type NameFind } from './list.js'
import { trie } from '../text/trie.js'

/** Words with a lecturer's name behind them, perhaps after 是, 为 and where the person is from. `sure`: nothing else follows them. */
export const leads = trie<boolean>([
  ...`主讲人 主讲老师 主讲教师 主讲嘉宾 主讲专家 主讲医生 主讲教授 主讲者 主讲讲师 主讲 谁讲的 谁主讲 谁讲 讲者 教练员 教练 讲师 特邀讲师 特邀主讲 授课老师 授课教师 授课专家 授课人 授课者 授课讲师 授课的是 授课的 讲课的是 讲课的 讲课老师 讲课教师 讲课人 讲课者 讲课专家 报告人 宣讲人 宣讲员 演讲人 演讲者 讲解人 讲解员 讲述人 讲授人 授讲人 讲座人 讲的人 讲的老师 老师是 老师叫 教课的是 教课的 教的人是 教的人 上课的是 主讲人简介 主讲简介 讲师简介 专家简介 教课老师 任课老师 任课教师 任课的 任课人 上课的 上课老师 执教 施教 带教老师 培训老师 培训讲师 培训师 培训教师 辅导人 辅导老师 坐诊医生 坐诊专家 坐诊的 义诊的 看病的 出诊的 带班的 出诊医生 出诊专家 出诊医师 坐诊医师 义诊医生 义诊专家 义诊医师 接诊医生 参加医师 医生是 大夫是 专家是`
    .split(/\s+/)
    .map((w) => [w, true] as const),
  ...'授课 讲课 讲的是 讲:'.split(' ').map((w) => [w, w === '讲:'] as const),
])
/** 主讲：市医院 内分泌科 谭某某: a later cell holds the name. */
export function nextCells(text: string, from: number): NameFind[] {
  let at = from
  for (let n = 0; n < 4 && text[at] === ' '; n++) {
    const end = cellEnd(text, at + 1)
    const found = inField(text, at + 1, end)
    if (found.length > 0) return found
    if (!bodies.includes(text[end - 1]!) && !postBefore(text, end)) return []
    at = end
  }
  return []
}

/** Where a cell of a terse line ends. */
export function cellEnd(text: string, at: number): number {
  let i = at
  while (i < text.length && i - at < 20 && !',。;|\n '.includes(text[i]!)) i++
  return i
}

/** 主讲人：张三; 主讲是二院的汪梅芳医生; 讲课的是王淑琴教授; 讲的人是省医院陈某某. */
export function behindLead(
  text: string,
  at: number,
  limit: number,
  sure: boolean,
  closed = false,
): NameFind[] {
  // 看病的、问庄稼的
  if (text[at] === '、') return []
  let from = sure ? (links.at(text, at)?.end ?? at) : at
  // 谁讲的?A:县防汛办 池某某
  if (sure && from > at && text[from - 1] === ':') {
    const cell = cellEnd(text, from)
    const own = inField(text, from, cell)
    return own.length > 0 ? own : nextCells(text, cell)
  }
  // 主讲,张某某
  if (sure && text[from] === ',') {
    const named = list(text, from + 1, limit, true)
    return named.length > 0 && closesItem(text, named.at(-1)!.end, limit) ? named : []
  }
  // 主讲人不是甲,是乙
  if (text.startsWith('不是', from)) {
    const comma = near(text, ',', from, 14)
    if (comma < 0 || comma > from + 12) return []
    from = comma + 1
    const is = near(text, '是', from, 2)
    if (is === from || is === from + 1) return inField(text, is + 1, cellEnd(text, is + 1))
  }
  const spaced = text[from] === ':' || text[from] === ' '
  for (let i = from; i < Math.min(limit, from + 24); i++) {
    const c = text[i]!
    if (',。;!?\n《“'.includes(c)) break
    const before = text[i - 1]!
    const direct =
      i === from ||
      ' :~-是为由()的叫'.includes(before) ||
      postBefore(text, i) !== null ||
      text.endsWith('之女', i)
    const body = !direct && bodies.includes(before)
    if (!direct && !body) continue
    if (before === ' ' && i > from + 1 && !spaced) break
    const found = list(text, i, limit, sure && !body)
    const last = found.at(-1)
    if (!last) continue
    if (body && !(closesItem(text, last.end, limit) || postAt(text, last.end))) continue
    if (!sure && !direct) continue
    if (closed && sure && !closesItem(text, last.end, limit)) continue
    // 讲的是张某某主任: without a post it may be what was talked about
    if (!sure && !postAt(text, last.end) && !postBefore(text, i) && text[from] !== ':') continue
    return found
  }
  return []
}
/** Between who teaches and the name: 讲师都是某某, 主讲还是我,某某. */
const links = trie<boolean>(
  '?A: ?答: ?: 都是 均为 均是 全是 还是 仍是 依次为 依次是 分别为 分别是 就是 有 是我, 还是我, 仍是我, 是本人, 为本人,'
    .split(' ')
    .map((w) => [w, true] as const),
)

export function inField(text: string, start: number, end: number): NameFind[] {
  const out: NameFind[] = []
  for (let i = start; i < end; i++) {
    const free =
      i === start ||
      !isHan(text.charCodeAt(i - 1)) ||
      postBefore(text, i) !== null ||
      '的和与及由是人'.includes(text[i - 1]!) ||
      bodies.includes(text[i - 1]!)
    if (!free) continue
    const found = list(text, i, end, true)
    if (!found.length) continue
    out.push(...found)
    i = found.at(-1)!.end
  }
  return out
}
