import { among, oneOf, isHan } from '../text/chars.js'
import { lexicon } from '../words/lexicon.js'
import {
  common,
  compoundSurnames,
  foreignSounds,
  givenLike,
  isGiven,
  isNever,
  maybeUnlisted,
  postTrie,
  soundsForeign,
  surnameCharacters,
  surnames,
  wordySurnames,
} from './name-words.js'
import { trie } from '../text/trie.js'

/** Characters no given name holds: what follows is the sentence. */
const noName = among(
  '的了在是有和与及也都还就不这那个们人上下来去到给为向对说讲听看做作搞办会能可要把被让从以后前边里外场座课题诊训者',
)
/** Of these, what stands in names after all where the name is closed right behind: 韩有田, 宋清和, 秦可为. */
const soft = among('里向有和可为来前会能从以与同应')

/** A post or trade at `at`; `trade` where whoever has it teaches or heals by profession. */
export const postAt = (
  text: string,
  at: number,
): { readonly end: number; readonly trade: boolean } | null => {
  const found = postTrie.at(text, at)
  return found ? { end: found.end, trade: found.value } : null
}
/** A post or trade that ends at `at`. */
export function postBefore(text: string, at: number): { readonly trade: boolean } | null {
  for (let l = 6; l >= 2; l--) {
    const found = at - l >= 0 ? postTrie.at(text, at - l) : undefined
    if (found?.end === at) return { trade: found.value }
  }
  return null
}

/** What the sentence goes on with behind a name. */
const goesOn = trie(
  `举办 举行 召开 组织 上周 上月 上个 本周 本月 这周 前天 昨日 今日 昨晚 今晚 前晚 周 人数 听众 受众 学员 地点 时间 内容 资料 听课 来了 到了 全年 一人 解读 解答 赶到 赶赴 来到 走上 登上 带着 坐镇 巡讲 开讲 登台 登上 手把手 站上 亲自 义务 连讲 主刀 摆 到场 同志 主讲 讲授 讲课 讲了 授课 宣讲 出诊 坐诊 作了 作题 做了 走进 深入 围绕 应邀 受邀 担任 结合 详细 生动 通过 分别 现场 前往 介绍 具体 讲解 培训 一行 亲自 专程 耐心 带队 主持 参加 出席 率队 先后 今天 昨天 上午 下午 传授 针对 运用 利用 负责 退休 等人 表示 带来 进行 开展 指导 同台 联袂 高级 首席 国家 全国 特级 著名 知名`
    .split(/\s+/)
    .map((w) => [w, true] as const),
)
const stops = among(
  '，,。.；;:!?！？、|/《“"（）()\n 在到给为向对作做就以和与及同讲说谈用从来去于的了等是将又也都还把被由并带赴授担介围走教应',
)

/** What closes a run for certain: a mark or the end. */
const closers = ',。.;:!?、|/《“"()\n '
const isClosed = (text: string, end: number, limit: number): boolean =>
  end >= limit || closers.includes(text[end]!)
const closedBehind = (text: string, end: number): boolean => isClosed(text, end, text.length)

/** Whether a name can begin with the character. */
const begins = oneOf(surnameCharacters + foreignSounds + Array.from(compoundSurnames, (w) => w[0]).join(''))
export const mayBeName = (text: string, at: number): boolean => begins(text, at) || text[at + 1] === '·'

/**
 * Reads a name at `at`; null where none begins. `sure`: the words in front announce one (主讲：), so that rarer characters
 * are taken too.
 */
export function nameAt(text: string, at: number, limit: number, sure = false): number | null {
  if (!isHan(text.charCodeAt(at))) return null
  const foreign = foreignAt(text, at, limit, sure)
  const own = ownAt(text, at, limit, sure)
  if (foreign === null || (own !== null && own >= foreign)) return own
  return foreign
}

/** 宝音德力格尔, 次仁卓玛, 热依汗·买买提: the sounds run on to a mark, a post or a deed. */
function foreignAt(text: string, at: number, limit: number, sure: boolean): number | null {
  let i = at
  let dot = -1
  while (i < limit && i - at < 14) {
    const c = text[i]!
    if (c === '·' && dot < 0 && i > at) dot = i
    else if (dot >= 0 ? !isHan(text.charCodeAt(i)) : !soundsForeign(c) && !dottedSoon(text, i)) break
    if (i > at && (postTrie.at(text, i) || goesOn.at(text, i) || '的给为向对讲在说'.includes(c))) break
    if (c === '和' && i - at >= 3 && dot < 0) break
    i++
  }
  if (dot < 0 ? i - at < 2 : i - dot < 2) return null
  // two or three sounds may be any word: only where a name is announced
  const posted = i - at === 3 && (postBefore(text, at) ?? postAt(text, i)) !== null
  if (i - at < 4 && dot < 0 && !(sure && isClosed(text, i, limit)) && !posted) return null
  return endsName(text, i, limit) ? i : null
}
/** The first half of a dotted name may hold any character. */
function dottedSoon(text: string, at: number): boolean {
  for (let i = at + 1; i < at + 5; i++) {
    if (text[i] === '·') return true
    if (!isHan(text.charCodeAt(i))) return false
  }
  return false
}

function ownAt(text: string, at: number, limit: number, sure: boolean): number | null {
  const compound = compoundSurnames.has(text.slice(at, at + 2))
  if (!compound && !surnames(text[at]))
    return sure && isClosed(text, at + 3, limit) && maybeUnlisted(text, at, at + 3) ? at + 3 : null
  // 主任那某
  if (
    wordySurnames(text[at]) &&
    !sure &&
    !(postBefore(text, at) || (at > 0 && '讲师人团:、'.includes(text[at - 1]!)))
  )
    return null
  const given = at + (compound ? 2 : 1)
  if (given >= limit || !isHan(text.charCodeAt(given))) return null
  const full = given + 2
  if (full <= limit && isHan(text.charCodeAt(full - 1)) && holds(text, given, limit, sure)) return full
  const c = text[given]!
  if (postTrie.at(text, given) || goesOn.at(text, given)) return null
  if (!noName(c)) return given + 1
  // 孟和在…, 主讲 张会
  const free = c === '和' ? endsName(text, given + 1, limit) : sure && isClosed(text, given + 1, limit)
  return soft(c) && free ? given + 1 : null
}

/** Whether two characters from `given` on are a given name. */
function holds(text: string, given: number, limit: number, sure: boolean): boolean {
  const [a, b] = [text[given]!, text[given + 1]!]
  const end = given + 2
  if (postTrie.at(text, given + 1) || goesOn.at(text, given + 1)) return false
  if (b !== '几' && '二两三四五六'.includes(b) && text[end] === '位') return false
  const aSoft = noName(a)
  if (aSoft && !soft(a)) return false
  if (noName(b) || stops(b)) {
    if (!soft(b) || (aSoft && !sure)) return false
    // 由李芳和王强…: 和 is part of the name only where the name ends with it
    if (b === '和') return isClosed(text, end, limit) || startsAct(text, end)
    return isClosed(text, end, limit) || (postTrie.at(text, end) !== undefined && (sure || isGiven(a)))
  }
  if (aSoft) return isGiven(b) && endsName(text, end, limit)
  return true
}
const startsAct = (text: string, at: number): boolean =>
  postTrie.at(text, at) !== undefined ||
  goesOn.at(text, at) !== undefined ||
  '为给作在就讲用到去赴'.includes(text[at]!)

/** Whether the sentence can go on there as behind a name: a post, a mark, a deed; not another character of a longer word. */
export function endsName(text: string, end: number, limit: number): boolean {
  if (end >= limit) return true
  return (
    stops(text[end]) ||
    !isHan(text.charCodeAt(end)) ||
    postTrie.at(text, end) !== undefined ||
    (text[end + 1] === '位' && '二两三四五几'.includes(text[end]!)) ||
    // 张某某张大夫: the surname said again with the post
    (surnames(text[end]) && postTrie.at(text, end + 1) !== undefined) ||
    goesOn.at(text, end) !== undefined
  )
}

/** 老孙, 吴老师, 李专家 and words like 高血压 or 安全 are no names. */
export function isName(text: string, start: number, end: number, sure = false): boolean {
  const name = text.slice(start, end)
  if (name.includes('·')) return true
  if (/^[老小]/.test(name) || postTrie.at(text, start + 1) !== undefined) return false
  const word = lexicon().at(text, start)
  if (word && word.end >= end) return false
  // 万里, but 报告人万里程
  const usual = common.at(text, start)
  if (
    usual &&
    !(
      sure &&
      usual.end < end &&
      closedBehind(text, end) &&
      (isGiven(text[end - 1]) || surnames(text[end - 1]))
    )
  )
    return false
  // 李工: the engineer Li, not by name
  if (/[大中小县工总]$/.test(name) && name.length === 2) return false
  const from = start + (compoundSurnames.has(name.slice(0, 2)) ? 2 : 1)
  if (name.length <= 3 && !Array.from(name).every(soundsForeign)) {
    const posted = name.length === 3 && postBefore(text, start)?.trade === true
    if (sure || posted ? Array.from(name.slice(1)).some(isNever) : !givenLike(text, from, end)) return false
  }
  if (sure) return true
  const inner = lexicon().at(text, start + 1)
  return !(inner && inner.end <= end && inner.end - start >= 3 && !inner.value.tags.includes('guard'))
}
