import { expect, test } from 'vitest'
import {
  decodeHtml,
  mentions,
  recalledId,
  sentAt,
  splitQuote,
  uncutText,
} from '../../src/transports/wechaty/text.js'

test.each([
  ['A &amp; B<br/>C', 'A & B\nC'],
  ['&amp;lt;', '&lt;'], // one pass only: typed as &lt;
  ['1 &lt; 2 &gt; 0 &quot;x&quot; &#39;y&#39;', `1 < 2 > 0 "x" 'y'`],
  ['好<span class="emoji emoji1f60a"></span>', '好😊'],
  ['<span class="emoji emoji1f1e81f1f3"></span>', '🇨🇳'],
  ['&copy; &unknown;', '&copy; &unknown;'],
  ['<span class="emoji emojiffffff"></span>', ''], // no such code point
])('decodeHtml %j → %j', (html, text) => expect(decodeHtml(html)).toBe(text))

test.each([
  [{ MsgType: 1, OriginalContent: '@abc:<br/>讲座:<br/>60人' }, true, '讲座:\n60人'],
  [{ MsgType: 1, OriginalContent: '讲座:<br/>60人' }, false, '讲座:\n60人'], // nobody stands in front in private
  [{ MsgType: 49, OriginalContent: '@abc:<br/>&lt;msg&gt;' }, true, null], // words inside XML
  [{ id: 'm1', text: '讲座' }, true, null],
  [null, true, null],
])('uncutText %j', (raw, inRoom, text) => expect(uncutText(raw, inRoom)).toBe(text))

const rule = '- - - - - - - - - - - - - - -'
test.each([
  [`「李工：原 50 人」\n${rule}\n更正：60人`, { name: '李工', quote: '原 50 人', text: '更正：60人' }],
  [`「李工：一\n二」\n${rule}\n三\n四`, { name: '李工', quote: '一\n二', text: '三\n四' }],
  [`「李工：图片」\n${rule}\n`, { name: '李工', quote: '图片', text: '' }],
  [
    `「李工：「王秀兰：一」\n${rule}\n二」\n${rule}\n三`,
    { name: '李工', quote: `「王秀兰：一」\n${rule}\n二`, text: '三' },
  ],
  ['「不是引用」\n就是这样', null],
  [`一\n${rule}\n二`, null],
  [`「没有冒号」\n${rule}\n二`, null],
  ['', null],
])('splitQuote %j', (text, quoted) => expect(splitQuote(text)).toEqual(quoted))

test.each([
  ['@小科\u2005统计', true],
  ['@小科 统计', true],
  ['＠小科，统计', true],
  ['统计@小科', true],
  ['@小科\n统计', true],
  ['@小科学家 您好', false],
  ['@小科学家 @小科 统计', true],
  ['小科统计', false],
  ['a@小科.com', true], // nothing tells an address from a call; the bot then finds no command
])('mentions %j: %s', (text, told) => expect(mentions(text, ['小科', ''])).toBe(told))

test.each([
  ['7312345', '7312345'],
  ['<sysmsg type="revokemsg"><revokemsg><oldmsgid>1</oldmsgid><msgid>42</msgid></revokemsg></sysmsg>', '42'],
  ['&lt;sysmsg&gt;&lt;msgid&gt;42&lt;/msgid&gt;', '42'],
  ['<sysmsg><msgid></msgid></sysmsg>', null],
  ['"王秀兰" 撤回了一条消息', null],
  ['', null],
])('recalledId %j → %j', (text, id) => expect(recalledId(text)).toBe(id))

test.each([
  [1_700_000_000, 1_800_000_000_000, 1_700_000_000_000], // seconds
  [1_700_000_000_123, 1_800_000_000_000, 1_700_000_000_123],
  [1_900_000_000, 1_800_000_000_000, 1_800_000_000_000], // a clock ahead of ours
  [0, 1_800_000_000_000, 1_800_000_000_000],
  [Number.NaN, 1_800_000_000_000, 1_800_000_000_000],
])('sentAt %d', (timestamp, now, at) => expect(sentAt(timestamp, now)).toBe(at))
