import type { Area } from '../structure/area.js'
import { near } from '../text/near.js'
import { firstBehind, startingAt } from '../text/ordered.js'
import { endsPlace } from '../places/places.js'
import { cutPlace } from '../places/cut.js'
import { firstPlace } from '../places/led.js'
import type { Scan } from '../scan.js'
import type { UnitToken } from '../tokens.js'
import { before } from './venue-before.js'
import { halves, head, heldBehind } from './venue-head.js'
import { house } from './venue-house.js'
import { item } from './venue-item.js'
import { between, type Found } from './venue-words.js'

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
  return behindDoer(
    s,
    area,
    firstPlace(s.text, area.tokens, area.start, area.end, named) ??
      halves(s, area) ??
      item(s, area) ??
      head(s, area) ??
      town(s, area, doer) ??
      house(s, area) ??
      everywhere(s, area) ??
      before(s, area),
  )
}

/** 北塔在礼堂唱了一台: the place without who was there. */
function behindDoer(s: Scan, area: Area, f: Found | null): Found | null {
  const doer = f && area.tokens[firstBehind(area.tokens, f.start)]
  if (!f || doer?.type !== 'unit' || doer.start !== f.start || !'在到去于'.includes(s.text[doer.end] ?? '。'))
    return f
  return f.end - doer.end > 2 ? { start: doer.end + 1, end: f.end } : f
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
    const doer = (k > 0 ? units[k - 1] : undefined) ?? (isCell ? (units[k + 1] ?? heading) : undefined)
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
