import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const pair = `王秀兰：今天城东区在东湖广场义诊，服务群众150人
  赵玉珍：今天医卫分会在东湖广场义诊，看了70人`

async function heard(said: string, between = '周敏 → 小科：全市本月义诊'): Promise<string> {
  const { heard: lines } = await story(`${pair}\n${between}\n周敏 → 小科：${said}\n⟂`)
  return lines.at(-1)!.slice(1).join(' ')
}

describe('a pair is declined, with something else in between', () => {
  test.each([
    '不是，各摆各的桌',
    '不是的，他们两家分头办的',
    '各看各的病人',
    '自己搞自己的',
    '两家没在一起，都算',
    '不是一起搞的',
    '101和102各忙各的，不搭界',
    '102那场另算',
    '101不是联合的',
    '102是他们单独搞的',
    '是两个摊子',
    '一家算一场',
    '不用并，两边各自组织的',
    '没有合办，就是碰到一个集上了',
  ])('%s', async (said) => {
    expect(await heard(said)).toContain('101和102各算各的')
  })
})

describe('a pair is taken for one', () => {
  test.each(['是的，他们一起搞的', '对，两家合办的', '101和102是一块儿办的', '就是一回事', '是一场，并了吧'])(
    '%s',
    async (said) => {
      expect(await heard(said)).toContain('已归并')
    },
  )
})

test('much later the one pair that is undecided is still meant', async () => {
  const asked = Array.from({ length: 12 }, (_, i) => `周敏 → 小科：${i % 2 ? '全市讲座' : '全市义诊'}`)
  expect(await heard('各摆各的摊', asked.join('\n/快进 5分钟\n'))).toContain('101和102各算各的')
})

test('两家 alone is of the pair just asked', async () => {
  expect(await heard('就两家')).not.toMatch(/各算各的|已归并/)
  expect(await heard('101和102是两家')).toContain('101和102各算各的')
})

test.each([
  '不是，我问的是讲座',
  '各位老师各就各位',
  '他们两家各来了几个人',
  '不是一起搞的吗',
  '各分会自己报自己的任务',
  '全市本月义诊',
  '103那场另算',
])('about no pair: %s', async (said) => {
  expect(await heard(said)).not.toMatch(/各算各的|已归并/)
})

describe('a word that several things are waiting for', () => {
  const twice = `${pair}\n钱守义：城西昨天在二小讲防火，听众60人\n钱守义：城西昨天在二小办防火讲座，来了60人`
  test('is asked about where another thing was said last', async () => {
    const { heard: lines } = await story(`${twice}\n周敏 → 小科：待办\n⟂\n周敏 → 小科：同一场\n⟂`)
    expect(lines.at(-2)!.join(' ')).toContain('待办2件')
    expect(lines.at(-1)!.slice(1).join(' ')).toContain('这里不止一件')
  })
  test('and means the pair that was just offered', async () => {
    const { heard: lines } = await story(`${pair}\n周敏 → 小科：同一场\n⟂`)
    expect(lines.at(-1)!.slice(1).join(' ')).toContain('已归并')
  })
})

test.each(['拆开', '拆开吧', '还是分开算'])('what was just merged is parted again: %s', async (said) => {
  const { heard: lines } = await story(`${pair}\n周敏 → 小科：归并101 102\n⟂\n周敏 → 小科：${said}\n⟂`)
  expect(lines.at(-1)!.slice(1).join(' ')).toContain('已拆开')
})
