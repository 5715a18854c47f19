import type { Command } from '../src/command.js'
import { closeNow, lastClosed, monthIsOver, offerClosing } from '../src/converse/closing.js'
import { differenceText } from '../src/converse/difference.js'
import { monthText } from '../src/converse/months.js'
import { asksDifference, asksShift } from '../src/converse/office-pieces.js'
import { inPrivate } from '../src/converse/private.js'
import { monthOf } from '../src/core/day.js'
import { daysOfMonth, monthBefore, monthHolding } from '../src/core/month.js'
import { rememberQuery } from '../src/ledger/last-query.js'
import { readPeriod } from '../src/ledger/query.js'
import { answer, instant, type Turn } from '../src/turn.js'

export interface CloseArgs {
  /** null: last month, or the one just asked about. */
  readonly month: string | null
  /** 现在结: without asking once more. */
  readonly now: boolean
}

const closes =
  /^(?:把|给|先|可以|该){0,2}(?:结(?:掉|了)?(?:月)?[账帐]了?|[账帐]?(?:可以|该)?(?:结|关|封)(?:掉|了)+|[封关][账帐]了?|[账帐]结)$/
/** 十月结了 names its month; 结了 alone is anything. */
const closesNow = /^(?:把|给)?(?:现在就?结|马上结|直接结)(?:[账帐]|月[账帐])?了?$|^结[账帐]现在就?结$/

/** 结账十月: the figures of a month and what is open in it, then a snapshot for good. */
export const close: Command<CloseArgs> = {
  name: '结账',
  access: 'secretariat',
  examples: [
    ['结账十月', { month: '2026-10', now: false }],
    ['十月份结账', { month: '2026-10', now: false }],
    ['结十月的账', { month: '2026-10', now: false }],
    ['结账', { month: null, now: false }],
    ['现在结', { month: null, now: true }],
    ['结账十月 现在结', { month: '2026-10', now: true }],
  ],
  parse({ words, tight, today }) {
    if (tight.length > 20 || !/[结封关]/.test(tight)) return null
    const span = readPeriod(words, today)
    const rest = (span ? words.slice(0, span.from) + words.slice(span.to) : words).replace(/[\s份的]/g, '')
    const now = closesNow.test(rest)
    if (!now && !closes.test(rest)) return null
    if (!now && !span && !/[账帐]/.test(rest)) return null
    const month = span ? monthHolding(span.period) : null
    return span && month === null ? null : { month, now }
  },
  async run({ month, now }, turn) {
    const meant = month ?? (now ? await askedAbout(turn) : null) ?? monthBefore(monthOf(turn.local.day))
    await rememberMonth(turn, meant)
    const sure = now && (month !== null || (await askedAbout(turn)) !== null)
    const replies =
      sure && monthIsOver(meant, turn.local.day)
        ? await closeNow(turn, meant)
        : await offerClosing(turn, meant, month !== null)
    return turn.message.room === undefined ? replies : [answer('结账的事我私下跟您说。'), ...replies]
  },
}

/** What 现在结 is meant for: the month the sender was asked about within a day, or has closed since then. */
async function askedAbout({ store, sender, now }: Turn): Promise<string | null> {
  const dayAgo = instant(new Date(now.getTime() - 86_400_000))
  const last = await store.questions.lastAbout(sender.id, 'close')
  const asked = {
    at: last?.askedAt ?? '',
    month: (last?.data as { month?: string } | undefined)?.month ?? null,
  }
  const mine = (await store.closings.all()).filter((c) => c.by === sender.id)
  const { at, month } = mine.reduce((a, b) => (b.at > a.at ? b : a), asked)
  return at >= dayAgo ? month : null
}

export interface DifferenceArgs {
  /** null: the month closed last. */
  readonly month: string | null
}

const differs =
  /^(?:(?:差异|差别|差额|变化)(?:有?(?:哪些|什么|多少))?|结[账帐](?:以|之)?后(?:又|还)?(?:补报?|多|改|变)了?(?:多少|什么|哪些|几条)|[跟和比]?结[账帐](?:时|后|那时|那份)?(?:比)?(?:差|多|少|变)了?(?:多少|什么|哪些)|为什么(?:多|少|变)(?:了|出来)?|怎么(?:多|少|变)(?:了|出来)|为啥(?:多|少|变)了?|和?结[账帐](?:时|后)?(?:的|有什么|有啥)?(?:差异|差别|变化)|结[账帐]后(?:的)?补报|结[账帐](?:以|之)?后(?:的|有)*(?:什么|啥|哪些)?(?:变化|变动|差别|差异)|(?:又|还)?(?:多|少|变)了(?:些)?(?:什么|哪些|啥)|(?:后来|又|还)?补报了(?:多少|几)[笔条场次]?|结[账帐](?:那会儿?|那时候?|那天|的时候)[跟和与到比]?(?:现在|眼下|如今)?(?:相?比)?(?:差|多|少|变)了?(?:多少|什么|哪些))$/

/** 为啥多了88: by how much is known. */
const withoutFigure = (rest: string): string =>
  rest.replace(/^的/, '').replace(/(?<=[多少变]了)\d{1,6}(?:场次?|人次|个?人|次)?$/, '')

/** 差异 十月 · 为什么多了: what changed since the month was closed. */
export const difference: Command<DifferenceArgs> = {
  name: '差异',
  access: 'secretariat',
  saidAgain: /^(?:看看?|说说?|查查?)?(?:差异|差别|差额)$/,
  examples: [
    ['差异', { month: null }],
    ['差异 十月', { month: '2026-10' }],
    ['十月为什么多了', { month: '2026-10' }],
  ],
  parse({ words, tight, today }) {
    if (tight.length > 30) return null
    const span = readPeriod(words, today)
    const rest = (span ? words.slice(0, span.from) + words.slice(span.to) : words).replace(/[\s份]/g, '')
    const month = span ? monthHolding(span.period) : null
    const asked =
      (tight.length <= 20 && differs.test(withoutFigure(rest))) ||
      asksDifference(rest) ||
      asksShift(rest, month !== null)
    return asked && (span === null || month !== null) ? { month } : null
  },
  async run({ month }, turn) {
    return inPrivate(turn, '差异我私下发您。', await differenceOrNot(turn, month))
  },
}

async function differenceOrNot(turn: Turn, month: string | null): Promise<string> {
  const meant = month ?? (await lastClosed(turn.store))
  const closing = meant === null ? null : await turn.store.closings.get(meant)
  if (closing) {
    await rememberMonth(turn, closing.month)
    return differenceText(turn, closing)
  }
  const name = monthText(meant ?? monthBefore(monthOf(turn.local.day)), turn.local.day)
  return `${name}还没结账，说“结账${name}”就结。`
}

/** 凭据 alone opens the month that was just shown. */
const rememberMonth = (turn: Turn, month: string): Promise<void> =>
  rememberQuery(turn, {
    unit: turn.house.tree.root,
    kinds: null,
    indicator: null,
    period: daysOfMonth(month),
  })
