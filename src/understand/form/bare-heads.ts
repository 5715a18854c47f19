import type { Field } from './labels.js'
import type { Figure } from '../figures/figures.js'
import { settled } from '../figures/how-told.js'
import { countsMatters } from '../figures/matters.js'
import type { Clause } from './clauses.js'
import type { Normalized } from '../text/normalize.js'
import { startingAt } from '../text/ordered.js'
import { pattern } from '../text/pattern.js'
import { has, type NumberToken, type Token } from '../tokens.js'

/** Behind a number that is a headcount without saying so: 六十有余吧, 四百挂零, 二百来号. */
const tails =
  /^(有余|挂零|出头|打不住|左右|上下|以上|多|来|余|整|不止|开外|号|个|口子|口|名|吧|的样子|光景|呢|啊|哦|了|嘛|[.。)!]| )*$/
/** In front of one that is none: an ordinal, a room, a sum, a limit, a hotline. */
const numbersSomething = '降升减瘦压糖值重高低第#-.:每/限元¥楼层室栋号路线班级约占满'
const most = 50_000
/** Tokens looked back for whom it counts. */
const lookback = 40

/**
 * Headcounts said as a number alone, in lines where nobody is counted otherwise: 王家村 58; 共415; 娃娃33个. Only where
 * the line tells of an activity (a kind, a unit, a day) and the number ends its clause.
 */
export function bareHeads(
  n: Normalized,
  tokens: readonly Token[],
  cs: readonly Clause[],
  figures: readonly Figure[],
  fields: readonly Field[],
): Figure[] {
  const out: Figure[] = []
  const counted = new Set<number>()
  for (const f of figures)
    if (f.counts === 'people' || f.counts === 'online')
      counted.add(cs[f.clause]!.line).add(told(cs[f.clause]!.sentence))
  const dated = new Set(
    cs.filter((c) => tokens.slice(c.from, c.to).some((t) => t.type === 'date')).map((c) => c.sentence),
  )
  const taken = new Set(figures.map((f) => f.at))
  for (let ci = 0; ci < cs.length; ci++) {
    const c = cs[ci]!
    if (c.to === c.from) continue
    // 2.27 讲座 职工130；2.28 培训 32: an item of the line with a day of its own
    const own = dated.has(c.sentence) && !counted.has(told(c.sentence))
    if (counted.has(c.line) && !own && !sums(figures, ci)) continue
    for (let i = c.from; i < c.to; i++) {
      const t = tokens[i]!
      if (t.type !== 'number' || taken.has(i) || t.num.role !== 'quantity' || t.num.vague) continue
      const field = startingAt(fields, t.start)
      if (field?.name === 'people' && field.end === t.end && t.dimension === null) {
        out.push(figure(n, t, ci, i, out.at(-1)))
        continue
      }
      if (t.num.value < 3 || t.num.value > most || !Number.isInteger(t.num.value)) continue
      // 义诊完了，双河屯，95个，…: nothing else in its clause
      const whole = t.start === c.start && t.end === c.end && tells(tokens, cs, ci, i)
      if (n.text[t.num.end] === '个' && !named(tokens, c.from, i) && !whole) continue
      if (!alone(n.text, c, t) || isAge(n.text, t) || thereAre(n.text, t.start - 14, t.start)) continue
      if (!tells(tokens, cs, ci, i)) continue
      const f = figure(n, t, ci, i, out.at(-1))
      // 义诊50 量血压38 取药22: some of those seen
      const done = tokens[i - 1]
      const service =
        out.length > 0 &&
        ((has(done, 'service') && done!.end === t.start) || tookAway(n.text, t.start - 5, t.start))
      out.push(service ? { ...f, service } : f)
    }
  }
  return out
}

/** 每天40人，一共80: told for each so far. */
const sums = (figures: readonly Figure[], clause: number): boolean => {
  for (let k = figures.length - 1; k >= 0 && figures[k]!.clause >= clause - 1; k--) {
    const f = figures[k]!
    if (f.counts === 'people' && f.clause <= clause) return f.each
  }
  return false
}

/** Sentences beside lines in one set of numbers. */
const told = (sentence: number): number => -1 - sentence

/** The number has no unit (or only 个, 号, 口) and nothing but particles stand to the end of its clause or item. */
function alone(text: string, c: Clause, t: NumberToken): boolean {
  if (t.dimension !== null && !'个号口名'.includes(text.slice(t.num.end, t.end))) return false
  if (t.start > 0 && numbersSomething.includes(text[t.start - 1]!)) return false
  if (countsMatters(text, 0, t.start)) return false
  // 输了50, 走了12: of money, points, or those who left
  if (
    /[输赢花赚欠借还买捐罚交付收掉走考得涨跌降升瘦胖包蒸炸煮捏烙缝织印种栽修磨]了$/.test(
      text.slice(Math.max(0, t.start - 2), t.start),
    )
  )
    return false
  // 是58个，不是我报的六十: what is denied
  if (/不是[^,，。;0-9]{0,6}$/.test(text.slice(Math.max(c.start, t.start - 8), t.start))) return false
  // 3比5: a score
  if (/[0-9一二三四五六七八九十]比$/.test(text.slice(Math.max(0, t.start - 2), t.start))) return false
  const end = Math.min(c.end, t.num.end + 8)
  // 27(登山): a remark behind the number
  const rest = text.slice(t.num.end, end).replace(/^\([^()\d]{1,6}\)?$/, '')
  const gap = rest.indexOf(' ')
  const item = gap >= 0 ? rest.slice(0, gap) : rest
  return tails.test(item) && (gap >= 0 || c.end <= t.num.end + 8)
}

const named = (tokens: readonly Token[], from: number, at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, from - 6); i--)
    if (has(tokens[i], 'audience') || has(tokens[i], 'reach') || has(tokens[i], 'member')) return true
  return false
}

const tookAway = pattern(/(?:[拿领取抓开]了?药|开了?方子?|扎了?针)$/)
/** 讲师团现在有老师28名: how many there are. */
const thereAre = pattern(
  /(?:现在?|目前|如今|眼下)有(?:[\u4e00-\u9fa5]{0,4})(?:讲师|老师|专家|教授|医生|会员|队员|成员|团员|志愿者)$/,
)

/** 我今年七十三, 某老师七十六: said of a person. */
const isAge = (text: string, t: NumberToken): boolean =>
  /(今年|高龄|年过|岁数|老师|先生|今年已)$/.test(text.slice(Math.max(0, t.start - 3), t.start)) &&
  t.num.value >= 50 &&
  t.num.value <= 100

/** Whom or where stands in front, or a unit, a day or a kind in its clause or the one before. */
function tells(tokens: readonly Token[], cs: readonly Clause[], ci: number, at: number): boolean {
  const c = cs[ci]!
  let first = ci
  while (first > 0 && ci - first < 3 && cs[first - 1]!.sentence === c.sentence) first--
  if (first === ci && ci > 0 && cs[ci - 1]!.line === c.line) first--
  const { from } = cs[first]!
  let evidence = 0
  for (let i = at - 1; i >= Math.max(from, at - lookback); i--) {
    const t = tokens[i]!
    if (
      has(t, 'stock') ||
      has(t, 'planned') ||
      has(t, 'growth') ||
      has(t, 'must') ||
      has(t, 'unprinted') ||
      has(t, 'handout')
    )
      return false
    if (has(t, 'audience') || has(t, 'reach') || has(t, 'member')) return true
    if (t.type === 'unit' || t.type === 'date' || t.type === 'title') evidence++
    if (t.type === 'word' && t.word.kind) evidence++
  }
  return evidence > 0
}

function figure(
  n: Normalized,
  t: NumberToken,
  clause: number,
  at: number,
  before: Figure | undefined,
): Figure {
  const rest = n.text.slice(t.num.end, t.num.end + 3)
  const vague = /^(有余|挂零|出头|打不|左右|上下|多|来|余|开外|不止)/.test(rest)
  return {
    counts: 'people',
    measure: {
      value: t.num.value,
      qualifier: t.num.qualifier === 'exact' && vague ? 'about' : t.num.qualifier,
      words: t.num.words,
      span: n.span(t.num.start, t.num.end),
    },
    who: null,
    total: /[共计]$/.test(n.text.slice(Math.max(0, t.start - 1), t.start)),
    part: false,
    each: false,
    service: false,
    labelled: false,
    alone: true,
    // 签到表47，就报47
    actual: settled(n.text, t, before),
    onsite: false,
    sent: false,
    aside: t.aside,
    benefit: false,
    clause,
    start: t.start,
    end: t.end,
    at,
  }
}
