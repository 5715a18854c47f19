import type { Command } from '../src/command.js'
import { addDays, type Period, type PlainDate } from '../src/core/day.js'
import { addCampaign, addDayOff, pickInput } from '../src/tips/book.js'
import { preview, previewLine } from '../src/tips/office.js'
import { readPeriod } from '../src/ledger/query.js'
import { answer, privately, type Turn } from '../src/turn.js'
import { dayText } from '../src/converse/figures.js'
import type { RoomRow } from '../src/store.js'

export type TipOfficeArgs =
  | { readonly act: 'preview'; readonly room: string | null }
  | { readonly act: 'skip'; readonly day: PlainDate }
  | { readonly act: 'insert'; readonly day: PlainDate; readonly tip: string }
  | { readonly act: 'off'; readonly period: Period; readonly reason: string }
  | { readonly act: 'campaign'; readonly period: Period; readonly name: string }
  | { readonly act: 'sign'; readonly tip: string }

/** 科普预告 · 跳过科普 11月25日 · 科普换成 falls-003 11月25日 · 停发科普 12月13日 公祭 · 审 falls-003. */
export const tipOffice: Command<TipOfficeArgs> = {
  name: '科普预告',
  access: 'member',
  examples: [
    ['科普预告', { act: 'preview', room: null }],
    ['跳过科普 11月25日', { act: 'skip', day: '2025-11-25' }],
    ['科普换成 falls-003 11月25日', { act: 'insert', day: '2025-11-25', tip: 'falls-003' }],
    ['审 falls-003', { act: 'sign', tip: 'falls-003' }],
  ],
  parse({ words, today, house }) {
    if (/^科普(?:预告|安排|日程)/.test(words))
      return { act: 'preview', room: house.org.rooms.find((r) => words.includes(r.name))?.name ?? null }
    const sign = /^(?:审|签|审定)\s*([a-z][a-z-]*-\d{3})$/.exec(words)
    if (sign) return { act: 'sign', tip: sign[1]! }
    const span = readPeriod(words, today)
    if (!span) return null
    const rest = (words.slice(0, span.from) + ' ' + words.slice(span.to)).replace(/\s+/g, ' ').trim()
    const start = span.period.start
    if (/^跳过(?:的)?科普$|^科普跳过$/.test(rest)) return { act: 'skip', day: start }
    const put = /^科普(?:换成|插|用|排)\s*([a-z][a-z-]*-\d{3})$/.exec(rest)
    if (put) return { act: 'insert', day: start, tip: put[1]! }
    const off = /^停发科普\s*(.{0,20})$/.exec(rest)
    if (off) return { act: 'off', period: span.period, reason: off[1] || '停发日' }
    const campaign = /^(?:科普)?宣传周\s*(.{2,20})$/.exec(rest)
    return campaign ? { act: 'campaign', period: span.period, name: campaign[1]! } : null
  },
  async run(args, turn) {
    if (args.act === 'sign') return sign(turn, args.tip)
    if (turn.sender.role !== 'secretariat' && turn.sender.role !== 'admin')
      return [answer('科普的安排由秘书处来定。')]
    if (args.act === 'preview') return [privately(await previewText(turn, args.room))]
    if (args.act === 'off') {
      await addDayOff(turn.store, { ...args.period, room: null, reason: args.reason })
      return [
        answer(
          `好，${dayText(args.period.start, turn.local.day)}${args.period.end === args.period.start ? '' : `至${dayText(args.period.end, turn.local.day)}`}停发科普。`,
        ),
      ]
    }
    if (args.act === 'campaign') {
      await addCampaign(turn.store, { ...args.period, name: args.name })
      return [answer(`好，${args.name}记下了，那几天优先发相关的。`)]
    }
    const day = nextSuch(args.day, turn.local.day)
    if (args.act === 'insert' && !turn.house.shelf.tips().some((t) => t.id === args.tip))
      return [answer(`库里没有${args.tip}这一条。`)]
    await turn.store.tips.setChoice({
      room: '',
      day,
      tip: args.act === 'skip' ? null : args.tip,
      by: turn.sender.id,
    })
    return [
      answer(`好，${dayText(day, turn.local.day)}${args.act === 'skip' ? '不发科普' : `发${args.tip}`}。`),
    ]
  },
}

/** A day said without a year means the next one: tips lie ahead. */
const nextSuch = (day: PlainDate, today: PlainDate): PlainDate =>
  day >= today ? day : `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

async function previewText(turn: Turn, name: string | null): Promise<string> {
  const rooms: readonly RoomRow[] = (await turn.store.rooms.all()).filter(
    (r) => r.tipsAt !== 'off' && (name === null || r.name === name),
  )
  const parts: string[] = []
  for (const room of rooms.slice(0, name === null ? 2 : 1)) {
    const input = await pickInput(
      turn.store,
      turn.house.org,
      turn.house.shelf,
      room,
      addDays(turn.local.day, 1),
    )
    parts.push([`「${room.name}」往后14天：`, ...preview(input, 14).map(previewLine)].join('\n'))
  }
  if (parts.length === 0) return '没有开着科普的群。'
  return rooms.length > parts.length ? `${parts.join('\n')}\n别的群说“科普预告”加群名。` : parts.join('\n')
}

/** A reviewer of the association puts the name to a tip; only then is a review claimed. */
async function sign(turn: Turn, tip: string) {
  if (!turn.sender.duties.includes('reviewer')) return [answer('审稿要由审稿人来做。')]
  if (!turn.house.shelf.tips().some((t) => t.id === tip)) return [answer(`库里没有${tip}这一条。`)]
  const unit = turn.sender.unit?.replace(/(?:老科协|分会)$/, '') ?? ''
  const name = /老师|主任|医生/.test(turn.sender.name)
    ? turn.sender.name
    : `${turn.sender.name.charAt(0)}老师`
  await turn.store.tips.sign(tip, [unit, name].filter(Boolean).join(' '), turn.now.toISOString())
  return [answer(`记下了，${tip}由您审过。`)]
}
