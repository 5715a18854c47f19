import { exampleUnit } from '../src/converse/example-unit.js'
import type { Command } from '../src/command.js'
import { counterOf } from '../src/converse/figures.js'
import { spanText } from '../src/converse/totals.js'
import { countsDocuments, kindName } from '../src/core/kinds.js'
import { addSums, noSums, type Sums } from '../src/core/totals.js'
import { prove, type Proof } from '../src/ledger/evidence.js'
import { entersTotal, tally, type Query } from '../src/ledger/tally.js'
import { handsOver, whence } from '../src/ledger/asked-words.js'
import { lastQuery, rememberQuery } from '../src/ledger/last-query.js'
import { answer, privately, type Reply, type Turn } from '../src/turn.js'
import { unitMeant } from '../src/converse/own-unit.js'
import { inPrivate, maySee } from '../src/converse/private.js'
import { recentInReach } from '../src/converse/recent-records.js'
import { passOn } from '../src/converse/told.js'
import { mayChange } from '../src/ledger/correct.js'
import { recordText } from './record.js'
import { queryName, queryOf, readTotal } from './total.js'
import type { TotalArgs } from './total-args.js'
import { following } from './follow-up.js'

export interface EvidenceArgs {
  /** null: of the total asked for last. */
  readonly of: TotalArgs | null
  readonly page: number
  /** 57人是哪来的: a figure of the answer before. */
  readonly figure?: number
}

/** Entries on a page of a private answer. */
const pageSize = 25
/** More summands than this are given as one sum. */
const longestSum = 12

const proof = '凭据|依据|出处|证据|来源|原话|原文|原句'
const asksFirst = new RegExp(`^(?:${proof}|${whence})\\s*(.*)$`)
const asksLast = new RegExp(
  `^(.*?)\\s*(?:的?(?:${proof})|(?:都)?是?${whence}|有没有(?:${proof})|有(?:${proof})没有|(?:对不对|准不准|对吗|对得上吗|有没有错))$`,
)

/** 把依据给我看看，城东十月讲座: the word in the middle of the question. */
const asksAmong = new RegExp(
  `(?:连同?|带上?|附上?|要|加上)?把?的?(?:${proof})(?:也|再|都|要|一起|一并|一块儿?|附上|带上){0,3}(?:请|麻烦)?(?:(?:发|拿|调|列)(?:过|出)?来|(?:发|拿)给?我(?:看看?)?|(?:给|让|发|拿)?(?:给|到)?我?(?:看看?|瞧瞧?|查查?|过目))?`,
)

/** 这个数, the one just shown; 看看, of it. */
const theLast =
  /^(?:把|给|我|看|瞧|大家|他们|老师|们|都|是|什么|怎么说|的|这|那|些|个|一|几|场|条|笔|次|总数|数据|数|字|结果|合计|刚才|上面|\s)+$/
/** 57人, 这57场: a figure just heard. A bare number may be a record's. */
const figureAsked =
  /^(?:[这那]个?(\d{1,6})|(\d{1,6})这个数|[这那刚才上面的个]{0,5}(\d{1,6})(?:多|余)?(?:人次|个人|人|场次|场|次|份|篇|条|件|期))$/
/** 城东十月讲座这个数: the same as without it. */
const thisNumber = /\s*的?[这那](?:个|些)?(?:总数|数字?|结果|合计|人数|场数|场次)$/
/** 十月讲座那个57人 · 十月讲座2场57人: the figure asked after, behind what it is of. */
const thatFigure =
  /(?:\s*(?:的|[这那共计是有]个?|一共|总共){0,2}\s*\d{1,6}[多余]?(?:人次|个?人|场次|场|次|份|篇|条|件|期)){1,3}$|\s*(?:的|[这那共计是]个?){1,2}\s*\d{1,6}$/

/** 凭据 · 依据 · 怎么算的 · 凭据 城东 十月: a total opened into its sentences, which add up to it. */
export const evidence: Command<EvidenceArgs> = {
  name: '凭据',
  access: 'contact',
  ofTimes: true,
  examples: [
    ['凭据', { of: null, page: 1 }],
    ['怎么算的', { of: null, page: 1 }],
    [
      '凭据 城中 讲座 十月',
      {
        of: {
          unit: '城中区老科协',
          kinds: ['lecture'],
          indicator: null,
          period: { start: '2026-10-01', end: '2026-10-31' },
        },
        page: 1,
      },
    ],
    ['凭据 第2页', { of: null, page: 2 }],
  ],
  parse(said) {
    if (said.tight.length > 60) return null
    const m = asksFirst.exec(said.words) ?? asksLast.exec(said.words)
    const about = m?.[1] ?? (asksAmong.test(said.words) ? said.words.replace(asksAmong, ' ').trim() : null)
    if (about === null) return null
    const page = /第?\s*(\d{1,3})\s*页/.exec(about)
    const rest = about
      .replace(page?.[0] ?? '\0', '')
      .replace(handsOver, ' ')
      .replace(/^(?:把|顺便|顺带)|[列念](?=\s|$)|一份$|\s(?:要|连同?|带上?|附上?|还有|和)$/g, '')
      .trim()
    if (rest === '' || theLast.test(rest)) return { of: null, page: Number(page?.[1] ?? 1) }
    const figure = figureAsked.exec(rest)
    if (figure) return { of: null, page: 1, figure: Number(figure[1] ?? figure[2] ?? figure[3]) }
    const words = rest.replace(thisNumber, '').replace(thatFigure, '')
    const of = readTotal({ ...said, words, tight: words.replaceAll(' ', '') })
    // 9月的也要依据: of what was shown last, in September
    const follows = /[的也]\s?[都也]?$|[那这]一?[条场笔]/.test(words) || /呢[。?？\s]{0,2}$/.test(said.raw)
    return of ? { of: follows ? { ...of, follows } : of, page: Number(page?.[1] ?? 1) } : null
  },
  async run({ of, page, figure }, turn) {
    if (!of && turn.quoted.length > 0) return recordsText(turn, turn.quoted)
    const asks = of && unitMeant(of, turn).asks
    if (asks) return asks
    const last = of ? null : await lastQuery(turn, (unit) => maySee(turn, unit))
    const parted = figure === undefined ? null : last && (await partTelling(turn, last, figure))
    const told = figure === undefined || parted ? null : await recordsTelling(turn, figure)
    if (told) return recordsText(turn, told)
    const named = of?.follows ? await following(of, turn) : of
    const query = named ? queryOf(named, turn) : (parted ?? last)
    if (!query) return [privately(`要哪一笔的凭据？请说“凭据 ${exampleUnit(turn)} 讲座 十月”这样的话。`)]
    if (!maySee(turn, query.unit)) return passOn(turn)
    await rememberQuery(turn, query)
    const text = await evidenceText(turn, query, page)
    const replies: Reply[] = [privately(text)]
    return turn.message.room === undefined ? replies : [answer('凭据我私下发您。'), ...replies]
  },
}

/** The part of a total that comes to the figure: all of it, a kind, or a branch; null where none does. */
async function partTelling(turn: Turn, query: Query, figure: number): Promise<Query | null> {
  const t = await tally(turn.store, turn.house, query, turn.local.day)
  const is = (s: Sums): boolean => [s.sessions, s.attendance, s.count, s.materials].includes(figure)
  if (is(t.total)) return query
  const kind = [...t.byKind].find(([, s]) => is(s))
  if (kind) return { ...query, kinds: [kind[0]], indicator: null }
  const branch = t.branches.find((b) => is(b.sums))
  return branch ? { ...query, unit: branch.unit } : null
}

/** Records that tell a figure which no total shown last comes to. */
async function recordsTelling(turn: Turn, figure: number): Promise<readonly number[] | null> {
  const telling = (await recentInReach(turn)).filter((r) =>
    Object.values(r.measures).some((m) => m?.value === figure),
  )
  return telling.length > 0 ? telling.slice(0, 3).map((r) => r.no) : null
}

/** Records opened one by one, as by a quoted receipt. */
export async function recordsText(turn: Turn, of: readonly number[]): Promise<Reply[]> {
  const records = (await turn.store.records.byNos(of.slice(0, 5))).filter((r) => mayChange(turn, r))
  if (records.length === 0) return passOn(turn)
  const texts = await Promise.all(records.map((r) => recordText(turn, r)))
  const nos = records.map((r) => r.no)
  return inPrivate(turn, '凭据我私下发您。', texts.join('\n'), nos)
}

async function evidenceText(turn: Turn, query: Query, page: number): Promise<string> {
  const all = await prove(turn.store, turn.house, query, turn.local.day)
  const t = await tally(turn.store, turn.house, query, turn.local.day)
  const head = `${queryName(query, turn)} ${spanText(query.period, turn.local.day)}`
  if (all.length === 0) return `${head}还没有记录。`
  const enters = (p: Proof): boolean => entersTotal(query, p.kind)
  const proofs = [...all.filter(enters), ...all.filter((p) => !enters(p))]
  const pages = Math.ceil(proofs.length / pageSize)
  const at = Math.min(Math.max(page, 1), pages)
  const shown = proofs.slice((at - 1) * pageSize, at * pageSize)
  const counted = shown.filter(enters)
  const beside = shown.filter((p) => !enters(p))
  const total = all.filter(enters).reduce((s, p) => addSums(s, p.sums), noSums)
  const agrees = total.attendance === t.total.attendance && total.sessions === t.total.sessions
  return [
    `${head} ${sumText(query, total)}`,
    ...counted.flatMap((p) => proofLines(p)),
    ...(counted.length > 0 ? sumLines(query, counted, pages > 1 ? `本页小计` : '合计') : []),
    ...(beside.length > 0 ? ['另有不计入合计的：', ...beside.flatMap((p) => proofLines(p))] : []),
    ...(pages > 1
      ? [
          `第${at}页，共${pages}页${proofs.length}笔；全部合计${sumText(query, total)}。${at < pages ? `下一页说“凭据 第${at + 1}页”。` : ''}`,
        ]
      : []),
    ...(agrees ? [] : ['（和总数对不上，已记下请管理员看）']),
  ].join('\n')
}

function sumText(query: Query, s: Sums): string {
  const single = query.kinds?.length === 1 ? query.kinds[0]! : null
  if (single && countsDocuments(single)) return `${kindName(single)}${s.count}${counterOf(single)}`
  return `${single ? kindName(single) : ''}${s.sessions}场${s.attendance}人次`
}

/** 「132号 11-18 王秀兰「在二中讲航天 听众【120人】」」; a joint event on one line, counted once. */
function proofLines(p: Proof): string[] {
  const first = p.records[0]!
  const nos = p.records.map((r) => `${r.no}`).join('、')
  const joint = p.records.length > 1 ? `（联合，只算一次${p.sums.attendance}）` : ''
  const less = p.less
    ? `（汇总${first.measures.attendance ? `【${first.measures.attendance.value}】−${p.less.attendance}=${p.sums.attendance}` : ''}）`
    : ''
  const day =
    first.period.start === first.period.end
      ? first.period.start.slice(5)
      : `${first.period.start.slice(5)}至${first.period.end.slice(5)}`
  const gap = p.sums.gaps > 0 ? '（人数未报）' : ''
  const quotes = [...new Map(p.quotes.map((q) => [`${q.no}${q.words}`, q])).values()]
  const main = quotes.filter((q) => q.measure === 'attendance' || q.measure === 'count')
  const said = (main.length > 0 ? main : quotes.slice(0, 1))
    .map(
      (q) =>
        `${q.sender}「${q.words}」${q.value === null ? '' : `（改为${q.value}）`}${q.made === null ? '' : `（${q.made}）`}`,
    )
    .join(' ')
  return [`${nos}号 ${day} ${said}${joint}${less}${gap}`]
}

function sumLines(query: Query, proofs: readonly Proof[], label: string): string[] {
  const single = query.kinds?.length === 1 ? query.kinds[0]! : null
  const name = single && countsDocuments(single) ? 'count' : 'attendance'
  const values = proofs.map((p) => p.sums[name]).filter((v) => v > 0)
  const sum = values.reduce((a, b) => a + b, 0)
  const sessions = proofs.reduce((a, p) => a + p.sums.sessions, 0)
  const equation = values.length > 1 && values.length <= longestSum ? `${values.join('+')}=${sum}` : `${sum}`
  return [`${label} ${equation}${name === 'attendance' ? `人次，${sessions}场` : ''}`]
}
