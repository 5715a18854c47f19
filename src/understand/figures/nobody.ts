import { pattern } from '../text/pattern.js'
import type { NumberToken } from '../tokens.js'

const thoseCounted = pattern(/[0-9一二三四五六七八九十百两][多余来]?[名位个人][\u4e00-\u9fa5]{0,8}[,，]?$/)
const madeOne = pattern(/^[\u4e00-\u9fa5]{1,3}?了?一[\u4e00-\u9fa5]/)
/** 讲完一人分了一棵苗, 站长一人给了一瓶水 */
const givenOne = pattern(
  /^(?:都|又|就)?(?:分|给|发|送|赠|领|拿|塞|奖|得)(?:了|到|给)?[一两二半][\u4e00-\u9fa5]/,
)

/** 17名学员一人锉了一个零件: one to each of those who were counted. */
export const apiece = (text: string, t: NumberToken): boolean =>
  t.dimension === 'people' &&
  t.num.value === 1 &&
  /^一个?人$/.test(text.slice(t.start, t.end)) &&
  ((thoseCounted(text, t.start - 14, t.start) && madeOne(text, t.end, t.end + 6)) ||
    givenOne(text, t.end, t.end + 8) ||
    ofEachHouse(text, t.start - 3, t.start))

/** 27户，一户一个人 */
const ofEachHouse = pattern(/[,，、](?:一|每)[户家村队班]$/)

/** 讲座1场，-5人: no number of people is below nothing; at the head of a line it is a dash. */
export const belowNothing = (text: string, t: NumberToken): boolean =>
  t.dimension === 'people' &&
  /[,，;；、 ][-－−]$/.test(text.slice(Math.max(0, t.start - 2), t.start)) &&
  !/^(?:[^\n]*\n)?[ ]*[-－−]$/.test(text.slice(Math.max(0, t.start - 2), t.start))

/** 送到每一位老人手里, 这一份温暖: each and any of them, or what is spoken of; nothing was counted. */
export const anyOne = (text: string, t: NumberToken): boolean =>
  t.num.value === 1 &&
  (t.dimension === 'people' || t.dimension === 'print') &&
  text[t.num.start] === '一' &&
  /[每这那某任何]$/.test(text.slice(Math.max(0, t.num.start - 1), t.num.start))
