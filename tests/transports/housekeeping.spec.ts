import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileBox } from 'file-box'
import { wechatySchema } from '../../src/transports/wechaty/config.js'
import { openAnnounced } from '../../src/transports/wechaty/announced-file.js'
import { saveFile } from '../../src/transports/wechaty/files.js'
import { openHeardFile } from '../../src/transports/wechaty/heard-file.js'
import type { IdentityRow } from '../../src/transports/wechaty/identity.js'
import { fileIdentityStore } from '../../src/transports/wechaty/identity-store.js'
import { drawQr, removeQr } from '../../src/transports/wechaty/qr.js'
import { temporaryFolder } from './simulated.js'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const mode = async (path: string): Promise<number> => (await stat(path)).mode & 0o777

const file = (name: string, size: number) => ({
  name,
  toStream: async () => Readable.from([Buffer.alloc(size, 7)]),
})
const at = new Date('2026-11-21T00:00:00Z')
test.each([
  ['合影.PNG', 10, { ok: true, value: join('files', '2026-11', 'm_1.png') }],
  ['../../etc/passwd', 10, { ok: true, value: join('files', '2026-11', 'm_1') }],
  ['名单.x/../../y', 10, { ok: true, value: join('files', '2026-11', 'm_1') }],
  ['大.mp4', 101, { ok: false, error: { code: 'too_large' } }],
])('a file %s of %d bytes', async (name, size, expected) => {
  expect(await saveFile(folder, 'm/1', at, file(name, size), 100)).toEqual(expected)
  const left = await readdir(join(folder, 'files', '2026-11'))
  expect(left.filter((one) => one.endsWith('.part'))).toEqual([])
})

test('a file that breaks off leaves nothing', async () => {
  const broken = { name: 'a.png', toStream: async () => Readable.from((async function* () { yield Buffer.alloc(1); throw new Error('gone') })()) } // prettier-ignore
  expect(await saveFile(folder, 'm1', at, broken, 100)).toMatchObject({
    ok: false,
    error: { code: 'unreadable' },
  })
  expect(await readdir(join(folder, 'files', '2026-11'))).toEqual([])
})

test('the login code is a picture a phone can read, and goes', async () => {
  const code = 'https://login.weixin.qq.com/l/IbxsRzqvYQ=='
  expect(await drawQr(folder, code)).toContain('█')
  expect(await FileBox.fromFile(join(folder, 'wechat-login.png')).toQRCode()).toBe(code)
  expect((await readFile(join(folder, 'wechat-login.png'))).subarray(1, 4).toString()).toBe('PNG')
  await removeQr(folder)
  expect(await readdir(folder)).toEqual([])
})

test('people and rooms outlive the process, in a file for its owner only', async () => {
  const path = join(folder, 'sub', 'identities.json')
  const row: IdentityRow = { kind: 'person', id: 'wx-1', name: '王秀兰', remark: '', calls: { r1: '' }, members: [], former: [], platformId: '@a', maybe: [], sameAs: null, seenAt: '2026-11-21T00:00:00Z' } // prettier-ignore
  const store = fileIdentityStore(path)
  await Promise.all([
    store.save(row),
    store.save({ ...row, id: 'wx-2' }),
    store.save({ ...row, name: '秀兰' }),
  ])
  expect((await fileIdentityStore(path).load()).map(({ id, name }) => [id, name])).toEqual([
    ['wx-1', '秀兰'],
    ['wx-2', '王秀兰'],
  ])
  expect(await mode(path)).toBe(0o600)
})

test('what was heard outlives a crash that cut the last line; no words are kept', async () => {
  const path = join(folder, 'heard.ndjson')
  const heard = { id: 'm1', lane: 'r1', sender: 'p1', name: '王秀兰', hash: 'h', at: 1, life: 1 }
  await (await openHeardFile(path)).note(heard)
  await writeFile(path, `${await readFile(path, 'utf8')}{"id":"m2","la`)
  expect((await openHeardFile(path)).earlier).toEqual([heard])
})

test('what was announced and not settled outlives the process; the file stays small', async () => {
  const path = join(folder, 'sub', 'announced')
  const first = await openAnnounced(path)
  for (const id of ['m1', 'm2', 'm3']) first.note(id)
  first.settle('m2')
  first.settle('m2')
  const second = await openAnnounced(path)
  expect(second.earlier).toEqual(['m1', 'm3'])
  second.settle('m1')
  for (let i = 0; i < 3000; i++) {
    second.note(`n${i}`)
    second.settle(`n${i}`)
  }
  second.note('m4')
  // A crash may have cut the last line.
  await writeFile(path, `${await readFile(path, 'utf8')}-m`)
  expect((await openAnnounced(path)).earlier).toEqual(['m3', 'm4'])
  expect((await readFile(path, 'utf8')).split('\n').length).toBeLessThan(2100)
  // A thousand at once after a reconnect, and killed then.
  for (let i = 0; i < 1000; i++) second.note(`k${i}`)
  expect((await openAnnounced(path)).earlier).toHaveLength(1002)
  expect(await mode(path)).toBe(0o600)
})

test.each([
  [{ puppet: 'wechaty-puppet-wechat4u', folder: 'data' }, true],
  [{ folder: 'data' }, false], // no puppet by default
  [{ puppet: 'wechaty-puppet-service', folder: 'data' }, false], // it would ask a discovery server
  [
    { puppet: 'wechaty-puppet-service', folder: 'data', token: 'insecure_1', endpoint: '127.0.0.1:18788' },
    true,
  ],
  [{ puppet: 'wechaty-puppet-service', folder: 'data', token: 'insecure_1', endpoint: 'https://x' }, false],
  [{ puppet: 'wechaty-puppet-wechat4u', folder: 'data', tokken: 'x' }, false], // unknown keys are errors
])('configuration %j: %s', (config, good) => expect(wechatySchema.safeParse(config).success).toBe(good))

const importsOf = async (path: string): Promise<string[]> =>
  [...(await readFile(path, 'utf8')).matchAll(/^(?:import|export) (?!type ).*?from '([^']+)'/gms)].map(
    ([, from = '']) => from,
  )

test('wechaty is imported in its folder only, and there only when a transport starts', async () => {
  const source = resolve(import.meta.dirname, '../../src')
  const files = (await readdir(source, { recursive: true })).filter((path) => path.endsWith('.ts'))
  const wrong: string[] = []
  for (const path of files.filter((one) => !one.includes(join('wechaty', 'simulator')))) {
    const loads = (await importsOf(join(source, path))).filter((from) => /^(?:wechaty|file-box)/.test(from))
    wrong.push(...loads.map((from) => `${path} loads ${from}`))
  }
  expect(wrong).toEqual([])
})
