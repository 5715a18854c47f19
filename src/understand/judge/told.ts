import { isHan } from '../text/chars.js'
import { daysBetween, type Period, type PlainDate } from '../../core/day.js'
import type { Clause } from '../form/clauses.js'
import { isPrimary } from '../structure/draft.js'
import type { Tag } from '../words/lexicon.js'
import { once } from '../text/once.js'
import { pattern } from '../text/pattern.js'
import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'
import { strangers } from './strangers.js'
import { has, type Token } from '../tokens.js'

/** What a sentence is told in, as far as its words say; the rules below decide by it. */
export interface Told {
  readonly s: Scan
  readonly b: Built
  /** Tokens of the clauses that hold kind and figures, and of their whole sentences. */
  readonly core: readonly Token[]
  readonly near: readonly Token[]
  readonly clauses: readonly Clause[]
  readonly figures: number
  readonly counted: boolean
  /** One of ours is named, or says 我们. */
  readonly ours: boolean
  /** A day or period not after the message. */
  readonly past: boolean
  /** A day, or a short period that has ended: 今年 and 二季度 still run on. */
  readonly over: boolean
  /** A verb with 了, or a word of completion. */
  readonly done: boolean
  /** Words without a verb, or a form: nothing in it says how it is meant but the figures. */
  readonly terse: boolean
  /** Day, kind and people within a few words: 今天义诊八十八人, whatever stands around them. */
  readonly brief: boolean
  /** Words that may say how it is meant: those of the sentence, of a brief telling its own. */
  readonly around: readonly Token[]
}

/** Whether a word of that sort is among the tokens; what a guarded title says does not count. */
export function says(ts: readonly Token[], tag: Tag): boolean {
  for (const t of ts) if (!t.aside && has(t, tag)) return true
  return false
}

/** The clause that names what was held. */
export const kindClause = (t: Told): readonly Token[] => {
  const c = t.s.clauses[t.b.kind.clause]!
  return t.s.tokens.slice(c.from, c.to)
}

const hasEnded = (p: Period, today: PlainDate): boolean =>
  p.end < today || (p.end === today && daysBetween(p.start, p.end) < 31)

/** Clauses before and behind that a sentence is looked through for how it is meant; longer ones are hostile. */
const nearest = 24

/** And tokens. */
const widest = 200

/** Looks a telling through for how it is meant: its clauses and those around it, within bounds. */
export function told(s: Scan, b: Built): Told {
  const core: number[] = [b.kind.clause]
  for (const f of b.draft.figures) if (!core.includes(f.clause)) core.push(f.clause)
  const sentences = core.map((c) => s.clauses[c]!.sentence)
  const lo = core.reduce((a, c) => Math.min(a, c))
  const hi = core.reduce((a, c) => Math.max(a, c))
  let first = lo
  while (
    first > 0 &&
    lo - first < nearest &&
    s.clauses[lo]!.from - s.clauses[first - 1]!.from <= widest &&
    sentences.includes(s.clauses[first - 1]!.sentence)
  )
    first--
  let end = hi + 1
  while (
    end < s.clauses.length &&
    end - hi <= nearest &&
    s.clauses[end]!.to - s.clauses[hi]!.to <= widest &&
    sentences.includes(s.clauses[end]!.sentence)
  )
    end++
  const clauses = s.clauses.slice(first, end).filter((c) => sentences.includes(c.sentence))
  const tokensOf = (cs: readonly Clause[]): Token[] => {
    const out: Token[] = []
    for (const c of cs) for (let i = c.from; i < c.to; i++) out.push(s.tokens[i]!)
    return out
  }
  const near = tokensOf(clauses)
  const primary = b.draft.figures.filter(isPrimary)
  const implied = b.report.count !== undefined || b.report.adopted !== undefined
  const attended = b.report.attendance !== undefined
  const over = b.when !== null && hasEnded(b.when.period, s.sentAt.day)
  const own = tokensOf(core.map((c) => s.clauses[c]!))
  const brief = (over || b.when === null) && attended && inFewWords(s, b)
  return {
    s,
    b,
    core: own,
    brief,
    around: brief ? own : near,
    near,
    clauses,
    figures: primary.length || (implied || attended ? 1 : 0),
    counted: implied || primary.some((f) => f.counts !== 'people' && f.counts !== 'materials'),
    ours: b.report.branch !== null || saysWe(s) || strangers(s).length > 0,
    past: b.when !== null && b.when.period.start <= s.sentAt.day,
    over,
    done: says(near, 'past') || clauses.some((c) => perfective(s.text, c)),
    terse:
      b.draft.segment.form ||
      ((hi > lo
        ? s.clauses[hi]!.end - s.clauses[lo]!.start < 30
        : s.clauses[lo]!.end - s.clauses[lo]!.start < 24) &&
        !near.some((x) => has(x, 'must') || has(x, 'hearsay'))),
  }
}

/** 我们 as the one who did it, not as the object: 让我们, 教我们. */
const saysWe = once((s: Scan) =>
  s.tokens.some(
    (t) =>
      has(t, 'we') &&
      !'让给为向对教得是带来跟'.includes(s.text[t.start - 1] ?? ' ') &&
      !(
        /[在到来]$/.test(s.text.slice(Math.max(0, t.start - 1), t.start)) &&
        /^(村|社区|镇|乡|单位|学校|厂|街道|楼|这)/.test(s.text.slice(t.end, t.end + 2))
      ) &&
      !/^(的(邻居|朋友|同学|老同学|亲戚|孩子|学生)|楼长|组长|班[0-9一二三四五六七八九十]|(村|镇|乡|社区|小区|街道|单位|厂)里?的?[^,，。]{0,2}(卫生[室院所]|医院|合作社|物业|居委|村委|超市|学校|小学|中学|幼儿园|派出所)(?![一-龥]{0,6}(请|邀))|村那|单位(退休|老干|离退|工会|组织|昨|今|来|请)|楼[上下里道]|小区|院里|院子|隔壁|家门口|可以|得加|得学|要学|要向|退休的|这些|老头|老太|老年人|应该|该|学学|向[^,，。]{0,8}(学习|致敬|看齐|取经|请教)|[^,，。]{0,3}(没有?(参加|去|掺和|份|沾|赶上|轮上|被请)|哪[里儿]?(比|敢|能)|比不|没法比|差远|差得远|差一大截|赶不上)|都要|也要|也得|也该|能不能|加油)/.test(
        s.text.slice(t.end, t.end + 12),
      ),
  ),
)

function perfective(text: string, c: Clause): boolean {
  for (let i = c.start + 1; i < c.end; i++)
    if (text[i] === '了' && isHan(text.charCodeAt(i - 1)) && !'为除罢定约订'.includes(text[i - 1]!))
      return true
  return false
}

/** Words that make few words somebody else's: 我听了讲座3场; 我们 and 我会 are ours. */
export const ofSomebody = /比[^,，。;]{1,6}[少多]|[他她那谁评奖满]|我(?!们|会|分会|县|区|镇|乡|校|院|站)/

/** Characters of a telling in few words, from the first of day, kind and figures to the last. */
const few = 22

function inFewWords(s: Scan, { when, kind, draft }: Built): boolean {
  if (kind.weight === 'weak' || kind.hinted) return false
  if (!when && !justDone(s.text, kind.end, kind.end + 6)) return false
  let [from, to] = [Math.min(when?.start ?? kind.start, kind.start), Math.max(when?.end ?? 0, kind.end)]
  for (const f of draft.figures) if (isPrimary(f)) [from, to] = [Math.min(from, f.start), Math.max(to, f.end)]
  if (to - from >= few) return false
  const words = s.text.slice(from, to)
  return !ofSomebody.test(words) && !putOff.test(words)
}
/** 牙科义诊搞完了，72人: done, whenever it was. */
const justDone = pattern(/^(?:刚刚?|总算|都|已经)?(?:搞|办|做|讲|忙|弄|开|上|结)(?:完|好|束|业)[了啦]/)
/** 昨天的课改到下周，43个都通知到了. */
const putOff = /[改推挪][到在迟期]|延[到期]|取消|通知|下周|下个?月|明天/
