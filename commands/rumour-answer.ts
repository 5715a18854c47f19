import type { Command } from '../src/command.js'
import { mask } from '../src/core/mask.js'
import { dutiesOf } from '../src/converse/essay-desk.js'
import { claimOf, closeRumour, rumourTodos } from '../src/converse/review-queue.js'
import { passOn } from '../src/converse/told.js'
import { keepAnswer } from '../src/tips/answered.js'
import { forbidden } from '../src/tips/check.js'
import type { TodoRow } from '../src/store.js'
import { answer, notice, teacher, type Reply, type Turn } from '../src/turn.js'

export interface RumourAnswerArgs {
  readonly id: number | null
  readonly text: string
}

/** An answer is a line or two for a phone. */
const longest = 120

/** 答复求证4 没有依据…：the editor's or the office's answer goes to everybody who asked, under its name. */
export const rumourAnswer: Command<RumourAnswerArgs> = {
  name: '答复求证',
  access: 'member',
  examples: [
    ['答复求证4 没有依据，放着就放着', { id: 4, text: '没有依据，放着就放着' }],
    ['求证4答复：没有依据', { id: 4, text: '没有依据' }],
    ['答复：没有依据', { id: null, text: '没有依据' }],
  ],
  parse({ raw }) {
    const m =
      /^\s*(?:答复|回复|回答)\s*(?:求证)?\s*#?(\d{1,6})?\s*(?:号|条)?\s*(?:[：:，,]\s*|\s+)([\s\S]{2,300})$/.exec(
        raw,
      ) ??
      /^\s*求证\s*#?(\d{1,6})\s*(?:号|条)?\s*(?:的)?(?:答复|回复|回答)\s*[：:，,是]?\s*([\s\S]{2,300})$/.exec(
        raw,
      )
    return m && { id: m[1] === undefined ? null : Number(m[1]), text: m[2]!.trim() }
  },
  async run({ id, text }, turn) {
    const open = await rumourTodos(turn)
    if (dutiesOf(turn.sender).length === 0) return id === null && open.length === 0 ? null : passOn(turn)
    const todo = id === null ? (open.length === 1 ? open[0] : undefined) : open.find((t) => t.id === id)
    if (todo) return reply(turn, todo, text)
    if (id !== null) return [answer(`没有等着答复的求证${id}。说“待审”看看。`)]
    return open.length === 0
      ? null
      : [answer(`有${open.length}条等着，请带上号数，如“答复求证${open[0]!.id} …”。`)]
  },
}

async function reply(turn: Turn, todo: TodoRow, words: string): Promise<Reply[]> {
  const { store, sender, local } = turn
  const text = mask(words).text
  if (Array.from(text).length > longest) return [answer(`请在${longest}字以内，说清真假和怎么办。`)]
  const why = forbidden('', text.split('\n'))[0]
  if (why) return [answer(`这样答不妥：${why}。`)]
  const by = teacher(sender.name)
  const claim = claimOf(todo)
  const people = await closeRumour(turn, todo)
  await keepAnswer(store, { claim, answer: text, by, day: local.day })
  return [
    answer(people.length > 0 ? `好，告诉问的老师了（${people.length}位）。` : '好，记下了。'),
    ...people.map((p) => notice(p, `您求证的“${claim}”，${by}答复：\n${text}`)),
  ]
}
