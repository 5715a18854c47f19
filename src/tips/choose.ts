import { daysBetween, type PlainDate } from '../core/day.js'
import { best, fits } from './draw.js'
import { themesIn } from './habit.js'
import { preview } from './office.js'
import { pastOf } from './past.js'
import { hadLately, pick, type PickInput } from './pick.js'
import { withEntry, type Plan } from './plan.js'
import type { Given, Tip } from './tip.js'

/**
 * What a room will be given on `day` as things stand (`input.day` is tomorrow), and the next best without it and
 * `outs`; null where the room has no tip that day.
 */
export function alternatives(
  input: PickInput,
  day: PlainDate,
  outs: readonly string[] = [],
): { readonly now: Tip; readonly next: Tip | null } | null {
  const days = preview(input, Math.max(1, daysBetween(input.day, day) + 1))
  const last = days.at(-1)!.result
  if (!last.ok) return null
  const before: Given[] = days
    .slice(0, -1)
    .flatMap((d) => (d.result.ok ? [{ day: d.day, tipId: d.result.value.tip.id }] : []))
  const now = last.value.tip
  // A wish of the office and a member's own tip of that day give way as well.
  const bare: Plan = {
    ...input.plan,
    entries: input.plan.entries.filter((e) => e.day !== day),
    own: input.plan.own.filter((o) => o.day !== day),
  }
  const plan = [now.id, ...outs].reduce<Plan>(
    (p, out) => withEntry(p, { room: input.room.name, day, action: 'swap', out, in: null }),
    bare,
  )
  const next = pick({ ...input, day, history: [...input.history, ...before], plan })
  return { now, next: next.ok ? next.value.tip : null }
}

/** The tip that words mean: by number or whole title (`exact`), else all that are about it, nearest first. */
export function tipMeant(
  words: string,
  tips: readonly Tip[],
): { readonly exact: Tip | null; readonly about: readonly Tip[] } {
  const tidy = words.replace(/[《》「」“”"'（）()]/g, '').trim()
  const exact = tips.find((t) => t.id === tidy.toLowerCase()) ?? tips.find((t) => t.title === tidy) ?? null
  if (exact) return { exact, about: [] }
  const word = tidy.replace(/^(?:说|讲|关于|有关)|(?:方面|相关|知识|内容)?(?:的)?$/g, '')
  if (word.length < 2) return { exact: null, about: [] }
  const holds: readonly ((t: Tip) => boolean)[] = [
    (t) => t.title.includes(word),
    (t) => t.theme.includes(word) || t.day === word,
    (t) => t.lines.join('').includes(word),
  ]
  const about = holds.map((h) => tips.filter(h)).find((found) => found.length > 0)
  if (about) return { exact: null, about }
  const chosen = themesIn(word, tips)
  return { exact: null, about: tips.filter((t) => chosen.includes(t.theme) || chosen.includes(t.group)) }
}

/** Of several tips the one for a room's day: not had within the year, in season, of its region; null when none is. */
export function choosable(tips: readonly Tip[], input: PickInput): Tip | null {
  const month = Number(input.day.slice(5, 7))
  const fresh = tips.filter(
    (t) => !hadLately(t, input) && fits(t, input.room) && (t.months.length === 0 || t.months.includes(month)),
  )
  // one that waits for a day of its own is taken only where nothing else fits
  const free = fresh.filter((t) => t.day === null)
  return best(free.length > 0 ? free : fresh, input, pastOf(input))
}
