import { oneOf, isHan } from '../text/chars.js'
import { kindWords } from '../words/kinds.js'
import { ends, generic, short, stops, terrain } from './words.js'
import { trie } from '../text/trie.js'

/** Ends of names of places: 小学, 村, 广场. */
export const placeEnds = trie(ends.map((w) => [w, true] as const))

/** Words of doing: no name of a place goes on over them. */
export const stopWords = trie(stops.map((w) => [w, true] as const))

/** Whether words name one place: not 各村, 家里, 线上, 附近. */
export function isSpecificPlace(text: string): boolean {
  if (
    text.length < 2 ||
    generic.has(text) ||
    kindWords.has(text) ||
    /群里?$|^(地|田|棚|林子|山|院子?|屋|家|车|船|手机|心)里$|^(线上|网上|网络|腾讯会议|钉钉|大棚里?$)/.test(
      text,
    )
  )
    return false
  if (
    /[啊呀嗯呃哦哎吧嘛呢你我他她们]|一下|等地$|^[返老家故同还异他外]乡$|^浅出|会上$|现场会|(之际|之时|家里|家中|[住出转]院)$|[0-9一二三四五六七八九十]所|^累计|中小学$|^(同(?=[一学样时村校乡镇社区县市个行事班组])|某|昨|今天|前天|附近|对面|隔壁|上述|其他|其它|有关|相关|周围)/.test(
      text,
    )
  )
    return false
  if (/[和与]/.test(text) && text.split(/[和与]/).every((w) => w === '' || generic.has(w))) return false
  // 老孙在社区, 望江区进学校: who went to what is no name of its own
  const gone = /(?<=.{2})(?:[在去到]|(?<![跃前先奋])进)(?=[^在去到进]{1,4}$)/.exec(text)
  if (gone && generic.has(text.slice(gone.index + 1))) return false
  if (/[队团们人员]下[村乡寨屯]$/.test(text)) return false
  // 三明, 126中学: numbers names begin with
  if (/^[一二三四五六七八九十0-9]+([小中]|中学|小学|医院|学校|厂|团)$|^三[明亚门河江水台原穗都沙]/.test(text))
    return true
  return (
    !/^(各|每|多|全|当|本|该|这|那|一些|一所|一个|几|数|某|两|三|四|五|六|七|八|九|十|[0-9])/.test(text) ||
    /^[三四五六七八九十]家(子|河|沟|店|堡|营|屯|湾|坪|庄|村|寨)/.test(text) ||
    (/^(三|四|五|六|七|八|九|十|全|本|多|两)[^所个家地校处村]/.test(text) && /[一-龥]{3}/.test(text))
  )
}

/** 村民, 校长, 站长: the end belongs to a word for people. */
export const notPlace = (text: string, at: number): boolean => '民长员友委干生们老'.includes(text[at] ?? '。')

/** 七中, 三小 */
const schoolEnd = oneOf('小中')

/** Last characters of places: most stretches end otherwise. */
const mayEnd = new Uint8Array(0x10000)
for (const w of [...ends, ...short, '小', '中', '组']) mayEnd[w.charCodeAt(w.length - 1)] = 1

/** Whether `[from, to)` ends as names of places do. */
export function endsPlace(text: string, from: number, to: number): boolean {
  if (to <= from || mayEnd[text.charCodeAt(to - 1)] !== 1) return false
  // 晚上广场舞比赛
  if (text[to] === '舞') return false
  if (short.has(text.slice(from, to))) return true
  if (schoolEnd(text, to - 1) && /^[一二三四五六七八九十0-9]+[小中]$/.test(text.slice(from, to))) return true
  for (let k = Math.max(from + 1, to - 6); k < to; k++) {
    const p = placeEnds.at(text, k)
    if (p && p.end === to) return true
  }
  return villageGroup(text, from, to)
}

/** 某镇河边组: the smallest part of a village, behind the town's name. */
export const villageGroup = (text: string, from: number, to: number): boolean =>
  text[to - 1] === '组' &&
  [3, 4].some((l) => to - l > from && '镇乡村'.includes(text[to - l]!)) &&
  !'作家小成教'.includes(text[to - 2]!)

/** 响水洞, 马家渡, 大石板: three or four characters that end as names of hamlets do. */
export function soundsLikePlace(text: string, from: number, to: number): boolean {
  if (to - from < 3 || to - from > 4 || !terrain.has(text[to - 1]!)) return false
  if (/[里上下前后外内年月]头$|[门路街胃关]口$|(现场|关节|[骨结]石)$/.test(text.slice(from, to))) return false
  for (let i = from; i < to; i++) if (!isHan(text.charCodeAt(i))) return false
  return stopWords.at(text, from) === undefined && !kindWords.has(text.slice(from, to))
}

/** 敬老院, 科普馆: a word of doing that is the beginning of a place's end. */
export function insidePlace(text: string, word: { readonly start: number; readonly end: number }): boolean {
  const end = placeEnds.at(text, word.start)
  return end !== undefined && end.end > word.end && !notPlace(text, end.end)
}
