import { trie } from '../text/trie.js'

/** Words that lead to a place; `not`: what stands before them inside other words (现在, 得到, 关于). */
export const leads = trie<{ readonly lead: string; readonly not: string }>(
  [
    ...'跑了趟 跑了一趟 走了趟 走了一趟 下去 到的是 去的是 走的是 在的是 跑的是 下的是 来的是 去的地方是 地方还是 地点还是 会场还是 学校是 社区是 会场是 村子是 地方是 会场设在 跑到 送到 赶往 去往 落户 设在 选在 定在 放在 安排在 走入 走到 进到 莅临 现场在 地点设在 游览了 游览 走进了 走进 来到了 来到 前往 深入到 深入 奔赴 下到 去到 送到 进驻 赶到 赶赴 地点在 地点都在 地点是 地点就在 回到 抵达 开进'
      .split(' ')
      .map((w) => [w, ''] as const),
    ['在', '现正存实潜所好自内外'] as const,
    ['到', '达得感受收提看遇听学想做办签报找接直不已实谈说见拿等惠'] as const,
    ['赴', '奔赶'] as const,
    ['下', ''] as const,
    // 去, as the south-west says it
    ['克', '千攻麦夹坦巴奥马休扑伊斯毫每十百多几半两厘分'] as const,
    ['搁', '耽'] as const,
    ['喺', ''] as const,
    ['去', '过失出下上回进离'] as const,
    ['上', '网路街晌班课场台手车桌群'] as const,
    ['爬', ''] as const,
    ['登', '刊'] as const,
    ['假座', ''] as const,
    ['借座', ''] as const,
    ['假', '放请休寒暑年节病事产虚真长度例打作'] as const,
    ['来', '以到起下上带过看前后出回原本未近从历向年月天日段请派找邀叫喊接'] as const,
    ['地点', '讲'] as const,
    ['地址', ''] as const,
    ['走访了', ''] as const,
    ['走访', ''] as const,
    ['老地方', ''] as const,
    ['进', '推改促引先跟挺增前改'] as const,
    ['于', '鲜淳单关对由基属用至位终敢善便利勇有处归乐等大小高低不'] as const,
    ['给', '送发寄供交献递'] as const,
    ['为', '作成因认以称名'] as const,
    ['往', '以前向'] as const,
    // 刚从某村回来
    ['从', '自服听顺遵随跟是打'] as const,
  ].map(([lead, not]) => [lead, { lead, not }] as const),
)

export const strongLeads: ReadonlySet<string> = new Set(
  '在 到 走进 走进了 来到 来到了 深入到 深入 走入 前往 下到'.split(' '),
)

/** Leads that need a known ending behind them: 给…, 为… lead to people as often. */
export const softLeads: ReadonlySet<string> = new Set(
  '给 为 往 于 进 来 上 爬 登 假 下 下去 克 地点 地址 走访 走访了 老地方 送到 送去 放在'.split(' '),
)

export const fillers = [
  '走进',
  '深入',
  '那个',
  '这个',
  '咱们',
  '俺们',
  '我们',
  '他们',
  '人家',
  '咱',
  '俺',
  '一个叫',
  '一所叫',
  '名叫',
  '当地的',
  '厂的',
  '村的',
  '学校的',
  '社区的',
  '单位的',
  '山里',
  '乡下',
  '我会',
  '老地方',
]
