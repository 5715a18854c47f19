import { addDays, type Period, type PlainDate } from '../core/day.js'
import type { Org } from '../core/org.js'
import type { EssayRow, RoomRow, Store } from '../store.js'
import type { CampaignDays } from './calendar.js'
import { essayTip, type Essay, type EssayError } from './essay.js'
import type { DayOff, OfficeEntry, Plan } from './plan.js'
import type { PickInput } from './pick.js'
import { habitOf } from './habit.js'
import { tipRoom } from './room.js'
import { signed, type Given, type Tip } from './tip.js'
import type { Shelf } from './shelf.js'

/** Keys of the settings the office makes for the tips. */
const keys = {
  off: 'tips:off',
  campaigns: 'tips:campaigns',
  held: 'tips:held',
} as const

async function list<T>(store: Store, key: string): Promise<readonly T[]> {
  const kept = await store.settings.get(key)
  return kept === null ? [] : (JSON.parse(kept) as readonly T[])
}

/** Days off; what was set for one of these days and the same room before is replaced. */
export async function addDayOff(store: Store, off: DayOff): Promise<void> {
  await removeDaysOff(store, off.room, off)
  await store.settings.set(keys.off, JSON.stringify([...(await list<DayOff>(store, keys.off)), off]))
}
/** Takes the days off of a span back, for one room or (null) those of every room; a longer one keeps its other days. */
export async function removeDaysOff(store: Store, room: string | null, span: Period): Promise<boolean> {
  const before = await list<DayOff>(store, keys.off)
  const after = before.flatMap((off) =>
    off.room !== room || off.end < span.start || off.start > span.end
      ? [off]
      : [
          { ...off, end: addDays(span.start, -1) },
          { ...off, start: addDays(span.end, 1) },
        ].filter((rest) => rest.start <= rest.end),
  )
  if (JSON.stringify(before) === JSON.stringify(after)) return false
  await store.settings.set(keys.off, JSON.stringify(after))
  return true
}

/** The days of a campaign; those entered for the same year before are replaced. */
export const addCampaign = async (store: Store, campaign: CampaignDays): Promise<void> =>
  store.settings.set(
    keys.campaigns,
    JSON.stringify([
      ...(await list<CampaignDays>(store, keys.campaigns)).filter(
        (c) => c.name !== campaign.name || c.start.slice(0, 4) !== campaign.start.slice(0, 4),
      ),
      campaign,
    ]),
  )

/** Everything decided about the days from `from` on: days off, the office's wishes, members' own tips, campaigns. */
export async function planFrom(store: Store, from: PlainDate): Promise<Plan> {
  const choices = await store.tips.choices(from)
  // One of today that has gone to a room already is still to go to the others.
  const essays = [
    ...(await store.tips.essays({ status: 'scheduled' })),
    ...(await store.tips.essays({ status: 'sent' })).filter((e) => e.day !== null && e.day >= from),
  ]
  return {
    off: await list<DayOff>(store, keys.off),
    campaigns: await list<CampaignDays>(store, keys.campaigns),
    entries: choices.map(({ room, day, tip }): OfficeEntry =>
      tip === null
        ? { room: room || null, day, action: 'skip' }
        : { room: room || null, day, action: 'insert', tipId: tip },
    ),
    own: essays.flatMap((e) =>
      e.day === null ? [] : [{ room: null, day: e.day, tip: essayTip(essayOf(e, 0)) }],
    ),
  }
}

/** Tips nobody is given until they are let go again: a reviewer found something wrong. By number, with why. */
export async function heldTips(store: Store): Promise<Readonly<Record<string, string>>> {
  const kept = await store.settings.get(keys.held)
  return kept === null ? {} : (JSON.parse(kept) as Readonly<Record<string, string>>)
}
/** Holds a tip back with the reason, or (null) lets it go again. */
export async function holdTip(store: Store, tip: string, why: string | null): Promise<void> {
  const { [tip]: _, ...others } = await heldTips(store)
  await store.settings.set(keys.held, JSON.stringify(why === null ? others : { ...others, [tip]: why }))
}

/** The library with the signatures given in chat, without what is held back. */
export async function signedTips(store: Store, shelf: Shelf): Promise<readonly Tip[]> {
  const signatures = new Map((await store.tips.signatures()).map((s) => [s.tip, s.reviewer]))
  const held = await heldTips(store)
  const usable =
    Object.keys(held).length === 0 ? shelf.tips() : shelf.tips().filter((t) => !Object.hasOwn(held, t.id))
  return signatures.size === 0 ? usable : signed(usable, signatures)
}

/** Two years and a leap month: the same festival of the last two years is known. */
const rememberedDays = 800

/** What the pick of a room and day looks at. */
export async function pickInput(
  store: Store,
  org: Org,
  shelf: Shelf,
  room: Pick<RoomRow, 'name' | 'unit'>,
  day: PlainDate,
): Promise<PickInput> {
  const { themes } = await habitOf(store, room.name)
  const rows = await store.tips.history(room.name, addDays(day, -rememberedDays))
  const extras = await store.tips.history(extraRoom(room.name), addDays(day, -366))
  const history: Given[] = [
    ...rows.flatMap((r) => (r.tip === null ? [] : [{ day: r.day, tipId: r.tip }])),
    ...extras.flatMap((r) =>
      r.tip === null ? [] : [{ day: r.day.slice(0, 10), tipId: r.tip, extra: true }],
    ),
  ]
  return {
    room: tipRoom(org, { name: room.name, unit: room.unit, tips: 'off' }, themes.length > 0 ? themes : null),
    day,
    library: await signedTips(store, shelf),
    history,
    plan: await planFrom(store, day),
  }
}

/** Extra tips of a room (再来一条) are kept beside the mornings', several a day. */
export const extraRoom = (room: string): string => `${room}+`

const states: Record<EssayRow['status'], Essay['state']> = {
  editor: 'with_editor',
  reviewer: 'with_doctor',
  scheduled: 'scheduled',
  sent: 'given',
  declined: 'declined',
  withdrawn: 'withdrawn',
}
export const rowStates: Record<Essay['state'], EssayRow['status']> = {
  with_editor: 'editor',
  with_doctor: 'reviewer',
  scheduled: 'scheduled',
  given: 'sent',
  declined: 'declined',
  withdrawn: 'withdrawn',
}

/** A stored essay as its rules see it; `number` is the author's how-manieth. */
export const essayOf = (row: EssayRow, number: number): Essay => ({
  id: String(row.id),
  author: { id: row.person, name: row.personName },
  text: row.text,
  number,
  medical: row.medical,
  state: states[row.status],
  day: row.day,
  reviewer: row.reviewer,
  reason: null,
})

/** Why an essay is not taken, or cannot be decided so, for the person who tried. */
export function essayProblem(e: EssayError): string {
  switch (e.code) {
    case 'empty':
      return '随笔太短了，请写一句完整的话。'
    case 'too_long':
      return `随笔请在${e.most}字以内，这则有${e.length}字。`
    case 'forbidden':
      return `这则不能用：${e.why}。`
    case 'not_yours':
      return e.needs === 'reviewer' ? '这则要请审稿的医生来定。' : '这则要请编辑来定。'
    case 'already':
      return (
        { given: '这则已经发出去了。', withdrawn: '这则作者撤回了。' }[e.state as string] ??
        '这则已经定过了。'
      )
    case 'not_yet':
      return '这则还没定，定了才有日子。'
    case 'no_day':
      return '往后一年都排满了。'
  }
}
