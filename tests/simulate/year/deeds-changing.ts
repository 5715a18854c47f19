// What people change: corrections, withdrawals, restorings, recalls, the same message once more.
import { addDays, daysFrom, monthDay } from './days.js'
import type { Person } from './association.js'
import { people } from './telling.js'
import { figures, type FigureName, type Told } from './truth.js'
import { eventKinds, peopleSaid } from './wordings.js'
import type { World } from './world.js'

const minutes = (a: Date, b: Date): number => (b.getTime() - a.getTime()) / 60_000

/** Records somebody may still think of. */
const near = (world: World, days: number): Told[] =>
  world.truth.told.filter(
    (t) => t.state === 'counted' && daysFrom(t.toldAt.toISOString().slice(0, 10), world.today) <= days,
  )
const linked = (world: World, t: Told): boolean =>
  t.summary ||
  world.truth.joints.some((j) => j.members.includes(t)) ||
  world.truth.told.some((s) => s.includes.includes(t))

/** Who may change a record: its teller, a contact of its branch or of one above, the office. */
function who(world: World, t: Told): Person | null {
  const { random, association } = world
  const own = association.people.find((p) => p.id === t.teller)!
  const contacts = association
    .above(t.unit)
    .filter((u) => u !== association.root)
    .map((u) => world.contactOf(u))
  const from = random.pick([own, own, ...contacts, world.office()])
  return world.busy.has(from.id) ? null : from
}

export async function correction(world: World): Promise<void> {
  const { random, house } = world
  const all = near(world, 30)
  if (all.length === 0) return
  const t = random.pick(all)
  const from = who(world, t)
  if (!from) return
  const change = random.weighed({ attendance: 6, day: 2, kind: 1, sessions: 1, unit: 1 })
  if (change !== 'attendance' && (linked(world, t) || !t.said.sessions)) return
  if (t.said.attendance === undefined && change === 'attendance') return
  const said = saying(world, t, from, change)
  if (!said) return
  const { room } = said
  const { lines } = await house.say(from, said.text, {
    ...(room === null ? {} : { room }),
    ...(said.quotes ? { quotes: said.quotes } : {}),
  })
  const text = lines.map((l) => l.text).join('\n')
  world.count(`correction: ${change} ${said.form}`)
  const closed = world.isClosed(t.days.start)
  if (closed && from.role === 'member') {
    if (!text.includes('结账')) world.problem('a closed month was changed by a member', [said.text, text])
    return world.verify(t, 'corrected after the closing')
  }
  if (text.includes('还要改吗')) {
    if (minutes(t.touchedAt, house.now()) > 10) world.problem('asked twice without need', [said.text, text])
    await world.wait(1)
    const yes = random.chance(0.5)
    await house.say(from, yes ? '改' : '不用', room === null ? {} : { room })
    world.count('stale edit')
    if (yes) said.apply()
    return world.verify(t, `stale, ${yes ? 'changed' : 'left'}: ${said.text}`)
  }
  said.apply()
  await world.verify(t, `corrected: ${said.text} → ${text}`)
}

interface Saying {
  readonly text: string
  readonly form: string
  readonly room: string | null
  readonly quotes?: string
  apply(): void
}

function saying(world: World, t: Told, from: Person, change: string): Saying | null {
  const { random, house } = world
  const room = random.chance(0.4) ? null : world.roomOf(t.unit)
  const call = room === null ? '' : random.pick(['', '小科 '])
  const touch = (apply: () => void) => (): void => {
    apply()
    t.touchedAt = house.now()
  }
  if (change === 'attendance') {
    const f = people(world)
    if (f.value === t.said.attendance!.value) return null
    const apply = touch(() => {
      t.said = { ...t.said, attendance: f }
    })
    const value = peopleSaid(f, random).replace('（次）', '').replace('人以上', '多人')
    const old = t.said.attendance!.value
    const form = random.weighed({ plain: 4, number: 4, quote: 2 })
    if (form === 'plain') {
      if (
        from.id !== t.teller ||
        latestWith(world, from, old) !== t ||
        minutes(t.toldAt, house.now()) > 11 * 60
      )
        return null
      return {
        text: `${call}${random.pick([`不是${old}，是${value}`, `不是${old}人，应该是${value}`, `人数不是${old}，是${value}`])}`,
        form,
        room,
        apply,
      }
    }
    if (form === 'quote') {
      const receipt = house.lines.findLast(
        (l) =>
          l.text.includes(`${t.no}号`) &&
          (l.to.room ?? null) === room &&
          !l.text.includes('\n1') &&
          l.inReplyTo === t.source,
      )
      return receipt ? { text: `是${value}`, form, room, quotes: `out-${receipt.n}`, apply } : null
    }
    return {
      text: `${call}${random.pick([`${t.no}号改${value}`, `${t.no}号人数错了，应该是${value}`, `${t.no}号改成${value}`, `改${t.no} ${value}`])}`,
      form,
      room,
      apply,
    }
  }
  if (change === 'day') {
    const day = addDays(world.today, -random.int(0, 25))
    if (day === t.days.start || day.slice(0, 4) !== world.today.slice(0, 4) || world.isClosed(day))
      return null
    return {
      text: `${call}${t.no}号日期错了，是${monthDay(day)}`,
      form: 'number',
      room,
      apply: touch(() => {
        t.days = { start: day, end: day }
      }),
    }
  }
  if (change === 'kind') {
    const kind = random.pick(eventKinds.filter((k) => k.kind !== t.kind))
    return {
      text: `${call}${t.no}号种类错了，是${kind.names[0]}`,
      form: 'number',
      room,
      apply: touch(() => void (t.kind = kind.kind)),
    }
  }
  if (change === 'sessions') {
    const n = random.int(2, 6)
    if (n === t.said.sessions!.value) return null
    return {
      text: `${call}${t.no}号改成${n}场`,
      form: 'number',
      room,
      apply: touch(() => {
        t.said = { ...t.said, sessions: { value: n, rough: false } }
      }),
    }
  }
  if (from.role !== 'secretariat') return null
  const unit = random.pick(world.association.units.filter((u) => u.parent !== null && u.name !== t.unit))
  return {
    text: `${call}${t.no}号分会错了，应该是${unit.name}`,
    form: 'number',
    room,
    apply: touch(() => void (t.unit = unit.name)),
  }
}

/** The newest of somebody's records that has a figure of this value: what 「不是300」 is about. */
function latestWith(world: World, from: Person, old: number): Told | undefined {
  return world.truth.told
    .filter((t) => t.teller === from.id && t.state === 'counted')
    .sort((a, b) => b.no! - a.no!)
    .find((t) => figures.some((f: FigureName) => t.said[f]?.value === old))
}

export async function withdrawal(world: World): Promise<void> {
  const { random, house, truth } = world
  const all = near(world, 15)
  if (all.length === 0) return
  const t = random.pick(all)
  const from = who(world, t)
  if (!from) return
  const room = random.chance(0.4) ? null : world.roomOf(t.unit)
  const text = random.pick([`作废${t.no}`, `${t.no}号报错了`, `${t.no}号作废`, `${t.no}号不算`])
  const { lines } = await house.say(from, text, room === null ? {} : { room })
  world.count('withdrawal')
  if (world.isClosed(t.days.start) && from.role === 'member') {
    if (!lines.some((l) => l.text.includes('结账')))
      world.problem('voided in a closed month by a member', [text, lines])
    return world.verify(t, 'void refused')
  }
  truth.void(t)
  await world.verify(t, `voided: ${text} → ${lines.map((l) => l.text).join('/')}`)
  if (!random.chance(0.35)) return
  await world.wait(random.int(2, 600))
  const back = random.pick([world.office(), from.role === 'member' ? world.office() : from])
  if (world.busy.has(back.id)) return
  await house.say(back, random.pick([`恢复${t.no}`, `${t.no}号还要算`]))
  t.state = 'counted'
  t.touchedAt = house.now()
  world.count('restored')
  await world.verify(t, 'restored')
}

/** The platform takes a message back. */
export async function recall(world: World): Promise<void> {
  const { random, house, truth } = world
  const recent = truth.told.filter(
    (t) =>
      t.state !== 'void' &&
      minutes(t.toldAt, house.now()) < 60 * 24 &&
      !world.isClosed(t.days.start) &&
      !world.busy.has(t.teller),
  )
  if (recent.length === 0) return
  const t = random.pick(recent)
  await house.recall(t.source)
  world.count('recall')
  for (const one of truth.told.filter((o) => o.source === t.source && o.state !== 'void')) {
    const numbered = one.no !== null
    truth.void(one)
    if (numbered) await world.verify(one, 'recalled')
  }
}

/** The platform delivers a message once more: nothing happens. */
export async function redelivery(world: World): Promise<void> {
  const { random, house, truth } = world
  if (truth.told.length === 0) return
  const t = random.pick(truth.told.slice(-40))
  const before = await house.read((store) => store.records.count({}))
  const { lines } = await house.again(t.source)
  world.count('redelivery')
  if (lines.some((l) => l.inReplyTo === t.source))
    world.problem('a message delivered again was answered', lines)
  if ((await house.read((store) => store.records.count({}))) !== before)
    world.problem('a message delivered again was booked', t.source)
  if (t.no !== null) await world.verify(t, 'delivered again')
}
