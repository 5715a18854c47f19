import { isHan } from '../text/chars.js'
import type { Field } from '../form/labels.js'
import { isName, mayBeName, nameAt, postAt } from './names.js'
import { boundary, namesAt } from './acting.js'
import { behindLead, cellEnd, inField, leads, nextCells } from './led.js'
import { closesItem, list, otherDutyBefore, type NameFind } from './list.js'
import { startingAt } from '../text/ordered.js'
import { tailLine } from '../form/tail-line.js'
import { near } from '../text/near.js'
import { endsPlace } from '../places/places.js'
import type { Token } from '../tokens.js'

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
    const lead = leads.at(text, i) ?? tradeLabel(text, i)
    if (lead) {
      // ,授课陈某某: at the head of a cell nothing else can follow
      const cell = i === start || ' ,|(\n'.includes(text[i - 1]!)
      const led = behindLead(text, lead.end, end, lead.value || cell, !lead.value)
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
  if (out.length === 0) add(inCell(text, tokens, start, end))
  if (out.length === 0) add(oneself(text, tokens, start, end))
  if (out.length === 0) add(forAll(text, end))
  if (out.length === 0) add(inTail(text, end))
  return out.sort((a, b) => a.start - b.start)
}

/** 律师:钱某某; 农艺师:占某某: a trade as a label. */
function tradeLabel(text: string, at: number): { readonly end: number; readonly value: boolean } | null {
  const post = postAt(text, at)
  if (!post?.trade || text[post.end] !== ':') return null
  return '师授医生夫家员工练士'.includes(text[post.end - 1]!) && !notTeacher.test(text.slice(at, post.end))
    ? { end: post.end, value: true }
    : null
}
const notTeacher = /^(会员|成员|党员|志愿者|摄影师|编辑|先生|女士)$/

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
  if (
    behind !== null &&
    isName(text, from, behind, true) &&
    closesItem(text, postAt(text, behind)?.end ?? behind, limit)
  ) {
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
/**
 * 4.8 卢某某 某某中学 《…》 430人; 11.8 讲座 陈某某 老年人防骗 46人: in a line of cells with a title or a word of teaching one
 * that is a full name, neither its first nor its last.
 */
function inCell(text: string, tokens: readonly Token[], start: number, limit: number): NameFind[] {
  const title = tokens.find(
    (t) => (t.type === 'title' && t.book && t.start >= start && t.end <= limit) || isTeaching(t, text, limit),
  )
  if (!title) return []
  const line = text.slice(Math.max(start, title.start - longLine), title.start).lastIndexOf('\n')
  const from =
    line < 0 ? Math.max(start, title.start - longLine) : Math.max(start, title.start - longLine) + line + 1
  for (let i = from; i < limit && text[i] !== '\n'; i++) {
    if (!' |,'.includes(text[i]!) || !mayBeName(text, i + 1)) continue
    const to = cellEnd(text, i + 1)
    const whole = nameAt(text, i + 1, to) === to && to - i > 3 && isName(text, i + 1, to)
    if (!whole || to >= limit || !' |,'.includes(text[to]!) || otherDutyBefore(text, i, start)) continue
    if (title.type === 'title' || (text[i] === ' ' && text[to] === ' ' && !endsPlace(text, i + 1, to)))
      return [{ start: i + 1, end: to }]
  }
  return []
}
/** Characters of a line of cells looked back through. */
const longLine = 120

/** A cell that is a word of teaching: 讲座, 讲, 授课. */
const isTeaching = (t: Token, text: string, limit: number): boolean =>
  t.type === 'word' &&
  t.end < limit &&
  (t.word.kind?.kind === 'lecture' || t.word.kind?.kind === 'training') &&
  text[t.start - 1] === ' ' &&
  text[t.end] === ' '

/** 我是某会的林业工程师曹某某, 我叫周某某, 我(某会 申某某): where one says who one is, up to the next pause. */
const selfNamed = /^我(就?是|系|叫|名叫|\()[^,。;:!?\n)]{0,24}/

/** 上周六我(某会 申某某)去某卫生院讲…; 我系某分会孟某某。…应邀作《…》报告: whoever tells it taught, where nobody else was asked to. */
function oneself(text: string, tokens: readonly Token[], start: number, limit: number): NameFind[] {
  const from = near(text, '我', start, limit - start)
  const head = from < 0 ? null : selfNamed.exec(text.slice(from, Math.min(limit, from + 30)))
  if (!head) return []
  const stop = from + head[0].length
  for (let at = from + 2; at + 2 <= stop; at++) {
    if (!mayBeName(text, at) || !boundary(text, tokens, at, from + 2 === at ? at : start)) {
      if (at > from + 2 && !'叫是'.includes(text[at - 1]!)) continue
    }
    const end = nameAt(text, at, limit)
    if (end === null || end - at < 3 || !isName(text, at, end)) continue
    if (!closesItem(text, end, limit) && startingAt(tokens, end)?.type !== 'date') continue
    const rest = text.slice(end, Math.min(limit, end + 60))
    const deed = rest.search(/讲(?![座师话堂])|作[^,。;]{0,4}《|授课|上了[^,。;]{0,3}课/)
    return deed >= 0 && !/(?<![应受])[请邀]|由|我们|咱们|组织|举办|主讲/.test(rest.slice(0, deed))
      ? [{ start: at, end }]
      : []
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

/** 讲座:《…》 主讲:张某某, on a line of its own below dated lines: told for all of them. */
function inTail(text: string, from: number): NameFind[] {
  const tail = tailLine(text, from)
  const lead = tail ? near(text, '主讲', tail.start, tail.end - tail.start) : -1
  const colon = lead < 0 ? -1 : near(text, ':', lead, 6)
  return colon < 0 ? [] : inField(text, colon + 1, tail!.end)
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
