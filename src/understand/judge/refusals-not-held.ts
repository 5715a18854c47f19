import { isDocument } from '../mentions/mention.js'
import { isPrimary } from '../structure/draft.js'
import { pattern, type Pattern } from '../text/pattern.js'
import type { Refusal } from './refusal.js'
import type { Told } from './told.js'

/*
 * Told with a day and a number and yet nothing of ours that was held: asked for by those who rang, called off when all
 * had come, asked after, shown as a pattern of how to report, set as a task; a relative's, and what one listened to.
 */

/** 昨天三中来联系，要我们月底去讲课，80人; 三中请我们七月份去讲: agreed, and not held. */
const askedFor = pattern(
  /(?:来联系|来电话?|来人说|来信|打电话|捎话|说)[^。;；\n]{0,4}[,，](?:想|要|请|让|叫|约|邀){1,3}[我咱俺]们?[^,，。;；\n]{0,12}(?:去|来|到|给)|(?:请|邀请|约|想让|想请|要)[我咱俺]们?(?:(?:这个)?月底|(?:这个)?月末|年底|下旬|月中|[一二三四五六七八九十]{1,2}月份?)(?:再)?(?:去|来|到)/,
)
/** 跟三中说好了，20号去办讲座 */
const agreedOn = pattern(
  /(?:说好|讲好|谈好|约好|定好|商量好|联系好)了[,，][^,，。;；\n了]{0,10}(?:去|来|到|给)[^。;；\n了]{0,30}/,
)
const wasHeld =
  /[讲教看去办做搞来到开诊训]了(?!说)|[讲教看办做搞来]过|[讲看办]完|已经|如期|按时去|实到|到场|到会|参加的/

/** 去三中义诊，结果停电没办成，来的90人都回去了. */
const sentHome = pattern(
  /(?:没(?:有|能)?(?:办|开|搞|讲|做|上|看)成(?!功)|没(?:有|能)?(?:办|开|搞|讲)[,，])[^。\n]{0,16}(?:(?:都|只好|全|全都|又)(?:回去|回家|走|散|白跑|白等)|白等|白跑|散了)/,
)
/** 昨天的座谈会改到月底，87人不变. */
const movedOn = pattern(
  /(?:改到|改在|推到|推迟到|挪到|延到|延期到)(?:月底|月末|下旬|下周|下个?月|节后|年底|[0-9]{1,2}[号日])[^。\n]{0,8}[,，][^。\n]{0,10}不变/,
)

/** 昨天讲座60人报上去了吗, 来的90人里有学生吗, 为什么柳溪的讲座没有登记上: asked after. */
const askedAfter = pattern(
  /[0-9一二三四五六七八九十百]{1,6}个?(?:人次?|名|位)(?:都)?(?:报|登|记|登记|上报|录)(?:上去|上|进去|过)?了(?:吗|么|没有?)|来的[0-9一二三四五六七八九十百]{1,6}[个名位]?人?(?:里|当中|中)[面头]?有[^,，。;；0-9]{1,8}[吗么]|(?:为什么|为啥)[^,，。;；\n]{2,30}没有?(?:登记|记|录|报|登)(?:上|进|进去|上去)?(?:[?？。!！呢啊]|$)/,
)

/** 样板：…, 报的时候这样写：…, 可以这样报：…: how to report. */
const shown = pattern(
  /^[^,，。;；:：\n]{0,12}(?:(?<![按照])(?:样板|范例|示范)|(?:就|可以|要|应该?|时候|都)?(?:这样|这么|如此|照这样)(?:写|报|填|登|发))(?:就行|即可|如下)?[:：]/,
)

/** 今年任务讲座8场，149人次; 承诺今年办10场讲座: what is to be done. */
const task = pattern(
  /(?:任务|指标|目标)(?:数|是|为|有|定为|定了?)?[:：]?[^,，。;；0-9与和的"“”《》]{0,8}$|(?<!履行|兑现)(?:承诺|保证|表态|答应)[^,，。;；0-9了]{0,12}$/,
)
const fulfilled = /完成|已|实际|超额|达到了|[办讲搞做开]了|到(?:今天|目前|现在)|落实|兑现/

const day =
  '(?:今天|昨天|前天|昨晚|今早|(?:上|这|本)?(?:周|星期|礼拜)[一二三四五六日天末]|[0-9]{1,2}月[0-9]{1,2}[日号]?|[0-9]{1,2}[日号]|上午|下午|晚上)'
/** 我亲家单位昨天办讲座, 我同学在医院义诊: a relative's or a friend's. */
const ofARelative = pattern(
  new RegExp(
    `(?:^|[,，。;；!！\\n])${day}{0,2}[我俺](?:的|家)?(?:老伴|爱人|儿子|女儿|孙[子女]|外孙女?|媳妇|女婿|亲家母?|(?:老|中学|大学)?同学|战友|朋友|表?[哥弟姐妹]{1,2}|嫂子|侄[子女儿]|外甥女?|舅舅|叔叔|邻居[^,，。;；在去办讲]{0,3})们?(?:的?(?:单位|公司|学校|厂里?|村里?|医院|社区|他们))?${day}{0,2}(?:在[^,，。;；]{1,8}|去[^,，。;；]{1,8})?(?:自己|也|又)?(?:讲课|上课|授课|义诊|坐诊|做|办|开|搞|组织|举办|讲)`,
  ),
)
const forOurs = /[请邀约叫喊]了?[我咱俺]|[我咱俺]们|我会|本会|分会|老科协|会员|[帮替]|报一下|记一[下笔]/

/** 我和老伴去三中听健康讲座, 到党校听王教授讲葡萄: one who listened, whoever else came. */
const wentToHear = pattern(
  /(?:^|[,，。;；!！])[^,，。;；组带请召民众员生给让讲]{0,12}(?:去|到|在|来)[^,，。;；讲给为请]{1,10}听(?:了)?(?![众课取讲]的?|说|力|[过]?取)[^,，。;；我俺咱]{0,10}(?:讲|课|讲座|报告|培训)/,
)
const listenersCounted =
  /[0-9一二三四五六七八九十百][多来余]?(?:名|位|个)[^,，。;；]{1,6}(?:去|到|在|来)[^,，。;；]{1,10}听|(?:学生|师生|村民|居民|老人|职工|家长|会员|孩子|听众|群众|农民|党员)们?[^,，。;；0-9]{0,6}[0-9一二三四五六七八九十百]/
/** 我去老年大学参加技术培训, 我上了8节手机课，学会了扫码. */
const tookPart = pattern(
  /(?<![给为叫让请])[我俺](?!们)[^,，。;；讲给]{0,12}(?:去|到|在)[^,，。;；讲给请]{1,10}参加了?[^,，。;；]{0,6}(?:培训|讲座|学习|听课)|(?<![给为叫让请])[我俺](?!们)[^,，。;；给]{0,10}[上学]了[0-9一两二三四五六七八九十]{1,3}[节堂次][^,，。;；]{1,8}课[,，]?[^。]{0,6}(?:学会|学到|懂了|会用)/,
)
const gave = /主讲|讲的|讲了|授课|上台|发言|作了/
/** 昨天去文化广场看演出，观众90人. */
const wentToWatch = pattern(
  /(?:^|[,，。;；!！])[^,，。;；组带请召民众员生给让]{0,12}(?:去|到|在)[^,，。;；演给为请]{1,10}看(?:了)?(?:一?[场个次])?(?:演出|表演|汇演|晚会|大?戏|展览|比赛)/,
)

/** 公园唱歌的有90人, 晨练打太极的有30人: seen in the park. */
const inThePark = pattern(
  /(?:晨练|早锻炼|晚练|遛弯|散步|公园里?|江边|河边|湖边|广场上?)[^,，。;；演出办组给]{0,4}(?:唱歌?|跳舞|跳广场舞|打拳|打太极拳?|下棋|练剑|舞剑|踢毽子|拉二胡|打牌)的(?:人)?(?:就|都)?(?:有|来了)?[0-9一二三四五六七八九十百]/,
)
/** 我们6个老同事去大湾村钓鱼: old friends by themselves. */
const oldFriends = pattern(
  /(?:[我咱俺]们?|和|跟|约了?)(?:[0-9一两二三四五六七八九十几]{1,2}个?)?(?:老)(?:同事|同学|战友|邻居|朋友|姐妹|哥们|牌友|棋友)[^,，。;；]{0,6}(?:去|到|在|一起|聚)/,
)

/** 我们想在村里建6个基地, 正在写三篇调研报告, 还在建两个基地: not there yet. */
const inTheMaking = pattern(
  /(?:(?<![没不设联理感思构念])想(?!法|了|到|起|办法)|正在|正忙着|还在|还没)(?:(?:在|给|往|到|向)[^,，。;；0-9]{1,8}|再|多|也|一起){0,2}(?:建|挂|设|写|提|投|交|起草|整理|筹建|筹备)(?![^,，。;；]{0,2}[了成好完出])/,
)
/** 我昨天去县里开会，到了82人: by one who sat there. */
const wentToMeet = pattern(
  /[我俺](?!们)[^,，。;；组召主]{0,10}(?:去|到|上|在)(?!我们|咱们)[^,，。;；组召主]{1,8}(?:参加|开)(?:了|完)?[^,，。;；]{0,8}会/,
)

/** The clauses of the telling say it. */
const says = (p: Pattern, t: Told): boolean => p(t.s.text, t.clauses[0]?.start, t.clauses.at(-1)?.end)
const words = (t: Told): string => t.s.text.slice(t.clauses[0]?.start ?? 0, t.clauses.at(-1)?.end)
const nobodys = (t: Told): boolean => t.b.report.branch === null
const inFront = (p: Pattern, t: Told): boolean =>
  p(t.s.text, t.s.clauses[t.b.kind.clause]!.start, t.b.kind.start)
const peopleCounted = (t: Told): boolean =>
  t.b.draft.figures.some((f) => isPrimary(f) && f.counts === 'people')

export const notHeld: readonly Refusal[] = [
  ['asked for', (t) => says(askedFor, t) && !wasHeld.test(words(t))],
  ['agreed on', (t) => says(agreedOn, t) && !wasHeld.test(words(t).replace(/[说讲谈约定好]{2}了/, ''))],
  ['all were sent home', (t) => says(sentHome, t)],
  ['moved, with the same people', (t) => says(movedOn, t)],
  ['asked after', (t) => says(askedAfter, t)],
  ['how to report', (t) => shown(t.s.text, 0, 60) && t.b.kind.clause < 6],
  ['a task', (t) => inFront(task, t) && !fulfilled.test(words(t))],
  ['of a relative', (t) => nobodys(t) && says(ofARelative, t) && !forOurs.test(t.s.text)],
  [
    'went to hear it',
    (t) => nobodys(t) && says(wentToHear, t) && !listenersCounted.test(words(t)) && !gave.test(words(t)),
  ],
  ['took part', (t) => nobodys(t) && says(tookPart, t) && !gave.test(words(t))],
  ['went to watch', (t) => nobodys(t) && t.b.report.kind === 'culture' && says(wentToWatch, t)],
  [
    'seen in the park',
    (t) => nobodys(t) && !t.ours && t.b.report.kind === 'culture' && peopleCounted(t) && says(inThePark, t),
  ],
  ['in the making', (t) => isDocument(t.b.report.kind) && inFront(inTheMaking, t)],
  [
    'went to a meeting',
    (t) => nobodys(t) && t.b.report.kind === 'meeting' && says(wentToMeet, t) && !gave.test(words(t)),
  ],
  ['old friends', (t) => nobodys(t) && t.b.report.kind === 'culture' && says(oldFriends, t)],
]
