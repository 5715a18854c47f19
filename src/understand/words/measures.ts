import { trie } from '../text/trie.js'

/**
 * What a number of so many 人次, 场, 份 … can be a figure of. `piece` (个) takes its sense from the noun beside it;
 * `other` (元, 岁, 年级, 度, 户 …) is never one of our figures, `yuan` and `hour` only beside medicine and time.
 */
export type Dimension =
  'people' | 'session' | 'print' | 'document' | 'firm' | 'piece' | 'yuan' | 'hour' | 'other'

const rows: readonly (readonly [Dimension, string])[] = [
  [
    'people',
    '人次 人(次) 人（次） 人词 人此 人数 人 名 位 个人 号人 口人 余人 多人 个乡亲 人余次 人余 余名 多名 人多 员 口子人 口子 口人 个村民 个村医 个村干部 个村支书 个村主任 个村妇女主任 个村会计 个村文书 个村民小组长 个村小组长 个村组干部 个村播 个班主任 个班长 个班组长 个班干部 个班委 个镇干部 个镇里人 个乡干部 个乡镇干部 个乡医 个乡民 个乡亲 个乡里人 个县干部 个市民 个区干部 个社区干部 个社区居民 个社区老人 个社区工作者 个社区群众 个社区志愿者 个街道干部 个月嫂 个小组长 个小组成员 个支部书记 个支部委员 个单位职工 个单位代表 个学校老师 个学校领导 个专业户 个项目经理 个项目负责人 个年级主任 个年级组长 个科室主任 个省劳模 个市劳模',
  ],
  [
    'session',
    '场 场次 场(次) 场（次） 场此 场词 期 期次 次 次数 节 堂 讲 班 班次 个班次 期班 批次 批 轮 回 趟 场场 节次 个场次',
  ],
  ['print', '份 册 本 张 套 盘 余份 余册 份次 枚'],
  ['document', '篇 篇次 条 条次 件 项 点 份报告 则 篇目 余篇 余条'],
  ['firm', '家 家次 家企业 户企业 个企业 处 所 座'],
  ['piece', '个'],
  ['yuan', '元 万元 块钱 块 元钱 人民币'],
  ['hour', '小时 个小时 学时 课时 个学时 个课时 钟头 个钟头'],
  [
    'other',
    `年级 届 年 月 日 天 周年 周 周岁 岁 个月 星期 个星期 分钟 分 秒 点钟 度 ℃ 摄氏度 斤 公斤 千克 克 吨 两 头 只 株 棵 盆 辆 台 部 幅 块 面 副 户 村 亩 公顷 公里 千米 里 米 厘米 平方米 平米 毫升 升 倍 个百分点 组 对 支 队 桌 间 栋 首 步 种 类 样 款 级 版 字 万字 票 号 楼 路 排 中 小 个班 个班级 个年级 个村 个乡镇 个乡 个镇 个社区 个街道 个县 个市 个区 个省 个村民小组 个单位 个部门 个学校 所学校 所中学 所小学 所学院 所高校 个会场 个网点 个点位 个方面 个环节 个阶段 个项目 个品种 个品牌 个节目 个月份 个摊位 个展位 个展区 个小组 个支部 个党支部 个分会 个科室 个专业 个领域 个问题 个病种 个疗程 个多小时 床 个家庭 户家庭 户人家 家人家 组家庭 个工作日 个村屯 个行政村 个自然村 个寨 个屯 家医院 家单位 家媒体 元左右 万元左右 把 根 颗 粒 箱 袋 瓶 盒 包 桶 打 双 件套 条横幅 幅作品 条标语 块展板 名次 强 佳 大精神 大报告 班级 期刊 针 台次 块次 车次 层 栋楼 幢 单元 频道 杯 壶 篮 篮子 筐 篓 坛 罐 碗 束 兜 片 滴 胎 寸 英寸 平方 立方 瓦 千瓦 兆 赫 位数 门课 门 处景点 口井 座桥 条路 条街 件事 件实事 件民生实事 件惠民实事 件大事 件好事 件关键小事 项活动 项目 项任务 项措施 项服务`,
  ],
]

/** Longest classifier behind a number; 个班 is no session, 家医院 no company. */
export const measureWords = trie<Dimension>(
  rows.flatMap(([dimension, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((w) => [w, dimension] as const),
  ),
)
