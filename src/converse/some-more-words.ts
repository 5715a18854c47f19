// 人数再加8个，后来又来了几个 · 家长还有30个没算: how many more or fewer came than was told just now; pure.
import type { Difference } from '../ledger/by-how-much.js'

export interface SomeMore extends Difference {
  /** Nothing in it says that those who came are counted: heard only by name. */
  readonly soft: boolean
}

const people = '(?:听众|学员|学生|家长|老人|群众|村民|居民|孩子|娃娃|同学|听课的|来听的|来的|看病的)'
const value = `(?<value>[\\d一二三四五六七八九十百两]{1,6}(?:个${people}?|个?人|位${people}?|名${people}?|人次))`
const head = '(?:人数|听众|受众|人次)'
const wish = '(?:要|得|还|再|又|也|应该?|该|请|麻烦|给我|帮我|您|你|上|里|那里|那场|这场|刚才|我){0,4}'

const rows: readonly (readonly [sign: 1 | -1, plain: boolean, row: RegExp])[] = [
  // 人数再加8个 · 听众那里还要加上8个
  [1, true, new RegExp(`^(?<phrase>${head}${wish}(?:加|添|补)(?:上|进去)?${value}(?:人|进去|上)?)$`)],
  [1, false, new RegExp(`^(?<phrase>${wish}(?:加|添|补)(?:上|进去)?${value}(?:人|进去|上)?)$`)],
  // 家长还有30个没算 · 还有8个人没数进去 · 漏了8个人没报
  [
    1,
    true,
    new RegExp(
      `^(?<phrase>${people}?(?:另外|后面|门口|外面|后排)?(?:还?有|漏了?|落了?)${value}(?:人|的)?(?:都)?没(?:有)?(?:算|数|统计)(?:进去|进来|上|在内|到|里头)?)$`,
    ),
  ],
  // 后来又来了8个没算
  [
    1,
    true,
    new RegExp(
      `^(?<phrase>(?:后来|后头|后面|散场前|中间|快完时)?(?:又|还)?[来到]了?${value}(?:人)?(?:没(?:有)?(?:算|数)(?:进去|进来|上|在内|到)?))$`,
    ),
  ],
  // 后来又来了8个，加上
  [
    1,
    false,
    new RegExp(`^(?<phrase>(?:后来|后头|后面|散场前|中间|快完时)(?:又|还)?[来到]了?${value}(?:人)?)$`),
  ],
  // 人数要减3个 · 人数扣掉3个
  [-1, true, new RegExp(`^(?<phrase>${head}${wish}(?:减|扣|去|除)(?:掉|去)?${value}(?:人)?)$`)],
  [-1, false, new RegExp(`^(?<phrase>${wish}(?:减掉?|减去|扣掉?)${value}(?:人)?)$`)],
]
/** Why, or what is to be done with them. */
const reason =
  /^(?:刚才|后来|后头|有些|有几个|还|又|我|是|都|那几个|几个|的|人|家长|老师|学生)*(?:又?[来到]了?(?:几个|些|一些|一批|一拨)人?|漏数了?|少数了?|漏了|没数[进到上]去?|没算(?:进去|上)?|来晚了?|晚到的?|迟到的?|后到的?|后来的|加上|加进去|算上|算进去|记上|补上|工作人员|自己人|志愿者|重复的?|没听)(?:了|的|吧)*$/
const ofPeople = /人$|位|名|人次|听众|学员|学生|家长|老人|群众|村民|居民|老师|孩子|娃娃|同学|听课的|来/
const front =
  /^(?:哦|噢|哎呀?|对了|那个|等等|等一下|不好意思|补充一下|忘了说|更正一下|说漏了?|麻烦)[，,：:\s]{0,2}/

/** By how much the audience told last was more or less. Null for anything else. */
export function someMore(typed: string): SomeMore | null {
  const text = typed
    .trim()
    .replace(front, '')
    .replace(/[。！!～~\s]+$/, '')
  if (text.length > longest || /[?？]/.test(text)) return null
  const clauses = text.split(/[，,。；;\s]+/).filter(Boolean)
  const found = clauses.flatMap((clause) => {
    for (const [sign, plain, row] of rows) {
      const m = row.exec(clause)?.groups
      if (m) return [{ sign, plain, value: m['value']!, phrase: m['phrase']! }]
    }
    return []
  })
  const [told, ...more] = found
  const others = clauses.length - found.length
  if (!told || more.length > 0 || clauses.filter((c) => reason.test(c)).length < others) return null
  const { sign, value: said, phrase, plain } = told
  const soft = !plain && (others === 0 || !(ofPeople.test(said) || /[来到漏数算]/.test(text)))
  return { sign, value: said, phrase, soft, asks: true }
}
const longest = 40
