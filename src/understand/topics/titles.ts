import { isHan } from '../text/chars.js'
import { isName, nameAt } from '../people/names.js'
import { near } from '../text/near.js'
import { firstBehind } from '../text/ordered.js'
import { endsPlace } from '../places/places.js'
import { has, type Token } from '../tokens.js'
import { type TopicFind, leads, leadsAsTitle, isEvent, tails, notBefore, notBehind } from './words.js'

/** Whether a title in marks is what was taught, not a book, a campaign or an organ. */
export function isTopic(text: string, t: Token & { readonly book: boolean }): boolean {
  // 《甲》《乙》等讲座: what stands behind the last of a row
  let last = t.end
  for (let n = 0; n < 4 && '《、'.includes(text[last] ?? '。'); n++) {
    const open = text[last] === '、' ? last + 1 : last
    const close = text[open] === '《' ? near(text, '》', open, 62) : -1
    if (close < 0) break
    last = close + 1
  }
  const tailed = tailBehind(text, last)
  if (notBefore(text, t.start) && !tailed) return false
  if (notBehind(text, t.end) && !(tailed && !isEvent(text, t.end))) return false
  if (t.book) return true
  if (/[日周月节]$/.test(text.slice(t.start, t.end - 1))) return false
  if (text.startsWith('为主题', t.end)) return tailBehind(text, t.end + 3) && !text.startsWith(',', t.end + 3)
  if (/(^|[,。;: \n(]|讲座|报告|报告会|课)主题$/.test(text.slice(Math.max(0, t.start - 8), t.start)))
    return true
  return (
    leads(text, t.start) ||
    leadsAsTitle(text, t.start - 1) ||
    toldAtLength(text, t.start) ||
    followed(text, t.end)
  )
}

/** 讲了半天“…”, 讲了一个多小时“…” */
const toldAtLength = (text: string, at: number): boolean =>
  /(讲|讲了|上了|作了|做了)[一两三半几0-9][^,。;:“”《》讲]{0,6}$/.test(text.slice(Math.max(0, at - 10), at))

/** What may stand between a title and 讲座: 防治知识 goes on with the name of the lecture, 健康 does not. */
const fillerSet = new Set(
  '的 科普 健康 专题 主题 知识 系列 公益 学术 法治 法制 法律 安全 技术 科技 教育 大型 为题 为主题 科学 实验 养生 科学实验 示范 特色 趣味 互动 现场 线上 小 大 一 两 场 堂 节'.split(
    ' ',
  ),
)

function followed(text: string, at: number): boolean {
  let i = at
  while (text[i] === ' ' && i < at + 2) i++
  for (let n = 0; n < 4; n++) {
    if (tails.at(text, i)) return true
    const long = [4, 3, 2, 1].find((l) => fillerSet.has(text.slice(i, i + l)))
    if (!long) return false
    i += long
  }
  return false
}

/** 讲座, 报告, 课 within a few characters and no pause between. */
export function tailBehind(text: string, at: number): boolean {
  for (let i = at; i < Math.min(text.length, at + 9); i++) {
    if (!isHan(text.charCodeAt(i))) return false
    if (tails.at(text, i)) return true
  }
  return false
}

function isTitle(text: string, tokens: readonly Token[], x: TopicFind): boolean {
  const cell = text.slice(x.start, x.end)
  if (x.end - x.start < 2 || x.end - x.start > 10 || noTitle.has(cell.trim()) || sentence.test(cell))
    return false
  // 老廖：…, 日期【…】, （…）: a speaker, a label, an aside
  if (!' |,/容'.includes(text[x.start - 1] ?? ':') || ':(【'.includes(text[x.end] ?? ' ')) return false
  for (let k = firstBehind(tokens, x.start); k < tokens.length && tokens[k]!.start < x.end; k++)
    if (!has(tokens[k], 'audience')) return false
  for (let i = x.start; i < x.end; i++) if (!isHan(text.charCodeAt(i))) return false
  const name = nameAt(text, x.start, x.end, true)
  return !endsPlace(text, x.start, x.end) && !(name === x.end && isName(text, x.start, x.end, true))
}

const noTitle: ReadonlySet<string> = new Set(
  '地点 时间 日期 主讲 讲师 听众 学员 人数 主题 题目 单位 场次 授课 地址 场地 老师 学生 抱歉 对不起 不好意思 谢谢 辛苦 更正 特此 汇报 收到 见谅 活动 联合 联办 合办 共同 部队 机关 学校 农村 附中 附小 村小 乡小 社区 街道 内容 聊天记录 样表 序号 企业 昨下午 昨上午 今下午 今上午 啊不 讲课人 监狱'.split(
    ' ',
  ),
)

/** 讲座 蝴蝶山社区 防暑 52人: in a line of items without a verb, what is no place, name or figure is the title. */
export function item(text: string, tokens: readonly Token[], start: number, end: number): TopicFind[] {
  const acts = (t: Token): boolean =>
    has(t, 'do') || has(t, 'call') || (has(t, 'send') && text[t.end] !== '所')
  if (tokens.some(acts)) return []
  const parts: TopicFind[] = []
  let from = start
  for (const t of [...tokens.filter((x) => x.type === 'mark' && !x.aside), null]) {
    const to = t?.start ?? end
    if (text.slice(from, to).trim()) parts.push({ start: from, end: to })
    from = t?.end ?? end
  }
  if (parts.length < 4 || parts.some((x) => x.end - x.start > 16)) return []
  // 昨天讲座,一车间的都来了,没点人头: told, no line of items
  if (parts.some((x) => told.test(text.slice(x.start, x.end).trim()))) return []
  return parts
    .slice(1)
    .map((x) => (text.startsWith('内容', x.start) ? { start: x.start + 2, end: x.end } : x))
    .filter((x) => isTitle(text, tokens, x))
    .slice(0, 1)
}

const told = /[了啊呢吧嘛哈]$|的都|^没|^都/

/** 航天知识进校园, 健康行动: names of a series, not what was taught. */
export const isCampaign = (name: string): boolean =>
  /(进校园|进社区|进农村|进企业|进乡村|进军营|进机关|进课堂|进万家|课堂|讲堂|大课|讲坛|行动|计划|工程|活动|宣讲团|万里行)$/.test(
    name,
  )

/** Words of a sentence: what holds them is told, no title. */
export const sentence =
  /[吧呢啊了是都说好得很真给我你他她们谁啥哪这那听到]|一下|不足|再|你好|^没|[班处队组]$|^同[题上]|^[本该上下今昨老第去来每各半]|分[两三]|学期|人员|名单|汇报|报告$|小结$|情况$|(警官|老师|医生|大夫|教授|主任|工程师|院长|所长|书记|校长|站长|护士长|专家|律师|法官)$/
