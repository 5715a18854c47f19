import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { storageFault } from '../../db/fault.js'
import { groupCommit } from '../../db/group-commit.js'
import { openDatabase, type OpenOptions } from '../../db/open.js'
import { createDatabase } from '../../db/store.js'
import { compileChild, temporaryFolder } from './support.js'

interface Tables {
  item: { no: number; batch: number }
  child: { parent: number }
}

async function setup(options: OpenOptions = {}): Promise<Kysely<Tables>> {
  const opened = await openDatabase(`sqlite:${join(temporaryFolder(), 'g.db')}`, {
    migrations: [],
    ...options,
  })
  if (!opened.ok) throw new Error(opened.error.code)
  onTestFinished(() => opened.value.close())
  const db = opened.value.db as unknown as Kysely<Tables>
  await sql`create table item (no integer primary key, batch integer not null) strict`.execute(db)
  await sql`create table child (parent integer references item deferrable initially deferred) strict`.execute(
    db,
  )
  return db
}

const numbers = async (db: Kysely<Tables>) =>
  (await db.selectFrom('item').select('no').orderBy('no').execute()).map((row) => row.no)

/** Writes the item, then does as it is told. */
const writing = (
  db: Kysely<Tables>,
  then: (no: number, trx: Kysely<Tables>) => Promise<unknown> | void = () => {},
) =>
  groupCommit(db, async (trx, no: number) => {
    await trx.insertInto('item').values({ no, batch: 0 }).execute()
    await then(no, trx)
    return no * 10
  })

const settled = (work: readonly Promise<number>[]) =>
  Promise.allSettled(work).then((all) =>
    all.map((one) => (one.status === 'fulfilled' ? one.value : 'failed')),
  )

test('each item gets the answer of its handler, in order', async () => {
  const db = await setup()
  const order: number[] = []
  const commits = writing(db, (no) => void order.push(no))
  expect(await settled([3, 1, 2].map((no) => commits.submit(no)))).toEqual([30, 10, 20])
  expect(order).toEqual([3, 1, 2])
  expect(await numbers(db)).toEqual([1, 2, 3])
})

test('what arrives together shares a transaction, what arrives meanwhile the next one', async () => {
  const db = await setup()
  const seen: object[] = []
  const commits = groupCommit(db, async (trx, no: number) => {
    seen.push(trx)
    if (no === 1) later.push(commits.submit(10), commits.submit(11))
    await trx.insertInto('item').values({ no, batch: 0 }).execute()
  })
  const later: Promise<void>[] = []
  await Promise.all([1, 2, 3].map((no) => commits.submit(no)))
  await Promise.all(later)
  const batches = [...new Set(seen)].map((trx) => seen.filter((one) => one === trx).length)
  expect(batches).toEqual([3, 2])
})

test('an item that throws is undone alone', async () => {
  const db = await setup()
  const commits = writing(db, (no) => {
    if (no % 2 === 0) throw new Error(`item ${no}`)
  })
  const work = [1, 2, 3, 4, 5].map((no) => commits.submit(no))
  await expect(work[1]).rejects.toThrow('item 2')
  expect(await settled(work)).toEqual([10, 'failed', 30, 'failed', 50])
  expect(await numbers(db)).toEqual([1, 3, 5])
})

test('so is one that is alone, and one that breaks a constraint', async () => {
  const db = await setup()
  const commits = writing(db, async (no, trx) => {
    if (no === 1) throw new Error('alone')
    if (no === 3) await trx.insertInto('item').values({ no: 2, batch: 0 }).execute()
  })
  expect(await settled([commits.submit(1)])).toEqual(['failed'])
  expect(await settled([2, 3, 4].map((no) => commits.submit(no)))).toEqual([20, 'failed', 40])
  expect(await numbers(db)).toEqual([2, 4])
})

test('an item whose commit fails fails alone, and the next batch works', async () => {
  const db = await setup()
  const commits = writing(db, async (no, trx) => {
    if (no === 2) await trx.insertInto('child').values({ parent: 99 }).execute()
  })
  expect(await settled([1, 2, 3].map((no) => commits.submit(no)))).toEqual([10, 'failed', 30])
  expect(await numbers(db)).toEqual([1, 3])
  expect(await settled([commits.submit(4)])).toEqual([40])
})

test('an item for which the database itself undoes the transaction fails alone, and nothing of it stays', async () => {
  const db = await setup()
  await sql
    .raw(`create trigger undo before insert on child begin select raise(rollback, 'undone'); end`)
    .execute(db)
  const commits = writing(db, async (no, trx) => {
    if (no === 2) await trx.insertInto('child').values({ parent: 1 }).execute()
  })
  expect(await settled([1, 2, 3].map((no) => commits.submit(no)))).toEqual([10, 'failed', 30])
  expect(await numbers(db)).toEqual([1, 3])
  expect(await settled([4, 5].map((no) => commits.submit(no)))).toEqual([40, 50])
})

test('a full disk fails what did not fit, by name', async () => {
  const db = await setup({ maxPages: 30 })
  await sql`create table words (words text) strict`.execute(db)
  const commits = writing(db, async (no, trx) => {
    if (no === 2) await sql`insert into words values (hex(randomblob(400000)))`.execute(trx)
  })
  const work = [1, 2, 3].map((no) => commits.submit(no))
  expect(storageFault(await work[1]?.catch((error: unknown) => error))).toBe('disk_full')
  const outcomes = await settled(work)
  const kept = outcomes.filter((outcome) => outcome !== 'failed').map((outcome) => outcome / 10)
  expect(await numbers(db)).toEqual(kept)
})

test('idle waits for everything submitted, also meanwhile', async () => {
  const db = await setup()
  const commits = writing(db, (no) => {
    if (no < 5) commits.submit(no + 1).catch(() => undefined)
  })
  commits.submit(1).catch(() => undefined)
  await commits.idle()
  expect(await numbers(db)).toEqual([1, 2, 3, 4, 5])
  await commits.idle()
})

test('killed with items in flight, nothing acknowledged is lost and nothing is half written', async () => {
  const path = join(temporaryFolder(), 'k.db')
  const program = compileChild('acknowledger')
  let acknowledged = 0
  let next = 1
  for (let kill = 0; kill < 12; kill++) {
    const child = spawn(process.execPath, [program, `sqlite:${path}`, String(next)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    const enough = 200 + kill * 37
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk
      if (printed.split('\n').length > enough) child.kill('SIGKILL')
    })
    await once(child, 'close')
    const numbers = printed.split('\n').slice(0, -1).map(Number)
    expect(numbers.length).toBeGreaterThanOrEqual(enough)
    acknowledged += numbers.length
    const opened = await openDatabase(`sqlite:${path}`, {
      migrations: [{ version: 1, name: 'items', up: async () => {} }],
    })
    if (!opened.ok) throw new Error(opened.error.code)
    const { rows } = await sql<{ no: number; parts: number }>`
      select no, (select count(*) from part where item = no) as parts from item where no >= ${next}`.execute(
      opened.value.db,
    )
    await opened.value.close()
    const stored = new Set(rows.map((row) => row.no))
    expect(numbers.filter((no) => !stored.has(no))).toEqual([])
    expect(rows.filter((row) => row.parts !== 2)).toEqual([])
    next = Math.max(...stored) + 1
  }
  expect(acknowledged).toBeGreaterThan(2000)
})

describe('another process keeps the file locked', () => {
  /** For so many milliseconds; null: until all was answered. */
  const lockedFor = async (ms: number | null) => {
    const path = join(temporaryFolder(), 'l.db')
    const opened = await openDatabase(`sqlite:${path}`, { busyTimeoutMs: 30 })
    const other = await openDatabase(`sqlite:${path}`)
    if (!opened.ok || !other.ok) throw new Error('no database')
    onTestFinished(async () => {
      await opened.value.close()
      await other.value.close()
    })
    const db = createDatabase(opened.value)
    let held: Promise<void> = Promise.resolve()
    let letGo = (): void => {}
    const answered = new Promise<void>((resolve) => (letGo = resolve))
    await new Promise<void>((begun) => {
      held = other.value.db.transaction().execute(async () => {
        begun()
        await (ms === null ? answered : pause(ms))
      })
    })
    const outcome = await Promise.allSettled(
      [1, 2, 3].map((n) => db.work((s) => s.seen.mark(`m${n}`, '2026-11-22'))),
    )
    letGo()
    await held
    return outcome.map((one) => (one.status === 'fulfilled' ? one.value : storageFault(one.reason)))
  }

  test('longer than one busy timeout: all is written in the end', async () => {
    expect(await lockedFor(120)).toEqual([true, true, true])
  })

  test('for good: it is told', async () => {
    expect(await lockedFor(null)).toEqual(['locked', 'locked', 'locked'])
  })
})
