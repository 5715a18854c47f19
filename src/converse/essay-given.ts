import type { OutboxRow, Store } from '../store.js'
import { essayIdOf } from '../tips/essay.js'
import { essayWithNumber } from './essay-desk.js'

/**
 * A member's own tip has reached a room: it counts as given, and its author is told, once however many rooms it goes
 * to. Called for every row that was sent.
 */
export async function essayGiven(
  store: Store,
  row: Pick<OutboxRow, 'id' | 'class'>,
  at: string,
): Promise<void> {
  if (row.class !== 'tip') return
  const id = essayIdOf((await store.tips.byOutbox(row.id))?.tip ?? '')
  const essay = id === null ? null : await store.tips.essay(id)
  if (!essay || essay.status !== 'scheduled') return
  await store.tips.updateEssay({ ...essay, status: 'sent' })
  if (essay.personName === '') return
  const { number } = await essayWithNumber(store, essay)
  await store.outbox.plan(
    {
      room: null,
      person: essay.person,
      class: 'notice',
      text: `您的第${number}则随笔今天发在群里了，署您的名。谢谢您。`,
      mentions: [],
      inReplyTo: null,
      file: null,
      records: [],
      line: null,
      notBefore: at,
      createdAt: at,
    },
    `essay-given/${essay.id}`,
  )
}
