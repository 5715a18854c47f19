import { pendingOf, type Pending } from '../ledger/pending.js'
import type { QuestionRow, TodoRow } from '../store.js'
import { notice, privately, teacher, type Reply, type Turn } from '../turn.js'
import { readHeld } from './answers/held.js'
import { takePending } from './answers/pending.js'
import { closeAsked } from './ask.js'
import { decideHandover } from './handover.js'
import { sayMerged, sayRejected } from './joint.js'
import { claimOf, closeRumour } from './review-queue.js'
import { waysOf } from './todos.js'

/** Settles one thing to do with what was said of it. */
export async function settleTodo(turn: Turn, todo: TodoRow, said: string): Promise<Reply[]> {
  const done = /^办[完好]$/.test(said)
  switch (todo.what) {
    case 'held':
      return done
        ? [privately(`${todo.id}号还等着定。${waysOf(pendingOf(todo).about, todo.id)}`)]
        : settleHeld(turn, todo, said)
    case 'joint': {
      const joint = todo.ref === null ? null : await turn.store.joints.byId(todo.ref)
      if (!joint) break
      if (/^(?:同一场|记上|同意)$/.test(said)) return sayMerged(turn, joint.members, null)
      if (/^(?:另一场|不记|不同意|另外)$/.test(said)) return sayRejected(turn, joint.members)
      return [privately(`说“同一场 ${todo.id}”或“另一场 ${todo.id}”。`, joint.members)]
    }
    // Put aside, that person would stay two for ever: only the word itself settles it.
    case 'identity':
      return [privately(todo.text)]
    case 'handover':
      if (/^(?:同意|记上)$/.test(said)) return decideHandover(turn, todo, true)
      if (/^(?:不同意|不记)$/.test(said)) return decideHandover(turn, todo, false)
      break
    default:
  }
  if (!done) return [privately(`办好了说“办完 ${todo.id}”。`)]
  if (todo.what === 'rumour') return endRumour(turn, todo)
  await turn.store.todos.close(todo.id)
  return [privately(`好，${todo.id}号办完了。`)]
}

/** A claim put aside without an answer: who asked was promised a word, and gets the true one. */
async function endRumour(turn: Turn, todo: TodoRow): Promise<Reply[]> {
  const people = await closeRumour(turn, todo)
  const by = teacher(turn.sender.name)
  const heard = people.length > 0 ? `告诉问的老师还没有可靠说法了（${people.length}位）。` : ''
  const text = `您求证的“${claimOf(todo)}”，${by}看过了，还没有可靠的说法。\n拿不准的先别照做、别转发，想细问请找${by}。`
  return [privately(`好，${todo.id}号办完了。${heard}`), ...people.map((p) => notice(p, text))]
}

async function settleHeld(turn: Turn, todo: TodoRow, said: string): Promise<Reply[]> {
  const pending = pendingOf(todo)
  const question = asked(todo, pending)
  const words = said.replace(/^用(?=\d)/, '')
  const replies =
    said === '记上' && pending.about !== 'unsure'
      ? await takePending(turn, question)
      : said === '不记' && pending.about !== 'unsure'
        ? await drop(turn, todo)
        : await readHeld({ ...turn, words }, question)
  if (replies === null) return [privately(waysOf(pending.about, todo.id))]
  await closeAsked(turn, todo.id, pending.reporter)
  const own = replies.map((r): Reply => (r.to === 'here' ? { ...r, to: 'sender' } : r))
  if (pending.reporter === turn.sender.id) return own
  const [first] = replies
  return first && first.class !== 'question'
    ? [
        ...own,
        notice(pending.reporter, `您报的那一场，秘书处或联络员看过了：${first.text}`, first.records ?? []),
      ]
    : own
}

/** The question put to the reporter, as if it were put to who decides now. */
const asked = (todo: TodoRow, pending: Pending): QuestionRow => ({
  id: 0,
  room: null,
  person: pending.reporter,
  about: pending.about,
  record: pending.of[0] ?? null,
  data: { todo: todo.id },
  askedAt: todo.at,
  expiresAt: todo.at,
  status: 'open',
})

async function drop(turn: Turn, todo: TodoRow): Promise<Reply[]> {
  await turn.store.todos.close(todo.id)
  return [privately('好，不记。')]
}
