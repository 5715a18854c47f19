import { isPrimary } from '../structure/draft.js'
import { pattern } from '../text/pattern.js'
import type { Refusal } from './refusal.js'
import type { Told } from './told.js'

/*
 * What is not told of one time: how many may come, how many do as a rule, what is paid for it; and words of an activity
 * that only say which stand, which banner, whose blood pressure.
 */

/** 义诊一次能来上百人: how many could, in front of the number. */
const mayCome = pattern(
  /(?<!才|居然|竟然?|还|没想到|总算)(能|会|可以|够)(来|看|坐|到|有|讲|容|装|凑|聚|收|接|搞|办|挤|围|请|拉|招|摊|达)(得|上|个|到|下|满|起|够)?[^0-9,，。]{0,2}$/,
)

/** 讲座一场补200: what a session is worth; 一场发200份 is not. */
const paid = pattern(
  /(一|每|1|两|半)(场|次|节|堂|趟|期|回|天|个?小时|课时)(课|讲座|义诊|活动)?(能|可以|可|才|只|就|都)?(补贴|补助|补|奖|报销|报|抵|收费|收|扣|给|发|拿|折|付)(你|咱|我们|人家|个|他)?[0-9一二两三四五六七八九十百]{1,5}(元|块|分(?!钟)|个?学时|[,，。;!、~-]|$)/,
)

/** 人少的时候也就十来个, 每次都是那几个. */
const asARule = pattern(
  /[多少好差忙淡旺][^,，。]{0,2}(的时候|时候|时)(也|就|才|都|能)|(每次|每回|回回|次次|场场|平时|平常|往常|通常|一般|向来|历来|从来|老是|总是)(都|也|就|是|来|只|不|有)/,
)

/** 义诊的那个台子, 讲座的横幅: which one it is. */
const whichOne =
  /^的?(那|这)?[个些张份条块边里]?(台子|摊子|新闻|报道|消息|视频|录像|镜头|大爷|大妈|大娘|老人家|病人|患者|学生|那个?人|效果|签到表|人数|摊位|摊|棚子?|帐篷|地方|桌子|横幅|照片|相片|课件|海报|事儿?|钱|票|名单|材料|准备|东西|单子|桌椅|音响|话筒)/

/** 最好控制在40分钟，三十来个正合适: how it should be. */
const asItShould = pattern(
  /最好(?!的)|最多不|控制在|[别不](要|能|宜)?超过|为宜|(正|最|刚好?|比较|才|就)合适|就?够(累|呛|多|用|意思|好|忙|受)|(顶|抵|比)得?[上过][0-9一二两三十百几好]|就行了|就可以了|就差不多|(要求|规定|任务是|指标是|任务)[^,，。;]{0,10}(每年|每季|每月|全年|每人|每会)/,
)

/** 138/82, 高压150: one's own. */
const ownPressure = pattern(
  /[12][0-9]{2}[/比、到][4-9][0-9](?![0-9])|[高低]压[0-9]{2,3}|血压[0-9]{2,3}(?!人|个|位|名|次)/,
)

/** 每次去都得讲两场才够. */
const everyTime = pattern(
  /(每次|每回|回回|每趟)[^,，。;0-9一二三四五六七八九十]{0,8}(都得|都要|得|要|总|才够|都会)/,
)

/** 一年三十多场: at which rate; 一年办了30场 is told. */
const rate = pattern(/(一年|一个月|一月|一季度?|一周)(下来)?(能|要|就|得|少说|起码|都|也|得有|有|才){0,2}$/)
const atARate = (t: Told): boolean => {
  const fs = t.b.draft.figures.filter(isPrimary)
  return fs.length > 0 && fs.every((f) => rate(t.s.text, f.start - 8, f.start))
}

/** 说好昨天来给我们看牙的: and did not come. */
const promised = pattern(/(说好|讲好|约好|答应)了?[^,，。;]{0,6}(来|去|给|要|过来)[^,，。;]*的$/)
const clauseOfKind = ({ s, b }: Told): readonly [text: string, from: number, to: number] => {
  const c = s.clauses[b.kind.clause]!
  return [s.text, c.start, c.end]
}

/** 排队的人比听讲座的还多: what it is held against. */
const heldAgainst = (t: Told): boolean =>
  /比[^,，。;]{0,6}$/.test(t.s.text.slice(Math.max(0, t.b.kind.start - 7), t.b.kind.start)) &&
  /^的?(人|时候)?(还|都|要)?(多|少|大|强|长|热闹)/.test(t.s.text.slice(t.b.kind.end, t.b.kind.end + 5))

/** 讲座补贴发了十二笔: what goes with it. */
const money = /^的?(补贴|补助|津贴|费用|经费|报酬|酬金|发票|费(?![^,，。;]{0,4}(县|区|市|镇)))/
const spent = pattern(/([话电水油车路药]费|饭钱|工资|退休金|随礼|学费|会费)[^,，。;]{0,6}$/)
const ofMoney = (t: Told): boolean => {
  if (t.b.report.attendance === undefined && money.test(t.s.text.slice(t.b.kind.end, t.b.kind.end + 6)))
    return true
  const fs = t.b.report.branch === null ? t.b.draft.figures.filter(isPrimary) : []
  return fs.length > 0 && fs.every((f) => spent(t.s.text, f.start - 10, f.start))
}

const mayBe = (t: Told): boolean => {
  const fs = t.b.draft.figures.filter(isPrimary).filter((f) => f.counts === 'people')
  return fs.length > 0 && fs.every((f) => mayCome(t.s.text, f.start - 8, f.start))
}

/** Any clause of kind and figures, and the one behind the kind: its number may be no figure. */
const inCore = (p: typeof paid, t: Told): boolean =>
  [t.b.kind.clause, t.b.kind.clause + 1, ...t.b.draft.figures.map((f) => f.clause)].some((i) => {
    const c = t.s.clauses[i]
    return c !== undefined && p(t.s.text, c.start, c.end)
  })

/** 去讲课的路上，车上挤了七八十人: those counted were on the bus. */
const onTheWay = pattern(/^(公交|地铁|火车|大巴|高铁|班)?(车上|车里|车厢|船上|飞机上|路上|站台|食堂|饭桌)/)
const notThere = (t: Told): boolean => {
  const fs = t.b.draft.figures.filter((f) => isPrimary(f) && f.counts === 'people')
  return (
    fs.length > 0 &&
    fs.every((f) => {
      const c = t.s.clauses[f.clause]!
      return f.clause !== t.b.kind.clause && onTheWay(t.s.text, c.start, c.end)
    })
  )
}

export const notOnce: readonly Refusal[] = [
  ['how many may come', (t) => t.b.when === null && mayBe(t)],
  ['on the way', notThere],
  ['what is paid', (t) => inCore(paid, t)],
  [
    'as a rule',
    (t) =>
      t.b.when === null &&
      !t.b.draft.figures.some((f) => f.total || (f.counts === 'sessions' && f.measure.value > 1)) &&
      inCore(asARule, t),
  ],
  ['at a rate', (t) => t.b.when === null && atARate(t)],
  ['held against', heldAgainst],
  ['promised', (t) => promised(...clauseOfKind(t))],
  ['money', ofMoney],
  ['every time', (t) => t.b.when === null && inCore(everyTime, t)],
  ['how it should be', (t) => t.b.when === null && inCore(asItShould, t)],
  [
    'which one',
    (t) =>
      t.figures === 0 &&
      ((whichOne.test(t.s.text.slice(t.b.kind.end, t.b.kind.end + 8)) &&
        // 摆了义务修理摊: it was put up
        !'摆支设搭'.includes(t.s.text[t.b.kind.start - 1] ?? ' ')) ||
        (t.s.text[t.b.kind.end] === '的' &&
          /(上次|上回|那次|那天|那场|以前)$/.test(
            t.s.text.slice(Math.max(0, t.b.kind.start - 2), t.b.kind.start),
          ))),
  ],
  [
    'of oneself',
    (t) => t.b.report.attendance === undefined && t.b.report.branch === null && ownPressure(t.s.text),
  ],
]
