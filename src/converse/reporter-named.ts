import { mayChange } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import { contextOf, privately, type Reply, type Turn } from '../turn.js'
import { readSaid } from '../understand/said.js'
import { isCalled } from './called-person.js'
import { handleCorrections } from './corrections.js'
import { parseCorrections, type Correction } from './correction-words.js'
import { changesOf, which } from './pointed.js'
import { recentRecords } from './recent-records.js'
import { refuse } from './refuse.js'
import { isSomebody, named, readReporter } from './reporter-named-words.js'
import { standsOn } from './stands-on.js'

/** Hours in which what somebody told is still meant by his name alone. */
const reach = 72
/** Of a figure without its old one: more than so many times as much, or as little, is asked about. */
const much = 2

/**
 * 刘桂芳报多了，应该是150人: what another told is put right, by who told it. 'astray': somebody's whose report is not found or not the
 * sender's to change, so that it must not be taken for his own last one; null: it names nobody.
 */
export async function hearReporter(turn: Turn): Promise<Reply[] | 'astray' | null> {
  if (turn.quoted.length > 0 || turn.words.length > longest) return null
  const told = await toldLately(turn)
  const of = (who: string): RecordRow[] => told.filter(({ name }) => isCalled(name, who)).map((t) => t.record)
  for (const { who, rest } of readReporter(turn.words)) {
    const changes = changesOf(101, rest)
    const records = of(who).filter((r) => changes.every((c) => mayMean(turn, r, c)))
    const [only, ...more] = records
    if (!only || changes.length === 0) continue
    const open = records.filter((r) => mayChange(turn, r))
    if (open.length === 0) return turn.called && more.length === 0 ? refuse(turn, only) : 'astray'
    if (more.length > 0) return [which(records)]
    const real = changesOf(only.no, rest).map((c) => (c.by ? { ...c, by: { ...c.by, asks: true } } : c))
    if (real.some((c) => isFar(turn, only, c)))
      return [privately(`${who}报的是${only.no}号。要改它，请说“${only.no}号改350人”这样的话。`, [only.no])]
    return (await handleCorrections(turn, real)) ?? 'astray'
  }
  // with its number, or the old value that stands on it, no other is meant
  const own = parseCorrections(turn.words, turn.words, false)
  if (own.every((c) => c.no !== null || c.old !== null)) return null
  for (const who of named(turn.words))
    if (isSomebody(who) || of(who).length > 0 || (await isKnown(turn, who))) return 'astray'
  return null
}
const longest = 60

/** What others told of late, with the names of who told it. */
async function toldLately(
  turn: Turn,
): Promise<readonly { readonly record: RecordRow; readonly name: string }[]> {
  const near = (await recentRecords(turn)).filter(
    (r) =>
      r.status !== 'void' &&
      r.reporter !== turn.sender.id &&
      turn.now.getTime() - Date.parse(r.createdAt) < reach * 3_600_000,
  )
  return Promise.all(
    near.map(async (record) => ({
      record,
      name:
        (await turn.store.people.byId(record.reporter))?.name ??
        (await turn.store.sources.get(record.source))?.senderName ??
        '',
    })),
  )
}

const isKnown = async (turn: Turn, who: string): Promise<boolean> =>
  (await turn.store.people.byName(who)).some((p) => p.id !== turn.sender.id)

/** A figure the record tells, or a day, branch or kind whose old one is said and stands on it. */
function mayMean(turn: Turn, record: RecordRow, c: Correction): boolean {
  const context = contextOf(turn)
  const said = readSaid(c.value, context)
  const old = c.old === null ? null : readSaid(c.old, context)
  if (old?.is === 'figure' && !standsOn(record, old)) return false
  if (said?.is === 'figure') return said.field === null || record.measures[said.field] !== undefined
  if (said === null || said.is === 'words') return c.by !== undefined
  return old?.is === said.is && standsOn(record, old)
}

/** A figure without its old one that is nothing like what stands there. */
function isFar(turn: Turn, { measures }: RecordRow, c: Correction): boolean {
  const said = readSaid(c.value, contextOf(turn))
  if (c.old !== null || c.by || said?.is !== 'figure') return false
  const was = measures[said.field ?? 'attendance']?.value
  return was !== undefined && Math.max(was, said.measure.value) > much * Math.min(was, said.measure.value)
}
