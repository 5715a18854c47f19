// Words for who has not reported yet, and for reminding them.

import { asksUrging } from './office-pieces.js'
import { unitWord } from '../ledger/asked-words.js'

const owingWords = new RegExp(
  `^(?:欠报|欠项|漏报|还[有差剩]谁|还?[差剩]下?的?(?:还?有|是)?哪[些几]?[个家]?${unitWord}?)(?:的?名单)?$`,
)
/** Who, not, and reporting: what a question for those who owe is made of, in any order (还有哪几家没报上来, 谁没交表). */
const pieces = {
  who: new RegExp(`谁|哪[些几]?[个家]?${unitWord}?|几[个家]${unitWord}?|有没有|名单`, 'g'),
  not: /没有?|未|缺|欠|漏/g,
  reported: /动静|消息|见着|见到|露面|报上?[来齐全]?|交上?[来齐全]?|填报?|表格?|数字?|材料|活动/g,
  rest: new RegExp(
    `现在|目前|眼下|眼前|这会儿?|到(?:现在|目前|今天)?为止|截至|截止|一点儿?|丁点|压着|拖着|还差|还|有|的|了|都|也|剩|人|${unitWord}|[家个到来]|情况|看|是`,
    'g',
  ),
}
/** 都报齐了吗, 各街道都交上来了没有: whether all have. */
const allIn = new RegExp(
  `^(?:现在|目前|大家|各个?${unitWord}|所有${unitWord}|下面|是不是)*(?:(?:都|全)(?:已经?)?[报交](?:齐|全|上来|来|完)*|[报交收](?:齐|全))了?(?:没有?|没)?$`,
)
const isQuestion = /[吗?？]|没有?[。\s]*$/

/** A question for who has not reported, the month left out of it; `raw`: as typed, for its question mark. */
export function asksOwing(words: string, raw = words): boolean {
  if (owingWords.test(words) || (allIn.test(words) && isQuestion.test(raw))) return true
  const left = words.replace(pieces.who, '谁').replace(/有?没有?没/g, '没')
  const bare = left
    .replaceAll('谁', '')
    .replace(pieces.not, '')
    .replace(pieces.reported, '')
    .replace(pieces.rest, '')
  const reporting = new RegExp(pieces.reported.source).test(left)
  const lacking = new RegExp(pieces.not.source).test(left)
  // 还缺谁的 needs no word for reporting
  return bare === '' && left.includes('谁') && lacking && (reporting || /[缺欠]/.test(left))
}

const verb = '(?:发个?提醒|提醒|提个醒|催催?|催促)'
/** 该报了, 快点交数: what somebody is reminded of. */
const toReport =
  '(?:该|要|得)?(?:快点?|赶紧|赶快|抓紧|尽快|早点)?(?:把)?(?:报|交)(?:数字?|表|材料|活动|上来|送)?了?'
const owers = `(?:(?:还|都)?没有?[报交](?:上来|过)?的(?:那?[几些]?[个家]?(?:人|${unitWord})?)?)`
const them = `(?:他们|她们|大家|全部|所有人|[这那]上?面?[几些]?[个家]?(?:人|${unitWord})?|${owers})`
const lead = '(?:那么?|就|再|也|都|全部?|挨个|逐个|一个个|分别)'

const remindsEach = new RegExp(
  `^${lead}{0,3}[给叫让把对跟向]?${them}?${lead}{0,2}[给]?${verb}${them}?(?:[遍次声]|都)?(?:${toReport})?$`,
)
const remindsBare = new RegExp(`^${verb}$`)
/**
 * Whether the words left beside units and month ask to remind: `named` units, or all who owe. 'bare': 提醒一下, which says
 * so only behind the question who owes. `raw`: as typed.
 */
export function asksReminder(words: string, raw: string, named: boolean): 'yes' | 'bare' | null {
  const said = words.replace(/[\s一下]/g, '')
  if (named) return asksUrging(words, raw) ? 'yes' : null
  if (remindsBare.test(said)) return raw.includes('一') ? 'bare' : null
  return remindsEach.test(said) ? 'yes' : null
}
