import { commands } from '../commands/index.js'
import { atLeast, type Said } from './command.js'
import { answerTo } from './converse/answers/index.js'
import { answerSettled } from './converse/answers/settled.js'
import { commandWords, readCall, withoutAsking } from './converse/call.js'
import { hearChatRecord } from './converse/chat-record.js'
import { withNumber } from './converse/record-described.js'
import { handleCorrection } from './converse/correction.js'
import { parseCorrection } from './converse/correction-words.js'
import { hearForward } from './converse/forward.js'
import { addressed, isNoise, notUnderstood } from './converse/manners.js'
import { hearPlans } from './converse/plans.js'
import { passOn, tellRecorded } from './converse/told.js'
import { hearMissed, isOutside } from './converse/missed.js'
import { hearWordless } from './converse/wordless.js'
import { hearZeros } from './converse/zeros.js'
import { mended } from './converse/typos.js'
import { recordReports } from './ledger/record.js'
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
  if (isNoise(heard)) return []
  const card = await hearChatRecord(heard)
  if (card) return card
  const turn = await addressed(heard)
  const answered = (await answerTo(turn)) ?? (await answerSettled(turn)) ?? (await hearWordless(turn))
  if (answered) return answered

  const said = saidOf(turn)
  const wished = said && (await hearWish(turn, said))
  if (wished) return wished
  const forwarded = await hearForward(turn)
  if (forwarded) return forwarded

  const text = withoutAsking(readCall(turn.message.text, turn.house.org.bot).text)
  const reading = understand(text.slice(0, longestRead), contextOf(turn))
  const zeros = await hearZeros(turn)
  const told = isOutside(turn, reading) ? null : await recordReports(turn, reading)
  if (told) {
    await knowSender(
      turn,
      told.booked.map((r) => r.unit),
    )
    return tellRecorded(turn, told, zeros)
  }
  if (zeros.length > 0)
    return [{ to: 'here', class: 'receipt', text: `✅ ${zeros.join('；')}。`, line: zeros.join('；') }]
  const planned = await hearPlans(turn, reading)
  if (planned) return planned
  if (turn.called) return notUnderstood(turn, said)
  await hearMissed(turn)
  return []
}

/** A correction or a command. */
async function hearWish(turn: Turn, said: Said): Promise<Reply[] | null> {
  const quoted = turn.quoted.length > 0
  const correction = parseCorrection(turn.words, quoted) ?? parseCorrection(said.words, quoted)
  const corrected = correction && (await handleCorrection(turn, correction))
  const heard = corrected ?? (await obey(turn, said)) ?? (await obey(turn, mended(said, commands)))
  if (heard) return heard
  const words = await withNumber(turn, turn.words)
  if (words === null) return null
  const numbered = { ...said, ...commandWords(words), raw: words }
  const change = parseCorrection(words, false)
  return (change && (await handleCorrection(turn, change))) ?? obey(turn, numbered)
}

/** The first command whose words these are; one the sender may not use is passed on to the office. */
async function obey(turn: Turn, said: Said | null): Promise<Reply[] | null> {
  if (said === null) return null
  for (const command of commands) {
    if (!said.called && !command.uncalled) continue
    const args = command.parse(said)
    if (args === null) continue
    if (!atLeast(turn.sender.role, command.access))
      return said.called ? passOn(turn, turn.words.slice(0, 60)) : null
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
