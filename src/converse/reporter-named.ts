import { mayChange } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import type { Reply, Turn } from '../turn.js'
import { figureSaid } from '../understand/said.js'
import { isCalled } from './called-person.js'
import { handleCorrections } from './corrections.js'
import { parseCorrections, type Correction } from './correction-words.js'
import { isBare, which } from './pointed.js'
import { recentRecords } from './recent-records.js'
import { refuse } from './refuse.js'
import { isSomebody, readReporter } from './reporter-named-words.js'

/** Hours in which what somebody told is still meant by his name alone. */
const reach = 72

/**
 * 刘桂芳报多了，应该是150人: what another told is put right, by who told it. 'astray': somebody's whose report is not found or not the
 * sender's to change, so that it must not be taken for his own last one; null: it names nobody.
 */
export async function hearReporter(turn: Turn): Promise<Reply[] | 'astray' | null> {
  if (turn.quoted.length > 0 || turn.words.length > longest) return null
  const told = await toldLately(turn)
  for (const { who, rest } of readReporter(turn.words)) {
    const records = told.filter(({ name }) => isCalled(name, who)).map((t) => t.record)
    if (records.length === 0) {
      if (isSomebody(who) || (await isKnown(turn, who))) return 'astray'
      continue
    }
    const changes = changesOf(101, rest)
    if (changes.length === 0 || changes.some((c) => isBare(turn, c))) continue
    const fits = records.filter((r) => hasOld(r, changes))
    const meant = fits.length > 0 ? fits : records
    const [only, ...more] = meant
    const open = meant.filter((r) => mayChange(turn, r))
    if (open.length === 0) return turn.called && more.length === 0 ? refuse(turn, only!) : 'astray'
    if (!turn.called && fits.length === 0) return 'astray'
    if (more.length > 0) return [which(meant)]
    return (await handleCorrections(turn, changesOf(only!.no, rest))) ?? 'astray'
  }
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

const changesOf = (no: number, rest: string): readonly Correction[] => {
  const words = `${no}号${rest}`
  return parseCorrections(words, words, false).filter((c) => c.no === no)
}

/** Every old figure that is said stands on it. */
function hasOld({ measures }: RecordRow, changes: readonly Correction[]): boolean {
  const olds = changes.flatMap((c) => (c.old === null ? [] : (figureSaid(c.old)?.measure.value ?? [])))
  return olds.every((o) => Object.values(measures).some((m) => m.value === o))
}
