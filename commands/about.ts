import type { Command } from '../src/command.js'
import { answer } from '../src/turn.js'

/** 你是谁 · 你是机器人吗: says plainly that it is a program. */
export const about: Command<true> = {
  name: '你是谁',
  access: 'member',
  examples: [
    ['你是谁', true],
    ['你是机器人吗', true],
    ['你是真人吗', true],
  ],
  parse: ({ tight }) =>
    /^[你您](?:到底|究竟)?是(?:谁|什么人?|哪位|干什么的|(?:不是)?(?:个)?(?:机器人?|程序|真人|人|电脑|人工智能)(?:还是(?:机器人?|程序|真人|人))?)$/.test(
      tight,
    )
      ? true
      : null,
  run: async (_, turn) => [
    answer(
      `我是${turn.house.org.bot.name}，是程序，不是人。只记活动和对我说的话，报总数，每天一条科普。怎么用说“帮助”。`,
    ),
  ],
}
