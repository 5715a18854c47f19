// Which patterns of the conversation can go back over themselves: `npm run build && node bench/patterns.mjs`. What a
// wish is read from is at most 600 characters without long runs of spaces (src/bot.ts), so a polynomial pattern is
// named and let be; an exponential one fails.
import { readFileSync, readdirSync } from 'node:fs'
import { checkSync } from 'recheck'

const dist = new URL('../dist/', import.meta.url)
const folders = ['commands/', 'src/converse/', 'src/converse/answers/']
const files = [
  ...folders.flatMap((folder) =>
    readdirSync(new URL(folder, dist))
      .filter((f) => f.endsWith('.js'))
      .map((f) => folder + f),
  ),
  'src/ledger/query.js',
  'src/ledger/period.js',
  'src/ledger/asked-time.js',
  'src/ledger/asked-words.js',
  'src/ledger/compared.js',
  'src/understand/said.js',
  'src/core/mask.js',
]

// literals are read from the text; those built from parts are seen as they are made
const literal = /(?<=[=(,:[!&|?{;\s])\/(?![*/ ])((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/g
const patterns = new Map()
for (const file of files)
  for (const [, source, flags] of readFileSync(new URL(file, dist), 'utf8').matchAll(literal))
    patterns.set(`/${source}/${flags}`, { source, flags, file })
globalThis.RegExp = new Proxy(RegExp, {
  construct(made, args) {
    const pattern = new made(...args)
    const caller = new Error().stack.split('\n').slice(2, 4).join('\n')
    const file = files.find((f) => caller.includes(f))
    if (file) patterns.set(String(pattern), { source: pattern.source, flags: pattern.flags, file })
    return pattern
  },
})

const load = (file) => import(new URL(file, dist).href)
const { commands } = await load('commands/index.js')
const { commandWords } = await load('src/converse/call.js')
const { houseOf } = await load('src/house.js')
const { parseOrg } = await load('src/org.js')
const house = houseOf(
  parseOrg(readFileSync(new URL('../data/sample-org.yaml', import.meta.url), 'utf8')).value,
)
for (const [raw] of commands.flatMap((c) => c.examples))
  for (const command of commands)
    command.parse({
      ...commandWords(raw),
      raw,
      called: true,
      private: true,
      quoted: [1],
      house,
      today: '2026-11-21',
    })

const counts = new Map()
let exponential = 0
for (const { source, flags, file } of patterns.values()) {
  const { status, complexity } = checkSync(source, flags, { timeout: 3000 })
  const what = status === 'vulnerable' ? complexity.summary.replace(' (fuzz)', '') : status
  counts.set(what, (counts.get(what) ?? 0) + 1)
  if (what.startsWith('exponential')) exponential++
  if (status !== 'safe') console.log(`${what}  ${file}  ${source.slice(0, 100)}`)
}
console.log(`${patterns.size} patterns: ${[...counts].map(([what, n]) => `${what} ${n}`).join(', ')}`)
process.exitCode = exponential > 0 ? 1 : 0
