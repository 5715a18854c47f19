import { addDays } from '../core/day.js'
import { surnames } from '../core/mask-names.js'
import type { LocalTime } from '../core/org.js'
import type { Reading } from '../core/report.js'
import { keepSource, recordReports, type Told } from '../ledger/record.js'
import type { PersonRow } from '../store.js'
import { privately, type Reply, type Turn } from '../turn.js'
import { scanDates } from '../understand/dates/dates.js'
import { readCall } from './call.js'
import { unitsIn } from '../understand/index.js'
import { normalize } from '../understand/text/normalize.js'
import { countReceipt, noted, readPart, tellOnBehalf, toldBy } from './on-behalf.js'
import { readBehalf } from './behalf-words.js'
import { calledIn, knownAlready, noteOf, tellerOf, together, type Known } from './passed-on.js'

/** A message of somebody else inside a pasted or forwarded text. */
export interface Forwarded {
  readonly name: string
  /** When it was said, where the text tells. */
  readonly at: LocalTime | null
  /** Where its words stand in the whole text, the name left out. */
  readonly start: number
  readonly end: number
  /** 转发 or a time beside the name: surely a forward; else the name decides. */
  readonly sure: boolean
}

const marker = /^\s*(?:【?(?:转发|代转|转报|帮转|转)】?)[\s：:]*/
/** 「王秀兰：」「李建国说：」 at the start of a line. */
const said = /^\s*([\u4e00-\u9fff·]{2,6}?)(?:说|报)?[：:]\s*(?=\S)/
/** 「帮李建国报一下，」: a report for somebody, said in so many words; whoever says it, wherever. */
const onBehalf =
  /^\s*(?:[帮替代]|代替)([\u4e00-\u9fff·]{2,4}?)(?:老师)?来?[报说记](?:一下|一声|个活动|一[条个场])?[，,：:\s]{1,3}(?=\S)/
/** 「王秀兰 11月20日 16:30」 alone on a line, as copied from a chat. */
const stamped = /^\s*([^\s：:\d]{1,16})[\s：:]+(\S[^\n]{2,30})$/

/** Reads who said what in a forwarded text; empty where nobody is named. A branch before a colon (石门：…) is nobody. */
export function readForward(
  text: string,
  sent: LocalTime,
  isUnit: (name: string) => boolean = () => false,
): readonly Forwarded[] {
  const found: (Omit<Forwarded, 'end'> & { readonly head: number })[] = []
  const lead = marker.exec(text)
  let from = 0
  for (const line of text.split('\n')) {
    const skip = from === 0 && lead ? lead[0].length : 0
    const words = line.slice(skip)
    const stamp = words.length > 80 ? null : stamped.exec(words)
    const when = stamp ? readTime(stamp[2]!, sent) : null
    const called = when ? null : ((from === 0 ? onBehalf.exec(words) : null) ?? said.exec(words))
    const name = called && !isUnit(called[1]!) ? called : null
    if (stamp && when)
      found.push({ name: stamp[1]!, at: when.at, head: from, start: from + line.length, sure: true })
    else if (name && (from === 0 || isPerson(name[1]!)))
      found.push({
        name: name[1]!,
        at: null,
        head: from,
        start: from + skip + name[0].length,
        sure: skip > 0 || (from === 0 && onBehalf.test(words)),
      })
    from += line.length + 1
  }
  return found.map(({ name, at, start, sure }, i) => {
    const end = found[i + 1]?.head ?? text.length
    return { name, at, start, end, sure }
  })
}

const clock = /(凌晨|早上|上午|中午|下午|傍晚|晚上)?\s*(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?/

/** 「11月20日 16:30」「昨天 16:30」「下午4:30」; null when anything else stands there. */
function readTime(words: string, sent: LocalTime): { readonly at: LocalTime | null } | null {
  const n = normalize(words)
  const time = clock.exec(n.text)
  if (!time) return null
  const rest =
    n.text.slice(0, time.index) + ' '.repeat(time[0].length) + n.text.slice(time.index + time[0].length)
  const dates = scanDates(normalize(rest), sent)
  const [date] = dates
  const left = date ? rest.slice(0, date.start) + rest.slice(date.end) : rest
  if (dates.length > 1 || !/^[\s,，.。]*$/.test(left)) return null
  const late = /下午|傍晚|晚上/.test(time[1] ?? '') && Number(time[2]) < 12
  const minute = (Number(time[2]) + (late ? 12 : 0)) * 60 + Number(time[3])
  if (minute >= 1440) return null
  const day = date?.from ?? (minute <= sent.minute ? sent.day : addDays(sent.day, -1))
  const passed = day < sent.day || (day === sent.day && minute <= sent.minute)
  return { at: passed ? { day, minute } : null }
}

/** Words before a colon that begin like a family name. */
const notNames =
  /^(?:方[式法案面]|周[一二三四五六日天末]|任[务课]|高[中校]|何[时地人处]|金额|常[规见]|白天|江[南北]|石[头料]|马上|向[各大全])/
/** Whether a word before a colon is a person: 王秀兰, 何老师, 张大爷 — and no label like 时间, 地点. */
export const isPerson = (name: string): boolean =>
  (/^.{1,3}(?:老师|医生|主任|会长|教授|大[爷姐妈叔]|师傅|阿姨)$/.test(name) ||
    (name.length <= 4 && surnames.includes(name.charAt(0)))) &&
  !notNames.test(name)

/**
 * A contact or the office passes on what somebody said in a room: recorded for who said it, when it was said. So is
 * what anybody says to report for somebody else (帮李建国报一下，…).
 */
export async function hearForward(heard: Turn): Promise<Reply[] | null> {
  const turn = {
    ...heard,
    message: { ...heard.message, text: readCall(heard.message.text, heard.house.org.bot).text },
  }
  const { message, sender } = turn
  const isUnit = (name: string): boolean => unitsIn(name, turn.house.units).length > 0
  const told = readBehalf(message.text)
  const behalf = told && isUnit(told.name) ? null : told
  if ((message.room !== undefined || sender.role === 'member') && !behalf && !onBehalf.test(message.text))
    return null
  const parts: { readonly part: Forwarded; readonly teller: PersonRow | null }[] = []
  for (const part of behalf
    ? [{ ...behalf, at: null, sure: false }]
    : readForward(message.text.slice(0, 5000), turn.sent, isUnit)) {
    const teller = (await tellerOf(turn, part.name)) ?? (behalf ? await calledIn(turn, part.name) : null)
    if (teller || part.sure || isPerson(part.name)) parts.push({ part, teller })
  }
  const tolds: Told[] = []
  const again: string[] = []
  for (const { part, teller } of parts) {
    const sentAt = part.at ? turn.house.zone.at(part.at.day, part.at.minute) : message.sentAt
    const who = teller ? { ...teller, unit: teller.unit ?? sender.unit } : sender
    const words = message.text.slice(part.start, part.end)
    const then = await toldBy(turn, who, { ...message, sender: { id: who.id, name: who.name }, sentAt })
    const before = await knownAlready(then, words)
    if (before !== null) {
      again.push(known(before))
      continue
    }
    const read = readPart(message.text, part.start, part.end, then)
    const reading = behalf && !teller ? heldBy(read, words, part.name) : read
    if (reading.reports.length === 0) continue
    // words of several people are kept as what the one who pasted them said
    if (parts.length > 1) await keepSource(turn)
    const booked = await recordReports(then, reading)
    if (booked) tolds.push(booked)
  }
  if (tolds.length === 0) return again.length > 0 ? again.map((text) => privately(text)) : null
  await countReceipt(turn)
  const replies = await tellOnBehalf(turn, tolds.reduce(together))
  return [
    ...noted(replies, noteOf(parts.map(({ part, teller }) => ({ name: part.name, teller })))),
    ...again.map((text) => privately(text)),
  ]
}

/** 马文远托我报：在附小讲昆虫, of somebody not known yet: he held it, where nobody else is named. */
const heldBy = (reading: Reading, words: string, name: string): Reading =>
  /老师|教授|医生|专家|主任|[请邀由]/.test(words) || !/讲(?!座|师|解员)/.test(words)
    ? reading
    : {
        ...reading,
        reports: reading.reports.map((r) =>
          r.kind === 'lecture' && r.speakers.length === 0 ? { ...r, speakers: [name] } : r,
        ),
      }

/** The sentence for what the book knows of already, with its numbers. */
function known({ room, nos, voided }: Known): string {
  if (nos.length === 0) return `这条记过，后来作废了（${voided}号）。要恢复说“恢复${voided}”。`
  return `这条我${room === null ? '' : '在群里'}已经记过了（${nos.map((no) => `${no}号`).join('、')}）。`
}
