import { says, sort, type Around, type Sort } from './context.js'
import { kindWords } from '../words/kinds.js'
import { has, type NumberToken, type Token, type WordToken } from '../tokens.js'

/** …三场都是某某主讲: how many were told, of all of them. */
const saidOfAll = (text: string, t: NumberToken): boolean =>
  t.num.value > 1 &&
  /^(都是|均是|全是)[\u4e00-\u9fa5]{1,4}(主讲|讲的)/.test(text.slice(t.end, t.end + 10)) &&
  /[。;,，\n ]$/.test(text.slice(Math.max(0, t.start - 1), t.start))

/** Last characters of verbs by whose 了两次 something is held; 鼓了三次掌, 买了两回, 车陷了两次 tell of no session. */
const holding =
  '搞办做开讲教跑去走上展询行演诊织训导访授课传加解谈研播流察检测唱排安送来到会学练赛聚游评完成有录助务出办扫答'
const heldSo = (text: string, t: NumberToken, verb: string): boolean =>
  holding.includes(verb) ||
  (verb === '下' && /^[乡村基田厂校企地屯果]/.test(text.slice(t.end, t.end + 1))) ||
  heldThere.test(text.slice(Math.max(0, t.start - 4), t.start)) ||
  heldWhat.test(text.slice(t.end, t.end + 4)) ||
  /[慰访]问了$/.test(text.slice(Math.max(0, t.start - 3), t.start))
/** 上门了两次, 值班了4次; 摆了三次摊, 量了两次血压, 登了三次山: the verb or its object says that something was held. */
const heldThere =
  /(上门|进村|入户|进山|值班|坐班|坐诊|示范|演示|接待|检查|对接|把脉|修剪|集中|碰头|摆摊|指导|座谈|摆|演|派|设|发)[了过]$/
const heldWhat =
  /^(摊|点|班|诊|堂|山|大?集|校园|学校|村|社区|果园|展|头|面|组织生活|党日|血压|血糖|春联|垃圾|河道|树|发|家电|电器|农机|水泵|棋|鱼|徒|地|电影)/
/** What comes down, is looked at or played: no session of ours. */
const ofOther = /^(大|小|暴|雷|透|冷)?([雨雪雹霜]|台风)|^(酒|厕所|医院)/
/** Of a film or a game with one's own people: 陪老伴看了两场电影. */
const athome = /(陪|老伴|孙|老头|女儿|儿子)[^,，。;]{0,8}$/
const played = /^(电影|球(?!赛)|大?戏|麻将|牌)/
/** 停电两次, 比前两回多: of the day, and to compare. */
const besideIt =
  /((错|退回来?|打回来?|找来|催来)|(开刀|手术|住院|化疗|透析)[开做住]?[了过]?|停[水电]|休息|抢答了?|熄火|抛锚|电话|掌声|返场|(打断|鼓掌|点赞|转发|点击|浏览)[^,，。]{0,2}|[比跟和同](以|之|头|上)?前)$/

const ownPeople =
  /^[,，]?(?:听众|学员|受众|共|一共|总共|来了|看了)?[0-9一二三四五六七八九十百千两万]{2,7}[多余来]?(?:人|名|位)/
const rides = /(?:[坐搭蹬骑开乘租雇叫踩拉包]了?(?:一?[辆个])?|电动|机动|农用|人力|老|的|辆)$/
const goesBy = /^(?:车|摩托|拉|驮|送|进|上山|下乡|去|到|来|颠)/
function ridden(text: string, from: number, to: number): boolean {
  return rides.test(text.slice(Math.max(0, from - 6), from)) || goesBy.test(text.slice(to, to + 2))
}

/** 一季度的讲座有13场; 讲座有两场没办 is what was not. */
function soManyThere(text: string, t: NumberToken, a: Around): boolean {
  const what = a.before.at(-1)
  return (
    text[t.start - 1] === '有' &&
    what?.type === 'word' &&
    what.word.kind !== null &&
    what.end === t.start - 1 &&
    /^(?:[,，。;；!、 ]|$)/.test(text.slice(t.end, t.end + 1)) &&
    !stillToCome.test(text.slice(t.end, t.end + 16))
  )
}

/** 办了两场讲座，还有一场义诊; 还有一场没讲 is still to come. */
function alsoHeld(text: string, t: NumberToken, a: Around): boolean {
  const [what] = a.after
  return (
    /[,，、。;；](?:另外?|此外)?还有$/.test(text.slice(Math.max(0, t.start - 5), t.start)) &&
    what?.type === 'word' &&
    what.word.kind !== null &&
    what.start - t.end <= 1 &&
    !stillToCome.test(text.slice(what.end, what.end + 16)) &&
    /[了过共]|[办讲做搞开]{1}[0-9一二两三四五六七八九十]/.test(text.slice(Math.max(0, t.start - 30), t.start))
  )
}
const stillToCome =
  /^[,，。;]?[^,，。;0-9]{0,6}(?:没|未|要|(?<!接)待|等|准备|打算|计划|预计|安排在|下[周个月]|明[天年早]|后天|改天|欢迎|请)/

export function session(text: string, t: NumberToken, a: Around): Sort | null {
  const unit = text.slice(t.num.end, t.end)
  const prev = text[t.start - 1] ?? ''
  const next = text[t.end] ?? ''
  // 俩讲师, 三讲台: no lectures
  if (unit === '讲' && /^[师台解话义课稿桌]/.test(next)) return null
  // 为这个班跑了教育局三趟
  if (
    unit === '趟' &&
    /跑了?[^,，。;]{1,8}(?:局|委|办|院|政府|科|站|所|公司|银行|单位)$/.test(
      text.slice(Math.max(0, t.start - 12), t.start),
    )
  )
    return null
  // 抽检药品320批次
  if (
    /批次?$/.test(unit) &&
    (t.num.value > 20 ||
      /(?:合格|抽[检查]|检[测出验])[^,，。;]{0,6}$/.test(text.slice(Math.max(0, t.start - 10), t.start)))
  )
    return null
  // 三班倒, 两班制, 三班工人
  if (unit === '班' && /^[倒制运轮]/.test(next)) return null
  // 120块钱一场: what it costs
  if (/(元|块钱?)$/.test(text.slice(Math.max(0, t.start - 2), t.start))) return null
  if (
    prev !== '' &&
    '又再每首这那上下头末有第同届'.includes(prev) &&
    !alsoHeld(text, t, a) &&
    !soManyThere(text, t, a) &&
    !(prev === '上' && /^[堂节课]/.test(unit)) &&
    // 进企业只有2场
    !(
      prev === '有' &&
      (/^[场期]/.test(unit) || text[t.start - 2] === '已') &&
      /[只仅共各已][有]$/.test(text.slice(Math.max(0, t.start - 2), t.start))
    )
  )
    return null
  // 头一场五十个，后一场六十二个: which of the two
  if (
    t.num.value === 1 &&
    '前后'.includes(prev || '-') &&
    /^[场次节堂]$/.test(unit) &&
    countedNext.test(next + text.slice(t.end + 1, t.end + 4))
  )
    return null
  // 四节电池, 尘肺二期, 比我小两轮
  if (
    (unit === '节' &&
      /^(电池|车厢|藕|莲藕|竹|甘蔗|腰椎|颈椎|骨头)(?![^,，。;]{0,3}[课讲])/.test(
        text.slice(t.end, t.end + 6),
      )) ||
    (unit === '期' && /^[^防抗]{0,3}([尘矽硅]肺|癌)$/.test(text.slice(Math.max(0, t.start - 5), t.start))) ||
    (unit === '轮' && /[大小][整足差多不止]{0,4}$/.test(text.slice(Math.max(0, t.start - 5), t.start)))
  )
    return null
  // 坐三轮进山, 三轮拉展板: what they rode in
  if (unit === '轮' && t.num.value === 3 && ridden(text, t.start, t.end)) return null
  // 锦绣家园二期: a part of the estate
  if (
    unit === '期' &&
    t.num.value < 10 &&
    /(家园|小区|花园|花苑|苑|公馆|新城|新村|广场|府|郡|湾)$/.test(
      text.slice(Math.max(0, t.start - 2), t.start),
    )
  )
    return null
  // 这个班分三期办，这是第二期: how many there will be
  if (
    unit === '期' &&
    prev === '分' &&
    /^(?:办|进行|上|举办|开)?[,，]?(?:这|这次|今天|现在|昨天|本次|这期)是第[一二两三四五六0-9]/.test(
      text.slice(t.end, t.end + 12),
    )
  )
    return null
  // 去年全年才10场: to compare
  if (
    /(去年|上年|往年|前年|上一?届)[^,，。;]{0,6}(才|只|仅|也就)(有|讲了?|办了?|搞了?)?$/.test(
      text.slice(Math.max(0, t.start - 12), t.start),
    ) &&
    // 去年讲座只有6场，280人: told for itself
    !ownPeople.test(text.slice(t.end, t.end + 12))
  )
    return null
  // 三堂街镇
  if (/^(街|镇|乡|村|路|湾|坪)/.test(next)) return null
  if (/年级$|初|高$/.test(text.slice(Math.max(0, t.start - 2), t.start)) && unit.startsWith('班')) return null
  // 一班42，二班44: the classes by their numbers
  if (
    unit === '班' &&
    next !== '' &&
    '级长0123456789'.includes(next) &&
    !(
      taughtInClasses.test(text.slice(Math.max(0, t.start - 4), t.start)) &&
      headsBehind.test(text.slice(t.end, t.end + 8))
    )
  )
    return null
  // 一场、一场又一场: one after the other, and no number
  if (t.num.value === 1 && goesOn.test(unit + text.slice(t.end, t.end + 4))) return null
  // 已有8期，上个月是7期: to compare
  if (
    whatWas.test(text.slice(Math.max(0, t.start - 12), t.start)) &&
    soManyBefore.test(text.slice(Math.max(0, t.start - 44), t.start)) &&
    !headsBehind.test(text.slice(t.end, t.end + 8))
  )
    return null
  // 搞了一回
  const held =
    /[回趟]/.test(unit) && /(搞|办|做|开|讲|组织|举办)了$/.test(text.slice(Math.max(0, t.start - 3), t.start))
  // 三个村各巡诊一趟
  const each = /各[\u4e00-\u9fa5]{1,5}$/.test(text.slice(Math.max(0, t.start - 6), t.start))
  // 讲座三回240人，培训一回30人: in a row of kinds
  const inARow =
    unit === '回' &&
    peopleBehind.test(text.slice(t.end, t.end + 12)) &&
    a.before.at(-1)?.type === 'word' &&
    a.before.at(-1)!.end === t.start &&
    (a.before.at(-1) as WordToken).word.kind !== null
  if (/^[批轮回趟讲]$/.test(unit) && t.num.value < 2 && !inARow && !held && !each && !ofEachDay(text, t))
    return null
  // 给一班讲了一节，给二班讲了一节: the class by its number
  if (unit === '班' && '给为教到'.includes(prev || '-') && /^[讲上做教]/.test(next)) return null
  // 学校加了俩班, 来了两个班: of pupils
  if (
    /^个?班$/.test(unit) &&
    /(加|来|并|合|带|有|坐)了?$/.test(text.slice(Math.max(0, t.start - 2), t.start))
  )
    return null
  // 下了两场雨, 陪老伴看了两场电影, 跑了三趟厕所
  if (
    /^[次回遍趟场]/.test(unit) &&
    /[下看打吃喝跑刮]了$/.test(text.slice(Math.max(0, t.start - 2), t.start)) &&
    (ofOther.test(text.slice(t.end, t.end + 4)) ||
      (played.test(text.slice(t.end, t.end + 4)) &&
        athome.test(text.slice(Math.max(0, t.start - 14), t.start))))
  )
    return null
  // 打电话催了我三回, 车陷了两次
  const done = /([\u4e00-\u9fa5])[了过](?:我|他|她|人家)?$/.exec(
    text.slice(Math.max(0, t.start - 4), t.start),
  )
  if (/[次回遍趟]/.test(unit) && done && !heldSo(text, t, done[1]!)) return null
  if (/^[次回遍趟]/.test(unit) && besideIt.test(text.slice(Math.max(0, t.start - 6), t.start))) return null
  // 共赛7轮
  if (unit === '轮' && /赛|比|循环/.test(text.slice(Math.max(0, t.start - 4), t.start))) return null
  // 分3批下乡，…: in so many groups; 分3批下乡义诊 tells how often
  if (
    unit.startsWith('批') &&
    prev === '分' &&
    /^(?:下[乡村]|[赴到去进出][^,，。;]{1,2})(?:[,，。;]|$)/.test(text.slice(t.end, t.end + 4))
  )
    return null
  if (unit.startsWith('批') && /接待|来访|接访|来客/.test(text.slice(Math.max(0, t.start - 16), t.start)))
    return null
  if (/^[次回趟]/.test(unit) && t.num.value === 1) {
    // 书法比赛搞了一回: what was held stands in front of the verb
    const near = a.before.findLast(
      (x) => x.type !== 'mark' && (!has(x, 'do') || (x.type === 'word' && x.word.kind !== null)),
    )
    const after = a.after[0]
    const named = (x: Token | undefined, gap: number) =>
      x?.type === 'word' && x.word.kind !== null && gap <= 12
    if (
      !says(a.before, 'total') &&
      !cellOfKind(text, t) &&
      !ofItsMonth(text, t) &&
      !ofUnit(text, t, a) &&
      !ofEachDay(text, t) &&
      !named(near, near ? t.start - near.end : 99) &&
      !named(after, after ? after.start - t.end : 99)
    )
      return null
    if (next === '性') return null
  }
  if (says(a.before, 'often') || /^(均由|均为|都由)/.test(text.slice(t.end, t.end + 2)) || saidOfAll(text, t))
    return null
  // 点播3万次, 阅读量8万次; but 线上答疑28次
  const told = a.before.at(-1)
  const ofKind = told?.type === 'word' && told.word.kind !== null && told.end === t.start
  if (/^[次人]/.test(unit) && ((says(a.before, 'online') && !ofKind) || t.num.value > 20_000)) return null
  return sort('sessions')
}

/** 培训2班98人: so many classes, where 2班98人 by itself is the class by its number. */
const taughtInClasses = /(?:培训|办班|轮训|短训|讲习|开班|办)了?(?:一?共|总共)?$/
const headsBehind = /^[,，、]?(?:共|约|近|超|计)?[0-9一二两三四五六七八九十百千万]{1,6}[多余来]?[人名位个]/
const countedNext = /^(?:有|来了?|是)?[0-9一二两三四五六七八九十百]/
const goesOn = /^([场次期])[、,，]?(?:又|接着|连着)?一\1/
const whatWas =
  /(?:^|[,，;；。(])(?:去年|上年|往年|前年|上一?届|上个?月|上个?季度|上半年)(?:底|末|份|同期|这时候?|此时|全年)?(?:是|才|只|仅|还是|只是|只有|才有|为)+$/
const soManyBefore = /[0-9一二三四五六七八九十百][场次期班节][^。;；\n]{0,30}$/

/** 周二周三两天…，每天一次，: in a clause of its own, behind as many days. */
const ofEachDay = (text: string, t: NumberToken): boolean =>
  /[,，](?:每|一|平均每)[天日晚]$/.test(text.slice(Math.max(0, t.start - 5), t.start)) &&
  /^(?:[,，。;\n]|$)/.test(text.slice(t.end, t.end + 1)) &&
  /[两二三四五六七2-7][天日晚]|[一二三四五六日0-9][日号]?[、到至和-](?:本?周|星期)?[一二三四五六日0-9]/.test(
    text.slice(Math.max(0, t.start - 48), t.start),
  )

const peopleBehind = /^[,， ]?(?:共|约)?[0-9一二两三四五六七八九十百千]{1,6}[多余来]?(?:人|名|位)/
/** 义诊：望江1次60人，北塔2次110人: how often each of them held it. */
const ofUnit = (text: string, t: NumberToken, a: Around): boolean =>
  a.before.at(-1)?.type === 'unit' &&
  a.before.at(-1)!.end === t.start &&
  peopleBehind.test(text.slice(t.end, t.end + 12))

/** 会议：11月1次: behind the month of what is headed so. */
const ofItsMonth = (text: string, t: NumberToken): boolean =>
  /(?:会议?|讲座|义诊|培训|咨询|活动|宣传|演出|服务)[:：](?:[0-9一二三四五六七八九十]{1,2}|本|上个?|当)月份?[:：共]?$/.test(
    text.slice(Math.max(0, t.start - 12), t.start),
  )

/** 义诊，1次，60人: a number between two commas, with what was held in front and those who came, or nothing, behind. */
function cellOfKind(text: string, t: NumberToken): boolean {
  if (!',， '.includes(text[t.start - 1] ?? '-')) return false
  if (!/^(?:[;；。\n]|$)/.test(text.slice(t.end, t.end + 1)) && !/^[,， ]/.test(text.slice(t.end, t.end + 1)))
    return false
  if (/^[,， ]/.test(text.slice(t.end, t.end + 1)) && !peopleBehind.test(text.slice(t.end, t.end + 12)))
    return false
  const cell = /[\u4e00-\u9fa5]{2,12}$/.exec(text.slice(Math.max(0, t.start - 13), t.start - 1))?.[0]
  if (cell === undefined) return false
  for (let i = 0; i + 2 <= cell.length; i++) if (kindWords.has(cell.slice(i))) return true
  return false
}

/** 4家企业, 走访企业9家, …等10家; 三家单位 and 8家媒体 are none of ours. */
export function firms(text: string, t: NumberToken, a: Around): Sort | null {
  // 症结14处, 毛病9处: found, not visited
  if (
    text.slice(t.num.end, t.end) === '处' &&
    !a.before.some((x) => x.type === 'word' && x.word.kind?.kind === 'base')
  )
    return null
  const named = (x: Token): boolean =>
    has(x, 'company') ||
    (x.type === 'word' && (x.word.kind?.kind === 'enterprise' || x.word.kind?.kind === 'base'))
  // 6家钢企, 3家药企
  const short =
    /^[^,，。;、]{0,3}企([^业]|$)/.test(text.slice(t.end, t.end + 5)) ||
    text.slice(t.num.end, t.end).endsWith('企业')
  return a.before.some(named) ||
    /(助企|企业|帮企)[^。;\n]{0,12}$/.test(text.slice(Math.max(0, t.start - 16), t.start)) ||
    (a.after[0] !== undefined && named(a.after[0])) ||
    short ||
    /^[^,，。;、]{0,5}(厂|公司|企业|合作社)/.test(text.slice(t.end, t.end + 9)) ||
    text[t.start - 1] === '等' ||
    /(厂|公司|企业|合作社|车间|加工点|作坊|[酒油豆磨染]坊|[民药酒茶油车钢粮农煤化建]企) ?$/.test(
      text.slice(Math.max(0, t.start - 4), t.start),
    )
    ? sort('firms')
    : null
}
