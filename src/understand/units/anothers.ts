import { starts } from '../text/affixes.js'
import { isHan } from '../text/chars.js'
import { pattern } from '../text/pattern.js'
import type { Token } from '../tokens.js'

/** Somebody else's of the same name: 邻市讲师团, 外省的银龄讲师团, 隔壁县老科协. */
const elsewhere = pattern(
  /(邻|外|兄弟|隔壁|某|别的|其他|友邻|周边)(省|市|县|区|盟|旗|州)?(的|兄弟)?[\u4e00-\u9fa5]{0,2}$/,
)
/** What may stand between the beginning of a clause and another place's name. */
const outside = /^(我省|本省|全省|外省|邻省|隔壁|兄弟市|兄弟县|兄弟|邻近|周边|友邻|同省|邻市|邻县)的?/
const levels = '省市县区盟州旗'
/** 北化公司老科协 where 公司老科协 is ours. */
const ofWorks = starts('公司老 集团老 总厂老 大学老 学院老 校老 厂老')
/** Characters that do not belong to the name of a place in front of 市老科协. */
const noPlace =
  '感谢祝贺报告汇喂各位我你咱他她们关于根据按照受随着为了通过由经今天欢迎支持配合协助参加送上回复转发摘来自联会同应请邀陪走进到在代表作其中包括这是就不还或者以及下面另外时此因目前现任曾担全体和与跟给把被让对向从往的也都又再说叫问看谁啥呢吧吗啊早晚午后月日号年周期季度半'

/**
 * Whether the unit's name at a token is only the end of another association's: 平山市老科协 where 市老科协 is ours,
 * 邻盟老科协, 外省的讲师团.
 */
export function anothers(text: string, tokens: readonly Token[], at: number): boolean {
  const t = tokens[at]!
  let start = t.start
  const solid = tokens[at - 1]?.end ?? 0
  while (start > solid && t.start - start < 8 && isHan(text.charCodeAt(start - 1))) start--
  if (elsewhere(text, t.start - 8, t.start) && !'在到去进给对向与和同跟及'.includes(text[t.start - 1]!))
    return true
  if (start === t.start || !(levels.includes(text[t.start]!) || ofWorks(text, t.start))) return false
  const name = text.slice(start, t.start)
  const lead = outside.exec(name)
  const rest = lead ? name.slice(lead[0].length) : name
  if (rest.length < 2 || rest.length > 4 || [...rest].some((c) => noPlace.includes(c))) return false
  const head = text[start - 1] ?? '\n'
  return lead !== null || !isHan(head.charCodeAt(0))
}
