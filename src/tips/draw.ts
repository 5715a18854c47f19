import { parts } from '../core/day.js'
import { isCampaign } from './calendar.js'
import { fraction } from './hash.js'
import type { Past } from './past.js'
import type { PickInput, TipRoom } from './pick.js'
import type { Tip } from './tip.js'

/** Tips for any day, from the ones that fit best to those that fit at all; hooks of other days are in none. */
export function pools(
  tips: readonly Tip[],
  input: PickInput,
  campaigns: readonly string[],
): readonly (readonly Tip[])[] {
  const month = parts(input.day)[1]
  const plain = tips.filter((t) => isOrdinary(t, input, campaigns))
  const inSeason = plain.filter((t) => t.months.length === 0 || t.months.includes(month))
  const chosen = inSeason.filter((t) => isChosen(t, input.room))
  return [chosen.filter((t) => !t.scientist), chosen, inSeason]
}

export const isOrdinary = (tip: Tip, input: PickInput, campaigns: readonly string[] = []): boolean =>
  (tip.day === null || (isCampaign(tip.day) && campaigns.includes(tip.day))) && fits(tip, input.room)

/**
 * Region and crop tags against the room's: a tip for orange growers does not go to a room
 * known to grow rice only, one about farming not to a town. */
export const fits = (tip: Tip, room: TipRoom): boolean =>
  meets(tip.regions, room.regions) &&
  meets(tip.crops, room.crops) &&
  // who grows nothing needs no word about tractors either
  !(tip.group === 'farming' && tip.day === null && room.crops?.length === 0)
const meets = (tags: readonly string[], known: readonly string[] | null): boolean =>
  tags.length === 0 || known === null || tags.some((t) => known.includes(t))
const isChosen = (tip: Tip, room: TipRoom): boolean =>
  room.themes === null || room.themes.includes(tip.theme) || room.themes.includes(tip.group)

/**
 * Draws one by weight, seeded by room and day (Efraimidis–Spirakis: the largest u^(1/w)), so that rooms differ and
 * adding a tip to the library leaves most other days as they were. Another theme than yesterday's where there is one.
 */
export function best(tips: readonly Tip[], { room, day }: PickInput, past: Past): Tip | null {
  const pool = narrow(
    narrow(tips, (t) => !past.thirdOfTheme(t)),
    (t) => t.theme !== past.yesterday?.theme,
  )
  const drawn = pool
    .map((tip) => ({
      tip,
      key: Math.log(fraction(room.name, day, tip.id) || Number.MIN_VALUE) / weight(tip, room),
    }))
    .sort((a, b) => b.key - a.key)
  return (drawn.find(({ tip }) => !past.tires(tip)) ?? drawn[0])?.tip ?? null
}

/** Those that meet a wish, or all where none does. */
function narrow(tips: readonly Tip[], wish: (tip: Tip) => boolean): readonly Tip[] {
  const met = tips.filter(wish)
  return met.length ? met : tips
}

/** A tip of few months is more urgent in them; one for the room's own crop is nearer to it. */
const weight = (tip: Tip, room: TipRoom): number =>
  (tip.months.length ? 1 + 6 / tip.months.length : 1) *
  (tip.crops.some((c) => room.crops?.includes(c)) ? 3 : 1) *
  (tip.day ? 8 : 1)
