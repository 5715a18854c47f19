import { type Draft, type State, isActive, isCounting, isPeople, isPrimary } from './draft.js'
import type { Figure } from '../figures/figures.js'
import { type KindMention, isDocument } from '../mentions/mention.js'
import { laterElsewhere } from './handed.js'
import { isAgain } from './fresh-again.js'
import { clustered, headsNext, labelUse, listsOthers, roof, titled } from './side-by-side.js'
import { has } from '../tokens.js'

const otherStand = /[。;；\n,，](?:另外?一?|还有一)(?:摊|头|边|拨)(?:人马?)?[在到去是][^。;；]{2,20}$/

/** Whether a kind begins a telling of its own behind what the draft holds: `own` are the figures it brings, `mine` those told before it. */
export function isFresh(
  st: State,
  i: number,
  d: Draft,
  kind: KindMention,
  own: readonly Figure[],
  mine: readonly Figure[],
): boolean {
  const known = d.carried ? [] : d.kinds.filter(isActive)
  // 讲座：甲会60人，乙会75人；义诊：丙会82人: the next heading of a list
  if (d.carried && (headsNext(st, d, kind) || listsOthers(st, i, d, kind))) return true
  // 18号41人、19号38人，讲座一场，66人: another thing behind days of the first
  if (
    d.carried &&
    mine.some(isPeople) &&
    own.some(isCounting) &&
    kind.weight === 'head' &&
    !d.kinds.some((k) => k.kind === kind.kind) &&
    kind.clause > Math.max(...mine.map((f) => f.clause))
  )
    return true
  if (known.length === 0)
    return (
      !d.carried &&
      // 提了5条，都是关于…的建议，2条已采纳: what they were
      !(isDocument(kind.kind) && allAbout.test(st.s.text.slice(Math.max(0, kind.start - 34), kind.start))) &&
      mine.some(isCounting) &&
      own.some(isCounting) &&
      // 走访对接15次，帮助6家企业: two measures of one thing
      !(kind.kind === 'enterprise' && !own.some((f) => mine.some((x) => x.counts === f.counts)))
    )
  const last = known.at(-1)!
  // 咨询220人，测血压180人: one of the services of the fair, no clinic of its own
  if (
    kind.kind === 'clinic' &&
    has(st.s.tokens[kind.at], 'service') &&
    known.some((k) => k.strength >= 2 && fairs.has(k.kind))
  )
    return false
  // 送科技下乡5次，给农民看了温室、讲了冬灌，…210人次: what was done on the way
  if (
    kind.weight === 'deed' &&
    known.some((k) => (k.kind === 'outreach' || k.kind === 'meeting') && k.weight === 'head') &&
    !own.some(isCounting) &&
    !mine.some(isPeople)
  )
    return false
  if (clustered(st.s, last, kind) && mine.length === 0) return false
  // 开展…培训，面对面解答疑难，参训果农58人: those counted were taught
  if (
    kind.weight !== 'head' &&
    last.kind === 'training' &&
    own.some(isPeople) &&
    own.every(
      (f) =>
        !isPeople(f) ||
        /(参训|受训|培训|学员)[^,，。;0-9]{0,6}$/.test(st.s.text.slice(Math.max(0, f.start - 10), f.start)),
    )
  )
    return false
  const clause = st.s.clauses[kind.clause]!
  // 一共3次培训，两次讲大棚，一次讲果树: what they were about
  const held = mine.find((f) => f.counts === 'sessions' && f.measure.value > 1)
  if (
    held &&
    kind.kind === 'lecture' &&
    kind.weight === 'deed' &&
    known.some((k) => k.kind === 'training' && st.s.clauses[k.clause]!.sentence === clause.sentence) &&
    own.some((f) => f.counts === 'sessions' && f.measure.value < held.measure.value)
  )
    return false
  const opening =
    st.s.text.slice(clause.start, Math.min(clause.start + 6, kind.start)) +
    st.s.text.slice(Math.max(clause.start, kind.start - 8), kind.start)
  // 讲座跟义诊分开报，讲座76人…；义诊54人: the one named before without figures comes to its own
  if (
    last.kind !== kind.kind &&
    last.clause !== kind.clause &&
    own.some(isPeople) &&
    mine.some(isPeople) &&
    known.some((k) => k.kind === kind.kind && k.clause < last.clause)
  )
    return true
  // …听的38人；另一摊在某园，讲《…》，孩子71名: the other of two held at once
  if (
    mine.some(isPeople) &&
    own.some(isPeople) &&
    otherStand.test(st.s.text.slice(Math.max(mine.at(-1)!.end, kind.start - 24), kind.start))
  )
    return true
  // 先讲课后看病，听课的80人，看病的35人: two named in one breath, each with those who came to it
  if (
    last.kind === kind.kind &&
    kind.kind === 'clinic' &&
    kind.clause !== last.clause &&
    own.some(isPeople) &&
    known.some((k) => k.kind === 'lecture' && k.clause === last.clause) &&
    mine.some(
      (f) =>
        isPeople(f) &&
        /(听课|听讲|听众|听的|上课)[^,，。;0-9]{0,4}$/.test(
          st.s.text.slice(Math.max(0, f.start - 8), f.start),
        ),
    )
  )
    return true
  if (known.some((k) => k.kind === kind.kind)) return isAgain(st, i, { d, kind, last, own, mine, opening })
  // 建议3条，采纳2条；上稿5篇: what was taken is a figure of documents too
  if (
    isDocument(kind.kind) &&
    own.some((f) => f.counts === 'adopted') &&
    mine.some((f) => f.counts === 'documents' || f.counts === 'adopted')
  )
    return true
  // 讲座12场，义诊6场，信息采用5篇: papers taken up beside events
  if (
    isDocument(kind.kind) &&
    !isDocument(last.kind) &&
    kind.clause !== last.clause &&
    own.some((f) => f.counts === 'adopted') &&
    mine.some(isPrimary)
  )
    return true
  // 17号上午义诊34人次，17号下午科普宣传发资料420份: each with its time and its figure
  if (
    kind.clause !== last.clause &&
    own.length > 0 &&
    mine.length > 0 &&
    st.es
      .slice(Math.max(0, i - 3), i)
      .some(
        (e) => e.is === 'date' && e.clause === kind.clause && !e.date.token.aside && e.start > last.end,
      ) &&
    d.dates.length > 0
  )
    return true
  // 到某厂服务企业，修好了…；顺带给工人办了一期培训: what was done besides
  if (
    mine.length === 0 &&
    (own.some(isCounting) || own.some(isPeople)) &&
    last.kind === 'enterprise' &&
    last.weight === 'head' &&
    kind.kind !== 'enterprise' &&
    kind.weight === 'head' &&
    last.clause !== kind.clause &&
    d.dates.length > 0 &&
    /^(还|又|也)?(顺带|顺便|顺路|顺手|另外|此外)/.test(opening) &&
    !byOthers.test(st.s.text.slice(st.s.clauses[kind.clause]!.start, kind.start + 12))
  )
    return true
  if (own.some(isCounting)) {
    // 今日挂牌“…基地”，又办培训一期: founded, and then taught
    if (
      mine.length === 0 &&
      last.kind === 'base' &&
      kind.kind !== 'base' &&
      last.clause !== kind.clause &&
      /(挂牌|揭牌|授牌|成立|落成|建成)/.test(
        st.s.text.slice(st.s.clauses[last.clause]!.start, st.s.clauses[last.clause]!.end),
      )
    )
      return true
    // 到企业开展技术诊断，提出建议58条: papers are no measure of what was held
    if (mine.length === 0 && isDocument(kind.kind) !== isDocument(last.kind))
      return (
        isDocument(kind.kind) && last.weight === 'head' && last.clause !== kind.clause && !roof(st.s, last)
      )
    if (mine.length === 0)
      return (
        isDocument(kind.kind) &&
        isDocument(last.kind) &&
        last.weight === 'head' &&
        last.clause !== kind.clause &&
        !roof(st.s, last)
      )
    return !(
      d.kinds.some((k) => k.kind === 'outreach') &&
      mine.some(isPeople) &&
      !own.some(isPeople) &&
      !mine.some(isCounting)
    )
  }
  if (own.length > 0) {
    if (mine.length === 0) return false
    // 送春联进村…，另外开展了反诈宣传，发单子200张
    if (
      kind.clause !== last.clause &&
      kind.weight !== 'weak' &&
      ['另外', '此外', '另还', '另开展', '另组织'].some((w) => opening.startsWith(w)) &&
      own.some((f) => f.counts === 'materials' || isPeople(f))
    )
      return true
    // 建立工作站1个，…已接诊患者1860人次: people are no measure of a base or a paper
    if (
      isDocument(last.kind) &&
      !isDocument(kind.kind) &&
      kind.clause !== last.clause &&
      own.some(isPeople) &&
      mine.some((f) => f.counts === 'documents')
    )
      return true
    // 上午座谈22人；下午进村贴标语、发单子200张
    if (
      kind.kind === 'publicity' &&
      !known.some((k) => fairs.has(k.kind)) &&
      own.some((f) => f.counts === 'materials') &&
      laterElsewhere(st, i, d)
    )
      return true
    // 13日上午宣传，散发传单400张；下午又到学校讲用电，学生95人
    if (
      kind.kind !== last.kind &&
      st.s.clauses[last.clause]!.sentence !== clause.sentence &&
      own.some(isPeople) &&
      mine.some((f) => f.counts === 'materials') &&
      /^(下午|晚上|中午|随后|接着|然后|又|再)[^,，。;]{0,4}(到|去|在|给|为|赴)/.test(
        st.s.text.slice(clause.start, clause.start + 8),
      )
    )
      return true
    if (
      !mine.some(isPeople) &&
      (labelUse(st, i, kind) ||
        (kind.weight === 'plain' && kind.kind === 'culture') ||
        !mine.some((f) => isCounting(f) && f.measure.value > 1))
    )
      return false
    if (d.kinds.some((k) => k.kind === 'outreach' && isActive(k)) && !mine.some(isCounting))
      // 三下乡，群众430人；老凤在县城开座谈会，18人: what belongs to no fair, or was held by the others of two
      return (
        mine.some(isPeople) &&
        own.some(isPeople) &&
        kind.clause !== last.clause &&
        kind.weight === 'head' &&
        (kind.kind === 'meeting' || otherHalf.test(opening))
      )
    return (
      own.some(isPeople) && (mine.some(isPeople) || mine.some((f) => isCounting(f) && f.measure.value > 1))
    )
  }
  return (
    isDocument(kind.kind) &&
    kind.weight === 'head' &&
    kind.clause !== last.clause &&
    titled(st.s, clause.start, clause.end)
  )
}

const allAbout = /[条件篇份][,，](?:[都全均]|全都)是(?:(?:关于|有关|针对|给|讲|写)[^,，。;]{2,24}的)?$/

/** 另外参加镇里培训, 此外厂里自己办了一期: what was held there, but not by the teller. */
const byOthers =
  /(厂里|厂方|企业|公司|他们|对方)(自己|也|方)|自己|参加|听了|汇报|去年|准备|约好|报名|打算|商定|邀请/

const otherHalf = /^(?:另一?[组路队拨]|[一二][组路队拨]|其余|剩下的人|留下的)/

const fairs: ReadonlySet<string> = new Set(['publicity', 'outreach', 'consultation', 'volunteer'])
