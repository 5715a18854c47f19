import type { Command } from '../src/command.js'
import { answer, type Turn } from '../src/turn.js'
import { extraRoom, pickInput } from '../src/tips/book.js'
import { pickExtra } from '../src/tips/extra.js'
import { pick } from '../src/tips/pick.js'
import { habitOf } from '../src/tips/habit.js'
import { shortMessage } from '../src/tips/sms.js'
import { spokenScript } from '../src/tips/spoken.js'
import { renderTip, type Tip } from '../src/tips/tip.js'
import type { RoomRow } from '../src/store.js'

export interface TipArgs {
  readonly want: 'today' | 'more' | 'spoken' | 'sms'
}

/** What adds nothing to a wish for today's tip. */
const filler = /今天早上|今早|今天|今日|今儿|每日|早上|刚才|给我|帮我|我们|我|个|[的呢吧些请]/g

const wants: readonly (readonly [RegExp, TipArgs['want']])[] = [
  [
    /^(?:科普)?(?:要|出|写|来)?(?:大?广播|大?喇叭|读|念|播音|朗读)(?:用)?稿子?$|^(?:村里|队里|社区)?大?(?:广播|喇叭)怎么[念读播]$|^要[念读]稿子?$/,
    'spoken',
  ],
  [
    /^(?:科普)?(?:编成?|写成?|改成?|做成?|变成|发|要)?条?短信(?:版|稿|用|怎么[写编发])?(?:科普)?$|^(?:70|七十)字(?:版|以内)?$/,
    'sms',
  ],
  [
    /^(?:还有吗|还有没有|不够|接着|好|嗯)?(?:再|另|多|接着)(?:来|说|讲|发|要|听|看)(?:一[条则点]?|[条则点])?(?:科普)?$|^换(?:一[条则]?|[条则])?科普$|^换(?:一[条则]?|[条则])$/,
    'more',
  ],
  [
    /^(?:看看?|念念?|听听?|发|来|说|讲|再发)?(?:一?[条则点])?科普(?:一下|小知识|知识|是什么|说(?:的)?什么|讲(?:的)?什么|什么|没(?:看|收|听)[到见]|再发(?:一遍)?|发一遍|找不到了?)?$|^(?:讲|说)什么科普$|^发什么$/,
    'today',
  ],
]

/** 今日科普 · 再来一条 · 读稿 · 短信. */
export const tipCommand: Command<TipArgs> = {
  name: '今日科普',
  access: 'member',
  examples: [
    ['今日科普', { want: 'today' }],
    ['再来一条', { want: 'more' }],
    ['读稿', { want: 'spoken' }],
    ['短信', { want: 'sms' }],
  ],
  parse({ tight }) {
    if (tight.length > 14) return null
    const plain = tight.replace(filler, '')
    // of no day at all, or of another than today, it is no wish for this morning's
    if (plain === '发什么' && !/^今[天日早儿]/.test(tight)) return null
    const want = wants.find(([pattern]) => pattern.test(plain))?.[1]
    return want ? { want } : null
  },
  async run({ want }, turn) {
    const room = roomOf(turn)
    if (want === 'more') return more(turn, room)
    const tip = await todaysTip(turn, await branchRoom(turn, room))
    if (!tip) return [answer('今天没有科普可发，明天早上见。')]
    if (want === 'spoken') return [answer(spokenScript(tip, turn.local.day, turn.house.org.name))]
    return [answer(want === 'sms' ? shortMessage(tip) : renderTip(tip, await habitOf(turn.store, room.name)))]
  },
}

/** The room it was said in; in private the asker's branch, as a room of its own that keeps no morning. */
const roomOf = (turn: Turn): Pick<RoomRow, 'name' | 'unit'> =>
  turn.room ?? {
    name: turn.message.room ?? `@${turn.sender.id}`,
    unit: turn.room === null ? turn.sender.unit : null,
  }

/** In private: the room of the asker's branch, or of one above it, so that everybody talks of the same tip. */
async function branchRoom(turn: Turn, room: Pick<RoomRow, 'name' | 'unit'>) {
  const { sender, house } = turn
  if (turn.message.room !== undefined || sender.unit === null) return room
  const open = (await turn.store.rooms.all()).filter((r) => r.tipsAt !== 'off' && !r.tipsOff)
  const line = house.tree.ancestors(sender.unit)
  return line.flatMap((unit) => open.filter((r) => r.unit === unit))[0] ?? room
}

/** What the room was given this morning, or would be. */
async function todaysTip(turn: Turn, room: Pick<RoomRow, 'name' | 'unit'>): Promise<Tip | null> {
  const input = await pickInput(turn.store, turn.house.org, turn.house.shelf, room, turn.local.day)
  const given = input.history.findLast((g) => g.day === turn.local.day && !g.extra)
  const own = input.plan.own.map((o) => o.tip)
  const known = given ? [...own, ...input.library].find((t) => t.id === given.tipId) : undefined
  if (known) return known
  const chosen = pick({ ...input, plan: { ...input.plan, off: [] } })
  return chosen.ok ? chosen.value.tip : null
}

async function more(turn: Turn, room: Pick<RoomRow, 'name' | 'unit'>) {
  const input = await pickInput(turn.store, turn.house.org, turn.house.shelf, room, turn.local.day)
  const extras = input.history.filter((g) => g.extra && g.day === turn.local.day).length
  if (extras >= 5) return [answer('今天说得不少了，留几条明天听。')]
  const tip = pickExtra(input, extras + 1)
  if (!tip) return [answer('今年能多说的都说过了，明天早上见。')]
  await turn.store.tips.claim({
    room: extraRoom(room.name),
    day: `${turn.local.day}#${extras + 1}`,
    tip: tip.id,
    reason: null,
    outbox: null,
    at: turn.now.toISOString(),
  })
  return [answer(renderTip(tip, await habitOf(turn.store, room.name)))]
}
