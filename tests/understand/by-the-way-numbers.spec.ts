import { describe, expect, test } from 'vitest'
import { rows } from '../../src/understand/form/by-the-way-rows.js'
import { readAsTold, type Row } from './city-rows.js'

describe('every row holds for what it is named by', () => {
  test.each(rows.map((r) => [r.of, r] as const))('%s', (of, r) => {
    expect(r.clause.test(of)).toBe(true)
    expect(r.unless?.test(of) ?? false).toBe(false)
  })
})

const lecture = ['lecture', '望江区老科协', '2026-11-21', 1, 36] as const

describe('told by the way', () => {
  readAsTold([
    ...rows.map((r): Row => [`望江昨天在二小讲防火，来了36人，${r.of}`, lecture]),
    ['望江昨天在二小讲防火。全村两千多口人。来了36人。', lecture],
    ['望江昨天在二小讲防火，有3个人要求再讲一次，来了36人', lecture],
    [
      '望江昨天在二小讲防火，讲了5个真实案例，来了36人，发资料40份',
      ['lecture', '望江区老科协', '2026-11-21', 1, 36, 40],
    ],
    ['望江昨天在二小讲防火，来了28号人', ['lecture', '望江区老科协', '2026-11-21', 1, 28]],
    ['铜山上个月18号义诊，看了40人', ['clinic', '铜山县老科协', '2026-10-18', 1, 40]],
  ])
})

describe('told of the activity', () => {
  readAsTold([
    ['望江昨天在二小讲防火，全校学生126人都来听了', ['lecture', '望江区老科协', '2026-11-21', 1, 126]],
    ['望江昨天在二小讲防火，听的人里女同志20人，男同志16人', lecture],
    [
      '青溪昨天义诊，看病的36人，发药方之外还发了健康手册50册',
      ['clinic', '青溪县老科协', '2026-11-21', 1, 36, 50],
    ],
    ['北塔昨天培训，学员51人，教材51本', ['training', '北塔区老科协', '2026-11-21', 1, 51, 51]],
    ['青溪写了调研报告5篇，其中2篇获县领导批示', ['research', '青溪县老科协', null, null, null, null, 5, 2]],
    ['望江昨天办书画会，26名会员当场作画', ['culture', '望江区老科协', '2026-11-21', 1, 26]],
    ['有36位老人专程赶来听，望江昨天在二小讲防火', lecture],
    ['望江十一月十八号人数三十六，讲防火', ['lecture', '望江区老科协', '2026-11-18', 1, 36]],
  ])
})
