// The one figure of an answer, among what is said beside it; pure.
import { figureSaid, plain } from './said.js'

type Figure = NonNullable<ReturnType<typeof figureSaid>>

/** Told beside a figure, and nothing of its own; the example is the clause that needs the row. */
const asides: readonly RegExp[] = [
  // 人来人往的数不清 · 没细数 · 我数过 · 一个一个数的
  /数不清|数不过来|没(?:细|仔细)?[数点]|[数点]过|[数点]了|[数点]出来|个[数点]的/,
  // 登记本上写着的 · 有名单 · 按点名算
  /签到|名单|登记|名册|点名|点人头|本[子上]|记着的|照片/,
  // 差不多吧 · 也就这么多
  /差不多|估[计摸]|大概|大约|也就/,
  // 进进出出的 · 站着的都有 · 坐得满满的
  /人来人往|进进出出|来来往往|走走停停|站[着满]|坐满|满满|挤|没座/,
  // 来得齐 · 来的不多
  /(?:来|到)(?:得|的)?(?:晚|迟|齐|多|少)/,
  // 才看见 · 忘了说
  /才看[见到]|刚看[见到]|没看[见到]|忘了|记得|对不起|不好意思|抱歉|谢谢|辛苦|哎[呀哟]/,
  // 校长说的 · 老师报的
  /[老校院村站]长?(?:师|长|支书)?(?:说|数|报)的?/,
  // 有两个中途接班走了 · 后来走了几个 · 有几位提前回去
  /(?:中途|半路|提前|后来|先|没听完).{0,4}(?:走|回去|离开|散)/,
  // 量两回的只算一回 · 来两次的算一个 · 重复的没算
  /只?算(?:一|作一)[回次个人]|重复的?(?:没|不)算|(?:没|不)重复/,
  // 别听老施的 · 不听他瞎说
  /^(?:别|不要?|甭|莫)(?:听|信|管)/,
  // 正经说 · 说真的 · 言归正传
  /^(?:说?正经(?:的|话|说)?|说真的|说实话|实话说|老实说|言归正传|不开玩笑|玩笑归玩笑|说正事|回正题|回到?正题|回答?小科)[了啊哈]?$/,
  // 都是老伙计 · 年轻人占一半 · 老人居多
  /^[都全](?:是|来自)|居多|为主|占(?:了)?(?:一半|一多半|大半|多数|大头)/,
  // 记不太准 · 不敢打包票
  /[记说]不(?:太|大)?(?:准|清|好)|不敢(?:说|保证|打包票)|不一定准|上下差不了/,
  // 刚下课 · 刚忙完
  /^刚(?:刚)?(?:下课|散场?|讲完|忙完|到家|回来|回到家|吃完|歇下)/,
]
/** 五十二户人家 · 三桌: counted otherwise, an aside beside 三十个人. */
const countedOtherwise =
  /^(?:约|近|大概)?[一二两三四五六七八九十百]{1,5}[来多几]?(?:户|桌|排|车|个班|个村)(?:人家|人|的人)?$/
const isAside = (clause: string): boolean =>
  clause.length <= 14 &&
  !/\d/.test(clause) &&
  (countedOtherwise.test(clause.trim()) || asides.some((row) => row.test(clause)))

/** Where they sat: 礼堂里坐了91人, 台下一共站了三十来个人. */
const seated =
  /^[^\d，,一二两三四五六七八九十百千车船桌饭巴铁]{0,8}?(?:里|上|下|内|外|前|后)?(?:面|边|头)?(?:一共|总共|共|大概|差不多|足足|满满)?(?:坐|挤|站|围)(?:了|着|满了?|有)?(?=.{0,4}[\d一二两三四五六七八九十百])/

/** Who is counted together: 两个班一共96人, 连家长一起80个, 老师学生加起来210. */
const together =
  /^(?:[一二两三四五六七八九十几]{1,2}个(?:班|年级|社区|村|单位|小组)|(?:连同?|加上|带)(?:着|上)?[^\d，,孙儿女]{0,5}(?:人|师|生|家长)|老师(?:和|跟|加|、)?(?:学生|家长)|师生|男女老少|老老少少|上午(?:和|加|、)?下午|两[场天])(?:们|的)?(?:一共|总共|共|合计|加起来|一起|在内|拢共)(?:是|有|来了|到了)?(?=\d|[一二两三四五六七八九十百])/
/** 应到70，实到62: who was to come. */
const expected =
  /^[^，,\d]{0,4}(?:应到|应来|应该来|报名|原定|通知了?)[^，,\d]{0,4}\d{1,5}(?:个|名|位)?人?[，,、\s]{0,2}(?=实到|实际|到了|来了)/

/** How it is said that something was given out besides: 还发了宣传册. */
export const handedOut =
  '(?:还|另外|另|又|也)(?:发|送|印)了?(?:宣传|科普|学习)?(?:册子?|页|资料|传单|单子|手册|材料|书)?'
/** 还发了宣传册八十本, also with no pause before it. */
const given = new RegExp(`[，,、\\s]{0,2}${handedOut}[^，,；;。人名位]{1,8}[份册本张][。！!]?$`)

/** The copies of such an addition: 还发了宣传册八十本 → 八十本. */
export function givenBesides(text: string): Figure | null {
  const words = given.exec(text)?.[0]
  const copies =
    words && /[\d一二两三四五六七八九十百千万]{1,7}[多余来]?[份册本张](?=[。！!]?$)/.exec(words)?.[0]
  const said = copies ? figureSaid(' '.repeat(text.lastIndexOf(copies)) + copies) : null
  return said?.field === 'materials' ? said : null
}

/** The figure of a clause: the whole of it, or behind where they sat (then it counts people). `before`: where it begins. */
function figureOf(clause: string, before = 0): Figure | null {
  const whole = figureSaid(' '.repeat(before) + clause)
  if (whole) return whole
  const place = (seated.exec(clause) ?? together.exec(clause))?.[0].length
  const said = place === undefined ? null : figureSaid(' '.repeat(before + place) + clause.slice(place))
  return said && (said.field === null || said.field === 'attendance') ? said : null
}

/**
 * The one figure of a text of which everything else only tells how one knows it: 「一百五十多吧，人来人往的数不清」, 「来了五十多号人
 * 还发了宣传册八十本」; null where a second figure or anything else is told. The span is of the whole text.
 */
export function figureAmong(text: string): Figure | null {
  const said = oneFigure(text)
  return said?.measure.qualifier === 'exact' && guessed.test(text)
    ? { ...said, measure: { ...said.measure, qualifier: 'about' } }
    : said
}
/** 估摸着有八十 · 55吧，记不太准: no exact figure, though none of 约, 近 stands at it. */
const guessed = /估[计摸]|约摸|大约|大概|算算|差不多|可能|好像|[记说]不(?:太|大)?准/

function oneFigure(text: string): Figure | null {
  const told = text.replace(expected, (w) => ' '.repeat(w.length)).replace(given, '')
  const whole = figureOf(told)
  if (whole) return whole
  const clauses = told.split(/[，,。；;！!～~\n]+/).filter((c) => plain(c) !== '')
  if (clauses.length < 2 || clauses.length > 4) return null
  const figures = clauses.filter((c) => !countedOtherwise.test(c.trim()) && figureOf(c) !== null)
  const rest = clauses.filter((c) => !figures.includes(c))
  if (figures.length !== 1 || !rest.every(isAside)) return null
  return figureOf(figures[0]!, text.indexOf(figures[0]!))
}
