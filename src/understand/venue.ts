import type { Area } from './area.js'
import { cutPlace, endsPlace, firstPlace, isSpecificPlace } from './places.js'
import { firstBehind, overlapping, startingAt } from './ordered.js'
import type { Scan } from './scan.js'

interface Found {
  readonly start: number
  readonly end: number
}

/** Where it was: the labelled place, else the first place the words lead to, else a place standing as an item of its own. */
export function venue(s: Scan, area: Area): Found | null {
  for (let k = firstBehind(s.fields, area.start); k < s.fields.length && s.fields[k]!.label < area.end; k++)
    if (s.fields[k]!.name === 'place' && s.fields[k]!.label >= area.start) return s.fields[k]!
  const named = (p: Found): boolean => startingAt(s.kinds, p.start)?.end !== p.end
  return firstPlace(s.text, area.tokens, area.start, area.end, named) ?? item(s, area) ?? everywhere(s, area)
}

/** Words of doing in a stretch that only ends like a place: 开展农村…, 请县农技站…, 走遍全县. */
const deed =
  /开展|组织|举办|走遍|举行|邀请|^请|派|参加|共赴|领导|代表|^[我你他咱]|说|^[下由给帮教]|覆盖|获|评|推广/

/** Whether a unit that takes part stands there; a place that begins with a unit's bare name is none. */
function names(s: Scan, from: number, to: number): boolean {
  let lo = 0
  let hi = s.units.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (s.units[mid]!.token.end <= from) lo = mid + 1
    else hi = mid
  }
  return lo < s.units.length && s.units[lo]!.token.start < to
}

/** 讲座1场 三门江中学 300人; 实验小学400人: a place between spaces, commas or in front of a number. */
function item(s: Scan, area: Area): Found | null {
  const bounds: number[] = [area.start]
  for (const t of area.tokens) {
    if (t.type === 'mark' || (t.type === 'word' && t.word.kind)) bounds.push(t.start, t.end)
    else if (t.type === 'number' || t.type === 'date') bounds.push(t.start, t.end)
  }
  bounds.push(area.end)
  for (let k = 0; k + 1 < bounds.length; k++) {
    let from = bounds[k]!
    const to = bounds[k + 1]!
    if (to - from < 2 || to - from > 18) continue
    while (from < to && s.text[from] === ' ') from++
    if (!endsPlace(s.text, from, to)) continue
    const cut = cutPlace(s.text, from, to)
    if (
      /^(在|到|去|走进|进|下到|深入|前往|赴|来到|送|为|给|含|包括|其中|向|对|和|与|同|由|全|各)/.test(
        s.text.slice(from, from + 2),
      )
    )
      continue
    if (overlapping(s.kinds, from, cut)) continue
    if (
      cut === to &&
      isSpecificPlace(s.text.slice(from, cut)) &&
      !deed.test(s.text.slice(from, cut)) &&
      !names(s, from, cut)
    )
      return { start: from, end: cut }
  }
  return null
}

/** 义诊100人次，讲座60人，都在三河村: said behind for all that stands before. */
function everywhere(s: Scan, area: Area): Found | null {
  for (const lead of ['都在', '均在', '都是在', '全在', '地点都是', '地点均为']) {
    const at = s.text.indexOf(lead, area.end)
    if (at < 0 || at > area.end + 120) continue
    const start = at + lead.length
    const end = cutPlace(s.text, start, s.text.length)
    if (endsPlace(s.text, start, end)) return { start, end }
  }
  return null
}
