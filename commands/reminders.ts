import type { Command } from '../src/command.js'
import { dayText } from '../src/converse/figures.js'
import { leaveUntil } from '../src/converse/leave-words.js'
import { inPrivate } from '../src/converse/private.js'
import { forever } from '../src/converse/remind.js'
import { weekOf, type PlainDate } from '../src/core/day.js'
import { unitsIn } from '../src/understand/index.js'

export interface RemindersArgs {
  /** No reminders until this day (included); null: reminders again. */
  readonly until: PlainDate | null
}

const resume =
  /^(?:可以|能|能够)?(?:恢复|重新|继续|接着|开始|照常)提醒我?了?$|^(?:又|再)?提醒我了?$|^(?:我)?(?:现在|又)?(?:可以|能)(?:再|接着|照常)?提醒我?了$|^(?:把)?提醒(?:我)?(?:恢复|开起来|打开)了?$|^(?:照常|还是)提醒我?(?:好了|就行)?$/
const stop =
  /(?:别|不要|不用|不必|甭|勿|暂停|停止|停)(?:再)?(?:给我)?(?:发)?(?:提醒|催)(?:我|了|$|[^\u4e00-\u9fff])|提醒(?:给我|就|先|都|也){0,2}(?:停|免|缓)(?:一停|掉|了|到|[一半两十]|$)/

/** 提醒停了没. */
const asked = /[?？]$|(?:吗|了没有?)[。！!]?$/

/** 别提醒我 · 这周别提醒，住院了 · 恢复提醒. A bare 别提醒, as the reminder offers it, means this week. */
export const reminders: Command<RemindersArgs> = {
  name: '别提醒我',
  access: 'member',
  examples: [
    ['别提醒我', { until: '9999-12-31' }],
    ['别提醒', { until: '2026-11-22' }],
    ['这周别提醒，住院了', { until: '2026-11-22' }],
    ['这个月不要提醒我', { until: '2026-11-30' }],
    ['这半个月别提醒我', { until: '2026-12-06' }],
    ['恢复提醒', { until: null }],
  ],
  parse({ words, tight, raw, today }) {
    if (tight.length > 30) return null
    if (resume.test(tight) || resume.test(raw.replace(/[\s，,。！!～~]/g, ''))) return { until: null }
    if (asked.test(raw.replace(/\s/g, ''))) return null
    if (!stop.test(words.replace(/ +/g, ' '))) return null
    const until = leaveUntil(tight, today)
    if (until !== null) return { until }
    return {
      until:
        /(?:提醒|催)我|永远|一直|以后|再也/.test(tight) && !/先/.test(tight) ? forever : weekOf(today).end,
    }
  },
  async run({ until }, turn) {
    // 北岭那边先别催: somebody else's reminders
    const named = unitsIn(turn.words, turn.house.units)
    if (named.length > 0 && named.every((u) => u.name !== turn.sender.unit)) return null
    await turn.store.people.put({ ...turn.sender, noRemindersUntil: until })
    return inPrivate(turn, '好，我私下跟您说。', said(until, turn.words, turn.local.day))
  },
}

const relative =
  '老伴|老头子?|老婆|爱人|丈夫|妻子|家里|家人|[父母]亲|爸|妈|爹|娘|岳[父母]|公公|婆婆|儿子|女儿|闺女|媳妇|女婿|孙|外甥|侄|[哥姐弟妹]|亲家|孩子|老人'
/** What one says to who is ill, or nurses or mourns somebody; the first that fits. */
const cares: readonly (readonly [of: RegExp, text: string])[] = [
  [/去世|过世|丧事|白事|后事|追悼|奔丧/, '您节哀，多保重。'],
  [/陪床|陪护|陪[着他她]|护理|伺候|照顾|照看|照料/, '您照顾人辛苦，自己也多保重。'],
  [
    new RegExp(`(?:${relative})[^，,。；;]{0,6}(?:住院|生病|病|手术|开刀|不舒服|摔|骨折|不好)`),
    '您照顾人辛苦，自己也多保重。',
  ],
  [/住院|生病|病了|手术|开刀|不舒服|养病|身体不|骨折/, '您安心休养。'],
]

function said(until: PlainDate | null, words: string, today: PlainDate): string {
  if (until === null) return '好，以后照常提醒您。'
  const care = cares.find(([of]) => of.test(words))?.[1] ?? ''
  if (until === forever) return `好，不再提醒您了。${care}想恢复说“恢复提醒”。`
  return `好，到${dayText(until, today)}都不提醒您。${care}`
}
