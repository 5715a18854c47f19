import type { Clause } from '../form/clauses.js'
import type { Field } from '../form/labels.js'
import { pattern } from '../text/pattern.js'
import type { Token } from '../tokens.js'
import { kindWords } from '../words/kinds.js'
import type { KindMention } from './mention.js'

const labelsBase = pattern(/^[^:]{0,6}(基地|工作站|服务站|小院|示范[点户村园])/)
const labelsLecture = pattern(/^(讲|演讲|报告|宣讲|授课|主讲)/)
/** 讲座题目：…, 主讲：… say by the label what it was, where nothing else does. */
export function labelledKinds(
  text: string,
  fields: readonly Field[],
  tokens: readonly Token[],
  cs: readonly Clause[],
): readonly KindMention[] {
  const out: KindMention[] = []
  let at = 0
  let clause = 0
  for (const f of fields) {
    if (f.name === 'void') continue
    const base = labelsBase(text, f.label, f.start)
    const label = text.slice(f.label, f.start)
    if (base || (f.name === 'topic' && /^(活动)?(主题|名称|题目|标题)/.test(label))) {
      const named = base ? { kind: 'base' as const, start: f.label, end: f.label + 2 } : headNoun(text, f)
      if (named && !(named.kind === 'base' && !base)) {
        while (at + 1 < tokens.length && tokens[at]!.end <= f.label) at++
        while (clause + 1 < cs.length && cs[clause]!.end <= f.label) clause++
        out.push({
          ...named,
          weight: base ? 'head' : 'deed',
          strength: base ? 3 : 1,
          at,
          clause,
          aside: false,
        })
      }
      continue
    }
    const lecture = labelsLecture(text, f.label, f.start) || (f.name === 'speaker' && !/[医专]/.test(label))
    if (!lecture && !label.startsWith('培训')) continue
    while (at + 1 < tokens.length && tokens[at]!.end <= f.label) at++
    while (clause + 1 < cs.length && cs[clause]!.end <= f.label) clause++
    const kind = lecture ? 'lecture' : 'training'
    out.push({
      kind,
      weight: 'deed',
      strength: 1,
      start: f.label,
      end: f.label + 2,
      at,
      clause,
      aside: false,
    })
  }
  return out
}

/** 活动主题：“寻找身边的化石”科普研学: what the line names ends in its kind. */
function headNoun(text: string, f: Field): { kind: KindMention['kind']; start: number; end: number } | null {
  for (let l = 6; l >= 2; l--) {
    const start = f.end - l
    const row = start >= f.start ? kindWords.get(text.slice(start, f.end)) : undefined
    if (row) return { kind: row.kind, start, end: f.end }
  }
  return null
}
