import { mayChange } from '../ledger/correct.js'
import { wholeNumber } from '../understand/numbers/numeral.js'
import { kindsIn, unitsIn } from '../understand/index.js'
import type { RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import { recentRecords } from './recent-records.js'

/** 接龙第2条北岭那个，… */
const line =
  /^(?:把|将)?(?:刚才|上面|那个|这个)?#?接龙(?:里面?|里头|上|中)?的?第(\d{1,2}|[一二三四五六七八九十]{1,3})[条行项个家](?:([^\d，,。；;]{1,12}?)(?:[那这][个条场行]))?的?[，,：:\s]{0,2}(.{2,40})$/

/** The words with the record's number for the line of the last chain of this room they name; null where they name none. */
export async function withChainLine(turn: Turn, words: string): Promise<string | null> {
  const m = words.length > 60 ? null : line.exec(words.trim())
  if (!m) return null
  const nth = /^\d/.test(m[1]!) ? Number(m[1]) : wholeNumber(m[1]!)
  const record = nth === null ? null : await recordOf(turn, nth)
  const named = m[2] === undefined ? [] : unitsIn(m[2], turn.house.units)
  if (!record || named.some((u) => u.name !== record.unit)) return null
  return `${record.no}号${m[3]!}`
}

/** The one record that a chain of this room told of the unit and kind of its n-th line. */
async function recordOf(turn: Turn, nth: number): Promise<RecordRow | null> {
  const here = (await recentRecords(turn)).filter(
    (r) => r.room === (turn.message.room ?? null) && r.status !== 'void' && mayChange(turn, r),
  )
  let told: string | null = null
  const ofChain: RecordRow[] = []
  for (const record of here) {
    const text = (await turn.store.sources.get(record.source))?.text ?? ''
    if (!text.includes('接龙')) continue
    told ??= lineOf(text, nth)
    ofChain.push(record)
  }
  if (told === null) return null
  const units = unitsIn(told, turn.house.units).map((u) => u.name)
  const kinds = kindsIn(told).map((k) => k.kind)
  const fits = ofChain.filter((r) => r.unit !== null && units.includes(r.unit) && kinds.includes(r.kind))
  return fits.length === 1 ? fits[0]! : null
}

const lineOf = (text: string, nth: number): string | null =>
  text.split('\n').find((l) => new RegExp(`^\\s*${nth}\\s*[.．、)）]`).test(l)) ?? null
