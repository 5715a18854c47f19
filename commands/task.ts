import { exampleUnit } from '../src/converse/example-unit.js'
import type { Command } from '../src/command.js'
import { ownOf } from '../src/converse/own-unit.js'
import { inPrivate, maySee, ofOffice, ofOwnBranch } from '../src/converse/private.js'
import { passOn } from '../src/converse/told.js'
import { branchTasks, wholeTasks, type TaskQuery } from '../src/converse/tasks.js'
import type { Kind } from '../src/core/kinds.js'
import { parts, yearPeriod, type Period, type PlainDate } from '../src/core/day.js'
import { inOneTalk, lastQuery, lastTopic, rememberQuery, rememberTopic } from '../src/ledger/last-query.js'
import { shortName } from '../src/core/tree.js'
import { indicatorMeant } from '../src/ledger/indicators.js'
import { readAsked, type Asked } from '../src/ledger/query.js'
import { isYear } from '../src/ledger/tally.js'
import { answer, privately, type Reply, type Turn } from '../src/turn.js'

export interface TaskArgs {
  /** null: the asker's branch; from the office the whole with every branch. */
  readonly unit: string | null
  readonly indicator: string | null
  readonly kinds: readonly Kind[]
  /** null: this year. */
  readonly year: number | null
  /** 区 in 我们区: the asker's own unit of that level. */
  readonly ours?: string
  /** 还有多大缺口 with nothing else said: only behind a question about a task. */
  readonly lean?: true
}

const asks =
  /(?:各项|年度|全年)?(?:任务|指标)(?:的?(?:完成|进展)?(?:情况|进度|率))?|(?:离|距)?(?:年度|全年)?(?:任务|指标|目标)?(?:还|只|就)?(?:差|剩|缺|欠)(?:多少|几场|几次|几个|多远|什么|哪些)(?:没完成|没做完?|没办|要做|要办)?|完成(?:得|的)?(?:怎么样|怎样|如何|咋样|情况|了?多少|了?几成|率)|还(?:要|得|需要?)再?(?:讲|办|搞|做|来)?(?:几|多少)[场次人]次?才?(?:能)?(?:够|行|完成|达标)?|进度|完成百分之(?:多少|几)|百分之(?:多少|几)|超额(?:了)?(?:没有|多少|吗)?|(?:哪[些几]?[个家]?(?:分会|单位|[区县])?)?还?没有?(?:完成|达标)(?:任务)?/g

const share = '(?:几成|百分之(?:几|多少))'
const goal = /(?:年度|全年|各项)?(?:任务|指标|目标)(?:这一?块|方面)?/g
/** How far it is, beside a word for the target: 走到哪一步, 做了几成, 还有多大缺口, 过半了没. */
const state = new RegExp(
  [
    `(?:完成|走|做|干|搞|进展|进行|推进|落实)?到(?:了)?(?:哪一?步|哪[儿里]|(?:什么|啥)(?:程度|地步)|${share})`,
    `(?:完成|做|干|搞|实现|达到|达成)(?:了|得|的|成)?(?:${share}|差不多|多半|一半|怎么样|如何|多少)`,
    '(?:还|只)?有?多[大少]的?(?:缺口|差距)|(?:还|只)?(?:差|剩|缺)(?:了|着)?多[大少]一?[截块]|(?:还有?)?(?:缺口|差距)(?:还)?(?:有|是)?(?:多[大少]|几场)',
    '(?:离|距离?)?(?:还)?有?多远',
    `(?:还|只|就)?(?:差|剩|缺|欠)着?(?:下)?(?:多少|${share}|几场)(?:没(?:完成|做完?|办|干)(?:的)?)?`,
    '(?:过半|达标|完成|做完|干完|够|满|超额?)了?没有?|(?:够不够|够没够|到没到|达没达标|完没完成|完成没完成|是否完成|有没有(?:完成|达标|过半))',
  ].join('|'),
  'g',
)
const asksIfDone = /(?:过半|达标|完成|做完|干完|够|满|超额?)了?(?=吗|么|[?？])/
const away = /(?:离|距离?)(?=\s|$|讲座|义诊|培训|咨询|年度|全年|今年|还)/
const tillNow = /(?:截至|截止|到)(?:今天|现在|目前|眼下|如今)(?:为止)?/

/** The words of such a question without what makes it one; null where it is none. */
function withoutState(words: string, raw: string): string | null {
  const left = words.replace(goal, ' ')
  if (left === words) return null
  const asked = left.replace(state, ' ')
  const bare = asksIfDone.test(raw) ? asked.replace(/过半|达标|完成|做完|干完|够|满|超额?/, ' ') : asked
  return bare === left ? null : bare.replace(tillNow, ' ').replace(away, ' ')
}

/** 任务 · 还差多少 · 完成怎么样 · 城中 讲座 任务 · 任务 2025年: done against the targets, an indicator a line. */
export const task: Command<TaskArgs> = {
  name: '任务',
  access: 'member',
  ofTimes: true,
  examples: [
    ['任务', { unit: null, indicator: null, kinds: [], year: null }],
    ['还差多少', { unit: null, indicator: null, kinds: [], year: null }],
    ['完成得怎么样了', { unit: null, indicator: null, kinds: [], year: null }],
    ['城中 讲座 任务', { unit: '城中区老科协', indicator: null, kinds: ['lecture'], year: null }],
    ['全市科学素质演讲还差多少', { unit: '柳州市老科协', indicator: '科学素质演讲', kinds: [], year: null }],
    ['三江 2025年任务完成情况', { unit: '三江县老科协', indicator: null, kinds: [], year: 2025 }],
  ],
  parse({ words, tight, raw, house, today }) {
    if (tight.length > 40) return null
    const plain = words.replace(asks, ' ')
    const told = [withoutState(words, raw), plain === words ? null : plain].filter((w) => w !== null)
    const read = told.map((w) => readAsked(w, house, today))
    const asked = read.find((a) => a.rest === '') ?? read.at(-1)
    if (!asked) {
      const bare = words.replace(state, ' ').replace(tillNow, ' ')
      const alone = bare !== words && readAsked(bare.replace(/还|已经/g, ' '), house, today)
      return alone && saysNothing(alone)
        ? { unit: null, indicator: null, kinds: [], year: null, lean: true }
        : null
    }
    if (asked.rest !== '' || asked.level !== null || asked.units.length > 1) return null
    // 跟去年比差多少 holds two years against each other
    if (asked.before !== null && !/任务|指标|完成|目标/.test(words)) return null
    const year = asked.period ? yearOf(asked.period, today) : null
    if (asked.period && year === null) return null
    return {
      unit: asked.units[0] ?? (asked.whole ? house.tree.root : null),
      indicator: asked.indicator,
      kinds: asked.kinds,
      year,
      ...(asked.ours !== null && asked.units.length === 0 ? { ours: asked.ours } : {}),
    }
  },
  async run(asked, turn) {
    const { house, local } = turn
    if (asked.lean && (await lastTopic(turn))?.what !== 'task') return null
    const args = await ofLastTask(asked, turn)
    const { root } = house.tree
    const office = ofOffice(turn)
    const unit =
      args.unit ??
      ownOf(args.ours, turn) ??
      (await askedBefore(args, turn)) ??
      (office ? root : turn.sender.unit)
    if (unit === null) return [answer(`您要看哪个分会的任务？请说“${exampleUnit(turn)} 任务”这样的话。`)]
    if (!office && unit !== root && !ofOwnBranch(turn, unit)) return passOn(turn, turn.words.slice(0, 60))
    const meant = indicatorMeant(house.org, args)
    const all = args.indicator === null && args.kinds.length === 0
    if (!all && meant.is === 'several')
      return [answer(`您要看哪一项？${meant.names.map((n) => `“${n}”`).join('还是')}？`)]
    if (!all && meant.is === 'none') return [answer('这一项没有列进任务指标。')]
    const query: TaskQuery = {
      unit,
      year: args.year ?? parts(local.day)[0],
      indicators: all || meant.is !== 'one' ? house.org.indicators : [meant.indicator],
    }
    const [only, ...more] = query.indicators
    await rememberQuery(turn, {
      unit,
      kinds: only && more.length === 0 ? only.kinds : null,
      indicator: only && more.length === 0 ? only.name : null,
      period: yearPeriod(query.year),
    })
    await rememberTopic(turn, { what: 'task' })
    return unit === root ? askedOfWhole(turn, query, office) : askedOfBranch(turn, query)
  },
}

const saysNothing = (asked: Asked): boolean =>
  asked.rest === '' &&
  asked.units.length + asked.kinds.length === 0 &&
  !asked.whole &&
  asked.level === null &&
  (asked.indicator ?? asked.period) === null

/** 去年完成得怎么样 behind a question about one branch's task is asked of that branch and task. */
async function ofLastTask(args: TaskArgs, turn: Turn): Promise<TaskArgs> {
  const { unit, indicator, kinds, year, ours, lean } = args
  const timeOnly = unit === null && indicator === null && kinds.length === 0 && ours === undefined
  if (!timeOnly || (year === null && !lean) || (await lastTopic(turn))?.what !== 'task') return args
  const last = await lastQuery(turn, (of) => maySee(turn, of), inOneTalk)
  return last ? { ...args, unit: last.unit, indicator: last.indicator } : args
}

/** 还差多少 behind a question about one branch is asked of that branch. */
async function askedBefore({ indicator, kinds, year }: TaskArgs, turn: Turn): Promise<string | null> {
  if (indicator !== null || kinds.length > 0 || year !== null || !/差|够|^那|呢|还[要得需]/.test(turn.words))
    return null
  const last = await lastQuery(turn, (unit) => maySee(turn, unit), inOneTalk)
  return last?.unit ?? null
}
/** The whole may be read in any room; its branches only by the office, in private. */
async function askedOfWhole(turn: Turn, query: TaskQuery, office: boolean): Promise<Reply[]> {
  const whole = await branchTasks(turn, query)
  if (!office) return [answer(whole)]
  const branches = await wholeTasks(turn, query)
  if (branches === null) return [answer(whole)]
  return turn.message.room === undefined
    ? [answer(`${whole}\n${branches}`)]
    : [answer(`${whole}\n各分会的我私下发您。`), privately(branches)]
}

/** A branch's targets are shown in its own room and in private. */
async function askedOfBranch(turn: Turn, query: TaskQuery): Promise<Reply[]> {
  const text = await branchTasks(turn, query)
  if (turn.room?.unit === query.unit) return [answer(text)]
  return inPrivate(turn, `${shortName(query.unit, turn.house.tree)}的任务我私下发您。`, text)
}

/** The year of a period that is one, the year so far included. */
const yearOf = (period: Period, today: PlainDate): number | null =>
  isYear(period, today) ? parts(period.start)[0] : null
