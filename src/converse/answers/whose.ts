// Whose figure holds, in answer to 「用您的62人吗？」: 用我的 · 听讲课的 · 按少的算 · 以先报的为准; pure.
import { choiceSaid, type Choice } from './choice.js'

/** Who told the two and what they said; null where it is not known. */
export interface TwoTellings {
  readonly mine: number | undefined
  readonly kept: number | undefined
  readonly contact: 'mine' | 'kept' | null
  readonly lecturer: 'mine' | 'kept' | null
  /** Who told what is on the book: 用李建国的. */
  readonly keptBy: string | null
}

const by = '(?:还是|还|就|都|那就?|请|麻烦){0,2}(?:用|按照?|照|以|听|要|取|选|算|记|改成?|换成?|信)'
const figure = '(?:的|报的?|数的?|记的?|说的?|讲的|写的|这个|那个|那边|这边){0,3}(?:数|人数|那?个)?'
const end = '(?:为准|来?算|来?记|吧|就行|就好|好了|说了算|更?准确?|对){0,2}'

const mineOrTheirs: Choice = {
  first: new RegExp(
    `^(?:还是|就)?(?:(?:用|按照?|照|以|要|听|取|信|改成?|换成?)我(?:的|报的?|数的?|这个|说的?|这边){0,3}(?:数|人数)?(?:为准|算|记|来|吧|对|准){0,3}|我(?:的|报的|数的|这个|说的){1,3}(?:数|人数)?(?:为准|是|才)?(?:对|准|准确|说了算)|改过来|改一?改|更正)$`,
  ),
  second: new RegExp(
    `^(?:还是|就)?(?:(?:用|按照?|照|以|要|听|取|信)(?:他|她|人家|对方|以前|前面|那位|[老小][一-龥]|.{1,4}老师|.{1,4}主任)(?:的|报的|数的|说的|那个|那边){0,3}(?:数|人数)?(?:为准|算|记|来|吧){0,3}|(?:不用?|别用?|甭用|不要用?|不按|别按)我(?:的|报的|数的)?|(?:他|她|人家|对方)(?:的|报的|数的|说的)(?:数|人数)?(?:为准|才?对|才?准|准确|说了算)|(?:还是|就)(?:用)?(?:他|她|人家|对方)(?:的)?|不变|不改|别改|不用改|不动|照旧|(?:保持|维持)?(?:原来|原样|原状)的?(?:不变|不动)?)$`,
  ),
  yes: 'first',
  no: 'second',
}

/** What is said of them besides by whom; the first row that fits. */
const rows: readonly (readonly [RegExp, (t: TwoTellings) => 'mine' | 'kept' | null])[] = [
  [said('(?:联络员|会里|分会)'), (t) => t.contact],
  [said('(?:讲师|主讲人?|讲课的?(?:人|老师)?|上课的?(?:人|老师)?|讲的人|本人)'), (t) => t.lecturer],
  [said('(?:较?大|多|高|最[大多高])的?'), (t) => compared(t, 1)],
  [said('(?:较?小|少|低|最[小少低])的?'), (t) => compared(t, -1)],
  [said('(?:后来?|新|最新|后头|后面|后一个|第二个|晚)的?'), () => 'mine'],
  [said('(?:先|头一?个?|原来?|原先|早先|老|旧|前一个|前头|第一个|早)的?'), () => 'kept'],
]
function said(who: string): RegExp {
  return new RegExp(`^(?:${by})?${who}${figure}${end}$`)
}
/** A single word says nothing: 多, 先. */
const shortest = 3

/** 用李建国的, 李老师的准: his. */
const pronoun = (text: string, name: string | null): string =>
  name === null
    ? text
    : text
        .replaceAll(name, '他')
        .replaceAll(`${name.slice(0, 1)}老师`, '他')
        .replaceAll('他老师', '他')

const compared = ({ mine, kept }: TwoTellings, sign: 1 | -1): 'mine' | 'kept' | null =>
  mine === undefined || kept === undefined || mine === kept
    ? null
    : Math.sign(mine - kept) === sign
      ? 'mine'
      : 'kept'

const list = '(?:签到(?:本|表|簿|册|单)?|名册|花名册|名单|登记[本表簿册]?|点名册)(?:上|里)?'
/** 按签到的: a third figure, which is not told. */
const byList = new RegExp(`^(?:${by})?${list}${figure}${end}$`)

/** 'list': what was signed or listed holds, without its figure; null: neither. */
export function whoseSaid(typed: string, told: TwoTellings): 'mine' | 'kept' | 'list' | null {
  const text = pronoun(typed.replace(/^\s*(?:好的?|行|嗯|那)[，,\s]*(?=[用按以听照])/, ''), told.keptBy)
  // 的 stays: 用新的 is no 用新
  const words = text.replace(/[\s，,。.！!？?～~]+/g, '')
  if (byList.test(words)) return 'list'
  if (words.length >= shortest || words.endsWith('的'))
    for (const [pattern, whose] of rows) if (pattern.test(words)) return whose(told)
  const choice = choiceSaid(text, mineOrTheirs, told.mine === undefined ? [] : [told.mine])
  return choice === null ? null : choice === 'first' ? 'mine' : 'kept'
}

/** 用我的, 还是按签到本上的, 以费老师报的: whose figure follows; and behind it what says that it holds, 为准. */
export const whoseFigure = new RegExp(
  `^(?:那|就|还是|请|麻烦|都){0,3}(?:用|按照?|照|以|听|要|算|取|记|改成?|换成?)?(?:后来|后面|前面|原来|刚才|新|${list}|[我他她]们?|人家|[^\\d，]{1,3}老师)?(?:这边|那边)?(?:的|报的?|数的?|记的?|说的?|写着的?|这个|那个){0,3}(?:数|人数)?[是有]?`,
)
export const holds = /(?:的?[这那]个)?(?:的?(?:人数|数))?(?:为准|来?[算记]|吧|就行|就好|好了|对|准){0,3}$/
