import { ends, starts } from './affixes.js'
import type { Field } from './labels.js'
import { isName, nameAt } from './names.js'
import { firstBehind, overlapping, startingAt } from './ordered.js'
import { endsPlace } from './places.js'
import { has, isHan, type Token } from './tokens.js'
import { near } from './near.js'
import { tailLine } from './tail-line.js'
import { trie } from './trie.js'

export interface TopicFind {
  readonly start: number
  readonly end: number
}

const words = (list: string) =>
  trie(
    list
      .trim()
      .split(/\s+/)
      .map((w) => [w, true] as const),
  )
const split = (list: string): readonly string[] => list.trim().split(/\s+/)

/** In front of a quoted title: what makes it one. Fillers like 一堂 and 了 may stand between. */
const leadWords = split(
  '题为 题目是 题目为 题目叫 题目 主题是 主题为 题名 课题 讲题 讲 讲授 讲了 讲解 讲解了 讲述 作 作了 做 做了 上 上了 以 名为 叫 听 宣讲 宣讲了 关于 主讲 报告 授课 讲座 课程 内容是 带来 带来了 都是 开讲 演讲 一堂 一场 一节 一课 两场 两堂 了一场 场 、 》 ” 和 与 培训 开设',
)
const leads = ends(leadWords)
const leadsAsTitle = ends([
  ...leadWords.filter((w) => /^[题主讲课]题?/.test(w) && /题/.test(w)),
  '讲题',
  '讲题是',
  '讲题为',
  '课题是',
  '课题为',
  '题目就是',
])
const isEvent = starts('主题活动 活动 行动 工程')
/** Behind a quoted title, within a few characters: what was held under it. */
const tails = words('讲座 报告 宣讲 演讲 培训 课 讲解 为题 专题 公开课 课程 授课')
/** Titles of something else: songs, papers, printed matter, campaigns. */
const notBefore = ends(
  '唱 演唱 合唱 唱响 歌曲 歌舞 舞蹈 发放 赠送 送 发 编印 编写 出版 购买 撰写 撰写的 写的 提交 形成 制定 制定了 印发 下发 根据 按照 落实 传达 学习 学习了 观看 朗诵 订阅 征订 荣获 获 围绕 依据 结合 参照 发送 发了 领取 翻阅 阅读 完成 报送 印制 演出 表演 放映 播放',
)
const notBehind = starts(
  '为抓手 为主线 为载体 为契机 为平台 为统领 单行本 一书 丛书 手册 画册 杂志 期刊 读本 资料 宣传 调研报告 文件 精神 系列丛书 等书 等歌 等节目 订阅号 公众号 网站 活动 主题活动 系列活动 主题系列活动 行动 工程 计划 的建议 建议 实施 方案 一文 的调研 等手册 等图书 等资料 合唱 舞蹈 小品 独唱 朗诵 条例 通知 意见 决定 规定 会议 论坛 品牌 项目 基地 工作站 展 图片展 主题展 主题党日 演出 晚会 比赛 歌会 表演 等文艺 等舞蹈 精品 专栏',
)

/** Titles of lectures and courses told as such: 题目《…》, 讲“…”, 主题：…, 讲航天. */
export function topics(
  text: string,
  tokens: readonly Token[],
  fields: readonly Field[],
  start: number,
  end: number,
  teaching: boolean,
): TopicFind[] {
  const out: TopicFind[] = []
  for (const f of fields)
    if (f.name === 'topic' && f.label >= start && f.label < end) out.push(...inField(tokens, f))
  if (!teaching)
    return out.length > 0
      ? out.filter((o) => !/(建议|提案|报告|稿|信息)$/.test(text.slice(o.start, o.end)))
      : taughtBeside(text, tokens)
  const labelled = [...out]
  let strong = labelled.length
  let tail = ''
  for (const t of tokens) {
    if (t.type !== 'title' || overlapping(labelled, t.start, t.end)) continue
    if (t.aside && !t.book) continue
    if (!isTopic(text, t) || (!t.book && isCampaign(text.slice(t.start + 1, t.end - 1)))) continue
    // 举办“甲”讲座;…开展“乙”培训: the second telling's title is not this one's
    const own = t.book ? '' : tailOf(text, t.end)
    if (out.length > 0 && own && tail && own !== tail && /[。;\n]/.test(text.slice(out.at(-1)!.end, t.start)))
      break
    tail ||= own
    out.push({ start: t.start + 1, end: t.end - 1 })
    if (
      t.book ||
      leadsAsTitle(text, t.start) ||
      leadsAsTitle(text, t.start - 1) ||
      text.startsWith('为题', t.end)
    )
      strong++
  }
  // “科学下午茶”科普讲座…以《…》为题: the series has a name, the lecture a title
  if (strong > 0 && strong < out.length && !fields.some((f) => f.name === 'topic'))
    return out.filter(
      (o) =>
        text[o.start - 1] === '《' ||
        leadsAsTitle(text, o.start - 1) ||
        leadsAsTitle(text, o.start - 2) ||
        text.startsWith('为题', o.end + 1),
    )
  if (out.length > 0) return out
  const said = about(text, start, end) ?? spoken(text, tokens, start, end)
  if (said !== undefined) return said ? [said] : []
  const shared = forAll(text, end) ?? inTail(text, end)
  if (shared) return [shared]
  return fields.length > 0 ? [] : item(text, tokens, start, end)
}

/** 参观水厂,许老师讲《一杯水》; 义诊,另作“防暑”讲座: a title told as a lecture's where the activity is called otherwise. */
function taughtBeside(text: string, tokens: readonly Token[]): TopicFind[] {
  const titled = tokens.filter(
    (t) =>
      t.type === 'title' &&
      !t.aside &&
      isTopic(text, t) &&
      !isCampaign(text.slice(t.start + 1, t.end - 1)) &&
      (taught.test(text.slice(Math.max(0, t.start - 4), t.start)) ||
        (text.startsWith('为题', t.end) && /讲|课|报告/.test(text.slice(t.end, t.end + 24))) ||
        (t.book && /^[ ,|]?(主讲|讲师|讲者|授课)/.test(text.slice(t.end, t.end + 4))) ||
        /^(的)?(专题|科普|健康)?(讲座|报告(?!会?[0-9]*篇)|一?课)/.test(text.slice(t.end, t.end + 6))),
  )
  return titled.map((t) => ({ start: t.start + 1, end: t.end - 1 }))
}
const taught = /(讲|讲了|主讲|讲解|讲授|讲述|题为|讲的是|讲课)[:“]?$/

/** 讲座 or 培训, by what a title is followed by. */
const tailOf = (text: string, at: number): string =>
  /^[^,。;]{0,6}?(讲座|培训)/.exec(text.slice(at, at + 8))?.[1] ?? ''

/** ——都是张老师讲《…》: said behind for all that stands before. */
function forAll(text: string, from: number): TopicFind | null {
  for (let i = from; i < Math.min(text.length, from + 160); i++) {
    if (text[i] !== '都' && text[i] !== '均') continue
    let k = i
    while (k < text.length && k - i < 24 && !',。;\n《'.includes(text[k]!)) k++
    if (text[k] !== '《' || !/讲|作|题/.test(text.slice(i, k))) continue
    const close = near(text, '》', k, 62)
    if (close > k && close - k < 60) return { start: k + 1, end: close }
  }
  return null
}

/** The title on the line below a list, told for all its lines. */
function inTail(text: string, from: number): TopicFind | null {
  const tail = tailLine(text, from)
  const open = tail ? near(text, '《', tail.start, tail.end - tail.start) : -1
  const close = open < 0 ? -1 : near(text, '》', open, tail!.end - open)
  return close < 0 ? null : { start: open + 1, end: close }
}

/** A labelled title, with or without marks. */
function inField(tokens: readonly Token[], f: Field): TopicFind[] {
  const marked = tokens.filter((t) => t.type === 'title' && t.start >= f.start && t.end <= f.end)
  return marked.length
    ? marked.map((t) => ({ start: t.start + 1, end: t.end - 1 }))
    : [{ start: f.start, end: f.end }]
}

function isTopic(text: string, t: Token & { readonly book: boolean }): boolean {
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
function tailBehind(text: string, at: number): boolean {
  for (let i = at; i < Math.min(text.length, at + 9); i++) {
    if (!isHan(text.charCodeAt(i))) return false
    if (tails.at(text, i)) return true
  }
  return false
}

/** 关于糖尿病防治的讲座. */
function about(text: string, start: number, end: number): TopicFind | undefined {
  const at = text.indexOf('关于', start)
  if (at < 0 || at >= end) return undefined
  for (let i = at + 4; i < Math.min(end, at + 32); i++) {
    if (',。;\n'.includes(text[i]!)) return undefined
    if (text[i] === '的' && tailBehind(text, i + 1)) return { start: at + 2, end: i }
  }
  return undefined
}

/** Words that lead to the object of 讲, longest first, and what cannot follow 讲 in that sense. */
const says = split(
  '题为 题目为 主题为 讲的主要是 主要讲的是 讲题是 讲题为 课题是 课题为 讲的题目是 讲的主题是 讲的内容是 内容是 讲的就是那个 讲的是那个 讲的就是 讲的是 就是讲那个 就是讲 讲那个 讲一下 讲了讲 讲解了 讲解 讲授了 讲授 讲述了 讲 题目叫 题目就是 题目是 主题是',
)
const noObject = '座课坐师台义话究稿题者得好堂学坛完过起明清到下实'
const stopObject = words(
  '一共 总共 拢共 统共 听重 收重 听种 娃娃 娃 孩子 小朋友 哎呀 他们 我们 结果 反正 那 后来 最后 完了 底下 都说 大伙 乡亲 两个 半天 人数 听众 学生 来了 受众 听课 的讲座 共 参加 地点 啊 嗯 了 给 在 大家 请 效果 有 吧 呢 听的 来听 来的 学员 居民 村民 老人 群众 师生 听讲 到场 现场 等 知识点 时间 由 主讲 从 还 又 并 之后 和大家 上午 下午 第一 第二 哎 哎呀 嘛 讲完 讲 发 顺便',
)
const compound = split('课 知识课 讲座 的讲座 课程 的课')

/** The object of 讲 said without marks: 讲航天, 讲的是火箭, 讲了3场消防知识. Null where 讲 has an object that is no title. */
function spoken(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): TopicFind | null | undefined {
  let none = false
  for (let i = start; i < end; i++) {
    const c = text[i]!
    if (!'讲就题内主课'.includes(c)) continue
    if (i > start && '主听开演宣巡来谁'.includes(text[i - 1]!)) continue
    const bare =
      c === '题' &&
      text[i + 1] === '目' &&
      !isHan(text.charCodeAt(i - 1)) &&
      !' :为是、,。的'.includes(text[i + 2] ?? '。')
        ? '题目'
        : undefined
    const lead = says.find((w) => text.startsWith(w, i)) ?? bare
    if (!lead) continue
    let from = i + lead.length
    if (lead === '讲' && noObject.includes(text[from] ?? '座')) continue
    // 多讲几场: how often
    if (/^[几多]/.test(text.slice(from, from + 1)) && '场次节堂期遍回'.includes(text[from + 1] ?? ' '))
      continue
    if (text[from] === '了') from++
    // 讲 防溺水, in a line of cells
    if (lead === '讲' && text[from] === ' ' && !isHan(text.charCodeAt(i - 1))) from++
    const number = startingAt(tokens, from)
    if (number?.type === 'number') {
      from = number.end
      if (text[from] === '课' || text[from] === '堂') from++
    }
    // 讲了一堂课讲的是…
    const again = number?.type === 'number' ? says.find((w) => text.startsWith(w, from)) : undefined
    if (again) from += again.length
    while (from < end && '的那个:'.includes(text[from]!)) from++
    // 我跟你讲昨天早上…
    if (number?.type === 'date' && number.date.kind !== 'festival') continue
    const to = objectEnd(text, tokens, from, end)
    if (compound.some((w) => text.startsWith(w, to))) {
      none = true
      continue
    }
    // 讲：张某某
    const name = nameAt(text, from, to, true)
    if (name === to && isName(text, from, to, true) && text[from - 1] === ':') continue
    // 讲解微信视频、扫码支付等操作: a row of things, no title
    if (text.startsWith('等', to) && text.slice(from, to).includes('、')) {
      none = true
      continue
    }
    if (to - from >= 2 && !/^(了|的|个|过|完|在|给|到|一|这|那)/.test(text.slice(from, to)))
      return { start: from, end: to }
  }
  return none ? null : undefined
}

function objectEnd(text: string, tokens: readonly Token[], from: number, end: number): number {
  let to = from
  while (to < end && to - from < 20) {
    const c = text[to]!
    // 小麦“一喷三防”: a word in marks belongs to it
    const close = c === '“' && to > from ? near(text, '”', to, 12) : -1
    if (close > 0 && close - to < 10) {
      to = close + 1
      continue
    }
    if (',。.;:!?|/《“"()\n '.includes(c)) break
    if (
      to > from &&
      (stopObject.at(text, to) || (isHan(c.charCodeAt(0)) && tails.at(text, to) && c === '课'))
    )
      break
    const token = startingAt(tokens, to)
    if (to > from && (token?.type === 'number' || token?.type === 'date')) break
    // 讲立冬养生: a term of the year inside a title
    if (to === from && token?.type === 'date' && token.date.kind === 'festival') to = token.end - 1
    to++
  }
  return to
}

/** 航天知识进校园, 健康行动: names of a series, not what was taught. */
const isCampaign = (name: string): boolean =>
  /(进校园|进社区|进农村|进企业|进乡村|进军营|进机关|进课堂|进万家|课堂|讲堂|大课|讲坛|行动|计划|工程|活动|宣讲团|万里行)$/.test(
    name,
  )

/** 讲座 蝴蝶山社区 防暑 52人: in a line of items without a verb, what is no place, name or figure is the title. */
function item(text: string, tokens: readonly Token[], start: number, end: number): TopicFind[] {
  if (tokens.some((t) => has(t, 'do') || has(t, 'call') || has(t, 'send'))) return []
  const parts: TopicFind[] = []
  let from = start
  for (const t of [...tokens.filter((x) => x.type === 'mark' && !x.aside), null]) {
    const to = t?.start ?? end
    if (text.slice(from, to).trim()) parts.push({ start: from, end: to })
    from = t?.end ?? end
  }
  if (parts.length < 4 || parts.some((x) => x.end - x.start > 16)) return []
  return parts
    .slice(1)
    .map((x) => (text.startsWith('内容', x.start) ? { start: x.start + 2, end: x.end } : x))
    .filter((x) => isTitle(text, tokens, x))
    .slice(0, 1)
}

const noTitle: ReadonlySet<string> = new Set(
  '地点 时间 日期 主讲 讲师 听众 学员 人数 主题 题目 单位 场次 授课 地址 场地 老师 学生 抱歉 对不起 不好意思 谢谢 辛苦 更正 特此 汇报 收到 见谅 活动 联合 联办 合办 共同 部队 机关 学校 农村 附中 附小 村小 乡小 社区 街道 内容 聊天记录 样表 序号 企业 昨下午 昨上午 今下午 今上午 啊不 讲课人 监狱'.split(
    ' ',
  ),
)

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
/** Words of a sentence: what holds them is told, no title. */
const sentence =
  /[吧呢啊了是都说好得很真给我你他她们谁啥哪这那听到]|一下|不足|再|你好|^[本该上下今昨老第去来每各半]|分[两三]|学期|人员|名单|汇报|报告$|小结$|情况$/
