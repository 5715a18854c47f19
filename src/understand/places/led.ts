import { isHan } from '../text/chars.js'
import { near } from '../text/near.js'
import { firstBehind } from '../text/ordered.js'
import { beginsWithDeed, cutPlace, stopsAt } from './cut.js'
import { fillers, leads, softLeads, strongLeads } from './leads.js'
import { endsPlace, isSpecificPlace, soundsLikePlace, stopWords } from './places.js'
import type { Token } from '../tokens.js'

export interface PlaceFind {
  readonly start: number
  readonly end: number
  /** The word that led to it, '' for an item of a terse line. */
  readonly lead: string
}

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
    if (lead.value.lead === '到' && '请约'.includes(text[i - 1] ?? '。')) continue
    // 原来在农业局: where one worked
    if (
      lead.value.lead === '在' &&
      /(原来|以前|原先|从前|早年|过去|退休前|之前|原|原定|原计划|本来|原本|本来定|原来定)$/.test(
        text.slice(Math.max(0, i - 3), i),
      )
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
      if (place.lead !== '从' && !isWide(text.slice(place.start, place.end)) && !goesFirst(text, place)) {
        if (!wide || strongLeads.has(place.lead)) return place
      } else wide ??= place
    }
    i = place.end - 1
  }
  return wide
}

/** Ways on that show the run is no place, or that they went there for something else. */
const underGuidance =
  /^(的)?(大力|正确|具体|统一|关心)?(和|与)?(领导|支持|指导|关心|帮助|配合|部署|安排|协助|参与|组织)下/

const errands = '购买 采购 领取 报到 集合 吃 买 参会'.split(' ')

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

const isClosed = (t: Token): boolean =>
  t.type === 'title' || t.type === 'date' || t.type === 'number' || (t.type === 'unit' && !t.bare)

function ledTo(text: string, at: number, end: number, lead: string): PlaceFind | null {
  let from = at
  // 去了某某水库
  if (text[from] === '了' && '去到进走'.includes(text[from - 1]!)) from++
  // 25号我们去的某某村
  else if (text[from] === '的' && '去到在'.includes(text[from - 1]!)) from++
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
  const beyond =
    /^[^,。;的]{0,4}(那边|那里|一带|深处|脚下|旁边|附近|[东南西北]边|[东南西北]部|边上|交界|交界处)的/.exec(
      text.slice(to, to + 8),
    )?.[0]
  if (beyond) {
    from = to + beyond.length
    to = cutPlace(text, from, end)
    return (endsPlace(text, from, to) || soundsLikePlace(text, from, to)) &&
      isSpecificPlace(text.slice(from, to))
      ? { start: from, end: to, lead }
      : null
  }
  // 去了趟某县的某镇, 某江畔的某村: the nearer place
  if (
    text[to] === '的' &&
    endsPlace(text, from, to) &&
    (isWide(text.slice(from, to)) || '畔滨滩'.includes(text[to - 1]!))
  ) {
    const near = cutPlace(text, to + 1, end)
    if (
      !'一几两'.includes(text[to + 1]!) &&
      endsPlace(text, to + 1, near) &&
      isSpecificPlace(text.slice(to + 1, near))
    )
      return { start: to + 1, end: near, lead }
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
  if (lead === '从' && text[to] !== '回' && !text.startsWith('出来', to)) return null
  // 下三个乡; 下一步
  if (lead === '下' && (words.length < 3 || !/^[^乡村镇厂].*([村乡镇屯寨庄组队厂矿场]|社区)$/.test(words)))
    return null
  // 给技校学生讲, 给驻站学生讲: which pupils, where no school is named
  if (
    '给为'.includes(lead) &&
    words.length === 2 &&
    !/^[一二三四五六七八九十]/.test(words) &&
    /^的?(?:学生|同学|新生|师生|大学生)/.test(text.slice(to, to + 4))
  )
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

const countsSomething = /^(村民|街坊|群众|学生|老人|[0-9一二三四五六七八九十]+个)|[0-9]/

/** 在程阳八寨搞…: no known ending, but a deed follows at once. */
function looksLikePlace(text: string, to: number): boolean {
  return deeds.some((w) => text.startsWith(w, to))
}

const deeds =
  '开幕 落幕 启动 开班 开讲 揭牌 挂牌 隆重 成功 顺利 圆满 参观 考察 教 集中 联合 举办 举行 开展 组织 召开 进行 办 搞 做 讲 义诊 巡诊 上课 授课 培训 宣讲 宣传 为 给 摆 慰问 演出 指导 接诊 作 庆 登高 调研'.split(
    ' ',
  )
