import { isNo, isYes, plain } from '../../understand/said.js'

/** The two ways a question offers, each in the words people have for it. */
export interface Choice {
  readonly first: Pick<RegExp, 'test'>
  readonly second: Pick<RegExp, 'test'>
  /** What a bare 是 or 不是 means here; left out, it answers nothing. */
  readonly yes?: 'first' | 'second'
  readonly no?: 'first' | 'second'
}

const ordinals = {
  first: /^(?:是|就|选|用|按)?(?:前一?[个种项]|前面(?:那?个|的)|第一[个种项]?|头一[个种项]|前者)$/,
  second: /^(?:是|就|选|用|按)?(?:后一?[个种项]|后面(?:那?个|的)|第二[个种项]?|后者)$/,
} as const

/** 前一个, 第二个: which of two things named in a question. */
export const ordinalSaid = (text: string): 'first' | 'second' | null => {
  const words = plain(text)
  return ordinals.first.test(words) ? 'first' : ordinals.second.test(words) ? 'second' : null
}

/**
 * A clause beside the answer that says nothing else: 一场上午一场下午; one with figures or deeds may be a report. `known`: the
 * figures of what is asked about, which may be named (签到表上就是53个名字).
 */
export function besides(clause: string, known: readonly number[]): boolean {
  if (again.test(clause) || partOfDay.test(clause)) return true
  const rest = known.reduce((left, n) => left.replace(new RegExp(`(?<!\\d)${n}(?!\\d)`), ''), clause)
  const named = rest !== clause
  if (clause.length > (named ? 18 : 12)) return false
  if (forWhom.test(clause)) return true
  return named
    ? !/\d|[讲办搞做开号日月]|[今昨前]天/.test(rest)
    : !/\d|[讲办搞做开人份]|[今昨前]天|[号日月]/.test(clause)
}
/** 下午又讲了一遍, 我又发了一遍. */
const again =
  /^(?:我|上午|下午|早上|晚上|中午|后来|接着){0,2}[又再也还][讲办搞做开发报说]了?(?:[一两][遍场次回])?的?$/
/**
 * 上午给一年级, 下午给二年级又讲一遍, 昨天初一, 那场是周二: a day or a part of it and for whom or where, without another figure.
 */
const when =
  '(?:(?:大?前天|昨天|今天|(?:上个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天]|(?:\\d{1,2}月)?\\d{1,2}[号日])(?:上午|下午|早上|晚上|中午)?|上午|下午|早上|晚上|中午)'
/** 头天是本科新生 · 18号给学生讲. */
const forWhom = new RegExp(
  `^(?:${when}|头一?天|[前后第][一二]?天|[前后这那][一]?[场次回]|一[场次回])(?:那[场次])?(?:是|给|对|面向|来的是)[^\\d，,讲办搞做开]{1,8}(?:[讲上]课?的?)?$`,
)
const partOfDay = new RegExp(
  `^(?:一[场个次]是?|[前后那这]一?[场个次]是?)?(?:在|是)?${when}(?:那[场个次])?(?:是?[给在为]?[^\\d]{0,10}?(?:年级|[初高][一二三]|班|社区|小区|学校|楼[上下]|[院厅堂校村镇])的?)?(?:[又再也还]?[讲办搞做开]了?(?:[一两][遍场次回])?的?)?$`,
)

/**
 * Which of two ways a text chooses, as a whole or in one of its clauses (不是，是两回事); null where it says neither,
 * both, or something else besides. `known`: figures that may be named beside it.
 */
export function choiceSaid(
  text: string,
  choice: Choice,
  known: readonly number[] = [],
): 'first' | 'second' | null {
  // 不是，另外的 is no 不是另外的
  const whole = answersFirst.test(text) ? null : named(plain(text), choice)
  if (whole !== null) return whole
  const clauses = text
    .split(/[\s，,。；;！!？?、]+/)
    .map(plain)
    .filter(Boolean)
  const chosen = (clause: string): 'first' | 'second' | null =>
    named(clause, choice) ?? denied(clause, choice)
  const said = new Set(clauses.flatMap((clause) => chosen(clause) ?? []))
  const rest = clauses.filter((c) => chosen(c) === null && bare(c, choice) === null)
  if (!rest.every((c) => besides(c, known))) return null
  if (said.size === 1) return [...said][0]!
  if (said.size > 1 || rest.length > 0) return null
  const meant = new Set(clauses.map((clause) => bare(clause, choice)))
  return meant.size === 1 ? [...meant][0]! : null
}

const answersFirst = /^\s*(?:不是?的?|没有?|不对)[，,。！!；;\s]+\S/

const named = (words: string, { first, second }: Choice): 'first' | 'second' | null =>
  first.test(words) || ordinals.first.test(words)
    ? 'first'
    : second.test(words) || ordinals.second.test(words)
      ? 'second'
      : null

/** 不是另外: the other one. */
function denied(words: string, choice: Choice): 'first' | 'second' | null {
  const rest = /^(?:并|而|可|又|也)?(?:不是|不算|别算)(?=.)(.+)$/.exec(words)?.[1]
  const not = rest === undefined ? null : named(rest, choice)
  return not === null ? null : not === 'first' ? 'second' : 'first'
}

const bare = (words: string, { yes, no }: Choice): 'first' | 'second' | null =>
  isYes(words) ? (yes ?? null) : isNo(words) ? (no ?? null) : null
