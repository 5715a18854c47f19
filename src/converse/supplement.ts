import { countsDocuments } from '../core/kinds.js'
import type { RecordRow } from '../store.js'
import type { Reply, Turn } from '../turn.js'
import { handleCorrections } from './corrections.js'
import { othersSpoke } from './overheard.js'
import { supplements, type Supplement } from './supplement-words.js'

/** Minutes in which what was left out is that of what its sender told last; called, or not. */
const reach = { called: 180, uncalled: 3 } as const

/** 主讲是李明, said behind the receipt: what one's last report left open. */
export async function hearSupplement(turn: Turn): Promise<Reply[] | null> {
  const told = turn.quoted.length > 0 ? null : supplements(turn.words)
  const record = told && (await lastTold(turn))
  if (!told || !record || !told.every((s) => isOpen(record, s))) return null
  return handleCorrections(
    turn,
    told.map(({ label, value }) => ({ no: record.no, old: null, value, label, plain: true })),
  )
}

/** The one record of what the sender told last there, with nothing told by others since; said to nobody, nothing said at all. */
export async function lastTold(turn: Turn): Promise<RecordRow | null> {
  const { store, sender, now, called, message } = turn
  const { room } = message
  const [last] = await store.records.list({
    ...(room === undefined ? { reporter: sender.id } : { room }),
    newestFirst: true,
    limit: 1,
  })
  if (!last || last.reporter !== sender.id || last.status === 'void' || last.scope !== 'event') return null
  const minutes = called ? reach.called : reach.uncalled
  const late = now.getTime() - Date.parse(last.createdAt) > minutes * 60_000
  if (late || countsDocuments(last.kind)) return null
  // it may answer what another asked
  if (!called && othersSpoke(turn, Date.parse(last.createdAt))) return null
  // it may be of what one announced
  if (!called && (await store.plans.openOf(sender.id)).length > 0) return null
  return (await store.records.bySource(last.source)).length === 1 ? last : null
}

/** Only what was not told is filled in; another value is a correction. */
const isOpen = (record: RecordRow, { label }: Supplement): boolean =>
  label === 'venue' ? record.venue === null : record[label].length === 0
