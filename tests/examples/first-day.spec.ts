import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { compiled } from '../compiled.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('the README shows what the first day really prints', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoke-day-'))
  try {
    const script = readFileSync(join(root, 'examples', 'first-day.chat'))
    const run = spawnSync(process.execPath, [compiled('cli.js'), 'start'], {
      cwd: folder,
      input: script,
      encoding: 'utf8',
    })
    expect(run.status).toBe(0)
    const shown = /<!-- first-day -->\s*```text\n([\s\S]*?)\n```/.exec(
      readFileSync(join(root, 'README.md'), 'utf8'),
    )
    expect(shown?.[1]).toBe(run.stdout.trim())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
