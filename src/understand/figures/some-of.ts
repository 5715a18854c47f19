import type { Clause } from '../form/clauses.js'
import type { Figure } from './figures.js'
import { pattern } from '../text/pattern.js'
import type { NumberToken } from '../tokens.js'

/** 185个学生，8个老师: they came with their pupils. */
export const withPupils = (text: string, t: NumberToken, before: Figure | undefined): boolean =>
  before?.counts === 'people' &&
  t.start - before.end <= 6 &&
  /^(名|个)?(学生|孩子|娃|同学|小朋友|幼儿)/.test(text.slice(before.end, before.end + 4)) &&
  /^(带队)?(老师|教师|家长|教职工|班主任|大人)([,，。;；、\n ]|$)/.test(text.slice(t.end, t.end + 6))

/** 来了96人。血压高的31人, 问问题的12人: some of those who came, told behind how many came. */
export function ofThem(text: string, c: Clause, t: NumberToken, before: readonly Figure[]): boolean {
  const whole = before.slice(-8).findLast((f) => f.counts === 'people' && !f.part)
  if (!whole || whole.measure.value <= t.num.value || t.start - whole.end > 24) return false
  return someOf(text, c.start, t.start) && came(text, Math.max(0, whole.start - 12), whole.start)
}
const someOf = pattern(
  /^ ?(其中)?(((?:上台|登台)?(?:朗诵|表演|独唱|演唱|领唱|伴奏|朗读|吟诵|跳舞|走秀|合唱)|劝住院|转诊|提问|发言|问问题|(白内障|高血压|糖尿病|异常|问题)?(筛出|测出|检出|发现)[^,，。;0-9]{0,6}|建议[^,，。;0-9]{1,6}|查出[^,，。;0-9]{1,8})(的|者)?|[^,，。;0-9]{0,8}(高|低|异常|不好|不稳|(?<![分协])会[^,，。;0-9]{1,4}|要[^,，。;0-9]{1,6}|提问|问题|发言|住院|转诊|超标|近视|远视|散光|蛀牙|龋齿|白内障|阳性|毛病|不合格|贫血|色弱|复查|偏[高低大胖瘦])(的|者))(也|就|共)?(有|占)?$/,
)
const came = pattern(/(来|到|听|看|学|问|诊|参加|接待|人数|参训|会员|观众|[:：])[^,，。;0-9]{0,5}$/)
