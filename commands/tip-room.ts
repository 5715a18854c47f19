import type { Command } from '../src/command.js'
import { passOn } from '../src/converse/told.js'
import { answer, type Turn } from '../src/turn.js'
import { normalize } from '../src/understand/normalize.js'
import { scanNumbers } from '../src/understand/numbers.js'
import { clockText } from '../src/zone.js'

export type TipRoomArgs = { readonly set: 'off' | 'on' } | { readonly set: 'hour'; readonly minute: number }

/** 停科普 · 开科普 (the room's contact, the office) · 科普改到8点半 (the office). */
export const tipRoomCommand: Command<TipRoomArgs> = {
  name: '停科普',
  access: 'contact',
  examples: [
    ['停科普', { set: 'off' }],
    ['开科普', { set: 'on' }],
    ['科普改到8点半', { set: 'hour', minute: 510 }],
    ['科普改到九点', { set: 'hour', minute: 540 }],
  ],
  parse({ tight }) {
    if (
      /^(?:停|停了|停发|关|关掉|不要|别发)(?:每日)?科普$/.test(tight) ||
      /^科普(?:停|停了|停发|关|别发了?)$/.test(tight)
    )
      return { set: 'off' }
    if (/^(?:开|恢复|打开|继续)(?:每日)?科普$/.test(tight) || /^科普(?:开|恢复|继续)$/.test(tight))
      return { set: 'on' }
    const hour = /^科普(?:时间)?(?:改到|改成|改为|改|换到)(?:早上|上午|每天|下午|晚上)?(.{1,10})$/.exec(tight)
    const minute = hour ? minuteSaid(hour[1]!, /下午|晚上/.test(tight)) : null
    return minute === null ? null : { set: 'hour', minute }
  },
  async run(args, turn) {
    const { room } = turn
    if (!room) return [answer('请在要改的那个群里说。')]
    if (!mayRoom(turn) || (args.set === 'hour' && turn.sender.role === 'contact'))
      return passOn(turn, `「${room.name}」${turn.words.slice(0, 30)}`)
    if (args.set === 'hour') {
      if (args.minute < 450 || args.minute > 1260) return [answer('科普要在7:30到21:00之间发，请换个时间。')]
      const at = clockText(args.minute).padStart(5, '0')
      await turn.store.rooms.put({ ...room, tipsAt: at, tipsOff: false })
      return [answer(`好，本群科普改到每天${clockText(args.minute)}。`)]
    }
    await turn.store.rooms.put({ ...room, tipsOff: args.set === 'off' })
    return [
      answer(
        args.set === 'off'
          ? '好，本群不再发。想恢复说“开科普”。'
          : `好，本群科普${room.tipsAt === 'off' ? '' : `每天${Number(room.tipsAt.slice(0, 2))}:${room.tipsAt.slice(3)}`}照常发。`,
      ),
    ]
  },
}

/** The contact of the room's unit (or of one above it), or the office. */
function mayRoom(turn: Turn): boolean {
  if (turn.sender.role !== 'contact') return true
  const unit = turn.room?.unit
  return (
    unit != null && turn.sender.unit !== null && turn.house.tree.ancestors(unit).includes(turn.sender.unit)
  )
}

/** 8点半, 九点, 8:30, 8点15分 → minutes since midnight. */
function minuteSaid(text: string, afternoon: boolean): number | null {
  const clock = /^(\d{1,2})[:：](\d{2})$/.exec(normalize(text).text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const m = /^(.{1,3})点(半|一刻|三刻|整)?(?:(.{1,3})分?)?$/.exec(text)
  if (!m) return null
  const hour = numberOf(m[1]!)
  const rest = m[2] === '半' ? 30 : m[2] === '一刻' ? 15 : m[2] === '三刻' ? 45 : m[3] ? numberOf(m[3]) : 0
  if (hour === null || rest === null || hour > 23 || rest > 59) return null
  return (afternoon && hour < 12 ? hour + 12 : hour) * 60 + rest
}

function numberOf(words: string): number | null {
  if (/^\d{1,2}$/.test(words)) return Number(words)
  const finds = scanNumbers(normalize(`${words}人`))
  return finds.length === 1 ? finds[0]!.value : null
}
