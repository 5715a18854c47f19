import type { Kind } from '../../core/kinds.js'
import { says, type Area } from '../structure/area.js'
import type { Draft } from '../structure/draft.js'
import type { Figure } from '../figures/figures.js'
import { hinted } from './hints.js'
import type { Clause } from '../form/clauses.js'
import type { KindMention } from '../mentions/mention.js'
import { firstBehind } from '../text/ordered.js'
import type { Scan } from '../scan.js'

/** What shows which kind it was where no word names one: offsets of the words that do. */
interface Clue {
  readonly kind: Kind
  readonly start: number
  readonly end: number
  readonly clause: number
  readonly hinted?: true
}

/** Clues in the order in which they are believed; to learn of another, add a row. */
const clues: readonly ((s: Scan, d: Draft, area: Area) => Clue | null)[] = [
  titled,
  ofLecturers,
  taught,
  finished,
  handedOut,
  written,
  cameFor,
  examined,
  inCells,
]

/** What was held where no word says it, or null where nothing shows it either. */
export function impliedKind(s: Scan, d: Draft, area: Area): KindMention | null {
  for (const clue of clues) {
    const found = clue(s, d, area)
    if (found)
      return {
        ...found,
        weight: 'deed',
        strength: 1,
        at: s.tokens.findIndex((t) => t.start >= found.start),
        aside: false,
      }
  }
  const hint = hinted(s, d, area)
  return (
    hint && {
      ...hint,
      weight: 'deed',
      strength: 1,
      at: s.tokens.findIndex((t) => t.start >= hint.start),
      clause: firstBehind(s.clauses, hint.start),
      aside: false,
      hinted: true,
    }
  )
}

const told = (d: Draft): Figure | undefined =>
  d.figures.find((f) => (f.counts === 'people' || f.counts === 'sessions') && !f.part)

/** 《…手册》: not a lecture but what was handed out at it. */
const printed = /(手册|指南|读本|丛书|[日晚时周小简画月年刊导]报|科技报|老年报|杂志|画册)》$/

/** People behind a 《title》, or an audience beside a “title” on a day: a lecture of that name. */
function titled(s: Scan, d: Draft, area: Area): Clue | null {
  const figure = d.figures.find((f) => f.counts === 'people' && !f.part)
  if (!figure) return null
  const title = area.tokens.find(
    (t) => t.type === 'title' && t.book && !printed.test(s.text.slice(t.start, t.end)),
  )
  if (
    title &&
    (figure.start > title.start || (d.dates.length > 0 && d.branch !== null)) &&
    (!says(area, 'printed') ||
      /(题目|主讲|讲题)[^,，。;]{0,3}$/.test(s.text.slice(Math.max(0, title.start - 6), title.start)))
  )
    return { kind: 'lecture', start: title.start, end: title.end, clause: figure.clause }
  const quoted = area.tokens.find((t) => t.type === 'title' && !t.aside && t.end - t.start > 5)
  return quoted && figure.who === 'audience' && d.dates.length > 0 && !says(area, 'printed')
    ? { kind: 'lecture', start: quoted.start, end: quoted.end, clause: figure.clause }
    : null
}

/** 讲师团做了一次捐助: what even lecturers do besides. */
const otherDeed =
  /捐[助款赠献书物衣]|募[捐款]|慰问|看望|参观|聚餐|团建|打扫|清扫|捡垃圾|联谊|演出|春游|秋游|踏青|旅游|爬山|登山|采风|(去|搞|做了?|参加)(体检|植树|栽树|种树|理发|维修|修理|比赛|合唱|考察)(?!节|中心|报告|协会|团|知识)|(体检|植树|栽树|种树|理发|维修|修理|合唱)了/
/** Who listened, or what it was about. */
const heard = /听众|题目|主讲|学[生员]|[0-9]人听/

/** A unit that does nothing but lecture (宣讲团) lectured. */
function ofLecturers(s: Scan, d: Draft, area: Area): Clue | null {
  const figure = told(d)
  const said = s.text.slice(area.start, Math.min(area.end, area.start + 60))
  if (otherDeed.test(said) && !heard.test(said)) return null
  const unit = (d.host ?? d.branch)?.token
  return figure &&
    unit &&
    /(讲师团|报告团|宣讲团|演讲团|讲座团)$/.test(unit.unit) &&
    d.dates.some(
      (m) => m.token.date.from === m.token.date.to || d.figures.some((f) => f.counts === 'sessions'),
    )
    ? { kind: 'lecture', start: unit.start, end: unit.end, clause: figure.clause }
    : null
}

/** Ends of what is taught: …知识, …管理; by them alone people on a day were a lecture or a course. */
const subjects: readonly (readonly [Kind, RegExp])[] = [
  [
    'training',
    /(栽培|种植|养殖|修剪|剪枝|嫁接|施肥|植保|田间管理|果园管理|病虫害防治|绿色防控|育苗|育秧|机械操作|农机操作|实操|技能|手机使用|智能手机)(技术|要点|方法)?/,
  ],
  [
    'lecture',
    /(知识|常识|防骗|防诈骗?|反诈|防溺水|防灾减灾|防震减灾|消防安全|用电安全|食品安全|交通安全|安全用[电气药]|禁毒|急救|心肺复苏|养生|保健|合理用药|科学用药|健康教育|家庭教育|预防[^,，。;:、]{2,6}|防治[^,，。;:、]{2,6})/,
  ],
]

/** 发反诈宣传册: the subject of what was handed out. */
const givenOut = /(?<!出|开|颁)[发送派赠]了?[^,，。;:0-9]{1,10}(?:册|折页|单页?|传单|资料|卡片?|明白纸|小报)/

/** A clause with the names of ours blanked out: 海藻养殖组 taught no 养殖 by its name. */
function withoutUnits(s: Scan, c: Clause, from: number, to: number): string {
  let words = s.text.slice(from, to)
  for (let k = c.from; k < c.to; k++) {
    const { type, start, end } = s.tokens[k]!
    if (type === 'unit' && start >= from && end <= to)
      words = words.slice(0, start - from) + ' '.repeat(end - start) + words.slice(end - from)
  }
  return words
}

/** 北塔四小，消防知识，320名师生: a subject, people, and a day or how many times. */
function taught(s: Scan, d: Draft, area: Area): Clue | null {
  const figure = told(d)
  if (!figure || says(area, 'printed') || says(area, 'unprinted')) return null
  if (givenOut.test(s.text.slice(area.start, area.end))) return null
  const several =
    d.figures.some((f) => f.counts === 'sessions') && d.figures.some((f) => f.counts === 'people')
  const audience = d.figures.some(
    (f) => f.counts === 'people' && (f.who === 'audience' || d.dates.length > 0),
  )
  if (!several && !(audience && d.dates.length > 0)) return null
  const sentence = s.clauses[figure.clause]!.sentence
  for (const c of area.clauses) {
    if (c.end - c.start > 40 || c.sentence !== sentence) continue
    const words = withoutUnits(s, c, Math.max(c.start, area.start), Math.min(c.end, area.end))
    for (const [kind, ends] of subjects) {
      const at = ends.exec(words)
      if (!at) continue
      const start = Math.max(c.start, area.start) + at.index
      return { kind, start, end: start + at[0].length, clause: firstBehind(s.clauses, start) }
    }
  }
  return null
}

/** 还是把防跌倒讲完了, 给职高上了一堂. */
const toTheEnd =
  /(讲(完|成|毕|下来)了|(^|[,，。])[我俺咱](主)?讲的|(终于|总算|还是|照样|硬是|照旧)讲了|[给为帮][^,，。;]{2,8}上了[一两二三1-3]?(堂|节|课))(?=[,，。!;]|$)/
/** 下午刚讲完，78人: nothing but that it was told to the end, and to how many. */
function finished(s: Scan, d: Draft, area: Area): Clue | null {
  const figure = d.figures.find((f) => f.counts === 'people' && !f.part)
  if (!figure) return null
  const words = s.text.slice(area.start, Math.min(area.end, area.start + 60))
  const end =
    /(刚刚?|才|上午|下午|今天|昨天|昨晚|我)(讲完|讲毕)了?(?=[,，。!])/.exec(words) ??
    (d.dates.length > 0 ? toTheEnd.exec(words) : null)
  if (!end) return null
  const start = area.start + end.index
  return { kind: 'lecture', start, end: start + end[0].length, clause: firstBehind(s.clauses, start) }
}

/** 咨询的渔民36人, 来看病的50个: what the counted came for. */
const errands: readonly (readonly [Kind, RegExp])[] = [
  ['consultation', /(咨询|来问|请教|解答|答疑)的$/],
  ['clinic', /(看病|就诊|看诊|查体|求医)的$/],
  ['lecture', /(听课|听讲|来听)的$/],
  ['training', /(跟着学|来学|学艺|学手艺)的$/],
]
function cameFor(s: Scan, d: Draft): Clue | null {
  if (d.dates.length === 0 && !(d.host ?? d.branch)) return null
  for (const f of d.figures) {
    if (f.counts !== 'people' || f.part) continue
    const from = Math.max(s.clauses[f.clause]!.start, f.start - 12)
    const lead = s.text.slice(from, f.start).replace(/的[\u4e00-\u9fa5]{0,5}$/, '的')
    for (const [kind, ends] of errands) {
      const at = ends.exec(lead)
      if (at) return { kind, start: from + at.index, end: from + at.index + at[0].length, clause: f.clause }
    }
  }
  return null
}

/** 11月5日，车管所，酒后驾车，58位司机: day, place, what about and who came, a cell each: a lecture perhaps. */
const cells =
  /^[,，]([\u4e00-\u9fa5]{2,8})[,，]([\u4e00-\u9fa5“”《》]{2,12})[,，](?:听众|到场|来了?|共)?[0-9一二两三四五六七八九十百]{1,5}[多余]?(?:个|名|位|人)[\u4e00-\u9fa5]{0,4}[。!]?$/
const noSubject =
  /工作|会议|安排|比赛|聚|饭|麻将|扑克|打牌|旅游|郊游|体检|报名|集合|值班|排练|合影|手续|工资|补贴|名单/
function inCells(s: Scan, d: Draft): Clue | null {
  const [day, more] = d.dates
  const figure = d.figures.find((f) => f.counts === 'people' && !f.part)
  if (!day || more || !figure || figure.who !== 'audience' || figure.measure.value < 5) return null
  const said = cells.exec(s.text.slice(day.token.end, day.token.end + 48))
  if (!said || day.token.date.from !== day.token.date.to || day.token.start > 16) return null
  if (noSubject.test(said[1]! + said[2]!)) return null
  const start = day.token.end + 2 + said[1]!.length
  return {
    kind: 'lecture',
    start,
    end: start + said[2]!.length,
    clause: firstBehind(s.clauses, start),
    hinted: true,
  }
}

/** 给县报写了4篇，登出来2篇; 投出去三篇: pieces written or taken, of which nothing says what they were. */
function written(s: Scan, d: Draft, area: Area): Clue | null {
  const figure = d.figures.find((f) => f.counts === 'documents' || f.counts === 'adopted')
  if (!figure || !(says(area, 'write') || says(area, 'adopt'))) return null
  if (noArticle.test(s.text.slice(figure.end, figure.end + 6))) return null
  return s.text.slice(figure.start, figure.end).endsWith('篇') &&
    /[写投发登交供刊寄]/.test(s.text.slice(s.clauses[figure.clause]!.start, figure.end + 8))
    ? { kind: 'article', start: figure.start, end: figure.end, clause: figure.clause }
    : null
}

/** 11篇日记: written, and for nobody's paper. */
const noArticle =
  /^的?[\u4e00-\u9fa5]{0,2}(?:日记|作文|作业|毛笔字|小楷|检讨|读后感|笔记|教案|病历|家书|书信|周记|朗诵|课文)/

/** B超31人，心电图28人，一共看了97人: services of doctors. */
const medical =
  /(B超|彩超|心电图|[测量]血压|[测量]血糖|听诊|号脉|把脉|看病|问诊|针灸|推拿|拔罐|视力|骨密度|化验)/
function examined(s: Scan, d: Draft, area: Area): Clue | null {
  const figure = d.figures.find((f) => f.counts === 'people' && !f.part)
  const found = figure && medical.exec(s.text.slice(area.start, area.end))
  if (!figure || !found || !(d.host ?? d.branch)) return null
  const start = area.start + found.index
  return { kind: 'clinic', start, end: start + found[0].length, clause: firstBehind(s.clauses, start) }
}

/** …，今天在集市上全发完了: where they went, to the last of them. */
const fromDoorToDoor =
  /((?:走街串巷|挨家挨户|挨户|逐户|沿街|沿路|上街|街头|巷口|路口|村口|门口|码头|集上|市场)[^。;]{0,8})[派发散][发放了]?[^。;]{0,16}$/
const allGone =
  /[在到去][^,，。;]{2,14}[,，]?(全都?|都|统统|一[份张本册]不剩)?(全|都)?[发散送派](完|光|出去|掉|没|得精光)了?(?=[,，。;!]|$)/

/** 科普资料, 健康手册: a paper of science; invitations, forms, what a shop printed, what stood at home is none. */
const paper =
  /(资料|手册|折页|单页|明白纸|挂图|宣传(单|册|品|页)|(科普|宣传|健康|卫生|农技|技术|防[\u4e00-\u9fa5]{1,2})的?(小?册子|读本|图册|单子?|书))/
const otherPaper =
  /请帖|请柬|喜帖|挂历|台历|日历|表格|选票|广告|招聘|招生|超市|饭馆|饭店|商场|店里|家里|自家|旧书|旧资料/

/** Printed items alone are publicity. */
function handedOut(s: Scan, d: Draft, area: Area): Clue | null {
  const items = d.figures.find((f) => f.counts === 'materials')
  // 3）发放健康手册，120册: an item of a list headed by its day
  const listed = d.segment.date !== null && d.dateInherited
  const gone =
    items &&
    (allGone.exec(s.text.slice(items.end, Math.min(area.end, items.end + 40))) ??
      fromDoorToDoor.exec(s.text.slice(Math.max(area.start, items.start - 40), items.start)))
  const noun =
    items && s.text.slice(Math.max(area.start, items.start - 14), Math.min(area.end, items.end + 12))
  if (
    gone &&
    paper.test(noun ?? '') &&
    !otherPaper.test(s.text.slice(area.start, Math.min(area.end, items.end + 40))) &&
    d.dates.some((m) => m.token.date.from === m.token.date.to)
  ) {
    const door = fromDoorToDoor.exec(s.text.slice(Math.max(area.start, items.start - 40), items.start))
    const at = door ? Math.max(area.start, items.start - 40) + door.index + door[1]!.length : items.start
    const clue = {
      kind: 'publicity',
      start: at,
      end: items.end,
      clause: firstBehind(s.clauses, at),
    } as const
    const ours = (d.host ?? d.branch) || /[我俺咱]们/.test(s.text.slice(area.start, area.end))
    return ours ? clue : { ...clue, hinted: true }
  }
  return items &&
    ((d.host ?? d.branch) || listed) &&
    (d.dates.length > 0 || says(area, 'handout')) &&
    ((listed
      ? /[发送赠印][^。;]{0,14}$/
      : /[发送赠印][^，。,]{0,12}$|[发送赠]了?[^，。,]{0,6}(?:书|资料|手册|册子|折页)[,，]$/
    ).test(s.text.slice(area.start, items.start)) ||
      /[发送赠散](了|放)?([\u4e00-\u9fa5]{2,4})?(宣传单|传单|单子|折页|册子|小册子|资料|明白纸)/.test(
        s.text.slice(area.start, Math.min(items.start, area.start + 80)),
      ))
    ? { kind: 'publicity', start: items.start, end: items.end, clause: items.clause }
    : null
}
