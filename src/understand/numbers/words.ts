import { oneOf } from '../text/chars.js'
import { trie } from '../text/trie.js'

/*
 * The words of Chinese numbers. Everything here is a row: to teach the reader a classifier, an approximator or a
 * word that only looks like a number, add it to its row.
 */

/** What a character can be in a numeral. `formal` are the money forms, which are also surnames and parts of words. */
export const arabic = 1
export const plain = 2
export const formal = 3
export const unit = 4
export const big = 5
export const tens = 6

const numeralRows: readonly (readonly [chars: string, kind: number, values: readonly number[]])[] = [
  ['0123456789', arabic, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['〇零一二两三四五六七八九', plain, [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['俩仨', plain, [2, 3]],
  ['壹贰弍叁参肆伍陆柒捌玖', formal, [1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9]],
  ['十百千拾佰仟', unit, [10, 100, 1000, 10, 100, 1000]],
  ['万亿兆', big, [1e4, 1e8, 1e12]],
  ['廿卅卌', tens, [20, 30, 40]],
]

/** Every character a numeral can begin with. */
export const numeralCharacters = numeralRows.map(([chars]) => chars).join('')

/** Kind (0: none) and value of every numeral character, by UTF-16 unit. */
export const kindOf = new Uint8Array(0x10000)
export const valueOf = new Float64Array(0x10000)
for (const [chars, kind, values] of numeralRows)
  for (let i = 0; i < chars.length; i++) {
    kindOf[chars.charCodeAt(i)] = kind
    valueOf[chars.charCodeAt(i)] = values[i]!
  }

/** Kind and value at a place of the text; 0 beyond its ends. */
export const kindAt = (text: string, i: number): number =>
  i >= 0 && i < text.length ? kindOf[text.charCodeAt(i)]! : 0
export const valueAt = (text: string, i: number): number =>
  i >= 0 && i < text.length ? valueOf[text.charCodeAt(i)]! : 0

const words = (rows: string): string[] => rows.split(/\s+/).filter(Boolean)

/** Classifiers and units a number can count, longest match. */
export const units = trie(
  words(`
    个 只 支 枝 把 张 件 条 根 块 片 颗 粒 头 匹 辆 台 架 座 栋 幢 间 所 家 户 口 位 人 名 员 次 场 期 届 班 节 堂 课 讲 回 遍 趟 番 顿 轮
    餐 份 套 本 册 卷 篇 页 章 部 首 幅 幕 集 封 束 朵 棵 株 丛 桶 箱 盒 包 袋 瓶 罐 杯 碗 盘 碟 锅 壶 盆 篮 筐 车 船 艘 列 排 行 层 级 阶 步
    圈 环 组 队 群 伙 帮 批 类 种 样 式 项 款 点 段 句 字 词 声 笔 则 桩 宗 元 角 分 毛 圆 斤 两 克 吨 公斤 千克 磅 毫克 米 里 尺 寸 丈 公里 厘米
    毫米 千米 亩 公顷 平方米 平方公里 平米 立方米 升 毫升 度 岁 周岁 年 月 日 天 夜 晚 周 号 时 秒 秒钟 刻 刻钟 分钟 小时 钟头 星期 礼拜 季度 季
    世纪 年代 年级 倍 成 折 双 对 副 打 代 世 科 省 市 县 区 镇 乡 村 校 国 州 方 面 边 大 重 维 等 路 线 角 眼 门 针 刀 棒 寨 幼 站 点钟 屏
    个月 个小时 个钟头 个星期 个礼拜 个季度 个学期 学期 学年 周年 课时 学时 工时 万元 亿元 块钱 毛钱 元钱 美元 港元 欧元 日元 英镑 人民币
    人次 人份 人家 名次 场次 班次 车次 批次 件次 户次 例 股 支队 小组 大类 大项 大型 道 扇 堵 面旗 盏 顶 床 铺 席 桌 匙 勺 滴 阵 场面 场子
    集团 企业 家企业 单位 个百分点 厘 毫 海里 英里 英尺 英寸 加仑 盎司 码 摄氏度 千瓦 千瓦时 伏 安 瓦 赫兹 兆瓦 卡 千卡 大卡 焦 帕
    km kg cm mm mg ml g m l t h min s w kw mb gb tb kb
    % ‰ ％ °c ℃ ° ￥ 元整 圆整 者 样 味 道题 道菜 股权 份额 届别 顷 栏 幢楼 株苗 尾 羽 峰 帧 发 枚 粒种 捆 沓 摞 垛 堆 团 缕 丝
    副刊 边形 角形 面体 项目 座谈 手 桥 卷本 折页 师生 学生 群众 居民 老人 专家 会员 党员 村民 教师 医生 患者 家长 干部 职工 志愿者 农户 农民 代表
    院校 院 校区 社区 街道 乡镇 县区 县市 家单位 处 处所 号楼 号线 楼 室 栏目 版 期刊
  `).map((word) => [word, word] as const),
)

/** What follows a money numeral written in formal digits. */
export const isMoneyUnit = oneOf('元圆角分整正万亿仟佰拾')

/*
 * Words that hold a numeral and no number. A numeral inside one is skipped; the words are looked up by the numeral
 * and its place in them, so a row costs nothing where it does not occur.
 */
const guardRows = `
  三七二十一 八面玲珑 捌佰伴 一边 进一步 欢聚一堂 一堂喜 一式 一等奖 二等奖 三等奖 一等功 二等功 三等功 一等品 三十而立 一切 一起 一直 一些 一般 一下 一共 一定 一致 一并 一同 一律 一线 一旦 一方面 一点儿 一点都 一点也 一样 一旁 一向 一再 一贯 一时 一心 一手 一带 一路 一生 一身 一度
  一齐 一概 一味 一番 一行 一体 一流 一家子 一家亲 一家老小 一如 一经 一连 一举 一技 一对一 一对多 一部分 一系列 一口气 一辈子 一股脑 一会儿 一日游 一日三餐 一日之计
  一年一度 一年四季 一年到头 一帆风顺 一清二楚 一应俱全 一目了然 一岗双责 一把手 一站式 一条龙 一条心 一卡通 一网 一码通 一村一品 一乡一品 一县一品 一老一小 一扫而空 一席之地 一席话
  一臂之力 一丝不苟 一边倒 一面之词 一人一策 一户一策 一校一策 一来 一去 一看 一听 一说 一想 一问 一瞥 一眼 一笑 一言 一语 一见 一传十 十传百 一点点 一点一滴 一大早 一大批 一个劲 一个个 一代代
  一届一次 一一 一带一路 一把抓 一级棒 一号文件 一头雾水 一块儿 一道来 一次性 一门心思 一声不 一日千里 一年级 一刻不 一分为二 一专多能 一股股 一批批 一件件 一张张 一遍遍 一次次 一步步 一天天 一年年
  唯一 统一 万一 专一 单一 之一 不一 如一 合一 同一 逐一 独一无二 五一 六一 七一 八一 九一八 双十一 双十二 双百 三八 五四 五卅 七七 一二九 一二八 二八佳人 三一学院 二一添作五 一三产
  一中 二中 三中 四中 五中 六中 七中 八中 九中 十中 一小 二小 三小 四小 五小 六小 一院 二院 三院 四院 五院 一医 二医 三医 一幼 二幼 三幼 四幼 一高 二高 一附 二附 一职 二职
  一大代表 一大会址 二大会址 七大代表 十大以来 十八大 十九大 二十大 二十一大 十三大 十四大 十五大 十六大 十七大 十一五 十二五 十三五 十四五 十五五
  三下乡 三农 三高 三好 三甲 三乙 二甲 二乙 三严三实 两学一做 三会一课 两会 两新 两委 两院 两弹一星 两岸 两栖 两极 两性 两口子 两旁 两手 两便 两难 两用 两免 两不愁 三保障 两山 两优一先 两全 两癌 两筛 两病 两两
  四史 四进 四下 五老 五保 五好 五官 五脏 五行 五金 五彩 五谷 五禽戏 五福 五湖四海 五花八门 五颜六色 五光十色 五星 五位一体 五指 五常 五大连池 五粮液 五台山 五台县 五华 五莲 五塔 五通 五家渠 五峰 五寨 五河 五原
  六神 六味 六安 六盘水 六盘山 六合 六艺 六朝 六亲 七夕 七彩 七星 七台河 七嘴八舌 七上八下 七窍 七情 七律 七绝 八卦 八仙 八宝 八段锦 八字 八达岭 八旗 八路军 八桂
  九华 九寨 九江 九龙 九州 九阳 九九 九层 九泉 九五 九牛 九曲 九三学社 十分感 十分重 十分满 十分关 十分必 十分明 十分高 十分丰 十分热 十分精 十分欢 十分受 十分踊 十分活 十分好 十分荣 十分成 十分有 十分认 十分喜 十分难 十分火 十分方 十分实 十分积 十分支 十分注 十分期 十分乐 十分紧 十分充 十分珍 十分辛 十分投 十分熟 十分严 十分复 十分需 十分适 十分可 十分开 十分激 十分温 十分突 十分友
  十足 十全 十堰 十字 十指 十里河 十里铺 十陵 十佳 十几年如一日 百度 百姓 百货 百科 百分点 百合 百色 百日咳 百家姓 百家讲坛 百家争鸣 百花齐放 百团大战 百度百科 万家灯火 万人空巷 万水千山 万元户
  四川 四周 四处 四面 四海 四方 四季 四肢 四物 四平 四会 四书 四诊 四害 四姑娘 四时 四邻 四合院 四通 四环 四惠 四叶 四分五裂
  三角 三亚 三峡 三门峡 三门县 三明 三江 三水 三国演义 三国志 三国时 三字经 三伏 三九天 三星 三乐 三思 三心 三原 三河 三台县 三穗 三都 三清 三山 三元区 三元里 三元桥 三沙 三环 三轮车 三文鱼 三七 三陪 三通 三脚 三番 三口之家 三个代表
  三三两两 三五成群 三言两语 三长两短 再三 接二连三 张三 李四 王五 赵六 三月三 二月二 二手 二胡 二甲双胍 二氧化 二维 二次元 二次函数 二次供水 二元 二进制 二连 二线 二代身份 二孩 二胎 二战 二十四节气 二十四孝 二十八宿
  一氧化 三氧化 四氧化 五氧化 一战成 一战时 半岛 半晌 半夜 半年报 半点儿 半数 半路 半途 半空 半截 半边 半坡 半山 半身 半导体 半月谈 半成品 半径 半球 一半 多半 大半 过半 对半 各半 参半 半信半疑 下半 上半 前半 后半 半决赛 半程
  零食 零售 零件 零星 零散 零碎 零距离 零钱 零部件 零基础 零花 零工 零容忍 零接触 零报告 零下 零时 零陵 零距 归零 凋零 飘零 涕零 孤零 零零碎碎 零零星星
  收拾 拾起 拾取 拾到 拾得 拾荒 拾金 拾遗 朝花夕拾 捡拾 重拾 拾贝 壹基金
  俩人 他俩 咱俩 你俩 我俩 她俩 妻俩 妇俩 女俩 子俩 弟俩 妹俩 仨瓜 哥仨 两码事 两回事 五角大楼 五角星 五角场 六边形 八边形 四边形 五边形 十字架 三点水 九宫
  七七八八 四四方方 四舍五入 不三不四 颠三倒四 朝三暮四 低三下四 丢三落四 四通八达 四面八方 横七竖八 乱七八糟 七零八落 七手八脚 五体投地 五味 十拿九稳 十有八九 八九不离十 九死一生 十年树木 百年树人 十室九空 六六大顺
  一举两得 一箭双雕 两全其美 两败俱伤 三思而行 三顾茅庐 举一反三 一鼓作气 一丝 一毫 一针见血 千方百计 一五一十 说一不二 数一数二 略知一二 二话 二郎 二愣 二百五十里 三百六十行 三十六计 七十二变 七十二行 一百单八将 三六九等
  一回生 二回熟 三天打鱼 两天晒网 二月春风 行百里者 百步走 三句话不离 三个臭皮匠 一寸光阴 一寸金 百闻不如一见 百年树人 一分耕耘 一分收获 十传百 一碗水端平 千里送鹅毛 三十年河东 三十年河西 一把屎一把尿 百年大计 万事俱备 万事开头难 三伏天 三寸不烂 五十步笑百步 一报还一报 三天两头 隔三差五 三下五除二
  九九归一 五五开 三七开 四六级 二人转 二人世界 三人行必 十七孔桥 三潭 十八湾 十八洞 十三陵 五道口 三里屯 六里桥 八里庄 七宝 三家村 四行仓库 五羊 九头鸟 八角 八哥 五加皮 三黄片 七叶 三叶 千万别 千万不 千万要 千万记 千万注 千万小心 千万当心 千万千万
`

interface Guard {
  readonly word: string
  /** Where in the word the numeral stands. */
  readonly at: number
}

/* Looked up by the numeral and its neighbour in the word: the one behind it, or in front of it where it ends the word. */
const guards = new Map<number, Guard[]>()
const pair = (a: number, b: number): number => a * 0x10000 + b
for (const word of new Set(words(guardRows)))
  for (let at = 0; at < word.length; at++)
    if (kindOf[word.charCodeAt(at)]! >= plain || word[at] === '半') {
      const first = at + 1 < word.length ? at : at - 1
      const key = pair(word.charCodeAt(first), word.charCodeAt(first + 1))
      const rows = guards.get(key)
      if (rows) rows.push({ word, at })
      else guards.set(key, [{ word, at }])
    }

/** How far the word that a numeral at `at` is only a part of reaches behind `at`; 0 when it stands for itself. */
export function guarded(text: string, at: number): number {
  const c = text.charCodeAt(at)
  let reach = 0
  for (let side = 0; side < 2; side++) {
    if (side === 0 ? at + 1 >= text.length : at === 0) continue
    const rows = guards.get(side === 0 ? pair(c, text.charCodeAt(at + 1)) : pair(text.charCodeAt(at - 1), c))
    if (!rows) continue
    for (const row of rows) {
      const start = at - row.at
      // 来了俩人: two came
      if (row.word === '俩人' && '了有就才只'.includes(text[start - 1] ?? '。')) continue
      const end = start + row.word.length
      if (end > reach && start >= 0 && text.startsWith(row.word, start) && !runsOn(text, end)) reach = end
    }
  }
  return reach
}

/** 五一 is a name, 五一三 and 同一百 are not: a word that ends in a numeral stands only where no numeral follows. */
const runsOn = (text: string, end: number): boolean =>
  kindAt(text, end) >= plain && kindAt(text, end - 1) >= plain

/** Whether a guard word begins with the numeral at `at`: 一万一起 holds 一起, not 一万一. */
export function guardStarts(text: string, at: number): boolean {
  if (at + 1 >= text.length) return false
  const rows = guards.get(pair(text.charCodeAt(at), text.charCodeAt(at + 1)))
  return rows !== undefined && rows.some((row) => row.at === 0 && text.startsWith(row.word, at))
}

const noHeads = oneOf('民大社家防武寿工数次多少很太最不真挺来')
/** Whether 号人 that ends at `end` counts people: 来了28号人; not 18号人民医院, 28号人多. */
export const countsPeople = (text: string, end: number): boolean => !noHeads(text, end)
