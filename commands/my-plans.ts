import type { Command } from '../src/command.js'
import { planText } from '../src/converse/plan-question.js'
import { inPrivate } from '../src/converse/private.js'

/** Not more are listed; the next ones come first. */
const longest = 10

/** 我的计划: what the sender announced and has not yet told about. */
export const myPlans: Command<true> = {
  name: '我的计划',
  access: 'member',
  examples: [
    ['我的计划', true],
    ['我有哪些计划', true],
  ],
  parse: ({ tight }) =>
    /^(?:看看?|查查?|列)?我(?:的|还)?(?:有|报了?|说过)?的?(?:哪些|什么|几个|多少)?(?:活动|讲座)?(?:计划|预告|安排)(?:有?(?:哪些|什么))?$/.test(
      tight,
    )
      ? true
      : null,
  async run(_, turn) {
    const plans = (await turn.store.plans.openOf(turn.sender.id)).toSorted((a, b) => (a.day < b.day ? -1 : 1))
    const lines = plans.slice(0, longest).map((p) => planText(p, turn.local.day))
    const more = plans.length > longest ? [`还有${plans.length - longest}条。`] : []
    return inPrivate(
      turn,
      '我私下跟您说。',
      plans.length === 0
        ? '您没有说过要去的活动。要记就说“小科 下周二上午去二中讲航天”。'
        : ['您说过要去的：', ...lines, ...more].join('\n'),
    )
  },
}
