import type { Kind } from '../core/kinds.js'
import type { Clause } from './clauses.js'
import { kindWords, type Weight } from './kinds.js'
import { deedMentions } from './deeds.js'
import { lexicon } from './lexicon.js'
import { has, isHan, type Token, type WordToken } from './tokens.js'
import { denied } from './refusals.js'
import { trie } from './trie.js'

/** One place where a kind is named. `strength` ranks mentions of one group; below 1 it only counts where nothing else does. */
export interface KindMention {
  readonly kind: Kind
  readonly weight: Weight
  readonly strength: number
  readonly start: number
  readonly end: number
  /** Token index of the (first) word, and its clause. */
  readonly at: number
  readonly clause: number
  readonly aside: boolean
  /** 大课, 课: how it was held, which another word may say better. */
  readonly classes?: boolean
}

const strengths: Readonly<Record<Weight, number>> = { head: 3, plain: 2, deed: 1.5, weak: 1 }

/** Behind these a kind's word is part of another name: 讲座内容, 宣传资料, 培训中心, 咨询师. */
const stoppers = trie(
  `团 队 组 员 师 者 室 馆 院 部 栏 费 台 稿 题 册 单 页 画 品 卡 率 表 站 日 周 月 点 社 教室 广场 公园
   中心 内容 主题 题目 时间 地点 质量 水平 领域 工作者 知识 专家 大学 专委会 委员会 协会 计划 需求 教材 能力 事业 经费 资料 材料 手册 折页 品牌 队伍 资源 老师 教师 群 平台 设备 会场 通知 方案 效果 精神 纪要 任务 形式 经验 制度 机制 渠道 方面 之路 作用 意识 阵地 体系 基金 网站 公众号 信息员 用品 图书 书籍 口号 标语 横幅 展板 海报 联盟 联合会 学校 对象 热线电话 电话 照片 大厅 大楼 法 车`
    .split(/\s+/)
    .map((w) => [w, true] as const),
)
/** A longer word of its own goes on instead: 义诊群众 is no 群, 培训学员 no 学. */
function stopped(text: string, end: number): boolean {
  const stop = stoppers.at(text, end)
  // 讲座任务100场，完成137场: the word still names what was done
  if (text.startsWith('任务', end) && /[0-9一二三四五六七八九十百]/.test(text[end + 2] ?? '')) return false
  return (
    stop !== undefined &&
    stop.end >= (lexicon().at(text, end)?.end ?? 0) &&
    !goesOn.some((w) => text.startsWith(w, end))
  )
}
const goesOn = [
  '组织',
  '组团',
  '组成',
  '组建',
  '组队',
  '日活动',
  '周活动',
  '月活动',
  '点位',
  '图片',
  '法律',
  '点评',
  '站在',
  '科技',
  '处理',
  '周边',
  '题为',
  '题是',
  '题目',
  '题叫',
  '师范',
  '团体',
  '部分',
  '部门',
  '部队',
  '证明',
  '表彰',
  '片区',
  '学校师',
]

const docKinds: ReadonlySet<Kind> = new Set<Kind>(['research', 'proposal', 'article'])
export const isDocument = (k: Kind): boolean => docKinds.has(k) || k === 'base'

const near = (tokens: readonly Token[], c: Clause, test: (t: Token) => boolean): boolean => {
  for (let i = c.from; i < c.to; i++) if (test(tokens[i]!)) return true
  // 报送信息|12条: the cell behind it
  if (c.after === 'slash') {
    const next = tokens[c.to + 1]
    return next !== undefined && test(next)
  }
  return false
}
const counted = (t: Token): boolean =>
  t.type === 'number' &&
  t.num.role === 'quantity' &&
  (t.dimension === 'document' || t.dimension === 'firm' || t.dimension === 'piece' || t.dimension === 'print')

/** 作《…》报告, “…”报告6场, 3场报告: a lecture; 报告一下 and 调研报告 are none. */
function reported(text: string, tokens: readonly Token[], at: number): boolean {
  const t = tokens[at]!
  const next = tokens[at + 1]
  const prev = tokens[at - 1]
  if (next?.type === 'number' && next.dimension === 'session' && next.start - t.end <= 2) return true
  if (prev?.type === 'number' && prev.dimension === 'session' && t.start - prev.end <= 8) return true
  if (/[作做][^,，。:：了]{2,10}$/.test(text.slice(Math.max(0, t.start - 12), t.start))) return true
  return (
    prev?.type === 'title' &&
    t.start - prev.end <= 1 &&
    /[作做题为]/.test(text.slice(Math.max(0, prev.start - 4), prev.start))
  )
}

const ofTheClass =
  /^的?[0-9一二三四五六七八九十两几多]{0,4}[名位个]?(学员|成员|同学|老师|同志|队员)们?[给为在到去把帮]/

const ownPeople = /^了?[^,。;、:0-9]{0,5}(会员|老领导|理事|老科技工作者)/

/** Whether a word that has other senses names an activity where it stands. */
function stands(
  text: string,
  tokens: readonly Token[],
  c: Clause,
  at: number,
  t: WordToken,
  founded: boolean,
): boolean {
  const { kind, weight } = t.word.kind!
  const name = text.slice(t.start, t.end)
  const next = text[t.end] ?? ''
  if (weight === 'deed') return deedStands(text, tokens, at, t)
  // 慰问病困会员27人: the association's care for its own
  if (
    kind === 'volunteer' &&
    text.slice(t.start, t.end).endsWith('慰问') &&
    ownPeople.test(text.slice(t.end, t.end + 10))
  )
    return false
  if (text.slice(t.start, t.end) === '课')
    return (
      /[讲上]了?一$/.test(text.slice(Math.max(0, t.start - 3), t.start)) ||
      (isHan(text.charCodeAt(t.start - 1)) && !'一这上下听授讲备旷罢停逃补选功'.includes(text[t.start - 1]!))
    )
  if (text.slice(t.start, t.end) === '会')
    return (
      near(tokens, c, (x) => has(x, 'call')) &&
      isHan(text.charCodeAt(t.start - 1)) &&
      !isHan(text.charCodeAt(t.end))
    )
  if (text.slice(t.start, t.end) === '报告') return reported(text, tokens, at)
  if (stopped(text, t.end)) return false
  // 敬老月, 助老日: a time, not what was done
  if (kind === 'volunteer' && /^[月节日周院]/.test(text.slice(t.end, t.end + 1))) return false
  // 以…思想为指导; 换届以来; 心理辅导骨干
  if (name === '指导' && text[t.start - 1] === '为') return false
  if (name === '换届' && /^(以来|以后|之后|后|前)/.test(text.slice(t.end, t.end + 2))) return false
  if (kind === 'counselling' && /^(骨干|志愿者|团队|教师|老师)/.test(text.slice(t.end, t.end + 3)))
    return false
  // 书法班的6位学员给村民写春联: whose pupils they are
  if (kind === 'training' && ofTheClass.test(text.slice(t.end, t.end + 9))) return false
  // 给教师培训班作了…报告: whom it was for
  if (
    kind === 'training' &&
    /^(的)?(学员|老师|学生|同学)?们?(作|做|讲|上|开展|授课|举办)/.test(text.slice(t.end, t.end + 6)) &&
    /[给为向对][^,，。;]{0,14}$/.test(text.slice(Math.max(c.start, t.start - 16), t.start))
  )
    return false
  // 由某会指导，某会主办: who stood behind it
  if (
    name === '指导' &&
    t.end >= c.end &&
    /[由在]/.test(text.slice(Math.max(c.start, t.start - 20), t.start))
  )
    return false
  // 宣传栏换了6期: the board counts by its issues
  if (/([栏报]|^展板)$/.test(name) && kind === 'publicity')
    return near(tokens, c, (x) => x.type === 'number' && x.dimension === 'session')
  // 春茶采摘与病虫防治技术指导: a skill that was taught
  if (
    kind === 'culture' &&
    /^(采摘|编织)/.test(text.slice(t.start, t.end)) &&
    /^[^,，。;]{0,10}(技术|管理|加工|防治|培训|指导|技艺)/.test(text.slice(t.end, t.end + 14))
  )
    return false
  if (
    kind === 'base' &&
    /查看|察看|考察|参观|走访|深入|到了/.test(text.slice(c.start, t.start)) &&
    !near(tokens, c, (x) => has(x, 'found'))
  )
    return false
  // 协助申报创新工作室1个: not yet
  if (kind === 'base' && /(申报|申请|筹建|拟建|争取)[^,，。;]{0,12}$/.test(text.slice(c.start, t.start)))
    return false
  if (kind === 'base')
    return (
      near(tokens, c, (x) => has(x, 'found')) ||
      (near(tokens, c, counted) && (founded || !near(tokens, c, (x) => has(x, 'reach') || has(x, 'send'))))
    )
  if (
    kind === 'article' &&
    weight === 'head' &&
    /[简快]讯|简报|信息|报道|通讯/.test(text.slice(t.start, t.end))
  )
    return (
      text[t.start - 1] === ':' ||
      near(tokens, c, counted) ||
      near(tokens, c, (x) => x !== t && has(x, 'write'))
    )
  // 科普展览7场，参观900人次: what the visitors did
  const following = tokens[at + 1]
  const word = text.slice(t.start, t.end)
  if (
    (word === '展出' ||
      ((word === '参观' || word === '观看') &&
        following?.type === 'number' &&
        following.start - t.end <= 1)) &&
    tokens
      .slice(Math.max(0, at - 8), at)
      .some(
        (x) => x.type === 'word' && (x.word.kind?.kind === 'publicity' || x.word.kind?.kind === 'culture'),
      )
  )
    return false
  // 科普研学4批次，组织学生参观气象馆: what was done at it
  if (
    name.startsWith('参观') &&
    /(组织|带领|带)[^,，。]{0,6}(学生|孩子|同学|小朋友|师生)们?$/.test(
      text.slice(Math.max(c.start, t.start - 14), t.start),
    ) &&
    c.start > 0
  )
    return false
  // 前来参观的市民, 咨询的群众: what the counted came for
  if (
    weight === 'plain' &&
    text[t.end] === '的' &&
    has(tokens[at + 1], 'audience') &&
    tokens[at + 1]!.start === t.end + 1
  )
    return false
  if (weight !== 'plain') return true
  if (kind === 'article')
    return near(tokens, c, counted) || near(tokens, c, (x) => x !== t && has(x, 'write'))
  if (kind === 'proposal')
    return (
      (near(tokens, c, counted) ||
        (tokens[at - 1]?.type === 'title' && tokens[at - 1]!.end >= t.start - 1) ||
        near(tokens, c, (x) => x !== t && (has(x, 'write') || has(x, 'adopt'))) ||
        /第[0-9一二三四五六七八九十]{1,3}[条件项份]$/.test(text.slice(Math.max(0, t.start - 6), t.start))) &&
      !'大您你各把在用多'.includes(next || '大')
    )
  if (kind === 'research') return near(tokens, c, (x) => has(x, 'do') || has(x, 'write') || counted(x))
  return true
}

/** 讲《…》, 讲航天, 讲的是…: an object follows; 讲了几句, 讲得好 are none. */
function deedStands(text: string, tokens: readonly Token[], at: number, t: WordToken): boolean {
  const word = text.slice(t.start, t.end)
  // 唠冬季进补, not 唠嗑, 唠叨
  if (word === '唠') return !'嗑叨家了着'.includes(text[t.end] ?? '嗑')
  if (!word.startsWith('讲')) return true
  const prev = text[t.start - 1] ?? ''
  if ('听主开演宣来'.includes(prev)) return prev === ''
  // 都适合讲给中学生听, 想讲
  if (
    /(适合|可以|值得|准备|打算|想要?|愿意|能|会|要|敢|怎么|如何)$/.test(
      text.slice(Math.max(0, t.start - 3), t.start),
    )
  )
    return false
  const next = text[t.end] ?? ''
  if ('得好过完到话起明清的'.includes(next))
    return next === '的'
      ? text.startsWith('的是', t.end) ||
          tokens[at + 1]?.type === 'title' ||
          !saidOfIt.test(text.slice(t.end + 1, t.end + 3))
      : next === '完' || next === '过'
  return next !== '' && !'，,。.!?！？;；、'.includes(next)
}

/** 讲的真好, 讲的内容, 讲的时候: how it was, or what is said of it; 讲的安全用电 names what was taught. */
const saidOfIt =
  /^([真很太都也就不好挺特非比极越确实多少久快慢细深透这那什啥啊呀吧呢吗,，。.!！?？;；:：、 ~]|内容|东西|时候|人|话|课|老师|题|事|效果|过程|故事|地方|道理|既|通俗|生动|精彩|清楚|明白|浅|场|那|最|头头|老|有)|^.?$/

/** Every kind the text names, compounds merged to their head: 心理咨询科普讲座 is a lecture. */
export function kindMentions(text: string, tokens: readonly Token[], cs: readonly Clause[]): KindMention[] {
  const out: KindMention[] = []
  let assigned = false
  let assignedAt = -1
  // 成立了3个工作站，1个示范企业: the verb reaches over the commas of its sentence
  let founded = false
  for (let ci = 0; ci < cs.length; ci++) {
    const c = cs[ci]!
    let demote = false
    if (ci > 0 && cs[ci - 1]!.sentence !== c.sentence) {
      assigned = false
      founded = false
    }
    let declared = false
    let held = false
    let purpose = purposeEnd(text, tokens, c)
    for (let i = c.from; i < c.to; i++) {
      const t = tokens[i]!
      if (has(t, 'countsAs')) declared = true
      if (has(t, 'do')) held = true
      if (t.start >= purpose) purpose = -1
      if (t.type === 'title') {
        const named =
          namedBase(text, tokens, c, t) ??
          namedDocument(text, tokens, cs, ci, t) ??
          namedActivity(text, tokens, i)
        if (named) out.push({ ...named, at: i, clause: ci, aside: t.aside })
        continue
      }
      if (t.type !== 'word') continue
      // 老教师主讲“杠杆的奥秘”: a lecture, whatever it was part of
      if (
        tokens[i + 1]?.type === 'title' &&
        tokens[i + 1]!.start === t.end &&
        text.slice(t.start, t.end) === '主讲'
      )
        out.push({
          kind: 'lecture',
          weight: 'deed',
          strength: 1.5,
          start: t.start,
          end: t.end,
          at: i,
          clause: ci,
          aside: t.aside,
        })
      if (has(t, 'means') && formAhead(tokens, i, cs, ci)) demote = true
      if (has(t, 'form')) {
        demote = false
        if (text.startsWith('方面', t.end - 2))
          for (let k = out.length - 1; k >= 0 && out[k]!.clause === ci; k--)
            out[k] = { ...out[k]!, strength: 0.5 }
      }
      if (has(t, 'assign') && t.word.kind === null && !leadsIn(text, tokens, i, c)) {
        assigned = true
        assignedAt = ci
      }
      if (
        visits.has(text.slice(t.start, t.end)) &&
        !studies(text, cs, ci) &&
        (companyAhead(text, t.end, c.end) ||
          (!/(社区|学校|乡镇|村|机关|军营)[、和]/.test(text.slice(t.end, Math.min(c.end, t.end + 24))) &&
            tokens
              .slice(i + 1, Math.min(c.to, i + 24))
              .some(
                (x) =>
                  x.type === 'number' &&
                  x.dimension === 'firm' &&
                  /^(家企业|户企业|个企业)/.test(text.slice(x.num.end, x.num.end + 3)),
              )))
      )
        out.push({
          kind: 'enterprise',
          weight: 'head',
          strength: 3,
          start: t.start,
          end: t.end,
          at: i,
          clause: ci,
          aside: t.aside,
        })
      if (has(t, 'found')) founded = true
      // 智能手机班结业，8节课; 一共上了12次课: how often, not what
      if (
        text[t.start] === '课' &&
        t.end - t.start === 1 &&
        tokens[i - 1]?.type === 'number' &&
        tokens[i - 1]!.end === t.start &&
        out.some((k) => k.strength >= 2 && (k.kind === 'training' || k.kind === 'lecture'))
      )
        continue
      if (assigned && has(t, 'call') && ci > assignedAt) assigned = false
      if (!t.word.kind || !stands(text, tokens, c, i, t, founded) || denied(text, t.start, c.start)) continue
      const { weight } = t.word.kind
      const kind = forFirms(text, c, t) ? 'enterprise' : ofAClass(text, c, t) ? 'training' : t.word.kind.kind
      // 搞防灾宣传, 开展参观活动: behind a verb of holding the word is the name of what was held
      const named =
        weight === 'plain' &&
        held &&
        (i + 1 >= c.to || tokens[i + 1]!.type === 'mark' || text.startsWith('活动', t.end))
      // 在纳凉晚会上给大家讲…: where it was told
      const occasion = (kind === 'culture' || kind === 'meeting') && text[t.end] === '上' && weight === 'head'
      const strength =
        declared || text[t.start - 1] === '算'
          ? 6
          : demote || assigned || purpose >= 0
            ? 0.5
            : text.startsWith('工作', t.end) && kind !== 'enterprise'
              ? 0.9
              : occasion
                ? 1
                : t.aside
                  ? strengths[weight] * 0.8
                  : named
                    ? strengths.head
                    : strengths[weight]
      const m: KindMention = {
        kind,
        weight,
        strength,
        start: t.start,
        end: t.end,
        at: i,
        clause: ci,
        aside: t.aside,
        classes: classes.has(text.slice(t.start, t.end)),
      }
      const prev = out.at(-1)
      // 技术创新服务示范企业, 科普培训示范基地: what stands before a base names it
      if (
        prev &&
        kind === 'base' &&
        prev.clause === ci &&
        t.start - prev.end <= 4 &&
        !marked(text, prev.end, t.start)
      )
        out.pop()
      if (prev && out.at(-1) === prev && aboutIt(text, tokens, prev, m)) out.pop()
      if (prev && prev.end === t.start && prev.clause === ci && out.at(-1) === prev)
        out[out.length - 1] = compound(prev, m)
      else out.push(m)
    }
  }
  const deeds = deedMentions(text, tokens, cs, out)
  return settled(text, cs, deeds.length === 0 ? out : [...out, ...deeds].sort((a, b) => a.start - b.start))
}

/** 小小科学家班今天结业，一共上了12次课; 书法班2月开课: the lessons of a class. */
const ofAClass = (text: string, c: Clause, t: Token): boolean =>
  text[t.start] === '课' &&
  t.end - t.start === 1 &&
  /[\u4e00-\u9fa5]{2}班[^。;]{0,24}(结业|结课|开课|开班)/.test(
    text.slice(Math.max(0, c.start - 40), t.end + 8),
  )

const classes: ReadonlySet<string> = new Set(['大课', '课', '上课'])

/** 走访慰问一线老科技工作者29名，送去慰问金: the association's care for its own, in the clause of the word or before it. */
const ownCare = (text: string, c: Clause): boolean =>
  /慰问[^,，。;0-9]{0,8}(会员|老科技工作者|老领导)/.test(
    text.slice(Math.max(0, c.start - 40), Math.min(c.end, c.start + 60)),
  )

const handsOut = /^[^。;\n]{0,40}(发放|派发|散发|赠送|分发)/

/** What another word of the sentence says better: 摆摊…答疑 is a consultation, 调研报告7篇，其中《…的建议》 a study. */
function settled(text: string, cs: readonly Clause[], all: KindMention[]): KindMention[] {
  const of = (k: KindMention): number => cs[k.clause]!.sentence
  const minds = new Set(all.filter((k) => k.kind === 'counselling' && k.strength >= 2).map(of))
  const consulted = new Set<number>()
  const studied = new Set<number>()
  for (const k of all) {
    if (k.kind === 'consultation' && k.strength >= 1) consulted.add(of(k))
    if (k.kind === 'research' && k.weight === 'head' && /报告/.test(text.slice(k.start, k.end)))
      studied.add(of(k))
  }
  // 普及…知识，发放宣传资料600余份: told in the street, not lectured
  for (const [i, k] of all.entries())
    if (
      k.weight === 'deed' &&
      k.kind === 'lecture' &&
      text.startsWith('普及', k.start) &&
      handsOut.test(text.slice(k.end, k.end + 60))
    )
      all[i] = { ...k, kind: 'publicity' }
  // 考前心理辅导，大课一场: how it was held
  const told =
    minds.size === 0
      ? all
      : all.map((k) =>
          k.classes && k.kind === 'lecture' && minds.has(of(k)) ? { ...k, kind: 'counselling' as const } : k,
        )
  if (consulted.size + studied.size === 0 && !told.some((k) => k.kind === 'volunteer')) return told
  return told
    .filter((k) => k.kind !== 'volunteer' || !ownCare(text, cs[k.clause]!))
    .map((k) =>
      k.kind === 'publicity' && consulted.has(of(k)) && /[摆设支搭]/.test(text[k.start]!)
        ? { ...k, strength: Math.min(k.strength, 1.2) }
        : k.kind === 'proposal' && text[k.end] === '》' && studied.has(of(k))
          ? { ...k, kind: 'research' as const }
          : k,
    )
}

/** 提交《…的建议》, 完成《…调研报告》, 《…》一文: a document by the end of its title and what was done with it. */
const titleEnds: readonly (readonly [end: string, kind: Kind])[] = [
  ['调研报告', 'research'],
  ['调查报告', 'research'],
  ['考察报告', 'research'],
  ['研究报告', 'research'],
  ['报告', 'research'],
  ['调研', 'research'],
  ['调查', 'research'],
  ['建议', 'proposal'],
  ['对策', 'proposal'],
  ['提案', 'proposal'],
  ['建议书', 'proposal'],
  ['思考', 'research'],
]
type Named = Pick<KindMention, 'kind' | 'weight' | 'strength' | 'start' | 'end'>

function namedDocument(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  ci: number,
  t: Token,
): Named | null {
  if (text.startsWith('一文', t.end) || text.startsWith('等文章', t.end))
    return { kind: 'article', weight: 'head', strength: 3, start: t.end, end: t.end + 2 }
  if (t.type !== 'title') return null
  const about = text.startsWith('关于', t.start + 1)
  if (!t.book && !about) return null
  const c = cs[ci]!
  const behind = ['调研报告', '调查报告', '的建议', '建议', '的调研', '报告', '的报告', '等'].some((w) =>
    text.startsWith(w, t.end),
  )
  const inner = text.slice(Math.max(t.start, t.end - 6), t.end - 1)
  const row = titleEnds.find(([w]) => inner.endsWith(w))
  if (!row) return t.book && !behind ? printed(text, tokens, c, t) : null
  if (behind && !text.startsWith('等', t.end)) return null
  const done = (x: Token): boolean => has(x, 'write') || has(x, 'adopt')
  // 市长批示了！《关于…的建议》: said before it is named, or behind a comma
  const around = [ci - 1, ci + 1]
    .map((k) => cs[k])
    .filter((x) => x !== undefined && about && x.line === c.line)
  const made = near(tokens, c, done) || around.some((x) => near(tokens, x!, done))
  return made
    ? { kind: row[1], weight: 'head', strength: 3, start: t.end - 1 - row[0].length, end: t.end - 1 }
    : null
}

const papers =
  /日报|晚报|早报|时报|晨报|周报|周刊|杂志|[省市县区校院会]刊|[省市县区盟旗校]报|报纸|头版|副刊|网站|公众号|客户端|学习强国|广播电台|[报刊志网]》/
const published = /登了|登出|登载|刊[登发出载]|发表|发了|见报|用了|采用|播出|上了|转载|录用/
/** 《…日报》登了老周写的《…》, 在市报发表一篇《…》: printed where people read it. */
function printed(text: string, tokens: readonly Token[], c: Clause, t: Token): Named | null {
  const from = Math.max(c.start, t.start - 40)
  const words = text.slice(from, t.start) + text.slice(t.end, Math.min(c.end, t.end + 40))
  if (/[报刊志网]》$/.test(text.slice(t.end - 2, t.end))) return null
  const told = /(通讯|消息|散文|诗歌|文章|稿件|报道|特写|随笔|论文|小说|稿子)$/.test(
    text.slice(from, t.start),
  )
  if (!published.test(words) || !(papers.test(words) || told)) return null
  if (near(tokens, c, (x) => x.type === 'word' && x.word.kind?.kind === 'research')) return null
  return { kind: 'article', weight: 'head', strength: 3, start: t.end - 1, end: t.end }
}

const marked = (text: string, start: number, end: number): boolean =>
  /[,，、;；。:：]/.test(text.slice(start, end))

/** 回顾2024年, 全年总结：: opens the telling instead of naming what a meeting dealt with. */
function leadsIn(text: string, tokens: readonly Token[], at: number, c: Clause): boolean {
  const t = tokens[at]!
  const next = tokens[at + 1]
  const rest = text.slice(t.end, Math.min(c.end, t.end + 6))
  return (
    t.end >= c.end ||
    rest.includes(':') ||
    /^(如下|\(|报告|情况|材料|—|-)/.test(rest) ||
    (next?.type === 'date' && next.start === t.end && c.end - next.end < 6)
  )
}

/** 走进企业开展调研，撰写《…调研报告》: to study, not to help. */
function studies(text: string, cs: readonly Clause[], ci: number): boolean {
  const c = cs[ci]!
  const next = cs[ci + 1]
  return (
    /调研/.test(text.slice(c.start, Math.min(c.end, c.start + 60))) &&
    next?.sentence === c.sentence &&
    /(撰写|形成|完成|写出|提交)[^,，。]{0,30}报告/.test(
      text.slice(next.start, Math.min(next.end, next.start + 60)),
    )
  )
}
const services =
  /^(技术服务|技术指导|科技服务|技术咨询|技术支持|技术帮扶|科技帮扶|上门服务|上门指导|咨询服务|科技咨询|现场指导)/
/** 深入12家中小企业开展技术服务, 为企业提供技术咨询: whom it was for says what it was. */
function forFirms(text: string, c: Clause, t: WordToken): boolean {
  return (
    t.word.kind!.kind === 'consultation' &&
    services.test(text.slice(t.start, t.start + 4)) &&
    /(为|给|到|去|深入|走进|走访|帮|帮助|向|赴)[^,，。;:]{0,12}(企业|公司|工厂|[酒药茶水糖电]厂|厂里)[^会室区]{0,12}$/.test(
      text.slice(Math.max(c.start, t.start - 40), t.start),
    )
  )
}

const visits: ReadonlySet<string> = new Set([
  '走访',
  '走访了',
  '对接',
  '帮扶',
  '回访',
  '考察',
  '来到',
  '深入',
  '走进',
  '走进了',
])
/** 走访了某某公司、某某厂: firms by the ends of their names, before the clause turns to something else. */
function companyAhead(text: string, from: number, limit: number): boolean {
  const words = text.slice(from, Math.min(limit, from + 24))
  // 走进12个社区、5所学校、3家企业: one sort of place among others
  if (/(社区|学校|乡镇|村|机关|军营)[、和]/.test(words)) return false
  return /^[^0-9，,。;]{2,16}(有限公司|股份公司|公司|企业|制品厂|机械厂|加工厂|化工厂|[\u4e00-\u9fa5]{2}厂)/.test(
    words,
  )
}

/** “暖冬义诊”活动, “河西云课堂”18期: the name of what was held ends in its kind, where no lecture's title can stand. */
function namedActivity(
  text: string,
  tokens: readonly Token[],
  at: number,
): Pick<KindMention, 'kind' | 'weight' | 'strength' | 'start' | 'end'> | null {
  const t = tokens[at]!
  if (t.type !== 'title' || t.book) return null
  const next = tokens[at + 1]
  const held =
    holds(text, tokens, at) ||
    text.startsWith('活动', t.end) ||
    text.startsWith('行动', t.end) ||
    opened.test(text.slice(t.end, t.end + 2)) ||
    /[堂节次场][课]?$/.test(text.slice(Math.max(0, t.start - 2), t.start)) ||
    (next?.type === 'number' && next.start === t.end && next.dimension === 'session')
  const inner = t.end - 1
  const long = [6, 5, 4, 3, 2].find(
    (l) => inner - l > t.start && kindWords.get(text.slice(inner - l, inner)) !== undefined,
  )
  if (!held || long === undefined)
    return classroom.some((w) => held && text.startsWith(w, inner - w.length))
      ? {
          kind: /智能|手机|电脑|技能|书法|绘画/.test(text.slice(t.start, inner)) ? 'training' : 'lecture',
          weight: 'head',
          strength: 3,
          start: inner - 2,
          end: inner,
        }
      : null
  const { kind } = kindWords.get(text.slice(inner - long, inner))!
  return { kind, weight: 'head', strength: 3, start: inner - long, end: inner }
}
/** 共同举办首届“银龄科创论坛”，: a verb of holding in front, and no other word for what was held behind. */
function holds(text: string, tokens: readonly Token[], at: number): boolean {
  const t = tokens[at]!
  const next = tokens[at + 1]
  if (next?.type === 'word' && next.word.kind !== null && next.start - t.end <= 4) return false
  return /(举办|举行|召开|开展|组织|承办|主办)[^,，。“;:]{0,8}$/.test(
    text.slice(Math.max(0, t.start - 12), t.start),
  )
}
const opened = /^(在|于|举行|举办|开幕|启动|召开|如期|顺利|圆满|开班|开讲|落幕|走进)/
const classroom = ['课堂', '讲堂', '课', '讲坛']

/** “银龄科普工作站”挂牌: a base by the end of its name. */
function namedBase(
  text: string,
  tokens: readonly Token[],
  c: Clause,
  t: Token,
): Pick<KindMention, 'kind' | 'weight' | 'strength' | 'start' | 'end'> | null {
  const inner = t.end - 1
  const is = [6, 5, 4, 3, 2].some(
    (l) => inner - l > t.start && kindWords.get(text.slice(inner - l, inner))?.kind === 'base',
  )
  return is && near(tokens, c, (x) => has(x, 'found'))
    ? { kind: 'base', weight: 'head', strength: 3, start: t.start + 1, end: inner }
    : null
}

/** 为庆祝…, 为了烘托…会议: what is named for a purpose was not held. Offset to which it reaches; -1 where there is none. */
function purposeEnd(text: string, tokens: readonly Token[], c: Clause): number {
  const head = text.slice(c.start, Math.min(c.end, c.start + 24))
  if (
    !/(为了|为庆祝|为纪念|为迎接|为喜迎|为贯彻|为落实|为深入|为进一步|为推动|为提高|为丰富|为烘托|为响应|为配合|为做好|为助力|为增强|为普及|为切实|为认真|为弘扬)/.test(
      head,
    )
  )
    return -1
  for (let i = c.from; i < c.to; i++)
    if (has(tokens[i], 'call') || (has(tokens[i], 'do') && tokens[i]!.end - tokens[i]!.start > 2))
      return tokens[i]!.start
  return c.end
}

/** 创新助企工作推进会, 科普讲座经验交流会: a meeting or course about the kind in front. */
function aboutIt(text: string, tokens: readonly Token[], a: KindMention, b: KindMention): boolean {
  if (b.weight !== 'head' || b.clause !== a.clause || b.start - a.end > 6 || b.kind === a.kind) return false
  if (b.kind !== 'meeting' && b.kind !== 'training') return false
  for (let i = a.end; i < b.start; i++)
    if (!isHan(text.charCodeAt(i)) || '和与及兼'.includes(text[i]!)) return false
  for (let k = a.at + 1; k < b.at; k++) if (has(tokens[k], 'do') || has(tokens[k], 'call')) return false
  return b.start > a.end
}

/** The last word of a compound is its head, but 义诊咨询 stays a clinic and 讲座活动 a lecture. */
function compound(a: KindMention, b: KindMention): KindMention {
  // 咨询个案: cases are of the mind
  if (a.kind === 'consultation' && b.kind === 'counselling') return { ...b, start: a.start, at: a.at }
  // 心理辅导大课, 大课团辅
  if (
    (a.kind === 'counselling' && b.kind === 'lecture' && b.classes) ||
    (b.kind === 'counselling' && a.kind === 'lecture' && a.classes)
  )
    return {
      ...(a.kind === 'counselling' ? a : b),
      weight: 'head',
      strength: Math.max(a.strength, b.strength),
      start: a.start,
      end: b.end,
      at: a.at,
    }
  const head =
    b.weight === 'head' && !(a.kind === 'clinic' && b.kind !== 'lecture') && !(a.kind === 'outreach')
      ? b
      : a.strength >= b.strength
        ? a
        : b
  return { ...head, start: a.start, end: b.end, at: a.at }
}

/** 通过…、…等形式 within the next clauses of the sentence. */
function formAhead(tokens: readonly Token[], at: number, cs: readonly Clause[], ci: number): boolean {
  for (let k = ci; k < cs.length && k < ci + 3 && cs[k]!.sentence === cs[ci]!.sentence; k++)
    for (let i = Math.max(at + 1, cs[k]!.from); i < cs[k]!.to; i++) if (has(tokens[i], 'form')) return true
  return false
}
