// What the office does: closings, questions about totals; zero reports; and what befalls the house.
import { addDays, monthOf, month, type Days } from './days.js'
import { plainEvent } from './deeds-telling.js'
import { taken } from './dialogue.js'
import { none, type Sums, type Told } from './truth.js'
import type { World } from './world.js'

/** Total of a unit in words, held against what was told. */
export async function question(world: World): Promise<void> {
  const { random, house, truth, association } = world
  const unit = random.pick(association.units)
  const kind = random.pick([
    ['lecture', '讲座'],
    ['training', '培训'],
    ['clinic', '义诊'],
    ['publicity', '科普宣传'],
  ] as const)
  const ym = monthOf(random.chance(0.5) ? world.today : addDays(world.today, -31))
  if (ym.slice(0, 4) !== world.today.slice(0, 4)) return
  const whole = random.chance(0.4)
  const days: Days = whole ? { start: `${ym.slice(0, 4)}-01-01`, end: `${ym.slice(0, 4)}-12-31` } : month(ym)
  const words = `${unit.name === association.root ? '全市' : unit.short} ${kind[1]} ${whole ? '今年' : `${Number(ym.slice(5))}月`}`
  const { lines } = await house.say(world.office(), words)
  const text = lines.map((l) => l.text).join('\n')
  const want = truth.sum(unit.name, kind[0], days)
  const got = [/(\d+)场次/.exec(text)?.[1], /受众(\d+)人次/.exec(text)?.[1]].map((n) => Number(n ?? 0))
  world.count('question')
  if (got[0] !== want.sessions || got[1] !== want.attendance)
    world.problem(`「${words}」 is answered wrongly`, [text, want])
}

/** The month before is closed; from then on what changes in it is a difference. */
export async function closing(world: World): Promise<void> {
  const { house, truth, association } = world
  const ym = monthOf(addDays(`${monthOf(world.today)}-01`, -1))
  if (ym.slice(0, 4) !== world.today.slice(0, 4) || world.closed.has(ym)) return
  const office = world.office()
  const { lines: first } = await house.say(office, `结账${Number(ym.slice(5))}月`)
  await world.wait(1)
  const lines = [...first, ...(await house.say(office, '现在结')).lines]
  if (!lines.some((l) => l.text.includes('已结账')))
    return world.problem(
      'not closed',
      lines.map((l) => l.text),
    )
  const kinds = new Set(truth.told.map((t) => t.kind))
  world.closed.set(ym, new Map([...kinds].map((k) => [k, monthSum(world, ym, k)])))
  world.count('closing')
  if (association.root) await difference(world, ym)
}
const monthSum = (world: World, ym: string, kind: string): Sums =>
  world.truth.sum(world.association.root, kind, month(ym))

/** 差异: what a closed month counts more or less than it did. */
export async function difference(world: World, ym: string): Promise<void> {
  const { house, closed, truth } = world
  const then = closed.get(ym)!
  const [year, month] = ym.split('-').map(Number)
  const said = world.today.startsWith(`${year}`) ? `${month}月` : `${year}年${month}月`
  const { lines } = await house.say(world.office(), `差异 ${said}`)
  const text = lines.map((l) => l.text).join('\n')
  const kinds = new Set([...then.keys(), ...truth.told.map((t) => t.kind)])
  const moved = [...kinds].flatMap((k) => {
    const [a, b] = [then.get(k) ?? none, monthSum(world, ym, k)]
    const d = { sessions: b.sessions - a.sessions, attendance: b.attendance - a.attendance }
    return d.sessions === 0 && d.attendance === 0 ? [] : [d]
  })
  world.count('difference')
  for (const d of moved) {
    const head = text.split('\n')[0]!
    for (const [n, unit] of [
      [d.sessions, '场'],
      [d.attendance, '人次'],
    ] as const)
      if (n !== 0 && !new RegExp(`\\D${Math.abs(n)}${unit}`).test(head))
        world.problem(`差异 ${ym} does not say ${n}${unit}`, text)
  }
  if (moved.length === 0 && /^.{0,12}比.*[多少]\d+(?:场|人次)/.test(text))
    world.problem(`差异 ${ym} says more than there is`, text)
}

/** A contact says there was nothing. */
export async function zeroReport(world: World): Promise<void> {
  const { random, house, truth, association } = world
  const unit = random.pick(association.units.filter((u) => u.parent !== null)).name
  const contact = world.contactOf(unit)
  if (world.busy.has(contact.id)) return
  const ym = monthOf(addDays(`${monthOf(world.today)}-01`, -1))
  if (ym.slice(0, 4) !== world.today.slice(0, 4)) return
  const { start, end } = month(ym)
  const told = truth.told.filter(
    (t: Told) =>
      t.state === 'counted' &&
      association.below(unit).includes(t.unit) &&
      t.days.start >= start &&
      t.days.start <= end,
  )
  const { lines } = await house.say(contact, `${Number(ym.slice(5))}月没有活动`)
  const text = lines.map((l) => l.text).join('')
  world.count(told.length > 0 ? 'zero report refused' : 'zero report')
  if (told.length > 0 !== text.includes('不用零报告')) world.problem('零报告', [text, told.length])
  if (told.length === 0) world.zeros.add(`${unit} ${ym}`)
}

/** The house is away for some hours; what is said meanwhile comes when it is back. */
export async function outage(world: World): Promise<void> {
  const { random, house } = world
  if (world.busy.size > 0) return
  await house.down()
  world.count('outage')
  const heard: NonNullable<Awaited<ReturnType<typeof plainEvent>>>[] = []
  for (let n = random.int(2, 8); n > 0; n--) {
    await world.wait(random.int(5, 60))
    const told = random.chance(0.4) ? await plainEvent(world) : await world.chat()
    if (!told) continue
    heard.push(told)
    // two questions to one person at once: a bare answer is to the last
    world.busy.add(told.teller.id)
  }
  const lines = await house.up()
  for (const { teller } of heard) world.busy.delete(teller.id)
  for (const { told, teller } of heard)
    await taken(
      world,
      told,
      teller,
      lines.filter((l) => l.inReplyTo === told.source),
    )
}
