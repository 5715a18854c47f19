import type { Command } from '../src/command.js'
import { addDays, within, type Period, type PlainDate } from '../src/core/day.js'
import { shortName } from '../src/core/tree.js'
import { dutiesOf, essayTodos, essayWithNumber, putBefore, readerFor } from '../src/converse/essay-desk.js'
import { reviewQueue } from '../src/converse/review-queue.js'
import { dayText, periodText } from '../src/converse/figures.js'
import { inPrivate } from '../src/converse/private.js'
import { readPeriod } from '../src/ledger/query.js'
import { essayProblem, planFrom, rowStates } from '../src/tips/book.js'
import { coming } from '../src/tips/coming.js'
import { decideEssay, essayNews, type Essay, type EssayDecision } from '../src/tips/essay.js'
import { freeDay } from '../src/tips/office.js'
import type { EssayRow, TodoRow } from '../src/store.js'
import { answer, notice, teacher, type Reply, type Turn } from '../src/turn.js'

type Act =
  | { readonly act: 'accept' | 'to_doctor' }
  | { readonly act: 'decline'; readonly reason: string }
  | { readonly act: 'mend'; readonly text: string }
  | { readonly act: 'move'; readonly day: PlainDate }

/** `id` null: the one that waits for the sender. `loose`: 随笔 was not said, it may be an article that is meant. */
type Decision = Act & { readonly id: number | null; readonly loose?: true }
export type EssayReviewArgs =
  Decision | { readonly act: 'queue' } | { readonly act: 'count'; readonly period: Period | null }

const yes = '采用了?|可以采用|可以用|可以发|能用|可用|通过|用'
const no = '退回|退稿|不采用|不能用|不可用|不用|不合适|不妥'
const verbFirst = new RegExp(`^(?:(${yes})|(${no}))随笔\\s*#?(\\d{1,6})(?:号|则)?\\s*(.{0,60})$`)
const numberFirst = new RegExp(
  `^(?:随笔\\s*#?(\\d{1,6})(?:号|则)?|(\\d{1,6})[号则]随笔)\\s*(?:(${yes})|(${no}))\\s*(.{0,60})$`,
)
const alone = new RegExp(`^(?:这[则篇条个])?(?:(${yes})|(退回|退稿|不采用)(?:\\s+(.{1,60}))?)$`)
const numberAlone = /^(?:(采用)|(退回|退稿|不采用))\s*#?(\d{1,6})(?:号|则)?(?:\s+(.{1,60}))?$/
const mending =
  /^\s*(?:把)?随笔\s*#?(\d{1,6})\s*(?:号|则)?\s*(?:改成|改为|改作)\s*[：:，,]?\s*([\s\S]{1,400})$/
const doctoring = /^随笔\s*#?(\d{1,6})(?:号|则)?\s*再?(?:请|给|让|送|交).{1,8}?(?:看看?|审|把关|过目|定)?$/
const moving = /^随笔\s*#?(\d{1,6})(?:号|则)?\s*(?:改排|改期|改|排|挪|换)[到在成]?$/

/** 采用随笔3 · 退回随笔3 太长 · 随笔3改成：… · 随笔3请医生看 · 随笔3排到12月3日 · 待审 · 随笔统计. */
export const essayReview: Command<EssayReviewArgs> = {
  name: '待审',
  access: 'member',
  examples: [
    ['采用随笔3', { act: 'accept', id: 3 }],
    ['随笔3可以用', { act: 'accept', id: 3 }],
    ['采用', { act: 'accept', id: null }],
    ['采用1', { act: 'accept', id: 1, loose: true }],
    ['退回1', { act: 'decline', id: 1, reason: '', loose: true }],
    ['退回随笔3 太长了', { act: 'decline', id: 3, reason: '太长了' }],
    ['随笔3不用，说法不准', { act: 'decline', id: 3, reason: '说法不准' }],
    ['退回，和上月那条一样', { act: 'decline', id: null, reason: '和上月那条一样' }],
    ['随笔3改成：吃药用温开水送', { act: 'mend', id: 3, text: '吃药用温开水送' }],
    ['随笔3请赵老师看看', { act: 'to_doctor', id: 3 }],
    ['随笔3排到12月3日', { act: 'move', id: 3, day: '2026-12-03' }],
    ['待审', { act: 'queue' }],
    ['还有哪些随笔没审', { act: 'queue' }],
    ['随笔统计', { act: 'count', period: null }],
  ],
  parse({ words, tight, raw, today }) {
    if (
      /^(?:待审|待审的?(?:随笔|稿子?|清单)|审稿|审稿清单|还?有(?:哪些|什么|几[则篇条])?(?:随笔|求证)(?:没审|没看|要审|等着|待审)的?|还?有(?:哪些|什么|几[则篇条])(?:没审|要审|待审)的?)$/.test(
        tight,
      )
    )
      return { act: 'queue' }
    const span = readPeriod(words, today)
    const rest = span
      ? `${words.slice(0, span.from)} ${words.slice(span.to)}`.replace(/\s+/g, ' ').trim()
      : words
    if (
      /^(?:随笔统计|随笔汇总|随笔(?:一共)?(?:有)?(?:多少|几)[则篇条]?|谁写了?(?:多少|几[则篇条])?随笔|每人写?了?(?:多少|几[则篇条])随笔|各人随笔)$/.test(
        rest.replaceAll(' ', ''),
      )
    )
      return { act: 'count', period: span?.period ?? null }
    const moved = span && moving.exec(rest)
    if (moved)
      return {
        act: 'move',
        id: Number(moved[1]),
        day: coming(span.period, words.slice(span.from, span.to), today).start,
      }
    const mend = mending.exec(raw)
    if (mend) return { act: 'mend', id: Number(mend[1]), text: mend[2]!.trim() }
    const first = verbFirst.exec(words)
    if (first) return decision(first[1], Number(first[3]), first[4])
    const second = numberFirst.exec(words)
    if (second) return decision(second[3], Number(second[1] ?? second[2]), second[5])
    const doctor = doctoring.exec(words)
    if (doctor) return { act: 'to_doctor', id: Number(doctor[1]) }
    const loose = numberAlone.exec(words)
    if (loose) return { ...decision(loose[1], Number(loose[3]), loose[4]), loose: true }
    const bare = alone.exec(words)
    return bare && decision(bare[1], null, bare[3])
  },
  async run(args, turn) {
    if (args.act === 'queue') return inPrivate(turn, '待审的我私下发您。', await reviewQueue(turn))
    if (args.act === 'count') return count(turn, args.period)
    return decide(turn, args)
  },
}

const decision = (accepted: string | undefined, id: number | null, words = ''): Decision => {
  const reason = words.trim().replaceAll(' ', '，')
  return accepted === undefined ? { act: 'decline', id, reason } : { act: 'accept', id }
}

async function decide(turn: Turn, args: Decision): Promise<Reply[] | null> {
  const { store, sender } = turn
  const open = await essayTodos(store)
  const mine = open.filter((t) => t.person === sender.id)
  const reads = dutiesOf(sender).length > 0
  if (args.loose && !open.some((t) => t.ref === args.id))
    return reads ? [answer(notWaiting(args.id, mine))] : null
  const quoted = /随笔（?(\d{1,6})/.exec(turn.message.quotes?.text ?? '')
  const id = args.id ?? (quoted ? Number(quoted[1]) : mine.length === 1 ? mine[0]!.ref : null)
  if (id === null)
    return mine.length > 1
      ? [answer(`您手上有${mine.length}则，请带上号数，如“采用随笔${mine[0]!.ref}”。`)]
      : reads && turn.message.room === undefined && /采用|退[回稿]/.test(turn.words)
        ? [answer(notWaiting(null, mine))]
        : null
  const row = await store.tips.essay(id)
  if (!row) return [answer(`没有${id}号随笔。`)]
  const essay = await essayWithNumber(store, row)
  const made = await decisionOf(turn, args)
  if (typeof made === 'string') return [answer(made)]
  const decided = decideEssay(essay, made)
  if (!decided.ok) return [answer(essayProblem(decided.error))]
  const next = decided.value
  const after: EssayRow = {
    ...row,
    text: next.text,
    status: rowStates[next.state],
    day: next.day,
    reviewer: next.reviewer,
    medical: next.medical,
  }
  await store.tips.updateEssay(after)
  const objected = args.act === 'decline' && next.state === 'with_editor'
  const before = await putBefore(
    turn,
    after,
    objected ? { by: teacher(sender.name), why: next.reason ?? '' } : null,
  )
  const who = before.next && before.next.id !== sender.id ? teacher(before.next.name) : null
  return [
    answer(heard(args, next, who, turn)),
    ...before.replies.filter(
      (r) => typeof r.to === 'string' || !('person' in r.to) || r.to.person !== sender.id,
    ),
    ...news(turn, args, row, next),
    ...(await tellEditor(turn, row, next)),
  ]
}

const notWaiting = (id: number | null, mine: readonly TodoRow[]): string =>
  id === null || mine.length === 0
    ? '现在没有等您看的随笔。'
    : `${id}号不在等您看的随笔里。等您看的是${mine.map((t) => `随笔${t.ref}`).join('、')}。`

/** The decision with what it needs; a sentence where it cannot be made. */
async function decisionOf(turn: Turn, args: Decision): Promise<EssayDecision | string> {
  const { store, sender, house, local } = turn
  const unit = sender.unit ? shortName(sender.unit, house.tree).replace(/分会$/, '') : ''
  const by = { duties: dutiesOf(sender), label: [unit, teacher(sender.name)].filter(Boolean).join(' ') }
  const tomorrow = addDays(local.day, 1)
  const plan = await planFrom(store, tomorrow)
  if (args.act === 'accept') return { by, act: 'accept', day: freeDay(plan, '', tomorrow) }
  if (args.act === 'move') {
    if (args.day < tomorrow) return '请排在明天以后。'
    if (plan.own.some((o) => o.day === args.day)) return `${dayText(args.day, local.day)}已经排了一则随笔。`
    return { by, act: 'move', day: args.day }
  }
  if (args.act === 'decline') return { by, act: 'decline', reason: args.reason }
  return args.act === 'mend' ? { by, act: 'mend', text: args.text } : { by, act: 'to_doctor' }
}

/** What who decided hears. */
function heard({ act }: Act, essay: Essay, next: string | null, { local }: Turn): string {
  if (essay.state === 'scheduled') return `好，排在${dayText(essay.day!, local.day)}。`
  if (essay.state === 'declined') return '好，退回了，也告诉作者了。'
  const seen = next === null ? '' : `，请${next}看看`
  if (act === 'decline') return `好，交回编辑了${next === null ? '' : `，请${next}改`}。`
  return act === 'mend' ? `好，改了${seen}。` : `好${seen || '，还没有审稿的医生，先放着'}。`
}

/** What the author hears: other words, a day, or why not. */
function news(turn: Turn, { act }: Act, row: EssayRow, essay: Essay): Reply[] {
  if (row.person === turn.sender.id) return []
  if (act === 'mend')
    return [
      notice(
        row.person,
        `您的第${essay.number}则随笔，${teacher(turn.sender.name)}改了字：\n${essay.text}\n不合适就回“撤回随笔${row.id}”。`,
      ),
    ]
  const text =
    act === 'move'
      ? `您的第${essay.number}则随笔改排在${dayText(essay.day!, turn.local.day)}。`
      : essayNews(essay)
  return text ? [notice(row.person, text)] : []
}

/** The doctor has signed: the editor hears the day. */
async function tellEditor(turn: Turn, row: EssayRow, essay: Essay): Promise<Reply[]> {
  if (row.status !== 'reviewer' || essay.state !== 'scheduled') return []
  const editor = await readerFor(turn.store, row, 'editor')
  if (!editor || editor.id === turn.sender.id || editor.id === row.person) return []
  return [
    notice(
      editor.id,
      `${row.personName}的随笔（${row.id}）${teacher(turn.sender.name)}看过了，排在${dayText(essay.day!, turn.local.day)}。`,
    ),
  ]
}

/** How many each member wrote and how many were used; for who reviews. */
async function count(turn: Turn, period: Period | null): Promise<Reply[]> {
  if (dutiesOf(turn.sender).length === 0) return [answer('您自己的说“我的随笔”。各人的由编辑和秘书处看。')]
  const rows = (await turn.store.tips.essays({})).filter(
    (e) => e.status !== 'withdrawn' && (!period || within(turn.house.zone.local(new Date(e.at)).day, period)),
  )
  const span = period ? periodText(period, turn.local.day) : '一共'
  const used = (of: readonly EssayRow[]): number =>
    of.filter((e) => e.status === 'scheduled' || e.status === 'sent').length
  const authors = [...new Set(rows.map((e) => e.person))].map((id) => rows.filter((e) => e.person === id))
  const lines = authors
    .toSorted((a, b) => b.length - a.length)
    .map((of) => `${of.at(-1)!.personName || '一位老师'} ${of.length}则，采用${used(of)}则`)
  return inPrivate(
    turn,
    '随笔的数我私下发您。',
    rows.length === 0
      ? `${span}还没有随笔。`
      : [`${span}随笔${rows.length}则，采用${used(rows)}则：`, ...lines].join('\n'),
  )
}
