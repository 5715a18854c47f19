import type { Clause } from '../form/clauses.js'
import { pattern } from '../text/pattern.js'
import { has, type NumberToken } from '../tokens.js'
import type { Around } from './context.js'
import type { Figure } from './figures.js'

/** 一百零几个人吧算一百零三个: what it is put at in the end. */
export const settled = (text: string, t: NumberToken, before: Figure | undefined): boolean =>
  before?.counts === 'people' &&
  t.start - before.end <= 8 &&
  (/(就?算|算是|就按|按|就报|便报)$/.test(text.slice(Math.max(0, t.start - 2), t.start)) ||
    (text.endsWith('报', t.start) &&
      ',，'.includes(text[t.start - 2] ?? '-') &&
      /^[个人名位]{0,2}(?:吧|[。;!\n]|$)/.test(text.slice(t.end, t.end + 4))))

/** 会员59人，到会51人; 21位理事到了17位: those who came, of those there are. */
export const turnedUp = (text: string, t: NumberToken, before: Figure | undefined): boolean =>
  before?.counts === 'people' &&
  before.measure.value > t.num.value &&
  t.start - before.end <= 9 &&
  ((before.who === 'member' &&
    /^[,，](?:到会|到场|参会|出席)(?:的|了|者)?$/.test(text.slice(before.end, t.start))) ||
    ofThose(text.slice(before.end, t.start)))
const ofThose = (between: string): boolean =>
  /^(?:理事|委员|会员|代表|党员|学员|成员|领导|干部|常委|监事|同志|老师){1,2}[,，]?(?:只|实际|最后)?(?:到会?|来|到场|出席|参会)(?:的|了)(?:有|是)?$/.test(
    between,
  )

/** 组织20名老职工, but not 去了看了一百三十几个人. */
export function sentOut(text: string, a: Around, at: number): boolean {
  const last = a.before.findLast((x) => has(x, 'send'))
  return last !== undefined && !/看了|来了|接诊|到了/.test(text.slice(last.end, at))
}

/** 至少来了120人: told of those who came; 每会至少办2场 asks for it. */
export const atLeast = (text: string, c: Clause, t: NumberToken): boolean =>
  t.dimension === 'people' &&
  /至少[有来到看了听坐]{0,3}$/.test(text.slice(Math.max(c.start, t.start - 6), t.start)) &&
  !/[要应须需每请望拟争]/.test(text.slice(Math.max(c.start, t.start - 24), t.start))

/** 三场都是四十个人: of each. */
export const allAlike = pattern(
  /(听众|听的|听课的|来的|到的|到场的?|人数|每[场次])(都|均|全)(是|有|为|在)?$|[两三四五六七八九十0-9]个?(场|期|次|节|堂|班|讲|天|村|组|校|批|晚)(都|均|全|各)(是|有|来了?|到了?|坐了?|在)?$/,
)

/** 连站在门口的算上有47人: nobody is left out. */
export const countedIn = pattern(
  /(连|连同|加上|算上|带上|包括)[^,，。;0-9]{1,12}(算上|在内|算在内|一起|一块儿?|一道|都算|全算|算进去)(了|有|是|就|得|总共|一共|共)*$/,
)

export const by = pattern(/按[^,，。;0-9]{0,8}$/)
/** 按社区签到的96报: what it is put at, of several counts. */
export const putAt = (text: string, c: Clause, t: NumberToken): boolean =>
  (text[t.start - 1] === '以' && /^[人名个]?为准/.test(text.slice(t.end, t.end + 3))) ||
  (by(text, Math.max(c.start, t.start - 10), t.start) &&
    /^[人名个]?(报|算|记|登)/.test(text.slice(t.end, t.end + 2)))

/** 受益180人次，测骨密度95人: one of the things done for them. */
export const checked = pattern(
  /[,，、;](免费)?(测|量|查|做|拍|抽|检测|筛查|化验|开方|开药|开处方|针灸|推拿|扎针)[^,，。;、0-9]{0,5}$|(^|[,，、;])(看(?!病|诊|热闹)|拿|取|领|抓|量|测|查)[^,，。;、0-9]{1,4}的(有|共)?$/,
)

/** 内科看了41人; 老张看了21个，我看了18个: each saw their own. */
export const departments = pattern(
  /(科|门诊|诊室|诊台|中医|西医|口腔|针灸|推拿|理疗|康复)(看|瞧|接诊|诊|挂|接待)?了?(有|共|约|[:： ]{1,2})?$|(老[\u4e00-\u9fa5]|[\u4e00-\u9fa5](医生|大夫|主任|老师)|[我她他])(看|瞧|接诊|诊|扎针|推拿)了?$/,
)

/** …12场已含在讲座内: told of what is counted already. */
export const counted = pattern(/^(已经?|均已?|都已?|全都?)(包?含|算|计|统计|列|并)(在|入|到|进)/)

/** 学员55人，结业55人: those of them who stayed to the end. */
export const finished = pattern(/(结业|毕业|结课)(的|有|者)?$/)
