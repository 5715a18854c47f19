import type { Command, Said } from '../src/command.js'
import { dayText } from '../src/converse/figures.js'
import { monthText } from '../src/converse/months.js'
import { inPrivate, ofOffice } from '../src/converse/private.js'
import { asksStill } from '../src/converse/owing-still.js'
import { asksOwing, asksReminder } from '../src/converse/owing-words.js'
import { forever, remind, whyNot } from '../src/converse/remind.js'
import { afterNight } from '../src/converse/speak.js'
import { percent } from '../src/core/percent.js'
import { collectedMonth, monthBefore, monthHolding } from '../src/core/month.js'
import { monthOf } from '../src/core/day.js'
import { shortName } from '../src/core/tree.js'
import { lastTopic, rememberTopic } from '../src/ledger/last-query.js'
import { readPeriod } from '../src/ledger/query.js'
import { owing, punctuality, reportedIn } from '../src/ledger/reported.js'
import { teacher, type Reply, type Turn } from '../src/turn.js'
import { unitsIn } from '../src/understand/index.js'

export interface GapsArgs {
  readonly what: 'owing' | 'punctuality'
  /** `YYYY-MM`; null: the month being collected, up to the 5th the last one. */
  readonly month: string | null
  /** 还有谁 is of the month just asked about; 现在呢 (`lean`) is heard only behind that question. */
  readonly still?: 'alone' | 'lean'
}

/** 我们区报了没有: the sender's own branch. */
const ownWords =
  /^(?:看看?|查查?)?(?:我们?|咱们?|本)(?:区|县|镇|会|分会|这边|这里)?(?:的)?(?:活动)?(?:报|交)(?:过|了|上去了?)?(?:没有?|没|吗)$/
const punctualWords =
  /^(?:各?(?:分会|单位)?的?(?:按时率|及时率|报送率)(?:怎么样|如何|咋样|多少|怎样)?|报送情况|按时报送(?:率|情况)?|谁(?:报得|交得|报|交)?(?:最)?(?:按时|及时)报?)$/

/** 欠报 · 谁没报 · 谁还没报 · 还有谁 [月] · 按时率: who owes a month's report; names only in private. */
export const gaps: Command<GapsArgs> = {
  name: '欠报',
  access: 'contact',
  examples: [
    ['欠报', { what: 'owing', month: null }],
    ['谁还没报', { what: 'owing', month: null }],
    ['还有谁', { what: 'owing', month: null, still: 'alone' }],
    ['十月谁没报', { what: 'owing', month: '2026-10' }],
    ['欠报 上月', { what: 'owing', month: '2026-10' }],
    ['按时率', { what: 'punctuality', month: null }],
  ],
  parse({ words, tight, raw, today }) {
    if (tight.length > 20) return null
    const span = readPeriod(words, today)
    const rest = (span ? words.slice(0, span.from) + words.slice(span.to) : words).replace(/[\s份的]/g, '')
    if (punctualWords.test(rest)) return { what: 'punctuality', month: null }
    const month = span ? monthHolding(span.period) : null
    const still = span === null ? asksStill(tight, raw) : null
    if (still) return { what: 'owing', month: null, still }
    return (asksOwing(rest, raw) || ownWords.test(rest)) && (span === null || month !== null)
      ? { what: 'owing', month }
      : null
  },
  async run({ what, month, still }, turn) {
    const topic = still ? await lastTopic(turn) : null
    const asked = topic?.what === 'owing' ? topic.month : null
    if (still === 'lean' && asked === null) return null
    const of = month ?? asked ?? collectedMonth(turn.local.day)
    if (what === 'owing') await rememberTopic(turn, { what, month: of })
    if (!ofOffice(turn)) return ownGap(turn, of)
    const text = what === 'punctuality' ? await punctualityText(turn) : await owingText(turn, of)
    return inPrivate(turn, '名单我私下发您。', text)
  },
}

async function owingText(turn: Turn, month: string): Promise<string> {
  const { store, house, local } = turn
  const name = monthText(month, local.day)
  if (month > monthOf(local.day)) return `${name}还没到。`
  const { branches, below } = await owing(store, house, month)
  const units = [...branches, ...below]
  if (units.length === 0) return `${name}都报齐了。`
  const zeros = new Set((await store.zeros.of(monthBefore(month))).map((z) => z.unit))
  const names = (of: readonly string[]): string => of.map((u) => shortName(u, house.tree)).join('、')
  const both = branches.length > 0 && below.length > 0
  return [
    `${name}未报：${names(branches.length > 0 ? branches : below)}。`,
    ...(both ? [`\n下级未报：${names(below)}。\n`] : []),
    ...(units.some((u) => zeros.has(u)) ? ['上月零报告不算。'] : []),
    `要提醒说“提醒${shortName(units[0]!, house.tree)}${month === collectedMonth(local.day) ? '' : ` ${name}`}”。`,
  ].join('')
}

/** What a contact is told: the own branch and what is below it, nobody else's. */
async function ownGap(turn: Turn, month: string): Promise<Reply[]> {
  const { store, house, local, sender } = turn
  if (sender.unit === null || sender.unit === house.tree.root)
    return inPrivate(turn, '我私下跟您说。', '请问您是哪个分会的？')
  const name = `${shortName(sender.unit, house.tree)}${monthText(month, local.day)}`
  const done = (await reportedIn(store, house, month))(sender.unit)
  const under = house.tree.subtree(sender.unit).filter((u) => u !== sender.unit)
  const below = (await owing(store, house, month)).below.filter((u) => under.includes(u))
  const text = done
    ? `${name}报过了。`
    : `${name}还没报。有就随口说一句，没有就说“${monthText(month, local.day)}没有活动”。`
  const more =
    below.length > 0 ? `\n下级未报：${below.map((u) => shortName(u, house.tree)).join('、')}。` : ''
  return inPrivate(turn, '我私下跟您说。', text + more)
}

async function punctualityText(turn: Turn): Promise<string> {
  const { months, branches } = await punctuality(turn.store, turn.house, turn.local.day)
  if (branches.length === 0) return '还没有一个月到了期限（次月5日），按时率下个月再看。'
  const [first, last] = [months[0]!, months.at(-1)!].map((m) => monthText(m, turn.local.day))
  return [
    `按时率（${first === last ? first : `${first}至${last}`}，次月5日前报或零报告）：`,
    ...branches.map(
      (b) =>
        `${shortName(b.unit, turn.house.tree)} ${percent(b.onTime, b.months)}%（${b.onTime}/${b.months}）`,
    ),
  ].join('\n')
}

export interface RemindArgs {
  /** Empty: every branch that owes the month. */
  readonly units: readonly string[]
  /** `YYYY-MM`; null: the month just asked about, else the one being collected. */
  readonly month: string | null
  /** 提醒一下: only behind the question who owes. */
  readonly bare?: true
}

/** 提醒三江 · 提醒三江 十月 · 都提醒一下: a gentle private line to the contacts of a branch that owes. */
export const reminding: Command<RemindArgs> = {
  name: '提醒',
  access: 'secretariat',
  examples: [
    ['提醒三江', { units: ['三江县老科协'], month: null }],
    ['提醒三江县 十月', { units: ['三江县老科协'], month: '2026-10' }],
    ['提醒融安、融水', { units: ['融安县老科协', '融水县老科协'], month: null }],
    ['都提醒一下', { units: [], month: null }],
  ],
  parse({ words, tight, raw, house, today }: Said) {
    if (
      tight.length > 30 ||
      !/提醒|提个醒|催|敲打|督促|通知|说一?声|打.{0,2}招呼|[捎带]个[信话]|问一?[句声问]|[叫让请].*[报交]/.test(
        tight,
      ) ||
      /别|不要|不用|停|恢复|(?:提醒|催)我/.test(tight)
    )
      return null
    const span = readPeriod(words, today)
    const month = span ? monthHolding(span.period) : null
    if (span && month === null) return null
    const left = span ? words.slice(0, span.from) + ' ' + words.slice(span.to) : words
    const units = unitsIn(left, house.units)
    const rest = units.reduce((t, u) => t.replace(left.slice(...u.span), ' '), left).trim()
    // 还有谁没报，提醒他们: who is reminded is told anyway
    const [first, ...more] = rest.split(/\s+/)
    const order = more.length > 0 && asksOwing(first!) ? more.join(' ') : rest
    const asks = asksReminder(order, raw, units.length > 0)
    if (asks === null) return null
    const named = { units: [...new Set(units.map((u) => u.name))], month }
    return asks === 'bare' ? { ...named, bare: true } : named
  },
  async run({ units, month, bare }, turn) {
    const listed = month === null ? await lastTopic(turn) : null
    const asked = listed?.what === 'owing' ? listed.month : null
    if (bare && !asked) return null
    const { store, house, local } = turn
    const of = month ?? asked ?? collectedMonth(local.day)
    const name = monthText(of, local.day)
    const all = await owing(store, house, of)
    const owe = units.length > 0 ? units : [...all.branches, ...all.below]
    if (owe.length === 0) return inPrivate(turn, '我私下跟您说。', `${name}都报齐了，不用提醒。`)
    const reported = await reportedIn(store, house, of)
    const lines: string[] = []
    const sent: Reply[] = []
    for (const unit of owe) {
      const short = shortName(unit, house.tree)
      if (reported(unit)) lines.push(`${short}${name}报过了，没有提醒。`)
      else {
        const told = await remindBranch(turn, unit, of)
        sent.push(...told.replies)
        lines.push(...told.lines)
      }
    }
    return [...inPrivate(turn, '好，我私下办。', lines.join('\n')), ...sent]
  },
}

async function remindBranch(
  turn: Turn,
  unit: string,
  month: string,
): Promise<{ readonly lines: readonly string[]; readonly replies: readonly Reply[] }> {
  const { store, house, local } = turn
  const short = shortName(unit, house.tree)
  const contacts = await store.people.withRole(['contact'], unit)
  if (contacts.length === 0) return { lines: [`${short}没有登记联络员，请打个电话。`], replies: [] }
  const lines: string[] = []
  const replies: Reply[] = []
  const from = afterNight(turn)
  for (const person of contacts) {
    const who = `${short}${teacher(person.name)}`
    const not = await whyNot(store, person, month, local.day)
    if (not?.code === 'leave') {
      const until = not.until === forever ? '' : `（到${dayText(not.until, local.day)}）`
      lines.push(`${who}说过先别提醒${until}，没有发。`)
    } else if (not?.code === 'often')
      lines.push(`${who}${monthText(month, local.day)}已经提醒过两次，不再发了。`)
    else {
      const text = await remind(store, house, { person, unit, month }, local.day, from)
      replies.push({ to: { person: person.id }, class: 'question', text })
      lines.push(from > turn.now ? `好，早上7点半提醒${who}。` : `好，已提醒${who}。`)
    }
  }
  return { lines, replies }
}
