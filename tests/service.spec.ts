import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** The files a person installs: what they name must be there and be called what the manual calls it. */
const root = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const unit = 'examples/service/xiaoke.service'
// It looks for the program the unit names.
const systemd = existsSync('/usr/bin/node') && spawnSync('systemd-analyze', ['--version']).status === 0

test.skipIf(!systemd)('systemd takes the unit as it is', () => {
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', join(root, unit)], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

test.each([unit, 'examples/service/xiaoke.cmd'])('%s starts the program with the manual’s file', (path) => {
  const text = read(path)
  expect(text).toMatch(/dist[/\\]src[/\\]cli\.js serve --config/)
  expect(text).toContain('xiaoke.config.yaml')
  const { bin } = JSON.parse(read('package.json')) as { bin: { xiaoke: string } }
  expect(bin.xiaoke).toBe('dist/src/cli.js')
  const manual = read('docs/operating.md')
  expect(manual).toContain(path)
  expect(manual).toContain('--config xiaoke.config.yaml')
})

test('Windows finds the labels of its script', () => {
  expect(read('examples/service/xiaoke.cmd').replaceAll('\r\n', '')).not.toMatch(/\n/)
  expect(read('.gitattributes')).toContain('*.cmd text eol=crlf')
})
