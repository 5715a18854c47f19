import type { Line } from '../../replay/played.js'
import type { Person } from './association.js'
import { addDays, daysFrom, monthDay, type Days } from './days.js'
import type { Figure, Told } from './truth.js'
import { eventKinds, leafletsSaid, peopleSaid, tell } from './wordings.js'
import { describe, type World } from './world.js'

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
    const near = recent.filter((r) => r.world === world && Math.abs(daysFrom(r.day, day)) <= 5)
    if (near.some((r) => r.place.slice(0, 2) === place.slice(0, 2))) continue
    recent.push({ place, day, world })
    return place
  }
}

/** How a day is named today. */
export function whenSaid(world: World, day: string): string {
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
  return {
    unit,
    kind: words.kind,
    days: { start, end: start },
    place: newPlace(world, start),
    topic: random.pick(words.topics),
    sessions: random.chance(0.8) ? 1 : random.int(2, 4),
    attendance,
    materials: attendance && random.chance(0.25) ? random.int(1, 30) * 50 : 0,
    ...more,
  }
}

/** How the teller names the branch; a stranger has to, one of its own may leave it out. */
export function whoSaid(world: World, teller: Person, unit: string): string {
  const short = world.short(unit)
  const own = teller.unit === unit && (teller.known || world.bound.has(teller.id))
  return world.random.pick([short, unit, `${short}老科协`, ...(own ? ['', '我们', ''] : [])])
}

export const toldOf = (
  world: World,
  h: Happened,
  teller: Person,
  source: string,
  room: string | null,
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
  place: h.place,
  toldAt: world.house.now(),
  touchedAt: world.house.now(),
})

/** Somebody tells of an event; gives what is then true of it, after the house's questions were answered or left. */
export async function tellEvent(
  world: World,
  teller: Person,
  h: Happened,
  how: { readonly room: string | null; readonly text?: string },
): Promise<Told> {
  const { random, house } = world
  const text =
    how.text ??
    tell(
      {
        kind: h.kind,
        when: whenSaid(world, h.days.start),
        who: whoSaid(world, teller, h.unit),
        place: h.place,
        topic: h.topic,
        people: h.attendance ? peopleSaid(h.attendance, random) : '',
        leaflets: h.materials > 0 ? leafletsSaid(h.materials, random) : '',
        sessions: h.sessions,
      },
      random,
    )
  const { id, lines } = await house.say(teller, text, how.room === null ? {} : { room: how.room })
  const told = toldOf(world, h, teller, id, how.room)
  world.truth.told.push(told)
  if (!house.isDown()) await taken(world, told, teller, lines)
  return told
}

/** After a telling was delivered: it is on the book, or it may be in a summary and that is asked. */
export async function taken(world: World, told: Told, teller: Person, lines: readonly Line[]): Promise<void> {
  const [row] = await world.house.read((store) => store.records.bySource(told.source))
  if (row) {
    await counted(world, told, row.no)
    if (!told.said.attendance) await audience(world, told, teller)
    return
  }
  const question = lines.find((l) => l.to.person === teller.id && l.text.includes('算在里面'))
  const covering = world.truth.told.filter((s) => s.state === 'counted' && covers(world, s, told))
  if (covering.length === 0)
    return world.problem('a new event is not on the book', [
      describe(told),
      world.house.text(told.source),
      lines,
    ])
  if (!question) {
    if (!world.night)
      world.problem('a telling within a summary was neither booked nor asked about', describe(told))
    return
  }
  const summary = covering.find((s) => s.no === Number(/^(\d+)号/.exec(question.text)?.[1]))
  if (!summary)
    return world.problem('the question names no summary of the event', [describe(told), question.text])
  if (world.random.chance(0.2)) return world.count('left open: in a summary?')
  await world.wait(2)
  const within = world.random.chance(0.6)
  await world.house.say(teller, within ? '算在里面' : '另外')
  const [late] = await world.house.read((store) => store.records.bySource(told.source))
  if (!late) return world.problem('an answered telling is not on the book', describe(told))
  if (within) summary.includes = [...summary.includes, told]
  await counted(world, told, late.no)
  world.count(within ? 'in the summary' : 'beside the summary')
}

export async function counted(world: World, told: Told, no: number): Promise<void> {
  told.no = no
  // somebody the org file does not know is bound to the branch of what was first booked
  world.bound.add(told.teller)
  told.state = 'counted'
  told.touchedAt = world.house.now()
  for (const unit of world.association.above(told.unit))
    world.zeros.delete(`${unit} ${told.days.start.slice(0, 7)}`)
  await world.verify(told, 'told')
  await world.adopt(told)
}

export const covers = (world: World, s: Told, t: Told): boolean =>
  s.summary &&
  s.kind === t.kind &&
  world.association.below(s.unit).includes(t.unit) &&
  s.days.start <= t.days.start &&
  t.days.end <= s.days.end

/** The house asks how many came; the teller answers with a bare number, does not know, or says nothing. */
async function audience(world: World, told: Told, teller: Person): Promise<void> {
  world.busy.add(teller.id)
  const asked = (): Line | undefined =>
    world.house.lines.findLast((l) => l.text.includes(`${told.no}号`) && l.text.includes('没数就回'))
  const answer = async (): Promise<void> => {
    world.busy.delete(teller.id)
    const line = asked()
    if (!line) return world.problem('the audience was not asked after', describe(told))
    if (told.state !== 'counted' || world.house.isDown()) return
    const how = line.to.room === undefined ? {} : { room: line.to.room }
    const way = world.random.weighed({ number: 6, unknown: 2, silence: 2 })
    world.count(`audience: ${way}`)
    if (way === 'silence') return
    if (world.random.chance(0.5)) await world.wait(1, line.to.room)
    if (way === 'unknown')
      await world.house.say(teller, world.random.pick(['没数', '不清楚', '不记得了']), how)
    else {
      const f = people(world)
      const text = f.rough
        ? world.random.pick([`${f.value}多吧`, `大概${f.value}来人`, `${f.value}多人`])
        : `${f.value}`
      await world.house.say(teller, text, how)
      told.said = { ...told.said, attendance: f }
      told.touchedAt = world.house.now()
    }
    await world.verify(told, `audience answered ${way}`)
  }
  if (asked()) {
    await world.wait(world.random.int(1, 12))
    await answer()
  } else world.later(new Date(world.morning().getTime() + 60_000 * world.random.int(1, 15)), answer)
}
