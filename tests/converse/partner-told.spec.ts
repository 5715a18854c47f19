import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const told = `
  /进 城东区群
  王秀兰：昨天上午在三小讲了防冻，来了64人
  /快进 1分钟`

async function heard(said: string, before = told): Promise<string> {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('with whom it was done, said behind the report', () => {
  test.each([
    '王秀兰：101是和城西区一起搞的',
    '王秀兰：小科 101号是和城西一起办的',
    '王秀兰：和城西一起搞的',
    '王秀兰：对了，这场是我们跟城西区老科协合办的',
    '王秀兰：忘了说，是联合城西搞的',
    '王秀兰：小科 101是城东和城西合办的',
    '王秀兰：101号那场讲座是我们和城西两家一起办的',
    '王秀兰：101还有城西的份',
    '王秀兰：101城西也有份',
  ])('%s', async (said) => expect(await heard(said)).toContain('101号已改：单独办 → 联合城西区'))

  test.each([
    '王秀兰：下次和城西一起搞',
    '王秀兰：和城西一起去吃饭的',
    '王秀兰：明天和城西合办',
    '王秀兰：城西也参加了合唱',
    '王秀兰：跟城西一起去的',
    '王秀兰：和城西、南山一起去',
    '王秀兰：101和城西一起',
    '张大爷：和城西一起搞的',
    '王秀兰：和城东一起搞的',
    '王秀兰：要是和城西一起搞就好了',
    '王秀兰：那个合唱是和城西一起搞的',
  ])('nothing of the report: %s', async (said) => expect(await heard(said)).toBe(''))
})

test('two of them', async () => {
  expect(await heard('王秀兰：101是和城西、南山县一起搞的')).toContain('单独办 → 联合城西区、南山县')
})

test('said by the partner itself it goes to the office, and nobody is told that something may be wrong', async () => {
  const said = await heard('钱守义：101是和城西一起搞的')
  expect(said).toContain('秘书处')
  expect(said).not.toContain('可能不对')
})

test.each(['王秀兰：101不是和城西一起搞的', '王秀兰：101城西没参加'])('taken back: %s', async (said) => {
  const joint = `${told}\n王秀兰：101是和城西一起搞的\n/快进 1分钟`
  expect(await heard(said, joint)).toContain('101号已改：联合城西区 → 单独办')
})

test('what the partner told of that day is offered to the office as a pair', async () => {
  const before = `
  /进 市老科协会员群
  钱守义：昨天我们城西给居民做了一次讲座，70人
  /快进 1分钟
  王秀兰：昨天上午我们城东在三小讲了防冻，来了64人
  /快进 1分钟`
  const { heard: lines } = await story(`${before}\n王秀兰：102是和城西一起办的\n⟂`)
  const said = lines.at(-1)!.slice(1).join('\n')
  expect(said).toContain('102号已改：单独办 → 联合城西区')
  expect(said).toContain('101和102像是同一场联合活动（同日、联合')
})

test('a partner that has told nothing stands in 待办, and counts nowhere', async () => {
  const { heard: lines } = await story(
    `${told}\n王秀兰：101是和城西一起办的\n⟂\n周敏 → 小科：待办\n⟂\n周敏 → 小科：城西 11月\n⟂`,
  )
  const said = lines.map((l) => l.join('\n'))
  expect(said.at(-2)).toContain('101号 城东区说是和城西区联合，城西区还没报')
  expect(said.at(-1)).toMatch(/没有|0场|还没/)
})
