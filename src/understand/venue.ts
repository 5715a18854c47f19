import { near } from './near.js'
import type { Area } from './area.js'
import type { Clause } from './clauses.js'
import { beginsWithDeed, cutPlace } from './place-cut.js'
import { firstPlace } from './place-led.js'
import { endsPlace, insidePlace, isSpecificPlace, soundsLikePlace } from './places.js'
import { isName, nameAt } from './names.js'
import { terrain } from './place-words.js'
import { firstBehind, overlapping, startingAt } from './ordered.js'
import type { Scan } from './scan.js'
import type { UnitToken } from './tokens.js'

interface Found {
  readonly start: number
  readonly end: number
}

/**
 * Where it was: the labelled place, else the first place the words lead to, else a place standing as an item of its own.
 * `doer`: the unit that did it, which tells a town's name that is only the place from that of its association.
 */
export function venue(s: Scan, area: Area, doer: UnitToken | null = null): Found | null {
  for (let k = firstBehind(s.fields, area.start); k < s.fields.length && s.fields[k]!.label < area.end; k++)
    if (s.fields[k]!.name === 'place' && s.fields[k]!.label >= area.start) {
      const f = labelled(s, s.fields[k]!)
      if (f) return f
    }
  const named = (p: Found): boolean => {
    // 到纺织厂分会座谈: the unit, not its works
    const unit = area.tokens[firstBehind(area.tokens, p.start)]
    if (unit?.type === 'unit' && !unit.bare && unit.start <= p.start && p.end < unit.end) return false
    return startingAt(s.kinds, p.start)?.end !== p.end
  }
  return (
    firstPlace(s.text, area.tokens, area.start, area.end, named) ??
    item(s, area) ??
    head(s, area) ??
    town(s, area, doer) ??
    everywhere(s, area) ??
    before(s, area)
  )
}

/**
 * 服务团 1.9 白沙镇 技术咨询; 某分会龙塘镇那场义诊; 培训 白沙镇 82人 某分会: beside the doer a town whose own association is not
 * meant.
 */
function town(s: Scan, area: Area, heading: UnitToken | null): Found | null {
  const units = area.tokens.filter((t) => t.type === 'unit')
  for (let k = 0; k < units.length; k++) {
    const t = units[k]!
    const isCell = between(s.text, t.start, t.end)
    const doer = units[k - 1] ?? (isCell ? (units[k + 1] ?? heading) : undefined)
    if (
      !doer ||
      !t.bare ||
      doer.bare === t.bare ||
      doer.unit === t.unit ||
      !/[镇乡村]$/.test(s.text.slice(t.start, t.end))
    )
      continue
    // 5月:⏎5.7 某镇 义诊 88人: the heading names who did it
    if (doer === heading) return { start: t.start, end: t.end }
    const apart = s.text.slice(Math.min(doer.end, t.end), Math.max(doer.start, t.start))
    if (doer.start < t.start ? /[、和与及,。;]/.test(apart) : /[、和与及。;\n]/.test(apart)) continue
    if (isCell || heldBehind(s, t.end, area.end)) return { start: t.start, end: t.end }
  }
  return null
}

/** What ties a deed to the place of the one told before it in the sentence: 到某校义诊,同时给家长讲…; 到某乡,上午…;下午…. */
const goesOn =
  /^(同时|随后|接着|顺便|还|并|并且|之后|结束后|会后|课后|讲座后|义诊后|下午|晚上)(?![^,。;]{0,6}[在到去赴])/

/** 上午…;下午给…: nobody went anywhere in between. */
const hourLater = /^(下午|晚上|课后|会后|讲座后|义诊后|结束后|随后|接着|之后|顺便)/

/** The place told before in the same sentence. */
function before(s: Scan, area: Area): Found | null {
  const first = area.clauses[0]
  const told =
    sameClause(s, area) ??
    (oneOfSeveral(s, area) ? back(s, area) : null) ??
    (again.test(s.text.slice(area.start, area.end)) ? back(s, area) : null)
  if (told) return told
  let c = firstBehind(s.clauses, area.start)
  // 下午转到某小学,蔡某某讲《…》: the way there, with nothing done or counted
  const way = s.clauses[c - 1]
  if (first && way && way.end === area.start - 1 && s.text[way.end] === ',' && idle(s, way)) {
    const tokens = s.tokens.slice(way.from, way.to)
    const there = firstPlace(s.text, tokens, way.start, way.end, (p) => endsPlace(s.text, p.start, p.end))
    if (there) return there
  }
  if (!first || !goesOn.test(s.text.slice(area.start, area.start + 12))) return null
  const later =
    hourLater.test(s.text.slice(area.start, area.start + 3)) && !area.tokens.some((t) => t.type === 'unit')
  let { sentence } = first
  for (; c > 0; c--) {
    const x = s.clauses[c - 1]!
    if (x.sentence !== sentence && !(later && s.text[x.end] === ';')) break
    sentence = x.sentence
  }
  const from = s.clauses[c]?.start ?? area.start
  if (from >= area.start || area.start - from > farBefore) return null
  const tokens = s.tokens.slice(firstBehind(s.tokens, from), firstBehind(s.tokens, area.start))
  return firstPlace(s.text, tokens, from, area.start, (p) => endsPlace(s.text, p.start, p.end))
}
/** 到某处开展活动 讲座一场78人 义诊一场105人; 在某处办讲座,同时义诊:讲座一场…,义诊一场…: parts of what was held there. */
function oneOfSeveral(s: Scan, area: Area): boolean {
  const kind = startingAt(s.kinds, area.start + (s.text[area.start] === ' ' ? 1 : 0))
  if (!kind || area.tokens.some((t) => t.type === 'unit' || t.type === 'date')) return false
  return /(开展了?[^,。;]{0,8}(活动|服务)[ :,]|同时[^,。;]{1,8}:)[^。;]{0,40}$/.test(
    s.text.slice(Math.max(0, area.start - 60), area.start),
  )
}

/** 下午在同一个社区搞…: where the telling before was. */
const again =
  /(同一个?(社区|村|学校|地方|地点|场地|会场|小区|广场|单位|教室|礼堂))|(还|也|仍)是?在(那里|那儿|原地|原处|老地方)/
function back(s: Scan, area: Area): Found | null {
  const from = Math.max(0, area.start - farBefore)
  const tokens = s.tokens.slice(firstBehind(s.tokens, from), firstBehind(s.tokens, area.start))
  return firstPlace(s.text, tokens, from, area.start, (p) => endsPlace(s.text, p.start, p.end))
}
/** 昨天我们在某某小学讲了一堂课讲…: the telling begins in the middle of its clause, behind the place. */
function sameClause(s: Scan, area: Area): Found | null {
  const c = s.clauses[firstBehind(s.clauses, area.start)]
  if (!c || c.start >= area.start) return null
  const from = Math.max(c.start, area.start - farBefore)
  const tokens = s.tokens.slice(firstBehind(s.tokens, from), firstBehind(s.tokens, area.start))
  const kind = s.kinds[firstBehind(s.kinds, from)]
  if (kind && kind.start < area.start) return null
  return firstPlace(s.text, tokens, from, area.start, (p) => endsPlace(s.text, p.start, p.end))
}
/** Whether nothing was done and nobody counted in a clause. */
function idle(s: Scan, c: Clause): boolean {
  const kind = s.kinds[firstBehind(s.kinds, c.start)]
  const figure = s.figures[firstBehind(s.figures, c.start)]
  return !(kind && kind.start < c.end) && !(figure && figure.start < c.end)
}
/** Characters a sentence is looked back through. */
const farBefore = 120

/** 地点：对口支援的某某卫生院: the name without what is said of it; a number is no place. */
function labelled(s: Scan, f: Found): Found | null {
  const words = s.text.slice(f.start, f.end)
  if (/^[0-9]+[人名位]/.test(words)) return null
  const of = words.lastIndexOf('的')
  return of > 0 && f.end - f.start - of > 3 && endsPlace(s.text, f.start + of + 1, f.end)
    ? { start: f.start + of + 1, end: f.end }
    : { start: f.start, end: f.end }
}

/**
 * Whether a place stands for several sessions over weeks: one named house or village, not the first of many nor a county.
 * `sessions`: how many there were.
 */
export function staysPut(s: Scan, p: Found, sessions: number): boolean {
  const words = s.text.slice(p.start, p.end)
  const listed = '、和及与等'.includes(s.text[p.end] ?? '。')
  return (
    words.length >= 3 &&
    (listed ? sessions < 10 : !/[乡镇]$/.test(words)) &&
    endsPlace(s.text, p.start, p.end) &&
    !/([省市县州旗盟]|[^小社校园厂]区)$/.test(words) &&
    !/^[镇乡]卫生院$/.test(words)
  )
}

/** 东岗二校, 八小: a number inside a name. */
const inName = (text: string, at: number): boolean => '小中校幼楼层号'.includes(text[at] ?? '。')

/** Words of doing in a stretch that only ends like a place: 开展农村…, 请县农技站…, 走遍全县. */
const deed =
  /了|^[的已把]|^跑|开展|组织|举办|走遍|举行|邀请|^请|派|参加|共赴|领导|代表|^[我你他咱]|说|^下(?!.村$)|下乡$|^[由给帮教]|覆盖|获|评|推广|搬|[进到去]了/

/** Whether a unit that takes part stands there; a place that begins with a unit's bare name is none. */
function names(s: Scan, from: number, to: number): boolean {
  let lo = 0
  let hi = s.units.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (s.units[mid]!.token.end <= from) lo = mid + 1
    else hi = mid
  }
  if (lo === s.units.length || s.units[lo]!.token.start >= to) return false
  // 东岗二校: a place that begins with a unit's bare name and goes on
  const t = s.units[lo]!.token
  return !(t.bare && t.start === from && to - t.end >= 2 && endsPlace(s.text, t.end - 1, to))
}

/** What a short item of these ends is mostly about, not where it was: 蔬菜大棚. */
const small =
  /^.{0,3}(大棚|鱼塘|田|(?<!窝)棚|草场|社|亭|[茶果菜桑]园|实验室|机房|舞台|书房|营地|球场|体育场|公路|铁路|马路)$/

/** 向阳果园 between two spaces, named and no crop. */
const isOrchard = (text: string, from: number, to: number): boolean =>
  to - from >= 4 &&
  text[from - 1] === ' ' &&
  ' \n'.includes(text[to] ?? ' ') &&
  '园场社亭'.includes(text[to - 1]!)

const led =
  /^([又还再也都均先]?[在到去]|走进|进|下到|深入|前往|赴|来到|送|为|给|含|包括|其中|向(?![阳荣前南北东])|对|和|与|同|由|[全各](?=[校市县区省镇乡村体国]))/
/** Places of no name that a terse line means by them. */
const plain = new Set('广场 公园 礼堂 大礼堂 操场 食堂 村部 集市'.split(' '))
const between = (text: string, from: number, to: number): boolean =>
  from > 0 && ' |,'.includes(text[from - 1]!) && ' |,'.includes(text[to] ?? '。')

/** 上午二中一百八, 七点半社区书画班: the hour in front of the place. */
const timeOfDay =
  /^(上午|下午|晚上|晚间|早上|早晨|中午|傍晚|一早)?([0-9一二三四五六七八九十两]{1,3}点(半|一刻|三刻|多|整)?)?/

/** 某幼儿园大班, 某小学五年级: who was taught there. */
const room =
  /^(科普|健康|专题|科技|安全|大班|中班|小班|[初高]?[一二三四五六七八九]年级|[初高][一二三]|全校|全体|门前|门外|内|里)$/

/** 讲座1场 三门江中学 300人; 实验小学400人: a place between spaces, commas or in front of a number. */
function item(s: Scan, area: Area): Found | null {
  const bounds: number[] = [area.start]
  for (const t of area.tokens) {
    if (
      t.type === 'mark' ||
      t.type === 'title' ||
      (t.type === 'word' && t.word.kind && !insidePlace(s.text, t) && !namesHouse(s.text, t))
    )
      bounds.push(t.start, t.end)
    else if (
      (t.type === 'number' && !inName(s.text, t.end) && !'楼层'.includes(s.text[t.end - 1]!)) ||
      t.type === 'date'
    )
      bounds.push(t.start, t.end)
  }
  // 科普展·9/17·区档案馆·200人, but no name like 古丽·艾山
  const dots: number[] = []
  for (let i = area.start; i < area.end; i++) if (s.text[i] === '·') dots.push(i, i + 1)
  if (dots.length > 2) bounds.push(...dots)
  bounds.push(area.end)
  bounds.sort((a, b) => a - b)
  for (let k = 0; k + 1 < bounds.length; k++) {
    let from = bounds[k]!
    const to = bounds[k + 1]!
    if (to - from < 2 || to - from > 18) continue
    while (from < to && s.text[from] === ' ') from++
    from += timeOfDay.exec(s.text.slice(from, to))![0].length
    from = behindNumber(s, from)
    if (from < 0) continue
    if (plain.has(s.text.slice(from, to)) && between(s.text, from, to)) return { start: from, end: to }
    const cut = cutPlace(s.text, from, to)
    if (between(s.text, from, to) && isSpot(s.text, from, to) && !names(s, from, to))
      return { start: from, end: to }
    if (!endsPlace(s.text, from, cut)) continue
    if (led.test(s.text.slice(from, from + 2)) || overlapping(s.kinds, from, cut)) continue
    // 苗某某、安如山、谷某某三位: of a row of people
    if (
      (s.text[to] === '、' || s.text[from - 1] === '、') &&
      nameAt(s.text, from, to) === to &&
      isName(s.text, from, to)
    )
      continue
    // 某某街道:11月13日…: who tells it
    if (s.text[to] === ':' && (from === 0 || s.text[from - 1] === '\n')) continue
    // 谁讲的?A:区防疫站 池某某: whose lecturer it was
    if (
      asked.test(s.text.slice(Math.max(0, from - 4), from)) &&
      s.text[to] === ' ' &&
      nameAt(s.text, to + 1, area.end) !== null
    )
      continue
    // 新命名5个,分别是甲园、乙场: what was founded
    if (
      (s.text[to] === '、' || s.text[from - 1] === '、') &&
      area.tokens.some((x) => x.type === 'word' && x.word.kind?.kind === 'base')
    )
      continue
    // 某某合作社示范基地: the base is called so
    if (startingAt(s.kinds, to)?.kind === 'base') continue
    if (
      (cut === to || room.test(s.text.slice(cut, to))) &&
      isSpecificPlace(s.text.slice(from, cut)) &&
      !deed.test(s.text.slice(from, cut)) &&
      !beginsWithDeed(s.text, from) &&
      !(small.test(s.text.slice(from, cut)) && !isOrchard(s.text, from, to)) &&
      !names(s, from, cut)
    )
      return { start: from, end: cut }
  }
  return null
}

const asked = /\?[A答]?:$/

/** 老年活动站: a house, though its end is a word for what was founded. */
const namesHouse = (text: string, t: { readonly start: number; readonly end: number }): boolean =>
  /[站室院园馆]$/.test(text.slice(t.start, t.end)) &&
  endsPlace(text, t.start - 1, t.end) &&
  /[一-龥]/.test(text[t.start - 1] ?? '。')

/**
 * Where a place behind a number begins: 四号站家属区 and 五里牌小学 with it; -1 where the number says how many there were: 四家冷冻厂,
 * 4口塘, 清了两条路.
 */
function behindNumber(s: Scan, at: number): number {
  const k = firstBehind(s.tokens, at)
  const own = s.tokens[k]
  if (own?.type === 'number' && own.start === at) return inName(s.text, own.end) ? at : -1
  const t = s.tokens[k - 1]
  if (t?.type !== 'number' || t.end !== at || t.dimension === 'session' || t.dimension === 'people') return at
  if (/^一[个所家]$/.test(s.text.slice(t.start, t.end))) return at
  return '号里组道连营团队桥'.includes(s.text[at - 1]!) && isNumberOnly(s.text.slice(t.start, at - 1))
    ? t.start
    : -1
}
const isNumberOnly = (words: string): boolean => /^[一二三四五六七八九十0-9]{1,3}$/.test(words)

/** 义诊 大石板 71人次; 宣讲 集输队 66人; 白果镇河边组: a cell that can be nothing but a place. */
const isSpot = (text: string, from: number, to: number): boolean =>
  (soundsLikePlace(text, from, to) && !(nameAt(text, from, to) === to && isName(text, from, to))) ||
  (to - from >= 3 &&
    to - from <= 6 &&
    /^[一-龥]+队$/.test(text.slice(from, to)) &&
    !/(服务|宣传|医疗|骑兵|轻骑|志愿|小分|合唱|宣讲|演出|舞蹈|乐|秧歌|表演|讲师|专家|艺术|演唱|腰鼓|太极|工作|巡讲|突击|代表|锣鼓|龙|狮|足球|篮球|球)队$/.test(
      text.slice(from, to),
    ))

/** 昨天某某小学那场讲座; 4.2烈士陵园祭扫: the head of a cell behind a day or a unit, with what was held there behind it. */
function head(s: Scan, area: Area): Found | null {
  const ts = area.tokens
  for (let k = 0; k < ts.length; k++) {
    const t = ts[k]!
    if (t.type !== 'date' && !(t.type === 'mark' && ts[k - 1]?.type === 'date')) continue
    let from = t.end
    if (/^[的在]/.test(s.text.slice(from, from + 1))) from++
    const spot = firstBehind(s.kinds, from)
    const held = s.kinds[spot]
    // 8.27东礁义诊98人
    if (held && held.start - from >= 2 && held.start - from <= 4 && isHamlet(s.text, from, held.start))
      return { start: from, end: held.start }
    const to = cutPlace(s.text, from, area.end)
    if (to - from < 3 || to - from > 14 || !endsPlace(s.text, from, to) || names(s, from, to)) continue
    const words = s.text.slice(from, to)
    if (
      !isSpecificPlace(words) ||
      deed.test(words) ||
      small.test(words) ||
      /^[的]/.test(words) ||
      led.test(words)
    )
      continue
    if (
      heldBehind(s, to, area.end) ||
      (/([村寨屯庄组湾坪沟坝]|社区|[小中]学)$/.test(words) &&
        taught.test(s.text.slice(to, to + 3)) &&
        !goer.test(words))
    )
      return { start: from, end: to }
  }
  return scene(s, area)
}

/** 前天大田寨教…: in a village, which does not teach. */
/** Somebody on the way there: 果树专家上张家庄. */
const goer = /[上到去在]|专家|老师|医生|大夫|会员|老人|我/
const taught = /^(也是?|都是?|还是)?(教|讲|上课|办|搞|义诊|巡诊|培训|给|摆)/

/** Between a day and what was held a name that ends as those of hamlets do. */
const isHamlet = (text: string, from: number, to: number): boolean =>
  terrain.has(text[to - 1]!) &&
  (to - from > 2
    ? soundsLikePlace(text, from, to)
    : !/[里外上下前后]头$|^[在于从到去]|[的了]/.test(text.slice(from, to)))

/** What goes on at a place the telling begins with: 昨天沟口村唱大戏, 沙咀村文化礼堂里暖意融融. */
const goingOn =
  /^(唱大?戏|赶大?集|逢集|开集|开圩|过庙会|办庙会|[里内]?(挤|坐|站|围|爆|涌|来)(满|了)|[里内]?(暖意|热闹|人头|人声|笑声|欢声|座无虚席|掌声|张灯|锣鼓|彩旗|气氛|春意|歌声))/
function scene(s: Scan, area: Area): Found | null {
  for (const c of area.clauses.slice(0, 8)) {
    let from = c.start
    const day = startingAt(s.tokens, from)
    if (day?.type === 'date') from = day.end
    if (s.text[from] === '但') from++
    let to = cutPlace(s.text, from, c.end)
    // 操场站满了
    if (s.text[to - 1] === '站' && '满了'.includes(s.text[to] ?? '。')) to--
    const bare = s.text[to - 1] === '里' ? to - 1 : to
    if (!isSpecificPlace(s.text.slice(from, bare))) continue
    if (to - from >= 3 && endsPlace(s.text, from, to) && goingOn.test(s.text.slice(to, to + 6)))
      return isSpecificPlace(s.text.slice(from, to)) ? { start: from, end: to } : null
  }
  return null
}
/** The kind follows at once, or behind words that say what it was about; no doer, no verb between. */
function heldBehind(s: Scan, at: number, limit: number): boolean {
  const held = /^(的|那场|那次|这场|这次|那堂)?(讲座|讲课|义诊|培训|咨询|宣讲|报告会?|祭扫|参观|宣传)/.test(
    s.text.slice(at, at + 8),
  )
  if (held) return true
  const k = s.kinds[firstBehind(s.kinds, at)]
  return (
    k !== undefined &&
    k.start < Math.min(limit, at + 9) &&
    !/[,。;:、|\n派请来给为向由组织举开办专医老师生会长人]/.test(s.text.slice(at, k.start))
  )
}

/** 义诊100人次，讲座60人，都在三河村: said behind for all that stands before. */
function everywhere(s: Scan, area: Area): Found | null {
  for (const lead of ['都在', '均在', '都是在', '全在', '地点都是', '地点均为']) {
    const at = near(s.text, lead, area.end, 126)
    if (at < 0 || at > area.end + 120) continue
    const start = at + lead.length
    const end = cutPlace(s.text, start, s.text.length)
    if (endsPlace(s.text, start, end)) return { start, end }
  }
  return null
}
