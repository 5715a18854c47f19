import type { Recall } from '../core/message.js'
import type { House } from '../house.js'
import { revise } from '../ledger/change.js'
import { pendingOf } from '../ledger/pending.js'
import { voidRecord } from '../ledger/withdraw.js'
import type { Store } from '../store.js'
import { instant, notice, tellOffice, type Turn } from '../turn.js'
import { cardWords, mostParts, partId } from './chat-record.js'
import { oneLine } from './receipts.js'
import { turnOf } from './turn-of.js'
import { say } from './speak.js'

/**
 * Corrections and answers said in a message that was taken back: where nothing was changed since, the record stands as
 * it did before. Gives a sentence for each.
 */
async function undoChanges(turn: Turn, message: string): Promise<string[]> {
  const said: string[] = []
  for (const no of await turn.store.records.changedBy(message)) {
    const record = await turn.store.records.byNo(no)
    const [before, last] = (await turn.store.records.versions(no)).slice(-2)
    if (!record || !before || !last || last.message !== message || record.status === 'void') continue
    if (last.why !== 'correct' && last.why !== 'answer') continue
    const { status, activity } = before
    const done = await revise(
      turn.store,
      turn.house.tree,
      record,
      { ...activity, status, heldFor: status === 'held' ? record.heldFor : null },
      { at: instant(turn.now), by: turn.sender.id, why: 'recall', message: turn.message.id },
    )
    said.push(`您撤回的更正不算了，${no}号还是：${oneLine({ ...done, dayAssumed: false }, turn.house, '')}。`)
  }
  return said
}

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
  // A merged forward takes its messages back with it.
  const parts = source.text.startsWith(cardWords) ? Array.from({ length: mostParts }, (_, i) => i + 1) : []
  const ids = [recall.id, ...parts.map((n) => partId(recall.id, n))]
  for (const todo of await store.todos.open('all')) {
    if (todo.what === 'held' && ids.includes(pendingOf(todo).source)) await store.todos.close(todo.id)
  }
  const voided: number[] = []
  const split: number[] = []
  for (const id of ids) {
    for (const record of await store.records.bySource(id)) {
      if (record.status === 'void') continue
      split.push(...(await voidRecord(turn, record, 'recall')))
      voided.push(record.no)
    }
  }
  const undone = await undoChanges(turn, recall.id)
  if (undone.length > 0) await say(turn, [notice(source.sender, undone.join('\n'))])
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
