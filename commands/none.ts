import type { Command } from '../src/command.js'
import { inPrivate, ofOffice } from '../src/converse/private.js'
import { spanText } from '../src/converse/totals.js'
import type { Period } from '../src/core/day.js'
import { countsDocuments, kindName, type Kind } from '../src/core/kinds.js'
import { monthHolding } from '../src/core/month.js'
import { shortName } from '../src/core/tree.js'
import { readAsked } from '../src/ledger/query.js'
import { branchesOf, withContact } from '../src/ledger/reported.js'
import { tally, thisYear } from '../src/ledger/tally.js'
import type { Turn } from '../src/turn.js'

export interface NoneArgs {
  readonly kinds: readonly Kind[] | null
  /** null: this year. */
  readonly period: Period | null
  /** 县 in 哪些县: only units of that level. */
  readonly level?: string
}

const who = /谁|还?有?(?:哪[些几]?|几|有没有)(?:[个家])?(?:分会|单位|区县|县区|[区县镇乡市旗])?/
const nothing = [/(?:连)?[一半](?:场|次|个|回|期)/, /[都也]?还?(?:没有?|未)(?:[办搞讲做报]过)?/] as const
const zero = /挂零|(?:还)?(?:是|为)?(?:零蛋|零场?|空白)|没开张/

/** Districts and counties are of one level, and so are towns. */
const levels = ['市', '区县旗', '镇乡'] as const

/** 哪些分会一场都没有: who held nothing of a kind in a time, whether it said so (零报告) or not; names only in private. */
export const none: Command<NoneArgs> = {
  name: '一场没有',
  access: 'contact',
  ofTimes: true,
  examples: [
    ['这个月哪些分会一场都没有', { kinds: null, period: { start: '2026-11-01', end: '2026-11-30' } }],
    ['今年哪几家一场讲座都没办', { kinds: ['lecture'], period: { start: '2026-01-01', end: '2026-12-31' } }],
    ['还有哪些分会是零', { kinds: null, period: null }],
  ],
  parse({ words, tight, house, today }) {
    if (tight.length > 24 || !who.test(words)) return null
    const without = nothing.every((n) => n.test(words))
      ? nothing.reduce((left, n) => left.replace(n, ' '), words)
      : words.replace(zero, ' ')
    if (without === words) return null
    const asked = readAsked(without.replace(who, ' '), house, today)
    if (asked.rest !== '' || asked.units.length > 0 || asked.apart.length > 0 || asked.before) return null
    const level = /[市区县旗镇乡]/.exec(who.exec(words)![0])?.[0]
    return {
      kinds: asked.kinds.length > 0 ? asked.kinds : null,
      period: asked.period,
      ...(level ? { level } : {}),
    }
  },
  async run(args, turn) {
    return inPrivate(turn, '名单我私下发您。', await noneText(turn, args))
  },
}

async function noneText(turn: Turn, { kinds, period, level }: NoneArgs): Promise<string> {
  const { store, house, sender, local } = turn
  const asked = period ?? thisYear(local.day)
  const when = spanText(asked, local.day)
  const what = kinds ? kinds.map(kindName).join('、') : '活动'
  const branches = branchesOf(house)
  const below = await withContact(store, house)
  const own = sender.unit === null ? [] : house.tree.subtree(sender.unit)
  const same = levels.find((l) => level !== undefined && l.includes(level))
  const seen = [...branches, ...below]
    .filter((u) => ofOffice(turn) || own.includes(u))
    .filter((u) => same === undefined || same.includes(shortName(u, house.tree).at(-1)!))
  const without: string[] = []
  for (const unit of seen) {
    const t = await tally(store, house, { unit, kinds, indicator: null, period: asked }, local.day)
    const held = [...t.byKind].some(
      ([kind, s]) => (kinds !== null || !countsDocuments(kind)) && s.entries > 0,
    )
    if (!held && t.total.entries === 0) without.push(unit)
  }
  const month = monthHolding(asked)
  const zeros = new Set(month === null ? [] : (await store.zeros.of(month)).map((z) => z.unit))
  const names = (of: readonly string[]): string =>
    of.map((u) => `${shortName(u, house.tree)}${zeros.has(u) ? '（零报告）' : ''}`).join('、')
  const direct = without.filter((u) => branches.includes(u))
  const lower = without.filter((u) => !branches.includes(u))
  if (without.length === 0) return `${when}都有${what}，没有一家是空的。`
  return [
    ...(direct.length > 0 ? [`${when}一场${what}都没有的：${names(direct)}。`] : []),
    ...(lower.length > 0
      ? [`${direct.length > 0 ? '下级' : `${when}一场${what}都没有的下级`}：${names(lower)}。`]
      : []),
  ].join('\n')
}
