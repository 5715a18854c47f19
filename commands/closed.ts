import type { Command } from '../src/command.js'
import { closingsText, isClosedText } from '../src/converse/closing.js'
import { monthHolding } from '../src/core/month.js'
import { readPeriod } from '../src/ledger/query.js'
import { answer } from '../src/turn.js'

export interface ClosedArgs {
  /** null: which months are closed at all. */
  readonly month: string | null
}

/** 结账, 账结, 把账关掉: in any order, without 可以 or 该, which ask for it. */
const closing =
  '(?:[账帐](?:目|都|全|也|已经|已|有没有|是不是|是否|到底|给|没)*(?:结|关|封)|(?:结|关|封)[账帐]?|(?:结|关|封)(?:了|过|好|完)?的?[账帐])'
const asked = new RegExp(
  `^(?:的|都|全|也|已经|已|有没有|是不是|是否|到底|给|没)*${closing}(?:了|过|掉|好|完|清)*(?:没(?:有)?(?:结|关|封)?[账帐]?(?:了|过|掉|好|完)?|没|吗|么)?$`,
)
/** 什么时候结的账, 结到几月了, 哪几个月结了. */
const which = new RegExp(
  `^(?:(?:都)?(?:什么时候|几时|哪天|几号|哪[几些]?个?月|几月)(?:都|已经)?(?:结|关|封)(?:了|过|掉)*的?[账帐]?(?:了|的)?|[账帐]?(?:目)?(?:结|关|封)[账帐]?到(?:哪|几|什么)(?:个)?(?:月|时候)了?(?:[账帐])?|[账帐](?:是)?(?:什么时候|哪天|几号)(?:结|关|封)(?:了|掉)?的?)$`,
)
/** What makes a question of it, as typed: commandWords takes 吗 away. */
const asks = /没有?[?？。\s]*$|[?？吗么]\s*$|有没有|是不是|是否|(.)没\1/

/** 十月的账结了没有: whether a month is closed; never closes it. */
export const closed: Command<ClosedArgs> = {
  name: '结账没有',
  access: 'member',
  examples: [
    ['十月的账结了没有', { month: '2026-10' }],
    ['上个月结账了吗', { month: '2026-10' }],
    ['结账了没有', { month: null }],
    ['账结到几月了', { month: null }],
  ],
  parse({ words, tight, raw, today }) {
    if (tight.length > 20 || !/[结封关]/.test(tight) || /可以|能|该|要不要/.test(tight)) return null
    const span = readPeriod(words, today)
    const rest = (span ? words.slice(0, span.from) + words.slice(span.to) : words).replace(/[\s份的]/g, '')
    const month = span ? monthHolding(span.period) : null
    if (span && month === null) return null
    if (which.test(rest)) return { month }
    // 十月结账吗 offers it, as 结账 does
    if (!/[了过没已]|是不是|是否/.test(raw)) return null
    return asks.test(raw) && asked.test(rest) && (span !== null || /[账帐]/.test(rest)) ? { month } : null
  },
  async run({ month }, turn) {
    return [answer(month === null ? await closingsText(turn) : await isClosedText(turn, month))]
  },
}
