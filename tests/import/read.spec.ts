import { describe, expect, test } from 'vitest'
import { decode } from '../../src/import/decode.js'
import { readInstant, readMoment, readTime } from '../../src/import/moment.js'
import { readRecord } from '../../src/import/read.js'
import type { TextOptions } from '../../src/import/text-record.js'

const until = '2026-11-21'
const options: TextOptions = { until, dayTold: false, names: new Set(['王秀兰', '李建国', '周敏']) }

describe('moments', () => {
  /** As written, as read: `day hh:mm:ss`. */
  test.each([
    ['2026年3月1日 10:12', '2026-03-01 10:12:00'],
    ['2026年03月01日 10：12', '2026-03-01 10:12:00'],
    ['2026-03-01 10:12:33', '2026-03-01 10:12:33'],
    ['2026-03-01T10:12:33.250', '2026-03-01 10:12:33'],
    ['2026/3/1 10:12', '2026-03-01 10:12:00'],
    ['2026.3.1  9:05', '2026-03-01 09:05:00'],
    ['2026年3月1日 星期日 下午3:05', '2026-03-01 15:05:00'],
    ['2026年3月1日 上午12:05', '2026-03-01 00:05:00'],
    ['2026年3月1日 中午12:05', '2026-03-01 12:05:00'],
    ['2026年3月1日 中午1:05', '2026-03-01 13:05:00'],
    ['2026年3月1日 晚上11:59', '2026-03-01 23:59:00'],
    ['2026-03-01 3:05 PM', '2026-03-01 15:05:00'],
    ['3/1 10:12', '2026-03-01 10:12:00'],
    ['11月21日 10:12', '2026-11-21 10:12:00'],
    ['12月31日 10:12', '2025-12-31 10:12:00'],
    ['2月29日 10:12', '2024-02-29 10:12:00'],
    ['2026-02-30 10:12', null],
    ['2026-13-01 10:12', null],
    ['2026-03-01 25:12', null],
    ['2026-03-01', null],
    ['10:12', null],
  ])('%s', (written, read) => {
    const m = readMoment(written, until)
    const two = (n: number): string => String(n).padStart(2, '0')
    const shown =
      m &&
      `${m.day} ${two(Math.floor(m.second / 3600))}:${two(Math.floor(m.second / 60) % 60)}:${two(m.second % 60)}`
    expect(shown).toBe(read)
  })
  test('instants', () => {
    expect(readInstant('1772331120')).toEqual(new Date(1772331120000))
    expect(readInstant('1772331120123')).toEqual(new Date(1772331120123))
    expect(readInstant('2026-03-01T10:12:33+08:00')).toEqual(new Date('2026-03-01T02:12:33Z'))
    expect(readInstant('2026-03-01 10:12:33')).toBeNull()
    expect(readInstant('1000000000')).toBeNull()
    expect(readTime('99:99')).toBeNull()
  })
})

/** What was read, a line each: 「day hh:mm 姓名[id]：话」, breaks as ／. */
function read(text: string, change: Partial<TextOptions> = {}): readonly string[] | string {
  const record = readRecord(text, { ...options, ...change })
  if (!record.ok) return record.error.code
  return record.value.said.map(({ at, sender, senderId, text, room }) => {
    const when =
      at instanceof Date
        ? at.toISOString()
        : `${at.day} ${String(Math.floor(at.second / 3600)).padStart(2, '0')}:${String(Math.floor(at.second / 60) % 60).padStart(2, '0')}`
    const who = senderId === null ? sender : `${sender}[${senderId}]`
    return `${room === null ? '' : `《${room}》`}${when} ${who}：${text.replaceAll('\n', '／')}`
  })
}

describe('several copies in one file', () => {
  test('each way of writing the moment counts behind an empty line, of somebody known', () => {
    const text = [
      '王秀兰 2026年11月1日 10:12',
      '一',
      '',
      '李建国 11/2 9:05',
      '二',
      '王秀兰 11/2 9:06',
      '三',
      '',
      '王秀兰 2026年11月3日 8:00',
      '四',
    ].join('\n')
    expect(read(text)).toEqual([
      '2026-11-01 10:12 王秀兰：一',
      '2026-11-02 09:05 李建国：二',
      '2026-11-02 09:06 王秀兰：三',
      '2026-11-03 08:00 王秀兰：四',
    ])
  })
  test('a time within somebody’s words is none, and a list of who speaks when is no chat', () => {
    const text =
      '周敏 2026年11月1日 10:12\n安排：\n王秀兰 11/3 9:00\n\n活动时间 11/5 9:30\n周敏 2026年11月2日 9:00\n好'
    expect(read(text)).toEqual([
      '2026-11-01 10:12 周敏：安排：／王秀兰 11/3 9:00／／活动时间 11/5 9:30',
      '2026-11-02 09:00 周敏：好',
    ])
  })
  test('words before any name are told', () => {
    const record = readRecord('群聊的聊天记录\n这是谁说的\n----\n王秀兰 2026年11月1日 10:12\n一', options)
    expect(record).toMatchObject({ ok: true, value: { unread: [{ line: 2, why: '前面没有姓名和时间' }] } })
  })
})

describe('records that are text', () => {
  const two = ['2026-03-01 10:12 王秀兰：昨天在三小讲防诈骗／120人', '2026-03-01 10:15 李建国：好']
  test.each<readonly [string, string, readonly string[] | string]>([
    [
      'copied from a phone',
      '王秀兰 2026年3月1日 10:12\n昨天在三小讲防诈骗\n120人\n李建国 2026年3月1日 10:15\n好\n',
      two,
    ],
    ['without the year', '王秀兰 3/1 10:12\n昨天在三小讲防诈骗\n120人\n\n李建国 3/1 10:15\n好', two],
    [
      'ids behind the names, seconds',
      '2026-03-01 10:12:33 王秀兰(wxid_wang)\n昨天在三小讲防诈骗\n120人\n\n2026-03-01 10:15:01 李建国(12345678)\n好\n',
      [
        '2026-03-01 10:12 王秀兰[wxid_wang]：昨天在三小讲防诈骗／120人',
        '2026-03-01 10:15 李建国[12345678]：好',
      ],
    ],
    [
      'the one WeChat sends by e-mail',
      '微信聊天记录\n城东群 的聊天记录如下:\n\n—————  2026-03-01  —————\n\n\n王秀兰  10:12\n\n昨天在三小讲防诈骗\n120人\n\n李建国  10:15\n\n好\n\n—————  2026-03-02  —————\n\n周敏  08:00\n\n早',
      [...two, '2026-03-02 08:00 周敏：早'],
    ],
    [
      'words on the same line',
      '[2026-03-01 10:12:33] 王秀兰: 昨天在三小讲防诈骗\n120人\n[2026-03-01 10:15:00] 李建国: 好\n',
      two,
    ],
    [
      'words on the same line, no brackets',
      '2026-03-01 10:12 王秀兰：昨天在三小讲防诈骗\n120人\n2026-03-01 10:15 李建国：好\n',
      two,
    ],
    [
      'afternoons in words',
      '王秀兰 2026年3月1日 上午10:12\n昨天在三小讲防诈骗\n120人\n李建国 2026年3月1日 下午3:15\n好',
      [two[0]!, '2026-03-01 15:15 李建国：好'],
    ],
    [
      'a date and time in somebody’s words is no speaker',
      '王秀兰 2026年3月1日 10:12\n讲座改到 3月2日 9:30\n请转告\n李建国 2026年3月1日 10:15\n好',
      ['2026-03-01 10:12 王秀兰：讲座改到 3月2日 9:30／请转告', two[1]!],
    ],
    [
      'notices between are nobody’s words',
      '王秀兰 2026年3月1日 10:12\n昨天在三小讲防诈骗\n120人\n"王秀兰"邀请"何敏"加入了群聊\n李建国 2026年3月1日 10:15\n好\n李建国撤回了一条消息\n',
      two,
    ],
    [
      'turned over the year',
      '王秀兰 12月31日 23:59\n一\n李建国 1月1日 0:01\n二',
      ['2025-12-31 23:59 王秀兰：一', '2026-01-01 00:01 李建国：二'],
    ],
    ['no date anywhere', '王秀兰:\n昨天在三小讲防诈骗\n\n李建国:\n好\n', 'no_day'],
    ['nothing of a record', '今天天气很好\n大家都来了\n', 'unknown_form'],
    ['empty', '', 'unknown_form'],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('blocks by name, the day told', () => {
    const blocks = '王秀兰:\n昨天在三小讲防诈骗\n地点：\n三小\n\n李建国：好\n周敏:\n收到'
    expect(read(blocks, { until: '2026-03-01', dayTold: true })).toEqual([
      '2026-03-01 12:00 王秀兰：昨天在三小讲防诈骗／地点：／三小',
      '2026-03-01 12:00 李建国：好',
      '2026-03-01 12:00 周敏：收到',
    ])
  })
  test('lines are counted from one', () => {
    const record = readRecord('\n\n王秀兰 2026年3月1日 10:12\n好', options)
    expect(record.ok && record.value.said[0]?.line).toBe(3)
  })
})

describe('tables', () => {
  test.each<readonly [string, string, readonly string[] | string]>([
    [
      'Chinese columns',
      '时间,发送人,内容\n2026-03-01 10:12:33,王秀兰,"昨天在三小讲防诈骗\n120人"\n2026-03-01 10:15:00,李建国,好\n',
      ['2026-03-01 10:12 王秀兰：昨天在三小讲防诈骗／120人', '2026-03-01 10:15 李建国：好'],
    ],
    [
      'an export tool’s columns, other types left out',
      'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n1,2,1,0,0,1772331153,,好,2026-03-01 10:12:33,,王秀兰,wxid_wang\n2,2,3,0,0,1772331153,,<img/>,2026-03-01 10:12:34,,王秀兰,wxid_wang\n3,2,10000,0,0,1772331153,,邀请入群,2026-03-01 10:12:35,,,\n',
      ['2026-03-01 10:12 王秀兰[wxid_wang]：好'],
    ],
    [
      'tabs, day and time apart, a byte order mark',
      '\ufeff日期\t时间\t群昵称\t昵称\t消息内容\n2026/3/1\t10:12\t城东王秀兰\t兰\t好\n',
      ['2026-03-01 10:12 城东王秀兰：好'],
    ],
    ['no column of words', '时间,发送人\n2026-03-01 10:12,王秀兰\n', 'no_column'],
    ['quotes that do not end', '时间,发送人,内容\n2026-03-01 10:12,王秀兰,"好\n', 'bad_csv'],
    [
      'JSON, flat',
      '[{"time":"2026-03-01T10:12:33+08:00","sender":"wxid_wang","senderName":"王秀兰","talkerName":"城东群","type":1,"content":"好"}]',
      ['《城东群》2026-03-01T02:12:33.000Z 王秀兰[wxid_wang]：好'],
    ],
    [
      'JSON, inside and nested',
      '{"meta":{"n":1},"messages":[{"create_time":1772331153,"from":{"id":"wxid_wang","name":"王秀兰"},"text":"好"}]}',
      ['2026-03-01T02:12:33.000Z 王秀兰[wxid_wang]：好'],
    ],
    [
      'one message a line',
      '{"at":"2026-03-01T10:12:00+08:00","type":"message","room":"城东群","from":{"id":"wxid_wang","name":"王秀兰"},"text":"好"}\n{"at":"2026-03-01T10:13:00+08:00","room":"城东群","from":{"id":"wxid_li","name":"李建国"},"text":"行"}\n',
      [
        '《城东群》2026-03-01T02:12:00.000Z 王秀兰[wxid_wang]：好',
        '《城东群》2026-03-01T02:13:00.000Z 李建国[wxid_li]：行',
      ],
    ],
    ['JSON cut off', '[{"time":"2026-03-01', 'bad_json'],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
  test('rows whose time cannot be read are told by their line', () => {
    const record = readRecord('时间,发送人,内容\n2026-03-01 10:12,王秀兰,好\n昨天,李建国,行\n', options)
    expect(record).toMatchObject({ ok: true, value: { unread: [{ line: 3, why: '时间看不懂' }] } })
  })
})

describe('encodings', () => {
  const text = '王秀兰 2026年3月1日 10:12\n昨天在三小讲防诈骗，１２０人𠮷\n'
  const utf16 = (big: boolean): Uint8Array => {
    const bytes = Buffer.from(text, 'utf16le')
    return big ? bytes.swap16() : bytes
  }
  // What a Windows notepad of old saved: 「王秀兰 2026年3月1日 10:12\r\n好」.
  const gbk = Uint8Array.from([
    0xcd, 0xf5, 0xd0, 0xe3, 0xc0, 0xbc, 0x20, 0x32, 0x30, 0x32, 0x36, 0xc4, 0xea, 0x33, 0xd4, 0xc2, 0x31,
    0xc8, 0xd5, 0x20, 0x31, 0x30, 0x3a, 0x31, 0x32, 0x0d, 0x0a, 0xba, 0xc3,
  ])
  test.each<readonly [string, Uint8Array, string, string]>([
    ['UTF-8', Buffer.from(text), 'utf-8', text],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8', text],
    ['UTF-16 LE', utf16(false), 'utf-16le', text],
    ['UTF-16 BE', utf16(true), 'utf-16be', text],
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(false)]), 'utf-16le', text],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(true)]), 'utf-16be', text],
    ['GB18030', gbk, 'gb18030', '王秀兰 2026年3月1日 10:12\n好'],
    [
      'UTF-8 cut in the middle of a character',
      Buffer.from(text).subarray(0, 40),
      'utf-8',
      `${Buffer.from(text).subarray(0, 38).toString()}\ufffd`,
    ],
  ])('%s', (_, bytes, encoding, read) => {
    expect(decode(bytes)).toEqual({ ok: true, value: { encoding, text: read } })
  })
  test('a picture is no record', () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + 13) % 256)
    expect(decode(bytes).ok).toBe(false)
  })
})

test('hostile lines are read in no time', () => {
  const long = `${'王'.repeat(200_000)} 2026年3月1日 10:12\n${'—'.repeat(200_000)}\n${'2026-'.repeat(50_000)}\n${'a '.repeat(60)}10:1\n2026-03-01 10:12${' '.repeat(500_000)}\n${`2026-03-01${' '.repeat(120)}\n`.repeat(2000)}`
  expect(read(long)).toBe('unknown_form')
})
