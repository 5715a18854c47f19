import { pattern } from '../text/pattern.js'
import { starts } from '../text/affixes.js'
import { allOf, countedFor, headsStatement, sentUp, onBehalf, tellsOf } from './behalf.js'
import { heldAllTheSame, theyCame } from './all-the-same.js'
import type { Clause } from '../form/clauses.js'
import type { Token, UnitToken } from '../tokens.js'
import { prevIs } from './roles.js'
import type { UnitRole } from './units.js'

const hostsAlone = starts('主办 牵头 主持召开 组织主办')

const hostTogether = pattern(/^([、和与][^,，。;:、的]{2,12}){1,3}(主办|牵头)/)
/** 市老科协、市科协主办: others may stand in the list. */
const hosts = (text: string, at: number): boolean => hostsAlone(text, at) || hostTogether(text, at, at + 48)

const undertakes = starts('承办 协办')

const hasPost = starts(
  '的 会长 副会长 常务副会长 名誉会长 秘书长 副秘书长 理事 常务理事 会员 专家 讲师 科普讲师 顾问 医生 教授 老师 主任 联络员 成员 通讯员 老专家 老会员 主席 负责人 党支部 支部 志愿者 志愿服务队 特约 主任医师 高级 退休 老',
)

/** A unit's name goes on: 市老科协会议室, 老科协网站. A place or an organ of its own, not the unit. */
const goesOnAsName = starts(
  '会议室 办公室 活动室 机关 大院 门口 礼堂 报告厅 多功能厅 楼 奖 心理咨询中心 网站 公众号 简报 微信 会刊 大学 合作社 基地',
)

/** 老科协四楼: a storey of its house. */
const storey = pattern(/^的?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[楼层](?!梯)/)

const acts = starts('专家组 会员大会 老科协')

/** A unit named in full close in front: a bare name behind it is a place. */
const namedInFull = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 24), at).some((x) => x.type === 'unit' && !x.bare)

const helped = pattern(/^([、和与及][^,，。;:、的]{2,12}){0,5}(协办|承办|协同承办)/)
/** Another is named as host close by, and this one, or the list that it begins, as the one who helped. */
const helpsHost = (text: string, from: number, to: number): boolean =>
  helped(text, to, to + 70) && /(主办|牵头)[^。;]{0,12}$/.test(text.slice(Math.max(0, from - 40), from))

const hadNoPart = pattern(
  /^(?:老科协|分会)?(?:这次|这回|昨天|那天|这边|也|倒|都){0,2}(?:不管|没管|没参加|没参与|不参加|没掺和|没份|没出面)[,，。;][^。;]{0,6}是/,
)
const sentSome = pattern(/^(老科协)?(的同志|的人)?(也|还)(派|参加了|来了?人|来帮|帮|出了?人|到场)/)
const cameToUs = pattern(
  /^[^,，。;]{0,6}(来|到|赴|莅临)(我|咱|俺|本)[^,，。;]{0,8}(交流|参观|考察|取经|走访|调研|做客)/,
)
const tookPart = pattern(
  /^([、和及][^,，。;、]{2,12}){0,5}(协同|共同|一同|一道|配合)(参加|参与|配合|协作)|^配合([,，。;]|$)/,
)
const spokeThere = pattern(
  /^([、和及与][^,，。;、]{2,12}){0,6}(都|均|先后|分别|依次|也)?(作了?|做了?)?(发了?言|典型发言|经验介绍|交流发言|介绍了?经验)/,
)
const lentAHand = pattern(/^(的)?(负责|做好?|提供|承担)?(医疗|后勤)?(保障|指导|支持)(下)?([,、。!]|$)/)
const alongWithUs = pattern(/^(跟|和|同|与)(我们|咱们|俺们)/)
const itsTeacher = pattern(
  /^[\u4e00-\u9fa5]{2,3}(老师|教授|研究员|医生|主任|高工|同志|工程师|医师|会长|院士)/,
)
const itsExperts = pattern(
  /^[0-9一二三四五六七八九十两几]{1,3}(余|多)?(名|位|个)(老|退休)?(专家|医生|医师|教授|工程师|高工|会员)/,
)
const expertsOfAll = pattern(/^(、[^,，。;、的]{2,12}){1,3}的[0-9一二三四五六七八九十两几多余]+(位|名|个)/)
const honours = pattern(
  /^派(员|人|了?代表)[^,，。;0-9]{0,2}(到场|到会|出席|参加|祝贺|前来|莅临|观摩|揭)|^的?(主要|分管|有关)?(领导|会长|副会长|秘书长)[^,，。;0-9]{0,4}(到场|出席|莅临|亲临|到会|观摩|助阵)/,
)

/** …，都是某会的防诈骗宣讲: whose all of it was; 来的都是某会的会员 came to it. */
const didItAll = (text: string, from: number, to: number): boolean =>
  /[,，。;](也|全)?(都|均|全)是$/.test(text.slice(Math.max(0, from - 4), from)) &&
  /^的[^,，。;、0-9]{0,6}(讲座|宣讲|义诊|培训班?|活动|项目|咨询|课|报告|场子)([,，。;!！\n ]|$)/.test(
    text.slice(to, to + 14),
  )
/** 头一件是望江的，后一件是北塔的. */
const oneOfTwo = (text: string, from: number, to: number): boolean =>
  text[to] === '的' &&
  /(头|前|后|另|第[一二三四五])?一?(件|桩|条|场|个|次|笔)(事)?是(我们|咱们|俺们)?$/.test(
    text.slice(Math.max(0, from - 9), from),
  )

const justHeld = pattern(
  /(?:^|[,，。;\n])(?:[今昨前]天|[今昨]晚|上午|下午|刚才|刚刚?|才){0,2}(?:开|办|讲|搞|做|演|结束|散)(?:完|好|过|了)?的$/,
)
const countedCame = pattern(
  /[0-9一二三四五六七八九十百]{1,5}[多来余]?(?:人次|[个名位]?人|[名位个])(?:[\u4e00-\u9fa5]{0,6})(?:参加|观看|参观)了$/,
)
/** 昨天的座谈会, 的书画展: with nothing but the day in front of the kind. */
function ofItsOwn(tokens: readonly Token[], text: string, at: number): boolean {
  const t = tokens[at]!
  const next = tokens[at + 1]
  const from = next?.type === 'date' && next.start === t.end ? next.end : t.end
  const held = tokens.slice(at + 1, at + 5).find((x) => x.type === 'word' && x.word.kind !== null)
  return held !== undefined && /^(?:[上下]午|晚上|那[次场])?的?$/.test(text.slice(from, held.start))
}
/** A kind stands right behind it. */
function tokenKind(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next?.type === 'word' && next.word.kind !== null && next.start === tokens[at]!.end
}

/** The role in the end, by what stands behind the name: 主办, 的专家, 会议室, 负责保障. */
export function settle(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  ci: number,
  at: number,
  role: UnitRole,
): UnitRole {
  const t = tokens[at] as UnitToken
  // 刚开完的沙湾会员会: whose it was
  if (role === 'none' && justHeld(text, t.start - 10, t.start) && tokenKind(tokens, at)) return 'subject'
  // 50个人参加了沙湾昨天的歌会: those counted came to what was its own
  if (role === 'none' && countedCame(text, t.start - 28, t.start) && ofItsOwn(tokens, text, at))
    return 'subject'
  // 您要的表，望江的：…: whose the lines below are
  if (text.startsWith('的:', t.end)) return 'subject'
  if (
    role === 'none' &&
    (didItAll(text, t.start, t.end) ||
      oneOfTwo(text, t.start, t.end) ||
      tellsOf(text, t) ||
      headsStatement(text, t.start, t.end) ||
      sentUp(text, t.start, t.end) ||
      countedFor(text, t.end) ||
      onBehalf(text, t.start, t.end) ||
      allOf(text, t.start, t.end))
  )
    return 'subject'
  // 轴承厂请医药分会去义诊: whom others asked to hold it
  if (
    role === 'none' &&
    askedByOthers(text, t.start - 24, t.start) &&
    wentToHold(text, t.end, t.end + 24) &&
    !tokens.slice(cs[ci]!.from, at).some((x) => x.type === 'unit' && !x.bare)
  )
    return 'subject'
  // 祝贺某会…专家工作站今日揭牌: whose plate it was
  if (role === 'none' && gladOf(text, t.start - 3, t.start) && itsPlate(text, t.end, t.end + 26))
    return 'subject'
  // 转青溪县老科协微信：“…”: whose telling is passed on
  if (
    !t.bare &&
    /(^|\n)【?转(发|自|载)?[ :：]?$/.test(text.slice(Math.max(0, t.start - 4), t.start)) &&
    /^(的)?(微信|短信|消息|来信|信息|报告|简讯|语音|留言)?[:：]/.test(text.slice(t.end, t.end + 5))
  )
    return 'subject'
  if (hosts(text, t.end)) return 'host'
  // 渔业专委会不管，是省一医老科协组的队
  if (hadNoPart(text, t.end, t.end + 40)) return 'none'
  // 学习会，传达市老科协工作会议精神: what was passed on
  if (role === 'subject' && passedOn(text, t.start - 6, t.start) && itsSpirit(text, t.end, t.end + 20))
    return 'none'
  // 由某会马某某授课: whose lecturer it was
  if (
    prevIs(text, t.start, '由') &&
    /^(的)?[\u4e00-\u9fa5]{2,4}(老师|教授|医生|主任|同志)?(授课|主讲|讲课|讲授|主持|坐诊)/.test(
      text.slice(t.end, t.end + 12),
    )
  )
    return 'none'
  // 某会巡诊甲岛、乙岛两个岛: where they went
  if (
    t.bare &&
    namedInFull(tokens, at) &&
    /^([、和][^,，。;、]{2,6}){0,4}[两三四五六几](个|座)(岛|镇|乡|村|地方|县|区|街道|社区|点)/.test(
      text.slice(t.end, t.end + 30),
    )
  )
    return 'none'
  // 某会也派人来帮忙了
  if (sentSome(text, t.end, t.end + 10)) return role === 'none' ? 'none' : 'partner'
  // 某会昨天来我会交流: a guest of ours
  if (role === 'subject' && cameToUs(text, t.end, t.end + 24)) return 'none'
  // 甲、乙、丙都发了言: who was there and spoke
  if (spokeThere(text, t.end, t.end + 60)) return 'none'
  // 甲会、乙会协同参加: who joined
  if (tookPart(text, t.end, t.end + 80)) return 'partner'
  // (甲镇、乙镇、丙乡各一场): where they were
  if (
    t.bare &&
    (t.aside || (role === 'subject' && namedInFull(tokens, at))) &&
    /^([、和][^()、,，。;]{2,8}){1,6}各/.test(text.slice(t.end, t.end + 60))
  )
    return 'none'
  // 县老科协主办，乡老科协承办；甲会、乙会协办: who helped the host
  if (role === 'subject' && helpsHost(text, t.start, t.end)) return 'partner'
  if (undertakes(text, t.end)) return role === 'none' ? 'partner' : role === 'subject' ? 'subject' : role
  if (role === 'none' || role === 'partner') return role
  if (
    (goesOnAsName(text, t.end) || storey(text, t.end, t.end + 5)) &&
    !/^(简报|会刊|公众号|网站|办公室|秘书处)[:：]|^(办公室|秘书处|机关)(今天|昨天|上午|下午)?(开|召开|举办|组织|举行|承办)|^机关(党?支部|(全体|[及和与、])?[^,，。;]{0,5}(老同志|会员|老干部|支部)|及各|和各)|^(办公室|秘书处)(通报|统计|汇总|报)/.test(
      text.slice(t.end, t.end + 6),
    ) &&
    !(/^(办公室|秘书处)[。!\s]*$/.test(text.slice(t.end)) && at > 0)
  )
    return 'none'
  // 两次都有市会领导到场: guests of honour
  if (honours(text, t.end, t.end + 16)) return 'none'
  // …昨天揭牌，某会张会长和镇里的领导都去了
  if (
    role === 'subject' &&
    ci > 0 &&
    cs[ci - 1]!.sentence === cs[ci]!.sentence &&
    theyCame(text, t.end, cs[ci]!.end) &&
    saysWhoHeldIt(text, tokens, cs, ci)
  )
    return 'none'
  // 医疗专委会做保障, 由某会指导: not what was told of
  if (lentAHand(text, t.end, t.end + 10)) return 'none'
  // 某会跟我们一道去的
  if (alongWithUs(text, t.end, t.end + 4)) return 'partner'
  // 某会昨天办《…》讲座，医药分会某某主讲: whose lecturer it was
  if (
    role === 'subject' &&
    /^[\u4e00-\u9fa5]{2,3}(主讲|授课|讲课|讲授)([,，。;、\n]|$)/.test(text.slice(t.end, t.end + 6)) &&
    namedInFull(tokens, at) &&
    cs[ci - 1]?.sentence === cs[ci]!.sentence
  )
    return 'affil'
  const c = cs[ci]!
  if (
    ci > 0 &&
    ci === cs.length - 1 &&
    c.end - c.start <= t.end - t.start + 5 &&
    !/^(主|承)?办的/.test(text.slice(t.end, t.end + 3)) &&
    role === 'subject' &&
    !tokens.slice(at + 1, c.to).some((x) => x.type === 'number')
  )
    return 'signature'
  // 甲会的讲座推迟了；乙会的照开，19日下午…
  if (heldAllTheSame(text, t.end, t.end + 10)) return role
  if (hasPost(text, t.end) && !acts(text, t.end) && !itsPaper(text, t.end, t.end + 44)) return 'affil'
  // 宣讲团某某老师, 中医药分会7名专家: where one comes from
  if (itsTeacher(text, t.end, t.end + 8) || itsExperts(text, t.end, t.end + 10)) return 'affil'
  // 市一院、市中医院的8位专家: where they come from
  if (expertsOfAll(text, t.end, t.end + 48)) return 'affil'
  return role
}

/** Another unit, or we, in the clauses of the sentence in front. */
function saysWhoHeldIt(text: string, tokens: readonly Token[], cs: readonly Clause[], ci: number): boolean {
  for (let k = ci - 1; k >= Math.max(0, ci - 6) && cs[k]!.sentence === cs[ci]!.sentence; k--) {
    const c = cs[k]!
    if (/[我咱俺]们|我会/.test(text.slice(c.start, c.end))) return true
    for (let i = c.from; i < c.to; i++) if (tokens[i]!.type === 'unit') return true
  }
  return false
}

const askedByOthers = pattern(
  /(?:[小中大]学|学校|幼儿园|[\u4e00-\u9fa5]{2}厂|厂里|公司|社区|[\u4e00-\u9fa5]村|村里|居委会|村委会|医院|养老院|敬老院|福利院|职校|学院|部队|连队|工地|矿上|单位|合作社|派出所|消防队|党校)(?:的?(?:校长|书记|主任|老师))?(?:[今昨前]天|[上下]午|上?(?:周|星期)[一二三四五六日天]|[0-9]{1,2}[日号]|又|还|专门|特地){0,3}(?:请|邀请|邀|约)(?:来|到|了)?(?:我们|咱们)?的?$/,
)
const wentToHold = pattern(
  /^的?(?:老(?!师|人|科)[\u4e00-\u9fa5]|[\u4e00-\u9fa5]{1,2}(?:老师|大夫|医生|教授|工)|(?:几|两|三|四)位?[\u4e00-\u9fa5]{0,3}(?:老师|大夫|医生|专家))?(?:也|又)?(?:去|来|到|过去|过来|上门|进校|进厂)?(?:给[^,，。;]{1,8})?(?:讲(?!话)|义诊|上课|上了|授课|做(?!客)|作|办|培训|看病|坐诊|咨询|演|教)/,
)

/** 沙湾县的《…调研》一篇 */
const itsPaper = pattern(/^的《[^《》]{2,34}》[0-9一二两三四五六七八九十](?:篇|份|件)/)
const passedOn = pattern(/(传达|学习|贯彻|落实|领会|宣讲|通报)了?$/)
const itsSpirit = pattern(/^的?[^,，。;]{0,14}(精神|讲话|文件|部署|要求|通知|工作要点)/)
const gladOf = pattern(/(祝贺|恭贺|恭喜|庆祝)$/)
const itsPlate = pattern(
  /^[^,，。;、的]{0,16}(工作站|工作室|基地|小院|驿站|服务站|示范点)[^,，。;、]{0,6}(揭牌|挂牌|授牌|成立|落成|揭幕)/,
)
