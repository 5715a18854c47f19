import { isHan } from '../text/chars.js'
import type { Clause } from '../form/clauses.js'
import { opensItem } from '../form/items.js'
import { plainDeeds } from './deeds-plain.js'
import { deedRows, helping, type DeedRow } from './deeds-rows.js'
import type { KindMention } from './mention.js'
import { denied } from './denied.js'
import { atTables, talkedOf, taughtWhat } from './plain-words.js'
import { has, type Token } from '../tokens.js'
import { pattern } from '../text/pattern.js'
import { trie, type Trie } from '../text/trie.js'

interface Row extends Omit<DeedRow, 'objects'> {
  readonly objects: Trie<true>
  readonly wants: 'words' | 'people' | 'works' | 'nothing'
}

const words = (list: string): string[] => list.split(/\s+/).filter((w) => w !== '' && !w.startsWith('@'))

const verbs: Trie<readonly Row[]> = (() => {
  const by = new Map<string, Row[]>()
  for (const r of [...plainDeeds, ...deedRows]) {
    const row: Row = {
      ...r,
      objects: trie(words(r.objects).map((w) => [w, true] as const)),
      wants: r.objects.includes('@works')
        ? 'works'
        : r.objects.includes('@people')
          ? 'people'
          : r.objects === ''
            ? 'nothing'
            : 'words',
    }
    for (const v of words(r.verbs)) by.set(v, [...(by.get(v) ?? []), row])
  }
  return trie(by)
})()

/** Deeds taken from one sentence; who tells more of them tells none. */
const most = 8

/** Messages shorter than this tell of one activity of a kind once. */
const mayRepeat = 120

/** Ends of the names of firms; 家 and 户 in front of 企业 are read as figures elsewhere. */
const works = trie(
  `公司 工厂 企业 集团 酒厂 药厂 铸造厂 机械厂 加工厂 化工厂 水泥厂 纺织厂 食品厂 饲料厂 印染厂 电厂 钢厂 造纸厂 服装厂 茶厂 果汁厂 砖厂 车间 矿山 煤矿 药业 实业 科技园 产业园 合作社 粮油厂 印刷厂 机床厂 造船厂 水厂 油厂 糖厂 鞋厂 玩具厂 纺织 重工 化工 制药 建材 电缆 电机 纸业 印务 电器 酒业 乳业 面业 股份 控股 水泥 钢铁 轴承 家具厂 制品厂 小厂 厂里 厂子 厂 粮企 药企 钢企 车企 油企 民企 农企 酒企 茶企 煤企 化企 建企`
    .split(' ')
    .map((w) => [w, true] as const),
)
const helps = trie(helping.split(' ').map((w) => [w, true] as const))
/** What goes on behind a firm's name is somebody there or a place, not the firm: 公司职工, 公司会议室. */
const firmGoesOn =
  /^(长|区|史|庆|龄|志|房租|会议室|礼堂|食堂|门口|宿舍|家属|退休|老科协|分会|离退休|社区|小区|医院|学校|党委|工会|赞助|支持|捐)/

const anyIn = (t: Trie<true>, text: string, from: number, to: number): number => {
  for (let i = from; i < to; i++) {
    const found = t.at(text, i)
    if (found && found.end <= to) return found.end
  }
  return -1
}

/** 教师, 走进校园, 发展: the verb is part of a word the lexicon knows. */
function inAWord(tokens: readonly Token[], at: number, start: number, end: number): boolean {
  const t = tokens[at]
  return (
    t !== undefined &&
    t.start < end &&
    t.end > start &&
    (t.start < start || t.end > end) &&
    (t.type !== 'word' || t.start < start || has(t, 'guard'))
  )
}

/**
 * Kinds told by deeds, in clauses whose sentence names none. Each verb is looked for once, each object within a bounded
 * number of characters: the cost is linear.
 */
export function deedMentions(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  known: readonly KindMention[],
): KindMention[] {
  const named = new Set<number>()
  const short = text.length < mayRepeat && !text.includes('\n')
  const taught = new Set<number>()
  const part = tellings(text, tokens, cs)
  for (const k of known) {
    if (k.strength < 1 || k.aside) continue
    if (k.weight === 'head' || k.weight === 'plain') named.add(part[k.clause]!)
    else if (k.weight === 'deed') taught.add(part[k.clause]!)
  }
  const out: KindMention[] = []
  /** 第二件，…登云台山；第三件，下月想办书画展: items of a list tell of their own. */
  const apart = (a: number, b: number): boolean => {
    const first = (i: number): number => {
      let k = i
      while (k > 0 && i - k < 12 && !opensItem(text, cs[k]!.start)) k--
      return k
    }
    return (
      opensItem(text, cs[first(a)]!.start) && opensItem(text, cs[first(b)]!.start) && first(a) !== first(b)
    )
  }
  let at = 0
  let told = 0
  let sentence = -1
  for (let ci = 0; ci < cs.length; ci++) {
    const c = cs[ci]!
    if (named.has(part[ci]!)) continue
    if (part[ci] !== sentence) told = 0
    sentence = part[ci]!
    at = c.from
    for (let i = c.start; i < c.end && told < most; i++) {
      while (at < c.to && tokens[at]!.end <= i) at++
      const inside = tokens[at]
      if (inside?.type === 'title' && inside.start <= i) {
        i = inside.end - 1
        continue
      }
      const verb = isHan(text.charCodeAt(i)) ? verbs.at(text, i) : undefined
      if (!verb || inAWord(tokens, at, i, verb.end) || denied(text, i, c.start)) continue
      const row = verb.value.find(
        (r) =>
          // 座谈会上，…提出3条意见: said there, not put in writing
          !(r.kind === 'proposal' && named.size > 0) &&
          // 给渔家检查电路: nobody was ill
          !(r.kind === 'clinic' && checksThings.test(text.slice(i, i + 22))) &&
          // 走了四家冷冻厂，…。助企这个算一次: named in another sentence of a few
          !(
            short &&
            known.some(
              (k) => k.kind === r.kind && k.weight === 'head' && k.strength >= 3 && !apart(k.clause, ci),
            )
          ) &&
          takes(text, tokens, cs, ci, at, verb.end, r),
      )
      if (!row || !stands(text, i, verb.end, row)) continue
      // 给小学生讲过一次观鸟: what the lecture was about
      if (toldOnce.test(text.slice(Math.max(c.start, i - 8), i))) continue
      // 修田间路的建议: what was proposed
      if (row.kind !== 'proposal' && proposed(text, verb.end, verb.end + 14)) continue
      // …培训，83人。…，会后又到地里看了苗情: what came of it, and nobody counted
      if (
        afterwards(text, c.start, i) &&
        !countedSoon.test(text.slice(verb.end, verb.end + 40).split(/[。;\n]/, 1)[0]!) &&
        known.some((k) => k.weight === 'head' && k.strength >= 3 && k.clause < ci && ci - k.clause <= 10)
      )
        continue
      // 讲防煤气中毒，发了一百张单子: handed out at what was told
      if (
        taught.has(part[ci]!) &&
        ((row.kind !== 'publicity' && row.kind !== 'training') || '发散派'.includes(text[i]!))
      )
        continue
      // 讲防电信诈骗。到场75人。发传单150张: the same in sentences of their own
      if (
        row.kind === 'publicity' &&
        '发散派'.includes(text[i]!) &&
        opensHandingOut.test(text.slice(c.start, i)) &&
        [1, 2].some((back) => taught.has(part[ci]! - back) || named.has(part[ci]! - back))
      )
        continue
      // 老人52位，门口还挂了横幅: what hung there says what it was only where nothing else does
      if (known.length > 0 && banner(text, i, verb.end + row.within)) continue
      // 提了4条：修公厕、装扶手: what was proposed, and not done
      if (row.kind !== 'proposal' && out.some((k) => k.kind === 'proposal' && part[k.clause] === part[ci]))
        continue
      told++
      out.push({
        kind: row.kind,
        weight: 'deed',
        strength: row.kind === 'enterprise' ? 2.2 : row.kind === 'base' ? 1.8 : 2,
        start: i,
        end: verb.end,
        at,
        clause: ci,
        aside: inside?.aside ?? false,
      })
      i = verb.end - 1
    }
  }
  return out
}

const afterwards = pattern(
  /^(?:[散]?会|课|讲座|培训|讲完课?|散场|下课|义诊|活动)(?:结束|完)?(?:之|以)?后[,，]?/,
)
const countedSoon = /[0-9一二两三四五六七八九十百]{1,5}[多来余]?[人名位个户次场]/
const toldOnce = /讲[过了]?[一两][次回场堂节](?:怎么|如何)?$/
const proposed = pattern(/^[^,，。;:]{0,10}的(建议|提案|意见建议|议案|调研)/)

/** What may stand in front of the verb where what was handed out is told of the activity before it. */
const opensHandingOut = /^[ 还又另外也共并顺便现场会课上中后一给每人大家各]{0,6}$/

const banner = pattern(/^[拉挂扯]了?起?[^,，。;]{0,6}(横幅|条幅|标语)/)

/** 上午…讲政策，干部38人，下午在集上发单子: at another place in the same day. */
const inTheAfternoon = pattern(/^(?:下午|晚上|傍晚|午后|中午)(?:又|还)?[在到去上赶]/)
/** 先开会，到了30人，会后去敬老院理发，理了26人 */
const afterwardsElsewhere = pattern(
  /^(?:(?:散?会|课|讲座|散场|结束|开完会|讲完课?|看完病|义诊|演出)(?:结束|完了?)?(?:之|以)?后|完了|然后|接着|随后|后来)[,，]?(?:又|还|再|一起|大家|一道)?[在到去上赶]/,
)
const morningTold = pattern(/(?:上午|早上|一早|清早|早晨|下午)[^。;\n]{0,76}$/)

/** 书画展…130人，同时给老人理发28人: opens what was done besides. */
const besides = pattern(/^(同时|另外|此外|还有|还给|还为|又给|又为|顺便|顺带|接着|随后)/)

function hasPeople(tokens: readonly Token[], c: Clause): boolean {
  for (let k = c.from; k < c.to; k++) {
    const t = tokens[k]!
    if (t.type === 'number' && t.dimension === 'people') return true
  }
  return false
}

/** Numbers of sentences; a day that opens a clause behind a headcount begins one more: 18号看了果园，25人，19号讲了课，40人. */
function tellings(text: string, tokens: readonly Token[], cs: readonly Clause[]): readonly number[] {
  const out: number[] = []
  let n = 0
  let counted = false
  cs.forEach((c, i) => {
    const opens =
      counted &&
      (tokens[c.from]?.type === 'date' ||
        (inTheAfternoon(text, c.start, c.start + 6) &&
          morningTold(text, Math.max(0, c.start - 80), c.start)) ||
        (besides(text, c.start, c.start + 2) && hasPeople(tokens, c)) ||
        (afterwardsElsewhere(text, c.start, c.start + 12) &&
          (hasPeople(tokens, c) || (cs[i + 1] !== undefined && hasPeople(tokens, cs[i + 1]!)))))
    if (i > 0 && (cs[i - 1]!.sentence !== c.sentence || opens)) {
      n++
      counted = false
    }
    counted ||= hasPeople(tokens, c)
    out.push(n)
  })
  return out
}

/** Whether the object of a row follows its verb. */
function takes(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  ci: number,
  at: number,
  from: number,
  r: Row,
): boolean {
  const c = cs[ci]!
  // 在二小上了一节《手机拍照》: what a title says was not done
  const title = text.slice(from, from + r.within).indexOf('《')
  const to = Math.min(c.end, title < 0 ? from + r.within : from + title)
  if (r.healing) return atTables(text, from, Math.min(from + r.within, (cs[ci + 2] ?? cs[ci + 1] ?? c).end))
  if (r.plainly) return r.plainly === 'taught' ? taughtWhat(text, tokens, c, at, from) : talkedOf(text, from)
  if (r.wants === 'nothing') return true
  if (r.wants === 'works')
    return (
      (visited(text, from - 3, from) && firmsCounted(text, from, to)) ||
      (firmAhead(text, from, to) && helped(text, cs, ci, from))
    )
  const told = anyIn(r.objects, text, from, to)
  // 给高三学生讲考前减压: what it was about
  if (told > 0 && toldOfIt(text, from, told) && r.kind !== 'training') return false
  if (told > 0) return !r.among || peopleIn(tokens, c, at, from, told)
  return r.wants === 'people' && peopleIn(tokens, c, at, from, to)
}

const toldOfIt = pattern(/讲(?!完|过|台|堂)/)

/** Somebody the deed is done for, between the verb and the end of its object. */
function peopleIn(tokens: readonly Token[], c: Clause, at: number, from: number, to: number): boolean {
  for (let k = at; k < c.to && tokens[k]!.start < to; k++)
    if (
      tokens[k]!.start >= from &&
      (has(tokens[k], 'audience') || has(tokens[k], 'helper') || has(tokens[k], 'member'))
    )
      return true
  return false
}

function firmAhead(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const found = works.at(text, i)
    if (found) return !firmGoesOn.test(text.slice(found.end, found.end + 4))
    if ('。;:、'.includes(text[i]!) && text[i] !== '、') return false
  }
  return false
}

/** 走访两家药企, 跑了5家企业, 走访酒厂三家: to call on so many firms is a service to them without another word. */
const visited = pattern(/(走访|拜访|踏访|回访|走进|跑了|走了|转了|服务|帮|帮扶|帮助|对接)$/)
const firmsCounted = pattern(
  /^了?(([0-9]{1,3}|[两二三四五六七八九十]{1,3}|1)[余多]?[家户个][^,，。;、0-9学机单媒]{0,4}([民药酒茶油车钢粮农煤化建国私小]企|企业|公司|厂(?!长|区|房|门|职|里))|[^,，。;、0-9]{0,4}([民药酒茶油车钢粮农煤化建]企|企业|公司|厂)([0-9]{1,3}|[两二三四五六七八九十]{1,3})[余多]?[家户])(?!职工|员工|老板|领导|的人|门口|食堂|宿舍|体检|讲|义诊|宣)/,
)

/** A word of help in the same sentence, behind. */
function helped(text: string, cs: readonly Clause[], ci: number, from: number): boolean {
  let end = cs[ci]!.end
  for (let k = ci + 1; k < cs.length && k < ci + 5 && cs[k]!.sentence === cs[ci]!.sentence; k++)
    end = cs[k]!.end
  return anyIn(helps, text, from, Math.min(end, from + 120)) > 0
}

const checksThings =
  /^看了?(?:看|一遍|一下)?(?:毛病|机器|设备|线路|锅炉|机床|电机|图纸|车间)|检查了?(?:电[路线器]|线路|燃气|煤气|消防|管道|机[器械床]|渔?船|车|房|设备|安全|卫生|灶|门窗|锅炉|作业|水[管表泵])/
/** 宗教, 请教, 拍手, 打听, 看法: single characters in words that are no deeds. */
function stands(text: string, start: number, end: number, r: Row): boolean {
  // 给摆摊的讲, 给钓鱼的、散步的讲: who they were
  if (text.startsWith('摆摊的', start)) return false
  if (r.kind === 'culture' && text[end] === '的' && text[end - 1] !== '了') return false
  if (end - start > 1) return !(text.startsWith('登台', start) && '者的演献'.includes(text[end] ?? ' '))
  const before = text[start - 1] ?? ' '
  const after = text[end] ?? ' '
  switch (text[start]) {
    case '教':
      return (
        !'宗家执任科文民助主佛请支早幼胎说求受指特职'.includes(before) &&
        !'师室育授材练导程研堂条案科学'.includes(after)
      )
    case '学':
      return !'科大中小同数文化医开放入上办教讲'.includes(before)
    // 清真寺街社区, 清明节
    case '清':
      return !'真明华楚净晨代朝点算单'.includes(after)
    case '看':
      return !'好观收难查参照'.includes(before) && !'法来到见好重望成'.includes(after)
    case '下':
      return !'乡以地线一上之天如'.includes(before)
    // 认识中草药, 认真观鸟
    case '认':
      return !'识真定为可得出证领'.includes(after)
    case '写':
      return r.kind !== 'culture' || !'撰编书'.includes(before)
    default:
      return true
  }
}
