import { isDay, ymd } from '../../core/day.js'
import type { ForwardedMessage } from '../../core/message.js'
import type { LocalTime } from '../../core/org.js'
import { child, readXml, textOf, type XmlNode } from './xml.js'

/**
 * 合并转发: several messages chosen in a chat and sent on as one card (`appmsg` of type 19). Its `recorditem` holds a
 * document of its own, `recordinfo`, as CDATA or escaped, with a `dataitem` for each message: `datatype` 1 is text
 * (`datadesc`), 17 a card within the card (`recordxml`), the others pictures, files, links. `sourcename` is how the
 * speaker was shown, `srcMsgCreateTime` seconds, `sourcetime` the clock of who sent it on.
 */
export interface ChatRecord {
  readonly title: string
  /** In the order of the card; empty where the platform gave no more than its title. */
  readonly messages: readonly ForwardedMessage[]
}

/** WeChat lets a hundred be chosen; cards in cards may hold more. */
export const mostForwarded = 100
const longestText = 5_000
const deepestCard = 3
const datatypes = { text: 1, card: 17 } as const

/** Reads a merged forward from its XML. What is no such card, or cannot be read, has no messages. */
export function readChatRecord(xml: string): ChatRecord {
  const document = readXml(xml.trim()) ?? undefined
  const card = child(child(document, 'msg') ?? document, 'appmsg')
  return {
    title: textOf(card, 'title').slice(0, 200),
    messages: messagesIn(child(card, 'recorditem'), 1).slice(0, mostForwarded),
  }
}

function messagesIn(holder: XmlNode | undefined, depth: number): readonly ForwardedMessage[] {
  if (!holder || depth > deepestCard) return []
  const inside = holder.text.trim()
  // Escaped twice where a client escaped what was escaped already.
  const xml = inside.startsWith('&lt;') ? (readXml(inside)?.text ?? '') : inside
  const info = child(holder, 'recordinfo') ?? child(readXml(xml) ?? undefined, 'recordinfo')
  const items = child(info, 'datalist')?.children.filter(({ name }) => name === 'dataitem') ?? []
  return items.slice(0, mostForwarded).flatMap((item) => {
    const type = Number(
      /\bdatatype\s{0,4}=\s{0,4}["'](\d{1,4})["']/.exec(item.attributes.slice(0, 1000))?.[1],
    )
    if (type === datatypes.card) return messagesIn(child(item, 'recordxml'), depth + 1)
    const text = type === datatypes.text ? textOf(item, 'datadesc').slice(0, longestText) : ''
    return [{ name: textOf(item, 'sourcename').slice(0, 60), at: momentOf(item), text }]
  })
}

/** Nothing was said in WeChat before 2011, nor is a number of eleven digits a second of these centuries. */
const firstSecond = 1_293_840_000

function momentOf(item: XmlNode): Date | LocalTime | null {
  const seconds = textOf(item, 'srcMsgCreateTime')
  if (/^\d{10}$/.test(seconds) && Number(seconds) > firstSecond) return new Date(Number(seconds) * 1000)
  const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s{1,3}(\d{1,2}):(\d{2})(?::\d{2})?)?$/.exec(
    textOf(item, 'sourcetime').slice(0, 40),
  )
  if (!written) return null
  const [year = 0, month = 0, day = 0, hour = 12, minute = 0] = written
    .slice(1)
    .flatMap((part) => (part === undefined ? [] : [Number(part)]))
  return isDay(year, month, day) && hour < 24 && minute < 60
    ? { day: ymd(year, month, day), minute: hour * 60 + minute }
    : null
}
