import { isHan } from '../text/chars.js'
import { ends, starts } from '../text/affixes.js'
import { pattern } from '../text/pattern.js'
import { has, type Token, type UnitToken } from '../tokens.js'
import { prevIs } from './roles.js'

/** Chars a bare name may stand before: 柳北在…, 石桥的老郑, 城东今天…. Not 边: 融安那边 is a place. */
const goesOn =
  '在于关的今昨前上本去进走赴俩和与同联到共各报投搞办讲发也又已由全先分有每按为给把将还组推围积坚这老、,:;。(-~/|'

const actTags = [
  'do',
  'call',
  'write',
  'found',
  'handout',
  'send',
  'habit',
  'total',
  'past',
  'adopt',
  'reach',
  'often',
  'online',
  'cancel',
  'means',
  'actual',
  'part',
  'each',
  'onsite',
  'we',
  'recall',
] as const

/** 天津、河北两地老科协. */
const isSystem = starts(
  '两地老科协 三地老科协 两省老科协 三省老科协 两市老科协 两县老科协 等地老科协 等省老科协 等省市老科协 等省(区、市)老科协 省老科协 市老科协 县老科协 区老科协 等县老科协 等区老科协 两家 两会 三家 四家 三会 两个会 三个会 四个会 两个分会 三个分会 四个分会 两分会 三分会 两个老科协 三个老科协',
)

/** Whether a place name alone means its association here (柳北：讲座1场) or only the place. */
export function bareStands(text: string, tokens: readonly Token[], at: number): boolean {
  const t = tokens[at] as UnitToken
  const prev = tokens[at - 1]
  const c = t.start > 0 ? text.charCodeAt(t.start - 1) : 0
  const next = tokens[at + 1]
  const strong =
    next !== undefined &&
    next.start === t.end &&
    (next.type === 'date' || (next.type === 'word' && next.word.kind !== null && prevIs(text, t.start, '的')))
  const leftFree =
    strong ||
    t.start === 0 ||
    prev?.end === t.start ||
    !(isHan(c) || (c >= 0x30 && c <= 0x39)) ||
    '们是由帮替代和与同及跟合啊嗯呃哦喂我咱俺吗儿个把算'.includes(text[t.start - 1]!) ||
    endsTime(text, t.start) ||
    /[日号天][晚早夜]$/.test(text.slice(Math.max(0, t.start - 2), t.start)) ||
    (prev?.type === 'date' && withinIt.test(text.slice(prev.end, t.start))) ||
    inThem(text, t.start - 6, t.start) ||
    oClock(text, t.start - 6, t.start) ||
    (t.start === 1 && text[0] === '转') ||
    passedOn(text, t.start - 4, t.start) ||
    /(?:^|[,，。 ])(?:报报|汇报|报一报|再报|补报|补记|报下|报一下|上报)$/.test(
      text.slice(Math.max(0, t.start - 4), t.start),
    ) ||
    (text.startsWith('单位', t.start - 2) && /^[,，。;；]?$/.test(text.slice(t.end, t.end + 1))) ||
    (t.start === 3 && text.startsWith('老科协')) ||
    text.startsWith('那个', t.start - 2) ||
    text.startsWith('这个', t.start - 2) ||
    turned(text, t.start - 5, t.start) ||
    (t.start < 16 && ':,'.includes(text[t.end] ?? ' ') && noted(text, t.start - 6, t.start))
  if (!leftFree) return false
  if (ofPlace(text, t.end, t.end + 9) || (stretch(text, t.start) && things(text, t.end, t.end + 12)))
    return false
  // 我是沙湾小杨，替会长报一下
  if (text.startsWith('我是', t.start - 2) && signsOn(text, t.end, t.end + 6)) return true
  // 沙湾的菜农来听课: where they are from
  if (text[t.end] === '的' && has(next, 'audience') && next!.start === t.end + 1) return false
  // 沙湾来了40个农民
  if (/^来了?[0-9一二三四五六七八九十百两几]/.test(text.slice(t.end, t.end + 3))) return false
  // 人数报错了，望江是86不是68
  if (/^(老科协)?是[0-9一二两三四五六七八九十百]/.test(text.slice(t.end, t.end + 5))) return true
  // 北塔让我代报
  if (/^(那边|老科协)?(让|托|叫|喊|委托|嘱)(我|俺|咱)/.test(text.slice(t.end, t.end + 6))) return true
  // 安陵老年大学
  if (text.startsWith('老年', t.end) || text.startsWith('老干', t.end)) return false
  // 昨天石桥镇敬老院义诊: a house of the place, whoever went there
  if (houseThere(text, t.end, t.end + 5)) return false
  // 替北塔李姐报, 帮北塔老周补报: for whom of it somebody tells
  if ('替帮代'.includes(text[t.start - 1] ?? ' ')) {
    if (itsTeller(text, t.end, t.end + 12) || forIt(text, t.end, t.end + 6)) return true
    // 帮望江王主任发资料: done for a person
    if (person(text, t.end, t.end + 8)) return false
  }
  // 转北塔区王会长：…: whose telling it is
  if (t.start <= 2 && /^转发?$/.test(text.slice(0, t.start)) && groupsTeller(text, t.end, t.end + 14))
    return true
  // 小科早，北塔补两笔：…; 沙湾王秘书报：…; 沙湾秘书处：…
  if (
    t.start < 16 &&
    (t.start < 4 || ',。!:\n '.includes(text[t.start - 1]!)) &&
    headsTelling(text, t.end, t.end + 12)
  )
    return true
  // 沙湾韦老师那边周二讲…, 沙湾讲课的老杭周二…: one of its people, and the day right behind
  const day = tokens.slice(at + 1, at + 4).find((x) => x.type === 'date')
  if (day && day.start - t.end < 12 && ofItsPeople(text, t.end, day.start))
    return !privately(text, day.end, day.end + 8)
  // 青溪方面来电：…: who told it
  if (calledIn(text, t.end, t.end + 16)) return true
  // 沙湾两年的数：…: over what follows
  if (overYears(text, t.end, t.end + 14)) return true
  if (isJoined(text, t) || teaches(text, t.end, t.end + 3)) return true
  if (text.startsWith('牵头', t.end) || text.startsWith('主办', t.end) || text.startsWith('承办', t.end))
    return true
  if (
    helps(text, t.end, t.end + 5) ||
    deedBehind(text, t.end) ||
    deedThen(text, t.end, t.end + 14) ||
    itsElders(text, t.end, t.end + 8) ||
    headBehind.test(text.slice(t.end, t.end + 22))
  )
    return true
  if (t.end >= text.length || next?.type === 'mark')
    return (
      next === undefined ||
      next.start === t.end ||
      !isHan(text.charCodeAt(t.end)) ||
      goesOn.includes(text[t.end]!)
    )
  if (isSystem(text, t.end)) return true
  if (next && next.start === t.end) {
    if (next.type === 'date' || next.type === 'title' || next.type === 'unit') return true
    if (next.type === 'number')
      return next.dimension !== 'other' && !/^[中小]/.test(text.slice(next.num.end, next.num.end + 1))
    if (next.type === 'word')
      return (
        text.startsWith('关于', t.end) ||
        next.word.kind !== null ||
        actTags.some((g) => has(next, g)) ||
        // 青溪报名45人的培训
        (has(next, 'planned') && tokens[at + 2]?.type === 'number' && tokens[at + 2]!.start === next.end) ||
        // 铜山培训计划5期，…
        (has(next, 'heading') && text.startsWith('计划', next.end - 2))
      )
  }
  // 沙湾那边昨天来电，说讲座办了
  if (text.startsWith('那边', t.end) && rangUp(text, t.end + 2, t.end + 16)) return true
  // 老科协沙湾那边周三在集上义诊; 沙湾那边昨天办了培训
  if (
    text.startsWith('那边', t.end) &&
    (/(?:老科协|我们会?)的?$/.test(text.slice(Math.max(0, t.start - 4), t.start)) ||
      (heldOverThere(text, t.end + 2, t.end + 30) && !weWereNot(text, 0, 120)))
  )
    return true
  if (text.startsWith('那边', t.end)) return '我咱俺'.includes(text[t.end + 2] ?? '的')
  if (text.startsWith('这边', t.end)) return true
  // 望楼街道和鹭洲街道: the word for a level is of the other's name
  const upTo = next?.type === 'unit' ? Math.min(next.start, t.end + 8) : t.end + 8
  if (/^和[^,。;、 在到]{1,3}(社区|街道|广场|小区|花园|村|路|街)/.test(text.slice(t.end, upTo))) return false
  if (!isHan(text.charCodeAt(t.end)) || goesOn.includes(text[t.end]!)) return true
  if (placeGoesOn.test(text.slice(t.end, upTo))) return false
  // 我河西的, 咱河西请人, 前儿个河西茶话会: said of oneself, or a deed follows soon
  if ('我咱俺们'.includes(text[t.start - 1] ?? ' ') || (prev?.type === 'date' && prev.end === t.start))
    return true
  return (
    next !== undefined &&
    next.start - t.end <= 4 &&
    (next.type === 'date' ||
      (next.type === 'word' && (next.word.kind !== null || has(next, 'do') || has(next, 'call'))))
  )
}

/** 沙湾和青溪两个县一起办, 和铜山一起搞: those who held it together. */
const isJoined = (text: string, t: UnitToken): boolean =>
  '和跟与同及、'.includes(text[t.start - 1] ?? '。') && together(text, t.end, t.end + 24)
const together = pattern(
  /^(?:老科协|分会)?(?:这?[两二三四2-4]个?(?:镇|乡|县|区|市|街道|社区|村|会|分会|支会|地|家|家会|厂|院|校)[^,，。;0-9]{0,6})?(?:昨天|今天|前天|上午|下午|晚上|昨晚|又){0,3}(?:一起|一块儿?|一道|一同|共同|联合|联手|携手|合伙|搭伙|合着|合办|联办|合作|搭班)/,
)

/** What a bare name does, or what of it is told of: 望江会同医药分会…, 望江下到各村, 望江活动报表. */
const deedBehind = starts(
  `调研组 会同 联手 携手 请 邀请 邀 带着 带领 带孩子 带老 带学生 带会员 领着 下到 下村 下乡 下厂 下企业 下车间 下田 下地 下社区 下校 下屯 下寨 下连队 下基层 跟 向 立足 聚焦 推进 推动
   扎实 创新 继承 发扬 紧盯 紧扣 紧紧 围绕 结合 利用 原计划 原打算 原定 本想 本来打算 打算 重点: 重点工作 要点: 亮点: 快讯: 动态: 要闻: 借着 借助 依托 趁 历时 连续 连着 接连 爬 登 庆祝 纪念 传达 来电 来报
   报到 打造 深入 走进 摆了 摆出 摆起 摆开 摆上 摆个 支起 支了 搭了 搭起 设了 跑了 走了 派出 派 拿出 编印 编写 印发 发放 发动 动员 女会员 女工 女职工 女同志 老同志 老会员 退休 合唱队 舞蹈队 会员们 科普小分队 小分队 志愿者们 志愿者在 志愿者上 志愿者昨 志愿者今 志愿者前 志愿者到 志愿者去 志愿者给 志愿者为 志愿者帮 志愿者陪 那篇 这篇 那份调研 几位老
   工作: 工作情况: 活动报表 活动卡 活动情况 活动汇报 活动小结 活动总结 活动: 近期活动 最近活动 本周活动 本月活动 上周活动 上月活动 数字 半年 年终 年度 全年 盘点 结账 小结 情况 战报 简报 月报 汇总 统计 继续 大力 认真 切实 率先 主动 多次 先后 再次 还
   当天 那天 这次 这回 上次 上回 也 刚 已 累计 合计 就老 就如何 就怎 就到 就开 就关 就乡 就农 就社区 为村民 为居民 为群众 为农
   唱 演戏 演节目 跳舞 放电影 放了 放科教 放科普 教老人 教村民 教居民 教孩子 没有闲 没闲 没歇 没停 没断 没休 没落 没耽 没误 没放 没空 没间断 不歇 不停 不误 照常 照样 照旧 照办 趁着 抓住 抽空 宣讲 老专家工作站 示范基地`,
)
/** 转发望江群里老李的：… */
const groupsTeller = pattern(
  /^(?:那边)?的?(?:群里?|分会|老科协)?的?[小老大][\u4e00-\u9fa5]{1,2}(?:的|说的?|报的|发的)?[:：](?:我|咱|俺|今|昨|前天)/,
)
/** （转青溪的）11月6日，我们…; 帮沙湾转一下：… */
const passedOn = pattern(/(?:^|[(【[\n])转(?:发|自)?$/)
const forIt = pattern(/^(?:老科协|分会)?(?:转|发|报|补报)(?:一?[下个条])?[:：,，)】]/)
const ofItsPeople = pattern(
  /^的?(?:(?:讲课|上课|授课|讲座|义诊|坐诊|看病|教书|搞农技|搞科普|管[\u4e00-\u9fa5]{2})的)?(?:老(?!师|[年干人家乡科])[\u4e00-\u9fa5]|[\u4e00-\u9fa5]{1,2}(?:老师|大夫|医生|教授|专家|工|师傅|老|高工))(?:那边|这边|那头|他们|一行)?$/,
)
const privately = pattern(/^(?:[上下]午|晚上|早上)?(?:在家|在病房|来[我咱俺]|没|不|病|住院|生日|请客|还)/)
const calledIn = pattern(
  /^(?:方面|那边|那头)(?:刚|刚刚|刚才|昨晚|今天|早上)?(?:来电|来信|来函|来微信|来消息|打来电话|来电话|来过电话|反馈|反映|告知|电告)(?:说|告知|称)?(?:[:,]|(?<=说)[今昨前上这])/,
)
const overYears = pattern(
  /^(?:最近|近|这|前)?[两二三四2-4](?:年|个月|个季度|个学期)(?:来|间|里)?的?(?:数|数字|数据|情况|账|成绩|总数|活动|工作|讲座|义诊|培训|比较|对比)[^,，。;:：0-9]{0,4}[:：]/,
)
/** 望江教网箱养鱼, not 望江教委. */
const teaches = pattern(/^教(?![育师委学体堂会职研务工练材训办授改])[\u4e00-\u9fa5]{2}/)
/** 望江天天义诊, 青溪下午的讲座: a part of the day, and what was done in it. */
const deedThen = pattern(
  /^(?:(?:[上下中]午|晚上|早上)(?:[0-9]{1,2}点半?)?|天天)[的又也都还有]?(?:在|到|去|给|为|请|派|组织|举[办行]|[办搞讲做]|开(?!始)|上课|授课|义诊|巡诊|坐诊|讲座|培训|座谈|咨询|宣讲|宣传|科普|慰问|走访|调研|[^,，。;]{0,2}(?:课|会|班|活动))/,
)
/** 望江老专家到…: its own, and what they did. */
const itsElders = pattern(
  /^的?老(?:专家|教授|大夫|医生|教师|老师|工程师|高工|科技工作者)们?(?:到|赴|去|下|进|走|在|给|为|帮)|^会员的?(?:稿件|稿子|论文|文章|通讯|散文)《/,
)
/** 望江下午停电, 望江有雾: of the weather and the like. */
const ofPlace = pattern(
  /^(?:这边|那边)?(?:[上下中]午|晚上|早上|天天|[又也都老还在]|一直)?(?:(?:有|下|刮|起)[了着]?[大小暴]?[雾雨雪风霜]|停[电水]|堵车)/,
)
/** 最近北塔的橘子: behind a stretch of time what a place has, but for what was held there. */
const stretch = ends('阵子 段时间 些天 几天 两天 些日子 最近 近期 近来 近日')
const things = pattern(
  /^的(?![^,，。;]{0,6}(?:讲|课|诊|培训|座谈|咨询|科普|宣传|宣讲|活动|会|班|老|[0-9一二两三]))/,
)

/** 三月里, 国庆假期中, 这个月里头: of a time told in front. */
/** 早上七点多望江的老李…: behind the hour. */
const oClock = pattern(/(?:[0-9]|[一二两三四五六七八九十])点(?:多钟?|半|钟|一刻|来钟)?$/)
const withinIt = /^(?:[的长大小]?假(?:期|日)?|期间?|份|内|当中|中)?(?:里[头面边]?|间|之?前?后)$/
/** 暑假里, 农闲时节里, 忙季里头: of a time that is no date. */
/** Who tells for the unit, or what he tells, and a colon. */
const headsTelling = pattern(
  /^(?:那边|这边)?(?:的?(?:[\u4e00-\u9fa5]{0,2}(?:会长|秘书长|秘书|联络员|通讯员|主任|老师|站长|书记|医生|大夫|师傅|阿姨|大姐|同志)(?:[小老][\u4e00-\u9fa5])?|[小老大][\u4e00-\u9fa5]{1,2})?(?:报|汇报|报告|口述|来电|来报|电话|转告|补报|上报|代报)?|秘书处|办公室|联络处|补(?:报|记|登)?(?:[一二两三四几][笔条场个]|点|一下)|报(?:数|账|[一二两三四几][笔条场个]))[:：]/,
)
/** 小科，记一下望江：…; 老科协青溪：…: in front of whose it is. */
const noted = pattern(
  /(?:(?:记|报|补|登|录|登记|补报|补登|补记)(?:一?下|上|一?笔|两笔|一条|两条)?(?:是)?|(?:^|[,，。\n])老科协)$/,
)
const weWereNot = pattern(
  /[我咱俺]们?(?:几个|都|也|会里)?(?:没|不)(?:有)?(?:去|参加|赶上|知道|在)|没[叫喊请]我|听[说讲闻]/,
)
/** 那边周三办了, 那边昨天在集上义诊: held there by ours. */
const heldOverThere = pattern(
  /^(?:(?:[今昨前]天|今早|昨晚|上?(?:周|星期|礼拜)[一二三四五六日天]|[0-9]{1,2}月[0-9]{1,2}[日号]|[0-9]{1,2}[号日]|[上下]午){1,2})(?:也|又|都)?(?:在[^,，。;]{1,8})?(?:办|搞|开|讲|组织|举办|义诊|培训|摆摊|宣传)(?!公|车|门|会儿|不)/,
)

const rangUp = pattern(
  /^(?:昨天|今天|今早|刚刚?|刚才|昨晚|上午|下午|[一二三四五]?早)?(?:来电话?|打(?:来|了)?电话|来报|报来|报过来|发来|回话|捎话|来信)/,
)
/** …停水,可青溪的培训没停: what turns the sentence to the unit. */
const turned = pattern(/(?:^|[,，。;!\n])(?:不过|但|但是|可|可是|倒是|幸好|好在|结果|反正|其中|还有|还是)$/)
const inThem = pattern(/(?:假期?|[节季旬忙闲]|学期|年头|时候|日子|星期)里[头面边]?$/)
/** 沙湾帮面粉厂查除尘, not 沙湾帮我报. */
const helps = pattern(/^帮(?:着|助|忙|扶)?(?![我俺咱你您派会主手])[\u4e00-\u9fa5]{2}/)
const signsOn = pattern(
  /^(?:的|这边的?|老科协的?|分会的?)?[小老大][\u4e00-\u9fa5]{1,2}?(?=[替代帮向给来在上昨今前这本报汇补,，。:： ])/,
)
const itsTeller = pattern(
  /^(?:的|那边|分会|老科协)?(?:[小老大][\u4e00-\u9fa5]{1,2}|[\u4e00-\u9fa5]{1,3}(?:会长|秘书长|联络员|通讯员|主任|老师|站长|书记|教授|医生|[姐哥叔婶姨伯嫂妹工总老]))(?:同志)?(?:[替代帮](?:我们?|咱们?|俺们?)?[^,，。;0-9]{1,5})?(?:补|上|代)?(?:报|汇报|报告|转|发(?:[下个一条出上]|(?![\u4e00-\u9fa5]))|说|记|登)/,
)
const person = pattern(
  /^(?:的|那边|分会|老科协)?(?:[小老大][\u4e00-\u9fa5]|[\u4e00-\u9fa5]{1,3}(?:会长|秘书长|联络员|通讯员|主任|老师|站长|书记|教授|医生|[姐哥叔婶姨伯嫂妹工总]))/,
)
const headBehind =
  /^(?:做了|办了|搞了|有)?[一二两三四五六七八九十]{1,2}(?:件事|样事|桩事|项活动|样|条|则|宗|档子?事)[:：,，。]|^就[^,，。;0-9]{2,16}(问题|一事|情况)(向|给|提|写|撰|形成)|^[\u4e00-\u9fa5]{1,2}(会长|秘书长|站长|联络员|主任)(来电|报|汇报|说|转)/

const endsTime = ends(
  '前后 前夕 过后 以后 旁边 隔壁 对面 一旁 边上 长假 假期 假里 假里头 假期里 期间 假日 小长假 黄金周 双节 那天 当天 上午 下午 晚上 早上 中午 头晌 晌午 后晌 夜晚 夜里 夜间 晚间 早间 一早 清早 上昼 下昼 那个 这个 那晚 傍晚 重阳 腊八 冬至 端午 中秋 元宵 清明 国庆 元旦 五一 六一 七一 八一 三八 五四 小年 学雷锋 节 节后 假后 年后 秋后 冬后 春后 夏后 收后 开学后 放假后 学期 暑假 寒假 三伏后 阵子 段时间 些天 几天 两天 些日子 最近 近期 近来 近日 以来 月里 月来 天里 这回 这次 这趟',
)

const houseThere = pattern(/^(?:敬老院|养老院|福利院|卫生院|卫生室|文化站)(?!老|分会)/)
/** The bare name is the beginning of a place's: 河西文化宫, 河西林, 河西实验学校. */
const placeGoesOn =
  /^[^,。;、 在到给为请昨今去了]{0,4}?(果园|茶园|菜园|苗圃|大棚|田头|地头|养殖场|鱼塘|猪场|鸡场|工地|菜场|市场|集市|大集|集上|庙会|门口|路口|河边|江边|湖边|粮站|军营|福利院|养老院|小学|中学|大学|学校|医院|社区|街道|广场|公园|文化宫|图书馆|体育馆|少年宫|活动中心|敬老院|幼儿园|附[中小](?!心)|附中(?=心理)|附属|[一二三四五六七八九十][小中]|特校)|^[^,。;、 在到给为请昨今]{0,2}?[村街路林湖河山站厂局院所馆镇乡桥港口矿]|^(科协|妇联|工会|关工委|残联|红十字会|委(?!托|派)|店|校区|园区|寺|庙|江|岛|湾|水库|坝|码头|公司|银行|法院|政府|机场|车站|农场|林场)/

/** A verb in front makes a unit an object, but not across a colon: 完成情况：望江区…. */
export const isVerb = (t: Token | undefined): boolean => has(t, 'do') || has(t, 'found') || has(t, 'call')
