import { mayChange } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import type { Correction } from './correction-words.js'
import { recentInReach } from './recent-records.js'

/** 把101改成95人. */
const takenUp =
  /^(?:[请帮]我?|麻烦您?|给我)?[把将][#＃]?(?<no>\d{3,7})改[成为]?(?<value>[^，,；;\s]{1,10}?)[。！!]?$/
/** Said to nobody it may be a room or a bus without its people. */
const withUnit =
  /^(?:大?约|近)?[\d一二三四五六七八九十百]{1,6}[多来余几]?(?:人次?|个人?|位|名|份|册|本|场|期)$/
/** 101是95人, 101，95人: a number with nothing but what holds. */
const alone = /^[#＃]?(?<no>\d{3,7})(?:就|应该)?是?[，,：:\s]{0,3}[^，,；;\s]{1,10}[。！!]?$/

/**
 * 101是95人 said to the bot, 把101改成95人 said to anybody means record 101, unless a figure of 101 is on record that it may put right; 'either': both could be
 * meant.
 */
export async function byItsNumber(turn: Turn, c: Correction): Promise<Correction | 'either'> {
  const words = turn.words.trim()
  const found = takenUp.exec(words) ?? (turn.called ? alone.exec(words) : null)
  const no = c.no === null ? Number(found?.groups?.['no']) : Number.NaN
  if (Number.isNaN(no) || c.old !== String(no) || turn.quoted.length > 0) return c
  const record = await turn.store.records.byNo(no)
  if (!record || record.status === 'void' || !mayChange(turn, record)) return c
  const value = found?.groups?.['value'] ?? ''
  if (!turn.called && !withUnit.test(value) && !(await isOwnFigure(turn, record, value))) return c
  const figures = (await recentInReach(turn)).filter(
    (r) => r.status !== 'void' && Object.values(r.measures).some((m) => m?.value === no),
  )
  if (figures.length > 0) return 'either'
  return { ...c, no, old: null }
}

/** 把101改成65 of what one told oneself of late; 101 and 205 may be rooms. */
async function isOwnFigure(turn: Turn, record: RecordRow, value: string): Promise<boolean> {
  if (!/^\d{1,5}$/.test(value) || record.reporter !== turn.sender.id) return false
  const old = turn.now.getTime() - Date.parse(record.createdAt) > 24 * 3_600_000
  return !old && (await turn.store.records.byNo(Number(value))) === null
}

export const numberOrFigure = (no: string): string =>
  `${no}是号数还是原来的人数？是号数请说“${no}号改成95人”这样的话，是人数请说“不是${no}，是95”这样的话。`
