// 少数了，后排还坐着两个，应该是48人 · 101号日期写错了，6号下雨没办成，推到了7号: what was wrong first, then why, then what holds; pure.
import { figureSaid } from '../understand/said.js'
import { label, labelWords } from './correction-labels.js'
import type { Correction } from './correction-words.js'
import { asNumber } from './numbers.js'

const verb = '[写记报说弄搞打算数点填看听]'
/** What says that something was wrong: 少数了, 报多了, 写错了, 不对. */
const wrong = `(?:(?:我?(?:刚才|上面|前面)?)?(?:${verb}[错多少漏岔混重]|[错多少漏]${verb}|弄?错)了?|不对(?:了|的)?|有误|不准)`
const figure =
  '(?:\\d{1,7}|[一二两三四五六七八九十百千万〇零]{1,9})[多余来几]?(?:人次|个?人|个|名|位|份|本|册)?'
const opening = new RegExp(
  `^(?:[#＃]?(\\d{3,7})(?:号(?:[那这](?:条|场|个|笔|次))?|[那这](?:条|场|个|笔|次))的?[，,\\s]{0,2})?(?:(${labelWords})|(${figure}))?[也又还是都]{0,2}${wrong}$`,
)
/** 多算了5个工作人员: how many too many, and who. */
const besides = new RegExp(
  `^(?:[#＃]?(\\d{3,7})(?:号|[那这](?:条|场|个))的?[，,\\s]{0,2})(?:[多少漏]${verb}|${verb}[多少漏])了${figure}[^\\d，,]{0,8}$`,
)
/** Where the right figure stands: 签到本上, 名册上写的, 老师说. */
const source =
  '(?:[按照]?(?:签到|点名|名册|名单|登记|花名册)[本簿表册单]?[上里]?面?(?:写的|记的|写着|记着)?|(?:院长|校长|馆长|站长|主任|老师|村里|学校|院里|社区)(?:那边)?说)'
/** What holds, at the end: 应该是48人, 推到了7号, 改成河西区, 只能算78人, 学生是56人. */
const closing =
  /^(?:所以|实际|其实|最后|后来|就|只能?|正确的?)?(?:学生|学员|听众|群众|老人|家长|人数)?(?:应该(?:只?是|算|有)|应是|应为|改成|改为|改到|推到|挪到|换到|算作?|按|实际是?|其实是?|只有|是|有|到)了?([^，,。；;]{1,15}?)(?:算|吧|才对|为准|的)?$/
/** 签到本上是五十七个. */
const fromSource = new RegExp(`^${source}(?:一共|总共|共)?(?:是|有|来了|一共|总共|共)?(${figure})[的了吧]?$`)
/** 不是六楼: what was told before. */
const notThat = /^不是([^，,]{1,12})$/
/** 48才对. */
const onlyThis = /^([^，,。；;]{1,12}?)(?:才对|才准|才是对的)$/

/** The value asks, or says what it is not. */
const noValue = /不|没|谁|什么|哪|多少|怎么|吗|过|[?？]|上次|去年|每|任务|指标/
/** The reasons hold another wish, a doubt or another value. */
const noReason = /应该是|改成|改为|是不是|吗|[?？]|作废|恢复|要是|如果|可能|也许|还是|任务|指标/

/** Reads such a correction; null where a clause is no reason, or the value is of no known sort. */
export function readSlip(text: string): Correction | null {
  const clauses = text
    .split(/[，,。；;！!]+/)
    .map((c) => c.trim())
    .filter(Boolean)
  if (clauses.length < 2 || clauses.length > 5) return null
  const m = opening.exec(clauses[0]!) ?? besides.exec(clauses[0]!)
  const last = clauses.at(-1)!
  const value = (onlyThis.exec(last) ?? fromSource.exec(last) ?? closing.exec(last))?.[1]
  if (!m || value === undefined || noValue.test(value)) return null
  if (clauses.slice(1, -1).some((c) => noReason.test(c))) return null
  const named = m[2] === undefined ? null : label(m[2])
  const said = figureSaid(value)
  const counts = named === null || named === 'attendance' || named === 'materials' || named === 'figure'
  // 我数错了 says that heads were counted
  const heads = clauses.length === 2 && fromSource.test(last) && /[数点]/.test(clauses[0]!)
  const unitless = said?.field === null && m[1] === undefined && m[3] === undefined && !heads
  if (counts && (said === null || unitless)) return null
  const old =
    m[3] ??
    clauses
      .slice(1, -1)
      .map((c) => notThat.exec(c)?.[1])
      .find(Boolean) ??
    null
  // 85人报多了，…，是85份: another field than the one that was wrong
  if (old !== null && figureSaid(old)?.field != null && figureSaid(old)?.field !== said?.field) return null
  const sure = m[1] !== undefined || named !== null
  return { no: asNumber(m[1]), old, value, label: named, plain: sure, loose: true }
}
