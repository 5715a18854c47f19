import type { Field } from './labels.js'
import { isName, mayBeName, nameAt } from './names.js'
import { boundary, namesAt } from './people-acting.js'
import { behindLead, inField, leads, nextCells } from './people-led.js'
import { closesItem, list, otherDutyBefore, type NameFind } from './people-list.js'
import { isHan, type Token } from './tokens.js'

/** Lecturers and doctors told as such, in order. */
export function speakers(
  text: string,
  tokens: readonly Token[],
  fields: readonly Field[],
  start: number,
  end: number,
): NameFind[] {
  const out: NameFind[] = []
  const add = (fs: readonly NameFind[]): void => {
    for (const f of fs)
      if (
        !out.some((o) => o.start < f.end && f.start < o.end) &&
        !out.some((o) => text.slice(o.start, o.end) === text.slice(f.start, f.end))
      )
        out.push(f)
  }
  for (const f of fields)
    if (f.name === 'speaker' && f.label >= start && f.label < end) {
      const own = inField(text, f.start, f.end)
      add(own.length > 0 ? own : nextCells(text, f.end))
    }
  const skipTo = skipper(tokens, fields)
  for (let i = start; i < end; i++) {
    const to = skipTo(i)
    if (to > i) {
      i = to - 1
      continue
    }
    if (!isHan(text.charCodeAt(i))) continue
    const lead = leads.at(text, i)
    if (lead) {
      const led = behindLead(text, lead.end, end, lead.value)
      if (led.length) {
        add(led)
        i = led.at(-1)!.end - 1
        continue
      }
    }
    if (!mayBeName(text, i)) continue
    const list = namesAt(text, tokens, i, start, end)
    if (list.length) {
      add(list)
      i = list.at(-1)!.end - 1
    }
  }
  for (const title of tokens)
    if (title.type === 'title' && title.book && title.start >= start && title.end <= end)
      add(besideTitle(text, tokens, title, start, end))
  if (out.length === 0) add(forAll(text, end))
  return out.sort((a, b) => a.start - b.start)
}

/** 王某某《恐龙》; 《恐龙》 王某某: a name that stands right before or behind a title, between marks. */
function besideTitle(
  text: string,
  tokens: readonly Token[],
  title: Token,
  start: number,
  limit: number,
): NameFind[] {
  let from = title.end
  if (' ,|('.includes(text[from] ?? '。')) from++
  const behind = nameAt(text, from, limit, true)
  if (behind !== null && isName(text, from, behind, true) && closesItem(text, behind, limit)) {
    if (!otherDutyBefore(text, from, start)) return list(text, from, limit, true)
  }
  const to = ' ,|'.includes(text[title.start - 1] ?? '。') ? title.start - 1 : title.start
  for (const l of [3, 2, 4]) {
    const at = to - l
    if (at < start || nameAt(text, at, to) !== to || !isName(text, at, to)) continue
    if (!boundary(text, tokens, at, start) || '的和'.includes(text[at - 1] ?? ' ')) continue
    return otherDutyBefore(text, at, start) ? [] : [{ start: at, end: to }]
  }
  return []
}
/** 三场均由冯某某律师主讲, said behind for all that stands before. */
function forAll(text: string, from: number): NameFind[] {
  for (let i = from; i < Math.min(text.length, from + 200); i++) {
    const c = text[i]!
    if (c !== '均' && c !== '都' && c !== '全') continue
    if (!'由是为'.includes(text[i + 1] ?? '。')) continue
    let stop = i
    while (stop < text.length && stop - i < 40 && !',。;\n'.includes(text[stop]!)) stop++
    if (!/主讲|授课|讲《|讲课|宣讲|讲师/.test(text.slice(Math.max(from, i - 6), stop))) continue
    const found = inField(text, i + 2, stop)
    if (found.length > 0) return found
  }
  return []
}

const holdsNone = ({ type }: Token): boolean =>
  type === 'title' || type === 'unit' || type === 'date' || type === 'number'

/** Titles, units, dates and foreign fields hold no lecturer; asked for in rising order. */
function skipper(tokens: readonly Token[], fields: readonly Field[]): (at: number) => number {
  let t = 0
  let f = 0
  const shut = fields.filter(
    (x) => x.name === 'void' || x.name === 'speaker' || x.name === 'topic' || x.name === 'place',
  )
  return (at) => {
    while (t < tokens.length && (tokens[t]!.end <= at || !holdsNone(tokens[t]!))) t++
    while (f < shut.length && shut[f]!.end <= at) f++
    const token = tokens[t]
    const field = shut[f]
    return Math.max(token && token.start <= at ? token.end : at, field && field.label <= at ? field.end : at)
  }
}
