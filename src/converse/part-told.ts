// 101号党员是12人 after a report of 78: a part of those who came, not all of them.
import type { Change } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import { audience } from './correction-clause-words.js'
import type { Correction } from './correction-words.js'

/** Seldom the whole of an audience. */
const parts =
  /^(?:党员|团员|干部|司机|妇女|姐妹|女|男|老人|老年人|女的|男的|女同志|男同志|女士|男士|女生|男生|家长|教师|老师)$/
const others = '党员|团员|女同志|男同志|女士|男士|女生|男生|女的|男的|教师|老师|女|男'
const counting =
  '(?:们|人数|数)?(?:那边|这边)?(?:应该|其实|实际|一共|总共|拢共|共|不止|只|就|是|有|为|来了|到了|改成|改为){0,4}[：:\\s]?(?:应该|一共|总共|共|只|就|是|有){0,3}$'
const before = new RegExp(`(?<noun>${audience}|${others})${counting}`)
const after = new RegExp(`^(?:个|名|位)?(?<noun>${audience}|${others})`)
/** Less than this share of what is on record is hardly all of it. */
const share = 0.6

/** Of whom the new figure is told, where that may be only some of those who came; null where it may stand. */
export async function partTold(
  turn: Turn,
  record: RecordRow,
  change: Change,
  { value, old, off, by }: Correction,
): Promise<string | null> {
  if (!('measure' in change) || change.field !== 'attendance' || old !== null || off || by) return null
  const was = record.measures.attendance
  const noun = was && nounBeside(turn.words, value)
  if (!noun) return null
  const told = [record.source, was.source].map(async (id) => (await turn.store.sources.get(id))?.text ?? '')
  const texts = await Promise.all(told)
  if (texts.some((text) => isPartOf(text, noun))) return noun
  if (texts.some((text) => counts(text, noun))) return null
  return parts.test(noun) || change.measure.value < share * was.value ? noun : null
}

function nounBeside(words: string, value: string): string | null {
  const at = words.lastIndexOf(value)
  if (at < 0) return null
  const noun = before.exec(words.slice(0, at)) ?? after.exec(words.slice(at).replace(leading, ''))
  return noun?.groups?.['noun'] ?? null
}
const leading = /^[^\d一二两三四五六七八九十百千]{0,3}[\d一二两三四五六七八九十百千]{1,8}[多余来几]?/

/** 其中学生50人. */
const isPartOf = (text: string, noun: string): boolean =>
  new RegExp(`(?:其中|里面|里头|包括|含)[^。；;！!]{0,12}${noun}`).test(text)
/** 学生54人 · 54个学生. */
const counts = (text: string, noun: string): boolean =>
  new RegExp(`${noun}们?[^\\d，,。；;]{0,4}${numeral}|${numeral}[多余来几]?(?:个|名|位|号)?${noun}`).test(
    text,
  )
const numeral = '[\\d一二两三四五六七八九十百千]'
