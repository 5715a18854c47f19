import type { Reading } from '../core/report.js'
import { privately, type Reply, type Turn } from '../turn.js'
import { offeredPair, undecidedPair, sayMerged, sayRejected, saySame, saySplit } from './joint.js'
import { arabicNumbers } from './numbers.js'
import { namesRelation, readPair } from './pair-words.js'
import { passOnPair } from './pair-told.js'
import { ofOffice } from './private.js'
import { isOneOrTwo, openTodos } from './todos.js'
import { passOn } from './told.js'

/**
 * 101和102是一回事 · 不是同一场，上午一场下午一场: what is said of records told, in whatever words; without numbers it is about the
 * pair that was offered. null: nothing of the kind.
 */
export async function hearPair(turn: Turn): Promise<Reply[] | null> {
  if (!turn.called) return null
  const said = readPair(turn.words)
  if (!said) return null
  const passed = ofOffice(turn) || said.nos.length > 1 ? null : await passOnPair(turn, said)
  if (passed) return passed
  const nos =
    said.nos.length > 1
      ? said.nos
      : ((said.says === 'apart' && said.nos.length === 0 ? await mergedLast(turn) : null) ??
        (await askedAbout(turn, said.nos[0] ?? null, said.bare)))
  if (nos === null) return null
  if ('ask' in nos) return nos.ask
  if (!said.nos.every((no) => nos.includes(no))) return null
  if (turn.sender.role === 'member') return passOn(turn)
  if (said.says === 'one') {
    const records = await turn.store.records.byNos(nos)
    const joint = new Set(records.map((r) => r.unit)).size > 1
    return joint && ofOffice(turn) ? sayMerged(turn, nos, said.attendance, said.about) : saySame(turn, nos)
  }
  if (!ofOffice(turn)) return passOn(turn)
  const joints = (await Promise.all(nos.map((no) => turn.store.joints.byRecord(no)))).flat()
  const merged = joints.some((j) => j.status === 'merged' && nos.every((no) => j.members.includes(no)))
  return said.says === 'apart' && merged ? saySplit(turn, nos) : sayRejected(turn, nos)
}

/** 拆开 behind 已归并: what was merged last, as far as it was just told. */
async function mergedLast(turn: Turn): Promise<readonly number[] | null> {
  if (!ofOffice(turn) || turn.message.room !== undefined) return null
  const rows = await turn.store.outbox.recent({ person: turn.sender.id }, 5)
  const merged = await turn.store.joints.withStatus('merged')
  const told = rows.find((row) => row.records.length > 1)
  const found = told && merged.find((j) => told.records.every((no) => j.members.includes(no)))
  return found ? found.members : null
}

/** The pair that was offered, lately or still undecided: the one with the number that is named, if one is. */
async function askedAbout(turn: Turn, no: number | null, bare = false): ReturnType<typeof offeredPair> {
  const aside = turn.message.room !== undefined && turn.quoted.length === 0
  if (aside || !ofOffice(turn)) return null
  const last = no === null ? await offeredPair(turn, false) : null
  if (bare || last) return last
  const [word] = /^(?:同|另)一场(?=[的了吧啊。！!]*$)/.exec(turn.words.trim()) ?? []
  if (word !== undefined && turn.quoted.length === 0) {
    const waiting = (await openTodos(turn)).filter(isOneOrTwo)
    if (waiting.length > 1)
      return { ask: [privately(`这里不止一件，请带上待办的号，如“${word} ${waiting[0]!.id}”。`)] }
  }
  const offered = no === null ? await offeredPair(turn, true) : null
  return offered ?? (turn.quoted.length > 0 ? null : undecidedPair(turn, no))
}

/**
 * Whether a text is about records on the book and tells nothing of its own: it names their numbers, and what was read of it
 * has neither a day nor a place nor a figure (101和102不是同一场，上午一场下午一场).
 */
export async function isAboutRecords(turn: Turn, { reports }: Reading): Promise<boolean> {
  if (reports.length === 0 || turn.words.length > longest) return false
  const text = arabicNumbers(turn.words)
  const nos = [...text.matchAll(named)].map((m) => Number(m[1]))
  if (nos.length === 0) return false
  const own = reports.some((r) => r.attendance ?? r.count ?? r.materials ?? r.date ?? r.venue)
  if (own && !namesRelation(text)) return false
  return (await turn.store.records.byNos(nos)).length === new Set(nos).size
}
const longest = 100
/** 101号 · 101和102. */
const named =
  /(?<![\d.:：])[#＃]?(\d{3,7})(?=号(?!楼|院|门|厅|馆|教室|线|车|文)|\s?[和与跟同及、]\s?[#＃]?\d{3,7}(?!\d|[人名位份个元米斤亩]))/g
