import type { Kind } from '../../core/kinds.js'

/**
 * Activities told by what was done, where nothing in the sentence names them: 教老人用手机, 下田看苗情, 逛植物园. A row is a
 * verb and, within so many characters behind it, an object; `''` wants none, `@people` wants people, `@works` a firm or
 * factory. To teach a way of telling, add a word or a row, and a line to tests/understand/deeds.spec.ts.
 */
export interface DeedRow {
  readonly kind: Kind
  readonly verbs: string
  readonly objects: string
  readonly within: number
  /** Somebody counted as an audience must stand between them. */
  readonly among?: true
  /** Tables, and behind them those who look after the sick. */
  readonly healing?: true
  /** What was taught or talked of follows, whatever it is, and those who came are counted (plain-words.ts). */
  readonly plainly?: 'taught' | 'talked'
}

/** Going to a works is a service to it where one of these stands in the sentence. */
export const helping =
  '线路 电路 法子 调顺 调好 改好 改对 改过来 调准 校准 对好 装好 接好 换上 改了改 改一改 修复 抢修 漏 次品 废品 合格率 图纸 配方 参数 停机 找着 找准 病根 帮 解决 查找 查出 找出 诊断 会诊 改进 改造 攻关 把脉 排查 排除 指导 调试 方案 难题 困难 对接 助力 工艺 检修 修好 毛病 瓶颈 支招 出主意 意见 建议 服务 需求 堵点 痛点 故障 疑难 提升 升级 咨询 破解 问题 技改 走访 了解'

export const deedRows: readonly DeedRow[] = [
  {
    kind: 'enterprise',
    verbs:
      '到 去 进 赴 走进 深入 来到 前往 走访 拜访 下到 上门 跑 跑了 走了 转了 帮 帮助 为 给 对接 服务 奔赴 踏访 调研',
    objects: '@works',
    within: 22,
  },
  { kind: 'base', verbs: '挂牌 揭牌 授牌 挂了牌 挂上了牌 授了牌 揭了牌 落成 揭幕', objects: '', within: 0 },
  {
    kind: 'base',
    verbs: '挂 挂了 挂起 挂上 授 授了 揭',
    objects: '牌子 块牌 张牌 牌匾 铜牌 的牌 ”牌 "牌',
    within: 14,
  },
  {
    kind: 'training',
    verbs: '教 教了 教着 教会 教给',
    objects:
      '@people 老同志 老会员 老年朋友 老伙计们 老哥 老姐 手机 智能机 微信 电脑 扫码 上网 视频 拍照 剪枝 修剪 嫁接 疏果 种植 养殖 编织 插花 书法 画画 国画 太极 八段锦 急救 心肺 老师 护士 爷爷 奶奶 阿姨 叔叔 姐妹 大家 他们 她们 大伙 乡亲 孩子 老伙伴 徒弟 大哥 航模制作 标本制作 模型制作 制作',
    within: 5,
  },
  {
    kind: 'training',
    verbs: '学 学习 学着 练习 一起学 跟着学',
    objects:
      '做 编 制作 用手机 用智能 使用 包 剪 操作 开车 养 种 修 嫁接 刺绣 织 插花 烘焙 拍视频 剪视频 视频',
    within: 2,
  },
  {
    kind: 'training',
    verbs: '演示 示范 传授',
    objects:
      '@people 采 剪 嫁接 施肥 修剪 打药 育苗 技术 机 种 养 操作 用法 做法 管理 整枝 授粉 疏果 栽 方法',
    within: 8,
  },
  {
    kind: 'training',
    verbs: '边看边教 边讲边做 边学边做 边做边教 边教边练 边讲边练',
    objects: '',
    within: 0,
  },
  {
    kind: 'training',
    verbs: '推广',
    objects: '技术 品种 栽培 种植 养殖 农机 机械 新农具',
    within: 12,
  },
  {
    kind: 'lecture',
    verbs: '给 为 向 跟 同 与',
    objects: '聊 谈 分享 科普 介绍 解读 揭秘 剖析 说说 讲起 讲了 话说 讲讲 交流',
    within: 16,
    among: true,
  },
  {
    kind: 'lecture',
    verbs: '请 请来 邀请 邀 请到 特邀 由',
    objects: '谈 聊 解读 分享 介绍 揭秘 剖析',
    within: 18,
  },
  {
    kind: 'lecture',
    verbs: '为题 题为 开讲 登台 登上讲台 登讲台 走上讲台 站上讲台 上讲台 登坛',
    objects: '',
    within: 0,
  },
  { kind: 'lecture', verbs: '普及 普及了', objects: '知识 常识 法律 技能 科学', within: 10 },
  {
    kind: 'consultation',
    verbs: '看 查看 察看 查 诊断 防治 救治 会诊 看了 看了看 看看 瞧了瞧 查了 诊治 治 把脉',
    objects:
      '病害 虫害 病虫 冻害 旱情 苗情 墒情 长势 鱼病 牛病 羊病 猪病 鸡病 鸡瘟 猪瘟 牛瘟 羊瘟 霜霉 黄叶 烂根 枯萎 果树 庄稼 果园 大棚 麦田 稻田 菜地 茶园 鱼塘 猪圈 鸡舍 牛棚 羊圈 涝情 灾情 塘口',
    within: 10,
  },
  {
    kind: 'consultation',
    verbs: '给 为 帮 替',
    objects: '看水 测水 验水 调水 测土 验土 看塘 看鱼 看虾 看蟹 看病鱼 看病虾 看苗 看秧 看树 看地',
    within: 12,
    among: true,
  },
  { kind: 'consultation', verbs: '支招 出点子 开方子治 出良方 传经送宝', objects: '', within: 0 },
  {
    kind: 'clinic',
    verbs:
      '把脉 号脉 诊脉 搭脉 开方 开药方 开处方 扎针 扎了耳针 耳针 推拿 按摩 拔罐 艾灸 刮痧 听心肺 查眼睛 查眼 查视力 查牙 看牙 看眼睛 看眼病 看眼 看颈椎 看腰 查耳朵 查听力 看嗓子 看腿 看风湿 贴三伏贴 查血糖 查血压 查听力 看耳朵 涂氟 做B超 做心电图 量体温 看舌苔 查骨密度 看病',
    objects: '',
    within: 0,
  },
  {
    kind: 'clinic',
    verbs: '看了 瞧了 诊了 诊治了 接诊了 接诊',
    objects: '个病号 位病号 名病号 个病人 位病人 名病人 个患者 位患者 名患者 个老病号 位老病号',
    within: 9,
  },
  {
    kind: 'clinic',
    verbs: '给 为 帮',
    objects: '检查 复查 体检 量血压 测血压 测血糖 针灸 诊治 看诊 查体 看了病 瞧病 治病',
    within: 14,
  },
  {
    kind: 'counselling',
    verbs: '给 为 帮 帮助 陪 对',
    objects: '减压 疏导 解心结 排解 宽心 缓解焦虑 缓解压力 放松心情 心理 谈心',
    within: 16,
  },
  {
    kind: 'publicity',
    verbs: '支 支起 支了 摆 摆了 摆起 摆出 搭 搭起 搭了 设 设了 设起 架起',
    objects: '台子 桌子 摊 展台 展位 帐篷 展板 展架 宣传台 宣传点 棚子',
    within: 6,
  },
  {
    kind: 'publicity',
    verbs: '架 架了 架起 支 支了 支起 摆 摆了 搬来 搬出 带来 用',
    objects: '望远镜 显微镜',
    within: 8,
  },
  {
    kind: 'publicity',
    verbs: '挂出 摆出 布置 展出 拉出 出了 出 办 更换 换了 制作 竖起 悬挂',
    objects: '展板 挂图 图板 图片 橱窗 黑板报 板报 宣传栏 墙报 画廊 宣传画',
    within: 8,
  },
  {
    kind: 'publicity',
    verbs: '放 放映 播放 放了 播',
    objects: '科普片 科教片 科普电影 科教电影 科普录像',
    within: 8,
  },
  {
    kind: 'culture',
    verbs: '拍 拍了 拍摄 采风拍',
    objects: '民俗 风光 荷 花 景 雪 秋 春色 鸟 夕阳 日出 古镇 老街 古街 红叶 山水 水乡 湿地 人文',
    within: 5,
  },
  {
    kind: 'culture',
    verbs: '赏 观赏 去看 逛 逛了 游 游了 游玩 走进 爬 爬了 登 登上 环游 漫步 走了 绕',
    objects:
      '公园 植物园 动物园 古镇 古街 老街 景区 花海 湿地 荷花 菊 梅 桃花 油菜花 樱花 红叶 牡丹 芦花 灯会 山 长城 湖 环湖 步道 绿道',
    within: 7,
  },
  {
    kind: 'culture',
    verbs: '演了 演出了 唱了 表演了 钓 下 打 唱 跳 扭 踢 投 弹 拉 吹 演 玩 表演 自编自演 合唱 猜 写',
    objects:
      '鱼 象棋 围棋 跳棋 军棋 棋 乒乓球 门球 台球 羽毛球 太极 扑克 掼蛋 麻将 柔力球 腰鼓 老歌 红歌 歌 京剧 越剧 豫剧 黄梅戏 秧歌 舞 广场舞 毽子 投壶 飞镖 二胡 手风琴 快板 小品 灯谜 春联 福字 时装 诗 词 诗词 书法 一场 一台 大戏 戏 一下午 一上午 半天 一天 一晚上 一个钟头 两个钟头 一个小时 两个小时 一个多钟头 花鼓戏 评剧 二人转 粤曲 粤剧 潮剧 琼剧 闽剧 昆曲 川剧 秦腔 沪剧 锡剧 淮剧 采茶戏 木偶戏 咸水歌 山歌 渔歌 南音 评书 评弹 大鼓 快书 相声',
    within: 3,
  },
  // 演了7场
  { kind: 'culture', verbs: '演了 演出了 连演了 巡演了', objects: '场', within: 2 },
  {
    kind: 'culture',
    verbs:
      '插花 画画 放风筝 跳绳 滚铁环 套圈 钓鱼 垂钓 吹拉弹唱 走秀 联谊 健步 远足 郊野 打牌 下棋 歌咏比赛 打球 唱歌跳舞',
    objects: '',
    within: 0,
  },
  { kind: 'culture', verbs: '创作 创作了', objects: '作品 书画 歌曲 诗词 春联 剪纸 国画', within: 10 },
  { kind: 'culture', verbs: '唱 唱了 合唱了 演唱了', objects: '老歌 红歌 歌曲 山歌 戏曲', within: 6 },
  { kind: 'culture', verbs: '包 裹', objects: '粽子 汤圆', within: 4 },
  {
    kind: 'volunteer',
    verbs: '当 当了 当起 当上 做了',
    objects: '志愿者 义工',
    within: 4,
  },
  {
    kind: 'volunteer',
    verbs: '给 为 帮 替',
    objects:
      '看行李 提行李 搬行李 拿行李 拎行李 指路 引路 带路 让座 检查电路 检查线路 检查燃气 检查煤气 检查灶 装扶手 安扶手 装灯 装感应灯 装门铃 装防滑 换纱窗 送水 送餐 送饭 送姜 送凉茶 送绿豆汤 理发 剪头 剪发 收麦 插秧 割稻 收稻 摘 打扫 修伞 修鞋 修车 修水管 修电器 换灯 配钥匙 磨刀 缝衣 接送 送菜',
    within: 14,
  },
  {
    kind: 'volunteer',
    verbs: '捡 拾 捡拾 清理 清扫 打扫 清除 清',
    objects: '垃圾 卫生 河道 小区 白色 烟头 楼道 杂草 小广告 河岸 海滩 积雪 街道',
    within: 6,
  },
  {
    kind: 'volunteer',
    verbs: '修 修了 修好 修好了 修修 修了修 义务修 维修 维修了 检修 修理 修理了',
    objects:
      '手机 电脑 电视 空调 农具 水龙头 家电 雨伞 自行车 水管 农机 收音机 钟表 水泵 抽水机 电动车 三轮车 摩托 农用车 拖拉机 旋耕机 收割机 洗衣机 冰箱 电风扇 风扇 电饭煲 电饭锅 微波炉 热水器 灯 电路 线路 插座 马桶 门锁 锁 门窗 桌椅 凳子 轮椅 拐杖 拉链 鞋 伞 锅 表 钟 喇叭 广播 电器 路灯 栏杆 路',
    within: 9,
  },
  {
    kind: 'volunteer',
    verbs: '看望 看望了 探望 陪 陪伴 照料 慰问了',
    objects: '孩子 老人 福利院 敬老院 养老院 环卫工 孤寡 残疾 老兵 英模',
    within: 8,
  },
  {
    kind: 'volunteer',
    verbs: '守 值守 站岗 执勤 维持 疏导 引导 劝导',
    objects: '考点 路口 秩序 交通 校门',
    within: 5,
  },
  {
    kind: 'meeting',
    verbs: '学习 学习了 集体学习 传达学习 传达 传达了 领学',
    objects: '文件 讲话 精神 条例 章程 决议 决定 著作 党史 论述 全会 报告',
    within: 22,
  },
  { kind: 'meeting', verbs: '重温', objects: '誓词 党史 入党', within: 4 },
  {
    kind: 'meeting',
    verbs: '碰了头 碰了个头 开了会 开了个会 聚在一起商量 座谈交流 交流座谈',
    objects: '',
    within: 0,
  },
  { kind: 'research', verbs: '写成 形成 写出 写了 撰成 整理成 形成了 拿出', objects: '报告', within: 10 },
  // 教无人机打药，32个人学
  { kind: 'training', verbs: '教 教了 教会 教着', objects: '', within: 0, plainly: 'taught' },
  // 给娃娃们说恐龙, 跟街坊们摆了一堂养生
  { kind: 'lecture', verbs: '给 为 跟 和 同 与 向', objects: '', within: 0, plainly: 'talked' },
]
