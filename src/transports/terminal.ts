import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Outgoing, Sender } from '../core/message.js'
import type { Org } from '../core/org.js'
import { err, ok } from '../core/result.js'
import type { Clock, Transport, TransportEvents } from '../ports.js'
import { quotesOf, readLine, type Line } from './practice.js'

export interface TerminalOptions {
  readonly org: Org
  readonly clock: Clock
  readonly input: Readable
  readonly output: Writable
  /** Makes message ids unique over sessions on one database. */
  readonly session: string
  /** 「/退出」 was typed. */
  readonly quit: () => void
}

export const terminalHelp = `王秀兰：昨天在三小讲防诈骗，120人   作为王秀兰在群里说；只写话就是刚才那位
王秀兰 → 小科：我的                 私下说     王秀兰（引用128）：是350人   引用回执
/人 名字   /群 名字   /撤回   /退出   （这里用的是真的钟，不能快进）
`

/** The practice room as a chat network of its own: lines are read from a stream, replies are written to another. */
export function terminalTransport(options: TerminalOptions): Transport {
  const { org, clock, input, output, session } = options
  let lines: Interface | undefined
  let busy: Promise<void> = Promise.resolve()
  let n = 0
  let room = org.rooms[0]?.name ?? `${org.name}群`
  let person: Sender = personNamed(org.people[0]?.name ?? '会员')
  const last = new Map<string, string>()
  /** Record number → the reply that named it last: what a quote of it means. */
  const outOf = new Map<string, string>()

  function personNamed(name: string): Sender {
    const known = org.people.find((p) => p.name === name)
    return known ? { id: known.id, name } : { id: `practice_${name}`, name }
  }
  const nameOf = (id: string): string =>
    org.people.find((p) => p.id === id)?.name ?? id.replace(/^practice_/, '')
  const print = (text: string): void => void output.write(`${text}\n`)

  async function hear(line: Line, events: TransportEvents): Promise<void> {
    switch (line.is) {
      case 'said': {
        if (line.name !== null) person = personNamed(line.name)
        const id = `${session}-${++n}`
        last.set(person.id, id)
        const quotes = quotesOf(line.quotes, (no) => outOf.get(String(no)))
        return events.message({
          id,
          ...(line.private ? {} : { room }),
          sender: person,
          text: line.text,
          sentAt: clock.now(),
          ...(quotes === undefined ? {} : { quotes }),
        })
      }
      case 'recall': {
        const id = last.get(line.name === null ? person.id : personNamed(line.name).id)
        return id === undefined ? undefined : events.recall({ id, at: clock.now() })
      }
      case 'person':
        person = personNamed(line.name)
        return
      case 'room':
        room = line.name
        return
      case 'quit':
        return options.quit()
      case 'help':
      case 'pass':
      case 'time':
      case 'unknown':
        return print(terminalHelp)
      default:
    }
  }

  return {
    name: 'practice',
    start: async (events) => {
      lines = createInterface({ input, crlfDelay: Infinity })
      lines.on('line', (raw) => {
        busy = busy.then(() => hear(readLine(raw, org.bot.name), events))
      })
      events.state({ state: 'online', account: org.bot.name })
    },
    send: async ({ id, to, text, file }: Outgoing) => {
      if (!lines) return err({ code: 'offline' })
      for (const [, no = ''] of text.matchAll(/(\d{3,7})号/g)) outOf.set(no, id)
      const where = 'person' in to ? `〔私→${nameOf(to.person)}〕` : to.room === room ? '' : `〔${to.room}〕`
      const head = `${org.bot.name}${where}：`
      print(
        head +
          (text + (file === undefined ? '' : `\n［文件 ${file}］`)).replaceAll('\n', `\n${'　'.repeat(3)}`),
      )
      return ok({})
    },
    stop: async () => {
      lines?.close()
      lines = undefined
      await busy
    },
  }
}
