import { fixedDays } from './calendar.js'
import type { Group, Source, Tip } from './tip.js'

/** A file of the library as it stands in data/tips: what was read from such a file is written back byte for byte. */
export const fileText = (theme: string, group: Group, tips: readonly Tip[]): string =>
  [`theme: ${scalar(theme)}`, `group: ${group}`, 'tips:', ...tips.flatMap(tipLines), ''].join('\n')

function tipLines(t: Tip): readonly string[] {
  const list = (key: string, words: readonly (string | number)[]): readonly string[] =>
    words.length > 0 ? [`    ${key}: [${words.map((w) => scalar(String(w))).join(', ')}]`] : []
  return [
    `  - id: ${t.id}`,
    `    title: ${scalar(t.title)}`,
    '    body: |',
    ...t.lines.map((l) => `      ${l}`),
    ...(t.source ? [`    source: ${sourceText(t.source)}`] : []),
    ...list('months', t.months),
    ...(t.day === null ? [] : [`    day: ${dayText(t.day)}`]),
    ...list('regions', t.regions),
    ...list('crops', t.crops),
    ...list('audience', t.audience),
    ...(t.medical ? ['    medical: true'] : []),
    ...(t.scientist ? ['    scientist: true'] : []),
    `    author: ${scalar(t.author)}`,
    '    reviewer: null',
  ]
}

const sourceText = ({ org, document, year }: Source): string =>
  `{ org: ${scalar(org)}, document: ${scalar(document)}, year: ${year} }`

/** Days of the civil year go by their digits, the others by name. */
function dayText(name: string): string {
  const fixed = fixedDays.find((d) => d.name === name)
  return fixed ? fixed.day : scalar(name)
}

/** Bare where yaml reads it back as these very words, else in quotes. */
function scalar(text: string): string {
  const marks = /^[\s\-?:,[\]{}#&*!|>'"%@`=~]|: |:$| #|[,[\]{}\n]|\s$/
  const other = /^(?:true|false|null|yes|no|on|off|[\d.+_:eExXoO-]+)$/i
  const month = /^[1-9]\d?$/
  return (marks.test(text) || other.test(text)) && !month.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : text
}
