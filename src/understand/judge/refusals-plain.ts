import { pattern } from '../text/pattern.js'
import type { Figure } from '../figures/figures.js'
import { isPrimary } from '../structure/draft.js'
import { once } from '../text/once.js'
import type { Scan } from '../scan.js'
import type { Told } from './told.js'

/** A way of telling one's own life in the words of an activity. */
interface OwnLife {
  readonly reason: string
  /** What tells it where nobody is counted: whoever counts those who came has held something. */
  readonly words?: RegExp
  /** What tells it whatever is counted. */
  readonly always?: RegExp
}

/** Been to the doctor, to the cinema, doctors that came to us; a branch of ours that did it is never meant. */
const ownLife: readonly OwnLife[] = [
  // 昨天去医院看牙，前头排了40号; but 在镇卫生院做讲座, 到县医院看望会员
  {
    reason: 'a patient',
    words:
      /(去|到|在|上)[^,，。;]{0,8}(医院|门诊|卫生院|诊所|医务室|口腔科|眼科|体检中心)(里|那边)?(看(?![望守护])|查|量|体检|做个?(检查|体检|手术|化验|理疗|透析|[BC彩]))/,
    // 血压高的，劝了几个去医院复查: whom one sent there
    always:
      /(?<!(?:劝|让|叫|嘱|建议|动员|提醒|催|转)[^,，。;]{0,10})(去|到|在|上)[^,，。;]{0,8}(医院|门诊|卫生院|诊所|医务室|口腔科|眼科)(里|那边)?(看[牙病眼腰腿](?!的)|复查|拿药|开药|挂号|排队|住院(?![部楼])|打针|输液|配药)|住院[部楼][^。;]{0,40}(看望?[老小病]|看望|陪(床|护)|打(点滴|针)|送锦旗|住着|遇[到见上]|碰[到见上]|查房)|前[头面]还?排/,
  },
  // 昨天召开了茶叶合作社社员大会
  {
    reason: 'of another association',
    always:
      /(召开|开|举行|举办)了?[^,，。;]{0,10}(合作社|商会|同乡会|校友会)的?(第?[^,，。;]{1,3}[届次])?(会员|社员|理事|股东|换届)[^,，。;]{0,4}会/,
  },
  // 我们小区昨天来了一帮大夫
  {
    reason: 'came to us',
    words:
      /^[^。;]{0,12}(小区|楼[里下上]|院里|院子里|家门口|我们村|我们镇|咱村|俺村|我们这儿?|我们社区|咱社区|村里|社区里|单位)[^,，。;]{0,8}来了[^,，。;]{0,6}(大夫|医生|专家|老师|教授|志愿者|医疗队|义诊|大篷车|放电影|唱戏|演出|卖)/,
    always:
      /^[^。;]{0,12}(小区|楼[里下上]|院里|院子里|家门口|我们村|我们镇|咱村|俺村|我们这儿?|我们社区|咱社区|村里|社区里|单位)[^,，。;]{0,8}来了(一帮|一拨|一伙|个剧团|个?戏班|放电影的|唱戏的|卖)/,
  },
  // 我们小区物业昨天组织了灭火演练
  {
    reason: 'the neighbourhood did it',
    always:
      /(物业|居委会?|街道办(?:事处)?|派出所|消防队)(昨天|今天|前天|上周.|周.|上午|下午|昨晚){0,2}(组织|举办|办|搞|开展|弄)了?(?![^。]{0,60}(请|[我俺咱](们)?(会|分会|老科协|去讲|去教|[来去]?给|讲|教|主讲|主持|上课|负责|带)))/,
  },
  // 给老伴量了量血压, 上午在家把书柜修好了, 我也量了
  {
    reason: 'at home',
    words:
      /^[^。;]{0,10}(给|帮|替|带|陪)(我|我家|咱)?的?(老伴|儿子|女儿|闺女|孙[子女儿]|外孙|媳妇|女婿|爱人|自己|老爸|老妈|爸妈|姐姐|妹妹|哥哥|弟弟|亲家|侄)(?!们|妹妹|弟弟)|在家(?![具属庭长畜禽电乡政])里?[^,，。;]{0,3}(把|修|看|做|包|养|歇|打扫|练|下|唱)|我也(量|查|看|听|学|领|排|测)了?/,
  },
  // 在公园遇见一群人…
  {
    reason: 'come across',
    always:
      /(遛弯|遛狗|散步|溜达|买菜|逛街|逛公园|晨练)[^,，。;]{0,6}[,，][^。;]{0,12}(又在|正在|在那|有人|一帮|一群)/,
    words:
      /(遇见|碰见|遇上|碰上|看见|看到|路过)[^,，。;]{0,4}(一群|一帮|有人|好多人|人家|几个人|很多人)|^[^,，。;]{0,8}推荐[一几个本部篇]/,
  },
  // 今天去喝喜酒，摆了42桌
  {
    reason: 'at a feast',
    always:
      /喝喜酒|吃喜酒|吃席|酒席|摆酒|(?<!(?:瓜子|花生|水果|[桔橘]子|糖果?|点心|茶点?|果盘|零食)[^,，。;]{0,3})摆了[0-9一二三四五六七八九十百两几]{1,4}桌|满月酒|寿宴|婚宴|升学宴/,
  },
  // 昨天看了场电影，讲航天的; but 组织老人看了场电影
  {
    reason: 'looked at',
    words:
      /看了?(一|两)?[场部个集]?[^,，。;]{0,4}(电影|大戏|电视剧?|节目|演出|话剧|晚会|直播|视频|新闻|比赛)|去了?(电影院|影院)|追剧|刷(视频|手机|抖音|到)/,
    always: /^(今天|昨天|前天|昨晚|晚上|下午|周.|上周.|我|也|去){0,3}看了(一|两)?[场部集]/,
  },
]

const ofPeople = (s: Scan, f: Figure): boolean =>
  f.who !== null || /[人名位个]/.test(s.text.slice(f.start, f.end))
/** Whether those who came are counted as people: 58人, not 150 of a blood pressure nor 40号. */
const countsPeople = (t: Told): boolean =>
  t.b.draft.figures.some((f) => f.counts === 'people' && isPrimary(f) && ofPeople(t.s, f))

const opening = once((s: Scan): string => s.text.slice(0, 120))

/** One's own life or one's neighbours', by any of its rows. */
export function lived(t: Told): boolean {
  if (t.b.report.branch !== null) return false
  const text = opening(t.s)
  const counted = countsPeople(t)
  return ownLife.some(({ words, always }) => always?.test(text) || (!counted && words?.test(text)))
}

/** 昨天听某团的老师讲长征，我坐第一排: told by who sat there, whoever spoke. */
export const sat = (t: Told): boolean =>
  /(^|[,，。;!])[^,，。;来]{0,4}(听了?|去听了?)[^,，。;]{2,14}(讲|谈|上课|作报告|的课)[^。]{0,30}(我们?[坐听记])/.test(
    opening(t.s),
  ) ||
  (t.figures === 0 &&
    /(^|[,，。;!])[^,，。;来]{0,4}(听了?|去听了?)[^,，。;]{2,14}(讲|谈|上课|作报告|的课)[^。]{0,30}(我[也都学]|收获|长见识|开眼|受教|受益|入迷|过瘾|鸦雀无声)/.test(
      opening(t.s),
    ))

/** What those say who sat in it. */
const fromTheSeats: readonly RegExp[] = [
  // 灯谜会那个讲座我也去听了
  /(^|[,，。;!])[^,，。;讲]{0,8}([那这][个场次堂节]|的)[^,，。;]{0,8}[我俺咱](也|就|还)?(去|来)听了/,
  // 县里的科普展我去看了，人山人海
  /(^|[,，。;!])[^,，。;讲]{0,8}([那这][个场次堂节]|的)[^,，。;]{0,8}[我俺咱](也|就|还)?(去|来)看了[,，。][^,，。]{0,4}(队|排|人山|人多|挤)/,
  // 镇上舞龙，我们去看了
  /^[^,，。;]{0,12}(?:舞[龙狮]|灯会|庙会|秧歌|[演展]|大?戏|踩街|晚会|比赛)[^,，。;]{0,4}[,，][^,，。;]{0,2}[我俺咱]们?(?:几个|都|也|一起|全家|一家){0,2}去(?:看|瞧|逛)了(?:[,，。;!]|$)/,
  // 我带孙子看的
  /(^|[,，。;])[我俺咱][^,，。;讲]{0,8}(看|听|排|领)的([,，。;!]|$)/,
  // 工会给劳模体检，我也沾光去了
  /[我俺咱]也?(沾光|沾了光|蹭|凑热闹|凑了个热闹)/,
  // 写春联的来了，我求了一副
  /(^|[,，。;!])[我俺咱]也?(投了?票|求了|买了|抢到|抽[到中]|排了|等了)/,
  // 我去晚了站着听的
  /[我俺咱](去晚了)?(站着|坐着|挤着|挤在)[^,，。;]{0,6}听的?/,
  // 我也报了书法班
  /[我俺咱]也?(报了|去报了)[^,，。;]{1,6}班/,
]
const gaveIt = /[我俺咱](们)?(去|来|给)?[^,，。;听]{0,6}(主讲|讲的|讲课|讲了|授课)/

/** Told by one of those who came, not by one who gave it. */
export const amongThem = (t: Told): boolean => {
  const said = opening(t.s)
  return fromTheSeats.some((r) => r.test(said)) && !gaveIt.test(said)
}

/** 院长在年会上说，去年门诊量…: told by somebody of an office, of what is his. */
export const saidAbove = (t: Told): boolean =>
  t.b.report.branch === null &&
  /(?<![向给请跟对])(书记|院长|校长|[省市县区镇乡局厅]长|局长|领导|主任|科协|政府)(昨天|今天|上午|下午)?(在?[^,，。;]{0,8}(上|里|会))?(讲|说|介绍|通报|透露|报告)了?[,，:：]/.test(
    t.s.text.slice(Math.max(0, t.b.kind.end - 60), t.b.kind.end),
  )

/** 咱市的老年大学招书画学员，40人一班: who is looked for. */
export const wanted = (t: Told): boolean =>
  t.b.report.branch === null &&
  t.b.when === null &&
  /(招|收|缺|找)(收|募)?[^,，。;了]{0,6}(学员|会员|新生|队员|志愿者|讲师|徒弟|伙伴|搭子|高音|低音)/.test(
    opening(t.s),
  )

/** 这回去木制品厂办得好: how well it was done, and no figure. */
export const wellDone = (t: Told): boolean =>
  t.figures === 0 &&
  /(办|搞|做|讲|干|弄|组织)得(真|很|太|挺|蛮|多)?(好|棒|漂亮|不错|精彩|到位)/.test(t.s.text.slice(0, 60))

const asPlaces = pattern(/^个?(名额|空位|座位|位子)/)
/** 55个名额已报满: so many may come. */
export function placesOnly(t: Told): boolean {
  const figures = t.b.draft.figures.filter(isPrimary)
  return figures.length > 0 && figures.every((f) => asPlaces(t.s.text, f.end, f.end + 4))
}
