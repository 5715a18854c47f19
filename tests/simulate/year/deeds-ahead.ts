// What is told for a time: a contact's totals of a month or a quarter, and what was announced before.
import { addDays, instantAt, month, monthDay, monthOf, type Days } from './days.js'
import { branches } from './deeds-telling.js'
import { counted, taken } from './dialogue.js'
import { newPlace, people, toldOf } from './telling.js'
import { plus, none } from './truth.js'
import { eventKinds, summarySaid } from './wordings.js'
import type { World } from './world.js'

/** A period that is over, or this month so far: its days and its name. */
function periodOf(world: World): (Days & { readonly words: string }) | null {
  const { random, today } = world
  const year = today.slice(0, 4)
  const before = monthOf(addDays(`${monthOf(today)}-01`, -1))
  const m = Number(today.slice(5, 7))
  const quarter = Math.ceil(m / 3) - 1
  if (quarter > 0 && random.chance(0.25)) {
    const from = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}`
    const to = `${year}-${String(quarter * 3).padStart(2, '0')}`
    return { start: month(from).start, end: month(to).end, words: `${'一二三四'[quarter - 1]}季度` }
  }
  const ym = Number(today.slice(8)) <= 14 ? before : monthOf(today)
  if (!ym.startsWith(year)) return null
  return { ...month(ym), words: `${Number(ym.slice(5))}月${random.pick(['份', ''])}` }
}

/** A contact's total over what was told one by one, over other totals, or over nothing. */
export async function summary(world: World): Promise<void> {
  const { random, house, truth } = world
  const unit = random.pick(branches(world)).name
  const teller = world.contactOf(unit)
  const period = periodOf(world)
  if (world.busy.has(teller.id) || !period) return
  const words = random.pick(eventKinds)
  const room = random.chance(0.5) ? null : world.roomOf(unit)
  const h = {
    unit,
    kind: words.kind,
    days: { start: period.start, end: period.end },
    place: '',
    topic: '',
    sessions: 1,
    attendance: null,
    materials: 0,
  }
  const draft = toldOf(world, h, teller, '', room, { summary: true })
  const known = truth.insideOf(draft).reduce((s, t) => plus(s, truth.of(t)), none)
  draft.said = {
    sessions: { value: Math.max(2, known.sessions + random.pick([0, 1, 2, 3, -1])), rough: false },
    attendance: { value: Math.max(30, known.attendance + random.pick([0, 60, 125, 240, -15])), rough: false },
  }
  const text = summarySaid(unit, period.words, words.names[0]!, draft.said, random)
  const { id, lines } = await house.say(teller, text, room === null ? {} : { room })
  const told = { ...draft, source: id }
  truth.told.push(told)
  world.count(known.entries === 0 ? 'total alone' : 'total over others')
  await taken(world, told, teller, lines)
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
  const topic = random.pick(['航天', '防诈骗', '合理用药'])
  const { lines } = await house.say(teller, `${monthDay(day)}上午去${place}讲${topic}`)
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
    const said = await house.say(teller, way === 'off' ? '没去成' : `${f.value}${f.rough ? '多' : ''}人`)
    const [row] = await house.read((store) => store.records.bySource(said.id))
    if (way === 'off') return row ? world.problem('a plan called off is on the book', row.no) : undefined
    const h = {
      unit,
      kind: 'lecture',
      days: { start: day, end: day },
      place,
      topic: '',
      sessions: 1,
      attendance: f,
      materials: 0,
    }
    const told = toldOf(world, h, teller, said.id, null)
    truth.told.push(told)
    if (row && truth.coveringOf(told).length === 0) return counted(world, told, row.no)
    await taken(world, told, teller, said.lines)
  }
  world.later(instantAt(day, 17 * 60 + 30 + random.int(2, 40)), answer)
}
