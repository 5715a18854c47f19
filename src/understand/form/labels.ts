import { oneOf } from '../text/chars.js'
import { isHan, type Token } from '../tokens.js'
import { trie } from '../text/trie.js'

/**
 * What a labelled line gives. `figure`: a number named by its label (场次：2). `void`: filled in on forms, but nothing of
 * ours (经费, 电话, 填报人).
 */
export type FieldName =
  'unit' | 'partner' | 'time' | 'place' | 'kind' | 'topic' | 'speaker' | 'people' | 'figure' | 'void'

export interface Field {
  readonly name: FieldName
  /** Where the label starts, and the value without the marks around it. */
  readonly label: number
  readonly start: number
  readonly end: number
}

/** A label is what it ends with: 活动时间, 开课时间 and 什么时候 all tell the time. Of two ends the longer holds. */
const ends: readonly (readonly [FieldName, string])[] = [
  [
    'unit',
    '单位 分会 部门 组织 主办 承办 主办方 承办方 举办方 组织方 组织者 团队 团体 协会 老科协 填报 上报 报送 支部',
  ],
  [
    'partner',
    '配合 配合单位 配合分会 协助 协助单位 协助分会 协办 协办单位 联合单位 合作单位 联办 联办单位 协作单位 联合 合作 共同举办 联合举办 联合主办 协办方',
  ],
  ['time', '时间 日期 时段 起止 什么时候 何时 哪天 几号 月份 期间 日子'],
  ['place', '地点 地址 场所 场地 哪里 哪儿 地方 会场 位置 学校 举办地 活动地 在哪'],
  ['kind', '类别 类型 性质 形式 内容 项目 活动 名称 事项 方式 做了什么 干啥 做啥 事由 工作 种类 干什么'],
  [
    'topic',
    '题目 主题 课题 讲题 科目 课程 标题 课名 讲座内容 讲课内容 培训内容 授课内容 讲授内容 报告内容 宣讲内容 讲座名称 课程名称 讲什么 活动主题 演讲内容',
  ],
  [
    'speaker',
    '主讲 主讲人 讲师 授课 授课人 报告人 宣讲人 讲课 讲课人 谁讲 讲解人 演讲人 讲座人 主讲者 授课老师 讲课老师 主讲老师 培训老师 授课教师 主讲教师 授课专家 主讲专家 主讲嘉宾 义诊专家 坐诊专家 咨询专家 指导专家 出诊医生 义诊医生 宣讲员 讲的人 讲授人 讲述人 授讲人 任课教师 任课老师 辅导老师 出诊医师 坐诊医师 老师 教师 医师 医生 专家 技术员 讲者',
  ],
  [
    'people',
    '人数 人次 听众 受众 学员 学生 观众 对象 多少人 参训 到会 到场 参加 参与 接诊 来访 受益 服务群众 受益群众 参观 规模 营员 居民 群众 听课 服务',
  ],
  [
    'figure',
    '场次 期数 次数 场数 班次 节数 资料 份数 数量 篇数 件数 条数 采用 采纳 录用 批示 讲义 发了啥 发了什么 发啥',
  ],
  [
    'void',
    '经费 费用 电话 手机 联系人 填报人 填表人 上报人 报送人 记录人 记录 审核 审核人 备注 照片 图片 附件 制表 负责人 组织人 主持 主持人 摄影 撰稿 通讯员 来源 编辑 领队 带队 会议号 密码 报名方式 乘车路线 车费 收费 课酬 报名人 参加人员 参会人员 人员 陪同 随行 时长 课时 效果 反响 收获 亮点 小结 议题 议程 姓名 职务 规模亩 填表日期 填表时间 填报日期 填报时间 上报日期 上报时间 制表日期 报送日期 登记人 登记日期 结业 签到 编号 序号 审批 证明人 经办人 经办 支出 补助 奖励 联络员 报送时间 批准 文号 级别 报送对象 刊登 媒体 出席领导',
  ],
]
const endOf: ReadonlyMap<string, FieldName> = new Map(
  ends.flatMap(([f, ws]) => ws.split(' ').map((w) => [w, f] as const)),
)
const longestEnd = Math.max(...[...endOf.keys()].map((w) => w.length))
/** Last characters of labels, of 单位全称, and of a remark behind one. */
const mayEndLabel = oneOf([...endOf.keys()].map((w) => w.at(-1)).join('') + '称名)')
const longestLabel = 8
/** Not a label but an address or a turn of speech: 各单位：, 其中：, 请各分会：. */
const never =
  /^(报告(老师|会长|主任|秘书长|领导)|汇报|各|请|致|尊敬|全体|其中|另|包括|如下|以下|说|答|问|注|附|通知|关于|为|在|我|你|他|们)/
/** Labels of a unit that as often stand before what is reported. */
const loose = new Set(['上报', '报送', '填报', '组织', '活动'])

function nameOf(label: string): FieldName | null {
  if (label.length === 0 || label.length > longestLabel || never.test(label)) return null
  if (/^(单位|分会)(全称|名称|名)$/.test(label)) return 'unit'
  for (let l = Math.min(longestEnd, label.length); l > 0; l--) {
    const found = endOf.get(label.slice(-l))
    // 工作小结 and 主要收获 are headings; only the bare word is a line of a form
    if (found && (found !== 'void' || l === label.length)) return found
  }
  return null
}

/** Pictures that stand for labels in messages with a picture before every line. */
const pictures = trie<FieldName>([
  ...Array.from('📅🗓🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⏰⌚⏱🕰', (p) => [p, 'time'] as const),
  ...Array.from('📍🏠🏫🗺📌', (p) => [p, 'place'] as const),
  ...Array.from('🎤🎙', (p) => [p, 'speaker'] as const),
  ...Array.from('👥👨👪', (p) => [p, 'people'] as const),
  ...Array.from('🏢🏛', (p) => [p, 'unit'] as const),
  ...Array.from('📖📚📝', (p) => [p, 'topic'] as const),
])

/** The first half of most of them. */
const isPicture = (c: number): boolean => c >= 0xd83c && c <= 0xd83e

interface Found {
  readonly name: FieldName
  readonly label: number
  /** Behind the label and its sign. */
  readonly start: number
}

/** Every label of the text with its value, in order: 单位：…, ★时间★ …, 地点 …, 📍…, 听众|360人, 人数=64. */
export function readFields(text: string, tokens: readonly Token[]): Field[] {
  const found = labels(text)
  const out: Field[] = []
  let t = 0
  let u = 0
  found.forEach((f, k) => {
    const next = found[k + 1]?.label ?? text.length
    // 健康分会 义诊3场: the end of a unit's name is no label
    while (u < tokens.length && tokens[u]!.end <= f.label) u++
    const over = tokens[u]
    if (over?.type === 'unit' && over.start <= f.label && over.end === f.start - 1) return
    while (t < tokens.length && tokens[t]!.start < f.start) t++
    // 🎤讲师团11月战报: a picture in front of a heading
    if (
      (f.name === 'speaker' || f.name === 'topic') &&
      isPicture(text.charCodeAt(f.label)) &&
      tokens[t]?.type === 'unit' &&
      tokens[t]!.start - f.start <= 1
    )
      return
    const field = value(text, tokens, t, f, next)
    if (field) out.push(field)
  })
  return out
}

const isSign = new Uint8Array(0x10000)
for (const c of ':=|/★】] ') isSign[c.charCodeAt(0)] = 1

function labels(text: string): Found[] {
  const out: Found[] = []
  // 单位|…|时间|… and 单位/…/时间/…: signs that part anything are labels' signs only in a row
  const rows = new Map<string, number>()
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (isPicture(c)) {
      const p = pictures.at(text, i)
      if (p) out.push({ name: p.value, label: i, start: p.end })
      continue
    }
    if (isSign[c] === 0 || !mayEndLabel(text, i - 1)) continue
    const sign = text[i]!
    const from = runBefore(text, i)
    const label = text.slice(from, i).replaceAll(' ', '')
    const name = nameOf(cutRemark(label))
    // 11月份：…: a month that stands over what follows
    if (!name || (label.startsWith('月') && /[0-9]/.test(text[from - 1] ?? ''))) continue
    const before = from > 0 ? text[from - 1]! : '\n'
    if (sign === '★' && before !== '★') continue
    if ((sign === '】' && before !== '【') || (sign === ']' && before !== '[')) continue
    // 单位 某会|地点 某校: a cell that begins with its label
    const head = lineHead(text, from) || (before === '|' && label.length >= 2)
    if (sign === ' ' && !(head && !startsLabel(text, i + 1))) continue
    if ((sign === '|' || sign === '/') && (label.length < 2 || !'\n|/ ：:'.includes(before))) continue
    if (sign === '|' || sign === '/') rows.set(sign, (rows.get(sign) ?? 0) + 1)
    out.push({ name, label: from, start: i + 1 })
  }
  return out.filter((f) => {
    const sign = text[f.start - 1]!
    return (sign !== '|' && sign !== '/') || (rows.get(sign) ?? 0) >= 3
  })
}

/** Where the run of Chinese characters (and a short remark in parentheses) that ends at `at` begins. */
function runBefore(text: string, at: number): number {
  let i = at
  if (text[i - 1] === ')') {
    for (let k = i - 2; k > Math.max(0, i - 12); k--)
      if (text[k] === '(') {
        i = k
        break
      }
  }
  while (i > 0 && at - i < 14) {
    const c = text.charCodeAt(i - 1)
    // 时 间: letters spaced out at the head of a line
    if (isHan(c)) i--
    else if (c === 0x20 && i >= 2 && i < at && spacedOut(text, i - 1)) i--
    else break
  }
  // 讲座主题:海洋强国人数:650 has no sign between; the label is what a known end reaches
  return shortest(text, i, at)
}
const spacedOut = (text: string, at: number): boolean => {
  let k = at
  while (k > 0 && text[k] === ' ') k--
  return (
    isHan(text.charCodeAt(k)) &&
    (k === 0 || text[k - 1] === '\n' || text[k - 1] === ' ') &&
    at - k <= 6 &&
    lineHead(text, k)
  )
}
/** In a run longer than a label, or one that begins as a value, the longest known end with what usually leads it. */
function shortest(text: string, from: number, at: number): number {
  if (at - from <= longestLabel && !(from > 0 && ':='.includes(text[from - 1]!))) return from
  for (let l = longestEnd; l > 0; l--) {
    const name = at - l < from ? undefined : endOf.get(text.slice(at - l, at))
    // 今日下基层小结: a heading, not a line of a form
    if (name === undefined || (name === 'void' && l < 3)) continue
    const lead = leads.find((w) => at - l - w.length > from && text.startsWith(w, at - l - w.length))
    return at - l - (lead?.length ?? 0)
  }
  return from
}
const leads =
  '讲座 活动 培训 报告 授课 演讲 宣讲 举办 主办 承办 参加 参与 受众 听课 到会 开课 上课 讲课 会议 义诊 咨询 服务 发放 上报'.split(
    ' ',
  )
const cutRemark = (label: string): string => {
  const open = label.indexOf('(')
  return open > 0 ? label.slice(0, open) : label
}
function lineHead(text: string, at: number): boolean {
  let i = at - 1
  while (i >= 0 && text[i] === ' ') i--
  return i < 0 || text[i] === '\n'
}
/** Heads of a table stand side by side: 单位 活动 场次 人次. */
function startsLabel(text: string, at: number): boolean {
  let end = at
  while (end < text.length && isHan(text.charCodeAt(end)) && end - at <= longestLabel) end++
  return (
    end === at ||
    (end - at <= 6 &&
      nameOf(text.slice(at, end)) !== null &&
      (text[end] === ' ' || text[end] === '\n' || end === text.length))
  )
}

const trimEnd = ' ,;。、/|★【'

function value(text: string, tokens: readonly Token[], at: number, f: Found, next: number): Field | null {
  const line = text.indexOf('\n', f.start)
  const limit = Math.min(next, line < 0 ? text.length : line)
  let { start } = f
  while (start < limit && ' ★】:|='.includes(text[start]!)) start++
  // 🎤主讲 罗文斌: the picture and the word say the same
  const again = labelAt(text, start, limit)
  if (again && nameOf(text.slice(start, again)) === f.name && !holdsUnit(tokens, at, again)) start = again + 1
  let end = valueEnd(text, tokens, at, f.name, start, picture(text, start, limit))
  while (end > start && trimEnd.includes(text[end - 1]!)) end--
  if (end <= start) return null
  // 📚资料2200份: handed out, no title
  if (f.name === 'topic' && handed.test(text.slice(start, end))) return null
  const label = text.slice(f.label, f.start - 1)
  const name =
    f.name === 'unit' && loose.has(label) && !holdsUnit(tokens, at, end)
      ? 'kind'
      : // 人员：68名学员 counts, 人员：张三、李四 names
        f.name === 'void' && label.endsWith('人员') && /^(约|近)?[0-9]/.test(text.slice(start, start + 2))
        ? 'people'
        : // 🏠教育分会: the picture of a house before a name of ours
          f.name === 'place' &&
            label.charCodeAt(0) >= 0xd83c &&
            tokens[at]?.type === 'unit' &&
            tokens[at].start === start &&
            tokens[at].end === end
          ? 'unit'
          : f.name
  return { name, label: f.label, start, end }
}
const handed = /^(资料|手册|折页|图书|书|讲义|宣传|单页)[^,，。;]{0,6}[0-9]+(余|多)?(份|册|本|张|套)$/

/** 📍某院👥接诊103人次, ★地点：某处★观众150人: the next picture or star is the next line of the form. */
function picture(text: string, start: number, limit: number): number {
  for (let i = start + 1; i < limit; i++) {
    const c = text.charCodeAt(i)
    if ((c >= 0xd83c && c <= 0xd83e) || c === 0x2605) return i
  }
  return limit
}
function labelAt(text: string, at: number, limit: number): number | null {
  for (let i = at + 1; i < Math.min(limit, at + 6); i++) if (' :'.includes(text[i]!)) return i
  return null
}
function holdsUnit(tokens: readonly Token[], at: number, end: number): boolean {
  for (let i = at; i < tokens.length && tokens[i]!.start < end; i++)
    if (tokens[i]!.type === 'unit') return true
  return false
}

/** A value ends at ；, |, a space, and at a comma unless it is a title that goes on to the end of the line. */
function valueEnd(
  text: string,
  tokens: readonly Token[],
  at: number,
  name: FieldName,
  start: number,
  limit: number,
): number {
  const numbers = name === 'time' || name === 'people' || name === 'figure'
  for (let i = at; i < tokens.length; i++) {
    const t = tokens[i]!
    if (t.start >= limit) break
    if (t.type !== 'mark' || t.start < start) continue
    if (t.mark === 'semi' || t.mark === 'stop' || t.mark === 'ask') return t.start
    if (t.mark === 'slash' && name !== 'time') return t.start
    if (t.aside || (t.mark !== 'comma' && t.mark !== 'space')) continue
    const figures = figureBehind(tokens, i, limit)
    if (t.mark === 'comma' && (name !== 'topic' || figures)) return t.start
    const signed = tokens[i + 1]?.type === 'unit' && tokens[i + 1]!.end === limit
    if (t.mark === 'space' && !numbers && (name !== 'topic' || figures || signed || limit < text.length))
      return t.start
  }
  return limit
}
function figureBehind(tokens: readonly Token[], at: number, limit: number): boolean {
  for (let i = at; i < tokens.length && tokens[i]!.start < limit; i++)
    if (tokens[i]!.type === 'number' || tokens[i]!.type === 'date') return true
  return false
}
