import { addDays, daysBetween, within, type Period, type PlainDate } from '../core/day.js'
import type { RoomRow } from '../store.js'
import { addCampaign, addDayOff, heldTips, pickInput, planFrom, removeDaysOff } from '../tips/book.js'
import { missingCampaigns } from '../tips/calendar.js'
import { preview, previewLine } from '../tips/office.js'
import { alternatives, choosable, tipMeant } from '../tips/choose.js'
import { hadLately, type PickInput } from '../tips/pick.js'
import { dayOff } from '../tips/plan.js'
import { renderTip, type Tip } from '../tips/tip.js'
import { answer, type Reply, type Turn } from '../turn.js'
import { clockText, minuteOf } from '../zone.js'
import { dayText, periodText } from './figures.js'
import { inPrivate } from './private.js'
import type { OfficeWish } from './tip-words.js'

type Wish<A extends OfficeWish['act']> = Extract<OfficeWish, { act: A }>

/** Does what the office wants and says so; `wish.room` null means every room. */
export async function officeAnswer(wish: OfficeWish, turn: Turn): Promise<Reply[]> {
  const rooms = (await turn.store.rooms.all()).filter((r) =>
    wish.room === null ? r.tipsAt !== 'off' && !r.tipsOff : r.name === wish.room,
  )
  if (wish.act === 'campaign') return campaign(wish, turn)
  if (wish.act === 'board') return inPrivate(turn, '科普的设置我私下发您。', await board(turn))
  if (rooms.length === 0)
    return [answer(wish.room === null ? '没有开着科普的群。' : `没有「${wish.room}」这个群。`)]
  if (wish.act === 'preview') return inPrivate(turn, '预告我私下发您。', await previewText(wish, rooms, turn))
  const span = 'span' in wish ? wish.span : { start: wish.day, end: wish.day }
  const problem = await tooLate(span, rooms, turn)
  if (problem) return [answer(problem)]
  if (wish.act === 'skip') return skip(wish, turn)
  if (wish.act === 'resume') return resume(wish, turn)
  return wish.act === 'swap' ? swap(wish, rooms, turn) : put(wish, rooms, turn)
}

const where = (room: string | null): string => (room === null ? '各群' : `「${room}」`)

/** Why days cannot be changed any more; null while they can. */
async function tooLate(
  span: Period,
  rooms: readonly RoomRow[],
  { store, local }: Turn,
): Promise<string | null> {
  if (span.end < local.day) return `${periodText(span, local.day)}已经过去了。`
  if (!within(local.day, span) || span.end > local.day) return null
  const given = await store.tips.on(local.day)
  return rooms.every((r) => given.some((g) => g.room === r.name && g.tip !== null))
    ? '今天的已经发了，改不了了。'
    : null
}

async function skip({ room, span, reason }: Wish<'skip'>, turn: Turn): Promise<Reply[]> {
  const { store, local, sender } = turn
  if (span.start === span.end && reason === '') {
    await store.tips.unsetChoice(span.start, room)
    await store.tips.setChoice({ room: room ?? '', day: span.start, tip: null, by: sender.id })
  } else await addDayOff(store, { ...span, room, reason: reason || '办公室定的停发日' })
  const days = periodText(span, local.day)
  return [answer(`好，${where(room)}${days}不发科普。\n要恢复说“${days}科普照发”。`)]
}

async function resume({ room, span }: Wish<'resume'>, turn: Turn): Promise<Reply[]> {
  const { store, local } = turn
  const days = Math.min(60, daysBetween(span.start, span.end))
  for (let i = 0; i <= days; i++) await store.tips.unsetChoice(addDays(span.start, i), room)
  await removeDaysOff(store, room, span)
  const plan = await planFrom(store, span.start)
  const still = room === null ? null : dayOff(plan, room, span.start)
  const text = periodText(span, local.day)
  return [
    answer(
      still
        ? `${text}各群都停发（${still.reason}），要请秘书处来改。`
        : `好，${where(room)}${text}科普照常发。`,
    ),
  ]
}

async function campaign({ span, name }: Wish<'campaign'>, turn: Turn): Promise<Reply[]> {
  await addCampaign(turn.store, { ...span, name })
  const own = turn.house.shelf.tips().some((t) => t.day === name)
  const text = `好，${name}${periodText(span, turn.local.day)}，记下了。`
  return [answer(`${text}${own ? '那几天先发说这件事的。' : '库里还没有专门写它的，那几天照常发。'}`)]
}

/** The days asked for (from tomorrow two weeks), those gone by as they were. */
async function previewText(
  { room, span }: Wish<'preview'>,
  rooms: readonly RoomRow[],
  turn: Turn,
): Promise<string> {
  const { local } = turn
  const tomorrow = addDays(local.day, 1)
  const start = span?.start ?? tomorrow
  const end = span ? (span.end > addDays(start, 30) ? addDays(start, 30) : span.end) : addDays(tomorrow, 13)
  const shown = rooms.slice(0, 2)
  const parts: string[] = []
  for (const r of shown) {
    const gone = await gonePart(r, start, end, turn)
    const ahead = end >= tomorrow ? await aheadLines(r, start > tomorrow ? start : tomorrow, end, turn) : []
    const head = span === null ? '往后14天' : periodText({ start, end }, local.day)
    const lines = [...gone, ...ahead]
    parts.push([`「${r.name}」${head}：`, ...(lines.length > 0 ? lines : ['没有发过。'])].join('\n'))
  }
  const others = rooms.filter((r) => !shown.includes(r)).map((r) => r.name)
  if (room === null && others.length > 0)
    parts.push(`别的群连群名说，如“${others[0]} 科普预告”（还有${others.length}个群）。`)
  return parts.join('\n')
}

/** What a day's line says; the days before are looked at so that each is chosen as it will be. */
async function aheadLines(
  room: RoomRow,
  from: PlainDate,
  to: PlainDate,
  turn: Turn,
): Promise<readonly string[]> {
  const tomorrow = addDays(turn.local.day, 1)
  const input = await pickInput(turn.store, turn.house.org, turn.house.shelf, room, tomorrow)
  return preview(input, daysBetween(tomorrow, to) + 1)
    .filter((d) => d.day >= from)
    .map(previewLine)
}

const goneWords: Readonly<Record<string, string>> = {
  off: '没开',
  day_off: '停发日',
  too_late: '过了点没发',
  skipped: '跳过',
  exhausted: '库里没了',
}
async function gonePart(
  room: RoomRow,
  start: PlainDate,
  end: PlainDate,
  turn: Turn,
): Promise<readonly string[]> {
  const { store, local, house } = turn
  const rows = start > local.day ? [] : await store.tips.history(room.name, start)
  const essays = (await planFrom(store, start)).own.map((o) => o.tip)
  return rows
    .filter((r) => r.day <= end && r.day <= local.day)
    .map((r) => {
      const title = [...essays, ...house.shelf.tips()].find((t) => t.id === r.tip)?.title ?? r.tip
      return `${dayText(r.day, local.day)} ${title === null ? `没发（${goneWords[r.reason ?? ''] ?? ''}）` : `发了 ${title}`}`
    })
}

/** Another tip for one day, of each room its own. */
async function swap({ room, day }: Wish<'swap'>, rooms: readonly RoomRow[], turn: Turn): Promise<Reply[]> {
  const { store, local, sender } = turn
  const lines: string[] = []
  let shown: Tip | null = null
  for (const r of rooms) {
    const input = await pickInput(store, turn.house.org, turn.house.shelf, r, addDays(local.day, 1))
    const key = `tips:out:${r.name}:${day}`
    const outs = JSON.parse((await store.settings.get(key)) ?? '[]') as readonly string[]
    const found = alternatives(input, day, outs)
    if (!found) return [answer(`${where(r.name)}${dayText(day, local.day)}本来就不发科普。`)]
    if (!found.next) return [answer('没有别的可换了。')]
    await store.settings.set(key, JSON.stringify([...outs, found.now.id]))
    await store.tips.setChoice({ room: r.name, day, tip: found.next.id, by: sender.id })
    shown = found.next
    lines.push(`${rooms.length > 1 ? where(r.name) : ''}「${found.now.title}」换成「${found.next.title}」`)
  }
  const text = `好，${room === null ? '' : where(room)}${dayText(day, local.day)}：\n${lines.join('\n')}`
  return [answer(rooms.length === 1 && shown ? `${text}\n${shown.lines.join('\n')}` : text)]
}

/** A tip of the office's choice for one day: by its number, its title, or words it is about. */
async function put(
  { room, day, what }: Wish<'put'>,
  rooms: readonly RoomRow[],
  turn: Turn,
): Promise<Reply[]> {
  const { store, local, sender, house } = turn
  const inputs: PickInput[] = []
  for (const r of rooms) inputs.push(await pickInput(store, house.org, house.shelf, r, day))
  const meant = tipMeant(what, house.shelf.tips())
  const tip = meant.exact ?? choosable(meant.about, inputs[0]!)
  if (!tip) return [answer(`库里没有说“${what}”的。要看往后发什么，说“科普预告”。`)]
  const why = (await heldTips(store))[tip.id]
  if (why !== undefined) return [answer(`「${tip.title}」停用着（${why}），先说“启用 ${tip.id}”。`)]
  const had = inputs.filter((i) => hadLately(tip, i)).map((i) => i.room.name)
  if (had.length === rooms.length)
    return [answer(`「${tip.title}」一年里${rooms.length === 1 ? '' : '各群都'}发过了，换一条吧。`)]
  await store.tips.unsetChoice(day, room)
  await store.tips.setChoice({ room: room ?? '', day, tip: tip.id, by: sender.id })
  const plan = inputs[0]!.plan
  const off = dayOff(plan, rooms[0]!.name, day)
  const essay = plan.own.find((o) => o.day === day)
  return [
    answer(
      [
        `好，${room === null ? '' : where(room)}${dayText(day, local.day)}发这一条（${tip.id}）：`,
        ...renderTip(tip).split('\n').slice(0, -1),
        ...(had.length > 0 ? [`${had.map((r) => where(r)).join('、')}一年里发过，那天照旧发别的。`] : []),
        ...(essay ? [`那天原排${essay.tip.author}的随笔，会顺延。`] : []),
        ...(off ? [`那天定了停发（${off.reason}），要发先说“${dayText(day, local.day)}科普照发”。`] : []),
      ].join('\n'),
    ),
  ]
}

/** Hours of the rooms, what was decided for the days ahead, campaigns of the year and those nobody entered. */
async function board({ store, house, local }: Turn): Promise<string> {
  const rooms = await store.rooms.all()
  const plan = await planFrom(store, local.day)
  const year = Number(local.day.slice(0, 4))
  const hooks = house.shelf.tips().flatMap((t) => t.day ?? [])
  const ahead = plan.campaigns.filter((c) => c.end >= local.day)
  const missing = missingCampaigns(year + (local.day.slice(5) > '10-01' ? 1 : 0), hooks, plan.campaigns)
  const title = (id: string): string => house.shelf.tips().find((t) => t.id === id)?.title ?? id
  return [
    '科普设置：',
    ...rooms.map(
      (r) =>
        `「${r.name}」${r.tipsAt === 'off' ? '没开' : r.tipsOff ? '停着' : `每天${clockText(minuteOf(r.tipsAt))}`}`,
    ),
    ...plan.off
      .filter((o) => o.end >= local.day)
      .map((o) => `停发：${periodText(o, local.day)}${where(o.room)}（${o.reason}）`),
    ...plan.entries.map(
      (e) =>
        `${dayText(e.day, local.day)}${where(e.room)}${e.action === 'insert' ? `发「${title(e.tipId)}」` : '不发'}`,
    ),
    ...Object.entries(await heldTips(store)).map(([id, why]) => `停用：「${title(id)}」${id}（${why}）`),
    ...plan.own.map((o) => `${dayText(o.day, local.day)}${o.tip.author}的随笔`),
    ...ahead.map((c) => `${c.name}：${periodText(c, local.day)}`),
    ...(missing.length > 0
      ? [`还没填日子的宣传周：${missing.join('、')}。填就说“${missing[0]} 5月23日到30日”。`]
      : []),
  ].join('\n')
}
