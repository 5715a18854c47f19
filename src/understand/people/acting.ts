import { isHan } from '../text/chars.js'
import { starts } from '../text/affixes.js'
import { endsName, isName, nameAt, postAt, postBefore } from './names.js'
import { near } from '../text/near.js'
import { firstBehind, startingAt } from '../text/ordered.js'
import { bodies, list, otherDutyBefore, otherDutyBehind, type NameFind } from './list.js'
import { has, type Token } from '../tokens.js'
import { trie } from '../text/trie.js'

const words = (list: string) => trie(list.split(/\s+/).map((w) => [w, true] as const))

/** What lecturers and doctors do. */
const teaching = words(
  '解读 讲起 为主题 坐镇 把关 接诊 问诊 看病 巡诊 看诊 摆龙门阵 摆的龙门阵 坐堂 诊治 诊疗 查体 号脉 示范 健康咨询 为题 巡讲 开讲 主讲 讲授 讲解 讲课 讲了 讲述 讲《 讲“ 授课 宣讲 上课 演讲 报告 讲座 传授 出诊 坐诊 义诊 指导 辅导 解说 传经 答疑 一课 上了 培训 培育 科普 剖析 分享 讲 教 课',
)
const noTeaching = words(
  '讲话 讲究 讲题 讲稿 讲台 讲师 讲到 致辞 致词 主持 讲堂 听讲 听课 聆听 听取 报告厅 报告团 讲师团 听 参加 学习 教师 教室 教育 教授 教委',
)
const invited = ['邀请', '请', '特邀', '聘请', '请来', '由', '邀']
/** Names in running text: behind a trade, or at a boundary, with the teaching told in the clause. */
export function namesAt(
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
  if (otherDutyBefore(text, at, start) || otherDutyBehind(text, last.end)) return []
  const behindPost = postBehind(text, last.end)
  // 丰某某教授的《…》
  if (behindPost > last.end && text[behindPost] === '的' && '《“'.includes(text[behindPost + 1] ?? '。'))
    return found
  // 我是某会的许某某,昨天我们请专家讲…: who tells it
  if (!post && introduced.test(text.slice(Math.max(start, at - 20), at))) return []
  const acts = post !== null || behindPost > last.end || actsAtOnce(text, tokens, last.end)
  if (acts && teaches(text, behindPost, limit, post !== null || behindPost > last.end)) return found
  const called = invitedBefore(text, at, start)
  if (post?.trade && (called || endsApposition(text, last.end, limit))) return found
  return post && called ? found : []
}

/** Oneself, by name, in the clause that ends there. */
const introduced = /我(是|系|叫)[^,。;!?\n]*$/

/** 张老师, 张某、李某二位老农艺师 */
function postBehind(text: string, at: number): number {
  const several = /^(二|两|三|四|五|几)位|^等/.exec(text.slice(at, at + 2))?.[0].length ?? 0
  const from = several > 0 && text[at + several] === '老' ? at + several + 1 : at + several
  return postAt(text, from)?.end ?? postAt(text, at + several)?.end ?? at
}

/** Without a post before or behind, the deed or where it was done follows at once: 谭某某给学生讲, 莫某某在中学讲. */
function actsAtOnce(text: string, tokens: readonly Token[], at: number): boolean {
  // 《家乡的河》文学讲座
  if (text[at] === '讲' && '座堂话题台'.includes(text[at + 1] ?? '。')) return false
  if (healsAtOnce(text, at)) return true
  // 孟某某 给船员家属讲…: set apart in a terse line
  if (text[at] === ' ' && '给为向讲主授教'.includes(text[at + 1] ?? '。') && !isLabel(text, at + 1))
    return true
  return (
    '给为向在到去赴讲作做以就从用应受主授来走前带教,'.includes(text[at] ?? '。') ||
    startingAt(tokens, at)?.type === 'date'
  )
}

const healsAtOnce = starts('坐诊 出诊 接诊 巡诊 主讲 授课 讲授 宣讲 执教 带教 示范')
/** 讲座, 主题: the next cell of a terse line. */
const isLabel = (text: string, at: number): boolean =>
  /^(讲[座师题课稿堂]|主[题办]|授课[:人])/.test(text.slice(at, at + 3))

export function boundary(text: string, tokens: readonly Token[], at: number, start: number): boolean {
  if (at === start) return true
  const c = text[at - 1]!
  if (c >= '0' && c <= '9') return false
  if (c === '@') return false
  // 丰某某教授的《…》、池某某研究员的《…》
  if (c === '、') return '》”场节次期'.includes(text[at - 2] ?? '。')
  if (!isHan(c.charCodeAt(0))) return true
  if ('由请的和与及让是邀路'.includes(c)) return true
  const t = tokens[firstBehind(tokens, at - 1)]
  const free = t?.type === 'unit' || t?.type === 'date' || has(t, 'we') || has(t, 'send')
  return (t?.end === at && free) || bodies.includes(c)
}

/** A teaching verb behind the name in its clause, or in the next where that one has no other subject. */
function teaches(text: string, at: number, limit: number, posted: boolean): boolean {
  let commas = 0
  let pause = at
  for (let i = at; i < Math.min(limit, at + 60); i++) {
    const c = text[i]!
    if ('。;!?\n'.includes(c)) return false
    if (c === ',') {
      // 某某主任,昨天下午,某小区,讲…: when and where, between two pauses
      if (!posted || i - pause > 6 || i === at) commas++
      pause = i + 1
      if (commas > (posted ? 2 : 1)) return false
    }
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
    if (commas > 0 && text[i - 1] === ',' && begunByName(text, i, limit)) return false
  }
  return false
}

const begunByName = (text: string, at: number, limit: number): boolean => {
  const end = nameAt(text, at, limit)
  return end !== null && isName(text, at, end) && endsName(text, end, limit)
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
