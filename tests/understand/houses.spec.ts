import { describe, expect, test } from 'vitest'
import { gazetteer, understand } from '../../src/understand/index.js'
import { association } from './general-support.js'

const units = gazetteer(association)
const sentAt = { day: '2025-06-12', minute: 1230 } as const
const where = (text: string): string => understand(text, { units, sentAt }).reports[0]?.venue ?? ''

/** Houses and spots of no name of their own, and words that only look like places. */
const rows: readonly (readonly [text: string, venue: string])[] = [
  ['昨天在食堂包粽子，来了62位老会员', '食堂'],
  ['昨天上午在食堂包饺子，老会员60人参加', '食堂'],
  ['昨天在大礼堂唱红歌，观众210人', '大礼堂'],
  ['医卫分会昨天门诊楼前义诊，接诊91人', '门诊楼'],
  ['昨天在教学楼前宣传防溺水，学生约300人', '教学楼前'],
  ['昨天去海滩捡垃圾，志愿服务一次，21人', '海滩'],
  ['昨天在河滩上捡白色垃圾，志愿服务，18人', '河滩上'],
  ['昨天借校史馆开了个科普展，看的人有190', '校史馆'],
  ['昨天借用村祠堂办了一期培训，来了45人', '村祠堂'],
  ['昨天在学校后面的空地打门球比赛，36人', '学校后面的空地'],
  ['昨天银行门前发防骗传单300份', '银行门前'],
  ['昨天上午一中下午二中各一场讲座，学生共480人', '一中'],
  ['昨天在楼下的凉亭里给老人讲课，听的有25人', '楼下的凉亭里'],
  ['昨天在小学的操场上放科普电影，学生200人', '小学的操场上'],
  ['昨天在村里的戏台下义诊，看了50人', '村里的戏台下'],
  ['河西区老科协昨天在石桥村办活动：科普讲座1场86人，义诊1场64人次', '石桥村'],
  ['昨天在幼儿园讲了小蚂蚁，小朋友26人', '幼儿园'],
  // no places
  ['昨天给返乡大学生做心理疏导，30人', ''],
  ['昨天下乡给老乡看病，看了76个人', ''],
  ['昨天义诊看了50人，中午去食堂吃的饭', ''],
  ['昨天义诊看了50人，散了去菜市场买了点菜', ''],
  ['昨天请科技馆馆长来给会员讲课，听课的40人', ''],
]

describe('houses of no name', () => {
  test.each(rows)('%s', (text, venue) => expect(where(text)).toBe(venue))
})

const about = (text: string): string =>
  understand(text, { units, sentAt }).reports[0]?.topics.join('、') ?? ''

/** What a lecture was about, and what is only said of how it was told. */
const topicRows: readonly (readonly [text: string, topics: string])[] = [
  ['农技分会防病培训办完了，两天，学员56名。罗站长画图讲了好几遍', ''],
  ['今天去惠民社区讲了一课，来了47个老人。讲的时候停了五分钟电', ''],
  ['昨天讲座60人，讲什么呢？讲防火', '防火'],
  ['昨天讲座60人，题目我自己起的', ''],
  ['昨天讲座60人，我讲的题目叫天上的星星', '天上的星星'],
  ['昨天给大家讲的内容有两块，60人听', ''],
  ['昨天去村小讲了一次铁是怎么炼出来的，娃娃51个', '铁是怎么炼出来的'],
  ['昨天给社区送法，讲劳动法的讲座，听众53人', '劳动法'],
  ['昨天讲了一场精彩的讲座，听众53人', ''],
  ['昨天在水校培训养殖户，两班共76人，科目是疫病防控', '疫病防控'],
  ['昨天请到王建国医生给大家讲糖尿病，听课60人', '糖尿病'],
]

describe('what it was about', () => {
  test.each(topicRows)('%s', (text, topics) => expect(about(text)).toBe(topics))
})
