import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseTips } from '../../src/tips/library.js'
import { fileText } from '../../src/tips/write.js'
import { tip } from './fixture.js'

const folder = 'data/tips'
test.each(readdirSync(folder))('%s is written back byte for byte', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  const { tips } = parseTips(text, name)
  expect(fileText(tips[0]!.theme, tips[0]!.group, tips)).toBe(text)
})

test('odd words survive', () => {
  const odd = tip({
    id: 'odd-1',
    title: '=1+1: #x',
    lines: ["他说：'少盐', 多醋。", '再看一行，记住了。'],
    source: { org: '某局, 某处', document: '1: 通知 [试行]', year: 2024 },
    author: '- 张三',
    months: [1, 12],
    crops: ['柑橘'],
    audience: ['yes'],
  })
  const back = parseTips(fileText('主题: 一', 'health', [odd]), 'x.yaml')
  expect(back.faults).toEqual([])
  expect(back.tips[0]).toMatchObject({ ...odd, theme: '主题: 一', at: { file: 'x.yaml' } })
})
