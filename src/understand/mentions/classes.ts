import type { Clause } from '../form/clauses.js'
import { firstBehind } from '../text/ordered.js'
import { pattern } from '../text/pattern.js'
import { doneMentions } from './done.js'
import { kindWords } from '../words/kinds.js'
import type { Token } from '../tokens.js'
import type { KindMention } from './mention.js'

/** 讲座计划4场，已完成3场: planned so many, and held. */
export function plannedAndHeld(
  text: string,
  tokens: readonly Token[],
  at: number,
): Pick<KindMention, 'kind' | 'weight' | 'strength' | 'start' | 'end'> | null {
  const t = tokens[at]!
  const next = tokens[at + 1]
  if (!text.startsWith('计划', t.end - 2) || next?.type !== 'number' || next.start !== t.end) return null
  const word = kindWords.get(text.slice(t.start, t.end - 2))
  return word && held.test(text.slice(next.end, next.end + 24))
    ? { kind: word.kind, weight: 'head', strength: 3, start: t.start, end: t.end - 2 }
    : null
}
const held =
  /^[^。;]{0,12}(完成|已[办讲开搞做]|实[办讲开做]|实际|兑现|[办讲开搞做](?:成|完)?了?[0-9一二两三四五六七八九十])/

const filmAsItem = pattern(/电影[ ,，:：]/)
const film =
  /(?:^|[ ,，:：;；\n])(?:露天)?(电影)(?=[ ,，:：][^\n。;；]{0,12}[0-9一二两三四五六七八九十百][多余来]?[人名位])/g

/** 晚上 电影 160人看: an item of a list of what was held. */
export function filmMentions(text: string, tokens: readonly Token[], cs: readonly Clause[]): KindMention[] {
  if (!filmAsItem(text)) return []
  return [...text.matchAll(film)].map((m) => {
    const end = m.index + m[0].length
    const start = end - m[1]!.length
    const at = tokens.findIndex((t) => t.end > start)
    return {
      kind: 'culture',
      weight: 'plain',
      strength: 2,
      start,
      end,
      at: at < 0 ? tokens.length - 1 : at,
      clause: firstBehind(cs, start),
      aside: false,
    }
  })
}

const inOneWord: Readonly<Record<string, KindMention['kind']>> = {
  诊: 'clinic',
  训: 'training',
  展: 'publicity',
  演: 'culture',
  宣: 'publicity',
  投: 'article',
  提: 'proposal',
}
const oneWord = /(?:^|[,，、:：;；。 \n])([诊训展演宣])(?= ?[0-9一二两三四五六七八九十]{1,3}[场次期班])/g
/** 防暑科普3场，听众290余人: told to those who listened. */
const toListeners =
  /科普(?=(?:共|已)?[0-9一二两三四五六七八九十]{1,3}[场次期][,，、 ]?(?:共|累计|总)?(?:听众|听课|听讲))/g
const toldToListeners = pattern(/科普[共已]?[0-9一二两三四五六七八九十]{1,3}[场次期][^。;]{0,5}听/)
/** 投8采4, 提6条采2条: papers by the verb they were handed in with. */
const papersIn =
  /(?:^|[^0-9建稿信案投])([投提])(?=了?[0-9一二两三四五六七八九十]{1,4}[篇条件]?[,，、 ]?采[纳用]?[0-9一二两三四五六七八九十])/g
const papersThere = pattern(/[投提]了?[0-9一二两三四五六七八九十]{1,4}[篇条件]?[,，、 ]?采/)
const oneWordThere = pattern(/[诊训展演宣] ?[0-9一二两三四五六七八九十]/)

/** 讲2场91人、诊1场57人: items of a list in one character each. */
export function shortMentions(text: string, tokens: readonly Token[], cs: readonly Clause[]): KindMention[] {
  if (!oneWordThere(text) && !toldToListeners(text) && !papersThere(text)) return []
  return [...text.matchAll(oneWord), ...text.matchAll(toListeners), ...text.matchAll(papersIn)].map((m) => {
    const end = m.index + m[0].length
    const at = firstBehind(tokens, end - 1)
    return {
      kind: inOneWord[m[1]!] ?? 'lecture',
      weight: 'plain',
      strength: 2,
      start: end - 1,
      end,
      at: Math.min(at, tokens.length - 1),
      clause: firstBehind(cs, end - 1),
      aside: false,
    }
  })
}

const says = pattern(
  /开班[0-9一二两三四五六七八九十共了]|[办开设].{2,10}班|班.{0,5}(?:结业|结课|开班|开课|毕业)/,
)

/** 办养羊班, 开办了果树修剪班: a class by what it teaches; 开全班的会, 办学习委员班长 and the like are none. */
const named =
  /(?:举办|开办|开设|[^创主协承补代法麻][办开])[了起]?(?:个|一[个期]|[0-9一二两三四五六七八九十]{1,2}天的)?([\u4e00-\u9fa5]{2,6}?)班(?=$|[,，。;；:：、!！ \n(（]|[教学来上讲请共，]|结业|开班|的|[0-9一二三四五六七八九十两]{1,2}[期个次])/g

/** 养蜂班结业, 昨天机器人班开班: a class that began or ended. */
const ended =
  /(?:^|[会团协站的,，。;：: 、日号天月]|上午|下午|今年|本期)((?:(?![会团协站的])[\u4e00-\u9fa5]){2,6}?)班(?=(?:今天|昨天|前天|周[一二三四五六日]|[上下]午|顺利|圆满|已|正式|[0-9]{1,2}[日号]|[0-9]{1,2}月[0-9]{1,2}[日号]){0,3}(?:结业|结课|开班|开课))/g

/** 10月开班4个: classes that nothing names. */
const opened = /(开班)(?:一?共|了)?(?=[0-9一二两三四五六七八九十]{1,3}[个期次](?![月年学小]))/g
/** 昨天办了个班，学员30人: a class, whatever it taught, with those who came right behind. */
const someClass =
  /[办开](?:了|过)一?个(班)(?=[,，][^,，。;0-9]{0,5}[0-9一二两三四五六七八九十百]{1,4}[多余来几]?[人名个位])/g
const noClass =
  /[值上下加全本这那每各同我他一二三四五六七八九十两几年]$|领导|毕业|尖子|重点|实验|公开|[的了在到给]/

/** Classes held that no word of the lexicon names; what was done at them (讲课) comes behind and is no kind of its own. */
export function classMentions(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  known: readonly KindMention[],
): KindMention[] {
  const out = doneMentions(text, tokens, cs, known)
  if (!says(text)) return out
  for (const m of [
    ...text.matchAll(named),
    ...text.matchAll(ended),
    ...text.matchAll(opened),
    ...text.matchAll(someClass),
  ]) {
    const name = m[1]!
    if (noClass.test(name)) continue
    const end = m.index + m[0].length
    const start = Math.max(m.index, end - 1 - name.length)
    const clause = firstBehind(cs, start)
    const c = cs[clause]
    if (!c || start < c.start || end > c.end) continue
    if (name === '开班' && known.some((k) => k.clause === clause && k.kind === 'training')) continue
    // 办智能手机班: named already
    if (known.some((k) => k.clause === clause && k.strength >= 1 && k.start < end && k.end > m.index))
      continue
    const at = tokens.findIndex((t) => t.end > start)
    if (tokens[at]?.type === 'title' || tokens[at]?.type === 'unit') continue
    out.push({
      kind: 'training',
      weight: 'head',
      strength: 3,
      start,
      end,
      at: at < 0 ? tokens.length - 1 : at,
      clause,
      aside: tokens[at]?.aside ?? false,
    })
  }
  return out
}
