import type { Command } from '../src/command.js'
import { ofOffice } from '../src/converse/private.js'
import { passOn } from '../src/converse/told.js'
import { answer, type Turn } from '../src/turn.js'

export interface QuietArgs {
  readonly quiet: boolean
}

const hush =
  /^[你您]?(?:请|先|在?群里?|暂时|会上|这会儿|现在){0,2}(?:安静|静一静|静音|别响|别吵|别说话|不要说话|别出声|不要出声|闭嘴|不要说了|别说了)(?:一?会儿?|点|些|了)?$/
/** What goes on while it is to be quiet: 现在开会, 领导讲话呢. */
const whyQuiet =
  /^[^\d多几吗谁哪什怎]{0,12}(?:开[着个完了]{0,2}会|会议|大会|例会|座谈会|上课|听课|讲话|发言|致辞|报告|休息|午休|睡觉?|录[音像]|比赛|考试|追悼|送别|致哀)[^\d多几吗谁哪什怎]{0,6}$/
const speak = /^[你您]?(?:说话|可以说话|出来说话|恢复说话|开口|别安静|不用安静|解除静音)了?$/

/** 小科安静 · 小科说话: in a quiet room reports are recorded without a word; calls are answered in private. */
export const quiet: Command<QuietArgs> = {
  name: '安静',
  access: 'contact',
  saidAgain: whyQuiet,
  examples: [
    ['安静', { quiet: true }],
    ['说话', { quiet: false }],
  ],
  parse({ tight }) {
    if (hush.test(tight)) return { quiet: true }
    return speak.test(tight) ? { quiet: false } : null
  },
  async run({ quiet: off }, turn) {
    const name = turn.message.room
    if (name === undefined) return [answer('请在要安静的群里说“小科安静”；要我再出声，说“小科说话”。')]
    if (!mayHush(turn)) return passOn(turn)
    const room = turn.room ?? { name, unit: null, tipsAt: 'off' as const, tipsOff: false, quiet: false }
    await turn.store.rooms.put({ ...room, quiet: off })
    const text = off ? '好，本群我不出声了，活动照记。想让我说话就说“小科说话”。' : '好，我又能在本群说话了。'
    return [{ to: { room: name }, class: 'answer', text }]
  },
}

/** The contact of the room's unit or of one above it; the office anywhere. */
const mayHush = (turn: Turn): boolean =>
  ofOffice(turn) ||
  (turn.sender.unit !== null &&
    !!turn.room?.unit &&
    turn.house.tree.ancestors(turn.room.unit).includes(turn.sender.unit))
