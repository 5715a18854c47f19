import { beginning } from '../src/core/cut.js'
import type { Command } from '../src/command.js'
import { oneLine } from '../src/converse/receipts.js'
import { countsDocuments, kindName } from '../src/core/kinds.js'
import { mayChange } from '../src/ledger/correct.js'
import type { RecordRow, VersionRow } from '../src/store.js'
import { shown } from '../src/converse/private.js'
import { answer, teacherInFull, type Turn } from '../src/turn.js'
import { asksState } from '../src/converse/withdrawal-words.js'
import { dayText } from '../src/converse/figures.js'
import { clockText } from '../src/zone.js'

export interface RecordArgs {
  readonly no: number
  /** 改过什么: the versions with who and when. */
  readonly history: boolean
}

/** 128 · 看128 · 128号怎么记的 · 128号改过什么. */
export const oneRecord: Command<RecordArgs> = {
  name: '看一条',
  access: 'member',
  examples: [
    ['128', { no: 128, history: false }],
    ['看128', { no: 128, history: false }],
    ['128号怎么记的', { no: 128, history: false }],
    ['凭据 128', { no: 128, history: false }],
    ['128号是谁报的', { no: 128, history: false }],
    ['128是哪天的', { no: 128, history: false }],
    ['128号改过什么', { no: 128, history: true }],
    ['128号还算吗', { no: 128, history: false }],
  ],
  parse({ tight, raw }) {
    const history = asksHistory.exec(tight)
    if (history && !(history[2] === '改过' && !asksState(raw)))
      return { no: Number(history[1]), history: true }
    const state = asksState(raw) ? stateAsked.exec(tight) : null
    if (state) return { no: Number(state[1]), history: false }
    const gone = goneAsked.exec(tight)
    if (gone) return { no: Number(gone[1]), history: true }
    const m = asksOne.exec(tight)
    return m ? { no: Number(m[1]), history: false } : null
  },
  async run({ no, history }, turn) {
    const record = await turn.store.records.byNo(no)
    if (!record) return [answer(`没有${no}号这一条，请看看号数。`)]
    const ownBranch = turn.sender.unit !== null && record.unit === turn.sender.unit
    if (!ownBranch && !mayChange(turn, record)) return [answer(`${no}号是别的分会的，请问秘书处。`)]
    return [shown(turn, [record], history ? await historyText(turn, record) : await recordText(turn, record))]
  },
}

/** What is asked of a record whose number stands in front: 是什么情况, 的原文, 当时怎么说的; to learn one, add it. */
const ofOne = [
  '怎么记的|记的(?:是)?(?:什么|啥)|怎么样|怎么回事|什么|啥',
  '(?:什么|啥|怎么个?)情况|(?:的|现在)?情况(?:怎么样|如何)?|现在(?:什么样|怎么样)',
  '谁(?:报|说|讲|记)的|(?:哪|从哪)(?:来|儿来|里来)的|怎么来的',
  '的?(?:凭据|依据|出处|来源|详情|全文|内容)|详细点?|给我看看?|(?:讲|说|报|写)的是?(?:什么|啥)',
  '的?(?:原话|原文|原句|原始?(?:消息|信息|内容|记录))(?:是?(?:什么|啥|怎么[说写]的))?',
  '(?:当时|原来|当初|那时|原先|原话)(?:是|的)?(?:怎么|咋)[说写报讲记]的',
  '(?:怎么|咋)[说写]的',
  // 哪天的, 在哪讲的, 是哪个分会的, 讲课的是谁
  '在?(?:什么时候|啥时候|哪一?天|几月几号|几号|何时|什么时间|哪[里儿]?|哪个?(?:地方|单位|学校|村|分会|县|区|镇|乡)|什么地方)(?:[讲办搞开做去]|举办|组织)?的?(?:课|活动)?',
  '(?:讲课|主讲|讲|去)的人?是?谁|(?:时间|日期|日子|地点|地方|题目|人数|资料|单位)(?:是|有|记的是)?(?:什么|啥|哪[里儿天]?|多少|几号|几)?',
  '(?:来|到|有|听|发|一共|总共){0,2}了?(?:多少|几)个?(?:人次?|人|场次?|份?资料)',
].join('|')
const asksOne = new RegExp(
  `^(?:看|查|看看|查看|凭据|依据|出处|把|说说)?#?(\\d{3,7})号?(?:那条|这条)?(?:都|到底)?(?:是)?(?:${ofOne})?$`,
)
/** 改过什么, 改过没有, 有没有人动过, 谁改的; a bare 改过 is asked only with 吗 behind it. */
const asksHistory =
  /^#?(\d{3,7})号?(?:那条|这条)?((?:后来|有没有|有|人|被|谁|是){0,3}(?:改|动|变|改动|修改|更正)(?:过|了)(?:些)?(?:什么|没有?|哪些|哪里|几[次回遍]|多少次)|怎么改的|的?(?:历史|改动|修改)(?:记录)?|(?:是)?谁(?:改|动|改动)(?:过|了|的)|(?:有没有|被)人?(?:改|动|改动)过|(?:改没改|动没动|变没变)过?|改过)$/

/** 128号作废了吗, 128号是不是作废了, 128还算不算. */
const stateAsked =
  /^#?(\d{3,7})号?(?:那条|这条)?(?:是不是|有没有|到底|现在|还|已经|算|不|被|给)*(?:作废|恢复|删|撤|算|记上?|在)(?:了|过|数|着|掉|没有?)*$/
/** 101号怎么没了, 101号为什么不算了. */
const goneAsked =
  /^#?(\d{3,7})号?(?:那条|这条)?(?:怎么|为什么|为啥|咋)(?:会|就|又|给)?(?:没|没有|不见|不在|不算|作废|删|撤)(?:了|掉|数|记录)*$/
const states = { counted: '', held: '（待核，没算进总数）', void: '（已作废，不算数）' } as const

/** The record, the sentence it came from, its witnesses. */
export async function recordText(turn: Turn, record: RecordRow): Promise<string> {
  const source = await turn.store.sources.get(record.source)
  const witnesses = await turn.store.records.witnesses(record.no)
  const names = await Promise.all(
    witnesses.map(async (w) => teacherInFull((await turn.store.people.byId(w.person))?.name ?? '')),
  )
  const unsaid = !countsDocuments(record.kind) && !record.measures.attendance
  const more = [
    ...(unsaid ? ['人数未报'] : []),
    ...(record.venue ? [`地点${record.venue}`] : []),
    ...(record.topics.length > 0 ? [`题目${record.topics.join('、')}`] : []),
    ...(record.speakers.length > 0 ? [`讲师${record.speakers.join('、')}`] : []),
    ...(record.otherKinds.length > 0 ? [`含${record.otherKinds.map(kindName).join('、')}`] : []),
  ]
  return [
    `${record.no}号${states[record.status]} ${dayText(record.period.start, turn.local.day)}`,
    oneLine(
      { ...record, dayAssumed: false, period: { start: turn.local.day, end: turn.local.day } },
      turn.house,
      turn.local.day,
    ),
    ...(more.length > 0 ? [more.join('　')] : []),
    ...(source?.text ? [`${source.senderName}说：「${beginning(source.text, 80)}」`] : []),
    ...(names.length > 0 ? [`作证：${names.join('、')}`] : []),
  ].join('\n')
}

const causes: Record<VersionRow['why'], string> = {
  report: '报来',
  answer: '补上',
  correct: '改',
  void: '作废',
  restore: '恢复',
  recall: '撤回',
  hold: '待核',
  release: '核定',
  duplicate: '算同一场',
  merge: '归并',
  split: '拆开',
}

async function historyText(turn: Turn, record: RecordRow): Promise<string> {
  const versions = await turn.store.records.versions(record.no)
  const lines: string[] = []
  for (const v of versions) {
    const who = (await turn.store.people.byId(v.by))?.name ?? v.by
    const { day, minute } = turn.house.zone.local(new Date(v.at))
    lines.push(
      `${day.slice(5)} ${clockText(minute)} ${who}${causes[v.why]}：${oneLine({ ...v.activity, dayAssumed: false }, turn.house, turn.local.day)}`,
    )
  }
  return [`${record.no}号共${versions.length}版：`, ...lines].join('\n')
}
