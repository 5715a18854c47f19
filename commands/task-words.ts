import type { Said } from '../src/command.js'
import { parts, type Period, type PlainDate } from '../src/core/day.js'
import type { Kind } from '../src/core/kinds.js'
import { sortWords } from '../src/core/sorts.js'
import { readAsked, type Asked } from '../src/ledger/query.js'
import { isYear } from '../src/ledger/tally.js'

export interface TaskArgs {
  /** null: the asker's branch; from the office the whole with every branch. */
  readonly unit: string | null
  readonly indicator: string | null
  readonly kinds: readonly Kind[]
  /** null: this year. */
  readonly year: number | null
  /** 区 in 我们区: the asker's own unit of that level. */
  readonly ours?: string
  /** 所 in 所里: the asker's own of that sort, or one is asked for. */
  readonly level?: string
  /** 还有多大缺口 with nothing else said: only behind a question about a task. */
  readonly lean?: true
  /** 它, 这个县: the unit shown last. 这项任务: of what was shown last. */
  readonly shown?: 'unit' | 'item'
}

const counter = '[场次期班节堂回趟门批个]'
const howMany = `(?:几(?:个(?:班|人)|${counter})|多少(?:${counter}次?|人次?|个人)?)`
const asks = new RegExp(
  [
    '(?:各项|年度|全年)?(?:任务|指标)(?:的?(?:完成|进展)?(?:情况|进度|率))?',
    `(?:离|距)?(?:年度|全年)?(?:任务|指标|目标)?(?:还|只|就)?(?:差|剩|缺|欠)(?:着|下)?(?:${howMany}|多远|什么|哪些)(?:没完成|没做完?|没[办讲搞上开]完?|要做|要办)?`,
    '完成(?:得|的)?(?:怎么样|怎样|如何|咋样|情况|了?多少|了?几成|率)',
    `还(?:要|得|需要?)再?(?:讲|办|搞|做|来|开|上)?(?:几${counter}|多少${counter}?|(?:几|多少)人)次?才?(?:能)?(?:够|行|完成|达标)?`,
    '进度|完成百分之(?:多少|几)|百分之(?:多少|几)|超额(?:了)?(?:没有|多少|吗)?',
    '(?:哪[些几]?[个家]?(?:分会|单位|[区县])?)?还?没有?(?:完成|达标)(?:任务)?',
  ].join('|'),
  'g',
)
/** 培训还得办几期才够: what the figure would be enough for. */
const enough = /才(?:能|算|会)?(?:够|行|完成|达标|交差|完事|交账)(?:得了|了)?/g

const share = '(?:几成|百分之(?:几|多少))'
const goal = /(?:年度|全年|各项)?(?:任务|指标|目标)(?:这一?块|方面)?/g
const done = '(?:过半|达标|完成|做完|干完|够|满|超额?)'
/** How far it is, beside a word for the target: 走到哪一步, 做了几成, 还有多大缺口, 过半了没. */
const state = new RegExp(
  [
    `(?:完成|走|做|干|搞|进展|进行|推进|落实)?到(?:了)?(?:哪一?步|哪[儿里]?(?=$|\\s|了)|(?:什么|啥)(?:程度|地步)|${share})`,
    `(?:完成|做|干|搞|实现|达到|达成)(?:了|得|的|成)?(?:${share}|差不多|多半|一半|怎么样|如何|多少)`,
    '(?:还|只)?有?多[大少]的?(?:缺口|差距)|(?:还|只)?(?:差|剩|缺)(?:了|着)?多[大少]一?[截块]|(?:还有?)?(?:缺口|差距)(?:还)?(?:有|是)?(?:多[大少]|几场)',
    '(?:离|距离?)?(?:还)?有?多远',
    `(?:还|只|就)?(?:差|剩|缺|欠)着?(?:下)?(?:${howMany}|${share})(?:没(?:完成|做完?|办|干)(?:的)?)?|还有${howMany}`,
    `${done}\\s{0,2}了?没有?|(?:够不够|够没够|到没到|达没达标|完没完成|完成没完成|是否完成|有没有(?:完成|达标|过半))`,
    '(?:变|变成|成)了?(?:多少|几成|什么样|啥样)|(?:是)?个?(?:啥|什么)(?:情况|光景|样子?)|(?:情况)?(?:怎么?样|咋样)',
  ].join('|'),
  'g',
)
const asksIfDone = new RegExp(`${done}\\s{0,2}(?:任务|指标|目标)?\\s{0,2}了?(?=吗|么|吧|[?？])`)
const away = /(?:离|距离?)(?=\s|$|讲座|义诊|培训|咨询|年度|全年|今年|还)/
const tillNow = /(?:截至|截止|到)(?:今天|现在|目前|眼下|如今)(?:为止)?/
const surely = /就|算是|总算|是不是|到底|应该|已经|都/g

/** 这下, 这么一来, 算上今天这场: what has just changed; the book knows it. */
const turned =
  /^(?:那么?|哎|好)?(?:这下子?|这会儿|这么一来|这样一来|这么着|这样子?|这么说|这回|这次|如今|照这样)(?:来?看|算下?来?)?(?=.)/
const withThis =
  /^(?:那么?|再)?(?:[算加连带]上|连同?|补上)(?:我们?|咱们?)?(?:今天|昨天|上午|下午|刚才|刚报|刚刚|这|那|新报)[^，,\s]{0,6}?(?:[场次期个条班笔]|的)(?:课|讲座|培训|义诊)?(?:的话|以后|之后)?/

/** 它, 他们那边, 这个县: the one that was shown last. */
const theOne = new RegExp(
  `(?:它们?|他们|她们|人家|[这那](?:个|一个|家)(?:分会|单位|${sortWords})|[这那]一?家|该(?:分会|单位|${sortWords}))(?:[那这][边里儿]|自己)?的?`,
)
const thatItem = /[这那](?:一?项|个)(?=任务|指标|目标)/

/** The words of such a question without what makes it one; null where it is none. */
function withoutState(words: string, raw: string): string | null {
  const left = words.replace(goal, ' ')
  if (left === words) return null
  const asked = left.replace(state, ' ')
  const bare = asksIfDone.test(raw) ? asked.replace(new RegExp(done), ' ') : asked
  return bare === left ? null : bare.replace(tillNow, ' ').replace(away, ' ').replace(surely, ' ')
}

/** What a question about a task names; null for any other. */
export function readTask({ words: said, tight, raw, house, today }: Said): TaskArgs | null {
  if (tight.length > 40) return null
  const plainly = said.replace(turned, '').replace(withThis, '')
  const item = plainly.replace(thatItem, ' ')
  const words = item.replace(theOne, ' ').trim()
  const shown = words !== item.trim() ? 'unit' : item === plainly ? null : 'item'
  const plain = words.replace(asks, ' ')
  const rests = [withoutState(words, raw), plain === words ? null : plain.replace(enough, ' ')]
  const read = rests.filter((w) => w !== null).map((w) => readAsked(w, house, today))
  const asked = read.find((a) => a.rest === '') ?? read.at(-1)
  if (!asked) {
    const bare = words.replace(state, ' ').replace(tillNow, ' ')
    const alone = bare !== words && readAsked(bare.replace(/还|已经/g, ' '), house, today)
    return alone && shown === null && saysNothing(alone)
      ? { unit: null, indicator: null, kinds: [], year: null, lean: true }
      : null
  }
  if (asked.rest !== '' || asked.units.length > 1) return null
  // 它和城东的任务
  if (shown === 'unit' && (asked.units.length > 0 || asked.whole)) return null
  // 跟去年比差多少 holds two years against each other
  if (asked.before !== null && !/任务|指标|完成|目标/.test(words)) return null
  const year = asked.period ? yearOf(asked.period, today) : null
  if (asked.period && year === null) return null
  return {
    unit: asked.units[0] ?? (asked.whole ? house.tree.root : null),
    indicator: asked.indicator,
    kinds: asked.kinds,
    year,
    ...(asked.ours !== null && asked.units.length === 0 ? { ours: asked.ours } : {}),
    ...(asked.level !== null && asked.units.length === 0 ? { level: asked.level } : {}),
    ...(shown ? { shown } : {}),
  }
}

const saysNothing = (asked: Asked): boolean =>
  asked.rest === '' &&
  asked.units.length + asked.kinds.length === 0 &&
  !asked.whole &&
  asked.level === null &&
  (asked.indicator ?? asked.period) === null

/** The year of a period that is one, the year so far included. */
const yearOf = (period: Period, today: PlainDate): number | null =>
  isYear(period, today) ? parts(period.start)[0] : null
