import { commands } from '../commands/index.js'
import { atLeast, type Said } from './command.js'
import { withoutAsides } from './converse/asides.js'
import { narrowsAsked } from './converse/ask-reasons.js'
import { answerTo } from './converse/answers/index.js'
import { answerNamed } from './converse/answers/named.js'
import { answerSettled } from './converse/answers/settled.js'
import { commandWords, readCall, withoutAsking } from './converse/call.js'
import { hearChatRecord } from './converse/chat-record.js'
import { withNumber } from './converse/record-described.js'
import { plainSlips } from './converse/digit-slips.js'
import { handleCorrections } from './converse/corrections.js'
import { parseCorrection, parseCorrections } from './converse/correction-words.js'
import { hearCounted } from './converse/counted-later.js'
import { hearDayLater } from './converse/day-later.js'
import { hearHandedOut } from './converse/handed-out.js'
import { hearExchanged } from './converse/exchanged.js'
import { hearForward } from './converse/forward.js'
import { addressed, hearNoise, notUnderstood } from './converse/manners.js'
import { overhear } from './converse/overheard.js'
import { hearPartners } from './converse/partner-told.js'
import { hearPair, isAboutRecords } from './converse/pair.js'
import { mayMovePlan } from './converse/plan-moved.js'
import { hearPlans } from './converse/plans.js'
import { hearPointed, hearToldAgain, whichGoes, withPointed } from './converse/pointed.js'
import { passOn, tellRecorded } from './converse/told.js'
import { hearReporter } from './converse/reporter-named.js'
import { hearMissed, isOutside } from './converse/missed.js'
import { hearSeveralWishes } from './converse/several-wishes.js'
import { handleVoid } from './converse/withdrawal.js'
import { cancelsEvent, readVoid } from './converse/withdrawal-words.js'
import { hearWordless } from './converse/wordless.js'
import { hearSomeMore } from './converse/some-more.js'
import { hearSupplement } from './converse/supplement.js'
import { hearStillSo } from './converse/still-so.js'
import { hearUnitMoved } from './converse/unit-moved.js'
import { hearZeros } from './converse/zeros.js'
import { mended } from './converse/typos.js'
import { readAsked } from './ledger/query.js'
import { recordReports } from './ledger/record.js'
import type { Reading, Report } from './core/report.js'
import { contextOf, type Reply, type Turn } from './turn.js'
import { understand } from './understand/index.js'

/** No command, correction or essay is longer. */
const longestWish = 600
/** Longer texts are forwarded articles or pasted books: only the beginning is read. */
const longestRead = 20_000

/**
 * One message, the whole flow: an answer to an open question? a correction? a command? a report? — else silence. The
 * replies come back as data; where and when they are said is decided afterwards.
 */
export async function hear(heard: Turn): Promise<Reply[]> {
  overhear(heard)
  const noise = await hearNoise(heard)
  if (noise) return noise
  const card = await hearChatRecord(heard)
  if (card) return card
  const turn = await addressed(heard)
  const answered =
    (await answerNamed(turn)) ??
    (await answerTo(turn)) ??
    (await answerSettled(turn)) ??
    (await hearWordless(turn))
  if (answered) return answered

  const said = saidOf(turn)
  const wished = said && (await hearWish(turn, said))
  if (wished) return [...wished, ...(await toldBesides(turn))]
  const replaced = await hearReplaced(turn)
  if (replaced) return replaced
  const forwarded = await hearForward(turn)
  if (forwarded) return forwarded

  const reading = understand(textOf(turn), contextOf(turn))
  if (heard.called && said && asksOnly(said, reading)) return turn.called ? notUnderstood(turn, said) : []
  const zeros = await hearZeros(turn)
  const told = (await isAboutRecords(turn, reading)) ? null : await hearReports(turn, reading, zeros)
  if (told) return told
  if (zeros.length > 0)
    return [{ to: 'here', class: 'receipt', text: `✅ ${zeros.join('；')}。`, line: zeros.join('；') }]
  const planned = await hearPlans(turn, reading)
  if (planned) return planned
  if (turn.called)
    return (
      (await hearWithoutAsides(turn)) ??
      (said && (await hearOneClause(turn, said))) ??
      notUnderstood(turn, said)
    )
  await hearMissed(turn)
  return []
}

/** What is read: the message without the call and what is only asked of the bot; every place as in the message. */
const textOf = (turn: Turn): string =>
  withoutAsking(readCall(turn.message.text, turn.house.org.bot).text).slice(0, longestRead)

/** 城东讲座今天, said to the bot: a question that found no answer (in a rest none does), no report for all that. */
function asksOnly(said: Said, { reports }: Reading): boolean {
  if (reports.length === 0 || reports.some((r) => isFigured(r) || (r.sessions?.words ?? '') !== ''))
    return false
  const hourless = { ...said, words: said.words.replace(partOfDay, ' '), called: true }
  return commands.some((c) => (!said.called || c.sums) && c.parse(hourless) !== null)
}
const partOfDay = /[上下中]午|早上|晚上|傍晚|(?<=[今昨][天日]?)[早晚]|清晨/g

/** Records what was read and tells so; null where it holds no report of ours. */
async function hearReports(turn: Turn, reading: Reading, zeros: readonly string[]): Promise<Reply[] | null> {
  const told = isOutside(turn, reading) ? null : await recordReports(turn, reading)
  if (!told) return null
  await knowSender(
    turn,
    told.booked.map((r) => r.unit),
  )
  return tellRecorded(turn, told, zeros)
}

/** 101号改成65人。今天上午又在新建社区讲课，70人: the report in the sentences behind a correction. */
async function toldBesides(turn: Turn): Promise<Reply[]> {
  const text = textOf(turn)
  const first = /^[^。！!\n]{2,60}[。！!\n]/.exec(text)?.[0]
  if (!first || !parseCorrection(first.slice(0, -1), false)) return []
  const reading = understand(' '.repeat(first.length) + text.slice(first.length), contextOf(turn))
  if (!reading.reports.every(isFigured)) return []
  return (await hearReports(turn, reading, [])) ?? []
}

/** 刚才那条不算，昨天在二小讲防溺水，45人: what is told instead of what is taken back. */
async function hearReplaced(turn: Turn): Promise<Reply[] | null> {
  const text = textOf(turn)
  const first = /^\s*[^，,。；;！!\n]{2,30}[，,。；;！!\n]+/.exec(text)?.[0]
  const said = first ? saidOf({ ...turn, words: first.trim() }) : null
  const ref = said && readVoid(said)
  if (!first || !ref) return null
  const reading = understand(' '.repeat(first.length) + text.slice(first.length), contextOf(turn))
  // 作废101，改成130人 wishes two things
  if (!reading.reports.every(isFigured) || /[改是为]成?\d{1,5}(?!\d)/.test(text.slice(first.length)))
    return null
  const voided = await handleVoid(turn, ref)
  return voided && [...voided, ...((await hearReports(turn, reading, [])) ?? [])]
}
const isFigured = (r: Report): boolean => (r.attendance ?? r.count) !== undefined

/** A correction or a command. */
async function hearWish(typed: Turn, saidSo: Said): Promise<Reply[] | null> {
  const words = plainSlips(typed.words, typed.called)
  const turn = words === typed.words ? typed : { ...typed, words }
  const said = turn === typed ? saidSo : (saidOf(turn) ?? saidSo)
  const several =
    (await hearPair(turn)) ?? (await hearExchanged(turn)) ?? (await hearSeveralWishes(turn, saidOf))
  if (several) return several
  const quoted = turn.quoted.length > 0
  if (await mayMovePlan(turn)) return obey(turn, said)
  const settled = (await hearPartners(turn)) ?? (await hearUnitMoved(turn)) ?? (await hearStillSo(turn))
  if (settled) return settled
  const others = await hearReporter(turn)
  const pointed =
    others === 'astray' ? ((await hearPointed(turn)) ?? others) : (others ?? (await hearPointed(turn)))
  if (pointed !== null && pointed !== 'astray') return pointed
  const all = pointed === null ? parseCorrections(turn.words, said.words, quoted) : []
  const corrected =
    (await handleCorrections(turn, all)) ??
    (await hearSomeMore(turn)) ??
    (await hearCounted(turn)) ??
    (await hearHandedOut(turn)) ??
    (await hearDayLater(turn)) ??
    (await hearSupplement(turn))
  const heard = corrected ?? (await obey(turn, said)) ?? (await obey(turn, mended(said, commands)))
  if (heard) return heard
  if (!turn.called && cancelsEvent(turn.words)) return null
  const named = (await withNumber(turn, turn.words)) ?? (await withPointed(turn))
  const again = named === null ? null : await hearToldAgain(turn, Number.parseInt(named))
  if (named === null) return whichGoes(turn)
  if (again !== null) return again === 'report' ? null : again
  const numbered = { ...said, ...commandWords(named), raw: named }
  const changes = parseCorrections(named, numbered.words, false)
  return (await handleCorrections(turn, changes)) ?? obey(turn, numbered)
}

/** 苇塘十一月讲座，快: the question without what is said beside it. */
async function hearWithoutAsides(turn: Turn): Promise<Reply[] | null> {
  const words = withoutAsides(turn.words, turn.house, turn.local.day)
  return words === null ? null : obey({ ...turn, words }, saidOf({ ...turn, words }))
}

/** 归并101和102，就是一回事: the one clause that is a command, where the others only tell why. */
async function hearOneClause(turn: Turn, { tight, raw }: Said): Promise<Reply[] | null> {
  if (tight.length > longestExplained) return null
  const clauses = raw.split(/[，,。；;！!\n]+/).filter((c) => c.trim() !== '')
  if (clauses.length < 2 || clauses.length > 4) return null
  const all = clauses.flatMap((words) => {
    const said = saidOf({ ...turn, words: words.trim() })
    const command = said && commands.find((c) => c.parse(said) !== null)
    return said && command ? [{ said, command, args: JSON.stringify(command.parse(said)) }] : []
  })
  const wishes = all.filter((w) => !all.some((o) => o.command.saidAgain?.test(w.said.tight)))
  const others = clauses.filter((c) => !wishes.some((w) => w.said.raw === c.trim()))
  const [wish] = wishes
  // 安静，大家送老李，别响: wished twice
  if (!wish || wishes.some((w) => w.command !== wish.command || w.args !== wish.args)) return null
  const again = (c: string): boolean => wish.command.saidAgain?.test(c.replace(/\s/g, '')) === true
  const left = others.filter((c) => !again(c))
  if (left.some((c) => tellsMore.test(c) || (wish.command.ofTimes && narrows(c, turn)))) return null
  return obey({ ...turn, words: wish.said.raw }, wish.said)
}
const longestExplained = 40
/** 上半年合起来，全市讲座多少: a time, branch or kind that is left out would make another figure of it, another command no figure. */
function narrows(words: string, turn: Turn): boolean {
  const { period, units, kinds, indicator } = readAsked(words, turn.house, turn.local.day)
  const names = units.length + kinds.length > 0 || indicator !== null
  return names || period !== null || otherWish.test(words) || narrowsAsked(words)
}
const otherWish = /差异|凭据|依据|任务|欠报|待办|漏网|[催报]一|提醒|作废|归并|拆开|结账/
/** A figure, a question, a 不要 or an 如果: more than a reason. */
const tellsMore = /\d|[多少几]|什么|怎么|哪|谁|[?？吗]|先别|不要|别[^人的]|等等|如果|要是|假如/

/** The first command whose words these are; one the sender may not use is passed on to the office. */
async function obey(turn: Turn, said: Said | null): Promise<Reply[] | null> {
  if (said === null) return null
  for (const command of commands) {
    if (!said.called && !command.uncalled) continue
    const args = command.parse(said)
    if (args === null) continue
    if (!atLeast(turn.sender.role, command.access)) return said.called ? passOn(turn) : null
    const replies = await command.run(args, turn)
    if (replies) return replies
  }
  return null
}

/**
 * What a wish is read from; null for a text longer than any wish (a 随笔 of 400 characters is the longest): it is a
 * report or chatter. So no pattern of commands/ ever sees more, nor long runs of spaces.
 */
const saidOf = (turn: Turn): Said | null =>
  turn.words.length > longestWish
    ? null
    : {
        ...commandWords(turn.words),
        raw: turn.words.replace(/[^\S\n]{3,}/g, '  ').replace(/\s{5,}/g, '\n\n'),
        called: turn.called,
        private: turn.message.room === undefined,
        quoted: turn.quoted,
        house: turn.house,
        today: turn.local.day,
      }

/** A sender is known from the first report on: bound to its branch, with one receipt more. */
async function knowSender(turn: Turn, units: readonly (string | null)[]): Promise<void> {
  const named = [...new Set(units.filter((u) => u !== null))]
  const person = (await turn.store.people.byId(turn.sender.id)) ?? turn.sender
  const unit = person.unit ?? (named.length === 1 && person.role === 'member' ? named[0]! : null)
  await turn.store.people.put({ ...person, unit, receipts: person.receipts + 1 })
}
