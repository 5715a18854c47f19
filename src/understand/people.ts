import type { Field } from './labels.js'
import { endsName, isName, mayBeName, nameAt, postAt, postBefore } from './names.js'
import { firstBehind, startingAt } from './ordered.js'
import { has, isHan, type Token } from './tokens.js'
import { trie } from './trie.js'

export interface NameFind {
  readonly start: number
  readonly end: number
}

const words = (list: string) => trie(list.split(/\s+/).map((w) => [w, true] as const))

/** Words with a lecturer's name behind them, perhaps after 是, 为 and where the person is from. */
const leads = words(
  '主讲人 主讲老师 主讲教师 主讲嘉宾 主讲专家 主讲 讲师 授课老师 授课教师 授课专家 授课人 授课的 授课 讲课的 讲课老师 讲课人 讲课 报告人 宣讲人 宣讲员 演讲人 讲解人 老师是 讲的是',
)
/** What lecturers and doctors do. */
const teaching = words(
  '主讲 讲授 讲解 讲课 讲了 讲述 讲《 讲“ 授课 宣讲 上课 演讲 报告 讲座 传授 出诊 坐诊 义诊 指导 辅导 解说 传经 答疑 一课 上了 培训 培育 科普 剖析 分享 讲 教 课',
)
const noTeaching = words(
  '讲话 讲究 讲台 讲师 讲到 致辞 致词 主持 讲堂 听讲 听课 聆听 听取 报告厅 报告团 讲师团 听 参加 学习 教师 教室 教育 教授 教委',
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
  for (const f of fields) if (f.name === 'speaker' && f.label >= start && f.label < end) add(inField(text, f))
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
      const led = behindLead(text, lead.end, end)
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
  return out.sort((a, b) => a.start - b.start)
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

/** 赵秀英、高文博; 张三和李四老师. */
function list(text: string, at: number, limit: number): NameFind[] {
  const out: NameFind[] = []
  let i = at
  for (;;) {
    const end = nameAt(text, i, limit)
    if (end === null || !isName(text, i, end) || !endsName(text, end, limit)) return out
    out.push({ start: i, end })
    let next = end
    const post = postAt(text, next)
    if (post) next = post.end
    if (text[next] === '(') {
      const close = text.indexOf(')', next)
      if (close > 0 && close - next < 24) next = close + 1
    }
    if (!'、和与,及'.includes(text[next] ?? '。')) return out
    const more = nameAt(text, next + 1, limit)
    if (more === null || (text[next] === ',' && !endsItem(text, more, limit))) return out
    i = next + 1
  }
}
const endsItem = (text: string, at: number, limit: number): boolean =>
  at >= limit || '、,。;\n '.includes(text[at]!)

/** 主讲人：张三; 主讲是二院的汪梅芳医生; 讲课的是王淑琴教授. */
function behindLead(text: string, at: number, limit: number): NameFind[] {
  for (let i = at; i < Math.min(limit, at + 18); i++) {
    const c = text[i]!
    if (',。;!?\n《“'.includes(c)) break
    const direct = i === at || ' :是为由(的叫'.includes(text[i - 1]!) || postBefore(text, i) !== null
    if (!direct) continue
    const found = list(text, i, limit)
    if (found.length) return found
  }
  return []
}

function inField(text: string, f: Field): NameFind[] {
  const out: NameFind[] = []
  for (let i = f.start; i < f.end; i++) {
    const free =
      i === f.start ||
      !isHan(text.charCodeAt(i - 1)) ||
      postBefore(text, i) !== null ||
      '的和与及院校团会'.includes(text[i - 1]!)
    if (!free) continue
    const found = list(text, i, f.end)
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
  const before = text.slice(Math.max(start, at - 6), at)
  if (otherDuty.some((w) => before.endsWith(w))) return []
  const behind = text.slice(last.end, last.end + 4)
  if (otherDuty.some((w) => behind.startsWith(w))) return []
  const behindPost = postAt(text, last.end)?.end ?? last.end
  const acts = post !== null || behindPost > last.end || actsAtOnce(text, tokens, last.end)
  if (acts && teaches(text, behindPost, limit)) return found
  const called = invitedBefore(text, at, start)
  if (post?.trade && (called || endsApposition(text, last.end, limit))) return found
  return post && called ? found : []
}

/** Without a post before or behind, the deed or where it was done follows at once: 谭某某给学生讲, 莫某某在中学讲. */
function actsAtOnce(text: string, tokens: readonly Token[], at: number): boolean {
  return (
    '给为向在到讲作做以就从用应受主授来走前带教,'.includes(text[at] ?? '。') ||
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
  return (t?.end === at && free) || '团会科院校队站所厂'.includes(c)
}

/** A teaching verb behind the name in its clause, or in the next where that one has no other subject. */
function teaches(text: string, at: number, limit: number): boolean {
  let commas = 0
  for (let i = at; i < Math.min(limit, at + 60); i++) {
    const c = text[i]!
    if ('。;!?\n'.includes(c)) return false
    if (c === ',' && ++commas > 1) return false
    if (c === '《' || c === '“') {
      const close = text.indexOf(c === '《' ? '》' : '”', i)
      if (close > 0 && close - i < 60) i = close
      continue
    }
    const no = noTeaching.at(text, i)
    if (no) {
      if (commas === 0 && i - at <= 1) return false
      i = no.end - 1
      continue
    }
    if (teaching.at(text, i)) return commas === 0 || text.slice(at, at + 12).includes(',')
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
