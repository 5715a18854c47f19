import type { App } from '../app.js'
import type { Message, Outgoing, Sender } from '../core/message.js'
import type { Org } from '../core/org.js'
import { ok } from '../core/result.js'
import { advance, type VirtualClock } from './replay.js'

/** What a line typed in the practice room means. */
export type Line =
  | {
      readonly is: 'said'
      readonly name: string | null
      readonly private: boolean
      /** The record whose receipt is quoted, or the words of a member. */
      readonly quotes: number | string | null
      readonly text: string
    }
  | { readonly is: 'recall'; readonly name: string | null }
  | { readonly is: 'person'; readonly name: string }
  | { readonly is: 'room'; readonly name: string }
  | { readonly is: 'pass'; readonly minutes: number }
  | { readonly is: 'time'; readonly wall: string }
  | { readonly is: 'help' }
  | { readonly is: 'quit' }
  /** A line of the bot or ⟂ in a script: what is expected there. */
  | { readonly is: 'expected'; readonly to: string | null; readonly private: boolean; readonly text: string }
  | { readonly is: 'silence' }
  | { readonly is: 'nothing' }
  | { readonly is: 'unknown'; readonly words: string }

const spans: Readonly<Record<string, number>> = {
  分钟: 1,
  分: 1,
  小时: 60,
  个小时: 60,
  钟头: 60,
  天: 1440,
  周: 10080,
  个月: 43200,
}

/** Reads one line; `bot` is how the bot is called in it. A `／` stands for a line break. */
export function readLine(raw: string, bot: string): Line {
  const line = raw.trim()
  if (line === '' || line.startsWith('#')) return { is: 'nothing' }
  if (line.startsWith('⟂')) return { is: 'silence' }
  if (line.startsWith('/') || line.startsWith('／')) return readSlash(line.slice(1))
  const expected = new RegExp(`^${bot}(?:〔私(?:→([^〕]+))?〕)?：`).exec(line)
  if (expected)
    return {
      is: 'expected',
      to: expected[1] ?? null,
      private: expected[0].includes('〔'),
      text: breaks(line.slice(expected[0].length)),
    }
  const said =
    /^([^\s：:→（(]{1,12})(?:\s*(?:→|->)\s*([^：:（(]{1,12}))?\s*(?:[（(]引用\s*(?:(\d+)[^）)]*|[“「]([^”」]{1,200})[”」])[）)])?\s*(?:[（(](撤回)[）)])?(?:[：:](.*))?$/s.exec(
      line,
    )
  if (said?.[5] !== undefined) return { is: 'recall', name: said[1]! }
  if (said?.[6] !== undefined) {
    return {
      is: 'said',
      name: said[1]!,
      private: said[2] !== undefined,
      quotes: said[3] === undefined ? (said[4] ?? null) : Number(said[3]),
      text: breaks(said[6].trim()),
    }
  }
  return { is: 'said', name: null, private: false, quotes: null, text: breaks(line) }
}

/** What a line quotes, as the platforms tell it: the reply that told of a record, or a member's words. */
export function quotesOf(
  quotes: number | string | null,
  outOf: (no: number) => string | undefined,
): Message['quotes'] {
  if (typeof quotes === 'string') return { text: breaks(quotes) }
  const id = quotes === null ? undefined : outOf(quotes)
  return id === undefined ? undefined : { id }
}

const breaks = (text: string): string => text.replaceAll('／', '\n')

function readSlash(words: string): Line {
  const [head = '', ...rest] = words.trim().split(/\s+/)
  const tail = rest.join(' ')
  if (head === '人' && tail) return { is: 'person', name: tail }
  if (head === '群' && tail) return { is: 'room', name: tail }
  if (head === '撤回') return { is: 'recall', name: tail || null }
  if (head === '时间' && /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}$/.test(tail)) return { is: 'time', wall: tail }
  if (head === '帮助' || head === '?') return { is: 'help' }
  if (head === '退出' || head === 'q') return { is: 'quit' }
  const pass = head === '快进' ? /^(\d{1,4})\s*(分钟|分|小时|个小时|钟头|天|周|个月)$/.exec(tail) : null
  if (pass) return { is: 'pass', minutes: Number(pass[1]) * spans[pass[2]!]! }
  return { is: 'unknown', words }
}

export const practiceHelp = `怎么玩：
  王秀兰：昨天在三小讲防诈骗，120人     作为王秀兰在群里说话（只写话就是现在这位）
  王秀兰 → 小科：我的                   私下对小科说
  王秀兰（引用128）：是350人             引用128号的回执
  /人 王秀兰   换一位   /群 名字   换一个群   /撤回   撤回刚才那句
  /快进 8小时  让时间过去   /时间 2026-11-21 09:00  定时间   /退出
`

/** What came back to the room or to a person. */
export interface Heard {
  readonly room: string | null
  readonly person: string | null
  readonly text: string
}

/** One chat room on one's own machine: lines in, replies out, time at will. */
export class PracticeRoom {
  #app: App | null = null
  #n = 0
  #room: string
  #person: Sender
  #last = new Map<string, string>()
  readonly #heard: Heard[] = []
  readonly #outOf = new Map<number, string>()

  constructor(
    readonly org: Org,
    readonly clock: VirtualClock,
    /** Makes message ids unique over sessions on one database. */
    readonly session: string,
  ) {
    this.#room = org.rooms[0]?.name ?? `${org.name}群`
    this.#person = this.someone(
      org.people.find((p) => p.role === 'contact')?.name ?? org.people[0]?.name ?? '会员',
    )
  }

  readonly send = async (out: Outgoing) => {
    this.#heard.push({
      room: 'room' in out.to ? out.to.room : null,
      person: 'person' in out.to ? out.to.person : null,
      text: out.text,
    })
    for (const m of out.text.matchAll(/(\d{3,7})号/g)) this.#outOf.set(Number(m[1]), out.id)
    return ok({})
  }

  open(app: App): void {
    this.#app = app
  }
  get person(): string {
    return this.#person.name
  }
  get room(): string {
    return this.#room
  }

  /** The person of that name: as in the org file, or somebody new. */
  someone(name: string): Sender {
    const known = this.org.people.find((p) => p.name === name || p.name.startsWith(name))
    return known ? { id: known.id, name: known.name } : { id: `practice_${name}`, name }
  }
  nameOf(id: string): string {
    return this.org.people.find((p) => p.id === id)?.name ?? id.replace(/^practice_/, '')
  }

  /** Does what the line says and gives what was heard back. */
  async play(line: Line): Promise<Heard[]> {
    const app = this.#app!
    switch (line.is) {
      case 'said': {
        const sender = line.name === null ? this.#person : this.someone(line.name)
        const id = `${this.session}-${++this.#n}`
        this.#last.set(sender.id, id)
        const quotes = quotesOf(line.quotes, (no) => this.#outOf.get(no))
        await app.message({
          id,
          ...(line.private ? {} : { room: this.#room }),
          sender,
          text: line.text,
          sentAt: this.clock.now(),
          ...(quotes === undefined ? {} : { quotes }),
        })
        await app.flush()
        break
      }
      case 'recall': {
        const sender = line.name === null ? this.#person : this.someone(line.name)
        const id = this.#last.get(sender.id)
        if (id !== undefined) await app.recall({ id, at: this.clock.now() })
        await app.flush()
        break
      }
      case 'person':
        this.#person = this.someone(line.name)
        break
      case 'room':
        this.#room = line.name
        break
      case 'pass':
        await advance(app, this.clock, new Date(this.clock.now().getTime() + line.minutes * 60_000))
        break
      case 'time': {
        const [day = '', wall = ''] = line.wall.split(' ')
        const [h = 0, m = 0] = wall.split(':').map(Number)
        await advance(app, this.clock, app.house.zone.at(day, h * 60 + m))
        break
      }
      default:
    }
    return this.#heard.splice(0)
  }
}
