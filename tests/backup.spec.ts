import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../db/open.js'
import { createDatabase } from '../db/store.js'
import { openApp, type App } from '../src/app.js'
import { backup, restore } from '../src/backup.js'
import { ok } from '../src/core/result.js'
import { takeLock } from '../src/lock.js'
import { noLog } from '../src/log.js'
import { parseOrg } from '../src/org.js'
import type { Database } from '../src/store.js'
import { fileIn, smallOrg, temporaryFolder } from './live-support.js'

let folder: string
let path: string
let url: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'x.db')
  url = `sqlite:${path}`
})
const now = new Date(2026, 10, 21, 10, 30, 12)

async function openBot(): Promise<{
  readonly app: App
  readonly db: Database
  report(n: number): Promise<void>
}> {
  const opened = await openDatabase(url)
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  const org = parseOrg(smallOrg())
  if (!org.ok) throw new Error(org.error[0]?.sentence)
  const transport = { send: async () => ok({}) }
  const clock = { now: () => new Date('2026-11-21T02:00:00Z') }
  const app = await openApp({ org: org.value, db, clock, log: noLog, transport })
  return {
    app,
    db,
    report: (n) =>
      app.message({
        id: `m${n}`,
        room: '城东区老科协会员群',
        sender: { id: 'wxid_wang', name: '王秀兰' },
        text: `11月${(n % 20) + 1}日在城东区第${n}小学讲防诈骗，${100 + n}人`,
        sentAt: clock.now(),
      }),
  }
}
const withReports = async (n: number): Promise<void> => {
  const bot = await openBot()
  for (let i = 1; i <= n; i++) await bot.report(i)
  await bot.app.stop()
  await bot.db.close()
}
const count = async (file: string): Promise<number> => {
  const opened = await openDatabase(`sqlite:${file}`)
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  try {
    return await db.read((store) => store.records.count({}))
  } finally {
    await db.close()
  }
}

describe('backup', () => {
  test('a proved copy in a folder, named by the time, its owner’s alone; the source stays as it is', async () => {
    await withReports(3)
    const before = readFileSync(path)
    const done = await backup(url, join(folder, 'backups/'), now)
    const copy = join(folder, 'backups', 'xiaoke-20261121-103012.db')
    expect(done).toMatchObject({
      ok: true,
      value: { path: copy, records: 3, wrong: 0, bytes: statSync(copy).size },
    })
    expect(done.ok && done.value.sha256).toBe(createHash('sha256').update(readFileSync(copy)).digest('hex'))
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o077).toBe(0)
    expect(readdirSync(join(folder, 'backups'))).toEqual(['xiaoke-20261121-103012.db'])
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(await count(copy)).toBe(3)
  })

  test('while the bot writes, each copy is of one instant', async () => {
    const bot = await openBot()
    const writing = new AbortController()
    let n = 0
    const writer = (async () => {
      while (!writing.signal.aborted) await bot.report(++n)
    })()
    const copies: number[] = []
    for (let i = 0; i < 5; i++) {
      const done = await backup(url, join(folder, `copy${i}.db`), now)
      expect(done).toMatchObject({ ok: true, value: { wrong: 0 } })
      if (done.ok) copies.push(done.value.records)
    }
    writing.abort()
    await writer
    await bot.db.close()
    expect(copies).toEqual([...copies].sort((a, b) => a - b))
    expect(copies.at(-1)).toBeLessThanOrEqual(n)
  })

  test('what lies only in the log is in the copy', async () => {
    const bot = await openBot()
    await bot.report(1)
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    const done = await backup(url, join(folder, 'copy.db'), now)
    await bot.db.close()
    expect(done).toMatchObject({ ok: true, value: { records: 1 } })
  })

  /** Makes the folder ready, gives `to`; the code of the refusal. */
  const refusals: readonly (readonly [string, () => string | Promise<string>, string])[] = [
    ['there is no database', () => join(folder, 'copy.db'), 'no_file'],
    [
      'the file is there already',
      async () => (await withReports(1), fileIn(folder, 'copy.db', 'x')),
      'exists',
    ],
    [
      'its folder is not there',
      async () => (await withReports(1), join(folder, 'no/copy.db')),
      'folder_missing',
    ],
    [
      'the source is something else',
      () => (writeFileSync(path, 'x'.repeat(8192)), join(folder, 'copy.db')),
      'not_a_database',
    ],
    [
      'the source is damaged',
      async () => {
        await withReports(40)
        const bytes = readFileSync(path)
        bytes.fill(0xaa, 4096 * 3, 4096 * 30)
        writeFileSync(path, bytes)
        return join(folder, 'copy.db')
      },
      'damaged',
    ],
  ]
  test.each(refusals)('refused: %s', async (_, ready, code) => {
    const to = await ready()
    const before = readdirSync(folder).sort()
    expect(await backup(url, to, now)).toMatchObject({ ok: false, error: { code } })
    expect(readdirSync(folder).sort()).toEqual(before)
  })
  test('an address that is no file', async () => {
    for (const other of ['sqlite::memory:', 'postgres://x', 'x.db'])
      expect(await backup(other, folder, now)).toMatchObject({ ok: false, error: { code: 'bad_url' } })
  })
})

describe('restore', () => {
  const copy = (): string => join(folder, 'copy.db')

  test('the copy takes the place, what was there is kept', async () => {
    await withReports(2)
    await backup(url, copy(), now)
    await withReports(5)
    const done = await restore(copy(), url, now)
    const before = `${path}.before-20261121-103012`
    expect(done).toMatchObject({ ok: true, value: { path, before, records: 2, wrong: 0 } })
    expect([await count(path), await count(before)]).toEqual([2, 5])
    expect(existsSync(copy())).toBe(true)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  test('onto an empty place', async () => {
    await withReports(2)
    await backup(url, copy(), now)
    const fresh = join(folder, 'fresh.db')
    expect(await restore(copy(), `sqlite:${fresh}`, now)).toMatchObject({ ok: true, value: { before: null } })
    expect(await count(fresh)).toBe(2)
  })

  test('what a crashed bot left in its log is kept with the old file', async () => {
    await withReports(2)
    await backup(url, copy(), now)
    const bot = await openBot()
    await bot.report(7)
    const crashed = join(folder, 'crashed')
    mkdirSync(crashed)
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, join(crashed, `x.db${end}`))
    await bot.db.close()
    const done = await restore(copy(), `sqlite:${join(crashed, 'x.db')}`, now)
    if (!done.ok) throw new Error(done.error.code)
    expect([await count(join(crashed, 'x.db')), await count(done.value.before!)]).toEqual([2, 3])
  })

  test('the past is not said and done again', async () => {
    const bot = await openBot()
    await bot.report(1)
    await bot.db.work((store) => store.jobs.claim('daily-tip', '甲群', '2026-11-20T00:00:00.000Z'))
    await bot.db.close()
    await backup(url, copy(), now)
    expect(await restore(copy(), url, now)).toMatchObject({ ok: true, value: { dropped: 1 } })
    const opened = await openDatabase(url)
    if (!opened.ok) throw new Error(opened.error.code)
    const db = createDatabase(opened.value)
    const [due, last] = await db.read(
      async (store) =>
        [await store.outbox.due('9999', 10), await store.jobs.last('daily-tip', '甲群')] as const,
    )
    await db.close()
    expect(due).toEqual([])
    expect(last).toBe(now.toISOString())
  })

  test('refused while the bot runs', async () => {
    await withReports(1)
    await backup(url, copy(), now)
    const lock = await takeLock(`${path}.lock`)
    expect(await restore(copy(), url, now)).toEqual({
      ok: false,
      error: { code: 'running', pid: process.pid },
    })
    if (lock.ok) await lock.value()
  })

  /** What the file to restore is; the code of the refusal. The database stays as it was. */
  const refusals: readonly (readonly [string, () => string | Promise<string>, string])[] = [
    ['no file', () => join(folder, 'no.db'), 'no_file'],
    ['no database', () => fileIn(folder, 'photo.jpg', 'x'.repeat(9000)), 'not_a_database'],
    [
      'cut off',
      async () => {
        await backup(url, copy(), now)
        truncateSync(copy(), statSync(copy()).size / 2)
        return copy()
      },
      'damaged',
    ],
    [
      'of a later release',
      async () => {
        await backup(url, copy(), now)
        const opened = await openDatabase(`sqlite:${copy()}`)
        if (!opened.ok) throw new Error(opened.error.code)
        await opened.value.db.insertInto('migration').values({ version: 99, name: 'later' }).execute()
        await opened.value.close()
        return copy()
      },
      'newer_version',
    ],
  ]
  test.each(refusals)('refused: %s', async (_, ready, code) => {
    await withReports(2)
    const file = await ready()
    const before = readFileSync(path)
    expect(await restore(file, url, now)).toMatchObject({ ok: false, error: { code } })
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(folder).filter((f) => /restoring|lock|before/.test(f))).toEqual([])
  })
})
