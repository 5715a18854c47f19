import type { Kind } from '../../core/kinds.js'
import type { Area } from '../structure/area.js'
import { isPrimary, type Draft } from '../structure/draft.js'
import type { Scan } from '../scan.js'
import { trie } from '../text/trie.js'

/**
 * Words that belong to one kind of activity more than to another. Where nothing names what was held and no deed shows it,
 * the kind most of them speak for is taken, and asked about (confidence.ts). To teach a word, add it to its row.
 */
const hintRows: readonly (readonly [Kind, string])[] = [
  [
    'lecture',
    '讲 讲讲 说说 说了说 谈 谈谈 聊 唠 念叨 传经 科普 知识 讲台 听众 听讲 课堂 故事 一课 道理 常识 宣讲',
  ],
  [
    'training',
    '教 教会 学会 练 手把手 上手 演示 示范 比划 操作 动手 过了一遍 徒弟 剪枝 嫁接 手机 挂号 扫码 织 编 烤 腌 一遍遍 使用',
  ],
  [
    'consultation',
    '瞧 瞅 看了 看了看 土样 化验 病根 病虫 虫 蚜 螨 药水 打药 施肥 上啥肥 测土 滑坡 隐患 蜂子 生病 板栗 果树 牛 羊 猪 鸡 鱼塘 苗 庄稼 田里 地里 大棚 圈里 答复 支招 配方肥 请教 围着问 来问 出主意',
  ],
  [
    'clinic',
    '量压 量血压 听心 血压 血糖 号脉 脉 扎针 针灸 大夫 病人 看病 眼睛 牙 腰 腿 关节 配药 药方 开方 体温 听诊',
  ],
  ['counselling', '劝 想开 开导 心里 心结 压力 情绪 失独 谈心 苦水 宽慰 宽心 倾诉 哭 解闷 焦虑 烦心 失眠'],
  [
    'publicity',
    '火箭 水火箭 望远镜 星星 实验 模型 挂图 展板 传单 单子 摆摊 摊 喇叭 横幅 标语 宣传 广播 片子 电影 机器人 标本 显微镜 折页 贴 散发',
  ],
  [
    'volunteer',
    '义务 帮 替 福利院 敬老院 养老院 孤儿 残疾 送饭 捐 修 修好 扫 捡 打扫 值岗 站岗 缝 理发 剪头 搀 扶 打水 烧水 捐书 送书 送衣',
  ],
  [
    'culture',
    '扑克 麻将 名次 唱 跳舞 舞 拉琴 二胡 下棋 棋 打牌 球 画画 写字 对联 诗 戏 演 表演 合唱 爬山 赛 比赛 鼓 曲',
  ],
  [
    'enterprise',
    '厂里 厂家 车间 企业 公司 机器 设备 工艺 产品 图纸 生产线 技术员 工程师 废品 合格率 锅炉 电机 机床 节能',
  ],
  ['meeting', '开会 商量 碰头 座谈 传达 文件 到会 党员 学习了 议了 选举 讨论 合计 总结'],
]

const hints = trie(hintRows.flatMap(([kind, words]) => words.split(' ').map((w) => [w, kind] as const)))

/** Fewer than these came by chance. */
const few = 4
/** So many come to nothing of ours in a day. */
const many = 3000
/** Where the day stands of a telling that names no unit. */
const near = 8
/** What nobody holds. */
const noDeed =
  /收到|路过|走亲戚|捐款|住院(?![部楼])|住院[部楼][^。;]{0,40}(看望?[老小病]|看望|陪(床|护)|打(点滴|针)|送锦旗|住着|遇[到见上]|碰[到见上]|查房)|去世|离世|讣告|值班|现有|帮我|帮忙|入会|退休了|群里(现在|一共|有)|比听|[话电水油]费|吵|打架|骗了|被骗|出殡|婚礼/

/** People counted there. */
const cameTo = (d: Draft): boolean =>
  d.figures.some(
    (f) => isPrimary(f) && f.counts === 'people' && f.measure.value >= few && f.measure.value < many,
  )

/** 昨天给大棚户…, 某会昨天到养蜂户那里…: a day, who it was for or where they went, and something done; nobody of the family. */
function servedOnes(s: Scan, d: Draft, area: Area): boolean {
  const words = s.text.slice(area.start, Math.min(area.end, area.start + served))
  if (!/了/.test(words) || kin.test(words)) return false
  const head = d.dates[0]!.token
  const behind = head.start >= area.start ? s.text.slice(head.end, head.end + 12) : words
  return (
    /^(早上|上午|下午|晚上|我们?|俺们?|义务|免费|[,，]){0,2}(给|帮|替|为|陪)/.test(behind) ||
    (d.branch !== null &&
      d.branch.role === 'subject' &&
      /^(上午|下午|晚上|义务|免费)?(到|去|在|给|帮|为|替|把)/.test(behind))
  )
}
const served = 40
const kin = /孙|老伴|女儿|儿子|媳妇|家里|自己|亲家|侄|外甥|生日/

/** Characters of a telling that are looked through. */
const farthest = 160

export interface Hinted {
  readonly kind: Kind
  readonly start: number
  readonly end: number
}

/** The kind most words of a telling speak for, with the first of them; null where nobody was there to be counted. */
export function hinted(s: Scan, d: Draft, area: Area): Hinted | null {
  if (
    !d.dates.some(
      ({ token: { date, start } }) =>
        date.from === date.to &&
        date.kind !== 'festival' &&
        date.from <= s.sentAt.day &&
        (d.branch !== null || start - area.start < near),
    ) ||
    !(cameTo(d) || servedOnes(s, d, area)) ||
    noDeed.test(s.text.slice(area.start, Math.min(area.end, area.start + farthest)))
  )
    return null
  const points = new Map<Kind, number>()
  const first = new Map<Kind, Hinted>()
  const to = Math.min(area.end, area.start + farthest)
  let next = 0
  for (let i = area.start; i < to; i++) {
    // 讲师团捐了书: its name says nothing of what it did
    while (next < s.units.length && s.units[next]!.token.end <= i) next++
    const named = s.units[next]?.token
    if (named && named.start <= i) {
      i = named.end - 1
      continue
    }
    const found = hints.at(s.text, i)
    if (!found || found.end > to) continue
    const kind = found.value
    points.set(kind, (points.get(kind) ?? 0) + found.end - i)
    if (!first.has(kind)) first.set(kind, { kind, start: i, end: found.end })
    i = found.end - 1
  }
  let best: Hinted | null = null
  // one character alone says too little where no unit tells it
  let most = d.branch === null ? 1 : 0
  for (const [kind, n] of points) if (n > most) [best, most] = [first.get(kind)!, n]
  return best
}
