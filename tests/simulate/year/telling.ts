import type { Person } from './association.js'
import { addDays, daysFrom, monthDay, type Days } from './days.js'
import type { Figure, Told } from './truth.js'
import { eventKinds, leafletsSaid, peopleSaid, tell } from './wordings.js'
import { taken } from './dialogue.js'
import type { World } from './world.js'

const stems = [...'向长东新光朝永文团友兴安福荣康祥瑞金银铁石松柏竹梅兰菊莲桃']
const ends = [...'阳虹平风华明晖乐昌结谊隆宁寿誉健云丰']
// two characters: two places then never share more than two thirds of their pairs of characters
const types = ['社区', '小学', '中学', '广场', '公园', '剧院']
const recent: { readonly place: string; readonly day: string; readonly world: World }[] = []

/** A place nobody has been to within the last days. */
export function newPlace(world: World, day: string): string {
  for (;;) {
    const { pick } = world.random
    const place = `${pick(stems)}${pick(ends)}${pick(types)}`
    if (place.startsWith('福寿')) continue // a wish, in a room where people wish each other well
    const near = recent.filter((r) => r.world === world && Math.abs(daysFrom(r.day, day)) <= 5)
    if (near.some((r) => r.place.slice(0, 2) === place.slice(0, 2))) continue
    recent.push({ place, day, world })
    return place
  }
}

/** How a day is named today; several as 3月5日至6日. */
export function whenSaid(world: World, { start: day, end }: Days): string {
  if (day !== end) return `${monthDay(day)}至${monthDay(end)}`
  const late = daysFrom(day, world.today)
  return late < 3 && world.random.chance(0.6) ? ['今天', '昨天', '前天'][late]! : monthDay(day)
}

export function people(world: World): Figure {
  const rough = world.random.chance(0.35)
  return { value: rough ? world.random.int(3, 60) * 10 : world.random.int(15, 600), rough }
}

/** What an event is to be, before anybody tells it. */
export interface Happened {
  readonly unit: string
  readonly kind: string
  readonly days: Days
  readonly place: string
  readonly topic: string
  readonly sessions: number
  readonly attendance: Figure | null
  readonly materials: number
}
export function happen(world: World, unit: string, more: Partial<Happened> = {}): Happened {
  const { random } = world
  const earliest = `${world.today.slice(0, 4)}-01-01`
  const back = random.chance(0.1) ? random.int(0, 40) : random.int(0, 5)
  const start = [addDays(world.today, -back), earliest].sort((a, b) => (a < b ? 1 : -1))[0]!
  const words = random.pick(eventKinds)
  const attendance = random.chance(0.88) ? people(world) : null
  const last = random.chance(0.06) ? addDays(start, random.int(1, 2)) : start
  return {
    unit,
    kind: words.kind,
    days: { start, end: last < world.today ? last : start },
    place: newPlace(world, start),
    topic: random.pick(words.topics),
    sessions: random.chance(0.8) ? 1 : random.int(2, 4),
    attendance,
    materials: attendance && random.chance(0.25) ? random.int(1, 30) * 50 : 0,
    ...more,
  }
}

/** How the teller names the branch; one of its own may leave it out, and a stranger where nobody else is heard. */
export function whoSaid(world: World, teller: Person, unit: string, room: string | null): string {
  const short = world.short(unit)
  const asked = room === null || room === world.association.rooms[0]!.name
  const own = teller.unit === unit && (teller.known || world.bound.has(teller.id) || asked)
  return world.random.pick([short, unit, `${short}老科协`, ...(own ? ['', '我们', ''] : [])])
}

export const toldOf = (
  world: World,
  h: Happened,
  teller: Person,
  source: string,
  room: string | null,
  more: Partial<Told> = {},
): Told => ({
  source,
  teller: teller.id,
  room,
  no: null,
  unit: h.unit,
  kind: h.kind,
  days: h.days,
  summary: false,
  said: {
    sessions: { value: h.sessions, rough: false },
    ...(h.attendance ? { attendance: h.attendance } : {}),
    ...(h.materials > 0 ? { materials: { value: h.materials, rough: false } } : {}),
  },
  state: 'waiting',
  includes: [],
  repeats: null,
  settled: [],
  within: [],
  place: h.place,
  toldAt: world.house.now(),
  touchedAt: world.house.now(),
  ...more,
})

/** Somebody tells of an event; gives what is then true of it, after the house's questions were answered or left. */
export async function tellEvent(
  world: World,
  teller: Person,
  h: Happened,
  how: { readonly room: string | null; readonly text?: string; readonly told?: Partial<Told> },
): Promise<Told> {
  const { random, house } = world
  const text =
    how.text ??
    tell(
      {
        kind: h.kind,
        when: whenSaid(world, h.days),
        who: whoSaid(world, teller, h.unit, how.room),
        place: h.place,
        topic: h.topic,
        people: h.attendance ? peopleSaid(h.attendance, random) : '',
        leaflets: h.materials > 0 ? leafletsSaid(h.materials, random) : '',
        sessions: h.sessions,
      },
      random,
    )
  const { id, lines } = await house.say(teller, text, how.room === null ? {} : { room: how.room })
  const told = toldOf(world, h, teller, id, how.room, how.told)
  world.truth.told.push(told)
  if (!house.isDown()) await taken(world, told, teller, lines)
  return told
}
