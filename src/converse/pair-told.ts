import type { JointRow } from '../store.js'
import {
  instant,
  notice,
  officeName,
  privately,
  teacher,
  teacherInFull,
  type Reply,
  type Turn,
} from '../turn.js'
import type { PairSaid } from './pair-words.js'

/** How long after a pair was offered to the office the one who told a side of it is heard about it. */
const hours = 24

/** 是同一场, said in private by who told one side of a pair that the office has to decide: passed on to the office. */
export async function passOnPair(turn: Turn, { nos, says, bare }: PairSaid): Promise<Reply[] | null> {
  if (turn.message.room !== undefined || bare) return null
  const pairs = (await ownPairs(turn)).filter((j) => nos.every((no) => j.members.includes(no)))
  const [pair, ...more] = pairs
  if (!pair) return null
  const numbers = pair.members.join('和')
  if (more.length > 0)
    return [privately(`您报的有好几对在等核，请带上号数，如“${numbers}是同一场”。`, pair.members)]
  const office = await turn.store.people.withRole(['secretariat'])
  if (office.length === 0) return null
  const are = `${says === 'one' ? '是' : '不是'}同一场`
  const said = `${teacherInFull(turn.sender.name)}说${numbers}${are}`
  const known = await noted(turn, pair, `${teacher(turn.sender.name)}说${are}。`)
  const reply = says === 'one' ? `归并${pair.members.join(' ')}` : `不是${pair.members.join(' ')}`
  return [
    privately(`${numbers}怎么算由秘书处定，您说的我转告${await officeName(turn.store)}了。`, pair.members),
    ...(known ? [] : office.map((p) => notice(p.id, `${said}。照办就回“${reply}”。`, pair.members))),
  ]
}

/** Undecided pairs of late with a record the sender told. */
async function ownPairs({ store, sender, now }: Turn): Promise<readonly JointRow[]> {
  const from = instant(new Date(now.getTime() - hours * 3_600_000))
  const open = (await store.joints.withStatus('proposed')).filter(
    (j) => j.members.length === 2 && j.at >= from,
  )
  const own = await Promise.all(
    open.map(async (j) => (await store.records.byNos(j.members)).some((r) => r.reporter === sender.id)),
  )
  return open.filter((_, i) => own[i])
}

/** Writes it beside the pair on the 待办 list; true where it stood there already. */
async function noted({ store }: Turn, pair: JointRow, said: string): Promise<boolean> {
  const todo = (await store.todos.open(null)).find((t) => t.what === 'joint' && t.ref === pair.id)
  if (!todo) return false
  if (todo.text.includes(said)) return true
  const at = todo.text.search(/回“归并/)
  const front = at < 0 ? todo.text : todo.text.slice(0, at)
  await store.todos.retext(todo.id, `${front}${said}${todo.text.slice(front.length)}`)
  return false
}
