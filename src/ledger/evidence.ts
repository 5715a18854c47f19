import { beginning, cutBefore, cutBehind } from '../core/cut.js'
import { additions, addSums, insideOf, noSums, type Sums } from '../core/totals.js'
import type { PlainDate } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import type { MeasureName } from '../core/report.js'
import type { House } from '../house.js'
import type { RecordRow, Store, StoredMeasure } from '../store.js'
import { tellsDifference } from './by-how-much.js'
import { entriesOver } from './change.js'
import { eachTimeThen, partsMaking } from './made.js'
import { countsTowards, type Query } from './tally.js'

/** One thing that entered a total, with what it added and the words each figure stands in. */
export interface Proof {
  readonly kind: Kind
  readonly records: readonly RecordRow[]
  /** What it added to the total asked for. */
  readonly sums: Sums
  /** Of a summary told 连同 others: its own stated figure and what was taken off. */
  readonly less: Sums | null
  readonly quotes: readonly Quote[]
}

/** The sentence a figure was read from, the figure marked 【…】. */
export interface Quote {
  readonly no: number
  readonly measure: MeasureName
  readonly sender: string
  readonly words: string
  /** The figure where the words tell only how far it was off (多报了10个); else null. */
  readonly value: number | null
  /** 「4×70」「48+52+61」 where the marked figure is one of those that make it; else null. */
  readonly made: string | null
}

/**
 * Everything a total is made of; the sums of the proofs whose kind enters the total (entersTotal) are the total, exactly. Of a
 * question for every kind the others stand beside it.
 */
export async function prove(
  store: Store,
  house: House,
  query: Query,
  today: PlainDate,
): Promise<readonly Proof[]> {
  const counts = countsTowards(query.period, today)
  const below = house.tree.subtree(query.unit)
  const near = await store.records.list({
    units: below,
    overlaps: query.period,
    statuses: ['counted'],
    ...(query.kinds ? { kinds: query.kinds } : {}),
  })
  const { records, entries } = await entriesOver(store, near.filter(counts))
  const byNo = new Map(records.map((r) => [r.no, r]))
  const proofs: Proof[] = []
  for (const entry of entries) {
    const mine = additions(entry, house.tree).filter(
      (a) => a.unit === query.unit && !a.own && counts(byNo.get(a.of)!),
    )
    const kind = mine[0]?.kind
    if (kind === undefined || (query.kinds && !query.kinds.includes(kind))) continue
    const rows = records.filter(
      (r) => entry.members.some((m) => m.no === r.no) && r.unit !== null && below.includes(r.unit),
    )
    const sums = mine.reduce((s, a) => addSums(s, a.sums), noSums)
    const first = rows[0]!
    const less = first.includes.length > 0 ? insideOf(first, { ...entry, tree: house.tree }) : null
    const quotes: Quote[] = []
    for (const r of rows) quotes.push(...(await quotesOf(store, r)))
    proofs.push({ kind, records: rows, sums, less, quotes })
  }
  return proofs
}

async function quotesOf(store: Store, record: RecordRow): Promise<Quote[]> {
  const quotes: Quote[] = []
  for (const measure of ['attendance', 'count', 'materials'] as const) {
    const m = record.measures[measure]
    if (!m) continue
    const source = await store.sources.get(m.source)
    quotes.push({
      no: record.no,
      measure,
      sender: source?.senderName ?? '',
      // the sentence may be gone (retention, or its sender's wish): the figure's own words stay
      words: source?.text && m.span ? marked(source.text, m) : `【${m.words}】`,
      value: tellsDifference(m.words) ? m.value : null,
      made: measure === 'attendance' ? madeOf(m, source?.text) : null,
    })
  }
  if (quotes.length > 0) return quotes
  const source = await store.sources.get(record.source)
  return [
    {
      no: record.no,
      measure: 'sessions',
      sender: source?.senderName ?? '',
      words: beginning(source?.text ?? '', 40).replaceAll('\n', ' '),
      value: null,
      made: null,
    },
  ]
}

/** Of several sessions with as many each, or of parts that follow each other. */
function madeOf(m: StoredMeasure, text: string | undefined): string | null {
  if (tellsDifference(m.words)) return null
  const made = (text ? partsMaking(m, text) : null) ?? eachTimeThen(m)
  return made === null ? null : `${made}=${m.value}`
}

/** The clause around a figure, at most some 50 characters, the figure in 【】. */
export function marked(text: string, m: StoredMeasure): string {
  const [start, figureEnd] = m.span!
  const end = figureEnd + (countedIn.exec(text.slice(figureEnd, figureEnd + 6))?.[0].length ?? 0)
  const from = Math.min(cutBehind(text, Math.max(clauseStart(text, start), start - 28)), start)
  const to = Math.max(cutBefore(text, Math.min(clauseEnd(text, end), end + 18)), end)
  const words = `${from > 0 && !/[。\n；;]/.test(text[from - 1]!) ? '…' : ''}${text.slice(from, start)}【${text.slice(start, end)}】${text.slice(end, to)}`
  return words.replace(/\s+/g, ' ').trim()
}

/** What a figure is counted in stands inside the mark: 【120人】. */
const countedIn =
  /^(?:人次|人（次）|人\(次\)|个人|号人|余?[人名位]|多?[人名位]|场次|[场期次节份册本张篇条件个家])/

function clauseStart(text: string, at: number): number {
  for (let i = at - 1; i >= 0 && at - i < 40; i--) if (/[。\n；;]/.test(text[i]!)) return i + 1
  return Math.max(0, at - 28)
}
function clauseEnd(text: string, at: number): number {
  for (let i = at; i < text.length && i - at < 20; i++) if (/[。\n；;]/.test(text[i]!)) return i
  return Math.min(text.length, at + 18)
}
