// 哪场人最多 · 讲座里人最少的是哪一场: which activity had the largest or smallest audience; pure.

export type Largest = 'most' | 'least'

const event = '(?:场|次|期|回|节|堂|趟)'
const kinds = '(?:讲座|活动|课|义诊|培训|咨询|报告)?'
const came = '(?:来的?|听的?|到的?|去的?|参加的?|看的?|到场的?)?'
const people = `${came}(?:人数|人次|人|听众|学员|受众|观众|群众|病人|老人|学生)`
const often = '(?:来得|到得|算|是)?(?:最|顶)(?:多|少)'
const largestSaid = '(?:规模|场面|人气)?最(?:大|小|旺|火)'
const within = '(?:里面?|里头|当中|其中|中|这些|那些|的)?'
const which = `(?:哪|哪一|哪个)${event}`

const rows: readonly RegExp[] = [
  // 讲座里哪场人最多 · 哪一期培训来的学员最少
  new RegExp(
    `${within}\\s?(?:是)?${which}${kinds}的?\\s?(?:${people}\\s?(?:${often}|多|少)|${often}|${largestSaid})的?$`,
  ),
  // 人最多的是哪一场 · 听众最少的那次讲座是哪场 · 人最多的一场
  new RegExp(
    `${within}\\s?(?:${people}${often}|${largestSaid})的?(?:[那一]{0,2}${event}?${kinds})?\\s?(?:是|在)?\\s?(?:${which}${kinds}|(?<=[那一]${event}${kinds})(?:是)?(?:什么|啥)?)$`,
  ),
]
const kindWord = /讲座|课(?!题)|义诊|培训|咨询|报告/g
/** Persons, branches and days are compared elsewhere, or not at all. */
const otherThings =
  /谁|哪[个位些几]?(?:老师|讲师|人|分会|区|县|镇|乡|街道|社区|家|单位|月|天|周|年|类|种)|平均|不是/

/** Which end is asked for, and the words for where, what and when; null for anything else. */
export function asksLargest(words: string): { readonly which: Largest; readonly rest: string } | null {
  if (words.length > longest || otherThings.test(words)) return null
  for (const row of rows) {
    const m = row.exec(words)
    if (!m) continue
    const kind = m[0].match(kindWord)?.[0] ?? ''
    const rest = `${words.slice(0, m.index)} ${kind}`.trim().replace(/^(?:一共|总共|我们的?)$/, '')
    return { which: /[少小]的?|少/.test(m[0].replace(/多少/g, '')) ? 'least' : 'most', rest }
  }
  return null
}
const longest = 30
