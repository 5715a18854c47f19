import type { Command, Said } from '../src/command.js'
import { piecesOf } from '../src/converse/in-pieces.js'
import { maySee } from '../src/converse/private.js'
import { recentInReach } from '../src/converse/recent-records.js'
import { countsDocuments } from '../src/core/kinds.js'
import { isApproximate } from '../src/core/measure.js'
import { inOneTalk, lastQuery } from '../src/ledger/last-query.js'
import type { RecordRow } from '../src/store.js'
import { privately } from '../src/turn.js'
import { scanNumbers } from '../src/understand/numbers/numbers.js'
import { normalize } from '../src/understand/text/normalize.js'
import { recordsBehind } from './behind.js'
import { recordsText } from './evidence.js'

export interface SingledArgs {
  /** The figure it tells; or what its figure is: a 约数, or none at all. */
  readonly which: number | 'approx' | 'gap'
}

const pieces = piecesOf({
  figure: ['N'],
  that: [
    '那 这 那一 这一 那个 这个 那条 这条 那一条 这一条 那场 那一场 这场 那笔 那一笔 这笔 那次 那一次 那回 那个数 这个数',
  ],
  which: [
    '哪条 哪一条 哪场 哪一场 哪笔 哪一笔 哪个 哪一个 哪几条 哪几场 哪几笔 哪几个 哪次 哪一次 有没有 有几条 有几笔 有几场 几条 几笔 几场',
  ],
  ask: [
    '谁报的 谁说的 谁记的 谁填的 谁登的 谁报上来的 谁给的 谁讲的 在哪讲的 在哪办的 讲的什么 怎么回事 怎么来的 怎么说的 怎么报的',
    '哪来的 哪里来的 从哪来的 从哪里来的 原话 原文 原句 出处 来源 凭据 依据',
  ],
  approx: ['约数 概数 大概数 不准 估的 估计的 不确切'],
  gap: ['没报人数 没有人数 没人数 人数没报 人数未报 未报人数 缺人数 没写人数 没说人数'],
  rest: [
    '人 人次 个 个人 位 名 号 号人 多 来 余 近 约 将近 大约 左右 的 是 说 报 报了 给我 发我 发来 拿来 拿 调出来 找出来 翻出来 其中 看看 看 列 把 都 有 到底',
    '里 里面 上面 刚才 也 听众 受众 讲座 义诊 培训 咨询 活动 记录 条 场 笔 请',
  ],
})

/** 近40那条是谁报的，原话发我 · 约数是哪一笔: one of the records behind a figure, by what it tells. */
export const singled: Command<SingledArgs> = {
  name: '哪一条',
  access: 'contact',
  examples: [
    ['近30那条是谁报的', { which: 30 }],
    ['约数是哪一笔', { which: 'approx' }],
    ['哪几条没报人数', { which: 'gap' }],
  ],
  parse({ tight, raw }: Said) {
    if (tight.length > 30) return null
    const n = normalize(tight)
    const [first, ...more] = scanNumbers(n).filter(
      (f) => f.role === 'quantity' && !/[那哪这第]$/.test(n.text.slice(0, f.start)),
    )
    if (more.length > 0) return null
    const said = pieces(first ? `${n.text.slice(0, first.start)}N${n.text.slice(first.end)}` : n.text)
    if (!said) return null
    if (first)
      return said.has('which') || (said.has('that') && said.has('ask')) ? { which: first.value } : null
    // 有约数吗: commandWords takes 吗 away
    if (!said.has('which') && !/吗|[?？]/.test(raw)) return null
    return said.has('approx') ? { which: 'approx' } : said.has('gap') ? { which: 'gap' } : null
  },
  async run({ which }, turn) {
    const last = await lastQuery(turn, (unit) => maySee(turn, unit), inOneTalk)
    const behind = last ? (await recordsBehind(turn, last)).filter((r) => isMeant(r, which)) : []
    if (behind.length > 0)
      return recordsText(
        turn,
        behind.map((r) => r.no),
      )
    if (typeof which !== 'number') return last ? [privately('刚才的数里没有这样的。')] : null
    const lately = (await recentInReach(turn)).filter((r) => isMeant(r, which))
    if (lately.length > 0)
      return recordsText(
        turn,
        lately.slice(0, 3).map((r) => r.no),
      )
    return [privately(`没找到报${which}的那一条，说“明细”看看。`)]
  },
}

/** Whether the record tells that figure, or none. */
function isMeant({ measures, kind, status }: RecordRow, which: SingledArgs['which']): boolean {
  if (status === 'void') return false
  if (which === 'gap') return !measures.attendance && !countsDocuments(kind)
  const told = Object.values(measures).filter((m) => m !== undefined)
  if (which === 'approx') return told.some(isApproximate)
  return told.some((m) => m.value === which || m.high === which)
}
