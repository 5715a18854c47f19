import { atLeast, type AnyCommand, type Said } from '../command.js'
import { kindTable } from '../core/kinds.js'
import type { Role } from '../core/org.js'
import { wholeName } from '../core/tree.js'
import { isAlike } from './sounds.js'
import { withRecordVerb } from './slipped-verbs.js'

/** Words for what is counted. A slip in one of them, in a question that is whole otherwise, is read as meant. */
const countedWords: readonly string[] = [
  ...kindTable.map((k) => k.name),
  '宣传',
  '投稿',
  '调研',
  '人次',
  '场次',
  '统计',
  '汇总',
]

/** Words of a question, put right where a command reads the whole then. */
const askingWords: readonly string[] = ['多少', '几场', '几次', '今年', '本月', '上月', '全市', '任务']

/** Words of their own, never slips of those: 机场义诊多少人 is asked of the airport. */
const ownWords: readonly string[] = '机场 今午 近年 全是 全食 全世 全师 全时 一诊 义正 调演 会一 会意'.split(
  ' ',
)

/** 今午 is noon where something is asked of it; 城东讲座今午 asks nothing else. */
const isOwn = (word: string, words: string): boolean =>
  ownWords.includes(word) && (word !== '今午' || /几|多少/.test(words))

/** Everyday words that are no command of their own: what somebody who says them may want. */
const meant = (whole: string): Readonly<Record<string, readonly string[]>> => ({
  统计: [whole, '我的'],
  汇总: [whole],
  人次: [whole],
  场次: [whole],
})

/** Longer texts are sentences, not slips of a command. */
const longest = 24

/**
 * What was said with slips in kind and measure words put right (河东讲坐 场此 → 河东讲座 场次), when one command reads
 * the whole of it then; null otherwise.
 */
export function mended(said: Said, commands: readonly AnyCommand[]): Said | null {
  if (said.tight.length > longest) return null
  const verb = withRecordVerb(said, (w, word) => isSlipOfSound(w, word))
  if (verb !== null) return readable(verb, verb.words, commands)
  if (!said.called) return null
  let { words } = said
  for (const word of [...countedWords, ...askingWords])
    words = replaceSlips(words, word, (w) => !isOwn(w, said.words) && isSlipOfSound(w, word))
  return words === said.words ? null : readable(said, words, commands)
}

/** Up to two things somebody may have meant who was not understood; each is understood when said back. */
export function suggestions(said: Said, commands: readonly AnyCommand[], role: Role): readonly string[] {
  const text = said.tight.replace(/^(?:那个|这个)+/, '')
  if (text.length < 2 || text.length > longest) return []
  const known = commands.filter((c) => atLeast(role, c.access)).flatMap(wordsOf)
  const wanted = meant(wholeName(said.house.tree))
  const words = [...new Set([...Object.keys(wanted), ...known])].filter((w) => holdsNearly(text, w))
  const named = words.flatMap((w) => wanted[w] ?? [w])
  const verb = withRecordVerb(said, isSlip)
  const whole = [...countedWords, ...askingWords].flatMap((word) => {
    const mend = replaceSlips(said.words, word, (w) => isSlip(w, word))
    return mend !== said.words && readable(said, mend, commands) ? [mend] : []
  })
  if (verb && readable(verb, verb.words, commands)) return [verb.words]
  return [...new Set([...named, ...whole])].slice(0, 2)
}

/** The words a command is known by: its name, and what its examples begin with. */
const wordsOf = (command: AnyCommand): string[] =>
  [command.name, ...command.examples.map(([text]) => /^[\u4e00-\u9fff]+/.exec(text)?.[0] ?? '')].filter(
    (w) => w.length >= 2 && w.length <= 5 && standsAlone(command, w),
  )
/** Only words that do something by themselves are offered. */
const standsAlone = (command: AnyCommand, word: string): boolean =>
  command.examples.some(([text]) => text === word)

function readable(said: Said, words: string, commands: readonly AnyCommand[]): Said | null {
  const mend = { ...said, words, tight: words.replaceAll(' ', '') }
  return commands.some((c) => c.parse(mend) !== null) ? mend : null
}

/** Every place of `words` where a slip of `word` stands, put right. */
function replaceSlips(words: string, word: string, slip: (w: string) => boolean): string {
  for (let at = 0; at + word.length <= words.length; at++) {
    const window = words.slice(at, at + word.length)
    if (slip(window))
      return words.slice(0, at) + word + replaceSlips(words.slice(at + word.length), word, slip)
  }
  return words
}

const differing = (a: string, b: string): number[] =>
  Array.from({ length: b.length }, (_, i) => i).filter((i) => a[i] !== b[i])

/** At least one character is right, the others sound alike: 讲坐, 将座, 人词. */
const isSlipOfSound = (text: string, word: string): boolean => {
  const off = differing(text, word)
  return off.length > 0 && off.length < word.length && off.every((i) => isAlike(text[i]!, word[i]!))
}

/** One character is wrong, whichever; of two-character words not the first. */
const isSlip = (text: string, word: string): boolean => {
  const off = differing(text, word)
  return off.length === 1 && !/\s/.test(text) && (word.length > 2 || off[0] === 1)
}

/** The word itself or a slip of sound stands somewhere in the text, or all of the text is a slip of it. */
function holdsNearly(text: string, word: string): boolean {
  if (text.length === word.length && isSlip(text, word)) return true
  for (let at = 0; at + word.length <= text.length; at++) {
    const window = text.slice(at, at + word.length)
    if (window === word || isSlipOfSound(window, word)) return true
    if (word.length > 2 && isSlip(window, word)) return true
  }
  return false
}
