import { addDays } from '../core/day.js'
import type { LocalTime } from '../core/org.js'
import type { House } from '../house.js'
import type { OutboxClass, Store } from '../store.js'
import { instant } from '../turn.js'

/** What a due run may look at. `slot` is when it was due, `now` when it really runs. */
export interface JobRun {
  readonly house: House
  readonly store: Store
  readonly slot: Date
  readonly now: Date
  readonly local: LocalTime
  /** '' or the room the run is for. */
  readonly scope: string
  /** The slot is longer past than the job's `lateMinutes`: it only notes why nothing is done. */
  readonly tooLate: boolean
  /** Rooms of one hour may be spread over so many seconds; 0 in replay. */
  readonly spreadSeconds: number
  /** `HH:MM`: until then a tip that could not go at its hour still goes. */
  readonly tipsUntil: string
  /** Plans a line once however often the run is tried. */
  say(
    to: { readonly room: string } | { readonly person: string },
    text: string,
    options?: SayOptions,
  ): Promise<number | null>
}
export interface SayOptions {
  readonly class?: OutboxClass
  readonly records?: readonly number[]
  /** Not before this instant; now when absent. */
  readonly notBefore?: Date
  readonly key?: string
}

/** Something the clock brings: once a day and scope, at a minute of the association's day. */
export interface Job {
  readonly name: string
  /** How long after its minute it is still done; later runs only note it. */
  readonly lateMinutes: number
  /** Scopes with their minute today. */
  due(house: House, store: Store): Promise<readonly { readonly scope: string; readonly minute: number }[]>
  run(run: JobRun): Promise<void>
}

/** A slot that has come and was not taken yet. */
export interface DueRun {
  readonly job: Job
  readonly scope: string
  readonly slot: Date
  readonly tooLate: boolean
}

/** When this house first opened: nothing that was due before it is ever made up for. */
async function openedAt(house: House, store: Store, now: Date): Promise<Date> {
  const known = openings.get(house)
  if (known) return known
  const kept = await store.settings.get('opened')
  if (kept === null) {
    await store.settings.set('opened', instant(now))
    return now
  }
  openings.set(house, new Date(kept))
  return new Date(kept)
}
/** Written once and never changed: read once. */
const openings = new WeakMap<House, Date>()

/** Today's slots of every job, each with whether it was taken. */
async function slotsToday(
  jobs: readonly Job[],
  house: House,
  store: Store,
  now: Date,
): Promise<(Pick<DueRun, 'job' | 'scope' | 'slot'> & { readonly taken: boolean })[]> {
  const { day } = house.zone.local(now)
  const last = new Map((await store.jobs.all()).map((r) => [`${r.job}/${r.scope}`, r.slot]))
  const slots = []
  for (const job of jobs) {
    for (const { scope, minute } of await job.due(house, store)) {
      const slot = house.zone.at(day, minute)
      slots.push({ job, scope, slot, taken: (last.get(`${job.name}/${scope}`) ?? '') >= instant(slot) })
    }
  }
  return slots
}

/** Today's slots not later than now and not taken; those of earlier days are gone (yesterday's tip is never sent). */
export async function dueRuns(
  jobs: readonly Job[],
  house: House,
  store: Store,
  now: Date,
): Promise<DueRun[]> {
  const opened = await openedAt(house, store, now)
  return (await slotsToday(jobs, house, store, now))
    .filter(({ slot, taken }) => !taken && slot <= now && slot >= opened)
    .map(({ job, scope, slot }) => ({
      job,
      scope,
      slot,
      tooLate: now.getTime() - slot.getTime() > job.lateMinutes * 60_000,
    }))
    .sort((a, b) => a.slot.getTime() - b.slot.getTime())
}

/** The next instant at which some job is due: after `now`, or with `missed` now, where a slot of today was not taken. */
export async function nextSlot(
  jobs: readonly Job[],
  house: House,
  store: Store,
  now: Date,
  missed = false,
): Promise<Date | null> {
  const { day } = house.zone.local(now)
  const opened = missed ? await openedAt(house, store, now) : now
  let next: Date | null = null
  for (const { slot, taken } of await slotsToday(jobs, house, store, now)) {
    if (missed && !taken && slot <= now && slot >= opened) return now
    const at = slot > now ? slot : house.zone.at(addDays(day, 1), minuteOfDay(house, slot))
    if (next === null || at < next) next = at
  }
  return next
}
const minuteOfDay = (house: House, slot: Date): number => house.zone.local(slot).minute

/** Takes the run and does it, in one transaction: after a crash it may be missing, never doubled. */
export async function runJob(
  { job, scope, slot, tooLate }: DueRun,
  house: House,
  store: Store,
  now: Date,
  spreadSeconds = 0,
  tipsUntil = '11:30',
): Promise<void> {
  if (!(await store.jobs.claim(job.name, scope, instant(slot)))) return
  let n = 0
  await job.run({
    house,
    store,
    slot,
    now,
    local: house.zone.local(now),
    scope,
    tooLate,
    spreadSeconds,
    tipsUntil,
    say: (to, text, options = {}) =>
      store.outbox.plan(
        {
          room: 'room' in to ? to.room : null,
          person: 'person' in to ? to.person : null,
          class: options.class ?? 'notice',
          text,
          mentions: [],
          inReplyTo: null,
          file: null,
          records: options.records ?? [],
          line: null,
          notBefore: instant(options.notBefore ?? now),
          createdAt: instant(now),
        },
        options.key ?? `${job.name}/${scope}/${instant(slot)}/${n++}`,
      ),
  })
}
