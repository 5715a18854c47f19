import { part, type Normalized } from '../text/normalize.js'

/** What those there said or asked; whatever words it holds, nothing is put off or asked about by it. */
export const theySaid =
  /^(?:有人|有的|有位|都|大家|大伙|很多人|不少人?|好多人|好些人|老[人乡]们?|学生们?|孩子们?|家长们?|居民们?|村民们?|群众|听众们?|学员们?|大[妈爷娘]们?|校长|书记|社区|村里|学校)(?!是|不是|算)(?![^,，。]*(?:的[快请来抓赶速]|快来|抓紧|报名|赶紧|带[上好]|注意))[^,，。是]{0,6}(?:问|说|想|要求|希望|盼|反映|夸|感谢|谢谢)[^,，。\d十百千万两]{0,20}$/

/** Clauses in front of a telling and behind it that say nothing of it. A row is a whole clause, without its stop. */
interface Courtesy {
  readonly of: string
  readonly clause: RegExp
  /** Where what follows holds this, the words are no courtesy. */
  readonly unless?: RegExp
}

const people =
  '(?:领导|会长|秘书长?|主任|老师|同志|老同志|老朋友|朋友|会员|群友|专家|老姐妹|老哥|老伙计|同仁|姐妹|兄弟|小科)'
const everybody = `(?:尊敬的)?(?:各位|诸位|大家|${people})?(?:各位)?${people}{0,2}们?`
const office = '(?:小科|秘书处?|办公室|老师|各位|大家|领导|您|你|[老小][\\u4e00-\\u9fa5])'
const blessing = new RegExp(
  `^(?:恭?祝|祝福|祝愿)${everybody}(?:节日|周末|新年|春节|国庆|中秋|身体|健康|快乐|愉快|平安|安康|吉祥|顺利|长寿|开心){1,4}$`,
)
const kin =
  '(?:我家?的?)?(?:老伴儿?|老头子?|老太婆|儿子|女儿|闺女|外?孙子|外?孙女儿?|外孙|孙儿|媳妇|儿媳妇?|女婿|侄[子女儿]|邻居|隔壁[\\u4e00-\\u9fa5]{1,3}|徒弟|小[\\u4e00-\\u9fa5])'
/** Who types it, and who asked to have it told. */
const typed: readonly Courtesy[] = [
  {
    of: '我孙女帮我打字的',
    clause: new RegExp(
      `^(?:这条?|这个|这话|消息|信息)?(?:是|让|叫|由|请|喊)?${kin}(?:在)?(?:帮|替|教|给|代)(?:着)?我?(?:用)?(?:语音|手机|电脑|微信)?(?:来|转)?(?:打|发|写|录|敲|输|编)(?:的?字|出来|上来|上去|进去|语音|消息|信息|微信|的|了|一下){0,3}$`,
    ),
  },
  {
    of: '眼睛花',
    clause:
      /^(?:我|人)?(?:岁数大了?|年纪大了?|老了)?[,，]?(?:我)?(?:这)?(?:老)?(?:眼睛?|手指?头?|眼神)(?:也|都|又|有点|不太|太){0,2}(?:花|不好|不行|不好使|不利索|笨|抖|慢|粗|看不清|不方便)(?:了|啦|得很|打字慢)?$|^我?(?:不会打字|打字慢|不识拼音|不会拼音|不会弄手机)$/,
  },
  {
    of: '孙女说爷爷你也报一个',
    clause: new RegExp(
      `^${kin}(?:说|讲|劝|催)[:：]?[“"]?(?:爷爷|奶奶|外公|外婆|姥姥|姥爷|爸|妈|老爸|老妈|你|您)(?:你|您)?(?:也|快|赶紧|赶快|去)?(?:报|发|说|登)(?:一个|一下|一声|一条|上去|到群里){0,2}[吧呀嘛]?[”"]?$`,
    ),
  },
  {
    of: '那我就报一个',
    clause: /^(?:那|那么)?我?(?:也|就){0,2}(?:报|说|汇报)(?:一个|一下|一条|两句)[吧了]?$/,
  },
  {
    of: '老伴说让我报一下',
    clause: new RegExp(
      `^(?:是)?${kin}(?:刚才|刚|又|老|直|一直|非)?(?:说|催|叫|喊|提醒|劝|嘱咐|让|要)(?:让|叫|要|催)?我?(?:赶紧|快点?|赶快|来|也|去|记得|在群里|到群里|跟大家)?(?:报|说|发|汇报|讲|登)(?:一下|一声|上来|上去|出来|报|到群里|给大家听?|给小科){0,2}$`,
    ),
  },
]
const opening: readonly Courtesy[] = [
  ...typed,
  {
    of: '各位老师晚上好',
    clause: new RegExp(`^${everybody}(?:和${everybody})?(?:早上|上午|中午|下午|晚上|早|晚)?[好安]$`),
  },
  { of: '大家好呀', clause: /^(?:大家|各位|您|你们?|小科)(?:早上|上午|中午|下午|晚上)?好[啊呀哈]?$/ },
  { of: '各位会长', clause: new RegExp(`^(?:尊敬的)?(?:各位|诸位)${people}们?$`) },
  {
    of: '不好意思报晚了',
    clause:
      /^(?:不好意思|对不起|抱歉|打扰|打搅|麻烦)(?:大家|各位|小科|您|老师|一下|[了啊哈]){0,3}(?:报晚|报迟|忘了?报|忘记报|漏报|才报|补报|忘了?说|忘记说)?了?$/,
  },
  {
    of: '辛苦小科记一下',
    clause: new RegExp(
      `^(?:辛苦|麻烦|劳驾|请|有劳)${office}{0,2}(?:帮忙?)?(?:记|登|登记|记录|录|统计)(?:一下|上|一笔)?[了吧哈]?$`,
    ),
  },
  {
    of: '请大家转告小科',
    clause:
      /^(?:麻烦|请|烦请|劳驾|拜托)?(?:大家|各位|谁|哪位|群主|老师们?)?(?:帮忙|帮我?)?(?:转告|转达|告诉|告知|转给)(?:一下|给)?小科(?:一声|一下)?$/,
  },
  {
    of: '按照年初计划',
    clause:
      /^(?:按照?|根据|遵照|依照|依据|按着|落实)[^,，\d]{0,18}(?:计划|安排|部署|要求|通知|精神|任务|方案|文件|指示|约定|需要|需求|请求|吩咐|格式(?:上报|填报)?)$/,
    // 按照年初计划，青溪今年讲座20场: what is planned
    unless:
      /^(?![^。;\n]{0,60}(?:[已共了过]|完成|截至|累计))[^。;\n]{0,30}(?:今年|本年|全年|全月|本月|这个?月|本季|这个?季|半年|[一二三四]季度|各|每|不少于|至少)/,
  },
  {
    of: '为了让居民少跑路',
    clause:
      /^为(?:了|让|使|帮助?|进一步|更好地?|丰富|提高|普及|增强|推动|助力|方便|满足|宣传|落实|响应)[^,，\d举办讲义诊]{2,24}$/,
  },
  {
    of: '哎想起来了',
    clause:
      /^[哎哦噢啊呀诶哟唉嗯]{0,3}(?:对了|(?:我|这)?(?:又|才|刚刚?|忽然|突然|猛然|这会儿?){0,2}(?:想|记)起来?(?:了|还有)?(?:一[场次桩件回个]事?)?)$/,
  },
  {
    of: '差点忘了',
    clause:
      /^[哎哦噢啊呀诶哟唉嗯]{0,3}我?(?:差一?点儿?|险些)[就都又]?(?:[忘漏落][了记掉]{0,2}(?:[说报讲]|这[场次个回]|一[场次个回])?了?)$/,
  },
  {
    of: '还有一场漏了',
    clause:
      /^[哎哦噢啊呀诶哟唉嗯]{0,3}(?:上次|上回|那天|前几天|一直|当时|刚才|前头)?我?(?:(?:还|另外)?有[一个]?[场次回个](?:活动)?)?(?:[忘漏落][了记掉下]{0,2}(?:没?[报说讲发登])?了?)(?:一[场次回个])?了?$/,
  },
  {
    of: '瞧我这记性',
    clause:
      /^(?:[哎哦噢啊呀诶哟唉嗯]{0,3}[你您]?[瞧看]?我?这(?:记性|脑子|脑瓜子?)[^,，\d]{0,5}|(?:人|年纪)?[老大]了[^,，\d]{0,4}(?:记性|脑子)[^,，\d]{0,4})$/,
  },
  { of: '你记一下', clause: /^(?:小科)?[你您]?(?:[帮给替]我)?(?:记|登|补)(?:一?下|一笔|一条|上)[哈啊吧]?$/ },
  { of: '应社区邀请', clause: /^应[^,，\d]{1,16}(?:的?邀请|之邀|之约|的?要求|的?请求)$/ },
  {
    of: '重报一遍',
    clause: /^(?:重新?报|重发|再发|重新发|更正后重报|更正重报)(?:一遍|一下|一次|一条)?$/,
  },
  {
    of: '前面发的作废',
    clause:
      /^(?:前面|刚才|上面|之前|先前|昨天)?(?:我)?(?:发|报)的(?:那条|那个|那份)?(?:都)?(?:作废|不算|请?忽略|不作数)$/,
  },
  { of: '有个好消息', clause: /^(?:有个|报个|说个|告诉大家一个|汇报一个)?(?:好消息|喜讯|好事|高兴的事)$/ },
  { of: '祝各位身体健康', clause: blessing },
]
const next =
  '(?:下次|下回|下个?月|下个?星期|下个?礼拜|下周|下学期|明年|来年|以后|今后|往后|改天|过几天|过些天|过段时间)'
const closing: readonly Courtesy[] = [
  ...typed,
  { of: '祝大家身体健康', clause: blessing },
  { of: '有人问下次义诊是啥时候', clause: theySaid },
  {
    of: '谢谢大家',
    clause:
      /^(?:谢谢|感谢|多谢|辛苦)(?:大家|各位|老师|领导|您|你|小科|秘书处?|会长|的?支持|的?关心|[们了啦啊哈]){0,5}$/,
  },
  {
    of: '特此汇报',
    clause: /^(?:特此(?:汇报|报告|上报|说明)|汇报完毕|报告完毕|完毕|以上|就这些|就这样|就到这)$/,
  },
  {
    of: '请小科记一下',
    clause: new RegExp(
      `^(?:辛苦|麻烦|劳驾|请|有劳)${office}{0,2}(?:帮忙?)?(?:记|登|登记|记录|录|审阅|审核|查收|指正|批评指正|过目)(?:一下|上|一笔)?[了吧哈]?$`,
    ),
  },
  {
    of: '欢迎大家批评指正',
    clause:
      /^(?:欢迎|敬请|恳请)(?:大家|各位|领导|老师|同志|们){0,4}(?:多多)?(?:批评|指正|指导|提意见|斧正){1,2}$/,
  },
  {
    of: '照片随后发',
    clause:
      /^(?:(?:明天|下周|晚上|回头|随后|稍后|过两天)再?把)?(?:照片|图片|相片|视频|签到表|名单)(?:我|都|已|已经){0,2}(?:随后|稍后|待会儿?|回头|晚点|晚上|明天|下周|过两天|发|传|在|见|放|补)(?:再|会|一并|我|把|奉上|群相册|群里|相册|发|传|上传|补|补发|整理|了|上|到|给大家|出来){0,4}$/,
  },
  {
    of: '下个月还要再去',
    clause: new RegExp(
      `^(?:我们|我)?${next}(?:我们|我|大家|的)?(?:有机会|有时间|有空|天暖和了?|一定|争取|还|再|接着|继续|打算|准备|要|想|会){1,4}(?:去|来|讲|办|搞|努力|加油|坚持|多办|多搞|多去|多讲|安排|接着讲|接着办)(?:一次|一场|一回|几次|几场)?[的吧了]?$`,
    ),
  },
  {
    of: '希望以后多办这样的活动',
    clause: new RegExp(
      `^(?:真?希望|盼着?|期待|但愿)${next}?(?:能|能够|可以|还能|我们|会里)?(?:多|常|经常|继续|再|还)(?:办|搞|开展|组织|举办|安排|来|讲|去)(?:一些|一点|几次|几场|些|点|这样的|这种|类似的?|活动|好|有意义的?|讲座){0,4}$`,
    ),
  },
  {
    of: '今天天气不错',
    clause:
      /^(?:今天|今儿|今日|昨天|这几天|这两天|最近)?(?:的?天气|天儿?|太阳|外面|外头|风)(?:真|很|太|有点儿?|特别|怪|可|是|又|不|挺|还){0,2}(?:好|不错|热|冷|凉|凉快|暖和|闷|晒|大|毒|给力)[了啊呢]?$/,
  },
]

/** Clauses that are looked at on either side, and the characters of the longest. */
const most = 4
const longest = 40
/** Characters behind an opening that are looked at for what it opens. */
const behind = 100
/** One of ours is named in it, or a day: then it lends what it says. */
const lends = /老科协|分会|专委会|协会|[\d节]/

const isStop = (c: string | undefined): boolean => c !== undefined && ',，。!;:~\n'.includes(c)
const parts = (c: string | undefined): boolean => c === ' ' || isStop(c)
/** What stands between words and stops: spaces and pictures. */
const aside = /^[\s\p{Extended_Pictographic}🏻-🏿\u200d]+|[\s\p{Extended_Pictographic}🏻-🏿\u200d]+$/gu

/**
 * The message from where its courtesies end to where they begin again: 各位老师好，…；…，谢谢大家。 They would else weigh
 * on how it is meant: 按照年初计划 is no plan, 下个月还要再去 puts nothing off. Offsets are into what is left, spans
 * still into the text as typed. A message of courtesies alone stays as it is.
 */
export function withoutCourtesies(n: Normalized): Normalized {
  const { text } = n
  const from = toThePoint(text, begin(text))
  const to = bare(text, end(text, from))
  if ((from === 0 && to === text.length) || from >= to) return n
  return part(n, from, to)
}

/** Pictures and 哈 at the very end. */
const trailing = /(?:[\s\p{Extended_Pictographic}🏻-🏿\u200d]|(?<=[^齐木拉])哈){1,20}$/u
/** `to` without what is only waved or laughed behind the last word: 听众57人👍👍, 来了57个哈. */
function bare(text: string, to: number): number {
  const found = trailing.exec(text.slice(Math.max(0, to - longest), to))
  return found ? to - found[0].length : to
}

const setAside =
  /(?:不是|不算|不用|不必|别|可不是|先不)(?:来|要|为了?|给我)?(?:报|记|汇报|上报|登记?|算)(?:活动|这个|数|的|进去|上)?[,，。!;:~ \n]|不[是算](?:个|什么)?活动|题外话|说句闲话|跑个题/
const thePoint =
  /(?:真正|正经|正式|今天|现在|我|这回)?[要想该](?:说|报|记|汇报|上报|登记)的(?:是|:|,)|(?:言归正传|说正事|报正事|下面报)[,，:：]/

const headcount = /[0-9一二两三四五六七八九十百]{1,5}[多来余]?(?:[人位户]|名|个人)/

/** 昨晚我们队拿了奖，不是报活动，高兴高兴。要报的是…: where what is told begins. */
function toThePoint(text: string, from: number): number {
  const head = text.slice(from, from + behind)
  const found = thePoint.exec(head)
  const off = found && setAside.exec(head.slice(0, found.index))
  if (!found || !off) return from
  // 昨天义诊40人，题外话，…: what stands in front was told
  const told = headcount.test(head.slice(0, off.index)) && !/^(?:不用|不必|不算|别)/.test(off[0])
  return told ? from : from + found.index + found[0].length
}

/** @小科 in front. */
const called = /^\s{0,4}@[^\s@,，。:：]{1,12}[\s,，:：]{1,3}/
function begin(text: string): number {
  let from = called.exec(text.slice(0, longest))?.[0].length ?? 0
  for (let k = 0; k < most; k++) {
    let stop = from
    while (stop < text.length && stop - from <= longest && !isStop(text[stop])) stop++
    if (
      stop >= text.length ||
      !isStop(text[stop]) ||
      !isCourtesy(opening, text.slice(from, stop), text.slice(stop + 1, stop + behind))
    )
      break
    while (isStop(text[stop]) || text[stop] === ' ') stop++
    from = stop
  }
  return from
}

function end(text: string, from: number): number {
  let to = text.length
  for (let k = 0; k < most; k++) {
    let last = to
    while (last > from && (isStop(text[last - 1]) || text[last - 1] === ' ')) last--
    let start = last
    while (start > from && last - start <= longest && !parts(text[start - 1])) start--
    if (start === from || last - start > longest || !isCourtesy(closing, text.slice(start, last))) break
    to = start - 1
  }
  return to
}

const isCourtesy = (rows: readonly Courtesy[], clause: string, next = ''): boolean => {
  if (clause.length > longest || lends.test(clause)) return false
  const words = clause.replace(aside, '')
  return rows.some((r) => r.clause.test(words) && !r.unless?.test(next))
}
