import { sortWords } from '../core/sorts.js'

/** All of what is asked for: of the whole association, or of one's own (我们总共). */
const all = '总数|总共|总计|总的|汇总|合计|一共|统共|拢共|拢总|通共'
export const inAll = new RegExp(all, 'g')
/** 所里, 县上, 单位里 of one's own; 小区里 and 各镇里 are no such. */
const within = `(?<![各每哪几个面下底属些小园山校景库林牧])(?:${sortWords})(?:里|上(?![次回一届面报传交课学去来台个午]))`
/** Words for the whole association, or for a level of it. */
export const wholeWords = new RegExp(`全(?:${sortWords}|[会团师司])(?:上下)?|全系统|${within}|${all}`, 'g')
const oneself = '(?:我们|咱们|俺们|咱|俺|本|我)'
/** 我们县, 咱所, 我们自己院: the asker's own of a sort. 我所讲的 and 我们所有人 name none. */
export const ourSort = new RegExp(
  `${oneself}(?:这个?|自己的?|全)?(${sortWords})(?<!所(?=[做讲报办搞说写][过了]?的|[知在属谓以得需能见]|有(?!多少|几))|站(?=[在着出起])|校(?=[正对])|院(?=子))`,
)
/** 我们镇, 我这边, 本会, 单位里: the asker's own. */
export const ownSaid =
  /我们|咱们?|俺们?|我[这那][边里儿块]|[本我](?:会|分会|单位)|本[区县旗镇乡]|(?<![各每哪几个面下属])单位[里上]|自己/

/** 国庆讲了几场: who asks for a total means the days off, not the one day. */
export const wholeHoliday =
  /(国庆|五一|春节)节?(?!节|当天|[那这一二三四五六七八九十两几\d]|前|后|以[来前后]|之[前后]|过[后完]|[到至的]|小?长假|假期|期间|放假|黄金周)/g

const levelsBelow =
  '(?:区县|县区|县市|市县|乡镇|镇街|街镇|分会|单位|小组|街道|社区|医院|学校|[市区县旗镇乡院校])'
const under = '(?:下面|下属|下辖|下头|底下|手下|所属|所辖)'
const together = '(?:在?一起|一并|一块儿?|合着|合在一起|都|也|全部?)'
/** 各县都算上, 连下面的镇一起算, 和它下面的镇合着: what a unit's total holds anyway. */
export const withBelow = new RegExp(
  [
    `(?<![不没除未])(?:连同?|包括|包含|下面|下属|底下|所属|所辖|各个?|所有|全部|的){1,4}${levelsBelow}的?(?:都|也|全|全部|一起|一并|一块儿?){0,2}(?:算上|算进[去来]?|算在内|算在里[面头]|算|加上|加进[去来]|加起来|合起来|包括在内|包括进去|计入|计进去|在内|合计)`,
    `(?<![不没除未别])(?:连同?|带上?|带着|加上|算上|包括|包含|含)(?:[它其]|着|了)?的?(?:(?:${under}|各个?|所有|全部|[那这]?几个|的){1,3}${levelsBelow}|乡镇|镇街|区县|县区)(?:[里上]|们)?(?!的?(?:都|也)?[不没])(?:${together}{0,2}(?:算(?:上|进去|在内|起来)?|加起来|合起来|在内)?)`,
    `(?<![不没除未别])(?:下面的?)?(?:各|所有)?(?:乡镇|镇街|区县|县区|街道)(?:都|也|全)(?:包含|包括|算|计|含)(?:在内|进去|在里面|上)`,
    `(?<![不没除未别])[和跟与同及][它其]?的?${under}的?(?:各个?|所有|全部|几个)?${levelsBelow}(?:[里上]|们)?(?=[\\s，,的]|讲座|义诊|培训|咨询|今年|去年|本|上|这|\\d|[一二三四五六七八九十]|合|一共|总|都|在一起|$)(?:${together}{0,2}(?:算(?:上|进去|在内|起来)?|加起来|合起来|在内)?)`,
  ].join('|'),
  'g',
)

/** How a unit of the association is called without its name: 各街道, 哪个分会. */
export const unitWord = '(?:分会|单位|专委会|支会|街道|社区|乡镇|镇街|县区|区县|部门|小组|[区县镇乡旗])'

/** 发我看看, 调出来给我: to be shown what is counted, not only its sum. */
export const handsOver =
  /(?:都|全部?|也)?(?:发|传|拿|调)(?:一份)?(?:给|到|出来|过来|来)*我?(?:一份|一下)?(?:看看?|瞧瞧?|瞅瞅?|过目|核对?一?下?)?(?=[\s，。！!]|$)/

/** 多少人听过, 看过多少人, 坐了多少人: who came, in a question how many; 霁光占多少人; 上了几堂课, 多少号人. */
export const whoCame =
  /(?:来|去)?(?:听|看|参加|上|学|受益|受惠)过(?:[课病]|我们)?|参加(?:了|的)?|(?:接待|诊治|看诊)(?:了|过)?|来(?:听|看|上)[课病]?|占了?(?=(?:多少|几)(?:场|个|次|人))|上了?(?=(?:几|多少)(?:堂|节))|(?<=几|多少)(?:堂|号(?=人))|(?<![起下上过出回乘报收])(?:来|听|坐|教|到)的?(?:了|过)?(?=(?:有|到底)?(?:多少|几个?)人)|(?:来|听|到场)的(?=人有?(?:多少|几))/g

/** Words that add nothing to a question about totals; to learn one, add it to its line. */
const nothings: readonly string[] = [
  // asked politely, and once more
  '请问 请您 请 您 晓得 了解 打听 麻烦 劳驾 烦请 有劳 帮我 帮 给我 给 我想 想 知道 告诉 说说 说 报给 一下 下 再 先 重新 又 一个 一遍 一次 一眼 看一看 看看 看 瞧一瞧 瞧瞧 瞧 查一查 查查 查 问一问 问问 问 算一算 算算 算 数一数 数数 核一核 核对 核 对一对 说一说 报一报 列一列 列 听听 听 讲',
  '念一念 念 列出来 列个表 列张表 列个单子 列成表 也要 还要 又是 也 顺便 顺带 另外',
  '吧 呢 吗 啊 呀 嘛 啦 哦 哈 的 了 得 地 都要 你给我 您给我 你念 您念 你报 您报 那么 那 好的 好 对了 喂 哎 嗯',
  // what is asked for
  '多少个 多少 几个 几 是个什么数 个什么数 什么数 什么 哪些 啥 些 怎么样 咋样 怎样 如何 数字 数据 数目 场数 数 情况 统计 结果 数量 次数 总量 总数 合计',
  '场次 场 人次 人数 人头 受益面 受益 受惠 惠及 服务 覆盖 听众 受众 观众 听课 学员 群众 病人 患者 老师们 老师 老人 人 次 回 跑了 跑 趟 遍 条 笔 活动 期 班 节',
  // side by side
  '比一比 比比 对比 哪个月 哪一月 哪家 哪个 哪边 多些 多一些 更多 多 样 一样一样 一项一项 一样 分开 各自 挨个 逐个 逐项',
  // of whom
  '我们单位 咱们单位 俺们单位 咱单位 我单位 本单位 单位里 单位上 我们家 我们 咱们 俺们 我 咱 俺 本会 我会 本分会 我分会 自己 各个 各 每个 其中 分别 整个 全部 所有 单单 分会 老科协 小组 专委会 街道 区 县 镇 乡 会 与 跟 和 及 加',
  // till when, and all together
  '到目前 目前 到现在 现在 眼下 迄今 到今天为止 截至 截止 为止 已经 到底 究竟 大概 大约 里面 里头 里 中 以内 内 那天 当天 这边 那边 这一块 这块 这里 那里 全年 一整年 整年 年度 来着 来',
  '累计 累积 合起来 加起来 合在一起 加在一起 加一块儿 加一块 合一块儿 合一块 加一起 合一起 在一块儿 在一块 拢一起 拢一块 一块儿算 一块算 在一起算 合着算 合着 共计 共 都 总 一总',
  // what was done
  '报上来 报上 上报 报 记录 记上 记下 记着 记 登记上 登记 办成 做成 讲成 搞成 办过 搞过 做过 讲过 开过 开了 办 搞 做 开展 举办 组织 完成 收到 收 干 有没有 了没有 有 是',
  // what else a total shows
  '宣传资料 资料 份数 份 发放 发出去 发出 发 送出去 印出去 印制 印发 印 采纳 采用 录用 批示',
]
const longestFirst = nothings.flatMap((line) => line.split(' ')).sort((a, b) => b.length - a.length)

/** Marks and words that add nothing to a question, the longer ones first, lest a piece of one is left. */
export const fillers = new RegExp(`[\\s，。、！？!?,.：:；;～~“”"()（）]|${longestFirst.join('|')}`, 'g')

/** 怎么算出来的 · 从哪来的 · 咋统计的 · 怎么个算法, at the end of a question for what a figure is made of. */
export const whence =
  '(?:(?:怎么|咋|怎样|如何|从?哪里?|从?哪儿|打哪儿?|由哪里?)(?:算|来|得|加|合计?|统计|凑|汇总|搞|弄)(?:出来|起来|来|成)?的|(?:怎么|咋|哪)个(?:算法|来历|来路|加法))'
