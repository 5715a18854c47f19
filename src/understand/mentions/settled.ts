import { isHan } from '../text/chars.js'
import type { Clause } from '../form/clauses.js'
import type { KindMention } from './mention.js'
import { pattern } from '../text/pattern.js'
import { type Token, has } from '../tokens.js'

/** 走访慰问一线老科技工作者29名，送去慰问金: the association's care for its own, in the clause of the word or before it. */
const ownCare = (text: string, c: Clause): boolean =>
  /慰问[^,，。;0-9]{0,8}(会员|老科技工作者|老领导)/.test(
    text.slice(Math.max(0, c.start - 40), Math.min(c.end, c.start + 60)),
  )

const handsOut = /^[^。;\n]{0,40}(发放|派发|散发|赠送|分发)/

/** 慰问环卫工人，观众96人: what they were given was a show. */
function showsThem(text: string, c: Clause): boolean {
  const words = text.slice(c.start, c.end + 60).split(/[。;；\n]/, 1)[0]!
  return /观众|看(?:戏|演出|节目)的|听戏的/.test(words) || (played.test(words) && !otherCare.test(words))
}
/** 量了血压, 剪指甲, 打扫卫生: the song was one thing beside others. */
const otherCare =
  /送|理发|捐|饺子|[量测]了?(?:个|一下)?(?:血|体温|身高)|[洗剪擦](?!礼)|打扫|清扫|扫[地除院]|陪/
/** 唱了八首歌; 独唱、快板、舞蹈. */
const played =
  /(?:唱|演|表演|弹|吹|跳)了[^,，。;]{0,8}(?:歌|戏|节目|快板|曲|舞|小品|段|相声|演唱)|(?:独唱|合唱|快板|舞蹈|二胡|小品|相声|戏曲|歌舞|朗诵)[、和及](?:独唱|合唱|快板|舞蹈|二胡|小品|相声|戏曲|歌舞|朗诵)/

const reckons = pattern(/(?:^|[^不没打盘预计结也还又])(?:算|算作|算是|算成|记作|归为)(?:一[次场个]|是)?$/)

const ownFigure = /^了?[0-9一二两三四五六七八九十百]{1,5}[多来余]?[人位名户]/

/** 讲了怎么躲，算咨询一次: what its teller takes it for, not what was done of it. */
function reckoned(text: string, of: (k: KindMention) => number, all: KindMention[]): KindMention[] {
  const as = all.find((k) => k.weight !== 'deed' && reckons(text, k.start - 5, k.start))
  // 算咨询2人: counted for itself
  if (as && ownFigure.test(text.slice(as.end, as.end + 6))) return all
  if (!as || all.some((k) => k.weight !== 'deed' && k.kind !== as.kind && of(k) === of(as))) return all
  return all.filter(
    (k) => k.weight !== 'deed' || k.kind === as.kind || k.start > as.start || of(k) !== of(as),
  )
}

/** 心理讲座，改做团体辅导了: what was held instead; 改成下周三 is a day. */
function changed(text: string, of: (k: KindMention) => number, all: KindMention[]): KindMention[] {
  const into = all.find((k) => insteadOf.test(text.slice(Math.max(0, k.start - 8), k.start)))
  if (!into) return all
  return all.filter((k) => k.kind === into.kind || k.start > into.start || of(k) !== of(into))
}
/** 没开成大会，改在小屋里讲: what stands behind 没开成 was not held. */
function heldElse(text: string, of: (k: KindMention) => number, all: KindMention[]): KindMention[] {
  const gone = all.find(
    (k) => notHeld.test(text.slice(Math.max(0, k.start - 5), k.start)) && elsewhere(text, k.end, k.end + 30),
  )
  return gone &&
    all.some((k) => k !== gone && k.start > gone.end && k.kind !== gone.kind && of(k) === of(gone))
    ? all.filter((k) => k !== gone)
    : all
}
const notHeld = /没(?:有|能)?[开办讲搞上做]成?了?$/
const elsewhere = pattern(/[,，][^,，。;]{0,4}(?:改|换|挪)(?:到|在|成|去|至|为|了)/)
const insteadOf = /(?:改|换|变)(?:成|做|为|作|搞|办|开)了?(?:一[场次个]|现场|集体|室内|屋里|线上|网上|小型)?$/

const byItems = pattern(
  /分项(?:统计|数|报|列|如[上下])|分别统计|分开(?:统计|报|算|记)|各报各的|总(?:人次|人数|数)(?:就)?不(?:再|另)/,
)
/** “三下乡”里，义诊120人，讲座80人，咨询50人，分项统计: the roof over what is told item by item. */
function itemized(text: string, of: (k: KindMention) => number, all: KindMention[]): KindMention[] {
  if (!byItems(text)) return all
  const under = (roof: KindMention): boolean =>
    new Set(
      all
        .filter(
          (k) => k.kind !== 'outreach' && k.weight !== 'weak' && k.start > roof.end && of(k) === of(roof),
        )
        .map((k) => k.kind),
    ).size > 1
  return all.map((k) =>
    k.kind === 'outreach' && under(k) ? { ...k, strength: Math.min(k.strength, 0.6) } : k,
  )
}

/** 本来还排了一场义诊，医生来不了，没办成: meant, and then not held. */
const meantOnly = (text: string, c: Clause, k: KindMention): boolean =>
  meant(text, Math.max(c.start, k.start - 20), k.start) &&
  cameToNothing(text, k.end, k.end + 36) &&
  !oneHeld(text, k.end, k.end + 60)
/** 下午那场取消，上午那场照讲 */
const oneHeld = pattern(/[,，。;][^,，。;]{0,6}[场次期节堂个][^,，。;]{0,3}照[常样旧讲办开搞做上]/)
const meant = pattern(/(?:本来|原来|原先|原本|原定|原打算|本打算|原计划|本想|原想)[^,，。;]{0,14}$/)
const cameToNothing = pattern(
  /^(?:(?![0-9]{1,4}[来多]?(?:人|名|位)|改[成做为办讲]|换[成做])[^。;\n]){0,30}?(?:没(?:能|有)?(?:办|搞|开|讲|去|做|弄|来|演|看)?(?:成(?!立)|得成|了下文)|取消|泡汤|黄了|作罢|[办搞开讲去做来]不成)/,
)

/** What another word of the sentence says better: 摆摊…答疑 is a consultation, 调研报告7篇，其中《…的建议》 a study. */
export function settled(text: string, cs: readonly Clause[], all: KindMention[]): KindMention[] {
  const of = (k: KindMention): number => cs[k.clause]!.sentence
  all = itemized(text, of, heldElse(text, of, changed(text, of, reckoned(text, of, all)))).map((k) =>
    meantOnly(text, cs[k.clause]!, k) ? { ...k, strength: 0.5 } : k,
  )
  const minds = new Set(all.filter((k) => k.kind === 'counselling' && k.strength >= 2).map(of))
  const consulted = new Set<number>()
  const studied = new Set<number>()
  for (const k of all) {
    if (k.kind === 'consultation' && k.strength >= 1) consulted.add(of(k))
    if (k.kind === 'research' && k.weight === 'head' && /报告/.test(text.slice(k.start, k.end)))
      studied.add(of(k))
  }
  // 普及…知识，发放宣传资料600余份: told in the street, not lectured
  for (const [i, k] of all.entries())
    if (
      k.weight === 'deed' &&
      k.kind === 'lecture' &&
      text.startsWith('普及', k.start) &&
      handsOut.test(text.slice(k.end, k.end + 60))
    )
      all[i] = { ...k, kind: 'publicity' }
  // 考前心理辅导，大课一场: how it was held
  const told =
    minds.size === 0
      ? all
      : all.map((k) =>
          k.classes &&
          k.kind === 'lecture' &&
          (minds.has(of(k)) || minds.has(of(k) - 1) || minds.has(of(k) + 1))
            ? { ...k, kind: 'counselling' as const }
            : k,
        )
  if (consulted.size + studied.size === 0 && !told.some((k) => k.kind === 'volunteer')) return told
  return told
    .filter((k) => k.kind !== 'volunteer' || !ownCare(text, cs[k.clause]!))
    .map((k) =>
      k.kind === 'volunteer' && text.startsWith('慰问', k.end - 2) && showsThem(text, cs[k.clause]!)
        ? { ...k, kind: 'culture' as const }
        : k.kind === 'publicity' && consulted.has(of(k)) && /[摆设支搭]/.test(text[k.start]!)
          ? { ...k, strength: Math.min(k.strength, 1.2) }
          : k.kind === 'proposal' && text[k.end] === '》' && studied.has(of(k))
            ? { ...k, kind: 'research' as const }
            : k,
    )
}

/** 创新助企工作推进会, 科普讲座经验交流会: a meeting or course about the kind in front. */
export function aboutIt(text: string, tokens: readonly Token[], a: KindMention, b: KindMention): boolean {
  if (b.weight !== 'head' || b.clause !== a.clause || b.start - a.end > 6 || b.kind === a.kind) return false
  if (b.kind !== 'meeting' && b.kind !== 'training') return false
  for (let i = a.end; i < b.start; i++)
    if (!isHan(text.charCodeAt(i)) || '和与及兼'.includes(text[i]!)) return false
  // 讲座加培训, but 科普讲座加工培训
  if (/^加(?![工强快大深急])/.test(text.slice(a.end, b.start + 1))) return false
  // 两场讲座三期培训: each with its number
  for (let k = a.at + 1; k < b.at; k++)
    if (has(tokens[k], 'do') || has(tokens[k], 'call') || tokens[k]!.type === 'number') return false
  return b.start > a.end
}

const shown = /演出|汇演|比赛|[大竞]赛|展$|晚会|联欢|活动$/
const unveiled = /^(?:挂牌|揭牌|授牌|揭幕)仪式/
const madeBetter = /技改|革新|创新|改[造进良]$/
const countedBehind = /^(?:共|计|有|提了?|报了?)?[0-9一二两三四五六七八九十百]{1,5}[多余来]?[条件份项]/

/** The last word of a compound is its head, but 义诊咨询 stays a clinic and 讲座活动 a lecture. */
export function compound(text: string, a: KindMention, b: KindMention): KindMention {
  // 示范基地揭牌仪式: what was put up there
  if (a.kind === 'base' && b.kind === 'meeting' && unveiled.test(text.slice(b.start, b.end)))
    return { ...a, end: b.end }
  // 培训采摘, 培训编织: what was taught
  if (
    a.kind === 'training' &&
    b.kind === 'culture' &&
    text.startsWith('培训', a.end - 2) &&
    !shown.test(text.slice(b.start, b.end))
  )
    return { ...a, end: b.end }
  // 咨询个案: cases are of the mind
  if (a.kind === 'consultation' && b.kind === 'counselling') return { ...b, start: a.start, at: a.at }
  // 摆摊答疑, 设点咨询: what was done at the stall; 家电维修咨询: what was asked about
  if (
    b.kind === 'consultation' &&
    ((a.kind === 'publicity' && a.weight === 'plain') ||
      (a.kind === 'volunteer' && !/志愿|公益/.test(text.slice(a.start, a.end))))
  )
    return { ...b, start: a.start, at: a.at }
  // 心理辅导大课, 大课团辅
  if (
    (a.kind === 'counselling' && b.kind === 'lecture' && b.classes) ||
    (b.kind === 'counselling' && a.kind === 'lecture' && a.classes)
  )
    return {
      ...(a.kind === 'counselling' ? a : b),
      weight: 'head',
      strength: Math.max(a.strength, b.strength),
      start: a.start,
      end: b.end,
      at: a.at,
    }
  // 宣传两癌筛查: what was made known
  if (
    b.kind === 'clinic' &&
    text.slice(a.start, a.end) === '宣传' &&
    /(筛查|普查|体检|检查|检测)$/.test(text.slice(b.start, b.end))
  )
    return { ...a, strength: Math.max(a.strength, b.strength), end: b.end }
  // 技改建议18条: counted as papers are
  if (
    b.kind === 'proposal' &&
    madeBetter.test(text.slice(a.start, a.end)) &&
    countedBehind.test(text.slice(b.end, b.end + 8))
  )
    return b
  const head =
    b.weight === 'head' && !(a.kind === 'clinic' && b.kind !== 'lecture') && !(a.kind === 'outreach')
      ? b
      : a.strength >= b.strength
        ? a
        : b
  return { ...head, start: a.start, end: b.end, at: a.at }
}
