import { LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { err, ok, type Result } from './core/result.js'

/** One fault of a configuration file: where it is and what to write instead, in one sentence. */
export interface FileFault {
  /** Line in the file, from 1. */
  readonly line: number
  /** Dotted path of the key: `rooms.0.tips`. */
  readonly key: string
  readonly sentence: string
}

/** The parsed document beside the line of each of its keys. */
export interface YamlFile<T> {
  readonly value: T
  readonly lineOf: (path: readonly (string | number)[]) => number
}

/** Reads YAML against a schema: every fault with its line, or the typed value. Unknown keys are faults. */
export function parseYamlFile<T>(
  text: string,
  schema: z.ZodType<T>,
): Result<YamlFile<T>, readonly FileFault[]> {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  if (doc.errors.length > 0) {
    return err(
      doc.errors.map((e) => ({
        line: lines.linePos(e.pos[0]).line,
        key: '',
        sentence: `这里不是合法的 YAML（${e.message.split('\n')[0]}），请检查缩进、冒号和引号`,
      })),
    )
  }
  const lineOf = (path: readonly (string | number)[]): number => lineAt(doc, lines, path)
  const parsed = schema.safeParse(doc.toJS())
  if (parsed.success) return ok({ value: parsed.data, lineOf })
  return err(parsed.error.issues.flatMap((issue) => faultsOf(issue, lineOf)))
}

/** A schema's complaint as faults; `lineOf` finds the line of a path. */
export function faultsOf(
  issue: z.core.$ZodIssue,
  lineOf: (path: readonly (string | number)[]) => number,
): FileFault[] {
  const path = issue.path.filter((p): p is string | number => typeof p !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([...path, key]),
      key: [...path, key].join('.'),
      sentence: `不认识「${key}」这一项，请删去或改成认识的名字`,
    }))
  }
  return [{ line: lineOf(path), key: path.join('.'), sentence: issue.message }]
}

/** Line of the deepest part of the path that exists. */
function lineAt(doc: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let n = path.length; n >= 0; n--) {
    const parent = n === 0 ? doc.contents : doc.getIn(path.slice(0, n - 1), true)
    const key = path[n - 1]
    const pairs = (parent as { items?: { key?: { value?: unknown; range?: number[] } }[] } | null)?.items
    const pair = typeof key === 'string' ? pairs?.find((p) => p.key?.value === key) : undefined
    const node = doc.getIn(path.slice(0, n), true) as { range?: number[] } | undefined
    const offset = pair?.key?.range?.[0] ?? node?.range?.[0]
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 1
}

/** 「文件第 n 行「键」：…」, one line a fault, for stderr; line 0 is the file as a whole. */
export const faultLines = (file: string, faults: readonly FileFault[]): string =>
  faults
    .map((f) => `${file}${f.line > 0 ? ` 第${f.line}行` : ''}${f.key ? `「${f.key}」` : ''}：${f.sentence}`)
    .join('\n')
