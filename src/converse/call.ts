import type { Org } from '../core/org.js'
import { normalize } from '../understand/text/normalize.js'
import { arabicNumbers } from './numbers.js'

/** Whether a text calls the bot, and what is left of it. */
export interface Call {
  readonly called: boolean
  readonly words: string
  /** The whole text with the call blanked out: spans into it are spans into the message as typed. */
  readonly text: string
}

/**
 * Reads a call: 「小科，全市」「@小科 全市」「小科老师 全市」. A name that runs on into another word (小科学家) is no call.
 */
export function readCall(text: string, bot: Org['bot']): Call {
  const names = [bot.name, ...bot.aliases].sort((a, b) => b.length - a.length)
  const start = text.length - text.trimStart().length
  for (const name of names) {
    for (const front of [`@${name}`, `＠${name}`, name]) {
      if (!text.startsWith(front, start) || !endsName(text.slice(start + front.length))) continue
      const end = start + front.length
      const pause = /^[\s\u2005，,：:、。！!~～]+/.exec(text.slice(end))?.[0].length ?? 0
      return callAt(text, start, end + pause)
    }
  }
  for (const name of names) {
    for (const at of [`@${name}`, `＠${name}`]) {
      const found = text.indexOf(at)
      if (found >= 0 && endsName(text.slice(found + at.length))) return callAt(text, found, found + at.length)
    }
  }
  return { called: false, words: text, text }
}

function callAt(text: string, from: number, to: number): Call {
  const [before, behind] = [text.slice(0, from), text.slice(to)]
  return {
    called: true,
    words: from === 0 || before.trim() === '' ? behind : `${before} ${behind}`.trim(),
    text: before + ' '.repeat(to - from) + behind,
  }
}

/** Words that the name forms together with what follows: then nobody was called. */
const goesOn = ['学', '目', '技', '普', '室', '员', '长', '组', '班', '举', '研']
const endsName = (rest: string): boolean =>
  !goesOn.some((w) => rest.startsWith(w)) || rest.startsWith('普今') || /^[\s\u2005，,：:、]/.test(rest)

/** Politeness and particles around a command; they say nothing. */
const polite =
  /^(?:请问|我?想(?:知道|问)|问问|告诉我|请你?您?|麻烦您?|劳驾|您好|你好|帮我|帮忙|给我|我想|我要|想|能不能|可以)+/
const closing = /(?:一下|吧|呢|啊|呀|啦|咯|喽|哟|嘞|呗|哦|哈|了吗|吗|嘛|谢谢|辛苦了)+$/

/** Dialect words of a question; 好多 told of what came (来了好多人) is no question. */
const dialect: readonly (readonly [words: RegExp, plain: string])[] = [
  [/(?<![了有这那])好多(?=[场次个条期人]?(?:次|人)?[了啊呀哟嘛哦]{0,2}[。?？！!\s]{0,2}$)/g, '多少'],
  [/好多(?=[场次个条期人]?(?:次|人)?[了啊呀哟嘛哦]{0,2}[?？]\s{0,2}$)/g, '多少'],
  [/(?<![好上下])几多(?=[场次个条期人]?(?:次|人)?[了啊呀哟嘛哦]{0,2}[。?？！!\s]{0,2}$)/g, '多少'],
  [/[啥么]子(?=$|[^女弟孙])/g, '什么'],
  [/咋个|啷个/g, '怎么'],
]

/** 有什么要我办的没有 asks for what 有什么要我办的 asks. */
const orNot = /^((?:还)?有(?:什么|啥)[^，,。；;]{2,12}的)没有?$/

/** A command's words: half-width, Arabic record numbers, single spaces, no politeness. */
export function commandWords(text: string): { readonly words: string; readonly tight: string } {
  const n = dialect.reduce(
    (words, [said, meant]) => words.replace(said, meant),
    arabicNumbers(normalize(text).text),
  )
  let words = n
    .replace(/[，,、。；;：:！!？?~～“”"'「」『』]/g, ' ')
    .replace(/(?<![一二三四五六七八九十\d])一下(?![午半周个乡])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  for (let before = ''; before !== words;) {
    before = words
    words = words.replace(polite, '').replace(closing, '').replace(orNot, '$1').trim()
  }
  return { words, tight: words.replaceAll(' ', '') }
}

/** 麻烦帮我报一下，…: asked of the bot, no part of what is told. */
const asksToBook =
  /^\s*(?:麻烦|请|劳驾)?[你您]?帮(?:我|忙|我们)?(?:报|记|登记|登|录)(?:一下|一条|一笔|个)?[，,：:\s]{1,3}/

/** The text with such a request blanked out: spans into it are spans into the message as typed. */
export function withoutAsking(text: string): string {
  const asked = asksToBook.exec(text)
  return asked ? ' '.repeat(asked[0].length) + text.slice(asked[0].length) : text
}
