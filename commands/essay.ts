import type { Command } from '../src/command.js'
import { addDays } from '../src/core/day.js'
import { decideEssay, essayNews, essayReceived, receiveEssay, type EssayError } from '../src/tips/essay.js'
import { essayOf, planFrom, rowStates } from '../src/tips/book.js'
import { freeDay } from '../src/tips/office.js'
import { shortName } from '../src/core/tree.js'
import type { EssayRow } from '../src/store.js'
import { answer, instant, notice, privately, teacher, type Reply, type Turn } from '../src/turn.js'

export type EssayArgs =
  | { readonly act: 'write'; readonly text: string }
  | { readonly act: 'accept' | 'decline'; readonly id: number | null; readonly reason: string }
  | { readonly act: 'list' }

/** 随笔：吃药别用茶送… · 采用随笔 3 · 退回随笔 3 太长 · 我的随笔. */
export const essayCommand: Command<EssayArgs> = {
  name: '随笔',
  access: 'member',
  examples: [
    ['随笔：吃药别用茶送，温开水最省心', { act: 'write', text: '吃药别用茶送，温开水最省心' }],
    ['采用随笔3', { act: 'accept', id: 3, reason: '' }],
    ['退回随笔3 太长了', { act: 'decline', id: 3, reason: '太长了' }],
    ['我的随笔', { act: 'list' }],
  ],
  parse({ words, tight, raw }) {
    const written = /^(?:一句话)?随笔\s*[：:，,\s]\s*([\s\S]{1,400})$/.exec(raw)
    if (written) return { act: 'write', text: written[1]!.trim() }
    if (/^我的随笔$/.test(tight)) return { act: 'list' }
    const decided = /^(采用|退回|不用)随笔\s*#?(\d{1,6})\s*(.{0,40})$/.exec(words)
    if (decided)
      return {
        act: decided[1] === '采用' ? 'accept' : 'decline',
        id: Number(decided[2]),
        reason: decided[3]!,
      }
    return /^(?:采用|可以用|退回)$/.test(tight)
      ? { act: tight === '退回' ? 'decline' : 'accept', id: null, reason: '' }
      : null
  },
  async run(args, turn) {
    if (args.act === 'write') return write(turn, args.text)
    if (args.act === 'list') return [privately(await listText(turn))]
    return decide(turn, args.act, args.id, args.reason)
  },
}

async function write(turn: Turn, text: string): Promise<Reply[]> {
  const { store } = turn
  const before = (await store.tips.essays({ person: turn.sender.id })).length
  const received = receiveEssay({
    id: '',
    author: { id: turn.sender.id, name: turn.sender.name },
    text,
    before,
  })
  if (!received.ok) return [privately(problem(received.error))]
  const essay = received.value
  const row = await store.tips.insertEssay({
    person: turn.sender.id,
    personName: turn.sender.name,
    text: essay.text,
    medical: essay.medical,
    status: rowStates[essay.state],
    day: null,
    reviewer: null,
    at: instant(turn.now),
  })
  const duty = essay.medical ? 'reviewer' : 'editor'
  const next =
    (await store.people.withDuty(duty))[0] ?? (await store.people.withRole(['secretariat']))[0] ?? null
  const ask =
    `${turn.sender.name}的随笔（${row.id}）：${essay.text}／用就回“采用随笔${row.id}”，不用回“退回随笔${row.id}”加理由。`.replace(
      '／',
      '\n',
    )
  await store.todos.insert({
    unit: null,
    what: 'essay',
    record: null,
    ref: row.id,
    person: next?.id ?? null,
    text: ask.split('\n')[0]!,
    data: null,
    at: instant(turn.now),
    status: 'open',
  })
  return [
    privately(essayReceived(essay, next ? teacher(next.name) : null)),
    ...(next ? [notice(next.id, ask)] : []),
  ]
}

async function decide(
  turn: Turn,
  act: 'accept' | 'decline',
  id: number | null,
  reason: string,
): Promise<Reply[] | null> {
  const { store } = turn
  const waiting = (await store.todos.open('all')).filter((t) => t.what === 'essay')
  const mine = waiting.filter((t) => t.person === turn.sender.id)
  const ref = id ?? (mine.length === 1 ? mine[0]!.ref : null)
  if (ref === null) return mine.length > 1 ? [answer('您手上有几则，请带上号数，如“采用随笔3”。')] : null
  const row = await store.tips.essay(ref)
  if (!row) return [answer(`没有${ref}号随笔。`)]
  const number = await numberOf(turn, row)
  const day =
    act === 'accept'
      ? freeDay(await planFrom(store, addDays(turn.local.day, 1)), '', addDays(turn.local.day, 1))
      : null
  const label = [
    turn.sender.unit ? shortName(turn.sender.unit, turn.house.tree).replace(/分会$/, '') : '',
    teacher(turn.sender.name),
  ]
    .filter(Boolean)
    .join(' ')
  const by = { duties: turn.sender.duties, label }
  const decided = decideEssay(essayOf(row, number), act === 'accept' ? { by, act, day } : { by, act, reason })
  if (!decided.ok) return [answer(problem(decided.error))]
  const next = decided.value
  await store.tips.updateEssay({
    ...row,
    status: rowStates[next.state],
    day: next.day,
    reviewer: next.reviewer,
    medical: next.medical,
  })
  for (const t of waiting) if (t.ref === ref) await store.todos.close(t.id)
  const news = essayNews(next)
  return [
    answer(
      act === 'accept'
        ? news
          ? `好，排在${Number(next.day!.slice(5, 7))}月${Number(next.day!.slice(8))}日。`
          : '好，再请医生看看。'
        : '好，退回了。',
    ),
    ...(news ? [notice(row.person, news)] : []),
  ]
}

const numberOf = async (turn: Turn, row: EssayRow): Promise<number> =>
  (await turn.store.tips.essays({ person: row.person })).findIndex((e) => e.id === row.id) + 1

const stateWords: Record<EssayRow['status'], string> = {
  editor: '等编辑看',
  reviewer: '等医生看',
  scheduled: '已采用',
  sent: '已发出',
  declined: '没用上',
  withdrawn: '已撤回',
}
async function listText(turn: Turn): Promise<string> {
  const essays = await turn.store.tips.essays({ person: turn.sender.id })
  if (essays.length === 0) return '您还没有写过随笔。想写就说“随笔：…”。'
  const used = essays.filter((e) => e.status === 'scheduled' || e.status === 'sent').length
  return [
    `您写了${essays.length}则随笔，采用${used}则：`,
    ...essays
      .slice(-8)
      .map((e) => `${e.text.slice(0, 16)}（${stateWords[e.status]}${e.day ? e.day.slice(5) : ''}）`),
  ].join('\n')
}

function problem(e: EssayError): string {
  switch (e.code) {
    case 'empty':
      return '随笔太短了，请写一句完整的话。'
    case 'too_long':
      return `随笔请在${e.most}字以内，这则有${e.length}字。`
    case 'forbidden':
      return `这则不能用：${e.why}`
    case 'not_yours':
      return e.needs === 'reviewer' ? '这则要请审稿的医生来定。' : '这则要请编辑来定。'
    case 'already':
      return '这则已经定过了。'
    case 'no_day':
      return '往后一年都排满了。'
  }
}
