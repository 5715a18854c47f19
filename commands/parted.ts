import { maySee } from '../src/converse/private.js'
import { sumsLine } from '../src/converse/several-times.js'
import { ownName, shortName } from '../src/core/tree.js'
import { unitWord } from '../src/ledger/asked-words.js'
import type { Tally } from '../src/ledger/tally.js'
import { answer, privately, type Reply, type Turn } from '../src/turn.js'

/** 各分会, 分街道, 一个县一个县地, 其他街道, 哪个区最多: every branch by itself. */
export const eachBranch = new RegExp(
  `(?:各个?|每个|按|分|一个|[拆分]到|(?:细分|具体)到各?个?)${unitWord}(?:[上里](?=[是有的看说列]|$))?(?:一个${unitWord})?(?:地|来)?(?:各自?|分别|分开|分)?|(?:其他|其它|别的|其余|剩下的?)(?:[几些])?个?${unitWord}|(?:各|每一?)家(?:各自?|都)?|是?哪[几些]个?${unitWord}(?:都)?(?:办|搞|做|讲|开展)(?:的|了|过)?|(?:哪个|哪家)${unitWord}?(?:报得|讲得|搞得)?(?:最[多少]|多|领先)|哪[个家]${unitWord}(?=.{1,14}最[多少])|(?<=哪[个家]${unitWord}.{1,14})(?:报得|讲得|搞得|办得)?最[多少]|(?:分会)?排(?:个|一?下)?名次?`,
)
/** A line for each branch that has anything, and for a county's own work beside its towns. */
export function branchLines(t: Tally, { house: { tree } }: Turn): string[] {
  const own =
    t.query.unit !== tree.root && t.own.entries > 0 && t.branches.length > 0
      ? [`${ownName(t.query.unit, tree)} ${sumsLine(t.own)}`]
      : []
  return [...own, ...t.branches.map((b) => `${shortName(b.unit, tree)} ${sumsLine(b.sums)}`)]
}

/** Branches side by side are for the office, and a county's towns for its contact; nobody is named or ranked in a room. */
export function partedReplies(turn: Turn, unit: string, whole: string, lines: readonly string[]): Reply[] {
  if (!maySee(turn, unit)) return [answer(`${whole}\n各分会的数请问秘书处。`)]
  if (lines.length === 0) return [answer(whole)]
  return turn.message.room === undefined
    ? [answer([whole, ...lines].join('\n'))]
    : [answer(`${whole}\n各分会的我私下发您。`), privately(lines.join('\n'))]
}
