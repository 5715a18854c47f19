import { exampleUnit } from '../src/converse/example-unit.js'
import type { Command } from '../src/command.js'
import { unitMeant } from '../src/converse/own-unit.js'
import { inPrivate, maySee, ofOffice, ofOwnBranch } from '../src/converse/private.js'
import { passOn } from '../src/converse/told.js'
import { branchTasks, wholeTasks, type TaskQuery } from '../src/converse/tasks.js'
import { parts, yearPeriod } from '../src/core/day.js'
import { inOneTalk, lastQuery, lastTopic, rememberQuery, rememberTopic } from '../src/ledger/last-query.js'
import { shortName } from '../src/core/tree.js'
import { indicatorMeant } from '../src/ledger/indicators.js'
import { answer, privately, type Reply, type Turn } from '../src/turn.js'
import { readTask, type TaskArgs } from './task-words.js'

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
  parse: readTask,
  async run(asked, turn) {
    const { house, local } = turn
    if (asked.lean && (await lastTopic(turn))?.what !== 'task') return null
    const args = await ofShown(await ofLastTask(asked, turn), turn)
    if (args === null) return [answer(`您要看哪个分会的任务？请说“${exampleUnit(turn)} 任务”这样的话。`)]
    const { root } = house.tree
    const office = ofOffice(turn)
    const named = unitMeant(args, turn)
    if (named.asks) return named.asks
    const unit = named.unit ?? (await askedBefore(args, turn)) ?? (office ? root : turn.sender.unit)
    if (unit === null) return [answer(`您要看哪个分会的任务？请说“${exampleUnit(turn)} 任务”这样的话。`)]
    if (!office && unit !== root && !ofOwnBranch(turn, unit)) return passOn(turn)
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

/** 去年完成得怎么样 behind a question about one branch's task is asked of that branch and task. */
async function ofLastTask(args: TaskArgs, turn: Turn): Promise<TaskArgs> {
  const { unit, indicator, kinds, year, lean } = args
  const ofOwn = (args.level ?? args.ours) !== undefined
  const timeOnly = unit === null && indicator === null && kinds.length === 0 && !ofOwn
  if (!timeOnly || (year === null && !lean) || (await lastTopic(turn))?.what !== 'task') return args
  const last = await lastQuery(turn, (of) => maySee(turn, of), inOneTalk)
  return last ? { ...args, unit: last.unit, indicator: last.indicator } : args
}

/** 它的任务, 这项任务: of the unit, or of all that was shown last; null where nothing was. */
async function ofShown(args: TaskArgs, turn: Turn): Promise<TaskArgs | null> {
  if (args.shown === undefined) return args
  const last = await lastQuery(turn, (of) => maySee(turn, of), inOneTalk)
  if (args.shown === 'unit') return last && { ...args, unit: last.unit }
  if (!last || args.indicator !== null || args.kinds.length > 0) return args
  return { ...args, unit: args.unit ?? last.unit, indicator: last.indicator, kinds: last.kinds ?? [] }
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
