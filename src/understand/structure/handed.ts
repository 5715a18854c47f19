import { type Draft, type State, filled, isCounting, isPeople, isPrimary, sentenceOf } from './draft.js'
import type { Figure } from '../figures/figures.js'
import type { KindMention } from '../mentions/mention.js'
import { pattern } from '../text/pattern.js'
import { wholeNumber } from '../numbers/numeral.js'

/** 讲座2期250人；培训6期310人；印发资料1100多份: in a row of kinds, handing out is one more. */
export function standsAlone(st: State, i: number, d: Draft): boolean {
  if (lastAnnounced(st, i, d)) return true
  const last = d.figures.filter(isPrimary).at(-1)
  if (last && inTheStreet(st, i, d)) return true
  if (!last || !d.figures.some((f) => isCounting(f))) return false
  // 培训12场1560人；发放图谱4300份，受益群众5000人: handed out to people of their own
  const next = st.es[i + 1]
  const ownPeople =
    next?.is === 'figure' &&
    isPeople(next.figure) &&
    sentenceOf(st, i + 1) === sentenceOf(st, i) &&
    d.figures.some(isPeople)
  if (st.out.length < 2 && !ownPeople) return false
  return (
    st.s.clauses[last.clause]!.sentence !== sentenceOf(st, i) &&
    st.s.clauses[last.clause]!.line === st.s.clauses[st.es[i]!.clause]!.line
  )
}

/** 办展3场680人次，讲座2场130人次，义诊1场75人次，发资料900份: said last of several, it goes with what was shown among them. */
export function shownAmong(st: State, i: number, d: Draft): Draft | null {
  const told = st.out.filter(filled)
  if (told.length < 3 || told.at(-1) !== d || st.es.slice(i + 1).some((e) => e.is !== 'unit')) return null
  if (d.figures.at(-1)!.clause === st.es[i]!.clause) return null
  if (!told.every((x) => x.figures.some(isCounting) && x.figures.some(isPeople) && x.branch === d.branch))
    return null
  const shows = told.filter((x) => x.kinds[0]?.kind === 'publicity')
  return shows.length === 1 && shows[0] !== d && !shows[0]!.figures.some((f) => f.counts === 'materials')
    ? shows[0]!
    : null
}

/** 上午座谈，14人。下午上街发单页380张: handed out in another part of the day, somewhere else. */
export const inTheStreet = (st: State, i: number, d: Draft): boolean =>
  !d.kinds.some((k) => k.kind === 'publicity' || k.kind === 'outreach') &&
  laterElsewhere(st, i, d) &&
  /[发散送派赠]/.test(st.s.text.slice(st.s.clauses[st.es[i]!.clause]!.start, st.es[i]!.start))

/** The clause of an element tells of another part of the day and of a way there, behind all that was counted. */
export function laterElsewhere(st: State, i: number, d: Draft): boolean {
  const c = st.s.clauses[st.es[i]!.clause]!
  return (
    d.figures.some(isPeople) &&
    (d.figures.every((f) => st.s.clauses[f.clause]!.sentence !== c.sentence) ||
      (intoTheStreet(st.s.text, c.start, c.start + 20) &&
        firstHalf(st.s.text, Math.max(d.start, c.start - 60), c.start))) &&
    /^(下午|晚上|中午|傍晚|午后|随后|接着|会后|散会后|课后)?(又|再|还)?(大家|一起|他们|我们)?(到|去|在|上街|赴|进|沿街|走上|来到)(?!会|现场)/.test(
      st.s.text.slice(c.start, c.start + 14),
    )
  )
}

/** 上午讲座60人，下午在广场发资料300份: in one sentence, and out of doors. */
const intoTheStreet = pattern(
  /^(?:下午|晚上|傍晚|午后)(?:又|再|还)?(?:大家|一起|我们)?(?:到|去|在|上|赴|进|来到)[^,，。;]{0,8}?(?:广场|街|集|市|村|社区|小区|公园|路|车站|码头|菜场|门口|商场|超市)/,
)
const firstHalf = pattern(/上午|早上|一早|清早|早晨/)

/** 科普日一天三样：讲座85人，义诊62人，发资料500份: the last of as many things as were announced. */
export function lastAnnounced(st: State, i: number, d: Draft): boolean {
  if (alikeOpened(st, i, d)) return true
  if (st.es.slice(i + 1).some((e) => e.is === 'figure' || e.is === 'kind') || st.out.length < 2 || !filled(d))
    return false
  const { start } = st.s.clauses[st.seg.from]!
  const many = announces.exec(st.s.text.slice(start, Math.min(start + 60, d.start)))
  return many !== null && wholeNumber(many[1]!) === st.out.filter(filled).length + 1
}
/** 一张义诊看了61人，一张农技咨询问了34人，一张发资料发了300份: told beside the others in the same words. */
function alikeOpened(st: State, i: number, d: Draft): boolean {
  const last = d.figures.at(-1)
  const { clauses, text } = st.s
  if (!last || st.out.length < 2) return false
  const [a, b] = [clauses[last.clause]!, clauses[st.es[i]!.clause]!]
  const opening = text.slice(b.start, b.start + 2)
  return a !== b && /^(一[张边处头摊组队路拨桌块项]|有的)/.test(opening) && text.startsWith(opening, a.start)
}
export const announces =
  /([两二三四五六七八2-8])(?:样|件|项|桩|个)(?:事|活|活动|工作|内容|节目)?[^,，。;0-9]{0,4}[:：,，。]/

/** Printed items handed out, as an activity of its own. */
export const publicity = (f: Figure, announced: boolean): KindMention => ({
  kind: 'publicity',
  weight: announced ? 'plain' : 'weak',
  strength: 1,
  start: f.start,
  end: f.end,
  at: f.at,
  clause: f.clause,
  aside: false,
})
