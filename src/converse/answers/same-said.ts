// What is said to 「和101号像是同一场。回“同一场”或“另一场”。」: 就是同一场嘛，我怕你没看到 · 不是重报，真是两场; pure.
import { isNo, isYes, plain } from '../../understand/said.js'
import { besides } from './choice.js'

const sort = '(?:[场个次条回堂期]|回事|码子?事|件事|档子?事)(?:活动|讲座|课|义诊|培训|咨询)?'
const one = `(?:同?一|1)${sort}`
const two = `(?:[两2俩二三3]|好几)${sort}`
const lead =
  '(?:哦|噢|嗯|哎[呀哟]?|对|就|那|这|其实|应该|可能|肯定|确实|真的?|本来|也|都|它们?|我|还|只|原来|当然|说的){0,4}'
const when =
  '(?:大?前天|昨天|今天|刚才|刚刚|上回|上次|前面|早先|先头|之前|前几天|那天|(?:\\d{1,2}月)?\\d{1,2}[号日]|(?:上个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天])'
const held = '(?:讲|办|搞|开|做|上|教|看|摆|组织|举办)'
const told = '(?:报|说|发|记|写|登记)'
const end = '(?:的|了|嘛|呗|嘞|啦|呀|哟|的事|来着|而已|就行|就是|才对){0,3}'
const over = `(?:重复(?:${told})?|${told}[重多][复了]?|重新?${told}|[重多]${told}|重)`

const fits = (words: string): RegExp => new RegExp(`^${lead}(?:${words})${end}$`)
/** What a clause says; the first that fits. `weak` gives way to what is said plainly. */
const rows: readonly (readonly [says: 'same' | 'other', RegExp, weak?: 'weak'])[] = [
  // 不是重报 · 没重复
  ['other', fits(`(?:并|又)?(?:不是|没有?|不算|算不上)(?:${told})?(?:${over}|重复的?)`)],
  // 不是两场 · 没有另一场 · 没讲两场
  [
    'same',
    fits(`(?:并|又)?(?:不是|没有?|哪有)(?:${held})?(?:过)?(?:${two}|另外?一?${sort}|另外的?|别的${sort}?)`),
  ],
  // 不是一场 · 不是昨天那场 · 不是一拨人
  ['other', fits(`(?:并|又)?(?:不是|不算|哪是)(?:说的)?${one}`)],
  [
    'other',
    fits(
      `(?:并|又)?不是(?:说的?)?(?:${when})?(?:${held}|${told})?(?:过)?的?(?:[那这]一?${sort}|[那这]一?条)`,
    ),
  ],
  [
    'other',
    fits(
      `(?:听的|来的|人)?(?:也|都)?不是(?:同?一)(?:个班|[拨批帮群伙]人?|个年级|个学校|个村|个地方|天|家|人)`,
    ),
  ],
  // 重复了 · 是我报重了 · 多发了一遍
  ['same', fits(`(?:是)?(?:我)?(?:不小心|又)?${over}(?:了)?(?:一?[遍次回])?(?:的)?`)],
  // 同一场 · 就一场 · 只讲了一场 · 算一场
  ['same', fits(`(?:是|算|记|按|当|合)?(?:作|成)?${one}(?:来?[算记])?`)],
  [
    'same',
    fits(`(?:${when})?(?:一共|总共|拢共)?(?:就|只|才)(?:有|是|${held}|算|记)?(?:过|了)?[这那]?${one}`),
  ],
  // 就是昨天报的那场 · 还是那一场
  [
    'same',
    fits(
      `(?:还是|是|指的?是?|说的?是?)(?:我)?(?:${when})?(?:我)?(?:${told}|${held})?(?:过)?的?[那这]一?(?:${sort})`,
    ),
  ],
  ['same', fits(`(?:一样|一个样|同样|一模一样)`)],
  // 两场 · 那天讲了两场 · 分两场讲的 · 又讲了一场
  ['other', fits(`(?:是|算|记|按)?(?:作|成)?${two}(?:来?[算记])?`)],
  [
    'other',
    fits(
      `(?:${when})?(?:在?[^，\\d]{0,4})?(?:一共|总共|确实|分别|前后|先后)?(?:${held}|分)(?:成|开)?了?${two}(?:${held})?`,
    ),
  ],
  [
    'other',
    fits(`(?:我|${when}|后来|下午|晚上|接着){0,2}[又再](?:去)?${held}(?:了|过)?(?:的)?(?:新的)?${one}`),
  ],
  [
    'other',
    fits(
      `(?:是)?(?:后来|后头|后面|第二天)[又再]?${held}?了?的?(?:[那这新]的?)?(?:一)?(?:${sort})|(?:是)?第[二三2]${sort}`,
    ),
  ],
  [
    'other',
    fits(
      `(?:是|算)?(?:另外?(?:的|一?${sort}|${held})?|别的(?:${sort})?|新(?:的|${told}的?)?(?:一?${sort})?|不一样|不同|不是一样|两样|分开的?|各是各|各算各|(?:上午下午|上下午)?各一[场次]|都[算记要])`,
    ),
  ],
  // 报过了 · 是我忘了
  ['same', fits(`(?:${when}|已经|早就|早|前面){0,2}${told}过`), 'weak'],
]

/** Not known, put off, or asked. */
const unsure =
  /吗|[?？]|什么|怎么|是不是|是否|有没有|记不[清得住]|不清楚|不知道|说不[准好]|拿不准|问问|再说|等[一我他她]|如果|要是|万一|谁|哪|多少|几[场次个]/
const because = [
  /^(?:我|就|就是|只是|是)?(?:怕|以为|担心|忘|想着|当|当是|没留神|没注意|不小心|手[滑误])[^，\d]{0,14}$/,
  /^(?:那?是|这是)?(?:给|对|面向)[^，\d]{1,8}[讲上办]的?$/,
  /^(?:人数|人|数)(?:正好|刚好|凑巧|恰好|也|都|倒)[^，\d]{1,6}$/,
]

/** 昨天东片 · 上午是六班 · 一场在祠堂: one of two sides that stand apart, without a figure or a deed of its own. */
const dayOrPart = `(?:(?:${when})(?:上午|下午|早上|晚上|中午)?|上午|下午|早上|晚上|中午|[前后头这那一][场个次回堂]|一边)`
const side = `(?:那[场次回])?(?:讲的?|办的?)?[是在给对到去跑]{0,2}(?:(?!${dayOrPart})[^\\d，又再没不未改取报说发记写登重补同才]){1,8}?(?:讲|办|听)?(?:的|课)?`
const oneSide = new RegExp(`^(?:是|我)?${dayOrPart}${side}$`)
/** Both in one breath: 昨天东片今天西片. */
const bothSides = new RegExp(`^(?:是|我)?(${dayOrPart})(${side})[和跟与]?(${dayOrPart})(${side})$`)
/** The two sides of a clause; they have to differ in when and in where. */
function toldApart(clause: string): boolean {
  const [, day, place, otherDay, otherPlace] = bothSides.exec(clause) ?? []
  const apart = day !== otherDay || (day?.startsWith('一') === true && /^[是在给对到]/.test(place!))
  return day !== undefined && apart && place !== otherPlace
}

/** 是今天讲的那场: named by a day it was held on. */
export const namesDay = new RegExp(`${when}(?:${held})?过?的?[那这]一?${sort}`)

/** Null where neither is said, both are, or something else besides. `known`: figures that may be named beside it. */
export function sameSaid(text: string, known: readonly number[] = []): 'same' | 'other' | null {
  if (unsure.test(text)) return null
  const clauses = text
    .split(/[\s，,。；;！!、]+/)
    .map(plain)
    .filter(Boolean)
  const strong = new Set<'same' | 'other'>()
  const weak = new Set<'same' | 'other'>()
  let sides = 0
  for (const clause of clauses) {
    const row = rows.find(([, pattern]) => pattern.test(clause))
    if (!row && toldApart(clause)) strong.add('other')
    else if (row) (row[2] ? weak : strong).add(row[0])
    else if (isYes(clause)) weak.add('same')
    else if (isNo(clause)) weak.add('other')
    else if (oneSide.test(clause)) sides += 1
    else if (!besides(clause, known) && !because.some((b) => b.test(clause))) return null
  }
  // 对，昨天东片，今天西片: yes to which?
  if (strong.size === 0 && sides > 0) return null
  const said = strong.size > 0 ? strong : weak
  return said.size === 1 ? [...said][0]! : null
}
