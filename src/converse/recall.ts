import type { Recall } from '../core/message.js'
import type { House } from '../house.js'
import { pendingOf } from '../ledger/pending.js'
import { voidRecord } from '../ledger/withdraw.js'
import type { Store } from '../store.js'
import { notice, tellOffice } from '../turn.js'
import { turnOf } from './turn-of.js'
import { say } from './speak.js'

/** A message was taken back: what it reported is voided, its owner told in private; the room hears nothing. */
export async function hearRecall(store: Store, house: House, recall: Recall, now: Date): Promise<void> {
  const source = await store.sources.get(recall.id)
  if (!source) return
  const message = {
    id: `recall:${recall.id}`,
    sender: { id: source.sender, name: source.senderName },
    text: '',
    sentAt: recall.at,
  }
  const turn = await turnOf(store, house, message, now)
  for (const todo of await store.todos.open('all')) {
    if (todo.what === 'held' && pendingOf(todo).source === recall.id) await store.todos.close(todo.id)
  }
  const voided: number[] = []
  const split: number[] = []
  for (const record of await store.records.bySource(recall.id)) {
    if (record.status === 'void') continue
    split.push(...(await voidRecord(turn, record, 'recall')))
    voided.push(record.no)
  }
  if (voided.length === 0) return
  const nos = voided.map((no) => `${no}号`).join('、')
  const restore = voided.length === 1 ? `要恢复说“恢复${voided[0]}”。` : `要恢复说“恢复”加号数。`
  await say(turn, [
    notice(source.sender, `您撤回的那条（${nos}）已作废。${restore}`, voided),
    ...(split.length > 0
      ? await tellOffice(store, `${nos}被撤回了，和${split.join('、')}号的归并也拆开了。`, split)
      : []),
  ])
}
