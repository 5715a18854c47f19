import type { RecordRow } from '../store.js'
import { answer, notice, type Reply, type Turn } from '../turn.js'
import { toldLately } from './told-lately.js'

/** Not the sender's to change: the owner is asked to look, nothing is changed. */
export async function refuse(turn: Turn, record: RecordRow): Promise<Reply[]> {
  const owner =
    (await turn.store.people.byId(record.reporter))?.name ??
    (await turn.store.sources.get(record.source))?.senderName ??
    ''
  const text = `有老师觉得${record.no}号可能不对。没错就不用理。`
  // told once: whoever asks again, nothing has changed
  if (await toldLately(turn, record.reporter, text, record))
    return [answer(`${record.no}号是${longName(owner)}报的，已经请他自己看了。`, [record.no])]
  return [
    answer(`${record.no}号是${longName(owner)}报的，我请他自己看看。`, [record.no]),
    notice(record.reporter, text, [record.no]),
  ]
}
const longName = (name: string): string => (/老师|主任|会长|医生/.test(name) ? name : `${name}老师`)
