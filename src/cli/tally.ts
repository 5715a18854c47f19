import { isKind } from '../core/kinds.js'
import { totalsText } from '../converse/totals.js'
import { houseOf } from '../house.js'
import { readPeriod } from '../ledger/query.js'
import { tally, thisYear, type Query, type Tally } from '../ledger/tally.js'
import { kindWord, unitsIn } from '../understand/index.js'
import { databaseFrom, guarded, orgFrom, print, readOptions, Stop } from './options.js'
import { kindTable } from '../core/kinds.js'
import type { House } from '../house.js'
import { standing } from '../core/percent.js'

/** `xiaoke tally`: the figures of the chat command, for scripts. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const o = readOptions(argv, {
      org: 'needed',
      db: 'needed',
      branch: 'text',
      period: 'text',
      kind: 'text',
      indicator: 'text',
      json: 'flag',
    })
    if (o['kind'] !== undefined && o['indicator'] !== undefined)
      throw new Stop(2, '--kind 和 --indicator 只能写一个')
    const org = orgFrom(o['org']!)
    const db = await databaseFrom(o['db']!)
    try {
      return await db.read(async (store) => {
        const house = houseOf(org, await store.units.all())
        const today = house.zone.local(new Date()).day
        const query = queryFrom(o, house, today)
        const t = await tally(store, house, query, today)
        await print(
          o['json'] === 'true'
            ? JSON.stringify(asJson(t))
            : totalsText(t, house, { today, targets: true, branches: true }),
        )
        return 0
      })
    } finally {
      await db.close()
    }
  })

function queryFrom(o: Readonly<Record<string, string | undefined>>, house: House, today: string): Query {
  const unit = o['branch'] === undefined ? house.tree.root : unitFrom(o['branch'], house)
  const period = o['period'] === undefined ? thisYear(today) : readPeriod(o['period'], today)?.period
  if (!period)
    throw new Stop(
      1,
      `--period 看不懂「${o['period']}」，可写 今年、2019年、上半年、10月、2019-01-01..2019-06-30`,
    )
  if (o['indicator'] !== undefined) {
    const indicator = house.org.indicators.find((i) => i.name === o['indicator'])
    if (!indicator)
      throw new Stop(
        1,
        `没有「${o['indicator']}」这个指标，可写：${house.org.indicators.map((i) => i.name).join('、') || '（组织文件里还没有 indicators）'}`,
      )
    return { unit, kinds: indicator.kinds, indicator: indicator.name, named: true, period }
  }
  if (o['kind'] === undefined) return { unit, kinds: null, indicator: null, period }
  const kind = isKind(o['kind']) ? o['kind'] : kindWord(o['kind'])
  if (!kind)
    throw new Stop(1, `没有「${o['kind']}」这种活动，可写：${kindTable.map((k) => k.name).join('、')}`)
  const same = house.org.indicators.find((i) => i.kinds.length === 1 && i.kinds[0] === kind)
  return { unit, kinds: [kind], indicator: same?.name ?? null, period }
}

function unitFrom(name: string, house: House): string {
  if (house.tree.has(name)) return name
  const found = unitsIn(name, house.units)
  if (found.length !== 1)
    throw new Stop(1, `没有「${name}」这个单位，可写：${house.tree.names.slice(0, 8).join('、')}`)
  return found[0]!.name
}

/** Stable keys for scripts: sums, by kind, branches, the reconciliation and the target. */
function asJson(t: Tally): unknown {
  return {
    unit: t.query.unit,
    period: t.query.period,
    kinds: t.query.kinds,
    indicator: t.query.indicator,
    ...t.total,
    byKind: Object.fromEntries(t.byKind),
    branches: t.branches.map((b) => ({ unit: b.unit, ...b.sums })),
    own: t.own,
    repeated: t.repeated,
    openJoints: t.openJoints,
    undivided: t.undivided,
    target: t.target && {
      sessions: t.target.sessions,
      attendance: t.target.attendance,
      sessionsStanding: standing(t.total.sessions, t.target.sessions)?.word ?? null,
      attendanceStanding: standing(t.total.attendance, t.target.attendance)?.word ?? null,
    },
  }
}
