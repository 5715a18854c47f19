// 刘桂芳报多了，应该是150人 · 老刘报错了，他那场是145人 · 刘老师的人数应该是147: whose report is put right, by who told it; pure.

export interface ReporterNamed {
  readonly who: string
  /** What is said of the report, as if its number stood in front. */
  readonly rest: string
}

const slip = '(?:[报写登填](?:错|多|少|漏|重)|[多少漏重][报写])了?'
/** 算错, 弄错, 数错, 说错 may be of anything: only of a report that is named. */
const anySlip =
  '(?:[写记报说弄搞打算数填看发登][错多少漏重岔反]|[多少漏重][写记报说打算数填发]|弄?错|不对|不准)了?'
const howMany = '(?:一个人|[一二两三四五六七八九十\\d]{1,3}个?人?)?'
const when = '(?:刚才|刚刚|今天|昨天|上午|下午|上面|前面|之前|又|也|都|是|怕是|可能|好像){0,3}'
/** The report of that person: 那场, 报的那条. */
const that =
  '(?:他|她)?(?:(?:[写记报登发](?:的|过的))?[那这]一?[场条次个]|[写记报登](?:的|过的)|的(?=人数|听众|日期|日子))(?:讲座|义诊|培训|课|活动)?'
/** One clause, and in it what holds. */
const value =
  '[，,。；;！!\\s]{1,3}(?:(?:他|她)?[那这]一?[场条次个])?[^，,。；;！!\\s]{1,16}(?:[，,](?:而)?不是[^，,。；;]{1,10})?[。！!]?'
const field = '(?:的)?(?:人数|听众|日期|日子|资料|场次)?'
const rests: readonly RegExp[] = [
  new RegExp(
    `^${when}(?<rest>${anySlip}[，,]\\s?(?:他|她)?(?:[报说]的)?[那这]一?[场条个][^，,。；;]{1,16}[。！!]?)$`,
  ),
  new RegExp(`^${when}(?<rest>${slip}${howMany}(?:${value})?)$`),
  new RegExp(
    `^${that}(?<rest>${field}(?:\\d{1,5}(?:人次?|个人?)?)?${when}${anySlip}${howMany}(?:${value})?)$`,
  ),
  new RegExp(
    `^${that}(?<rest>${field}(?:(?:应该是|应为|应是|改成|改为)[^，,。；;]{1,16}|不是[^，,]{1,10}[，,]?(?:而)?是[^，,。；;]{1,10}|是(?:\\d{1,5}(?:个?人|名|位)|[^，,]{1,10}[，,](?:而)?不是[^，,]{1,10}))[。！!]?)$`,
  ),
]
/** Behind what was wrong: 他那场是145人. */
const again =
  /([，,。；;！!\s])(?:他|她)?(?:[写记报说发]的)?[那这]?一?[场条个次]?(?=(?:应该)?是|只有|实际|其实)/

const longestName = 6

/** The reading for each way the words may begin with a name or what somebody is called by; the longest first. */
export function readReporter(words: string): readonly ReporterNamed[] {
  const text = words.trim().replace(/^(?:不好意思|对了|更正一下|纠正一下)[，,：:\s]{0,2}/, '')
  return beginnings(text).flatMap(({ who, behind }) => {
    for (const row of rests) {
      const rest = row.exec(behind)?.groups?.['rest']
      if (rest !== undefined) return [{ who, rest: rest.replace(again, '$1') }]
    }
    return []
  })
}

/** Whoever the words may begin with, where something of a report stands behind. */
export const named = (words: string): readonly string[] =>
  beginnings(words.trim()).flatMap(({ who, behind }) => (ofReport.test(behind) ? [who] : []))
const ofReport = /^(?:的|报|写|说|记|登|填|算|数|弄|发|看|打|那|这|\d|刚才|今天|昨天|又|也|多|少|漏)/

function* names(text: string): Generator<{ readonly who: string; readonly behind: string }> {
  for (let at = Math.min(longestName, text.length - 1); at >= 2; at--) {
    const who = text.slice(0, at)
    if (/^[\u4e00-\u9fff]+$/.test(who)) yield { who, behind: text.slice(at) }
  }
}
const beginnings = (text: string) => [...names(text)]

/** 刘老师, 王主任: somebody, whether known or not. */
export const isSomebody = (who: string): boolean =>
  /^[\u4e00-\u9fff]{1,4}(?:老师|主任|会长|秘书长|医生|教授|站长|大姐|大哥|师傅)$/.test(who)
