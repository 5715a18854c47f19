import { addDays, weekdayOf, type PlainDate } from '../core/day.js'
import { err, ok, type Result } from '../core/result.js'
import { namesOf, toldOnDays } from './calendar.js'
import { dayOff, entriesFor, ownFor, withEntry, type OfficeEntry, type Plan } from './plan.js'
import { pick, type Choice, type NoTip, type PickInput, type Why } from './pick.js'
import type { Given, Tip } from './tip.js'

/** What a room would be given on a day, as things stand. */
export interface PreviewDay {
  readonly day: PlainDate
  readonly result: Result<Choice, NoTip>
}

/** The days from `input.day` on, each as if the ones before had been given. Nothing is stored. */
export function preview(input: PickInput, days: number): readonly PreviewDay[] {
  const history: Given[] = [...input.history]
  return Array.from({ length: days }, (_, i) => {
    const day = addDays(input.day, i)
    const result = pick({ ...input, day, history })
    if (result.ok) history.push({ day, tipId: result.value.tip.id })
    return { day, result }
  })
}

/** Fewer days of fresh tips than this are told to the secretariat. */
export const alarmBelow = 14

/** The library runs out in a room: `days` fresh mornings are left, fewer than 14. */
export interface RunningOut {
  readonly code: 'running_out'
  readonly room: string
  readonly days: number
}

/** Null while the next 14 mornings have fresh tips; days off and skipped ones count as served. */
export function runningOut(input: PickInput): RunningOut | null {
  const days = preview(input, alarmBelow).findIndex(({ result }) =>
    result.ok ? result.value.why === 'again' : result.error.code === 'exhausted',
  )
  return days === -1 ? null : { code: 'running_out', room: input.room.name, days }
}

/** Why a wish of the office cannot be kept. */
export type WishError =
  | { readonly code: 'unknown_tip'; readonly tipId: string }
  | { readonly code: 'past_day'; readonly day: PlainDate }
  | { readonly code: 'already_given'; readonly day: PlainDate }
  | { readonly code: 'day_off'; readonly day: PlainDate; readonly reason: string }

/**
 * Adds skip, swap or insert to the plan. `today` may still be changed while its tip was not given (`given`: days the
 * room, or any room where it is null, has had).
 */
export function wish(
  plan: Plan,
  entry: OfficeEntry,
  now: { readonly today: PlainDate; readonly given: readonly PlainDate[]; readonly library: readonly Tip[] },
): Result<Plan, WishError> {
  if (entry.day < now.today) return err({ code: 'past_day', day: entry.day })
  if (now.given.includes(entry.day)) return err({ code: 'already_given', day: entry.day })
  const named = entry.action === 'insert' ? entry.tipId : entry.action === 'swap' ? entry.in : null
  if (named !== null && !now.library.some((t) => t.id === named))
    return err({ code: 'unknown_tip', tipId: named })
  const off = entry.action !== 'skip' && entry.room !== null ? dayOff(plan, entry.room, entry.day) : null
  return off ? err({ code: 'day_off', day: entry.day, reason: off.reason }) : ok(withEntry(plan, entry))
}

/**
 * The first day from `from` on that a member's tip may have in a room: no term, festival or day of its own, no wish of
 * the office, no other member's tip, no day off. Looks a year ahead; null when there is none.
 */
export function freeDay(plan: Plan, room: string, from: PlainDate): PlainDate | null {
  for (let i = 0; i < 366; i++) {
    const day = addDays(from, i)
    const named = namesOf(day, plan.campaigns).days.some((n) => toldOnDays.has(n))
    if (
      !named &&
      !dayOff(plan, room, day) &&
      !ownFor(plan, room, day) &&
      entriesFor(plan, room, day).length === 0
    )
      return day
  }
  return null
}

const whyWords: Readonly<Record<Why, string>> = {
  inserted: '办公室安排',
  swapped: '办公室换上',
  own: '会员随笔',
  day: '应节',
  campaign: '宣传周',
  scientist: '一周一位科学家',
  ordinary: '',
  again: '重播',
}
const noTipWords = (e: NoTip): string =>
  e.code === 'day_off' ? `停发（${e.reason}）` : e.code === 'skipped' ? '办公室跳过' : '库里没有可发的了'

/** One line a day: 「11月22日 周日 腌菜腌透再吃〔term-044 应节〕」. */
export const previewLine = ({ day, result }: PreviewDay): string => {
  const date = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 周${'一二三四五六日'[weekdayOf(day) - 1]!}`
  if (!result.ok) return `${date} ${noTipWords(result.error)}`
  const { tip, why } = result.value
  const words = new Set([tip.id, why === 'day' ? tip.day! : whyWords[why], tip.theme])
  const note = [...words].filter(Boolean).join(' ')
  return `${date} ${tip.title}〔${note}〕`
}
