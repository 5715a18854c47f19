import type { Command } from '../src/command.js'
import { passOn } from '../src/converse/told.js'
import { roomNamed } from '../src/converse/room-named.js'
import { clockIn } from '../src/tips/clock-words.js'
import { habitOf, setHabit, themesIn, themeWord } from '../src/tips/habit.js'
import { clock } from '../src/tips/schedule.js'
import type { RoomRow } from '../src/store.js'
import { answer, quoted, type Reply, type Turn } from '../src/turn.js'
import { clockText } from '../src/zone.js'

type Plain = 'off' | 'on' | 'large' | 'normal' | 'short' | 'full' | 'all-themes'

/** `room` null: the one it is said in. */
export type TipRoomArgs =
  | { readonly set: Plain; readonly room: string | null }
  | { readonly set: 'hour'; readonly minute: number; readonly room: string | null }
  | { readonly set: 'themes'; readonly themes: readonly string[]; readonly room: string | null }

/** What adds nothing to a wish about a room's tips. */
const filler =
  /把|早[上晨]的?(?=科普)|这?个?群里?的?|本群|我们群?|咱们?群?|今后|以后|往后|每天|每日|天天|暂时|还是|先|就|都|的|了|给|再/g

const rows: readonly (readonly [RegExp, Plain])[] = [
  [
    /^(?:停发?|停止|停掉|暂停|关掉?|关闭|取消|不要|不用|别发|不发|不用发|不要发|不想要|不想看|别推)科普$/,
    'off',
  ],
  [
    /^科普(?:停发?|停掉|停一停|停停|暂停|关掉?|取消|别发|不发|不要发|不用发|不要|不用|别推)(?:几天|一阵子?|一段时间|些日子|些天)?$/,
    'off',
  ],
  [
    /^(?:这几天|这阵子?|这段时间|近来)(?:停发?|别发|不发|不要发|不要)科普$|^科普(?:这几天|这阵子?|这段时间)(?:停发?|别发|不发|不要发)$/,
    'off',
  ],
  [/^(?:开启?|打开|恢复|继续发?|接着发|重新开|发|要|想要|还要|还想要)科普$/, 'on'],
  [
    /^科普(?:开启?|打开|恢复|继续发?|接着发|照发|发|又可以发|可以发|可以开|照常发?|开起来|发起来|重新开)$/,
    'on',
  ],
  [
    /^科普(?:用|要|发|改成|换成)?(?:大字版?|大字体|字大些?|字大一?点|行距大些?|隔行发?|行距大一?点)$|^(?:大字版?|字大一?点的?|字太小)科普$|^科普字(?:太小(?:看不清)?|看不清|大一?点|大些)$/,
    'large',
  ],
  [/^科普(?:用|要|发|改成|换成|恢复)?(?:小字|普通版?|正常字体?|普通字体?|不用大字|不隔行)$/, 'normal'],
  [
    /^科普(?:发|改成|要|换成)?(?:短一?点|短些|短版|简短一?点?|简短些?|简单一?点|少几个字|太长)$|^(?:短一?点的?|短版)科普$/,
    'short',
  ],
  [/^科普(?:发|改成|要|换成)?(?:全一?点|全文|全的|长版|带全出处|出处写全|详细一?点)$/, 'full'],
  [
    /^科普(?:什么|啥|各样|各种|哪样)(?:都|也)?(?:发|要|行|可以)$|^科普不(?:挑|限)(?:主题|题目|内容)?$|^(?:什么|啥)科普(?:都)?(?:发|要|行)$/,
    'all-themes',
  ],
]

/** 停科普 · 开科普 · 科普改到8点半 · 科普大字版 · 科普短一点 · 科普只发健康和农事: how a room has its mornings. */
export const tipRoomCommand: Command<TipRoomArgs> = {
  name: '停科普',
  access: 'contact',
  examples: [
    ['停科普', { set: 'off', room: null }],
    ['科普先停几天', { set: 'off', room: null }],
    ['开科普', { set: 'on', room: null }],
    ['科普改到8点半', { set: 'hour', minute: 510, room: null }],
    ['科普改到早上八点半', { set: 'hour', minute: 510, room: null }],
    ['每天九点发科普', { set: 'hour', minute: 540, room: null }],
    ['科普大字版', { set: 'large', room: null }],
    ['科普短一点', { set: 'short', room: null }],
    ['科普只发健康和农事', { set: 'themes', themes: ['health', 'farming'], room: null }],
  ],
  parse({ words, raw, house }) {
    // 8:30 as typed: in `words` it has lost its colon
    const named = roomNamed(/\d[:：]\d/.test(raw) ? raw.replace(/吧|呢/g, '') : words, house)
    const tight = named.rest
      .replace(/[\s，,。！!？?、]/g, '')
      .replaceAll('每日科普', '科普')
      .replaceAll('今日科普', '科普')
    if (!tight.includes('科普') || tight.length > 30) return null
    const room = named.room
    const time = clockIn(tight)
    if (time) {
      const rest = (tight.slice(0, time.from) + tight.slice(time.to)).replace(filler, '')
      const asked =
        /^(?:早上|早晨|上午)?科普(?:时间|钟点)?(?:早上|早晨|上午)?(?:改|换|挪|调|推迟|推后|提前|提早|延后|定|放)?(?:到|在|成|为|至)?(?:发|来)?$|^(?:早上|早晨|上午)?(?:发|来|推)科普$/
      return asked.test(rest) ? { set: 'hour', minute: time.minute, room } : null
    }
    const plain = tight.replace(filler, '')
    const row = rows.find(([pattern]) => pattern.test(plain))
    if (row) return { set: row[1], room }
    // 今天的科普太长了 is about how they are; 今天别发科普 is about today alone
    const form = plain.startsWith('今天') ? rows.find(([pattern]) => pattern.test(plain.slice(2))) : undefined
    if (form && (form[1] === 'short' || form[1] === 'large')) return { set: form[1], room }
    const chosen = /^科普(?:只|多|专)?(?:发|要|看|说|讲)(.{2,20})$|^(?:只|专)(?:发|要|看)(.{2,20})科普$/.exec(
      plain,
    )
    const themes = chosen ? themesIn(chosen[1] ?? chosen[2]!, house.shelf.tips()) : []
    return themes.length > 0 && /只|专/.test(plain) ? { set: 'themes', themes, room } : null
  },
  async run(args, turn) {
    const room = args.room === null ? turn.room : await turn.store.rooms.byName(args.room)
    if (!room) return [answer('请在要改的那个群里说，或连群名一起说。')]
    if (!mayRoom(turn, room) || (args.set === 'hour' && turn.sender.role === 'contact'))
      return passOn(turn, `「${room.name}」${quoted(turn)}`)
    const here = turn.room?.name === room.name ? '本群' : `「${room.name}」`
    if (args.set === 'on' || args.set === 'off') return hours(turn, room, here, args.set)
    if (args.set === 'hour') return hours(turn, room, here, args.minute)
    const habit = await habitOf(turn.store, room.name)
    const [next, text] = changed(args)
    await setHabit(turn.store, room.name, { ...habit, ...next })
    return [answer(`好，${here}科普${text}。`)]
  },
}

/** Where nobody has set an hour. */
const usual = '08:00'
const [earliest, latest] = [7 * 60 + 30, 20 * 60 + 30]

async function hours(turn: Turn, room: RoomRow, here: string, set: 'on' | 'off' | number): Promise<Reply[]> {
  if (set === 'off') {
    await turn.store.rooms.put({ ...room, tipsOff: true })
    return [answer(`好，${here}不再发。想恢复说“开科普”。`)]
  }
  if (set !== 'on' && (set < earliest || set > latest))
    return [answer('科普要在7:30到20:30之间发，请换个时间。')]
  const at = set !== 'on' ? clockText(set).padStart(5, '0') : room.tipsAt === 'off' ? usual : room.tipsAt
  await turn.store.rooms.put({ ...room, tipsAt: at, tipsOff: false })
  const time = clockText(clock(at) / 60)
  return [answer(`好，${here}科普${set === 'on' ? `每天${time}照常发` : `改到每天${time}`}。`)]
}

/** What a wish changes, and how it is confirmed. */
function changed(args: Exclude<TipRoomArgs, { set: 'on' | 'off' | 'hour' }>): readonly [object, string] {
  switch (args.set) {
    case 'large':
      return [{ largePrint: true }, '隔行发，字大的手机也好看']
    case 'normal':
      return [{ largePrint: false }, '不隔行了']
    case 'short':
      return [{ short: true }, '发短的，出处只写机构和年份']
    case 'full':
      return [{ short: false }, '发全的，出处写全']
    case 'all-themes':
      return [{ themes: [] }, '各样都发']
    case 'themes':
      return [{ themes: args.themes }, `多发${args.themes.map(themeWord).join('、')}，节气和节日照发`]
    default:
      return [{}, '照旧']
  }
}

/** The contact of the room's unit (or of one above it), or the office. */
function mayRoom(turn: Turn, room: RoomRow): boolean {
  if (turn.sender.role !== 'contact') return true
  return (
    room.unit !== null &&
    turn.sender.unit !== null &&
    turn.house.tree.ancestors(room.unit).includes(turn.sender.unit)
  )
}
