import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const twice = `王秀兰：11月18日城东区在二中讲航天，听众60人
  /快进 1天
  王秀兰：城东 18号 二中 航天讲座 60人`

async function heard(said: string): Promise<string> {
  const { heard: lines } = await story(`${twice}\n王秀兰 → 小科：${said}\n⟂`)
  return lines.at(-1)!.slice(1).join(' ')
}

describe('told twice: one event', () => {
  test.each([
    '就是同一场嘛，怕您漏了',
    '同一场啊，我再说一遍',
    '是同一场，我忘了报过了',
    '哦，那是重了，算一场吧',
    '一回事，昨天报过了',
    '嗯嗯，就是那场',
    '就是昨天报的那场',
    '是昨天那一场，怕没记上又发了一遍',
    '报重了，不好意思',
    '对，就一场',
    '那就是一场',
    '哎呀报过了，算一场',
    '重复了，这条不要',
    '是我重复报了',
    '还是那一场',
    '只有一场',
    '都是一场的事',
    '不是两场，就一场',
    '没有另一场，是同一场',
  ])('%s', async (said) => {
    expect(await heard(said)).toContain('只算一场')
  })
})

describe('told of another', () => {
  test.each([
    '另一场',
    '不是同一场，是另外一场',
    '两场，上午一场下午一场',
    '是另一场，换了一个年级',
    '不是一场，那天讲了两场',
    '不一样，这是下午那场',
    '那天二中讲了两回，这是第二回',
    '这是后来又讲的一场',
    '是两个班，分两场讲的',
    '没重复，是新的一场',
    '不是重报，真是两场',
    '另外的，给初二讲的',
    '又讲了一场，人数正好一样',
    '另一场，昨天南苑今天北苑',
    '是另一场，前天是前街，今天是后街',
    '两场，上午六班下午七班',
    '不是一场，一场在祠堂一场在操场',
    '另一场，昨天给妇女讲，今天给老人讲',
    '昨天东院今天西院，是两场',
    '另一场啊，周三是村里，周四是镇上',
    '昨天在南苑今天在北苑',
  ])('%s', async (said) => {
    expect(await heard(said)).toContain('102号 讲座1场 60人次')
  })
})

test.each(['是今天讲的那场', '我说的是昨天那场'])('of two on different days, either: %s', async (said) => {
  const { heard: lines } = await story(`王秀兰：11月18日城东区在二中讲航天，听众60人
    /快进 1天
    王秀兰：城东 19号 二中 航天讲座 60人
    王秀兰 → 小科：${said}
    ⟂`)
  expect(lines.at(-1)!.slice(1).join(' ')).not.toContain('只算一场')
})

test.each([
  '是不是同一场我也记不清了',
  '等我问问再说',
  '我一共讲了几场',
  '同一场还是另一场有什么区别',
  '一场秋雨一场寒',
  '昨天讲的今天才报',
  '昨天买菜',
  '另一场，昨天没讲成',
  '对，昨天南苑，今天北苑',
  '另一场，昨天南苑80人，今天北苑90人',
  '昨天南苑今天南苑',
  '今天在家歇着',
  '我这个月讲了两场吗',
])('chooses neither: %s', async (said) => {
  expect(await heard(said)).not.toMatch(/只算一场|102号 讲座/)
})
