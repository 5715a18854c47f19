import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'
import { once } from '../text/once.js'

/** Times of day and small words that may stand before the place one went to. */
const before =
  /^(?:我|俺|咱|(?:那|当|这)天|一早|今早|早上|上午|下午|中午|晌午|晚上|傍晚|刚刚|刚才|刚|才|义务|免费|顺便|特意|抽空|应邀|应约|和老伴|一起|一块儿?|结伴|还是|照样|照旧|硬是|又|也|就|还|专门|冒着?雨|顶着烈日|被|啊|呀|哈|嘛|,|，|\s)+/
/** 各位老师，: to whom it is told. */
const greeting =
  /^(?:尊敬的|各位|亲爱的)?(?:老师|领导|同志|群友|朋友|老姐妹|老兄弟|老伙计|大家|秘书长|秘书处)?们?(?:好|早上好|上午好|下午好|晚上好)?[,，:：!！]/
/** Going there, or doing it for somebody. */
const went =
  /^(?:走街串巷|挨家挨户|挨户|逐户|沿街|去|到|在|给|为|赴|上|下到|进|走进|来到|前往|跑|帮|替|陪|带|领|跟|和|同|与|教|把|对)/

/** Deeds of those who were there, not of those who held it. */
const passive = /^(学|听|看了?(?=电)|参加|跟着)/

/** 刚从某村回来: back from it. */
const back = /^(我们?|咱们?|俺们?)?(刚|刚刚|刚才|才)?(从|打)[^,，。]{2,10}(回来|回家|出来)/
/** Clauses between the beginning of a sentence and the deed. */
const farthest = 4

/** Somebody who may have done it. */
const somebody =
  /老师|医生|专家|教授|(?<![老主])人家(?![属长庭])|他们|她们|他|她|孙|(?<!孤|幼|婴|少|患)儿(?!园|童|科)|(?<!妇)女(?!工|职|性|同志|子|生|童|教|干部|民警)/
/** 给老师们, 教他们, 给幼儿园老师: for whom it was done; nobody of the family, nor one alone who listens to a trouble. */
const forThem =
  /(?:给|为|向|对|帮|教|替|带|陪)(?:[^,，。;我俺咱]{0,10}?)(?:(?:老师|医生|专家|教授)们|(?:[校园院所站镇乡村县区市]|幼师|全体|新)的?(?:老师|医生)|(?<=(?:去|到|在|来|进)[^。;]{1,20})[他她]们)(?!的)/

const words = (text: string): string => text.replace(forThem, '给')

/** Weather, one's health, the way there, an invitation: a clause in front of the deed that names nobody else as its doer. */
const circumstance =
  /^(?:[今昨前]天|[上下]午|早上|一早|外头?面?|虽然?|尽管|又|还|我|[\s]){0,3}(?:(?:下|飘|刮)着?[^,，。;]{0,4}[雨雪雾风]|[雨雪][下很太真大小停一没不][^,，。;]{0,6}|天[气儿很真太冷热黑不没][^,，。;]{0,6}|(?:腿|腰|头|牙|膝盖)[^,，。;]{0,2}[疼痛酸]|感冒|身体[^,，。;]{1,6}|起了?个?大早|忙了?[^,，。;]{1,4}[天午]|[应受接][^,，。;]{1,12}(?:邀请?|请|之邀|委托|安排|通知)|[坐骑乘][^,，。;]{1,10}[车船]|走了[^,，。;]{1,8}路|冒着?[^,，。;]{1,6}|顶着?[^,，。;]{1,6}|趁[^,，。;]{1,10}|抽空|没事|有空|得闲|(?:我们?|咱们?|俺们?)?刚?才?从[^,，。;]{2,10}回来|到家|回来)[了的]?$/

/** 三小请我去, 我被村里请去: one went there to do it. */
const invited =
  /(?:[请邀叫派接]|邀请|安排)了?(?:[我俺咱]们?)?(?:昨天|今天|前天|上午|下午){0,2}(?:过)?(?:去|到|来|给)[^,，。;听看吃喝参玩]{0,12}$/
const byThem = /[请邀叫派接]了?[我俺咱]|被[^,，。;]{1,8}[请邀叫派]/

/**
 * A telling of one's own deed: without a subject, as one speaks in a group (「上周四去福利院做了健康咨询」「上午给松坪村讲茶园
 * 越冬」), or in the first person in the clause of the deed. Between the time and the place nobody else is named.
 */
export const ofOneself = (s: Scan, b: Built): boolean =>
  b.kind.kind !== 'culture' && (withoutSubject(s, b) || inFirstPerson(s, b) || minePart(s, b))

/** …，我负责发, …，我带的队: what was one's part in it, in a clause behind the deed. */
const minePart = (s: Scan, b: Built): boolean =>
  /[,，。;][我俺](?:负责[^,，。;]|主讲|带的?队|牵头|[讲教看办组织]{1,2}的)/.test(
    s.text.slice(b.kind.end, b.kind.end + 60),
  )

function withoutSubject(s: Scan, b: Built): boolean {
  let c = b.kind.clause
  const { sentence } = s.clauses[c]!
  // 腰酸背疼但高兴，昨天带大伙扫了街: how one feels may stand in front of the day
  while (
    c > 0 &&
    b.kind.clause - c < farthest &&
    s.clauses[c - 1]!.sentence === sentence &&
    !opensWithDay(s, c)
  )
    c--
  const { start } = s.clauses[c]!
  const led = start !== 0 && opensWithDay(s, c)
  if (led && somebodyElse.test(s.text.slice(Math.max(0, start - 40), start))) return false
  if (!led && start !== 0 && !/[。！!；;\n:：]/.test(s.text[start - 1] ?? '')) return false
  const { kind } = b
  const told = stripped(s, afterCircumstances(s, c, kind.clause), kind.start)
  // 昨天修了12台收音机, 上午到大棚里瞧了瞧: the deed itself stands where the doer would
  const named = s.text.slice(kind.start, kind.end)
  const bare =
    (told === '' && kind.weight === 'deed' && !passive.test(named)) ||
    (ownMeeting.test(told + s.text.slice(kind.start, kind.end + 8)) && !ofAnother(s))
  return (
    (bare ||
      went.test(told) ||
      inviting.test(told) ||
      back.test(s.text.slice(start, start + 16)) ||
      isPlace(b, told)) &&
    (inviting.test(told) || !somebody.test(words(told)))
  )
}
/** 11月12日下午开了会员大会: what only an association holds. */
const ownMeeting =
  /^(召?开了|举行了|举办了)(第[0-9一二三四五六七八九十]{1,3}[届次]|[0-9一二三四五六七八九十]{1,3}[届次]|年度|本会|全体|全会|新一届|一?[个次]|[0-9]{1,2}届[0-9]{1,2}次|的)?(会员(代表)?大会|理事会|会长(办公)?会|换届大?会)/
const association =
  /协会|商会|学会|联合会|合作社|公司|同乡会|校友会|同学会|战友会|业主|业委会|家长|股东|基金会/
/** An association that is none of ours holds the meetings that we hold. */
function ofAnother(s: Scan): boolean {
  let words = s.text.slice(0, 300).replace(/老科协|老科技工作者协会/g, '')
  for (const { token } of s.units) words = words.replace(s.text.slice(token.start, token.end), '')
  return association.test(words)
}
/** 昨天请张医生来社区讲了高血压: who invites holds it. */
const inviting =
  /^(?:请|邀请|请来|请到|邀)了?[^,，。;我俺咱他她孙儿女]{2,10}(?:来|到|去|在|给|为)[^,，。;我俺咱]{0,14}$/

/** The offset behind clauses of circumstances at the head of a telling. */
function afterCircumstances(s: Scan, first: number, kind: number): number {
  let c = first
  const of = (i: number): string => s.text.slice(s.clauses[i]!.start, s.clauses[i]!.end)
  while (c < kind && circumstance.test(of(c))) c++
  return s.clauses[c]!.start
}

/** What stands from an offset to another, without days, greetings, times of day and who is I. */
function stripped(s: Scan, from: number, to: number): string {
  let out = ''
  let at = from
  for (const { token } of s.dates) {
    if (token.start < at || token.start >= to) continue
    out += s.text.slice(at, token.start)
    at = token.end
  }
  return (out + s.text.slice(at, to)).replace(greeting, '').replace(before, '')
}

/** 10.15 三小，讲了防溺水: nothing but the place, and a pause behind it. */
const isPlace = ({ report: { venue } }: Built, told: string): boolean =>
  venue !== null && /^[^,，\s]{2,12}[,，\s]+$/.test(told) && told.replace(/[,，\s]+$/, '') === venue

/** 昨天腿疼，我还是去云台村讲了…, 三小的校长请我去讲了…: I, in the clause of the deed. */
export function inFirstPerson(s: Scan, b: Built): boolean {
  const c = s.clauses[b.kind.clause]!
  const said = s.text.slice(c.start, b.kind.start)
  if (reportedIn.test(s.text.slice(Math.max(0, c.start - 12), c.start))) return false
  if (byThem.test(said)) return invited.test(said) && !kin.test(said)
  const told = stripped(s, c.start, b.kind.start)
  if (told === '' && /^[我俺咱]/.test(said) && backFromIt.test(s.text.slice(b.kind.start, b.kind.start + 8)))
    return true
  return iAm.test(said) && went.test(told) && !somebody.test(words(told))
}
/** 我讲完回来啦 */
const backFromIt = /^[讲教演唱]完课?就?(?:回来|到家|回家|收工)/
/** As subject: not 跟我一起去, 教我. */
const iAm =
  /(?:^|[^,，。;给跟和同与对向让带陪把被为教请叫帮替问])[我俺](?!们|[家妈爸娘爹])|^[我俺](?!们|[家妈爸娘爹])/
const kin = /[儿女孙]|老伴|媳妇|亲家|邻居|朋友|同学/
const reportedIn = /[说讲问道听想][,，:：“"]{0,2}$/

const dayStarts = once((s: Scan): ReadonlySet<number> => new Set(s.dates.map((d) => d.token.start)))
const opensWithDay = (s: Scan, c: number): boolean => {
  const { start } = s.clauses[c]!
  return dayStarts(s).has(start)
}
/** What stands in front of the day names somebody who could have done it, or something seen or heard. */
const somebodyElse = /[听看说问]|通知|老师|医生|专家|教授|人家|[他她您你]|孙|儿|女|[局院校馆队站所会办厂村]/

/** 刚从敬老院回来，…, 刚在三小讲完…: told at once, of today. */
export const justNow = once((s: Scan): boolean =>
  /^(?:[^,，。;!！0-9]{2,10}[,，!！])?(?:我们?|俺们?|咱们?|[今天上下午早,，]){0,6}(?:[讲教]完课?就?(?:回来|到家|回家|收工)|(?:刚|刚刚|刚才|才)(?:从[^,，。;]{2,12}(?:回来|出来|回家|到家)|(?:去|到|在|给)[^,，。;]{1,16}(?:完|了|回来)|[讲教办开]完))/.test(
    s.text,
  ),
)

/**
 * 我去三小给孩子们讲了防溺水: in the first person, where, and what about or for whom, but no day; done once and not of old (讲过).
 * It is asked about (confidence.ts).
 */
export function withoutDay(s: Scan, b: Built): boolean {
  const c = s.clauses[b.kind.clause]!
  const said = s.text.slice(c.start, c.end)
  return (
    b.when === null &&
    s.dates.length === 0 &&
    b.kind.weight !== 'weak' &&
    /了/.test(said) &&
    (b.report.venue !== null || b.report.topics.length > 0) &&
    !/[过]|以前|从前|当年|那[年次会]|经常|常|每|总|都|天天|退休|年轻/.test(said) &&
    (weWent.test(said) || inFirstPerson(s, b))
  )
}
const weWent = /^[^,，。;听给]{0,6}[我俺咱]们(?:几个|一行|一道|一起|也|又|还|就)?[去到在]/
