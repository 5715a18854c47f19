import { shortName } from '../core/tree.js'
import type { PersonRow, TodoRow } from '../store.js'
import { instant, notice, officeName, privately, teacher, type Reply, type Turn } from '../turn.js'
import { ask, closeAsked } from './ask.js'
import { exampleUnit } from './example-unit.js'
import { ofOffice, ofOwnBranch } from './private.js'

/** A branch's contact changes: who hands over (null: nobody does), who takes over, for which unit. */
interface Handover {
  readonly unit: string
  readonly from: string | null
  readonly to: string
}
const handoverOf = (todo: TodoRow): Handover => todo.data as Handover

/** What was said of a handover, read by commands/handover.ts. */
export interface HandoverSaid {
  readonly name: string
  /** The unit named, or null: the sender's own. */
  readonly unit: string | null
}

/** A contact's wish goes to the secretariat; the secretariat's own word is carried out at once. */
export async function hearHandover(turn: Turn, { name, unit }: HandoverSaid): Promise<Reply[]> {
  const { sender, store } = turn
  const of = unit ?? sender.unit
  if (of === null || of === turn.house.tree.root)
    return [privately(`请说是哪个分会的，如“${name}当${exampleUnit(turn)}联络员”。`)]
  const place = shortName(of, turn.house.tree)
  if (!ofOffice(turn) && !ofOwnBranch(turn, of))
    return [privately(`${place}的联络员要${place}或秘书处来定，请跟${await officeName(store)}说。`)]
  const found = await newContact(turn, name, of)
  if (typeof found === 'string') return [privately(found)]
  if (found.id === sender.id && sender.role === 'contact')
    return [privately(`您就是${place}联络员，不用改。`)]
  const from = ofOffice(turn) ? await onlyContact(turn, of, found.id) : sender.id
  const handover: Handover = { unit: of, from, to: found.id }
  return ofOffice(turn) ? carryOut(turn, handover) : askOffice(turn, handover, found)
}

/** The one person of that name, or a sentence why not. */
async function newContact(turn: Turn, name: string, unit: string): Promise<PersonRow | string> {
  const named = await turn.store.people.byName(name)
  const own = named.filter((p) => p.unit === unit)
  const found = own.length === 1 ? own[0] : named.length === 1 ? named[0] : undefined
  if (found) return found
  return named.length > 1
    ? `叫${name}的有${named.length}位，请跟${await officeName(turn.store)}说一声是哪位。`
    : `我还不认识${name}。请先在群里报一次活动，我认得了再交接。`
}

/** The contact of a unit where there is exactly one besides who takes over. */
async function onlyContact(turn: Turn, unit: string, to: string): Promise<string | null> {
  const others = (await turn.store.people.withRole(['contact'], unit)).filter((p) => p.id !== to)
  return others.length === 1 ? others[0]!.id : null
}

async function askOffice(turn: Turn, handover: Handover, to: PersonRow): Promise<Reply[]> {
  const { store, sender } = turn
  const office = await store.people.withRole(['secretariat'])
  if (office.length === 0) return [privately('这个要秘书处来定，请您打电话给秘书处。')]
  const place = shortName(handover.unit, turn.house.tree)
  const text = `${called(sender.name)}想把${place}联络员交给${called(to.name)}。`
  const todo = await store.todos.insert({
    unit: null,
    what: 'handover',
    record: null,
    ref: null,
    person: sender.id,
    text,
    data: handover,
    at: instant(turn.now),
    status: 'open',
  })
  const replies: Reply[] = [privately(`这个要秘书处同意，我问${await officeName(store)}了，有结果告诉您。`)]
  for (const p of office) {
    const question = { to: { person: p.id }, text: `${text}回“同意”或“不同意”。` }
    replies.push(...(await ask(turn, question, { about: 'handover', data: { todo: todo.id }, person: p.id })))
  }
  return replies
}

/** 同意 or 不同意 of the secretariat. */
export async function decideHandover(turn: Turn, todo: TodoRow, agreed: boolean): Promise<Reply[]> {
  const { store, house } = turn
  const handover = handoverOf(todo)
  const place = shortName(handover.unit, house.tree)
  const to = await store.people.byId(handover.to)
  for (const p of await store.people.withRole(['secretariat'])) await closeAsked(turn, todo.id, p.id)
  const asker = handover.from ?? todo.person
  if (!agreed || !to) {
    await store.todos.close(todo.id)
    const why = to ? '' : '（要接手的老师已经不在了）'
    return [
      privately(`好，${place}联络员不变${why}。`),
      ...(asker ? [notice(asker, `${place}联络员先不变。有事请找${await officeName(store)}。`)] : []),
    ]
  }
  await store.todos.close(todo.id)
  return carryOut(turn, handover)
}

/** The roles change, and whom it concerns is told. */
async function carryOut(turn: Turn, { unit, from, to }: Handover): Promise<Reply[]> {
  const { store, house } = turn
  const place = shortName(unit, house.tree)
  const taking = (await store.people.byId(to))!
  const leaving = from === null ? null : await store.people.byId(from)
  // somebody of the office who takes over stays of the office
  await store.people.put({ ...taking, unit, role: taking.role === 'member' ? 'contact' : taking.role })
  if (leaving?.role === 'contact') await store.people.put({ ...leaving, role: 'member' })
  const others = (await store.people.withRole(['contact'], unit)).filter((p) => p.id !== to)
  const still = others.length > 0 ? `（${others.map((p) => p.name).join('、')}也还是联络员）` : ''
  return [
    privately(
      `好，${place}联络员现在是${called(taking.name)}${leaving ? `，原来是${called(leaving.name)}` : ''}${still}。`,
    ),
    notice(to, `${teacher(taking.name)}，您现在是${place}联络员。要办的说“待办”，怎么用说“帮助”。`),
    ...(leaving ? [notice(leaving.id, `${place}联络员交给${teacher(taking.name)}了，辛苦您这些日子。`)] : []),
  ]
}

/** The whole name with 老师, unless it says already what somebody is. */
const called = (name: string): string =>
  /老师|主任|会长|院长|教授|医生|师傅|大[爷姐妈叔]|阿姨$/.test(name) ? name : `${name}老师`
