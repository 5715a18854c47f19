// The words a clause of a correction is made of: which record, which field, what was wrong, what holds; pure.
import { label, labelWords, type Label } from './correction-labels.js'

/** 101号 · 101那场 · 101号那堂课的. */
export const numbered =
  '[#＃]?(?<no>\\d{3,7})(?:(?:号|#)(?:[那这][条场个笔次堂节期回])?|[那这][条场个笔次堂节期回]|(?=是|改|应))课?的?'
/** 刚才那堂 · 我报的那场 · 上一条; 那堂课 is found in record-described.ts. */
export const latest =
  '(?<last>我?(?:刚才|刚刚|方才|上面|前面|刚)?(?:[报发说记]的)?(?:[那这上]一?[条场个笔次堂节期回])(?!课)(?:活动)?的?|我?(?:刚才|刚刚|方才|刚)(?:[报发说记]的)的?)'

/** 想了想还是53人对. */
export const thoughtOver = '我?(?:想了想|想来想去|再想想|细想想?|回头一想|后来一想|掂量了一下)'

/** 校长说101号…: who told it. */
export const toldBy = '(?:[^，,\\d]{1,8}?(?:说|讲|告诉我|核了|数了|点了|查了|报来)[了是：:]?)'

/** Those who came, by what they are. */
export const audience =
  '学生娃?|孩子|娃娃?|小朋友|学员|老人家?|老年人|村民|居民|群众|乡亲|战士|官兵|家长|师生|职工|工人|员工|民工|果农|菜农|茶农|农户|农民|妇女|姐妹|病人|患者|观众|干部|党员|司机'

/** Fields as they are named beside a figure, besides their names in a table: 听课的人, 小册子. */
const oral: readonly (readonly [words: string, field: Label])[] = [
  ['(?:听课|听讲|听|来|到场|参加)的(?:人数?)?|听课人数|人头|来人', 'attendance'],
  [`(?:${audience})(?:们|人数|数)?`, 'attendance'],
  ['(?:[^\\d，,人名位]{0,4})?(?:手册|册子|传单|单子|折页|小册|小书|宣传[单册页])', 'materials'],
]
export const fieldWords = `(?:${labelWords}|${oral.map(([words]) => words).join('|')})`
/** The field such words name. */
export const fieldNamed = (words: string): Label | null =>
  label(words) ?? oral.find(([w]) => new RegExp(`^(?:${w})$`).test(words))?.[1] ?? null

/** What was wrong: 记岔了, 抄串行了, 口误, 手滑, 打快了, 开头点的. */
export const amiss =
  '(?:[写记报说弄搞打算数填看抄听敲按输认][错岔混串反倒拧重]|[写记报说打算数填][多少漏高低]|[多少漏][写记报说打算数填]|[写看]?颠倒|搞反|[口笔手]误|手[滑抖快]|眼花|看花|老眼昏花|[打按写说]得?太?快了|不对|有误|不准|有出入|弄?错|(?:开头|刚?开始|一开始|起初|起先|先头|早先)[点数报记]的)'

export const isAmiss = new RegExp(amiss)
/** 手滑了, 眼花了: an excuse, of a report or of anything. */
export const onlyExcuse = /^[我是又真这刚才]{0,3}(?:手[滑抖快]|老?眼昏?花|看花)[了的啦]{0,2}眼?[了啦]?$/

/** Before what holds: 应该是, 按…算, 实际来了, 还是. */
export const holds =
  '(?:应该|应当|应|得|该|只能|只|要|给|就|才|实际上?|其实|后来|最后|一共|总共|共|还|都|也|可|更正|重新){0,3}(?:改写?[成为到作]?|更正[成为]|写[成作]|记[成作]|算[成作]?|按|[是为有]|[来到]了|实到|补上?)了?(?:一共|总共|共)?'
/** Behind it: 按53人算吧, 还是31人对. */
export const behind = '(?:来?算|计|记|为准|才?[对准]|才是对的|听课?|参加|到场)?[吧的了呢哈啊呀哦]{0,2}'
/** What is told beside stands: 人数没错, 别的不用改. */
export const stands =
  '(?:都|也|是|还|就|倒){0,2}(?:没错|没问题|没变|不变|不动|不用[改动]|照旧|对的?|[是]?对得?上的?|准的?|没改)[的了吧啊哦]{0,2}'
/** 53人 · 五十三 · 250份 · 大概98个. */
export const figure = `(?:大?约|近|大概|差不多)?(?:\\d{1,7}|[一二两三四五六七八九十百千万〇零]{1,9})[多余来几]?(?:人次|号人|个?人|名|位|个|份|册|本|张|场|期|次|(?:元|块)[钱整]?)?(?:${audience}|听众|资料|手册|册子|传单)?(?:左右|上下)?`
const dayOf = '(?:上午|下午|晚上|早上|中午)?'
const weekday = '(?:周|星期|礼拜)[一二三四五六日天]'
/** 前天下午 · 上周五 · 7月3号 · 十九号. */
export const day = `(?:(?:大前天|前天|昨天|今天|昨晚|前晚|上上?个?${weekday}|(?:这个?|本)?${weekday}|(?:\\d{1,2}月|上个?月|本月|这个?月)?(?:\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号])${dayOf})`
/** 那天讲的 · 去的 · 的事. */
export const ofThatDay = '(?:那天|当天)?(?:(?:[讲办搞做开去上弄]|举办)?的(?:事儿?|课|活动)?)?'

/** No reason for a correction: a question, another wish, a plan, what holds once more. */
export const noReason =
  /[?？]|吗|谁|什么|哪|多少|怎么|是不是|有没有|如果|要是|假如|可能|也许|作废|恢复|取消|删|撤|任务|指标|计划|预计|原定|明天|后天|下周|下个?月|上次|上回|去年|改[成为]|应该[是算]|[讲办搞做开][了过]|又在|又去|今天[上下]午|讲座|义诊|培训|讲课|宣传|咨询|科普|老科协/
