import { ends, starts } from './text/affixes.js'
import { notOfIt, type DateMention } from './dates/mentions.js'
import { slipped } from './figures/corrections.js'
import { isDocument, type KindMention } from './mentions/mention.js'
import { pattern } from './text/pattern.js'
import type { Scan } from './scan.js'
import { has } from './tokens.js'

const foundedIn = ends('成立于 始建于 创建于 创办于 建于 创立于 组建于 诞生于 毕业于 出生于 生于 始于 创始于')
const overBy = starts(
  '刚过 快到了 快到 就快到 就要到 马上到 马上就到 眼看就到 眼看到 临近 将近 要到了 还没到 没到 未到 还差 刚刚过去 已过 成立以来 日前后',
)
/** 1998年成立: since when; what was founded 昨天 is news. */
const foundedThen = starts('创办 创建 成立 建会 建院 建校')
/** 立秋了还是热，上个月…; 重阳节到了，昨天…: the season, where another day is told. */
/** 九月底了，盘点：本季度…: the time of writing. */
const byNow = starts('了, 了。 了! 啦, 了；')
const inSeason = starts('过后 一过 过了 已过 过完 到了 来了 了 时节')
const toldBeside = (s: Scan, m: DateMention): boolean =>
  s.dates.some((d) => d !== m && d.token.date.kind !== 'festival')
const greeted = starts('安康 快乐 愉快 吉祥 好！')
/** 六一快乐！上午…: wished on the day itself, and told of it. */
const onThatDay = (s: Scan, m: DateMention): boolean =>
  m.token.date.from === s.sentAt.day &&
  /^..[!,。~ ]{0,2}(今|刚|上午|下午|早上|中午)/.test(s.text.slice(m.token.end, m.token.end + 8))

/**
 * A day told beside the activity's own: up to which was counted (以上数到今天), on which it was reported (11月5日上报), for
 * which it had been meant (周四原定…), on which nothing was held (1月份没得活动), or of the weather (昨夜大雨).
 */
export function besides(s: Scan, m: DateMention): boolean {
  const { start, end } = m.token
  if (
    countedTo(s.text, start) ||
    (givenUp(s.text, end) && !peopleMeant(s.text, end, end + 40) && !otherwiseHeld(s, m))
  )
    return true
  // 前年的老账不翻, 初八上班: not spoken of, or the first day at work
  if (s.dates.length > 1 && (letRest(s.text, end, end + 14) || backAtWork(s.text, end))) return true
  // 昨天忙忘了前天我们…: why it is told late
  if (keptFrom(s.text, end, end + 16) && s.dates.some((d) => d.token.start > end)) return true
  if (notYet(s.text, end) && (s.dates.length > 1 || m.token.date.from > s.sentAt.day)) return true
  if (inRemark(s, m)) return true
  if (planAhead(s, m) || toBeToldLater(s.text, end, end + 16) || singledOut(s, m) || putOff(s, m)) return true
  if (seenLater(s, m)) return true
  // 照片今天传到群里
  if (papers(s.text, start) && handedIn(s.text, end, end + 6) && !soManyPieces(s.text, end, end + 12))
    return true
  // 回函昨天寄到了
  if (answers(s.text, start) && arrived(s.text, end, end + 6)) return true
  if (weather(s.text, end)) return /[今昨][天早日晚]/.test(s.text.slice(end, end + 16))
  return (
    (m.token.date.from === m.token.date.to && toldOn(s.text, end, end + 16)) ||
    (nothingHeld(s.text, end, end + 16) &&
      !(s.dates.length === 1 && inAnotherRoom(s.text, end, end + 48)) &&
      (m.token.date.from === m.token.date.to || s.dates.length > 1))
  )
}

/** 采纳了，昨天路过看见灯亮了: a day on which one came by what had become of it. */
function seenLater(s: Scan, m: DateMention): boolean {
  const c = s.clauses[m.clause]!
  return (
    c.start > 0 &&
    cameBy(s.text, m.token.end, c.end) &&
    ofPaper(s.kinds.findLast((k) => k.end <= c.start)) &&
    ![...s.kinds, ...s.figures, ...s.units.map((u) => u.token)].some(
      (x) => x.start >= c.start && x.end <= c.end,
    )
  )
}
const ofPaper = (k: KindMention | undefined): boolean => k !== undefined && isDocument(k.kind)
const cameBy = pattern(
  /^(?:上午|下午|晚上|早上|傍晚|中午)?(?:我们?|咱们?|俺们?)?(?:又|再|特意|专门)?(?:[出去]?(?:散步|遛弯|买菜|溜达|遛狗|路过|经过)|(?:再|又)?(?:去|到[^,，。;]{1,6})?看(?:见|到(?![^,，。;]{0,4}[的了]?病)|了看|了一眼|$)|瞧见|发现|走过)/,
)

/** 11月的月底再报: left for another time. */
const toBeToldLater = pattern(
  /^(?:份|份的|的)?(?:[^,，。;0-9]{0,4})?(?:等到?|到)?(?:月底|月末|下个?月|下周|年底|下次|回头|过后|完了|过几天|办完|开完|搞完)(?:再|另|才)(?:一起|一并)?(?:报|补|说|发|写|统计|汇总)/,
)
/** …，原打算下周去的改到月底: behind what was told, a day to which something else was put off. */
function putOff(s: Scan, m: DateMention): boolean {
  const c = s.clauses[m.clause]!
  const inside = (x: { readonly start: number; readonly end: number }): boolean =>
    x.start >= c.start && x.end <= c.end
  return (
    m.token.date.to > s.sentAt.day &&
    (movedTo(s.text, m.token.start) || meantFor(s.text, m.token.start)) &&
    s.dates.some((d) => d.token.date.to <= s.sentAt.day) &&
    s.figures.some((f) => f.end <= c.start) &&
    !s.figures.some(inside) &&
    !s.kinds.some(inside)
  )
}
const movedTo = ends('改到 推到 推迟到 延到 延期到 挪到 移到 顺延到 改在 改期到 往后推到')

/** 义诊三场，周一那场最多，三场合计190人: one of those told of, and nothing counted of it. */
function singledOut(s: Scan, m: DateMention): boolean {
  const c = s.clauses[m.clause]!
  return (
    ofThem(s.text, m.token.end, c.end) &&
    s.figures.some((f) => f.end <= c.start && f.counts === 'sessions' && f.measure.value > 1) &&
    !s.figures.some((f) => f.start >= c.start && f.end <= c.end)
  )
}
const ofThem = pattern(
  /^(?:上午|下午|晚上)?的?那(?:场|次|期|回|天|一[场次期回天])(?:人|来人|来的人|听众|去的)?(?:数|也)?(?:最|比较|特别|稍|较|更|不多|很多|少)/,
)

/** 明天还要去云坑，先把今天的报了: a day to come, in a clause of its own. */
function planAhead(s: Scan, m: DateMention): boolean {
  const c = s.clauses[m.clause]!
  const inside = (x: { readonly start: number; readonly end: number }): boolean =>
    x.start >= c.start && x.end <= c.end
  return (
    (m.token.date.from > s.sentAt.day || beforeGoing(s, m, c.end)) &&
    ((s.dates.some((d) => d !== m && d.token.date.from <= s.sentAt.day) &&
      (m.token.date.from === s.sentAt.day ? off : toGo)(s.text, m.token.end, c.end)) ||
      (goesOn(s.text, m.token.end, c.end) && doneBefore(s, c.start))) &&
    !s.figures.some(inside) &&
    !s.kinds.some(inside)
  )
}
/** 做了6位，下周约好再谈: how it goes on, behind what was done and counted. */
const goesOn = pattern(
  /^(?:上午|下午|晚上)?(?:我们?|咱们?|他们|大家|人家)?(?:约|再|还|接着|继续|复查|复诊|回访|回来|换|轮到)/,
)
const doneBefore = (s: Scan, to: number): boolean =>
  s.figures.length > 0 &&
  s.figures.every((f) => f.end <= to) &&
  s.figures.some((f) => {
    const { start } = s.clauses[f.clause]!
    return /[了过完][^,，。;还要]{0,4}$/.test(s.text.slice(Math.max(start, f.start - 8), f.start))
  })
/** 今天要去海边，先把前头的报了: today as well. */
const beforeGoing = (s: Scan, m: DateMention, end: number): boolean =>
  m.token.date.from === s.sentAt.day && first(s.text, end, end + 12)
const first = pattern(/^[,，](?:我|我们|就)?(?:先|趁早|赶紧|抓紧)[^,，。;0-9]{0,7}(?:报|说|补|交|汇报)/)
const off = pattern(/^(上午|下午|晚上)?(我们?)?(还|又|就)?(要|得|准备|打算|计划)?(去|到|赶|跑|走|出)/)
const toGo = pattern(/^(上午|下午|晚上)?(还|再)?(要|得|准备|打算|计划|再)(去|到|赶|跑|走|出)/)

/** 57人，今天腿还酸着; 嗓子到今天还哑着: a day of the teller's behind all that was counted; 57人，昨天下午 is the activity's. */
function inRemark(s: Scan, m: DateMention): boolean {
  const c = s.clauses[m.clause]!
  const last = s.figures.at(-1)
  if (!last || c.start < last.end || s.units.some((u) => u.token.start >= c.start && u.token.end <= c.end))
    return false
  if (s.kinds.some((k) => k.start >= c.start && k.end <= c.end)) return false
  return (
    ofTheTeller(s.text, m.token.end, c.end) ||
    (s.text[m.token.start - 1] === '到' && still(s.text, m.token.end))
  )
}
const ofTheTeller = pattern(
  /^(?:我|咱|俺)?(?:的)?(?:还|才|又|得|要|嗓|腿|腰|胳膊|脚|浑身|累|歇|休|好好|回家|忽然|刚|终于|总算)/,
)
const still = starts('还 仍 都')

/**
 * Days that lead up to one told behind them: 前天准备了一天，昨天…; 18号开会定的; 11月10号报的名; 我是1998年退休的. Alone such a day
 * may be the activity's.
 */
export const leadsUp = (s: Scan, m: DateMention): boolean =>
  ahead(s.text, m.token.end, m.token.end + 12) ||
  notice(s.text, m.token.end) ||
  // 今儿是23号,昨儿…
  /^是[0-9一二三四五六七八九十]/.test(s.text.slice(m.token.end, m.token.end + 2)) ||
  todayIs(s.text, m.token.start) ||
  // 今天是22号，昨天…
  /^今[天日儿]个?是/.test(s.text.slice(m.token.start, m.token.end)) ||
  // 今天国庆第二天，昨天…: what day it is
  (/^今[天日儿]..../.test(s.text.slice(m.token.start, m.token.end)) &&
    /^[,，][昨前][天日晚儿]/.test(s.text.slice(m.token.end, m.token.end + 3))) ||
  // 我从1999年开始做义诊,今天…
  (m.token.date.kind === 'year' && since(s.text, m.token.end))

const ahead = pattern(
  /^(我|我们|就|才|我会|大家)?(准备|筹备|筹划|布置|布展|排练|彩排|踩点|踩的点|接到|收到|开会定|商量|定下|报的?名|约好|说好|退休|退下来|毕业|入会|入党|参加工作|出生|下放|定[好的]|约[的了]|联系[好的]|安排好|说定)|^(这时候|这个时候|这会儿|今天|同期|同一天)?(也|都|还)[来去到在]?[^,，。;0-9]{0,4}(讲|来|去|办|搞|上|做)过/,
)
const todayIs = ends('今天是 今儿是 今儿个是 今日是')
const since = starts('冬天 春天 夏天 秋天 入冬 入秋 开春 开始 起 起就 就开始 到现在 以来')
const notice = starts('通知 文件 的通知 的计划 的安排 的会议精神 的要求 发文 下文')

const countedTo = ends('数到 统计到 算到 累计到 计到 汇总到 统计截至 截止到 截止至 登记到 截止')
const papers = ends(
  '照片 图片 相片 视频 表格 报表 名单 签到表 总结 材料 资料 稿子 发票 回函 复函 回信 复信 答复函',
)
const handedIn = pattern(/^[^,，。;]{0,3}(传|交|发|补|写|整理|送|上传)/)
/** 稿子本月送了3篇: they are what is told of. */
const soManyPieces = pattern(/^[^,，。;]{0,6}[0-9一二两三四五六七八九十]{1,3}多?篇/)
const answers = ends('回函 复函 回信 复信 答复函')
const arrived = pattern(/^[^,，。;]{0,3}(寄|到了)/)
const letRest = pattern(
  /^的?[^,，。;0-9]{0,6}(?:就|先|都)?(?:不翻|不提|不说|不算|不管|翻篇|不论)了?(?:[,，。;!]|$)/,
)
const backAtWork = starts('上班, 开工, 复工, 收假, 返岗, 开学, 上班了 开工了')
/** 晚会3月才办，不在里头: still to come. */
const keptFrom = pattern(
  /^(?:晚上|早上|[上下]午|中午|一天|整天)?(?:我|家里|就|都|也|一直|又|光|净|只顾着?|在){0,3}(?:忙(?:忘|晕|昏|糊涂|得|着|别的|家里|一天|到|乱|家务)|忘(?:了(?:报|说|记|发|登|告诉|个?干净|[,，]|(?=[今昨前大上]))|记[报说了])|没顾上|没来得及|没空|没工夫|结婚|出嫁|娶媳妇|过生日?|做寿|过寿|办喜?酒|满月|出院|住院|生孩子|生了|生产|发烧|感冒|搬家|拉肚子|考[^,，。;试核察评点]{1,4}(?=[,，我])|停[电网])/,
)
const notYet = starts('才办 才搞 才开 才讲 才举办 才进行 才上 再办 再搞 再开 再讲')
const givenUp = starts('原定 原本 本来 本该 原计划 原打算 本打算 本想 原想 原说')
/** 昨天原定30人的培训来了52人: not the day was meant otherwise. */
const peopleMeant = pattern(
  /^原[定计本]划?(?:来|是|要|会)?[0-9]{1,4}(?:来|多)?个?[人名位][^。;推改延挪换]{0,16}(?:来了|到了|坐了|实到|实际|最后)[^,，。;0-9]{0,4}[0-9]/,
)
/** 昨天原定两场，一场没办成，另一场照办; 昨天本来是培训，改成现场咨询: on the same day all the same. */
const otherwiseHeld = (s: Scan, m: DateMention): boolean =>
  s.dates.length === 1 &&
  m.token.date.to <= s.sentAt.day &&
  (sameDay(s.text, m.token.end, m.token.end + 40) || inAnotherRoom(s.text, m.token.end, m.token.end + 48))
const sameDay = pattern(
  /^(?:(?![改推挪延移]到|推迟|延期|改在|换到)[^。;\n]){0,30}(?:[改换变][成做为作搞办](?![上下本这]?(?:周|星期|礼拜|个?月)|明|后|[0-9一二三四五六七八九十]{1,3}[月号日])|[,，][^,，。;]{0,6}[场次期节堂个][^,，。;]{0,3}照[常样旧讲办开搞做上]|[,，][^,，。;0-9]{0,8}(?:只|就|才|实际|最后|结果)[讲办开搞上做](?:成)?了?[一二两三四五0-9](?:[场堂节期次]|个))/,
)
const weather = starts('大雨 暴雨 下雨 下大雨 下雪 下大雪 刮风 刮大风 降温 停电')
const toldOn = pattern(
  /^(晚上|早上|[上下]午|中午)?(说|报|发|登|讲|填)的(那个|那条|人?数字?|数据|消息)|^[^,，。;0-9]{0,10}报(个|一下)?(实数|准数|总数|实际)|^(说|讲|汇报|报告|报)(一下)?[0-9一二两三四五六几]?[个件]事|^(上报|填报|报送|报|统计|制表|填表|汇总|整理)(?=[。!)\n;]|$)|^(我)?(才|刚)(?:来|能|顾得上|有空)?(?:补|补报|报|说|交|记起|补上|上报)(?=[,，。:：;]|一[下个])|^(我)?(才|刚|忽然|突然|又)?(想起|记起|顾得上报|有空报|有空补报|来报|补报|抽空报|先报到这)/,
)
const nothingHeld = pattern(
  /^[头初底末]?[^,，。;、:]{0,6}(没得?|没有|未|无)(搞|办|开展|组织|举办|安排|啥|什么|任何|进行){0,2}(活动|动静)|^[头初底末]?[^,，。;、:]{0,4}(没(咋|怎么|太|大)?动|没去成(?![,，]?(?:因为|当时|那会儿|正好|人在|我在))|没办成|没开成|没搞成|没讲成|取消了|停了一次|(?<![没不])歇着|空着)/,
)

/** 昨天没开成大课，改在小屋里讲: on the same day. */
const inAnotherRoom = pattern(
  /^[^。;\n]{0,24}[,，](?:我们|大家|就|又|只好|临时|后来|索性|干脆){0,2}(?:(?:改|换)(?:讲|办|搞|教|做|上|看)了[^,，。;0-9]{1,14}[,，][^,，。;]{0,8}[0-9一二两三四五六七八九十百]|(?:改|换|挪|移)(?:到|在|去|至|成)了?(?!时间|明|后|下|改天|以后|周|星期|[0-9])[^,，。;0-9]{1,12}(?:讲|上|办|开|搞|看|诊|演|教|做|[,，][^,，。;0-9]{0,4}(?:讲|义诊|办|开|搞|看|教|上)))/,
)

const aboutIt = starts('养生 保健 饮食 进补 防病 用药 节养生 节饮食 节保健')

/** 1978年买的, 09年的老货: how old a thing is. */
const ofThings = starts('买的 生的 建的 盖的 造的 产的 置办 出厂 的老货 款 版 出版 印的 栽的 种的 结的婚')

/** 去年(2025年)建的工作站今年又建了一个: since when there was one. */
const builtThen = pattern(
  /^(?:\([^()]{2,8}\)|\))?(?:建|挂|办|开|设|成立|授|揭|立)(?:起来?|好|成|下|了|牌|立)?的[^,，。;0-9]{1,12}(?:今年|本月|上?个?月|这次|这回|又|再)/,
)

const reported = pattern(
  /^(我|你|他|咱)?们?所?(报|上报|发|说|登记|记|填|写)(的(?!东西|材料|稿|[^,，。;0-9]{0,3}(?:调研|报告|建议|提案|文章|论文|专报|信息))|:)/,
)
/** 答复昨天的问题：…: when it was asked. */
const askedThen = pattern(
  /^(?:的(?:问题|提问|询问|追问|疑问)|问的(?:话|事|问题)?|提的问题|问我们?的)[:：,，。;是]/,
)
const weekly = pattern(/每(周|星期|个?月)?[一二三四五六日、]*$/)
const takenInto = pattern(/(列入|纳入|写入|写进)[^,，。;]{0,3}$/)
const thereabouts = pattern(/^(前后|期间|前夕|之际|将至|来临|前的|前,|前组)/)
/** 原定8月22日开会50人，实际到会37人: more people were meant, on the same day. */
const onlyMoreMeant = (s: Scan, m: DateMention): boolean =>
  s.dates.length === 1 &&
  m.token.date.to <= s.sentAt.day &&
  meantFor(s.text, m.token.start) &&
  (fewerCame(s.text, m.token.end, m.token.end + 40) || otherwiseHeld(s, m))
const meantFor = ends('原定 原计划 原拟 原定于 原打算')
const fewerCame = pattern(
  /^[^。;改推延挪换]{0,24}[0-9][^。;改推延挪换0-9]{0,6}[,，]?(实际|实到|最后)[^。;改推延挪换0-9]{0,6}[0-9]/,
)
/** 2019年最后一场, 今年第18场, 2018年度: a year that only numbers or names something. */
export function numbersSomething(s: Scan, m: DateMention): boolean {
  if (notOfIt(s.text, m.token.start) && !slipped(s.text, m.token.start) && !onlyMoreMeant(s, m)) return true
  const behind = s.text.slice(m.token.end, m.token.end + 2)
  // 成立于1986年, 昨天报的, 冬至刚过: since when, when it was told, what is over
  if (
    foundedIn(s.text, m.token.start) ||
    overBy(s.text, m.token.end) ||
    (m.token.date.kind === 'year' && ofThings(s.text, m.token.end)) ||
    (m.token.date.from !== m.token.date.to && builtThen(s.text, m.token.end, m.token.end + 32)) ||
    (foundedThen(s.text, m.token.end) &&
      (m.token.date.from !== m.token.date.to || s.kinds.every((k) => k.kind !== 'base'))) ||
    (m.token.date.kind === 'festival' && inSeason(s.text, m.token.end) && toldBeside(s, m)) ||
    (byNow(s.text, m.token.end) && s.dates.some((d) => d !== m && d.token.date.from !== d.token.date.to)) ||
    (greeted(s.text, m.token.end) && !onThatDay(s, m)) ||
    reported(s.text, m.token.end, m.token.end + 8) ||
    askedThen(s.text, m.token.end, m.token.end + 8)
  )
    return true
  const words = s.text.slice(m.token.start, m.token.end)
  // 春节前后, 国庆期间: about that time
  if (
    thereabouts(s.text, m.token.end, m.token.end + 2) &&
    m.token.date.from === m.token.date.to &&
    !/[0-9一二三四五六七八九十]+[月日号天]/.test(words) &&
    !/[今昨前]天|周|星期|礼拜/.test(words)
  )
    return true
  if (
    m.token.date.kind === 'festival' &&
    /^[\u4e00-\u9fa5]/.test(behind) &&
    !/^(当天|那天|这天|当日|那日|上午|下午|晚上|早上|早晨|中午|傍晚|在|这一|我|本|由|各|省|市|县|区)/.test(
      behind,
    ) &&
    /(活动|文体|宣传|联欢|茶话|慰问|晚会|演出|比赛|游园|座谈|主题|系列|佳节|专场)/.test(
      s.text.slice(m.token.end, m.token.end + 6),
    )
  )
    return true
  // 今天，冬至养生讲座
  if (m.token.date.kind === 'festival' && aboutIt(s.text, m.token.end) && toldBeside(s, m)) return true
  if (masthead(s, m)) return true
  // 每周二、周四各一场
  if (weekly(s.text, m.token.start - 5, m.token.start)) return true
  // 2022年十件民生实事: what it was taken up among
  if (takenInto(s.text, m.token.start - 5, m.token.start)) return true
  // 前三季度工作报告, 明年计划: what a paper is about
  if (
    m.token.date.from !== m.token.date.to &&
    /^(的)?(工作)?(报告|计划|指标|任务|要点|安排|打算|预算|目标|规划|思路)(?!完成)/.test(
      s.text.slice(m.token.end, m.token.end + 5),
    ) &&
    s.dates.length > 1
  )
    return true
  // 企业当月减少损失: of a day nobody told
  if (s.dates[0] === m && m.token.start > 0 && /^(当月|当年|当天|当日)$/.test(words)) return true
  if (/^(度|新春|年会)/.test(behind) || (behind.startsWith('迎') && m.token.date.from !== m.token.date.to))
    return true
  return m.token.date.from !== m.token.date.to && /^(第|最后|首场|首次)/.test(behind)
}

/** 【简报】第12期(总第86期) 某会编 5月30日: the line that names the paper. */
function masthead(s: Scan, m: DateMention): boolean {
  const from = s.text.lastIndexOf('\n', m.token.start) + 1
  const to = s.text.indexOf('\n', m.token.end)
  return (
    to > 0 &&
    to - from < 80 &&
    /第[0-9一二三四五六七八九十]+期|总第/.test(s.text.slice(from, to)) &&
    /[编印]|简报|通讯|动态|总第/.test(s.text.slice(from, to))
  )
}

/** 召开了…2019年科普工作会议, 部署2020年工作: behind the verb a year or month belongs to the object. */
export function inObject(s: Scan, m: DateMention): boolean {
  const { kind } = m.token.date
  if (kind === 'day' || kind === 'range' || kind === 'week' || kind === 'weekend') return false
  const c = s.clauses[m.clause]!
  let from = c.from
  for (let i = c.from; i < m.at; i++)
    if (s.tokens[i]!.type === 'mark' && s.text[s.tokens[i]!.start] === ':') from = i + 1
  for (let i = from; i < m.at; i++) {
    const t = s.tokens[i]
    if (
      has(t, 'do') ||
      has(t, 'call') ||
      (has(t, 'assign') && !(t!.end === m.token.start && /^(回顾|总结)/.test(s.text.slice(t!.start, t!.end))))
    )
      return true
  }
  return false
}
