import { atLeast, type Command, type Said } from '../src/command.js'
import { wholeName } from '../src/core/tree.js'
import { answer, officeName } from '../src/turn.js'
import { readTotal } from './total.js'

/** What is asked for and not built yet, by the words it is asked in. */
const wishes: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['讲师名单', /^(?:讲题|讲师|讲师名单|讲题清单)(?:\s+\S{1,20})?$/],
  ['讲师名单', /^(?:还有)?谁(?:能|会|可以)讲.{0,20}$/],
  ['约讲课', /^[\u4e00-\u9fff]{2,4}(?:老师)?(?:来|去)?讲(?:课|一?[次场课]|讲座)?(?:\s+.{0,20})?$/],
  ['稿件', /^(?:我要)?投稿(?:\s+.{0,200})?$/],
  ['稿件', /^(?:我的)?(?:稿子|稿件)(?:怎么样|用了没|清单|通报)?$|^稿件通报.{0,12}$/],
  ['稿件', /^(?:采用|不采用|退稿)\s*#?\d{1,5}号?$/],
  [
    '总结',
    /^(?:[给帮替]我)?(?:[出做写弄要]?(?:一?[份个])?[\u4e00-\u9fff\d]{0,8}?[年月度]的?)?(?:工作|年终|年度|半年|月度)?(?:总结|小结)(?:报告)?(?:\s+.{0,20})?$/,
  ],
  ['导出', /^(?:导出|下载)(?:.{0,20})$/],
  ['签章表', /^(?:签章表|盖章表|签字表)(?:\s+.{0,20})?$/],
  ['表彰材料', /^(?:表彰|评优|先进)材料(?:\s+.{0,20})?$/],
]

/** 总结 · 导出 · 谁能讲… · 投稿：… and the like: said plainly to be not built yet, and whom to ask. */
export const later: Command<{ readonly what: string }> = {
  name: '以后再学',
  access: 'member',
  examples: [
    ['谁能讲中风', { what: '讲师名单' }],
    ['请李建国讲 12月3号', { what: '约讲课' }],
    ['投稿：秋天的养生小知识', { what: '稿件' }],
    ['我的稿子', { what: '稿件' }],
    ['总结 一季度', { what: '总结' }],
    ['给我十月的总结', { what: '总结' }],
    ['导出', { what: '导出' }],
    ['签章表 城中 十月', { what: '签章表' }],
    ['表彰材料 李建国', { what: '表彰材料' }],
  ],
  parse(said) {
    const what = wishes.find(([, pattern]) => pattern.test(said.words))?.[0]
    return what === undefined || isOther(what, said) ? null : { what }
  },
  async run({ what }, turn) {
    const help = atLeast(turn.sender.role, 'secretariat')
      ? `先照老办法办，要数说“${wholeName(turn.house.tree)}”“明细”。`
      : `请找${await officeName(turn.store)}。`
    return [answer(`${what}这一项我还没学会，${help}`)]
  },
}

/** A report or question in the same words: 「投稿5篇」「投稿 今年」, and 李建国讲… where nobody is asked to. */
function isOther(what: string, said: Said): boolean {
  if (what === '稿件' && !said.tight.startsWith('我的'))
    return /\d\s*[篇条件]|[一二三四五六七八九十]+[篇条件]/.test(said.words) || readTotal(said) !== null
  return what === '约讲课' && !/^\s*(?:麻烦|想|我想|我要|能不能)?(?:请|约|邀请)/.test(said.raw)
}
