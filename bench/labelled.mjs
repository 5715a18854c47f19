// Shared by the understanding scripts: labelled messages with the association each one names, and the built parser.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { loadOrg } from '../dist/src/org.js'
import { gazetteer, understand } from '../dist/src/understand/index.js'
import { zoneOf } from '../dist/src/zone.js'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const shared = join(root, '..', 'shared')
export const tests = join(root, 'tests', 'understand')

/** The messages of NDJSON files, in order. */
export const messages = (...files) =>
  files.flatMap((f) =>
    readFileSync(f, 'utf8')
      .split('\n')
      .filter((l) => l.trim())
      .map((l) => JSON.parse(l)),
  )

/** Labelled files of our own, `prefix-reports` and `prefix-chatter` together. */
export const ownSets = () => {
  const names = readdirSync(tests).filter((f) => /-(reports|chatter)\.ndjson$/.test(f))
  const prefixes = [...new Set(names.map((f) => f.replace(/-(reports|chatter)\.ndjson$/, '')))].sort((a, b) =>
    a.localeCompare(b),
  )
  return prefixes.map((p) => [p, names.filter((f) => f.startsWith(`${p}-`)).map((f) => join(tests, f))])
}

const orgs = new Map()
function org(key) {
  if (!orgs.has(key)) {
    const file = [join(shared, 'corpus'), tests]
      .map((d) => join(d, `org.${key}.yaml`))
      .find((f) => existsSync(f))
    const loaded = loadOrg(file)
    if (!loaded.ok) throw new Error(`org.${key}.yaml: ${JSON.stringify(loaded.error)}`)
    orgs.set(key, { units: gazetteer(loaded.value), zone: zoneOf(loaded.value.timezone) })
  }
  return orgs.get(key)
}

/** What the parser needs to read a labelled message. */
export function contextOf(message) {
  const { units, zone } = org(message.org)
  return { units, sentAt: zone.local(new Date(message.sentAt)) }
}
export const read = (message) => understand(message.text, contextOf(message))
