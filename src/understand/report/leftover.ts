import type { Measure } from '../../core/measure.js'
import type { Area } from '../structure/area.js'
import type { Draft } from '../structure/draft.js'
import { overlapping } from '../text/ordered.js'
import type { Scan } from '../scan.js'
import type { NumberToken } from '../tokens.js'

/** Behind so many 个: things, places, times and parts of the programme, never those who came. */
const things =
  /^[的多半]?(名额|席位|座位|座|位子|床位|车位|小时|钟头|月|星期|礼拜|学期|年级|班|队|组|节目|品种|项目|问题|方面|环节|阶段|摊|棚|大棚|村|屯|寨|厂|点|站|镇|乡|县|市|区|省|州|旗|盟|街|社区|小区|单位|部门|学校|行业|企业|公司|基地|科室|支部|分会|字|号|电话|来电|菜|花|果|苗|药|箱|袋|瓶|包|册|本|展|板|牌|灯|谜|奖|节|课|场|晚上|上午|下午|来回|红包|蛋|馒头|饺子|粽子|福|书|模型|实验|动作|办法|步骤|要点|招|建议|园子|地块|景点|老头|关|回合|标志|菌|亿|万|平方)|^[^,，。;]{0,5}(单位|难题|问题|集体|袋|奖|部门|家庭)/

/** In front of so many 个: a noun of things. */
const ofThings =
  /([煲锅壶灶机器具表钟伞鞋灯刀车椅]|节目|难题|问题|袋|品种|摊位|展位|展板|谜|奖|题|点|站|苗|灯|馆|号|班|组|队|户|物资|礼品|奖品|[包蒸炸煮捏烙缝织种栽][了好])(一?共|有|约)?$/

/** In front of a bare number: what it counts is told, and it is no people. */
const counted =
  /(血压|血糖|高压|低压|心率|体重|体温|步|第|年|月|日|号|点|岁|楼|路|室|班|级|分|价|元|块|度|码|编号|电话|线|车|亩|斤|公里|高|长|宽|重|共计发|发|送|赠|印|写|投|用|花|费|比|超|才|版|届|期|场|次|讲|课|节|份|册|本|条|篇|张|副|幅|盏|台|件|盒|瓶|包|家|户|处|棵|株|只|头|斤|两|G|[输赢花赚借欠还买退捐罚]了|：|:|\/|-|\.)$/

/**
 * The one number of an event that entered no measure, where nobody is counted yet: 312个伢, 来学的二十六. Most likely
 * those who came, so it is taken, and the reading is asked about (confidence.ts). Null where there is none, or two.
 */
export function leftOverPeople(s: Scan, d: Draft, area: Area): Measure | null {
  if (d.figures.some((f) => f.counts === 'people' || f.counts === 'online')) return null
  const known = (d.host ?? d.branch) !== null
  const left = area.tokens.filter(
    (t): t is NumberToken =>
      t.type === 'number' &&
      !t.aside &&
      t.num.role === 'quantity' &&
      !t.num.vague &&
      Number.isInteger(t.num.value) &&
      t.num.value > 4 &&
      t.num.value < 3000 &&
      (t.dimension === 'piece' || (t.dimension === null && known)) &&
      !overlapping(s.figures, t.start, t.end) &&
      mayBePeople(s.text, t),
  )
  const [t] = left
  if (!t || left.length > 1) return null
  return {
    value: t.num.value,
    qualifier: t.num.qualifier,
    words: t.num.words,
    span: s.n.span(t.num.start, t.num.end),
  }
}

function mayBePeople(text: string, t: NumberToken): boolean {
  const behind = text.slice(t.end, t.end + 8)
  if (t.dimension === 'piece')
    return !things.test(behind) && !ofThings.test(text.slice(Math.max(0, t.start - 5), t.start))
  // 二十六。 but not 26路, 26|
  return /^([,，。;；!！\n]|$)/.test(behind) && !counted.test(text.slice(Math.max(0, t.start - 3), t.start))
}
