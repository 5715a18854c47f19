import { describe, expect, test } from 'vitest'
import { mostForwarded, readChatRecord } from '../../src/transports/wechaty/chat-record.js'
import { readXml } from '../../src/transports/wechaty/xml.js'
import { chatRecord, type Item } from './chat-record-xml.js'

const at = new Date('2026-11-20T08:30:00Z')
const wang: Item = { name: '王秀兰', at, text: '讲座60人\n在三小' }
const read = (xml: string) => readChatRecord(xml).messages

describe('a merged forward', () => {
  test.each(['cdata', 'escaped'] as const)('its inner document as %s', (how) => {
    expect(readChatRecord(chatRecord([wang], how))).toEqual({
      title: '群聊的聊天记录',
      messages: [{ name: '王秀兰', at, text: '讲座60人\n在三小' }],
    })
  })
  test('cards within the card, three deep at most', () => {
    const deep = (n: number): Item => ({ name: '何敏', inside: n === 0 ? [wang] : [deep(n - 1), wang] })
    expect(read(chatRecord([deep(0), wang]))).toHaveLength(2)
    expect(read(chatRecord([deep(5)]))).toHaveLength(2)
  })
  test.each([
    ['2026-11-20 16:30', { day: '2026-11-20', minute: 990 }],
    ['2026-11-20 16:30:59', { day: '2026-11-20', minute: 990 }],
    ['2026-1-2 08:05', { day: '2026-01-02', minute: 485 }],
    ['2026年11月20日 8:05', { day: '2026-11-20', minute: 485 }],
    ['2026-11-20', { day: '2026-11-20', minute: 720 }],
    ['2026-02-30 10:00', null],
    ['2026-11-20 25:00', null],
    ['昨天', null],
    ['', null],
  ])('the clock %j', (time, expected) => {
    expect(read(chatRecord([{ name: '王秀兰', time, text: '一' }]))[0]?.at).toEqual(expected)
  })
  test('more than a hundred: the first hundred', () => {
    expect(read(chatRecord(Array.from({ length: 150 }, () => wang)))).toHaveLength(mostForwarded)
  })
  test('a long text is cut, a long name too', () => {
    const [one] = read(chatRecord([{ name: '名'.repeat(500), text: '长'.repeat(9000) }]))
    expect([one?.name.length, one?.text.length]).toEqual([60, 5000])
  })
})

const card = (inside: string): string =>
  `<msg><appmsg><title>记录</title><type>19</type>${inside}</appmsg></msg>`
const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`
describe('what is none, or cannot be read, has no messages', () => {
  test.each([
    ['nothing', ''],
    ['a title alone', '群聊的聊天记录'],
    ['without items', card('')],
    ['an empty list', card('<recorditem><![CDATA[<recordinfo><datalist/></recordinfo>]]></recorditem>')],
    ['not closed', chatRecord([wang]).slice(0, -200)],
    ['closed crosswise', card('<recorditem><a><b></a></b></recorditem>')],
    ['entities of its own', laughs + chatRecord([wang])],
    ['entities of its own inside', chatRecord([wang]).replace('[<recordinfo>', `[${laughs}<recordinfo>`)],
    ['too long', chatRecord([{ ...wang, text: 'a'.repeat(1 << 20) }])],
    ['too deep', card(`<recorditem>${'<a>'.repeat(60)}${'</a>'.repeat(60)}</recorditem>`)],
    ['an open quote', '<msg><appmsg a="'],
    ['half a CDATA', '<msg><![CDATA[<recordinfo>'],
  ])('%s', (_, xml) => {
    expect(read(xml)).toEqual([])
  })
})

test('entities are resolved once, unknown ones stay', () => {
  expect(
    readXml('<a>&lt;b&gt; &amp;lt; &#20154;&#x4eba; &nbsp; &#0; &#9999999; A&B</a>')?.children[0]?.text,
  ).toBe('<b> &lt; 人人 &nbsp;   A&B')
  expect(readXml('<a b="1>2" c=\'"\'>x<d/>y<!-- < --></a>')?.children[0]).toMatchObject({
    attributes: ' b="1>2" c=\'"\'',
    text: 'xy',
    children: [{ name: 'd' }],
  })
})

/** Cost by count, not by clock: the same hostile text twice as long must not be read much more than twice as long. */
test.each([
  ['<', '<'],
  ['<a ', '<a '],
  ['<a>', '<a>'],
  ['&', '&#'],
  ['<a "', '<a "'],
  ['<![CDATA[', '<![CDATA[x]]>'],
  ['<!--', '<!---->'],
])('a million of %j ends', (_, sign) => {
  expect(() => readXml(sign.repeat(Math.floor((1 << 20) / sign.length)))).not.toThrow()
})
