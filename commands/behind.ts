import type { Command } from '../src/command.js'
import { exampleUnit } from '../src/converse/example-unit.js'
import { dayText } from '../src/converse/figures.js'
import { unitMeant } from '../src/converse/own-unit.js'
import { inPrivate, maySee, ofOffice, ofOwnBranch } from '../src/converse/private.js'
import { spanText } from '../src/converse/totals.js'
import { shortName } from '../src/core/tree.js'
import { inOneTalk, lastQuery, rememberQuery } from '../src/ledger/last-query.js'
import { countsTowards, type Query } from '../src/ledger/tally.js'
import type { RecordRow } from '../src/store.js'
import { answer, privately, type Reply, type Turn } from '../src/turn.js'
import { facetsAsked, type Facet } from './behind-words.js'
import { following } from './follow-up.js'
import { eachBranch } from './parted.js'
import { queryName, queryOf, readTotal } from './total.js'
import type { TotalArgs } from './total-args.js'

export interface BehindArgs {
  /** null: of the total shown last, or of the quoted records. */
  readonly of: TotalArgs | null
  readonly facets: readonly Facet[]
}

/** Entries of a private answer. */
const mostLines = 40

/** 谁讲的 · 在哪讲的 · 讲的什么: who, where and what of the records behind a total, by number, in private. */
export const behind: Command<BehindArgs> = {
  name: '谁讲的',
  access: 'member',
  ofTimes: true,
  examples: [
    ['这几场都是谁讲的', { of: null, facets: ['speakers'] }],
    ['那几场都是在哪讲的', { of: null, facets: ['places'] }],
    [
      '城中十月讲座是谁讲的',
      {
        of: {
          unit: '城中区老科协',
          kinds: ['lecture'],
          indicator: null,
          period: { start: '2026-10-01', end: '2026-10-31' },
        },
        facets: ['speakers'],
      },
    ],
  ],
  parse(said) {
    if (said.tight.length > 30 || eachBranch.test(said.words)) return null
    const asked = facetsAsked(said.words)
    if (!asked) return null
    const { facets, rest } = asked
    if (rest === '') return { of: null, facets }
    const of = readTotal({ ...said, words: rest, tight: rest.replaceAll(' ', '') })
    // 明天在哪讲 is asked of no figure
    if (!of || of.before || (of.period && of.period.start >= said.today)) return null
    const complete = of.period !== null && (of.unit !== null || (of.level ?? of.ours) !== undefined)
    return { of: complete ? of : { ...of, follows: true }, facets }
  },
  async run({ of, facets }, turn) {
    if (!of && turn.quoted.length > 0)
      return told(turn, await turn.store.records.byNos(turn.quoted.slice(0, mostLines)), facets, '')
    const asks = of && unitMeant(of, turn).asks
    if (asks) return asks
    const shown = of ? null : await lastQuery(turn, (unit) => maySee(turn, unit), inOneTalk)
    const named = of?.follows ? await following(of, turn) : of
    const query = named ? queryOf(named, turn) : shown
    if (!query) return [privately(`要看哪里的？请说“${exampleUnit(turn)} 十月 讲座 谁讲的”这样的话。`)]
    await rememberQuery(turn, query)
    const head = `${queryName(query, turn)} ${spanText(query.period, turn.local.day)}`
    return told(turn, await recordsBehind(turn, query), facets, head)
  },
}

/** What the total is made of, the very records. */
export async function recordsBehind(turn: Turn, query: Query): Promise<RecordRow[]> {
  const records = await turn.store.records.list({
    units: turn.house.tree.subtree(query.unit),
    ...(query.kinds ? { kinds: query.kinds } : {}),
    overlaps: query.period,
    statuses: ['counted'],
  })
  return records.filter(countsTowards(query.period, turn.local.day))
}

async function told(
  turn: Turn,
  records: readonly RecordRow[],
  facets: readonly Facet[],
  head: string,
): Promise<Reply[]> {
  if (records.length === 0) return [answer(`${head}还没有记录。`)]
  const open = records.filter((r) => mayLook(turn, r))
  if (open.length === 0) return [answer('这是别的分会的，请问秘书处。')]
  const several = new Set(open.map((r) => r.unit)).size > 1
  const lines = await Promise.all(
    open.slice(0, mostLines).map(async (r) => {
      const unit = several && r.unit !== null ? ` ${shortName(r.unit, turn.house.tree)}` : ''
      const values = await Promise.all(facets.map((f) => valueOf(turn, r, f)))
      return `${r.no}号 ${dayText(r.period.start, turn.local.day)}${unit} ${values.join('　')}`
    }),
  )
  const own = open.length < records.length ? `，您分会${open.length}条` : ''
  const text = [
    ...(head === '' ? [] : [`${head} 共${records.length}条${own}：`]),
    ...lines,
    ...(open.length > lines.length ? [`还有${open.length - lines.length}条，说“明细”一页页看。`] : []),
    ...(open.length < records.length ? ['别的分会的请问秘书处。'] : []),
  ].join('\n')
  return inPrivate(turn, '名单我私下发您。', text, open.map((r) => r.no).slice(0, 50))
}

/** Names and places of one's own branch are for its members, the others' for the office. */
const mayLook = (turn: Turn, r: RecordRow): boolean =>
  ofOffice(turn) || r.reporter === turn.sender.id || (r.unit !== null && ofOwnBranch(turn, r.unit))

async function valueOf({ store }: Turn, r: RecordRow, facet: Facet): Promise<string> {
  const teller = async (): Promise<string> =>
    (await store.people.byId(r.reporter))?.name ?? (await store.sources.get(r.source))?.senderName ?? ''
  switch (facet) {
    case 'speakers':
      return r.speakers.length > 0 ? r.speakers.join('、') : `没说是谁（${await teller()}报）`
    case 'places':
      return r.venue ?? '没说地点'
    case 'topics':
      return r.topics.length > 0 ? r.topics.join('、') : '没说题目'
    case 'tellers':
      return `${await teller()}报`
  }
}
