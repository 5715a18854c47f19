import type { LocalTime } from '../core/org.js'
import { dateMentions, type DateMention } from './dates/mentions.js'
import { bareHeads } from './form/bare-heads.js'
import { clauses, type Clause } from './form/clauses.js'
import { withoutByTheWay } from './form/by-the-way.js'
import { withoutCourtesies } from './form/courtesies.js'
import { corrected, righted } from './figures/corrections.js'
import { anothers } from './units/anothers.js'
import { formerAndLatter } from './units/former.js'
import { readFigures, type Figure } from './figures/figures.js'
import { withoutHearsay } from './figures/hearsay.js'
import type { Gazetteer } from './units/gazetteer.js'
import { readFields, type Field } from './form/labels.js'
import { labelledKinds } from './mentions/labelled.js'
import type { KindMention } from './mentions/mention.js'
import { kindMentions } from './mentions/mentions.js'
import { withoutListMarks } from './form/list-marks.js'
import { softBreaks, softened } from './form/soft-breaks.js'
import { eachTime } from './text/each-time.js'
import { normalize, type Normalized } from './text/normalize.js'
import { saidAlike } from './text/said-alike.js'
import { pausesAsCommas } from './text/paused.js'
import { spacesAsCommas } from './text/spaced.js'
import { barred, readTable, type Table } from './form/tables.js'
import { tokenize, type Token } from './tokens.js'
import { unitMentions, type UnitMention } from './units/units.js'

/** Everything found in a message before it is decided what belongs together. Offsets are into `text`. */
export interface Scan {
  readonly n: Normalized
  readonly text: string
  readonly sentAt: LocalTime
  /** Name of the association itself. */
  readonly root: string | null
  readonly tokens: readonly Token[]
  readonly clauses: readonly Clause[]
  readonly units: readonly UnitMention[]
  readonly kinds: readonly KindMention[]
  readonly figures: readonly Figure[]
  readonly dates: readonly DateMention[]
  readonly fields: readonly Field[]
  /** Lines that a list mark stood in front of. */
  readonly marks: ReadonlySet<number>
  /** Offsets where rows of a table begin. */
  readonly rows: ReadonlySet<number>
}

/** Values in which no kind, figure, unit or date is looked for: a title may hold anything. */
const sealed: ReadonlySet<Field['name']> = new Set(['topic', 'speaker', 'void', 'place'])

export const scan = (typed: string, units: Gazetteer, sentAt: LocalTime): Scan =>
  scanned(withoutByTheWay(withoutCourtesies(normalize(typed))), units, sentAt)

/** The same of a part of a message, as it was normalized. */
export function scanned(typedAs: Normalized, units: Gazetteer, sentAt: LocalTime): Scan {
  const { typed } = typedAs
  const span: Normalized['span'] = (start, end) => typedAs.span(start, end)
  const said = pausesAsCommas(spacesAsCommas(eachTime(saidAlike(typedAs.text))))
  const unmarked = withoutListMarks(barred(apartShares(said)))
  const marks = markedLines(said, unmarked)
  const { text, tokens } = unbroken(unmarked, tokenize({ typed, text: unmarked, span }, units, sentAt), marks)
  const n: Normalized = { typed, text, span }
  const cs = clauses(tokens, text)
  const table = readTable(n, tokens, cs)
  const fields = datedPapers(text, withCells(text, readFields(text, tokens), table))
  const open = opening(text, fields)
  const figures = allFigures(n, tokens, cs, table, fields).filter((f) => open(f.start))
  const wrong = corrected({ text, tokens, figures })
  return {
    n,
    text,
    sentAt,
    root: units.root,
    tokens,
    clauses: cs,
    fields,
    rows: table.rows,
    marks: text === unmarked ? marks : markedLines(said, unmarked, text),
    units: righted(
      formerAndLatter(
        text,
        tokens,
        cs,
        unitMentions(text, tokens, cs, units, fields).filter(
          (u) => open(u.token.start) && !anothers(text, tokens, u.at),
        ),
      ),
      wrong.units,
    ),
    kinds: allKinds(text, tokens, cs, fields, table, open),
    figures: wrong.figures.size > 0 ? figures.filter((f) => !wrong.figures.has(f)) : figures,
    dates: dateMentions(text, tokens, cs).filter((m) => open(m.token.start) && !wrong.dates.has(m.token)),
  }
}

/** What was typed over several lines without being several becomes one. */
function unbroken(
  text: string,
  tokens: readonly Token[],
  marks: ReadonlySet<number>,
): { readonly text: string; readonly tokens: readonly Token[] } {
  const breaks = softBreaks(text, tokens, marks)
  if (breaks.length === 0) return { text, tokens }
  let out = ''
  let from = 0
  for (const { at, mark } of breaks) {
    out += text.slice(from, at) + mark
    from = at + 1
  }
  return { text: out + text.slice(from), tokens: softened(tokens, breaks) }
}

/** 讲座6/780人: sessions and people, no share of eight hundred. */
function apartShares(text: string): string {
  let out = ''
  let from = 0
  for (let i = text.indexOf('/'); i >= 0; i = text.indexOf('/', i + 1)) {
    if (!isDigit(text[i - 1]) || !isDigit(text[i + 1])) continue
    let end = i + 1
    while (isDigit(text[end]) && end - i < 8) end++
    let start = i
    while (isDigit(text[start - 1]) && i - start < 6) start--
    const bare = peopleBehind.test(text.slice(Math.max(0, start - 4), end + 1)) && +text.slice(i + 1, end) > 9
    if (
      (!bare && !/^[余多]?[人名]/.test(text.slice(end, end + 2))) ||
      isDigit(text[start - 1]) ||
      text[start - 1] === '/'
    )
      continue
    out += text.slice(from, i) + '|'
    from = i + 1
  }
  return out + text.slice(from)
}
/** 讲座3/150，: behind the name of an activity. */
const peopleBehind =
  /(?:讲座|培训|义诊|咨询|宣讲|宣传|展览|讲课|辅导|报告会|演出|比赛|会议|座谈)[0-9]{1,2}\/[0-9]{2,5}(?:[,，、;；。 \n]|$)/
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9'

/** 备注：发放讲义112份: what was handed out besides. */
const remark = (text: string, f: Field): boolean =>
  f.name === 'void' &&
  text.startsWith('备注', f.label) &&
  /发放|赠送|发了|印发/.test(text.slice(f.start, Math.min(f.end, f.start + 20)))

/** Whether an offset lies outside every sealed value; the values are in order. */
function opening(text: string, fields: readonly Field[]): (at: number) => boolean {
  const shut = fields.filter((f) => sealed.has(f.name) && !remark(text, f))
  if (shut.length === 0) return () => true
  return (at) => {
    let lo = 0
    let hi = shut.length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (shut[mid]!.end <= at) lo = mid + 1
      else hi = mid
    }
    return lo === shut.length || at < shut[lo]!.start
  }
}

/** Labels of the text and cells of a table, in order; a table's own lines have no labels. */
function withCells(text: string, fields: readonly Field[], table: Table): readonly Field[] {
  if (table.rows.size === 0) return fields
  const own = fields.filter((f) => {
    let start = f.label
    while (start > 0 && text[start - 1] !== '\n') start--
    return start !== table.head && !table.rows.has(start)
  })
  return [...own, ...table.fields].sort((a, b) => a.start - b.start)
}

function allFigures(
  n: Normalized,
  tokens: readonly Token[],
  cs: readonly Clause[],
  table: Table,
  fields: readonly Field[],
): readonly Figure[] {
  const said = readFigures(n, tokens, cs)
  if (table.figures.length > 0) {
    const cells = new Set(table.figures.map((f) => f.at))
    const outside = said.filter((f) => !cells.has(f.at))
    said.length = 0
    said.push(...outside, ...table.figures)
  }
  const bare = bareHeads(n, tokens, cs, said, fields)
  const all =
    bare.length + table.figures.length > 0 ? [...said, ...bare].sort((a, b) => a.start - b.start) : said
  return withoutHearsay(n.text, all)
}

function allKinds(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  fields: readonly Field[],
  table: Table,
  open: (at: number) => boolean,
): readonly KindMention[] {
  const headEnd = table.head < 0 ? -1 : text.indexOf('\n', table.head)
  const said = kindMentions(text, tokens, cs).filter(
    (k) => open(k.start) && !(k.start >= table.head && k.start < headEnd),
  )
  const labelled = labelledKinds(text, fields, tokens, cs)
  return labelled.length + table.kinds.length === 0
    ? said
    : [...said, ...table.kinds, ...labelled].sort((a, b) => a.start - b.start)
}

/** 材料名称：《…调研报告》 */
const namedPaper = /(建议|提案|调研报告|调查报告|论文)》 ?$/
const papers = /建议|提案|调研|报告|论文|稿|信息/
/** 报送时间 on a form about a paper is its day; on others only the day the form was filled in. */
function datedPapers(text: string, fields: readonly Field[]): readonly Field[] {
  if (!fields.some((f) => f.name === 'void') || fields.some((f) => f.name === 'time')) return fields
  if (
    !fields.some(
      (f) =>
        f.name === 'kind' &&
        (papers.test(text.slice(f.start, Math.min(f.end, f.start + 12))) ||
          namedPaper.test(text.slice(Math.max(f.start, f.end - 8), f.end))),
    )
  )
    return fields
  return fields.map((f) =>
    f.name === 'void' && /^(报送|上报|提交|投稿|发表|刊发)(时间|日期)/.test(text.slice(f.label, f.start))
      ? { ...f, name: 'time' as const }
      : f,
  )
}

/** Numbers of the lines of `text` whose beginning held a list mark. */
function markedLines(before: string, after: string, text = after): ReadonlySet<number> {
  const out = new Set<number>()
  if (before === after) return out
  let line = 0
  for (let i = 0; i < after.length; i++) {
    if (before[i] !== after[i]) out.add(after[i] === '\n' ? line + 1 : line)
    if (text[i] === '\n') line++
  }
  return out
}
