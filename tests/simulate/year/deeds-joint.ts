// One event of several branches: told by each, decided by the office.
import { addDays } from './days.js'
import { branches } from './deeds-telling.js'
import { happen, people, tellEvent, whenSaid } from './telling.js'
import type { Told } from './truth.js'
import { eventKinds, peopleSaid, tell } from './wordings.js'
import type { World } from './world.js'

/** Two or three branches tell one event, some of them a day off; what becomes of it the office decides. */
export async function jointEvent(world: World): Promise<void> {
  const { random } = world
  const units = [
    ...new Set([0, 1, ...(random.chance(0.25) ? [2] : [])].map(() => random.pick(branches(world)).name)),
  ]
  if (units.length < 2) return
  const base = happen(world, units[0]!, { attendance: people(world), sessions: 1, materials: 0 })
  const named = random.chance(0.7)
  const members: Told[] = []
  for (const [i, unit] of units.entries()) {
    const teller = world.tellerOf(unit)
    if (!teller) continue
    const f = base.attendance!
    const attendance = random.chance(0.7) ? f : { value: f.value + random.int(1, 5) * 10, rough: f.rough }
    const before = addDays(base.days.start, -1)
    const off = i > 0 && random.chance(0.15) && before.slice(0, 4) === world.today.slice(0, 4)
    const days = off ? { start: before, end: before } : { start: base.days.start, end: base.days.start }
    const h = { ...base, unit, attendance, days }
    const other = random.pick(units.filter((u) => u !== unit))
    const words = eventKinds.find((k) => k.kind === base.kind)!
    const said = peopleSaid(attendance, random)
    const when = whenSaid(world, days)
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
  if (members.length >= 2) world.pairs.push(members)
}

export async function decideJoint(world: World): Promise<void> {
  const { random, house, truth } = world
  const told = world.pairs.shift()
  if (!told) return
  const members = told.filter((t) => t.state === 'counted')
  if (members.length < 2 || new Set(members.map((m) => m.unit)).size < members.length) return
  const office = world.office()
  const way = random.weighed({ merge: 6, headcount: 2, reject: 1, leave: 1 })
  world.count(`joint: ${way}`)
  const listed = members.map((m) => `${m.no}`).join(random.pick([' ', '、', '和']))
  if (way === 'leave') return
  if (way === 'reject') {
    await house.say(office, `不是${members[0]!.no} ${members[1]!.no}`)
    return
  }
  const attendance = way === 'headcount' ? random.int(20, 700) : null
  const word = random.pick(['归并', '合并'])
  const { lines } = await house.say(
    office,
    `${word}${listed}${attendance === null ? '' : ` 按${attendance}人`}`,
  )
  if (!lines.some((l) => l.text.includes('已归并')))
    return world.problem('not merged', [listed, lines.map((l) => l.text)])
  truth.merge(members, attendance)
  if (!random.chance(0.12)) return
  await world.wait(random.int(5, 300))
  if (!members.every((m) => m.state === 'counted')) return
  await house.say(world.office(), `拆开${random.pick(members).no}`)
  truth.split(members[0]!)
  world.count('split')
}
