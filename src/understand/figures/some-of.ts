import type { Clause } from '../form/clauses.js'
import type { Figure } from './figures.js'
import { pattern } from '../text/pattern.js'
import type { NumberToken } from '../tokens.js'

/** 185个学生，8个老师: they came with their pupils. */
export const withPupils = (text: string, t: NumberToken, before: Figure | undefined): boolean =>
  before?.counts === 'people' &&
  t.start - before.end <= 6 &&
  /^(名|个)?(学生|孩子|娃|同学|小朋友|幼儿)/.test(text.slice(before.end, before.end + 4)) &&
  /^(带队)?(老师|教师|家长|教职工|班主任|大人)([,，。;；、\n ]|$|(?:都|也|一起|一道|一块|来){0,2}(?:听|参加|到场|学))/.test(
    text.slice(t.end, t.end + 10),
  )

/** 来了96人。血压高的31人, 问问题的12人: some of those who came, told behind how many came. */
export function ofThem(text: string, c: Clause, t: NumberToken, before: readonly Figure[]): boolean {
  const whole = before.slice(-8).findLast((f) => f.counts === 'people' && !f.part)
  if (!whole || whole.measure.value <= t.num.value || t.start - whole.end > 40) return false
  if (surelySome(text, c.start, t.start) && endsWith.test(text.slice(t.end, t.end + 1))) return true
  if (t.start - whole.end > 24) return false
  return (
    (someOf(text, c.start, t.start) ||
      ofOneSex(text, c.start, t.start, whole) ||
      (ofOneSort(text, c.start, t.start) && inAll(text, Math.max(0, whole.start - 12), whole.start))) &&
    came(text, Math.max(0, whole.start - 12), whole.start)
  )
}
/** 来了128人，签名的60人; 82人学，没学会的4人: whatever is said of the others. */
const surelySome = pattern(
  /^ ?(?:其中|里头|当中)?(?:还有|另有|有)?(?:签名|扫码|关注|加群|领奖品?|领礼品|答对题?|抽奖|中奖|得奖|获奖|结业|合格|考试合格|学会|电话回访|回访|听完|迟到|早退|(?:没|不|未)(?!来|到|参加)[\u4e00-\u9fa5]{1,3}|(?:约|定)(?:了|好了?)?下[次回][^,，。;0-9]{0,5}|[5-9六七八九][0-9十](?:多)?岁(?:以上|往上)?)的?(?:就|也|只|才)?(?:有|占)?$/,
)
const endsWith = /^(?:[,，、。;；!！\n ]|$)/
/** 学员122人，女的79个: told of all behind their number; in 男的40，女的30 each is told for itself. */
const ofOneSex = (text: string, from: number, at: number, whole: Figure): boolean =>
  sex(text, from, at) &&
  !/[男女]/.test(text.slice(Math.max(0, whole.start - 5), whole.start + 8).split(/[,，。]/)[0]!)
/** 来了36人，党员4人: how many of one sort were among all who came. */
const ofOneSort = pattern(
  /^(?:老)?(?:党员|团员|残疾人|新会员|少数民族|退伍军人|老兵|年轻人|(?:从)?(?:外|邻)[村地乡镇县](?:赶来|来)?的?|[5-9六七八九][0-9十](?:多)?岁(?:以上)?的?(?:老人)?)(?:就|也|只|才)?(?:有|占|占了)?$/,
)
const inAll = pattern(/(?:^|[,，。;；:：!])(?:一?共|总共|现场|大家)?[来到](?:了|会|场)(?:一?共|总共|有)?$/)
const sex = pattern(
  /^(?:其中|里头|当中)?(?:男|女)(?:的|同志|性|会员|学员|职工|同胞)?(?:就|也|只|才)?(?:有|占|占了)?$/,
)
const someOf = pattern(
  /^ ?(其中)?(((?:上台|登台)?(?:朗诵|表演|独唱|演唱|领唱|伴奏|朗读|吟诵|跳舞|走秀|合唱)|劝住院|转诊|提问|发言|问问题|(白内障|高血压|糖尿病|异常|问题)?(筛出|测出|检出|发现)[^,，。;0-9]{0,6}|建议[^,，。;0-9]{1,6}|查出[^,，。;0-9]{1,8})(的|者)?|[^,，。;0-9]{0,8}(高|低|异常|不好|不稳|(?<![分协])会[^,，。;0-9]{1,4}|要[^,，。;0-9]{1,6}|提问|问题|发言|住院|转诊|超标|近视|远视|散光|蛀牙|龋齿|白内障|阳性|毛病|不合格|贫血|色弱|复查|偏[高低大胖瘦])(的|者))(也|就|共)?(有|占)?$/,
)
const came = pattern(/(来|到|听|看|学|问|诊|参加|接待|人数|参训|会员|观众|[:：])[^,，。;0-9]{0,5}$/)
