import { says, type Area } from '../structure/area.js'
import type { Draft } from '../structure/draft.js'
import { announces } from '../structure/handed.js'
import type { KindMention } from '../mentions/mention.js'
import type { Measures } from './measures-event.js'
import { pattern } from '../text/pattern.js'
import type { Scan } from '../scan.js'
import { daysOf, type When } from './when.js'

const toured = pattern(
  /(到|去|在|走遍|跑遍)了?各(个)?(村|社区|校|学校|镇|乡|屯|寨|连队|街道|乡镇)|巡回|(跑了?|走了?|转了?|去了?|到|在)[^,，。;、]{2,8}、[^,，。;、]{2,8}、[^,，。;、]{2,8}(巡回|讲|开展|办|搞|义诊)/,
)

const wasHeld = pattern(
  /(举办|开展|组织|举行|召开|进行|办|搞|做|作|义诊|讲)了|(办|搞|做|讲|开|弄|忙|义诊|讲座|培训)(完|好|成|下来)了|结业[了啦]|(义诊|讲座|培训|活动)(结束|收工|收摊)了/,
)
/** 个案9人次, 心理辅导站接待个案5人: before the clause ends. */
const inCases = /^[^,，。;；]{0,14}(个案|个别|热线)/
const andSuch = pattern(/等(科普|宣传|系列)$/)
const severalPlaces = pattern(
  /(分赴|分别到|分别在|分别赴|先后到|先后赴|先后在|先后深入|先后走进)[^,，。;]{0,24}、|(?<!要|想)(跑|走|转|到|下|去)(了|遍)?([0-9一二两三四五六七八九十]+[个所](社区|村|学校|小学|中学|幼儿园|乡镇|乡|镇|屯|寨|海?岛)(?!民|居民|干部|群众|医生?|老师|学生|孩子|娃|职工|妇女|老人)|[^,，。;0-9、]{1,4}[0-9一二两三四五六七八九十]+所(小学|中学|学校|幼儿园)|[^,，。;、]{2,8}、[^,，。;]{2,24}[0-9一二两三四五六七八九十]个(村|社区|校|屯|寨|镇|乡))(?![^。;]{0,3}[,，:](上午|先|头|第一|一个|昨天|前天|今天|昨|前|周[一二三四五六日]|星期|礼拜|[0-9一二三四五六七八九十]{1,3}[号日月.]))|(深入|走进|前往|赴|去|到|在|跑|转|走)了?[^,，。;、]{2,8}[镇乡村]、[^,，。;、]{2,8}[镇乡村](?!(组织|举办|开展)的)|上午[在到去](?![^,，。;]{0,8}(?:室|礼堂|教室))[^,，。;]{2,12}[,，]下午[在到去](?!(?:地里|田|果园|茶园|大棚|现场|实地|基地|车间|山上|园子))|[在到去进]了?[0-9两二三四五六七八九十]{1,2}(所|个|家)(小学|中学|学校|社区|村|乡镇|幼儿园|敬老院|养老院|单位|工地|机关|工厂)(?!各|民|居民|干部|群众|医生?|老师|学生|孩子|娃|职工|妇女|老人)(?![^。;]{0,3}[,，:](?:上午|先|头|第一|一个|昨天|前天|今天|周[一二三四五六日]|星期|礼拜|[0-9]{1,3}[号日月.]))|[0-9一二两三四五六七八九十]+个(村|屯|寨|社区|镇|乡)[^,，。;]{0,3}(转了|跑了|走了)/,
)
/** 9号在人民公园发宣传资料: once, where it says where. */
const handedOutThere = pattern(/(?:在|到|去)[^,，。;]{2,10}(?:发|散|派)(?:放|发)?了?$/)
const askedIn = /(请来|请到|邀来|请了|邀请了?|请)[^,，。;们几多各]{1,18}$/
const aDay = pattern(/^(一|半)个?整?(天|日|上午|下午|晚上)/)
/** The segment begins by saying how many things were done. */
const oneOfThem = (s: Scan, d: Draft): boolean => {
  const { start } = s.clauses[d.segment.from]!
  return announces.test(s.text.slice(start, Math.min(start + 40, d.kinds[0]?.start ?? start)))
}
/** Whether an event without a number of sessions is one: a day, or done once; not what is told in general or of a month. */
export function isSingle(
  s: Scan,
  d: Draft,
  kind: KindMention,
  date: When | null,
  area: Area,
  m: Measures,
  placed: boolean,
): boolean {
  const lead = s.text.slice(Math.max(area.start, kind.start - 2), kind.start)
  const listed =
    lead.endsWith('等') ||
    lead.endsWith('系列') ||
    andSuch(s.text, Math.max(area.start, kind.start - 4), kind.start)
  const perfect = area.clauses.some((c) => wasHeld(s.text, c.start, c.end))
  if (d.carried && !m.attendance) return false
  // 个案9人次: so many talks, each of its own
  if (kind.kind === 'counselling' && inCases.test(s.text.slice(kind.start, kind.end + 16))) return false
  if (kind.kind === 'meeting' && says(area, 'call') && !(date && daysOf(date.period) > 31))
    return !says(area, 'often')
  // 4月举办征文比赛，…: one of that month, where a verb says that it was held
  const inMonth =
    date?.from.token.date.kind === 'month' &&
    kind.weight === 'head' &&
    /(举办|举行|召开|组织)[^,，。;、]{0,14}$/.test(
      s.text.slice(Math.max(area.start, kind.start - 16), kind.start),
    ) &&
    !says(area, 'series') &&
    !says(area, 'often') &&
    !listed &&
    !m.materials
  if (inMonth || d.single) return true
  if (date && daysOf(date.period) > 11) return false
  if (
    m.materials &&
    !m.attendance &&
    kind.weight === 'weak' &&
    !(date && daysOf(date.period) === 1 && handedOutThere(s.text, kind.start - 16, kind.start))
  )
    return false
  // 分赴三县, 跑了7个社区: a tour
  if (kind.kind !== 'enterprise' && severalPlaces(s.text, area.start, area.end)) return false
  // 这周到各村巡回, 跑了甲村、乙湾、丙庄: a tour without a number
  if (date && date.period.start !== date.period.end && toured(s.text, area.start, area.end)) return false
  // 上旬服务企业6家: one visit or six, it is not said
  if (kind.kind === 'enterprise' && date && daysOf(date.period) > 6 && (m.count?.value ?? 0) > 1) return false
  if (date) return true
  if (kind.kind === 'enterprise') return false
  // 展览一天，参观500人; 做了三样：讲座2场…；咨询台接待72人: one of so many things
  if (m.attendance && (aDay(s.text, kind.end, kind.end + 4) || oneOfThem(s, d))) return true
  if (kind.kind === 'culture' && m.attendance && !d.among && !says(area, 'often')) return true
  if (says(area, 'series') || says(area, 'often') || listed || d.among) return false
  // 在线上给居民讲《…》，420人次: one title, told with those who listened
  const titles = area.tokens.filter((t) => t.type === 'title')
  if (kind.kind === 'lecture' && m.attendance && titles.length === 1 && titles[0]!.start === kind.end)
    return true
  // 某会请来农大教授讲水稻抗旱，农民听讲150多人: somebody asked in to speak, and those who listened
  if (
    kind.kind === 'lecture' &&
    kind.weight === 'deed' &&
    m.attendance &&
    m.attendance.value <= 1500 &&
    askedIn.test(s.text.slice(Math.max(area.start, kind.start - 24), kind.start))
  )
    return true
  // 近日，某会举办…讲座，…学生共620人参加: one, held and attended
  const attended =
    kind.weight === 'head' &&
    m.attendance !== undefined &&
    !m.attendance.words.includes('万') &&
    ((/(近日|日前|近期|前不久|前些天|前几天|不久前)/.test(s.text.slice(area.start, kind.start)) &&
      /(举办|举行|召开|开展|组织)[^。;]{0,30}$/.test(s.text.slice(area.start, kind.start))) ||
      (m.attendance.value <= 1500 &&
        !says(area, 'total') &&
        /(举办|举行|召开)[^,，。;、]{0,24}$/.test(s.text.slice(area.start, kind.start)) &&
        /^[^。;]{0,12}(参加|听讲|聆听|到会|到场|出席|参训|听课)/.test(
          s.text.slice(d.figures.find((f) => f.counts === 'people')?.end ?? area.end, area.end),
        )))
  const short = (area.end - area.start < 30 && d.start === s.clauses[d.segment.from]!.start) || d.segment.form
  return !says(area, 'habit') && (perfect || short || attended || says(area, 'call') || placed)
}

/** A long period, or many sessions in one: the row stands beside events and is never added to them. */
export function isSummary(area: Area, date: When | null, m: Measures): boolean {
  if (date && daysOf(date.period) > 31) return true
  return (
    ((m.sessions?.value ?? 0) > 1 && says(area, 'total') && !(date && daysOf(date.period) < 27)) ||
    (m.sessions?.value ?? 0) > 9
  )
}
