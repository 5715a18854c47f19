import type { Clause } from '../form/clauses.js'
import { guessedAt } from './amount.js'
import { says, type Around } from './context.js'
import { atLeast, by } from './how-told.js'
import { pattern } from '../text/pattern.js'
import type { NumberToken } from '../tokens.js'

/** 18人报名18人都到了. */
const allCame = pattern(/^(都|全|全都|一个不少)(到|来)(了|齐|场)/)
/** 原定30人的培训来了52人 */
const cameInstead = pattern(/[来到坐](了|的)(有|是|将近|近|足足|整整|足有)?$/)
/** 预计来的60人, 报名要来的60人: who were to come. */
const wereToCome = pattern(
  /(预计|预估|估计|计划|报了?名|打算|准备|预定|原定|说好|答应|通知|要|会|想|应|该)[要会能]?[来到坐]的$/,
)
const stillToDo = pattern(/要(举办|开展|完成|组织|培训|建|办|讲)[^,，。;]{0,8}$/)
/** 讨论了明年义诊20场的安排, 布置下半年讲座40场的任务: talked over for a time to come. */
const talkedOver = pattern(
  /(讨论|布置|部署|研究|审议|商量|商定|安排|议定|分解|下达)了?[^,，。;]{0,8}(明年|来年|下半年|下一年|下季度|下个?月|下一步|20[0-9]{2}年|全年|年度|新学期|任务)[^,，。;]{0,12}$/,
)
/** 计划6期完成7期 */
const fulfilled = pattern(
  /(已?完成|兑现|落实|[办讲开搞做]成?)了$|[0-9](已?完成|实完成)$|[期场次节班](已?完成)$|[期场次节班][,，]?(?:才|只|仅|就|已经?|实际|实|目前|眼下|现在){0,2}(?:完成|[办讲做搞开](?:成|完)?)了?$/,
)
/** 下半年仍按6次安排: how many there are to be. */
const arranged = pattern(/^的?(安排|计划|准备|打算|筹备|目标|任务|不变)/)
/** 四季度讲座计划8场: the name of what lies ahead ends on the word. */
const planHead = pattern(/(讲座|培训|讲课|义诊|活动|工作)计划[:：]?$/)
/** 对照年初任务(讲座10场、义诊8场): in parentheses behind what was asked for. */
const underTask = pattern(/(任务|指标|目标|计划|打算)(数|书|是|为)?\([^()]{0,50}$/)

/** Whether a number tells of what lies ahead or of what was held; null where it says neither, and the one before it in the clause decides. */
export function isPlanned(text: string, c: Clause, t: NumberToken, a: Around): boolean | null {
  if (
    says(a.before, 'actual') ||
    (t.dimension === 'people' &&
      cameInstead(text, Math.max(c.start, t.start - 6), t.start) &&
      !wereToCome(text, Math.max(c.start, t.start - 6), t.start)) ||
    fulfilled(text, Math.max(c.start, t.start - 9), t.start) ||
    allCame(text, t.end, t.end + 5)
  )
    return false
  const ahead =
    (says(a.before, 'planned') && !atLeast(text, c, t)) ||
    (t.dimension === 'people' && wereToCome(text, Math.max(c.start, t.start - 6), t.start)) ||
    (t.dimension === 'session' && says(a.before, 'future')) ||
    (says(a.before, 'growth') && !guessedAt(text, c.start, t)) ||
    stillToDo(text, Math.max(c.start, t.start - 13), t.start) ||
    planHead(text, Math.max(c.start, t.start - 6), t.start) ||
    (arranged(text, t.end, t.end + 4) && by(text, Math.max(c.start, t.start - 4), t.start)) ||
    (t.dimension === 'session' && talkedOver(text, Math.max(c.start, t.start - 30), t.start)) ||
    (t.aside && underTask(text, Math.max(0, t.start - 60), t.start)) ||
    '限拟'.includes(text[t.start - 1] ?? ' ')
  return ahead ? true : null
}
