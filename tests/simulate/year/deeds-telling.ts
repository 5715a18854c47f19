// What people tell: events, the same again, one event of several branches, lists, documents, sums, plans.
import { addDays, daysFrom, instantAt, month, monthDay, monthOf } from './days.js'
import {
  counted,
  covers,
  happen,
  newPlace,
  people,
  tellEvent,
  toldOf,
  whenSaid,
  whoSaid,
  type Happened,
} from './telling.js'
import type { Figure, Told } from './truth.js'
import { documentKinds, eventKinds, peopleSaid, summarySaid, tell } from './wordings.js'
import { describe, type World } from './world.js'

const branches = (world: World) => world.association.units.filter((u) => u.parent !== null)

export async function event(world: World): Promise<void> {
  const { random } = world
  const unit = random.pick(branches(world)).name
  const teller = world.tellerOf(unit)
  if (!teller) return
  const room = random.chance(0.15) ? null : world.roomOf(unit)
  await tellEvent(world, teller, happen(world, unit), { room })
  world.count('event')
}

/** A complete event, for times when nobody is there to be asked. */
export async function plainEvent(world: World): Promise<void> {
  const { random } = world
  const unit = random.pick(branches(world)).name
  const teller = world.tellerOf(unit)
  if (!teller) return
  const told = await tellEvent(world, teller, happen(world, unit, { attendance: people(world) }), {
    room: world.roomOf(unit),
  })
  world.count('event while away')
  away(world).push({ told, teller })
}
const awayLists = new WeakMap<World, { told: Told; teller: NonNullable<ReturnType<World['tellerOf']>> }[]>()
export const away = (world: World) => {
  const list = awayLists.get(world) ?? []
  awayLists.set(world, list)
  return list
}

/** The same event once more, by the same teller or another of the branch: never counted by itself. */
export async function again(world: World): Promise<void> {
  const { random, house, truth } = world
  const recent = truth.told.filter(
    (t) =>
      t.state === 'counted' &&
      !t.summary &&
      t.place !== '' &&
      t.said.attendance &&
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
  if (!teller) return
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
  const text = random.pick([
    `${whoSaid(world, teller, first.unit)}${monthDay(first.days.start)}在${first.place}举办${words.names[0]}${h.sessions}${words.measure[0]}，${words.reached[0]}${said}`,
    `${monthDay(first.days.start)}，${world.short(first.unit)}老科协在${first.place}举办${words.names[0]}${h.sessions}${words.measure[0]}，${words.reached[0]}${said}。`,
  ])
  const room = random.chance(0.3) ? null : world.roomOf(first.unit)
  const { id, lines } = await house.say(teller, text, room === null ? {} : { room })
  const told = toldOf(world, h, teller, id, room)
  const rows = await house.read((store) => store.records.bySource(id))
  if (rows.length > 0) {
    world.problem('told again and counted again', [describe(first), house.text(first.source), text])
    truth.told.push(told)
    return counted(world, told, rows[0]!.no)
  }
  world.count(same ? 'again by the same' : 'again by another')
  const question = lines.find((l) => l.to.person === teller.id && /同一场|另一场/.test(l.text))
  if (!question) return world.verify(first, 'told again')
  const use = question.text.includes('用您的')
  const way = random.weighed({ same: 5, other: 1, none: 2 })
  world.count(`again: ${way}`)
  if (way === 'none') return world.verify(first, 'told again, left open')
  await world.wait(random.int(1, 20))
  if (way === 'other') {
    await house.say(teller, '另一场')
    const [row] = await house.read((store) => store.records.bySource(id))
    if (!row) return world.problem('另一场 is not on the book', describe(told))
    truth.told.push(told)
    await counted(world, told, row.no)
    return
  }
  const word = use ? random.pick(['用', '不用']) : random.pick(['同一场', '是同一场', '一样'])
  await house.say(teller, word)
  if (word === '用') first.said = { ...first.said, attendance: mine }
  if (word === '用') first.touchedAt = house.now()
  await world.verify(first, `told again, answered ${word}`)
}

/** Two or three branches tell one event; what becomes of it the office decides (deeds-office). */
export async function jointEvent(world: World): Promise<void> {
  const { random } = world
  const units = [
    ...new Set([0, 1, ...(random.chance(0.25) ? [2] : [])].map(() => random.pick(branches(world)).name)),
  ]
  if (units.length < 2) return
  const base = happen(world, units[0]!, { attendance: people(world), sessions: 1, materials: 0 })
  const named = random.chance(0.7)
  const members: Told[] = []
  for (const unit of units) {
    const teller = world.tellerOf(unit)
    if (!teller) continue
    const f = base.attendance!
    const attendance = random.chance(0.7) ? f : { value: f.value + random.int(1, 5) * 10, rough: f.rough }
    const h = { ...base, unit, attendance }
    const other = random.pick(units.filter((u) => u !== unit))
    const words = eventKinds.find((k) => k.kind === base.kind)!
    const said = peopleSaid(attendance, random)
    const when = whenSaid(world, base.days.start)
    const text = named
      ? random.pick([
          `${when}${unit}联合${other}在${base.place}举办${words.names[0]}1${words.measure[0]}，${words.reached[0]}${said}`,
          `${when}${unit}和${other}一起在${base.place}办${words.names[0]}，${words.reached[0]}${said}`,
        ])
      : tell({ ...h, when, who: unit, people: said, leaflets: '' }, random)
    const told = await tellEvent(world, teller, h, { room: world.roomOf(unit), text })
    if (told.state === 'counted') members.push(told)
    await world.wait(random.int(3, 90))
  }
  world.count(`joint event of ${members.length}`)
  if (members.length >= 2) pairs(world).push(members)
}
const pairLists = new WeakMap<World, Told[][]>()
/** Events told by several branches and not decided yet. */
export const pairs = (world: World): Told[][] => {
  const list = pairLists.get(world) ?? []
  pairLists.set(world, list)
  return list
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
  ).filter((h) => !days.has(h.days.start) && days.add(h.days.start))
  const covered = world.truth.told.some(
    (s) => s.state === 'counted' && hs.some((h) => covers(world, s, { ...s, ...h, summary: false })),
  )
  if (covered || hs.length < 2) return
  const lines = hs.map((h, i) => {
    const words = eventKinds.find((k) => k.kind === h.kind)!
    return `${i + 1}. ${monthDay(h.days.start)}在${h.place}举办${words.names[0]}${h.sessions}${words.measure[0]}，${words.reached[0]}${peopleSaid(h.attendance!, random)}`
  })
  const { id } = await house.say(teller, `${unit}近期活动：\n${lines.join('\n')}`, {
    room: world.roomOf(unit),
  })
  const rows = await house.read((store) => store.records.bySource(id))
  if (rows.length !== hs.length) return world.problem('a list is not read line by line', [lines, rows.length])
  for (const [i, h] of hs.entries()) {
    const told = toldOf(world, h, teller, id, null)
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
  const text = say(random.pick([unit, `${world.short(unit)}老科协`]), whenSaid(world, day), n, adopted)
  const { id } = await house.say(teller, text, { room: world.roomOf(unit) })
  const told: Told = {
    ...toldOf(
      world,
      {
        unit,
        kind,
        days: { start: day, end: day },
        place: '',
        topic: '',
        sessions: 1,
        attendance: null,
        materials: 0,
      },
      teller,
      id,
      null,
    ),
    said: {
      count: { value: n, rough: false },
      ...(adopted > 0 ? { adopted: { value: adopted, rough: false } } : {}),
    },
  }
  const [row] = await house.read((store) => store.records.bySource(id))
  if (!row) return world.problem('documents are not on the book', text)
  truth.told.push(told)
  await counted(world, told, row.no)
  world.count('document')
}

/** A contact's total of a month over what was told one by one, or over nothing. */
export async function summary(world: World): Promise<void> {
  const { random, house, truth, association } = world
  const unit = random.pick(branches(world)).name
  const teller = world.contactOf(unit)
  if (world.busy.has(teller.id)) return
  const ym =
    Number(world.today.slice(8)) <= 12
      ? monthOf(addDays(`${monthOf(world.today)}-01`, -1))
      : monthOf(world.today)
  if (ym.slice(0, 4) !== world.today.slice(0, 4)) return
  const words = random.pick(eventKinds)
  const days = month(ym)
  // a second total of the same month and kind, at any level, is another story
  const related = [...association.below(unit), ...association.above(unit)]
  if (
    truth.told.some(
      (t) =>
        t.summary &&
        t.state !== 'void' &&
        t.kind === words.kind &&
        related.includes(t.unit) &&
        t.days.start === days.start,
    )
  )
    return
  const inside = truth.told.filter(
    (t) =>
      t.state === 'counted' &&
      !t.summary &&
      t.kind === words.kind &&
      association.below(unit).includes(t.unit) &&
      t.days.start >= days.start &&
      t.days.end <= days.end,
  )
  const known = inside.reduce(
    (n, t) => ({ s: n.s + (t.said.sessions?.value ?? 0), a: n.a + (t.said.attendance?.value ?? 0) }),
    { s: 0, a: 0 },
  )
  const said = {
    sessions: { value: Math.max(2, known.s + random.pick([0, 1, 2, 3, -1])), rough: false },
    attendance: { value: Math.max(30, known.a + random.pick([0, 60, 125, 240, -15])), rough: false },
  }
  const period = `${Number(ym.slice(5))}月${random.pick(['份', ''])}`
  const room = random.chance(0.5) ? null : world.roomOf(unit)
  const { id, lines } = await house.say(
    teller,
    summarySaid(unit, period, words.names[0]!, said, random),
    room === null ? {} : { room },
  )
  const told: Told = {
    ...toldOf(
      world,
      { unit, kind: words.kind, days, place: '', topic: '', sessions: 1, attendance: null, materials: 0 },
      teller,
      id,
      room,
    ),
    summary: true,
    said,
  }
  truth.told.push(told)
  const [row] = await house.read((store) => store.records.bySource(id))
  if (inside.length === 0) {
    if (!row) return world.problem('a first total is not on the book', [house.text(id), lines])
    await counted(world, told, row.no)
    return world.count('summary alone')
  }
  if (row) {
    await counted(world, told, row.no)
    return world.problem('a total over known events was added blindly', [
      house.text(id),
      describe(told),
      inside.map(describe),
    ])
  }
  if (world.night || !lines.some((l) => l.to.person === teller.id && l.text.includes('连同'))) {
    if (!world.night)
      world.problem('a total over known events was not asked about', [house.text(id), describe(told), lines])
    return
  }
  const way = random.weighed({ with: 5, besides: 2, none: 2 })
  world.count(`summary: ${way}`)
  if (way === 'none') return
  await world.wait(random.int(1, 9))
  await house.say(
    teller,
    way === 'with' ? random.pick(['连同', '是连同的', '包括在内']) : random.pick(['另外', '是另外的']),
  )
  const [late] = await house.read((store) => store.records.bySource(id))
  if (!late) return world.problem('an answered total is not on the book', describe(told))
  if (way === 'with') told.includes = inside
  await counted(world, told, late.no)
}

/** Said before, one number later. */
export async function plan(world: World): Promise<void> {
  const { random, house, truth } = world
  const unit = random.pick(branches(world)).name
  const teller = world.tellerOf(unit)
  if (!teller || !teller.known || world.night) return
  const day = addDays(world.today, random.int(1, 4))
  if (day.slice(0, 4) !== world.today.slice(0, 4)) return
  const place = newPlace(world, day)
  const { lines } = await house.say(
    teller,
    `${monthDay(day)}上午去${place}讲${random.pick(['航天', '防诈骗', '合理用药'])}`,
  )
  if (!lines.some((l) => l.text.includes('记着了')))
    return world.problem('a plan was not noted', [place, lines])
  world.count('plan')
  const answer = async (): Promise<void> => {
    if (house.isDown() || world.busy.has(teller.id)) return
    const asked = house.lines.findLast(
      (l) => l.to.person === teller.id && l.text.includes(`${place}讲完了吗`),
    )
    if (!asked) return
    const way = random.weighed({ number: 5, off: 1, none: 2 })
    world.count(`plan: ${way}`)
    if (way === 'none') return
    const f = people(world)
    const { id } = await house.say(teller, way === 'off' ? '没去成' : `${f.value}${f.rough ? '多' : ''}人`)
    const [row] = await house.read((store) => store.records.bySource(id))
    if (way === 'off') return row ? world.problem('a plan called off is on the book', row.no) : undefined
    if (!row) return world.problem('a plan told as done is not on the book', place)
    const told: Told = toldOf(
      world,
      {
        unit,
        kind: 'lecture',
        days: { start: day, end: day },
        place,
        topic: '',
        sessions: 1,
        attendance: f,
        materials: 0,
      },
      teller,
      id,
      null,
    )
    truth.told.push(told)
    await counted(world, told, row.no)
  }
  world.later(instantAt(day, 17 * 60 + 30 + random.int(2, 40)), answer)
}
