import { mayChange } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import { contextOf, privately, type Reply, type Turn } from '../turn.js'
import { figureSaid, readSaid } from '../understand/said.js'
import { understand } from '../understand/index.js'
import { handleCorrections } from './corrections.js'
import { parseCorrections, type Correction } from './correction-words.js'
import { shown } from './figures.js'
import { isElsewhere, splitsOf } from './pointed-words.js'
import { withdrawsInWords } from './withdrawal-words.js'
import { meantBy, togetherHours } from './pointed-records.js'
import { recentRecords } from './recent-records.js'

/**
 * 12号那个不是46，是64 · 养蜂那期写反了，是64 · 头一场改成75: a correction that says by day, place, kind or topic which record it means.
 * 'astray': it means one that is not found, so that it must not be taken for the last one told; null: it names none.
 */
export async function hearPointed(turn: Turn): Promise<Reply[] | 'astray' | null> {
  if (turn.quoted.length > 0 || turn.words.length > longest) return null
  if (!turn.called && isElsewhere(turn.words)) return 'astray'
  const mine = await inReach(turn)
  const several = await severalIn(turn, mine)
  if (several) return handleCorrections(turn, several)
  const meant = await meantIn(turn, turn.words, mine)
  if (meant === null) return null
  if (meant.is === 'one') {
    const again = await hearToldAgain(turn, meant.no)
    if (again === 'report') return null
    return again ?? handleCorrections(turn, meant.changes)
  }
  if (meant.is === 'several') return [which(meant.of)]
  // just told of something: the wish is meant, in the room it is not answered
  const told = mine.some((r) => isOfLate(turn, r))
  return turn.called || told ? [privately('我没找到您要改的那一条，请说号数，如“128号改350”。')] : 'astray'
}
const longest = 60

type Meant =
  | { readonly is: 'one'; readonly no: number; readonly changes: readonly Correction[] }
  | { readonly is: 'several'; readonly of: readonly RecordRow[] }
  /** 13号那个 with no record of that day. */
  | { readonly is: 'astray' }

/** What a text means by day, place, kind, topic or order; null where it names nothing of ours. */
async function meantIn(turn: Turn, words: string, mine: readonly RecordRow[]): Promise<Meant | null> {
  let astray = false
  for (const split of splitsOf(words)) {
    const changes = changesOf(101, split.rest)
    if (changes.length === 0 || (!turn.called && changes.some((c) => isBare(turn, c)))) continue
    const fits = await meantBy(turn, split, mine)
    if (fits === null) continue
    const left = fits.length > 1 ? fits.filter((r) => hasOld(r, changes)) : fits
    const meant = left.length === 1 ? left : fits
    const [only, ...more] = meant
    if (only && more.length === 0) return { is: 'one', no: only.no, changes: changesOf(only.no, split.rest) }
    if (meant.length > 1 && meant.length <= most && (split.plain || wishes.test(split.rest)))
      return { is: 'several', of: meant }
    astray ||= meant.length === 0 && split.plain
  }
  return astray ? { is: 'astray' } : null
}

/** 上午不是70度，是60度: a value that is known for none. */
const isBare = (turn: Turn, { label, value }: Correction): boolean =>
  label === null && readSaid(value, contextOf(turn))?.is === 'words'

/** 上午那场是72，下午那场是60: each clause names its own; null where they are not of several. */
async function severalIn(turn: Turn, mine: readonly RecordRow[]): Promise<readonly Correction[] | null> {
  const [first, ...clauses] = turn.words.split(/[，,；;。\n]+/).filter((c) => c.trim() !== '')
  if (first === undefined || clauses.length === 0 || clauses.length > 5) return null
  const pieces = [first]
  let last = await meantIn(turn, first, mine)
  for (const clause of clauses) {
    const meant = await meantIn(turn, clause, mine)
    if (meant?.is === 'one' && !(last?.is === 'one' && last.no === meant.no)) {
      pieces.push(clause)
      last = meant
    } else pieces.push(`${pieces.pop()!}，${clause}`)
  }
  const all: Meant[] = []
  for (const piece of pieces.length > 1 ? pieces : []) {
    const meant = await meantIn(turn, piece, mine)
    if (meant?.is !== 'one') return null
    all.push(meant)
  }
  return all.length > 1 ? all.flatMap((m) => (m.is === 'one' ? m.changes : [])) : null
}

const most = 4
const wishes = /^的?(?:人数|日子|日期)?(?:改|应)/

/** The words with the number of the one record they name so (12号那个作废 → 102号作废); null where they name none or several. */
export async function withPointed(turn: Turn): Promise<string | null> {
  for (const split of splitsOf(turn.words)) {
    // what puts something right was looked at before
    if (changesOf(101, split.rest).length > 0) continue
    const fits = (await meantBy(turn, split, await inReach(turn))) ?? []
    if (fits.length === 1) return `${fits[0]!.no}号${split.rest}`
  }
  return null
}

/** 早上那条删掉, where the words fit none of ours or several: which one goes is asked of whoever told of something of late. */
export async function whichGoes(turn: Turn): Promise<Reply[] | null> {
  if (turn.quoted.length > 0 || !withdrawsInWords(turn.words)) return null
  const told = (await inReach(turn)).filter((r) => isOfLate(turn, r) && r.reporter === turn.sender.id)
  if (told.length === 0) return null
  const nos = told.map((r) => r.no).toSorted((a, b) => a - b)
  return [privately(`您要作废的是哪一条？请说号数，如“作废${nos[0]}”。`, nos)]
}
const isOfLate = (turn: Turn, { createdAt }: RecordRow): boolean =>
  turn.now.getTime() - Date.parse(createdAt) < togetherHours * 3_600_000

/**
 * 昨天文化站那场是我讲的，45个人: told once more, in no word of putting right, where a figure stands on the book already. 'report': it
 * is to be weighed as any telling; null: it is not told again.
 */
export async function hearToldAgain(turn: Turn, no: number): Promise<Reply[] | 'report' | null> {
  if (putsRight.test(turn.words) || !wasHeld.test(turn.words) || !figured.test(turn.words)) return null
  const record = await turn.store.records.byNo(no)
  const on = record?.measures.attendance
  if (!record || on === undefined) return null
  const { reports } = understand(turn.words, contextOf(turn))
  if (reports.some((r) => r.date !== null && r.attendance)) return 'report'
  return [
    privately(`${no}号已经记了这场，${shown(on)}人次，只算一场。要改说“${no}号改350人”这样的话。`, [no]),
  ]
}
const wasHeld = /(?:讲|上|办|搞|去|做|开|教|主讲)的(?![人那])/
const figured = /^(?!.*(?:[?？吗谁哪]|什么|多少|怎么|几)).*[\d一二三四五六七八九十百][多来余]?(?:人|个|名|位)/
const putsRight =
  /不[是对准]|[错改漏]|应[该为是]|[多少重][报写记算数]|作废|不算|实际|其实|倒了|颠倒|有误|更正|纠正|补|签到|名册|名单|[数点]了|重新|查/

export const inReach = async (turn: Turn): Promise<readonly RecordRow[]> =>
  (await recentRecords(turn)).filter(
    (r) => r.status !== 'void' && (turn.called ? mayChange(turn, r) : r.reporter === turn.sender.id),
  )

/** What is said of a record, as if its number stood in front. */
export const changesOf = (no: number, rest: string): readonly Correction[] => {
  const words = `${no}号${rest.replace(/^的?[，,：:\s]?/, '')}`
  return parseCorrections(words, words, false).filter((c) => c.no === no)
}

export const which = (of: readonly RecordRow[]): Reply => {
  const nos = of.map((r) => r.no).toSorted((a, b) => a - b)
  return privately(`您说的是${nos.join('、')}里的哪一条？请带上号数，如“${nos[0]}号改成350人”。`, nos)
}

function hasOld(record: RecordRow, changes: readonly Correction[]): boolean {
  const olds = changes.flatMap((c) => (c.old === null ? [] : (figureSaid(c.old)?.measure.value ?? [])))
  return olds.length > 0 && olds.every((o) => Object.values(record.measures).some((m) => m.value === o))
}
