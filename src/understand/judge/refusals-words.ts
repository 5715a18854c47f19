import { has } from '../tokens.js'
import { pattern } from '../text/pattern.js'
import { countedOneself, saidBesides } from './heard.js'
import { ownPiece, tagsIn, type Refusal } from './refusal.js'
import { newsOfOthers, planned } from './refusals-message.js'
import { placesOnly } from './refusals-plain.js'
import { ahead, bounded, heldAndCounted, opensWith, ownHelp, plainlyTold } from './refusals-telling.js'
import { says, type Told } from './told.js'

/* What single words around a telling say of it: rumours, rules, advertisements, plans, greetings, places elsewhere. */

/** 请补报…的两个支会尽快; 候选人名单公示七天; 我看了录像，给你们鼓掌; 简报登了兄弟单位的事. */
const besideReports = pattern(
  /^请[^,，。;0-9]{0,4}(补报|上报|报送|填报|报一下)[^,，。;0-9]{0,12}(的|尽快|抓紧|单位|分会|支会)|名单公示|公示(期)?[一二三四五六七八九十0-9]{1,2}[天日]|我看了?(录像|回放)[^。;]{0,20}(鼓掌|点赞|热闹|精彩|不错)|(简报|报上|网上|公众号)(上)?登了[^。;,，]{0,4}(兄弟|外地|人家|邻)/,
)

/** 昨天那个60人的大课真热闹: said of what others know. */
const praisedAsKnown = pattern(
  /那(个|场|次|堂|节|回)[0-9一二三四五六七八九十百两]{1,4}(多|余|来)?[个]?人的[^,，。;]{0,8}(真|太|好|特别|可|挺)(热闹|精彩|好听|棒|带劲|过瘾|成功|受欢迎|有意思)/,
)

/** 给家长讲怎么辅导孩子写作业: without what was taught. */
const withoutTopic = (t: Told): Told['core'] =>
  t.b.kind.weight !== 'deed'
    ? t.core
    : t.core.filter((x) => x.end <= t.b.kind.start || x.start >= t.s.clauses[t.b.kind.clause]!.end)

/** 某会老何的文章《…》，晚报登了，一篇: what a paper printed was ours. */
const printedOurs = (t: Told): boolean =>
  t.b.report.kind === 'article' &&
  t.b.report.branch !== null &&
  t.b.report.adopted !== undefined &&
  t.near.every((x) => !has(x, 'rumour') || /^[日晚早时]报(?:上)?登/.test(t.s.text.slice(x.start, x.end)))

/** 教老人扫码坐车: the word of an offer is what was taught. */
const offerTaught = (t: Told): boolean =>
  t.past &&
  t.figures > 0 &&
  t.s.tokens
    .filter((x) => has(x, 'ad'))
    .every(
      (x) =>
        /(教|学|学会|用手机|[帮替给][^,，。;]{1,6})[^,，。;]{0,8}$/.test(
          t.s.text.slice(Math.max(0, x.start - 12), x.start),
        ) ||
        // 教老人用手机交费，19个人，扫码、转账都会了
        (/教[^。;]{2,40}[,，、]$/.test(t.s.text.slice(Math.max(0, x.start - 44), x.start)) &&
          /^[^。;]{0,12}(?:学会|会)了/.test(t.s.text.slice(x.end, x.end + 16))) ||
        // 扫码下载反诈软件的六十多人
        /^(?:下载|注册|安装)[^,，。;]{0,3}(?:反诈|防诈|医保|社保|挂号|急救)/.test(
          t.s.text.slice(x.end, x.end + 10),
        ),
    )

/** …，转发不算: how it was counted. */
const notCounted = pattern(
  /(?:转发|分享|回放|转载)的?(?:都|均|可|并|也)?(?:不算|不计|没算|未计|未算|不含|不包括|除外|另算)/,
)

export const ofItsWords: readonly Refusal[] = [
  [
    'rumour',
    (t) =>
      says(t.near, 'rumour') &&
      !ownPiece(t.s.text) &&
      !countedOneself(t) &&
      !saidBesides(t) &&
      !printedOurs(t),
  ],
  [
    'example line',
    (t) => t.s.text[t.clauses[0]!.start] === '例' && ' :)'.includes(t.s.text[t.clauses[0]!.start + 1] ?? '-'),
  ],
  [
    'asked to report, put up, or seen on tape',
    (t) => besideReports(t.s.text, t.clauses[0]?.start, t.clauses.at(-1)?.end),
  ],
  ['praised as known', (t) => t.b.report.branch === null && praisedAsKnown(t.s.text)],
  ['news of others', (t) => t.b.report.branch === null && newsOfOthers(t.s)],
  ['passed on', (t) => t.b.report.branch === null && tagsIn(t.s).has('relay') && !notCounted(t.s.text)],
  [
    'advertisement',
    (t) =>
      t.b.report.branch === null &&
      tagsIn(t.s).has('ad') &&
      !offerTaught(t) &&
      !(t.ours && t.over && t.figures > 0),
  ],
  // 今天在三中现场答疑，志愿怎么填，来问的70人: what it was about
  [
    'rule',
    (t) =>
      says(heldAndCounted(t) && ownHelp(t) ? t.core : t.around, 'rule') &&
      !(t.b.report.branch !== null && t.past && t.done),
  ],
  ['plan', (t) => planned(t.s) && !(t.done && t.past && t.figures > 0)],
  [
    'deadline',
    (t) =>
      t.near.some(
        (x) =>
          x.type === 'date' &&
          ahead(t.s.text, x.start, x.end) &&
          // 听众50人，简报12月1日前报: what goes with it, of a day of its own
          (!plainlyTold(t) || t.b.when?.from.token === x),
      ),
  ],
  [
    'enrolment',
    (t) =>
      says(t.around, 'enrol') &&
      !says(t.near, 'actual') &&
      !(t.past && t.done && t.figures > 0) &&
      // 接待心理求助的家长9人次
      !(t.b.report.kind === 'counselling' && t.past && t.figures > 0),
  ],
  ['places to be had', placesOnly],
  ['share of each', (t) => says(t.near, 'share') && !t.done && !(t.past && t.b.report.branch !== null)],
  ['bounds', (t) => bounded(t) && !(t.past && t.done)],
  [
    'exercise',
    (t) =>
      t.b.report.branch === null &&
      says(t.over && t.b.report.attendance !== undefined ? withoutTopic(t) : t.near, 'exercise'),
  ],
  [
    'greeting',
    (t) =>
      says(t.around, 'greeting') &&
      (t.figures === 0 ||
        (!t.counted && !t.done && !(t.over && t.b.report.branch !== null && t.b.kind.weight === 'head'))),
  ],
  [
    'elsewhere',
    (t) =>
      t.b.report.branch === null &&
      // 托邻居看着孙子，我们去义诊
      !/[托请让叫烦]了?(?:邻居|隔壁)/.test(t.s.text.slice(0, 60)) &&
      t.clauses.some(
        (c) =>
          // …来了30人，我邻居老王也来帮忙: of who helped, behind it
          !(
            c.start > t.b.kind.end &&
            t.b.report.attendance !== undefined &&
            /也(?:来|去|都)?帮/.test(t.s.text.slice(c.start, c.end))
          ) &&
          (opensWith(t, c.from, c.start, 'elsewhere') ||
            // 昨天邻县办讲座
            (t.s.tokens[c.from]?.type === 'date' && opensWith(t, c.from + 1, c.start, 'elsewhere'))),
      ),
  ],
]
