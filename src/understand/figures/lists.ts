import type { Clause } from '../form/clauses.js'
import { sort, type Sort } from './context.js'
import type { Figure } from './figures.js'
import type { NumberToken } from '../tokens.js'

/** What a number that says nothing by itself counts beside the figure before it: `like` it, or what the row says. */
interface Beside {
  readonly number: 'piece' | 'bare'
  /** The figure before counts this, and stands in the same clause where `near`. */
  readonly last?: readonly Figure['counts'][]
  readonly near?: true
  /** In the clause, somewhere in front of the number. */
  readonly before?: RegExp
  /** Between the two, and behind the number. */
  readonly between?: RegExp
  readonly behind?: RegExp
  /** The figure before is no exact one. */
  readonly rough?: true
  /** Smaller numbers are not meant. */
  readonly least?: number
  readonly is: 'like' | 'people'
}

/** 36个，不，37个: between a figure and the one that takes its place. */
export const retold =
  /^[,，、。… ]{0,3}((?:刚才?|后来|重新|又|现)?(?:核对|核实|查对|清点|复核)(?:了?一下|一遍|过|后|了)?[,，]?(?:应该|应|实|实际)?[是为]|不是[0-9一二三四五六七八九十百两零]{1,6}[个人名位]{0,2}[,，]?(而)?是|错了?[,，、 ](签到[表簿本册]?|名单|登记[表本簿]?|表|本子)上?(是|为|有|写的是)|(对|没错|是的|嗯|对的|对头|确认|再说一遍|重复一下|重报)[,，、。… ]+(就是|是)?|(不[,，、。… ]+|[哦噢啊呃嗯哎]不是?[,，、。… ]*|[哦噢啊呃嗯哎](?:不对[,，]?){1,2}|[哦噢][,，、。… ]+|错了|说错了|[哦噢啊呃嗯哎唉呀][,，、 ]?[数说记看写报]?错了|(?:不对[,，]?){1,2}|[啊哎哦呃]?呸呸?|记错了|数错了)[,，、。… ]{0,2}(是|应该是|该是|准确说是|准确的是)?|(不好意思|抱歉|对不起|哎呀|哎哟|糟了)?[,，、。… ]{0,2}[^0-9,，。\n漏多少]{0,4}(错|串|岔|反|花眼|重|串行)了[,，、。… ]{0,2}(是|应该是|该是|实际是|其实是)?)$/

/** What a class, a team or a village is called: behind it stands how many of it came. */
const groups =
  '(?:[\u4e00-\u9fa5]班|年级|[一二三四五六七八九十0-9]班|村|屯|寨|社区|街道|镇|乡|车间|班组|[一二三四五六七八九十0-9]组|[一二三四五六七八九十0-9]队|学校|厂|男|女|男生|女生|男同志|女同志|男的|女的|老的|小的|年轻的|大人|小孩|老人|娃娃|娃|孩子|儿童|职工|居民|村民|干部|老师|教师|家长|群众|妇女|青年|本村|外村|本地|外地|本厂|外厂|小学|中学|高中|初中|[一二三四五六七八九十]小|[一二三四五六七八九十]中|大学|学院|幼儿园|校区|医院|卫生院|养老院|敬老院|福利院|公司|工地|小区|营区|宿舍)'
/** And what a person is called, by its last character: 老师12, 干部6. */
const persons =
  /^[,，、;；和加及与 ]{0,2}(?:还有|外加|另有|带)?[\u4e00-\u9fa5]{0,3}(师|员|民|生|工|长|友|干部|家属|妇女|老人|小孩|孩子|娃娃?|学者|大人|青年|少年|儿童|户|手|兵|嫂)(?:共|有|是)?$/

const numerals = '[0-9一二三四五六七八九十百千两]{1,6}'
const besides: readonly Beside[] = [
  { number: 'piece', last: ['people'], between: retold, is: 'like' },
  { number: 'bare', last: ['people'], between: retold, least: 4, is: 'like' },
  // 大班28个中班26个; 上坪村21、下坪村17
  {
    number: 'piece',
    before: new RegExp(`${groups}有?$`),
    behind: new RegExp(`^[,，、;； ]?[^,，、;；。0-9]{0,4}${groups}有?${numerals}`),
    is: 'people',
  },
  {
    number: 'bare',
    before: new RegExp(`${groups}有?$`),
    behind: new RegExp(
      `^[,，、;； ]?[^,，、;；。0-9]{0,4}${groups}有?${numerals}([^年月日号元天场期室房间楼栋层床%.:/-]|$)`,
    ),
    is: 'people',
  },
  {
    number: 'piece',
    last: ['people'],
    between: new RegExp(`^[,，、;； ]?[^,，、;；。0-9]{0,4}${groups}有?$`),
    is: 'like',
  },
  {
    number: 'bare',
    last: ['people'],
    between: new RegExp(`^[,，、;； ]?[^,，、;；。0-9]{0,4}${groups}有?$`),
    behind: /^([,，、;；。\n ]|$|[^年月日号元天场期室房间楼栋层床%.:/-])/,
    is: 'like',
  },
  // 185个学生，8个老师
  {
    number: 'piece',
    last: ['people'],
    between: /^(学生|孩子|娃娃?|同学|小朋友|幼儿)[,，、和加跟]?$/,
    behind:
      /^(带队)?(老师|教师|家长|教职工|班主任|大人)([,，。;；、\n ]|$|(?:都|也|一起|一道|一块|来){0,2}(?:听|参加|到场|学))/,
    is: 'like',
  },
  // 二十七个，噢，加上后来的老贺二十八个: with one more
  {
    number: 'piece',
    last: ['people'],
    between: /^[,，、 ]*[噢哦啊]?[,，、 ]*(再)?(加上|算上|连)[^,，。;0-9]{1,8}$/,
    is: 'like',
  },
  // 上午34个，下午29个: of each half of the day
  {
    number: 'piece',
    before: /(上午|下午|晚上|早上)(有|是|来了?)?$/,
    behind: /^[,，、;； ]?(下午|晚上|上午|中午)(有|是|来了?)?[0-9一二三四五六七八九十百两]{1,5}[个人名位]/,
    is: 'people',
  },
  {
    number: 'piece',
    last: ['people'],
    between: /^[,，、;； ]?(下午|晚上|上午|中午)(有|是|来了?)?$/,
    is: 'like',
  },
  // 第一天来了32个孩子，第二天26个
  {
    number: 'piece',
    last: ['people'],
    between:
      /^[\u4e00-\u9fa5]{0,6}[,，、;； ](?:第[二三四五]|后一|另一)(?:场|次|天|节|堂|班|期|站|处|趟)(?:有|是|来了?)?$/,
    behind: /^([,，、;；。!！\n ]|$)/,
    is: 'like',
  },
  // 第一场205个第二场188个
  {
    number: 'piece',
    before: /(?:第一|头一|前一)(?:场|次|节|堂|班|期|站)(?:有|是|来了?|到了?)?$/,
    behind:
      /^[,，、;； ]?(?:第二|后一)(?:场|次|节|堂|班|期|站)(?:有|是|来了?|到了?)?[0-9一二三四五六七八九十百两]{1,5}(?:[个人名位,，、。;\n ]|$)/,
    is: 'people',
  },
  {
    number: 'piece',
    last: ['people'],
    between:
      /^[,，、;； ]?(?:第[二三四五]|后一|末一|最后一|末了一)(?:场|次|节|堂|班|期|站)(?:有|是|来了?|到了?)?$/,
    is: 'like',
  },
  // 第一场80第二场95
  {
    number: 'bare',
    before: /(?:第一|头一|前一)(?:场|次|节|堂|班|期|站)(?:有|是|来了?|到了?)?$/,
    behind:
      /^[,，、;； ]?(?:第二|后一)(?:场|次|节|堂|班|期|站)(?:有|是|来了?|到了?)?[0-9一二三四五六七八九十百两]{1,5}(?:[个人名位,，、。;\n ]|$)/,
    least: 5,
    is: 'people',
  },
  {
    number: 'bare',
    last: ['people'],
    between:
      /^[,，、;； ]?(?:第[二三四五]|后一|末一|最后一|末了一)(?:场|次|节|堂|班|期|站)(?:有|是|来了?|到了?)?$/,
    behind: /^([,，、;；。\n ]|$)/,
    least: 5,
    is: 'like',
  },
  // 68男39女: each sort with its number in front
  { number: 'bare', behind: new RegExp(`^男[,，、和]?${numerals}女(?:[,，。;；、\n ]|$)`), is: 'people' },
  {
    number: 'bare',
    last: ['people'],
    between: /^男[,，、和]?$/,
    behind: /^女(?:[,，。;；、\n ]|$)/,
    is: 'like',
  },
  { number: 'bare', behind: new RegExp(`^女[,，、和]?${numerals}男(?:[,，。;；、\n ]|$)`), is: 'people' },
  {
    number: 'bare',
    last: ['people'],
    between: /^女[,，、和]?$/,
    behind: /^男(?:[,，。;；、\n ]|$)/,
    is: 'like',
  },
  // 22名学员加5个旁听的
  {
    number: 'piece',
    last: ['people'],
    near: true,
    between: /^[\u4e00-\u9fa5]{0,4}(加|加上|外加|另加|再加|另有)$/,
    is: 'like',
  },
  // 学生310，老师12; 机手18个，烘干户7个
  { number: 'piece', last: ['people'], between: persons, behind: /^([,，、;；。\n ]|$)/, is: 'like' },
  { number: 'bare', last: ['people'], between: persons, behind: /^([,，、;；。\n ]|$)/, is: 'like' },
  // 今天义诊看了37个，昨天那次51个: the one of another day
  {
    number: 'piece',
    last: ['people'],
    between:
      /^[,，。;；、 ][^,，。;；0-9]{0,6}[那这](场|次|回|期|天|趟|一场|一次|一回)(来了?|有|是|看了?|到了?|才|就)?$/,
    behind: /^([,，、;；。!！\n ]|$)/,
    is: 'like',
  },
  // 上午那场人多，110，下午那场少，60
  {
    number: 'bare',
    last: ['people'],
    between: /^[,，;；][^0-9,，。]{0,6}[那这一](场|次|回|期|堂|边|头|个)[^0-9,，。]{0,5}[,，]?$/,
    behind: /^([,，、;；。\n ]|$)/,
    least: 5,
    is: 'like',
  },
  // 人数破百，112: counted out
  {
    number: 'bare',
    last: ['people'],
    rough: true,
    between:
      /^[,，:：](准确(地?[说讲])?|确切[说讲]?|其实|实际|实数|细数|仔细数|后来数|点下来|一数|数下来)?(是|有)?$/,
    behind: /^([,，、;；。\n ]|$)/,
    least: 5,
    is: 'like',
  },
  // 示范基地28个、市级97个
  { number: 'piece', last: ['documents'], near: true, is: 'like' },
  // 32个是本村的、9个是邻村的
  { number: 'piece', last: ['people'], near: true, between: /^是/, behind: /^是/, is: 'like' },
  // 分别是50、62、71人: the unit behind the last is everyone's
  { number: 'bare', behind: new RegExp(`^([、,和及+]${numerals}){1,9}(来|多|余)?[人名位]`), is: 'people' },
  // 两场，一百四加一百二
  { number: 'bare', behind: new RegExp(`^加${numerals}([人个名位,，。;]|$)`), least: 10, is: 'people' },
  { number: 'bare', last: ['people'], between: /^加$/, least: 10, is: 'people' },
  // 人数：38+40+42
  { number: 'bare', last: ['people'], near: true, between: /^ ?[+] ?$/, least: 3, is: 'like' },
  // 两个年级一个是一百一十五一个是一百零五人
  {
    number: 'bare',
    before: /(一个|一边|一班|一处|一场|一节|一拨|一批)(是|有|来了?)?$/,
    behind: new RegExp(
      `^[,，、 ]?(另|后|还有)?一(个|边|班|处|场|节|拨|批)(是|有|来了?)?${numerals}([人个名位,，。;；、]|$)`,
    ),
    least: 3,
    is: 'people',
  },
  // 一场310一场295
  {
    number: 'bare',
    last: ['people', 'sessions'],
    between: /^(?:[,，、 ]?(另|后|还有)?一)?(个|边|班|处|场|节|拨|批)?(是|有|来了?)?$/,
    before:
      /[0-9一二三四五六七八九十百][人个名位]?[,，、 ]?(另|后|还有)?一(个|边|班|处|场|节|拨|批)(是|有|来了?)?$/,
    behind: /^([,，、;；。\n ]|$)/,
    least: 5,
    is: 'people',
  },
  // 两场，一场60，一场52
  {
    number: 'bare',
    last: ['sessions'],
    between: /^(是|有|来了?)?$/,
    before: /^(另|后|还有)?一(班|处|场|节|期|次|回|批)(是|有|来了?)?$/,
    behind: /^([,，、;；。\n ]|$)/,
    least: 5,
    is: 'people',
  },
  // 采用依次为2、3、1: as many as were told of, in their order
  { number: 'bare', last: ['adopted'], before: /(分别|依次)/, between: /^[、,和]$/, is: 'like' },
  // 看病的分别是44、39
  {
    number: 'bare',
    before: /的(人|人数|群众|听众|学生|学员|老人|村民|居民)?(分别|依次)(是|为|有|来了)?$/,
    behind: new RegExp(`^[、,和]${numerals}([、,和。;；人名位]|$)`),
    least: 3,
    is: 'people',
  },
  // 人数分别是1400、170、205: the list goes on
  { number: 'bare', last: ['people'], near: true, before: /分别|依次/, between: /^[、,和]$/, is: 'like' },
  // 第一场40人，第二场55，第三场62: each round its own people
  {
    number: 'bare',
    last: ['people'],
    between: /^[,，、; ]第?[一二三四五六七八2-9](场|次|天|节|堂|班|期|站|处)[,，]?$/,
    least: 3,
    is: 'like',
  },
  // 来了72人，不对，签到本上是69: said anew
  {
    number: 'bare',
    last: ['people'],
    between:
      /^[,，、 ](?:(不对|错了|更正|说错了|记错了|写错了|报错了)[,，。、: ]{1,2}[^,，。;0-9]{0,8}(是|为|成|按|应该是|只有)|(?:现|特)?(?:更正|改正|修正|订正|纠正)(?:一下)?[为成是:：])$/,
    behind: /^[。,，;；!\n]|^$/,
    least: 3,
    is: 'like',
  },
  // 义诊1，57；: so many times, so many people
  { number: 'bare', last: ['sessions'], between: /^[,，]$/, behind: /^([;；。\n]|$)/, is: 'people' },
]

/** What a number is a figure of by the one before it; null where no row holds. */
export function alongside(
  text: string,
  c: Clause,
  ci: number,
  t: NumberToken,
  last: Figure | undefined,
): Sort | null {
  const behind = text.slice(t.end, t.end + 30)
  const between = last ? text.slice(last.end, t.start) : null
  const row = besides.find(
    (r) =>
      (r.number === 'piece' ? t.dimension === 'piece' : t.dimension === null) &&
      (!r.last || (last !== undefined && r.last.includes(last.counts))) &&
      (!r.near || last?.clause === ci) &&
      (!r.rough || (last !== undefined && last.measure.qualifier !== 'exact')) &&
      (!r.before || r.before.test(text.slice(Math.max(c.start, t.start - 40), t.start))) &&
      t.num.value >= (r.least ?? 0) &&
      (!r.between || (between !== null && r.between.test(between))) &&
      (!r.behind || r.behind.test(behind)),
  )
  if (!row) return null
  return row.is === 'like' && last ? sort(last.counts, last.who) : sort('people')
}

/** 市里, 省级, 县报, 网站: where another piece was taken up. */
const takenThere =
  /^[,，、;和及 ]{0,2}((国家?|省|市|县|区|州|旗|乡|镇|校|院|部|厅|局|协会|中央)(里|级|上|内|报|刊|台|网|网站|媒体|电视台|日报|晚报|公众号|科协|老科协)?|网站|日报|晚报|电视台|公众号)(有|的)?$/

const medium = /(报|刊|台|网|杂志|电视|公众号|简报)$/

/** 分别采用3篇、1篇 */
const inTurn = /(分别|依次)[^。;；\n]{0,24}$/

/** 300名、260名学生: the noun behind the last is everyone's. */
export function alongLists(text: string, fs: Figure[]): Figure[] {
  for (let i = 0; i + 1 < fs.length; i++) {
    const f = fs[i]!
    const next = fs[i + 1]!
    // 区里用了4篇，市里3篇，省里1篇: taken up by each
    if (
      f.counts === 'adopted' &&
      next.counts === 'documents' &&
      (takenThere.test(text.slice(f.end, next.start)) ||
        (/^[、,和]$/.test(text.slice(f.end, next.start)) &&
          inTurn.test(text.slice(Math.max(0, f.start - 30), f.start))))
    )
      fs[i + 1] = { ...next, counts: 'adopted' }
  }
  for (let i = fs.length - 2; i >= 0; i--) {
    const f = fs[i]!
    const next = fs[i + 1]!
    // 其中省报1篇、校报2篇已采用: what is said behind the last was done with all
    if (
      f.counts === 'documents' &&
      next.counts === 'adopted' &&
      takenThere.test(text.slice(f.end, next.start)) &&
      medium.test(text.slice(f.end, next.start)) &&
      /其中[^,，。;；0-9]{0,4}(报|刊|台|网|杂志|电视|公众号|简报)$/.test(
        text.slice(Math.max(0, f.start - 8), f.start),
      )
    )
      fs[i] = { ...f, counts: 'adopted' }
    if (
      f.counts !== 'people' ||
      f.who !== null ||
      !['people', 'helpers'].includes(next.counts) ||
      next.who === null
    )
      continue
    if (
      /^[、和与及]$/.test(text.slice(f.end, next.start)) ||
      (text.slice(f.end, next.start) === ',' &&
        !/次/.test(text.slice(f.start, f.end)) &&
        next.who === 'audience')
    )
      fs[i] = { ...f, who: next.who, counts: next.counts, labelled: next.labelled }
  }
  return fs
}
