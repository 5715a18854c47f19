import type { Pending } from '../../ledger/pending.js'
import type { QuestionRow, RecordRow } from '../../store.js'
import type { Turn } from '../../turn.js'
import type { TwoTellings } from './whose.js'

/** Who told what stands on the book, and what is told now. */
export async function twoTellings(
  turn: Turn,
  pending: Pending | undefined,
  record: RecordRow | null,
): Promise<TwoTellings> {
  const first = record && (await turn.store.people.byId(record.reporter))
  const second = pending && (await turn.store.people.byId(pending.reporter))
  const speakers = [...(record?.speakers ?? []), ...(pending?.activity.speakers ?? [])]
  const only = (kept: boolean, mine: boolean): 'kept' | 'mine' | null =>
    kept === mine ? null : kept ? 'kept' : 'mine'
  return {
    mine: pending?.activity.measures.attendance?.value,
    kept: record?.measures.attendance?.value,
    contact: only(first?.role === 'contact', second?.role === 'contact'),
    keptBy: first?.name ?? null,
    lecturer: only(speakers.includes(first?.name ?? '-'), speakers.includes(second?.name ?? '-')),
  }
}

/** 我的 is a command of its own: right behind the question it answers it. */
export const justMine = ({ words, now }: Turn, { askedAt }: QuestionRow): 'mine' | null =>
  /^(?:是|就)?我的$/.test(words.trim()) && now.getTime() - Date.parse(askedAt) < justMs ? 'mine' : null
const justMs = 10 * 60_000
