import { mask } from '../core/mask.js'
import { answer, type Reply, type Turn } from '../turn.js'
import { handleCorrection } from './correction.js'
import type { Correction } from './correction-words.js'

/** Carries out every correction of a message, told in one line; null where none can be meant (then it is chatter). */
export async function handleCorrections(turn: Turn, all: readonly Correction[]): Promise<Reply[] | null> {
  const done: Reply[] = []
  let heard = false
  for (const c of all) {
    const replies = await handleCorrection(turn, c)
    heard ||= replies !== null
    for (const reply of replies ?? []) {
      const at = done.findIndex((d) => isSaidWith(d, reply))
      if (at >= 0) done[at] = joined(done[at]!, reply)
      else done.push(reply)
    }
  }
  const rest = all.find((c) => c.rest !== undefined)?.rest
  // half of a message is never left out in silence
  if (rest !== undefined && done.length > 0)
    done.push(answer(`“${mask(rest).text}”这半句我没听明白，请单独再说一遍。`))
  return heard ? done : null
}

const isSaidWith = (a: Reply, b: Reply): boolean =>
  a.to === 'here' && b.to === 'here' && a.class === 'answer' && b.class === 'answer'

/** ✅ 101号已改：88 → 98人次；150 → 250份; of another record on a line of its own. */
function joined(a: Reply, b: Reply): Reply {
  const same = /^✅ \d+号已改：/.exec(b.text)?.[0]
  const last = a.text.split('\n').at(-1)!
  const text =
    same !== undefined && last.startsWith(same)
      ? `${a.text}；${b.text.slice(same.length)}`
      : `${a.text}\n${b.text}`
  return { ...a, text, records: [...new Set([...(a.records ?? []), ...(b.records ?? [])])] }
}
