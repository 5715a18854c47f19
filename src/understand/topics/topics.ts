import { isHan } from '../text/chars.js'
import { pattern } from '../text/pattern.js'
import type { Field } from '../form/labels.js'
import { nameAt } from '../people/names.js'
import { near } from '../text/near.js'
import { firstBehind, overlapping } from '../text/ordered.js'
import { tailLine } from '../form/tail-line.js'
import { endsPlace } from '../places/places.js'
import type { Token } from '../tokens.js'
import { spoken } from './said.js'
import { isTopic, tailBehind, isCampaign, item } from './titles.js'
import { type TopicFind, leadsAsTitle } from './words.js'

/** 📚📚 热闹了一下午: a picture in front of what is told. */
const isRemark = (text: string, f: Field): boolean =>
  text.charCodeAt(f.label) >= 0xd83c &&
  text.charCodeAt(f.label) <= 0xd83e &&
  /[了啊呢吧嘛]/.test(text.slice(f.start, f.end))

/** Titles of lectures and courses told as such: 题目《…》, 讲“…”, 主题：…, 讲航天. */
export function topics(
  text: string,
  tokens: readonly Token[],
  fields: readonly Field[],
  start: number,
  end: number,
  teaching: boolean,
): TopicFind[] {
  const out: TopicFind[] = []
  for (const f of fields)
    if (f.name === 'topic' && f.label >= start && f.label < end && !isRemark(text, f))
      out.push(...inField(tokens, f))
  if (!teaching)
    return out.length > 0
      ? out.filter((o) => !/(建议|提案|报告|稿|信息)$/.test(text.slice(o.start, o.end)))
      : taughtBeside(text, tokens)
  const labelled = [...out]
  let strong = labelled.length
  let tail = ''
  for (const t of tokens) {
    if (t.type !== 'title' || overlapping(labelled, t.start, t.end)) continue
    if (t.aside && !t.book) continue
    if (!isTopic(text, t) || (!t.book && isCampaign(text.slice(t.start + 1, t.end - 1)))) continue
    // 举办“甲”讲座;…开展“乙”培训: the second telling's title is not this one's
    const own = t.book ? '' : tailOf(text, t.end)
    if (out.length > 0 && own && tail && own !== tail && /[。;\n]/.test(text.slice(out.at(-1)!.end, t.start)))
      break
    tail ||= own
    const of = t.book
      ? /^(里|中|里头)的[一-龥]{1,8}(?=[,。;\n ]|$)/.exec(text.slice(t.end, t.end + 12))
      : null
    // 《红楼梦》里的医药
    out.push(of ? { start: t.start, end: t.end + of[0].length } : { start: t.start + 1, end: t.end - 1 })
    if (
      t.book ||
      leadsAsTitle(text, t.start) ||
      leadsAsTitle(text, t.start - 1) ||
      text.startsWith('为题', t.end)
    )
      strong++
  }
  // “科学下午茶”科普讲座…以《…》为题: the series has a name, the lecture a title
  if (strong > 0 && strong < out.length && !fields.some((f) => f.name === 'topic'))
    return out.filter(
      (o) =>
        text[o.start - 1] === '《' ||
        leadsAsTitle(text, o.start - 1) ||
        leadsAsTitle(text, o.start - 2) ||
        text.startsWith('为题', o.end + 1),
    )
  if (out.length > 0) return out
  const said =
    about(text, start, end) ??
    around(text, start, end) ??
    behindColon(text, tokens, start, end) ??
    spoken(text, tokens, start, end)
  if (said !== undefined) return said ? [said] : []
  const shared = forAll(text, end) ?? inTail(text, end) ?? asAbove(text, tokens, start, end)
  if (shared) return [shared]
  return fields.length > 0 ? [] : item(text, tokens, start, end)
}

/** 参观水厂,许老师讲《一杯水》; 义诊,另作“防暑”讲座: a title told as a lecture's where the activity is called otherwise. */
function taughtBeside(text: string, tokens: readonly Token[]): TopicFind[] {
  const titled = tokens.filter(
    (t) =>
      t.type === 'title' &&
      !t.aside &&
      isTopic(text, t) &&
      !isCampaign(text.slice(t.start + 1, t.end - 1)) &&
      (taught.test(text.slice(Math.max(0, t.start - 4), t.start)) ||
        (text.startsWith('为题', t.end) && /讲|课|报告/.test(text.slice(t.end, t.end + 24))) ||
        (t.book && /^[ ,|]?(主讲|讲师|讲者|授课)/.test(text.slice(t.end, t.end + 4))) ||
        /^(的)?(专题|科普|健康)?(讲座|报告(?!会?[0-9]*篇)|一?课)/.test(text.slice(t.end, t.end + 6))),
  )
  return titled.map((t) => ({ start: t.start + 1, end: t.end - 1 }))
}

const taught = /(讲|讲了|主讲|讲解|讲授|讲述|题为|讲的是|讲课)[:“]?$/

/** 讲座 or 培训, by what a title is followed by. */
const tailOf = (text: string, at: number): string =>
  /^[^,。;]{0,6}?(讲座|培训)/.exec(text.slice(at, at + 8))?.[1] ?? ''

/** ——都是张老师讲《…》: said behind for all that stands before. */
function forAll(text: string, from: number): TopicFind | null {
  for (let i = from; i < Math.min(text.length, from + 160); i++) {
    if (text[i] !== '都' && text[i] !== '均') continue
    let k = i
    while (k < text.length && k - i < 24 && !',。;\n《'.includes(text[k]!)) k++
    if (text[k] !== '《' || !/讲|作|题/.test(text.slice(i, k))) continue
    const close = near(text, '》', k, 62)
    if (close > k && close - k < 60) return { start: k + 1, end: close }
  }
  return null
}

/** The title on the line below a list, told for all its lines. */
function inTail(text: string, from: number): TopicFind | null {
  const tail = tailLine(text, from)
  const open = tail ? near(text, '《', tail.start, tail.end - tail.start) : -1
  const close = open < 0 ? -1 : near(text, '》', open, tail!.end - open)
  return close < 0 ? null : { start: open + 1, end: close }
}

const sameTitle = pattern(/^(同题|题目?同上|内容同上|同上|讲题同上)/)
/** 周四 三中 650人 同题: the title told last before. */
function asAbove(text: string, tokens: readonly Token[], start: number, end: number): TopicFind | null {
  const again = tokens.some((t, k) => {
    const from = t.type === 'mark' ? t.end : -1
    return from >= 0 && sameTitle(text, from, Math.min(end, tokens[k + 1]?.start ?? end))
  })
  if (!again) return null
  const from = Math.max(0, start - farAbove)
  const close = text.slice(from, start).lastIndexOf('》')
  const open = close < 0 ? -1 : text.slice(from, from + close).lastIndexOf('《')
  return open < 0 ? null : { start: from + open + 1, end: from + close }
}
/** Characters looked back through for the title of the line above. */
const farAbove = 120

/** 讲座:退休金怎么算 76人; but 讲座:三中 300人, 培训:上午… */
function behindColon(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): TopicFind | undefined {
  for (const t of tokens) {
    if (t.type !== 'word' || !t.word.kind || text[t.end] !== ':' || t.start < start) continue
    if (!/(讲座|报告|宣讲|讲课|培训)$/.test(text.slice(t.start, t.end))) continue
    const from = t.end + 1
    let to = from
    while (to < end && isHan(text.charCodeAt(to))) to++
    if (to - from < 4 || to - from > 16 || ':、/'.includes(text[to] ?? ' ')) continue
    const cell = text.slice(from, to)
    if (untold.test(cell) || endsPlace(text, from, to) || nameAt(text, from, to, true) === to) continue
    if (!allPlain(tokens, from, to)) continue
    return { start: from, end: to }
  }
  return undefined
}
function allPlain(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = firstBehind(tokens, from); k < tokens.length && tokens[k]!.start < to; k++)
    if (!isPlain(tokens[k]!)) return false
  return true
}
/** Words within a title that are nothing else. */
const isPlain = (t: Token): boolean =>
  t.type === 'word' && (t.word.kind === null || t.word.kind.weight === 'weak')
const untold =
  /[了已共场期]|^(上午|下午|今|昨|本|我|由|在|到|请|无|暂)|主讲|老师|教授|医生|主任|参加|听众|情况|活动|如下/

/** 围绕冬季用电安全讲了一堂课 */
function around(text: string, start: number, end: number): TopicFind | undefined {
  const at = text.slice(start, end).indexOf('围绕')
  if (at < 0) return undefined
  const from = start + at + 2
  const m =
    /^([^,。;:!?“”《》、\n]{2,16}?)([给为向对][^,。;:、\n]{1,8}?)?(这个话题|这一主题|主题)?(作了?|做了?|上了|讲了?|讲授|进行|开展)[^,。;]{0,8}(课|讲座|报告|宣讲|辅导|授课|培训)/.exec(
      text.slice(from, Math.min(end, from + 36)),
    )
  return m ? { start: from, end: from + m[1]!.length } : undefined
}

/** A labelled title, with or without marks. */
function inField(tokens: readonly Token[], f: Field): TopicFind[] {
  const marked = tokens.filter((t) => t.type === 'title' && t.start >= f.start && t.end <= f.end)
  return marked.length
    ? marked.map((t) => ({ start: t.start + 1, end: t.end - 1 }))
    : [{ start: f.start, end: f.end }]
}

/** 关于糖尿病防治的讲座. */
function about(text: string, start: number, end: number): TopicFind | undefined {
  const at = text.indexOf('关于', start)
  if (at < 0 || at >= end) return undefined
  let found: TopicFind | undefined
  // 关于宇宙的奥秘的讲座: up to the last 的
  for (let i = at + 4; i < Math.min(end, at + 32) && !',。;\n'.includes(text[i]!); i++)
    if (text[i] === '的' && tailBehind(text, i + 1)) found = { start: at + 2, end: i }
  return found
}
