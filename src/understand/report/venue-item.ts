import type { Area } from '../structure/area.js'
import { isName, nameAt } from '../people/names.js'
import { firstBehind, overlapping, startingAt } from '../text/ordered.js'
import { endsPlace, insidePlace, isSpecificPlace, soundsLikePlace } from '../places/places.js'
import { beginsWithDeed, cutPlace } from '../places/cut.js'
import type { Scan } from '../scan.js'
import { between, deed, type Found, led, names, small } from './venue-words.js'

/** 讲座1场 三门江中学 300人; 实验小学400人: a place between spaces, commas or in front of a number. */
export function item(s: Scan, area: Area): Found | null {
  const bounds: number[] = [area.start]
  for (const t of area.tokens) {
    if (
      t.type === 'mark' ||
      t.type === 'title' ||
      (t.type === 'word' && t.word.kind && !insidePlace(s.text, t) && !namesHouse(s.text, t))
    )
      bounds.push(t.start, t.end)
    else if (
      (t.type === 'number' &&
        // 第二人民医院
        !(s.text[t.start - 1] === '第' && s.text[t.end] === '民') &&
        !inName(s.text, t.end) &&
        !'楼层'.includes(s.text[t.end - 1]!)) ||
      t.type === 'date'
    )
      bounds.push(t.start, t.end)
  }
  // 科普展·9/17·区档案馆·200人, but no name like 古丽·艾山
  const dots: number[] = []
  for (let i = area.start; i < area.end; i++) if (s.text[i] === '·') dots.push(i, i + 1)
  if (dots.length > 2) bounds.push(...dots)
  bounds.push(area.end)
  bounds.sort((a, b) => a - b)
  for (let k = 0; k + 1 < bounds.length; k++) {
    let from = bounds[k]!
    const to = bounds[k + 1]!
    if (to - from < 2 || to - from > 18) continue
    while (from < to && s.text[from] === ' ') from++
    from += timeOfDay.exec(s.text.slice(from, to))![0].length
    from = behindNumber(s, from)
    if (from < 0) continue
    if (plain.has(s.text.slice(from, to)) && between(s.text, from, to)) return { start: from, end: to }
    const cut = cutPlace(s.text, from, to)
    if (between(s.text, from, to) && isSpot(s.text, from, to) && !names(s, from, to))
      return { start: from, end: to }
    if (!endsPlace(s.text, from, cut)) continue
    if (led.test(s.text.slice(from, from + 2)) || overlapping(s.kinds, from, cut)) continue
    // 苗某某、安如山、谷某某三位: of a row of people
    if (
      (s.text[to] === '、' || s.text[from - 1] === '、') &&
      nameAt(s.text, from, to) === to &&
      isName(s.text, from, to)
    )
      continue
    // 某某街道:11月13日…: who tells it
    if (
      s.text[to] === ':' &&
      (from === 0 || s.text[from - 1] === '\n') &&
      !visited.test(s.text.slice(from, to))
    )
      continue
    // 谁讲的?A:区防疫站 池某某: whose lecturer it was
    if (
      asked.test(s.text.slice(Math.max(0, from - 4), from)) &&
      s.text[to] === ' ' &&
      nameAt(s.text, to + 1, area.end) !== null
    )
      continue
    // 新命名5个,分别是甲园、乙场: what was founded
    if (
      (s.text[to] === '、' || s.text[from - 1] === '、') &&
      area.tokens.some((x) => x.type === 'word' && x.word.kind?.kind === 'base')
    )
      continue
    // 某某合作社示范基地: the base is called so
    if (startingAt(s.kinds, to)?.kind === 'base') continue
    if (
      (cut === to || room.test(s.text.slice(cut, to))) &&
      isSpecificPlace(s.text.slice(from, cut)) &&
      !deed.test(s.text.slice(from, cut)) &&
      !beginsWithDeed(s.text, from) &&
      !(small.test(s.text.slice(from, cut)) && !isOrchard(s.text, from, to)) &&
      !names(s, from, cut)
    )
      return { start: from, end: cut }
  }
  return null
}

/** 向阳果园 between two spaces, named and no crop. */
const isOrchard = (text: string, from: number, to: number): boolean =>
  to - from >= 4 &&
  text[from - 1] === ' ' &&
  ' \n'.includes(text[to] ?? ' ') &&
  '园场社亭'.includes(text[to - 1]!)

/** Places of no name that a terse line means by them. */
const plain = new Set('广场 公园 礼堂 大礼堂 操场 食堂 村部 集市'.split(' '))

/** 上午二中一百八, 七点半社区书画班: the hour in front of the place. */
const timeOfDay =
  /^(上午|下午|晚上|晚间|早上|早晨|中午|傍晚|一早)?([0-9一二三四五六七八九十两]{1,3}点(半|一刻|三刻|多|整)?)?/

/** 某幼儿园大班, 某小学五年级: who was taught there. */
const room =
  /^(科普|健康|专题|科技|安全|大班|中班|小班|(?:[初高]?[一二三四五六七八九]年级|[初高][一二三])(?:学生|同学|师生|孩子)?|全校|全体|门前|门外|内|里)$/

/** Houses that tell nothing themselves: 某小学:今天上午讲座…. */
const visited = /([小中]学|[一二三四五六七八九十][小中]|幼儿园|敬老院|养老院|公园|广场)$/

const asked = /\?[A答]?:$/

/** 老年活动站: a house, though its end is a word for what was founded. */
const namesHouse = (text: string, t: { readonly start: number; readonly end: number }): boolean =>
  /[站室院园馆]$/.test(text.slice(t.start, t.end)) &&
  endsPlace(text, t.start - 1, t.end) &&
  /[一-龥]/.test(text[t.start - 1] ?? '。')

/**
 * Where a place behind a number begins: 四号站家属区 and 五里牌小学 with it; -1 where the number says how many there were: 四家冷冻厂,
 * 4口塘, 清了两条路.
 */
function behindNumber(s: Scan, at: number): number {
  const k = firstBehind(s.tokens, at)
  const own = s.tokens[k]
  if (own?.type === 'number' && own.start === at) return inName(s.text, own.end) ? at : -1
  const t = s.tokens[k - 1]
  if (t?.type !== 'number' || t.end !== at || t.dimension === 'session' || t.dimension === 'people') return at
  if (/^一[个所家]$/.test(s.text.slice(t.start, t.end))) return at
  return '号里组道连营团队桥'.includes(s.text[at - 1]!) && isNumberOnly(s.text.slice(t.start, at - 1))
    ? t.start
    : -1
}

const isNumberOnly = (words: string): boolean => /^[一二三四五六七八九十0-9]{1,3}$/.test(words)

/** 义诊 大石板 71人次; 宣讲 集输队 66人; 白果镇河边组: a cell that can be nothing but a place. */
const isSpot = (text: string, from: number, to: number): boolean =>
  (soundsLikePlace(text, from, to) && !(nameAt(text, from, to) === to && isName(text, from, to))) ||
  (to - from >= 3 &&
    to - from <= 6 &&
    /^[一-龥]+队$/.test(text.slice(from, to)) &&
    !/(服务|宣传|医疗|骑兵|轻骑|志愿|小分|合唱|宣讲|演出|舞蹈|乐|秧歌|表演|讲师|专家|艺术|演唱|腰鼓|太极|工作|巡讲|突击|代表|锣鼓|龙|狮|足球|篮球|球)队$/.test(
      text.slice(from, to),
    ))

/** 东岗二校, 八小: a number inside a name. */
const inName = (text: string, at: number): boolean => '小中校幼楼层号'.includes(text[at] ?? '。')
