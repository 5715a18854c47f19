import { exampleUnit } from '../src/converse/example-unit.js'
import type { Command } from '../src/command.js'
import { inPrivate } from '../src/converse/private.js'
import { parts, yearPeriod } from '../src/core/day.js'
import type { Kind } from '../src/core/kinds.js'
import { shortName, wholeName } from '../src/core/tree.js'
import { rememberQuery, rememberTopic } from '../src/ledger/last-query.js'
import { indicatorMeant } from '../src/ledger/indicators.js'
import { readAsked, readPeriod } from '../src/ledger/query.js'
import { isYear } from '../src/ledger/tally.js'
import type { TargetRow } from '../src/store.js'
import { instant, type Turn } from '../src/turn.js'
import { normalize } from '../src/understand/text/normalize.js'
import { scanNumbers } from '../src/understand/numbers/numbers.js'

export interface SetTargetArgs {
  readonly units: readonly string[]
  readonly indicator: string | null
  readonly kinds: readonly Kind[]
  /** null: this year. */
  readonly year: number | null
  /** null: not said, stays as it was. */
  readonly sessions: number | null
  readonly attendance: number | null
  /** A figure without its unit: 「任务改成20」. */
  readonly bare: number | null
}

const sessionUnits = /^(?:场次?|次|期|班|节|讲)/
const peopleUnits = /^(?:人次|人|名)/
/** Words of setting; they add nothing but that. */
const setting =
  /任务|指标|目标|加到|提高到|提到|降到|下达|安排|改成|改为|改到|调整|调到|定为|定成|设为|设成|设定|增加到|减到|把|给|为|成|到|新|个|和|及|设|定|改|调|是|度|下|的/g

/** 城中 讲座 任务 12场 1200人次 · 全市 科学素质演讲 任务47场4760人次 · 城中任务改成20场. */
export const setTarget: Command<SetTargetArgs> = {
  name: '定任务',
  access: 'secretariat',
  examples: [
    [
      '城中 讲座 任务 12场 1200人次',
      {
        units: ['城中区老科协'],
        indicator: null,
        kinds: ['lecture'],
        year: null,
        sessions: 12,
        attendance: 1200,
        bare: null,
      },
    ],
    [
      '全市 科学素质演讲 任务47场4760人次',
      {
        units: ['柳州市老科协'],
        indicator: '科学素质演讲',
        kinds: [],
        year: null,
        sessions: 47,
        attendance: 4760,
        bare: null,
      },
    ],
    [
      '城中任务改成20场',
      {
        units: ['城中区老科协'],
        indicator: null,
        kinds: [],
        year: null,
        sessions: 20,
        attendance: null,
        bare: null,
      },
    ],
    [
      '2027年三江三农培训任务十五期',
      {
        units: ['三江县老科协'],
        indicator: '三农培训',
        kinds: [],
        year: 2027,
        sessions: 15,
        attendance: null,
        bare: null,
      },
    ],
  ],
  parse({ words, tight, house, today }) {
    if (tight.length > 60 || !/任务|指标|目标/.test(tight)) return null
    const span = readPeriod(words, today)
    if (span && !isYear(span.period, today)) return null
    const left = span ? words.slice(0, span.from) + ' ' + words.slice(span.to) : words
    const figures = figuresIn(left)
    if (figures === null) return null
    const asked = readAsked(figures.rest.replace(setting, ' '), house, today)
    if (asked.rest !== '' || asked.level !== null || asked.period !== null) return null
    return {
      units: asked.units.length > 0 ? asked.units : asked.whole ? [house.tree.root] : [],
      indicator: asked.indicator,
      kinds: asked.kinds,
      year: span ? parts(span.period.start)[0] : null,
      sessions: figures.sessions,
      attendance: figures.attendance,
      bare: figures.bare,
    }
  },
  async run(args, turn) {
    const text = await setOrAsk(args, turn)
    return inPrivate(turn, '任务的事我私下跟您说。', text)
  },
}

async function setOrAsk(args: SetTargetArgs, turn: Turn): Promise<string> {
  const { house } = turn
  if (args.units.length === 0)
    return `是哪个单位的任务？请说“${wholeName(house.tree)} 讲座 任务 47场”或“${exampleUnit(turn)} 讲座 任务 12场”这样的话。`
  if (args.bare !== null) return `${args.bare}是场数还是人次？请带上，如“任务 ${args.bare}场”。`
  const meant = indicatorMeant(house.org, args)
  const named = nameOf(args.units[0]!, turn)
  if (meant.is === 'none')
    return house.org.indicators.length === 0
      ? '名单文件里还没有列指标（indicators），任务要定在指标上。'
      : `任务要定在指标上，现有：${house.org.indicators.map((i) => i.name).join('、')}。`
  // nothing said: the indicator that already has a target there, where it is the only one
  const year = args.year ?? parts(turn.local.day)[0]
  const name = meant.is === 'one' ? meant.indicator.name : await onlySet(args, turn, year)
  if (name === null) {
    const names = meant.is === 'several' ? meant.names : []
    return `${named}的哪一项？${names.map((n) => `“${n}”`).join('还是')}？请连指标一起说，如“${named} ${names[0]} 任务 ${figureText(args)}”。`
  }
  const lines: string[] = []
  for (const unit of args.units) lines.push(await setOne(turn, { ...args, year, unit, indicator: name }))
  // 现在呢 behind it asks how far that is
  const { kinds } = house.org.indicators.find((i) => i.name === name)!
  await rememberQuery(turn, { unit: args.units[0]!, kinds, indicator: name, period: yearPeriod(year) })
  await rememberTopic(turn, { what: 'task' })
  return lines.join('\n')
}

/** Writes one target and says old → new; what was not said stays as it was. */
async function setOne(
  turn: Turn,
  to: Pick<TargetRow, 'year' | 'unit' | 'indicator' | 'sessions' | 'attendance'>,
): Promise<string> {
  const { year, unit, indicator } = to
  const old = await turn.store.targets.get(year, unit, indicator)
  const target: TargetRow = {
    year,
    unit,
    indicator,
    sessions: to.sessions ?? old?.sessions ?? null,
    attendance: to.attendance ?? old?.attendance ?? null,
  }
  const what = `${nameOf(unit, turn)}${year}年${indicator}任务`
  if (old && old.sessions === target.sessions && old.attendance === target.attendance)
    return `${what}本来就是${figureText(target)}，不用改。`
  await turn.store.targets.set(target, turn.sender.id, instant(turn.now))
  const before = old ? figureText(old) : ''
  if (figureText(target) === '') return `✅ ${what}取消了${before ? `（原来是${before}）` : ''}`
  return before ? `✅ ${what}：${before} → ${figureText(target)}` : `✅ ${what}定为${figureText(target)}`
}

/** 「12场1200人次」; empty where neither is set. */
const figureText = (t: Pick<TargetRow, 'sessions' | 'attendance'>): string =>
  [...(t.sessions ? [`${t.sessions}场`] : []), ...(t.attendance ? [`${t.attendance}人次`] : [])].join('')

async function onlySet(args: SetTargetArgs, turn: Turn, year: number): Promise<string | null> {
  if (args.kinds.length > 0) return null
  const set = (await turn.store.targets.of(year)).filter((t) => args.units.includes(t.unit))
  const names = [...new Set(set.map((t) => t.indicator))]
  return names.length === 1 ? names[0]! : null
}

const nameOf = (unit: string, { house }: Pick<Turn, 'house'>): string =>
  unit === house.tree.root ? wholeName(house.tree) : shortName(unit, house.tree)

/** The figures of a text by their units, and the text without them; null without any, or with one that is no target. */
function figuresIn(text: string): {
  readonly sessions: number | null
  readonly attendance: number | null
  readonly bare: number | null
  readonly rest: string
} | null {
  const n = normalize(text)
  let rest = n.text
  const found = {
    sessions: null as number | null,
    attendance: null as number | null,
    bare: null as number | null,
  }
  const finds = scanNumbers(n).filter((f) => f.role === 'quantity')
  for (const f of [...finds].reverse()) {
    if (f.qualifier !== 'exact' || f.vague || !Number.isInteger(f.value) || f.value > 100_000_000) return null
    const behind = n.text.slice(f.end)
    const unit = peopleUnits.exec(behind) ?? sessionUnits.exec(behind)
    const field = unit === null ? 'bare' : peopleUnits.test(behind) ? 'attendance' : 'sessions'
    if (found[field] !== null) return null
    found[field] = f.value
    rest = `${rest.slice(0, f.start)} ${rest.slice(f.end + (unit?.[0].length ?? 0))}`
  }
  if (finds.length === 0) return null
  return { ...found, rest }
}
