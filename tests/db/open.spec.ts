import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { storageFault } from '../../db/fault.js'
import type { Migration } from '../../db/migrate.js'
import { openDatabase, type OpenOptions } from '../../db/open.js'
import { temporaryFolder } from './support.js'

const step = (version: number): Migration => ({
  version,
  name: `step ${version}`,
  up: async (db) => {
    await db.schema.createTable(`step_${version}`).addColumn('words', 'text').execute()
    await sql`insert into ${sql.table(`step_${version}`)} with recursive r(i) as
      (select 1 union all select i + 1 from r where i < 2000) select hex(randomblob(40)) from r`.execute(db)
  },
})
const known = { migrations: [step(1), step(2)] }

async function make(path: string, options: OpenOptions = known): Promise<void> {
  const opened = await openDatabase(`sqlite:${path}`, options)
  if (!opened.ok) throw new Error(opened.error.code)
  await opened.value.close()
}

/** What opening says; a database that opens is closed again. */
async function outcome(url: string, options: OpenOptions = known): Promise<object> {
  const opened = await openDatabase(url, options)
  if (!opened.ok) return opened.error
  await opened.value.close()
  return { code: 'ok' }
}

test.each([
  ['sqlite::memory:', { code: 'ok' }],
  ['postgres://bot@localhost/bot', { code: 'not_built', database: 'postgres' }],
  ['postgresql://localhost/bot', { code: 'not_built', database: 'postgres' }],
  ['data/x.db', { code: 'bad_url', url: 'data/x.db' }],
  ['sqlite:', { code: 'bad_url', url: 'sqlite:' }],
  ['sqlite:a\0b', { code: 'bad_url', url: 'sqlite:a\0b' }],
  ['', { code: 'bad_url', url: '' }],
])('address %j', async (url, expected) => {
  expect(await outcome(url)).toEqual(expected)
})

test('a file is made, also with spaces, signs and Chinese in its path, and opens again', async () => {
  const folder = join(temporaryFolder(), '老科协 100%?#')
  mkdirSync(folder)
  const path = join(folder, '记录.db')
  await make(path)
  await make(path)
  expect(readdirSync(folder)).toEqual(['记录.db'])
})

/** Changes a sound database; what opening must then say of it. */
const damages: readonly (readonly [name: string, change: (path: string) => void, code: string])[] = [
  ['text', (path) => writeFileSync(path, '柳州市老科协活动记录\n'.repeat(99)), 'not_a_database'],
  ['a few bytes', (path) => writeFileSync(path, 'SQLite format 3\0'), 'not_a_database'],
  ['zeros', (path) => writeFileSync(path, Buffer.alloc(8192)), 'not_a_database'],
  ['the first page alone', (path) => truncateSync(path, 4096), 'damaged'],
  ['half a file', (path) => truncateSync(path, 30_000), 'damaged'],
  ['an overwritten page', (path) => overwrite(path, 5 * 4096, 4096), 'damaged'],
  ['an overwritten schema', (path) => overwrite(path, 100, 3900), 'damaged'],
  ['a page size that cannot be', (path) => overwrite(path, 16, 2), 'damaged'],
]

function overwrite(path: string, from: number, bytes: number): void {
  const content = readFileSync(path)
  content.fill(0xa5, from, from + bytes)
  writeFileSync(path, content)
}

test.each(damages)('%s is refused and left as it was', async (_, change, code) => {
  const folder = temporaryFolder()
  const path = join(folder, 'x.db')
  await make(path)
  change(path)
  await expectUntouched(folder, path, async () =>
    expect(await outcome(`sqlite:${path}`)).toMatchObject({ code, path }),
  )
})

async function expectUntouched(folder: string, path: string, work: () => Promise<void>): Promise<void> {
  const before = { names: readdirSync(folder), content: readFileSync(path) }
  await work()
  expect(readdirSync(folder)).toEqual(before.names)
  expect(readFileSync(path).equals(before.content)).toBe(true)
}

test('a database of a newer version is refused and left as it was', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'x.db')
  await make(path, { migrations: [step(1), step(2), step(3)] })
  await expectUntouched(folder, path, async () =>
    expect(await outcome(`sqlite:${path}`)).toEqual({ code: 'newer_version', found: 3, known: 2, path }),
  )
})

test('so is one whose last process was killed: its log is read, not moved', async () => {
  const folder = temporaryFolder()
  const live = join(folder, 'live.db')
  const path = join(folder, 'x.db')
  const opened = await openDatabase(`sqlite:${live}`, { migrations: [step(1), step(2), step(3)] })
  if (!opened.ok) throw new Error(opened.error.code)
  for (const suffix of ['', '-wal', '-shm']) copyFileSync(live + suffix, path + suffix)
  await opened.value.close()
  expect(readFileSync(`${path}-wal`).length).toBeGreaterThan(0)
  const log = readFileSync(`${path}-wal`)
  await expectUntouched(folder, path, async () =>
    expect(await outcome(`sqlite:${path}`)).toMatchObject({ code: 'newer_version' }),
  )
  expect(readFileSync(`${path}-wal`).equals(log)).toBe(true)
})

test('the database of another program is refused and left as it was', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'x.db')
  await make(path)
  const opened = await openDatabase(`sqlite:${path}`, known)
  if (!opened.ok) throw new Error(opened.error.code)
  await sql`alter table migration rename to versions`.execute(opened.value.db)
  await opened.value.close()
  await expectUntouched(folder, path, async () =>
    expect(await outcome(`sqlite:${path}`)).toEqual({ code: 'not_ours', path }),
  )
})

test('an empty file is a new database', async () => {
  const path = join(temporaryFolder(), 'x.db')
  writeFileSync(path, '')
  expect(await outcome(`sqlite:${path}`)).toEqual({ code: 'ok' })
})

test('a folder that is not there, or that is a file', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  for (const name of ['gone', 'file']) {
    const at = join(folder, name)
    expect(await outcome(`sqlite:${join(at, 'x.db')}`)).toEqual({ code: 'folder_missing', folder: at })
  }
  expect(await outcome(`sqlite:${folder}`)).toEqual({ code: 'not_a_file', path: folder })
})

test.skipIf(process.platform === 'win32')(
  'a read-only folder and a read-only file, also for root',
  async () => {
    const folder = join(temporaryFolder(), 'office')
    mkdirSync(folder)
    const path = join(folder, 'x.db')
    await make(path)
    chmodSync(path, 0o444)
    await expectUntouched(folder, path, async () =>
      expect(await outcome(`sqlite:${path}`)).toEqual({ code: 'file_read_only', path }),
    )
    chmodSync(path, 0o644)
    chmodSync(folder, 0o555)
    onTestFinished(() => chmodSync(folder, 0o755))
    await expectUntouched(folder, path, async () =>
      expect(await outcome(`sqlite:${path}`)).toEqual({ code: 'folder_read_only', folder }),
    )
    expect(await outcome(`sqlite:${join(folder, 'new.db')}`)).toEqual({ code: 'folder_read_only', folder })
  },
)

test.skipIf(!existsSync('/proc/self'))('a folder of a file system nobody writes to', async () => {
  expect(await outcome('sqlite:/proc/x.db')).toEqual({ code: 'folder_read_only', folder: '/proc' })
})

test('a disk that fills up while the database is made, and while it is written', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'x.db')
  expect(await outcome(`sqlite:${path}`, { ...known, maxPages: 10 })).toEqual({ code: 'disk_full', path })
  expect(await outcome(`sqlite:${path}`)).toEqual({ code: 'ok' })
  const opened = await openDatabase(`sqlite:${path}`, { ...known, maxPages: 200 })
  if (!opened.ok) throw new Error(opened.error.code)
  const write = sql`insert into step_1 select hex(randomblob(1000)) from step_1`.execute(opened.value.db)
  expect(storageFault(await write.catch((error: unknown) => error))).toBe('disk_full')
  const count = await sql<{ n: number }>`select count(*) as n from step_1`.execute(opened.value.db)
  expect(count.rows).toEqual([{ n: 2000 }])
  await opened.value.close()
})

/** Mounts a disk of 256 KiB; null where that is not allowed (it takes root and Linux). */
function smallDisk(): string | null {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return folder
}

test('a disk that is really full', async ({ skip }) => {
  const folder = smallDisk() ?? skip('mounting a small disk takes root on Linux')
  const path = join(folder, 'x.db')
  expect(await outcome(`sqlite:${path}`)).toEqual({ code: 'disk_full', path })
  expect(readdirSync(folder)).toEqual(['x.db']) // an empty database, good for the next start
  await make(path, { migrations: [] })
  writeFileSync(join(folder, 'photos'), Buffer.alloc(4096))
  try {
    writeFileSync(join(folder, 'more photos'), Buffer.alloc(1_000_000))
  } catch {
    // full now
  }
  const content = readFileSync(path)
  expect(await outcome(`sqlite:${path}`)).toEqual({ code: 'disk_full', path })
  expect(readFileSync(path).equals(content)).toBe(true)
})

test('a database that another process keeps locked', async () => {
  const path = join(temporaryFolder(), 'x.db')
  const holder = await openDatabase(`sqlite:${path}`, known)
  if (!holder.ok) throw new Error(holder.error.code)
  await holder.value.db.transaction().execute(async (trx) => {
    await sql`delete from step_1`.execute(trx)
    expect(await outcome(`sqlite:${path}`, { ...known, busyTimeoutMs: 20 })).toEqual({ code: 'locked', path })
  })
  await holder.value.close()
})
