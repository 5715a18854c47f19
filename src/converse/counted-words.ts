// A better figure brought later, and how one knows it: 点了名册，整二十六个 · 护士数过了，26人 · 准数出来了：26; pure.
import { counted } from './answers/spoken-figure.js'

export interface CountedLater {
  readonly said: string
  /** What was counted by is said: enough to replace a figure that was told as exact. */
  readonly sure: boolean
  /** Only heard in private: nothing in it says that people were counted. */
  readonly soft?: true
}

const figure = '(?:\\d{1,6}|[一二两三四五六七八九十百千零〇]{1,9})[多余来几]?'
const people =
  '(?:人次|个?人|号人|个|名|位)(?:学员|听众|老人|学生|群众|村民|居民|患者|孩子|娃娃|娃|同志|来听课的|听课的)?'
const total = '(?:人|人数)?(?:整整?|正好|刚好|一共|总共|拢共|共|实到|实际|到场|来了|到了|是|有|就|确实){0,3}'
const end = '(?:整|人头|左右)?(?:[呢吧啊了哈]|没错|一个不少|不多不少){0,2}[。！!～~]{0,2}$'
const noun = '签到|名册|名单|登记|人头|票根|照片|点名|点人|数人'
/** Those who were there are counted, not papers or days. */
const heads = /人|名|位|学员|听众|听课/
const cameThere = /来了|到了|到场|实到|实际到|听课|来听|听讲|人数/
/** A list of those who came, so that even 个 counts them. */
const ofPeople = /签[到名]|点.{0,2}名|名[单册]|登记|考勤|清点|人头|[数点]清?人/
/** 旅游的名单, 体检登记表, 照片都传了: no list of the lecture. */
const otherList =
  /(?:名单|名册|登记[本表簿册]?|照片|合影|票根)[^，,]{0,3}(?:[报交传]|发(?!来|过来|给我))|(?<![查翻看点核对数照按据了把过上签校村口里社]|听课的?|学员|听讲|到场|[当那]天的?|讲座|培训|来的?|花)(?<=[\u4e00-\u9fff])(?:花?名[单册]|登记)|(?:照片|合影|票根)(?!上)(?<![数点][^，,]{0,4})|[拿买印放收带备领]好|旅游|游玩|春游|秋游|体检|慰问|补助|合唱|选举|投票|聚餐|接种|疫苗|运动会|会费/
/** 点了名册，整二十六个 · 数了数，一共58人: how one knows, the figure, and nothing else. */
const brought = new RegExp(
  `^(?:对了[，,]?)?(?<how>${counted})[，,：:\\s]{0,2}${total}(?<said>${figure}(?<people>${people})?)${end}`,
)

/** What parts how one knows from the figure: a pause or a verb; 问了三个人 has neither. */
const verb =
  '(?:整整?|正好|刚好|一共|总共|拢共|共计?|实到|实际|到场|来了|到了|应该是|应是|就是|那是|是|有|确实){1,3}'
const behind = new RegExp(
  `^(?<how>[^\\d？?]{2,24}?)(?:[，,。；;：:！!\\s]{1,2}(?:人|人数|听课的|来听的)?(?:${verb})?|${verb}|(?<=人数|数字?|数目))(?<said>${figure}(?<people>${people})?)(?:签名|签字|名字)?${end}`,
)
/** What stands between how one knows and the figure: 签到表拍给我了. */
const passed =
  '[，,\\s]?(?:[上里面头出来着写记数拿到发拍给我看有了的过下好清完齐定核对翻查理整统计报算传交那边刚才也都一遍是]|准确){0,10}$'
/** Heads were counted, or a list of them kept. */
const headsCounted = new RegExp(
  `(?:点(?:过|了|完|好|清)?了?名|签[到名][本表簿册单]?|名单|名册|花名册|登记[本表簿册]?|考勤[本表簿册]?|清点|人头|[数点]清?人|照片|合影|票根|(?:数|人数)(?:出来|有|定|确定|清楚|核准)了|(?:准|确切|实|正确|准确)(?:的|实)?(?:人数|数字?|数目)|实到(?:人数)?|实际(?:到|来|人数|听))${passed}`,
)
const who =
  '[村镇校院馆站厂]?(?:护士长?|医生|老师|班主任|校长|院长|馆长|站长|主任|书记|支书|会计|村长|组长|队长|领队|志愿者|社工|门卫|保安|工作人员|学校|学院|村里|社区|院里|馆里|站里|厂里|单位|街道|主办方|那边|人家|[小老]?[\\u4e00-\\u9fff]老师)'
/** Who was there knows it. */
const known = new RegExp(
  `(?:[数点](?:了|过|清|完|好|出来)|(?:[问核对查](?:了|过|到|清|实|准|明)|确[认定])[了过]?${who}?|准确(?:地|来)?说|确切(?:地|来)?说|更?准的|实际(?:上|是)?|${who}(?:那边|那里|后来|刚才|刚刚|才|刚|也|都)?(?:说|讲|告诉我?|回话|来电话?说?|回电话?说?|报来|发来|给))${passed}`,
)
/** Counted of something else, not to be, or nobody knows. */
const elsewhere =
  /[没不未别谁哪吗]|什么|多少|几[个位人时点]|如果|要是|可能|大概|大约|估[计摸]|好像|差不多|明天|下[周月]|任务|指标|报名|应到|应来|原定|计划|通知|还[要差缺剩]|其中|女|男|党员|专家|资料|册子|手册|体温|血[压糖]|年龄|岁|价|钱|块|天气|菜|饭|餐|车|房|床|鸡|鱼|猪|羊|鸭|蛋|树|苗|药|票[^根]|题|页|作业|群里|上[次回周月]|去年|那年|以前|早[就先]|昨[天晚]?(?:吃|买)/

/** The figure of a count made later. Null where anything else is said. */
export function countedLater(typed: string): CountedLater | null {
  const text = typed.trim()
  if (text.length > longest) return null
  const m = brought.exec(text)?.groups
  if (m && /[数点]|本|册|单|表|簿|签到|登记|票根|照片/.test(m['how']!)) {
    const listed = new RegExp(noun).test(m['how']!) || headsCounted.test(m['how']!)
    if (m['people'] === undefined && !listed) return null
    if (otherList.test(m['how']!)) return null
    return { said: m['said']!, ...weight(text, m['how']!, m['people'], listed) }
  }
  const told = behind.exec(text)?.groups
  if (!told || elsewhere.test(told['how']!.replace(notOld, ''))) return null
  const { how, said, people: counts } = told as Readonly<Record<string, string>>
  if (otherList.test(how!)) return null
  const listed = headsCounted.test(how!)
  return listed || known.test(how!) ? { said: said!, ...weight(text, how!, counts, listed) } : null
}

/** How far a count goes: of a list and of people it replaces any figure, of neither it is heard in private. */
function weight(text: string, how: string, counts = '', listed: boolean): Omit<CountedLater, 'said'> {
  const people = heads.test(counts) || cameThere.test(text)
  if (listed) return { sure: people || (counts !== '' && ofPeople.test(how)) }
  return people ? { sure: false } : { sure: false, soft: true }
}
const longest = 40
/** 不是二十三四，… · 不止，… · 没有那么多，…: only what was told before is taken back. */
const notOld =
  /^(?:[那这]?(?:不是[^，,。]{1,8}|不止(?:这么多|那么多|这些|那些)?|(?:没有?|不到|不够|哪有)(?:这么多|那么多|这些|那些))[的呢吧啊哦]?[，,。；;！!\s]{1,2})/
