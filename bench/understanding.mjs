// npm run understanding [-- --failures N]: every labelled message through the built parser, scored by the shared tools.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toWire } from '../dist/src/understand/wire.js'
import { calibration } from './calibration.mjs'
import { messages, ownSets, read, root, shared } from './labelled.mjs'

const corpus = join(shared, 'corpus')
const score = join(shared, 'tools', 'score-understanding.mjs')
if (!existsSync(score)) {
  console.log(
    '../shared is not here: nothing to score against. The labelled tests run without it: npx vitest run tests/understand',
  )
  process.exit(0)
}
const failures = process.argv.includes('--failures')
  ? process.argv[process.argv.indexOf('--failures') + 1]
  : '0'
const sets = [
  ['corpus', ['dev', 'seed000', 'negdev', 'seedneg'].map((f) => join(corpus, `${f}.ndjson`))],
  ...ownSets(),
]
const folder = mkdtempSync(join(tmpdir(), 'understanding-'))
try {
  console.log(
    'set       messages  reports  tally exact  every exact  chatter taken  sure (≥0.85)  sure and right',
  )
  for (const [name, files] of sets) {
    const gold = messages(...files)
    const readings = new Map(gold.map((m) => [m.id, toWire(read(m)).reports]))
    const predicted = join(folder, `${name}.ndjson`)
    writeFileSync(
      predicted,
      gold.map((m) => JSON.stringify({ id: m.id, reports: readings.get(m.id) })).join('\n'),
    )
    const run = (...more) =>
      spawnSync(process.execPath, [score, files.join(','), predicted, ...more], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
    const s = JSON.parse(run('--json').stdout.split('\n')[0])
    const c = calibration(gold, readings)
    console.log(
      [
        name.padEnd(9),
        String(s.messages).padStart(8),
        String(s.reports).padStart(8),
        `${s.messagesCoreExact} %`.padStart(12),
        `${s.messagesExact} %`.padStart(12),
        `${s.chatterHit} of ${s.chatter}`.padStart(14),
        `${c.sureShare} %`.padStart(13),
        `${c.sureRight} %`.padStart(15),
      ].join(' '),
    )
    if (failures !== '0') console.log(run('--failures', failures).stdout.split('\n').slice(17).join('\n'))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const values = spawnSync(
  process.execPath,
  [
    join(shared, 'tools', 'score-values.mjs'),
    join(corpus, 'peers'),
    '--cmd',
    `"${process.execPath}" dist/src/cli.js`,
  ],
  { encoding: 'utf8', cwd: root, maxBuffer: 1 << 28 },
)
console.log(`\n${values.stdout || values.stderr}`)
