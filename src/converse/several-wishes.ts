import type { Said } from '../command.js'
import { mask } from '../core/mask.js'
import { answer, type Reply, type Turn } from '../turn.js'
import { parseCorrections } from './correction-words.js'
import { handleCorrections } from './corrections.js'
import { handleRestore, handleVoid } from './withdrawal.js'
import { readRestore, readVoid } from './withdrawal-words.js'

/** What one record is wished for, as it stands in the message. */
interface Wish {
  readonly no: string
  readonly words: string
}
const begins = /^(?:把|将|还有|另外|而|再)?[#＃]?(\d{3,7})(?:号|(?=作废|不要|不算|删|撤|取消|恢复|改|应))/
/** More than a reason. */
const wishes = /改|不是|应该|作废|不要|恢复|少|多|\d{3,7}号?[^\d]*\d/
const longest = 100

/**
 * 101号作废，102号改成39人: each record its own wish, one of them withdrawn or wanted back; null where the message is none of
 * the kind. What is not understood of it is said so.
 */
export async function hearSeveralWishes(
  turn: Turn,
  saidOf: (turn: Turn) => Said | null,
): Promise<Reply[] | null> {
  const all = turn.words.length > longest ? [] : wishesOf(turn.words)
  if (all.length < 2 || new Set(all.map((w) => w.no)).size < all.length) return null
  const read = all.map(({ words }) => {
    const said = saidOf({ ...turn, words })
    const voided = said && readVoid(said)
    const restored = said && !voided ? readRestore(said) : null
    const changes = said && !voided && !restored ? parseCorrections(words, said.words, false) : []
    return { words, voided, restored, changes }
  })
  if (!read.some((r) => r.voided || r.restored)) return null
  const heard = read.filter((r) => r.voided || r.restored || r.changes.length > 0)
  const lost = read.filter((r) => !heard.includes(r) && wishes.test(r.words.replace(begins, '')))
  // one wish, and what only tells of another record
  if (heard.length < 2 && lost.length === 0) return null
  const done: Reply[] = []
  for (const { words, voided, restored, changes } of heard) {
    const own = { ...turn, words }
    const replies = voided
      ? await handleVoid(own, voided)
      : restored
        ? await handleRestore(own, restored)
        : await handleCorrections(own, changes)
    done.push(...(replies ?? []))
  }
  if (done.length === 0) return null
  return [
    ...done,
    ...lost.map((l) => answer(`“${mask(l.words.slice(0, 30)).text}”我没听明白，请单独再说一遍。`)),
  ]
}

/** The clauses that begin with a number, each with the reasons behind it; empty where anything else comes first. */
function wishesOf(text: string): readonly Wish[] {
  const all: { no: string; words: string }[] = []
  for (const clause of text.split(/[，,。；;！!\n]+/).map((c) => c.trim())) {
    if (clause === '') continue
    const no = begins.exec(clause)?.[1]
    const last = all.at(-1)
    if (no !== undefined && no !== last?.no) all.push({ no, words: clause })
    else if (last) last.words += `，${clause}`
    else if (/\d/.test(clause) || clause.length > 14) return []
  }
  return all
}
