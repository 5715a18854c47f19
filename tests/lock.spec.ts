import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockHolder, takeLock } from '../src/lock.js'
import { fileIn, temporaryFolder } from './live-support.js'

test('one at a time; released, it is free again', async () => {
  const path = join(temporaryFolder(), 'deep', 'lock')
  const first = await takeLock(path)
  expect(first.ok).toBe(true)
  expect(await lockHolder(path)).toBe(process.pid)
  expect(await takeLock(path)).toEqual({ ok: false, error: { code: 'locked', pid: process.pid } })
  if (first.ok) await first.value()
  expect(existsSync(path)).toBe(false)
  expect((await takeLock(path)).ok).toBe(true)
})

/** What a lock file may hold that nobody holds any more. */
test.each([
  ['nothing', ''],
  ['rubbish', '{"pid":'],
  ['a number that is none', '{"pid":-1}'],
  ['a process that is gone', '{"pid":4194300,"started":"1"}'],
  ['our own number, of an earlier life', `{"pid":${process.pid},"started":"long ago"}`],
  ...(existsSync('/proc/1/stat') ? [['a number that is another’s now', '{"pid":1,"started":"no"}']] : []),
])('a stale lock is taken over: %s', async (_, content) => {
  const path = fileIn(temporaryFolder(), 'lock', content)
  expect(await lockHolder(path)).toBeNull()
  expect((await takeLock(path)).ok).toBe(true)
})

test('a killed process leaves no lock behind that holds', async () => {
  const folder = temporaryFolder()
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const path = fileIn(folder, 'lock', JSON.stringify({ pid: child.pid, started: 'unknown' }))
  if (!existsSync('/proc/self/stat')) expect(await lockHolder(path)).toBe(child.pid)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await lockHolder(path)).toBeNull()
})
