import type { ForwardedMessage, Message } from '../core/message.js'
import { importStore } from '../import/store.js'
import { recordReports, type Told } from '../ledger/record.js'
import type { PersonRow } from '../store.js'
import { instant, privately, type Reply, type Turn } from '../turn.js'
import { contextOf } from '../turn.js'
import { understand } from '../understand/index.js'
import { handleCorrection } from './correction.js'
import { parseCorrection } from './correction-words.js'
import { isOutside } from './missed.js'
import { isCalled } from './nickname.js'
import { countReceipt, noted, tellOnBehalf, toldBy } from './on-behalf.js'
import { knownAlready, noteOf, tellerOf, together } from './passed-on.js'

// 合并转发: several messages of a room sent on to the bot as one card.

/** Ids of the messages inside one: `m7/1`, `m7/2` …; in front of the words kept of the card itself. */
export const partId = (message: string, n: number): string => `${message}/${n}`
export const cardWords = '[聊天记录]'
/** More than WeChat lets people choose is not read. */
export const mostParts = 100

/** What became of the messages of a card. */
interface Outcome {
  readonly tolds: Told[]
  readonly tellers: { readonly name: string; readonly teller: PersonRow | null }[]
  /** Numbers of what was on the book already. */
  readonly known: Set<number>
  /** Messages of others that a member sent on. */
  others: number
  wordless: number
}

/**
 * A merged forward: each message in it is recorded for who said it, when it was said; a correction that follows a
 * report of its teller is carried out. Contacts and the office may send on anybody's, a member only their own. Always
 * answered in private, with one sentence for what was not recorded. null: the message is none.
 */
export async function hearChatRecord(turn: Turn): Promise<Reply[] | null> {
  const { message, sender } = turn
  const parts = message.forwarded
  if (parts === undefined) return null
  if (message.room !== undefined) return []
  if (parts.length === 0)
    return [
      privately(
        '合并转发的聊天记录我打不开。\n请选“逐条转发”，或把话复制给我，前面写上是谁说的，比如“王秀兰：昨天……”。',
      ),
    ]
  const outcome: Outcome = { tolds: [], tellers: [], known: new Set(), others: 0, wordless: 0 }
  /** What the last report of somebody became: what a correction after it is about. */
  const last = new Map<string, readonly number[]>()
  for (const [i, part] of parts.slice(0, mostParts).entries())
    await hearPart(turn, part, partId(message.id, i + 1), outcome, last)

  const about = privately(aboutRest(parts.length, outcome))
  if (outcome.tolds.length === 0) return [about]
  await turn.store.sources.put({
    messageId: message.id,
    room: null,
    sender: sender.id,
    senderName: sender.name,
    sentAt: instant(message.sentAt),
    text: `${cardWords} ${parts.length}条`,
  })
  await countReceipt(turn)
  const told = await tellOnBehalf(turn, await current(turn, outcome.tolds.reduce(together)))
  const replies = outcome.tellers.length > 0 ? noted(told, noteOf(outcome.tellers)) : told
  return about.text === '' ? replies : [...replies, about]
}

async function hearPart(
  turn: Turn,
  part: ForwardedMessage,
  id: string,
  outcome: Outcome,
  last: Map<string, readonly number[]>,
): Promise<void> {
  const { house, sender } = turn
  const text = part.text.trim()
  if (text === '') outcome.wordless++
  if (text === '' || [house.org.bot.name, ...house.org.bot.aliases].includes(part.name)) return
  // Somebody the office has not confirmed yet has a namesake in the org file: their own words are theirs all the same.
  const own = part.name === sender.name || isCalled(part.name, sender.name, house)
  const teller = sender.role === 'member' && own ? sender : await speakerOf(turn, part.name)
  if (sender.role === 'member' && teller?.id !== sender.id) {
    outcome.others++
    return
  }
  const who = teller ? { ...teller, unit: teller.unit ?? sender.unit } : sender
  const said: Message = { id, sender: { id: who.id, name: who.name }, text, sentAt: sentAt(turn, part) }
  const then = await toldBy(turn, who, said)
  const correction = parseCorrection(text, false)
  if (correction) {
    const about = last.get(who.id)
    // Without a report before it in the card, or with one that is known, it was heard where it was said.
    if (about && about.length > 0)
      await handleCorrection({ ...then, store: importStore(turn.store), quoted: about }, correction)
    return
  }
  const before = await knownAlready(then, text)
  if (before !== null) {
    for (const no of before.nos.length > 0 ? before.nos : [before.voided!]) outcome.known.add(no)
    last.delete(who.id)
    return
  }
  const reading = understand(text, contextOf(then))
  const told = isOutside(then, reading) ? null : await recordReports(then, reading)
  if (!told) return
  outcome.tolds.push(told)
  if (teller?.id !== sender.id) outcome.tellers.push({ name: part.name, teller })
  last.set(
    who.id,
    told.booked.map(({ no }) => no),
  )
}

/** By name, else whoever of the org file stands in the 群昵称: 城东-王秀兰. */
async function speakerOf(turn: Turn, name: string): Promise<PersonRow | null> {
  const named = await tellerOf(turn, name)
  if (named !== null || (await turn.store.people.byName(name)).length > 0) return named
  const inside = turn.house.org.people.filter((p) => isCalled(name, p.name, turn.house))
  return inside.length === 1 ? turn.store.people.byId(inside[0]!.id) : null
}

/** When it was said; what claims to come after the card, or says nothing, was said when the card came. */
function sentAt({ house, message }: Turn, { at }: ForwardedMessage): Date {
  if (at === null) return message.sentAt
  const said = at instanceof Date ? at : house.zone.at(at.day, at.minute)
  return said < message.sentAt ? said : message.sentAt
}

/** The records as they stand now: a correction in the card may have changed them. */
async function current(turn: Turn, told: Told): Promise<Told> {
  const now = await turn.store.records.byNos(told.booked.map(({ no }) => no))
  return { ...told, booked: told.booked.map((r) => now.find(({ no }) => no === r.no) ?? r) }
}

/** One line for what a card holds besides what was recorded; '' where there is nothing to say. */
function aboutRest(all: number, { tolds, known, others, wordless }: Outcome): string {
  const sentences = [
    ...(known.size > 0
      ? [`${tolds.length > 0 ? '另外的，' : ''}${[...known].map((no) => `${no}号`).join('、')}我已经记过了。`]
      : []),
    ...(others > 0 ? ['别位老师说的，我要等他们自己说，或请联络员转来。'] : []),
    ...(all > mostParts ? [`太长了，我只看了前${mostParts}条，后面的请再转一次。`] : []),
  ]
  if (tolds.length > 0 || sentences.length > 0) return sentences.join('\n')
  return wordless === all
    ? '这里面只有图片、语音这样的，我看不了。请用文字说一遍。'
    : `这${all}条我都看了，没有看出活动报告。要登记哪一场，请直接说一遍。`
}
