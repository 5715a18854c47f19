// How many came to what was announced, told in a whole sentence: 昨天来了115个娃，讲得嗓子都哑了; pure.
import type { LocalTime } from '../core/org.js'
import type { PlanRow } from '../store.js'
import { scanDates } from '../understand/dates/dates.js'
import { figureSaid } from '../understand/said.js'
import { normalize } from '../understand/text/normalize.js'

const day = '(?:大?[昨前]天|昨儿个?|前儿个?|今天|今儿个?|昨晚|当天|那天|(?:周|星期|礼拜)[一二三四五六日天])'
const hour = '(?:上午|下午|晚上|早上|中午|傍晚)'
const thing = '(?:[那这]一?[场堂节次](?:课|讲座|活动)?|课|讲座|义诊|培训班?|活动)'
const room = '(?:(?:课|会|台)(?:上|下)|现场|教室里?|礼堂里?|会场|底下|下面)'
const who =
  '(?:(?:小|老)?(?:学生|学员|孩子|娃娃?|同学|小朋友|老人|听众|师生|群众|村民|居民|农户|乡亲|社员)们?)'
const came =
  '(?:(?:一共|总共|拢共|共|都|足足|整整|实到|大概|大约|差不多){0,2}(?:来了|到了|来的?(?:有|是)?|到的?(?:有|是)?|坐了|听了|看了|站了|有|是)?)'
const figure =
  '(?<said>(?:大?约|近|快|将近|差不多)?(?:\\d{1,5}|[一二两三四五六七八九十百千零〇]{1,9})[多余来几]?(?:个|名|位|人次|号人|人)?)'
const end = `(?:${who}|人)?(?:来?听(?:课|讲|的)?|到场|参加|在座|在听)?(?:左右|上下)?[吧呢啊呀了的]{0,2}$`

/** The clause that tells how many: when, which, where and who are named in front of it, and nothing else. */
const clauseOf = (plan: Pick<PlanRow, 'venue' | 'topics'>): RegExp => {
  const names = [plan.venue, ...plan.topics]
    .filter((w) => w !== null && w !== '')
    .map((w) => w!.replace(/[^\p{L}\p{N}]/gu, '.'))
  const named = names.length > 0 ? `(?:在|去|讲)?(?:${names.join('|')})(?:的|那边|那里)?` : '(?!)'
  return new RegExp(
    `^(?:我|嗯|哦|是)?(?:${day}${hour}?|${hour})?的?(?:${named})?的?${thing}?(?:${room})?${who}?${came}${figure}${end}`,
  )
}

/** The figure of such a sentence and the words it stands in; null where anything else is told, or another day is named. */
export function figureTold(words: string, plan: Pick<PlanRow, 'venue' | 'topics' | 'day'>, sent: LocalTime) {
  if (words.length > longest || /[?？吗]|多少|明天|后天|下周|报名|应到|任务/.test(words)) return null
  const dates = scanDates(normalize(words), sent)
  if (dates.some((d) => plan.day < d.from || plan.day > d.to)) return null
  const told = words
    .replace(groups, '')
    .split(/[，,。；;！!～~\n]+/)
    .map((c) => c.trim())
    .filter(Boolean)
  const pattern = clauseOf(plan)
  const [one, ...more] = told.flatMap((c) => pattern.exec(c)?.groups?.['said'] ?? [])
  const rest = told.filter((c) => !pattern.test(c))
  if (one === undefined || more.length > 0 || rest.some((c) => telling.test(c))) return null
  const said = figureSaid(one)
  return said ? { ...said, piece: one } : null
}
/** 来了两个班九十多人: of how many classes says nothing of how many people. */
const groups =
  /(?:[一二两三四五六七八九十]{1,2}|\d{1,2})个?(?:班级?|村|组|年级|队|小组|社区)(?:的(?:人|学生|孩子|娃))?[，,]?(?=.{0,6}[\d一二两三四五六七八九十百])/g
const longest = 50
/** Another figure, or another thing done. */
const telling =
  /在[^，,]{2,12}(?:讲|办|搞|开|做)了?[^，,]{2,}|\d|[一二两三四五六七八九十百]{1,6}(?:个人?|人|名|位|场|份|块|元|本)|又(?:去|讲|办)|另外|还(?:去|讲|办|有)/
