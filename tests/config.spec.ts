import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultPacing, loadConfig, type Config, type ConfigFaults } from '../src/config.js'
import { fileIn, smallOrg, temporaryFolder } from './live-support.js'

function load(body: string): { readonly folder: string; readonly result: ReturnType<typeof loadConfig> } {
  const folder = temporaryFolder()
  fileIn(folder, 'org.yaml', smallOrg())
  return { folder, result: loadConfig(fileIn(folder, 'xiaoke.yaml', body)) }
}
const good = (body: string): { folder: string; config: Config } => {
  const { folder, result } = load(body)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return { folder, config: result.value }
}
const bad = (body: string): readonly ConfigFaults[] => {
  const { result } = load(body)
  return result.ok ? [] : result.error
}
const head = 'org: org.yaml\ndatabase: sqlite:x.db\n'

test('three lines are a whole configuration; paths are relative to the file', () => {
  const { folder, config } = good(`${head}transport: practice\n`)
  expect(config).toMatchObject({
    file: join(folder, 'xiaoke.yaml'),
    orgFile: join(folder, 'org.yaml'),
    database: `sqlite:${join(folder, 'x.db')}`,
    data: join(folder, 'data'),
    transport: { kind: 'practice' },
    pacing: defaultPacing,
    quiet: { from: 21 * 60, to: 7 * 60 + 30 },
    tipsUntil: '11:30',
    healthPort: 7788,
    log: 'info',
  })
  expect(config.org.name).toBe('清河市老科协')
})

test('the example is whole, and its commented halves are too', () => {
  const example = readFileSync(join(import.meta.dirname, '../examples/xiaoke.config.yaml'), 'utf8')
  const { config } = good(example)
  expect(config).toMatchObject({ pacing: defaultPacing, transport: { kind: 'practice' }, healthPort: 7788 })
  const halves = example.split(/^# (?=transport:)/m).slice(1)
  expect(halves).toHaveLength(2)
  for (const half of halves) {
    const own = half
      .split(/^#?$/m)[0]!
      .replace(/^# ?/gm, '')
      .replace(/^ *# .*$/gm, '')
    expect(good(`${head}${own}`).config.transport.kind).toBe('wechaty')
  }
})

test('defaults keep to the measured advice for personal accounts', () => {
  expect(defaultPacing.gapSeconds).toBeGreaterThanOrEqual(3)
  expect(defaultPacing.perMinute).toBeLessThanOrEqual(20)
  expect(defaultPacing.perDay).toBeLessThanOrEqual(500)
})

test('the account gets its folder, names and rooms from what is written elsewhere', () => {
  const { folder, config } = good(
    `${head}data: d\ntransport:\n  wechaty:\n    puppet: wechaty-puppet-wechat4u\n    ignore: [群管家]\n`,
  )
  expect(config.transport).toMatchObject({
    kind: 'wechaty',
    wechaty: {
      puppet: 'wechaty-puppet-wechat4u',
      folder: join(folder, 'd'),
      botNames: ['小科'],
      rooms: ['城东区老科协会员群', '南山县老科协群'],
      ignore: ['群管家'],
    },
  })
})

/** Body, line, key, words of the sentence. */
const faults: readonly (readonly [what: string, body: string, line: number, key: string, words: string])[] = [
  ['nothing at all', '', 1, '', 'examples/xiaoke.config.yaml'],
  ['no YAML', 'org: "x\n', 2, '', 'YAML'],
  ['no org', 'database: sqlite:x.db\ntransport: practice\n', 1, 'org', '组织文件'],
  [
    'org is not there',
    'database: sqlite:x.db\ntransport: practice\norg: no.yaml\n',
    3,
    'org',
    '没有这个文件',
  ],
  ['no database', 'org: org.yaml\ntransport: practice\n', 1, 'database', 'sqlite:xiaoke.db'],
  ['a path alone', 'org: org.yaml\ndatabase: x.db\ntransport: practice\n', 2, 'database', 'sqlite:'],
  [
    'a database that is gone at the end',
    'org: org.yaml\ndatabase: "sqlite::memory:"\ntransport: practice\n',
    2,
    'database',
    'sqlite:文件路径',
  ],
  ['no transport', head, 1, 'transport', 'practice'],
  ['an unknown transport', `${head}transport: telegram\n`, 3, 'transport', 'wechaty'],
  ['an unknown key', `${head}transport: practice\ncolour: red\n`, 4, 'colour', '不认识'],
  ['a key twice', `${head}transport: practice\norg: b.yaml\n`, 4, '', 'YAML'],
  [
    'a word for a number',
    `${head}transport: practice\npacing:\n  perDay: 很多\n`,
    5,
    'pacing.perDay',
    '整数',
  ],
  [
    'too many a minute',
    `${head}transport: practice\npacing: { perMinute: 600 }\n`,
    4,
    'pacing.perMinute',
    '60',
  ],
  ['a tip at night', `${head}transport: practice\ntipsUntil: '22:00'\n`, 4, 'tipsUntil', '之间'],
  ['a sexagesimal hour', `${head}transport: practice\nquiet: { from: 2100 }\n`, 4, 'quiet.from', '带引号'],
  ['a port of 0', `${head}transport: practice\nhealthPort: 0\n`, 4, 'healthPort', '65535'],
  ['a log level', `${head}transport: practice\nlog: loud\n`, 4, 'log', 'debug'],
  [
    'no puppet',
    `${head}transport:\n  wechaty:\n    printQr: true\n`,
    4,
    'transport.wechaty.puppet',
    'wechaty-puppet-wechat4u',
  ],
  [
    'a service without address',
    `${head}transport:\n  wechaty:\n    puppet: wechaty-puppet-service\n    token: insecure_123\n`,
    4,
    'transport.wechaty.endpoint',
    '127.0.0.1',
  ],
  [
    'a token without the gateway’s name',
    `${head}transport:\n  wechaty:\n    puppet: wechaty-puppet-service\n    endpoint: 127.0.0.1:1\n    token: nobody-knows\n`,
    7,
    'transport.wechaty.token',
    'serverName',
  ],
  ...['missing.pem', 'org.yaml'].map((file): (typeof faults)[number] => [
    `a certificate that is none (${file})`,
    `${head}transport:\n  wechaty:\n    puppet: wechaty-puppet-service\n    tls: { caCert: ${file} }\n`,
    6,
    'transport.wechaty.tls.caCert',
    'CA 证书文件',
  ]),
  [
    'an unknown key of the account',
    `${head}transport:\n  wechaty:\n    puppet: wechaty-puppet-wechat4u\n    tokn: x\n`,
    6,
    'transport.wechaty.tokn',
    '不认识',
  ],
  [
    'a folder of its own',
    `${head}transport:\n  wechaty:\n    puppet: wechaty-puppet-wechat4u\n    folder: x\n`,
    6,
    'transport.wechaty.folder',
    'data',
  ],
]

test.each(faults)('%s is said with its line, key and what to write', (_, body, line, key, words) => {
  const [first] = bad(body)
  const fault = first?.faults[0]
  expect(fault).toMatchObject({ line, key })
  expect(fault?.sentence).toContain(words)
})

test('faults of the org file are told with that file', () => {
  const folder = temporaryFolder()
  fileIn(folder, 'org.yaml', 'name: 甲\nunits: []\n')
  const result = loadConfig(fileIn(folder, 'xiaoke.yaml', `${head}transport: practice\n`))
  expect(result).toMatchObject({ ok: false, error: [{ file: join(folder, 'org.yaml') }] })
})

test('a token is never part of a fault', () => {
  const all = bad(
    `${head}transport:\n  wechaty:\n    puppet: wechaty-puppet-service\n    token: [insecure_secret]\n`,
  )
  expect(all.length).toBeGreaterThan(0)
  expect(JSON.stringify(all)).not.toContain('secret')
})
