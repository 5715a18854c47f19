import type { Command, Said } from '../src/command.js'
import { monthText } from '../src/converse/months.js'
import { ofOffice, ofOwnBranch } from '../src/converse/private.js'
import { passOn } from '../src/converse/told.js'
import { nothingAmong } from '../src/converse/zero-words.js'
import { isCalledSo } from '../src/converse/own-unit.js'
import { daysBetween, monthOf } from '../src/core/day.js'
import { collectedMonth } from '../src/core/month.js'
import { sortsIn } from '../src/core/sorts.js'
import { shortName } from '../src/core/tree.js'
import { readPeriod } from '../src/ledger/query.js'
import { reportZero } from '../src/ledger/zeros.js'
import { answer, type Reply, type Turn } from '../src/turn.js'
import { unitsIn } from '../src/understand/index.js'

export interface ZeroArgs {
  /** null: the sender's own. */
  readonly unit: string | null
  /** null: the month being collected. */
  readonly month: string | null
  /** Of what sorts of units it is said: 村里, 院里. */
  readonly sorts?: readonly string[]
}

const who = '[我们咱俺本会这那边里上儿头分老科协区县镇乡村所院校厂矿局站馆公司单位份都也还就暂时的]*'
const explicit = new RegExp(
  `^${who}(?:(?:没有?|无)(?:搞|办|开展|组织|举办|安排|做)?过?(?:什么|任何|啥)?(?:活动|可报的)了?|(?:什么|任何|啥|一点|一场)活动[都也]没有?(?:搞|办|开展|组织|举办|安排|做)?过?|(?:是|报|记)?零报告|报零|零活动)$`,
)
/** Says it only together with a month, and only to the bot: 这个月没有, 这周没搞. */
const vague = new RegExp(`^${who}(?:没有?|无)(?:搞|办|开展|组织|举办|安排|做|报的?)?(?:什么|啥)?了?$`)

/** 十月没什么活动，就办了两期培训 reports something. */
const tellsMore =
  /(?:办|讲|开展|组织|举办|[搞做](?=了[一二两三几\d]))(?:了|过)|不过|但是?|除了|只有|另外|倒是/

/** 本月没活动 · 这个月没有 · 零报告 · 这周没搞 · 九月没有活动: a contact says that there was nothing. */
export const zero: Command<ZeroArgs> = {
  name: '零报告',
  access: 'contact',
  uncalled: true,
  examples: [
    ['本月没活动', { unit: null, month: '2026-11' }],
    ['这个月没有', { unit: null, month: '2026-11' }],
    ['零报告', { unit: null, month: null }],
    ['这周没搞', { unit: null, month: '2026-11' }],
    ['九月没有活动', { unit: null, month: '2026-09' }],
    ['这个月没活动，都在收橘子', { unit: null, month: '2026-11' }],
    ['三江 十月 没有活动', { unit: '三江县老科协', month: '2026-10' }],
  ],
  parse: readZero,
  async run(args, turn) {
    const { house, sender, local } = turn
    // 北岭十月还没动静, said by the office: it waits for them
    if (ofOffice(turn) && /[还仍]没有?(?:啥|什么)?(?:动静|消息|音信|报|交)/.test(turn.words)) return null
    const unit = args.unit ?? sender.unit
    if (unit === null || unit === house.tree.root)
      return turn.called ? [answer('是哪个分会？请说“北岭 九月没有活动”这样的话。')] : null
    if (!ofOffice(turn) && !ofOwnBranch(turn, unit)) return turn.called ? passOn(turn) : null
    if (args.sorts?.some((sort) => !isCalledSo(sort, unit, house))) return null
    const month = args.month ?? collectedMonth(local.day)
    const told = await reportZero(turn, unit, month)
    const name = `${shortName(unit, house.tree)}${monthText(month, local.day)}`
    if (told.length > 0) {
      const nos = told.slice(0, 5).map((r) => `${r.no}号`)
      const more = told.length > 5 ? '等' : ''
      return [answer(`${name}已报${told.length}条（${nos.join('、')}${more}），不用零报告。`)]
    }
    return [receipt(turn, `好的，${name}记零报告。有了照常报就行。`)]
  },
}

/** Said uncalled in a room it is a report, and its answer a receipt: that waits at night and for the cap. */
const receipt = (turn: Turn, text: string): Reply =>
  turn.called ? answer(text) : { to: 'here', class: 'receipt', text }

function readZero({ words, tight, raw, called, private: own, house, today }: Said): ZeroArgs | null {
  // a question is no report: 这个月没活动吗？
  if (tight.length > 40 || /(?:[?？吗]|(?<!什)么)\s*$/.test(raw)) return null
  const span = readPeriod(words, today)
  const left = span ? words.slice(0, span.from) + words.slice(span.to) : words
  const units = unitsIn(left, house.units)
  if (units.length > 1 || /\d/.test(left)) return null
  // 那俩月 is no month
  if (/[俩两二几]个?月(?!\s?[份\d])/.test(raw.replace(/十二月/g, '')) && !/(?<![十一])二月/.test(raw))
    return null
  const rest = units.reduce((t, u) => t.replace(left.slice(...u.span), ' '), left).trim()
  // what comes behind the first pieces is the reason: 都在收橘子
  const pieces = rest.split(' ').filter(Boolean)
  if (pieces.slice(1).some((piece) => tellsMore.test(piece))) return null
  const heads = [1, 2].map((n) => pieces.slice(0, n).join(''))
  const plain = heads.some((h) => explicit.test(h))
  const days = span ? daysBetween(span.period.start, span.period.end) + 1 : 0
  // 今天没活动 is chatter; a week speaks for its month only when it is said to the bot
  if (span && days < 7) return null
  // 一场都没搞, 空着: in private, of a month that is named
  const oral = own && days >= 28 && nothingAmong(pieces.map((piece) => piece.replace(/^份/, '')))
  const said = plain || oral ? called || days >= 28 || tight === '零报告' : called && span !== null
  if (!said || (!plain && !oral && !heads.some((h) => vague.test(h)))) return null
  if (span && span.period.start > today) return null
  const end = span && (span.period.end < today ? span.period.end : today)
  const sorts = sortsIn(new RegExp(`^${who}`).exec(pieces.join(''))![0])
  return {
    unit: units[0]?.name ?? null,
    month: end && monthOf(end),
    ...(sorts.length > 0 ? { sorts } : {}),
  }
}
