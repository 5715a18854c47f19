import type { Area } from '../structure/area.js'
import type { Clause } from '../form/clauses.js'
import { firstBehind, startingAt } from '../text/ordered.js'
import { endsPlace } from '../places/places.js'
import { firstPlace } from '../places/led.js'
import type { Scan } from '../scan.js'
import type { Found } from './venue-words.js'

/** The place told before in the same sentence. */
export function before(s: Scan, area: Area): Found | null {
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
    const there = between(s, way.start, way.end)
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
  return between(s, from, area.start)
}

/** The first place of a known ending the words lead to in `[from, to)`. */
function between(s: Scan, from: number, to: number): Found | null {
  const tokens = s.tokens.slice(firstBehind(s.tokens, from), firstBehind(s.tokens, to))
  return firstPlace(s.text, tokens, from, to, (p) => endsPlace(s.text, p.start, p.end))
}

/** 到某处开展活动 讲座一场78人 义诊一场105人; 在某处办讲座,同时义诊:讲座一场…,义诊一场…: parts of what was held there. */
function oneOfSeveral(s: Scan, area: Area): boolean {
  const kind = startingAt(s.kinds, area.start + (s.text[area.start] === ' ' ? 1 : 0))
  if (!kind || area.tokens.some((t) => t.type === 'unit' || t.type === 'date')) return false
  return /((?:开展|举办|组织|办|搞)了?[^,。;]{0,8}(活动|服务)[ :,]|同时[^,。;]{1,8}:)[^。;]{0,40}$/.test(
    s.text.slice(Math.max(0, area.start - 60), area.start),
  )
}

/** 下午在同一个社区搞…: where the telling before was. */
const again =
  /(同一个?(社区|村|学校|地方|地点|场地|会场|小区|广场|单位|教室|礼堂))|(还|也|仍)是?在(那里|那儿|原地|原处|老地方)/

const back = (s: Scan, area: Area): Found | null =>
  between(s, Math.max(0, area.start - farBefore), area.start)

/** 昨天我们在某某小学讲了一堂课讲…: the telling begins in the middle of its clause, behind the place. */
function sameClause(s: Scan, area: Area): Found | null {
  const c = s.clauses[firstBehind(s.clauses, area.start)]
  if (!c || c.start >= area.start) return null
  const from = Math.max(c.start, area.start - farBefore)
  const kind = s.kinds[firstBehind(s.kinds, from)]
  return kind && kind.start < area.start ? null : between(s, from, area.start)
}

/** Whether nothing was done and nobody counted in a clause. */
function idle(s: Scan, c: Clause): boolean {
  const kind = s.kinds[firstBehind(s.kinds, c.start)]
  const figure = s.figures[firstBehind(s.figures, c.start)]
  return !(kind && kind.start < c.end) && !(figure && figure.start < c.end)
}

/** What ties a deed to the place of the one told before it in the sentence: 到某校义诊,同时给家长讲…; 到某乡,上午…;下午…. */
const goesOn =
  /^(同时|随后|接着|顺便|还|并|并且|之后|结束后|会后|课后|讲座后|义诊后|下午|晚上)(?![^,。;]{0,6}[在到去赴])/

/** 上午…;下午给…: nobody went anywhere in between. */
const hourLater = /^(下午|晚上|课后|会后|讲座后|义诊后|结束后|随后|接着|之后|顺便)/

/** Characters a sentence is looked back through. */
const farBefore = 120
