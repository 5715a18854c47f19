import type { Clause } from './clauses.js'
import type { Who } from './figures.js'
import { onlyFillers, personTags, says, sort, who, type Around, type Sort } from './figure-context.js'
import { lexicon } from './lexicon.js'
import { has, type NumberToken, type Token } from './tokens.js'

const performs = /^(登台|上台|参演|演出|表演|同台|登场)/

const doers =
  /(台上(的|有)?|教练员?|维修[队组员]|[^学学习兴趣]小组|志愿队|服务队|工作组|演员|裁判|参演[^,，。;]{0,6}|外聘[^,，。;]{0,4}|主讲人?|授课老师|咨询师|医师|讲师)(共|有|约|共有)?[:：| ]*$/
const performed = /(上台|登台|登场|参加演出|参演|参加表演)的?(有|共)?$/

export function people(text: string, c: Clause, t: NumberToken, a: Around): Sort | null {
  const unit = text.slice(t.num.end, t.end)
  const near = [...a.before]
    .reverse()
    .find((x) => x.type === 'word' && (who(x) || has(x, 'stock') || has(x, 'reach') || has(x, 'service')))
  // 12支队伍、360人: the teams have a number of their own
  const ownNumber =
    near !== undefined &&
    /[0-9一二三四五六七八九十][支个家]$/.test(text.slice(Math.max(0, near.start - 2), near.start))
  const adjacent =
    near !== undefined && !(ownNumber && has(near, 'stock')) && onlyFillers(text, near.end, t.start)
  // 上台的62人，台下观众230: who performed is no audience
  if (
    performs.test(text.slice(t.end, t.end + 4)) ||
    performed.test(text.slice(Math.max(c.start, t.start - 9), t.start))
  )
    return sort('helpers', 'helper')
  // 接待外地同行来访48人: visitors; 选派教师到边疆35人: sent away
  if (
    /(接待)[^,，。;]{0,14}来访[^,，。;]{0,6}$/.test(text.slice(Math.max(c.start, t.start - 26), t.start)) &&
    !/咨询|心理/.test(text.slice(Math.max(0, t.start - 30), t.start))
  )
    return null
  // 原先通知的是100人: who was expected
  if (
    /(原先|原来|本来|原本|通知|预备|准备|打算)(请|邀请|安排|组织)?(的|了|来)?(是|有)?$/.test(
      text.slice(Math.max(c.start, t.start - 6), t.start),
    )
  )
    return null
  // 23个人来了20个: who was expected
  if (
    /^(实?到了?|来了|只来了|到会)[0-9一二三四五六七八九十百两]+[个人名位]{1,2}(?!请假|缺席|没来|发言)/.test(
      text.slice(t.end, t.end + 12),
    )
  )
    return null
  // 邀请了一位院士来做报告, 6位专家分别开讲: those who taught
  if (
    t.num.value <= 6 &&
    /^[名位]/.test(unit) &&
    /^[^,，。;、0-9]{1,8}(来|前来)?(作|做)(了)?[^,，。;]{0,12}(报告|讲座|宣讲|演讲|辅导)/.test(
      text.slice(t.end, t.end + 26),
    )
  )
    return sort('helpers', 'helper')
  // 三位老师轮流摆摊, 两个老头给渔民…: those who did it
  if (
    t.num.value <= 12 &&
    /^(老师|老教师|老党员|党员|同志|老同志|老头|老人家|老哥|老伙计|会员|老会员|大夫|先生|老先生)们?[^,，。;0-9]{0,3}(轮流|摆摊|主讲|讲|授课|带|去|到|给|为|负责|值班|上阵|出马|分头|在|坐诊)/.test(
      text.slice(t.end, t.end + 14),
    ) &&
    !a.before.some((x) => has(x, 'reach'))
  )
    return sort('helpers', 'helper')
  // 一人讲一堂
  if (t.num.value === 1 && /^(讲|主讲|一堂|一场|一课|一个)/.test(text.slice(t.end, t.end + 2))) return null
  // 两位老师三堂课: those who taught
  if (
    t.num.value <= 6 &&
    /^(老|退休)?(老师|教师)[^,，。;]{0,2}([一二两三四五六]堂|讲|授课|主讲|上课|上了)/.test(
      text.slice(t.end, t.end + 10),
    )
  )
    return sort('helpers', 'helper')
  // 向3名同志颁发纪念章
  if (
    text[t.start - 1] === '向' &&
    /颁发|授予|颁授|献花/.test(text.slice(t.end, Math.min(c.end, t.end + 24)))
  )
    return null
  // 吸收辅导员6名: joined us
  if (
    /(吸收|吸纳|招募|招收|新发展|新增|增补|增选|选举|推选|推举|聘任|表彰)[^,，。;0-9]{0,10}$/.test(
      text.slice(Math.max(c.start, t.start - 14), t.start),
    ) &&
    !says(a.before, 'reach')
  )
    return null
  // 发言：9人
  if (
    /(发言|讲话|获奖|请假|缺席|列席|缺勤)(人数|人次)?[:：]$/.test(
      text.slice(Math.max(c.start, t.start - 6), t.start),
    )
  )
    return null
  // 8人发言, 52人及格: some of those who came; 前三名: a place
  if (
    /^(作|做)?了?(大会|交流|典型|主题)*(发言|及格|合格|获奖|优秀|受到?表彰)/.test(
      text.slice(t.end, t.end + 8),
    )
  )
    return null
  if (unit.startsWith('名') && text[t.start - 1] === '前') return null
  // 1.2万人预约, 60人报了名: nobody has come yet
  if (/^(已?预约|已?报了?名)(?!参加|后|听)/.test(text.slice(t.end, t.end + 5))) return null
  // 外聘教练2人, 维修小组7人, 参演老同志200余人: who did it
  if (doers.test(text.slice(Math.max(c.start, t.start - 10), t.start))) return sort('helpers', 'helper')
  // 结业考试合格108人: some of those who came
  if (
    /(合格|及格|通过考核|通过考试|达标|优秀|获奖|满意)(的|者|率)?(有|共)?$/.test(
      text.slice(Math.max(c.start, t.start - 8), t.start),
    )
  )
    return null
  // 3人一组, 每人, 人均
  if (/^(一组|一队|一桌|份|一台)/.test(text.slice(t.end, t.end + 2))) return null
  const behind = noun(text, a.after, a.next, unit, t.end)
  const summed = says(a.before, 'total') && says(a.before, 'reach')
  // 培训新会员45名: taught, not only counted among ours
  const taught = (x: Token | undefined): boolean =>
    x !== undefined && /(培训|轮训|集训)了?$/.test(text.slice(Math.max(0, x.start - 3), x.start))
  // 某会六个人开车四十公里去…: who set out
  if (
    t.num.value <= 12 &&
    a.before.some((x) => x.type === 'unit') &&
    /^[^,，。;0-9]{0,2}(开车|坐车|乘车|冒雪|冒雨|骑车|步行|驱车|翻山|顶着|踩着|打车)/.test(
      text.slice(t.end, t.end + 6),
    )
  )
    return sort('helpers', 'helper')
  // 登记在册215人次: visits, no members
  const visits =
    (unit.startsWith('人次') || /[,，]登记$/.test(text.slice(Math.max(0, t.start - 3), t.start))) &&
    !/会员/.test(text.slice(Math.max(c.start, t.start - 8), t.start))
  if (
    (has(behind, 'stock') && !taught(t)) ||
    (adjacent &&
      has(near, 'stock') &&
      !visits &&
      !summed &&
      !taught(near) &&
      !(behind && who(behind) !== null))
  )
    return null
  const sent = a.before.some((x) => has(x, 'send'))
  let w: Who = who(behind)
  if (w === null && adjacent) w = who(near) ?? whoseReach(text, a.before, near)
  w ??= remarked(text, c, t)
  if (
    w === null &&
    /(选派|选送|抽调|派遣|派出)[^,，。;]{0,16}$/.test(text.slice(Math.max(c.start, t.start - 20), t.start)) &&
    !says(a.before, 'reach')
  )
    w = 'helper'
  if (
    w === null &&
    sent &&
    !/^[名位]/.test(unit) &&
    /(一行|组成|派出|出动)$/.test(text.slice(Math.max(0, t.start - 2), t.start))
  )
    w = 'helper'
  // 我们去了四个人, 某会教育组的十一位老教师: those who went
  if (/[去派]了$/.test(text.slice(Math.max(0, t.start - 2), t.start)) && (w === null || w === 'member'))
    w = 'helper'
  if (
    text[t.start - 1] === '的' &&
    a.before.some((x) => x.type === 'unit') &&
    !a.before.some((x) => has(x, 'reach') || x.type === 'date') &&
    behind &&
    /^老|教师|老师|会员|同志/.test(text.slice(behind.start, behind.end))
  )
    w = 'helper'
  // 某会22人去敬老院演出
  if (
    w === null &&
    /^[人名位]/.test(unit) &&
    (/^(去|赴|前往|深入|奔赴|来到)/.test(text.slice(t.end, t.end + 2)) ||
      (text[t.end] === '到' && t.num.value <= 12)) &&
    (a.before.some((x) => x.type === 'unit') ||
      (t.num.value <= 12 && /老[\u4e00-\u9fa5]$/.test(text.slice(Math.max(0, t.start - 2), t.start))))
  )
    w = 'helper'
  // 退休总工某某等5人到…: those who went
  if (
    w === null &&
    text[t.start - 1] === '等' &&
    /^[人名位]/.test(unit) &&
    /^(到|赴|去|前往|来到|深入|走进|组成|应邀|在|为|，|,)/.test(text.slice(t.end, t.end + 2)) &&
    !a.before.some((x) => has(x, 'reach'))
  )
    w = 'helper'
  const benefit = benefits(text, c, t, a)
  const online = a.before.some((x) => has(x, 'online')) && !a.before.some((x) => has(x, 'onsite'))
  if (online && w !== 'helper') return sort('online', w, benefit)
  return sort(w === 'helper' && !benefit ? 'helpers' : 'people', w, benefit)
}

/** 讲解员(退休研究员)14人: a remark between the noun and its number. */
function remarked(text: string, c: Clause, t: NumberToken): Who {
  if (text[t.start - 1] !== ')') return null
  const from = Math.max(c.start, t.start - 16)
  const open = from + text.slice(from, t.start).lastIndexOf('(')
  if (open < from) return null
  for (let l = 5; l >= 2; l--) {
    const word = open - l >= c.start ? lexicon().at(text, open - l) : undefined
    if (word?.end === open) return personTags.find((g) => word.value.tags.includes(g)) ?? null
  }
  return null
}

/** The first noun of persons behind 名, 位, 个 (9位医疗专家), or right behind 人 (40人的医疗队). */
function noun(
  text: string,
  after: readonly Token[],
  next: Token | undefined,
  unit: string,
  end: number,
): Token | undefined {
  if (unit.startsWith('人次') || unit.startsWith('人(')) return undefined
  for (const t of after) {
    if (t.type === 'mark' && t.mark !== 'pause') return undefined
    if (
      unit.endsWith('人') &&
      (t.start > end + 1 ||
        (t.start > end && text[end] !== '的') ||
        /^(主讲|授课|讲课|报告)/.test(text.slice(t.start, t.start + 2)))
    )
      return undefined
    // 4名医生到三个乡镇: right behind 名 it is this one's
    if (
      who(t) &&
      /^[名位]/.test(unit) &&
      t.start === end &&
      !(next?.type === 'number' && next.dimension === 'people')
    )
      return t
    if (who(t) || has(t, 'stock'))
      return next?.type === 'number' && onlyFillers(text, t.end, next.num.start) ? undefined : t
    if (t.type === 'word' && (has(t, 'do') || t.word.kind) && t.start > end + 8) return undefined
  }
  return undefined
}

/** 志愿者参与380人次: who took part stands right before the word of taking part. */
function whoseReach(text: string, before: readonly Token[], reach: Token | undefined): Who {
  const i = reach ? before.indexOf(reach) : -1
  const noun = before[i - 1]
  return noun && reach && onlyFillers(text, noun.end, reach.start) ? who(noun) : null
}

/** 为80名村医, 给60多个孩子, 培训乡村医生56人: the counted are the ones served. */
function benefits(text: string, c: Clause, t: NumberToken, a: Around): boolean {
  const from = Math.max(c.start, a.before[0]?.start ?? t.start - 6)
  const head = text.slice(Math.max(from - 2, c.start, t.start - 14), t.start)
  return (
    (/[为给向对][^有了]?/.test(head) && !/(成为|作为|认为|因为|分为|称为|为期|应对)/.test(head)) ||
    /(培训|参训|受训|听课|面向|惠及|教会)/.test(head)
  )
}
