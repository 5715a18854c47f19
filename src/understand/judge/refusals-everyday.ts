import { isPrimary } from '../structure/draft.js'
import { pattern, type Pattern } from '../text/pattern.js'
import type { Refusal } from './refusal.js'
import type { Told } from './told.js'

/*
 * The plainest of what is said in a group and is no report: what one was asked to come and do, what has not been reported
 * yet, what a school or a street held for itself, what one did for oneself.
 */

const day =
  '(?:今天|昨天|前天|昨晚|今早|昨日|前日|(?:上|这|本)?(?:周|星期|礼拜)[一二三四五六日天末]|上个?月|上周|[0-9]{1,2}月[0-9]{1,2}[日号]?|[0-9]{1,2}[日号]|[0-9]{1,2}\\.[0-9]{1,2}|上午|下午|晚上|早上)'

/** 周六去敬老院义诊，请医生们准时到: whoever is spoken to is still to come. */
const askedToBeThere = pattern(
  /(?:请|望|希望|麻烦)[^,，。;；!！]{0,12}(?:准时|按时|提前|尽早|早点)(?:到|来|参加|出席|集合|入场|就位|报到)/,
)

/** 三中约我今晚去讲防溺水，80个学生: agreed and not held. */
const askedToGive = pattern(
  /(?:约|约请|叫|喊|想请|要请|让)(?:了)?[我咱俺]们?(?:今晚|晚上|今天晚上|(?:这|本)?(?:周|星期|礼拜)[一二三四五六日天末]|[明后]天|下[周个][^,，。;]{0,3})(?:再)?(?:去|来|到)?(?:[^,，。;]{0,6})?(?:讲|上课|授课|义诊|坐诊|教|做个?讲座|培训)/,
)
const over = /[讲教看去办做搞来到]了|[讲教看办做搞来]过|[讲看办]完|已经/

/** 昨天那场义诊报了没有, 柳溪还没报昨天的讲座. */
const whetherReported = pattern(
  /(?:报|登|记|登记|上报|录)(?:上|过|进去)?了?(?:没有|没|吗|么)[啊呀呢哇]?(?:[?？。!！]|$)/,
)
const notReported = pattern(
  /(?:还|一直|到现在|至今|都)?没(?:有)?(?:报|上报|登记|交)(?:上来|上去|过|来)?(?:[^,，。;]{0,16}(?:讲座|培训|义诊|宣传|咨询|座谈会|活动|数字|数|表)|[呢啊]?(?:[,，。;!！]|$))/,
)

/** 前天听专家讲垃圾分类，学到不少. */
const listenedTo = pattern(
  /(?:^|[,，。;；!！])[^,，。;；讲教给为]{0,12}听(?:了|过|完)?(?:一[堂场节次个])?(?!众|课的|讲的|的|说|讲座的)[^,，。;；]{0,16}(?:讲|课|讲座|报告)/,
)
const learned =
  /受益|收获|学到|长见识|长知识|受教育|开了?眼|明白了|涨知识|讲得(?:真|很|太)?好|(?:真|太|很)好听/

/** 区里 of the district's own association: with its listeners counted it is a report, 市里办了一场讲座 alone is news. */
const levels = '(?:镇里|乡里|村里|县里|市里|区里|厂里|校里)'
/** 昨晚社区组织了一场讲座，98人: whose it was stands in front of the verb, and it is none of ours. */
const bodies =
  '(?:他们|人家|别人)?(?:社区|小区|街道|省里|上面|单位|公司|学校|医院|[小中大]学|[一二三四五六七八九十][小中]|幼儿园|学院|(?:[省市县区])?老年大学|居委会|村委会|妇联|工会|团委|红十字会|(?:隔壁|邻)[县市镇乡村区](?:老科协)?|医院|卫生院|电视台|文化馆|文化站|图书馆|文联|残联|关工委|(?:[省市县区镇乡]|上级)领导)'
const heldBy = (who: string): Pattern =>
  pattern(
    new RegExp(
      `(?:^|[,，。;；!！\\n])${day}{0,3}${who}${day}{0,3}(?:在[^,，。;；]{1,8})?(?:自己|也|又)?(?:组织|举办|举行|开展|搞|办|弄|召?开了?(?=[^,，。;；]{0,6}会)|走访|慰问|投稿|投了|提了|提出|发了|发放|设了?(?=[^,，。;；]{0,4}[台点摊])|挂了|建了|挂牌)了?(?:一?[场次期个])?`,
    ),
  )
const byThem = heldBy(`(?:他们|人家|[^\\s,，。;；!！在到去来给为于和与跟同进入从往]{0,4}?${bodies})`)
const byTheLevel = heldBy(`[^\\s,，。;；!！在到去来给为于和与跟同进入从往]{0,2}?${levels}`)
/** 镇妇联前天演出，看的有28人: bodies that nobody performs at. */
const performedBy = pattern(
  new RegExp(
    `(?:^|[,，。;；!！\\n])${day}{0,3}[^\\s,，。;；!！在到去来给为]{0,4}?(?:妇联|工会|团委|红十字会|电视台|文化馆|文联|剧团|艺术团|(?:隔壁|邻)[县市镇乡村区]老科协)${day}{0,3}(?:也|又)?(?:演出|表演|汇演|唱戏|演了)`,
  ),
)
/** 志愿者昨天来给我们理发，理了15人 */
const servedUs = pattern(
  /(?:志愿者|义工|医疗队|大学生|护士|剧团|艺术团)们?[^,，。;；给]{0,6}来给[我咱俺]们?[^,，。;；]{0,6}(?:理发|剪发|讲|上课|义诊|体检|培训|打扫|量血压|看病|唱|演)/,
)
/** 三中来人给我们讲…: it came to us. */
const cameToUs = pattern(
  /(?:来人|派人|来了?(?:个|位|几个|几位)[^,，。;]{1,6})给[我咱俺]们?(?:这|会|院|楼|小区|社区|村)?[^,，。;]{0,6}(?:讲|上课|做讲座|义诊|培训|体检)/,
)
const withOurs =
  /[我咱俺]|老科协|本会|分会|会员|(?<!敬)老(?!人|年|师|百姓|乡|伴)[\u4e00-\u9fa5]|[请邀]|联合|会同|配合|协助|合作|专家|讲师|(?:教授|医生|大夫|老师|高工)(?:去|到|讲|主讲|授课|来)|小科|报一?下|记一?[下笔]|上报|补报/

/** 我去县医院看病，排队的有90人. */
const ownErrand = pattern(
  /(?:^|[,，。;；!！])[^,，。;；给为帮替们]{0,10}(?:去|到|上|在)[^,，。;；给为帮替]{1,8}(?:看病(?![的人])|看牙|拿药|取药|抽血|打针|输液|挂水|复查|做检查)(?:[,，。;；]|$)/,
)
const queued = /排队|排了?(?:长|老)|挂号|等了|前面|前头|人多|人山人海|挤/

/** 去实验小学接孙子，门口90个家长; 去开家长会，来了43个家长. */
const familyErrand = pattern(
  /(?:去|到|上|在)[^,，。;；讲教给为]{0,10}(?:接(?:外?孙|孩子|小孩|娃)|开家长会|送(?:外?孙|孩子|小孩|娃))/,
)

/** 没办成义诊，人没来齐; 本来要去讲课，临时有事没去. */
const cameToNothing = pattern(
  /没(?:有|能)?(?:办|开|搞|讲|做|上|义诊|培训)成(?!功)|(?:本来|原来|原本|原先)(?:是)?(?:要|想|打算|准备|计划|说好)[^。;；\n]{2,30}(?:没去成?|没能去|没办|没讲|没开|没搞|没演|没唱|没比|没跳|去不成|去不了|来不了|作罢|泡汤)/,
)
const heldAfterAll =
  /改(?:到|在|成|为|去|用)|换(?:到|在|成)|挪|补(?:上|办|讲|了)|后来又|结果还是|还是(?:去|办|讲)/

/** 义诊推迟到下周，110人都通知到了: those told of it. */
const putOff = pattern(
  /(?:推迟|延期|改期|延|顺延|挪)(?:到|至|在)(?:下|明|后天|[0-9]{1,2}[月日号]|月底|国庆|节后|开学|周)/,
)
const toldOfIt = pattern(
  /[0-9一二三四五六七八九十百]+[多余来]?(?:个|名|位)?人?(?:都|全|均|已)?(?:都|全|已经?)?(?:通知|说|打电话|告诉)/,
)

/** The clauses of the telling say it. */
const says = (p: Pattern, t: Told): boolean => p(t.s.text, t.clauses[0]?.start, t.clauses.at(-1)?.end)
const words = (t: Told): string => t.s.text.slice(t.clauses[0]?.start ?? 0, t.clauses.at(-1)?.end)
/** A figure, and not only the one session of 一堂课. */
const counted = (t: Told): boolean =>
  t.b.draft.figures.some((f) => isPrimary(f) && !(f.counts === 'sessions' && f.measure.value === 1))

const meantTo = /(?:本想|本来|原想|原本|打算|准备)[^。;；\n]{0,30}$/

/** 海报做好了：10月22日…欢迎200位师生. */
const announcedWith = pattern(
  /(?:海报|请柬|邀请函|预告|通知)[^,，。;；]{0,4}(?:做好|印好|贴出|发出|出来|设计好)[\s\S]{0,80}欢迎/,
)
/** 家属价两块五一个，限购20个: for sale. */
const forSale = pattern(/家属价|会员价|内部价|优惠价|限购|每人限[购买]/)
/** 红十字会昨天培训200人，咱们护校只是去看热闹的. */
const onlyLookedOn = pattern(
  /(?:我们|咱们?|俺们)[^,，。;；]{0,6}(?:只是|就是|就|不过是|也就是?|纯粹)(?:去|来)(?:看热闹|看个热闹|凑个热闹|凑热闹|凑个?数|旁听|参观|捧个?场|打酱油)/,
)
/** 本想今天去讲课，走到半路塌方，又折回来了. */
const turnedBack = pattern(
  /(?:本想|本来|原想|原本|打算|准备)[^。;；\n]{2,40}(?:折回|返回|折返|打道回府|原路回|掉头回|没去成|没到)/,
)

const weSpoke = /[请邀]|[我咱俺]们?(?:去|来|给)?(?:讲|教|主讲|授课|义诊|坐诊)|老科协|联合|合办|协办/

/** 另外去省城开会两次，那是别人请的，不在数内. */
const notReckoned = pattern(
  /^[^。;；\n]{0,24}(?:不在数内|不在其内|不算在内|不计在内|不在此列|不算我们的|不归我们)/,
)
/** 羽毛球赛是体育局办的. */
const heldByAnOffice = pattern(
  /(?:都?是|由)[^,，。;；我咱俺老]{0,4}(?:体育|教育|卫健|文旅|文化|民政|农业|水利|林业|司法|公安|应急|科技|民宗|交通|住建|市监|税务|团|妇)?(?:局|委|厅|公司|银行|物业|居委会?|工会|妇联|学校|协会|学会|商会|街道|镇里|县里|市里|社区)(?:里|上)?(?:自己)?(?:办|搞|组织|主办|举办|弄|承办)的/,
)
export const everyday: readonly Refusal[] = [
  ['not reckoned', (t) => notReckoned(t.s.text, t.b.kind.end, t.b.kind.end + 40)],
  ['of an office', (t) => t.b.report.branch === null && says(heldByAnOffice, t) && !weSpoke.test(words(t))],
  ['a poster', (t) => says(announcedWith, t)],
  ['for sale', (t) => says(forSale, t)],
  ['only looked on', (t) => says(onlyLookedOn, t)],
  [
    'turned back',
    (t) =>
      turnedBack(t.s.text, t.clauses[0]?.start, t.b.kind.end + 40) &&
      meantTo.test(t.s.text.slice(0, t.b.kind.start)),
  ],
  ['asked to be there', (t) => !counted(t) && says(askedToBeThere, t)],
  ['asked to give it', (t) => says(askedToGive, t) && !over.test(words(t))],
  ['whether it was reported', (t) => !counted(t) && says(whetherReported, t)],
  ['not reported yet', (t) => !counted(t) && says(notReported, t)],
  ['learned by a listener', (t) => !counted(t) && says(listenedTo, t) && learned.test(words(t))],
  [
    'held by those named',
    (t) =>
      t.b.report.branch === null &&
      (says(byThem, t) || says(performedBy, t) || (!counted(t) && says(byTheLevel, t))) &&
      !withOurs.test(t.s.text),
  ],
  ['came to us all', (t) => t.b.report.branch === null && (says(cameToUs, t) || says(servedUs, t))],
  ['in a queue', (t) => t.b.report.branch === null && says(ownErrand, t) && queued.test(words(t))],
  [
    'for the family',
    (t) => t.b.report.branch === null && t.b.kind.weight !== 'head' && says(familyErrand, t),
  ],
  ['came to nothing', (t) => !counted(t) && says(cameToNothing, t) && !heldAfterAll.test(words(t))],
  ['told that it was put off', (t) => says(putOff, t) && says(toldOfIt, t)],
]
