import { isHan } from '../text/chars.js'
import type { Clause } from '../form/clauses.js'
import type { Scan } from '../scan.js'
import { overlapping, startingAt } from '../text/ordered.js'
import { has } from '../tokens.js'
import { anothers } from '../units/anothers.js'
import { strangers } from './strangers.js'
import { trie } from '../text/trie.js'

/** Ends of bodies that are none of ours when they are the ones who did it. */
const bodies = trie(
  `医院 卫生院 卫生室 学校 大学 学院 中学 小学 幼儿园 科协 卫健局 卫健委 教育局 农业局 农业农村局 科技局 妇联 工会 团委 团市委 公司 集团 银行 红十字会 协会 学会 商会 居委会 街道办 村委会 图书馆 科技馆 博物馆 电视台 法院 文化馆 剧团 艺术团 农机站 农技站 农技中心 推广站 推广中心 疾控中心 疾控 农科院 农科所 研究所 中心校 联校 一院 二院 三院 农商行 信用社 供电所 供电公司 派出所 消防队 消防站 老年大学 老科协 关工委 老干局 老干部局 联合会 研究会 基金会 党委 政府 办事处 志愿者协会 老年协会 老年体协 老体协 气象局 地震局 公安局 交警大队 药店 俱乐部`
    .split(' ')
    .map((w) => [w, true] as const),
)
/** And bodies that say so by their own name, whatever stands in front. */
const outright = trie(
  `交警队 交警 消防队 消防大队 消防中队 派出所 退休办 离退办 离退处 老干处 退管办 退管会 合作社 药房 水利局 林业局 财政局 民政局 文旅局 市场监管局 司法局 司法所 税务局 应急局 住建局 环保局 文联 残联 侨联 武装部 检察院 物业 营业厅`
    .split(' ')
    .map((w) => [w, true] as const),
)
/** 合作社的人坐满两间屋: those who came. */
const came =
  /^的(人|职工|工人|社员|村民|同志|小伙|民警|师傅|姑娘|老人)[^,，。;]{0,4}(坐|来了|到了|听|都|站|挤)/
/** 合作社请我去讲: ours did it. */
const askedUs = /^[^,，。;]{0,6}(请|邀|邀请|喊|叫|约|接|托)(了|上)?[我咱俺老]/
/** 学校派小车来接: to hear ours. */
const fetchedUs =
  /^[^,，。;]{0,3}(?:派|开|安排|叫|出)(?:了|来)?[^,，。;]{0,4}(?:车|船)(?:子|来|过来|专门)?(?:接|送)(?!种|新生|受|待|诊)/
const deeds = [
  '举办',
  '组织',
  '开展',
  '成立',
  '召开',
  '举行',
  '邀请',
  '请',
  '来',
  '到',
  '去',
  '派',
  '专家',
  '医生',
  '的',
  '在',
  '昨',
  '今',
  '前天',
  '上午',
  '下午',
  '搞',
  '办',
  '联合',
  '进',
  '免费',
  '上',
  '下',
  '共',
  '党委',
  '会长',
  '医疗队',
  '医护',
  '志愿',
  '义诊',
  '组',
]

/** 中心医院周末到…, 县妇联5月8日在…: a day, then the way there. */
function acting(s: Scan, at: number, limit: number): boolean {
  const day = startingAt(s.tokens, at)
  if (day?.type !== 'date' || /(学|中|小|校|园|馆)$/.test(s.text.slice(at - 1, at))) return false
  return /^(上午|下午|晚上|晚)?(到|去|来|在|给|为|举办|组织|开展|搞|办|教|派|下乡|下|走进)/.test(
    s.text.slice(day.end, Math.min(limit, day.end + 4)),
  )
}

/** 周五讲座，县医院，86人: a clause of nothing else behind what was held says where. */
const placeAlone = (s: Scan, end: number, c: Clause): boolean =>
  /^(?:的)?(?:[大小]?会议室|[大小]?礼堂|门口|大厅|[门诊住院]{2}部?大?楼|[一二三四五六]楼)?$/.test(
    s.text.slice(end, c.end).replace(/[,，。;；!！\s]+$/, ''),
  ) && (s.kinds[0]?.start ?? c.start) < c.start

/** Whether a body that is no unit of ours stands as the subject: at the head of a clause, with a deed behind it. */
export function foreignSubject(s: Scan, cs: readonly Clause[]): boolean {
  for (const c of cs) {
    const lead = s.tokens[c.from]
    if (
      has(lead, 'foreign') &&
      lead!.start <= c.start + 4 &&
      !placeAlone(s, lead!.end, c) &&
      !/[为给向对被由经受得与和在到去进赴]/.test(s.text.slice(c.start, lead!.start)) &&
      !/^(书记|领导|主要领导|有关|、|的批示|采纳|的)/.test(s.text.slice(lead!.end, lead!.end + 4))
    )
      return true
    for (let k = c.from; k < c.to && s.tokens[k]!.start < c.start + 24; k++)
      if (
        s.tokens[k]!.type === 'unit' &&
        anothers(s.text, s.tokens, k) &&
        !/[在到去进赴为给向与和同及、]/.test(s.text.slice(c.start, s.tokens[k]!.start))
      )
        return true
    for (let i = c.start; i < Math.min(c.end, c.start + 24); i++) {
      const byName = isHan(s.text.charCodeAt(i)) ? outright.at(s.text, i) : undefined
      const body = byName ?? (isHan(s.text.charCodeAt(i)) ? bodies.at(s.text, i) : undefined)
      if (!body || overlapping(strangers(s), i, i + 1)) continue
      const lead = s.text.slice(c.start, i)
      if (
        /[在到去进赴为给向与和同及跟陪带领帮教替对请邀把、]|组织(?!部)|参观|游览|看望|慰问|走访|走进|深入|联合|会同|地点/.test(
          lead,
        )
      )
        break
      // 老科协11.18日…: our own, as one says it at home
      if (lead === '' && s.text.startsWith('老科协', i)) break
      const own = overlapping(s.tokens, i, i + 1)
      if (
        own &&
        (own.type === 'unit' ||
          own.type === 'title' ||
          (has(own, 'guard') && !outright.at(s.text, own.start)))
      )
        continue
      if (came.test(s.text.slice(body.end, Math.min(c.end, body.end + 10)))) break
      if (askedUs.test(s.text.slice(body.end, Math.min(c.end, body.end + 12)))) break
      if (fetchedUs.test(s.text.slice(body.end, Math.min(c.end, body.end + 14)))) break
      // 昨天实验小学义诊，110人: where it was; a school sees no sick
      if (s.text.startsWith('义诊', body.end) && /[学校园]$/.test(s.text.slice(i, body.end))) break
      if ((byName || lead.length > 0) && deeds.some((w) => s.text.startsWith(w, body.end))) return true
      if (acting(s, body.end, c.end)) return true
      i = body.end - 1
    }
  }
  return false
}
