import type { Said } from '../src/command.js'
import type { House } from '../src/house.js'
import { unitWord } from '../src/ledger/asked-words.js'
import { readAsked } from '../src/ledger/query.js'
import { unitsIn } from '../src/understand/index.js'
import { argsOf, nothingSaid, type TotalArgs } from './total-args.js'

/** 里头, 占几场, 单算, 一家, 那份: how a unit is asked for as a part of what was shown last. */
const partOf =
  /在?[这那]?(?:里[头面边]|其中|当中|中间)(?:的|有|是)?|(?:属于|归)(?=[^，,。\s]{2,10}(?:的|多少|几|$))|占(?:了|到|的)?(?:其中的?)?(?=多少|几)|单独(?:[拎拿摘列][出]?来?)?(?:[算看说列报](?!上))?(?:的话)?|单(?=[算看说列报拎拿摘])(?:[拎拿摘列]出来)?[算看说列报]?|(?:就|光)?一家(?=多少|几|占|是|有|单|$|\s)|(?:那一?份儿?|的?份额)(?=是|有|多少|几|$|\s)|(?:[分摊]到|贡献了?)(?=多少|几)/g

/** 其中镇里几场, 包不包括山口镇, 两个镇哪个多: what the total shown last is made of. */
const madeOf =
  /^(?:那么?)?(?:(?:在?[这那]?(?:里[头面边]|其中|当中|中间)){1,2}(?:有|是)?(?:[区县镇乡街院校](?:[里上道])?的?)?(?:有|是)?(?:多少|几)场?(?:是)?(?:[区县镇乡街院校](?:[里上道])?的?)?|(?:[几两三四五六七八九十])[个家](?:分会|街道|[区县镇乡])(?:里[头面边]?)?哪[个家](?:更|最)?多)$/
const holdsToo =
  /^(?:那么?|都|是不是|有没有)*(?:包不包括|包括不包括|包不包|含不含|算没算|算不算|连没连|是不是(?:包括|连|含|算)了?|有没有(?:包括|连|含|算))|(?:都|也)?(?:算|加|含|包括|统计)(?:进[去来]|在内|在里[面头]|上)?了?(?:没有?|吗)$/

const alsoCounted = /(?:都|也)?算(?:了|上|进[去来])?$/

/** Such a question; with 镇 or a part named it is told apart. */
export function readMadeOf(said: Said): TotalArgs | null {
  const all = { ...nothingSaid, follows: true, again: true } as const
  if (madeOf.test(said.tight)) return /[区县镇乡街院校]/.test(said.tight) ? { ...all, parted: true } : all
  if (!holdsToo.test(said.tight)) return null
  const left = withoutBelow(said.words.replace(holdsToo, ' ').replace(alsoCounted, ' '), said.house)
  const asked = readAsked(left.replace(/连|(?:[区县镇乡街院校])[里上]?的/g, ' '), said.house, said.today)
  const named = asked.units.length > 0 || /[区县镇乡街院校]/.test(said.tight)
  const alone = asked.units.length < 2 && asked.kinds.length === 0 && asked.period === null && !asked.whole
  return asked.rest === '' && named && alone ? { ...all, parted: true } : null
}

/** 南山县本级, 南山县自己: without what is below it. */
const ownWork = /自己|本级|本身/

/**
 * 里头山口镇占几场, 城西单独算是几场: one unit, and what is not said as in the question before. Its own work alone is told beside
 * what is below it.
 */
export function readPart(said: Said): TotalArgs | null {
  const words = said.words.replace(partOf, ' ')
  const own = ownWork.test(words)
  if (words === said.words && !own) return null
  const lead = /^\s*(?:回到|说回|还是看?|那么?|再)(?=\S)/
  const asked = readAsked(words.replace(ownWork, ' ').replace(lead, ''), said.house, said.today)
  const ours = asked.units.length === 0 && !own && (asked.level ?? asked.ours) !== null
  const several = (asked.units.length !== 1 && !ours) || asked.apart.length > 0 || asked.before !== null
  if (asked.rest !== '' || several || (asked.level !== null && !ours)) return null
  const parted = own && said.house.tree.children(asked.units[0]!).length > 0
  const whole = asked.period !== null && asked.kinds.length > 0
  return {
    ...argsOf(asked, said),
    ...(parted && whole ? {} : { follows: true }),
    ...(parted ? { parted } : {}),
  }
}

const unders = '(?:里[面头边]|下面|底下|下头|下属|下辖|手下|名下|所属|所辖|管着?)的?'
const several = '(?:[几两二三四五六七八九十]|\\d{1,2}|各)[个家所]?'
/** 里面两个镇, 下属的医院, 的三所学校: what is below a unit, by its sort. */
const theBelow = new RegExp(
  `(?:${unders}[这那]?(?:${several})?|[的这那]${several})(?:${unitWord}|医院|学校|高校|大学|[院校])(?!级)`,
  'g',
)

/** The words without what is said of the units below one; names of units stay whole. */
export function withoutBelow(words: string, house: House): string {
  const names = unitsIn(words, house.units).map((u) => u.span)
  return words.replace(theBelow, (found, at: number) =>
    names.some(([from, to]) => at < to && from < at + found.length) ? found : ' ',
  )
}
