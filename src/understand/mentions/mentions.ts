import type { Clause } from '../form/clauses.js'
import { classMentions, filmMentions, plannedAndHeld, shortMentions } from './classes.js'
import { deedMentions } from './deeds.js'
import { atTables } from './plain-words.js'
import type { Weight } from '../words/kinds.js'
import { companyAhead, forFirms, holdsThere, servesFirms, studies, visits } from './firms.js'
import { aboutIt, compound, settled } from './settled.js'
import { handedOverMentions } from './handed-over.js'
import { serviceItems } from './service-items.js'
import { stands } from './stands.js'
import { namedActivity, namedBase, namedDocument } from './titles.js'
import type { KindMention } from './mention.js'
import { pattern } from '../text/pattern.js'
import { denied } from './denied.js'
import { type Token, has } from '../tokens.js'

const strengths: Readonly<Record<Weight, number>> = { head: 3, plain: 2, deed: 1.5, weak: 1 }

const eachTime = pattern(/每[天日周次晚]$/)
/** Every kind the text names, compounds merged to their head: 心理咨询科普讲座 is a lecture. */
export function kindMentions(text: string, tokens: readonly Token[], cs: readonly Clause[]): KindMention[] {
  const out: KindMention[] = []
  let assigned = false
  let assignedAt = -1
  // 成立了3个工作站，1个示范企业: the verb reaches over the commas of its sentence
  let founded = false
  for (let ci = 0; ci < cs.length; ci++) {
    const c = cs[ci]!
    let demote = false
    if (ci > 0 && cs[ci - 1]!.sentence !== c.sentence) {
      assigned = false
      founded = false
    }
    let declared = false
    let held = false
    let purpose = purposeEnd(text, tokens, c)
    for (let i = c.from; i < c.to; i++) {
      const t = tokens[i]!
      if (has(t, 'countsAs')) declared = true
      if (has(t, 'do')) held = true
      if (t.start >= purpose) purpose = -1
      if (t.type === 'title') {
        const named =
          namedBase(text, tokens, c, t) ??
          namedDocument(text, tokens, cs, ci, t) ??
          namedActivity(text, tokens, i)
        if (named) out.push({ ...named, at: i, clause: ci, aside: t.aside })
        continue
      }
      if (t.type !== 'word') continue
      const fulfilled = plannedAndHeld(text, tokens, i)
      if (fulfilled) {
        out.push({ ...fulfilled, at: i, clause: ci, aside: t.aside })
        continue
      }
      // 老教师主讲“杠杆的奥秘”: a lecture, whatever it was part of
      if (
        tokens[i + 1]?.type === 'title' &&
        tokens[i + 1]!.start === t.end &&
        text.slice(t.start, t.end) === '主讲'
      )
        out.push({
          kind: 'lecture',
          weight: 'deed',
          strength: 1.5,
          start: t.start,
          end: t.end,
          at: i,
          clause: ci,
          aside: t.aside,
        })
      if (has(t, 'means') && formAhead(tokens, i, cs, ci)) demote = true
      if (has(t, 'form')) {
        demote = false
        if (text.startsWith('方面', t.end - 2) && !headed(text, c, out.at(-1), t))
          for (let k = out.length - 1; k >= 0 && out[k]!.clause === ci; k--)
            out[k] = { ...out[k]!, strength: 0.5 }
      }
      if (has(t, 'assign') && t.word.kind === null && !t.aside && !leadsIn(text, tokens, i, c)) {
        assigned = true
        assignedAt = ci
      }
      if (
        (text.startsWith('服务', t.start) && t.end - t.start === 2 && servesFirms(text, t.end, t.end + 16)) ||
        (visits.has(text.slice(t.start, t.end)) &&
          !studies(text, cs, ci) &&
          !holdsThere(text, t.end) &&
          (companyAhead(text, t.end, c.end) ||
            (!/(社区|学校|乡镇|村|机关|军营)[、和]/.test(text.slice(t.end, Math.min(c.end, t.end + 24))) &&
              tokens
                .slice(i + 1, Math.min(c.to, i + 24))
                .some(
                  (x) =>
                    x.type === 'number' &&
                    x.dimension === 'firm' &&
                    /^(家企业|户企业|个企业)/.test(text.slice(x.num.end, x.num.end + 3)),
                ))))
      )
        out.push({
          kind: 'enterprise',
          weight: 'head',
          strength: 3,
          start: t.start,
          end: t.end,
          at: i,
          clause: ci,
          aside: t.aside,
        })
      if (has(t, 'found')) founded = true
      // 每天上课6小时: how it was held
      if (eachTime(text, t.start - 2, t.start) && /^(上课|授课|讲课|培训)$/.test(text.slice(t.start, t.end)))
        continue
      // 智能手机班结业，8节课; 一共上了12次课: how often, not what
      if (
        text[t.start] === '课' &&
        t.end - t.start === 1 &&
        tokens[i - 1]?.type === 'number' &&
        tokens[i - 1]!.end === t.start &&
        out.some((k) => k.strength >= 2 && (k.kind === 'training' || k.kind === 'lecture'))
      )
        continue
      // 看病的看病，讲课的讲课: who did what there
      if (eachHisOwn(text, t.start, t.end)) continue
      if (assigned && has(t, 'call') && ci > assignedAt) assigned = false
      if (!t.word.kind || !stands(text, tokens, c, i, t, founded) || denied(text, t.start, c.start)) continue
      // 摆摊，号脉的拔罐的都有: who sat there says it (deeds.ts)
      if ('摆设'.includes(text[t.start]!) && atTables(text, t.start + 1, t.start + 36)) continue
      // 3月5日学雷锋，到村里给果树把脉: the day it was done on
      const weight = t.end - t.start === 3 && text.startsWith('学雷锋', t.start) ? 'weak' : t.word.kind.weight
      const kind = forFirms(text, c, t) ? 'enterprise' : ofAClass(text, c, t) ? 'training' : t.word.kind.kind
      // 搞防灾宣传, 开展参观活动: behind a verb of holding the word is the name of what was held
      const named =
        weight === 'plain' &&
        held &&
        (i + 1 >= c.to || tokens[i + 1]!.type === 'mark' || text.startsWith('活动', t.end))
      // 在纳凉晚会上给大家讲…: where it was told
      const occasion = (kind === 'culture' || kind === 'meeting') && text[t.end] === '上' && weight === 'head'
      const strength =
        declared || countedAs(text, t.start) || reportedAs(text, t.start, t.end)
          ? 6
          : demote || assigned || purpose >= 0
            ? 0.5
            : text.startsWith('工作', t.end) && kind !== 'enterprise'
              ? 0.9
              : occasion
                ? 1
                : t.aside
                  ? strengths[weight] * 0.8
                  : asAttribute(text, t.start, t.end)
                    ? 1.1
                    : named
                      ? strengths.head
                      : strengths[weight]
      const m: KindMention = {
        kind,
        weight,
        strength,
        start: t.start,
        end: t.end,
        at: i,
        clause: ci,
        aside: t.aside,
        classes: classes.has(text.slice(t.start, t.end)),
      }
      const prev = out.at(-1)
      // 技术创新服务示范企业, 科普培训示范基地: what stands before a base names it
      if (
        prev &&
        kind === 'base' &&
        prev.clause === ci &&
        t.start - prev.end <= 4 &&
        !marked(text, prev.end, t.start)
      )
        out.pop()
      if (prev && out.at(-1) === prev && aboutIt(text, tokens, prev, m)) out.pop()
      // “某某示范基地”授牌仪式
      const touches =
        prev !== undefined &&
        (prev.end === t.start ||
          (prev.kind === 'base' && t.start - prev.end === 1 && '”"》'.includes(text[prev.end]!)))
      if (touches && prev.clause === ci && out.at(-1) === prev) out[out.length - 1] = compound(text, prev, m)
      else out.push(m)
    }
  }
  out.push(
    ...classMentions(text, tokens, cs, out),
    ...filmMentions(text, tokens, cs),
    ...handedOverMentions(text, tokens, cs),
    ...shortMentions(text, tokens, cs),
  )
  out.push(...serviceItems(text, tokens, cs, out))
  const deeds = deedMentions(text, tokens, cs, out)
  return settled(
    text,
    cs,
    [...out, ...deeds].sort((a, b) => a.start - b.start),
  )
}

/** 讲座方面，11月共3场: what the sentence is about stands at its head. */
const headed = (text: string, c: Clause, k: KindMention | undefined, t: Token): boolean =>
  k !== undefined && k.start === c.start && k.end === t.end - 2 && ',:'.includes(text[t.end] ?? '-')

/** 小小科学家班今天结业，一共上了12次课; 书法班2月开课: the lessons of a class. */
const ofAClass = (text: string, c: Clause, t: Token): boolean =>
  text[t.start] === '课' &&
  t.end - t.start === 1 &&
  /[\u4e00-\u9fa5]{2}班[^。;]{0,24}(结业|结课|开课|开班)/.test(
    text.slice(Math.max(0, c.start - 40), t.end + 8),
  )

const eachHisOwn = (text: string, from: number, to: number): boolean => {
  if (text[to] !== '的' && text[from - 1] !== '的') return false
  const word = text.slice(from, to)
  return text.startsWith(word, to + 1)
    ? text[to] === '的'
    : text.slice(from - word.length - 1, from) === `${word}的`
}

const classes: ReadonlySet<string> = new Set(['大课', '课', '上课'])

const marked = (text: string, start: number, end: number): boolean =>
  /[,，、;；。:：]/.test(text.slice(start, end))

/** 回顾2024年, 全年总结：: opens the telling instead of naming what a meeting dealt with. */
function leadsIn(text: string, tokens: readonly Token[], at: number, c: Clause): boolean {
  const t = tokens[at]!
  const next = tokens[at + 1]
  const rest = text.slice(t.end, Math.min(c.end, t.end + 6))
  return (
    t.end >= c.end ||
    rest.includes(':') ||
    /^(如下|\(|报告|情况|材料|—|-)/.test(rest) ||
    (next?.type === 'date' && next.start === t.end && c.end - next.end < 6)
  )
}

const forPurpose = pattern(
  /(为了|为庆祝|为纪念|为迎接|为喜迎|为贯彻|为落实|为深入|为进一步|为推动|为提高|为丰富|为烘托|为响应|为配合|为做好|为助力|为增强|为普及|为切实|为认真|为弘扬)/,
)
/** 为庆祝…, 为了烘托…会议: what is named for a purpose was not held. Offset to which it reaches; -1 where there is none. */
function purposeEnd(text: string, tokens: readonly Token[], c: Clause): number {
  if (!forPurpose(text, c.start, Math.min(c.end, c.start + 24))) return -1
  for (let i = c.from; i < c.to; i++)
    if (has(tokens[i], 'call') || (has(tokens[i], 'do') && tokens[i]!.end - tokens[i]!.start > 2))
      return tokens[i]!.start
  return c.end
}

/** 通过…、…等形式 within the next clauses of the sentence. */
function formAhead(tokens: readonly Token[], at: number, cs: readonly Clause[], ci: number): boolean {
  for (let k = ci; k < cs.length && k < ci + 3 && cs[k]!.sentence === cs[ci]!.sentence; k++)
    for (let i = Math.max(at + 1, cs[k]!.from); i < cs[k]!.to; i++) if (has(tokens[i], 'form')) return true
  return false
}

const putUnder = pattern(
  /(冠名|名为|取名|取名叫|叫做|名义是|归|归入|归到|计入|记作|算作|算是|算入|列入|列为)(一[场次期个]|个|在)?[“"]?$/,
)
/** 算讲座, 归志愿服务, 计入培训: what its teller would have it be. */
const countedAs = (text: string, at: number): boolean => text[at - 1] === '算' || putUnder(text, at - 5, at)

/** …。报科普宣传。: what its teller would have it be, in a clause of its own. */
const reportedAs = (text: string, from: number, to: number): boolean =>
  text[from - 1] === '报' &&
  /^[,，。;]$/.test(text[from - 2] ?? '') &&
  /^[。!]?$/.test(text.slice(to, to + 2))

/** 接待咨询群众420人: who came, at something else where it is named. */
const asAttribute = (text: string, from: number, to: number): boolean =>
  text.slice(from, to) === '咨询' &&
  /^的?(群众|居民|市民|村民|游客|家长|人员|者)/.test(text.slice(to, to + 3))
