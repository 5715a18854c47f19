import { expect, test } from 'vitest'
import { standing } from '../../src/core/percent.js'

test.each([
  [210, 47, '超额346.8%', 0],
  [33892, 4760, '超额612%', 0],
  [18, 12, '超额50%', 0],
  [2140, 1200, '超额78.3%', 0],
  [9, 10, '完成90%', 1],
  [6, 8, '完成75%', 2],
  [540, 800, '完成67.5%', 260],
  [10, 7, '超额42.9%', 0],
  [1180, 760, '超额55.3%', 0],
  [52, 47, '超额10.6%', 0],
  [5730, 4760, '超额20.4%', 0],
  [47, 47, '完成100%', 0],
  [0, 8, '完成0%', 8],
])('%i of %i: %s', (done, target, word, short) => {
  expect(standing(done, target)).toEqual({ word, short })
})

test('no target, no percentage', () => {
  expect(standing(5, null)).toBeNull()
  expect(standing(5, 0)).toBeNull()
})
