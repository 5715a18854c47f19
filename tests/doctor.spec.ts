import { once } from 'node:events'
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../db/open.js'
import { createDatabase } from '../db/store.js'
import { loadConfig } from '../src/config.js'
import { examine, nodeVersion } from '../src/doctor.js'
import { takeLock } from '../src/lock.js'
import { noteOnline } from '../src/offline.js'
import type { Store } from '../src/store.js'
import { fileIn, smallOrg, temporaryFolder } from './live-support.js'
import { freePort } from './live-process.js'

let folder: string
let port: number
const now = new Date('2026-11-21T02:00:00Z')
beforeEach(async () => {
  folder = temporaryFolder()
  port = await freePort()
  fileIn(folder, 'org.yaml', smallOrg())
  configure('transport: practice')
})

function configure(transport: string): void {
  const body = `org: org.yaml\ndatabase: sqlite:x.db\nhealthPort: ${port}\n${transport}\n`
  chmodSync(fileIn(folder, 'xiaoke.yaml', body), 0o600)
}
async function inDatabase(work: (store: Store) => Promise<unknown>): Promise<void> {
  const opened = await openDatabase(`sqlite:${join(folder, 'x.db')}`)
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  await db.work(work)
  await db.close()
}
/** Lines as `xiaoke doctor` prints them. */
async function lines(at = now): Promise<string[]> {
  const config = loadConfig(join(folder, 'xiaoke.yaml'))
  if (!config.ok) throw new Error(JSON.stringify(config.error))
  return (await examine(config.value, at)).map(({ ok, text }) => `${ok ? '✓' : '✗'} ${text}`)
}
const wrong = async (at = now): Promise<string[]> => (await lines(at)).filter((line) => line.startsWith('✗'))

test('all is well before the first start', async () => {
  expect(await wrong()).toEqual([])
  const said = (await lines()).join('\n')
  for (const words of [
    '清河市老科协',
    '第一次启动时建',
    '2026-11-21 10:00',
    '没有接微信',
    `状态端口 ${port} 空着`,
  ])
    expect(said).toContain(words)
})

test('all is well with a database in use', async () => {
  await inDatabase((store) => noteOnline(store, new Date(now.getTime() - 3_600_000)))
  expect(await wrong()).toEqual([])
  expect((await lines()).join('\n')).toContain('上次在线 2026-11-21 9:00')
})

test('web WeChat, logged in since yesterday', async () => {
  configure('transport: { wechaty: { puppet: wechaty-puppet-wechat4u } }')
  mkdirSync(join(folder, 'data'))
  const session = fileIn(join(folder, 'data'), 'session.memory-card.json', '{}')
  chmodSync(session, 0o600)
  utimesSync(session, now, new Date(now.getTime() - 50 * 3_600_000))
  expect(await wrong()).toEqual([])
  expect((await lines()).join('\n')).toContain('50 小时前更新，可能要重新扫码')
})

const wechat = (more: string): void =>
  configure(`transport: { wechaty: { puppet: wechaty-puppet-wechat4u } }\n${more}`)

const service = (port: number): void =>
  configure(
    `transport: { wechaty: { puppet: wechaty-puppet-service, endpoint: "127.0.0.1:${port}", token: insecure_x } }`,
  )

describe('what is wrong is said with what to do', () => {
  const posix = process.platform !== 'win32'
  const rows: readonly (readonly [string, () => unknown, string])[] = [
    [
      'no secretariat',
      () => fileIn(folder, 'org.yaml', smallOrg().replace('role: secretariat', 'role: member')),
      'role: secretariat',
    ],
    ['no database', () => fileIn(folder, 'x.db', 'x'.repeat(9000)), '不是小科的数据库'],
    ['another program’s port', () => listen(port), '换一个 healthPort'],
    [
      'a clock that was set back',
      () => inDatabase((s) => noteOnline(s, new Date(now.getTime() + 3_600_000))),
      '对准时间',
    ],
    [
      'a puppet that is not there',
      () => configure('transport: { wechaty: { puppet: wechaty-puppet-none } }'),
      'npm install',
    ],
    ['sending too fast', () => wechat('pacing: { gapSeconds: 1 }'), 'gapSeconds'],
    [
      'an id of the org file that is not the chat’s',
      () => inDatabase((s) => s.settings.set('namesake:wxid_zhou', 'wxid_8k2')),
      '周敏在聊天里的编号是 wxid_8k2',
    ],
    [
      'totals that are not those of the records',
      () =>
        inDatabase(async (store) => {
          await store.units.sync({ units: [{ name: '清河市老科协', parent: null, aliases: [] }] })
          const cell = { unit: '清河市老科协', own: true, cell: '2026-11', kind: 'lecture' } as const
          const sums = {
            entries: 1,
            sessions: 1,
            attendance: 9,
            materials: 0,
            count: 0,
            adopted: 0,
            approx: 0,
            gaps: 0,
          }
          await store.rollup.add([{ ...cell, ...sums }])
        }),
      'recount --repair',
    ],
    [
      'a gateway that is not there',
      () => {
        service(1)
        chmodSync(join(folder, 'xiaoke.yaml'), 0o600)
      },
      '微信接口服务 127.0.0.1:1 没有回应，请看那边开着没有',
    ],
    ...(posix
      ? ([
          [
            'a session others may read',
            () => {
              wechat('')
              mkdirSync(join(folder, 'data'))
              chmodSync(fileIn(join(folder, 'data'), 'session.memory-card.json', '{}'), 0o644)
            },
            'chmod 600',
          ],
          [
            'a token others may read',
            async () => {
              const server = createServer().listen(0, '127.0.0.1')
              await once(server, 'listening')
              onTestFinished(() => void server.close())
              service((server.address() as { port: number }).port)
              chmodSync(join(folder, 'xiaoke.yaml'), 0o644)
            },
            'chmod 600',
          ],
        ] as const)
      : []),
  ]
  test.each(rows)('%s', async (_, spoil, words) => {
    await spoil()
    const found = await wrong()
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(words)
  })

  test('a clock at its beginning', async () => {
    expect((await wrong(new Date('1970-01-02T00:00:00Z'))).join()).toContain('对准时间')
  })
  test('a running bot whose state cannot be asked', async () => {
    const lock = await takeLock(join(folder, 'x.db.lock'))
    expect(await wrong()).toEqual([expect.stringContaining('重新启动')])
    await listen(port)
    expect(await wrong()).toEqual([])
    if (lock.ok) await lock.value()
  })
  test.each([
    ['18.19.0', false],
    ['20.16.9', false],
    ['20.17.0', true],
    ['24.1.0', true],
  ])('Node.js %s: %s', (version, fine) => {
    expect(nodeVersion(version).ok).toBe(fine)
  })
})

test('the quiet file is mentioned, and is nothing wrong', async () => {
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'data', '安静'), '')
  expect(await wrong()).toEqual([])
  expect((await lines()).join('\n')).toContain('安静')
})

async function listen(at: number): Promise<void> {
  const other = createServer().listen(at, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
}
