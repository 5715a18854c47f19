// Whether an answer says that nobody knows how many: 没数 · 人数记不清了 · 当时忙着，没顾上点人; pure.
import { isUnknown, plain } from '../../understand/said.js'

/** Said in front and nothing of its own: 哎呀, 不好意思. */
const sigh =
  '(?:哎呀|哎哟|哎|唉|嗨|哦|噢|嗯|呃|啊|这个|那个|这|不好意思|对不起|抱歉|说实话|实话说|老实说|讲真|真的|小科)'
/** Who does not know, how little and when. */
const adverb =
  '(?:真的?|还|也|我们?|咱们?|俺们?|都|确实|当时|那天|那会儿|当天|现场|可|倒|实在|就|才|一时|现在|完全|根本|压根儿?|一点儿?也?|今天|昨天|好像|全|早就?|已经|已|给|又|恐怕|是)'
/** What was asked: 人数, 具体多少, 来了多少人, 几场. */
const people = '(?:人|老人|学生|听众|群众|病人|乡亲|家长)'
const asked = `(?:(?:具体|到底|究竟|确切|准确|一共|总共|实际|大概|总){0,2}的?(?:有|来了?|听的?|到了?|看了?|讲了?|是){0,2}(?:人数|人头数?|人次|数字|数目|数量|${people}|(?:多少|几|好多|好些)(?:个|名|位|号|口)?${people}?(?:来|听课?|看病|在场|参加)?|场数|场次|(?:几|多少)(?:场|次|期))(?:这块|方面|上|嘛|么|呢|的话)?)`

/** The ways not to know; the comment is what needs the row. */
const ways: readonly string[] = [
  // 忘了 · 忘干净了 · 忘记数了 · 忘了问
  '忘(?:记|掉|光|干净|得一干二净|个精光)?了?(?:数|点|统计|登记|签到|记|清点|问|留意|留心|注意)?了?',
  // 记不清 · 想不起来 · 不记得 · 没记住
  '(?:记|想)不(?:太|大|很)?(?:清楚?|得|住|起来?|准|全|出来?)|不(?:太|大|怎么)?记得|(?:没|没有|未)记住',
  // 不知道 · 不大清楚 · 晓不得 · 搞不清楚 · 唔知
  '(?:不|没)(?:太|大|是?很|怎么|甚)?(?:知道|清楚|晓得|了解)|晓不得|唔知|[搞弄闹]不(?:太|大)?(?:清楚?|准)',
  // 哪知道 · 谁记得 · 天晓得
  '(?:哪|谁|天|鬼|哪个)(?:里|儿)?(?:还|能|会|又)?(?:知道|晓得|记得|数得|说得|点得)(?:清|住|过来|准)?',
  // 没数 · 没顾上数 · 没人统计 · 没做登记 · 光看病没数
  '(?:没有?|没得|未|冇|无)(?:顾得?上|来得及|空|工夫|功夫|时间|去|细|仔细|认真|专门|特意|好好|怎么|做|作|搞|人|具体|详细){0,2}(?:数|点|统计|清点|登记|签到|点名|记录?|记数|计数|留底|留意|留心|注意|在意)(?:过|清|全|下来?|住|上|到|好)?数?',
  // 没具体数字 · 心里没数 · 没底
  '(?:心里|心中|手里|手头)?(?:没有?|没得|没个|冇|无)(?:个|什么)?(?:具体|准确|确切|准|底)?的?(?:数|数字|数目|底|谱|人数|准数|准儿?|印象|概念)',
  // 没法数 · 不好说 · 难统计
  '(?:没法儿?|没法子|没办法|无法|不好|不便|难以?|很难)(?:[数算点说估]|统计|估计|清点|计算|细数)',
  // 数不清 · 说不上来 · 拿不准 · 估不出来
  '[数点估算]不(?:太|大)?(?:过来|清楚?|准|好|了|出来?|全)|[说报讲答]不(?:太|大)?(?:清楚?|准|上来?|出来?|全)|说不好|[拿吃摸]不(?:太|大)?准',
  '不详|不明|未知',
]
const way = `(?:${ways.join('|')})`

/** 时间久了记不得了 · 老了忘了. */
const age =
  '(?:(?:时间|日子)(?:太|过得?太)?[长久]了?|太久了?|年纪大了?|上了?年纪|岁数大了?|老了?|记性(?:不好|差)了?|脑子(?:不好使|不行|糊涂)了?|一?忙(?:起来|得)?)'

/** 人数我真记不清了 · 忘了来了多少人 · 具体数字没有. */
const said = new RegExp(
  `^${sigh}{0,3}${age}?${adverb}{0,3}${asked}?${adverb}{0,4}${way}(?:过|了|得|到底){0,2}${asked}?$|^${sigh}{0,3}(?:具体|准确|确切)的?(?:数|数字|人数|数目)${adverb}{0,2}(?:没有?|没得)$`,
)

/** A clause beside it that tells no figure: 人太多了, 院子里站得满满的. */
const besides = (clause: string): boolean =>
  clause.length <= 12 && !/[\d二三四五六七八九十百千两几]|(?<!这)一(?![时直])|[?？吗]/.test(clause)

/** In one breath with the reason: 当时乱哄哄的没数 · 光顾着看病没统计. What else may not be counted is no answer. */
const breath = new RegExp(
  '^(?<why>[^\\d一二三四五六七八九十百千两几，]{1,10}?)(?:没(?:有|人|法|顾得?上|来得及|办法|空|工夫)?|未|[数点]不)(?:去|细|仔细)?(?:数|点|统计|清点|清|过来)(?:过|清)?(?:人数?|人头|数)?$',
)
const other =
  /[药钱票礼书]|资料|册|单子|问卷|设备|谁|哪|怎么|为什么|下次|以后|[你您他她]|老师|别|不要|要是|如果|下回/
/** 人来人往的我哪记得清 · 乱哄哄的谁知道多少人: how it went there, and nothing else in front. */
const crowd =
  '(?:[人你我][来进]人?[往出]|来来[往去回]{1,2}|[来往进出]{2}[往出去]{1,2}|人(?:太|那么|这么|又)?[多挤杂]|人山人海|[乱忙吵挤闹满][^\\d，]{0,3}[的得地]|热闹|(?:一[拨波批]){1,2}|[走跑]马灯|流水席?|络绎不绝|里里外外|陆陆续续|稀里哗啦|手忙脚乱|[黑乌]压压|乌泱泱|一窝蜂|光顾着|只顾着)'
const inCrowd = new RegExp(
  `^(?<why>[^\\d一二三四五六七八九十百千两几，]{0,6}?${crowd}[^\\d一二三四五六七八九十百千两几，]{0,5}?)${adverb}{0,2}${asked}?${adverb}{0,3}${way}(?:过|了|得|到底){0,2}${asked}?$`,
)
function inOneBreath(clause: string): boolean {
  const why = breath.exec(clause)?.groups?.why ?? inCrowd.exec(clause)?.groups?.why
  return why !== undefined && !other.test(why)
}

const isSo = (clause: string): boolean => {
  const words = plain(clause)
  return isUnknown(clause) || said.test(words) || inOneBreath(words)
}

/** With or without a reason: 没数 · 人太多了，没数. */
export function unknownSaid(text: string): boolean {
  if (text.length > longest || /[?？]/.test(text)) return false
  if (isSo(text)) return true
  const clauses = text.split(/[\s，,。；;！!、]+/).filter(Boolean)
  return clauses.some(isSo) && clauses.every((c) => isSo(c) || besides(c))
}
const longest = 60
