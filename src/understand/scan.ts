import type { LocalTime } from '../core/org.js'
import { bareHeads } from './bare-heads.js'
import { clauses, type Clause } from './clauses.js'
import { corrected } from './corrections.js'
import { readFigures, type Figure } from './figures.js'
import type { Gazetteer } from './gazetteer.js'
import { readFields, type Field } from './labels.js'
import { kindMentions, type KindMention } from './mentions.js'
import { withoutListMarks } from './list-marks.js'
import { normalize, type Normalized } from './normalize.js'
import { readTable, type Table } from './tables.js'
import { tokenize, type DateToken, type Token } from './tokens.js'
import { unitMentions, type UnitMention } from './units.js'

/** Everything found in a message before it is decided what belongs together. Offsets are into `text`. */
export interface Scan {
  readonly n: Normalized
  readonly text: string
  readonly sentAt: LocalTime
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

export interface DateMention {
  readonly token: DateToken
  readonly at: number
  readonly clause: number
}

/** Values in which no kind, figure, unit or date is looked for: a title may hold anything. */
const sealed: ReadonlySet<Field['name']> = new Set(['topic', 'speaker', 'void', 'place'])

export function scan(typed: string, units: Gazetteer, sentAt: LocalTime): Scan {
  const typedAs = normalize(typed)
  const n: Normalized = { ...typedAs, text: withoutListMarks(typedAs.text) }
  const tokens = tokenize(n, units, sentAt)
  const cs = clauses(tokens, n.text.length)
  const table = readTable(n, tokens, cs)
  const fields = [
    ...readFields(n.text, tokens).filter((f) => !inTable(n.text, table, f.label)),
    ...table.fields,
  ].sort((a, b) => a.start - b.start)
  const shut = fields.filter((f) => sealed.has(f.name))
  const open = (start: number): boolean =>
    shut.length === 0 || !shut.some((f) => start >= f.start && start < f.end)
  const clauseOf = indexer(cs)
  const said = [
    ...readFigures(n, tokens, cs).filter((f) => open(f.start) && !table.figures.some((x) => x.at === f.at)),
    ...table.figures,
  ]
  const bare = bareHeads(n, tokens, cs, said).filter((f) => open(f.start))
  const figures = [...said, ...bare].sort((a, b) => a.start - b.start)
  const wrong = corrected({ tokens, figures })
  return {
    n,
    text: n.text,
    sentAt,
    tokens,
    clauses: cs,
    fields,
    rows: table.rows,
    marks: markedLines(typedAs.text, n.text),
    units: unitMentions(n.text, tokens, cs, units, fields).filter((u) => open(u.token.start)),
    kinds: withLabelled(
      n.text,
      [
        ...kindMentions(n.text, tokens, cs).filter((k) => open(k.start) && !inHead(n.text, table, k.start)),
        ...table.kinds,
      ],
      fields,
      tokens,
      cs,
    ),
    figures: figures.filter((f) => !wrong.figures.has(f)),
    dates: tokens.flatMap((token, at) =>
      token.type === 'date' && open(token.start) && !wrong.dates.has(token)
        ? [{ token, at, clause: clauseOf(at) }]
        : [],
    ),
  }
}

const inHead = (text: string, table: Table, at: number): boolean =>
  table.head >= 0 && at >= table.head && !text.slice(table.head, at).includes('\n')
function inTable(text: string, table: Table, at: number): boolean {
  if (table.rows.size === 0) return false
  let start = at
  while (start > 0 && text[start - 1] !== '\n') start--
  return start === table.head || table.rows.has(start)
}

/** 讲座题目：…, 主讲：… say by the label what it was, where nothing else does. */
function withLabelled(
  text: string,
  kinds: readonly KindMention[],
  fields: readonly Field[],
  tokens: readonly Token[],
  cs: readonly Clause[],
): KindMention[] {
  const out = [...kinds]
  for (const f of fields) {
    const label = text.slice(f.label, f.start)
    const kind =
      /^(讲|演讲|报告|宣讲|授课|主讲)/.test(label) || (f.name === 'speaker' && !/[医专]/.test(label))
        ? 'lecture'
        : label.startsWith('培训')
          ? 'training'
          : null
    if (!kind || f.name === 'void') continue
    const clause = cs.findIndex((c) => f.label < c.end)
    const at = tokens.findIndex((t) => t.end > f.label)
    out.push({
      kind,
      weight: 'deed',
      strength: 1,
      start: f.label,
      end: f.label + 2,
      at: Math.max(at, 0),
      clause: Math.max(clause, 0),
      aside: false,
    })
  }
  return out.sort((a, b) => a.start - b.start)
}

/** Numbers of the lines whose beginning held a list mark. */
function markedLines(before: string, after: string): ReadonlySet<number> {
  const out = new Set<number>()
  if (before === after) return out
  let line = 0
  for (let i = 0; i < after.length; i++) {
    if (before[i] !== after[i]) out.add(after[i] === '\n' ? line + 1 : line)
    if (after[i] === '\n') line++
  }
  return out
}

/** Clause of a token index; asked for in rising order. */
function indexer(cs: readonly Clause[]): (at: number) => number {
  let c = 0
  return (at) => {
    while (c + 1 < cs.length && cs[c]!.to <= at) c++
    return c
  }
}
