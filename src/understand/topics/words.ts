import { ends, starts } from '../text/affixes.js'
import { trie } from '../text/trie.js'

/** Where a title stands in the text, its marks left out. */
export interface TopicFind {
  readonly start: number
  readonly end: number
}

/** Blank-separated words as a trie. */
export const words = (list: string) =>
  trie(
    list
      .trim()
      .split(/\s+/)
      .map((w) => [w, true] as const),
  )

/** Blank-separated words as a list. */
export const split = (list: string): readonly string[] => list.trim().split(/\s+/)

/** In front of a quoted title: what makes it one. Fillers like 一堂 and 了 may stand between. */
const leadWords = split(
  '题为 题目是 题目为 题目叫 题目 科目是 科目为 课程是 课名是 课名叫 名叫 叫做 讲的就是 讲的是 主要讲了 主要讲 主题是 主题为 题名 课题 讲题 讲 讲授 讲了 讲解 讲解了 讲述 作 作了 做 做了 上 上了 以 名为 叫 听 宣讲 宣讲了 关于 主讲 报告 授课 讲座 课程 内容是 带来 带来了 都是 开讲 演讲 一堂 一场 一节 一课 两场 两堂 了一场 场 、 》 ” 和 与 培训 开设',
)

/** Ends with a word that leads to a title. */
export const leads = ends(leadWords)

/** Ends with a word that says outright that a title follows. */
export const leadsAsTitle = ends([
  ...leadWords.filter((w) => /^[题主讲课]题?/.test(w) && /题/.test(w)),
  '讲题',
  '讲题是',
  '讲题为',
  '课题是',
  '课题为',
  '题目就是',
])

/** Behind a title: it names an event, not what was taught. */
export const isEvent = starts('主题活动 活动 行动 工程')

/** Behind a quoted title, within a few characters: what was held under it. */
export const tails = words('讲座 报告 宣讲 演讲 培训 课 讲解 为题 专题 公开课 课程 授课')

/** Titles of something else: songs, papers, printed matter, campaigns. */
export const notBefore = ends(
  '唱 演唱 合唱 唱响 歌曲 歌舞 舞蹈 发放 赠送 送 发 编印 编写 出版 购买 撰写 撰写的 写的 提交 形成 制定 制定了 印发 下发 根据 按照 落实 传达 学习 学习了 观看 朗诵 订阅 征订 荣获 获 围绕 依据 结合 参照 发送 发了 领取 翻阅 阅读 完成 报送 印制 演出 表演 放映 播放 一份 一本 一册 一张 一套 人手一份 人手一册 人手一本 领到 领了 赠 赠阅',
)

/** Behind a title: what shows that it is something else. */
export const notBehind = starts(
  '为抓手 为主线 为载体 为契机 为平台 为统领 单行本 一书 丛书 手册 画册 杂志 期刊 读本 资料 宣传 调研报告 文件 精神 系列丛书 等书 等歌 等节目 订阅号 公众号 网站 活动 主题活动 系列活动 主题系列活动 行动 工程 计划 的建议 建议 实施 方案 一文 的调研 等手册 等图书 等资料 合唱 舞蹈 小品 独唱 朗诵 条例 通知 意见 决定 规定 会议 论坛 品牌 项目 基地 工作站 展 图片展 主题展 主题党日 演出 晚会 比赛 歌会 表演 等文艺 等舞蹈 精品 专栏 原总编 总编 原主编 主编 编辑 记者 编辑部 社长 编委 报社 杂志社 作者 的作者',
)
