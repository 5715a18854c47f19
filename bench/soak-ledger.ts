import { join } from 'node:path'
import { createDatabase } from '../db/store.js'
import { openDatabase } from '../db/open.js'
import { openApp } from '../src/app.js'
import type { Message } from '../src/core/message.js'
import { noLog, type Log } from '../src/log.js'
import { parseOrg } from '../src/org.js'
import type { Transport } from '../src/ports.js'

/** The soak's association: one branch a room. */
export const rooms = { r1: '城东区', r2: '城西区', r3: '南山县' } as const
export const people = { wang: '王秀兰', li: '李建国', he: '何敏', zhao: '赵文华' } as const
export const roomName = (key: keyof typeof rooms): string => `${rooms[key]}老科协会员群`

const org = `
name: 清河市老科协
timezone: Asia/Shanghai
units:
  - { name: 清河市老科协, aliases: [市会] }
${Object.values(rooms)
  .map((name) => `  - { name: ${name}老科协, parent: 清河市老科协, aliases: [${name}] }`)
  .join('\n')}
rooms:
${Object.values(rooms)
  .map((name) => `  - { name: ${name}老科协会员群, unit: ${name}老科协, tips: 'off' }`)
  .join('\n')}
`

const topics = ['防诈骗', '用药安全', '航天', '量子', '柑橘防冻', '香菇种植', '高血压', '垃圾分类', '地震避险', '智能手机', '食品安全', '节水'] // prettier-ignore
const forms: readonly ((day: string, no: number, topic: string, people: number) => string)[] = [
  (day, no, topic, people) => `${day}在第${no}小学讲《${topic}》，听众${people}人`,
  (day, no, _, people) => `${day}我们到第${no}社区义诊，服务群众${people}人次`,
  (day, no, topic, people) => `今年${day}，${topic}培训班在第${no}村开班，${people}人参加`,
  (day, no, topic, people) => `${day}第${no}敬老院，老专家做${topic}咨询，接待${people}人次`,
]

/**
 * The n-th message: every third a report with a day, a place, a topic and a number of its own, so that few are taken
 * for the same event; the rest is chatter.
 */
export function words(n: number): { readonly text: string; readonly report: boolean } {
  if (n % 3 !== 0) return { text: `今天天气不错，第${n}次散步回来了`, report: false }
  const k = n / 3
  const day = `${6 + (k % 5)}月${(k % 27) + 1}日`
  const round = Math.floor(k / 135)
  const [form, topic] = [forms[round % forms.length]!, topics[(round + k) % topics.length]!]
  return { text: form(day, n, topic, 20 + ((k * 53) % 700)), report: true }
}

export interface Ledger {
  /** Resolves when what the message causes is committed. */
  hear(message: Message): Promise<void>
  /** Sends what is due; gives how much. */
  speak(): Promise<number>
  /** How many entries each report became: records, and what is held until somebody says what it is. */
  records(): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}

/** The whole house on a database file in the folder, without its clockwork. */
export async function openLedger(
  folder: string,
  transport: Pick<Transport, 'send'>,
  failed: (facts: object) => void = () => {},
): Promise<Ledger> {
  const opened = await openDatabase(`sqlite:${join(folder, 'soak.db')}`)
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  const parsed = parseOrg(org)
  if (!parsed.ok) throw new Error(parsed.error[0]?.sentence)
  const clock = { now: () => new Date() }
  const log: Log = { ...noLog, error: failed }
  const app = await openApp({ org: parsed.value, db, clock, transport, log, jobs: [] })
  return {
    hear: (message) => app.message(message),
    speak: () => app.flush(),
    records: () =>
      db.read(async (store) => {
        const found = new Map<string, number>()
        const add = (source: string): void => void found.set(source, (found.get(source) ?? 0) + 1)
        for await (const { source } of store.records.stream()) add(source)
        for (const { what, data } of await store.todos.open('all'))
          if (what === 'held') add((data as { readonly source: string }).source)
        return found
      }),
    close: async () => {
      await app.stop()
      await db.close()
    },
  }
}
