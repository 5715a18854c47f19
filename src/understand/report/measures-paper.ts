import type { Measure } from '../../core/measure.js'
import type { Span } from '../../core/span.js'
import { says, type Area } from '../structure/area.js'
import type { Draft } from '../structure/draft.js'
import type { Figure } from '../figures/figures.js'
import { added, first, one, type Measures } from './measures-event.js'
import type { KindMention } from '../mentions/mention.js'
import { firstBehind } from '../text/ordered.js'
import type { Scan } from '../scan.js'
import { pattern } from '../text/pattern.js'
import { byOutlets } from './outlets.js'
import { type NumberToken, type Token, has } from '../tokens.js'

const whereOne = (s: Scan, f: Figure): boolean =>
  f.measure.value === 1 &&
  /[,，、;]$/.test(s.text.slice(f.start - 1, f.start)) &&
  /^(设|挂|建|落)?在/.test(s.text.slice(f.end, f.end + 3))

/** 新建3个，累计建成11个: the new ones; what there is by now is no figure of the time told. */
function founded(s: Scan, fs: readonly Figure[]): Measure | null {
  const isStock = (f: Figure): boolean =>
    /(累计|累计达|达到|总数|总数达|现有|已有|共有)(建立|建成|建|有|达)?(了)?[^,，。;]{0,8}$/.test(
      s.text.slice(Math.max(0, f.start - 16), f.start).replace(/^.*[,，。;]/, ''),
    )
  const fresh = fs.filter((f) => !isStock(f))
  const [all, ...each] = fresh
  // 挂了两个工作站，一个在…，一个在…: where each of them is
  if (all && all.measure.value > 1 && each.length > 0 && each.every((f) => whereOne(s, f))) return all.measure
  return added(fresh.length > 0 ? fresh : fs)
}

/** 基地累计9个，其中去年新挂牌2个: the part that is new. */
function newlyFounded(s: Scan, d: Draft): readonly Figure[] | null {
  const parts = d.figures.filter(
    (f) =>
      f.part &&
      (f.counts === 'documents' || f.counts === 'firms') &&
      /新(挂牌|建|增|设|授牌|成立|命名|认定|添)[^,，。;0-9]{0,4}$/.test(
        s.text.slice(Math.max(0, f.start - 10), f.start),
      ),
  )
  return parts.length > 0 ? parts : null
}

/** What a report of papers, proposals, surveys or bases counts: how many, and how many of them were taken up. */
export function documentMeasures(s: Scan, d: Draft, kind: KindMention, area: Area): Measures {
  const out: Measures = {}
  const places = kind.kind === 'article' ? byOutlets(s, d) : null
  if (places) {
    out.count = places.count
    if (places.adopted) out.adopted = places.adopted
    return out
  }
  const counted = d.figures.filter(
    (f) => (f.counts === 'documents' || (f.counts === 'firms' && kind.kind === 'base')) && !f.part,
  )
  const count =
    kind.kind === 'base'
      ? (oneAtEach(s, area, kind) ?? founded(s, newlyFounded(s, d) ?? counted))
      : first(counted)
  if (count) out.count = count
  else if (
    impliedDocument(s, area, kind) ||
    writtenAbout(s, area, kind) ||
    onePiece(s, kind) ||
    (kind.weight === 'head' && kind.kind !== 'article' && kind.kind !== 'base' && adoptedWord(s, area))
  )
    out.count = one(s.n.span(kind.start, kind.end))
  const taken = d.figures.filter((f) => f.counts === 'adopted')
  const adopted = added(taken.some((f) => !f.part) ? taken.filter((f) => !f.part) : taken)
  const used = kind.kind === 'article' && out.count?.value === 1 ? usedWord(s, area, kind) : null
  const all = out.count && allTaken.exec(s.text.slice(area.start, area.end))
  if (adopted) out.adopted = adopted
  else if (all && out.count)
    out.adopted = {
      ...out.count,
      span: s.n.span(area.start + all.index, area.start + all.index + all[0].length),
    }
  else if (used) out.adopted = one(used)
  else if (
    adoptedWord(s, area) &&
    (out.count?.value === 1 || oneOfThem(s, area) || oneTaken.test(s.text.slice(area.start, area.end)))
  )
    out.adopted = one(adoptedWord(s, area)!)
  else if (out.count?.value === 1 && takenLater(s, area, kind)) out.adopted = one(takenLater(s, area, kind)!)
  return out
}

/** 递交调研报告一篇，13日开评议会，24人，报告获县长批示: what became of the one paper, said at the end. */
function takenLater(s: Scan, area: Area, kind: KindMention): Span | null {
  const found = kind.kind === 'research' || kind.kind === 'proposal' ? later[kind.kind] : null
  const said = found?.exec(s.text.slice(area.end, area.end + 80))
  if (!said) return null
  const from = area.end + said.index
  // another paper was told in between
  if (s.kinds.some((k) => k.kind === kind.kind && k.start > area.end && k.start < from)) return null
  return notTaken(s.text, from, from + said[0].length) ? null : s.n.span(from, from + said[0].length)
}
const later = {
  research:
    /(?:[,，。;；]|^)(?:那|这|该)?[篇份]?(?:调研)?报告(?:后来|也|随后|当天|已经?|还|都){0,2}(?:获得?|得到|被|有了)[^,，。;；没未]{0,8}(?:批示|采纳|签批)/,
  proposal:
    /(?:[,，。;；]|^)(?:那|这|该)?[条份件]?建议(?:后来|也|随后|当天|已经?|还|都){0,2}(?:获得?|得到|被|有了)[^,，。;；没未]{0,8}(?:批示|采纳|采用)/,
}

/** 在3个村各建了一个示范基地: as many as there are villages. */
function oneAtEach(s: Scan, area: Area, kind: KindMention): Measure | null {
  const t = area.tokens.find(
    (x): x is NumberToken =>
      x.type === 'number' &&
      x.end <= kind.start &&
      eachFounded.test(s.text.slice(x.num.end, Math.min(kind.start, x.num.end + 20))),
  )
  if (t && t.num.value > 1 && t.num.role === 'quantity')
    return {
      value: t.num.value,
      qualifier: t.num.qualifier,
      words: t.num.words,
      span: s.n.span(t.num.start, t.num.end),
    }
  // 在大湾村和李家庄各建了一个示范基地
  const lead = s.text.slice(Math.max(area.start, kind.start - 40), kind.start)
  const named = eachNamed.exec(lead)
  if (!named) return null
  const from = kind.start - lead.length + named.index
  return {
    value: named[0].split(/[、和与]/).length,
    qualifier: 'exact',
    words: '',
    span: s.n.span(from, from + named[0].length),
  }
}
const eachNamed =
  /(?:在|到|给)[^,，。;、和与0-9]{2,8}(?:、[^,，。;、和与0-9]{2,8}){0,3}[和与、][^,，。;、和与0-9]{2,8}?(?:各|分别)(?:自|新)?(?:[挂建设授立办]|成立)(?:立|起|上|牌)?了?(?:一|1)?[个块家处]?[^,，。;0-9]{0,8}$/
const eachFounded =
  /^[个家所处](?:[\u4e00-\u9fa5]{1,6}?)(?:各|分别)(?:自|新)?(?:[挂建设授立办]|成立)(?:立|起|上|牌)?了?(?:一|1)?[个块家处]?[^,，。;0-9]{0,8}$/

/** 在3个村建了示范基地: one or three, it is not said. */
const atSeveral = pattern(
  /(?:在|到|给)[^,，。;、和与0-9]{2,6}[和、与][^,，。;、和与0-9]{2,6}[挂建设授立][^,，。;]{0,10}$|(?:给|为|在|到)[2-9二两三四五六七八九十1][0-9十]?[个家处所][^,，。;]{1,8}[挂建设授立][^,，。;]{0,10}$/,
)

/** One titled document or named base told without a number counts 1. */
function impliedDocument(s: Scan, area: Area, kind: KindMention): boolean {
  if (kind.kind === 'base')
    return (says(area, 'found') || kind.weight === 'deed') && !atSeveral(s.text, kind.start - 24, kind.start)
  if (
    kind.kind === 'article' &&
    (says(area, 'adopt') || usedWord(s, area, kind) !== null) &&
    area.tokens.some((t) => namedBehind(t, kind) || (t.type === 'title' && t.book && titled(t, kind)))
  )
    return true
  return (
    (kind.kind !== 'article' || area.tokens.some((t) => t.type === 'title' && t.book && titled(t, kind))) &&
    says(area, 'write') &&
    area.tokens.filter((t) => t.type === 'title' && t.book).length +
      (area.tokens.filter((t) => t.type === 'title').length === 1 ? 1 : 0) >
      0
  )
}

/** 稿子《…》被采用了: the piece by its name. */
const namedBehind = (t: Token, k: KindMention): boolean =>
  t.type === 'title' && t.book && t.start >= k.end && t.start - k.end <= 1

/** 我们写的关于古树保护的建议，学校采纳了: one, told by what it is about. */
const writtenAbout = (s: Scan, area: Area, kind: KindMention): boolean =>
  kind.kind === 'proposal' &&
  says(area, 'write') &&
  /(关于|有关|[提写交]的)[^,，。;0-9一两二三四五六七八九十]{2,24}的$/.test(
    s.text.slice(Math.max(area.start, kind.start - 30), kind.start),
  ) &&
  (adoptedWord(s, area) !== null ||
    // 写了条关于共享单车的建议: one, as it is said for short
    /[写提交报递送][了过](?:个|条|篇|份|件)(?:关于|有关)[^,，。;]{2,24}的$/.test(
      s.text.slice(Math.max(area.start, kind.start - 32), kind.start),
    ))

/** 写了篇稿子, 交了份关于停车的建议: one, without its 一. */
const onePiece = (s: Scan, kind: KindMention): boolean =>
  kind.kind !== 'base' && pieceWritten(s.text, kind.start - 22, kind.start)
const pieceWritten = pattern(
  /(?:写|交|投|递|送|提|发)(?:了|出|上|出了|上了|过)(?:篇|份|条|件)[^,，。;、0-9一二两三四五六七八九十]{0,16}$/,
)

const titled = (t: { readonly end: number }, k: KindMention): boolean =>
  k.start === t.end || k.start === t.end - 1

/** 建议2件，均已被采纳; 短文5篇，全用了: as many as there were. */
const allTaken =
  /(?:[,，、;。][^,，。;0-9]{0,8}?|[篇条件份] ?)(?:均|都|全部?|悉数|一律)(?:已经?|都)?(?:[被获][^,，。;]{0,10}|得到|给)?(?:采纳|采用|批示|录用|刊用|刊登|用|登)了?(?=[,，。;!]|$)/

/** 一篇讲…，一篇讲…，后一篇县长作了批示. */
const oneTaken =
  /(?:采纳|采用|批示|录用)了?(?:其中)?(?:的)?一个(?=[,，。;!]|$)|那一?(条|篇|份|件|个)[^,，。;0-9]{0,4}(采纳|批示|采用|录用|刊用)|(采纳|采用|批示|录用|刊用)了?其一|(?:[前后其中另有头末]|[,，;、])一(篇|份|条|件)[^,，。;0-9]{0,14}(批示|采纳|采用|录用|刊用|签批|肯定|批了)/

/** 报告4篇，其中《…》获批示: the one told by its title. */
function oneOfThem(s: Scan, area: Area): boolean {
  const word = area.tokens.find((t) => has(t, 'adopt'))
  if (!word) return false
  const c = s.clauses[firstBehind(s.clauses, word.start)]
  if (!c) return false
  const inside = s.tokens.slice(c.from, c.to)
  return (
    inside.filter((t) => t.type === 'title' && t.book).length === 1 &&
    !inside.some((t) => t.type === 'number')
  )
}

/** 学校上周批了, 局里同意了: taken up, in plain words. */
const agreed =
  /([县市区镇乡局院]长|书记|学校|校领导|县里|市里|区里|镇里|乡里|政府|领导|[局委办院厂])[^,，。;]{0,5}(批了|同意了|照办了|认可了)|(?:建议|提案)[^,，。;]{0,4}[,，](?:都|全|已经?)?批了/

/** 投稿一篇，登出来了; 稿子晚报用了: what became of the one piece, told behind it. */
function usedWord(s: Scan, area: Area, kind: KindMention): Span | null {
  const t = area.tokens.find(
    (x) =>
      x.start >= kind.end &&
      has(x, 'adopt') &&
      !x.aside &&
      /^(用了|见报|登了|登出|刊登|刊发|刊载|登载|刊出|刊用|录用|上了报|上报纸|播出)$/.test(
        s.text.slice(x.start, x.end),
      ),
  )
  if (t) return s.n.span(t.start, t.end)
  const said = printed.exec(s.text.slice(kind.end, Math.min(area.end, kind.end + 50)))
  return said ? s.n.span(kind.end + said.index, kind.end + said.index + said[0].length) : null
}
/** 《…》日报登了 */
const printed =
  /[日晚早时周校市县区省]报(?:给|上|都)?[登刊发](?:出来?)?了|(?:[登刊发](?:载|发)?[在到上]|上了)[^,，。;]{0,6}(?:[日晚早时周校市县区省]报|报纸?|杂志|刊物|[学会校]刊|网|公众号)(?:上|里|头版|二版|副刊)*了?/

/** 没有批示, 尚未采纳, 没被采用. */
export const notTaken = (text: string, start: number, end: number): boolean =>
  /(没有?|未|尚未|还没|无|不)(得到|获得?|被|予|有)?$/.test(text.slice(Math.max(0, start - 5), start)) ||
  /没(批|同意|采)/.test(text.slice(start, end))

function adoptedWord(s: Scan, area: Area): Span | null {
  const said = agreed.exec(s.text.slice(area.start, area.end))
  if (said && !notTaken(s.text, area.start + said.index, area.start + said.index + said[0].length))
    return s.n.span(area.start + said.index, area.start + said.index + said[0].length)
  for (const t of area.tokens)
    if (
      t.type === 'word' &&
      t.word.tags.includes('adopt') &&
      /^(?:获|被|得到)?(?:批示|采纳|采用|纳入)$/.test(s.text.slice(t.start, t.end)) &&
      !notTaken(s.text, t.start, t.end)
    )
      return s.n.span(t.start, t.end)
  return null
}
