import type { Figure } from '../figures/figures.js'
import type { Field } from '../form/labels.js'
import { firstIn } from '../text/ordered.js'
import type { KindMention } from '../mentions/mention.js'
import type { DateMention } from '../dates/mentions.js'
import type { Scan } from '../scan.js'
import { isActive } from './draft.js'
import { itemsOf, type Line, lines, oneTelling } from './segment-lines.js'
import { type Part, toldApart } from './told-apart.js'
import type { UnitMention } from '../units/units.js'

/** A stretch of clauses that tells of its own, with what a heading above lends it. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly branch: UnitMention | null
  readonly date: DateMention | null
  readonly kind: KindMention | null
  /** Labelled lines: one report, in whatever order they come. */
  readonly form: boolean
  /** 以上…，各1期: how many each of the items was, told behind them all. */
  readonly each?: Figure
}

/** Lines that are reports of their own, with what stands over them; one segment where the message is one telling. */
export function segments(s: Scan): Segment[] {
  const found = toldApart(s).flatMap((r) => whole(s, r))
  return found.some((seg) => seg.to - seg.from > longest)
    ? found.flatMap((seg) => (seg.to - seg.from > longest ? cut(s, seg) : [seg]))
    : found
}

/** Clauses of the longest telling; nobody tells one activity in more. */
const longest = 160

/** A segment too long for one telling, parted at the ends of sentences where there are any. */
function cut(s: Scan, seg: Segment): Segment[] {
  const out: Segment[] = []
  for (let from = seg.from; from < seg.to;) {
    let to = Math.min(seg.to, from + longest)
    for (let k = to; k > from + longest / 2 && to < seg.to; k--)
      if (s.clauses[k]!.sentence !== s.clauses[k - 1]!.sentence) {
        to = k
        break
      }
    out.push({ ...seg, from, to })
    from = to
  }
  return out
}

/** 以上均为10月讲座: what all of them were; 以上报名11月12日培训 tells what is to come. */
const saysWhat = (line: string): boolean =>
  /^\s*(以上|上述)(均|都|是|为|系|[0-9一二三四五六七八九十]{1,3}月)/.test(line) &&
  !/报名|报到|名额|名单|缺席|未到|没到|请假|参加/.test(line)

/** 以上都是某会, 上述均由某会…: whose all of them were. */
const allOfOne = /^\s*(?:以上|上述)[^,，。;]{0,5}(?:都|均|全)(?:是|为|由|属)[^,，。;]{2,24}$/

function whole(s: Scan, part: Part): Segment[] {
  const form = s.rows.size > 0 ? [part.from] : formStarts(s, part)
  if (form.length > 1) {
    const over =
      s.rows.size > 0
        ? null
        : (s.dates.find((d) => d.clause >= part.from && d.clause < form[0]!) ?? under(s, part))
    return form.map((from, k) => ({
      ...bare(k === 0 ? part.from : from, form[k + 1] ?? part.to, true),
      date: over,
    }))
  }
  const one = bare(part.from, part.to, fieldsOf(s, part).filter((f) => f.name !== 'void').length >= 3)
  const ls = lines(s, part)
  const items = itemsOf(ls)
  if (items.size < 2 || (one.form && oneTelling(items))) return [one]
  const out: { -readonly [K in keyof Segment]: Segment[K] }[] = []
  const head: { unit: UnitMention | null; date: DateMention | null; kind: KindMention | null } = {
    unit: null,
    date: null,
    kind: null,
  }
  let above = null as Line | null
  for (const l of ls) {
    if (
      l.sample ||
      (out.length > 1 && sums.test(s.text.slice(s.clauses[l.from]!.start, s.clauses[l.from]!.start + 6)))
    )
      continue
    if (items.has(l)) {
      const like: Line | null = above !== null && sameAsAbove(s, l) ? above : null
      above = {
        ...l,
        unit: l.unit ?? like?.unit ?? null,
        date: l.date ?? like?.date ?? null,
        kind: l.kind ?? like?.kind ?? null,
      }
      out.push({
        ...bare(l.from, l.to, l.row),
        branch: head.unit ?? (like && above.unit),
        date: head.date ?? (like && above.date),
        kind: head.kind ?? (like && above.kind),
      })
    } else if (
      l.date &&
      out.length > 0 &&
      (/以上|上述|以上均/.test(s.text.slice(s.clauses[l.from]!.start, s.clauses[l.to - 1]!.end)) ||
        (l === ls.at(-1) && !l.unit && !l.figure && !l.kind))
    )
      for (const x of out) {
        x.date ??= l.date
        if (l.unit && allOfOne.test(s.text.slice(s.clauses[l.from]!.start, l.unit.token.end))) {
          x.branch ??= l.unit
          const each = s.figures.find(
            (f) => f.counts === 'sessions' && f.each && f.clause >= l.from && f.clause < l.to,
          )
          if (each) x.each = each
        }
        if (saysWhat(s.text.slice(s.clauses[l.from]!.start, s.clauses[l.to - 1]!.end))) x.kind ??= l.kind
      }
    else if (out.length > 0 && l === ls.at(-1) && l.unit && !l.figure && !l.kind)
      for (const x of out) {
        x.branch ??= l.unit
        // ——某会11月: the time of them all; a day there is that of writing
        if (l.date && l.date.token.date.from !== l.date.token.date.to) x.date ??= l.date
      }
    else if ((!l.figure || l.over) && (l.unit || l.date || l.kind || l.over)) {
      // 4、岩门：还没搞，下月补: of nobody but itself
      if (out.length > 0 && l.date && l.date.token.date.from > s.sentAt.day) continue
      head.unit = l.unit ?? head.unit
      head.date = l.date ?? head.date
      head.kind = l.kind ?? (l.over ? null : head.kind)
    } else if (out.length > 0) out.at(-1)!.to = l.to
  }
  const inPart = s.units.filter((u) => u.clause >= part.from && u.clause < part.to)
  const signed = inPart.findLast((u) => u.role === 'signature') ?? lastWord(s, part)
  const doers = inPart.filter((u) => u.role !== 'none' && u !== signed)
  const named = (from: number, to: number): boolean => (doers[firstIn(doers, from)]?.clause ?? to) < to
  if (signed && signed.clause >= (out.at(-1)?.from ?? 0))
    for (const x of out) if (x.branch === null && !named(x.from, x.to)) x.branch = signed
  return lentByFirst(s, out, doers)
}

/** 北塔区老科协今年讲座3场⏎义诊1场⏎培训2期: what the first line names alone, whose it was, in which time and of which kind, holds for those below it. */
function lentByFirst(s: Scan, found: readonly Segment[], doers: readonly UnitMention[]): Segment[] {
  const [first, ...rest] = found
  if (!first || rest.length === 0) return [...found]
  const among = <M extends { readonly clause: number }>(list: readonly M[], x: Segment): M | undefined =>
    list.find((m) => m.clause >= x.from && m.clause < x.to)
  const unit = among(
    doers.filter((u) => u.role === 'subject' || u.role === 'host'),
    first,
  )
  const lendsUnit = unit && found.every((x) => x.branch === null && (x === first || !among(doers, x)))
  const day = among(s.dates, first)
  const lendsTime =
    day &&
    day.token.date.from !== day.token.date.to &&
    found.every((x) => x.date === null && (x === first || !among(s.dates, x)))
  const kind = day && among(s.kinds, first)
  // 讲座：3月6期197人⏎4月4期253人: days or months of the one kind, told in front of the first of them
  const lendsKind =
    kind &&
    isActive(kind) &&
    kind.start < day.token.start &&
    rest.every(
      (x) => x.kind === null && !among(s.kinds, x) && among(s.dates, x)?.token.start === lineStart(s, x),
    )
  return found.map((x) =>
    x === first
      ? x
      : {
          ...x,
          branch: lendsUnit ? unit : x.branch,
          date: lendsTime ? day : x.date,
          kind: lendsKind ? kind : x.kind,
        },
  )
}

const lineStart = (s: Scan, x: Segment): number => s.tokens[s.clauses[x.from]!.from]?.start ?? -1

/** 1.讲座60人 2.义诊80人 青溪: a unit that is the last word of a list, behind a space or a dash. */
function lastWord(s: Scan, part: Part): UnitMention | undefined {
  const u = part.to === s.clauses.length ? s.units.at(-1) : undefined
  if (u?.role !== 'subject' || !/^[)。!\s]*$/.test(s.text.slice(u.token.end))) return undefined
  return /(?:单位|主办方?|承办方?)(?:都|全|均)[是为]$/.test(
    s.text.slice(Math.max(0, u.token.start - 6), u.token.start),
  ) || /[0-9人次名份场期](\s|[,，。—(-])+$/.test(s.text.slice(Math.max(0, u.token.start - 6), u.token.start))
    ? u
    : undefined
}

/** 11月20日 同上 58人: what the line does not tell, the one above it told; 地点同上 speaks of the place only. */
const sameAsAbove = (s: Scan, l: Line): boolean =>
  /(^|[\n ,，、:：|(])(同上|同前|〃|″)|内容同上|活动同上/.test(
    s.text.slice(s.clauses[l.from]!.start, s.clauses[l.to - 1]!.end),
  )

/** （2022年度） as the last line below forms: the time of them all. */
function under(s: Scan, part: Part): DateMention | null {
  if (part.to < s.clauses.length) return null
  const last = s.dates.at(-1)
  const start = s.text.lastIndexOf('\n') + 1
  const inLine = last && last.token.start >= start && s.text.length - start < 24
  const period = inLine && last.token.date.from !== last.token.date.to
  return period &&
    s.figures.every((f) => f.start < start) &&
    s.units.every((u) => u.token.start < start) &&
    s.kinds.every((k) => k.start < start)
    ? last
    : null
}

/** 合计3场266人 under the lines it adds up. */
const sums =
  /^ *([两二三四五六七八九十0-9]{1,2}(次|场|项|回|天|期)(合计|总计|共计|一共|总共|加起来|共)|合计|总计|小计|共计|以上合计|以上共计|总数)/

const bare = (from: number, to: number, form: boolean): Segment => ({
  from,
  to,
  branch: null,
  date: null,
  kind: null,
  form,
})

/** The labels that stand in a part of the message. */
function fieldsOf(s: Scan, { from, to }: Part): readonly Field[] {
  if (from === 0 && to === s.clauses.length) return s.fields
  const [start, end] = [s.clauses[from]!.start, s.clauses[to - 1]!.end]
  return s.fields.filter((f) => f.label >= start && f.label < end)
}

/** Clauses at which a form begins anew: 单位 (or 时间) said a second time. */
function formStarts(s: Scan, part: Part): number[] {
  const fields = fieldsOf(s, part)
  const lead = fields[0]
  const said = (f: Field): string => s.text.slice(f.label, f.start)
  const leads = fields.filter(
    (f) =>
      f.name === lead?.name &&
      said(f) === said(lead) &&
      (f.name === 'unit' || f.name === 'time' || f.name === 'kind'),
  )
  if (leads.length < 2 || fields.length < 4) return [part.from]
  const out: number[] = []
  let c = part.from
  for (const f of leads) {
    while (c + 1 < part.to && s.clauses[c]!.end <= f.label) c++
    if (out.at(-1) !== c) out.push(c)
  }
  return out
}
