import { once } from '../text/once.js'
import { pattern } from '../text/pattern.js'
import type { Scan } from '../scan.js'
import { has } from '../tokens.js'

/** How messages begin that tell of nothing of ours; a report said plainly behind is one all the same. Add a row for another. */
export const openings: readonly (readonly [reason: string, words: RegExp])[] = [
  // 请问宣讲团还有空档不？
  ['asked first', /^(@?[^,，。:： ]{0,6}[,， ])?(请问|想问|问一下|打听一下|打听个事)(?!.{0,12}报一下)/],
  // 孙子问：爷爷你们讲一场多少钱？
  ['what a child said', /^小?(孙子|孙女|外孙女?|儿子|女儿|老伴)[^,，。:：]{0,3}(问|说|笑|讲)/],
  // 组织各分会开展…，力争2篇以上
  ['asked of all', /^[^,，。]{0,4}(组织|发动|动员|要求)(各|全体)[^。]{0,60}(力争|争取|确保|不少于)/],
  // 上级要求：三季度每个分会交调研报告1篇
  [
    'asked for',
    /^[^,，。:：]{0,8}(要求|通知|布置|规定|部署)[:：][^。]{0,40}(每个?|各)[^,，。:：]{0,6}(交|报|上报|完成|写|提|出)/,
  ],
  // 上级要求全年投稿20篇
  [
    'asked for the year',
    /^(上级|上面|[省市县区][里会]?)[^,，。:：]{0,4}(要求|规定|布置|下达)(我们|咱们|各[^,，。0-9]{1,4})?(全年|今年|每年|年内|本年|明年|一年)(?![^\n]{0,60}[,，。;；\n][^,，。;；\n]{0,12}(已|了|昨|前天|共|完成)[^\n]{0,24}[0-9一二三四五六七八九十百两])/,
  ],
  // 讲师团招人：会普通话
  ['sought', /^[^,，。:：]{0,10}(招人|招新|招募|招兵买马|缺人)/],
  // 重阳登山报名到今晚截止，目前报了五十八人
  ['signing up', /^[^,，。:：]{0,16}报名(?!参加的)[^,，。:：]{0,8}(截止|为止|开始)/],
  // 我细孙昨天拿了奖, but 我老伴和我去讲
  [
    'family',
    /^[^,，。:：]{0,4}(我|我家|我们家|俺|俺家|咱家)的?(小|大|细|乖|宝贝)?(孙子|孙女|孙|老伴|爱人|老公|老婆|妹妹|姐姐|哥哥|弟弟|外孙女?|外甥女?|儿子|女儿|闺女|女婿|儿媳妇?|侄子|侄女)(?!.{0,8}(一起|一块|帮我|[和跟同陪]我)|[^,，。;]{0,6}[送载拉驮]我(?:们)?[去来到]?的?[,，]|[^。;]{0,16}(?:没顾上|忘了?|没来得及|没空|没工夫)(?:补|上)?[报说登记])/,
  ],
]

/** 上级要求全年讲座20场，…: a telling in the clause that says what was asked for. */
export const askedOfUs = (text: string, at: number): boolean =>
  at < 40 &&
  /^(上级|上面|[省市县区][里会]?)[^,，。:：]{0,4}(要求|规定|布置|下达)(我们|咱们|各[^,，。0-9]{1,4})?(全年|今年|每年|年内|本年|明年|一年)/.test(
    text,
  ) &&
  !/[,，。;；\n]/.test(text.slice(0, at))

/** 今年指标下来了：某会培训6期: what follows the colon is what is to be done. */
export const targetsGiven = pattern(
  /^[^。:：]{0,14}(指标|任务)(已|都)?(下来了|下达了?|分解|分到|定了)[^。完]{0,4}[:：]/,
)

const tasksHead = pattern(/^[^。:：,，]{0,8}(年|季度|月|各|全会)[^。:：,，]{0,10}(任务|指标|目标)[:：]/)
/** 2025年各分会任务：某会义诊10次; unless it says how much of it was done. */
export const tasks = (text: string): boolean =>
  tasksHead(text, 0, 30) && !/完成(?!情况)|已/.test(text.slice(0, 120))
/** 小学那边回话了，15号给我们两节课: what was promised. */
export const offered = pattern(
  /(?:答应|同意|回话|回信|回复|回音|松口|联系|谈|说|商量)[好妥定]?了[^。;\n]{0,24}(?:给|留给|让给|腾给|排给|匀给)(?:我们|咱们|俺们|我会|我|咱)(?:安排|留|腾|排|空)?[了出]?(?:一个?|两个?|二|三|四|[1-4]个?|半)(?:节课?|堂课?|整?个?下午|整?个?上午|晚上|半天|天|小时|钟头|课时)/,
)
export const wentThere = pattern(
  /(?:讲完|讲过|讲了|去了|去讲|来了|到了|听了|上了|上完|办了|搞了|签到|实到)[^定]/,
)

/** 申请：…，请批准: asked of those above. */
export const applied = pattern(/^[^,，。:：]{0,6}(申请|请示|报批)[:：]|请(予)?(批准|审批|审议|核准)/)

/** 学期打算：, 分工如下：, 会上明确：: a heading in front of everything says that it lies ahead. */
export function planned(s: Scan): boolean {
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
/** 会上定了，…; 办公会议定：…: where what was resolved begins; behind it all lies ahead. */
export const resolvedFrom = once((s: Scan): number => {
  const found = resolution.exec(s.text.slice(0, 400))
  return found ? found.index + found[0].length : Infinity
})
const resolution =
  /(会上|会议|办公会|理事会|碰头会|班子会|例会|碰头|开会|商量|研究)[^,，。;:：]{0,6}(议定|决定|定了|定下了?|商定|敲定|初定|确定了?|定于)|(?:^|[,，。;:：])(议定|商定)/

/** …，安排了明年任务：举办讲座10场: what stands behind the colon is to be done. */
export const tasked = pattern(
  /(安排|布置|部署|下达|分解|明确|讨论|研究)了?[^,，。;:：]{0,10}(任务|工作|计划|安排|重点)[:：][^。]*$/,
)

/** 填表示例：…: the whole message shows how to write one. */
export const sampled = (s: Scan): boolean => {
  for (const t of s.tokens) {
    if (t.start > 12) return false
    if (s.text[0] === '【' && /^【(样表|样例|示例|模板|范例|样本|样式|填写示例)】/.test(s.text.slice(0, 8)))
      return true
    // 格式：单位+活动+人数, and then the list itself
    const form = s.text.slice(t.start, t.end).endsWith('格式') && s.marks.size > 1
    if (has(t, 'sample') && !form && /^(?:\([^()]{0,12}\))?:/.test(s.text.slice(t.end, t.end + 16)))
      return true
  }
  return false
}
const headed = (text: string, at: number): boolean => {
  const rest = text.slice(at, at + 6)
  const colon = rest.search(/[:：\n]/)
  return colon >= 0
}

/** 省老科协昨天开了理事会，我们王会长参加了: at somebody else's. */
export const guests = pattern(
  /^[^。;]{0,4}(中国|全国|省|外省|邻市|邻县)老?科协[^。;]{0,24}(我们|我会|咱们|咱会)[^,，。;]{0,10}(参加了|出席了|列席|应邀)/,
)
/** 昨天县里开总结会，我们望江领了奖: one of those who were asked there. */
export const atTheirs = pattern(
  /^[^。;]{0,6}[省市县区镇乡局][里上](?:昨天|今天|前天|上午|下午|上周[^,，。;]?)?(?:召?开|举行|举办)了?[^,，。;]{0,14}会[,，][^。]{0,6}(?:我|咱|俺)[^,，。;]{0,8}(?:领了?奖|[得获]了?奖|发了?言|受了?表彰|参加了|列席|作了?(?:典型)?发言|上台|介绍了?经验)/,
)

/** 今年77岁…退休17年来…人称…: two or more words of a life told make a portrait, not a report. */
export const lives = once((s: Scan): boolean => {
  const told = new Set<string>()
  for (const t of s.tokens) if (has(t, 'life')) told.add(s.text.slice(t.start, t.end))
  return told.size > 1
})

/** （三）做好建言献策工作。: an item of a programme. */
export const agenda = pattern(
  /^\s*([(（]?[一二三四五六七八九十0-9]{1,2}[)）、.]+)?\s*(继续|进一步|要|着力|认真|大力|积极|切实|全面|深入|扎实)?(做好|抓好|办好|开好|搞好|加强|推进|深化|完善|强化)[^。:：,，]{2,24}[。:：,，]/,
)
const orders = pattern(
  /^@?[^,，。:： ]{0,6}[ ,，]*(请|帮我|帮忙|麻烦|劳驾)?(查一?[下查]|查询|统计一下|汇总一下|算算|算一下|列一下|列出|打印|导出|看一下|看看|给我)/,
)
/** @小科 查一下某县今年的义诊人次: the bot is asked for what it knows. */
export const askedUp = once((s: Scan): boolean => orders(s.text, 0, 24))
/** 省教育厅组织的论坛: an office's own. */
const official = pattern(
  /^[^,，。:：]{0,6}(国家|[省市县区])[\u4e00-\u9fa5]{1,6}[厅局委办](组织|举办|主办|召开|办)的/,
)

/** 上月报表有两处对不上：…，请改好重发: a fault in what was handed in is told back. */
export const sentBack = pattern(
  /(报表|台账|表格|[表据账]|材料)[^\n。]{0,12}(对不上|对不拢|有出入|填错|写错|漏填|不一致)[^\n]{0,80}(请|麻烦)[^。]{0,16}(改[好正]|重[新报发填]|核[对实]|补[上齐报])/,
)

const relayed = pattern(
  /^【?(转|转帖|转自|转载|[^】:：,，。]{0,6}(新华社|日报|晚报|晨报|早报|电视台|新闻网|人民网|光明网|央视|客户端|融媒体?))(讯|消息)?[】:：]|^【?[省市县区镇乡村]?里?的?(新闻|要闻|快讯|资讯|时政)[】:：]|^据?《[^》]{2,10}[报刊网]》(讯|消息|报道)/,
)
/** 省老科协网站：全省上半年…: of those above us, where that is not what we are. */
const fromAbove = pattern(
  /^[^,，。:：]{0,6}(中国|全国|省|自治区)老?科协的?(网站?|官网|简报|公众号|微信|通报|快讯|信息|消息|动态|会刊)(上|里)?(说|讲|消息)?[:：,，]/,
)
const fromOthers = pattern(
  /兄弟[^,，。]{0,6}(动态|来信|简讯|消息|经验|做法|信息|快讯)|(外地|外省|各地)(动态|经验|简讯|快讯|做法)/,
)
/** 省老科协网站：我市…: of us all the same. */
const tellsOfUs = (s: Scan): boolean =>
  s.units.length > 0 || /我[市县区会]|我们|本会|咱们?会/.test(s.text.slice(0, 120))
/** 【兄弟市动态】, 兄弟协会来信: a heading that says whose news it is. */
export const newsOfOthers = once(
  (s: Scan): boolean =>
    (official(s.text, 0, 30) && !/[请派让叫][我俺]/.test(s.text.slice(0, 40))) ||
    relayed(s.text, 0, 14) ||
    (fromAbove(s.text, 0, 24) && !/省|全国|中国|自治区/.test(s.root ?? '') && !tellsOfUs(s)) ||
    fromOthers(s.text, 0, 24),
)
