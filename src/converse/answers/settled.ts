import { pendingOf, type Pending } from '../../ledger/pending.js'
import type { QuestionRow } from '../../store.js'
import { instant, privately, type Reply, type Turn } from '../../turn.js'
import { plain } from '../../understand/said.js'
import { heldQuestions } from '../ask.js'
import { readHeld } from './held.js'

/** Words that answer nothing else: said without an open question they are meant for the last one. */
const answers =
  /^(?:是?(?:同一场|另一场|另外一场|两场|连同|另外|另外的|包括在内|算在里面)|都?(?:同一场|另一场))$/
const rememberedDays = 14

/**
 * 同一场 said when nobody waits for it any more: what is still open is settled by it, however late; what the office has
 * decided meanwhile is said to be done.
 */
export async function answerSettled(turn: Turn): Promise<Reply[] | null> {
  if (turn.message.room !== undefined || !answers.test(plain(turn.words))) return null
  const asked = await lastAsked(turn)
  if (!asked) return null
  const { todo } = (asked.data ?? {}) as { readonly todo?: number }
  const row = todo === undefined ? null : await turn.store.todos.byId(todo)
  if (row?.status === 'open') return readHeld(turn, asked)
  return row ? [privately(await decidedText(turn, pendingOf(row)), pendingOf(row).of)] : null
}

/** What became of it. */
export async function decidedText({ store }: Turn, { source, activity, of }: Pending): Promise<string> {
  const rows = await store.records.bySource(source)
  const kept = rows.find((r) => r.part === activity.part && r.status === 'counted')
  if (kept) return `这件事已经定了：另记成${kept.no}号。不对就说“作废${kept.no}”。`
  return `这件事已经定了：没有另记${of[0] === undefined ? '' : `，只算${of[0]}号`}，不用再回。`
}

async function lastAsked({ store, sender, now }: Turn): Promise<QuestionRow | null> {
  const from = instant(new Date(now.getTime() - rememberedDays * 86_400_000))
  let last: QuestionRow | null = null
  for (const about of heldQuestions) {
    const q = await store.questions.lastAbout(sender.id, about)
    if (q && q.askedAt >= from && q.askedAt > (last?.askedAt ?? '')) last = q
  }
  return last
}
