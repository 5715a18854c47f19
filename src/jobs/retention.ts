import { addDays } from '../core/day.js'
import { sourceDaysKey } from '../ledger/keep.js'
import type { Job, JobRun } from './job.js'

/** Days for which things are kept that no total stands on. docs/privacy.md says the same in words. */
export const kept = {
  /** 漏网: words of messages that may be reports. */
  missed: 60,
  /** Who called when, for floods. */
  calls: 60,
  /** Marks of handled messages hold no words and no names; a year played again must still be known. */
  seen: 400,
  /** Counts of reminders of long past months. */
  reminders: 400,
} as const

/** Every night at 3:30: what is no longer needed is forgotten. */
export const retention: Job = {
  name: 'retention',
  lateMinutes: 24 * 60,
  due: async () => [{ scope: '', minute: 3 * 60 + 30 }],
  async run(run) {
    const { store, local } = run
    await store.seen.forgetBefore(addDays(local.day, -kept.seen))
    await store.calls.forgetBefore(before(run, kept.calls))
    await store.missed.forgetBefore(before(run, kept.missed))
    const oldest = addDays(local.day, -kept.reminders).slice(0, 7)
    for (const { key } of await store.settings.list('reminded:'))
      if (key.slice('reminded:'.length) < oldest) await store.settings.remove(key)
    const days = Number(await store.settings.get(sourceDaysKey))
    if (Number.isInteger(days) && days > 0) await store.sources.blankBefore(before(run, days))
  },
}

const before = ({ house, local }: JobRun, days: number): string =>
  house.zone.at(addDays(local.day, -days), 0).toISOString()
