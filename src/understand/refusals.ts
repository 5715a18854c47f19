import { daysBetween } from '../core/day.js'
import { isPrimary } from './draft.js'
import type { Told } from './judge.js'
import type { Tag } from './lexicon.js'
import { once } from './once.js'
import type { Scan } from './scan.js'
import { has, isHan, type Token } from './tokens.js'

export type Refusal = readonly [reason: string, when: (t: Told) => boolean]

const says = (ts: readonly Token[], tag: Tag): boolean => ts.some((t) => has(t, tag) && !t.aside)

/** All a message says, told once for all its drafts. */
export const tagsIn = once((s: Scan): ReadonlySet<Tag> => {
  const all = new Set<Tag>()
  for (const t of s.tokens) if (t.type === 'word') for (const tag of t.word.tags) all.add(tag)
  return all
})

/** Days after which an open telling without a unit is a memory: nobody reports three years late. */
const memory = 3 * 365

/**
 * What people write in such rooms beside reports: rumours, advertisements, rules and forms explained, plans under a
 * heading, enrolment, memories, being in somebody's audience. Each row is a way of talking, none a topic.
 */
export const chatter: readonly Refusal[] = [
  ['enrolment of all', (t) => tagsIn(t.s).has('enrol') && t.b.report.kind === 'culture' && !t.done],
  ['sample of all', (t) => sampled(t.s)],
  [
    'firms without a figure',
    (t) =>
      t.b.report.kind === 'enterprise' &&
      t.b.when === null &&
      !t.b.report.count &&
      !t.b.report.attendance &&
      (t.b.assumed || !t.b.report.sessions),
  ],
  ['life', (t) => (t.b.report.branch === null || !t.over ? lives(t.s) : lives(t.s) && !singleDay(t))],
  [
    'a paper without number or name',
    (t) =>
      t.b.report.kind === 'article' &&
      t.b.report.count === undefined &&
      t.b.report.adopted === undefined &&
      !t.b.area.tokens.some((x) => x.type === 'title' && x.book),
  ],
  ['a list to come', (t) => /名单(出来|公布|定)了/.test(t.s.text.slice(0, 24)) && t.figures === 0],
  ['for reference', (t) => t.b.report.branch === null && /(大家|各位|供)(可以)?参考/.test(t.s.text)],
  ['advice', (t) => t.b.report.branch === null && !t.ours && advised(t)],
  [
    'named by others',
    (t) =>
      t.b.report.kind === 'base' &&
      t.b.report.branch === null &&
      /[省市县区]里?[^,，。;]{0,6}(评|认定|批准)了/.test(t.s.text),
  ],
  [
    'played',
    (t) =>
      t.b.report.kind === 'culture' && t.b.report.branch === null && t.b.when === null && t.figures === 0,
  ],
  ['in the queue', (t) => /我前面(还)?(排|有)|排在我前/.test(t.s.text)],
  ['asked of all', (t) => askedOfAll.test(t.s.text)],
  ['none held', (t) => t.b.report.sessions?.value === 0 && !t.b.report.attendance],
  [
    'asked first',
    (t) =>
      /^(@?[^,，。:： ]{0,6}[,， ])?(请问|想问|问一下|打听一下|打听个事)/.test(t.s.text.slice(0, 14)) &&
      !t.s.text.includes('报一下'),
  ],
  ['family', (t) => t.b.report.branch === null && ownFamily.test(t.s.text.slice(0, 16))],
  ['what a child said', (t) => childSaid.test(t.s.text.slice(0, 12))],
  ['next term', (t) => nextTerm.test(t.s.text.slice(0, 24))],
  [
    'targets given',
    (t) =>
      /(指标|任务)(已|都)?(下来了|下达了?|分解|分到|定了)/.test(t.s.text.slice(0, 24)) &&
      !t.s.text.includes('完成'),
  ],
  ['guests', (t) => t.b.report.kind === 'meeting' && t.b.report.branch === null && guests.test(t.s.text)],
  ['thanks', (t) => thanked(t)],
  ['lacking', (t) => lacking(t)],
  ['stock', (t) => t.b.report.kind === 'base' && stocked.test(t.s.text) && !says(t.near, 'found')],
  ['cheered', (t) => cheered(t)],
  [
    'agenda',
    (t) =>
      t.b.when === null &&
      agenda.test(t.s.text.slice(0, 40)) &&
      !t.s.clauses.some((c) => /共|全年|了[0-9一二三四五六七八九十两]/.test(t.s.text.slice(c.start, c.end))),
  ],
  ['asked up', (t) => t.figures === 0 && askedUp(t.s)],
  ['link', (t) => t.figures === 0 && /https?:|mp\.weixin/.test(t.s.text.slice(0, 40))],
  [
    'one of the speakers',
    (t) =>
      t.b.report.kind === 'meeting' &&
      t.figures === 0 &&
      /作为[^,，。]{0,16}(之一|代表)/.test(t.s.text.slice(t.b.area.start, t.b.area.end)),
  ],
  ['rumour', (t) => says(t.near, 'rumour')],
  [
    'example line',
    (t) => t.s.text[t.clauses[0]!.start] === '例' && ' :)'.includes(t.s.text[t.clauses[0]!.start + 1] ?? '-'),
  ],
  ['news of others', (t) => t.b.report.branch === null && newsOfOthers(t.s)],
  ['passed on', (t) => t.b.report.branch === null && tagsIn(t.s).has('relay')],
  ['advertisement', (t) => t.b.report.branch === null && tagsIn(t.s).has('ad')],
  ['rule', (t) => says(t.near, 'rule') && !(t.b.report.branch !== null && t.past && t.done)],
  ['plan', (t) => planned(t.s) && !(t.done && t.past && t.figures > 0)],
  ['deadline', (t) => t.near.some((x) => x.type === 'date' && ahead(t.s.text, x.start, x.end))],
  [
    'enrolment',
    (t) => says(t.near, 'enrol') && !says(t.near, 'actual') && !(t.past && t.done && t.figures > 0),
  ],
  ['share of each', (t) => says(t.near, 'share') && !t.done && !(t.past && t.b.report.branch !== null)],
  ['bounds', (t) => bounded(t) && !(t.past && t.done)],
  ['exercise', (t) => says(t.near, 'exercise') && t.b.report.branch === null],
  [
    'greeting',
    (t) =>
      says(t.near, 'greeting') &&
      (t.figures === 0 ||
        (!t.counted && !t.done && !(t.over && t.b.report.branch !== null && t.b.kind.weight === 'head'))),
  ],
  [
    'elsewhere',
    (t) => t.b.report.branch === null && t.clauses.some((c) => opensWith(t, c.from, c.start, 'elsewhere')),
  ],
  ['listened', (t) => t.b.report.branch === null && says(t.near, 'listened')],
  [
    'long ago',
    (t) =>
      t.b.report.branch === null &&
      t.b.when !== null &&
      daysBetween(t.b.when.period.end, t.s.sentAt.day) > memory,
  ],
  [
    'another year',
    (t) =>
      t.b.report.branch === null &&
      t.b.when !== null &&
      daysBetween(t.b.when.period.end, t.s.sentAt.day) > 60 &&
      t.b.when.from.token.date.kind === 'year' &&
      t.clauses.some((c) => /那[次回场年时]/.test(t.s.text.slice(c.start, c.end))),
  ],
  ['habit', (t) => t.b.report.branch === null && says(t.near, 'generally') && t.b.when === null],
  ['how it is done', (t) => !t.ours && t.b.when === null && onlySessions(t)],
  [
    'nobody in it',
    (t) => !t.ours && t.b.when === null && !t.done && !t.terse && t.figures < 2 && !announced(t),
  ],
]

/** 科普讲座。主讲某某。听众54人。: the message begins with the bare name of what was held. */
function announced(t: Told): boolean {
  const c = t.s.clauses[0]!
  const { kind } = t.b
  return (
    t.figures > 0 && kind.weight === 'head' && kind.clause === 0 && kind.start <= 2 && c.end - kind.end <= 2
  )
}

/** A word that speaks of others stands at the head of a clause, and is its subject: 邻县…, not 邻县的农户也来了. */
function opensWith(t: Told, at: number, start: number, tag: Tag): boolean {
  const token = t.s.tokens[at]
  return (
    has(token, tag) &&
    token!.start <= start + 3 &&
    !/^([的来也和等及、]|群众|农民|农户|居民|村民|学生|老乡)/.test(t.s.text.slice(token!.end, token!.end + 2))
  )
}

/** 学期打算：, 分工如下：, 会上明确：: a heading in front of everything says that it lies ahead. */
function planned(s: Scan): boolean {
  for (const t of s.tokens) {
    if (t.start > 40) return false
    if (
      has(t, 'heading') &&
      headed(s.text, t.end) &&
      !/^[^:：\n]{0,4}(完成|落实|执行|小结|总结|战报)/.test(s.text.slice(t.end, t.end + 8))
    )
      return true
    if (t.type === 'mark' && t.mark === 'stop') return false
  }
  return false
}
/** 填表示例：…: the whole message shows how to write one. */
const sampled = (s: Scan): boolean => {
  for (const t of s.tokens) {
    if (t.start > 12) return false
    if (s.text[0] === '【' && /^【(样表|样例|示例|模板|范例|样本|样式|填写示例)】/.test(s.text.slice(0, 8)))
      return true
    // 格式：单位+活动+人数, and then the list itself
    const form = s.text.slice(t.start, t.end).endsWith('格式') && s.marks.size > 1
    if (has(t, 'sample') && !form && s.text[t.end] === ':') return true
  }
  return false
}
const headed = (text: string, at: number): boolean => {
  const rest = text.slice(at, at + 6)
  const colon = rest.search(/[:：\n]/)
  return colon >= 0
}

/** 我细孙昨天拿了奖: news of the family. */
/** 新学期争取…, 明年打算…: what is hoped for. */
const nextTerm =
  /^[^。;:：]{0,4}(新学期|下学期|新的一年|来年|明年|下半年|下个月|下一步)[^。;]{0,6}(争取|打算|准备|计划|力争|想要|希望)/
/** 大家出门讲课注意防滑: a word of care in the clause of the kind, and no figure there. */
function advised(t: Told): boolean {
  const c = t.s.clauses[t.b.kind.clause]!
  return (
    /注意|小心|当心|保重/.test(t.s.text.slice(c.start, c.end)) &&
    !t.b.draft.figures.some((f) => f.clause === t.b.kind.clause)
  )
}

/** 组织各分会开展…，力争2篇以上: what all are to do. */
const askedOfAll = /^[^,，。]{0,4}(组织|发动|动员|要求)(各|全体)[^。]{0,60}(力争|争取|确保|不少于)/
const childSaid = /^(小)?(孙子|孙女|外孙|外孙女|儿子|女儿|老伴)[^,，。:：]{0,3}(问|说|笑|讲)/
/** 省老科协昨天开了理事会，我们王会长参加了: at somebody else's. */
const guests =
  /^[^。;]{0,4}(中国|全国|省|外省|邻市|邻县)老?科协[^。;]{0,24}(我们|我会|咱们|咱会)[^,，。;]{0,10}(参加了|出席了|列席|应邀)/
const ownFamily =
  /^[^,，。:：]{0,4}(我|我家|我们家|俺|俺家|咱家)(的)?(小|大|细|乖|宝贝)?(孙子|孙女|孙|老伴|爱人|老公|老婆|妹妹|姐姐|哥哥|弟弟|外孙女?|外甥女?|儿子|女儿|闺女|女婿|儿媳妇?|侄子|侄女)(?!.{0,8}(一起|一块|帮我))/

const singleDay = (t: Told): boolean =>
  t.b.when !== null && daysBetween(t.b.when.period.start, t.b.when.period.end) < 4

/** 今年77岁…退休17年来…人称…: two or more words of a life told make a portrait, not a report. */
const lives = once((s: Scan): boolean => {
  const told = new Set<string>()
  for (const t of s.tokens) if (has(t, 'life')) told.add(s.text.slice(t.start, t.end))
  return told.size > 1
})

/** 谢谢某会送来的300本书！: those who got it, signed by none of ours. */
function thanked(t: Told): boolean {
  const c = t.s.clauses[t.b.kind.clause]!
  const unit = t.b.draft.branch?.token
  return (
    unit !== undefined &&
    unit.start >= c.start &&
    unit.start - c.start <= 4 &&
    /^(多谢|谢谢|感谢)/.test(t.s.text.slice(c.start, c.start + 2)) &&
    !t.s.units.some((u) => u.role === 'signature')
  )
}

/** （三）做好建言献策工作。: an item of a programme. */
const agenda =
  /^\s*([(（]?[一二三四五六七八九十0-9]{1,2}[)）、.]+)?\s*(继续|进一步|要|着力|认真|大力|积极|切实|全面|深入|扎实)?(做好|抓好|办好|开好|搞好|加强|推进|深化|完善|强化)[^。:：,，]{2,24}[。:：,，]/
/** @小科 查一下某县今年的义诊人次: the bot is asked for what it knows. */
const askedUp = once((s: Scan): boolean =>
  /^@?[^,，。:： ]{0,6}[ ,，]*(请|帮我|帮忙|麻烦|劳驾)?(查一?[下查]|查询|统计一下|汇总一下|算算|算一下|列一下|列出|打印|导出|看一下|看看|给我)/.test(
    s.text.slice(0, 24),
  ),
)
const stocked = /现有|拥有|在册|目前有|共有会员|目前全|[省市县区乡镇旗盟]共有/
/** 县老科协了不起, 某省的同志辛苦了: what others did is praised. */
function cheered(t: Told): boolean {
  const unit = t.b.draft.branch?.token
  return (
    unit !== undefined &&
    /^(的?(同志|老师|老师们|专家|专家们|各位|老同志|朋友们))?们?(真是|真|太|好|可)?(了不起|厉害|辛苦|棒|牛|给力|点赞|优秀|不简单|不容易|好样的|威武)/.test(
      t.s.text.slice(unit.end, unit.end + 10),
    )
  )
}

/** 还差6篇, 还有3篇没交: what is missing was not done. */
function lacking(t: Told): boolean {
  const fs = t.b.draft.figures.filter(isPrimary)
  return (
    fs.length > 0 &&
    fs.every(
      (f) =>
        /((就差|还差|还缺|尚缺|尚差|还欠|差着|只差|还剩|缺口)[^0-9,，。;]{0,6}|[^误时温偏相]差)$/.test(
          t.s.text.slice(Math.max(0, f.start - 10), f.start),
        ) ||
        /^[^,，。;]{0,8}(没报|没交|未报|未交|没有报|没有交|没完成|未完成)/.test(
          t.s.text.slice(f.end, f.end + 12),
        ),
    )
  )
}

/** 省教育厅组织的论坛: an office's own. */
const official = /^[^,，。:：]{0,6}(国家|[省市县区])[\u4e00-\u9fa5]{1,6}[厅局委办](组织|举办|主办|召开|办)的/

/** 【兄弟市动态】, 兄弟协会来信: a heading that says whose news it is. */
const newsOfOthers = once(
  (s: Scan): boolean =>
    official.test(s.text.slice(0, 30)) ||
    /^【?(转|转帖|转自|转载|[^】:：,，。]{0,6}(新华社|日报|晚报|晨报|早报|电视台|新闻网|人民网|光明网|央视|客户端|融媒体?))(讯|消息)?[】:：]|^【?[省市县区镇乡村]?里?的?(新闻|要闻|快讯|资讯|时政)[】:：]|^据?《[^》]{2,10}[报刊网]》(讯|消息|报道)/.test(
      s.text.slice(0, 14),
    ) ||
    /兄弟[^,，。]{0,6}(动态|来信|简讯|消息|经验|做法|信息|快讯)|(外地|外省|各地)(动态|经验|简讯|快讯|做法)/.test(
      s.text.slice(0, 24),
    ),
)

const deadlines = [
  '完成',
  '报',
  '交',
  '上报',
  '落实',
  '到位',
  '反馈',
  '提交',
  '回执',
  '发我',
  '发给',
  '办完',
  '办结',
  '结束报名',
  '截止',
]
/** 7月10日前完成, 等20号那天发: the day limits what is still to be done. */
function ahead(text: string, start: number, end: number): boolean {
  if (text[start - 1] === '等' && text[start - 2] !== '等' && !'，,、'.includes(text[end] ?? ',')) return true
  const at =
    text.startsWith('之前', end) || text.startsWith('以前', end) ? end + 2 : text[end] === '前' ? end + 1 : -1
  return at > 0 && deadlines.some((w) => text.startsWith(w, at)) && text[at + 2] !== '了'
}

const bounds = ['不少于', '不低于', '不超过', '不多于', '至少', '最多', '不得少于', '不足', '以内', '封顶']
/** Every figure is a limit: 不少于5篇, 每场200人以上. */
function bounded(t: Told): boolean {
  const fs = t.b.draft.figures.filter(isPrimary)
  return (
    fs.length > 0 &&
    fs.every((f) => {
      const words = t.s.text.slice(Math.max(0, f.start - 3), f.end + 2)
      return bounds.some((w) => words.includes(w)) || (f.each && words.includes('以上'))
    })
  )
}

/** 一场三个点, 听了五回: a number of sessions and nothing else said of them. */
function onlySessions(t: Told): boolean {
  const fs = t.b.draft.figures.filter(isPrimary)
  return fs.length > 0 && fs.every((f) => f.counts === 'sessions') && !t.terse
}

/** 不跳广场舞, 没讲课: a kind's word behind a denial names nothing that was held. */
export function denied(text: string, start: number, from: number): boolean {
  for (let i = start - 1; i >= Math.max(from, start - 2); i--) {
    const c = text[i]!
    if (c === '不' || c === '没' || c === '未' || c === '别')
      return !'过久但仅断单定光只一'.includes(text[i + 1] ?? '')
    if (!isHan(text.charCodeAt(i)) || !'跳去办搞做讲开上听参是有再'.includes(c)) return false
  }
  return false
}
