import { isHan } from '../text/chars.js'
import type { MarkToken, Token } from '../tokens.js'

/** Ends of a line that a sentence does not run over. */
const closed = /[。!?;:~…】\]|]\s*$/
/** A label, a cell or a mark opens the line: 听众：57人, 地点 光明小学, 【义诊】, 1、…. */
const opens =
  /^\s*(?:[^\s:，,。]{1,8}[:=|?]|[^\s\d:，,。]{1,4} |[^一-龥\d(《“"]|[\d一二三四五六七八九十]{1,3}[、.)）．])/
const labelled = /^\s*[^\s:，,。]{1,10}[:=]|~~/
/** What the lines above are together: 合计3场, 以上为二季度, （2022年度）, 都是讲师团的. */
const ofAll = /^\s*(?:\(|以上|上述|合计|总计|小计|共计|总共|都[是算]|均[为是]|全[是部])/
/** 以上都是某会5月办的 */
const allTheSame = /^\s*(?:以上|上述)[^,，。]{0,5}(?:都|均|全)(?:是|为|由|属)/
/** 其中女40人: of those in the line above. */
const partOf = /^\s*(?:其中|包括|含|里面|当中|[男女])/
/** Each line of a relay is somebody's own. */
const relay = /^[^\n]{0,12}接龙/
/** Characters below which a line is a name or a word, no clause. */
const shortest = 4

/**
 * Breaks a sentence was typed over, each clause on its own line: 昨天在滨湖社区讲防诈骗⏎来了57人⏎反响很好. The line below goes on
 * where it opens with nothing that an item, a heading or a form opens with; `marks` are the lines that a list mark stood in
 * front of. Where each break is, and what it stands for.
 */
export function softBreaks(
  text: string,
  tokens: readonly Token[],
  marks: ReadonlySet<number>,
): readonly Break[] {
  if (!text.includes('\n') || relay.test(text)) return []
  const lines = linesOf(text, tokens)
  if (lines.filter((l) => labelled.test(l.text)).length > 1) return []
  const told = lines.findIndex((l) => l.number)
  const most = (of: (l: Line) => boolean): boolean => lines.filter(of).length < 2
  const oneVoice =
    told >= 0 &&
    (!lines.some((l, k) => k > told && (l.unit || l.day)) || (most((l) => l.unit) && most((l) => l.day)))
  const out: Break[] = []
  let items = 0
  let toldAbove = false
  lines.forEach((l, k) => {
    if (l.item || marks.has(k)) items++
    const above = lines[k - 1]
    // 望江12日讲座60人⏎13日北塔义诊80人: a telling of its own
    const own = toldAbove && l.unit && l.day && l.number
    toldAbove ||= l.number && l.day
    if (
      !above ||
      own ||
      marks.has(k) ||
      !goesOn(above.text, l.text) ||
      ((items > 1 || above.text.includes(':')) && ofAll.test(l.text)) ||
      (k > 1 && above.people && allTheSame.test(l.text))
    )
      return
    // 一中120人⏎二中90人: each line has people of its own
    const apart = l.another || (l.people && above.people && !partOf.test(l.text))
    if (!l.item || oneVoice) out.push({ at: l.start - 1, mark: apart ? ';' : ',' })
  })
  return out
}

export interface Break {
  readonly at: number
  readonly mark: ',' | ';'
}

interface Line {
  readonly start: number
  readonly text: string
  /** A day, one of ours, a kind or a number that counts no people begins it. */
  readonly item: boolean
  readonly unit: boolean
  readonly day: boolean
  /** A kind with its number of sessions or papers: told besides the line above. */
  readonly another: boolean
  readonly number: boolean
  readonly people: boolean
}

function linesOf(text: string, tokens: readonly Token[]): readonly Line[] {
  const out: Line[] = []
  let t = 0
  for (let start = 0; start <= text.length;) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    while (t < tokens.length && tokens[t]!.start < start) t++
    const first = t
    while (t < tokens.length && tokens[t]!.start < end) t++
    const inside = tokens.slice(first, t)
    out.push({
      start,
      text: text.slice(start, end),
      item: opensItem(text, inside, start),
      unit: inside.some((x) => x.type === 'unit'),
      day: inside.some((x) => x.type === 'date'),
      another:
        inside.some((x) => x.type === 'word' && x.word.kind !== null) &&
        inside.some((x) => x.type === 'number' && (x.dimension === 'session' || x.dimension === 'document')),
      number: inside.some((x) => x.type === 'number'),
      people: inside.some((x) => x.type === 'number' && x.dimension === 'people'),
    })
    start = end + 1
  }
  return out
}

const goesOn = (above: string, below: string): boolean =>
  above.trim().length >= shortest &&
  below.trim().length >= shortest &&
  !closed.test(above) &&
  !above.includes('。') &&
  !/。./.test(below) &&
  !opens.test(below)

function opensItem(text: string, inside: readonly Token[], start: number): boolean {
  const t = inside[0]?.type === 'mark' && inside[0].mark === 'space' ? inside[1] : inside[0]
  if (!t || /[^ ]/.test(text.slice(start, t.start))) return false
  if (t.type === 'unit' || t.type === 'date') return true
  if (t.type === 'number')
    return t.dimension !== 'people' && t.dimension !== 'piece' && t.dimension !== 'print'
  return t.type === 'word' && t.word.kind !== null && !isHan(text.charCodeAt(t.end))
}

/** The tokens with the breaks turned into what they stand for. */
export function softened(tokens: readonly Token[], breaks: readonly Break[]): Token[] {
  const at = new Map(breaks.map((b) => [b.at, b.mark === ',' ? 'comma' : 'semi'] as const))
  return tokens.map((t) => {
    const mark = t.type === 'mark' ? at.get(t.start) : undefined
    return mark ? ({ ...t, mark } as MarkToken) : t
  })
}
