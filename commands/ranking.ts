import type { Command } from '../src/command.js'
import { ofOffice } from '../src/converse/private.js'
import { readAsked } from '../src/ledger/query.js'
import { answer } from '../src/turn.js'

/** People, not branches: 谁, 哪位老师, 老师们. */
const who =
  /谁|哪(?:一|几|些)?[位个名]?(?:老师|讲师|专家|会员|同志|老同志|人)|(?:老师|讲师|专家|会员|个人)们?/g
const ranked =
  /最(?:多|少|好|勤快?|忙|积极|厉害)|第一名?|领先|冠军|排(?:个|一?下|一?个)?(?:名次?|行榜?|第几)|名次|前(?:三|五|十|几|\d{1,2})名?/g

/** 谁讲得最多: nobody is held up before the others, in no room and to nobody. */
export const ranking: Command<Record<string, never>> = {
  name: '不排名次',
  access: 'member',
  examples: [
    ['今年谁讲得最多', {}],
    ['今年哪位老师讲座最多', {}],
    ['老师们排个名次', {}],
  ],
  parse({ words, tight, house, today }) {
    if (tight.length > 20) return null
    const rest = words.replace(ranked, ' ')
    const bare = rest.replace(who, ' ')
    return rest !== words && bare !== rest && readAsked(bare, house, today).rest === '' ? {} : null
  },
  async run(_, turn) {
    const instead = ofOffice(turn) ? '各分会的数说“各分会”。' : '您自己的数说“我的”。'
    return [answer(`老师们都辛苦了，我不排名次。${instead}`)]
  },
}
