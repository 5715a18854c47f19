import type { PlainDate } from '../core/day.js'
import { shortName } from '../core/tree.js'
import type { House } from '../house.js'
import type { PersonRow, Store } from '../store.js'
import { instant, teacher } from '../turn.js'
import { monthText } from './months.js'

/** Reminders a contact gets about one month at most, by the clock and by the office together. */
export const mostReminders = 2
/** 「别提醒我」 without an end. */
export const forever: PlainDate = '9999-12-31'
/** How long 「没有」 answers a reminder. */
const openDays = 7

/** Why somebody is not reminded. */
export type NoReminder =
  /** Said not to be, until this day (included). */
  { readonly code: 'leave'; readonly until: PlainDate } | { readonly code: 'often' }

const keyOf = (month: string, person: string): string => `reminded:${month}:${person}`

/** Null when one more reminder about the month is all right. */
export async function whyNot(
  store: Store,
  person: PersonRow,
  month: string,
  today: PlainDate,
): Promise<NoReminder | null> {
  if (person.noRemindersUntil !== null && person.noRemindersUntil >= today)
    return { code: 'leave', until: person.noRemindersUntil }
  const sent = Number((await store.settings.get(keyOf(month, person.id))) ?? 0)
  return sent >= mostReminders ? { code: 'often' } : null
}

/**
 * Counts a reminder, opens the question that 「没有」 answers, and gives its sentence. `from`: when it will be said.
 */
export async function remind(
  store: Store,
  house: House,
  { person, unit, month }: { readonly person: PersonRow; readonly unit: string; readonly month: string },
  today: PlainDate,
  from: Date,
): Promise<string> {
  const key = keyOf(month, person.id)
  await store.settings.set(key, String(Number((await store.settings.get(key)) ?? 0) + 1))
  for (const open of await store.questions.openFor(person.id, null, instant(from)))
    if (open.about === 'zero') await store.questions.close(open.id, 'replaced')
  await store.questions.insert({
    room: null,
    person: person.id,
    about: 'zero',
    record: null,
    data: { unit, month },
    askedAt: instant(from),
    expiresAt: instant(new Date(from.getTime() + openDays * 86_400_000)),
    status: 'open',
  })
  return `${teacher(person.name)}好，${monthText(month, today)}还没收到${shortName(unit, house.tree)}的活动。有就随口说一句，没有就回“没有”。这周不方便可回“别提醒”。`
}
