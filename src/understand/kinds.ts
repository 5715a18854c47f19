import type { Kind } from '../core/kinds.js'

/**
 * How surely a word names what was held. `head`: the name of the activity itself (讲座, 培训班); `plain`: names it
 * beside other readings (咨询, 演出); `weak`: an occasion, an umbrella or a deed (科普活动, 科普日, 发放资料) that counts
 * only where nothing better is said; `deed`: a verb that makes an activity of its object (讲《…》, 走访企业).
 */
export type Weight = 'head' | 'plain' | 'weak' | 'deed'

export interface KindRow {
  readonly kind: Kind
  readonly weight: Weight
  /** Words, parted by spaces. */
  readonly words: string
}

/**
 * Words for kinds. To teach a word, add it to the row it fits (or add a row) and a line to tests/understand/kinds.spec.ts.
 * Words one key or one sound away (讲坐, 培讯) stand beside the right ones.
 */
export const kindRows: readonly KindRow[] = [
  {
    kind: 'lecture',
    weight: 'head',
    words: `
    讲座 科普讲座 健康讲座 知识讲座 专题讲座 科技讲座 法律讲座 法治讲座 技术讲座 科学讲座 公益讲座 心理讲座 养生讲座 讲坐 讲做 讲作 讲坐会
    科普报告 科普报告会 科学报告会 科技报告会 科学报告 科技报告 报告会 专题报告 学术报告 学术报告会 事迹报告会 形势报告会 专场报告 辅导报告 主题报告
    演讲 科普演讲 科学素质演讲 科学演讲 演讲会 宣讲 宣讲会 科普宣讲 法制宣讲 法治宣讲 政策宣讲 理论宣讲 主题宣讲 巡讲 科普巡讲 巡回报告 巡回演讲 巡回宣讲
    科普大讲堂 科普讲堂 大讲堂 讲堂 道德讲堂 健康讲堂 银龄讲堂 科普课 科普课堂 健康课 健康课堂 公开课 示范课 思政课 党课 微党课 科学课 安全课 防灾课 法治课 法制课 科技课 科普公开课 主题课 辅导课 知识课 线上课 直播课 防震课 急救课 环保课 卫生课 家教课 教育课 讲课 授课 讲学 进校园讲课 讲科学 科普授课 专题授课 科普讲解`,
  },
  {
    kind: 'lecture',
    weight: 'plain',
    words:
      '上课 上了一课 上了一堂课 上了一节课 宣讲活动 演讲活动 报告活动 专题辅导 开讲 科普沙龙 作报告 做报告 作了报告 做了报告 课',
  },
  { kind: 'lecture', weight: 'deed', words: '讲解 解说 讲授 宣讲了 讲了 讲 作专题 讲述 科普了' },

  {
    kind: 'training',
    weight: 'head',
    words: `
    培训班 技术培训班 培训 技术培训 技能培训 农技培训 农业培训 实用技术培训 科技培训 科普培训 业务培训 专题培训 现场培训 线上培训 岗位培训 职业培训 新型农民培训 智能手机培训 手机培训 电脑培训 现场指导培训 指导培训 培训讲座 培训会 技术培训会 培训课 农函大 农函大办班 农函大培训 研修班 讲习班 辅导班 学习班 兴趣班 补习班 识字班 扫盲班 舞蹈班 摄影班 书画班 电脑班 训练营 夏令营 冬令营 研学营 手机课 智能手机课 实操课 技术课 培训活动 航模班 书法班 进修班 提高班 速成班 培讯 培训斑 培训办 陪训 技术陪训 传习班`,
  },
  {
    kind: 'training',
    weight: 'plain',
    words: '办班 技术传授 传授技术 传授技艺 实训 集训 现场教学 技术讲习 带教 巡教 带徒 巡教带诊 教学查房',
  },
  {
    kind: 'training',
    weight: 'deed',
    words: '手把手教 教大家 教老人 教居民 教村民 教会 教学员 教农户 教农民',
  },

  {
    kind: 'consultation',
    weight: 'head',
    words: `
    技术咨询 科技咨询 咨询服务 科普咨询 现场咨询 咨询活动 健康咨询 法律咨询 农技咨询 农业咨询 义务咨询 政策咨询 医疗咨询 技术指导咨询 现场答疑 技术答疑 技术服务 科技服务 技术指导 现场指导 科技指导 农技指导 生产指导 田间指导 科技特派 技术帮扶 科技帮扶 咨询会 咨询日 养生咨询 用药咨询 营养咨询 咨讯 技术咨讯 科技咨讯 咨寻 技朮咨询 农技服务 会诊田 上门指导 入户指导 技术会诊 法律援助 法律服务`,
  },
  {
    kind: 'consultation',
    weight: 'plain',
    words: '咨询 答疑 答疑解惑 解难答疑 释疑解惑 解答 指导 田间问诊 把脉问诊 诊断把脉 会诊',
  },

  {
    kind: 'clinic',
    weight: 'head',
    words: `
    义诊 健康义诊 大型义诊 专家义诊 免费义诊 联合义诊 义诊活动 巡回义诊 爱心义诊 公益义诊 中医义诊 医疗义诊 专家门诊义诊 巡诊 巡回医疗 巡回诊疗 义诊咨询 义诊服务 义诊巡诊 义珍 义针 议诊 义诊讲座 医疗服务队 下乡义诊 送诊 口腔义诊 眼科义诊 义务诊疗 义务诊病 医疗下乡`,
  },
  {
    kind: 'clinic',
    weight: 'plain',
    words:
      '送医送药 送医上门 送医到村 送医进村 坐诊 免费体检 健康体检 体检活动 诊病 看病 健康检查 免费检查 义务体检 健康筛查 免费筛查 量血压测血糖 免费测血压 免费量血压 义务看病',
  },

  {
    kind: 'counselling',
    weight: 'head',
    words: `
    心理咨询 心理辅导 心理疏导 心理调适 心理调试 心理大课 大课心理 心理健康辅导 心理健康咨询 心理团辅 团体辅导 团体心理辅导 心理个案 个案辅导 个体咨询 个别咨询 个体辅导 个别辅导 个案咨询 心理援助 心理干预 大课心理调适 大课心理调试 心理咨询大课 个别心理辅导 个案调适 个案调试 心理热线 心理关爱 心理服务 心理沙盘 沙盘疗法 心理减压 考前心理辅导 考前减压`,
  },
  { kind: 'counselling', weight: 'plain', words: '个案 团辅 沙盘 心理谈心' },

  {
    kind: 'outreach',
    weight: 'head',
    words: `
    三下乡 科技三下乡 科技文化卫生三下乡 文化科技卫生三下乡 医疗卫生三下乡 送科技下乡 科技下乡 送农技下乡 农技下乡 送文化下乡 文化下乡 送医下乡 送医药下乡 送卫生下乡 卫生下乡 送技术下乡 技术下乡 科普下乡 送科普下乡 送科学下乡 送书下乡 送知识下乡 三下香 3下乡 三下乡活动`,
  },
  {
    kind: 'outreach',
    weight: 'plain',
    words: '科技赶集 科普赶集 科技大集 送法下乡 法律下乡 下乡服务 下乡活动',
  },

  {
    kind: 'publicity',
    weight: 'head',
    words: `
    科普宣传 科普展览 科普展 科普巡展 科技展览 科技展 科普图片展 图片展览 科普大篷车 科普宣传活动 科普集市 科普市集 科普大集 科普游园 科普展板 宣传活动 科普嘉年华 科普橱窗 科普画廊 宣传橱窗 科普长廊 反邪教宣传 健康宣传 安全宣传 环保宣传 消防宣传 防灾宣传 禁毒宣传 反诈宣传 防诈骗宣传 防诈宣传 义务宣传 法制宣传 法治宣传 科技宣传 防震减灾宣传 集中宣传 科普宣船 科谱宣传 科普宣转 科普进万家 科普展演 大篷车 流动科技馆`,
  },
  {
    kind: 'publicity',
    weight: 'plain',
    words: '宣传 展览 展出 巡展 展台 摆展台 科普服务 科普惠农 科普体验 科普开放日',
  },
  {
    kind: 'publicity',
    weight: 'weak',
    words:
      '科普活动 科普系列活动 科普日 全国科普日 科普周 科技周 科技活动周 科普月 科普宣传周 科普宣传月 科普宣传日 普及科学知识 普及科普知识 普及健康知识 科普进校园 科普进社区 科普进农村 科普进企业 科普进乡村 科普进家庭 科普进机关 科普进军营 科普进农家 科普进课堂 科普教育 科普之旅 发放资料 散发资料 派发资料 印发资料 发放宣传资料 发放科普资料 宣传资料 科技活动',
  },

  {
    kind: 'research',
    weight: 'head',
    words:
      '调研报告 调查报告 考察报告 调研成果 研究报告 课题报告 调研文章 调研课题 专题调研 课题调研 调研活动 课题研究 决策咨询报告 咨询报告 论证报告 可行性报告 可研报告 调研材料 调研论文 调研报告会',
  },
  {
    kind: 'research',
    weight: 'plain',
    words: '调研 调查研究 开展调研 大调研 课题 考察调研 咨询论证 可行性研究 项目论证 立项课题 问卷调查',
  },

  {
    kind: 'proposal',
    weight: 'head',
    words:
      '建言献策 建言 献策 意见建议 意见和建议 建议和意见 合理化建议 提案 金点子 建议书 资政建议 咨政建议 决策建议 对策建议 专家建议 政策建议 科技建议 建言建议 献计献策 建议案 提案建议 议案 专家建言 资政报告 咨政报告 咨询建议',
  },
  { kind: 'proposal', weight: 'plain', words: '建议' },

  {
    kind: 'article',
    weight: 'head',
    words:
      '投稿 稿件 来稿 通讯稿 新闻稿 报道稿 宣传稿 信息稿 简讯 通讯报道 新闻报道 宣传报道 报送信息 上报信息 信息报送 工作信息 科普文章 科普作品 科普稿件 投搞 稿子 宣传稿件 信息简报 新闻稿件 信息投稿 送稿 供稿 发稿 征文稿',
  },
  { kind: 'article', weight: 'plain', words: '信息 文章 通讯 报道 论文 新闻 简报 科普短文 稿' },

  {
    kind: 'base',
    weight: 'head',
    words:
      '示范基地 科普基地 科普示范基地 科普教育基地 教育基地 示范企业 示范点 示范园 示范园区 专家工作站 工作站 科技工作站 科普工作站 服务站 科技服务站 服务工作站 专家服务站 科普站 科普工作室 专家工作室 名师工作室 科技小院 实践基地 实验基地 种植基地 养殖基地 种植示范基地 养殖示范基地 示范户 科技示范户 示范村 培训基地 教学基地 科技示范园 科普示范园 活动基地 试验基地 引种基地 良种基地 科普学校 服务中心 活动站 科普活动站 创新基地 实训基地 科普之家 科技工作者之家',
  },
  { kind: 'base', weight: 'plain', words: '基地 工作室 服务点 联系点' },

  {
    kind: 'culture',
    weight: 'head',
    words: `
    文体活动 文艺演出 文艺汇演 文艺会演 文艺表演 文艺晚会 文艺活动 演出 汇演 会演 比赛 竞赛 书画展 书法展 摄影展 画展 书画活动 书画笔会 笔会 歌会 歌咏会 红歌会 合唱比赛 联欢会 联欢 联欢活动 联谊会 联谊活动 联谊 晚会 诗歌朗诵 朗诵会 诗会 诵读会 诵读活动 朗诵 团拜会 团拜 团拜活动 春晚 运动会 趣味运动会 棋牌比赛 象棋赛 门球赛 乒乓球赛 球赛 邀请赛 对抗赛 友谊赛 选拔赛 灯谜 猜灯谜 猜谜 游园会 游园 登高 登山 采风 健步走 徒步 踏青 春游 秋游 郊游 游览 游乐 参观游览 写春联 送春联 快闪 闪唱 歌舞 广场舞 太极拳展示 才艺展示 文艺联欢 庆祝晚会 游艺 游艺活动 文娱活动 娱乐活动 文化活动 健身活动 体育活动 文艺展演 时装秀 生日会 音乐会 茶话联欢 歌唱比赛 知识竞赛 文艺节目 展演 趣味活动 钓鱼比赛 象棋比赛 重阳活动`,
  },
  {
    kind: 'culture',
    weight: 'plain',
    words: '书画 舞蹈 合唱 歌咏 太极 太极拳 摄影 春联 参观 棋牌 歌伴舞 赏花 赏月 健身 表演 义演 文艺',
  },

  {
    kind: 'enterprise',
    weight: 'head',
    words:
      '助企 助企服务 科技助企 助企活动 助企行动 助企技术对接 服务企业 走访企业 企业走访 企业技术创新 助力企业 助力企业技术创新 帮扶企业 进企业服务 入企服务 入企帮扶 入企 企业对接 技术对接 企业服务 技术攻关 企业调研服务 服务中小企业 为企服务 惠企 惠企服务 企业帮扶 支持企业 服务支持中小企业 支持中小企业 助推企业 进企服务 对接企业 走企业 企业会诊 科技入企 专家进万企 专家入企 专家进企业 企业技术服务',
  },
  {
    kind: 'volunteer',
    weight: 'head',
    words:
      '志愿服务 志愿服务活动 志愿活动 志愿者活动 志愿者服务 公益服务 便民服务 义务服务 爱心服务 学雷锋活动 学雷锋 志愿行动 义务劳动 义务植树 植树活动 义务维修 敬老活动 助残活动 敬老助老 爱心活动 公益活动 环保志愿 文明劝导 慰问活动 帮扶慰问 志愿辅导 义工活动',
  },
  {
    kind: 'volunteer',
    weight: 'weak',
    words: '志愿服务队 志愿者服务队 志愿队 科普志愿服务队 志愿服务小分队 志愿者小分队 志愿服务分队',
  },
  {
    kind: 'volunteer',
    weight: 'plain',
    words: '便民 植树 慰问 义务维护 义务理发 包饺子 修小家电 修家电 清扫 捡垃圾 关爱活动 义剪 走访慰问',
  },
  {
    kind: 'meeting',
    weight: 'head',
    words: `
    会议 座谈会 学习会 党日活动 主题党日 主题党日活动 党员活动日 理事会 常务理事会 会长会 会长会议 会长办公会 办公会 总结会 总结大会 总结座谈会 研讨会 交流会 交流活动 经验交流会 例会 年会 表彰会 表彰大会 茶话会 代表大会 会员大会 换届大会 推进会 动员会 工作会 工作会议 秘书长会 秘书长会议 碰头会 民主生活会 组织生活会 组织生活 支部大会 支委会 党员大会 恳谈会 协调会 部署会 汇报会 通报会 专题会 专题会议 论坛 学术论坛 学术会议 学术交流会 学术研讨会 成立大会 启动仪式 启动会 学习活动 学习座谈会 读书会 讨论会 学习讨论会 传达学习 集中学习 理论学习 专题学习 学习培训会 集体学习 组织学习 座谈 迎春座谈会 支部活动 党支部活动 支部学习 党支部学习 会员学习 政治学习 业务学习 集中学习会 分享会 评审会 论证会 审议会 联席会 联席会议 全会 年终总结会 工作总结会 庆祝大会 庆祝会 纪念会 纪念大会 现场会 观摩会 理事扩大会议 扩大会议 见面会 学习交流`,
  },
  { kind: 'meeting', weight: 'plain', words: '开会 会 大会 学术交流 研讨 庆祝活动 纪念活动 观摩 党日' },
]

export interface KindWord {
  readonly kind: Kind
  readonly weight: Weight
}

/** The table as word → kind; of equal words the later row holds. */
export const kindWords: ReadonlyMap<string, KindWord> = new Map(
  kindRows.flatMap((r) =>
    r.words
      .trim()
      .split(/\s+/)
      .map((w) => [w, { kind: r.kind, weight: r.weight }] as const),
  ),
)

/** Words that may stand for a kind when they are all that is said (小科 科普 今年), but not inside a sentence. */
const commandOnly: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['心理', 'counselling'],
  ['科普', 'publicity'],
  ['宣传', 'publicity'],
  ['调研', 'research'],
  ['建议', 'proposal'],
  ['投稿', 'article'],
  ['文体', 'culture'],
  ['志愿', 'volunteer'],
  ['基地', 'base'],
  ['企业', 'enterprise'],
  ['下乡', 'outreach'],
])

/** The kind a word stands for (讲座, 义诊, 投稿, 科普; 讲坐 too), or null: the whole text is the word. */
export function kindWord(text: string): Kind | null {
  const word = text.trim()
  return commandOnly.get(word) ?? kindWords.get(word)?.kind ?? null
}
