import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPlay, type Play } from './play.js'

let play: Play
beforeEach(async () => {
  play = await openPlay()
})
afterEach(() => play.close())

/** The words a figure of record 101 is bound to, in the message it was read from. */
async function wordsOf(name: 'attendance' | 'materials'): Promise<string | undefined> {
  return play.db.read(async (store) => {
    const m = (await store.records.byNo(101))?.measures[name]
    const source = m && (await store.sources.get(m.source))
    return m?.span && source?.text.slice(...m.span)
  })
}

test.each([
  ['plain', ['李建国：昨天在三小讲防诈骗，119人', '李建国：不是119，是89人'], '89'],
  ['by number', ['李建国：昨天在三小讲防诈骗，119人', '李建国：101号改180人'], '180'],
  ['full width', ['李建国：昨天在三小讲防诈骗，119人', '李建国：小科，１０１号改１８０人'], '１８０'],
  [
    'called',
    ['李建国：昨天在三小讲防诈骗，119人', '李建国：小科 人数错了，应该是一百八十多人'],
    '一百八十多',
  ],
  ['quoted', ['李建国：昨天在三小讲防诈骗，119人', '李建国（引用101）：是86人'], '86'],
  ['answered', ['何敏：今天我们北岭老科协在集市义诊', '何敏：大概有一百五十多吧'], '大概有一百五十多'],
  ['answered by name', ['何敏：今天我们北岭老科协在集市义诊', '何敏：小科 一共160人'], '160'],
])('a figure that came later stands in its own message: %s', async (_, lines, words) => {
  for (const line of lines) await play.line(line)
  expect(await wordsOf('attendance')).toBe(words)
})

test('the figure of a question asked back is kept with its sentence', async () => {
  await play.line('李建国：昨天在三小讲防诈骗，119人，发资料300份')
  await play.line('李建国：小科 改成350')
  await play.line('李建国：资料')
  expect(await wordsOf('materials')).toBe('350')
})
