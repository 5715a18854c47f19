// What the office asks for in its own words: the pieces its questions are made of, in any order.

import { piecesOf } from './in-pieces.js'

const waiting = piecesOf({
  what: ['什么 啥 哪些 些什么 些啥 哪几件 哪几条 哪几样 几件 几条 几样 多少 有没有 还有没有 没有'],
  lies: ['压着 压 积着 积 卡着 卡 搁着 搁 积压着 积压 悬着 悬 挂着 拖着 留着 欠着 攒着'],
  waits: ['等着 等 要 需要 该 没 还没 未 待'],
  act: [
    '办 处理 批 拍板 点头 定 拿主意 做主 决定 过目 签 签字 回 弄 了结 了断 落实 收尾 审 审核 确认 解决 搞 做 管',
  ],
  mine: ['我 我们 咱 咱们 秘书处 手头 手里头 手上 手里 名下 跟前'],
  rest: [
    '的 事 事情 事儿 东西 活儿 工作 还 都 也 现在 今天 目前 眼下 着 了 在 有 是 这里 这儿 这边 里 下来 掉 完 好 清 看看',
  ],
})

/** 我这儿还压着啥没办的, 有没有等我拍板的: what is open for the one who asks. */
export function asksWaiting(tight: string): boolean {
  const said = waiting(tight)
  if (!said?.has('what')) return false
  return said.has('act') ? said.has('waits') || said.has('lies') : said.has('lies') && said.has('mine')
}

const missing = piecesOf({
  missed: ['漏没漏 漏 漏掉 漏下 漏记 漏登 漏收 漏网 落下 遗漏'],
  unread: [
    '没记上 没记下 没记着 没记 没登上 没登 没收进来 没收上来 没收到 没收 没录 没录进去 没算进来 没看准 疑似',
    '没看懂 没看明白 没听懂 没听明白 没读懂 没认出来 没弄明白 没搞清 拿不准 没把握 吃不准 看不准 不确定',
  ],
  ask: ['有没有 哪些 什么 啥 哪几条 几条 多少 没有 是不是'],
  rest: [
    '最近 近来 近期 这几天 这两天 这阵子 这段时间 今天 昨天 这周 这个月 你 小科 群里 群 里 大家 他们',
    '的 消息 信息 话 活动 讲座 义诊 培训 咨询 条 报告 报的 记录 还 有 是 看看 看 查查 查 给我 列 了 说 发 说的 发的 过 着',
  ],
})

/** 最近有没有漏掉没记上的: the list of what may have been a report. */
export function asksMissed(tight: string): boolean {
  const said = missing(tight)
  if (tight === '漏没漏') return true
  return said !== null && said.has('ask') && (said.has('missed') || said.has('unread'))
}

const changing = piecesOf({
  closed: [
    '结账 结帐 关账 关帐 封账 封帐 结完账 结了账 结过账 关了账 封了账 账结了 账结完 账结过 账关了 账封了 帐结了',
  ],
  after: ['到现在 到今天 至今 以来 以后 之后 后面 过后 后来 后 完'],
  change: ['变 变动 变化 变更 改 改动 更改 动 多 少 添 增减 增 减 加 补 补报 补登 调整 调'],
  differs: ['差异 差别 差额 出入 不一样 不同'],
  ask: ['什么 啥 哪些 哪几 几 多少 有没有 没有 哪里'],
  hand: [
    '看 看看 看一下 给我看看 给我看 给我 给我一份 发我 发我一份 列 列出来 列给我 说说 说 念念 报 报给我 拿来 查查 查',
  ],
  rest: [
    '那会儿 那时 现在 差 又 还 也 再 了 过 的 有 有人 谁 些 是 数 数字 条 笔 场 处 地方 份 里 里面 里头 那 跟 和 比 与 相比 对比 情况 东西 记录 都 出来 进来 上来 一',
  ],
})

/** 结账以后又变了些什么, 差异给我看看: what changed since a month was closed; the month is left out of it. */
export function asksDifference(tight: string): boolean {
  const said = changing(tight)
  if (!said) return false
  if (said.has('differs'))
    return said.has('hand') || (said.has('closed') && (said.has('ask') || said.has('after')))
  return said.has('closed') && said.has('change') && (said.has('ask') || said.has('hand'))
}

const shifting = piecesOf({
  more: [
    '多出来 多出 多了 多的 少了 少的 少掉 变了 变成 变动 变化 动过 动了 改过 改了 改动 加了 加上 添了 添上 增加 减少 涨了 涨上去 对不上 对不拢 不一样 不相同 不符',
  ],
  out: ['多出来 多出来的 多出来那 补进来 添进来 加进来 冒出来'],
  lies: ['差在哪 差在哪里 差在哪儿 差哪了 差到哪 差在什么 差在哪场 差在哪几'],
  ask: [
    '哪 哪一 哪些 哪几 哪个 哪里 哪儿 什么 啥 谁 为什么 为啥 为何 怎么 怎么会 怎么就 怎么回事 咋 咋会 咋就 咋回事 原因 来历 来由 由来 从哪来 从哪来的 从哪冒出来的 是何 没有 有没有 没 吗',
  ],
  before: [
    '结账 结帐 关账 封账 结的 结账时 结账那会儿 结账那时 结账后 结账前 上次结 那份 结的那份 校验码 那时 当时',
  ],
  rest: [
    '的 是 了 那 这 一 两 几 场 条 笔 个 次 件 处 份 里 里面 里头 数 数字 总数 总的 账 帐 人 人次 人数 场次 场数',
    '讲座 义诊 培训 咨询 宣传 活动 记录 报 报的 报来的 补 补报 补报的 来 来的 进来 出来 呢 啊 呀 又 还 都 也 会 给 我 帮 请 你 想知道',
    '看看 看一下 说说 讲讲 解释 解释一下 一下 下 查查 查 列 列出来 现在 如今 眼下 今天 后来 原来 当初 上次 以前 先前 跟 和 与 同 比 从 到 成 到底 究竟 时 时候 那会儿 在 有 把 同一 之后 以后 后',
  ],
})

const than = /比(?!结|关|封|原来|当初|以前|先前)/

/** 十月多出来的是哪一场，为什么多了: what is more or less in a month than when it was closed, and why; the month and figures are left out. */
export function asksShift(tight: string, named: boolean): boolean {
  const said = shifting(tight.replace(/[，,。？?！!、]/g, '').replace(/\d{1,6}(?:场次?|人次|个?人|次)?/g, ''))
  if (!said) return false
  // 怎么比上个月少了: than another month, not than when it was closed
  if (than.test(tight) && !said.has('before')) return false
  if (!named && !said.has('out') && !said.has('before')) return false
  return said.has('lies') || ((said.has('more') || said.has('out')) && said.has('ask'))
}

const urging = piecesOf({
  urge: ['催 催催 催一催 催促 提醒 提个醒 提提醒 敲打 敲打敲打 督促'],
  tell: ['捎个信 捎个话 带个话 带个信 说一声 说声 打个招呼 打声招呼 打招呼 问一句 问一声 问问 叫 让 请 通知'],
  report: [
    '该报了 该交了 抓紧报 快点报 快报 赶紧报 赶快报 早点报 尽快报 报上来 交表 交上来 交材料 报材料 报数 交数',
    '报 交 补上 还没动静 没动静 没消息 还没报 没报 还没交 报了没 报了没有 交了没 交了没有 报没报',
  ],
  rest: [
    '你 您 小科 替我 帮我 帮 帮着 帮忙 代我 麻烦 去 给 跟 对 向 把 那边 那里 那儿 那头 这边 这里 这块 方面 的 也 再 就 都',
    '下 遍 次 声 一下 一遍 一次 一声 联络员 老师 同志 他们 和 与 跟 能不能 可以 快点 抓紧 赶紧 赶快 尽快 早点 这三家 这两家 这几家 到 把',
    '分会 单位 老科协 街道 区 县 镇 乡',
  ],
})
/** 提醒北岭了吗: asked whether it was done. */
const done =
  /(?:催|提醒|提个醒|敲打|督促|通知)[^，,。]{0,8}(?:[了过](?:吗|么|没)|没有?[?？\s]{0,3}$)|[催醒]过/

/** 北岭那边你替我催一声: a branch, left out of the words, is to be reminded. */
export function asksUrging(words: string, raw: string): boolean {
  if (done.test(raw)) return false
  const said = urging(words.replace(/[\u4e00-\u9fff]老师/g, '老师').replace(/\s/g, ''))
  return said !== null && (said.has('urge') || (said.has('tell') && said.has('report')))
}
