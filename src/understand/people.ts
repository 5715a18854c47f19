import type { Field } from './labels.js'
import { endsName, isName, mayBeName, nameAt, postAt, postBefore } from './names.js'
import { firstBehind, startingAt } from './ordered.js'
import { has, isHan, type Token } from './tokens.js'
import { near } from './near.js'
import { trie } from './trie.js'

export interface NameFind {
  readonly start: number
  readonly end: number
}

const words = (list: string) => trie(list.split(/\s+/).map((w) => [w, true] as const))

/** Words with a lecturer's name behind them, perhaps after 是, 为 and where the person is from. `sure`: nothing else follows them. */
const leads = trie<boolean>([
  ...`主讲人 主讲老师 主讲教师 主讲嘉宾 主讲专家 主讲医生 主讲教授 主讲者 主讲讲师 主讲 讲师 特邀讲师 特邀主讲 授课老师 授课教师 授课专家 授课人 授课者 授课讲师 授课的是 授课的 讲课的是 讲课的 讲课老师 讲课教师 讲课人 讲课者 讲课专家 报告人 宣讲人 宣讲员 演讲人 演讲者 讲解人 讲解员 讲述人 讲授人 授讲人 讲座人 讲的人 讲的老师 老师是 老师叫 教课的是 教课的 教课老师 任课老师 任课教师 上课的 上课老师 执教 施教 带教老师 培训老师 培训讲师 培训师 培训教师 辅导人 辅导老师 坐诊医生 坐诊专家 坐诊的 出诊医生 出诊专家 出诊医师 坐诊医师 义诊医生 义诊专家 义诊医师 接诊医生 参加医师 医生是 大夫是 专家是`
    .split(/\s+/)
    .map((w) => [w, true] as const),
  ...'授课 讲课 讲的是 讲:'.split(' ').map((w) => [w, w === '讲:'] as const),
])
/** What lecturers and doctors do. */
const teaching = words(
  '坐镇 把关 接诊 问诊 看病 为题 巡讲 开讲 主讲 讲授 讲解 讲课 讲了 讲述 讲《 讲“ 授课 宣讲 上课 演讲 报告 讲座 传授 出诊 坐诊 义诊 指导 辅导 解说 传经 答疑 一课 上了 培训 培育 科普 剖析 分享 讲 教 课',
)
const noTeaching = words(
  '讲话 讲究 讲题 讲稿 讲台 讲师 讲到 致辞 致词 主持 讲堂 听讲 听课 聆听 听取 报告厅 报告团 讲师团 听 参加 学习 教师 教室 教育 教授 教委',
)
const invited = ['邀请', '请', '特邀', '聘请', '请来', '由', '邀']
/** Who is named for something else. */
const otherDuty = [
  '主持',
  '主持人',
  '带队',
  '领队',
  '陪同',
  '摄影',
  '撰稿',
  '通讯员',
  '记者',
  '联系人',
  '填报',
  '填报人',
  '审核',
  '编辑',
  '报告者',
  '负责',
  '致辞',
  '讲话',
  '会见',
  '感谢',
  '秘书',
  '联络员',
  '报名',
  '报送人',
  '上报人',
]

/** Lecturers and doctors told as such, in order. */
export function speakers(
  text: string,
  tokens: readonly Token[],
  fields: readonly Field[],
  start: number,
  end: number,
): NameFind[] {
  const out: NameFind[] = []
  const add = (fs: readonly NameFind[]): void => {
    for (const f of fs)
      if (
        !out.some((o) => o.start < f.end && f.start < o.end) &&
        !out.some((o) => text.slice(o.start, o.end) === text.slice(f.start, f.end))
      )
        out.push(f)
  }
  for (const f of fields)
    if (f.name === 'speaker' && f.label >= start && f.label < end) {
      const own = inField(text, f.start, f.end)
      add(own.length > 0 ? own : nextCells(text, f.end))
    }
  const skipTo = skipper(tokens, fields)
  for (let i = start; i < end; i++) {
    const to = skipTo(i)
    if (to > i) {
      i = to - 1
      continue
    }
    if (!isHan(text.charCodeAt(i))) continue
    const lead = leads.at(text, i)
    if (lead) {
      const led = behindLead(text, lead.end, end, lead.value)
      if (led.length) {
        add(led)
        i = led.at(-1)!.end - 1
        continue
      }
    }
    if (!mayBeName(text, i)) continue
    const list = namesAt(text, tokens, i, start, end)
    if (list.length) {
      add(list)
      i = list.at(-1)!.end - 1
    }
  }
  for (const title of tokens)
    if (title.type === 'title' && title.book && title.start >= start && title.end <= end)
      add(besideTitle(text, tokens, title, start, end))
  if (out.length === 0) add(forAll(text, end))
  return out.sort((a, b) => a.start - b.start)
}

/** 主讲：市医院 内分泌科 谭某某: a later cell holds the name. */
function nextCells(text: string, from: number): NameFind[] {
  let at = from
  for (let n = 0; n < 4 && text[at] === ' '; n++) {
    const end = cellEnd(text, at + 1)
    const found = inField(text, at + 1, end)
    if (found.length > 0) return found
    if (!bodies.includes(text[end - 1]!) && !postBefore(text, end)) return []
    at = end
  }
  return []
}

/** Where a cell of a terse line ends. */
function cellEnd(text: string, at: number): number {
  let i = at
  while (i < text.length && i - at < 20 && !',。;|\n '.includes(text[i]!)) i++
  return i
}

/** 王某某《恐龙》; 《恐龙》 王某某: a name that stands right before or behind a title, between marks. */
function besideTitle(
  text: string,
  tokens: readonly Token[],
  title: Token,
  start: number,
  limit: number,
): NameFind[] {
  let from = title.end
  if (' ,|('.includes(text[from] ?? '。')) from++
  const behind = nameAt(text, from, limit, true)
  if (behind !== null && isName(text, from, behind, true) && ends(text, behind, limit)) {
    const duty = otherDuty.some((w) => text.slice(start, from).endsWith(w))
    if (!duty) return list(text, from, limit, true)
  }
  const to = ' ,|'.includes(text[title.start - 1] ?? '。') ? title.start - 1 : title.start
  for (const l of [3, 2, 4]) {
    const at = to - l
    if (at < start || nameAt(text, at, to) !== to || !isName(text, at, to)) continue
    if (!boundary(text, tokens, at, start) || '的和'.includes(text[at - 1] ?? ' ')) continue
    const before = text.slice(Math.max(start, at - 6), at)
    if (otherDuty.some((w) => before.endsWith(w))) return []
    return [{ start: at, end: to }]
  }
  return []
}
const ends = (text: string, at: number, limit: number): boolean =>
  at >= limit || ',。;、|\n )'.includes(text[at]!)

/** 三场均由冯某某律师主讲, said behind for all that stands before. */
function forAll(text: string, from: number): NameFind[] {
  for (let i = from; i < Math.min(text.length, from + 200); i++) {
    const c = text[i]!
    if (c !== '均' && c !== '都' && c !== '全') continue
    if (!'由是为'.includes(text[i + 1] ?? '。')) continue
    let stop = i
    while (stop < text.length && stop - i < 40 && !',。;\n'.includes(text[stop]!)) stop++
    if (!/主讲|授课|讲《|讲课|宣讲|讲师/.test(text.slice(Math.max(from, i - 6), stop))) continue
    const found = inField(text, i + 2, stop)
    if (found.length > 0) return found
  }
  return []
}

const holdsNone = ({ type }: Token): boolean =>
  type === 'title' || type === 'unit' || type === 'date' || type === 'number'

/** Titles, units, dates and foreign fields hold no lecturer; asked for in rising order. */
function skipper(tokens: readonly Token[], fields: readonly Field[]): (at: number) => number {
  let t = 0
  let f = 0
  const shut = fields.filter(
    (x) => x.name === 'void' || x.name === 'speaker' || x.name === 'topic' || x.name === 'place',
  )
  return (at) => {
    while (t < tokens.length && (tokens[t]!.end <= at || !holdsNone(tokens[t]!))) t++
    while (f < shut.length && shut[f]!.end <= at) f++
    const token = tokens[t]
    const field = shut[f]
    return Math.max(token && token.start <= at ? token.end : at, field && field.label <= at ? field.end : at)
  }
}

/** No list of lecturers is longer; what is was made to be. */
const mostNames = 16

/** 赵秀英、高文博; 张三和李四老师. */
function list(text: string, at: number, limit: number, sure = false): NameFind[] {
  const out: NameFind[] = []
  let i = at
  for (;;) {
    const end = nameAt(text, i, limit, sure)
    if (end === null || !isName(text, i, end, sure)) return out
    if (!endsName(text, end, limit) && !(sure && comesFrom(text, i, end))) return out
    out.push({ start: i, end })
    if (out.length === mostNames) return out
    let next = end
    const post = postAt(text, next)
    if (post) next = post.end
    if (text[next] === '(') {
      const close = near(text, ')', next, 26)
      if (close > 0 && close - next < 24) next = close + 1
    }
    if (!'、和与,及'.includes(text[next] ?? '。')) return out
    const more = nameAt(text, next + 1, limit, sure)
    const led = more === null && text[next] === '、' ? behindBody(text, next + 1, limit) : -1
    if (led > 0) {
      i = led
      continue
    }
    if (more === null || (text[next] === ',' && !endsItem(text, more, limit))) return out
    i = next + 1
  }
}
/** 张某、内分泌科李某: the next of a list behind where the person is from; -1 where none is. */
function behindBody(text: string, at: number, limit: number): number {
  for (let i = at + 2; i < Math.min(limit, at + 10) && isHan(text.charCodeAt(i)); i++) {
    if (!bodies.includes(text[i - 1]!)) continue
    const end = nameAt(text, i, limit)
    if (end !== null && isName(text, i, end) && endsName(text, end, limit)) return i
  }
  return -1
}
const endsItem = (text: string, at: number, limit: number): boolean =>
  at >= limit || '、,。;\n '.includes(text[at]!)

/** 主讲的是刘某某公安局退休的: where somebody is from follows the full name at once; 廖某某廖是…: or how it is written. */
const comesFrom = (text: string, start: number, end: number): boolean =>
  end - start === 3 &&
  (/^[^,。;]{0,8}(退休|来的|出身|毕业)/.test(text.slice(end, end + 12)) ||
    (text[end] === text[start] && text[end + 1] === '是'))

/** 主讲人：张三; 主讲是二院的汪梅芳医生; 讲课的是王淑琴教授; 讲的人是省医院陈某某. */
function behindLead(text: string, at: number, limit: number, sure: boolean): NameFind[] {
  let from = at
  // 主讲人不是甲,是乙
  if (text.startsWith('不是', from)) {
    const comma = near(text, ',', from, 14)
    if (comma < 0 || comma > from + 12) return []
    from = comma + 1
    const is = near(text, '是', from, 2)
    if (is === from || is === from + 1) return inField(text, is + 1, cellEnd(text, is + 1))
  }
  const spaced = text[from] === ':' || text[from] === ' '
  for (let i = from; i < Math.min(limit, from + 24); i++) {
    const c = text[i]!
    if (',。;!?\n《“'.includes(c)) break
    const before = text[i - 1]!
    const direct =
      i === from ||
      ' :~-是为由(的叫'.includes(before) ||
      postBefore(text, i) !== null ||
      text.endsWith('之女', i)
    const body = !direct && bodies.includes(before)
    if (!direct && !body) continue
    if (before === ' ' && i > from + 1 && !spaced) break
    const found = list(text, i, limit, sure && !body)
    const last = found.at(-1)
    if (!last) continue
    if (body && !(ends(text, last.end, limit) || postAt(text, last.end))) continue
    if (!sure && !direct) continue
    // 讲的是张某某主任: without a post it may be what was talked about
    if (!sure && !postAt(text, last.end) && !postBefore(text, i) && text[from] !== ':') continue
    return found
  }
  return []
}
/** Last characters of bodies a lecturer is from. */
const bodies = '团会科院校队站所厂局处办委系部台馆社组司室心库行县市区镇乡村店公'

function inField(text: string, start: number, end: number): NameFind[] {
  const out: NameFind[] = []
  for (let i = start; i < end; i++) {
    const free =
      i === start ||
      !isHan(text.charCodeAt(i - 1)) ||
      postBefore(text, i) !== null ||
      '的和与及由是人'.includes(text[i - 1]!) ||
      bodies.includes(text[i - 1]!)
    if (!free) continue
    const found = list(text, i, end, true)
    if (!found.length) continue
    out.push(...found)
    i = found.at(-1)!.end
  }
  return out
}

/** Names in running text: behind a trade, or at a boundary, with the teaching told in the clause. */
function namesAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  start: number,
  limit: number,
): NameFind[] {
  const post = postBefore(text, at)
  if (!post && !boundary(text, tokens, at, start)) return []
  const found = list(text, at, limit)
  const last = found.at(-1)
  if (!last) return []
  // 代银龄讲师团…: the characters belong to a unit's name
  const over = tokens[firstBehind(tokens, at)]
  if ((over?.type === 'unit' || over?.type === 'date') && over.start < last.end) return []
  const before = text.slice(Math.max(start, at - 6), at)
  if (otherDuty.some((w) => before.endsWith(w))) return []
  const behind = text.slice(last.end, last.end + 4)
  if (otherDuty.some((w) => behind.startsWith(w))) return []
  const behindPost = postBehind(text, last.end)
  const acts = post !== null || behindPost > last.end || actsAtOnce(text, tokens, last.end)
  if (acts && teaches(text, behindPost, limit, post !== null || behindPost > last.end)) return found
  const called = invitedBefore(text, at, start)
  if (post?.trade && (called || endsApposition(text, last.end, limit))) return found
  return post && called ? found : []
}

/** 张老师, 张某、李某二位老农艺师 */
function postBehind(text: string, at: number): number {
  const several = /^(二|两|三|四|五|几)位|^等/.exec(text.slice(at, at + 2))?.[0].length ?? 0
  const from = several > 0 && text[at + several] === '老' ? at + several + 1 : at + several
  return postAt(text, from)?.end ?? postAt(text, at + several)?.end ?? at
}

/** Without a post before or behind, the deed or where it was done follows at once: 谭某某给学生讲, 莫某某在中学讲. */
function actsAtOnce(text: string, tokens: readonly Token[], at: number): boolean {
  return (
    '给为向在到去赴讲作做以就从用应受主授来走前带教,'.includes(text[at] ?? '。') ||
    startingAt(tokens, at)?.type === 'date'
  )
}

function boundary(text: string, tokens: readonly Token[], at: number, start: number): boolean {
  if (at === start) return true
  const c = text[at - 1]!
  if (c >= '0' && c <= '9') return false
  if (c === '@' || c === '、') return false
  if (!isHan(c.charCodeAt(0))) return true
  if ('由请的和与及让是邀'.includes(c)) return true
  const t = tokens[firstBehind(tokens, at - 1)]
  const free = t?.type === 'unit' || t?.type === 'date' || has(t, 'we') || has(t, 'send')
  return (t?.end === at && free) || bodies.includes(c)
}

/** A teaching verb behind the name in its clause, or in the next where that one has no other subject. */
function teaches(text: string, at: number, limit: number, posted: boolean): boolean {
  let commas = 0
  for (let i = at; i < Math.min(limit, at + 60); i++) {
    const c = text[i]!
    if ('。;!?\n'.includes(c)) return false
    if (c === ',' && ++commas > (posted ? 2 : 1)) return false
    if (c === '《' || c === '“') {
      const close = near(text, c === '《' ? '》' : '”', i, 62)
      if (close > 0 && close - i < 60) i = close
      continue
    }
    const no = noTeaching.at(text, i)
    if (no) {
      if (commas === 0 && i - at <= 1) return false
      i = no.end - 1
      continue
    }
    if (teaching.at(text, i)) return commas === 0 || posted || text.slice(at, at + 12).includes(',')
    // another person begins to act
    if (commas > 0 && nameAt(text, i, limit) !== null && text[i - 1] === ',') return false
  }
  return false
}

const invitedBefore = (text: string, at: number, start: number): boolean => {
  const clause = text.slice(Math.max(start, at - 40), at)
  const from = Math.max(clause.lastIndexOf('。'), clause.lastIndexOf('；'), clause.lastIndexOf(';'))
  return invited.some((w) => clause.slice(from + 1).includes(w))
}
/** …主任医师胡世红，…: a name in a row of doctors. */
const endsApposition = (text: string, at: number, limit: number): boolean =>
  at >= limit ||
  ',、。;\n'.includes(text[at]!) ||
  (text[at]! >= '0' && text[at]! <= '9') ||
  '两三四五六七八九十等'.includes(text[at]!)
