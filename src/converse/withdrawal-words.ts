// What people say to withdraw a record or to have it back, in patterns; pure.
import type { Said } from '../command.js'
import { commandWords } from './call.js'
import { asNumber } from './numbers.js'

/** A record meant by number, or (null) the quoted or last one. */
export interface RecordRef {
  readonly no: number | null
  /** Further ones named in the same breath: 作废101、102. */
  readonly also?: readonly number[]
  /** In words that may be chatter: uncalled they are heard only where they fit a record of the sender. */
  readonly loose?: true
  /** Not even 那条: heard uncalled only right after one's own 作废. */
  readonly bare?: true
}

/** 128号 · 128那条 · 我报的128. */
const number = '[我刚才昨天报发的]*#?(\\d{3,7})号?(?:[那这][条场个笔次堂节期回]课?)?(?:的|记录)?'
/** 刚才那条 · 上面报的 · 最后一条. */
const last = '[我刚才方前上最后面一报发那这条个场笔次堂节期回课记录的是]+'
const voidWords: readonly string[] = [
  '作废|取消|删掉|删除|删了?|撤回|撤销|撤掉|撤了|撤下来?|去掉|划掉|划了|划去|抹掉|抹了|勾掉|勾了|勾销|一笔勾销|叉掉|叉了|擦掉|擦了|涂掉|涂了|冲掉|冲了|除掉|除名|注销|作罢|弃了?|免了|剔了|刨掉|拿掉|拿下来?|剔掉|剔除|剔出去|扣掉|扣除|销掉|销了|收回',
  '不算数?|不作数|不[能该]算(?:在?(?:今年|本年|本月|这个?月|我们|咱们)(?:的|里头?|头上)?)?|不要|报错|发错|报重|重复',
  // 先别算 · 不用记了 · 先搁一搁: for now it counts as withdrawn, 恢复 brings it back
  '(?:别|先不|不用|甭|莫|勿)(?:算|记|计|统计|计入|算数)(?:进去|进来|在内|上)?|(?:先|暂时)(?:搁一?搁|放一?放|搁着|放着|搁下)',
  '(?:就|只)?(?:当|算)(?:是)?我?没(?:报|说)过?',
]
/** Such words said of 这个 and 那个 to nobody are about anything. */
const soft = new RegExp(`[这那]个(?:${voidWords.slice(2).join('|')})`)
/** 最后一个不要了: of anything that is handed round. */
const handedRound = /^(?:上|前面|后面|最后)一?个(?:都|也|就)?(?:不要|免|弃)/
const surely = '作废|删掉?|删除|撤回|撤销|撤掉|不算数?'
const voidVerb = `(?:${voidWords.join('|')})[掉了的]*`
/** 把101号除了吧; 101号除了，别的都对 says apart from it. */
const takenOut = /((?:把|将)[^，,。；;！!]{2,12})除了?(?=[吧啊]?(?:[，,。；;！!\s]|$))/
/** Nothing but that it goes: 101号报错了 may be put right as well. */
const goes = `(?:${voidWords[0]}|不算数|不作数|不[能该]算在?(?:今年|本年|本月|这个?月)[^，,。；;！!]{0,6}|不要)[掉了的吧]*`
/** Between the record and what is wanted of it: 给他, 先把它, 干脆就; what 他们 want is theirs. */
const lead =
  '(?:(?:给|帮|替|把|将)(?:[他她它]们?|人家)?|请|麻烦|都|全|也|先|就|是|我们?|它|您|你|干脆|直接|赶紧|马上|尽快|暂时|应该|应当|该|得|还是){0,6}'
const backWords: readonly string[] = [
  '还要算|还算数?|还是算|仍然?算|要算|得算|该算|算数|作数|恢复|要恢复|还要|是?要|别删|不删|不作废|别作废|别撤|不撤|留着|留下|要留着',
  // 还是算上 · 照算 · 加回来
  '(?:还是|重新|又|再|给我)?(?:算|记|加|补|捡|放|添|要)(?:上|回来?|回去|进去|进来)|照样?[算记]|接着算',
]
const backVerb = `(?:还是|也|又|就|给)?(?:${backWords.join('|')})[了的]*`

const voids = [/^作废#?(\d{1,7})号?$/, /^#?(\d{1,7})号?作废了?$/]
/** Uncalled they need 号 or the verb first; with neither they may be chatter. */
const looseVoids = [
  new RegExp(`^(?:把|将)?${number}${lead}${voidVerb}$`),
  new RegExp(`^(?:取消|删掉|删除|撤回|撤销|去掉)(?:我报的)?#?(\\d{1,7})号?(?:那条|记录)?$`),
]
const lastVoid = new RegExp(`^(?:把|将)?${last}${lead}${voidVerb}$`)
const voidLast = new RegExp(`^(?:作废|取消|删掉|删除|撤回|撤销|去掉)${last}$`)
/** Says plainly that it is about what was reported, not about anything else that has just been said. */
const plainlyLast = /刚|方才|上面|前面|上一?[条场个]|最后一?[条场个]|报的|发的/
/** 我那场. */
const ownOne = /^我[那这][条场次堂节笔]/
const restores = [/^恢复#?(\d{1,7})号?$/, /^#?(\d{1,7})号?(?:还是)?(?:还要算|还算数?|恢复|要恢复|还要)$/]
const looseRestores = [
  // 101号请恢复
  new RegExp(`^${number}(?:请|麻烦|帮我|给我)+${backVerb}$`),
  new RegExp(`^(?:恢复|留着|还要)${number}$`),
  new RegExp(`^(?:把|将)?${number}${lead}${backVerb}$`),
]
const lastRestores = [
  new RegExp(`^(?:恢复|留着)${last}$`),
  new RegExp(`^(?:把|将)?${last}${lead}${backVerb}$`),
]
/** 还是留着吧, 又要算了: nothing names a record. */
const bareRestore =
  /^(?:算了|等等|等一下)?(?:那?还是|又|也)?(?:留着|算上|要算|算数|恢复|不作废|别作废|不删|别删|不取消|别取消)[吧了的]*$/

/** Said beside it: why, or that one is sorry. */
const reason =
  /^[我是就那这个刚才]*(?:和.{1,6})?(?:重复|报重|重报|发重|记重|重了|报错|发错|写错|弄错|搞错|记错|说错|[弄搞记看说]混|误删|误报|多报|看错|不对|手滑|点错|按错|错)(?:了|的|一次|一遍)*$|^(?:不好意思|对不起|抱歉|哎呀?|谢谢.{0,2}|麻烦.{0,2}|辛苦了?)$/

/** 哎呀刚才那条不算. */
const exclaimed = /^(?:哎[呀哟]?|唉|哟|呀|哦|噢|啊|糟了?|不好意思|对不起|抱歉)+(?=.)/

/** 101号报错了, 101号不对: a number with nothing but the reason. */
const numbered = new RegExp(
  `^${number}[是就我]*(?:重复|报重|重报|发重|记重|重了|报错|发错|写错|弄错|搞错|记错|误报|不对|多报|错)(?:了|的)*$`,
)

/** 101号 或 several: 101、102, 101号和102号. */
const oneNo = '#?\\d{3,7}号?(?:[那这][条场个笔次])?'
const several = `(${oneNo}(?:[和跟与及同\\s]{1,3}${oneNo}){1,5})(?:[这那]?[两三四五几]?[条场个])?`
const severalVoided = [
  new RegExp(`^(?:把|将)?${several}\\s?${lead}${voidVerb}$`),
  new RegExp(`^(?:作废|取消|删掉|删除|撤回|撤销|去掉)\\s?${several}$`),
]
const severalRestored = [
  new RegExp(`^(?:把|将)?${several}\\s?${lead}${backVerb}$`),
  new RegExp(`^(?:恢复|留着)\\s?${several}$`),
]

/** 养蜂那条删了, 义诊那场不算: a record named in words. */
const inWords = new RegExp(`^(?:把|将)?[^\\s]{2,20}?[那这]一?[条场个次笔期](?:活动|课)?${lead}${voidVerb}$`)
/** The same of 条, which only what was reported is: in a text of its own, whatever else it says. */
export const withdrawsInWords = (raw: string): boolean =>
  raw.length <= longest &&
  !elsewhere.test(raw) &&
  clausesOf(raw).some((clause) => ownInWords.test(clause) && !lastVoid.test(clause))
/** What is deleted is no record. */
const elsewhere = /抖音|朋友圈|转发|公告|通知|消息|链接|视频|语音|微信|骂|群|短信|评论|照片|图/
/** 养蜂那场取消了, said to nobody: what is cancelled is to come. */
export const cancelsEvent = (raw: string): boolean =>
  /[那这]一?(?:场|次|节|堂|期|回)[^，,。；;]{0,6}取消/.test(raw)
const ownInWords = new RegExp(`^(?:把|将)?[^\\s]{2,12}?那一?条(?:记录)?${lead}(?:${surely})[掉了的吧]*$`)

/** 昨天那条报错了: says of one's report only when, beside its number. */
const ofWhen = new RegExp(
  `^(?:我|就|是|[昨前今][天儿晚早]|[上中下]午|早上|晚上|上个?(?:周|星期|礼拜)[一二三四五六日天]?|[报发说登]|的){1,6}[那这]一?[条场个次笔节堂回期](?:活动|课)?${lead}(?:${voidVerb}|弄错了|搞错了|写错了|记错了|有误|有错|不对)$`,
)

/** No wish about a record is longer. */
const longest = 40

/** Whether it is asked how a record stands (101号作废了吗, 101还算吗), not wished that it stands otherwise. */
export const asksState = (raw: string): boolean =>
  raw.length <= longest && (/是不是|有没有|算不算/.test(raw) || asksAtEnd.test(raw.trim()))
const asksAtEnd =
  /(?:(?:[了过着]|算数?|作废)(?:吗|么|没有?)|(?<!吧|[行好]吗|[可以]吗|[行好]么)[?？])[。！!～~\s]{0,3}$/
/** 把101作废，行吗. */
const politeEnd = /[，,\s]?(?:行|好|可以)(?:吗|么|不行|不好|不可以)[?？]?$/

/** One clause, or a whole message, as the patterns read it. */
type Read = (words: string, aimed: { readonly why: boolean; readonly said: Said }) => RecordRef | null

/** 101和102重复了: of each other, so that one of them stays. */
const ofEachOther = new RegExp(`^(?:把|将)?${several}.*(?:重复|报重)`)

const plainVoid: Read = (spaced, { why, said }) => {
  const all = ofEachOther.test(spaced) ? null : numbersIn(severalVoided, spaced)
  if (all) return all
  const words = spaced.replaceAll(' ', '')
  const no = numberIn(voids, words)
  if (no !== null) return { no }
  const loose = numberIn(looseVoids, words)
  if (loose !== null)
    return /号/.test(words) || /^[取删撤]/.test(words) ? { no: loose } : { no: loose, loose: true }
  if (
    said.quoted.length > 0 &&
    /^(?:这条|这个|那条)?(?:作废|不算数?|报错了?|取消|删掉|不要了?|重复了?)$/.test(words)
  )
    return { no: null }
  if ((!lastVoid.test(words) && !voidLast.test(words)) || !/[刚方前上最报发那这]/.test(words)) return null
  if (!said.called && !why && handedRound.test(words)) return null
  if (plainlyLast.test(words)) return { no: null }
  if (!said.called && soft.test(words)) return null
  return why || said.called || ownOne.test(words) ? { no: null, loose: true } : null
}

const plainRestore: Read = (spaced, { said }) => {
  const all = numbersIn(severalRestored, spaced)
  if (all) return all
  const words = spaced.replaceAll(' ', '')
  const no = numberIn(restores, words)
  if (no !== null) return { no }
  const loose = numberIn(looseRestores, words)
  if (loose !== null) return { no: loose, loose: true }
  if (said.quoted.length > 0 && /^(?:恢复|还要算?|还算|要算)$/.test(words)) return { no: null }
  if (bareRestore.test(words)) return { no: null, loose: true, bare: true }
  return lastRestores.some((pattern) => pattern.test(words)) &&
    /[刚方前上最报发那这]/.test(words) &&
    (said.called || plainlyLast.test(words))
    ? { no: null, loose: true }
    : null
}

/** Whose it was: 那是卫生院组织的, 不是我们办的. */
const others =
  /^(?:[那这]?(?:场|个|次|条)?是|不是我们|不是咱们?)[^\d]{0,12}?(?:自己)?(?:组织|举办|办|搞|做|讲|开|请|弄)的$/

/** The clauses of a text, each without exclamation and politeness. */
const clausesOf = (raw: string): string[] =>
  raw
    .split(/[，,。；;！!、\s]+/)
    .map((clause) => commandWords(clause).words.replace(exclaimed, ''))
    .filter(Boolean)

/** The clause of a text that says what is wanted where all others give only reasons; `why`: whether one does. */
function wished(said: Said): { readonly words: string; readonly why: boolean } {
  const clauses = clausesOf(said.raw)
  // 101号报错了，作废: which one, why, and what is wanted
  const which = clauses.map((clause) => numbered.exec(clause)?.[1]).find((no) => no !== undefined)
  const wish = clauses.filter((clause) => !reason.test(clause) && !numbered.test(clause))
  if (which !== undefined && wish.length === 1 && new RegExp(`^${voidVerb}$`).test(wish[0]!))
    return { words: `${which}号作废`, why: true }
  // 102号报错了，那是卫生院组织的: not ours
  if (which !== undefined && wish.length > 0 && wish.every((clause) => others.test(clause)))
    return { words: `${which}号作废`, why: true }
  const rest = clauses.filter((clause) => !reason.test(clause))
  return rest.length === 1 && rest.length < clauses.length
    ? { words: rest[0]!, why: true }
    : { words: said.words, why: false }
}

/** 120人, 改成50, 多少人: more than a reason. */
const tellsMore =
  /(?:\d|[一二两三四五六七八九十百千])[多余来几]{0,2}\s?(?:个|名|位)?(?:人|名|位|场|份|期|篇|条|本|元|学员|学生)|[改是为有]成?\d|多少|什么|怎么|哪|谁|[?？吗]/
/** 跟102是一回事; 101人数不实, 没有95人, 80人都不到: which record, or that a figure is not so. */
const noFigure =
  /[和跟与同]#?\d{3,7}号?|(?<!\d)#?\d{3,7}(?=人[数头气]|人(?:没|不|少|虚))|(?:不是|没[有到]?|不到|不足|哪有|哪来的?|不可能有?)\s?\d{1,5}[来多]?(?:个|名|位)?(?:人|学生)?|\d{1,5}[来多]?(?:个|名|位)?(?:人|学生)?(?:都|也)?(?:不到|没有|不足)/g

/** 101号是2024年的事，不要了: one clause with the number or none says that it goes, and nothing what else it should be. */
export const saysItGoes = (text: string): boolean =>
  /(?<!\d)\d{3,7}号?/.test(text) &&
  !/改[成为到]|应该[是算]|不是[^，,。；;]{1,12}[，,]?(?:而是|是\d)/.test(text) &&
  text.split(/[，,。；;！!\s]+/).some((clause) => itGoes.test(clause))
const itGoes = new RegExp(`^(?:(?:把|将)?${number})?${lead}${goes}$`)

/** 那是2024年的事: which year it was of is a reason where that year is over. */
const withoutPast = (words: string, today: string): string =>
  words.replace(/(?<!\d)(?:20)?(\d{2})年(?:\d{1,2}月(?:份|\d{1,2}[日号])?)?/g, (year, last: string) =>
    Number(last) < Number(today.slice(2, 4)) ? '' : year,
  )

/**
 * 把101作废，她那是拉家常 · 101号是隔壁区的，作废吧: one clause says what is wanted, the others whatever they like as long
 * as it is neither a figure, a question nor the opposite.
 */
function explained(said: Said, read: Read, opposite: Read, verb: string): RecordRef | null {
  const clauses = clausesOf(said.raw)
  if (clauses.length < 2 || tellsMore.test(withoutPast(clauses.join(' '), said.today).replace(noFigure, '')))
    return null
  const aimed = { why: true, said }
  if (clauses.some((clause) => opposite(clause, aimed) !== null)) return null
  // 养蜂那条删了吧，那不算: which one stands in words that are not for here
  if (clauses.some((c) => inWords.test(c) && !ofWhen.test(c) && read(c, aimed) === null)) return null
  const all = clauses.flatMap((clause) => read(clause, aimed) ?? [])
  // 101号请恢复，还是要算的: said twice, once with the number
  const withNumber = all.filter((ref) => ref.no !== null)
  const wishes = withNumber.length === 1 ? withNumber : all
  if (wishes.length === 1) {
    const [ref] = wishes
    return ref!.no === null && !ref!.bare ? { ...ref!, loose: true } : ref!
  }
  if (wishes.length > 0 || !clauses.some((clause) => new RegExp(`^${lead}${verb}$`).test(clause))) return null
  const named = clauses.flatMap((clause) => new RegExp(`^(?:把|将)?${number}`).exec(clause) ?? [])
  const [words, no] = named
  if (no === undefined || named.length !== 2) return null
  // with 号 it is a record whoever says it
  return words!.includes('号') ? { no: asNumber(no) } : { no: asNumber(no), loose: true }
}

function numberIn(patterns: readonly RegExp[], words: string): number | null {
  for (const pattern of patterns) {
    const m = pattern.exec(words)
    if (m) return asNumber(m[1])
  }
  return null
}

function numbersIn(patterns: readonly RegExp[], words: string): RecordRef | null {
  for (const pattern of patterns) {
    const [no, ...also] = (pattern.exec(words)?.[1]!.match(/\d{3,7}/g) ?? []).map(Number)
    if (no !== undefined) return { no, also }
  }
  return null
}

/** Words that withdraw a record; pure. */
export const readVoid = (said: Said): RecordRef | null => readWish(said, plainVoid, plainRestore, voidVerb)

/** Words that want a withdrawn record back; pure. */
export const readRestore = (said: Said): RecordRef | null => readWish(said, plainRestore, plainVoid, backVerb)

function readWish(given: Said, read: Read, opposite: Read, verb: string): RecordRef | null {
  if (given.tight.length > longest || asksState(given.raw)) return null
  const raw = given.raw.replace(politeEnd, '').replace(takenOut, '$1除掉')
  const said = raw === given.raw ? given : { ...given, ...commandWords(raw), raw }
  const { words, why } = wished(said)
  return read(words, { why, said }) ?? explained(said, read, opposite, verb)
}
