// 多报了10个, 少报了5人: what was told wrong by how much; pure.
import type { Difference } from '../ledger/by-how-much.js'

const wrong = '[写记报说弄搞打算数填]'
const amount =
  '([\\d一二三四五六七八九十百千两〇零]{1,8}(?:人次|个人|个|人|名|位|份|本|场次|场|篇|条)?(?:学生|师生|学员|老人|听众|观众|群众|村民|家长|孩子|同志)?)'
const about = '(?:我|刚才|上面|前面){0,2}(人数|听众|受众|资料|份数)?'
const number = '[#＃]?(\\d{3,7})(?:号|#)?(?:[那这](?:条|场|个|笔|次))?的?[，,、\\s]{0,3}'
const patterns: readonly RegExp[] = [
  new RegExp(`^(?:${number})?${about}(((?:${wrong}[多少漏]|[多少漏]${wrong})了?)${amount})[。！!]?$`),
  // 101号多了10个: without the number it may be about anything
  new RegExp(`^${number}${about}(([多少漏]了)${amount})[。！!]?$`),
]

/**
 * Reads 多报了10个人 · 101号少报了5人 · 人数写多了10个; `no`: the record's number as typed. Null for anything else, and
 * for what may be one activity more as well as one person more (少报了一个) where no record is named.
 */
export function readDifference(
  text: string,
  quoted: boolean,
): (Difference & { readonly no: string | undefined }) | null {
  for (const pattern of patterns) {
    const m = pattern.exec(text)
    if (!m) continue
    const [phrase, verb, value] = [m[3]!, m[4]!, m[5]!]
    const [no, field] = [m[1], m[2]] as readonly (string | undefined)[]
    if (
      no === undefined &&
      field === undefined &&
      !quoted &&
      (/[场篇条]|场次$/.test(value) || /^[一二三四两1-4]个?$/.test(value))
    )
      return null
    return { no, sign: verb.includes('多') ? -1 : 1, value, phrase }
  }
  return null
}
