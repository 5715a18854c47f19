import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import type { Org } from './core/org.js'
import { err, ok, type Result } from './core/result.js'
import { loadOrg } from './org.js'
import { wechatySchema, type WechatyConfig } from './transports/wechaty/index.js'
import { faultsOf, parseYamlFile, type FileFault, type YamlFile } from './yaml-file.js'
import { minuteOf } from './zone.js'

/** How much an account may say. Seconds between two sends are at least `gap`, plus up to `jitter` at random. */
export interface Pacing {
  readonly gapSeconds: number
  readonly jitterSeconds: number
  /** Between two sends to one room or person. */
  readonly roomGapSeconds: number
  /** Sends of the account within any 60 seconds, and on one day of the association. */
  readonly perMinute: number
  readonly perDay: number
}

/** The live configuration with everything it names read and checked; paths are absolute. */
export interface Config {
  readonly file: string
  readonly orgFile: string
  readonly org: Org
  /** `sqlite:PATH`. */
  readonly database: string
  /** Data folder: session, login code, received files, lock, `quiet`. */
  readonly data: string
  readonly transport:
    { readonly kind: 'practice' } | { readonly kind: 'wechaty'; readonly wechaty: WechatyConfig }
  readonly pacing: Pacing
  /** Minutes of the association's day between which nothing unasked is sent; `to` not included. */
  readonly quiet: { readonly from: number; readonly to: number }
  /** `HH:MM`: until then a morning tip that could not go at its hour still goes. */
  readonly tipsUntil?: string
  /** Port of 127.0.0.1; null: none. */
  readonly healthPort: number | null
  readonly log: LogLevel
}
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Faults of one of the files a configuration consists of. */
export interface ConfigFaults {
  readonly file: string
  readonly faults: readonly FileFault[]
}

/**
 * Measured advice for personal accounts: 3–5 s and more between two sends with jitter, at most 20 a minute, a few
 * hundred a day (docs/operating.md).
 */
export const defaultPacing: Pacing = {
  gapSeconds: 4,
  jitterSeconds: 3,
  roomGapSeconds: 8,
  perMinute: 20,
  perDay: 300,
}

const words = (what: string) =>
  z
    .string({ error: `请写${what}` })
    .trim()
    .min(1, `${what}不能空着`)
const number = (what: string, from: number, to: number) =>
  z
    .number({ error: `${what}请写数字` })
    .min(from, `${what}不能小于${from}`)
    .max(to, `${what}不能大于${to}`)
const whole = (what: string, from: number, to: number) =>
  z
    .int({ error: `${what}请写整数` })
    .min(from, `${what}不能小于${from}`)
    .max(to, `${what}不能大于${to}`)
const clock = z
  .string({ error: "时刻请写成带引号的 '21:00'" })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "时刻请写成带引号的 '21:00'")
const portHelp = "healthPort 请写 1 到 65535 的端口，不要就写 'off'"
const transportHelp = '请写 practice（练习室），或 wechaty: 下面写 puppet 等各项'

const schema = z.strictObject(
  {
    org: words('组织文件的路径，如 org: 老科协.yaml'),
    database: words('数据库地址，如 database: sqlite:xiaoke.db').regex(
      /^sqlite:(?!:memory:$)./s,
      '数据库请写成 sqlite:文件路径，如 sqlite:xiaoke.db',
    ),
    data: words('数据文件夹，如 data: data').default('data'),
    transport: z.union(
      [
        z.literal('practice'),
        z.strictObject({ wechaty: z.record(z.string(), z.unknown(), { error: transportHelp }) }),
      ],
      { error: transportHelp },
    ),
    pacing: z
      .strictObject(
        {
          gapSeconds: number('gapSeconds', 0, 3600).default(defaultPacing.gapSeconds),
          jitterSeconds: number('jitterSeconds', 0, 3600).default(defaultPacing.jitterSeconds),
          roomGapSeconds: number('roomGapSeconds', 0, 3600).default(defaultPacing.roomGapSeconds),
          perMinute: whole('perMinute', 1, 60).default(defaultPacing.perMinute),
          perDay: whole('perDay', 1, 5000).default(defaultPacing.perDay),
        },
        { error: 'pacing 请写成 { gapSeconds: 4, perMinute: 20, perDay: 300 }' },
      )
      .default(defaultPacing),
    quiet: z
      .strictObject(
        { from: clock.default('21:00'), to: clock.default('07:30') },
        { error: "quiet 请写成 { from: '21:00', to: '07:30' }" },
      )
      .default({ from: '21:00', to: '07:30' }),
    tipsUntil: clock
      .refine((t) => t >= '08:30' && t <= '20:30', "tipsUntil 请写 '08:30' 到 '20:30' 之间的时刻，如 '11:30'")
      .default('11:30'),
    healthPort: z
      .union([z.literal('off'), z.int().min(1, portHelp).max(65535, portHelp)], { error: portHelp })
      .default(7788),
    log: z
      .enum(['debug', 'info', 'warn', 'error'], { error: 'log 可写 debug、info、warn、error' })
      .default('info'),
  },
  { error: '请照 examples/xiaoke.config.yaml 写 org、database 和 transport' },
)
type ConfigFile = z.infer<typeof schema>

/** What is said of a wrong key under `transport.wechaty`. */
const wechatyHelp: Readonly<Record<string, string>> = {
  puppet: '请写接微信的程序包，如 wechaty-puppet-wechat4u 或 wechaty-puppet-service',
  token: '请写服务给的口令 token（至少8个字，像 insecure_…；前面没有名字和下划线的，在 tls 里写 serverName）',
  endpoint: 'wechaty-puppet-service 要写 token 和 endpoint，endpoint 写成 127.0.0.1:18788 这样',
  tls: '请写成 { disable: true }，或 { caCert: 证书文件, serverName: 证书上的名字 }',
  'tls.caCert': '请写 CA 证书文件（PEM）的路径，从这个配置文件所在的文件夹算起',
  ignore: '请写成一列：- 群管家',
  printQr: '请写 true 或 false',
}

/** Reads the configuration and the org file it names; relative paths are relative to the configuration's folder. */
export function loadConfig(path: string): Result<Config, readonly ConfigFaults[]> {
  const file = resolve(path)
  let body: string
  try {
    body = readFileSync(file, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '未知原因'
    const why = code === 'ENOENT' ? '没有这个文件，请检查 --config 的路径' : `读不了这个文件（${code}）`
    return err([{ file: path, faults: [{ line: 0, key: '', sentence: why }] }])
  }
  const parsed = parseYamlFile(body, schema)
  if (!parsed.ok) return err([{ file: path, faults: parsed.error }])
  const { value: c, lineOf } = parsed.value
  const at = (place: string): string => resolve(dirname(file), place)
  const orgFile = at(c.org)
  const org = loadOrg(orgFile)
  const transport = transportOf(parsed.value, org.ok ? org.value : null, at)
  const faults: ConfigFaults[] = []
  if (!org.ok) {
    const missing = org.error[0]?.line === 0
    faults.push(
      missing
        ? {
            file: path,
            faults: [{ line: lineOf(['org']), key: 'org', sentence: `${orgFile} ${org.error[0]!.sentence}` }],
          }
        : { file: orgFile, faults: org.error },
    )
  }
  if (!transport.ok) faults.push({ file: path, faults: transport.error })
  if (!org.ok || !transport.ok) return err(faults)
  return ok({
    file,
    orgFile,
    org: org.value,
    database: `sqlite:${at(c.database.slice('sqlite:'.length))}`,
    data: at(c.data),
    transport: transport.value,
    pacing: c.pacing,
    quiet: { from: minuteOf(c.quiet.from), to: minuteOf(c.quiet.to) },
    tipsUntil: c.tipsUntil,
    healthPort: c.healthPort === 'off' ? null : c.healthPort,
    log: c.log,
  })
}

/** The transport part; folder, names and rooms come from the data folder and the org file unless written here. */
function transportOf(
  { value, lineOf }: YamlFile<ConfigFile>,
  org: Org | null,
  at: (place: string) => string,
): Result<Config['transport'], readonly FileFault[]> {
  if (value.transport === 'practice') return ok({ kind: 'practice' })
  const here = ['transport', 'wechaty']
  const written = value.transport.wechaty
  if ('folder' in written) {
    const key = [...here, 'folder']
    return err([{ line: lineOf(key), key: key.join('.'), sentence: '文件夹由 data 决定，请删去这一项' }])
  }
  const parsed = wechatySchema.safeParse({
    ...(org && { botNames: [org.bot.name, ...org.bot.aliases], rooms: org.rooms.map((r) => r.name) }),
    ...written,
    ...withCertificate(written['tls'], at),
    folder: at(value.data),
  })
  if (parsed.success) return ok({ kind: 'wechaty', wechaty: parsed.data })
  return err(
    parsed.error.issues.flatMap((issue) => {
      const sentence =
        wechatyHelp[issue.path.join('.')] ??
        wechatyHelp[String(issue.path[0])] ??
        '这一项写得不对，请照 examples/xiaoke.config.yaml 写'
      const message = issue.code === 'unrecognized_keys' ? issue.message : sentence
      return faultsOf({ ...issue, message, path: [...here, ...issue.path] }, lineOf)
    }),
  )
}

/** A certificate named by its file becomes its text; what cannot be read stays a path, which is no certificate. */
function withCertificate(tls: unknown, at: (place: string) => string): { readonly tls?: unknown } {
  const { caCert } = (tls ?? {}) as { readonly caCert?: unknown }
  if (typeof caCert !== 'string' || caCert.includes('-----BEGIN')) return {}
  try {
    return { tls: { ...(tls as object), caCert: readFileSync(at(caCert), 'utf8') } }
  } catch {
    return {}
  }
}
