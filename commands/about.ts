import type { Command } from '../src/command.js'
import { readCall } from '../src/converse/call.js'
import { answer } from '../src/turn.js'

/** Asked of the bot as 你, and of its name: 小科是谁 leaves 是谁 behind the call. */
const kinds =
  '(?:谁|什么(?:人|东西)?|哪位(?:老师)?|干什么的|干嘛的|做什么的|(?:不是)?(?:个)?(?:机器人?|程序|真人|人|电脑|人工智能|ai)(?:还是(?:机器人?|程序|真人|人))?)'
const ofYou = new RegExp(`^[你您](?:到底|究竟)?是${kinds}$`, 'i')
const ofName = new RegExp(`^(?:到底|究竟)?是${kinds}$`, 'i')
const introduce =
  /^(?:介绍(?:介绍)?[你您]自己|[你您]?(?:做个?)?自我介绍|[你您]叫什么(?:名字)?|[你您]的?名字(?:叫|是)什么|怎么称呼[你您]?|[你您]?贵姓)$/

/** 你是谁 · 小科是谁 · 你是机器人吗 · 介绍一下你自己: says plainly that it is a program. */
export const about: Command<true> = {
  name: '你是谁',
  access: 'member',
  examples: [
    ['你是谁', true],
    ['你是机器人吗', true],
    ['你是真人吗', true],
    ['介绍一下你自己', true],
  ],
  parse: ({ tight, quoted }) =>
    ofYou.test(tight) || introduce.test(tight) || (ofName.test(tight) && quoted.length === 0) ? true : null,
  async run(_, turn) {
    const { bot } = turn.house.org
    // 是谁 alone asks about what was said before
    if (turn.words.trimStart().startsWith('是') && !readCall(turn.message.text, bot).called) return null
    return [
      answer(`我是${bot.name}，是程序，不是人。只记活动和对我说的话，报总数，每天一条科普。怎么用说“帮助”。`),
    ]
  },
}
