import { endsPlace } from '../places/places.js'
import type { Scan } from '../scan.js'

/** Where the words of a place stand in the text, end not included. */
export interface Found {
  readonly start: number
  readonly end: number
}

/** Words of doing in a stretch that only ends like a place: 开展农村…, 请县农技站…, 走遍全县. */
export const deed =
  /了|^[的已把]|^跑|开展|组织|举办|走遍|举行|邀请|^请|派|参加|共赴|领导|代表|^[我你他咱]|说|^下(?!.村$)|下乡$|^[由给帮教]|覆盖|获|评|推广|搬|[进到去]了/

/** Whether a unit that takes part stands there; a place that begins with a unit's bare name is none. */
export function names(s: Scan, from: number, to: number): boolean {
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
export const small =
  /^.{0,3}(大棚|鱼塘|田|(?<!窝)棚|草场|社|亭|[茶果菜桑]园|实验室|机房|舞台|书房|营地|球场|体育场|公路|铁路|马路)$/

/** What leads to a place or a person: the item is no place of its own. */
export const led =
  /^([又还再也都均先]?[在到去]|走进|进|下到|深入|前往|赴|来到|送|为|给|含|包括|其中|向(?![阳荣前南北东])|对|和(?![平谐睦顺兴美祥义庆县田])|与|同|由|[全各](?=[校市县区省镇乡村体国]))/

/** Whether a stretch stands by itself between spaces, bars or commas. */
export const between = (text: string, from: number, to: number): boolean =>
  from > 0 && ' |,'.includes(text[from - 1]!) && ' |,'.includes(text[to] ?? '。')
