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

for (const [name, rows] of Object.entries({ speakers }))
  test.each(rows)(`${name}: %s`, (text, ...want) => {
    const got = understand(text, { units, sentAt }).reports.map((r) => [
      r.speakers.join('、'),
      r.topics.join('、'),
      r.venue ?? '',
    ])
    expect(got).toEqual(want)
  })
