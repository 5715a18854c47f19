import type { Said } from '../src/command.js'
import { inAll, ownSaid, unitWord } from '../src/ledger/asked-words.js'
import { readAsked, type Asked } from '../src/ledger/query.js'
import { thisYear } from '../src/ledger/tally.js'
import { wholeNumber } from '../src/understand/numbers/numeral.js'
import { eachBranch } from './parted.js'
import { withoutBelow } from './part-words.js'
import { argsOf, nothingSaid, type Relative, type TotalArgs } from './total-args.js'

/** 那培训呢, 光上个月呢, 从3月10号算起呢, 四五两个月合起来: the question before with the one thing changed. */
export const followUp =
  /呢[。?？\s]{0,2}$|^(?:那么?|光|单|只|就|还有|还要|再(?=[看查说问算])|顺便|顺带|另外|换成?|改看|回到|退回到|倒回|说?回|还是看?)(?!有|是)|(?:[合加]起来|[合加拢](?:在)?一[起块]儿?|算起|的)(?:是|一共|总共)?(?:多少|几)?(?:场次?|人次?|个?人)?[。?？\s]{0,2}$|也[看查说问算列给来要念报拿发讲]|又是|的(?:给我|发我|也)/
const leadIn =
  /^(?:那么?|再|还有|光|单|只|就|顺便|顺带|另外|换成?|改看|把|退回到|倒回|回到|说?回(?=[今去本上])|还是)+(?:看|算|说|问|查)?/
/** 现在呢, 改了以后是多少: what was shown last once more, as it stands now. */
const onceMore =
  /^(?:那么?)?(?:到?(?:现在|眼下|目前|如今|今天)|这会儿?|这下子?|(?:改|补|调|并)(?:完|好|了|过)(?:以后|之后)?(?:现在)?)(?:的?(?:情况|数字?))?(?:是|成|变成)?(?:个?(?:多少|什么样|怎么?样|如何)|几场)?(?:场次?|人次?|个?人)?了?$/
const asksNow = /呢|多少|几场|什么样|怎么?样|如何|[?？]/

/** 人数呢, 那听众呢: of what was shown last. */
const measureAsked = /人数|人次|多少人|几个人|听众|受众|几场|多少场|场次|场数/
/** 念一下: what was shown last once more. */
const readOut = /^(?:再|重新)?念(?:一?[遍次]|出来)?(?:给我听听?|听听)?$/
/** 念一下, 现在呢: nothing is said but that what was shown is wanted again. */
export const isAgain = ({ tight, raw }: Said): boolean =>
  readOut.test(tight) || (onceMore.test(tight) && asksNow.test(raw))

const count = '([一两二三四五六七八九]|\\d{1,2})'
const addedUp =
  '(?:一起|加起来|合起来|加在一起|合在一起|加一起|合一起|加一加|一共|总共|合计|总计|统共|拢共|总数|总的|共)'
const relatives: readonly (readonly [words: RegExp, of: (n: number) => Relative])[] = [
  [
    new RegExp(
      `(?<![今去年头近去])(?:再?(?:往前推?|前)(?:面|边|头)?的?|之前的?)${count}个?月(?:份|的)?(?:${addedUp})?`,
    ),
    (months) => ({ is: 'before', months }),
  ],
  [
    /(?<![今去年])上(?:面|边)?的?([两二三四五六七八九])个?月(?:份|的)?/,
    (months) => ({ is: 'before', months }),
  ],
  [
    new RegExp(
      `(?<![今去年])(?:再?(?:往后推?|后)(?:面|边|头)?的?|之后的?)${count}个?月(?:份|的)?(?:${addedUp})?`,
    ),
    (months) => ({ is: 'after', months }),
  ],
  [
    new RegExp(`(?<![前后上下近头十\\d])(?:这|那|把)?${count}个月(?:份|的)?(?:都|全)?${addedUp}`),
    (months) => ({ is: 'together', months }),
  ],
  [
    new RegExp(`(?:一共|总共|合计|统共|加起来)(?:这|那)?${count}个月(?:份|的)?`),
    (months) => ({ is: 'together', months }),
  ],
]
const allTogether = /^(?:那么?|都|全部?|把它?们?|通通){0,2}(?:[加合拢]起来|[加合拢]在?一[起块]儿?|加一加)/
/** 全年呢 · 一年下来多少, where no year is named. */
const wholeYear =
  /^(?:那么?)?(?:全年|整年|一整年|一年下来|一年到头)(?:一共|总共|合计|的)?(?=$|[多几是]|讲座|义诊|培训|咨询)/
/** 跟城东比呢: beside what was shown. */
const against = /^(?:那么?)?[跟和与同](.{2,12}?)(?:的|那边)?相?比(?:一比|较|起来)?(?:怎么样|如何|多少)?$/
/** 到现在一共: of this year. */
const soFar = /^(?:那么?)?(?:截至|截止|到)?(?:现在|目前|眼下|今天)(?:为止)?(?:一共|总共|合计|共|累计)/
/** 这两家加起来, 几个区合一块: the units shown one by one. */
const unitsTogether = new RegExp(
  `^(?:那么?|把){0,2}[这那]?(${count}|几)(?:家|[个家]?${unitWord})(?:的|都|全)?(?:[加合拢]起来|[加合拢]在?一[起块]儿?|加一加|一共|总共|合计|共)`,
)

/** 再加上十一月呢; what it adds is a time, and nothing else is said. */
const addsTo = /^(?:那么?|再|还|要是|如果|把|也){0,2}(?:加上|加进|连同|算上|带上)/

/** 把上个月的也算上. */
const addedBehind = /^把(.{2,12}?)的?[也都](?:算上|加上|加进[来去]|算进[来去])$/

/** The relative time of a question and the words without it; null where it tells none. */
function readRelative(words: string): { readonly relative: Relative; readonly words: string } | null {
  for (const [pattern, of] of relatives) {
    const m = pattern.exec(words)
    const months = m && wholeNumber(m[1]!)
    if (m && months) return { relative: of(months), words: words.replace(m[0], ' ').trim() }
  }
  const year = wholeYear.exec(words)
  if (year) return { relative: { is: 'year' }, words: words.replace(year[0], ' ').trim() }
  const units = unitsTogether.exec(words)
  if (units)
    return {
      relative: { is: 'units', count: units[1] === '几' ? null : wholeNumber(units[1]!) },
      words: words.replace(units[0], ' ').trim(),
    }
  const all = allTogether.exec(words)
  return all && { relative: { is: 'together', months: null }, words: words.replace(all[0], ' ').trim() }
}

/** 城东同期, 九月同样的数. */
const sameSpan = /(?<![年比])同期|同样的?|口径/g

/** Whether what is left of a question changes only one thing of the one before. */
const changesOne = (asked: Asked, words: string): boolean => {
  const named = asked.kinds.length + asked.units.length + asked.apart.length > 0 || asked.whole
  const what = named || (asked.indicator ?? asked.period ?? asked.level) !== null
  return (
    asked.rest === '' && asked.units.length < 2 && (what || ownSaid.test(words) || measureAsked.test(words))
  )
}

/** 我们呢: the asker's own unit, whatever was asked before. */
const oursIn = (asked: Asked, words: string): { ours?: string } =>
  ownSaid.test(words) && asked.units.length === 0 && !asked.whole && asked.level === null
    ? { ours: asked.ours ?? '' }
    : {}

/** 分开看看, 各是多少: what is asked for, or was shown last, by branch. */
const apartSaid =
  /(?:再)?细分(?!到)(?:看看?)?|一[个家条]一[个家条]地?(?:来)?(?:看|说|列|报|念|讲)(?:看|说|出来)?|(?:都|也|再|给我|帮我|请)?(?:(?:分开|拆开|分着|单独|挨家|逐家|逐个|一家一家地?)(?:来)?(?:看(?:一?看)?|说说?|列一?列?|报一?报?|念一?念?|讲讲?|瞧瞧?|查查?|给我看看?|数数?)(?:看|吧)?|(?:各自?|分别)(?:都)?(?:是|有|占)?(?:多少|几)(?:场次?|个?人次?|次)?)/

/** Whether 分开 asks for branches: several units, times or kinds stand side by side anyway. */
const partsBranches = (asked: Asked): boolean =>
  asked.rest === '' &&
  asked.units.length < 2 &&
  asked.apart.length === 0 &&
  asked.kinds.length < 2 &&
  asked.before === null &&
  asked.level === null

/** What 分开看看 leaves to the question before it. */
const saysAlone = (asked: Asked): boolean =>
  asked.units.length + asked.kinds.length === 0 && !asked.whole && (asked.indicator ?? asked.period) === null

/** The question before with one thing changed: 那培训呢, 前两个月呢, 三个月加起来呢. */
export function readFollowing(said: Said): TotalArgs | null {
  const plus = addsTo.test(said.words) ? said.words.replace(addsTo, '') : addedBehind.exec(said.words)?.[1]
  if (plus !== undefined) {
    const asked = readAsked(plus, said.house, said.today)
    const alone = asked.rest === '' && !asked.whole && asked.units.length + asked.kinds.length === 0
    if (asked.period && alone && !asked.before)
      return { ...argsOf(asked, said), follows: true, again: true, relative: { is: 'plus' } }
  }
  const off = readRelative(said.words)
  if (off) {
    const asked = readAsked(off.words.replace(leadIn, '').replace(inAll, ' '), said.house, said.today)
    if (asked.rest === '' && asked.period === null && asked.units.length === 0 && !asked.whole) {
      // 前三个月 with nothing shown before is a time of its own
      const plain = readAsked(said.words.replace(leadIn, ''), said.house, said.today)
      const period = plain.rest === '' ? plain.period : null
      return {
        ...argsOf(asked, said),
        ...oursIn(asked, off.words),
        period,
        follows: true,
        relative: off.relative,
      }
    }
  }
  const beside = against.exec(said.words)
  if (beside) {
    const asked = readAsked(beside[1]!, said.house, said.today)
    if (asked.rest === '' && asked.units.length === 1 && asked.period === null && asked.kinds.length === 0)
      return { ...argsOf(asked, said), follows: true, again: true, relative: { is: 'against' } }
  }
  if (soFar.test(said.words) && readAsked(said.words.replace(soFar, ' '), said.house, said.today).rest === '')
    return { ...nothingSaid, period: thisYear(said.today), follows: true }
  if (!followUp.test(said.raw)) return null
  // 今年一共呢: all of what was asked before, not of the whole association
  const words = said.words.replace(leadIn, '').replace(inAll, ' ').replace(sameSpan, ' ')
  const asked = readAsked(words, said.house, said.today)
  if (!changesOne(asked, words) || apartSaid.test(said.words)) return null
  return { ...argsOf(asked, said), ...oursIn(asked, words), follows: true }
}

/** 分开看看, 讲座也分开看看: by branch. */
export function readApart(said: Said): TotalArgs | null {
  if (!apartSaid.test(said.words) || eachBranch.test(said.words)) return null
  const left = said.words.replace(new RegExp(apartSaid, 'g'), ' ').replace(leadIn, '')
  const asked = readAsked(withoutBelow(left, said.house), said.house, said.today)
  if (!partsBranches(asked)) return null
  const args = { ...argsOf(asked, said), parted: true as const }
  if (saysAlone(asked)) return { ...args, follows: true, again: true }
  const whole = asked.whole || asked.units.length > 0
  return asked.period === null || !whole ? { ...args, follows: true } : args
}
