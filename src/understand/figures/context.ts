import type { Clause } from '../form/clauses.js'
import type { Counts, Who } from './figures.js'
import { trie } from '../text/trie.js'
import { has, type Token } from '../tokens.js'

/** Words that may stand between a noun and its number: 专家去了8名, 学员有五十六个. */
const fillers = trie(
  '依次 依次是 依次为 可能 可能有 估计 估计有 估摸着 估摸着有 得有 足有 能有 怕有 少说有 少说 起码有 里有 里面有 里头有 中有 分别 分别是 分别为 有 = 共 共有 约 约有 近 达 达到 达到了 计 共计 合计 为 是 : 、 的 了 去 来 到 等 大概 大约 差不多 总数 人数 数 出动 去了 来了 到了 派出 共派出 各 就有 也有 超 超过 逾 不到 将近 接近 一共 总共 累计 共达 人次 (次) 数达 数量 多达 已 已达 已有 派了 共来了 都有 整整 足足 嗯 啊 呢 那个 有个 人员 大约有 达了 一行 ★ | / - 一共有 总共有 人 们 年 最高 最多时 高峰 峰值 最多 参加 参与 参加了 下乡 出诊 坐诊 出动了'
    .split(' ')
    .map((w) => [w, true] as const),
)

const within = <F extends { readonly end: number }>(found: F | undefined, end: number): F | undefined =>
  found && found.end <= end ? found : undefined

/** Whether nothing but fillers stands in `[start, end)`. */
export function onlyFillers(text: string, start: number, end: number): boolean {
  let i = start
  if (end - start > 16) return false
  while (i < end) {
    if (text[i] === ' ') {
      i++
      continue
    }
    const filler = within(fillers.at(text, i), end) ?? fillers.at(text.slice(0, end), i)
    if (filler === undefined) return false
    i = filler.end
  }
  return true
}

export interface Around {
  /** Words of the clause between the number before and this one, nearest last. */
  readonly before: readonly Token[]
  readonly after: readonly Token[]
  /** The token the words behind end at: mostly the next number. */
  readonly next: Token | undefined
}

export function around(tokens: readonly Token[], c: Clause, at: number): Around {
  let from = at
  while (from > c.from && tokens[from - 1]!.type !== 'number' && !isGate(tokens[from - 1]!)) from--
  let to = at + 1
  while (to < c.to && tokens[to]!.type !== 'number' && !isGate(tokens[to]!)) to++
  return { before: tokens.slice(from, at), after: tokens.slice(at + 1, to), next: tokens[to] }
}

const isGate = (t: Token): boolean => t.type === 'mark' && (t.mark === 'open' || t.mark === 'close')

export function says(ts: readonly Token[], tag: Parameters<typeof has>[1]): boolean {
  for (const t of ts) if (has(t, tag)) return true
  return false
}

export type Sort = { counts: Counts; who: Who; benefit: boolean }

export const sort = (counts: Counts, who: Who = null, benefit = false): Sort => ({ counts, who, benefit })

export const personTags = ['audience', 'helper', 'member'] as const

export const who = (t: Token | undefined): Who => personTags.find((g) => has(t, g)) ?? null
