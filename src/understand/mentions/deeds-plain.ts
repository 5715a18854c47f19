import type { DeedRow } from './deeds-rows.js'

/**
 * Deeds in the plainest words, as one tells a neighbour: 看了看牛, 瞧瞧大棚, 量了血压, 陪着说心里话, 把展板搬到学校, 看星星. Rows like
 * those of deeds-rows.ts; what stands here is looked at before them.
 */
export const plainDeeds: readonly DeedRow[] = [
  // 向街道提了4条：修公厕、装扶手
  {
    kind: 'proposal',
    verbs: '提 提了 提出 提出了 反映了 共提 共提出',
    objects: Array.from('0123456789一二两三四五六七八九十', (d) => `${d}条: ${d}条, ${d}条。`).join(' '),
    within: 4,
  },
  {
    kind: 'publicity',
    verbs: '认 辨认 辨识 观察 观察了 识别',
    objects: '生物 植物 树木 树种 野花 花草 草药 昆虫 水鸟 候鸟 贝类 海藻 菌子 矿石 岩石',
    within: 7,
  },
  {
    kind: 'enterprise',
    verbs: '帮扶 帮扶了 帮助 帮助了 扶持 扶持了 结对 结对帮扶',
    objects: '中小企业 小微企业 民营企业 民企 科技企业 乡镇企业 农业企业 科创企业 村办企业 初创企业 小企业',
    within: 8,
  },
  {
    kind: 'consultation',
    verbs: '设 设了 设立 设立了 摆 摆了 摆起 搭 搭了 搭起 支 支了 支起 开设 开设了',
    objects: '咨询台 咨询桌 咨询摊 咨询点 咨询处 咨询窗口',
    within: 6,
  },
  // 摆了桌子，号脉的拔罐的都有: who sat at the tables
  {
    kind: 'clinic',
    verbs: '摆 摆了 摆开 摆上 摆起 支 支了 支上 支起 搭 搭了 设 设了',
    objects: '',
    within: 34,
    healing: true,
  },
  {
    kind: 'clinic',
    verbs: '设 设了 摆 摆了 摆起 搭 搭了 搭起 支 支了 支起 开设',
    objects: '义诊台 义诊桌 义诊摊 义诊点 义诊棚',
    within: 6,
  },
  // 接待心理求助的家长9人次
  {
    kind: 'counselling',
    verbs: '接待 接待了 接访 接访了 接听 接听了 接到',
    objects: '心理求助 心理困扰 心理问题 心理来访 来访心理 心理咨询 心理压力 情绪困扰 情绪问题 心理热线',
    within: 8,
  },
  {
    kind: 'counselling',
    verbs: '心理室 心语室 谈心室 心理驿站 心灵驿站 倾诉室 解忧室',
    objects: '接待 接访 来访 接听',
    within: 8,
  },
  // 镇上的秧歌队我们也上了
  {
    kind: 'culture',
    verbs:
      '秧歌队 腰鼓队 舞龙队 舞狮队 龙灯队 狮子队 锣鼓队 合唱队 舞蹈队 旗袍队 高跷队 花鼓队 盘鼓队 军鼓队 花船队 旱船队',
    objects: '也上了 上了场 上了台 上了街 上台 登台 参加了 演了 去演 出场 表演了 亮相',
    within: 9,
  },
  // 办航模展, 办了个矿石展
  {
    kind: 'publicity',
    verbs: '办 办了 举办 举办了 搞了 办起 摆了',
    objects: Array.from(
      '模机物品图片本照报器具石鸟虫菌种型蝶史书子农茶果菜粮布瓷陶木竹玩车船箭药就',
      (x) => `${x}展`,
    ).join(' '),
    within: 8,
  },
  {
    kind: 'consultation',
    verbs: '查 查了 看 看了 诊 诊了 治 治了 防治 认',
    objects:
      '黄龙病 稻瘟病 纹枯病 霜霉病 白粉病 锈病 炭疽病 白斑病 根腐病 枯萎病 溃疡病 赤霉病 软腐病 青枯病 叶枯病 病毒病 晚疫病 疫病 蚜虫 红蜘蛛 螟虫 钻心虫 蓟马 粉虱 贪夜蛾 稻飞虱 潜叶蝇',
    within: 9,
  },
  // 给荔枝树把脉
  {
    kind: 'consultation',
    verbs: '给 为 帮',
    objects: Array.from(
      ['树', '苗', '秧', '田', '地', '棚', '园', '塘', '圈', '牛', '羊', '猪', '鸡', '鱼', '蜂', '蚕'],
      (x) => `${x}把脉 ${x}号脉 ${x}看病 ${x}治病 ${x}会诊 ${x}打针 ${x}开方`,
    ).join(' '),
    within: 12,
  },
  // 厂史馆开放半天, 标本馆对市民开放
  {
    kind: 'publicity',
    verbs:
      '博物馆 陈列馆 科技馆 科普馆 标本馆 史馆 展馆 纪念馆 天文馆 气象馆 地震馆 陈列室 标本室 展室 展厅 实验室 天文台 气象台 气象站 观测站 植物园',
    objects: '开放',
    within: 8,
  },
  { kind: 'culture', verbs: '画 画了', objects: '海 船 山 水 景 荷 梅 春 秋 家乡 老街 古树 丰收', within: 2 },
  // 咨询5次；下乡2次: an item of a list
  {
    kind: 'outreach',
    verbs: '下乡',
    objects:
      '0次 1次 2次 3次 4次 5次 6次 7次 8次 9次 一次 二次 两次 三次 四次 五次 六次 七次 八次 九次 十次 1趟 2趟 3趟 4趟 5趟 6趟 一趟 两趟 三趟 四趟 五趟 六趟',
    within: 3,
  },
  {
    kind: 'outreach',
    verbs: '下乡',
    objects: '送技术 送种子 送科技 送农技 送医 送药 送书 送文化 送戏',
    within: 6,
  },
  {
    kind: 'volunteer',
    verbs: '把',
    objects: '修好 修好了 修上 修通 沟通了 下水道通了 缝好 补好 打扫干净 收拾干净',
    within: 16,
  },
  {
    kind: 'training',
    verbs: '教 教了 教着',
    objects: '拉 唱 跳 打拳 下棋 弹 吹 画 写字 做 包 织 剪 编 炒 烤 腌 缝 用 认 拍 修 养 种 辨',
    within: 3,
  },
  { kind: 'base', verbs: '立 立了 立起 竖了 竖起 钉 钉了 钉上', objects: '牌子 块牌 的牌 牌匾', within: 16 },
  { kind: 'culture', verbs: '爬 爬了 登 登了 攀', objects: '山 岭 峰 塔 阁 长城 顶', within: 5 },
  { kind: 'consultation', verbs: '测 测了 测了测', objects: '土', within: 1 },
  { kind: 'culture', verbs: '演 演了 演出 演出了 演起 排演了 表演了', objects: '节目', within: 6 },
  // 这个月学习6次，95人次
  {
    kind: 'meeting',
    verbs: '学习 学习了 共学习 共学习了',
    objects: Array.from('123456789一二两三四五六七八九十', (d) => `${d}次 ${d}场 ${d}回`).join(' '),
    within: 3,
  },
  { kind: 'meeting', verbs: '学 学了 念 念了 读 读了', objects: '文件 报纸 党章 章程 讲话稿', within: 3 },
  { kind: 'culture', verbs: '写了 写出', objects: '对联 春联 福字', within: 8 },
  { kind: 'clinic', verbs: '摆 摆了 摆上 支了 架了', objects: '血压计 血压仪 血糖仪', within: 4 },
  {
    kind: 'training',
    verbs: '一边讲一边 一边教一边 边讲边剪 边讲边做 边教边学 讲一遍做一遍',
    objects: '',
    within: 0,
  },
  {
    kind: 'clinic',
    verbs: '给 为 帮 上门',
    objects:
      '换了药 换药 测了糖 测糖 打针 打了针 输液 换了敷料 看肺 看胃 看心脏 看腰 看腿 看肩 看骨 看妇科 看皮肤 看关节 看嗓子 正骨 摸骨 捏脊 捏骨 接骨',
    within: 14,
  },
  {
    kind: 'publicity',
    verbs: '的图 挂图 宣传画 图片 的画',
    objects: '挂了 挂出 贴了 贴出 摆了 摆开',
    within: 4,
  },
  {
    kind: 'volunteer',
    verbs: '书 图书 衣服 棉衣 文具 轮椅 电脑',
    objects: '送给 捐给 送到 捐到 送进 捐进',
    within: 3,
  },
  { kind: 'publicity', verbs: '变 变了 表演 演', objects: '科学魔术 科普魔术', within: 4 },
  { kind: 'training', verbs: '手把手', objects: '', within: 0 },
  {
    kind: 'lecture',
    verbs: '念叨 念叨了 絮叨 说说 说了说 讲讲 聊聊 谈谈 唠唠 传经 现身说法',
    objects: '防 怎么 如何 咋 为什么 为啥 知识 的事 故事 经验 历史 政策',
    within: 8,
  },
  {
    kind: 'enterprise',
    verbs: '教 教了 帮 帮着 给 替',
    objects: '人家把 厂里 车间 厂家',
    within: 3,
  },
  {
    kind: 'consultation',
    verbs:
      '看 看了 看了看 看看 瞧 瞧了 瞧了瞧 瞧瞧 瞅 瞅了 瞅了瞅 瞅瞅 查 查了 查了查 查看 察看 摸了摸 转了转 诊 治 医',
    objects:
      '牛 羊 猪 鸡 鸭 鹅 鱼 虾 蟹 蜂 蚕 驴 骡 兔 鸽 鹌鹑 泥鳅 黄鳝 螃蟹 种猪 母猪 奶牛 板栗 核桃 枣树 枣子 柿子 李子 猕猴桃 草莓 蓝莓 花生 油菜 土豆 红薯 萝卜 白菜 大蒜 生姜 药材 魔芋 烟叶 甘蔗 莲藕 竹林 油茶 香菇 木耳 稻田 麦田 果树 果园 苗 秧 庄稼 玉米 稻子 水稻 小麦 麦子 棉花 大豆 蔬菜 黄瓜 西红柿 番茄 辣椒 西瓜 葡萄 柑橘 橘子 苹果 梨树 桃树 茶树 桑树 食用菌 蘑菇 药材地 地块 大棚 棚里 圈里 栏里 塘里 叶子 根子 病苗 果子',
    within: 6,
  },
  {
    kind: 'consultation',
    verbs: '到 去 进 下 下到 钻 钻进 上',
    objects:
      '大棚里瞧 大棚里看 大棚看 大棚瞧 棚里看 棚里瞧 田里看 田里瞧 地里看 地里瞧 地里瞅 田头看 地头看 园子里看 果园看 果园瞧 猪场看 鸡场看 牛场看 羊场看 塘边看 塘口看 圈里看 山上看',
    within: 10,
  },
  {
    kind: 'consultation',
    verbs: '答 答了 回答 回答了 解答了 答复 答复了',
    objects: '问题 提问 疑问 疑难 难题 咨询 来电',
    within: 9,
  },
  {
    kind: 'consultation',
    verbs:
      '面对面答 有问必答 有问有答 谁来问 谁问 谁有问题 随问随答 围着问 围上来问 追着问 问这问那 一个个答 挨个答 一一作答 一一解答',
    objects: '',
    within: 0,
  },
  {
    kind: 'consultation',
    verbs: '测 测了 化验 化验了 取 取了',
    objects: '土样 土壤 水质 墒情 酸碱度',
    within: 4,
  },
  {
    kind: 'clinic',
    verbs: '量 量了 量了量 量量 测 测了 测了测 查 查了 查了查 检查 检查了 验 验了',
    objects: '血压 血糖 视力 听力 血脂 骨密度 心率 血氧 体温 眼睛 牙齿 口腔 耳朵 心肺 身体 压 糖',
    within: 3,
  },
  {
    kind: 'clinic',
    verbs: '把了 把了把 把把 号了 号了号 号号 搭了 搭了搭 搭搭 摸了 摸了摸 摸',
    objects: '脉',
    within: 2,
  },
  {
    kind: 'clinic',
    verbs: '扎了 拔了 做了 打了 推了 按了 艾灸了 刮了',
    objects: '针灸 干针 银针 火罐 推拿 按摩 理疗 痧',
    within: 4,
  },
  {
    kind: 'clinic',
    verbs: '看了 看了看 看看 瞧 瞧了 瞧了瞧 瞧瞧 瞅了瞅 诊了 治了',
    objects: '病 舌苔 牙 眼睛 眼 腰腿 腿脚 老寒腿 关节 肩膀 皮肤 嗓子 耳朵 颈椎 腰',
    within: 2,
  },
  {
    kind: 'counselling',
    verbs: '陪 陪着 陪了 跟 和 同 与 听 听了 给 帮 帮着 对',
    objects:
      '心里话 知心话 掏心 心窝 倒苦水 倒倒苦水 吐苦水 解闷 心结 心事 疙瘩 开导 劝解 劝慰 松松劲 松绑 压力 焦虑 情绪 想开 烦心 壮胆 壮壮胆 鼓鼓劲 打打气 宽宽心',
    within: 16,
  },
  {
    kind: 'counselling',
    verbs: '劝 劝劝 劝了 安慰 安慰了 宽慰 宽慰了',
    objects: '想开 宽心 放宽 别灰心 别难过 别想不开 往前看',
    within: 8,
  },
  {
    kind: 'counselling',
    verbs: '开导 开导了 疏导了 劝导了 解心结 解开心结 说心里话 说说心里话 掏心窝',
    objects: '',
    within: 0,
  },
  { kind: 'publicity', verbs: '观星活动 天文观测', objects: '', within: 0 },
  // 带学生认药, 领着亲子家庭认树
  {
    kind: 'publicity',
    verbs: '带 带着 领 领着 带领 野外 户外 实地',
    objects: '认药 认树 认花 认鸟 认草 识药 识树 认菌子 认野菜 观鸟 观星',
    within: 10,
  },
  {
    kind: 'publicity',
    verbs: '看 看了 观 观测 观测了 数 认 找 赏',
    objects:
      '鸟 植物 动物 生物 蝴蝶 贝壳 草药 树种 昆虫 化石 岩石 花草 星星 月亮 星空 星座 月食 日食 流星 土星 木星 火星 金星 月球 太阳黑子 银河',
    within: 4,
  },
  {
    kind: 'publicity',
    verbs: '做 做了 做做 演示 演示了 表演 表演了 玩 玩了 动手做',
    objects: '实验 小实验 科学实验 水火箭 航模 火箭模型 小机器人 小发明 科技小制作',
    within: 14,
  },
  {
    kind: 'publicity',
    verbs: '演示 演示了 表演 表演了 展示 展示了 玩 玩了 放飞 飞 试飞',
    objects: '机器人 无人机 航模 模型飞机 水火箭 火箭模型',
    within: 6,
  },
  {
    kind: 'publicity',
    verbs: '展板 图板 挂图 宣传画 图片 标本',
    objects: '搬到 搬进 摆到 摆进 拉到 送到 送进 挂到 挂进 抬到 运到 摆在 挂在 摆开 摆出来 立在 竖在 支在',
    within: 6,
  },
  {
    kind: 'publicity',
    verbs: '摆 摆了 摆开 摆上 支 支了 支上 搭 搭了 拉 拉了 拉起 挂 挂了 挂起 扯 扯起',
    objects:
      '摊 摊子 摊位 地摊 桌 桌子 方桌 展板 图板 横幅 条幅 标语 挂图 宣传画 图片 航模 标本 机器人 望远镜 显微镜',
    within: 9,
  },
  {
    kind: 'publicity',
    verbs: '放 放了 放映了 播 播了',
    objects: '科教片 科普片 科普电影 科教电影 教育片 警示片 宣传片 纪录片 科技片 露天电影 电影 录像',
    within: 6,
  },
  {
    kind: 'publicity',
    verbs: '挨家挨户 逐户 入户 沿街 街上 上街 路口',
    objects: '发传单 发了传单 发单子 发了单子 发资料 发了资料 发宣传 发了宣传 送资料 散发 宣传 贴',
    within: 8,
  },
  {
    kind: 'enterprise',
    verbs: '跟 和 同 与',
    objects: '@works',
    within: 9,
  },
  {
    kind: 'volunteer',
    verbs: '给 为 帮 帮着 替 到 在 去 上门',
    objects:
      '剪指甲 院理发 院剪发 院理头 村理发 区理发 家理发 理头发 理了发 剪了发 剃头 洗头 洗脚 洗被子 洗衣 晒被 擦窗 擦玻璃 扫院子 扫地 通下水道 换灯泡 换灯管 换锁 换水龙头 补锅 补鞋 钉扣子 缝被 缝裤 改衣服 改裤脚 挑水 劈柴 收玉米 掰玉米 收庄稼 割麦 摘棉花 摘桃 抢收 抢种 搬家 搬东西 送菜 送米 送药 送书 送衣 送牛奶 照相 拍照 拍全家福 照全家福 写信 念报 读报 贴春联 带孩子 看孩子 做饭 包饺子 陪聊 聊天 拉家常 辅导作业 补课 讲作业',
    within: 14,
  },
  {
    kind: 'volunteer',
    verbs: '磨 磨了 义务磨',
    objects: '刀 剪',
    within: 7,
  },
  {
    kind: 'volunteer',
    verbs: '扫 扫了 扫扫 铲 铲了 清 清了 清理 清理了 除 拔 拔了 刷 刷了 填 填了 疏通 疏通了 挖',
    objects: '雪 冰 院子 街 马路 楼道 水沟 沟 淤泥 河沟 杂草 草 墙 小广告 牛皮癣 坑 下水道 落叶 垃圾',
    within: 6,
  },
  {
    kind: 'volunteer',
    verbs: '看望 看望了 探望 探望了 慰问 慰问了',
    objects: '劳模 病人 残疾人 烈属 军属 困难 特困 低保 留守 孤儿 五保 百岁 老兵 环卫',
    within: 12,
  },
  {
    kind: 'volunteer',
    verbs: '栽 栽了 种 种了 植 浇 浇了',
    objects: '树 树苗 小树 花苗',
    within: 6,
  },
  {
    kind: 'volunteer',
    verbs: '护送 接送 送 领着 搀 搀着 扶 扶着',
    objects: '过马路 过街 上下学 放学 就医',
    within: 8,
  },
  {
    kind: 'culture',
    verbs: '摔 摔了 甩 甩了 搓 搓了 杀 杀了 下了 打了 赛了',
    objects: '扑克 麻将 牌 两盘 几盘 三盘 象棋 围棋 门球 乒乓 太极',
    within: 6,
  },
  { kind: 'volunteer', verbs: '指挥交通 站岗 站了岗 值岗 站路口 守路口 巡逻 巡了逻', objects: '', within: 0 },
  {
    kind: 'consultation',
    verbs: '来问 来打听 问起 都问',
    objects: '庄稼 病 虫 施肥 打药 种子 怎么治 咋治 怎么种 咋种 怎么养 咋养',
    within: 9,
  },
  { kind: 'consultation', verbs: '答复 答复了', objects: '个 位 人', within: 9 },
  {
    kind: 'proposal',
    verbs: '提 提了 提出 提出了 反映 反映了 递 递了 递上 献 献了 写 写了 交 交了 报 报了',
    objects: '意见 点子 良策 对策 主张',
    within: 20,
  },
  {
    kind: 'research',
    verbs: '写成 写出 写了 整理出 整理了 形成 形成了 交了 拿出 拿出了 弄出 弄了 整了 撰写 撰写了',
    objects: '调查材料 调研材料 摸底材料 情况调查 调查报告 调研报告 考察报告 调研文章 调查情况',
    within: 16,
  },
  {
    kind: 'publicity',
    verbs: '发 发了 散 散了 散发 散发了 派 派发 派发了',
    objects: '单子 传单 宣传单 折页 小册子 明白纸 宣传页',
    within: 12,
  },
]
