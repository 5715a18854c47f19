import { givenLike, surnames } from '../people/name-words.js'
import { oneOf } from '../text/chars.js'
import { trie } from '../text/trie.js'

/**
 * What a labelled line gives. `figure`: a number named by its label (场次：2). `void`: filled in on forms, but nothing of
 * ours (经费, 电话, 填报人).
 */
export type FieldName =
  'unit' | 'partner' | 'time' | 'place' | 'kind' | 'topic' | 'speaker' | 'people' | 'figure' | 'void'

/** A label is what it ends with: 活动时间, 开课时间 and 什么时候 all tell the time. Of two ends the longer holds. */
const ends: readonly (readonly [FieldName, string])[] = [
  [
    'unit',
    '单位 分会 部门 组织 主办 承办 主办方 承办方 举办方 组织方 组织者 团队 团体 协会 老科协 填报 上报 报送 支部',
  ],
  [
    'partner',
    '配合 配合单位 配合分会 协助 协助单位 协助分会 协办 协办单位 联合单位 合作单位 联办 联办单位 协作单位 协同 协同单位 联合 合作 共同举办 联合举办 联合主办 协办方',
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
    '人数 人次 来人 到人 听众 受众 学员 学生 观众 对象 多少人 参训 到会 到场 参加 参与 接诊 来访 受益 服务群众 受益群众 参观 规模 营员 居民 群众 听课 服务',
  ],
  [
    'figure',
    '场次 期数 次数 场数 班次 节数 家数 企业数 户数 资料 份数 数量 篇数 件数 条数 采用 采纳 录用 批示 讲义 发了啥 发了什么 发啥',
  ],
  [
    'void',
    '经费 费用 电话 手机 联系人 填报人 填表人 上报人 报送人 记录人 记录 审核 审核人 备注 照片 图片 附件 制表 负责人 组织人 主持 主持人 摄影 撰稿 通讯员 来源 编辑 领队 带队 会议号 密码 报名方式 乘车路线 车费 收费 课酬 报名人 参加人员 参会人员 人员 陪同 随行 时长 课时 效果 反响 收获 亮点 小结 议题 议程 姓名 职务 规模亩 填表日期 填表时间 填报日期 填报时间 上报日期 上报时间 制表日期 报送日期 登记人 登记日期 结业 签到 编号 序号 审批 证明人 经办人 经办 支出 补助 奖励 联络员 报送时间 批准 文号 级别 报送对象 刊登 媒体 出席领导',
  ],
]
export const endOf: ReadonlyMap<string, FieldName> = new Map(
  ends.flatMap(([f, ws]) => ws.split(' ').map((w) => [w, f] as const)),
)
export const longestEnd = Math.max(...[...endOf.keys()].map((w) => w.length))
/** Last characters of labels, of 单位全称, and of a remark behind one. */
export const mayEndLabel = oneOf([...endOf.keys()].map((w) => w.at(-1)).join('') + '称名)人讲题时地')
export const longestLabel = 8
/** Not a label but an address or a turn of speech: 各单位：, 其中：, 请各分会：. */
const never =
  /^(报告(老师|会长|主任|秘书长|领导)|汇报|各|请|致|尊敬|全体|其中|另|包括|如下|以下|说|答|问|注|附|通知|关于|为|在|我|你|他|们)/
/** Labels of a unit that as often stand before what is reported. */
export const loose = new Set(['上报', '报送', '填报', '组织', '活动'])

/** 彭老师：, 陈玉兰医生：: somebody is spoken to. */
const addressed = (name: string): boolean =>
  name.length > 0 &&
  name.length <= 3 &&
  surnames(name[0]) &&
  (name.length === 1 || givenLike(name, 1, name.length))

/** Labels of one character, which end nothing else. */
const short: Readonly<Record<string, FieldName>> = {
  人: 'people',
  讲: 'topic',
  题: 'topic',
  时: 'time',
  地: 'place',
}

/** What a label names by its end (开课时间 the time), or null where it is none. */
export function nameOf(label: string): FieldName | null {
  if (label.length === 0 || label.length > longestLabel || never.test(label)) return null
  if (label.length === 1) return short[label] ?? null
  if (/^(单位|分会)(全称|名称|名)$/.test(label)) return 'unit'
  for (let l = Math.min(longestEnd, label.length); l > 0; l--) {
    const found = endOf.get(label.slice(-l))
    if (found === 'speaker' && addressed(label.slice(0, -l))) return null
    // 工作小结 and 主要收获 are headings; only the bare word is a line of a form
    if (found && (found !== 'void' || l === label.length)) return found
  }
  return null
}

/** Pictures that stand for labels in messages with a picture before every line. */
export const pictures = trie<FieldName>([
  ...Array.from('📅🗓🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⏰⌚⏱🕰', (p) => [p, 'time'] as const),
  ...Array.from('📍🏠🏫🗺📌', (p) => [p, 'place'] as const),
  ...Array.from('🎤🎙', (p) => [p, 'speaker'] as const),
  ...Array.from('👥👨👪', (p) => [p, 'people'] as const),
  ...Array.from('🏢🏛', (p) => [p, 'unit'] as const),
  ...Array.from('📖📚📝', (p) => [p, 'topic'] as const),
])

/** The first half of most of them. */
export const isPicture = (c: number): boolean => c >= 0xd83c && c <= 0xd83e
