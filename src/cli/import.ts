import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyDatabase } from '../../db/backup.js'
import { openApp } from '../app.js'
import { sqliteFile } from '../backup.js'
import type { Org } from '../core/org.js'
import { err } from '../core/result.js'
import { houseOf, type House } from '../house.js'
import { decode, encodings, type Encoding } from '../import/decode.js'
import { readDay } from '../import/moment.js'
import { readRecord, recordProblem } from '../import/read.js'
import { importRecord } from '../import/run.js'
import type { ChatRecord } from '../import/said.js'
import { summaryText } from '../import/summary.js'
import { tellImport } from '../import/tell.js'
import { databaseLock, lockHolder } from '../lock.js'
import { stderrLog } from '../log.js'
import type { Database } from '../store.js'
import { zoneOf } from '../zone.js'
import { configFrom } from './config.js'
import { databaseFrom, guarded, orgFrom, print, readOptions, Stop } from './options.js'

type Options = Readonly<Record<string, string | undefined>>

/** A record of this size holds years of a room. */
const largestBytes = 200 * 1024 * 1024

/** `xiaoke import FILE --room NAME --org FILE --db URL [--day DAY] [--encoding NAME] [--dry-run]`. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const options = readOptions(
      argv,
      {
        room: 'needed',
        org: 'text',
        db: 'text',
        config: 'text',
        day: 'text',
        encoding: 'text',
        'dry-run': 'flag',
      },
      '聊天记录的文件',
    )
    const { org, url } = placesOf(options)
    const room = options['room']!
    if (org.rooms.length > 0 && !org.rooms.some((r) => r.name === room))
      throw new Stop(1, `组织文件里没有「${room}」这个群，可写：${org.rooms.map((r) => r.name).join('、')}`)
    const now = new Date()
    const { record, encoding } = recordOf(options, org, now)
    const dry = options['dry-run'] === 'true'
    const { db, close } = dry ? await onCopy(url) : await onItself(url)
    try {
      const house = await houseFor(org, db, dry ? null : url)
      const summary = await importRecord({ db, house, room, said: record.said, now, progress })
      if (record.said.length > 0 && summary.messages === 0)
        throw new Stop(1, `文件里是群「${record.said[0]!.room}」的记录，和 --room 不是一个群`)
      if (!dry) await db.work((store) => tellImport(store, house, room, summary, now))
      await print(summaryText(summary, record, `${record.form}，${encoding}`, dry, house))
      return 0
    } finally {
      await close()
    }
  })

function placesOf(options: Options): { readonly org: Org; readonly url: string } {
  const { config, org, db } = options
  if (config !== undefined) {
    if (org !== undefined || db !== undefined) throw new Stop(2, '写了 --config 就不用写 --org 和 --db')
    const read = configFrom(config)
    return { org: read.org, url: read.database }
  }
  if (org === undefined || db === undefined) throw new Stop(2, '还差 --org 和 --db（或者 --config）')
  return { org: orgFrom(org), url: db }
}

function recordOf(options: Options, org: Org, now: Date): { record: ChatRecord; encoding: Encoding } {
  const file = options['file']!
  const told = options['encoding']
  if (told !== undefined && !encodings.some((e) => e === told))
    throw new Stop(2, `--encoding 可写 ${encodings.join('、')}`)
  const today = zoneOf(org.timezone).local(now).day
  const day = options['day'] === undefined ? today : readDay(options['day'], today)
  if (day === null) throw new Stop(2, '--day 请写成 2026-03-01 这样')
  if (!existsSync(file) || !statSync(file).isFile()) throw new Stop(1, `没有「${file}」这个文件，请检查路径`)
  if (statSync(file).size > largestBytes) throw new Stop(1, `「${file}」太大了，请分几份导出`)
  const decoded = decode(readFileSync(file), told as Encoding | undefined)
  if (!decoded.ok) throw new Stop(1, `「${file}」不是文字，请导出成 txt、CSV 或 JSON 再来`)
  const { text, encoding } = decoded.value
  const names = new Set([...org.people.map((p) => p.name), org.bot.name])
  const record = readRecord(text, { until: day, dayTold: options['day'] !== undefined, names })
  if (!record.ok) throw new Stop(1, recordProblem(record.error, file))
  return { record: record.value, encoding }
}

interface Opened {
  readonly db: Database
  readonly close: () => Promise<void>
}
async function onItself(url: string): Promise<Opened> {
  const db = await databaseFrom(url)
  return { db, close: () => db.close() }
}

/** A copy that is thrown away: what a dry run writes nobody ever sees. */
async function onCopy(url: string): Promise<Opened> {
  const file = sqliteFile(url)
  if (file === null || !existsSync(file)) return onItself('sqlite::memory:')
  const folder = mkdtempSync(join(tmpdir(), 'xiaoke-import-'))
  const drop = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, 'copy.db')
    await copyDatabase(file, copy)
    const db = await databaseFrom(`sqlite:${copy}`)
    return { db, close: () => db.close().finally(drop) }
  } catch (error) {
    drop()
    throw error
  }
}

/** Beside a running bot its house is taken as it is; otherwise it is opened as at every start. */
async function houseFor(org: Org, db: Database, url: string | null): Promise<House> {
  const file = url === null ? null : sqliteFile(url)
  if (file === null || (await lockHolder(databaseLock(file))) === null) {
    const transport = { send: async () => err({ code: 'offline' } as const) }
    const app = await openApp({ org, db, clock: { now: () => new Date() }, log: stderrLog(), transport })
    await app.stop()
    return app.house
  }
  const units = await db.read((store) => store.units.all())
  const inUse = units.filter((u) => !u.retired).map((u) => `${u.name}\n${u.parent ?? ''}`)
  const written = org.units.map((u) => `${u.name}\n${u.parent ?? ''}`)
  if (inUse.toSorted().join() !== written.toSorted().join())
    throw new Stop(1, '正在运行的小科用的是另一份组织文件：请写它的那一份，或先停下小科')
  return houseOf(org, units)
}

let shown = -1
function progress(done: number, all: number): void {
  const percent = all === 0 ? 100 : Math.floor((done / all) * 100)
  const step = process.stderr.isTTY ? 1 : 20
  if (percent < shown + step && percent < 100) return
  if (shown >= 100) return
  shown = percent
  const bar = '█'.repeat(Math.floor(percent / 5)).padEnd(20, '░')
  process.stderr.write(
    process.stderr.isTTY
      ? `\r${bar} ${done}/${all}${percent === 100 ? '\n' : ''}`
      : `读了 ${done}/${all} 条\n`,
  )
}
