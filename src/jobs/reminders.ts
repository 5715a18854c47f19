import { addDays, monthOf, parts, ymd, type PlainDate } from '../core/day.js'
import { workdayFrom } from '../core/holidays.js'
import { monthBefore } from '../core/month.js'
import { remind, whyNot } from '../converse/remind.js'
import { branchesOf, firstMonth, reportedIn } from '../ledger/reported.js'
import type { Job, JobRun } from './job.js'

/** Days of the month on which last month's reports are asked for; on a day off the next workday. */
const nominalDays = [3, 10] as const
/** The second reminder keeps this distance where holidays push the first one back. */
const apart = 5
const minute = 9 * 60 + 30

/** The two reminder days of the month a day is in: 2026-11 → 3rd and 10th; 2026-10 → 8th and 13th (国庆). */
export function reminderDays(day: PlainDate): readonly PlainDate[] {
  const [year, month] = parts(day)
  const first = workdayFrom(ymd(year, month, nominalDays[0]))
  const nominal = ymd(year, month, nominalDays[1])
  const soonest = addDays(first, apart)
  return [first, workdayFrom(soonest > nominal ? soonest : nominal)]
}

/**
 * Twice a month, at 9:30 of a workday, a gentle private line to the contacts of branches of which last month brought
 * nothing. Nobody is asked about a month before the house was in use, nor about a closed one.
 */
export const reminders: Job = {
  name: 'reminders',
  lateMinutes: 8 * 60,
  due: async () => [{ scope: '', minute }],
  async run(run) {
    if (run.tooLate || !reminderDays(run.local.day).includes(run.local.day)) return
    const month = monthBefore(monthOf(run.local.day))
    if (await wasNotInUse(run, month)) return
    if ((await run.store.closings.get(month)) !== null) return
    const { store, house, local } = run
    const reported = await reportedIn(store, house, month)
    const branches = new Set(branchesOf(house))
    for (const person of await store.people.withRole(['contact'])) {
      const { unit } = person
      // only branches are asked unbidden; what is below them they know themselves, and the office sees in 欠报
      if (unit === null || !branches.has(unit) || reported(unit)) continue
      if ((await whyNot(store, person, month, local.day)) !== null) continue
      const text = await remind(store, house, { person, unit, month }, local.day, run.now)
      await run.say({ person: person.id }, text, { class: 'question' })
    }
  },
}

/** Opened after the month, and nobody has told anything of it either. */
async function wasNotInUse({ store, house, local }: JobRun, month: string): Promise<boolean> {
  if ((await firstMonth(store, house, local.day)) <= month) return false
  const reported = await reportedIn(store, house, month)
  return !house.tree.names.some(reported)
}
