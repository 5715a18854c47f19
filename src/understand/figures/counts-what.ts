import type { Clause } from '../form/clauses.js'
import { bare } from './bare.js'
import { says, sort, type Around, type Sort } from './context.js'
import { firmsInAll } from './firms-in-all.js'
import { anyOne, apiece, belowNothing } from './nobody.js'
import { people } from './people.js'
import { piece } from './piece.js'
import { presents } from './presents.js'
import { document, handedInAlone, handedInSo } from './documents.js'
import { printed } from './printed.js'
import { firms, session } from './sorts.js'
import type { Normalized } from '../text/normalize.js'
import { pattern } from '../text/pattern.js'
import type { NumberToken } from '../tokens.js'

/** 一个没少, 一个不落: nobody was missing. */
const noneMissing = pattern(
  /^(?:个|名|位)?(?:人|学员|都|也|也都){0,2}[没不未](?:有)?(?:少|落|缺|漏|拉|走|差|剩|迟到)/,
)
const numberOfPeople = pattern(
  /(?:^|[,，。;:：\n场次课了])(?:听课|听讲|听众|学员|参加|参训|到会|到场|来的|总)?人数(呢|嘛)?(一共|总共|大概|大约|约|共)?(是|有|为)?[:：]?$/,
)
/** 听众60人: they are counted elsewhere. */
const peopleCounted = /[0-9一二两三四五六七八九十百]+[多余来]?(人|名|位)/
const sentenceEnd = /[。;；!！\n]/
function countedBeside(text: string, from: number, to: number): boolean {
  const before = text
    .slice(Math.max(0, from - 60), from)
    .split(sentenceEnd)
    .at(-1)!
  return peopleCounted.test(before) || peopleCounted.test(text.slice(to, to + 60).split(sentenceEnd)[0]!)
}
/** …人数是五十八村书记也来了: the number ends the clause that nobody marked, and the next begins with who came. */
const headcount = (text: string, c: Clause, t: NumberToken): boolean =>
  t.num.value > 4 &&
  numberOfPeople(text, Math.max(0, c.start - 1, t.start - 14), t.start) &&
  /^[村镇乡校厂][\u4e00-\u9fa5]?(书记|主任|长|领导|干部)(也|都|亲自){1,2}(来|到)[^,，。]{0,2}了/.test(
    text.slice(t.num.end, t.num.end + 12),
  ) &&
  !countedBeside(text, t.start, t.num.end)
const grown = pattern(/^(增至|增加到|提高到|扩大到|升至|发展到|减至|减少到|上升到|降至)/)

/** What a number counts; null where it counts nothing of ours. */
export function countsWhat(n: Normalized, c: Clause, t: NumberToken, a: Around): Sort | null {
  const { text } = n
  // 由42场增至58场: what it was before
  if (grown(text, t.end, t.end + 3)) return null
  if (!Number.isFinite(t.num.value) || t.num.value < 0) return null
  if (t.num.value === 1 && noneMissing(text, t.num.end, t.num.end + 8)) return null
  if (apiece(text, t) || anyOne(text, t)) return null
  if (belowNothing(text, t)) return null
  if ((t.dimension === 'other' || t.dimension === null) && headcount(text, c, t)) return sort('people')
  switch (t.dimension) {
    case 'people':
      return people(text, c, t, a)
    case 'session':
      return session(text, t, a)
    case 'print':
      // 建议书昨天递上去了，两份，…
      // 写了一份修路的建议，交给镇里了
      if (/^份$/.test(text.slice(t.num.end, t.end)) && (handedInAlone(text, t) || handedInSo(text, t, a)))
        return document(text, t, a)
      return presents(text, t.start) ? null : printed(text, c, t, a)
    case 'document':
      return document(text, t, a)
    case 'firm':
      return firms(text, t, a) ?? firmsInAll(text, t)
    case 'piece':
      return piece(text, c, t, a)
    case 'yuan':
      return says(a.before, 'medicine') || says(a.after, 'medicine') ? sort('medicine') : null
    case 'hour':
      return sort('hours')
    case 'other':
      // 共开5个班，每班20人
      if (
        /^个班级?$/.test(text.slice(t.num.end, t.end)) &&
        /(开|办|开设|开办|举办|分|办班|培训班?)(了|成)?(共|一共|总共)?$/.test(
          text.slice(Math.max(c.start, t.start - 6), t.start),
        )
      )
        return sort('sessions')
      // 种猪、育肥两个班，分别46人、53人
      if (
        /^个班级?$/.test(text.slice(t.num.end, t.end)) &&
        /^[,，:：]?(分别|各[0-9])/.test(text.slice(t.end, t.end + 4))
      )
        return sort('sessions')
      // 又挂了三块牌
      if (
        /^块(?:铜|新|示范)?[牌匾]/.test(text.slice(t.num.end, t.num.end + 4)) &&
        /(?:挂|授|揭|发|立)(?:上|出|起|牌)?了?$/.test(text.slice(Math.max(c.start, t.start - 4), t.start))
      )
        return sort('documents')
      return /^[项点]/.test(text.slice(t.num.end, t.end)) &&
        a.after[0]?.type === 'word' &&
        a.after[0].word.kind?.kind === 'proposal'
        ? sort('documents')
        : null
    case null:
      // 个案27例
      if (
        text[t.num.end] === '例' &&
        /个案(?:咨询|辅导|心理)?(?:共|约|有|了)?$/.test(text.slice(Math.max(c.start, t.start - 6), t.start))
      )
        return sort('people')
      return bare(text, c, t, a)
  }
}
