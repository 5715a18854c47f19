import { isHan } from '../text/chars.js'
import { endsName, isName, nameAt, postAt } from './names.js'
import { near } from '../text/near.js'

/** The name of a person, by its place in the text. */
export interface NameFind {
  readonly start: number
  readonly end: number
}

/** Last characters of bodies a lecturer is from. */
export const bodies = '团会科院校队站所厂局处办委系部台馆社组司室心库行县市区镇乡村店公'

/** Who is named for something else. */
const duties = [
  '主持',
  '主持人',
  '带队',
  '领队',
  '陪同',
  '摄影',
  '撰稿',
  '通讯员',
  '记者',
  '联系人',
  '填报',
  '填报人',
  '审核',
  '编辑',
  '报告者',
  '负责',
  '致辞',
  '讲话',
  '会见',
  '感谢',
  '秘书',
  '联络员',
  '报名',
  '报送人',
  '上报人',
]

/** Whether the words right before `at`, not before `start`, name a duty other than teaching: 主持人赵某. */
export function otherDutyBefore(text: string, at: number, start: number): boolean {
  const words = text.slice(Math.max(start, at - 6), at)
  return duties.some((w) => words.endsWith(w))
}
/** The same behind a name: 赵某主持. */
export function otherDutyBehind(text: string, at: number): boolean {
  const words = text.slice(at, at + 4)
  return duties.some((w) => words.startsWith(w))
}

/** Whether a name that ends there closes an item. */
export const closesItem = (text: string, at: number, limit: number): boolean =>
  at >= limit || ',。;、|\n )'.includes(text[at]!)

/** No list of lecturers is longer; what is was made to be. */
const mostNames = 16

/** 赵秀英、高文博; 张三和李四老师. */
export function list(text: string, at: number, limit: number, sure = false): NameFind[] {
  const out: NameFind[] = []
  let i = at
  for (;;) {
    const end = nameAt(text, i, limit, sure)
    if (end === null || !isName(text, i, end, sure)) return out
    if (!endsName(text, end, limit) && !(sure && comesFrom(text, i, end))) return out
    out.push({ start: i, end })
    if (out.length === mostNames) return out
    let next = end
    const post = postAt(text, next)
    if (post) next = post.end
    if (text[next] === '(') {
      const close = near(text, ')', next, 26)
      if (close > 0 && close - next < 24) next = close + 1
    }
    if (!'、和与,及'.includes(text[next] ?? '。')) return out
    const more = nameAt(text, next + 1, limit, sure)
    const led = more === null && text[next] === '、' ? behindBody(text, next + 1, limit) : -1
    if (led > 0) {
      i = led
      continue
    }
    if (more === null || (text[next] === ',' && !endsItem(text, more, limit))) return out
    i = next + 1
  }
}
/** 张某、内分泌科李某: the next of a list behind where the person is from; -1 where none is. */
function behindBody(text: string, at: number, limit: number): number {
  for (let i = at + 2; i < Math.min(limit, at + 10) && isHan(text.charCodeAt(i)); i++) {
    if (!bodies.includes(text[i - 1]!)) continue
    const end = nameAt(text, i, limit)
    if (end !== null && isName(text, i, end) && endsName(text, end, limit)) return i
  }
  return -1
}
const endsItem = (text: string, at: number, limit: number): boolean =>
  at >= limit || '、,。;\n '.includes(text[at]!)

/** 主讲的是刘某某公安局退休的: where somebody is from follows the full name at once; 廖某某廖是…: or how it is written. */
const comesFrom = (text: string, start: number, end: number): boolean =>
  end - start === 3 &&
  (/^[^,。;]{0,8}(退休|来的|出身|毕业)/.test(text.slice(end, end + 12)) ||
    (text[end] === text[start] && text[end + 1] === '是'))
