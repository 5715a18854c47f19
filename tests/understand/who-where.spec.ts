import { expect, test } from 'vitest'
import { loadOrg } from '../../src/org.js'
import { gazetteer, understand } from '../../src/understand/index.js'

const org = loadOrg('tests/understand/org.own-city.yaml')
if (!org.ok) throw new Error('the organisation of these rows does not load')
const units = gazetteer(org.value)
/** A Sunday, nine in the morning. */
const sentAt = { day: '2026-11-22', minute: 540 } as const

/** Who spoke, what about, where, of every report of the text: parts of a list with a 、 between, '' where nothing is said. */
type Row = readonly [text: string, ...reports: (readonly [speakers: string, topics: string, venue: string])[]]

const speakers: readonly Row[] = [
  // teachers and doctors by the post in front, between, behind
  ['望江区老科协请来市气象局退休预报员孙长林给二中的学生讲雷电防护，320人', ['孙长林', '雷电防护', '二中']],
  [
    '医药分会何玉兰、张慧敏两位主任医师上周三到望江区敬老院巡诊，看了66位老人',
    ['何玉兰、张慧敏', '', '望江区敬老院'],
  ],
  [
    '10月11日，县里去了枣林铺镇敬老院，由内科温桂兰、眼科卜长海坐诊，为78位老人看病',
    ['温桂兰、卜长海', '', '枣林铺镇敬老院'],
  ],
  ['医药分会昨天在敬老院义诊，请来骨科医生王大山和推拿师刘小燕，看了45人', ['王大山、刘小燕', '', '敬老院']],
  ['医药分会田其美主任，昨天上午，桥东社区，讲骨质疏松，到了41人', ['田其美', '骨质疏松', '桥东社区']],
  // who tells it names oneself and taught
  [
    '我叫周桂芳，退休语文老师，昨天下午在滨湖社区给孩子们讲了《背影》，28个娃',
    ['周桂芳', '背影', '滨湖社区'],
  ],
  [
    '我是农林分会的林业工程师曹永福，昨天到石桥镇大坳村给果农讲了一堂桃树修剪，38个人',
    ['曹永福', '桃树修剪', '石桥镇大坳村'],
  ],
  ['我是医药分会的李东山，昨天我们请市医院王海峰主任讲了高血压，听众70人', ['王海峰', '高血压', '']],
  // a name in a cell of its own, and what only looks like one
  ['昨天 陈伯年 滨湖社区 讲 老年人防骗 46人', ['陈伯年', '老年人防骗', '滨湖社区']],
  ['11.8 讲座 陈伯年 老年人防骗 46人', ['陈伯年', '', '']],
  ['11.8 讲座 老年人防骗 46人 报送人 陈伯年', ['', '', '']],
  ['11.8 讲座 《山里的蘑菇》 余家坪 42人 主讲吴大川', ['吴大川', '山里的蘑菇', '余家坪']],
  ['昨天谷雨，望江区老科协带孩子们搞了次科普活动，33人', ['', '', '']],
  ['11月3日农林分会办马铃薯种植培训，52人', ['', '', '']],
]

const topics: readonly Row[] = [
  // the object of 讲 without marks: where it ends, and what only looks like another word with 讲
  ['昨天在二中讲台风，高一180人', ['', '台风', '二中']],
  ['昨天在实验小学讲茶，六年级两个班82个娃', ['', '茶', '实验小学']],
  ['今天给初一学生讲过敏那些事，大概九十人', ['', '过敏那些事', '']],
  ['我们昨天在桥东小学给孩子讲了过年的由来，80人', ['', '过年的由来', '桥东小学']],
  ['今天去桥东小学上课了，讲彩虹是怎么来的，一个班四十二个孩子', ['', '彩虹是怎么来的', '桥东小学']],
  [
    '昨天给孩子们讲地震来了怎么办讲课的是退下来的测报员孙国栋老师孩子一共四十个',
    ['孙国栋', '地震来了怎么办', ''],
  ],
  ['今天给村医讲课讲的是慢病随访上下午各一场一场三十人一场二十五人', ['', '慢病随访', '']],
  ['上午在敬老院讲了一课叫春天吃什么，来听的老人三十七位', ['', '春天吃什么', '敬老院']],
  ['昨天下午请了区医院退休的李秀芬医生来讲更年期保健，姐妹们来了48个', ['李秀芬', '更年期保健', '']],
  ['对老人来讲，防摔倒最要紧，昨天在桥东社区讲了一课，35人', ['', '', '桥东社区']],
  ['昨天给老人们主要讲了怎样防骗，听众55人', ['', '怎样防骗', '']],
  ['望江区老科协昨天围绕冬季用电安全给居民上了一堂科普课，到场58人', ['', '冬季用电安全', '']],
  // the title of the line above, a printed card, a label
  [
    '周二 二中 800人 《从竹简到纸》\n周四 三中 650人 同题\n主讲都是韩立本，银龄讲师团',
    ['韩立本', '从竹简到纸', '二中'],
    ['韩立本', '从竹简到纸', '三中'],
  ],
  ['昨天办了防暑讲座，主讲周立群，150名工人每人领到一份《防暑明白卡》，共发150份', ['周立群', '', '']],
  ['科目是“大棚番茄怎样留果”，昨天办了一期培训，57人', ['', '大棚番茄怎样留果', '']],
  ['11月12日晚 讲座 手机防骗 桥东社区 42人 讲师派出所小陈', ['', '手机防骗', '桥东社区']],
]

for (const [name, rows] of Object.entries({ speakers, topics }))
  test.each(rows)(`${name}: %s`, (text, ...want) => {
    const got = understand(text, { units, sentAt }).reports.map((r) => [
      r.speakers.join('、'),
      r.topics.join('、'),
      r.venue ?? '',
    ])
    expect(got).toEqual(want)
  })
