import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { crashed } from '../src/cli/signals.js'

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

describe('the Windows script', () => {
  const path = 'examples/service/xiaoke.cmd'
  const lines = read(path).split('\r\n')

  test('Windows finds its labels: lines end as cmd.exe needs it, every goto has its label', () => {
    expect(read(path).replaceAll('\r\n', '')).not.toMatch(/\n/)
    expect(read('.gitattributes')).toContain('*.cmd text eol=crlf')
    const labels = lines.filter((line) => line.startsWith(':')).map((line) => line.slice(1))
    const targets = lines.flatMap((line) => /\bgoto (\w+)/.exec(line)?.[1] ?? [])
    expect(targets.length).toBeGreaterThan(3)
    for (const target of targets) expect(labels).toContain(target)
  })

  test('it goes to the folder of the program, where its paths lead', () => {
    const up = /cd \/d "%~dp0(\S+)"/.exec(read(path))![1]!.replaceAll('\\', '/')
    expect(resolve(dirname(join(root, path)), up)).toBe(root)
    expect(existsSync(join(root, 'src/cli.ts'))).toBe(true)
  })

  test('nothing but ASCII is read before the code page is set', () => {
    const set = lines.findIndex((line) => line.startsWith('chcp 65001'))
    // oxlint-disable-next-line no-control-regex
    expect(lines.slice(0, set).join('')).toMatch(/^[\x00-\x7f]+$/)
  })

  test('it names commands every Windows has', () => {
    const known = [
      '@echo',
      'chcp',
      'rem',
      'cd',
      'set',
      'if',
      'where',
      'node',
      'echo',
      'ping',
      'goto',
      'pause',
    ]
    for (const line of lines.filter((l) => l !== '' && !l.startsWith(':')))
      expect(known).toContain(line.split(' ')[0])
  })
})

test('both start again after a crash and leave alone what a person must mend', () => {
  const systemd = read(unit)
  expect(systemd).toMatch(/^Restart=always$/m)
  expect(systemd).toMatch(/^RestartPreventExitStatus=2$/m)
  const [seconds, starts, pause] = ['StartLimitIntervalSec', 'StartLimitBurst', 'RestartSec'].map((key) =>
    Number(new RegExp(`^${key}=(\\d+)$`, 'm').exec(systemd)?.[1]),
  ) as [number, number, number]
  // The limit is reached by starts that fail at once, never by a program that runs for a while.
  expect(starts * pause).toBeLessThan(seconds)
  const script = read('examples/service/xiaoke.cmd')
  for (const code of [0, 1, 2]) expect(script).toContain(`if %CODE%==${code} goto`)
  expect(script).not.toContain(`%CODE%==${crashed}`)
})
