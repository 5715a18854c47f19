import { kindWords } from './kinds.js'
import { trie } from './trie.js'
import type { Token } from './tokens.js'

/** Ends of names of places; the last in a run ends the place: 柳城县太平镇广场. */
const ends = `
  公寓 宿舍 机务段 水库 灌区 苗圃 车队 工区 段部 服务区 收费站   支队 大队 中队 特勤队 俱乐部 剧场 大剧院 校门口 厂门口 村口 试验田 示范田 田头 地头 村部 队部 村小 乡小 镇小 中心校 二校 三校 四校 五校 一校 有限公司 制品厂 晒谷坪 合作社 屯子 坝子 江沿 湿地 监狱 看守所 活动室 三楼 二楼 一楼 四楼 五楼
  第一小学 小学 中学 初中 高中 大学 学院 学校 职校 技校 党校 校园 附小 附中 一小 二小 三小 四小 五小 六小 一中 二中 三中 四中 五中 六中 七中 八中 九中 十中 实小 实验学校 幼儿园 职高 职教中心 电大 职院 技师学院 职业中学 民中 特校 小学部 校区 分校 书院 讲堂 大讲堂
  社区 小区 街道 村 镇 乡 屯 寨 庄 苗寨 侗寨 村委会 居委会 村委 居委 新村 家园 花园 花苑 苑 府 里 巷 街 路 坡 坪 冲 湾 洼 坳 沟 岭 塘 林场 农场 茶场 牧场 渔场 果园 茶园 菜园 桑园 田间 田间地头 园区 工业园 产业园 科技园 基地 示范园 合作社 农庄 山庄 渔村 集市 圩 圩场 市场 批发市场 步行街
  广场 公园 植物园 动物园 湿地 景区 古镇 小镇 古城 风景区 度假村 广场上 门口 码头 车站 火车站 机场 地铁站
  图书馆 博物馆 科技馆 文化馆 体育馆 纪念馆 展览馆 美术馆 档案馆 少年宫 青年宫 文化宫 工人文化宫 活动中心 文化站 文化中心 服务中心 会议中心 会展中心 活动站 工作站 服务站 书店 影院 剧院 礼堂 大礼堂 会堂 大厅 报告厅 会议室 活动室 教室 展厅 演播厅 多功能厅 阅览室 办公室 会场 老年大学 科学会堂 实践站 实践所 实践中心 党群服务中心 卫生院 卫生所 卫生室 卫生服务中心 医院 门诊部 敬老院 养老院 福利院 护理院 光荣院 疗养院 干休所 老年公寓 养老中心 托老所 日间照料中心 救助站
  公司 集团 厂 工厂 矿 煤矿 车间 工地 研究所 研究院 设计院 农科院 林科院 科学院 局 厅 机关 大院 部队 军营 消防站 派出所 监狱 戒毒所 看守所 法院 检察院 银行 酒店 宾馆 饭店 餐厅 博物园 军事博物园 中心 馆 园 院 所 站 校 山 山上 岛 湖 河边 江边 海边 水库 省 市 区 县 旗 州 自治县 自治州 开发区 高新区 新区 八寨 荷苑 宫 寺 楼 号楼 大厦 广电 电视台 电台 礼拜堂 祠堂 戏台 文化广场 活动广场 文化礼堂 农贸市场 地 公社 大队 连队 营区 舰 边防 哨所 实验基地 分院 总院 校部 总部 门诊 药店 城 商城 商场 超市`
const placeEnds = trie(
  ends
    .trim()
    .split(/\s+/)
    .map((w) => [w, true] as const),
)

/** Words that only look like places, or places of no name. */
const generic = new Set(
  `中小学校 大地 各灌区 灌区 水库 公寓 宿舍 街上 村上 下屯 下厂 下厂矿 下乡 组织 过道 过道里 每校 各校 学校 社区 乡镇 农村 企业 校园 机关 村 镇 乡 家 家里 群里 线上 网上 现场 基层 田间 田间地头 军营 部队 家庭 单位 街道 全市 全省 全县 全区 全国 各地 当地 本地 外地 我市 我县 我区 我省 村屯 村寨 医院 工厂 公园 广场 中心 校 院 会场 教室 会议室 门口 市 县 区 省 我校 该校 学院 大学 中学 小学 幼儿园 养老院 敬老院 福利院 集市 市场 基地 合作社 圩场 地 一地 两地 三地 多地 实地 此地 场地 农场 车间 工地 园区 市区 城区 县城 县里 市里 镇里 村里 区里 山区 老区 边远山区 贫困地区 地区 灾区 库区 社会 各校 两校 三校 各村 各社区 街头 路边 办公室 各县区 各区县 县区 各乡镇 省市 市县 区县 全国各地 微信群 直播间 平台 群众中 这里 那里 哪里 医疗机构 各中小学 中小学 大中小学 校内 校外 室内 室外 户外 小区 新区 城市 都市 学校里 各学校 小学校 党校 周边 当天 广大农村 贫困县 贫困村 贫困地区 贫困乡镇 乡村 镇街 村居 厂矿 厂矿企业 部分学校 一所学校 一个社区 农户家 农户家中 群众家 老人家 百姓家 群众家门口 家门口`.split(
    /\s+/,
  ),
)

/** Words that lead to a place; `not`: what stands before them inside other words (现在, 得到, 关于). */
const leads = trie<{ readonly lead: string; readonly not: string }>(
  [
    ...'游览了 游览 走进了 走进 来到了 来到 前往 深入到 深入 奔赴 下到 去到 送到 进驻 赶到 赶赴 地点在 地点都在 地点是 地点就在 回到 抵达 开进'
      .split(' ')
      .map((w) => [w, ''] as const),
    ['在', '现正存实潜所好自内外'] as const,
    ['到', '达得感受收提看遇听学想做办签报找接直不已实谈说见拿等惠'] as const,
    ['赴', '奔赶'] as const,
    ['去', '过失出下上回进离'] as const,
    ['进', '推改促引先跟挺增前改'] as const,
    ['于', '关对由基属用至位终敢善便利勇有处归乐等大小高低不'] as const,
    ['给', '送发寄供交献递'] as const,
    ['为', '作成因认以称名'] as const,
    ['往', '以前向'] as const,
  ].map(([lead, not]) => [lead, { lead, not }] as const),
)
const stopsAt = '，,。.；;:!?！？、|/《“"（）()\n【】'
/** Words that end a run: what is done there, and for whom. */
const stopWords = trie(
  `举办 举行 开展 组织 召开 进行 开 办 搞 做 讲 作 义诊 巡诊 上课 授课 讲课 培训 宣讲 宣传 为 给 向 对 与 和 就 同 跟 现场 联合 摆 设 给学生 慰问 演出 指导 参加 看 帮 教 送 发 发放 发送 接诊 讲座 讲授 讲了 听 来 主讲 挂牌 成立 建立 建成 调研 走访 考察 参观 座谈 学习 作报告 做报告 的 里 一起 共同 连续 共 一共 分别 隆重 成功 顺利 圆满 如期 给村民 进驻 设立 设 布置 展出 巡展 集中 免费 科普 技术 健康 心理 咨询 服务 解答 答疑 唱 跳 登高 游览 包 打 写 比赛 庆 庆祝 欢度 过 植树 种 栽 拍摄 拍 录制 直播 播放 放映 上门 帮助 手把手 传授 示范 演示 驻 住 弄 讲述 辅导 组成 邀请 请 会同 协同 携手 收 接待 接受 诊治 量 测 体检 检查 送医 送药 送科技 送文化 送书 第 今 昨 前 上午 下午 晚上 那边 这边 那 这 有 是 用 以 从 围绕 通过 带领 率 听取 交流 研讨 传达 贯彻 落实 推广 推进 推动 新 又 也 都 还 已 已经 先后 陆续 连 多 两 隆 揭牌 完成 实施 展开 组 嗯 啊 呢 哈 以及 及 或 且`
    .split(/\s+/)
    .map((w) => [w, true] as const),
)
const longest = 26

export interface PlaceFind {
  readonly start: number
  readonly end: number
  /** The word that led to it, '' for an item of a terse line. */
  readonly lead: string
}

function specific(text: string): boolean {
  if (text.length < 2 || generic.has(text) || kindWords.has(text) || /群里?$|^(线上|网上|网络)/.test(text))
    return false
  if (/^[一二三四五六七八九十0-9]+[小中]$/.test(text)) return true
  return (
    !/^(各|多|全|当|本|该|这|那|一些|一所|一个|几|数|某|两|三|四|五|六|七|八|九|十|[0-9])/.test(text) ||
    (/^(三|四|五|六|七|八|九|十|全|本|多|两)[^所个家地校处村]/.test(text) && /[一-龥]{3}/.test(text))
  )
}

/** Cuts `[start, limit)` to a place: up to a word of doing, then back to the last place ending. */
export function cutPlace(text: string, start: number, limit: number): number {
  let end = start
  let last = -1
  let i = start
  while (i < limit && i - start < longest) {
    const c = text[i]!
    if (stopsAt.includes(c) || c === ' ') break
    const place = placeEnds.at(text, i)
    if (place && place.end <= limit && (i > start || place.end - i > 2)) {
      last = place.end
      i = place.end
      continue
    }
    if (i > start) {
      const stop = stopWords.at(text, i)
      if (stop && !(stop.end - i === 1 && inName(text, i, start))) break
    }
    i++
  }
  end = Math.min(i, limit)
  return last > 0 ? last : end
}
/** A single character of doing may be part of a name when a place ending follows soon: 和平镇, 新村. */
function inName(text: string, i: number, start: number): boolean {
  for (let k = i + 1; k <= i + 3; k++) {
    const p = placeEnds.at(text, k)
    if (p && p.end - start <= 10) return !'在为给向对就讲办搞'.includes(text[i]!)
  }
  return false
}

/** Ways on that show the run is no place, or that they went there for something else. */
const underGuidance =
  /^(的)?(大力|正确|具体|统一|关心)?(和|与)?(领导|支持|指导|关心|帮助|配合|部署|安排|协助|参与|组织)下/
const errands = '购买 采购 领取 报到 集合 吃 买 参会'.split(' ')

/** The first place the words lead to that `accepts` takes: 在…, 到…, 走进…. */
export function firstPlace(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
  accepts: (p: PlaceFind) => boolean,
): PlaceFind | null {
  let t = 0
  for (let i = start; i < end; i++) {
    while (t < tokens.length && (tokens[t]!.end <= i || !isClosed(tokens[t]!))) t++
    const closed = tokens[t]
    if (closed && closed.start <= i) {
      i = closed.end - 1
      continue
    }
    const lead = leads.at(text, i)
    if (!lead || (i > 0 && lead.value.not.includes(text[i - 1]!))) continue
    const found = ledTo(text, lead.end, end, lead.value.lead)
    if (!found) continue
    if (accepts(found)) return found
    i = found.end - 1
  }
  return null
}

const isClosed = (t: Token): boolean =>
  t.type === 'title' || t.type === 'date' || t.type === 'number' || (t.type === 'unit' && !t.bare)

function ledTo(text: string, at: number, end: number, lead: string): PlaceFind | null {
  let from = at
  // 去了某某水库
  if (text[from] === '了' && '去到进走'.includes(text[from - 1]!)) from++
  for (const w of ['走进', '深入']) if (text.startsWith(w, from)) from += w.length
  let to = cutPlace(text, from, end)
  // 去大苗山那边的红水乡: the nearer name behind
  if (text.startsWith('那边的', to) || text.startsWith('一带的', to)) {
    from = to + 3
    to = cutPlace(text, from, end)
    return endsPlace(text, from, to) && specific(text.slice(from, to)) ? { start: from, end: to, lead } : null
  }
  const words = text.slice(from, to)
  if (words.length < 2 || underGuidance.test(text.slice(to, to + 10))) return null
  if (countsSomething.test(words) && !/[楼室号路街中小校]/.test(words)) return null
  const soft = '给为往于进'.includes(lead)
  if (errands.some((w) => text.startsWith(w, to)) || (soft && /[省市县区州旗]$/.test(words))) return null
  if (!specific(words)) return null
  const named = endsPlace(text, from, to) || (!soft && (!'在到去'.includes(lead) || looksLikePlace(text, to)))
  return named ? { start: from, end: to, lead } : null
}
const countsSomething = /^(村民|街坊|群众|学生|老人|[0-9一二三四五六七八九十]+个)|[0-9]/

/** Places whose whole name is short. */
const short: ReadonlySet<string> = new Set(
  '附中 附小 实小 特校 民中 村小 乡小 镇小 村部 队部 厂部 校部 职高 党校 县医院 市医院 乡政府 镇政府 村委会 敬老院 文化站 文化宫 县一中 站前广场'.split(
    ' ',
  ),
)

/** Last characters of places: most stretches end otherwise. */
const mayEnd = new Uint8Array(0x10000)
for (const w of [...ends.trim().split(/\s+/), ...short, '小', '中']) mayEnd[w.charCodeAt(w.length - 1)] = 1

export function endsPlace(text: string, from: number, to: number): boolean {
  if (to <= from || mayEnd[text.charCodeAt(to - 1)] !== 1) return false
  if (short.has(text.slice(from, to))) return true
  if (/^[一二三四五六七八九十0-9]+[小中]$/.test(text.slice(from, to))) return true
  for (let k = Math.max(from + 1, to - 6); k < to; k++) {
    const p = placeEnds.at(text, k)
    if (p && p.end === to) return true
  }
  return false
}

/** 在程阳八寨搞…: no known ending, but a deed follows at once. */
function looksLikePlace(text: string, to: number): boolean {
  return deeds.some((w) => text.startsWith(w, to))
}
const deeds =
  '举办 举行 开展 组织 召开 进行 办 搞 做 讲 义诊 巡诊 上课 授课 培训 宣讲 宣传 为 给 摆 慰问 演出 指导 接诊 作 庆 登高 调研'.split(
    ' ',
  )
export const isSpecificPlace = specific
