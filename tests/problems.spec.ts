import { expect, test } from 'vitest'
import { openProblem } from '../src/problems.js'

test.each([
  [
    { code: 'newer_version', path: 'x.db', found: 9, known: 1 } as const,
    '数据库「x.db」是更新的小科建的，请先升级小科；文件没有动过',
  ],
  [
    { code: 'other_history', path: 'x.db', version: 1, found: 'trial', known: 'first' } as const,
    '数据库「x.db」像小科的，但第1步结构不一样（它叫「trial」，这里叫「first」），多半是试验版建的，请换一个文件或用备份；文件没有动过',
  ],
])('what is said of a database that is not ours: %j', (error, sentence) =>
  expect(openProblem(error)).toBe(sentence),
)
