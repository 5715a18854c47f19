import { wholeNumber } from '../numbers/numeral.js'
import { isHan } from '../text/chars.js'
import { without, type Normalized } from '../text/normalize.js'
import { pattern } from '../text/pattern.js'
import { leftOutFrom } from './left-out.js'
import { around } from './by-the-way-around.js'
import { ofPeople } from './by-the-way-people.js'
import { ofThings } from './by-the-way-things.js'
import { numeral } from './by-the-way-words.js'

type Stretch = readonly [from: number, to: number]

const ways = [...ofThings, ...around, ...ofPeople].map((r) => ({ ...r, clause: pattern(r.clause) }))

/** Characters of the longest clause that is looked at, and clauses of a message. */
const longest = 24
const most = 60

/**
 * The message without the clauses that only tell a number by the way. What is left is read as if they had not been said; spans
 * still point into the text as typed. A message that says nothing else stays as it is.
 */
export function withoutByTheWay(n: Normalized): Normalized {
  const cs = clausesOf(n.text)
  if (cs.length < 2 || cs.length > most) return n
  // the first clause says who and when
  const aside = cs.flatMap((c, k): readonly Stretch[] => {
    if (lends.test(n.text.slice(...c))) return []
    const from = leftOutFrom(n.text, ...c)
    if (from >= 0) return [[from, c[1]]]
    return k > 0 && isAside(n.text, c, cs) ? [c] : []
  })
  return aside.length === 0 || aside.length === cs.length
    ? n
    : without(
        n,
        aside.map((c) => withStop(n.text, c)),
      )
}

const stops = ',，。;；!！?？~\n'
const isStop = (c: string | undefined): boolean => c !== undefined && stops.includes(c)

/** Between stops, and between spaces that part words. */
function clausesOf(text: string): Stretch[] {
  const out: Stretch[] = []
  let from = 0
  for (let i = 0; i <= text.length; i++) {
    const parts =
      i === text.length ||
      isStop(text[i]) ||
      (text[i] === ' ' && isHan(text.charCodeAt(i - 1)) && isHan(text.charCodeAt(i + 1)))
    if (!parts) continue
    if (i > from) out.push([from, i])
    from = i + 1
  }
  return out
}

/** One of ours is named in it. */
const lends = /^(?!隔壁|兄弟|人家|听说).*(?:老科协|分会|专委会|讲师团|工作站|服务队)/
const holdsNumber = new RegExp(numeral)

const what = '(?:讲座|培训班?|义诊|咨询|座谈会?|演出|报告会?|宣传|辅导|歌会|书画展|慰问)'
/** 还有4次讲座, 讲座4次: told for itself, however it is said. */
const held = new RegExp(
  `${numeral}(?:场|次|期|堂|节)[\\u4e00-\\u9fa5]{0,4}${what}|${what}${numeral}{1,3}(?:场|次|期|堂|节)`,
)
const otherTime =
  /[去上前往头明来]年|上[个一]?[周月届季]|下[个一]?[周月半季]|比|计划|打算|准备|还要|还差|本来|原来|差|没|要[办搞讲]|别的|隔壁|人家|[他她]|参加过|听过/

function isAside(text: string, c: Stretch, all: readonly Stretch[]): boolean {
  const [from, to] = c
  if (to - from > longest || to - from < 4) return false
  const words = text.slice(from, to)
  if (!holdsNumber.test(words) || (held.test(words) && !otherTime.test(words))) return false
  const row = ways.find(
    (r) =>
      r.clause(text, from, to) &&
      !r.unless?.test(words) &&
      !r.next?.test(text.slice(to, to + 24)) &&
      !r.never?.test(text),
  )
  if (!row) return false
  if (row.most !== undefined && Math.max(0, ...numbersIn(words)) > row.most) return false
  if (!row.beside) return true
  const others = near(text, c, all).map(([a, b]) => Math.max(0, ...headsIn(text.slice(a, b))))
  return Math.max(0, ...others) > (row.beside === 'more' ? Math.max(0, ...numbersIn(words)) : 0)
}

/** The clauses told with it: none beyond a semicolon or a line, nor of another day. */
function near(text: string, c: Stretch, all: readonly Stretch[]): readonly Stretch[] {
  const at = all.indexOf(c)
  const parted = (k: number): boolean => /[;；\n]/.test(text.slice(all[k]![1], all[k + 1]![0]))
  let from = at
  while (from > 0 && !parted(from - 1) && !(from < at && anotherDay.test(text.slice(...all[from]!)))) from--
  let to = at
  while (to + 1 < all.length && !parted(to) && !anotherDay.test(text.slice(...all[to + 1]!))) to++
  return all.filter((x, k) => k >= from && k <= to && x !== c)
}
const anotherDay = /^[0-9]{1,2}[日号]|^[0-9]{1,2}月|^(?:周|星期|礼拜)[一二三四五六日天]|^第[二三四]天/

const number = new RegExp(`${numeral}{1,7}`, 'g')
/** Who held it, and whom a room holds, are no headcount. */
const head = new RegExp(
  `(${numeral}{1,7})(?:多|来|余|几)?(?:个|名|位|号)?(?:人次|人(?!的|一组|去|出)|名|位|(?:个|号)?(?:学生|群众|居民|村民|农户|果农|老人|患者|病人|孩子|娃|家长|职工))(?!位?(?:老|退休)?(?:医生|专家|大夫|教授|讲师|老师|老专家|同志|志愿者|理事|领导|干部|师傅|护士|[^,，。]{0,6}(?:领|带|派|请)))|(?:人数|人次|听众|受众|观众|学员|来了|到了|看了|接诊|接待|受益|服务|(?:来|到)的(?:[\\u4e00-\\u9fa5]{2,4})?|老年人|老人)(?:有|是|为|:|共|一共)?(${numeral}{2,7})(?:个|位|人|$)`,
  'g',
)
const sentOut =
  /(?:派|请|带|领|去|出动|组织|借|送)了?[^,，。]{0,3}$|(?:专家|医生|大夫|讲师|(?<!退休)老师|(?<!退休)教授)(?:有|共|一共)?$/
const valueOf = (words: string): number => wholeNumber(words) ?? 0
const numbersIn = (words: string): number[] => [...words.matchAll(number)].map((m) => valueOf(m[0]))
const headsIn = (words: string): number[] =>
  [...words.matchAll(head)]
    .filter((m) => !sentOut.test(words.slice(0, m.index)))
    .map((m) => valueOf(m[1] ?? m[2]!))

/** The clause with the stop it needs no more: the weaker of the two around it. */
function withStop(text: string, [from, to]: Stretch): Stretch {
  const strong = to >= text.length || !',， '.includes(text[to]!)
  return strong && from > 0 && ',， '.includes(text[from - 1]!)
    ? [from - 1, to]
    : [from, Math.min(text.length, to + 1)]
}
