import type { Command } from '../src/command.js'
import { unitMeant } from '../src/converse/own-unit.js'
import { maySee } from '../src/converse/private.js'
import { toldForMe } from '../src/converse/told-for-me.js'
import { mergeLine } from '../src/converse/receipts.js'
import { spanText } from '../src/converse/totals.js'
import { handsOver } from '../src/ledger/asked-words.js'
import { inOneTalk, lastQuery, rememberQuery } from '../src/ledger/last-query.js'
import { addDays, daysBetween, type Period } from '../src/core/day.js'
import { countsDocuments } from '../src/core/kinds.js'
import { thisYear } from '../src/ledger/tally.js'
import { answer, privately } from '../src/turn.js'
import { queryName, queryOf, readTotal } from './total.js'
import { nothingSaid, type TotalArgs } from './total-args.js'
import { arrivedAsked } from './arrived-words.js'
import { asksList, withoutListing } from './details-words.js'
import { following } from './follow-up.js'
import { eachBranch } from './parted.js'

export interface DetailsArgs {
  readonly of: TotalArgs | null
  readonly mine: boolean
  readonly page: number
  /** 这两天报了几条: what was told in these days, whenever it was held. */
  readonly told?: true
  /** 最近三条: so many of what was told last. */
  readonly last?: number
  /** 哪天讲的: only behind a total. */
  readonly shown?: true
}

const pageSize = 30
/** 哪天讲的, 日期呢: the days of them. */
const when = '(?:哪几天|哪一?天|哪些天|哪[个些几]个?日子|什么时候|什么时间|啥时候|几月几[号日]|几号|什么日子)'
const daysAsked = new RegExp(
  `(?:都|分别){0,2}是?在?${when}(?:去|来|给)?(?:办|讲|搞|开|做|上|看)?(?:课|座)?的(?:课|讲座|活动)?|^(?:那么?)?(?:都|分别|具体|到底){0,2}是?在?${when}$|^(?:那么?)?(?:日期|日子|时间)(?:(?:都|分别)?(?:是|在)?${when})?$`,
)

/** 这两天报了几条: how many were told, and which. */
const countAsked = /(?:报|收到?|记|登)(?:上来|了|到|过|下){0,2}(?:几|多少)[条笔]/

/** 这几场, 上面那些: of the total just shown. */
const theLast =
  /^(?:把|我|看|都|要|具体|[这那](?:[几些一两二三四五六七八九十]?[场条笔次个]?)|刚才|上面|的|讲座|活动|义诊|记录|\s)*$/

/** A few days: 九月报了几条 is asked of what was held in September. */
const isShort = (period: Period | null): boolean =>
  period !== null && daysBetween(period.start, period.end) < 7

/** By the day they came: of a few days, of the last ones, or so many. */
const arrived = (period: Period | null, last?: number): Partial<DetailsArgs> => ({
  ...(period === null || isShort(period) ? { told: true } : {}),
  ...(last === undefined ? {} : { last }),
})

/** 明细 · 明细 城东 十月 · 明细 我的: the records by number, in private. */
export const details: Command<DetailsArgs> = {
  name: '明细',
  access: 'member',
  examples: [
    ['明细', { of: null, mine: false, page: 1 }],
    ['明细 我的', { of: null, mine: true, page: 1 }],
    ['最近三条', { of: { ...nothingSaid }, mine: false, page: 1, told: true, last: 3 }],
    [
      '城中 讲座 明细',
      {
        of: { unit: '城中区老科协', kinds: ['lecture'], indicator: null, period: null },
        mine: false,
        page: 1,
      },
    ],
  ],
  parse(said) {
    const came = arrivedAsked(said.tight)
    if (came) {
      const of: TotalArgs | null =
        came.rest === '' ? nothingSaid : readTotal({ ...said, words: came.rest, tight: came.rest })
      if (of && !of.before && !of.apart) return { of, mine: false, page: 1, ...arrived(of.period, came.last) }
    }
    const counted = countAsked.test(said.tight) && said.tight.length <= 20 ? readTotal(said) : null
    if (counted && !counted.before && !counted.kinds?.some(countsDocuments))
      return { of: counted, mine: false, page: 1, ...(isShort(counted.period) ? { told: true } : {}) }
    // 发我看看 is a list as well
    const wanted = asksList(said.tight) || daysAsked.test(said.tight) || handsOver.test(said.words)
    if (!wanted || said.tight.length > 40 || eachBranch.test(said.words)) return null
    const page = /第?\s*(\d{1,3})\s*页/.exec(said.words)
    const rest = withoutListing(said.words)
      .replace(daysAsked, ' ')
      .replace(handsOver, ' ')
      .replace(page?.[0] ?? '\0', '')
      .trim()
    const at = Number(page?.[1] ?? 1)
    if (/^(?:把|看看)?我的?(?:活动|记录)?$/.test(rest)) return { of: null, mine: true, page: at }
    if (theLast.test(rest))
      return { of: null, mine: false, page: at, ...(daysAsked.test(said.tight) ? { shown: true } : {}) }
    const of = readTotal({ ...said, words: rest, tight: rest.replaceAll(' ', '') })
    // 8月的也发我看看
    const unnamed = of !== null && of.unit === null && of.kinds === null && of.indicator === null
    const elliptic = /[的也]\s?[都也]?$/.test(rest) || (unnamed && said.words.includes('也'))
    return of ? { of: elliptic ? { ...of, follows: true } : of, mine: false, page: at } : null
  },
  async run({ of, mine, page, told, last, shown: behind }, turn) {
    const shown = of || mine ? null : await lastQuery(turn, (unit) => maySee(turn, unit), inOneTalk)
    if (behind && !shown) return null
    const asks = of && unitMeant(of, turn).asks
    if (asks) return asks
    const named = of?.follows ? await following(of, turn) : of
    const query = shown ?? queryOf(named ?? { unit: null, kinds: null, indicator: null, period: null }, turn)
    if (!mine) await rememberQuery(turn, query)
    const today = turn.local.day
    const lately = told && of?.period === null
    const period = mine ? thisYear(today) : lately ? { start: addDays(today, -6), end: today } : query.period
    const filter = mine
      ? { reporter: turn.sender.id }
      : { units: turn.house.tree.subtree(query.unit), ...(query.kinds ? { kinds: query.kinds } : {}) }
    const { zone } = turn.house
    const within = {
      ...(last !== undefined
        ? { newestFirst: true, limit: last }
        : told
          ? {
              createdFrom: zone.at(period.start, 0).toISOString(),
              createdBefore: zone.at(addDays(period.end, 1), 0).toISOString(),
            }
          : { overlaps: period }),
      statuses: ['counted', 'held'] as const,
    }
    const listed = await turn.store.records.list({ ...filter, ...within })
    // what waits for its branch is of none of them
    const all = told && !mine && query.unit === turn.house.tree.root && !query.kinds
    const homeless = all ? (await turn.store.records.list(within)).filter((r) => r.unit === null) : []
    const records = mine ? [...listed, ...(await toldForMe(turn, within))] : listed
    const pages = Math.max(1, Math.ceil(records.length / pageSize))
    const at = Math.min(Math.max(page, 1), pages)
    const lines = records
      .slice((at - 1) * pageSize, at * pageSize)
      .map(
        (r) =>
          `${mergeLine({ ...r, dayAssumed: false }, turn.house, `${today.slice(0, 4)}-00-00`)}${r.status === 'held' ? '（待核）' : ''}`,
      )
    const name = mine ? '您' : queryName(query, turn)
    const head =
      records.length === 0
        ? `${name} ${spanText(period, today)}${told ? '没有报来的' : '还没有记录'}。`
        : last !== undefined
          ? `${name} 最近报来的${records.length}条：`
          : `${name} ${spanText(period, today)} ${told ? '报来' : '共'}${records.length}条：`
    const foot =
      pages > 1 ? [`第${at}页，共${pages}页。${at < pages ? `下一页加“第${at + 1}页”。` : ''}`] : []
    const waits = homeless.map((r) => `${r.no}号`).join('、')
    const besides = waits === '' ? [] : [`另有${homeless.length}条还没定分会：${waits}。`]
    const nos = [...records, ...homeless].map((r) => r.no).slice(0, 50)
    const reply = privately([head, ...lines, ...besides, ...foot].join('\n'), nos)
    return turn.message.room === undefined ? [reply] : [answer('明细我私下发您。'), reply]
  },
}
