import { solarTermNames } from '../core/calendar.js'
import { banned, doctorWords, doseUnits, drugWords, harmless, medicationWords, warnings } from './banned.js'
import { campaigns, dayNamed, fixedDays, lunarDays } from './calendar.js'
import type { Library } from './library.js'
import { nearDuplicates } from './similar.js'
import { bodyLength, type Fault, type Tip } from './tip.js'

/** Longest title, body, number of lines and line, in characters. */
export const limits = { title: 14, body: 90, lines: 5, line: 18 }

/** Two files of the library may not say the same: pairs at or above this share of character pairs are faults. */
export const nearDuplicateFrom = 0.45

/**
 * Every fault of a library, by file and line: form (what the loader found), lengths, ids told twice, near-duplicates,
 * banned claims, missing ways to the doctor, days without a tip. Empty means it may go out.
 */
export function checkLibrary({ tips, faults }: Library): readonly Fault[] {
  return [...faults, ...tips.flatMap(checkTip), ...doubled(tips), ...alike(tips), ...uncovered(tips)].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line),
  )
}

/** The faults of one tip by itself; also what an essay must pass before it is scheduled. */
export function checkTip(tip: Tip): readonly Fault[] {
  const text = tip.title + tip.lines.join('')
  const found: string[] = []
  const length = Array.from(tip.title).length
  const body = bodyLength(tip.lines)
  if (length > limits.title) found.push(`标题${length}个字，最多${limits.title}个：${tip.title}`)
  if (body > limits.body) found.push(`正文${body}个字，最多${limits.body}个`)
  if (body < 12) found.push(`正文只有${body}个字，说清一件事、一个做法`)
  if (tip.lines.length > limits.lines) found.push(`正文${tip.lines.length}行，最多${limits.lines}行`)
  for (const line of tip.lines)
    if (Array.from(line).length > limits.line)
      found.push(`这一行${Array.from(line).length}个字，最多${limits.line}个，断成两行：${line}`)
  if (/[<>{}*#_`|\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(text) || text.includes('http'))
    found.push('有符号或网址，群里只写字和标点')
  found.push(...forbidden(tip.title, tip.lines))
  const plain = harmless.reduce((t, w) => t.replaceAll(w, ''), text)
  const aboutPeople = tip.group !== 'farming' && tip.group !== 'history'
  const medication = aboutPeople ? medicationWords.find((w) => plain.includes(w)) : undefined
  if (medication && !tip.medical) found.push(`说到“${medication}”，应加 medical: true，请医卫老师审`)
  if ((medication || tip.medical) && !doctorWords.some((w) => text.includes(w)))
    found.push('医药的事应指路：加一句“请问医生”')
  return found.map((t) => ({ ...tip.at, text: `${tip.id}：${t}` }))
}

/** What no tip and no essay may say, each as a sentence: promised cures, folk recipes, doses of medicines. */
export function forbidden(title: string, lines: readonly string[]): readonly string[] {
  // A title that warns of one thing (起床别着急) does not make the body's promise of another a warning.
  const parts = [title, lines.join('')]
  const claims = banned.flatMap((row) =>
    row.words
      .filter((word) => parts.some((text) => text.includes(word) && !warned(text, word)))
      .map((word) => `“${word}”是${row.why}，${row.instead}`),
  )
  const doses = lines
    .filter((line) => drugWords.some((w) => line.includes(w)) && doseUnits.some((u) => hasDose(line, u)))
    .map((line) => `“${line}”写了药的用量；剂量只由医生定，去掉数字`)
  return [...claims, ...doses]
}

/** Whether words of warning stand close before a word (at most twelve characters) or right after it. */
function warned(text: string, word: string): boolean {
  const i = text.indexOf(word)
  const around = text.slice(Math.max(0, i - 12), i) + text.slice(i + word.length, i + word.length + 10)
  return warnings.some((w) => around.includes(w))
}

/** A figure right before a unit of dose: 「100毫克」「两片」. */
function hasDose(line: string, unit: string): boolean {
  for (let i = line.indexOf(unit); i > 0; i = line.indexOf(unit, i + 1))
    if (/[0-9０-９一二两三四五六七八九十百半]/.test(line[i - 1]!)) return true
  return false
}

function doubled(tips: readonly Tip[]): readonly Fault[] {
  const first = new Map<string, Tip>()
  return tips.flatMap((tip) => {
    const other = first.get(tip.id)
    if (!other) first.set(tip.id, tip)
    return other
      ? [{ ...tip.at, text: `编号 ${tip.id} 用过了（${other.at.file}:${other.at.line}），换一个新的` }]
      : []
  })
}

const alike = (tips: readonly Tip[]): readonly Fault[] =>
  nearDuplicates(tips, nearDuplicateFrom).map(({ a, b, share }) => ({
    ...b.at,
    text: `${b.id} 和 ${a.id}（${a.at.file}:${a.at.line}）说的差不多（${Math.round(share * 100)}%相同），留一条或另写`,
  }))

/** What a day of its own needs, so that a room hears another each year, whatever was had or held back. */
const perDay = 3
/** And a week that the office enters each year. */
const perWeek = 2

/** Days the library must serve: 24 terms, the lunar and the fixed days, the weeks of no fixed date. */
function uncovered(tips: readonly Tip[]): readonly Fault[] {
  const count = (name: string): number => tips.filter((t) => t.day === name && t.regions.length === 0).length
  const lack = (name: string, need: number): readonly Fault[] =>
    count(name) >= need
      ? []
      : [{ file: 'data/tips', line: 1, text: `“${name}”要有${need}条，现有${count(name)}条` }]
  return [
    ...solarTermNames.flatMap((name) => lack(name, perDay)),
    ...lunarDays.flatMap(({ name }) => lack(name, perDay)),
    ...fixedDays.filter((d) => d.cover).flatMap((d) => lack(dayNamed(d.day) ?? d.name, perDay)),
    ...campaigns.filter((c) => c.span === null).flatMap((c) => lack(c.name, perWeek)),
  ]
}
