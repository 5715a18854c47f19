// The rows of the understanding specs (tests/understand, those that are read with city-rows.ts) as labelled messages.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { contextOf, tests } from './labelled.mjs'

/** A Sunday, nine in the morning, in the city the rows are told in: as city-rows.ts has it. */
const sent = { org: 'own-city', sentAt: '2026-11-22T09:00:00+08:00' }

/** Each with the spec it stands in, and kind and branch of its reports. */
export const specRows = () =>
  readdirSync(tests)
    .filter((f) => f.endsWith('.spec.ts'))
    .flatMap((f) => {
      const code = readFileSync(join(tests, f), 'utf8')
      if (!code.includes("'./city-rows.js'")) return []
      const set = f.replace('.spec.ts', '')
      return [...code.matchAll(/\[\s*(?='[^'\n]{4,}'\s*,?\s*(\]|\[\s*'[a-z]+'))/g)].flatMap(({ index }) => {
        const row = asJson(upToItsEnd(code, index))
        if (row === null) return []
        const [text, ...reports] = row
        return [
          {
            set,
            text,
            context: contextOf(sent),
            reports: reports.map(([kind, branch]) => ({ kind, branch })),
          },
        ]
      })
    })

function upToItsEnd(code, from) {
  let depth = 0
  for (let i = from; i < code.length; i++) {
    if (code[i] === "'") i = code.indexOf("'", i + 1)
    else if (code[i] === '[') depth++
    else if (code[i] === ']' && --depth === 0) return code.slice(from, i + 1)
  }
  return ''
}

function asJson(row) {
  try {
    const read = JSON.parse(
      row.replace(/'([^']*)'/g, (_, said) => JSON.stringify(said)).replace(/,(\s*\])/g, '$1'),
    )
    return read.slice(1).every((r) => Array.isArray(r) && typeof r[0] === 'string') ? read : null
  } catch {
    return null
  }
}
