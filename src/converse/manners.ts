import { commands } from '../../commands/index.js'
import type { Said } from '../command.js'
import { answer, instant, type Reply, type Turn } from '../turn.js'
import { nearestCommands } from './typos.js'

/** Calls of one person within a minute; the next one gets a line, then ten minutes of silence. */
const floodCalls = 5
const floodMinutes = 10
/** After a first 「没听明白」 the next ones in this time are only noted. */
const againMinutes = 10

const minutesAgo = (turn: Turn, minutes: number): string =>
  instant(new Date(turn.now.getTime() - minutes * 60_000))

/** Counts a call; false while its sender is being ignored. */
export async function allowCall(turn: Turn): Promise<boolean> {
  const { store, sender } = turn
  const last = await store.calls.lastAt(sender.id, 'flood')
  if (last !== null && last > minutesAgo(turn, floodMinutes)) return false
  return true
}

/** Notes that a call was answered; from the sixth within a minute on gives the one line instead. */
export async function noteCall(turn: Turn, replies: Reply[]): Promise<Reply[]> {
  const { store, sender, message } = turn
  const last = await store.calls.lastAt(sender.id, 'flood')
  if (last !== null && last > minutesAgo(turn, floodMinutes)) return replies
  const recent = await store.calls.countSince(sender.id, minutesAgo(turn, 1))
  const flood = recent >= floodCalls
  await store.calls.add({
    message: message.id,
    person: sender.id,
    room: message.room ?? null,
    at: instant(turn.now),
    outcome: flood ? 'flood' : 'answered',
  })
  return flood ? [answer('您问得有点急，我歇十分钟再答。')] : replies
}

/** R7: called but not understood; up to two suggestions, the second time within ten minutes a note to the office. */
export async function notUnderstood(turn: Turn, said: Said): Promise<Reply[]> {
  const { store, sender, message } = turn
  const before = await store.calls.countSince(sender.id, minutesAgo(turn, againMinutes), 'not-understood')
  await store.calls.add({
    message: message.id,
    person: sender.id,
    room: message.room ?? null,
    at: instant(turn.now),
    outcome: 'not-understood',
  })
  if (before >= 2) return []
  if (before === 1) {
    const text = `有老师叫我，我没听懂：${turn.words.slice(0, 60)}`
    await store.todos.insert({
      unit: null,
      what: 'request',
      record: null,
      ref: null,
      person: sender.id,
      text,
      data: null,
      at: instant(turn.now),
      status: 'open',
    })
    return [answer('我先记着，请秘书处看看。')]
  }
  if (said.tight === '') return [answer('我在。报活动照平常说就行，查数说“小科 全市”。')]
  const near = nearestCommands(
    said.tight,
    commands.flatMap((c) => c.examples.map(([text]) => text)),
  )
  if (near.length > 0) return [answer(`您是要查${near.map((n) => `“${n}”`).join('还是')}？回一个就行。`)]
  return [answer('我没听明白。您是想查总数，\n还是报活动？直接说就行。')]
}
