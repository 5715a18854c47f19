import type { Area } from '../structure/area.js'
import { firstBehind, startingAt } from '../text/ordered.js'
import { terrain } from '../places/words.js'
import { endsPlace, isSpecificPlace, soundsLikePlace } from '../places/places.js'
import { cutPlace } from '../places/cut.js'
import type { Scan } from '../scan.js'
import { deed, type Found, led, names, small } from './venue-words.js'

/** 昨天某某小学那场讲座; 4.2烈士陵园祭扫: the head of a cell behind a day or a unit, with what was held there behind it. */
export function head(s: Scan, area: Area): Found | null {
  const ts = area.tokens
  for (let k = 0; k < ts.length; k++) {
    const t = ts[k]!
    if (t.type !== 'date' && !(t.type === 'mark' && ts[k - 1]?.type === 'date')) continue
    let from = t.end
    from += onTheWay.exec(s.text.slice(from, from + 4))![0].length
    const spot = firstBehind(s.kinds, from)
    const held = s.kinds[spot]
    // 8.27东礁义诊98人
    if (
      held &&
      held.start - from >= 2 &&
      held.start - from <= 4 &&
      isHamlet(s.text, from, held.start) &&
      !names(s, from, held.start)
    )
      return { start: from, end: held.start }
    const to = cutPlace(s.text, from, area.end)
    if (
      (to - from < 3 && !numbered.test(s.text.slice(from, to))) ||
      to - from > 14 ||
      !endsPlace(s.text, from, to) ||
      names(s, from, to)
    )
      continue
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

const twoHalves =
  /(?:上午|头一场|第一场)[在到去]?([\u4e00-\u9fa5]{2,10}?)[,，、 ]?(?:下午|后一场|第二场)又?[在到去]?([\u4e00-\u9fa5]{2,10}?)(?=[,，。;；\n]|$)/
/** 两场，上午一中下午二中，: where it was, and then where. */
export function halves(s: Scan, area: Area): Found | null {
  const m = twoHalves.exec(s.text.slice(area.start, area.end))
  if (!m) return null
  const end = area.start + m.index + m[0].length
  const start = area.start + m.index + m[0].indexOf(m[1]!)
  const one = { start, end: start + m[1]!.length }
  return endsPlace(s.text, one.start, one.end) &&
    endsPlace(s.text, end - m[2]!.length, end) &&
    isSpecificPlace(m[1]!)
    ? one
    : null
}

/** 上午一中下午二中 */
const numbered = /^[一二三四五六七八九十][小中]$/

/** 昨天上午在食堂…, 昨天去海滩…: what stands between the day and the place. */
const onTheWay = /^(上午|下午|晚上|早上|中午|傍晚|一早)?[的在]?([去到](?!过))?/

/** Somebody on the way there: 果树专家上张家庄. */
const goer = /[上到去在]|专家|老师|医生|大夫|会员|老人|我/

/** 前天大田寨教…: in a village, which does not teach. */
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
export function heldBehind(s: Scan, at: number, limit: number): boolean {
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
