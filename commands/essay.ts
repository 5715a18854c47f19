import type { Command } from '../src/command.js'
import { mask } from '../src/core/mask.js'
import {
  calledBy,
  essayIn,
  essayTodos,
  essayWithNumber,
  putBefore,
  readerFor,
} from '../src/converse/essay-desk.js'
import { dayText } from '../src/converse/figures.js'
import { essayReceived, receiveEssay, withdrawEssay } from '../src/tips/essay.js'
import { essayProblem, rowStates } from '../src/tips/book.js'
import type { EssayRow } from '../src/store.js'
import { instant, notice, privately, teacher, type Reply, type Turn } from '../src/turn.js'

export type EssayArgs =
  | { readonly act: 'write'; readonly text: string }
  | { readonly act: 'withdraw'; readonly id: number | null }
  | { readonly act: 'list' }

/** 随笔：吃药别用茶送… · 我的随笔 · 撤回随笔3: a member's own tip. What becomes of it is essay-review.ts. */
export const essayCommand: Command<EssayArgs> = {
  name: '随笔',
  access: 'member',
  examples: [
    ['随笔：吃药别用茶送，温开水最省心', { act: 'write', text: '吃药别用茶送，温开水最省心' }],
    ['一句话随笔 出门带伞', { act: 'write', text: '出门带伞' }],
    ['我写一则随笔：立冬腌菜要洗净', { act: 'write', text: '立冬腌菜要洗净' }],
    ['我的随笔', { act: 'list' }],
    ['我想写随笔', { act: 'list' }],
    ['我写了几则随笔', { act: 'list' }],
    ['撤回随笔3', { act: 'withdraw', id: 3 }],
    ['我的随笔不发了', { act: 'withdraw', id: null }],
  ],
  parse({ tight, raw }) {
    const text = essayIn(raw)
    if (text !== null) return { act: 'write', text }
    const back =
      /^(?:撤回|撤掉|收回|取消)(?:我的?)?(?:那[则篇条])?随笔#?(\d{1,6})?(?:号|则)?$|^(?:我的)?随笔#?(\d{1,6})?(?:号|则)?(?:撤回|撤了|不发了|不用发了)$/.exec(
        tight,
      )
    if (back) return { act: 'withdraw', id: Number(back[1] ?? back[2]) || null }
    return /^(?:我?(?:想|要|来)?写?(?:一?[则篇条])?随笔|随笔怎么写|怎么写随笔)$|^我的?(?:一句话)?随笔(?:呢|怎么样了?|用了没有?)?$|^我(?:一共|今年)?写了?(?:多少|几)[则篇条]?随笔$/.test(
      tight,
    )
      ? { act: 'list' }
      : null
  },
  async run(args, turn) {
    if (args.act === 'write') return write(turn, args.text)
    if (args.act === 'list') return [privately(await listText(turn))]
    return withdraw(turn, args.id)
  },
}

async function write(turn: Turn, words: string): Promise<Reply[]> {
  const { store, sender } = turn
  const before = (await store.tips.essays({ person: sender.id })).length
  const received = receiveEssay({
    id: '',
    author: { id: sender.id, name: sender.name },
    // A telephone number would go out to every room.
    text: mask(words).text,
    before,
  })
  if (!received.ok) return [privately(essayProblem(received.error))]
  const essay = received.value
  const row = await store.tips.insertEssay({
    person: sender.id,
    personName: sender.name,
    text: essay.text,
    medical: essay.medical,
    status: rowStates[essay.state],
    day: null,
    reviewer: null,
    at: instant(turn.now),
  })
  const { next, replies } = await putBefore(turn, row)
  return [
    privately(essayReceived(essay, next ? teacher(next.name) : null)),
    ...replies,
    ...(essay.medical ? await tellEditor(turn, row, next?.id ?? null) : []),
  ]
}

/** The editor may change the words while the doctor reads. */
async function tellEditor(turn: Turn, row: EssayRow, asked: string | null): Promise<Reply[]> {
  const editor = await readerFor(turn.store, row, 'editor')
  if (!editor || editor.id === asked || editor.id === row.person) return []
  const text = `${row.personName}的随笔（${row.id}）：${row.text}\n涉及医药，先请${await calledBy(turn.store, asked)}看。要改字说“随笔${row.id}改成：…”。`
  return [notice(editor.id, text)]
}

async function withdraw(turn: Turn, id: number | null): Promise<Reply[]> {
  const { store, sender } = turn
  const open = (await store.tips.essays({ person: sender.id })).filter((e) =>
    ['editor', 'reviewer', 'scheduled'].includes(e.status),
  )
  const row = id === null ? (open.length === 1 ? open[0] : undefined) : await store.tips.essay(id)
  if (id === null && open.length > 1)
    return [privately(`您有${open.length}则没发的，请带上号数，如“撤回随笔${open[0]!.id}”。`)]
  if (!row || row.person !== sender.id) return [privately('没有找到您这则随笔。说“我的随笔”看看。')]
  const essay = await essayWithNumber(store, row)
  const back = withdrawEssay(essay)
  if (!back.ok) return [privately(essayProblem(back.error))]
  await store.tips.updateEssay({ ...row, status: 'withdrawn', day: null })
  const told = new Set<string>()
  for (const t of await essayTodos(store)) {
    if (t.ref !== row.id) continue
    await store.todos.close(t.id)
    if (t.person !== null && t.person !== sender.id) told.add(t.person)
  }
  return [
    privately(`好，您的第${essay.number}则随笔撤回了。`),
    ...[...told].map((p) => notice(p, `${row.personName}的随笔（${row.id}）撤回了，不用看了。`)),
  ]
}

const stateWords: Record<EssayRow['status'], string> = {
  editor: '等编辑看',
  reviewer: '等医生看',
  scheduled: '排在',
  sent: '已发',
  declined: '没用上',
  withdrawn: '已撤回',
}
async function listText(turn: Turn): Promise<string> {
  const essays = await turn.store.tips.essays({ person: turn.sender.id })
  if (essays.length === 0) return '您还没有写过随笔。想写就说“随笔：…”。'
  const used = essays.filter((e) => e.status === 'scheduled' || e.status === 'sent').length
  return [
    `您写了${essays.length}则随笔，采用${used}则${essays.length > 8 ? '，最近8则' : ''}：`,
    ...essays.slice(-8).map((e) => {
      const text = e.text.replaceAll('\n', '')
      const head = Array.from(text).length > 16 ? `${Array.from(text).slice(0, 15).join('')}…` : text
      return `${e.id}. ${head}（${stateWords[e.status]}${e.day ? dayText(e.day, turn.local.day) : ''}）`
    }),
  ].join('\n')
}
