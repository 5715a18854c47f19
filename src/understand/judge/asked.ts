import { pattern } from '../text/pattern.js'
import type { Clause } from '../form/clauses.js'
import { once } from '../text/once.js'
import { firstBehind } from '../text/ordered.js'
import type { Scan } from '../scan.js'
import { has, type Token } from '../tokens.js'
import { ofOneself } from './oneself.js'
import { type Told } from './told.js'

/**
 * A sign or a word of asking. In a telling of ours with its day and figures 怎么, 多少 belong to what was taught
 * (讲怎么防火, 讲清多少合适), and in a label (来了多少人：36) to the form.
 */
export function questioned(t: Told): boolean {
  // 大家问下次什么时候再去？: what they asked
  if (
    t.clauses.some(
      (c) =>
        c.after === 'ask' &&
        !(t.figures > 0 && /[家们众员生]都?问/.test(t.s.text.slice(c.start, c.end))) &&
        !sideQuestion(t, c),
    )
  )
    return true
  if (t.figures === 0 && asksAtEnd(t.s)) return true
  const counts = asksIfCounted(t.s) && t.figures > 0 && t.past && !asKnown(t.s.text)
  if (t.clauses.some((c) => eitherOr(t.s.text, c.start, c.end))) return true
  const told = t.b.report.branch !== null && t.past && t.figures > 0
  return t.near.some(
    (x) =>
      has(x, 'ask') &&
      !x.aside &&
      !(t.figures > 0 && cameToAsk(t.s.text.slice(x.start, x.end + 1))) &&
      !nobodyKnows(t.s.text.slice(x.end, x.end + 12)) &&
      !/[家们众员生]都?$/.test(t.s.text.slice(Math.max(0, x.start - 2), x.start)) &&
      // 谁想问都来, 谁路过谁量
      !(
        t.figures > 0 && /谁[^,，?]{0,8}(都|谁|就)/.test(t.s.text.slice(Math.max(0, x.start - 8), x.end + 8))
      ) &&
      !t.clauses.some((c) => x.start >= c.start && x.start < c.end && sideQuestion(t, c)) &&
      !(counts && /^(?:能不能|要不要|是不是|该不该|用不用)$/.test(t.s.text.slice(x.start, x.end))) &&
      !(told && !inquiries.has(t.s.text.slice(x.start, x.end)) && !howMany(t.s, x)) &&
      !labelled(t.s, x) &&
      !taught(t, x),
  )
}

/** 今天在二小讲垃圾去哪儿了，78人: the lecture asks it, and how many came is told behind it. */
const taught = (t: Told, x: Token): boolean =>
  t.figures > 0 &&
  t.past &&
  t.clauses.some(
    (c) =>
      x.start >= c.start &&
      x.end <= c.end &&
      c.after === 'comma' &&
      aTalk.test(t.s.text.slice(c.start, x.start)) &&
      !howFar.test(t.s.text.slice(c.start, c.end)) &&
      howManyCame.test(t.s.text.slice(c.end, c.end + 24)),
  )
const aTalk =
  /[在到去给为向][^,，。谁哪几]{1,14}(?:主?讲|宣讲|讲解|上课讲)了?(?:一[场堂课次])?[^,，。谁]{0,12}$/
const howManyCame =
  /^[,，](?:[\u4e00-\u9fff]{0,4}|来了|听的有)\d{1,5}[多余来]?(?:[个名位]?[^,，。;!0-9 ]{0,3}?(?:来听|听讲|到场))?[个名位]?人?次?(?:来听|听讲|到场|[,，。;! ]|$)/
/** 讲几点了, 讲多少遍了: the talk itself is asked about, or scolded. */
const howFar = /[你您]们|几点|多少遍|几遍|到哪[儿里]?了/

/** 请教的农民六十多: what they came for. */
const cameToAsk = (words: string): boolean => words === '请教的'

/** 来多少人没留意: not known, and not asked. */
const nobodyKnows = (behind: string): boolean =>
  /^(?:[个号位]?人?(?:来听|听课?|来|在场|到场)?)?[,，]?(?:我|也|可|倒|都|真|还|是|就|确实|实在){0,3}(?:没(?:有)?(?:去|顾上|细|仔细|认真)?(?:数|点|留意|注意|统计|记|问|看清)|忘了?(?:数|点|记|问)|[数记说]不(?:清|准|上来|好|过来)|不(?:清楚|知道|晓得|记得))/.test(
    behind,
  )

/** 义诊31人，要不要报照片？: asked about what goes with a report that was told before it. */
function sideQuestion(t: Told, c: Clause): boolean {
  // 来了43个，这个算不算一场？: told with its figures, and asked about (confidence.ts)
  if (t.figures > 0 && t.past && ifCounted(t.s.text, c.start, c.end) && !asKnown(t.s.text)) return true
  // 三十多？我点了，38个
  if (
    t.figures > 0 &&
    t.past &&
    roughly(t.s.text, c.start, c.end) &&
    /^.?[我俺](?:自己|后来)?[点数](?:了|过)/.test(t.s.text.slice(c.end, c.end + 8))
  )
    return true
  // 前天的讲座我没报是吧？补上：…54人: asked, and told all the same
  if (
    t.figures > 0 &&
    t.past &&
    t.b.draft.figures.every((f) => f.start > c.end) &&
    /^.?(补上|补报|补一|那就|现在|报一?[下:]|记一?下|报上)/.test(t.s.text.slice(c.end, c.end + 5))
  )
    return true
  // 昨天来了多少人？我数的是47，就报47: asked oneself, and told
  if (
    t.figures > 0 &&
    t.past &&
    t.b.draft.figures.every((f) => f.start > c.end) &&
    countedAt.test(t.s.text.slice(c.end, c.end + 14)) &&
    !satThere.test(t.s.text.slice(t.b.area.start, c.end)) &&
    Number(putAtLast.exec(t.s.text.slice(c.end, c.end + 50))?.[1]) === t.b.report.attendance?.value
  )
    return true
  // 26个人，算文体吧？算的话请登一下
  if (
    t.figures > 0 &&
    t.past &&
    t.b.report.branch !== null &&
    /算[^,，。;]{1,10}吧$/.test(t.s.text.slice(c.start, c.end)) &&
    /请?(登|记|报)一?下|请登|请记/.test(t.s.text.slice(c.end, c.end + 12))
  )
    return true
  // …95个，算一场讲座吧？请记上
  if (
    t.figures > 0 &&
    t.over &&
    t.b.report.branch !== null &&
    t.s.text[c.end - 1] === '吧' &&
    /请?(记上|登记上|记一下|记录下|入账)/.test(t.s.text.slice(c.end, c.end + 12))
  )
    return true
  if (
    !t.past ||
    (t.figures === 0 && !(t.done && (t.ours || ofOneself(t.s, t.b)))) ||
    t.core.some((x) => x.start >= c.start && x.start < c.end && x.type === 'number')
  )
    return false
  const words = t.s.text.slice(c.start, c.end)
  // …来了30人，登记上了吗？: told with its people and 了, and asked whether it arrived
  if (
    t.b.report.attendance !== undefined &&
    t.done &&
    t.b.draft.figures.every((f) => f.end <= c.start) &&
    c.start > t.b.kind.end &&
    !recalledIn.test(t.s.text.slice(t.s.clauses[t.b.kind.clause]!.start, t.b.kind.end)) &&
    arrived.test(words)
  )
    return true
  return (
    c.start > t.b.kind.end &&
    t.b.draft.figures.every((f) => f.start < c.start || f.start >= c.end) &&
    !/多少|几[场次人份]/.test(words) &&
    (goesWithIt.test(words) ||
      ((t.ours || ofOneself(t.s, t.b)) && asksOthers.test(words) && !ofTheTelling.test(words)))
  )
}
/** 登记上了吗, 收到没有, 这样报行吗, 下次什么时候开会: of the report that was just told. */
const arrived =
  /^(?:小科|老师|你|您|现在|能)?(?:(?:登记|记|录|报)[上进]?了?(?:没有?|[吗么])|(?:收到|看到)了?(?:没有?|[吗么])|这[样么](?:报|写|填)(?:对|行|可以|成)?(?:不对|不行|[吗么])?|下[次回个](?:月|周)?[^,，。;0-9]{0,3}(?:什么时候|啥时候|几号|哪天|何时)[^,，。;0-9]{0,6})$/
/** 昨天的讲座, 那场讲座: known, and not told. */
const recalledIn = /的[\u4e00-\u9fa5]{0,6}$|那[场次堂]/

/** 这个算不算一场, 你看要不要记: whether what was told is put down. */
const ifCounted = pattern(
  /(?:算不算|[能可][以不]{0,2}能?算|算得上|(?:要不要|用不用|该不该|能不能|可不可以)[给帮]?[我俺]?(?:记|报|登|算)|([记报登])不\1|算[一1]?[个场次]?[^,，。;0-9]{0,4}[吗么不])[^,，。;?0-9]{0,10}$/,
)
export const asksIfCounted = once(
  (s: Scan): boolean =>
    s.clauses.some((c) => ifCounted(s.text, c.start, c.end)) || /算不算一?[场个次回][:：]/.test(s.text),
)
/** 昨天那场60人的讲座要不要记: of one that is known. */
const asKnown = pattern(/那[场次堂节回](?![^,，。;]{0,12}[,，])/)
const roughly = pattern(
  /^(?:大概|大约|约|得有|怕有|有|也就){0,2}(?:[0-9]{1,4}|[一二两三四五六七八九十百几]{1,6})(?:多|来|余|几)?[个人名位]{0,2}$/,
)
const countedAt =
  /^.?(?:[我俺](?:自己)?(?:数|记|点|算)[的了得]?|(?:签到|登记|名单|簿子|本子)[^,，。;?0-9]{0,5})(?:是|有|来)?[^,，。;?0-9]{0,2}[0-9]/
const satThere = /去听|听了|[我俺咱]们?听|参加/
const putAtLast = /[就便还]?(?:按|以|报|算|记)([0-9]{1,4})[个人名位]{0,2}(?:报|算|记|为准|吧|[,，。;!]|$)/
const goesWithIt =
  /方便|回访|有空|顺路|照片|图片|相片|签到|发票|车费|材料|简报|盖章|通讯稿|新闻稿|视频|合影|课件/
/** 谁跟进下, 哪位医生联系一下, 哪里能领: somebody is looked for, or a way. */
const asksOthers =
  /谁|哪位|哪个(?:老师|医生|大夫)|有人|有没有人|哪[里儿]|怎么[办治弄处用]|咋[办治弄]|能不能|可不可以|该[找怎挂]|[下明后][次回周午天].{0,3}[谁几哪]|几[号点]/
/** 谁讲的, 哪天, 是不是: the telling itself is asked about. */
const ofTheTelling =
  /谁[^,，。;]{0,4}[讲办去数报做组带开搞看教](?:的|了)|是谁|谁的|有谁|是不是|对不对|属实|真的|算[谁哪]|哪(?:个|家)?(?:分会|单位|会|县|区|天|次|场)|[报记登]了?没|统计|核实|核对|听说|知道|晓得|[讲看教]得/

/** @小科 某会培训……不对，义诊一共几次？: the message ends by asking. */
const asksAtEnd = once(
  (s: Scan): boolean =>
    s.clauses.at(-1)?.after === 'ask' ||
    /((?<!我[^,，。谁哪几多什怎]{2,20}了[^,，。谁哪几多什怎]{1,16})来着|几次|多少人|多少场|几场|吗|么)[?!。]*$/.test(
      s.text.slice(-48),
    ) ||
    /^@?[^,，。]{0,6}(有人|谁|哪位)(老师)?知道/.test(s.text.slice(0, 16)),
)

/** 算80人还是算82人: one of two figures is asked for. */
const eitherOr = pattern(
  /[0-9一二三四五六七八九十百][^,，。0-9]{0,3}还是(算|按|记)?[^,，。0-9]{0,2}[0-9一二三四五六七八九十百]/,
)

const inquiries: ReadonlySet<string> = new Set(
  '请问 问一下 问下 想问 请教 是不是 能不能 可不可以 行不行 好不好 要不要 有没有 了没有 没有呢 哪位 是否'.split(
    ' ',
  ),
)

/** 讲了多少场, 几场: a figure is asked for; 讲清多少合适 is what was taught. */
const howMany = (s: Scan, x: Token): boolean =>
  /^(多少|几)/.test(s.text.slice(x.start, x.end)) &&
  /^[场人篇次条份期家]/.test(s.text.slice(x.end, x.end + 1))

/** 人数多少：36; 讲题：痛风能不能喝汤: of the label, or what the lecture asked itself. */
const labelled = (s: Scan, x: Token): boolean => {
  const f = s.fields[firstBehind(s.fields, x.start)]
  return (
    (f !== undefined && x.start >= f.label && x.end <= f.start) ||
    s.fields.some((a) => a.name === 'topic' && x.start >= a.start && x.end <= a.end)
  )
}

/** A particle of asking at the end of a clause: 登记上了没有, 统计出来没有. */
export function asks(t: Told): boolean {
  return t.clauses.some((c) => {
    const last = t.s.tokens[c.to - 1]
    return last !== undefined && has(last, 'asking') && last.end === c.end && c.after !== 'comma'
  })
}

/** 请各位提前到场: what is asked of those who come is about a day ahead. */
export const preparingFor = (t: Told): boolean =>
  t.clauses.some((c) => t.s.text[c.start] === '请' && preparing.test(t.s.text.slice(c.start, c.start + 24)))

/** 请王老师把课件准备好, 请大家提前到场. */
const preparing =
  /准备好|注意|准备课|准备一|准备$|备好|带好|带上|提前|按时|安排好|安排一|转告|抓紧|务必|到场|互相/

/** 请讲师团安排一位老师…, 请各县把签到表补交: a unit is asked, not told of. */
/** 请大家核对: what was told is to be looked over. */
const lookedOver =
  /^请(?:大家|各位|领导|会长|秘书长|秘书处|老师|您|你们?)?(?:帮忙?)?(?:核对|核实|审核|审阅|过目|查收|看看|指正|登记|记录|记下|统计)一?下?[^,，。;0-9]{0,3}$/
export function requests(s: Scan, c: Clause): boolean {
  const head = s.tokens[c.from]
  if (lookedOver.test(s.text.slice(c.start, c.end))) return false
  if (s.text[c.start] === '请' && preparing.test(s.text.slice(c.start, Math.min(c.end, c.start + 24))))
    return true
  return (
    s.text[c.start] === '请' &&
    head !== undefined &&
    head.start <= c.start + 1 &&
    (head.type === 'unit' || has(head, 'must'))
  )
}
