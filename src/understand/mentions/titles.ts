import type { Kind } from '../../core/kinds.js'
import type { Clause } from '../form/clauses.js'
import { kindWords } from '../words/kinds.js'
import { type KindMention, type Named, inClause } from './mention.js'
import { type Token, has } from '../tokens.js'

/** 提交《…的建议》, 完成《…调研报告》, 《…》一文: a document by the end of its title and what was done with it. */
const titleEnds: readonly (readonly [end: string, kind: Kind])[] = [
  ['调研报告', 'research'],
  ['调查报告', 'research'],
  ['考察报告', 'research'],
  ['研究报告', 'research'],
  ['报告', 'research'],
  ['调研', 'research'],
  ['调查', 'research'],
  ['建议', 'proposal'],
  ['对策', 'proposal'],
  ['提案', 'proposal'],
  ['想法', 'proposal'],
  ['设想', 'proposal'],
  ['构想', 'proposal'],
  ['建议书', 'proposal'],
  ['思考', 'research'],
]

export function namedDocument(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  ci: number,
  t: Token,
): Named | null {
  if (text.startsWith('一文', t.end) || text.startsWith('等文章', t.end))
    return { kind: 'article', weight: 'head', strength: 3, start: t.end, end: t.end + 2 }
  if (t.type !== 'title') return null
  const about = text.startsWith('关于', t.start + 1)
  if (!t.book && !about) return null
  const c = cs[ci]!
  const behind = ['调研报告', '调查报告', '的建议', '建议', '的调研', '报告', '的报告', '等'].some((w) =>
    text.startsWith(w, t.end),
  )
  const inner = text.slice(Math.max(t.start, t.end - 6), t.end - 1)
  const row = titleEnds.find(([w]) => inner.endsWith(w))
  // 形成《水库淤积与清淤》报告: written, not given
  if (!row && t.book && writtenUp(text, c.start, t))
    return { kind: 'research', weight: 'head', strength: 3, start: t.end, end: t.end + 2 }
  if (!row) return t.book && !behind ? printed(text, tokens, cs, ci, t) : null
  if (behind && !text.startsWith('等', t.end)) return null
  const done = (x: Token): boolean => has(x, 'write') || has(x, 'adopt')
  // 一篇《…调研报告》，某会写的，已报校办: counted, and what became of it said behind
  const next = cs[ci + 1]
  const one =
    t.book &&
    /[0-9一二两三四五六七八九十](篇|份|件)$/.test(text.slice(Math.max(0, t.start - 3), t.start)) &&
    next?.line === c.line &&
    inClause(tokens, next, done) &&
    (/^[我咱]/.test(text.slice(next.start, next.start + 1)) ||
      inClause(tokens, next, (x) => x.type === 'unit'))
  // 沙湾县的《…调研》一篇，县长作了批示: counted behind, and what became of it
  const several =
    t.book &&
    countedHere.test(text.slice(t.end, t.end + 4)) &&
    next?.line === c.line &&
    inClause(tokens, next, (x) => has(x, 'adopt')) &&
    !/没|未|等/.test(text.slice(next.start, next.end)) &&
    (/[我咱]/.test(text.slice(c.start, t.start)) || inClause(tokens, c, (x) => x.type === 'unit'))
  // 市长批示了！《关于…的建议》: said before it is named, or behind a comma
  const around = [ci - 1, ci + 1]
    .map((k) => cs[k])
    .filter((x) => x !== undefined && about && x.line === c.line)
  const made =
    (about && row[1] === 'proposal' && agreedTo.test(text.slice(t.end, t.end + 12))) ||
    one ||
    several ||
    inClause(tokens, c, done) ||
    around.some((x) => inClause(tokens, x!, done))
  return made
    ? { kind: row[1], weight: 'head', strength: 3, start: t.end - 1 - row[0].length, end: t.end - 1 }
    : null
}

/** 《关于整治河道的建议》区长批了 */
const agreedTo = /^[,，]?[省市县区镇乡校院局]?(?:长|委|政府|里|书记)[^,，。;没未]{0,4}(?:批|同意|采纳)了/
const countedHere = /^[0-9一二两三四五六七八九十](篇|份|件)/

const writtenUp = (text: string, from: number, t: Token): boolean =>
  /^报告(?![会厅团员])/.test(text.slice(t.end, t.end + 3)) &&
  /(?:形成|撰写|写[成出了]|完成|提交|起草|拿出|整理[成出])了?(?:一[篇份])?(?:的|题为)?$/.test(
    text.slice(Math.max(from, t.start - 8), t.start),
  )

const papers =
  /日报|晚报|早报|时报|晨报|周报|周刊|杂志|[省市县区校院会]刊|[省市县区盟旗校]报|报纸|头版|副刊|网站|公众号|客户端|学习强国|广播电台|[报刊志网]》/

const published = /见报|登了|登出|登载|登[在上]|刊[登发出载用]|发表|发了|见报|用了|采用|播出|上了|转载|录用/

/** 老丁写的《…》, 写了一篇《…》, 老何的文章《…》 */
const writtenBy = /(?:写的|写[了的]?一?篇|[那这]篇|的?(?:文章|稿子|通讯|散文|随笔|短文))$/

/** 《…日报》登了老周写的《…》, 在市报发表一篇《…》: printed where people read it. */
function printed(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  ci: number,
  t: Token,
): Named | null {
  const c = cs[ci]!
  const from = Math.max(c.start, t.start - 40)
  // 老丁写的《…》，杂志登了: said in the clause behind
  const next = cs[ci + 1]
  const to =
    t.end === c.end &&
    next?.line === c.line &&
    writtenBy.test(text.slice(Math.max(c.start, t.start - 4), t.start))
      ? next.end
      : c.end
  const words = text.slice(from, t.start) + text.slice(t.end, Math.min(to, t.end + 40))
  if (/[报刊志网]》$/.test(text.slice(t.end - 2, t.end))) return null
  const told =
    /([我咱俺]们?(?:写的)?[那这]篇|写[了的]?一?篇|通讯|消息|散文|诗歌|文章|稿件|报道|特写|随笔|论文|小说|稿子)$/.test(
      text.slice(from, t.start),
    )
  if (!published.test(words) || !(papers.test(words) || told)) return null
  if (inClause(tokens, c, (x) => x.type === 'word' && x.word.kind?.kind === 'research')) return null
  return { kind: 'article', weight: 'head', strength: 3, start: t.end - 1, end: t.end }
}

/** “暖冬义诊”活动, “河西云课堂”18期: the name of what was held ends in its kind, where no lecture's title can stand. */
export function namedActivity(
  text: string,
  tokens: readonly Token[],
  at: number,
): Pick<KindMention, 'kind' | 'weight' | 'strength' | 'start' | 'end'> | null {
  const t = tokens[at]!
  if (t.type !== 'title' || t.book) return null
  const next = tokens[at + 1]
  const held =
    holds(text, tokens, at) ||
    text.startsWith('活动', t.end) ||
    text.startsWith('行动', t.end) ||
    opened.test(text.slice(t.end, t.end + 2)) ||
    /[堂节次场][课]?$/.test(text.slice(Math.max(0, t.start - 2), t.start)) ||
    (next?.type === 'number' && next.start === t.end && next.dimension === 'session')
  const inner = t.end - 1
  const long = [6, 5, 4, 3, 2].find(
    (l) => inner - l > t.start && kindWords.get(text.slice(inner - l, inner)) !== undefined,
  )
  if (!held || long === undefined)
    return classroom.some((w) => held && text.startsWith(w, inner - w.length))
      ? {
          kind: /智能|手机|电脑|技能|书法|绘画/.test(text.slice(t.start, inner)) ? 'training' : 'lecture',
          weight: 'head',
          strength: 3,
          start: inner - 2,
          end: inner,
        }
      : null
  const { kind } = kindWords.get(text.slice(inner - long, inner))!
  return { kind, weight: 'head', strength: 3, start: inner - long, end: inner }
}

/** 共同举办首届“银龄科创论坛”，: a verb of holding in front, and no other word for what was held behind. */
function holds(text: string, tokens: readonly Token[], at: number): boolean {
  const t = tokens[at]!
  const next = tokens[at + 1]
  if (next?.type === 'word' && next.word.kind !== null && next.start - t.end <= 4) return false
  return /(举办|举行|召开|开展|组织|承办|主办)[^,，。“;:]{0,8}$/.test(
    text.slice(Math.max(0, t.start - 12), t.start),
  )
}

const opened = /^(在|于|举行|举办|开幕|启动|召开|如期|顺利|圆满|开班|开讲|落幕|走进)/

const classroom = ['课堂', '讲堂', '课', '讲坛']

/** “银龄科普工作站”挂牌: a base by the end of its name. */
export function namedBase(
  text: string,
  tokens: readonly Token[],
  c: Clause,
  t: Token,
): Pick<KindMention, 'kind' | 'weight' | 'strength' | 'start' | 'end'> | null {
  const inner = t.end - 1
  const is = [6, 5, 4, 3, 2].some(
    (l) => inner - l > t.start && kindWords.get(text.slice(inner - l, inner))?.kind === 'base',
  )
  return is && inClause(tokens, c, (x) => has(x, 'found'))
    ? { kind: 'base', weight: 'head', strength: 3, start: t.start + 1, end: inner }
    : null
}
