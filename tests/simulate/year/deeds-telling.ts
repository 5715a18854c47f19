// What people tell: events, the same again, lists, documents.
import type { Person } from './association.js'
import { addDays, daysFrom, monthDay } from './days.js'
import { counted } from './dialogue.js'
import { happen, people, tellEvent, toldOf, whenSaid, whoSaid, type Happened } from './telling.js'
import type { Figure, Told } from './truth.js'
import { documentKinds, eventKinds, peopleSaid } from './wordings.js'
import type { World } from './world.js'

export const branches = (world: World) => world.association.units.filter((u) => u.parent !== null)

export async function event(world: World): Promise<void> {
  const { random } = world
  const unit = random.pick(branches(world)).name
  const teller = world.tellerOf(unit)
  if (!teller) return
  const room = random.chance(0.15) ? null : world.roomOf(unit)
  await tellEvent(world, teller, happen(world, unit), { room })
  world.count('event')
}

/** A complete event, for times when nobody is there to be asked; its questions come when the house is back. */
export async function plainEvent(world: World): Promise<{ told: Told; teller: Person } | null> {
  const { random } = world
  const unit = random.pick(branches(world)).name
  const teller = world.tellerOf(unit)
  if (!teller || (!teller.known && !world.bound.has(teller.id))) return null
  const happened = happen(world, unit, { attendance: people(world) })
  const told = await tellEvent(world, teller, happened, { room: world.roomOf(unit) })
  world.count('event while away')
  return { told, teller }
}

/** The same event once more, by the same teller or another of the branch: never counted by itself. */
export async function again(world: World): Promise<void> {
  const { random } = world
  const recent = world.truth.told.filter(
    (t) =>
      t.state === 'counted' &&
      !t.summary &&
      !t.repeats &&
      t.place !== '' &&
      t.said.attendance &&
      t.days.start === t.days.end &&
      daysFrom(t.toldAt.toISOString().slice(0, 10), world.today) <= 6 &&
      daysFrom(t.days.start, world.today) <= 20 &&
      eventKinds.some((k) => k.kind === t.kind),
  )
  if (recent.length === 0) return
  const first = random.pick(recent)
  const same = random.chance(0.4)
  const teller = same
    ? world.association.people.find((p) => p.id === first.teller && !world.busy.has(p.id))
    : world.tellerOf(first.unit, first.teller)
  if (!teller || (teller.unit !== first.unit && !same)) return
  const f = first.said.attendance!
  const mine: Figure =
    random.chance(0.5) || f.rough ? f : { value: Math.max(10, Math.round(f.value / 10) * 10), rough: true }
  if (Math.abs(mine.value - f.value) > 0.15 * Math.max(mine.value, f.value)) return
  const h: Happened = {
    unit: first.unit,
    kind: first.kind,
    days: first.days,
    place: first.place,
    topic: '',
    sessions: first.said.sessions?.value ?? 1,
    attendance: mine,
    materials: 0,
  }
  const words = eventKinds.find((k) => k.kind === first.kind)!
  const said = peopleSaid(mine, random)
  const what = `在${first.place}举办${words.names[0]}${h.sessions}${words.measure[0]}，${words.reached[0]}${said}`
  const room = random.chance(0.3) ? null : world.roomOf(first.unit)
  const text = random.pick([
    `${whoSaid(world, teller, first.unit, room)}${monthDay(first.days.start)}${what}`,
    `${monthDay(first.days.start)}，${world.short(first.unit)}老科协${what}。`,
  ])
  world.count(same ? 'again by the same' : 'again by another')
  await tellEvent(world, teller, h, { room, text, told: { repeats: first } })
}

/** A contact tells of several events in one message. */
export async function list(world: World): Promise<void> {
  const { random, house } = world
  const unit = random.pick(branches(world)).name
  const teller = world.contactOf(unit)
  if (world.busy.has(teller.id)) return
  const days = new Set<string>()
  const hs = Array.from({ length: random.int(2, 4) }, () =>
    happen(world, unit, { attendance: people(world), materials: 0 }),
  ).filter((h) => h.days.start === h.days.end && !days.has(h.days.start) && days.add(h.days.start))
  const listed = hs.map((h) => toldOf(world, h, teller, '', null))
  if (hs.length < 2 || listed.some((t) => world.truth.coveringOf(t).length > 0)) return
  const lines = hs.map((h, i) => {
    const words = eventKinds.find((k) => k.kind === h.kind)!
    return `${i + 1}. ${monthDay(h.days.start)}在${h.place}举办${words.names[0]}${h.sessions}${words.measure[0]}，${words.reached[0]}${peopleSaid(h.attendance!, random)}`
  })
  const { id } = await house.say(teller, `${unit}近期活动：\n${lines.join('\n')}`, {
    room: world.roomOf(unit),
  })
  const rows = await house.read((store) => store.records.bySource(id))
  if (rows.length !== hs.length) return world.problem('a list is not read line by line', [lines, rows.length])
  for (const [i, t] of listed.entries()) {
    const told = { ...t, source: id }
    world.truth.told.push(told)
    await counted(world, told, rows[i]!.no)
  }
  world.count('list')
}

export async function document(world: World): Promise<void> {
  const { random, house, truth } = world
  const unit = random.pick(branches(world)).name
  const teller = world.tellerOf(unit)
  if (!teller) return
  const { kind, say } = random.pick(documentKinds)
  const day = addDays(world.today, -random.int(0, 2))
  if (day.slice(0, 4) !== world.today.slice(0, 4)) return
  const n = random.int(1, 9)
  const adopted = kind === 'article' && random.chance(0.5) ? random.int(1, n) : 0
  const days = { start: day, end: day }
  const text = say(random.pick([unit, `${world.short(unit)}老科协`]), whenSaid(world, days), n, adopted)
  const { id } = await house.say(teller, text, { room: world.roomOf(unit) })
  const h = { unit, kind, days, place: '', topic: '', sessions: 1, attendance: null, materials: 0 }
  const told = toldOf(world, h, teller, id, null, {
    said: {
      count: { value: n, rough: false },
      ...(adopted > 0 ? { adopted: { value: adopted, rough: false } } : {}),
    },
  })
  const [row] = await house.read((store) => store.records.bySource(id))
  if (!row) return world.problem('documents are not on the book', text)
  truth.told.push(told)
  await counted(world, told, row.no)
  world.count('document')
}
