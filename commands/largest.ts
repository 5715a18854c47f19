import type { Command, Said } from '../src/command.js'
import { unitMeant } from '../src/converse/own-unit.js'
import { inPrivate, maySee } from '../src/converse/private.js'
import { mergeLine } from '../src/converse/receipts.js'
import { rememberShown } from '../src/converse/shown-record.js'
import { passOn } from '../src/converse/told.js'
import { spanText } from '../src/converse/totals.js'
import { countsDocuments } from '../src/core/kinds.js'
import { prove, type Proof } from '../src/ledger/evidence.js'
import { inOneTalk, lastQuery, rememberQuery } from '../src/ledger/last-query.js'
import { entersTotal } from '../src/ledger/tally.js'
import type { Turn } from '../src/turn.js'
import { asksLargest, type Largest } from './largest-words.js'
import { nothingSaid, type TotalArgs } from './total-args.js'
import { queryName, queryOf, readTotal } from './total.js'

export interface LargestArgs {
  readonly which: Largest
  /** null: of what was asked about last. */
  readonly of: TotalArgs | null
}

/** As many are named where several have the same audience. */
const mostNamed = 3

/** 五月哪场人最多: an activity, never a person; for the office and contacts, in private. */
export const largest: Command<LargestArgs> = {
  name: '人最多的一场',
  access: 'contact',
  ofTimes: true,
  examples: [
    ['哪场人最多', { which: 'most', of: null }],
    ['讲座里人最少的是哪一场', { which: 'least', of: { ...nothingSaid, kinds: ['lecture'] } }],
  ],
  parse(said: Said) {
    const asked = asksLargest(said.words)
    if (!asked) return null
    if (asked.rest === '') return { which: asked.which, of: null }
    const of = readTotal({ ...said, words: asked.rest, tight: asked.rest.replaceAll(' ', '') })
    const plain = of && !of.before && !of.apart && !of.kinds?.some(countsDocuments)
    return plain ? { which: asked.which, of } : null
  },
  async run({ which, of }, turn) {
    const asks = of && unitMeant(of, turn).asks
    if (asks) return asks
    const last = of ? null : await lastQuery(turn, (unit) => maySee(turn, unit), inOneTalk)
    const query = last ?? queryOf(of ?? nothingSaid, turn)
    if (!maySee(turn, query.unit)) return passOn(turn)
    await rememberQuery(turn, query)
    const all = (await prove(turn.store, turn.house, query, turn.local.day)).filter(
      (p) => entersTotal(query, p.kind) && !countsDocuments(p.kind),
    )
    const head = `${queryName(query, turn)} ${spanText(query.period, turn.local.day)}`
    const single = all.filter((p) => isOne(p) && hasAudience(p))
    const ends = single.map((p) => p.sums.attendance)
    const end = which === 'most' ? Math.max(...ends) : Math.min(...ends)
    const found = single.filter((p) => p.sums.attendance === end)
    const shown = found.slice(0, mostNamed)
    const nos = shown.flatMap((p) => p.records.map((r) => r.no))
    if (nos.length === 1) await rememberShown(turn, nos[0]!)
    const text =
      found.length === 0
        ? `${head}还没有报了人数的单场活动。`
        : [
            `${head} 人最${which === 'most' ? '多' : '少'}的${found.length === 1 ? '' : `有${found.length}场`}：`,
            ...shown.flatMap((p) => linesOf(p, turn)),
            ...(found.length > shown.length ? [`还有${found.length - shown.length}场，说“明细”看。`] : []),
          ].join('\n')
    return inPrivate(turn, '我私下发您。', [text, ...leftOut(all)].join('\n'), nos)
  },
}

const hasAudience = (p: Proof): boolean => p.records.some((r) => r.measures.attendance !== undefined)
/** Neither a total over several nor several told in one figure. */
const isOne = (p: Proof): boolean =>
  p.records.every((r) => r.scope === 'event' && (r.measures.sessions?.value ?? 1) <= 1)

function linesOf(p: Proof, { house, local }: Turn): string[] {
  const joint = p.records.length > 1 ? `（联合，合起来算${p.sums.attendance}人次）` : ''
  return p.records.map(
    (r) => `${mergeLine({ ...r, dayAssumed: false }, house, `${local.day.slice(0, 4)}-00-00`)}${joint}`,
  )
}

/** What could not be compared is said. */
function leftOut(all: readonly Proof[]): string[] {
  const several = all.filter((p) => !isOne(p)).length
  const gaps = all.filter((p) => isOne(p) && !hasAudience(p)).length
  const parts = [
    ...(several > 0 ? [`${several}笔是几场合报的`] : []),
    ...(gaps > 0 ? [`${gaps}场没报人数`] : []),
  ]
  return parts.length > 0 ? [`另有${parts.join('，')}，没法比。`] : []
}
