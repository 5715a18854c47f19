import type { Command, Said } from '../src/command.js'
import { besideWhole } from '../src/converse/beside-whole.js'
import { unitMeant } from '../src/converse/own-unit.js'
import { against, totalsText } from '../src/converse/totals.js'
import { shortName, wholeName } from '../src/core/tree.js'
import { kindName } from '../src/core/kinds.js'
import { severalTimes } from '../src/converse/several-times.js'
import { severalUnits } from '../src/converse/several-units.js'
import { inAll, withBelow } from '../src/ledger/asked-words.js'
import { readAsked } from '../src/ledger/query.js'
import { isYear, tally, thisYear, type Query } from '../src/ledger/tally.js'
import { answer, type Turn } from '../src/turn.js'
import { lastTopic, rememberQuery, rememberTogether } from '../src/ledger/last-query.js'
import { readBeside } from './beside-words.js'
import { followedTopic } from './followed.js'
import { following } from './follow-up.js'
import { followUp, isAgain, readApart, readFollowing } from './follow-words.js'
import { readMadeOf, readPart } from './part-words.js'
import { branchLines, eachBranch, partedReplies } from './parted.js'
import { argsOf, nothingSaid, type TotalArgs } from './total-args.js'

/** 城东 · 全市 · 城东 讲座 今年 · 全市十月 · 科学素质演讲 2019年 — in any order. */
export const total: Command<TotalArgs> = {
  name: '查数',
  sums: true,
  access: 'member',
  ofTimes: true,
  examples: [
    ['全市', { unit: '柳州市老科协', kinds: null, indicator: null, period: null }],
    ['总数', { unit: '柳州市老科协', kinds: null, indicator: null, period: null }],
    [
      '城中 讲座 今年',
      {
        unit: '城中区老科协',
        kinds: ['lecture'],
        indicator: null,
        period: { start: '2026-01-01', end: '2026-12-31' },
      },
    ],
    [
      '全市十月',
      {
        unit: '柳州市老科协',
        kinds: null,
        indicator: null,
        period: { start: '2026-10-01', end: '2026-10-31' },
      },
    ],
    ['我们区报了多少', { unit: null, ours: '区', kinds: null, indicator: null, period: null }],
    [
      '全市 科学素质演讲 2019年',
      {
        unit: '柳州市老科协',
        kinds: null,
        indicator: '科学素质演讲',
        period: { start: '2019-01-01', end: '2019-12-31' },
      },
    ],
  ],
  parse: readTotals,
  async run(said, turn) {
    const { unit, asks } = unitMeant(said, turn)
    if (asks) return asks
    const elsewhere = said.follows ? await followedTopic({ ...said, unit }, turn) : null
    if (elsewhere) return elsewhere
    if (said.relative || (said.parted && said.again)) {
      // 前两个月呢 behind 谁没报 or 我的 is asked of no total
      const topic = await lastTopic(turn)
      if (topic && topic.what !== 'task') return null
    }
    const args = said.follows ? await following({ ...said, unit }, turn) : { ...said, unit }
    if (args === null) return null
    const query = queryOf(args, turn)
    if (args.apart || args.before) {
      if (args.period !== null) await rememberQuery(turn, query)
      else if (said.relative && args.apart) await rememberTogether(turn, args.apart)
      const asked = {
        query,
        apart: args.apart ?? [],
        before: args.before ?? null,
        joined: args.period !== null,
      }
      const { whole, branches } = await severalTimes(turn, asked, queryName(query, turn))
      return args.parted ? partedReplies(turn, query.unit, whole, branches) : [answer(whole)]
    }
    if (args.beside !== undefined) {
      const { tree } = turn.house
      const above = tree.ancestors(args.beside).slice(1).includes(query.unit)
      // 城东占我们县几成, asked by another county's
      if (!above && unit !== null) return null
      const whole = above ? query : { ...query, unit: tree.root }
      const part = { ...query, unit: args.beside }
      await rememberQuery(turn, whole)
      return [answer(await besideWhole(turn, { whole, part }, (of) => queryName(of, turn)))]
    }
    if (args.also) {
      const queries = [args.unit, ...args.also].map((unit) => queryOf({ ...args, unit }, turn))
      await rememberQuery(turn, queries[0]!)
      const asked = { queries, together: args.together === true }
      return [answer(await severalUnits(turn, asked, (of) => queryName(of, turn)))]
    }
    const t = await tally(turn.store, turn.house, query, turn.local.day)
    await rememberQuery(turn, query)
    const own =
      turn.message.room === undefined || query.unit === turn.house.tree.root || turn.room?.unit === query.unit
    const view = { today: turn.local.day, targets: own, branches: turn.message.room === undefined }
    const text = totalsText(t, turn.house, view)
    const named = own ? await indicatorLines(turn, query) : []
    const whole = [text, ...named].join('\n')
    return args.parted ? partedReplies(turn, query.unit, whole, branchLines(t, turn)) : [answer(whole)]
  },
}

/**
 * A single kind that has no target of its own: the indicators it belongs to, with theirs, on a line each.
 */
async function indicatorLines(turn: Turn, query: Query): Promise<string[]> {
  const { org } = turn.house
  if (query.kinds?.length !== 1 || query.indicator !== null || !isYear(query.period, turn.local.day))
    return []
  const lines: string[] = []
  for (const { name, kinds } of org.indicators) {
    if (!kinds.includes(query.kinds[0]!)) continue
    const t = await tally(turn.store, turn.house, { ...query, kinds, indicator: name }, turn.local.day)
    if (t.target === null) continue
    const sessions = `${t.total.sessions}场次${against(t.total.sessions, t.target.sessions, '场')}`
    lines.push(
      `${name}${sessions}，受众${t.total.attendance}人次${against(t.total.attendance, t.target.attendance, '人次')}`,
    )
  }
  return lines
}

const everyBranch = new RegExp(eachBranch, 'g')

/** Whether 镇 or 街道 of a question is none of the levels directly below the whole. */
function lowerLevel(words: string, { house: { tree } }: Said): boolean {
  const level = /哪[个家](街道|[镇乡])/.exec(words)?.[1]
  return level !== undefined && !tree.children(tree.root).some((u) => shortName(u, tree).endsWith(level))
}

/** 连下面镇上一共几场: of the unit asked about before. */
function readWithBelow(said: Said): TotalArgs | null {
  const words = said.words.replace(withBelow, ' ')
  if (words === said.words) return null
  const asked = readAsked(words.replace(inAll, ' '), said.house, said.today)
  const unnamed = asked.units.length === 0 && !asked.whole && asked.level === null && asked.ours === null
  return asked.rest === '' && unnamed ? { ...argsOf(asked, said), follows: true } : null
}

/** A question about totals of one unit, of several, or of each branch. */
function readTotals(said: Said): TotalArgs | null {
  if (said.tight.length > 40) return null
  if (isAgain(said)) return { ...nothingSaid, follows: true, again: true }
  const beside = readBeside(said)
  if (beside) return tells(said.words.replace('除了', '')) ? null : beside
  const made = readMadeOf(said)
  if (made) return made
  const part = readPart(said) ?? readWithBelow(said)
  if (part) return tells(said.words) ? null : part
  const related = readFollowing(said) ?? readApart(said)
  if (related) return related
  const plain = said.words.replace(withBelow, ' ').replace(/^把/, '')
  const words = plain.replace(everyBranch, ' ')
  if (words !== plain) {
    const asked = readAsked(words, said.house, said.today)
    if (asked.rest !== '' || asked.units.length > 1 || asked.level !== null) return null
    const what = asked.kinds.length > 0 || (asked.indicator ?? asked.period) !== null
    // 哪个区最多 is asked of the year
    const apart = !/最|领先|排|哪[家个].{0,3}多/.test(said.words)
    // 哪个镇多, where the towns are below a county, is asked of one
    const lower = !apart && !what && lowerLevel(plain, said)
    const follows = followUp.test(said.raw) || lower || (apart && !(what || asked.whole))
    return {
      ...argsOf(asked, said),
      unit: asked.units[0] ?? (lower ? null : said.house.tree.root),
      parted: true,
      ...(follows ? { follows } : {}),
    }
  }
  const asked = readAsked(said.words, said.house, said.today)
  if (asked.rest !== '' || asked.units.length < 2 || asked.units.length > 6) {
    const one = readTotal(said, true)
    const bare = one?.implied && one.unit === null && one.kinds === null && one.indicator === null
    return bare && !one.ours && !one.level ? { ...one, follows: true } : one
  }
  return tells(said.words)
    ? null
    : {
        ...argsOf(asked, said),
        unit: asked.units[0]!,
        also: asked.units.slice(1),
        ...(followUp.test(said.raw) && !(asked.period && /多少|几/.test(said.words))
          ? { follows: true as const }
          : {}),
        ...(summedUp.test(said.words) ? { together: true } : {}),
      }
}

const summedUp = /加起来|合起来|合在一起|加在一起|总共|一共|合计|总计|拢共|共计/
/** 昨天给老人义诊了 tells, 义诊了多少 asks. */
const tells = (words: string): boolean =>
  /了/.test(words) &&
  !/多少|几|什么|啥|哪|吗|怎么|咋|如何|情况|统计|总|共|合计|汇总|数|还是|有没有|没有?$/.test(words)

/** A question about totals, or null when something in it is neither unit, kind, indicator, period nor filler. */
export function readTotal(said: Said, apart = false): TotalArgs | null {
  if (said.tight.length > 40) return null
  const asked = readAsked(said.words.replace(/^把/, ''), said.house, said.today)
  if (asked.rest !== '' || asked.units.length > 1) return null
  // 凭据 of months that lie apart has no period of its own
  if (asked.apart.length > 0 && asked.period === null && !apart) return null
  const ownAsked = /我们|咱们|[本我][会区县镇乡]/.test(said.tight)
  const named =
    asked.whole || asked.level !== null || asked.ours !== null || asked.units.length > 0 || ownAsked
  const what = asked.kinds.length > 0 || asked.indicator !== null || asked.period !== null
  if (!named && !what && !/多少|几场|几次|总|人次|人数|场次|场数/.test(said.tight)) return null
  return tells(said.words) ? null : argsOf(asked, said)
}

/** Fills in what was not said: the asker's branch, this year, the indicator a single kind stands for. */
export function queryOf(args: TotalArgs, turn: Turn): Query {
  const { org, tree } = turn.house
  const office = turn.sender.role === 'secretariat' || turn.sender.role === 'admin'
  const own = turn.sender.unit ?? turn.room?.unit ?? tree.root
  const unit = unitMeant(args, turn).unit ?? (office ? tree.root : own)
  const period = args.period ?? thisYear(turn.local.day)
  const indicator =
    args.indicator === null ? undefined : org.indicators.find((i) => i.name === args.indicator)
  if (indicator) return { unit, kinds: indicator.kinds, indicator: indicator.name, named: true, period }
  const single = args.kinds?.length === 1 ? args.kinds[0]! : null
  const same = single ? org.indicators.find((i) => i.kinds.length === 1 && i.kinds[0] === single) : undefined
  return { unit, kinds: args.kinds, indicator: same?.name ?? null, period }
}

/** How a query is called in a sentence: 「城东区 讲座」. */
export const queryName = (query: Query, turn: Turn): string =>
  [
    query.unit === turn.house.tree.root ? wholeName(turn.house.tree) : shortName(query.unit, turn.house.tree),
    query.indicator ?? query.kinds?.map(kindName).join('、'),
  ]
    .filter(Boolean)
    .join(' ')
