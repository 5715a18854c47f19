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

const wants: readonly (readonly [RegExp, TipArgs['want']])[] = [
  [/^(?:今日科普|今天的?科普|科普一下|来(?:一)?条科普|每日科普|科普)$/, 'today'],
  [/^(?:再来一条|再来一个|再来条|换一条)(?:科普)?$/, 'more'],
  [/^(?:读稿|念稿|广播稿|喇叭稿)$/, 'spoken'],
  [/^(?:短信|短信版|发短信)$/, 'sms'],
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
    const want = wants.find(([pattern]) => pattern.test(tight))?.[1]
    return want ? { want } : null
  },
  async run({ want }, turn) {
    const room = roomOf(turn)
    if (want === 'more') return more(turn, room)
    const tip = await todaysTip(turn, room)
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
