import { isHan } from '../text/chars.js'
import { pattern } from '../text/pattern.js'
import type { Clause } from '../form/clauses.js'
import { amount } from './amount.js'
import { onlyFillers, says, sort, type Around, type Sort } from './context.js'
import type { Counts, Who } from './figures.js'
import { lexicon } from '../words/lexicon.js'
import { has, type NumberToken } from '../tokens.js'

const cameInBrackets =
  /[0-9]\((看病|看诊|接诊|问诊|听课|听讲|来访|受益|惠及|观看|参观|参与|参加|参训|到场|到会|来人|来了|上课|咨询|接待)(的|者|人)?[:： ]?$/

/** A number without a unit counts what its label says: 人数：300, 场次 2, 资料：500. */
export function bare(text: string, c: Clause, t: NumberToken, a: Around): Sort | null {
  // 围了一圈人, 来了一屋子人
  if (
    t.num.value === 1 &&
    /^(圈|群|帮|堆|屋|院|车|桌|船|拨|伙|溜|排|大圈|大群|大帮|屋子|院子|片)/.test(
      text.slice(t.num.end, t.num.end + 2),
    )
  )
    return null
  // 县长批示三行字, 讲义印了3页: how long it was
  if (/^(行|个字|句|段)/.test(text.slice(t.end, t.end + 2))) return null
  if (
    text[t.end] === '页' &&
    !/[发散派送][^,，。;]{0,6}$/.test(text.slice(Math.max(0, t.start - 8), t.start))
  )
    return null
  const settled = settledOn(text, t)
  if (settled !== undefined) return settled
  // 五十三(53)人: written twice
  const twice = /^\([0-9]{1,5}\)(人|名|位|份|册|本|张|场|期|次)/.exec(text.slice(t.end, t.end + 8))
  if (twice) return sort(labelUnits[twice[1]!] ?? 'people')
  // 两场，上午90下午75; 初二年级312
  if (ofHalves(text, t) || ofAYear(text, t)) return sort('people')
  // 内科四十、骨科二十二; 上午七十一、下午四十四: each with those it saw
  if (ofItsDepartment(text, t) || namedEach(text, t)) return sort('people')
  // 单子塞了一百一, 册子照发一百
  if (
    t.num.value > 4 &&
    leafletsWent.test(text.slice(Math.max(0, t.start - 12), t.start)) &&
    endsHere.test(text.slice(t.end, t.end + 2))
  )
    return sort('materials')
  // 两区8所小学: places
  if (
    /^(区|县|校|镇|村|乡|市|地|院|厂|街道|社区|大|百|千|万|亿)/.test(text.slice(t.end, t.end + 2)) &&
    isHan(text.charCodeAt(t.end - 1))
  )
    return null
  // 一场210，一场180，加起来六百三: the sum of the people told
  if (
    /(加起来|合起来|拢共|一共|总共|合计|共计)(是|有)?[:： ]?$/.test(
      text.slice(Math.max(0, t.start - 6), t.start),
    ) &&
    t.num.value >= 10 &&
    !isHan(text.charCodeAt(t.end))
  )
    return sort('people')
  const last = a.before.at(-1)
  const noun = [...a.before]
    .reverse()
    .find(
      (x) =>
        x.type === 'word' &&
        (has(x, 'reach') ||
          has(x, 'onsite') ||
          has(x, 'online') ||
          has(x, 'audience') ||
          has(x, 'member') ||
          has(x, 'printed') ||
          has(x, 'handout') ||
          has(x, 'adopt') ||
          has(x, 'helper')),
    )
  const head = text.slice(Math.max(0, t.start - 4), t.start)
  // 讲座6/780人
  if (
    text[t.end] === '|' &&
    last?.type === 'word' &&
    last.word.kind !== null &&
    last.end === t.start &&
    /^\d+(人|人次|[,，、;；。 \n]|$)/.test(text.slice(t.end + 1, t.end + 9))
  )
    return sort('sessions')
  if (/[诊座训询讲传览课导会出赛谈][0-9]{1,2}\|$/.test(text.slice(Math.max(0, t.start - 4), t.start)))
    return sort('people')
  // 讲座×2, 培训*1
  const times = a.before.at(-1)
  if (
    '×✕xX*'.includes(text[t.start - 1] ?? '-') &&
    times?.type === 'word' &&
    times.word.kind !== null &&
    times.end === t.start - 1 &&
    t.num.value <= 30
  )
    return sort('sessions')
  // 人流大概七百
  if (
    /(人流量?|客流量?)(大概|大约|约|有|得有|差不多)*$/.test(text.slice(Math.max(0, t.start - 8), t.start)) &&
    t.num.value >= 10
  )
    return sort('people')
  // 线上看的三千多
  if (
    /(线上|网上|直播|在线)[^,，。;0-9]{0,2}(看|听|收看|收听|观看)的?(有|是)?$/.test(
      text.slice(Math.max(0, t.start - 10), t.start),
    )
  )
    return t.num.value >= 10 ? sort('online') : null
  // 网上直播…，看的有一千二，现场坐了15位
  if (
    /(看|收看|观看|收听|听|在线)的?(有|共|是|大概|大约)*$/.test(
      text.slice(Math.max(0, t.start - 8), t.start),
    ) &&
    /(直播|线上|网上|视频号|腾讯会议|抖音|云端)[^。;\n]{0,24}$/.test(
      text.slice(Math.max(0, t.start - 40), t.start),
    ) &&
    /^[^。;\n]{0,4}[,，、][^。;\n0-9]{0,4}(现场|线下|会场|教室|屋里)/.test(text.slice(t.end, t.end + 16))
  )
    return t.num.value >= 10 ? sort('online') : null
  // 讲座3 人次560 义诊1 人次84; 讲座2 义诊1 咨询3
  if (
    last?.type === 'word' &&
    last.word.kind !== null &&
    !['research', 'proposal', 'article', 'base'].includes(last.word.kind.kind) &&
    last.end === t.start &&
    t.num.value <= (text[t.start - 1] === '班' ? 11 : 30) &&
    ((/[0-9][ 、,;/]$/.test(text.slice(Math.max(0, last.start - 2), last.start)) &&
      // 讲座60，义诊80，座谈15: those before were no numbers of sessions
      !/([3-9][1-9]|[4-9][0-9]|[0-9]{3,})[ 、,;/]$/.test(
        text.slice(Math.max(0, last.start - 4), last.start),
      )) ||
      /^[ ,、;](人次|人数|听众|受众|参加|到会|听的|来的|来了|到了)/.test(text.slice(t.end, t.end + 4)) ||
      /^([,，][^,，。;0-9]{1,10}){1,2}[,，](听|到|来|人数|听众|听课|参加)的?[0-9]/.test(
        text.slice(t.end, t.end + 30),
      ) ||
      /^[,，][0-9]{2,4}[;；。\n]/.test(text.slice(t.end, t.end + 6)) ||
      /^\([^()]{0,6}[0-9]+(余|多)?(人|名)/.test(text.slice(t.end, t.end + 14)) ||
      // 讲座12(含线上3)
      /^\((含|其中|包括)[^()0-9]{1,6}[0-9]{1,2}(场|次|期)?\)/.test(text.slice(t.end, t.end + 14)) ||
      // 讲座9(听众380)；义诊3(就诊150)
      /^\([\u4e00-\u9fa5]{2,6}[:： ]?[0-9]{2,5}(余|多)?[),，、;；]/.test(text.slice(t.end, t.end + 16)) ||
      kindBehind(text, t.end))
  )
    return sort('sessions')
  // 义诊4(看病160): whoever stands in parentheses behind how often it was
  if (cameInBrackets.test(text.slice(Math.max(0, t.start - 9), t.start)) && t.num.value >= 3)
    return sort('people', 'audience')
  const inside = /\((人次?|名|位|份|册|本|张|场次?|期|次|篇|条|件)\)[:：= |]?$/.exec(
    text.slice(Math.max(0, t.start - 5), t.start),
  )
  if (inside) return sort(labelUnits[inside[1]![0]!] ?? 'people')
  if (/(人次|人数|头数|人头|(来|到)人|(^|\n) ?人[:：])[:：= |]{0,2}$/.test(head)) return sort('people')
  if (/(家数|企业数)[:：= |]{0,2}$/.test(head)) return sort('firms')
  if (/(场次|期数|次数|场数|节数|班次|班数|批次)[:：= |]?$/.test(head)) return sort('sessions')
  if (
    /(采用|采纳|录用|刊用|批示|见报)(篇数|件数|条数|数)[:：= |]?$/.test(
      text.slice(Math.max(0, t.start - 6), t.start),
    )
  )
    return sort('adopted')
  if (/(篇数|件数|条数|数量)[:：= |]?$/.test(head)) return sort('documents')
  if (head.endsWith('投') && !says(a.before, 'audience')) return sort('documents')
  // 信息 上报9 采用4: handed in, and taken up
  if (t.num.value <= 500 && handedIn(text, t.start - 5, t.start) && thenTaken(text, t.end, t.end + 12))
    return sort('documents')
  // 40机手, 200村民
  const behind = a.after[0]
  if (behind && behind.start === t.end && has(behind, 'audience') && !has(behind, 'stock'))
    return sort('people', 'audience')
  // 报名60，实到52
  if (has(last, 'actual') && onlyFillers(text, last!.end, t.start)) return sort('people')
  if (amount(text, c, t, a)) return sort('people')
  if (!last || !noun || !onlyFillers(text, noun.end, t.start)) return null
  if (has(noun, 'online')) return t.num.value >= 10 ? sort('online') : null
  if (has(noun, 'onsite')) return sort('people')
  if (has(noun, 'reach') || has(noun, 'audience') || has(noun, 'member'))
    return sort('people', has(noun, 'audience') ? 'audience' : null)
  if (has(noun, 'helper')) return sort('helpers', 'helper')
  // 膏药送了四十贴
  if (
    has(noun, 'handout') &&
    /^[贴瓶盒袋包斤箱罐支片粒副双条把只台桶碗杯顶块]/.test(text.slice(t.num.end, t.num.end + 1))
  )
    return null
  if (has(noun, 'printed') || has(noun, 'handout')) return sort('materials')
  return has(noun, 'adopt') ? sort('adopted') : null
}

/** 受众(人次)115 资料(份)100: the unit stands with the label. */
const labelUnits: Readonly<Record<string, Counts>> = {
  份: 'materials',
  册: 'materials',
  本: 'materials',
  张: 'materials',
  场: 'sessions',
  期: 'sessions',
  次: 'sessions',
  篇: 'documents',
  条: 'documents',
  件: 'documents',
}

const seenBy =
  /(?:^|[,，、;；:： \n])(?:[\u4e00-\u9fa5]{1,4}科|[上下]午|晚上|早上|头一场|第[一二三]场)[:： ]?$/
const alikeBeside =
  /(?:[\u4e00-\u9fa5]科|[上下]午|晚上|第[一二三]场|[头前后]一场)[:： ]?[0-9一二三四五六七八九十百]{1,4}(?:[,，、;；。 \n]|$)/
function ofItsDepartment(text: string, t: NumberToken): boolean {
  return (
    t.num.value < 500 &&
    (t.num.value > 9 || text[t.start - 1] === '科') &&
    /^([,，、;；。 \n]|$)/.test(text.slice(t.end, t.end + 1)) &&
    seenBy.test(text.slice(Math.max(0, t.start - 7), t.start)) &&
    (alikeBeside.test(text.slice(t.end, t.end + 14)) ||
      alikeBeside.test(text.slice(Math.max(0, t.start - 16), Math.max(0, t.start - 2))))
  )
}

const half = '(?:上午|早上|头一场|第一场|下午|晚上|后一场|第二场)(?:来了?|到了?|有|听)?'
const some = '[0-9一二三四五六七八九十百]{2,4}'
const firstOfTwo = new RegExp(`(?:^|[,，、:： 场])${half}$`)
const secondOfTwo = new RegExp(`(?:^|[,，、:： 场])${half}${some}[,，、 ]?${half}$`)
const anotherHalf = new RegExp(`^[,，、 ]?${half}${some}(?:[,，。;；!！]|$)`)
/** 上午90下午75: so many each time; 上午9点 is an hour. */
function ofHalves(text: string, t: NumberToken): boolean {
  if (t.num.value < 10 || t.num.value > 999) return false
  const lead = text.slice(Math.max(0, t.start - 16), t.start)
  return firstOfTwo.test(lead)
    ? anotherHalf.test(text.slice(t.end, t.end + 16))
    : secondOfTwo.test(lead) && endsHere.test(text.slice(t.end, t.end + 2))
}
const ofPupils = /(?:年级|[初高大][一二三四]|[一二三四五六七八九十][0-9（()]{0,3}班)(?:一?共|有|来了)?$/
/** 讲《心跳的秘密》，初二年级312 */
const ofAYear = (text: string, t: NumberToken): boolean =>
  t.num.value >= 10 &&
  t.num.value < 3000 &&
  ofPupils.test(text.slice(Math.max(0, t.start - 8), t.start)) &&
  /^(?:[,，。;；!！\n]|$)/.test(text.slice(t.end, t.end + 1))

/** 三个点同时开：码头45、菜场62、祠堂38: each place or sort with its own, and nothing else is counted in the sentence. */
function namedEach(text: string, t: NumberToken): boolean {
  if (t.num.value < 3 || t.num.value > 999 || !/^([、,，。;；!\n]|$)/.test(text.slice(t.end, t.end + 1)))
    return false
  const from = Math.max(0, t.start - 60)
  const before = text
    .slice(from, t.start)
    .split(/[。;；!\n]/)
    .at(-1)!
  const behind = text.slice(t.end, t.end + 60).split(/[。;；!\n]/)[0]!
  const said = before + text.slice(t.start, t.end) + behind
  const list = eachOfAList.exec(said)
  return (
    list !== null &&
    before.length >= list.index &&
    before.length < list.index + list[0].length &&
    heldThere.test(said.slice(0, list.index + 1)) &&
    !otherList.test(list[0]) &&
    !/[0-9一二三四五六七八九十百][多余来]?(?:人|名|位|份|册|本|张|场|次|期|篇|条|件)/.test(said)
  )
}
const eachOfAList =
  /[,，:：](?:[\u4e00-\u9fa5]{1,6}[0-9一二三四五六七八九十百]{1,4}[、,，]){1,8}[\u4e00-\u9fa5]{1,6}[0-9一二三四五六七八九十百]{1,4}$/
const heldThere = /讲座|讲课|义诊|培训|咨询|宣讲|座谈|报告会/
const otherList =
  /讲|诊|训|询|宣|会|展|赛|说|来|到|原|结果|实|听|看|资料|手册|折页|单|书|人[数次均]|共|计|总|约|采|投|稿|信息|建议|调研|报告|第|[上下]午|年|月|日|号|血|压|糖|针|摊|台|点|家|户|箱|盒/

const leafletsWent =
  /(?:^|[,，。;；\n发])(?:宣传)?(?:单子?|折页|传单|资料|手册|册子|明白纸|宣传[页单])(?:也|都|照|一共|共|总共|大概|又){0,2}(?:塞|发|散|递|派|送|分|贴|撒)(?:出去?|掉|走)?(?:了|出去|有)?(?:一共|总共|大概|约|近|差不多)?$/
const endsHere = /^(?:多|来|余)?(?:[,，。;；!\n]|$)/

const ofPeople = /人|来|到|听|学员|观众|签到/

/**
 * 以69为准, 就按68报, 是57不是75, 实到/应到：45/50: of two bare numbers the one that holds is of people, the other counts
 * nothing (null). Undefined where the words are no such ones.
 */
function settledOn(text: string, t: NumberToken): Sort | null | undefined {
  const lead = text.slice(Math.max(0, t.start - 12), t.start)
  const behind = text.slice(t.end, t.end + 8)
  if (lead.endsWith('以') && behind.startsWith('为准')) return sort('people')
  if (/(应到|报名|通知|应参加)\/(实到|到会|到场|参加)[:：]?$/.test(lead) && /^\/[0-9]/.test(behind))
    return null
  if (/(实到|到会|到场|参加)\/(应到|报名|通知|应参加)(人数)?[:：]?$/.test(lead) && /^\/[0-9]/.test(behind))
    return sort('people')
  if (/(实到|到会|到场|参加)\/(应到|报名|通知|应参加)(人数)?[:：]?[0-9]{1,4}\/$/.test(lead)) return null
  if (/(应到|报名|通知|应参加)\/(实到|到会|到场|参加)(人数)?[:：]?[0-9]{1,4}\/$/.test(lead))
    return sort('people')
  const told = (): boolean => ofPeople.test(text.slice(Math.max(0, t.start - 24), t.start))
  if (lead.endsWith('按') && /^(报|算|记|登|填|写)/.test(behind) && told()) return sort('people')
  // 是58个，不是我报的六十
  if (/不是([我你他她]们?)?(原来|先前|昨天|之前|刚才)?([报说写发填估讲]的)?(那个)?$/.test(lead)) return null
  if (/^[,，]?(而)?不是[0-9一二三四五六七八九十百两]/.test(behind) && told()) return sort('people')
  return /不是[0-9一二三四五六七八九十百两]{1,5}[,，]?(而)?是$/.test(lead) && told()
    ? sort('people')
    : undefined
}

const handedIn = pattern(/(上报|报送|报|提交|递交|投送?|投稿|来稿|送稿|提出?|撰写|写)了?[:：]?$/)
const thenTaken = pattern(
  /^[篇条件]?[ ,，、;/]?(被|获|其中)?(采用|采纳|录用|刊用|刊登|登载|批示|见报)[了数:：]?[0-9一二三四五六七八九十]/,
)

/** 讲座2 义诊1: the next kind stands right behind. */
function kindBehind(text: string, end: number): boolean {
  const at = ' 、,;/'.includes(text[end] ?? '-') ? end + 1 : -1
  const word = at > 0 ? lexicon().at(text, at) : undefined
  return word?.value.kind != null && /[0-9]/.test(text[word.end] ?? ' ')
}

/** Behind 名学生 at the head of its clause: 45名小学生，20名家长 is a list; 有3名学生 tells of some of them. */
function nounEnd(text: string, c: Clause, t: NumberToken): number {
  if (t.start - c.start > 3 || text[c.start] === '有' || !/[名位个]$/.test(text.slice(t.start, t.end)))
    return t.end
  const noun = lexicon().at(text, t.end)
  // 讲颈椎，二十来位师傅: so many give no lesson
  return noun &&
    (['audience', 'member'].some((g) => noun.value.tags.some((x) => x === g)) ||
      (t.num.value >= 10 && noun.value.tags.includes('helper')))
    ? noun.end
    : t.end
}

const listenToo = pattern(/^(也|都|全|跟着|一起)[^,，。;、0-9]{0,4}[听学参来]/)
/** Nothing but 左右, 参加 and the like behind it in its clause. */
export function isAlone(text: string, c: Clause, t: NumberToken): boolean {
  if (listenToo(text, t.end, t.end + 7)) return true
  if (t.start - c.start > 14) return false
  const rest = text
    .slice(nounEnd(text, c, t), Math.min(c.end, t.end + 8))
    .replace(/ .*$/s, '')
    .replace(/[ 。)）左右上下以上参加听课到场]+$/, '')
  return rest.length === 0
}

/** 听众, 参加, 居民 right beside it, or 人次 as its unit. */
export function isLabelled(text: string, t: NumberToken, who: Who, a: Around): boolean {
  if (who === 'audience' || text.startsWith('人次', t.num.end) || text.startsWith('人(次', t.num.end))
    return true
  // 全班46人, 全厂都来了123口子
  if (
    /全(班|体|校|村|厂|院|组|队|镇|连|系|科|车间|年级)(都|一?共|有|来了)*$/.test(
      text.slice(Math.max(0, t.start - 6), t.start),
    )
  )
    return true
  const reach = [...a.before].reverse().find((x) => has(x, 'reach') || has(x, 'onsite'))
  return (
    (reach !== undefined && onlyFillers(text, reach.end, t.start)) ||
    (a.after[0] !== undefined && has(a.after[0], 'reach') && a.after[0].start - t.end <= 2)
  )
}
