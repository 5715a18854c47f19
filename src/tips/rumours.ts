import { readFileSync } from 'node:fs'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { bigrams } from './similar.js'
import { sourceWords, type Fault, type Place, type Source } from './tip.js'

/** What an authority has said of a claim, in the words of the first line. */
export const verdicts = {
  /** A thing to do that does not help. */
  false: '没有依据，别照做。',
  /** A statement that is not so. */
  untrue: '没有这回事。',
  harmful: '有害，千万别照做。',
  partly: '不全对。',
  true: '是真的。',
} as const
export type Verdict = keyof typeof verdicts

/** One entry of the reviewed library of claims. */
export interface Rumour {
  readonly id: string
  /** The claim as it goes round: 喝醋能软化血管. */
  readonly claim: string
  /** Other ways it is asked. */
  readonly asks: readonly string[]
  /** A question must hold a word of each group, or it is about something else. */
  readonly keys: readonly (readonly string[])[]
  readonly verdict: Verdict
  /** One sentence that stands by itself, whichever way the question was put. */
  readonly answer: string
  readonly advice: string | null
  readonly source: Source
  readonly at: Place
}

/** Share of a claim's character pairs that a question must hold. Below it nothing is answered. */
export const answerFrom = 0.5
/** A forwarded text longer than this must hold nearly the whole claim. */
const longQuestion = 120
const answerLongFrom = 0.8
/** Two entries this close to each other: nobody knows which was meant. */
const tooClose = 0.05

/**
 * The entry that a question is about, or null when none fits or two do: then the office is asked, never the bot's
 * fancy. 「喝醋能软化血管吗」 → the entry; 「手机放床头会得癌」, of which no authority has spoken → null.
 */
export function findRumour(question: string, library: readonly Rumour[]): Rumour | null {
  const text = question.replace(/[^\p{L}\p{N}]/gu, '')
  const asked = bigrams(text)
  const least = text.length > longQuestion ? answerLongFrom : answerFrom
  const found = library
    .filter((r) => r.keys.every((group) => group.some((word) => text.includes(word))))
    .map((rumour) => ({
      rumour,
      share: Math.max(...[rumour.claim, ...rumour.asks].map((p) => covered(p, asked))),
    }))
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.share - a.share)
  const [first, second] = found
  if (!first || (second && first.share - second.share < tooClose)) return null
  return first.rumour
}

/** Share of a phrase's pairs that the question holds. */
function covered(phrase: string, asked: ReadonlySet<string>): number {
  const pairs = bigrams(phrase)
  let held = 0
  for (const pair of pairs) if (asked.has(pair)) held++
  return pairs.size ? held / pairs.size : 0
}

/** Verdict and sentence, 据：…, and what to do: at most three lines. */
export const rumourAnswer = (r: Rumour): string =>
  [`${verdicts[r.verdict]}${r.answer}`, `据：${sourceWords(r.source)}`, ...(r.advice ? [r.advice] : [])].join(
    '\n',
  )

const keys = ['id', 'claim', 'asks', 'keys', 'verdict', 'answer', 'advice', 'source']

/** Reads data/rumours.yaml; a wrong entry is left out and named with file and line. */
export function parseRumours(
  text: string,
  file: string,
): { readonly rumours: readonly Rumour[]; readonly faults: readonly Fault[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at = (offset: number): Place => ({ file, line: lines.linePos(offset).line })
  if (document.errors.length)
    return {
      rumours: [],
      faults: document.errors.map((e) => ({ ...at(e.pos[0]), text: e.message.split('\n')[0]! })),
    }
  const items = isMap(document.contents) ? document.contents.get('rumours', true) : null
  if (!isSeq(items)) return { rumours: [], faults: [{ file, line: 1, text: '文件开头应是 rumours:' }] }
  const rumours: Rumour[] = []
  const faults: Fault[] = []
  const ids = new Set<string>()
  for (const item of items.items) {
    const place = at(isMap(item) || isScalar(item) ? (item.range?.[0] ?? 0) : 0)
    const read = readRumour(isMap(item) ? (item.toJSON() as Readonly<Record<string, unknown>>) : {}, place)
    const problem =
      typeof read === 'string' ? read : ids.has(read.id) ? `编号 ${read.id} 用过了` : checkRumour(read)
    if (problem) faults.push({ ...place, text: problem })
    else if (typeof read !== 'string') {
      ids.add(read.id)
      rumours.push(read)
    }
  }
  return { rumours, faults }
}

/** The entries of a file; a file that is not there is a fault. */
export function loadRumours(file: string): ReturnType<typeof parseRumours> {
  try {
    return parseRumours(readFileSync(file, 'utf8'), file)
  } catch {
    return { rumours: [], faults: [{ file, line: 1, text: '找不到求证库' }] }
  }
}

const isWords = (v: unknown): v is string[] =>
  Array.isArray(v) && v.length > 0 && v.every((w) => typeof w === 'string' && w)

function readRumour(raw: Readonly<Record<string, unknown>>, at: Place): Rumour | string {
  const unknown = Object.keys(raw).find((k) => !keys.includes(k))
  if (unknown) return `不认识“${unknown}”，可用：${keys.join('、')}`
  const text = (k: string): string => (typeof raw[k] === 'string' ? raw[k] : '')
  for (const k of ['id', 'claim', 'answer']) if (!text(k)) return `缺 ${k}`
  const verdict = String(raw['verdict'])
  if (!Object.hasOwn(verdicts, verdict)) return `verdict 应是其中之一：${Object.keys(verdicts).join('、')}`
  const source = raw['source'] as Partial<Source> | undefined
  if (!source?.org || !source.document || !Number.isInteger(source.year))
    return '缺 source，应写：{ org: 机构, document: 文件名, year: 年份 }'
  const groups = raw['keys']
  if (!Array.isArray(groups) || groups.length === 0 || !groups.every(isWords))
    return 'keys 应写：[[醋], [血管, 血压]]'
  const asks = raw['asks'] ?? []
  if (!(Array.isArray(asks) && asks.every((w) => typeof w === 'string')))
    return 'asks 应写：[吃醋 血管, 醋能通血管吗]'
  return {
    id: text('id'),
    claim: text('claim'),
    asks,
    keys: groups,
    verdict: verdict as Verdict,
    answer: text('answer'),
    advice: text('advice') || null,
    source: source as Source,
    at,
  }
}

/** The claim itself must find its own entry; the answer is a sentence for a room. */
function checkRumour(r: Rumour): string | null {
  if (!findRumour(r.claim, [r])) return `keys 里的字要在 claim 里找得到：${r.claim}`
  if (Array.from(r.answer).length > 60 || !r.answer.endsWith('。'))
    return 'answer 应是一两句话，不超过60个字，以句号结束'
  return r.advice && Array.from(r.advice).length > 30 ? 'advice 不超过30个字' : null
}
