import { pattern } from '../text/pattern.js'

const some = '[0-9一二两三四五六七八九十]{1,4}'
const unit = '[篇条件份]?'
const written = `(?:建议|提案|议案|投稿|来稿|送稿|供稿|稿件|稿子|稿|信息|通讯|简讯|调研报告|[投提])[提投报写送交上]{0,2}了?[:：]?`
const taken = '(?:采(?:纳|用)?|录用|刊用|刊登|[录用登刊]|批示?)了?'
const over = `${unit}(?:$|[,，。;；、!！ \n)])`

const isWritten = pattern(new RegExp(`${written}$`))
const takenBehind = pattern(new RegExp(`^${unit}[,，、 ]?${taken}${some}${over}`))
const isTaken = pattern(new RegExp(`${written}${some}${unit}[,，、 ]?${taken}$`))
const ends = pattern(new RegExp(`^${over}`))

/** 投稿3采1, 建议9条，采6: how many papers were written and how many of them taken, without 篇 or 条. */
export const paperInShort = (text: string, from: number, to: number): boolean =>
  isWritten(text, from - 9, from)
    ? takenBehind(text, to, to + 14)
    : ends(text, to, to + 1) && isTaken(text, from - 20, from)
