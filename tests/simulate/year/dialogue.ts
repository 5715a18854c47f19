import type { Line } from '../../replay/played.js'
import type { Person } from './association.js'
import { people } from './telling.js'
import type { Told } from './truth.js'
import { describe, type World } from './world.js'

/** Questions the house puts, by what is in their words. */
const questions: readonly (readonly [pattern: RegExp, about: Question])[] = [
  [/请问您是哪个分会/, 'branch'],
  [/像是同一场/, 'same'],
  [/用您的|是同一场吗/, 'value'],
  [/“连同”或“另外”/, 'total'],
  [/算在里面吗/, 'inside'],
]
type Question = 'branch' | 'same' | 'value' | 'total' | 'inside'

/**
 * After a telling was delivered: questions are put and answered as what happened has it, or left open, until it is on
 * the book or known to be told already. `decider` answers: its teller, or the office later. `after` is the message the
 * house answers to: the telling, or what was said about it last.
 */
export async function taken(
  world: World,
  told: Told,
  decider: Person,
  lines: readonly Line[],
  first = true,
  after = told.source,
): Promise<void> {
  const { house, truth } = world
  const [row] = await house.read((store) => store.records.bySource(told.source))
  if (row) told.no = row.no
  if (row?.status === 'counted') {
    if (!first) world.count('counted after questions')
    return booked(world, told, decider, first)
  }
  const line = lines.find((l) => questions.some(([p]) => p.test(l.text)) && concerns(l, told, decider))
  if (!line) return unasked(world, told, decider, row !== undefined, after)
  const about = questions.find(([p]) => p.test(line.text))![1]
  if (first) world.count(`asked: ${about}`)
  const words = reply(world, told, about, line)
  if (words === null) {
    if (about !== 'branch') world.open.push(told)
    return world.count(`left open: ${about}`)
  }
  await world.wait(world.random.int(1, 9))
  const room = line.to.room
  const { id, lines: next } = await house.say(decider, words, room === undefined ? {} : { room })
  if (told.state === 'void') {
    if (told.no !== null) await world.verify(told, `answered ${words}`)
    for (const t of truth.told.filter((o) => o.place === told.place && o.state === 'counted'))
      await world.verify(t, `its repeat answered ${words}`)
    return
  }
  await taken(world, told, decider, next, false, id)
  if (about === 'branch') await released(world, told, decider)
}

/** Once the branch of a stranger is known, what it told before counts too, or is asked about in its turn. */
async function released(world: World, told: Told, teller: Person): Promise<void> {
  for (const t of world.truth.told) {
    if (t === told || t.teller !== teller.id || t.state !== 'waiting' || t.no === null) continue
    const row = await world.house.read((store) => store.records.byNo(t.no!))
    if (row?.status === 'counted') await booked(world, t, teller, false)
    else if (row?.status === 'void') t.state = 'void'
    else world.open.push(t)
    world.count('waited for its branch')
  }
}

const concerns = (l: Line, told: Told, decider: Person): boolean =>
  l.to.person === decider.id ||
  (l.to.room !== undefined && l.to.room === told.room && decider.id === told.teller)

/** Nothing was asked: told already, or the night has to pass. */
async function unasked(
  world: World,
  told: Told,
  decider: Person,
  held: boolean,
  after: string,
): Promise<void> {
  if (told.repeats && !held && !world.night) {
    told.state = 'void'
    world.count('witness')
    return world.verify(told.repeats, 'told again')
  }
  if (world.night) {
    world.busy.add(decider.id)
    const resume = async (): Promise<void> => {
      world.busy.delete(decider.id)
      if (told.state !== 'waiting' || world.house.isDown()) return
      const asked = world.house.lines.filter((l) => l.inReplyTo === after)
      if (world.night) return
      await taken(world, told, decider, asked, after === told.source, after)
    }
    return world.later(new Date(world.morning().getTime() + 60_000 * world.random.int(1, 9)), resume)
  }
  if (told.repeats) {
    told.state = 'void'
    return
  }
  world.problem('neither booked nor asked about', [describe(told), world.house.text(told.source)])
}

/** The words of the answer, what they mean done to the truth; null: the question is left open. */
function reply(world: World, told: Told, about: Question, line: Line): string | null {
  const { random, truth } = world
  const number = Number(/(\d+)号/.exec(line.text)?.[1])
  const of = truth.told.find((t) => t.no === number)
  switch (about) {
    case 'branch':
      return random.chance(0.15) ? null : random.pick([world.short(told.unit), told.unit])
    case 'same':
    case 'value': {
      if (!of || !told.repeats || of.place !== told.place) {
        world.problem('a new event is taken for another', [describe(told), line.text])
        return '另一场'
      }
      const way = random.weighed({ same: 5, other: 1, open: 2 })
      if (way === 'open') return null
      if (way === 'other') {
        told.settled.push(of)
        return '另一场'
      }
      told.state = 'void'
      if (about === 'same') return random.pick(['同一场', '是同一场', '一样'])
      if (random.chance(0.5)) return '不用'
      of.said = { ...of.said, attendance: told.said.attendance! }
      of.touchedAt = world.house.now()
      return '用'
    }
    case 'total': {
      const inside = truth.insideOf(told).filter((t) => !told.settled.includes(t))
      if (inside.length === 0) world.problem('asked about nothing', [describe(told), line.text])
      const way = random.weighed({ with: 5, besides: 2, open: 2 })
      if (way === 'open') return null
      told.settled.push(...inside)
      if (way === 'with') told.includes = [...told.includes, ...inside]
      return way === 'with'
        ? random.pick(['连同', '是连同的', '包括在内'])
        : random.pick(['另外', '是另外的'])
    }
    case 'inside': {
      const summary = truth.coveringOf(told).find((s) => s === of && !told.settled.includes(s))
      if (!summary) world.problem('the question names no total of it', [describe(told), line.text])
      if (!summary || random.chance(0.2)) return null
      told.settled.push(summary)
      if (random.chance(0.4)) return '另外'
      told.settled.push(...truth.holding(summary))
      told.within.push(summary)
      return '算在里面'
    }
  }
}

async function booked(world: World, told: Told, teller: Person, first: boolean): Promise<void> {
  const { truth } = world
  const open = [...(told.summary ? truth.insideOf(told) : []), ...truth.coveringOf(told)].filter(
    (t) => !told.settled.includes(t),
  )
  if (open.length > 0)
    world.problem('added blindly', [describe(told), world.house.text(told.source), open.map(describe)])
  if (told.repeats && !told.settled.includes(told.repeats) && told.repeats.state === 'counted')
    world.problem('told again and counted again', [describe(told.repeats), world.house.text(told.source)])
  await counted(world, told, told.no!)
  for (const summary of told.within) truth.include(summary, told)
  if (first && !told.said.attendance && !told.summary) await audience(world, told, teller)
}

export async function counted(world: World, told: Told, no: number): Promise<void> {
  told.no = no
  told.state = 'counted'
  told.touchedAt = world.house.now()
  // somebody the org file does not know is bound to the branch of what was first booked
  world.bound.add(told.teller)
  for (const unit of world.association.above(told.unit))
    world.zeros.delete(`${unit} ${told.days.start.slice(0, 7)}`)
  await world.verify(told, 'told')
  await world.adopt(told)
}

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

/** The office settles what was left open, by its number on the list. */
export async function settleOpen(world: World): Promise<void> {
  const { house, truth, random } = world
  const told = world.open.shift()
  if (!told || told.state !== 'waiting') return
  const todo = (await house.read((store) => store.todos.open('all'))).find(
    (t) => (t.data as { source?: string } | null)?.source === told.source,
  )
  if (!todo) return world.problem('left open and on no list', [describe(told), house.text(told.source)])
  const { about, of: nos } = todo.data as { about: string; of: readonly number[] }
  const of = truth.told.filter((t) => t.no !== null && nos.includes(t.no))
  const yes = random.chance(0.6)
  const event = about === 'same_event' || about === 'witness_value'
  const words = event ? (yes ? '同一场' : '另一场') : yes ? '连同' : '另外'
  if (event && yes) told.state = 'void'
  else {
    told.settled.push(...of)
    // what has been moved out of the period meanwhile is in it no more
    if (!event && yes && about === 'summary')
      told.includes = [...told.includes, ...of.filter((t) => truth.insideOf(told).includes(t))]
    if (!event && yes && about === 'inside_summary') {
      told.within.push(...of)
      told.settled.push(...of.flatMap((s) => truth.holding(s)))
    }
  }
  const office = world.office()
  const { id, lines } = await house.say(office, `${words} ${todo.id}`)
  world.count(`settled by the office: ${words}`)
  if (told.state === 'void') {
    const rows = await house.read((store) => store.records.bySource(told.source))
    if (rows.some((r) => r.status === 'counted')) world.problem('同一场 and counted', describe(told))
    return
  }
  await taken(world, told, office, lines, false, id)
}
