import { insideThem } from '../../ledger/change.js'
import type { Pending } from '../../ledger/pending.js'
import { covers } from '../../ledger/once.js'
import { holding, take } from '../../ledger/take.js'
import { sumsOf } from '../../core/totals.js'
import type { RecordRow } from '../../store.js'
import type { Reply, Turn } from '../../turn.js'
import { plain } from '../../understand/said.js'
import { counterOf, periodText } from '../figures.js'
import { askPending, totalText } from '../pending.js'
import { shortReceipt } from '../receipts.js'
import { choiceSaid } from './choice.js'
import { insideOrApart, readInside, type InsideAsked } from './inside-words.js'
import type { Answer } from './index.js'
import { tellTaken, waiting } from './pending.js'

/** 连同: the summary counts only what exceeds its events; 另外: it adds. */
export const answerSummary: Answer = async (turn, q) => {
  const w = await waiting(turn, q)
  const asked = await insideAsked(turn, w?.pending)
  const said = choiceSaid(turn.words, insideOrApart(asked))
  if (said === null) return w && fitsNeither(turn.words, asked) ? askOnce(turn, w) : null
  const together = said === 'first'
  if (!w) return []
  const { activity, of } = w.pending
  // what was given to another branch since the question is in no total of this one
  const inside = (await turn.store.records.byNos(of))
    .filter((r) => covers(activity, r, turn))
    .map((r) => r.no)
  const told = together ? { ...activity, includes: [...activity.includes, ...inside] } : activity
  return tellTaken(turn, await take(turn, w.id, w.pending, told), (record) =>
    together ? addedText(turn, record) : besidesText(turn, record, of),
  )
}

/** What was told one by one and the sum of it, as they were asked about. */
async function insideAsked(turn: Turn, pending: Pending | undefined): Promise<InsideAsked> {
  const rows = await turn.store.records.byNos(pending?.of ?? [])
  const events = rows.reduce((sum, r) => sum + ((r.measures.sessions ?? r.measures.count)?.value ?? 0), 0)
  const told = pending?.activity.measures
  const sum = (told?.sessions ?? told?.count)?.value ?? null
  return { events: events === 0 ? null : events, sum, eventsAre: '那' }
}

/** 一共7场 of two and four: asked again, with nothing else to be read from it. */
const fitsNeither = (words: string, asked: InsideAsked): boolean =>
  readInside(plain(words), asked) === 'neither'
const askOnce = async (
  turn: Turn,
  { id, pending }: { readonly id: number; readonly pending: Pending },
): Promise<Reply[]> => askPending(turn, id, pending, await turn.store.records.byNos(pending.of))

async function besidesText(turn: Turn, record: RecordRow, of: readonly number[]): Promise<string> {
  const all = [...(await turn.store.records.byNos(of)), record]
  const total = `${periodText(record.period, turn.local.day)}合计${totalText(all, turn.house)}`
  return `${shortReceipt(record, turn.house, turn.local.day)}，另外算，${total}。`
}

async function addedText(turn: Turn, record: RecordRow): Promise<string> {
  const rest = sumsOf(record, { ...(await insideThem(turn.store, [record])), tree: turn.house.tree })
  const extra = [
    ...(rest.sessions ? [`${rest.sessions}场`] : []),
    ...(rest.count ? [`${rest.count}${counterOf(record.kind)}`] : []),
    ...(rest.attendance ? [`${rest.attendance}人次`] : []),
  ].join('')
  const total = `${periodText(record.period, turn.local.day)}合计${totalText([record], turn.house)}`
  return extra
    ? `✅ 补记${extra}，${total}（${record.no}号）。`
    : `✅ 和已报的正好一样，没有要补的，${total}。`
}

/** Something told after a summary of its time: in it, or beside it. */
export const answerInsideSummary: Answer = async (turn, q) => {
  const w = await waiting(turn, q)
  const sum = q.record === null ? null : await turn.store.records.byNo(q.record)
  const ways = insideOrApart({
    events: w?.pending.activity.measures.sessions?.value ?? null,
    sum: sum?.measures.sessions?.value ?? null,
    eventsAre: '这',
  })
  const said = choiceSaid(turn.words, { ...ways, yes: 'first', no: 'second' }) ?? inBook(turn.words)
  if (said === null) return null
  const together = said === 'first'
  if (!w) return []
  const within = together && q.record !== null ? [...(w.pending.within ?? []), q.record] : w.pending.within
  const of = together && q.record !== null ? await holding(turn, q.record) : w.pending.of
  const pending = { ...w.pending, of, ...(within === undefined ? {} : { within }) }
  const note = together && q.record !== null ? `（在${q.record}号汇总里，不重复算）` : ''
  return tellTaken(
    turn,
    await take(turn, w.id, pending, w.pending.activity),
    (record) => `${shortReceipt(record, turn.house, turn.local.day)}${note}`,
  )
}

/** 算 · 没有 · 不算: whether it is in, in a word. */
function inBook(text: string): 'first' | 'second' | null {
  const words = plain(text)
  if (/^(?:就?算|有|已经?算|已有|有了|算过)$/.test(words)) return 'first'
  return /^(?:不算|没有?|没得|没算)$/.test(words) ? 'second' : null
}
