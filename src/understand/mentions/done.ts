import type { Clause } from '../form/clauses.js'
import type { Kind } from '../../core/kinds.js'
import { firstBehind } from '../text/ordered.js'
import { pattern } from '../text/pattern.js'
import type { Token } from '../tokens.js'
import type { KindMention } from './mention.js'

/** What was done, by its object: 会开了, 课也讲了, 病也看了, 戏也演了. */
const objects: Readonly<Record<string, Kind>> = {
  会: 'meeting',
  课: 'lecture',
  病: 'clinic',
  戏: 'culture',
  讲: 'lecture',
}

const day = '(?:^|[,，。;；:：、\\n ]|[日号天]|[周期拜][一二三四五六日天]|上午|下午|晚上|早上)'
const some = '[0-9一二两三四五六七八九十百]{1,6}[来多余]?[个名位人号]'
const ended = new RegExp(
  `${day}(?:会(?:也|都|就|已)?开|课(?:也|都|就|已)?[讲上]|病(?:也|都|就|已)?[看瞧]|戏(?:也|都|就|已)?[演唱])(?:了|完了?|过了)[,，]?(?:来了?|到了?|有|到会|看了)?(?=${some})`,
  'g',
)
const named = new RegExp(
  `(?:[日号天]|[周期拜][一二三四五六日天]|上午|下午|晚上)的会(?:是|到了?|来了?|到会)?(?=${some})`,
  'g',
)
// 昨天在一中讲，学生210人
const told = new RegExp(
  `在[^,，。;、0-9讲听]{2,8}讲(?:了|完了?)?[,，](?:来了?|到了?|听的|听众|学生|师生|村民|居民|老人|职工){0,2}(?=${some})`,
  'g',
)
// 我讲完回来啦，…，三个班的学生一共128个
const back = new RegExp(
  `(?:^|[,，。!！;；:： \\n])(?:我们?|咱们?|俺们?)?(?:刚|刚刚|都|也|已经)?讲完课?(?:就?(?:回来|到家|回家|收工|下来))?(?:了|啦|喽)?(?=[,，!！。][^;；\\n]{0,40}?(?:学生|孩子|小朋友|同学|娃娃|老师|老人|居民|村民|听众|听的|来了|一共|总共)[^,，。;0-9\\n]{0,6}${some})`,
  'g',
)
const says = pattern(
  /[会课病戏](?:也|都|就|已)?[开讲上看瞧演唱](?:了|完|过)|的会|[^0-9]讲(?:了|完|完了)?[,，]|讲完/,
)

/** 会开了，18个人；课也讲了，93个学生: the object alone, and right behind it who came. 周三的会16人: a meeting by its day. */
export function doneMentions(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  known: readonly KindMention[],
): KindMention[] {
  if (!says(text)) return []
  const out: KindMention[] = []
  for (const m of [
    ...text.matchAll(ended),
    ...text.matchAll(named),
    ...text.matchAll(told),
    ...text.matchAll(back),
  ]) {
    const start = m.index + m[0].search(/[会课病戏](?!的)|讲(?:了|完了?)?[,，]|讲完/)
    const clause = firstBehind(cs, start)
    if (!cs[clause] || known.some((k) => k.start <= start && k.end > start)) continue
    const at = tokens.findIndex((t) => t.end > start)
    if (tokens[at]?.aside) continue
    out.push({
      kind: objects[text[start]!]!,
      weight: 'plain',
      strength: 2,
      start,
      end: start + 1,
      at: at < 0 ? tokens.length - 1 : at,
      clause,
      aside: false,
    })
  }
  return out
}
