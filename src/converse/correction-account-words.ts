// What a clause of a correction says of its figure: by how much it was off, what it was, or what holds; pure.
import { behind, day, fieldWords, latest, numbered, ofThatDay } from './correction-clause-words.js'

const digits = '\\d{1,6}'
const chinese = '[一二两三四五六七八九十百千〇零]'
const unit = '(?:人次|号人|个人|人|名|位|个|份|册|本|张|场次|场|期|次)'
const whom = '(?:学生|学员|老人|听众|群众|村民|师生|家长|孩子|娃娃|老师|同志)?'
/** 53人 · 五十三 · 三个; a bare 三 may be part of any word. */
const figure = `(?:(?:大?约|近|大概|差不多)?(?:${digits}[多余来几]?${unit}?|${chinese}{1,8}[多余来几]?${unit}|${chinese}{2,8})${whom}(?:左右|上下)?)`
const kindNoun =
  '(?:(?:[那这]个|[那这][场期次堂])?(?:讲座|培训|义诊|咨询|宣传|活动|课)(?![^，,]{0,4}(?:不是|改成)))?'
const so = '(?:那|就|而且|另外|还有|再就是|其实|所以|实际上?)?'
const head = `${so}(?:${numbered}|${latest})?(?:更正|纠正)?${kindNoun}[：:\\s]?(?<field>${fieldWords}|人(?=[也又还都]?(?:不是|是)))?[也又还都]?`

/** The verb of telling or counting. */
const verb = '[写记报说弄搞打算数填点登签看统录列计加]'
/** 少写了 · 写多了 · 算重了 · 重复签了 · 漏掉了 · 比实际多; 重数, 重点 are told anew. */
const off = `(?:重复(?:${verb}(?:到|名|的)?)?|[多少漏](?:统计|登记|${verb})(?:进去|掉)?|重[签登记报计]|${verb}[多少漏重]|漏掉|[多少]出来?|比(?:实际|签到|名单)[^\\d，,是]{0,3}[多少]|[多少漏重](?=了)|(?<![不最顶至很大])[多少漏差](?=\\d))(?:的?有|的?是|了)?`
/** 加上 · 还要加 · 扣掉. */
const besides =
  '(?:[还再又]|[要得该]|应该|应)*(?<!参)(?:加上?|增加|添上?|补上?|算上|去掉|扣掉?|扣除|减[去掉少]?|刨[去掉]?|除去|除开|剔[除掉])了?'
/** Said behind how many: 签了两次, 算重了, 没签到, 是重名的. */
const because =
  '(?:也?[^\\d，,是]{0,3}(?:签|登|写|记|算|报|数)了?[两二三2]?[次回遍][的了]?|是?[^\\d，,]{0,3}(?:重复|重名|算重|数重|写重|报重|记重|重了|多算|多记|误计|误算|混进|不该算|不能算|不算|工作人员|司机|没[签登记算数报统来听到]|漏|忘了?[签登记算写]|也[听算来在]|算进去|算在内|中途走|走了)[^\\d，,]{0,5})'
/** 是发的票 · 系教师误计在内 · 看倒了: why the first figure was none. */
const wasBut =
  '(?:(?:是|系|为|把|连)(?![^\\d]{0,6}(?:对|准|实|才))[^\\d，,]{2,12}|我?(?:给|都|也)?(?:看|写|记|抄|敲|打|输|念|听)(?:倒|反|颠倒|错|岔|混|串)了?)'
const holds =
  '(?:(?:应该|应当|应|实际上?|总数|合计|拢共|总计)(?=\\d)|(?:应该|应当|应|该|得|只能|就|才|实际上?|其实|后来|最后|一共|总共|总数|合计|拢共|共|还|都|也){0,3}(?:改[成为到]?|更正[为成]|[是为有算共]|按|实到|实际|到了|来了|只[有是来到]了?|发了|送了)(?:一共|总共|共)?)'
/** 按签到算 · 照名册是 · 重新数了. */
const source = '(?:(?:按|照|看|对着)?[^\\d，,]{0,4}(?:签到|名册|名单|登记|花名册|点名|票根)[^\\d，,]{0,3})'
const end = `${behind}(?:(?:才?是?[对准]|为准)的?)?`

/** What a clause is; the first row that fits. */
export const clauseRows = [
  // 应到60 · 报名的有60人
  [
    'expected',
    new RegExp(
      `^${head}(?:应到|应来|该来|报名的?有?|通知了?|登记了?|座位|预定|原定|原来|本来|发票)(?:是|有|来)?${figure}$`,
    ),
  ],
  // 48个里有2个是重复签的 · 132里有教师6人算重了
  [
    'within',
    new RegExp(
      `^${head}[^\\d，,是]{0,8}?(?<was>${figure})(?:里[面头]?|当中|中间?)(?:有|含|还有)?[^\\d，,]{0,5}?(?<diff>${figure})(?<why>${because}|是[^\\d，,对准实]{1,6})$`,
    ),
  ],
  // 人数写错一位 · 打错一个数
  [
    'slipped',
    new RegExp(`^${head}[^\\d，,]{0,4}?${verb}?错了?(?:[一两几]|\\d(?!\\d))(?:位|个)?(?:数字?|字|零)?了?$`),
  ],
  // 把90写成了60
  [
    'writtenAs',
    new RegExp(
      `^${head}(?:我?把)?(?<value>${figure})(?:给|错|误){0,2}(?:写|记|打|报|抄|看|听|输|登|认|敲|按|念|填|录|数|算|说)成了?(?<was>${figure})了?$`,
    ),
  ],
  // 写成60了 · 原来说60
  [
    'wrote',
    new RegExp(
      `^${head}(?:我|原来|先前|当时|开头|起先|之前|前面|错|误){0,3}(?:(?:写|记|打|报|抄|看|听|输|登|说)(?:成了?|的?是|的)?|[认敲按念填录数算]成了?)(?:(?<wasDay>${day})|(?<was>${figure}))了?(?<but>${wasBut})?$`,
    ),
  ],
  // 写成讲座了
  [
    'wroteKind',
    new RegExp(`^${head}(?:我|给|都|错|误){0,3}(?:写|记|打|报|说|弄|登)成了?(?<kind>[^\\d，,是]{2,6}?)了?$`),
  ],
  // 60没算后来的8个
  [
    'without',
    new RegExp(
      `^${head}(?<was>${figure})(?:里[面头]?)?(?<why>没[算记数登含]|没包括|不[含算]|不包括|算上了?|[含连])[^\\d，,是]{0,6}(?<diff>${figure})[^\\d，,]{0,4}$`,
    ),
  ],
  // 少写了2个人是40人 · 加上后来的6个是66
  [
    'offTo',
    new RegExp(
      `^${head}[^\\d，,]{0,6}?(?<how>${off}|${besides}|又来了|后来的)(?:[^\\d，,是有只]{0,6}?)(?<diff>${figure})[^\\d，,是]{0,6}?(?:${holds}|应该|应)(?<value>${figure})${end}$`,
    ),
  ],
  // 少写了2个人 · 漏了后排的8个 · 算重了6个
  [
    'off',
    new RegExp(
      `^${head}[^\\d，,]{0,6}?(?<how>${off})(?:[^\\d，,是有只]{0,6}?)(?<diff>${figure})(?:[^\\d，,是]{0,8})$`,
    ),
  ],
  // 后来又来了5个 · 补签了3个
  [
    'came',
    new RegExp(
      `^${head}(?<how>(?:后来|后面|后头|后边|接着|中途|半路|快完时|散场前)?(?:又|还|陆续)[来到进添]了|(?:后来|后面|后头|后边)[来到]了|后到(?:的|了)?|后来[的了]|补[签来报登录]了?)[^\\d，,是有]{0,4}?(?<diff>${figure})$`,
    ),
  ],
  // 去掉5个工作人员 · 加上后排8个
  ['besides', new RegExp(`^${head}(?<how>${besides})[^\\d，,是有共]{0,6}(?<diff>${figure})[^\\d，,]{0,5}$`)],
  // 不是45 · 没有88人
  [
    'denied',
    new RegExp(
      `^${head}(?:不是|不该是|不止|不能算|没有|并?不到)(?:(?<was>${figure})|(?<wasDay>${day}))${ofThatDay}$`,
    ),
  ],
  // 不是45是53 · 48改46 · 不是26位是28位
  [
    'pair',
    new RegExp(
      `^${head}(?:不是|把|从|由)?(?<was>${figure})(?:改[成为到]?|更正[为成]|而?是|应该是|应为|换成)(?<value>${figure})${end}$`,
    ),
  ],
  // 60写反了应该是90
  [
    'mistakenTo',
    new RegExp(
      `^${head}(?<was>${figure})(?<but>我?(?:给|都|也)?(?:看|写|记|抄|敲|打|输|念|听)(?:倒|反|颠倒|错|岔|混|串)了?)(?:${holds}|应该|应)(?<value>${figure})${end}$`,
    ),
  ],
  // 是52人不是60
  ['pair', new RegExp(`^${head}(?:是|应该是)?(?<value>${figure})而?不是(?<was>${figure})$`)],
  // 是培训不是讲座
  [
    'kindPair',
    new RegExp(
      `^${head}[那这]?(?:不[是算](?<was>[^\\d，,是]{2,6}?)(?:而?[是算]|该算|改成)(?<kind>[^\\d，,是]{2,6})|[是算]?(?<kind2>[^\\d，,是]{2,6}?)而?不[是算](?<was2>[^\\d，,是]{2,6}))$`,
    ),
  ],
  // 地点不是二中是三中
  [
    'pairWords',
    new RegExp(
      `^${head}不是(?<wasAt>在)?(?<wasWords>[^\\d，,是]{2,10}?)(?:而?是|改成)在?(?<words>[^\\d，,是]{2,10}?)(?:[讲办搞做]?的)?$`,
    ),
  ],
  // 是13号上的课
  ['day', new RegExp(`^${head}(?:应该|应)?(?:是|改[成为到]?)?(?<day>${day})${ofThatDay}(?:课|活动)?$`)],
  // 有3个人签了两次 · 教师6人算重了
  ['part', new RegExp(`^${head}(?:还|另)?有?[^\\d，,是]{0,6}?(?<diff>${figure})(?<why>${because})$`)],
  // 150是发的票 · 62系教师误计在内 · 96看倒了
  ['mistaken', new RegExp(`^${head}[^\\d，,是]{0,6}?(?<was>${figure})(?:那?是?我?)?(?<but>${wasBut})$`)],
  // 应为50人 · 实到137 · 按签到算312人 · 加上是48 · 改46
  [
    'value',
    new RegExp(
      `^${head}(?:加上|去掉|扣掉|刨[去掉]|算上)?(?:以?后)?${source}?(?:[^\\d，,]{0,2}?(?<holds>${holds}))?(?<value>${figure})(?<end>${end})$`,
    ),
  ],
  // 该算培训 · 那是培训
  [
    'kind',
    new RegExp(
      `^${head}(?:[那这][个场次期]?)?(?<not>不(?:是|算|能算|该算))?(?:应该?|得|只能|该)?(?:[是算]|算是|改[成为到]?)?(?<kind>[^\\d，,是算]{2,6}?)(?:才对|[吧的了]){0,2}$`,
    ),
  ],
  // 讲师是李明 · 题目改成防火
  ['labelled', new RegExp(`^${head}(?:应该|应)?(?:是|为|改[成为到]?)(?<said>[^，,]{2,20})$`)],
  // 不是在二中 · 不是城东
  ['deniedWords', new RegExp(`^${head}(?:不是(?<wasAt>在)?|不(?<wasIn>在))(?<wasWords>[^\\d，,]{2,10})$`)],
  // 是在三中 · 地点是三中 · 是城西
  [
    'words',
    new RegExp(
      `^${head}(?:应该|应)?(?:是(?<at>在)|改(?<moved>[在到成为])|挪到|换到|而?是|在)(?<words>[^\\d，,]{2,12}?)(?:[讲办搞做]?的)?$`,
    ),
  ],
] as const
export type ClauseKind = (typeof clauseRows)[number][0]

/** Which record, and nothing more: 101号更正 · 刚才那场. */
export const only = new RegExp(`^${head}[的那]?$`)

const numeral = '[\\d一二三四五六七八九十百千万两〇零]'
const beforeOff = new RegExp(
  `(?:(?<![不最顶至很大许])[多少漏](?:统计|登记|${verb}|掉|出来?)?|${verb}重|重[签登记报计]|重复[^，,\\d]{0,4}|差(?!不)|(?<!参)加上?|增加|添|减[少去掉]?|扣[掉除]?|刨|剔|去掉|除去|算上|补[签来报登录]|[又还][来到]|陆续[来到]|后到|后来[的了])[了过的]{0,2}[^\\d，,。；;是有只共]{0,6}$`,
)
/** Whether a value stands nowhere in the text but as what a figure is off by: 101号要加8人. */
export function isOff(text: string, value: string): boolean {
  let seen = false
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (at > 0 && new RegExp(numeral).test(text[at - 1]!)) continue
    seen = true
    if (!beforeOff.test(text.slice(Math.max(0, at - 20), at))) return false
  }
  return seen
}

/** More than was told (+) or fewer (−), the first row that fits. */
const signs: readonly (readonly [words: RegExp, sign: 1 | -1])[] = [
  [new RegExp(`没(?:有)?[签登记算数报统包含]|不[含包]|漏|少${verb}|${verb}少|^少|比.{2,5}少|忘`), 1],
  [new RegExp(`多${verb}|${verb}多|[^又还]多出|^多|比.{2,5}多|重|[两二三2][次回遍]`), -1],
  [/补|[又还后][来到进添]|陆续|后.{1,2}[来到]|(?<!参)加|添|算上|也[听来在]/, 1],
  [/误|混|不该|不能|不算|去|扣|减|刨|除|剔|^[含连]|算进去|算在内|工作人员|司机|没[来听到]|走了?/, -1],
]
/** 0 where the words leave it open. */
export const signOf = (words: string): 1 | -1 | 0 => signs.find(([w]) => w.test(words))?.[1] ?? 0
