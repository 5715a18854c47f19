import { createHash } from 'node:crypto'
import { afterNight } from '../converse/speak.js'
import type { House } from '../house.js'
import type { Store } from '../store.js'
import { instant } from '../turn.js'
import type { ImportSummary } from './run.js'
import { numbersText } from './summary.js'

/**
 * Plans one private line to the contacts of the room's unit, or to the office where it has none: what was added. The
 * room hears nothing. Nothing is said of an import that added nothing.
 */
export async function tellImport(
  store: Store,
  house: House,
  room: string,
  { messages, records, doubtful }: ImportSummary,
  now: Date,
): Promise<number> {
  if (records.length === 0 && doubtful <= 0) return 0
  const unit = (await store.rooms.byName(room))?.unit ?? null
  const contacts =
    unit === null || unit === house.tree.root ? [] : await store.people.withRole(['contact'], unit)
  const readers = contacts.length > 0 ? contacts : await store.people.withRole(['secretariat'])
  const text = [
    `「${room}」的聊天记录补记好了：读了${messages}条，新记${records.length}条报告${records.length > 0 ? `（${numbersText(records)}）` : ''}。`,
    ...(doubtful > 0 ? [`${doubtful}条待核，说“待办”看。`] : []),
  ].join('\n')
  const key = createHash('sha256')
    .update(JSON.stringify([room, records, doubtful]))
    .digest('hex')
    .slice(0, 16)
  for (const { id } of readers) {
    await store.outbox.plan(
      {
        room: null,
        person: id,
        class: 'notice',
        text,
        mentions: [],
        inReplyTo: null,
        file: null,
        records,
        line: null,
        notBefore: instant(afterNight({ now, house, local: house.zone.local(now) })),
        createdAt: instant(now),
      },
      `import/${key}/${id}`,
    )
  }
  return readers.length
}
