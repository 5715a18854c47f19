import { once } from '../text/once.js'
import type { Scan } from '../scan.js'

/**
 * One's own life, told in the words of an activity: been to the doctor, to the cinema, doctors that came to us. Each row
 * is a way of telling it; a branch of ours that did it is never meant.
 */
const ownLife: readonly (readonly [reason: string, words: RegExp])[] = [
  // 昨天去医院看牙，前头排了40号
  [
    'a patient',
    /(去|到|在|上)[^,，。;]{0,8}(医院|门诊|卫生院|诊所|医务室|口腔科|眼科|体检中心)(里|那边)?(?!给|为|帮|义诊|办|搞|开展|举办|参观|走访|慰问)(看|查|量|做|复查|体检|拿药|开药|挂|排|住|打针|输液|配)|排队?了?[^,，。;]{0,8}(的队|号)/,
  ],
  // 我们小区昨天来了一帮大夫
  [
    'came to us',
    /^[^。;]{0,12}(小区|楼[里下上]|院里|院子里|家门口|我们村|我们镇|咱村|俺村|我们这儿?|我们社区|咱社区|村里|社区里|单位)[^,，。;]{0,8}来了(?![0-9一二三四五六七八九十两百几多]{1,5}[个位名]?(人|学生|居民|群众|老人|村民|听众|乡亲|孩子))[^,，。;]{0,6}(大夫|医生|专家|老师|教授|志愿者|医疗队|义诊|大篷车|放电影|唱戏|演出|卖|一帮|一拨|一伙|剧团|戏班)/,
  ],
  // 我们小区物业昨天组织了灭火演练
  [
    'the neighbourhood did it',
    /(物业|居委会?|街道办|派出所|消防队)(昨天|今天|前天|上周.|周.|上午|下午|昨晚){0,2}(组织|举办|办|搞|开展|弄)了?(?![^。]{0,60}(我|请|俺|咱))/,
  ],
  // 给老伴量了量血压, 上午在家把书柜修好了, 我也量了
  [
    'at home',
    /^[^。;]{0,10}(给|帮|替|带|陪)(我|我家|咱)?的?(老伴|儿子|女儿|闺女|孙[子女儿]|外孙|媳妇|女婿|爱人|自己|老爸|老妈|爸妈|姐姐|妹妹|哥哥|弟弟|亲家|侄)|在家(?![具属庭长畜禽电乡政])里?[^,，。;]{0,3}(把|修|看|做|包|养|歇|打扫|练|下|唱)|我也(量|查|看|听|学|去|领|排|测)了?/,
  ],
  // 在公园遇见一群人…
  [
    'come across',
    /(遇见|碰见|遇上|碰上|看见|看到|路过)[^,，。;]{0,4}(一群|一帮|有人|好多人|人家|几个人|很多人)|^[^,，。;]{0,8}推荐[一几个本部篇]/,
  ],
  // 咱市的老年大学招书画学员，40人一班
  [
    'wanted',
    /(招|收|缺|找)(收|募)?[^,，。;了]{0,6}(学员|会员|新生|队员|志愿者|讲师|徒弟|伙伴|搭子|高音|低音)(?!.{0,12}(培训|讲|教))/,
  ],
  // 昨天看了场电影，讲航天的
  [
    'looked at',
    /看了?(一|两)?[场部个集]?[^,，。;]{0,4}(电影|大戏|电视剧?|节目|演出|话剧|晚会|直播|视频|新闻|比赛)|(影院|剧院)[^,，。;]{0,3}[看坐]|去了?(电影院|影院)|追剧|刷(视频|手机|抖音|到)/,
  ],
]

/** 昨天听某团的老师讲长征，我坐第一排: told by who sat there, whoever spoke. */
export const sat = once((s: Scan): boolean =>
  /(^|[,，。;!])[^,，。;来]{0,4}(听了?|去听了?)[^,，。;]{2,14}(讲|谈|上课|作报告|的课)[^。]{0,30}(我[坐听记也都学]|我们[坐听]|收获|长见识|开眼|受教|受益|入迷|过瘾|鸦雀无声)/.test(
    s.text.slice(0, 120),
  ),
)

/** 这回去木制品厂办得好: how well it was done, and no figure. */
export const wellDone = /(办|搞|做|讲|干|弄|组织)得(真|很|太|挺|蛮|多)?(好|棒|漂亮|不错|精彩|到位)/

/** 55个名额已报满: so many may come. */
export const placesOnly = (text: string, figures: readonly { readonly end: number }[]): boolean =>
  figures.length > 0 && figures.every((f) => /^个?(名额|空位|座位|位子)/.test(text.slice(f.end, f.end + 4)))

/** Which of them a message is, or null. */
export const lived = once((s: Scan): string | null => {
  for (const [reason, words] of ownLife) if (words.test(s.text.slice(0, 120))) return reason
  return null
})
