import { commands } from '../../commands/index.js'
import type { Said } from '../command.js'
import { wholeName } from '../core/tree.js'
import type { House } from '../house.js'
import type { CallOutcome } from '../store.js'
import { answer, instant, quoted, type Reply, type Turn } from '../turn.js'
import { isYes, plain } from '../understand/said.js'
import { readCall } from './call.js'
import { essayIn } from './essay-desk.js'
import { ofOffice } from './private.js'
import { isLate } from './speak.js'
import { suggestions } from './typos.js'
import { understoodPart } from './understood-part.js'

/** How much is answered to one person and in one room, and how often the same words are listened to. */
export const limits = {
  /** Answered calls of one person within a minute; the next one gets a line, then silence. */
  calls: 5,
  restMinutes: 10,
  /** Answered calls in one room within a minute; the next one gets a line, then silence. */
  roomCalls: 20,
  roomRestMinutes: 2,
  /** Times the same words of one person are listened to within a minute. */
  sameWords: 3,
  /** After a first 「没听明白」 the next one in this time is noted for the office, further ones only counted. */
  againMinutes: 10,
  /** A suggestion can be taken by its bare words so long. */
  offerMinutes: 10,
} as const

/** Names of programs in rooms. Somebody of the org file is a person whatever the name. */
const machines: readonly string[] = ['群管家', '机器人', '小助手', '群助手', '微信团队', '文件传输助手']

const minutesAgo = (turn: Turn, minutes: number): string =>
  instant(new Date(turn.now.getTime() - minutes * 60_000))

/** Said by a program, or the same words once too often: never answered, never recorded; the call counts all the same. */
export async function hearNoise(turn: Turn): Promise<Reply[] | null> {
  const { sender, house } = turn
  const { name, aliases } = house.org.bot
  if (
    !sender.inOrg &&
    ([name, ...aliases].includes(sender.name) || machines.some((m) => sender.name.includes(m)))
  )
    return []
  if (isLate(turn) || !isRepeated(turn)) return null
  return turn.called ? unanswered(turn) : []
}

/** What was said in the last minute, by whom and where. In memory alone: chatter is never written anywhere. */
const heard = new WeakMap<House, Map<string, readonly number[]>>()
const keptWords = 1000

function isRepeated({ house, message, sender }: Turn): boolean {
  const said = heard.get(house) ?? new Map<string, readonly number[]>()
  heard.set(house, said)
  const at = message.sentAt.getTime()
  const fresh = (times: readonly number[]): readonly number[] => times.filter((t) => at - t < 60_000)
  if (said.size > keptWords) {
    for (const [key, times] of said) if (fresh(times).length === 0) said.delete(key)
  }
  const { text } = message
  const key = `${message.room ?? ''}\n${sender.id}\n${text.length}\n${text.slice(0, 200)}`
  const times = [...fresh(said.get(key) ?? []), at]
  said.set(key, times)
  return times.length > limits.sameWords
}

/**
 * The turn as it is meant: a bare answer to a suggestion is a call with the suggested words; a call of somebody who is
 * left unanswered for a while is no call (a report in it is recorded all the same).
 */
export async function addressed(turn: Turn): Promise<Turn> {
  const words = await takenOffer(turn)
  if (words !== null) return { ...turn, called: true, words }
  const silent = turn.called && (await isResting(turn)) && !(await handsIn(turn))
  return silent ? { ...turn, called: false } : turn
}

/**
 * A 随笔 is handed in, as a report is: in a rest too it is taken, and its receipt is private anyway. Not without end:
 * each goes to an editor.
 */
async function handsIn({ store, sender, words, now }: Turn): Promise<boolean> {
  if (essayIn(words.slice(0, longestEssay)) === null) return false
  const since = instant(new Date(now.getTime() - limits.restMinutes * 60_000))
  const lately = (await store.tips.essays({ person: sender.id })).filter((e) => e.at > since)
  return lately.length < limits.calls
}
const longestEssay = 600

async function isResting({ store, sender, room, ...turn }: Turn): Promise<boolean> {
  const ago = (minutes: number): string => instant(new Date(turn.now.getTime() - minutes * 60_000))
  const flood = await store.calls.lastAt(sender.id, 'flood')
  if (flood !== null && flood > ago(limits.restMinutes)) return true
  const rest = room === null ? null : await store.settings.get(restKey(room.name))
  return rest !== null && rest > ago(limits.roomRestMinutes)
}
const restKey = (room: string): string => `rest:${room}`

/** Notes that a call was answered; above the limits the one line is said instead. Receipts of reports do not count. */
export async function noteCall(turn: Turn, replies: Reply[]): Promise<Reply[]> {
  const { store, message } = turn
  if (!replies.some((r) => r.class === 'answer') || (await isResting(turn))) return replies
  if (essayIn(turn.words.slice(0, longestEssay)) !== null) return replies
  if (isUndisturbed(turn)) return replies
  const flood = await hearFlood(turn)
  if (flood) return flood
  await noteOutcome(turn, 'answered')
  if (message.room === undefined) return replies
  if ((await store.calls.countInRoom(message.room, minutesAgo(turn, 1))) <= limits.roomCalls) return replies
  await store.settings.set(restKey(message.room), instant(turn.now))
  return [answer('问的人多，我歇一会儿再答。急的请私信我。')]
}

/** Somebody of the office goes through a list of things to do as fast as one can type. */
const isUndisturbed = (turn: Turn): boolean => turn.message.room === undefined && ofOffice(turn)

/** The line above the limit of one person's calls, whether they were answered or not; null below it. */
async function hearFlood(turn: Turn): Promise<Reply[] | null> {
  const { calls } = turn.store
  const since = minutesAgo(turn, 1)
  const answered = await calls.countSince(turn.sender.id, since, 'answered')
  if (answered + (await calls.countSince(turn.sender.id, since, 'unanswered')) < limits.calls) return null
  await noteOutcome(turn, 'flood')
  return [answer('您问得有点急，我歇十分钟再答。')]
}

/** A call left without an answer counts like any other. */
async function unanswered(turn: Turn): Promise<Reply[]> {
  if (isUndisturbed(turn) || (await isResting(turn))) return []
  const flood = await hearFlood(turn)
  if (flood === null) await noteOutcome(turn, 'unanswered')
  return flood ?? []
}

const noteOutcome = ({ store, sender, message, now }: Turn, outcome: CallOutcome): Promise<void> =>
  store.calls.add({
    message: message.id,
    person: sender.id,
    room: message.room ?? null,
    at: instant(now),
    outcome,
  })

/** R7: called but not understood; up to two suggestions, the second time within ten minutes a note to the office. */
export async function notUnderstood(turn: Turn, said: Said | null): Promise<Reply[]> {
  const { store, sender, message } = turn
  const greeted = greeting.test(plain(turn.words))
  if (greeted ? message.room !== undefined : isCourtesy(turn.words) || isRemark(turn)) return []
  const present = answer(`我在。报活动照平常说就行，查数说“小科 ${wholeName(turn.house.tree)}”。`)
  if (greeted || (said && here.test(said.tight))) return [present]
  const before = await store.calls.countSince(
    sender.id,
    minutesAgo(turn, limits.againMinutes),
    'not-understood',
  )
  await noteOutcome(turn, 'not-understood')
  // in a room, and to a machine, it is not said again and again; the office, in private, is never left without a word
  if (before >= 2 && !(message.room === undefined && ofOffice(turn))) return []
  if (before >= 1) return ofOffice(turn) ? [answer(unheard)] : noteForOffice(turn)
  if (!said) return [answer(unheard)]
  if (said.tight === '') return [present]
  const about = /(?<!\d)(\d{3,7})号/.exec(said.words.slice(0, 60))
  if (about)
    return [
      answer(`${about[1]}号要怎么办，我没听明白。改数说“${about[1]}号改350人”，不要了说“作废${about[1]}”。`),
    ]
  const part = understoodPart(said)
  const near = part === null ? suggestions(said, commands, sender.role) : [part]
  if (near.length === 0) return [answer(unheard)]
  await offer(turn, near)
  const named = near.map((n) => `“${n}”`).join('还是')
  return [answer(near.length === 1 ? `您是要查${named}吗？回“是”就行。` : `您是要查${named}？回一个就行。`)]
}

/** R7. */
const unheard = '我没听明白。您是想查总数，\n还是报活动？直接说就行。'
/** Said to begin with; in a room it wants no answer. */
const greeting =
  /^(?:小科|老师)*(?:[你您]好|早上好|上午好|中午好|下午好|晚上好|早安|早|新年好|过年好|节日好)+(?:小科|老师)*$/
const here = /^(?:你|您|还)?(?:在吗|在不在|在么|在没在|在)$/

/** Thanks and praise want no answer: 谢谢小科, 辛苦了, 讲得好 under a receipt, 👍. */
const courtesy =
  /^(?:好|非常|太|真|很|十分|多|谢|感谢|辛苦|您|你|大家|各位|老师|小科|收到|知道|明白|讲|说|做|办|得|棒|不错|给力|佩服|学习|有意义|厉害|精彩|点赞|赞|祝贺|恭喜|圆满|成功|哈|嗯|哦|啦|了|呀|啊|哟|的)+$/
const isCourtesy = (words: string): boolean => {
  if (words.length > 200) return false
  const said = plain(
    words.replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\[[^\]]{1,6}\]/gu, ''),
  )
  return words.trim() !== '' && (said === '' || courtesy.test(said)) && !/[?？]/.test(words)
}

/** 孩子们开眼界了 under a receipt, nobody called by name: said to the others, unless it may wish something. */
const isRemark = ({ message, room, words, house }: Turn): boolean =>
  room !== null && !readCall(message.text, house.org.bot).called && !mayWish.test(words)
const mayWish =
  /\d|[一二两三四五六七八九十百][来多]?[个位名人份场册次]|[错改删撤漏查催]|不[对是算要准]|作废|恢复|多[少报写算了]|少[了报写算]|几|什么|啥|怎么|咋|哪|谁|[?？吗]|看看|统计|任务|凭据|依据|原话|同一|另一|应该|实际/

async function noteForOffice(turn: Turn): Promise<Reply[]> {
  await turn.store.todos.insert({
    unit: null,
    what: 'request',
    record: null,
    ref: null,
    person: turn.sender.id,
    text: `有老师叫我，我没听懂：${quoted(turn)}`,
    data: null,
    at: instant(turn.now),
    status: 'open',
  })
  return [answer('我先记着，请秘书处看看。')]
}

/** Keeps what was suggested, so that its bare words are understood though nobody calls. */
const offer = (turn: Turn, options: readonly string[]): Promise<unknown> =>
  turn.store.questions.insert({
    room: turn.message.room ?? null,
    person: turn.sender.id,
    about: 'suggested',
    record: null,
    data: { options },
    askedAt: instant(turn.now),
    expiresAt: instant(new Date(turn.now.getTime() + limits.offerMinutes * 60_000)),
    status: 'open',
  })

/** The suggestion a message takes up: 「全市」 after 「“全市”还是“我的”？」, 「是」 after a single one; else null. */
async function takenOffer({ store, sender, message, now, words }: Turn): Promise<string | null> {
  if (words.length > 40) return null
  const [last] = await store.questions.openFor(sender.id, message.room ?? null, instant(now))
  if (last?.about !== 'suggested') return null
  const { options } = last.data as { readonly options: readonly string[] }
  const said = plain(words)
  const taken =
    options.find((o) => plain(o) === said) ?? (options.length === 1 && isYes(words) ? options[0] : undefined)
  if (taken === undefined) return null
  await store.questions.close(last.id, 'answered')
  return taken
}
