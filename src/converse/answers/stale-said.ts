// What is said to 「101号刚由杜老师改成95人次，还要改吗？」: 对，改成90 · 听杜老师的 · 那就95吧; pure.
import { isNo, isYes, plain } from '../../understand/said.js'

/** `other`: neither of the two values but a third; `unclear`: agreed, to which of the two nobody can tell. */
export type StaleSaid =
  { readonly is: 'change' | 'keep' | 'unclear' } | { readonly is: 'other'; readonly words: string }

/** Which of the two values words are: the new one, the one that stands, or a third of the same field. */
export type ValueIs = (words: string) => 'change' | 'keep' | 'other' | null

const first =
  '(?:不过|但是?|可是?|那么?|就|还是|还|都|也|嗯|哦|对|好|是|请|麻烦|帮我|给我|给|您|你|我|只能|确实|真|的确|当然|肯定|必须|一定)'
const front = `^${first}{0,4}`
const them =
  '(?:他|她|人家|对方|那位|那边|联络员|会里|秘书处|[一-龥]{1,3}?(?:老师|主任|会长|医生|秘书|师傅|站长)|[老小][一-龥])(?:他|她)?(?:那边|那里|那个)?'
const figures = '(?:的|报的|说的|数的|改的|记的|写的|那个|这个|那边|这边){0,3}(?:数|人数|数字)?'
const holds = '(?:为准|来?算|来?记|吧|就行|就好|好了|说了算|的|了|啊|呢){0,3}'
const right = '(?:才|更|比较|是|都|也|倒){0,2}(?:对|准|准确|没错|可靠|靠谱)(?:的|了|些|吧|啊){0,2}'
const by = '(?:按照?|照|用|以|听|取|信|依|随|由)'
/** What a clause says; the first that fits. `weak` gives way to a value or to what is said plainly. */
const rows: readonly (readonly [says: 'change' | 'keep', RegExp, weak?: 'weak'])[] = [
  // 不用改了 · 别动它了 · 没必要
  [
    'keep',
    new RegExp(
      `${front}(?:不用|不必|不要|别|甭|不需要|没必要|用不着|犯不着|不)(?:再|去|给)?(?:改|动|变|换)(?:来改去|它|这个|什么)?(?:了|吧|啦|啊){0,2}$`,
    ),
  ],
  [
    'keep',
    /^(?:那|就|也|都){0,2}(?:不用|不必|用不着|没必要|甭|别)(?:了|麻烦了?|吧|啦)?$|^(?:那|就){0,2}(?:算了|罢了)(?:吧)?$/,
  ],
  // 就这样吧 · 保持原样 · 照旧 · 先这么着
  [
    'keep',
    /^(?:那|就|还是|先){0,2}(?:[这那](?:样|么着|么记着|么放着)|(?:保持|维持|照)(?:原样|不变|现状|原来的?|现在的?)|留着|不变|不动|照旧|放着|(?:用|按|照)?(?:现在|后来)(?:的|这个|那个|记的)+(?:数)?)(?:吧|了|不动|不变|就行|就好){0,2}$/,
  ],
  // 听杜老师的 · 以他为准 · 随他
  ['keep', new RegExp(`${front}${by}${them}${figures}${holds}$`)],
  ['keep', new RegExp(`${front}${them}(?:改|说|数|报|记|写)?(?:得|的|那个|那个数|的数)?${right}$`)],
  // 就是要改 · 改吧 · 给我改过来
  ['change', new RegExp(`${front}(?:要|得|该)?改(?:的|吧|了|过来|一下|一改|掉|啊|呀){0,2}$`)],
  // 按我的 · 以我数的为准 · 我这个准
  ['change', new RegExp(`${front}${by}我${figures}${holds}$`)],
  ['change', new RegExp(`${front}我?(?:改|说|数|报|记|写|这边)?(?:得|的|这个|那个|的数)${right}$`)],
  // 一共 · 只是其中的, where the figure may be a part
  ['change', /^(?:是|就是)?(?:一共|总共|全部|拢共|总的|总数|就这么多)(?:的|了|就这么多)?$/],
  [
    'keep',
    /^(?:那|这)?(?:只|就|光)?是?(?:其中|里面|里头|当中)(?:的|一部分|几个)?(?:的)?$|^(?:不是|没有?)(?:一共|总共|全部)$/,
  ],
  // 我看错了 · 他数错了
  ['keep', /^(?:是|那是|可能|怕是)?我(?:自己)?(?:记|数|看|写|弄|搞|说|报|算)(?:错|混|岔|重|漏)了?$/, 'weak'],
  [
    'change',
    new RegExp(`^(?:是|那是)?${them}(?:记|数|看|写|弄|搞|说|报|算|改)(?:得不对|的不对|错|混|岔|重|漏)了?$`),
    'weak',
  ],
]
/** 改成90 · 还是按90算 · 就95吧 · 我的90才对. */
const valued = new RegExp(
  `${front}(?:把它?)?(?:(?:要|得|该|应该?)?(?:改成|改为|改到|改作|改|换成|写成|记成|记|填|${by}|是|有|为|实到|来了?|要){1,2})?(?:(?:我|${them})${figures})?(?<value>[^，,]{1,12}?)(?:(?:为准|来?算|来?记|吧|${right}|的|了|就行|就好)){0,3}$`,
)
const denied = /^(?:不是|不该是|不止|不能算|没有|不到|哪有)(?<value>[^，,]{1,12})$/
/** Agreed, to the change or to what stands. */
const eitherWay = /^(?:没错|没问题|就这么记|记|记上|确认|确定|用|对的?没错)$/
/** More than a reason beside the answer. */
const more =
  /\d|多少|几|什么|怎么|哪|谁|[?？吗]|如果|要是|假如|除非|等[等一我他她]|再说|问问|是不是|还是说|作废|恢复|别的/
const longestReason = 16

/** Null where nothing is chosen, both are, or something else is said besides. */
export function staleSaid(text: string, valueIs: ValueIs): StaleSaid | null {
  const clauses = text
    .split(/[，,。；;！!、\s]+/)
    .map(plain)
    .filter(Boolean)
  if (clauses.length === 0 || clauses.length > 4) return null
  const strong = new Set<'change' | 'keep'>()
  const weak = new Set<'change' | 'keep'>()
  let other: string | null = null
  for (const clause of clauses) {
    const row = rows.find(([, pattern]) => pattern.test(clause))
    const not = row ? null : valueIs(denied.exec(clause)?.groups?.['value'] ?? '')
    const value = row || not ? null : valueOf(clause, valueIs)
    if (row) (row[2] ? weak : strong).add(row[0])
    else if (not === 'change' || not === 'keep') weak.add(not === 'keep' ? 'change' : 'keep')
    else if (value?.is === 'other') {
      if (other !== null) return null
      other = value.words
    } else if (value) strong.add(value.is)
    else if (eitherWay.test(clause)) {
      if (clauses.length === 1) return { is: 'unclear' }
    } else if (isYes(clause)) weak.add('change')
    else if (isNo(clause)) weak.add('keep')
    else if (clause.length > longestReason || more.test(clause)) return null
  }
  if (other !== null) return strong.size === 0 ? { is: 'other', words: other } : null
  const said = strong.size > 0 ? strong : weak
  return said.size === 1 ? { is: [...said][0]! } : null
}

function valueOf(
  clause: string,
  valueIs: ValueIs,
): { readonly is: 'change' | 'keep' | 'other'; readonly words: string } | null {
  for (const words of [clause, valued.exec(clause)?.groups?.['value'] ?? '']) {
    const is = words === '' ? null : valueIs(words)
    if (is !== null) return { is, words }
  }
  return null
}
