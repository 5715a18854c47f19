import type { Command } from '../src/command.js'
import { dayText } from '../src/converse/figures.js'
import { askerKey, claimOf, rumourTodos } from '../src/converse/review-queue.js'
import { asksOfQuoted, claimAsked, pointsOnly } from '../src/converse/rumour-words.js'
import { answeredClaims, asksSame } from '../src/tips/answered.js'
import { findRumour, rumourAnswer } from '../src/tips/rumours.js'
import { answer, instant, notice, teacher, type Reply, type Turn } from '../src/turn.js'
import { mask } from '../src/core/mask.js'

export interface RumourArgs {
  /** null: the quoted message. */
  readonly claim: string | null
  /** 对不对 alone: only where words are quoted. */
  readonly quotedOnly?: boolean
}

/** 求证 手机放床头会得癌 · (quoting) 这是真的吗. Answers only from the reviewed claims; else the office is asked. */
export const rumour: Command<RumourArgs> = {
  name: '求证',
  access: 'member',
  examples: [
    ['求证 喝醋能软化血管', { claim: '喝醋能软化血管' }],
    ['这是真的吗', { claim: null }],
    ['喝醋能软化血管是真的吗', { claim: '喝醋能软化血管' }],
    ['听说吃味精致癌，真的假的', { claim: '听说吃味精致癌' }],
    ['喝醋能软化血管吗？', { claim: '喝醋能软化血管吗？' }],
  ],
  parse({ words, tight, raw, house }) {
    const asked = /^(?:求证|查证|辟谣)\s*(.{2,200})$/s.exec(words)?.[1]?.trim()
    if (asked !== undefined && asksOfQuoted(tight, raw) === null)
      return { claim: pointsOnly(asked) ? null : asked }
    const ofQuoted = asksOfQuoted(tight, raw)
    if (ofQuoted) return { claim: null, ...(ofQuoted === 'maybe' ? { quotedOnly: true } : {}) }
    const claim = claimAsked(words, raw)
    if (claim !== null) return { claim: pointsOnly(claim) ? null : claim }
    // 吃柿子能配螃蟹吗: a plain question is taken only where the reviewed library has its answer
    const question = /[吗么嘛][？?！!。\s]*$/.test(raw) && tight.length <= 40 ? raw.trim() : null
    return question !== null && findRumour(question, house.shelf.rumours()) ? { claim: question } : null
  },
  async run({ claim, quotedOnly }, turn) {
    // a record that is quoted is no claim
    if (claim === null && turn.quoted.length > 0) return null
    const text = claim ?? turn.message.quotes?.text ?? null
    if (text === null && quotedOnly) return null
    if (text === null || text.trim().length < 2)
      return [answer('要求证哪一句？请说“求证”加那句话，或者引用它再问我。')]
    const found = findRumour(text.slice(0, 500), turn.house.shelf.rumours())
    if (found) return [answer(rumourAnswer(found))]
    const told = (await answeredClaims(turn.store)).find((a) => asksSame(a.claim, text.slice(0, 200)))
    return told
      ? [answer(`${told.answer}\n（${told.by}${dayText(told.day, turn.local.day)}答复）`)]
      : queue(turn, text)
  },
}

/** No reviewed answer: none is invented, an editor is asked, once however many members ask the same. */
async function queue(turn: Turn, claim: string): Promise<Reply[]> {
  const { store, sender } = turn
  const editors = await store.people.withDuty('editor')
  const asked = editors.length > 0 ? editors : await store.people.withRole(['secretariat'])
  const first = asked.find((p) => p.id !== sender.id) ?? asked[0]
  const who = first ? teacher(first.name) : '秘书处'
  const words = mask(claim).text.slice(0, 80)
  const heard = answer(`这条我还没有可靠说法，已请${who}看，有结果告诉您。`)
  const known = (await rumourTodos(turn)).find((t) => asksSame(claimOf(t), words))
  if (known) {
    await store.settings.set(askerKey(known.id, sender.id), '')
    return [heard]
  }
  const todo = await store.todos.insert({
    unit: null,
    what: 'rumour',
    record: null,
    ref: null,
    person: sender.id,
    text: `${teacher(sender.name)}求证：${words}`,
    data: { claim: words },
    at: instant(turn.now),
    status: 'open',
  })
  const line = `${todo.text}\n库里没有，请查实后回“答复求证${todo.id} …”。`
  await store.todos.retext(todo.id, line)
  return [heard, ...(first ? [notice(first.id, line)] : [])]
}
