// 101号按签到表是133人, 101号的人数我问到校长了，是57人: a correction that says first how one knows; pure.
import { figureSaid } from '../understand/said.js'
import { label, labelWords } from './correction-labels.js'
import type { Correction } from './correction-words.js'
import { asNumber } from './numbers.js'

const number = '[#＃]?(?<no>\\d{3,7})(?:号(?:[那这](?:条|场|个|笔|次))?|[那这](?:条|场|个|笔|次))的?'
const last =
  '(?:我?(?:刚才|刚刚|上面|前面|方才)(?:[报发说]的)?[那这]?(?:条|场|个|笔|次)?|[那上](?:一)?(?:条|场|个|笔|次))的?'
/** 学校说是57人: these begin a reason as well. */
const alsoReasons = ['学校', '老师', '活动', '地方', '单位', '项目', '资料']
const fields = labelWords.split('|').filter((w) => !alsoReasons.includes(w))
const about = new RegExp(
  `^(?:${number}|(?<last>${last}))?[，,：:\\s]{0,3}(?<field>${[...fields, '数'].join('|')})?`,
)

/** What came of it, at the end: 是57人, 一共126个学生, 按120人算吧. */
const figure = '(?:\\d{1,7}|[一二两三四五六七八九十百千万〇零]{1,9})[多余来几]?'
const counted = '(?:个|名|位|号)?(?:人次|人|名|位|学生|学员|老人|娃娃|孩子|听众|群众|村民)'
const sheets = '(?:份|册|本|张)'
const end = '(?:左右|上下)?(?:听课?|来|到场|参加)?(?:为准|算|计)?[吧了的呢]{0,2}[。！!～~]?$'
const atEnd = new RegExp(`((?:大?约|近|大概|差不多)?${figure}(?:${counted}|${sheets})(?:左右|上下)?)${end}`)
/** Without a unit only behind a verb: 重新数是61. */
const bareAtEnd = new RegExp(`(?:是|有|到|成|改|共)(\\d{1,7}[多余来几]?)${end}`)
const anyFigure = new RegExp(`\\d|${figure}(?:${counted}|${sheets})`)
/** 没有120人，只有96人: what it was not. */
const denied = new RegExp(`(?:没有?|不到|不足)(?:那么|这么)?(?:多|(?:${figure})(?:${counted})?)`)

/** About something else than what is right now: another time, a part, a plan, a question, another wish. */
const elsewhere =
  /上次|上回|下次|去年|往年|原来|原先|原定|本来|以前|其中|里面|任务|指标|计划|预计|报名|[差缺]|还要|不是|吗|多少|谁|哪|什么|怎么|如果|要是|明天|每|作废|恢复(?!成)|取消|删|不算|[?？]/
/** How one knows: needed where no number says which record is meant. */
const knows =
  /[查问核点数对补]|签到|名单|名册|登记|统计|照片|确认|校长|[老讲]师说|村里说|学校说|[错漏忘岔]|看了/

/** Reads a value with its reasons before it; null where the message tells anything besides. */
export function readReasoned(text: string): Correction | null {
  if (text.length > 50) return null
  const m = about.exec(text)!
  const { no, last: latest, field } = m.groups as Readonly<Record<string, string | undefined>>
  const body = text.slice(m[0].length).replace(denied, '')
  if (elsewhere.test(body)) return null
  if (no === undefined && !knows.test(body)) return null
  if (no === undefined && latest === undefined && field === undefined) return null
  const which = { no: asNumber(no), old: null, plain: no !== undefined || field !== undefined } as const
  const named = field === undefined || field === '数' ? null : label(field)
  if (named === null || named === 'attendance' || named === 'materials' || named === 'figure') {
    const found = atEnd.exec(body) ?? bareAtEnd.exec(body)
    if (!found || anyFigure.test(body.slice(0, found.index)) || figureSaid(found[1]!) === null) return null
    const given = new RegExp(`${sheets}$`).test(found[1]!) ? 'materials' : named
    return { ...which, value: found[1]!, label: given, loose: true }
  }
  // 101号日期我查了本子，是17号 · 101号的讲师忘了写，是李建国
  const told = /^[^\d]{1,16}?[，,]\s?(?:应该是|应是|应为|改成|就?是|在)([^，,；;。]{1,20})[。！!]?$/.exec(
    body,
  )
  return told && knows.test(body)
    ? { ...which, value: told[1]!.replace(/^在/, ''), label: named, loose: true }
    : null
}
