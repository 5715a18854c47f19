// Puts what `npm start < examples/first-day.chat` prints into README.md: node examples/print-first-day.mjs
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = spawnSync(process.execPath, ['dist/src/cli.js', 'start'], {
  cwd: root,
  input: readFileSync(`${root}examples/first-day.chat`),
  encoding: 'utf8',
})
if (run.status !== 0) throw new Error(run.stderr)
const readme = readFileSync(`${root}README.md`, 'utf8')
const block = `<!-- first-day -->\n\n\`\`\`text\n${run.stdout.trim()}\n\`\`\`\n\n<!-- /first-day -->`
writeFileSync(
  `${root}README.md`,
  readme.replace(/<!-- first-day -->[\s\S]*<!-- \/first-day -->/, () => block),
)
