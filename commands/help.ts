import { atLeast, type Command } from '../src/command.js'
import { shortName, wholeName } from '../src/core/tree.js'
import { branchesOf } from '../src/ledger/reported.js'
import { dutiesOf } from '../src/converse/essay-desk.js'
import { exampleUnit } from '../src/converse/example-unit.js'
import { answer, officeName } from '../src/turn.js'

/** 帮助 · 怎么用 · 不会用 · ? — five lines for a member, then what the role and the duties add. */
export const help: Command<true> = {
  name: '帮助',
  access: 'member',
  examples: [
    ['帮助', true],
    ['怎么用', true],
    ['不会用', true],
    ['？', true],
  ],
  parse: ({ tight, raw }) =>
    /^(?:帮助|[你您]?(?:怎么用|怎样用|如何用|咋用)|[我俺]?(?:们)?(?:还|总|真|都|也)?(?:不会|不懂|不晓得|不知道)(?:怎么|咋|如何)?用(?:怎么办|咋办|咋整)?|使用说明|说明书?|用法|教教我|help)$|^[你您小科]*(?:都)?(?:会|能)(?:干|做|办|帮)?(?:些|我)?(?:什么|啥|哪些事?)(?:事|忙|活)?$|^(?:都)?有(?:什么|啥|哪些)(?:命令|功能|用法|用)$|^(?:怎么|怎样|如何|要|我要|我想)?报(?:个|一个|一下)?活动(?:怎么报)?$|^(?:活动)?怎么报(?:活动)?$|^(?:怎么|怎样|如何)(?:改|更正|作废|撤回|恢复|查|查数|取消|报数)(?:数|活动|记录)?$|^(?:写|报|记)错了?(?:怎么办|怎么改)$/i.test(
      tight,
    ) || /^\s*[?？]+\s*$/.test(raw)
      ? true
      : null,
  async run(_, turn) {
    const { tree } = turn.house
    const whole = wholeName(tree)
    const branch = exampleUnit(turn)
    const other = shortName(branchesOf(turn.house).at(-1) ?? tree.root, tree)
    const lines = [
      '报活动：照平常说，如“昨天在三小讲防诈骗，120人”。要去讲的先说“小科 明天上午去二中讲航天”，说过的看“我的计划”。',
      `查数：小科 ${whole} ／ 小科 我的 ／ 小科 ${branch} 讲座 十月 ／ 小科 看128。`,
      '报错了：直接说对的，如“不是300，是350”，或“作废128”“恢复128”。',
      '听科普：小科 今日科普 ／ 小科 再来一条 ／ 求证 喝醋软化血管 ／ 随笔：出门记得带伞。',
      `自己的资料：我的数据 ／ 删除我的资料。有事找${await officeName(turn.store)}。`,
    ]
    const { role } = turn.sender
    if (atLeast(role, 'contact'))
      lines.push(
        `联络员：任务 · 明细 · 凭据 ${branch} 讲座 十月 · 待办 · 漏网 · 补登3 · 不用补3 · 零报告 · 本月没活动 · 替人报“李老师：昨天在三小讲航天，80人” · 别提醒我 · 恢复提醒 · 以后由何敏报。群里说：小科 停科普 · 小科 开科普 · 小科安静 · 小科说话。`,
      )
    if (atLeast(role, 'secretariat'))
      lines.push(
        `秘书处：欠报 · 提醒${other} · 按时率 · ${branch} 讲座 任务 12场 1200人次 · 结账十月 · 差异。`,
        `定重复：归并125 128 · 不是125 128 · 拆开125 · 同一场125 128。待办按号办：同一场 3 · 办完 3 · 认人3 是。`,
        `管科普：科普预告 · 科普设置 · 明天别发科普。群里说：小科 科普改到8点半。`,
      )
    if (dutiesOf(turn.sender).length > 0)
      lines.push(`审稿：待审 · 采用随笔3 · 退回随笔3 太长 · 审科普 · 答复求证3 没有依据。`)
    if (atLeast(role, 'admin')) lines.push('管理员：原话保留365天。')
    return [answer(lines.join('\n'))]
  },
}
