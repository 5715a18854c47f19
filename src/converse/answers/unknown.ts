import { isUnknown } from '../../understand/said.js'

/** A clause beside it that tells no figure: 人太多了, 院子里站得满满的. */
const besides = (clause: string): boolean =>
  clause.length <= 12 && !/[\d一二三四五六七八九十百千两几]/.test(clause)

/** 一时想不起来了. */
const forgotten = /^(?:真|实在|我|也|都|一时|现在){0,3}(?:想|记)不起来?了?[。！!]?$/

/** 不晓得几个 · 不知道来了多少人. */
const howMany =
  /(?:到底|究竟|具体|一共|总共)?(?:有|来了?|听的?)?(?:多少|几)(?:个|位|名|号|口)?(?:人|老人|学生|听众)?(?:来|听|听课|在场)?[吧啊呢。！!]{0,2}$/

/** Whether an answer says that nobody knows how many, with or without a reason: 没数 · 人太多了，没数. */
export function unknownSaid(said: string): boolean {
  // 人没数
  const text = said.replace(/^\s*(?:人数?|人头)(?:我|倒|都|可)?(?=没)/, '')
  const bare = text.replace(howMany, '')
  if (bare !== text && bare !== '') return unknownSaid(bare)
  if (/^(?:也|都|我|真)*[搞弄闹]不清楚?$/.test(text.trim()) || isUnknown(text) || forgotten.test(text.trim()))
    return true
  const clauses = text.split(/[\s，,。；;！!、]+/).filter(Boolean)
  return clauses.some((c) => isUnknown(c)) && clauses.every((c) => isUnknown(c) || besides(c))
}
