import type { Command } from '../src/command.js'
import { askErase, sayMyData } from '../src/converse/privacy.js'

/** 我的数据: what is kept of the sender. */
export const myData: Command<true> = {
  name: '我的数据',
  access: 'member',
  examples: [
    ['我的数据', true],
    ['你存了我什么', true],
  ],
  parse: ({ tight }) =>
    /^(?:(?:看看?|查)?我的(?:数据|资料|信息|个人资料)|(?:[你您]们?)?(?:都|这里|那里)*(?:存|留|记|有)了?我(?:的)?些?(?:什么|啥|哪些)(?:数据|资料|信息|东西)?(?:我的(?:数据|资料))?)$/.test(
      tight,
    )
      ? true
      : null,
  run: (_, turn) => sayMyData(turn),
}

/** 删除我的资料: asked once more before anything is erased. */
export const eraseMe: Command<true> = {
  name: '删除我的资料',
  access: 'member',
  examples: [
    ['删除我的资料', true],
    ['把我的数据删掉', true],
  ],
  parse: ({ tight }) =>
    /^(?:删除|删掉|清除|删了)我的?(?:全部|所有)?(?:数据|资料|信息|个人资料)$|^把?我的(?:全部|所有)?(?:数据|资料|信息)(?:都|全)?(?:删除|删掉|删了|清除)$/.test(
      tight,
    )
      ? true
      : null,
  run: (_, turn) => askErase(turn),
}
