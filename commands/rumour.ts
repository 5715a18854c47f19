import type { Command } from '../src/command.js'
import { findRumour, rumourAnswer } from '../src/tips/rumours.js'
import { answer, instant, notice, teacher, type Reply, type Turn } from '../src/turn.js'
import { mask } from '../src/core/mask.js'

export interface RumourArgs {
  /** null: the quoted message. */
  readonly claim: string | null
}

/** 求证 手机放床头会得癌 · (quoting) 这是真的吗. Answers only from the reviewed claims; else the office is asked. */
export const rumour: Command<RumourArgs> = {
  name: '求证',
  access: 'member',
  examples: [
    ['求证 喝醋能软化血管', { claim: '喝醋能软化血管' }],
    ['这是真的吗', { claim: null }],
    ['喝醋能软化血管是真的吗', { claim: '喝醋能软化血管' }],
  ],
  parse({ words, tight }) {
    const asked = /^(?:求证|查证|辟谣)\s*(.{2,200})$/s.exec(words)
    if (asked) return { claim: asked[1]!.trim() }
    if (
      /^(?:求证|(?:这个?|这条|那个)?(?:是|可是)?真的(?:吗|假的|还是假的)?|(?:这个?|这条)?(?:可信|靠谱)吗?|(?:这个?)?是不是真的)$/.test(
        tight,
      )
    )
      return { claim: null }
    const tail = /^(.{4,60}?)(?:[，, ]*(?:这)?(?:是真的|可信|靠谱)吗?|是不是真的)$/s.exec(words)
    return tail ? { claim: tail[1]!.trim() } : null
  },
  async run({ claim }, turn) {
    const text = claim ?? turn.message.quotes?.text ?? null
    if (text === null || text.trim().length < 2)
      return [answer('要求证哪一句？请说“求证”加那句话，或者引用它再问我。')]
    const found = findRumour(text.slice(0, 500), turn.house.shelf.rumours())
    return found ? [answer(rumourAnswer(found))] : queue(turn, text)
  },
}

/** No reviewed answer: none is invented, an editor is asked. */
async function queue(turn: Turn, claim: string): Promise<Reply[]> {
  const editors = await turn.store.people.withDuty('editor')
  const asked = editors.length > 0 ? editors : await turn.store.people.withRole(['secretariat'])
  const words = mask(claim).text.slice(0, 80)
  const text = `${teacher(turn.sender.name)}求证：${words}。库里没有，请查实后答复。`
  await turn.store.todos.insert({
    unit: null,
    what: 'rumour',
    record: null,
    ref: null,
    person: turn.sender.id,
    text,
    data: { claim: words },
    at: instant(turn.now),
    status: 'open',
  })
  const first = asked[0]
  const who = first ? teacher(first.name) : '秘书处'
  return [
    answer(`这条我还没有可靠说法，已请${who}看，有结果告诉您。`),
    ...(first ? [notice(first.id, text)] : []),
  ]
}
