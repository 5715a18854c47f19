import { kindWords } from './kinds.js'
import { ends, generic, short, stops, terrain } from './place-words.js'
import { near } from './near.js'
import { firstBehind } from './ordered.js'
import { trie } from './trie.js'
import { isHan, type Token } from './tokens.js'

const placeEnds = trie(ends.map((w) => [w, true] as const))

/** Words that lead to a place; `not`: what stands before them inside other words (现在, 得到, 关于). */
const leads = trie<{ readonly lead: string; readonly not: string }>(
  [
    ...'跑了趟 跑了一趟 走了趟 走了一趟 下去 到的是 去的是 走的是 在的是 跑的是 下的是 来的是 去的地方是 学校是 社区是 会场是 村子是 地方是 会场设在 跑到 送到 赶往 去往 落户 设在 选在 定在 放在 安排在 走入 走到 进到 莅临 现场在 地点设在 游览了 游览 走进了 走进 来到了 来到 前往 深入到 深入 奔赴 下到 去到 送到 进驻 赶到 赶赴 地点在 地点都在 地点是 地点就在 回到 抵达 开进'
      .split(' ')
      .map((w) => [w, ''] as const),
    ['在', '现正存实潜所好自内外'] as const,
    ['到', '达得感受收提看遇听学想做办签报找接直不已实谈说见拿等惠'] as const,
    ['赴', '奔赶'] as const,
    ['下', ''] as const,
    // 去, as the south-west says it
    ['克', '千攻麦夹坦巴奥马休扑伊斯毫每十百多几半两厘分'] as const,
    ['搁', '耽'] as const,
    ['喺', ''] as const,
    ['去', '过失出下上回进离'] as const,
    ['上', '网路街晌班课场台手车桌群'] as const,
    ['爬', ''] as const,
    ['登', '刊'] as const,
    ['假', '放请休寒暑年节病事产虚真长度例打作'] as const,
    ['来', '以到起下上带过看前后出回原本未近从历向年月天日段请派找邀叫喊接'] as const,
    ['地点', '讲'] as const,
    ['地址', ''] as const,
    ['走访了', ''] as const,
    ['走访', ''] as const,
    ['老地方', ''] as const,
    ['进', '推改促引先跟挺增前改'] as const,
    ['于', '鲜淳单关对由基属用至位终敢善便利勇有处归乐等大小高低不'] as const,
    ['给', '送发寄供交献递'] as const,
    ['为', '作成因认以称名'] as const,
    ['往', '以前向'] as const,
  ].map(([lead, not]) => [lead, { lead, not }] as const),
)
const stopsAt = '，,。.；;:!?！？、|/《“"（）()\n【】'
const shortPlaces = trie(Array.from(short, (w) => [w, true] as const))
const stopWords = trie(stops.map((w) => [w, true] as const))
const longest = 26
const vague = new Set(['田间地头', '田间', '地头', '里', '门前', '地'])

export interface PlaceFind {
  readonly start: number
  readonly end: number
  /** The word that led to it, '' for an item of a terse line. */
  readonly lead: string
}

export function isSpecificPlace(text: string): boolean {
  if (
    text.length < 2 ||
    generic.has(text) ||
    kindWords.has(text) ||
    /群里?$|^(线上|网上|网络|腾讯会议|钉钉|大棚里?$)/.test(text)
  )
    return false
  if (
    /[啊呀嗯呃哦哎吧嘛呢你我他她们]|一下|等地$|^浅出|会上$|现场会|(之际|之时|家里|家中)$|[0-9一二三四五六七八九十]所|^累计|中小学$|^(同(?=[一学样时村校乡镇社区县市个行事班组])|某|昨|今天|前天|附近|对面|隔壁|上述|其他|其它|有关|相关|周围)/.test(
      text,
    )
  )
    return false
  if (/[和与]/.test(text) && text.split(/[和与]/).every((w) => w === '' || generic.has(w))) return false
  // 三明, 126中学: numbers names begin with
  if (/^[一二三四五六七八九十0-9]+([小中]|中学|小学|医院|学校|厂|团)$|^三[明亚门河江水台原穗都沙]/.test(text))
    return true
  return (
    !/^(各|每|多|全|当|本|该|这|那|一些|一所|一个|几|数|某|两|三|四|五|六|七|八|九|十|[0-9])/.test(text) ||
    /^[三四五六七八九十]家(子|河|沟|店|堡|营|屯|湾|坪|庄|村|寨)/.test(text) ||
    (/^(三|四|五|六|七|八|九|十|全|本|多|两)[^所个家地校处村]/.test(text) && /[一-龥]{3}/.test(text))
  )
}

/** Cuts `[start, limit)` to a place: up to a word of doing, then back to the last place ending. */
export function cutPlace(text: string, start: number, limit: number): number {
  let end = start
  let last = -1
  let i = start
  while (i < limit && i - start < longest) {
    const c = text[i]!
    if (stopsAt.includes(c) || c === ' ') break
    // 某某村田间地头, 大院里: what only says where about adds nothing to a name
    const behind = i === last ? placeEnds.at(text, i) : undefined
    if (behind && vague.has(text.slice(i, behind.end))) break
    // 五里铺, 十八里店
    const miles = text[i] === '里' && numerals.includes(text[i - 1] ?? '。') && isHan(text.charCodeAt(i + 1))
    const place = miles
      ? undefined
      : (placeEnds.at(text, i) ?? (i === start ? shortPlaces.at(text, i) : undefined))
    // 某某街道办了个讲座
    if (place && text[place.end - 1] === '办' && '了个场一两三讲培起过'.includes(text[place.end] ?? '。')) {
      if (place.end - i > 2) last = Math.max(last, place.end - 1)
      break
    }
    if (
      place &&
      place.end <= limit &&
      !(place.end - i === 1 && '长民友'.includes(text[place.end] ?? '。')) &&
      // 集中学习, 二中学生
      !(text[place.end - 1] === '学' && '习生'.includes(text[place.end] ?? '。')) &&
      (i > start || place.end - i > 2 || short.has(text.slice(i, place.end)) || isNumbered(text, i))
    ) {
      last = Math.max(last, place.end)
      i++
      continue
    }
    // inside 老年大学 no word of doing is looked for
    if (text[i] === '组' && i < limit && villageGroup(text, start, i + 1)) last = i + 1
    if (i > start && i >= last && !miles) {
      const stop = stopWords.at(text, i)
      if (stop && !(stop.end - i === 1 ? inName(text, i, start) : insideName(text, i, stop.end))) break
    }
    i++
  }
  end = Math.min(i, limit)
  if (last > 0 && villageBehind(text, last, end)) return end
  return last > 0 ? last : end
}
/** 七中, 三小 */
const isNumbered = (text: string, at: number): boolean =>
  numerals.includes(text[at]!) && '小中'.includes(text[at + 1] ?? '。')
const numerals = '一二三四五六七八九十'

/** 某县刘家集: a short name behind a county that ends as villages do. */
const villageBehind = (text: string, from: number, to: number): boolean =>
  to - from >= 2 &&
  to - from <= 3 &&
  '省市县区旗镇乡'.includes(text[from - 1]!) &&
  '集店铺桥口河沟堡营关井泉溪洲庙台甸峪岔滩埠浦墟坝坑窑咀嘴垭墩渡津川塬峁岘湖头组板洞'.includes(
    text[to - 1]!,
  ) &&
  !kindWords.has(text.slice(from, to))

/**
 * 某技术中心, 某集团培训楼, 学术交流中心: what is done there names the place where its end follows within two characters;
 * 仁和集中学: the word is none, its last character begins the place.
 */
function insideName(text: string, at: number, behind: number): boolean {
  const noun = naming.has(text.slice(at, behind))
  for (let k = behind - 1; k <= behind + 1; k++) {
    const p = placeEnds.at(text, k)
    if (!p || p.end <= behind) continue
    if (k < behind ? text[p.end] === '习' : !noun) continue
    if (p.end - k >= 2 ? !notPlace(text, p.end) : p.end - at >= 3 && closesPlace(text, p.end)) return true
    if (!isHan(text.charCodeAt(k))) return false
  }
  return false
}
/** Words of doing that name what a house is for. */
const naming: ReadonlySet<string> = new Set(
  '技术 培训 交流 服务 健康 心理 科普 咨询 宣传 体检 学习 调研 推广 示范 实验 演出 比赛 录制 播放 接待 帮扶 义诊 表演 展出 研讨 检查 报告 讲座 慰问 辅导 座谈'.split(
    ' ',
  ),
)

/** 查看病险水库, 贯彻落实: what begins with a word of doing is told, no name of a place. */
export function beginsWithDeed(text: string, at: number): boolean {
  const deed = stopWords.at(text, at)
  return deed !== undefined && deed.end - at >= 2 && !insideName(text, at, deed.end)
}

/** 村民, 校长, 站长: the end belongs to a word for people. */
const notPlace = (text: string, at: number): boolean => '民长员友委干生们老'.includes(text[at] ?? '。')
const closesPlace = (text: string, at: number): boolean =>
  at >= text.length || !isHan(text.charCodeAt(at)) || '给为讲对向里内'.includes(text[at]!)

/** A single character of doing may be part of a name when a place ending follows soon: 和平镇, 新村. */
function inName(text: string, i: number, start: number): boolean {
  // 镍都区, 仁和集中学: one character in front of it is no place for it to stand behind
  const next = placeEnds.at(text, i + 1)
  if (
    '都和与同新多连公'.includes(text[i]!) &&
    (i === start + 1 || (next && next.end === i + 2 && i < start + 3))
  )
    return true
  // 某市第二实验小学
  if (text[i] === '第' && '一二三四五六七八九十0123456789'.includes(text[i + 1] ?? '。')) return true
  for (let k = i + 1; k <= i + 3; k++) {
    const p = placeEnds.at(text, k)
    if (p && p.end - start <= 10 && !notPlace(text, p.end))
      return !'请由派邀在为给向对就讲办搞的送听看做帮打写唱跳弄拿带修查采摘剪喷这是有以都还已啊呢哈嗯或且拍驻与及同跟'.includes(
        text[i]!,
      )
  }
  return false
}

/** Ways on that show the run is no place, or that they went there for something else. */
const underGuidance =
  /^(的)?(大力|正确|具体|统一|关心)?(和|与)?(领导|支持|指导|关心|帮助|配合|部署|安排|协助|参与|组织)下/
const errands = '购买 采购 领取 报到 集合 吃 买 参会'.split(' ')

/**
 * The first place the words lead to that `accepts` takes: 在…, 到…, 走进…. A county they went to gives way to a place named
 * behind: 赴某县开展活动，先后走进某县一中….
 */
export function firstPlace(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
  accepts: (p: PlaceFind) => boolean,
): PlaceFind | null {
  let wide: PlaceFind | null = null
  let t = 0
  let shut = start
  for (let i = start; i < end; i++) {
    while (t < tokens.length && (tokens[t]!.end <= i || !isClosed(tokens[t]!))) t++
    const closed = tokens[t]
    if (closed && closed.start <= i) {
      // another day begins another telling
      if (wide && closed.type === 'date') {
        const { end } = wide
        if (tokens.slice(0, t).some((x) => x.type === 'word' && x.word.kind !== null && x.start >= end))
          return wide
        wide = null
      }
      i = closed.end - 1
      shut = closed.end
      continue
    }
    const lead = leads.at(text, i)
    if (!lead || (i > 0 && lead.value.not.includes(text[i - 1]!))) continue
    // 咱分会上张家庄: the way there only behind who went or when
    if (
      lead.value.lead === '上' &&
      isHan(text.charCodeAt(i - 1)) &&
      !'会团们组天日号午晨晚'.includes(text[i - 1]!)
    )
      continue
    if (lead.value.lead === '下' && !goesDown(text, i, shut)) continue
    // 请到了消防支队的高工: who came
    if (lead.value.lead === '到' && '请约'.includes(text[i - 1] ?? '。') && text[lead.end] === '了') continue
    // 原来在农业局: where one worked
    if (
      lead.value.lead === '在' &&
      /(原来|以前|原先|从前|早年|过去|退休前|之前|原)$/.test(text.slice(Math.max(0, i - 3), i))
    )
      continue
    if (
      '上假'.includes(lead.value.lead) &&
      '午期日级门又还再也在到去我给为请'.includes(text[lead.end] ?? '。')
    )
      continue
    if (lead.value.lead === '来' && '自的了听看'.includes(text[lead.end] ?? '的')) continue
    const found = ledTo(text, lead.end, end, lead.value.lead)
    // 来市医院的专家: whose they are
    if (found?.lead === '来' && text[found.end] === '的') continue
    if (!found) continue
    // 地点在环卫所食堂望江区: who tells it, with no pause in between
    const told = tokens[firstBehind(tokens, found.start + 2)]
    const cut =
      told?.type === 'unit' && told.start >= found.start + 3 && told.end >= found.end ? told.start : 0
    const place = cut && endsPlace(text, found.start, cut) ? { ...found, end: cut } : found
    if (accepts(place)) {
      // 走进平川,在平川县一中礼堂: a name without an ending that somebody went to may be a county's
      if (!isWide(text.slice(place.start, place.end)) && !goesFirst(text, place)) {
        if (!wide || strongLeads.has(place.lead)) return place
      } else wide ??= place
    }
    i = place.end - 1
  }
  return wide
}
/** 昨天下某某村, 专家们又下三个乡: behind who went or when; not 线下, 一下. */
const goesDown = (text: string, at: number, shut: number): boolean =>
  !'午半周个月旬雨雪班课次面边岗沉放达派'.includes(text[at + 1] ?? '午') &&
  (at === shut || !isHan(text.charCodeAt(at - 1)) || '们去又再家师员组队我咱俺'.includes(text[at - 1]!))

/** The way to a place whose name is begun again behind 在. */
const goesFirst = (text: string, p: PlaceFind): boolean =>
  !endsPlace(text, p.start, p.end) && near(text, `在${text.slice(p.start, p.end)}`, p.end, 40) > 0

/** A county and the like; 社区 and 小区 are none. */
const isWide = (words: string): boolean =>
  /[省市县州旗盟]$/.test(words) ||
  (words.endsWith('区') && !/(小|社|校|园|厂|矿|街|生活|宿舍|服务)区$/.test(words))
const strongLeads: ReadonlySet<string> = new Set(
  '在 到 走进 走进了 来到 来到了 深入到 深入 走入 前往 下到'.split(' '),
)

const isClosed = (t: Token): boolean =>
  t.type === 'title' || t.type === 'date' || t.type === 'number' || (t.type === 'unit' && !t.bare)

function ledTo(text: string, at: number, end: number, lead: string): PlaceFind | null {
  let from = at
  // 去了某某水库
  if (text[from] === '了' && '去到进走'.includes(text[from - 1]!)) from++
  if (text[from] === '趟' || text.startsWith('一趟', from)) from += text[from] === '趟' ? 1 : 2
  for (const w of fillers) if (text.startsWith(w, from)) from += w.length
  let to = cutPlace(text, from, end)
  // 在“康乐家园”养老院
  if (text[from] === '“') {
    const close = near(text, '”', from, 14)
    to = close > 0 && close - from < 12 ? cutPlace(text, close + 1, end) : from
    return to > from && endsPlace(text, close, to) && !stopWords.at(text, close + 1)
      ? { start: from, end: to, lead }
      : null
  }
  // 去大苗山那边的红水乡, 在两县交界的某某村: the nearer name behind
  const beyond = /^[^,。;的]{0,4}(那边|那里|一带|深处|脚下|旁边|附近)的/.exec(text.slice(to, to + 8))?.[0]
  if (beyond) {
    from = to + beyond.length
    to = cutPlace(text, from, end)
    return (endsPlace(text, from, to) || soundsLikePlace(text, from, to)) &&
      isSpecificPlace(text.slice(from, to))
      ? { start: from, end: to, lead }
      : null
  }
  if (!endsPlace(text, from, to) || !isSpecificPlace(text.slice(from, to))) {
    const of = attributeEnd(text, from, end)
    const last = of > 0 ? cutPlace(text, of, end) : 0
    if (
      last - of > 2 &&
      (endsPlace(text, of, last) || soundsLikePlace(text, of, last)) &&
      !/([^一二三四五六七八九十]中|[里上下地])$/.test(text.slice(of, last)) &&
      isSpecificPlace(text.slice(of, last))
    )
      return { start: of, end: last, lead }
  }
  const words = text.slice(from, to)
  // 某某校长, 东山庙会: the ending belongs to another word
  if ('长友龄志徽舞'.includes(text[to] ?? '。') || (text[to] === '会' && words.endsWith('庙'))) return null
  if (lead === '上' && words.length < 3) return null
  if (words.length < 2 || underGuidance.test(text.slice(to, to + 10))) return null
  // 下三个乡; 下一步
  if (lead === '下' && (words.length < 3 || !/^[^乡村镇厂].*([村乡镇屯寨庄组队厂矿场]|社区)$/.test(words)))
    return null
  // 给省直机关女职工讲: for whom it was
  if ('给为'.includes(lead) && /(机关|单位|系统)$/.test(words)) return null
  if (countsSomething.test(words) && !/[楼室号路街中小校]|协会$/.test(words)) return null
  // 同仁于福寿居为耆老义诊, in letters
  const soft = softLeads.has(lead) && !(lead === '于' && words.length <= 6 && looksLikePlace(text, to))
  // 在某某日到来之际
  if (
    !endsPlace(text, from, to) &&
    /^[^,。;]{0,5}(之际|前夕|期间|之后|以后|之前|以前)|^作者/.test(text.slice(to, to + 8))
  )
    return null
  if (/(期间|之后|以后|之前|以前)$/.test(words)) return null
  // 深入贯彻, 深入开展: no place begins with what is done
  if (beginsWithDeed(text, from)) return null
  if (errands.some((w) => text.startsWith(w, to)) || (soft && isWide(words))) return null
  if (!isSpecificPlace(words)) return null
  const named =
    endsPlace(text, from, to) ||
    (!soft &&
      (!'在到去搁喺于'.includes(lead) ||
        looksLikePlace(text, to) ||
        ('看,'.includes(text[to] ?? '。') && soundsLikePlace(text, from, to))))
  return named ? { start: from, end: to, lead } : null
}
/** Behind the 的 of what is said of a place, -1 where nothing is. */
function attributeEnd(text: string, from: number, limit: number): number {
  for (let i = from + 2; i < Math.min(limit, from + 14); i++) {
    if (stopsAt.includes(text[i]!) || text[i] === ' ') return -1
    if (text[i] === '的') return i + 1
  }
  return -1
}
/** Leads that need a known ending behind them: 给…, 为… lead to people as often. */
const softLeads: ReadonlySet<string> = new Set(
  '给 为 往 于 进 来 上 爬 登 假 下 下去 克 地点 地址 走访 走访了 老地方 送到 送去 放在'.split(' '),
)
const fillers = [
  '走进',
  '深入',
  '那个',
  '这个',
  '咱们',
  '我们',
  '他们',
  '人家',
  '咱',
  '俺',
  '一个叫',
  '一所叫',
  '名叫',
  '当地的',
  '我会',
  '老地方',
]
const countsSomething = /^(村民|街坊|群众|学生|老人|[0-9一二三四五六七八九十]+个)|[0-9]/

/** Last characters of places: most stretches end otherwise. */
const mayEnd = new Uint8Array(0x10000)
for (const w of [...ends, ...short, '小', '中', '组']) mayEnd[w.charCodeAt(w.length - 1)] = 1

export function endsPlace(text: string, from: number, to: number): boolean {
  if (to <= from || mayEnd[text.charCodeAt(to - 1)] !== 1) return false
  // 晚上广场舞比赛
  if (text[to] === '舞') return false
  if (short.has(text.slice(from, to))) return true
  if (/^[一二三四五六七八九十0-9]+[小中]$/.test(text.slice(from, to))) return true
  for (let k = Math.max(from + 1, to - 6); k < to; k++) {
    const p = placeEnds.at(text, k)
    if (p && p.end === to) return true
  }
  return villageGroup(text, from, to)
}

/** 某镇河边组: the smallest part of a village, behind the town's name. */
const villageGroup = (text: string, from: number, to: number): boolean =>
  text[to - 1] === '组' &&
  [3, 4].some((l) => to - l > from && '镇乡村'.includes(text[to - l]!)) &&
  !'作家小成教'.includes(text[to - 2]!)

/** 在程阳八寨搞…: no known ending, but a deed follows at once. */
function looksLikePlace(text: string, to: number): boolean {
  return deeds.some((w) => text.startsWith(w, to))
}
const deeds =
  '开幕 落幕 启动 开班 开讲 揭牌 挂牌 隆重 成功 顺利 圆满 参观 考察 教 集中 联合 举办 举行 开展 组织 召开 进行 办 搞 做 讲 义诊 巡诊 上课 授课 培训 宣讲 宣传 为 给 摆 慰问 演出 指导 接诊 作 庆 登高 调研'.split(
    ' ',
  )

/** 响水洞, 马家渡, 大石板: three or four characters that end as names of hamlets do. */
export function soundsLikePlace(text: string, from: number, to: number): boolean {
  if (to - from < 3 || to - from > 4 || !terrain.has(text[to - 1]!)) return false
  if (/[里上下前后外内年月]头$|[门路街胃关]口$|(现场|关节|[骨结]石)$/.test(text.slice(from, to))) return false
  for (let i = from; i < to; i++) if (!isHan(text.charCodeAt(i))) return false
  return stopWords.at(text, from) === undefined && !kindWords.has(text.slice(from, to))
}

/** 敬老院, 科普馆: a word of doing that is the beginning of a place's end. */
export function insidePlace(text: string, word: { readonly start: number; readonly end: number }): boolean {
  const end = placeEnds.at(text, word.start)
  return end !== undefined && end.end > word.end && !notPlace(text, end.end)
}
