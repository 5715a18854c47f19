import type { Command, Said } from '../src/command.js'
import { spanText } from '../src/converse/totals.js'
import { countsDocuments, kindName, kindTable, type Kind } from '../src/core/kinds.js'
import type { Period } from '../src/core/day.js'
import { isApproximate } from '../src/core/measure.js'
import { addSums, noSums, sumsOf, type Sums, type Within } from '../src/core/totals.js'
import { readAsked, readPast } from '../src/ledger/query.js'
import { rememberTopic } from '../src/ledger/last-query.js'
import { thisYear } from '../src/ledger/tally.js'
import type { RecordRow } from '../src/store.js'
import { privately } from '../src/turn.js'
import { toldForMe } from '../src/converse/told-for-me.js'
import { counterOf } from '../src/converse/figures.js'

export interface MineArgs {
  readonly period: Period | null
  /** Of these kinds only. */
  readonly kinds?: readonly Kind[]
}

/** 我 as the one who did it: not 我们, 我镇, 给我, 我想问. */
const oneself =
  /(?<![给帮跟和同替让叫告诉发报念传拿向问])(?:我(?![们会区县镇乡市旗街国院校厂单想要看查问听这那先再])|本人|俺(?!们))/g
/** What one did oneself, and what is asked of it. */
const didWhat = /(?:自己|个人|亲自|主讲|讲课?|上课?|开课?|办|搞|做|报|参加|过|堂课?|节课?|课|趟|成绩)/g
const asksHowMuch = /几|多少|哪些|什么|啥/

/** 我的 · 我报了几场 · 我今年讲了多少. */
export const mine: Command<MineArgs> = {
  name: '我的',
  access: 'member',
  examples: [
    ['我的', { period: null }],
    ['我报了几场', { period: null }],
    ['我今年讲了多少', { period: { start: '2026-01-01', end: '2026-12-31' } }],
  ],
  parse(said) {
    const { tight, today } = said
    if (tight.length > 24 || /我们|我会|我区|我县|数据|资料|信息|稿|随笔/.test(tight)) return null
    const counted = ofOneself(said)
    if (counted) return counted
    if (!tight.includes('我')) return null
    const span = readPast(tight, today)
    if (span && span.period.start > today) return null
    const rest = span ? tight.slice(0, span.from) + tight.slice(span.to) : tight
    return /^(?:看看?|查查?|列)?我(?:的|自己|记录|成绩|一共|总共|都)*(?:有|报|讲|办|做|搞)?[了过]?些?的?(?:(?:多少|几|哪些|什么|啥)(?:场次?|次|条|个|期|活动|讲座|记录|数|人次?)?){0,2}(?:场|次|条|个|期|活动|讲座|数|记录|成绩)*了?$/.test(
      rest,
    ) && rest !== '我'
      ? { period: span?.period ?? null }
      : null
  },
  async run({ period, kinds }, turn) {
    await rememberTopic(turn, { what: 'mine', period, ...(kinds ? { kinds } : {}) })
    const when = period ?? thisYear(turn.local.day)
    const filter = { overlaps: when, statuses: ['counted'] as const, ...(kinds ? { kinds } : {}) }
    const own = await turn.store.records.list({ ...filter, reporter: turn.sender.id })
    const records = [...own, ...(await toldForMe(turn, filter))]
    const label =
      period === null || spanText(when, turn.local.day).includes('至')
        ? '今年'
        : spanText(when, turn.local.day)
    if (records.length === 0)
      return [
        privately(
          `您${label}还没有报过${kinds ? kinds.map(kindName).join('、') : '活动'}。照平常说一句就行。`,
        ),
      ]
    // what a summary was told 连同 is told in it already
    const within: Within = { included: records, together: [], tree: turn.house.tree }
    const parts = kindTable.flatMap(({ id }) => {
      const of = records.filter((r) => r.kind === id)
      return of.length === 0 ? [] : [countsDocuments(id) ? documents(of, within) : sessions(of, within)]
    })
    return [
      privately(
        `您${label}${parts.join('，')}。\n要看每一条说“明细 我的”。`,
        records.map((r) => r.no).slice(0, 20),
      ),
    ]
  },
}

/** 我今年总共讲了几场啦, 我上半年义诊了几回: what one did oneself, of one kind too; null for any other question. */
function ofOneself({ words, tight, house, today }: Said): MineArgs | null {
  if (!asksHowMuch.test(tight) || tight.search(oneself) < 0 || !didSomething.test(tight)) return null
  // 讲了多少 is asked of all one did
  const asked = readAsked(words.replace(oneself, ' ').replace(/讲(?!座)/g, ' '), house, today)
  if (asked.units.length > 0 || asked.level !== null || asked.ours !== null || asked.before) return null
  if (asked.apart.length > 0 && asked.period === null) return null
  if (asked.rest.replace(didWhat, '') !== '' || (asked.period && asked.period.start > today)) return null
  const named = house.org.indicators.find((i) => i.name === asked.indicator)?.kinds ?? []
  const kinds = [...new Set([...asked.kinds, ...named])]
  return { period: asked.period, ...(kinds.length > 0 ? { kinds } : {}) }
}
const didSomething = /讲|上了?|开了?|办|搞|做|报|参加|义诊|培训|咨询|调研|辅导|服务/

const sum = (of: readonly RecordRow[], within: Within): Sums =>
  of.reduce((left, r) => addSums(left, sumsOf(r, within)), noSums)

function sessions(of: readonly RecordRow[], within: Within): string {
  const approx = of.filter((r) => isApproximate(r.measures.attendance)).length
  const { sessions: times, attendance: people } = sum(of, within)
  return `${kindName(of[0]!.kind)}${times}场${people > 0 ? `${people}人次` : ''}${approx > 0 ? `（其中约数${approx}笔）` : ''}`
}

function documents(of: readonly RecordRow[], within: Within): string {
  const kind = of[0]!.kind
  const { count, adopted } = sum(of, within)
  return `${kindName(kind)}${count}${counterOf(kind)}${adopted > 0 ? `、采用${adopted}${counterOf(kind)}` : ''}`
}
