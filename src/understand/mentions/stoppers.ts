import { trie } from '../text/trie.js'
import { lexicon } from '../words/lexicon.js'
import { receives } from './in-a-name.js'

/** Behind these a kind's word is part of another name: 讲座内容, 宣传资料, 培训中心, 咨询师. */
const stoppers = trie(
  `团 队 组 员 师 者 室 馆 院 部 栏 费 台 稿 题 册 单 页 画 品 卡 率 表 站 日 周 月 点 社 教室 广场 公园
   中心 内容 主题 题目 时间 地点 质量 水平 领域 工作者 知识 专家 大学 专委会 委员会 协会 计划 需求 教材 能力 事业 经费 资料 材料 手册 折页 品牌 队伍 资源 老师 教师 群 平台 设备 会场 通知 方案 效果 精神 纪要 任务 形式 经验 制度 机制 渠道 方面 之路 作用 意识 阵地 体系 基金 网站 公众号 信息员 用品 图书 书籍 口号 标语 横幅 展板 海报 联盟 联合会 学校 对象 热线电话 电话 照片 大厅 大楼 法 车`
    .split(/\s+/)
    .map((w) => [w, true] as const),
)

/** A longer word of its own goes on instead: 义诊群众 is no 群, 培训学员 no 学. */
export function stopped(text: string, end: number): boolean {
  // 心理辅导室昨天接待了6人: what the room is for
  if (receives(text, end, end + 20)) return false
  const stop = stoppers.at(text, end)
  // 调研报告周三交上去了: a day of the week
  if (weekday.test(text.slice(end, end + 28))) return false
  // 讲座任务100场，完成137场: the word still names what was done
  if (text.startsWith('任务', end) && tasked.test(text.slice(end + 2, end + 10))) return false
  // 培训通知了50人，实到36人
  if (text.startsWith('通知', end) && /^(?:的是?|了)?[0-9]/.test(text.slice(end + 2, end + 5))) return false
  // 咨询计划10次完成9次
  if (text.startsWith('计划', end) && heldOf.test(text.slice(end + 2, end + 26))) return false
  // 三下乡队走三个乡：…: where the team went
  if (teamOf.test(text.slice(Math.max(0, end - 2), end)) && wentOut.test(text.slice(end, end + 12)))
    return false
  // 二号厅 咨询台，55人: what was done there
  if (countedThere.test(text.slice(end, end + 8))) return false
  // 讲座方面，11月共3场: over what follows
  if (text.startsWith('方面', end) && ',:：，'.includes(text[end + 2] ?? '-')) return false
  return (
    stop !== undefined &&
    stop.end >= (lexicon().at(text, end)?.end ?? 0) &&
    !goesOn.some((w) => text.startsWith(w, end))
  )
}

const teamOf = /下乡|[义巡]诊/
const wentOut =
  /^(?:小分|服务|医疗|专家)?队(?:员们?)?(?:[今昨前]天|[上下]午|又|先后|一路)?(?:走|到|去|下|进|赴|跑|来到|深入|转)(?!场|会|了一趟省)/
const countedThere = /^台[,，:： ]{1,2}(?:约|共)?[0-9]{1,4}[多余]?(?:人|名|位)/
const weekday =
  /^周[一二三四五六日天末](?:[^,，。;]{0,8}[了过完]|(?:[上下]午|晚上|早上)?(?:在[^,，。;]{1,10})?[办搞开做讲上]的(?![^,，。;])|在[^,，。;]{1,8}[,，][0-9一二两三四五六七八九十百]{1,6}[多来]?[人名位][^,，。;的]{0,3}了)/
const tasked =
  /^(?:数|指标|是|为|有|共|定了?)?(?:全年|今年|本年度?|年初)?(?:是|为|共|定了?)?[0-9一二三四五六七八九十百]/
const heldOf =
  /^[0-9一二两三四五六七八九十]{1,3}[场次期节班][,，]?(?:才|只|仅|就|已经?|实际|实|目前|眼下|现在){0,2}(?:完成|兑现|[办讲做搞开](?:成|完)?了?[0-9一二两三四五六七八九十])/

const goesOn = [
  '组织',
  '队伍回',
  '队伍到',
  '队伍去',
  '队伍今',
  '队伍昨',
  '队伍又',
  '组团',
  '组成',
  '组建',
  '组队',
  '日活动',
  '周活动',
  '月活动',
  '点位',
  '图片',
  '法律',
  '点评',
  '站在',
  '地点在',
  '科技',
  '处理',
  '周边',
  '题为',
  '题是',
  '题目',
  '题叫',
  '师范',
  '团体',
  '部分',
  '部门',
  '部队',
  '证明',
  '表彰',
  '片区',
  '学校师',
]
