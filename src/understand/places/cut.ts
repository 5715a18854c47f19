import { oneOf, isHan } from '../text/chars.js'
import { kindWords } from '../words/kinds.js'
import { short } from './words.js'
import { notPlace, placeEnds, stopWords, villageGroup } from './places.js'
import { trie } from '../text/trie.js'

/** Signs no name of a place goes on over. */
export const stopsAt = '，,。.；;:!?！？、|/《“"（）()\n【】'
const stops = oneOf(`${stopsAt} `)
/** Characters a place may have. */
const longest = 26
const vague = new Set(['田间地头', '田间', '地头', '里', '门前', '地'])
const shortPlaces = trie(Array.from(short, (w) => [w, true] as const))

/** Cuts `[start, limit)` to a place: up to a word of doing, then back to the last place ending. */
export function cutPlace(text: string, start: number, limit: number): number {
  let end = start
  let last = -1
  let i = start
  while (i < limit && i - start < longest) {
    if (stops(text, i)) break
    // 某某村田间地头, 大院里: what only says where about adds nothing to a name
    const behind = i === last ? placeEnds.at(text, i) : undefined
    if (behind && vague.has(text.slice(i, behind.end))) break
    // 五里铺, 十八里店
    const miles = text[i] === '里' && numerals.includes(text[i - 1] ?? '。') && isHan(text.charCodeAt(i + 1))
    const place = miles
      ? undefined
      : (placeEnds.at(text, i) ?? (i === start ? shortPlaces.at(text, i) : undefined))
    // 某某街道办了个讲座
    if (place && text[place.end - 1] === '办' && '了个场一两三讲培起过'.includes(text[place.end] ?? '。')) {
      if (place.end - i > 2) last = Math.max(last, place.end - 1)
      break
    }
    if (
      place &&
      place.end <= limit &&
      !(place.end - i === 1 && '长民友'.includes(text[place.end] ?? '。')) &&
      // 集中学习, 二中学生
      !(text[place.end - 1] === '学' && '习生'.includes(text[place.end] ?? '。')) &&
      (i > start || place.end - i > 2 || short.has(text.slice(i, place.end)) || isNumbered(text, i))
    ) {
      last = Math.max(last, place.end)
      i++
      continue
    }
    // inside 老年大学 no word of doing is looked for
    if (text[i] === '组' && i < limit && villageGroup(text, start, i + 1)) last = i + 1
    if (i > start && i >= last && !miles) {
      const stop = stopWords.at(text, i)
      // 跃进社区: no word of going
      const inside =
        stop &&
        (stop.end - i === 1
          ? inName(text, i, start)
          : insideName(text, i, stop.end) || (text[i] === '进' && '跃前先奋共并'.includes(text[i - 1]!)))
      if (stop && !inside) break
    }
    i++
  }
  end = Math.min(i, limit)
  if (last > 0 && villageBehind(text, last, end)) return end
  return last > 0 ? last : end
}

/** 七中, 三小 */
const isNumbered = (text: string, at: number): boolean =>
  numerals.includes(text[at]!) && '小中'.includes(text[at + 1] ?? '。')

const numerals = '一二三四五六七八九十'

/** 某县刘家集: a short name behind a county that ends as villages do. */
const villageBehind = (text: string, from: number, to: number): boolean =>
  to - from >= 2 &&
  to - from <= 3 &&
  '省市县区旗镇乡'.includes(text[from - 1]!) &&
  '集店铺桥口河沟堡营关井泉溪洲庙台甸峪岔滩埠浦墟坝坑窑咀嘴垭墩渡津川塬峁岘湖头组板洞'.includes(
    text[to - 1]!,
  ) &&
  !/^[赶逢开散]/.test(text.slice(from, to)) &&
  !kindWords.has(text.slice(from, to))

/**
 * 某技术中心, 某集团培训楼, 学术交流中心: what is done there names the place where its end follows within two characters;
 * 仁和集中学: the word is none, its last character begins the place.
 */
function insideName(text: string, at: number, behind: number): boolean {
  const noun = naming.has(text.slice(at, behind))
  for (let k = behind - 1; k <= behind + 1; k++) {
    const p = placeEnds.at(text, k)
    if (!p || p.end <= behind) continue
    if (k < behind ? text[p.end] === '习' : !noun) continue
    if (p.end - k >= 2 ? !notPlace(text, p.end) : p.end - at >= 3 && closesPlace(text, p.end)) return true
    if (!isHan(text.charCodeAt(k))) return false
  }
  return false
}

/** Words of doing that name what a house is for. */
const naming: ReadonlySet<string> = new Set(
  '技术 培训 交流 服务 健康 心理 科普 咨询 宣传 体检 学习 调研 推广 示范 实验 演出 比赛 录制 播放 接待 帮扶 义诊 表演 展出 研讨 检查 报告 讲座 慰问 辅导 座谈'.split(
    ' ',
  ),
)

/** 查看病险水库, 贯彻落实: what begins with a word of doing is told, no name of a place. */
export function beginsWithDeed(text: string, at: number): boolean {
  const deed = stopWords.at(text, at)
  return deed !== undefined && deed.end - at >= 2 && !insideName(text, at, deed.end)
}

const closesPlace = (text: string, at: number): boolean =>
  at >= text.length || !isHan(text.charCodeAt(at)) || '给为讲对向里内'.includes(text[at]!)

/** A single character of doing may be part of a name when a place ending follows soon: 和平镇, 新村. */
function inName(text: string, i: number, start: number): boolean {
  // 镍都区, 仁和集中学: one character in front of it is no place for it to stand behind
  const next = placeEnds.at(text, i + 1)
  if (
    '都和与同新多连公'.includes(text[i]!) &&
    (i === start + 1 || (next && next.end === i + 2 && i < start + 3))
  )
    return true
  // 某市第二实验小学
  if (text[i] === '第' && '一二三四五六七八九十0123456789'.includes(text[i + 1] ?? '。')) return true
  for (let k = i + 1; k <= i + 3; k++) {
    const p = placeEnds.at(text, k)
    if (p && p.end - start <= 10 && !notPlace(text, p.end))
      return !'请由派邀在为给向对就讲办搞的送听看做帮打写唱跳弄拿带修查采摘剪喷这是有以都还已啊呢哈嗯或且拍驻与及同跟'.includes(
        text[i]!,
      )
  }
  return false
}
