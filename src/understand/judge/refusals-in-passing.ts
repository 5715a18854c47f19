import { daysBetween } from '../../core/day.js'
import { isDocument } from '../mentions/mention.js'
import { isPrimary } from '../structure/draft.js'
import { pattern, type Pattern } from '../text/pattern.js'
import type { Refusal } from './refusal.js'
import type { Told } from './told.js'

/*
 * Seen in passing, asked for oneself, handed back, still to come: with a day and a number, and nothing of ours that was done.
 */

/** 昨天我去咨询了医保的事，等了两个小时: asked for oneself. */
const askedForOneself = pattern(
  /[我俺](?!们)[^,，。;；给为帮替]{0,8}(?:去|找|打电话|到[^,，。;；]{1,8})?(?:咨询|问)了(?:一下)?[^,，。;；0-9]{1,10}的?(?:事|问题|手续|政策|情况)/,
)
/** 前天在河边有人发传单，我拿了一张; 路过村口，跳广场舞的有七人 */
const seen = pattern(
  /(?:^|[,，。;；!！ \n])[^,，。;；我俺咱]{0,14}有人在?(?:发|散|摆|唱|跳|演|表演|义诊|宣传|讲)|(?:^|[,，。;；!！ \n])[^,，。;；]{0,8}(?:路过|经过)(?!讨论|商量|研究|协商|评审)[^,，。;；]{1,10}[,，][^,，。;；我俺咱]{0,12}的(?:人)?有/,
)
/** 村里开会，我也去了; 同学会来了52人 */
const wentToo = pattern(/[我俺](?!们)(?:也|跟着|顺便)(?:去|参加|到)了/)
const reunion = pattern(
  /(?:^|[,，。;；!！ \n])[^,，。;；请给为]{0,8}(?:老?同学|战友|同乡|老乡|校友|家族)(?:聚?会|聚餐)/,
)
/** 老王给我提了四条建议，我改; 县报来约稿三篇; 稿子退回来七篇; 建议四条还在改. */
const notHandedIn = pattern(
  /(?:给|向|对)[我俺咱]们?提了?|约稿|(?:退|打)回(?:来|了)|退稿|(?:还|正)在(?:改|写|整理|讨论|商量|打磨)|没(?:写|改|整理)(?:完|好)|还没(?:有)?(?:挂牌|建成|批下来|交|报)/,
)
const handedInToo = /采[用纳]|登了|用了|批示|刊|交了|报了|报送|上报|递交|投|挂牌了|新挂牌/

const weekday = '(?<![上下])(?:(?:这|本)?(?:周|星期|礼拜)[一二三四五六日天末](?:[上下]午|晚上)?|月底|月末)'
/** 周六要走访六家企业, 周六再建两个基地: what a weekday still has ahead. */
const ahead = pattern(
  new RegExp(`${weekday}(?:还|我们|咱们)?(?:要|再|还要)(?:去|到|在)?[^,，。;；了过]{2,20}$`),
)
/** 周六学雷锋，要四个人 */
const helpersWanted = pattern(
  new RegExp(
    `${weekday}[^,，。;；了过]{2,14}[,，]要[0-9一二两三四五六七八九十]{1,3}个?(?:人|志愿者|同志)(?:[,，。;；!！\\n]|$)`,
  ),
)
/** 周六在三中开歌会，请26人参加; 基地挂牌，请参加; 技术咨询，欢迎来问. */
const invited = pattern(
  /[,，](?:请|欢迎)(?:大家|各位|会员们?|群众|乡亲们?)?(?:[0-9一二两三四五六七八九十百]{1,4}[名位]?(?:人|会员|代表))?(?:都|踊跃|前来)?(?:来)?(?:参加|到场|光临|出席|问|听|看|参观|咨询)(?:[,，。;；!！\n]|$)/,
)
const done = /[讲来听办搞看到教演发挂走提写交]了|结束|完成|实到|到会|已经?/

/** 昨天的资料是发了220份吗, 松林村的基地挂牌了吗, 前天走访了几家企业？ */
const question = pattern(/(?:[吗么嘛]|几[家个场次篇条位份人][^,，。;；]{0,6}[?？])$/)
/** 周六到三中演出，下午4点彩排; 车7点出发 */
const whenToBeThere = pattern(
  /[0-9一二三四五六七八九十两]{1,3}点(?:半|钟|[0-9]{1,2}分?)?(?:准时)?(?:集合|出发|开车|发车|彩排|开演|入场|报到|到齐)(?![了的])/,
)
/** 周六去敬老院慰问，准备了57份礼品; 周六书画展，已收作品28幅; 给基地挂牌，牌子做好了. */
const prepared = pattern(
  /准备(?:了|好)|已?收到?(?:作品|稿件?|节目)[0-9一二三四五六七八九十百]|(?:牌子|场地|道具|服装|音响|门?票|海报|横幅)(?:都|也|已经?)?(?:做|定|订|借|印|租|准备|买|联系)好了|学校报了[0-9一二三四五六七八九十百]/,
)
const openDay = pattern(new RegExp(`${weekday}|月底|月末`))
/** 月底交建议六条 */
const monthsEnd = pattern(/(?:^|[^0-9一二三四五六七八九十上个])(?:月底|月末|年底)(?![的前])[^了过]{1,30}$/)
/** 四条建议提得好 */
const praised = pattern(/[提写投报]得(?:真|很|太|挺|非常|都)?(?:好|棒|精彩|到位|及时|不错)/)
/** 发传单的给了我两张 */
const handedToMe = pattern(/(?:给|塞|递|发)(?:了|给)?[我俺](?!们)[0-9一两二三]{1,2}[张份本]/)
/** 书画展延期，作品都收好了 */
const postponed = pattern(/(?:延期|改期|推迟|取消|暂停|顺延|停办)了?$/)

/** The clauses of the telling say it, or the one behind. */
const says = (p: Pattern, t: Told): boolean => p(t.s.text, t.clauses[0]?.start, words(t).to)
const words = (t: Told): { readonly from: number; readonly to: number } => {
  const from = t.clauses[0]?.start ?? 0
  const last = t.clauses.at(-1)?.end ?? 0
  return { from, to: Math.min(t.s.text.length, last + 14) }
}
const told = (t: Told): string => t.s.text.slice(t.clauses[0]?.start ?? 0, t.clauses.at(-1)?.end)
const nobodys = (t: Told): boolean => t.b.report.branch === null
const peopleCounted = (t: Told): boolean =>
  t.b.draft.figures.some((f) => isPrimary(f) && f.counts === 'people')

/** 讲座55人，下一场26号，欢迎来听: counted, and asked to the next. */
const countedBefore = (t: Told): boolean =>
  t.b.draft.figures.some(
    (f) => f.counts === 'people' && !/[请邀]$/.test(t.s.text.slice(Math.max(0, f.start - 1), f.start)),
  )

/** A day without a year that would be as long ago: it is to come. */
const nearlyAYearAgo = (t: Told): boolean =>
  t.b.when !== null &&
  !t.b.when.from.token.date.explicitYear &&
  daysBetween(t.b.when.period.end, t.s.sentAt.day) > 300

export const inPassing: readonly Refusal[] = [
  [
    'asked for oneself',
    (t) => nobodys(t) && t.b.report.kind === 'consultation' && !peopleCounted(t) && says(askedForOneself, t),
  ],
  ['seen', (t) => nobodys(t) && !t.ours && says(seen, t)],
  ['went too', (t) => nobodys(t) && t.b.report.kind === 'meeting' && says(wentToo, t)],
  ['a reunion', (t) => nobodys(t) && !t.ours && says(reunion, t)],
  ['not handed in', (t) => isDocument(t.b.report.kind) && says(notHandedIn, t) && !handedInToo.test(told(t))],
  [
    'ahead of a weekday',
    (t) => {
      const c = t.s.clauses[t.b.kind.clause]!
      return (
        (ahead(t.s.text, c.start, c.end) || helpersWanted(t.s.text, c.start, c.end + 10)) &&
        !done.test(told(t))
      )
    },
  ],
  [
    'a question',
    (t) => {
      const c = t.s.clauses[t.b.kind.clause]!
      return (
        question(t.s.text, c.start, c.end + 1) && t.b.draft.figures.every((f) => f.clause === t.b.kind.clause)
      )
    },
  ],
  ['when to be there', (t) => !peopleCounted(t) && says(whenToBeThere, t) && !done.test(told(t))],
  [
    'prepared',
    (t) =>
      says(prepared, t) &&
      (openDay(t.s.text, t.clauses[0]?.start, t.b.kind.end) || nearlyAYearAgo(t)) &&
      !/[讲来听办搞看到教演发送走]了|结束|完成|实到|到会/.test(told(t)),
  ],
  [
    'at the end of the month',
    (t) => {
      const c = t.s.clauses[t.b.kind.clause]!
      return t.b.when === null && monthsEnd(t.s.text, c.start, c.end) && !done.test(told(t))
    },
  ],
  ['praised', (t) => isDocument(t.b.report.kind) && t.b.when === null && says(praised, t)],
  ['handed to me', (t) => nobodys(t) && t.b.report.kind === 'publicity' && says(handedToMe, t)],
  [
    'put off',
    (t) => {
      const c = t.s.clauses[t.b.kind.clause]!
      return !peopleCounted(t) && postponed(t.s.text, c.start, c.end)
    },
  ],
  ['invited', (t) => says(invited, t) && !done.test(told(t)) && !countedBefore(t)],
]
