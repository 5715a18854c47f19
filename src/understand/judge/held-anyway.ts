import { daysBetween } from '../../core/day.js'
import { isPrimary } from '../structure/draft.js'
import { has, type Token } from '../tokens.js'
import type { Told } from './told.js'

/* Words of what fell through, was moved or is planned, and what was held all the same beside them. */

/** 赶集我没去，我去村上讲防火: what fell through is no activity; nor is what is told as held as usual behind it. */
export const besides = (t: Told): boolean =>
  asUsual(t) ||
  madeUp(t) ||
  oneOfTwo(t) ||
  t.clauses.every((c) => {
    const cancelled = t.s.tokens.slice(c.from, c.to).some((x) => has(x, 'cancel') && !ofAnother(t, x))
    return (
      !cancelled ||
      (c.from !== t.s.clauses[t.b.kind.clause]!.from &&
        !t.s.kinds.some((k) => k.kind === t.b.kind.kind && k.start >= c.start && k.start < c.end))
    )
  })

/** 下午那场取消，上午那场照讲，实到56人: one of several was held, and its people stand behind. */
const oneOfTwo = (t: Told): boolean =>
  t.b.draft.figures.some(
    (f) =>
      isPrimary(f) &&
      /[,，。;][^,，。;]{0,6}[场次期节堂个][^,，。;]{0,3}照[常样旧讲办开搞做上](?![^。\n]{0,40}取消)/.test(
        t.s.text.slice(Math.max(0, f.start - 40), f.start),
      ),
  )

/** 那天没搞活动，是昨天补的: held after all, behind what fell through. */
const madeUp = (t: Told): boolean =>
  t.s.tokens
    .filter((x) => has(x, 'cancel'))
    .every(
      (x) =>
        /^[^。\n]{0,16}(补的|补上|补办|补讲|补做|补搞|补开|补了一)/.test(t.s.text.slice(x.end, x.end + 24)) ||
        movedAndHeld(t, x) ||
        heldInstead(t, x),
    )

/** 没开成大课，改在小屋里讲，来了28人: another room, or another thing, the same day, with its people behind. */
const heldInstead = (t: Told, cancel: Token): boolean => {
  const found = instead.exec(t.s.text.slice(cancel.end, cancel.end + 50))
  const at = cancel.end + (found?.[0].length ?? 0)
  return (
    found !== null &&
    t.b.when !== null &&
    t.b.when.period.end <= t.s.sentAt.day &&
    t.b.draft.figures.some((f) => f.counts === 'people' && f.start >= at && f.start - at < 40)
  )
}
const instead =
  /^[^。;\n]{0,20}[,，](?:我们|大家|就|又|只好|临时|后来|索性|干脆){0,2}(?:改|换|挪|移)(?:到|在|成|去|至|为|作|了|讲了?|办了?|搞了?|教了?|做了?|上了?)了?(?!明|后天|下周|下个?月|下礼拜|下星期|改天|以后|周|星期|[0-9])[^,，。;]{1,14}(?:讲|上|办|开|搞|看|诊|演|教|做|座谈|[,，](?=[^,，。;]{0,6}[0-9一二两三四五六七八九十])|[,，][^,，。;0-9]{0,4}(?:讲|义诊|办|开|搞|看|教|上))/

/** 周四没搞成，挪到周五搞的，看了52人: moved to a day that is over, with its people behind. */
function movedAndHeld(t: Told, cancel: Token): boolean {
  const { text, dates, sentAt } = t.s
  const moved = /^[^。;\n]{0,10}(?:[挪改推移换延调]|顺延|推迟)(?:到|在|至)了?/.exec(
    text.slice(cancel.end, cancel.end + 20),
  )
  const at = cancel.end + (moved?.[0].length ?? 0)
  const day = moved && dates.find((d) => d.token.start === at)
  return (
    !!day &&
    day.token.date.to <= sentAt.day &&
    t.b.draft.figures.some((f) => f.counts === 'people' && f.start > at && f.start - at < 40)
  )
}

/** 计划10场，已讲6场: what is done of it so far, told as done. */
export const soFar = (t: Told): boolean =>
  t.b.report.branch !== null &&
  t.b.draft.figures.some(
    (f) =>
      f.counts === 'sessions' &&
      /((已|已经|实际|目前|实|眼下|现在|如今|迄今|至今)(讲|办|开展|举办|完成|做|开|搞|义诊|培训|到)|[0-9][场次期节班](完成|兑现))了?$/.test(
        t.s.text.slice(Math.max(0, f.start - 8), f.start),
      ),
  )

/** 甲会的讲座推迟到下周；乙会的照开，19日…126人: what was moved is the telling before, which only lends its kind. */
export const ofTheOther = (t: Told): boolean =>
  t.b.draft.carried &&
  t.b.draft.branch !== null &&
  /^的?[^,，。;0-9]{0,4}(照开|照常|照样|照旧|照讲|照搞|照办(?!手续|证)|如期)/.test(
    t.s.text.slice(t.b.draft.branch.token.end, t.b.draft.branch.token.end + 12),
  ) &&
  t.over &&
  lastsDays(t) &&
  daysBetween(t.b.when!.period.end, t.s.sentAt.day) < 15 &&
  t.b.draft.figures.some(isPrimary) &&
  t.core.every((x) => !has(x, 'moved') || x.end < t.b.draft.start)

/** 11号的取消了；15号的照常，在老年大学，56人: of a day of its own, in front of the figures. */
const asUsual = (t: Told): boolean =>
  t.b.when !== null &&
  t.b.draft.figures.some(isPrimary) &&
  /^的?[^,，。;]{0,6}(照常|照样|照旧|照开|照办|照讲|如期|按时)/.test(
    t.s.text.slice(t.b.when.end, t.b.when.end + 12),
  )

/** 昨天降温，义诊照常。看病43人: of a day that is over, with its figures behind. */
export const heldAsUsual = (t: Told): boolean =>
  t.b.when !== null &&
  (t.b.when.period.end < t.s.sentAt.day || t.past) &&
  /^[^,，。;0-9]{0,4}(照常|照样|照旧|如期)[^,，。;0-9]{0,4}[,，。;！!]/.test(
    t.s.text.slice(t.b.kind.end, t.b.kind.end + 12),
  ) &&
  t.b.draft.figures.some((f) => isPrimary(f) && f.start > t.b.kind.end)

/** 望江两场130人、北塔一场66人、青溪没办: another of ours is named behind the figures, and it was theirs. */
function ofAnother(t: Told, cancel: Token): boolean {
  const last = Math.max(0, ...t.b.draft.figures.map((f) => f.end))
  return last > 0 && t.s.units.some((u) => u.token.start >= last && u.token.end <= cancel.start)
}

export const lastsDays = ({ b, s }: Told): boolean =>
  b.when !== null &&
  daysBetween(b.when.period.start, b.when.period.end) < 8 &&
  daysBetween(b.when.period.end, s.sentAt.day) < 150
