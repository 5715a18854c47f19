import { isDocument } from '../mentions/mention.js'
import { isPrimary } from '../structure/draft.js'
import { firstBehind } from '../text/ordered.js'
import { has, type Token } from '../tokens.js'
import type { Told } from './told.js'

/**
 * Others' doings, as one hears of them. 教人家改好了 and 在女儿单位讲了一课 tell for whom and where it was done, and who is named
 * behind the deed (看了35人，她女儿电话…) did not do it.
 */
export const heard = (t: Told): boolean =>
  t.near.some(
    (x) =>
      has(x, 'hearsay') &&
      !x.aside &&
      !((t.brief || tellsOn(t, x)) && atHome(t, x)) &&
      !toldNextDoor(t, x) &&
      !lentNextDoor(t.s.text, x) &&
      !amongCounted(t.s.text, x) &&
      !t.s.text.startsWith('主人家', x.start - 1) &&
      !answered(t, x.start) &&
      !wasAtIt(t, x) &&
      !(x.start < t.b.kind.start && t.past && t.figures > 0 && forMe.test(t.s.text)) &&
      !(isSomebody(t.s.text, x) && (x.start > t.b.kind.start || isLedTo(t.s.text, x.start))),
  )
/** 回函寄到了我家; a gift brought there comes of no paper. */
const answered = (t: Told, at: number): boolean =>
  cameTo.test(t.s.text.slice(Math.max(0, at - 3), at)) &&
  (isDocument(t.b.kind.kind) || answer.test(t.s.text.slice(Math.max(0, at - 14), at)))
const cameTo = /[寄送发打][到给]了?$/
const answer = /回函|复函|回信|采纳/
/** 孙子发烧我没去成，课是老贺替我上的: why another stood in for who tells it. */
const forMe =
  /我[^,，。;]{0,4}(?:没能?去成?|没去|去不了|走不开|脱不开身|来不了|没法去|没空)[^。;]{0,40}[替代帮]我[们]?(?:去)?(?:上|讲|办|顶|主持|教|跑|坐诊)(?:了|的|完)/
/** 县医院派车接的我, 社区请我去的, 儿子开车送我去的: one went there to do it; not to listen nor to be treated. */
const mine =
  /(请|邀请|邀|派|接|送|拉|载|安排)(车|人)?[^,，。;]{0,4}[我俺](?!们的|的邻)(?:昨天|今天|前天|上午|下午|晚上|昨晚){0,2}(去|来|讲|给|上|到|教|的|[,，])(?!听|看|参加|学|领|量|查|体检|开会|医院)|(接|请|送|邀|派|拉)的[我俺]|[请叫让组织召集][^,，。;我俺]{1,6}[来听]{1,2}[我俺](们)?讲/
export const askedToCome = (t: Told): boolean =>
  t.over &&
  t.b.report.attendance !== undefined &&
  mine.test(t.s.text.slice(Math.max(0, t.b.kind.start - 40), t.b.kind.start))

/** 孙子放学了我得去接，长话短说，…: why one must be brief. */
const atHome = (t: Told, x: Token): boolean => {
  const c = t.s.clauses[firstBehind(t.s.clauses, x.start)]
  return (
    c !== undefined &&
    x.start >= c.start &&
    !t.core.includes(x) &&
    /放学|催|[叫喊]我|发烧|生病|感冒|陪床|出院|体检|满月|生日|结婚|出嫁|搬家|[中高大]考|家长会|接|闹|吃饭|嫌|要睡|睡了|睡下|睡着|住院|手术|做饭/.test(
      t.s.text.slice(x.end, c.end),
    )
  )
}
/** 孙子刚睡下，补报一下：今天我在…: the telling itself begins behind it. */
const tellsOn = (t: Told, x: Token): boolean =>
  x.end < t.b.kind.start &&
  /(?:想起来?|记起来?|记得)[,，:：]|(?:补报|汇报|报)(?:一下|个|一个|一场|一条)?[:：,，]|[,，。;:：][^,，。;我]{0,4}我(?!家|听|看|参加)/.test(
    t.s.text.slice(x.end, t.b.kind.start),
  )
/** 给隔壁楼的老姐妹讲…: for whom one did it. */
const toldNextDoor = (t: Told, x: Token): boolean =>
  x.start < t.b.kind.start &&
  t.s.text.startsWith('隔壁', x.start) &&
  /(?:^|[,，。;:：]|[今昨前]天|[上下]午|晚上)(?:我|俺)?[给为向]$/.test(
    t.s.text.slice(Math.max(0, x.start - 5), x.start),
  ) &&
  t.b.draft.figures.some(isPrimary)
/** 来了24个老同学: they are who came. */
const amongCounted = (text: string, x: Token): boolean =>
  /^(?:老同学|战友|亲戚)/.test(text.slice(x.start, x.end)) &&
  /[0-9一二两三四五六七八九十百][多来]?(?:个|位|名)$/.test(text.slice(Math.max(0, x.start - 4), x.start))
/** 椅子是从隔壁饭馆借的, 挤到隔壁教室去了: whose things were used, or the room beside. */
const lentNextDoor = (text: string, x: Token): boolean =>
  text.startsWith('隔壁', x.start) &&
  (wentOnThere(text, x) ||
    (/[从跟向问找上去到]$/.test(text.slice(Math.max(0, x.start - 1), x.start)) &&
      /^[^,，。;]{0,8}(?:借|搬|抬|拿|匀|扛|调|拉)/.test(text.slice(x.end, x.end + 10))) ||
    /^(?:那间|的)?(?:教室|屋子?|房间|会议室|办公室|活动室|房子|走廊|院子)/.test(text.slice(x.end, x.end + 6)))
/** 上午在菜场宣传，…，下午隔壁茶馆讲戏，茶客45人: the second place of the same day. */
const wentOnThere = (text: string, x: Token): boolean =>
  /(?:下午|晚上|接着|随后|完了)(?:又|再|还)?[到去在]?$/.test(text.slice(Math.max(0, x.start - 5), x.start)) &&
  /上午[^。;；\n]{2,60}$/.test(text.slice(Math.max(0, x.start - 70), x.start)) &&
  /^[\u4e00-\u9fa5]{0,4}(?:茶[馆社楼]|[商饭]?店|饭馆|社区|广场|学校|[中小]学|村|厂|院|礼堂|超市|菜场|市场)里?(?:给[^,，。;]{1,6})?(?:讲|义诊|办|搞|咨询|教|摆|宣传)/.test(
    text.slice(x.end, x.end + 20),
  ) &&
  !/[我俺](?:也|们也|跟着)?(?:去听|听了|去看|凑)/.test(text.slice(x.end, x.end + 60))
/** 儿子搬家我没去成，因为在街道讲节水: what kept one from what is told of them. */
const wasAtIt = (t: Told, x: Token): boolean =>
  x.start < t.b.kind.start &&
  t.b.draft.figures.some(isPrimary) &&
  keptFrom.test(t.s.text.slice(x.end, t.b.kind.start))
export const keptFrom =
  /[我俺]没(?:能|法)?(?:去成?|回去|赶上|顾上|陪)[,，]?(?:是)?(?:因为|为的是|当时|那会儿|那天|正好|[我俺])?(?:[我俺])?(?:正|还)?[在给去][^,，。;听看学]{1,14}$/
const isSomebody = (text: string, x: Token): boolean =>
  /^(人家|外?[儿女孙]|老伴|爱人)/.test(text.slice(x.start, x.end))
const isLedTo = (text: string, at: number): boolean =>
  '教帮给替跟为把在到去和同与带陪'.includes(text[at - 1] ?? ' ')

const byOneself =
  /(?:[我俺咱]们?(?:自己|亲自|亲手|后来|这边)?[数点记查][^,，。;0-9]{0,10}|(?:签到|登记)[表簿册本名单]{0,2}上?[^,，。;0-9]{0,6}|(?:实际|其实|准数|实数)(?:来了?|到了?|是|有)?)$/
/** 有人说来了200，我数的是148，按148报: what others said of how many, beside what one counted. */
export const countedOneself = (t: Told): boolean =>
  t.ours &&
  t.over &&
  t.b.draft.figures.some(
    (f) =>
      f.counts === 'people' &&
      (f.actual || byOneself.test(t.s.text.slice(Math.max(0, f.start - 18), f.start))),
  ) &&
  t.near
    .filter((x) => has(x, 'rumour'))
    .every((x) => x.start > t.b.kind.start && someNumber.test(t.s.text.slice(x.end, x.end + 10)))

/** …来了66人，听说下次还请我们; 有人说讲得好，…: said by the way, behind the figures or of how it was. */
export const saidBesides = (t: Told): boolean =>
  t.b.report.branch !== null &&
  t.over &&
  t.b.draft.figures.some(isPrimary) &&
  t.near
    .filter((x) => has(x, 'rumour'))
    .every(
      (x) =>
        x.start > t.b.kind.end &&
        !source.test(t.s.text.slice(x.end, x.end + 10)) &&
        ((!someNumber.test(t.s.text.slice(x.end, x.end + 10)) &&
          t.b.draft.figures.every((f) => f.end <= x.start)) ||
          (t.s.text.startsWith('有人说', x.start) && praise.test(t.s.text.slice(x.end, x.end + 12)))),
    )
/** …，是听说的: where all of it comes from. */
const source = /^(?:人家?|别人|他们)?说?(?:的[吧啊呢呀]?[,，。;!\s]|的?[吧啊呢呀]?[。!\s]*$)/
const praise = /^[^,，。;0-9]{0,6}(?:好|棒|懂|明白|实用|管用|值|过瘾|及时|解渴|有用|下次|再来|多来)/
const someNumber = /^[^,，。;]{0,7}[0-9一二三四五六七八九十百两]{1,4}/

/** 2000多名师生观看了大篷车, 三十七位糖友昨天听了某会的课: told by who counted them. */
export function countedFirst({ s, b }: Told): boolean {
  const { start } = s.clauses[b.kind.clause]!
  return b.draft.figures.some((f) => f.counts === 'people' && f.start >= start && f.end <= b.kind.start)
}

/** 我坐6路车去讲高血压: sat in what took one there. */
export const rode = (text: string, at: number): boolean =>
  text[at - 1] === '坐' && byVehicle.test(text.slice(at, at + 14))
const byVehicle =
  /^[着了]?[^,，。;听看]{0,9}(?:车|船|飞机|高铁|动车|地铁|公交|轮渡|渡轮|快艇|汽艇|竹筏|大巴|中巴|拖拉机|摩托|索道|缆车|滴滴)/

/** 陪老伴去义诊: as one who was treated there. */
const wentAlong =
  /陪(?:着|同)?(?:我)?(?:老伴|爱人|老头子?|老太婆|老公|老婆|[外]?孙[子女]?|儿子|女儿|老?母亲|老?父亲|妈|爸|家里人|家人|邻居|亲戚)[^,，。;]{0,4}(?:去|来|到|做|参加|看|听)[^,，。;讲给为]{0,8}$/

/** 昨天听了一场讲座, 我也去参加了培训: one who was there, not one who held it. */
export function listened(t: Told): boolean {
  const c = t.s.clauses[t.b.kind.clause]!
  if (countedFirst(t)) return false
  const head = t.s.text.slice(c.start, t.b.kind.start)
  if (wentAlong.test(head)) return true
  // 昨天去听讲座,来了200人
  if (head.endsWith('去') && t.s.text[t.b.kind.start] === '听' && !/组织|带领|率领|安排/.test(head))
    return true
  return (
    ['听了', '去听', '听过', '参加了', '去参加', '来听', '报名'].some((w) => head.includes(w)) ||
    /看了(?!看?$)/.test(head) ||
    (head.endsWith('看了') && t.s.text[t.b.kind.start] !== '看') ||
    /去看(?!守所|护|望)/.test(head) ||
    (alsoThere.test(head) &&
      !(goneToo.test(head) && gave.test(t.s.text.slice(t.b.kind.start, t.b.kind.start + 2))))
  )
}

/** 我也在社区讲了防火: the speaker gave it. */
const goneToo = /我也[在到去给][^,，。;听学看]{0,14}$/
const gave = /^(?:讲(?![座课台堂])|教|作了|义诊|坐诊)/
/** 我也去参加了, 我也学了; but 我也报一个 tells on. */
const alsoThere = /我也(?!报|来报|说|来说|汇报|补|凑|记|交|讲|给|教|接|登)/
