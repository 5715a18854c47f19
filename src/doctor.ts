import { existsSync, statSync } from 'node:fs'
import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { findDamage, stepsBehind } from '../db/backup.js'
import { openDatabase } from '../db/open.js'
import { createDatabase } from '../db/store.js'
import { sqliteFile } from './backup.js'
import type { Config } from './config.js'
import { treeOf } from './core/tree.js'
import { recount } from './ledger/recount.js'
import { databaseLock, lockHolder } from './lock.js'
import { namesakesOf } from './namesakes.js'
import { lastOnline } from './offline.js'
import { openProblem } from './problems.js'
import { isInstalled } from './puppet-installed.js'
import { isQuiet } from './serve.js'
import { checkGateway, gatewayAdvice, type WechatyConfig } from './transports/wechaty/index.js'
import { clockText, zoneOf } from './zone.js'

/** One line of a check: what is so, and where it is not well, what to do. */
export interface Finding {
  readonly ok: boolean
  readonly text: string
}
const good = (text: string): Finding => ({ ok: true, text })
const bad = (text: string): Finding => ({ ok: false, text })

/** Less than this free, and a day's work may not fit. */
const leastFreeBytes = 200 * 1024 * 1024
/** The clock of a computer whose battery died starts years ago. */
const earliestYear = 2026
/** Sessions of web accounts were reported to last about two days. */
const sessionHours = 48

/** Looks at everything the bot stands on; writes nothing but a probe in the data folder. */
export async function examine(config: Config, now: Date): Promise<readonly Finding[]> {
  const running = await lockHolder(databaseLock(sqliteFile(config.database)!))
  return [
    good(`配置 ${config.file}`),
    good(
      `组织文件 ${config.orgFile}：${config.org.name}，${config.org.units.length}个单位，${config.org.rooms.length}个群`,
    ),
    nodeVersion(process.versions.node),
    ...office(config),
    ...(await database(config, now)),
    clock(config, now),
    await disk(config),
    await dataFolder(config),
    ...(await account(config, now)),
    await healthPort(config, running),
    running === null ? good('没有别的小科在运行') : good(`小科正在运行（进程 ${running}）`),
    ...(isQuiet(config.data) ? [good(`数据文件夹里放着“安静”文件：只记录，什么也不发；要说话就删掉它`)] : []),
  ]
}

export function nodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 17)
    ? good(`Node.js ${version}`)
    : bad(`Node.js ${version} 太旧，请装 20.17 以上的`)
}

function office({ org }: Config): Finding[] {
  if (org.people.some((p) => p.role === 'secretariat')) return []
  return [bad('组织文件里没有写秘书处（role: secretariat），待办没有人办，请在 people 里写上')]
}

async function database({ database, org }: Config, now: Date): Promise<Finding[]> {
  const file = sqliteFile(database)!
  if (!existsSync(file)) {
    return existsSync(dirname(file))
      ? [good(`数据库 ${file} 还没有，第一次启动时建`)]
      : [bad(`没有「${dirname(file)}」这个文件夹，请先建好它`)]
  }
  const damage = await findDamage(file).catch((error: unknown) => ({
    code: 'damaged' as const,
    finding: String(error),
  }))
  if (damage) return [bad(openProblem({ ...damage, path: file }))]
  if ((await stepsBehind(file)) > 0)
    return [good(`数据库 ${file}：完好，是旧版小科建的，下次启动时升级；请先备份一份（xiaoke backup）`)]
  const opened = await openDatabase(database)
  if (!opened.ok) return [bad(openProblem(opened.error))]
  const db = createDatabase(opened.value)
  try {
    return await db.read(async (store) => {
      const { records, wrong } = await recount(store, treeOf(await store.units.all()), false)
      const last = await lastOnline(store)
      const [newest] = await store.records.list({ newestFirst: true, limit: 1 })
      const latest = [last ?? '', newest?.updatedAt ?? ''].sort().at(-1)!
      const unsure = (await store.todos.open(null)).filter((t) => t.what === 'send')
      return [
        good(`数据库 ${file}：完好，${records}条记录`),
        wrong.length === 0
          ? good('合计和记录全部一致')
          : bad(`${wrong.length}格合计和记录对不上，请运行 xiaoke recount --repair`),
        ...(latest > new Date(now.getTime() + 5 * 60_000).toISOString()
          ? [bad(`电脑的钟比上次用时还早（上次 ${wall(new Date(latest), org.timezone)}），请对准时间`)]
          : []),
        ...(last === null ? [] : [good(`上次在线 ${wall(new Date(last), org.timezone)}`)]),
        ...(await namesakesOf(store, org)).map(({ name, written, seen }) =>
          bad(`${name}在聊天里的编号是 ${seen}，组织文件里写的是 ${written}，请把 id 改过来`),
        ),
        ...(unsure.length === 0
          ? []
          : [
              bad(
                `“待办”里有${unsure.length}件发送上的事（不知道发出没有，或群里说不了话），看过再说“办完”加号`,
              ),
            ]),
      ]
    })
  } finally {
    await db.close()
  }
}

function clock({ org }: Config, now: Date): Finding {
  const text = `${wall(now, org.timezone)}（${org.timezone}）`
  return now.getUTCFullYear() >= earliestYear && now.getUTCFullYear() < 2100
    ? good(`现在 ${text}，请看对不对`)
    : bad(`电脑的钟是 ${text}，不对，请对准时间`)
}

async function disk({ data, database }: Config): Promise<Finding> {
  const file = sqliteFile(database)!
  const place = [data, dirname(data), dirname(file)].find((p) => existsSync(p))
  const stats = place === undefined ? null : await statfs(place).catch(() => null)
  if (!stats) return bad('看不到磁盘还有多少地方，请检查 data 和 database 的路径')
  const free = stats.bavail * stats.bsize
  // A backup needs as much again.
  const needed = Math.max(leastFreeBytes, existsSync(file) ? 2 * statSync(file).size : 0)
  const text = `磁盘还有 ${Math.floor(free / 1024 / 1024)} MB`
  return free >= needed
    ? good(text)
    : bad(`${text}，太少了，请腾出 ${Math.ceil(needed / 1024 / 1024)} MB 以上`)
}

async function dataFolder({ data, file, transport }: Config): Promise<Finding> {
  if (!existsSync(data)) await mkdir(data, { recursive: true, mode: 0o700 }).catch(() => undefined)
  const writable = await access(data, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!writable) return bad(`数据文件夹 ${data} 写不进去，请改它的权限`)
  const secret = transport.kind === 'wechaty' && transport.wechaty.token !== undefined
  if (secret && openToOthers(file)) return bad(`${file} 里有口令，别人也能看，请运行 chmod 600 ${file}`)
  return good(`数据文件夹 ${data}`)
}

async function account({ transport, data, pacing }: Config, now: Date): Promise<Finding[]> {
  if (transport.kind === 'practice') return [good('接的是练习室，没有接微信')]
  const { puppet, endpoint } = transport.wechaty
  const session = join(data, 'session.memory-card.json')
  const slow = pacing.gapSeconds >= 3 && pacing.perMinute <= 20 && pacing.perDay <= 500
  return [
    isInstalled(puppet)
      ? good(`接微信用 ${puppet}，已装好`)
      : bad(`没有装 ${puppet}，请在小科的文件夹里运行 npm install ${puppet}`),
    slow
      ? good(
          `发送：隔${pacing.gapSeconds}秒以上，一分钟最多${pacing.perMinute}条，一天最多${pacing.perDay}条`,
        )
      : bad('发得太快，个人号容易被限制：pacing 请写 gapSeconds 3 以上、perMinute 20 以内、perDay 500 以内'),
    ...(puppet === 'wechaty-puppet-wechat4u' ? [sessionOf(session, now)] : []),
    ...(endpoint === undefined ? [] : [await gateway(transport.wechaty)]),
  ]
}

/** Whether a gateway listens there and shows the certificate it should; no token is sent. */
async function gateway(wechaty: WechatyConfig): Promise<Finding> {
  const fault = await checkGateway(wechaty)
  return fault === null
    ? good(`微信接口服务 ${wechaty.endpoint} 开着`)
    : bad(gatewayAdvice(fault, wechaty.endpoint))
}

function sessionOf(session: string, now: Date): Finding {
  if (!existsSync(session)) return good('还没有登录过，启动后要用手机扫码')
  if (openToOthers(session)) return bad(`登录文件 ${session} 别人也能看，请运行 chmod 600 ${session}`)
  const hours = Math.max(0, Math.floor((now.getTime() - statSync(session).mtimeMs) / 3_600_000))
  return good(`登录文件 ${hours} 小时前更新${hours >= sessionHours ? '，可能要重新扫码' : ''}`)
}

/** Windows keeps no such modes. */
const openToOthers = (file: string): boolean =>
  process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0

async function healthPort({ healthPort: port }: Config, running: number | null): Promise<Finding> {
  if (port === null) return good('没有开状态端口')
  const free = await isFree(port)
  if (running !== null)
    return free
      ? bad(`小科在运行，状态端口 ${port} 却没有开，请重新启动它`)
      : good(`状态端口 http://127.0.0.1:${port}/health`)
  return free ? good(`状态端口 ${port} 空着`) : bad(`端口 ${port} 被别的程序占着，请换一个 healthPort`)
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

function wall(at: Date, timezone: string): string {
  const { day, minute } = zoneOf(timezone).local(at)
  return `${day} ${clockText(minute)}`
}
