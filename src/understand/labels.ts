import { trie } from './trie.js'
import { isHan, type Token } from './tokens.js'

/** What a labelled line gives. `void`: filled in on forms, but nothing of ours (经费, 电话, 填报人). */
export type FieldName =
  'unit' | 'partner' | 'time' | 'place' | 'kind' | 'topic' | 'speaker' | 'people' | 'void'

export interface Field {
  readonly name: FieldName
  /** Where the label starts, and the value without the marks around it. */
  readonly label: number
  readonly start: number
  readonly end: number
}

const rows: readonly (readonly [FieldName, string])[] = [
  [
    'unit',
    '单位 举办单位 主办单位 主办 主办方 举办方 承办单位 承办 承办方 上报单位 填报单位 填报 报送单位 报告单位 组织 组织单位 组织者 分会 所属分会 分会名称 单位名称 所属单位 团队 开展单位 实施单位 活动单位 组织方 上报分会 上报 报送',
  ],
  ['partner', '协办 协办单位 联合单位 合作单位 联办 联办单位 联合 合作 共同举办 协作单位 联合举办'],
  [
    'time',
    '时间 日期 活动时间 活动日期 举办时间 讲座时间 培训时间 开课时间 开展时间 举办日期 讲座日期 授课时间 时段 开班时间 演讲时间 上课时间',
  ],
  [
    'place',
    '地点 地址 活动地点 场所 举办地点 讲座地点 培训地点 授课地点 场地 活动场所 位置 开展地点 演讲地点 学校 上课地点 举办地',
  ],
  [
    'kind',
    '类别 类型 形式 活动类型 活动形式 活动类别 项目 活动项目 活动 活动名称 事项 内容 活动内容 名称 方式 活动方式 科普形式 性质 工作内容 项目名称 工作类别',
  ],
  [
    'topic',
    '主题 题目 课题 讲题 讲座题目 讲座主题 讲座内容 讲课题目 讲课内容 科目 课程 课程名称 演讲题目 报告题目 宣讲题目 培训内容 培训题目 培训主题 授课内容 授课题目 标题 活动主题 报告主题 培训课题 讲授内容 宣讲主题 讲座名称 培训课程',
  ],
  [
    'speaker',
    '主讲 主讲人 讲师 授课 授课人 授课老师 授课教师 授课专家 报告人 宣讲人 讲课人 讲课 讲课老师 主讲老师 主讲专家 主讲嘉宾 主讲教师 讲解人 演讲人 老师 讲座人 培训老师 培训讲师 培训教师 主讲者 讲座老师 医生 专家 义诊专家 坐诊专家 宣讲员 科普讲师 出诊医生 义诊医生 咨询专家',
  ],
  [
    'people',
    '人数 听众 听众人数 参加人数 参加 参与人数 参与 受众 受众人数 学员 学生 观众 参训 参训人数 人次 受益人数 受益人次 服务人数 服务群众 受益学生 接诊 接诊人数 参观 到会 到场 规模 对象 受益 受众人次 现场人数 参会人数 服务对象 活动对象 参加对象 授课对象 听课人数 培训人数 培训对象 受教育人数 场次 期数 次数 场数 资料 发放资料 数量 采用 采纳 篇数',
  ],
  [
    'void',
    '经费 费用 电话 联系电话 手机 联系人 填报人 填表人 上报人 报送人 记录人 记录 审核 审核人 备注 照片 图片 附件 制表 负责人 组织人 主持 主持人 摄影 撰稿 通讯员 文 图 来源 编辑 领队 带队 签到 会议号 密码 报名方式 报名电话 乘车路线 车费 收费 课酬 报名人 参加人员 参会人员 人员 陪同 随行 时长 课时 效果 反响 活动效果 收获 亮点 小结',
  ],
]

/** Labels of a unit that as often stand before what is reported. */
const loose = new Set(['上报', '报送', '填报', '组织'])
const labels = trie<FieldName>(rows.flatMap(([f, ws]) => ws.split(/\s+/).map((w) => [w, f] as const)))
/** Pictures that stand for labels in messages with a picture before every line. */
const pictures = trie<FieldName>([
  ...Array.from('📅🗓🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⏰⌚⏱🕰', (p) => [p, 'time'] as const),
  ...Array.from('📍🏠🏫🗺📌', (p) => [p, 'place'] as const),
  ...Array.from('🎤🎙', (p) => [p, 'speaker'] as const),
  ...Array.from('👥👨👪', (p) => [p, 'people'] as const),
  ...Array.from('🏢🏛', (p) => [p, 'unit'] as const),
  ...Array.from('📖📚📝', (p) => [p, 'topic'] as const),
])

const isMark = (t: Token | undefined, ...marks: string[]): boolean =>
  t?.type === 'mark' && marks.includes(t.mark)

/** Every label of the text with its value, in order: 单位：…, ★时间★ …, 三、地点 …, 📍…, 听众|360人. */
export function readFields(text: string, tokens: readonly Token[]): Field[] {
  const found: { name: FieldName; label: number; start: number; topicLike: boolean }[] = []
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c >= 0xd83c && c <= 0xd83e) {
      const p = pictures.at(text, i)
      if (p) found.push({ name: p.value, label: i, start: p.end, topicLike: false })
      continue
    }
    if (!isHan(c)) continue
    const l = labels.at(text, i)
    if (!l) continue
    const after = text[l.end] ?? ''
    const before = i === 0 ? '\n' : text[i - 1]!
    const free = !isHan(before.charCodeAt(0)) || found.length > 0
    const colon =
      after === ':' ||
      (after === '|' && free) ||
      (after === '★' && before === '★') ||
      (after === '】' && before === '【') ||
      (after === ']' && before === '[')
    // 时间 7月1日: at the head of a line a space is enough, but heads of a table stand side by side
    const numbered =
      after === ' ' &&
      lineHead(text, i) &&
      !labels.at(text, l.end + 1) &&
      !heads.has(text.slice(l.end + 1, l.end + 3))
    const close = after === '(' ? closing(text, l.end) : -1
    const parenthesis = close > 0 && text[close + 1] === ':'
    if ((colon && free) || numbered)
      found.push({ name: l.value, label: i, start: l.end + 1, topicLike: l.value === 'topic' })
    else if (parenthesis && free) found.push({ name: l.value, label: i, start: close + 2, topicLike: false })
    if (colon || numbered) i = l.end
    else i = l.end - 1
  }
  const fields = found.map((f, k) => {
    const limit = Math.min(found[k + 1]?.label ?? text.length, lineEnd(text, f.start))
    let { start } = f
    while (start < limit && ' ★】:|'.includes(text[start]!)) start++
    // 🎤主讲 罗文斌: the picture and the word say the same
    const again = labels.at(text, start)
    if (again && again.value === f.name && again.end < limit && ' :'.includes(text[again.end]!))
      start = again.end + 1
    let end = valueEnd(text, tokens, f.name, start, limit)
    while (
      end > start &&
      ' ,;。、/|★【0123456789.()①②③④⑤⑥⑦⑧⑨⑩'.includes(text[end - 1]!) &&
      (f.name !== 'time' && f.name !== 'people' ? true : ' ,;。、/|★【'.includes(text[end - 1]!))
    )
      end--
    // a list number of the next label may hang on: 「…中学\n5、课题」 is cut at the line already
    const name =
      f.name === 'unit' &&
      loose.has(text.slice(f.label, f.label + 2)) &&
      !tokens.some((t) => t.type === 'unit' && t.start >= start && t.start < end)
        ? 'kind'
        : f.name
    return { name, label: f.label, start, end: Math.max(start, end) }
  })
  return fields.filter((f) => f.end > f.start)
}

const heads = new Set(['场次', '人次', '人数', '资料', '次数'])
function lineHead(text: string, at: number): boolean {
  let i = at - 1
  while (i >= 0 && text[i] === ' ') i--
  return i < 0 || text[i] === '\n'
}
/** The closing parenthesis of a short remark. */
function closing(text: string, at: number): number {
  for (let i = at + 1; i < Math.min(text.length, at + 12); i++) if (text[i] === ')') return i
  return -1
}
const lineEnd = (text: string, at: number): number => {
  const e = text.indexOf('\n', at)
  return e < 0 ? text.length : e
}

/** A value ends at ；, |, a space, and at a comma unless it is a title that goes on to the end of the line. */
function valueEnd(
  text: string,
  tokens: readonly Token[],
  name: FieldName,
  start: number,
  limit: number,
): number {
  const figureBehind = (at: number): boolean =>
    tokens.some((t) => t.start >= at && t.start < limit && (t.type === 'number' || t.type === 'date'))
  for (const t of tokens) {
    if (t.start < start || t.type !== 'mark') continue
    if (t.start >= limit) break
    if (isMark(t, 'semi', 'stop', 'ask') || (isMark(t, 'slash') && name !== 'time')) return t.start
    if (t.aside || isMark(t, 'open', 'close', 'colon', 'pause')) continue
    if (isMark(t, 'comma') && (name !== 'topic' || figureBehind(t.start))) return t.start
    if (
      isMark(t, 'space') &&
      name !== 'time' &&
      name !== 'people' &&
      (name !== 'topic' || figureBehind(t.start) || limit < text.length)
    )
      return t.start
  }
  return limit
}
