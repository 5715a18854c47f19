import type { Clause } from '../form/clauses.js'
import { amount } from './amount.js'
import { onlyFillers, personTags, sort, who, type Around, type Sort } from './context.js'
import { starts } from '../text/affixes.js'
import { isHan } from '../text/chars.js'
import { pattern } from '../text/pattern.js'
import { countsMatters } from './matters.js'
import { people } from './people.js'
import { has, type NumberToken } from '../tokens.js'
import { lexicon } from '../words/lexicon.js'

/** What in front of so many 个 says that they are people who came. */
const pieceLeads: readonly RegExp[] = [
  // 一共看了六十一个药也带去了
  /(看|瞧|接诊|诊|测|量|查|检|服务|接待|辅导|教|培训)了(大概|大约|约|得有|有)?$/,
  // 人不多，就十九个; 来的人不多三十一个
  /(人|来的|到的|听的|学的|看的)(不多|不少|多|少|不算多|还不少|还行|挺多|蛮多|齐|不齐)[,，]?(就|也就|只|才|有|只有|就来了|一共|总共|拢共|统共)?(有)?$/,
  // 来学的有二十七个, 来上课的49个
  /[来到](学|听|看|问|上课|听课|参加|咨询|求诊|看病)?的(人|老乡|乡亲|群众)?(一?共|总共|大概|大约|约|差不多)?(有|是)?$/,
  // 来的人有六十二个讲的是…
  /(?:来|到|听|学|看|问)(?:课|讲)?的(?:人|老乡|乡亲|群众|农民|学生|老人)(?:一共|总共|大概|大约)?有$/,
  // 三十多？我点了，38个
  /[我俺](?:自己|后来|又)?[点数](?:了|过)(?:一遍|一下|数|人头)?[,，](?:是|有|共|一共|足有)?$/,
  // 正经号脉的39个, 量血压的不算，看病的40个
  /(号脉|把脉|看病|问诊|咨询|听课|听讲|上课|签到|领药|抓药|学艺|学手艺|参训)的(一?共|总共|大概|大约)?(有|是)?$/,
]
/** 给渔民看病五十六个: where nothing else is counted. */
const saw = /(?:看病|瞧病|诊病|看诊|接诊|坐诊|问诊|号脉)了?(?:一共|总共|大概|大约|约|共)?$/
/** 来问药的二十三个, 来查血糖的有四十一个: what they came for, where nothing else is counted behind. */
const cameFor =
  /(?<![带拿送买运发寄捐搬])来(查|量|测|瞧|领|抓|配|治|学|讨教|求|[问看听取拿](?=药|血|病|片|诊|方|体检|化验))(?!不|了)[\u4e00-\u9fa5]{1,3}的(一?共|总共|大概|大约|约|差不多)?(有|是)?$/
/** 问猪病的19个，问鸡病的11个 */
const askedAbout = /(?:^|[,，。;、])问(?!题|卷|答|诊)[\u4e00-\u9fa5]{1,4}的(?:有|是)?$/
const classes = /(?:[开办]班|[\u4e00-\u9fa5]班(?:一共|共|又)?[开办搞](?:了|成)?)(?:一?共|了)?$/
const endsThere = /^(左右|上下|多)?([,，。;；!！、\n ]|$)/
/** 二十四个管水员参加会议, 33个，签到表我数了两遍: and behind. */
const pieceTails =
  /^[\u4e00-\u9fa5]{1,5}(参加|到会|到场|来听|来学|来看|来问|听课|参训|都来)|^(来)?(听|看|学|问|听课|听讲|看病|瞧病|求诊|参加)的([,，。;；!！、\n ]|$)|^[,，](签到[表簿]|点名册?|花名册)[^,，。;]{0,4}[数点]/

/** Behind so many 个: bodies of people, and 的 of whom follows. */
const ofGroups =
  /^[\u4e00-\u9fa5]{0,3}(连|连队|排|营|班|组|队|村|屯|寨|厂|车间|单位|科室|学校|年级|镇|乡|县|区|院|所|部门|家庭|宿舍|楼|系|支部|分会|协会|社|站|场|点|方向)的/

/** A noun of persons by its last character, with nothing or a verb behind: 26个组长讲…, 14个果把式. */
const ofPersons =
  /^[\u4e00-\u9fa5]{0,4}(长|员|师傅|工|手|民|户|嫂|姐|妹|婆|爷|娃|崽|伢|生|友|者|人|兵|匠|商|客|迷|青年|骨干|把式|脑袋|宝宝|宝贝|家伙|伙计|姐们|代表|头头|老汉|老太|大爷|大妈|支书|主任|会计|干部)(们|都|全|讲|听|学|上|来|参|到|开|做|培|授|办|搞|一起|[,，。;；、!！()（） \n]|$)/

/** 二十六个小脑袋围成一圈 */
const heads = /^(小|大|白头)?(脑袋瓜?|脑瓜|脸蛋|老头老太)(围|挤|凑|仰|抬|齐|盯|坐)/

const listens = pattern(
  /^(都|全|也)?([听看坐挤站围来][了着得到在]|讲了[半一二两三四五0-9][^,，。;]{0,3}(钟头|小时|分钟|课|节))/,
)
/** 到会60人: people counted as such in the sentence, besides these. */
const countedBesides = (text: string, t: NumberToken): boolean =>
  /[0-9一二三四五六七八九十百两][多余来几]?[人名位]/.test(
    text
      .slice(Math.max(0, t.start - sentence), t.start)
      .split(/[。;；\n]/)
      .at(-1)! +
      ' ' +
      text.slice(t.end, t.end + sentence).split(/[。;；\n]/)[0]!,
  )
const sentence = 40
const spokeThere =
  /^((讲课|授课|主讲|上课)(的是|是|由|请|人是|老师是)|(医生|大夫|专家|护士|教授)们?都?(是|来自)[^,，。;]{1,12}[的请派来])/

const lookedAfter = /[看瞧诊测量查检教训修]了$/
/** 看了12个棚, 教了8个动作, 查了20个灭火器: looked after, and nobody counted. */
const placesOrThings =
  /^(?:[\u4e00-\u9fa5]{0,3}(?:棚|塘|圈|果园|园子|田块|池|摊|柜|箱|锅|炉|机|泵|厂|村|点|站|井|坝|仓库|仓|窖|窝|地块|山头|车间|工地|作坊|品种|样|器|灯|动作|字|菜|招|办法|题|项目|灶|罐|阀|瓶|插座|开关|水池|功能|软件|技巧|步骤|方法|本领|手法|要领|要点|知识点|曲子|招式|套路)|歌|舞)(?:[,，、。;；!！\n ]|$)/

const howLong = starts(
  '上午 下午 晚上 早上 早晨 白天 中午 钟头 小时 多小时 多钟头 星期 礼拜 月 多月 学期 季度 晌午 后晌',
)

/** 看了40个作品, 修了12个插座: things. */
const ofThings = starts(
  '作品 节目 模型 标本 样品 视频 课件 实验 摊位 展位 展台 展板 品种 零件 机器 设备 灯泡 插座 家电 电器 香包 风筝 灯笼 镜头 房间 教室 大棚 水塘 鱼塘',
)

const numbersSeen = /^号(?![楼线码召])[^,，。;0-9]{0,3}(?:看完|看了|瞧完|叫完|挂完|挂满|看病)/
const gaveNumbers = /(?:挂|发|放|叫|看)(?:了|出去?)?(?:一共|总共|共)?$/
const seenByNumber = (text: string, from: number, to: number): boolean =>
  numbersSeen.test(text.slice(to, to + 10)) ||
  (gaveNumbers.test(text.slice(Math.max(0, from - 5), from)) &&
    /^号(?:[,，。;!]|$)/.test(text.slice(to, to + 2)))

/** 个 says little: 85个居民, 3个工作站, 4个企业, 建议6个, 医生去了四个. */
const putUp =
  /(?:基地|工作站|工作室|服务站|示范点|示范园|示范户)(?:也|又|都|新|今年|已经)?(?:挂牌|揭牌|授牌|成立|建成|新建|建|挂)了?$/
/** 新建示范基地，2个 */
const newOnes =
  /(?:新[建挂设增]|建[立成起]?|挂牌|成立|授牌|揭牌)了?[^,，。;0-9]{0,8}(?:基地|工作站|工作室|服务站|示范点|示范园|示范户)[,，:：]$/
const themes = /^(?:个)?[^,，。;；、0-9]{2,8}[0-9一二两三四五六七八九十]{1,2}[场次]/

export function piece(text: string, c: Clause, t: NumberToken, a: Around): Sort | null {
  // 两个连的战士, 三个村的老人: whose they are is counted, not they
  if (ofGroups.test(text.slice(t.end, t.end + 6))) return null
  // 油茶基地挂牌了两个
  if (
    (putUp.test(text.slice(Math.max(0, t.start - 14), t.start)) ||
      newOnes.test(text.slice(Math.max(0, t.start - 20), t.start))) &&
    /^(?:[,，。;；!！\n]|$)/.test(text.slice(t.end, t.end + 1))
  )
    return sort('documents')
  // 三个专题报告5场: how many themes
  if (themes.test(text.slice(t.end, t.end + 12))) return null
  // 23个大棚户: those who have them; in 3个教室同时开讲 they are held at once
  if (
    ofThings(text, t.end) &&
    !/^..(?:户|[师工主商迷]|爱好者|老板|(?:同时|分别|各)?(?:开讲|开课|上课))/.test(
      text.slice(t.end, t.end + 8),
    )
  )
    return null
  if (
    placesOrThings.test(text.slice(t.end, t.end + 7)) &&
    lookedAfter.test(text.slice(Math.max(0, t.start - 3), t.start))
  )
    return null
  // 七十三个号全看完, 挂了五十个号: one each for those who came to be seen
  if (text[t.end] === '号' && t.num.value > 4 && seenByNumber(text, t.start, t.end)) return sort('people')
  // 包了四百个饺子, 蒸了二百个
  if (/(?:[包蒸炸煮捏烙][了好出]|[包蒸炸煮捏烙]了有)$/.test(text.slice(Math.max(0, t.start - 3), t.start)))
    return null
  // 教了一个上午: how long
  if (t.num.value < 4 && howLong(text, t.end)) return null
  // 八个队四十八人: the teams
  if (/^(代表)?队(?=[,，、 0-9一二三四五六七八九十百两])/.test(text.slice(t.end, t.end + 4))) return null
  if (countsMatters(text, c.start, t.start)) return null
  // 来了三十六个讲课的是柳大夫: who spoke there
  const speaker = a.after.findIndex((x) => spokeThere.test(text.slice(x.start, x.start + 20)))
  if (speaker >= 0) return piece(text, c, t, { ...a, after: a.after.slice(0, speaker) })
  // 学生呢有一百四十二个讲了半个钟头: they stand right in front
  const ofThese = a.before.at(-1)
  if (
    ofThese &&
    who(ofThese) &&
    t.num.value > 4 &&
    onlyFillers(text, ofThese.end, t.start) &&
    listens(text, t.end, t.end + 12) &&
    !countedBesides(text, t)
  )
    return people(text, c, t, a)
  for (const x of a.after) {
    if (x.type === 'mark') break
    // 来的人有六十二个讲的是…: what it was about
    if (x.start === t.end && /^的(?:是|就是|都是)/.test(text.slice(x.end, x.end + 3))) break
    // 20个展位吸引市民…: what follows the verb is not what was counted
    if (/^(吸引|接待|惠及|覆盖|参与|参加|迎来)$/.test(text.slice(x.start, x.end)) && x.start > t.end + 1)
      return null
    // 一共四十八个师傅十一个: the noun is the next number's
    if (
      who(x) &&
      a.next?.type === 'number' &&
      onlyFillers(text, x.end, a.next.num.start) &&
      // 60个学生20个老师: each with its own
      !(x.start === t.end && text.endsWith('个', a.next.end) && ofItsOwn(text, a.next.end))
    )
      break
    if (who(x) && x.start > t.end + 6) break
    if (who(x)) return people(text, c, t, a)
    if (has(x, 'company')) return sort('firms')
    if (
      x.type === 'word' &&
      x.word.kind &&
      countOf(x.word.kind.kind) &&
      (x.word.kind.weight !== 'deed' || x.start === t.end) &&
      (x.start - t.end < 6 || countOf(x.word.kind.kind)?.counts !== 'sessions') &&
      !/[的算]/.test(text.slice(t.end, x.start))
    )
      return countOf(x.word.kind.kind)
  }
  // 已达86个, 累计建成35个: a stock beside what was added
  if (
    /(已达|达到|累计达|总数达|发展到|达)$/.test(text.slice(Math.max(0, t.start - 3), t.start)) &&
    !a.before.some((x) => has(x, 'audience') || has(x, 'reach'))
  )
    return null
  // 来了一个整数，100人
  if (t.num.value === 1 && text.startsWith('整数', t.end)) return null
  // 一个上午接了112个号
  if (
    text[t.end] === '号' &&
    /(接|挂|看|放|发|挂出|放出|发出)(了|去|出去|掉)*$/.test(text.slice(Math.max(0, t.start - 5), t.start))
  )
    return people(text, c, t, a)
  // 座谈会上群众8个讲了困难，到会60人: who spoke
  if (
    ofThese &&
    who(ofThese) &&
    onlyFillers(text, ofThese.end, t.start) &&
    /^(都|全|也)?(讲|说|谈)[了到]/.test(text.slice(t.end, t.end + 3)) &&
    countedBesides(text, t)
  )
    return null
  // 接了66个电话
  if (/^(来电|电话)/.test(text.slice(t.end, t.end + 2))) return null
  // 接听来电318个
  if (/(来电|电话|热线|接听)$/.test(text.slice(Math.max(0, t.start - 2), t.start))) return null
  // 覆盖11个苏木镇, 到5个网点: places
  if (
    /^[^,，。;、\d\s|]{0,3}(镇|乡|村|县|市|区|旗|州|省|寨|屯|街道|嘎查|苏木|网点|站点|点位|摊位|单位|部门|学校|行业)/.test(
      text.slice(t.end, t.end + 6),
    )
  )
    return null
  // 人嘛一百三十来个
  if (
    /人(嘛|呢|啊|数|头|吧)(大概|大约|约|有|共|一共|是)*$/.test(text.slice(Math.max(0, t.start - 8), t.start))
  )
    return people(text, c, t, a)
  // 三十二个人哦不对三十四个: the figure set right
  if (
    /(不对|[哦噢啊]不|不不|说错了|错了)[,，]?(是|应该是|该是)?$/.test(
      text.slice(Math.max(0, t.start - 8), t.start),
    ) &&
    (/[人个名位]/.test(text.slice(Math.max(0, t.start - 14), t.start)) ||
      sawSoMany.test(text.slice(Math.max(0, t.start - 22), t.start)))
  )
    return people(text, c, t, a)
  const lead = text.slice(Math.max(0, t.start - 16), t.start)
  if (
    ((cameFor.test(lead) || askedAbout.test(lead)) &&
      endsThere.test(text.slice(t.end, t.end + 3)) &&
      !countedBesides(text, t)) ||
    (saw.test(lead) && t.num.value > 4 && endsThere.test(text.slice(t.end, t.end + 3))) ||
    pieceLeads.some((row) => row.test(lead)) ||
    pieceTails.test(text.slice(t.end, t.end + 14))
  )
    return people(text, c, t, a)
  if (amount(text, c, t, a)) return people(text, c, t, a)
  // 实际到了72个
  const came = a.before.findLast((x) => has(x, 'actual'))
  if (came && onlyFillers(text, came.end, t.start)) return people(text, c, t, a)
  if (t.num.value > 1 && heads.test(text.slice(t.end, t.end + 8))) return people(text, c, t, a)
  if (t.num.value > 1 && ofPersons.test(text.slice(t.end, t.end + 8))) return people(text, c, t, a)
  // 20个后来的, 32个是本村的
  if (/^(是)?(后来|迟到|早退|请假)/.test(text.slice(t.end, t.end + 4))) return null
  // 有八个队一百六十人: the teams
  if (/^(队|组|代表队|班|节目|品种|摊|棚|村|厂|点)/.test(text.slice(t.end, t.end + 3))) return null
  // 孩子一共64个: the noun in front of the sum
  // 农函大开班2个，农技班办了2个
  if (classes.test(lead) && endsThere.test(text.slice(t.end, t.end + 3))) return sort('sessions')
  const near = a.before.findLast((x) => !has(x, 'total') && x.type === 'word')
  if (!near || !onlyFillers(text, near.end, t.start)) return null
  // 查看产业基地14个: gone to see, not founded
  if (
    near.type === 'word' &&
    near.word.kind?.kind === 'base' &&
    /(查看|察看|考察|参观|走访|观摩|走进|踏看)[^,。;、]{0,6}$/.test(text.slice(c.start, near.start))
  )
    return null
  if (who(near) || has(near, 'reach')) return people(text, c, t, a)
  if (has(near, 'company')) return sort('firms')
  if (has(near, 'found')) return sort('documents')
  if (
    near.type === 'title' &&
    /(工作室|工作站|基地|服务站|示范点|小院|驿站|示范户)[”"」』]$/.test(text.slice(near.start, near.end))
  )
    return sort('documents')
  // 案例讲了五个: told there
  if (
    near.type === 'word' &&
    near.word.kind?.weight === 'deed' &&
    toldThere.test(text.slice(Math.max(c.start, near.start - 8), near.start))
  )
    return null
  // 讲了2个禁忌: what was told, and no lectures
  if (
    near.type === 'word' &&
    near.word.kind?.weight === 'deed' &&
    isHan(text.charCodeAt(t.end)) &&
    !soMany(text, t.end)
  )
    return null
  return near.type === 'word' && near.word.kind ? countOf(near.word.kind.kind) : null
}

/** 20个老师: a noun of persons right behind. */
const ofItsOwn = (text: string, end: number): boolean =>
  text.startsWith('老师', end) ||
  personTags.some((tag) => lexicon().at(text, end)?.value.tags.includes(tag) === true)

const toldThere =
  /(?:例子?|真事|故事|问题|知识点|段子|办法|窍门|法子|[招点局术题词字]|方子|笑话|人物|成语|教训|骗子|案子|官司)(?:也|都|就|还|一共|共|又)?$/

/** 看了四十……哦数错了，: so many came, and it is counted anew. */
const sawSoMany =
  /[看来到接听坐][了诊到]{1,2}[0-9一二两三四五六七八九十百]{1,5}[,，、。… ]{1,3}[哦噢啊呃嗯哎唉呀]?[,， ]?[^,，。 ]{0,3}[错对][,，了]/

const soMany = starts('来 都 就 了 的 班 课 专题 题目 半天 场 讲座 课题')

const countOf = (kind: string): Sort | null =>
  ['research', 'proposal', 'article', 'base'].includes(kind)
    ? sort('documents')
    : kind === 'training' || kind === 'lecture'
      ? sort('sessions')
      : null
